// A turbofish is a part of the name of a function that is called in a type: calls that differ in it
// are different types.

//@ edition: 2024

#![feature(return_type_notation)]
#![allow(incomplete_features, async_fn_in_trait)]

pub trait Db {
    async fn get<V: Clone>(&self, v: &V) -> V;
}
pub fn many<const N: usize>() -> [u8; N] {
    [0; N]
}

//@ is "$.index[?(@.name=='four')].inner.struct_field.resolved_path.path" '"many::<4>"'
//@ is "$.index[?(@.name=='eight')].inner.struct_field.resolved_path.path" '"many::<8>"'
pub struct Fields {
    pub four: many::<4>(),
    pub eight: many::<8>(),
}

//@ is "$.index[?(@.name=='bounds')].inner.function.generics.where_predicates[0].bound_predicate.type.qualified_path.name" '"get::<[u8; 4]>"'
//@ is "$.index[?(@.name=='bounds')].inner.function.generics.where_predicates[0].bound_predicate.type.qualified_path.args" '"return_type_notation"'
//@ is "$.index[?(@.name=='bounds')].inner.function.generics.where_predicates[0].bound_predicate.type.qualified_path.trait.path" '"Db"'
pub fn bounds<D: Db>(_: D)
where
    D::get::<[u8; 4]>(..): Send,
{
}

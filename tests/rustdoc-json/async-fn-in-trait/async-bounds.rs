// `async` is a part of the name of the trait that it stands before: `Db + async Send` and
// `Db + Send` are different bounds. What is asked of one method is an associated item constraint.

//@ edition: 2024

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features, async_fn_in_trait)]

pub trait Db {
    async fn get(&self) -> u32;
}

//@ is "$.index[?(@.name=='all')].inner.function.generics.params[0].kind.type.bounds[1].trait_bound.trait.path" '"async Send"'
pub fn all<D: Db + async Send>(_: D) {}

//@ is "$.index[?(@.name=='itself')].inner.function.generics.params[0].kind.type.bounds[1].trait_bound.trait.path" '"Send"'
pub fn itself<D: Db + Send>(_: D) {}

//@ is "$.index[?(@.name=='SendDb')].inner.type_alias.type.dyn_trait.traits[1].trait.path" '"async Send"'
pub type SendDb = dyn Db + async Send;

//@ is "$.index[?(@.name=='one')].inner.function.generics.params[0].kind.type.bounds[0].trait_bound.trait.args.angle_bracketed.constraints[0].name" '"get"'
//@ is "$.index[?(@.name=='one')].inner.function.generics.params[0].kind.type.bounds[0].trait_bound.trait.args.angle_bracketed.constraints[0].args" '"return_type_notation"'
//@ is "$.index[?(@.name=='one')].inner.function.generics.params[0].kind.type.bounds[0].trait_bound.trait.args.angle_bracketed.constraints[0].binding.constraint[0].trait_bound.trait.path" '"Send"'
pub fn one<D: Db<get(..): Send>>(_: D) {}

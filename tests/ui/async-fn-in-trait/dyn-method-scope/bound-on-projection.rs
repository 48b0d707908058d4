//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A bound that nobody meets, on a `dyn` type that is written as a projection.

#![feature(dyn_method_scope)]

trait Store {
    type Item;
    fn get(&self) -> Self::Item;
    fn generic<R>(&self) {}
}

trait Has {
    type Dyn: ?Sized;
}

struct Key<'a>(&'a ());

impl<'a> Has for Key<'a> {
    type Dyn = dyn Store<Item = u64> + 'a;
}

fn by_impl<'a>(store: &<Key<'a> as Has>::Dyn)
where
    <Key<'a> as Has>::Dyn: Store, //~ ERROR does not implement `Store`
{
    Store::get(store);
}

fn by_bound<T: Has<Dyn = dyn Store<Item = u64>>>(store: &T::Dyn)
where
    T::Dyn: Store, //~ ERROR does not implement `Store`
{
    Store::get(store);
}

fn main() {}

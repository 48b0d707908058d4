// What an `async Send` among the supertraits of a trait asks of the trait's own functions: of what
// they return, not of what is within that, and of those that an `async Send` beside the trait
// covers.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ check-pass

#![feature(async_auto_trait_bounds)]

use std::rc::Rc;

fn is_send<T: Send>(_: T) {}

trait Covered: async Send {
    async fn future(&self) -> Rc<u8>;
    fn option(&self) -> Option<impl Sized>;
    fn where_sized(&self) -> impl Sized
    where
        Self: Sized;
    // What it gives is another type.
    async fn nested(&self) -> impl Sized;
}

fn uses<T: Covered + Sync>(it: &T) {
    is_send(it.future());
    is_send(it.option());
    is_send(it.where_sized());
    is_send(it.nested());
}

struct Unit;

impl Covered for Unit {
    async fn future(&self) -> Rc<u8> {
        Rc::new(1)
    }
    fn option(&self) -> Option<impl Sized> {
        Some(1)
    }
    fn where_sized(&self) -> impl Sized {}
    async fn nested(&self) -> impl Sized {
        Rc::new(1)
    }
}

// A function with type parameters is not covered.
#[allow(unused_async_auto_trait_bounds)]
trait Generic: async Send {
    fn of<T>(&self, it: T) -> impl Sized;
}

impl Generic for Unit {
    fn of<T>(&self, it: T) -> impl Sized {
        it
    }
}

// In a where-clause it is the same.
trait InWhereClause
where
    Self: async Send + Sync,
{
    async fn future(&self);
}

fn in_where_clause<T: InWhereClause>(it: &T) {
    is_send(it.future());
}

// Beside other traits, it covers those as well, as it does everywhere.
trait Other {
    async fn other(&self);
}

trait Both: Other + async Send {
    async fn own(&self);
    fn spawn_other(&self)
    where
        Self: Sync,
    {
        is_send(self.other());
    }
}

fn own<T: Both>(it: &T) {
    is_send(it.own());
}

// An alias asks nothing of the traits that it is of: there is no own function.
fn main() {
    uses(&Unit);
}

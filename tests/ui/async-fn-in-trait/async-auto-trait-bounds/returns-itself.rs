// What a method returns may implement its trait again, with `async Send`: that is a bound on what
// *that* type's method returns, and so on. An impl is checked one step at a time.

//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(async_auto_trait_bounds, named_return_types, refine)]

// A type that returns itself.
trait Step {
    fn next(&self) -> impl Step + async Send;
}
impl Step for u8 {
    #[refine]
    fn next(&self) -> u8 {
        *self
    }
}
// Two that return each other.
impl Step for i8 {
    #[refine]
    fn next(&self) -> i16 {
        1
    }
}
impl Step for i16 {
    #[refine]
    fn next(&self) -> i8 {
        1
    }
}

// One of several, and nested.
trait Pair {
    fn pair(&self) -> (impl Pair + async Send, impl Sized);
    fn option(&self) -> Option<impl Pair + async Send>;
}
impl Pair for u8 {
    #[refine]
    fn pair(&self) -> (u8, u16) {
        (1, 2)
    }
    #[refine]
    fn option(&self) -> Option<u8> {
        None
    }
}

// In an associated type.
trait Nodes {
    fn nodes(&self) -> impl Iterator<Item = impl Nodes + async Send>;
}
impl Nodes for u8 {
    #[refine]
    fn nodes(&self) -> std::vec::IntoIter<u8> {
        vec![].into_iter()
    }
}

// By a name, and by default.
trait Named {
    fn named(&self) -> impl Named<named: Send> {
        1u8
    }
}
impl Named for u8 {
    #[refine]
    fn named(&self) -> u8 {
        1
    }
}

// Two traits that return each other.
trait Server {
    fn connect(&self) -> impl Client + async Send;
}
trait Client {
    fn server(&self) -> impl Server + async Send;
}
impl Server for u8 {
    #[refine]
    fn connect(&self) -> u16 {
        1
    }
}
impl Client for u16 {
    #[refine]
    fn server(&self) -> u8 {
        1
    }
}

fn is_send<T: Send>(_: T) {}

fn generic<S: Step + async Send>(step: S) {
    is_send(step.next().next());
}

fn main() {
    generic(1u8);
}

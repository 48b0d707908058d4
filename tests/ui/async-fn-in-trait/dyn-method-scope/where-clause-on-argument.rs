//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A where-clause about a type argument is asked for, though the argument is the `dyn` type itself:
// it is about another type than the one behind the `dyn`.

#![feature(dyn_method_scope)]

trait Has {
    type Ty: ?Sized;
}
struct Key;
impl Has for Key {
    type Ty = dyn Sub;
}

trait Lacked {
    const N: u8;
}
trait Super<T: ?Sized> {
    fn of_argument(&self) -> u8
    where
        T: Lacked;
    fn generic<R>(&self) {}
}
trait Sub: Super<<Key as Has>::Ty> + Lacked {}

fn argument(sub: &(dyn Sub + 'static)) -> u8 {
    sub.of_argument() //~ ERROR the trait bound `(dyn Sub + 'static): Lacked` is not satisfied
}

fn main() {}

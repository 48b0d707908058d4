//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A promise that the body in which it is made does not keep is refused in both solvers: for what the
// body holds, for a type parameter, and for a lifetime.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::future::ready;
use std::marker::PhantomData;
use std::rc::Rc;

fn is_send<T: Send>(_: T) {}

trait Visit {
    async fn visit(&self);
}

struct HoldsRc;

impl Visit for HoldsRc {
    async fn visit(&self) {
        let rc = Rc::new(1);
        let _visitor: &dyn Visit<visit(..): Send> = Boxing::new(self);
        //[current]~^ ERROR type annotations needed
        //[next]~^^ ERROR future cannot be sent between threads safely
        ready(()).await;
        drop(rc);
    }
}

struct Holds<T>(T);

impl<T: Clone> Visit for Holds<T> {
    async fn visit(&self) {
        let value = self.0.clone();
        is_send(Holds(Rc::new(1)).visit());
        //[current]~^ ERROR type annotations needed
        //[next]~^^ ERROR `Rc<i32>` cannot be shared between threads safely
        ready(()).await;
        drop(value);
    }
}

struct OnlyStatic<'a>(PhantomData<*mut &'a ()>);

// SAFETY: nothing is behind it.
unsafe impl Send for OnlyStatic<'static> {}

struct Borrows<'a>(&'a u8);

impl<'a> Visit for Borrows<'a> {
    async fn visit(&self) {
        let held: OnlyStatic<'a> = OnlyStatic(PhantomData);
        is_send(Borrows(&1).visit());
        //[current]~^ ERROR type annotations needed
        //[next]~^^ ERROR cannot be sent between threads safely
        ready(()).await;
        drop(held);
    }
}

fn main() {}

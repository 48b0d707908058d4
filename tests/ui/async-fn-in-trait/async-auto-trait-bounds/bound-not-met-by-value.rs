//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A returned `impl Trait` that is bounded by the future of one of its methods, where that
// method takes `self` by value and so has no lifetime: what does not meet the bound is an
// error, in an implementation and in a default body.

#![feature(return_type_notation)]

trait Fetch {
    async fn fetch(self);
}

struct NotSend(*const u8);

impl Fetch for NotSend {
    async fn fetch(self) {
        std::future::ready(()).await;
        drop(self);
    }
}

trait Make {
    fn make(&self) -> impl Fetch<fetch(..): Send>;
}

impl Make for u8 {
    fn make(&self) -> impl Fetch<fetch(..): Send> {
        //~^ ERROR future cannot be sent between threads safely
        NotSend(self)
    }
}

trait OwnDefault {
    fn make(&self) -> impl Fetch<fetch(..): Send> {
        //~^ ERROR future cannot be sent between threads safely
        NotSend(&0)
    }
}

fn main() {}

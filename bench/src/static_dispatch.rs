//! Static dispatch alone, in code that the unpatched compiler takes, too: with the gate, which it
//! knows, but has nothing behind.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

#[allow(dead_code)]
mod work;

use work::block_on;

trait Work {
    async fn work(&mut self, x: u64) -> u64;
    async fn twice(&mut self, x: u64) -> u64 {
        self.work(x).await.wrapping_add(self.work(x).await)
    }
}

macro_rules! impls {
    ($($kind:ident: |$self:ident, $x:ident| $body:block)*) => { $(
        impl Work for work::$kind {
            async fn work(&mut $self, $x: u64) -> u64 $body
        }
    )* };
}
work::for_each_kind! { impls }

macro_rules! functions {
    ($($function:ident: $kind:ident)*) => { $(
        #[unsafe(no_mangle)]
        #[inline(never)]
        fn $function(worker: &mut work::$kind, times: u64) -> u64 {
            (0..times).fold(0, |sum, x| {
                sum.wrapping_add(block_on(worker.work(x))).wrapping_add(block_on(worker.twice(x)))
            })
        }
    )* };
}
functions! { ready: Ready suspends: Suspends large: Large }

fn main() {
    let mut arguments = std::env::args().skip(1);
    let kind = arguments.next().expect("a kind");
    let times = arguments.next().expect("how often").parse().expect("a number");
    let sum = match &*kind {
        "ready" => ready(&mut work::Ready::default(), times),
        "suspends" => suspends(&mut work::Suspends::default(), times),
        "large" => large(&mut work::Large::default(), times),
        other => panic!("what is '{other}'?"),
    };
    std::hint::black_box(sum);
}

// In generic code, a future whose bound is met is general enough, as it is through a `dyn`: what
// makes the types within it well-formed may be assumed of the lifetimes that it has lost. The next
// solver has no such assumptions.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@[current] check-pass

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait, return_type_notation)]
#![allow(dead_code, incomplete_features, private_bounds)]

use std::boxed::Boxing;

fn spawn<F: Future + Send + 'static>(_: F) {}

// A wrapper of what is known.
mod of_wrapper {
    trait Measure {
        async fn measure(&self) -> usize;
    }

    struct Doubled<S>(S);

    impl<S: Measure> Measure for Doubled<S> {
        async fn measure(&self) -> usize {
            self.0.measure().await * 2
        }
    }

    struct Text<T>(T);

    impl<T: AsRef<str> + 'static> Measure for Text<T> {
        async fn measure(&self) -> usize {
            self.0.as_ref().len()
        }
    }

    pub fn run() {
        let doubled = Doubled(Text("abc"));
        super::spawn(async move { doubled.measure().await });
        //[next]~^ ERROR higher-ranked subtype error
    }
}

// A lifetime that is early-bound.
mod of_early_bound_lifetime {
    trait Probe {
        async fn probe<'a: 'a>(&'a mut self) -> bool;
    }

    async fn tick() {}

    pub fn run<P: Probe<probe(..): Send> + Send + 'static>(mut probe: P) {
        super::spawn(async move {
            //[next]~^ ERROR cannot be sent between threads safely
            while probe.probe().await {
                tick().await;
            }
        });
    }
}

// An async closure that borrows, in a method's body and in a function that is spawned.
mod of_closure {
    struct State;

    async fn retry(mut attempt: impl AsyncFnMut(&mut State)) {
        attempt(&mut State).await;
    }

    trait Feed {
        async fn feed(&self, by: &u8);
    }

    struct Adder;

    impl Feed for Adder {
        async fn feed(&self, by: &u8) {
            retry(async |_| assert_ne!(*by, 0)).await
        }
    }

    fn needs<F: Feed<feed(..): Send>>(_: F) {}

    pub fn run() {
        needs(Adder); //[next]~ ERROR higher-ranked subtype error
    }

    async fn job<F: Feed>(feed: &F, by: u8) {
        retry(async |_| feed.feed(&by).await).await
    }

    pub fn background<F: Feed + async Send + Sync + 'static>(feed: F) {
        super::spawn(async move { job(&feed, 1).await });
        //[next]~^ ERROR higher-ranked subtype error
        //[next]~| ERROR higher-ranked subtype error
    }
}

// An argument that is an iterator of references.
mod of_iterator {
    trait Log {
        async fn all<'a, I: IntoIterator<Item = &'a str>>(&self, lines: I) -> usize {
            lines.into_iter().count()
        }
        async fn one(&self) -> usize {
            self.all(["a"]).await
        }
    }

    struct Plain;

    impl Log for Plain {}

    fn spawn_one<L: Log + async Send + Sync + 'static>(log: L) {
        super::spawn(async move { log.one().await });
    }

    pub fn run() {
        spawn_one(Plain); //[next]~ ERROR cannot be sent between threads safely
    }
}

// An impl for one boxed `dyn`.
mod of_boxed_dyn {
    use super::Boxing;

    trait Scan: Send + Sync {
        async fn scan(&self) -> u32;
    }

    type Any = Box<dyn Scan<scan(..): Send>>;

    impl Scan for Any {
        async fn scan(&self) -> u32 {
            (**self).scan().await
        }
    }

    struct Leaf;

    impl Scan for Leaf {
        async fn scan(&self) -> u32 {
            1
        }
    }

    struct Wrapper<S>(S);

    impl<S: Scan> Scan for Wrapper<S> {
        async fn scan(&self) -> u32 {
            self.0.scan().await
        }
    }

    pub fn run() {
        let any: Any = Boxing::new(Box::new(Leaf));
        super::spawn(async move { Wrapper(any).scan().await });
        //[next]~^ ERROR cannot be sent between threads safely
    }
}

// A parameter behind a lifetime that is lost: all of it has to be `'static`.
mod of_static_reference {
    trait Job {
        fn run(self) -> impl Future<Output = ()> + Send;
    }

    struct Held<T>(T);

    impl<T: Send + 'static> Job for Held<T> {
        async fn run(self) {
            std::future::ready(()).await;
            drop(self);
        }
    }

    async fn go<J: Job>(job: J) {
        job.run().await
    }

    pub fn background<T: Sync + 'static>(value: &'static T) {
        super::spawn(async move { go(Held(value)).await });
        //[next]~^ ERROR higher-ranked subtype error
    }
}

// A decorator of what borrows: its associated type is another's, for a lifetime that is lost.
mod of_decorator {
    use std::marker::PhantomData;

    trait Conn<'c> {
        type Held: Copy;
        fn held(&'c self) -> Self::Held;
    }

    struct Pool<'p>(&'p u8);

    impl<'c, 'p> Conn<'c> for Pool<'p> {
        type Held = &'p u8;
        fn held(&'c self) -> &'p u8 {
            self.0
        }
    }

    struct Logged<C>(C);

    impl<'c, C: Conn<'c>> Conn<'c> for Logged<C> {
        type Held = C::Held;
        fn held(&'c self) -> C::Held {
            self.0.held()
        }
    }

    struct Guard<'r, T>(T, PhantomData<*mut &'r ()>);

    // SAFETY: the pointer is none.
    unsafe impl<'r, T: Send + 'r> Send for Guard<'r, T> {}

    struct Lock<'r, C: Conn<'r>>(Guard<'r, C::Held>)
    where
        C::Held: 'r;

    async fn hold<C: for<'x> Conn<'x>>(conn: &C) {
        let lock = Lock::<'_, C>(Guard(conn.held(), PhantomData));
        std::future::ready(()).await;
        let _ = &lock;
    }

    fn is_send<T: Send>(_: T) {}

    fn run<'p>(logged: &Logged<Pool<'p>>) {
        is_send(hold(logged)); //[next]~ ERROR borrowed data escapes outside of function
    }
}

fn main() {
    of_wrapper::run();
    of_closure::run();
    of_iterator::run();
    of_boxed_dyn::run();
}

// `trait Db: async Send` asks it of the trait's own futures, once: generic users and a plain `dyn
// Db` need no bound, default bodies may await the other methods, and implementations write nothing.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024
//@ aux-build: ../../../named-return-types/auxiliary/run_ready.rs
//@ run-pass
//@ needs-threads

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::thread;

use run_ready::run;

fn spawn<F>(future: F) -> F::Output
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    thread::spawn(move || run(future)).join().unwrap()
}

trait Db: async Send + Sync + 'static {
    async fn get(&self, key: &str) -> usize;
    async fn put(&self, key: &str, value: usize) -> usize {
        self.get(key).await + value
    }
    fn keys(&self) -> impl Iterator<Item = usize> {
        0..2
    }
}

struct Len;

impl Db for Len {
    async fn get(&self, key: &str) -> usize {
        key.len()
    }
}

fn generic<D: Db>(db: D) -> usize {
    spawn(async move {
        let sum = db.get("a").await + db.put("bb", 10).await;
        // An `impl Trait` that is no future is asked the same.
        let keys = db.keys();
        async {}.await;
        sum + keys.sum::<usize>()
    })
}

trait Get: async Send + Sync + 'static {
    async fn get(&self, key: &str) -> usize;
}

impl Get for Len {
    async fn get(&self, key: &str) -> usize {
        key.len()
    }
}

fn through_dyn(get: Box<dyn Get>) -> usize {
    spawn(async move { get.get("abc").await })
}

fn main() {
    assert_eq!(generic(Len), 1 + 12 + 1);
    assert_eq!(through_dyn(Boxing::new(Box::new(Len))), 3);
}

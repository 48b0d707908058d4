//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: wait_once.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Lifetimes that are elided or named in several arguments, and futures that return what is
// borrowed.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

extern crate run_ready;
extern crate wait_once;

use std::boxed::Boxing;
use std::collections::HashMap;

use run_ready::run;
use wait_once::wait_once;

trait Store {
    async fn get(&self, key: &str) -> Option<&str>;
    async fn get_or<'a>(&'a self, key: &str, default: &'a str) -> &'a str;
    async fn pick<'b>(&self, keys: &[&'b str], buffer: &mut Vec<u8>) -> Option<&'b str>;
    async fn insert(&mut self, key: &str, value: &str) -> &mut String;
    fn first<'a, 'b>(
        &'a self,
        keys: &'b [&'b str],
    ) -> impl Future<Output = Option<(&'b str, &'a str)>>;
}

#[derive(Default)]
struct Map(HashMap<String, String>);

impl Store for Map {
    async fn get(&self, key: &str) -> Option<&str> {
        wait_once().await;
        self.0.get(key).map(|value| &**value)
    }
    async fn get_or<'a>(&'a self, key: &str, default: &'a str) -> &'a str {
        wait_once().await;
        self.0.get(key).map_or(default, |value| value)
    }
    async fn pick<'b>(&self, keys: &[&'b str], buffer: &mut Vec<u8>) -> Option<&'b str> {
        for key in keys {
            wait_once().await;
            buffer.extend_from_slice(key.as_bytes());
            if self.0.contains_key(*key) {
                return Some(key);
            }
        }
        None
    }
    async fn insert(&mut self, key: &str, value: &str) -> &mut String {
        wait_once().await;
        self.0.entry(key.to_owned()).or_insert(value.to_owned())
    }
    async fn first<'a, 'b>(&'a self, keys: &'b [&'b str]) -> Option<(&'b str, &'a str)> {
        for key in keys {
            if let Some(value) = self.get(key).await {
                return Some((key, value));
            }
        }
        None
    }
}

async fn fill(store: &mut dyn Store) {
    let value = store.insert("one", "eins").await;
    value.push('!');
    store.insert(&String::from("two"), &String::from("zwei")).await;
}

async fn get_both<'s>(store: &'s dyn Store) -> (&'s str, &'s str) {
    // The key goes away before what is found does.
    let found = {
        let key = String::from("one");
        store.get(&key).await.unwrap()
    };
    let missing = store.get_or("three", "nothing").await;
    (found, missing)
}

fn main() {
    let mut map = Map::default();
    run(fill(Boxing::new(&mut map)));

    let found = run(get_both(Boxing::new(&map)));
    assert_eq!(found, ("eins!", "nothing"));

    let store: &dyn Store = Boxing::new(&map);
    let mut buffer = vec![];
    let two = String::from("two");
    let picked = {
        let keys = vec!["zero", &two, "one"];
        run(store.pick(&keys, &mut buffer))
    };
    assert_eq!(picked, Some("two"));
    assert_eq!(buffer, b"zerotwo");
    assert_eq!(run(store.first(&["nil", "two"])), Some(("two", "zwei")));
}

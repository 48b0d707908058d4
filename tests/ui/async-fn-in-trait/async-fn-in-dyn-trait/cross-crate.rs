//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: database.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Traits, types, and functions that make or take a `dyn`, of another crate.

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

extern crate database;
extern crate run_ready;

use std::boxed::Boxing;
use std::thread;

use database::{Broken, Database, DynDatabase, Memory, SendDatabase, Transactional};
use run_ready::run;

struct Upper(String);
impl Database for Upper {
    type Error = String;
    async fn get(&self, key: &str) -> Result<Option<String>, String> {
        Ok(Some(key.to_uppercase() + &self.0))
    }
    async fn put(&mut self, _: &str, value: &str) -> Result<(), String> {
        self.0 = value.to_owned();
        Ok(())
    }
}

trait Named: Database {
    async fn full_name(&self) -> String {
        format!("{} of {}", self.name(), self.count().await)
    }
}
impl Named for Upper {}
impl Named for Memory {}

fn main() {
    let mut upper = Upper(String::new());
    let mine: &mut DynDatabase<'_> = Boxing::new(&mut upper);
    assert_eq!(run(mine.get("a")), Ok(Some(String::from("A"))));

    let theirs = database::example();
    assert!(run(database::copy(&*theirs, mine, "one")));
    assert!(!run(database::copy(&*theirs, mine, "three")));
    assert_eq!(run(mine.get("a")), Ok(Some(String::from("Aeins"))));

    let mut memory = Memory::default();
    assert_eq!(run(database::fill(&mut memory, &["one", "three", "two"])), 2);
    let theirs: Box<dyn Database<Error = String>> = Boxing::new(Box::new(memory));
    assert_eq!(run(theirs.count()), 2);
    assert_eq!(run(database::erase(Upper(String::from("!"))).get("b")).unwrap().unwrap(), "B!");

    let plain: &mut DynDatabase<'_> = &mut Broken;
    assert_eq!(run(plain.put("x", "y")), Err(String::from("no x")));
    assert_eq!(run(database::broken().count()), 1);

    let shared = database::share(Upper(String::from("?")));
    let thread = thread::spawn(move || {
        let shared: &SendDatabase<'_> = &*shared;
        thread::scope(|scope| {
            let future = shared.get("c");
            scope.spawn(move || run(future)).join().unwrap()
        })
    });
    assert_eq!(thread.join().unwrap(), Ok(Some(String::from("C?"))));

    let mut transactional = database::transactional();
    run(transactional.put("one", "uno")).unwrap();
    assert_eq!(run(transactional.commit()), Err(String::from("1 uncommitted")));
    assert_eq!(run(database::upcast(&mut *transactional).count()), 1);
    let upcast: Box<DynDatabase<'static>> = transactional;
    assert_eq!(run(upcast.get("one")), Ok(Some(String::from("uno"))));
    let mut mine: Box<dyn Transactional<Error = String>> = Boxing::new(Box::new(Memory::default()));
    assert!(run(mine.commit()).is_err());

    let named: Vec<Box<dyn Named<Error = String>>> = vec![
        Boxing::new(Box::new(Memory::default())),
        Boxing::new(Box::new(Upper(String::new()))),
    ];
    assert!(named.iter().all(|named| run(named.full_name()) == "a database of 0"));
}

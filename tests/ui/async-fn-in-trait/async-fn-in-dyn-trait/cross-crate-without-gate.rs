//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ aux-build: database.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A crate without the gate uses one that has it: its types, and its functions that make a `dyn` of
// what they are given.

extern crate database;
extern crate run_ready;

use database::{Database, Handle, Memory};
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
    async fn count(&self) -> usize {
        3
    }
}

// A generic of this crate, through one of the other.
async fn handled<D: Database<Error = String> + 'static>(database: D) -> usize {
    let handle = Handle::new(database);
    handle.count().await
}

fn main() {
    let mut upper = Upper(String::new());
    assert_eq!(run(database::fill(&mut upper, &["one", "three", "two"])), 2);
    assert_eq!(upper.0, "zwei");

    let mut handle = Handle::new(upper);
    assert_eq!(run(handle.get("a")), Ok(Some(String::from("Azwei"))));
    run(handle.put("", "!")).unwrap();
    assert_eq!(run(handle.get("a")), Ok(Some(String::from("A!"))));
    assert_eq!(run(handle.count()), 3);
    assert_eq!(run(handled(Memory::default())), 0);
    assert_eq!(run(Handle::example().count()), 2);
}

// The return type that is suggested for what a method returns can be written.

//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ edition: 2024

#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features)]

trait Db {
    async fn get(&self, key: &str) -> String;
}

fn through_dyn(db: &dyn Db) -> _ { //~ ERROR the placeholder `_` is not allowed
    db.get("a")
}

fn generic<D: Db>(db: &D) -> _ { //~ ERROR the placeholder `_` is not allowed
    db.get("a")
}

fn none(db: &dyn Db) {
    db.get("a") //~ ERROR mismatched types
}

fn main() {}

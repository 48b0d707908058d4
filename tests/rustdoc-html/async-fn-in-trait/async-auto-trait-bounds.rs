//@ edition: 2024
//@ aux-build: databases.rs

// `async Send` is shown as it is written for items of this crate. For those of another, it is shown
// as the bounds that it stands for.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]
#![allow(incomplete_features)]
#![crate_name = "foo"]

extern crate databases;

use databases::Database;

//@ has foo/fn.in_where.html
//@ has - '//pre[@class="rust item-decl"]' "D: Database + async Send + 'static,"
pub fn in_where<D>(_: D)
where
    D: Database + async Send + 'static,
{
}

//@ has foo/fn.in_argument.html
//@ has - '//pre[@class="rust item-decl"]' "_: impl Database + async Send"
pub fn in_argument(_: impl Database + async Send) {}

//@ has foo/fn.in_dyn.html
//@ has - '//pre[@class="rust item-decl"]' "_: &(dyn Database + async Send)"
pub fn in_dyn(_: &(dyn Database + async Send)) {}

//@ has foo/trait.Both.html
//@ has - '//pre[@class="rust item-decl"]' "pub trait Both: Database + async Send + async Sync"
pub trait Both: Database + async Send + async Sync {
    //@ has - '//pre[@class="rust item-decl"]' "type Item: Database + async Send;"
    type Item: Database + async Send;
}

//@ has foo/fn.in_background.html
//@ has - '//pre[@class="rust item-decl"]' "where D: Database + Send, <D as Database>::get(..): Send,"
pub use databases::in_background;

//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A slip in a name gets the function that was meant.

#![feature(named_return_types)]

trait Fetch {
    async fn request(&self);
    fn reset(&self);
}

fn in_constraint<F: Fetch<reqest: Send>>() {}
//~^ ERROR associated type `reqest` not found for `Fetch`
fn in_path<F: Fetch>(_: F::requests<'_>) {}
//~^ ERROR associated type `requests` not found for `F`
fn in_where_clause<F: Fetch>()
where
    F::req: Send,
    //~^ ERROR associated type `req` not found for `F`
{
}

fn main() {}

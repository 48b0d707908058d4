//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// gate-test-dyn_method_scope

// Without the gate, all is as ever.

trait Store {
    fn get(&self, key: &str) -> u32;
    fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R>;
}

trait Source {
    type Item;
}

fn get(s: &dyn Store) -> u32 { //~ ERROR the trait `Store` is not dyn compatible
    s.get("a")
}

fn left_out(_: &dyn Source) {} //~ ERROR the value of the associated type `Item` in `Source` must be specified

fn main() {}

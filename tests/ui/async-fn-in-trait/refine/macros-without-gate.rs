//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass
//@ proc-macro: other_refine.rs

// Without the gate, the name belongs to whoever has it: an attribute macro or a derive helper.

#![deny(warnings)]

extern crate other_refine;

mod attribute_macro {
    use other_refine::refine;

    #[refine]
    compile_error!("this is removed");

    pub trait Fetch {
        #[refine(of, any = kind)]
        fn missing_in_impls(&self);
        fn fetch(&self) -> impl Sized;
    }
    impl Fetch for () {
        #[other_refine::refine]
        fn not_in_trait() {}
        fn fetch(&self) -> impl Sized {}
    }
}

mod derive_helper {
    use other_refine::Refined;

    #[derive(Refined)]
    #[refine(of(any), kind = "x")]
    #[refine = "and"]
    #[refine]
    pub struct S {
        #[refine(again)]
        pub field: u8,
    }
}

fn main() {
    attribute_macro::Fetch::fetch(&());
    let _ = derive_helper::S { field: 0 }.field;
}

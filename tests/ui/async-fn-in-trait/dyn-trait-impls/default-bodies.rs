//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// A method for `Self: Sized` only can't be called on what a pointer points to. A pointer has
// its default body.

#![feature(dyn_trait_impls)]

use std::borrow::dyn_trait;

#[dyn_trait]
trait Source {
    fn next(&mut self) -> Option<u32>;

    fn total(mut self) -> u32
    where
        Self: Sized,
    {
        let mut total = 0;
        while let Some(next) = self.next() {
            total += next;
        }
        total
    }
    fn map<F: Fn(u32) -> u32>(self, f: F) -> Map<Self, F>
    where
        Self: Sized,
    {
        Map(self, f)
    }
    fn boxed(self) -> Box<dyn Source>
    where
        Self: Sized + 'static,
    {
        Box::new(self)
    }
}

struct Map<S, F>(S, F);

impl<S: Source, F: Fn(u32) -> u32> Source for Map<S, F> {
    fn next(&mut self) -> Option<u32> {
        self.0.next().map(&self.1)
    }
}

struct Down(u32);

impl Source for Down {
    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0)
    }
    fn total(self) -> u32 {
        1000
    }
}

fn total(source: impl Source) -> u32 {
    source.map(|x| x + 1).total()
}

fn main() {
    assert_eq!(Down(3).total(), 1000);
    assert_eq!((&mut Down(3)).total(), 3);
    assert_eq!(Box::new(Down(3)).total(), 3);
    let object: Box<dyn Source> = Box::new(Down(3));
    assert_eq!(total(object), 6);
    assert_eq!(total(Down(3).boxed().boxed()), 6);
}

//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Calls of `dyn` types that say what some associated types are, and of a trait that lacks
// something.

#![feature(dyn_method_scope)]
#![allow(dead_code)]

trait Source {
    type Item: Default;
    type Error;
    fn next(&mut self) -> Self::Item;
    fn fail(&mut self) -> Result<(), Self::Error>;
    fn len(&self) -> usize;
    fn map<R>(&self) -> Option<R> {
        None
    }
    fn put(&mut self, item: Option<Self::Item>) -> Vec<Self::Item>;
}

struct Count(u8);

impl Source for Count {
    type Item = u8;
    type Error = String;
    fn next(&mut self) -> u8 {
        self.0 += 1;
        self.0
    }
    fn fail(&mut self) -> Result<(), String> {
        Err("no".into())
    }
    fn len(&self) -> usize {
        self.0 as usize
    }
    fn put(&mut self, item: Option<u8>) -> Vec<u8> {
        item.into_iter().chain([self.0]).collect()
    }
}

type Next<'d> = fn(&mut (dyn Source<Item = u8, Error = String> + 'd)) -> u8;

fn main() {
    let mut count = Count(1);
    let all: &mut dyn Source<Item = u8, Error = String> = &mut count;
    assert_eq!((all.next(), all.len()), (2, 2));
    assert_eq!(all.fail(), Err("no".to_owned()));
    assert_eq!(all.put(Some(9)), [9, 2]);
    let f = <dyn Source<Item = u8, Error = String>>::put;
    assert_eq!(f(all, None), [2]);
    let f: Next<'_> = <dyn Source<Item = u8, Error = String>>::next;
    assert_eq!(f(all), 3);
    let some: &mut dyn Source<Item = u8> = all;
    assert_eq!((some.next(), some.len()), (4, 4));
    let none: &mut dyn Source = some;
    assert_eq!(none.len(), 4);
    let boxed: Box<dyn Source> = Box::new(Count(7));
    assert_eq!(boxed.len(), 7);
}

//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

//@ needs-unwind

// The arguments come first, then the place, then the call. If there is no room, the method is not
// called, and its arguments are dropped. The location of a call is that of the macro.

#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(incomplete_features)]

extern crate run_ready;

use std::boxed::Boxing;
use std::cell::RefCell;
use std::future::{NoRoom, Slot, dyn_box, dyn_in, dyn_try_in, ready};
use std::panic::{AssertUnwindSafe, Location, catch_unwind};
use std::pin::pin;
use std::rc::Rc;

use run_ready::run;

trait Fetch {
    fn fetch(&self, id: Rc<u32>) -> impl Future<Output = u32>;
    #[track_caller]
    fn line(&self) -> impl Future<Output = u32>;
    fn line_of_impl(&self) -> impl Future<Output = u32>;
    async fn with(&mut self, length: usize) -> usize;
    fn length(&self) -> usize;
}

struct Logs<'a>(&'a RefCell<Vec<&'static str>>);

impl Fetch for Logs<'_> {
    fn fetch(&self, id: Rc<u32>) -> impl Future<Output = u32> {
        self.0.borrow_mut().push("call");
        let large = [*id; 9];
        async move { large.iter().sum() }
    }
    #[track_caller]
    fn line(&self) -> impl Future<Output = u32> {
        ready(Location::caller().line())
    }
    #[track_caller]
    fn line_of_impl(&self) -> impl Future<Output = u32> {
        ready(Location::caller().line())
    }
    async fn with(&mut self, length: usize) -> usize {
        self.length() + length
    }
    fn length(&self) -> usize {
        self.0.borrow().len()
    }
}

fn main() {
    let log = RefCell::new(vec![]);
    let say = |what| log.borrow_mut().push(what);
    let mut logs = Logs(&log);
    let f: &mut dyn Fetch = Boxing::new(&mut logs);
    let id = Rc::new(2);
    let argument = || {
        say("argument");
        id.clone()
    };

    let mut slot = pin!(Slot::<128>::new());
    let place = || say("place");
    let receiver = || {
        say("receiver");
        &*f
    };
    let future = dyn_in!({ place(); slot.as_mut() }, receiver().fetch(argument()));
    say("poll");
    assert_eq!(run(future), 18);
    assert_eq!(log.take(), ["receiver", "argument", "place", "call", "poll"]);

    let mut small = pin!(Slot::<16>::new());
    let no_room: Result<_, NoRoom> = dyn_try_in!(small.as_mut(), f.fetch(argument()));
    let no_room = no_room.map(|_| ()).unwrap_err();
    assert_eq!((no_room.available(), no_room.is_taken()), (Some(16), false));
    assert!(no_room.layout().size() >= 36);
    assert_eq!(log.take(), ["argument"]);
    assert_eq!(Rc::strong_count(&id), 1);

    let panic = catch_unwind(AssertUnwindSafe(|| drop(dyn_in!(small, f.fetch(argument())))));
    let message = panic.unwrap_err().downcast::<String>().unwrap();
    assert!(message.contains("Fetch>::fetch") && message.contains("16"), "{message}");
    assert_eq!(log.take(), ["argument"]);
    assert_eq!(Rc::strong_count(&id), 1);

    assert_eq!(run(dyn_in!(slot.as_mut(), f.line())), line!());
    assert_eq!(run(dyn_box!(f.line())), line!());
    assert_eq!(run(dyn_box!(logs.line())), line!());
    assert_eq!(run(dyn_box!(logs.line_of_impl())), line!());

    // The receiver is borrowed when the call is made, so an argument may look at it.
    assert_eq!(run(dyn_box!(logs.with(logs.length()))), 0);
}

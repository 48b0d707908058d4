//@ run-pass
//@ aux-build: ../../named-return-types/auxiliary/run_ready.rs
//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

// Whatever a trait and its items may look like, and without a warning that is about what the
// attribute makes.

//! It has to be documented.

#![feature(async_fn_in_dyn_trait, dyn_trait_impls)]
#![allow(incomplete_features, async_fn_in_trait)]
#![deny(warnings, deprecated, unsafe_op_in_unsafe_fn, refining_impl_trait, unused_lifetimes)]
#![deny(missing_docs, elided_lifetimes_in_paths, unused_qualifications)]
#![forbid(unused_must_use)]

extern crate run_ready;

use std::borrow::dyn_trait;
use std::fmt::{Debug, Display};
use std::panic::Location;
use std::rc::Rc;

use run_ready::run;

/// With a lifetime that a path hides.
pub struct Cursor<'c>(&'c str);

/// Generics.
#[dyn_trait]
pub trait Table<'t, T, K: Ord = u8, const N: usize = 2>
where
    T: Debug + 't,
    Self::Row: Clone,
{
    /// An array.
    const COLUMNS: [u32; N];
    /// A type.
    type Row: Into<u64> + Debug;
    /// A type that borrows.
    type Iter<'a, X: 'a>: Iterator<Item = X>
    where
        Self: 'a;

    /// Elided and hidden lifetimes.
    #[allow(elided_lifetimes_in_paths)]
    fn seek(&self, cursor: &Cursor, key: &K) -> Option<&T>;
    /// Named lifetimes, late-bound and early-bound.
    fn longer<'a: 'b, 'b>(&'a self, other: &'b str) -> &'b str;
    /// A type that borrows.
    fn iter<'a, X: Clone + 'a>(&'a self, of: &'a [X]) -> Self::Iter<'a, X>;
    /// Nothing tells `X` but the caller.
    fn size<X, const M: usize>(&self) -> usize;
    /// The same with a future.
    async fn size_async<X: Debug>(&self) -> usize;
    /// `impl Trait` as an argument.
    async fn apply(&mut self, f: impl Fn(&str) -> u32, _: impl Display) -> u32;
    /// A function as an argument.
    fn each(&self, f: &mut dyn FnMut(&T)) -> Self::Row
    where
        T: Clone;
    /// Patterns.
    fn pattern(&self, (a, _): (u32, u32), [b, ..]: [u32; 3]) -> u32 {
        a + b
    }
    /// Unsafe.
    ///
    /// # Safety
    ///
    /// None.
    unsafe fn danger(&self) -> u32;
    /// Another ABI.
    extern "C" fn abi(&self, x: u32) -> u32;
    /// Must use.
    #[must_use]
    fn must(&self) -> u32;
    /// Nobody should.
    #[deprecated]
    fn old(&self) -> u32;
}

struct Two<T>(T);

impl<'t, T: Debug + 't> Table<'t, T> for Two<T> {
    const COLUMNS: [u32; 2] = [1, 2];
    type Row = u8;
    type Iter<'a, X: 'a>
        = std::vec::IntoIter<X>
    where
        Self: 'a;

    fn seek(&self, cursor: &Cursor<'_>, key: &u8) -> Option<&T> {
        (cursor.0.len() == usize::from(*key)).then_some(&self.0)
    }
    fn longer<'a: 'b, 'b>(&'a self, other: &'b str) -> &'b str {
        other
    }
    fn iter<'a, X: Clone + 'a>(&'a self, of: &'a [X]) -> std::vec::IntoIter<X> {
        of.to_vec().into_iter()
    }
    fn size<X, const M: usize>(&self) -> usize {
        size_of::<X>() + M
    }
    async fn size_async<X: Debug>(&self) -> usize {
        size_of::<X>()
    }
    async fn apply(&mut self, f: impl Fn(&str) -> u32, _: impl Display) -> u32 {
        f("abc")
    }
    fn each(&self, f: &mut dyn FnMut(&T)) -> u8
    where
        T: Clone,
    {
        f(&self.0);
        f(&self.0.clone());
        2
    }
    unsafe fn danger(&self) -> u32 {
        3
    }
    extern "C" fn abi(&self, x: u32) -> u32 {
        x
    }
    fn must(&self) -> u32 {
        4
    }
    fn old(&self) -> u32 {
        5
    }
}

fn use_table<'t, X: Table<'t, String>>(mut x: X) {
    assert_eq!(X::COLUMNS, [1, 2]);
    assert_eq!(x.seek(&Cursor("ab"), &2).unwrap(), "text");
    assert_eq!(x.longer("b"), "b");
    assert_eq!(x.iter(&[1, 2]).sum::<i32>(), 3);
    assert_eq!(x.size::<u32, 3>(), 7);
    assert_eq!(run(x.size_async::<u64>()), 8);
    assert_eq!(run(x.apply(|s| s.len() as u32, 1)), 3);
    let mut seen = 0;
    assert_eq!(x.each(&mut |_| seen += 1).into(), 2);
    assert_eq!(seen, 2);
    assert_eq!(x.pattern((1, 2), [3, 4, 5]), 4);
    assert_eq!(unsafe { x.danger() }, 3);
    assert_eq!(x.abi(9), 9);
    assert_eq!(x.must(), 4);
    #[allow(deprecated)]
    let old = x.old();
    assert_eq!(old, 5);
}

macro_rules! items {
    ($name:ident, $($more:item)*) => {
        /// From a macro.
        fn $name(&self) -> u32;
        $($more)*
    };
}

macro_rules! ty {
    () => { u32 };
}

/// Items that are configured out, or come from macros.
#[dyn_trait]
trait Made {
    #[cfg(false)]
    fn no() -> Self;
    #[cfg(true)]
    fn yes(&self) -> u32;
    items! {
        made,
    }
    items! {
        again,
    }
    #[cfg_attr(true, track_caller)]
    fn place(&self, #[cfg(false)] _: u8) -> ty!();
    fn with_local_macro(&self) -> u32 {
        macro_rules! one {
            () => { 1 };
        }
        one!()
    }
}

impl Made for u32 {
    fn yes(&self) -> u32 {
        *self
    }
    fn made(&self) -> u32 {
        *self + 1
    }
    fn again(&self) -> u32 {
        *self + 2
    }
    fn place(&self) -> u32 {
        Location::caller().line()
    }
}

fn use_made(m: impl Made) {
    assert_eq!((m.yes(), m.made(), m.again(), m.with_local_macro()), (5, 6, 7, 1));
    assert_eq!(m.place(), line!());
}

/// # Safety
///
/// None.
#[dyn_trait]
unsafe trait Trusted {
    fn len(&self) -> usize;
}

unsafe impl Trusted for str {
    fn len(&self) -> usize {
        str::len(self)
    }
}

/// A trait with nothing.
#[dyn_trait]
pub(crate) trait Marker {}
impl Marker for str {}

/// A parameter with the name that the attribute would take.
#[dyn_trait]
trait Named<'a, T> {
    fn get(&self, t: &'a T) -> &'a T;
}
impl<'a> Named<'a, u8> for () {
    fn get(&self, t: &'a u8) -> &'a u8 {
        t
    }
}

macro_rules! whole_trait {
    ($(#[$attr:meta])* $name:ident, $self:ident, $param:ident) => {
        $(#[$attr])*
        trait $name<$param> {
            fn get(&$self, param: $param) -> $param;
            async fn fetch(&$self) -> u32;
        }
    };
}
whole_trait! { #[dyn_trait] Whole, self, P }
impl Whole<u8> for () {
    fn get(&self, param: u8) -> u8 {
        param
    }
    async fn fetch(&self) -> u32 {
        1
    }
}

fn main() {
    use_table(&mut Two("text".to_owned()));
    use_table(Box::new(Two("text".to_owned())));
    use_made(&5_u32);
    use_made(Rc::new(5_u32));
    fn len(t: impl Trusted) -> usize {
        t.len()
    }
    assert_eq!(len("abc") + len(Rc::<str>::from("ab")), 5);
    fn marked(_: impl Marker) {}
    marked(Box::<str>::from(""));
    fn get<'a>(t: impl Named<'a, u8>) -> u8 {
        *t.get(&3)
    }
    assert_eq!(get(&()), 3);
    fn whole(w: impl Whole<u8>) -> u32 {
        u32::from(w.get(2)) + run(w.fetch())
    }
    assert_eq!(whole(Box::new(())), 3);

    // In a body, before and after its use.
    let local = |l: &dyn Local| in_local(l);
    #[dyn_trait]
    trait Local {
        fn one(&self) -> u32;
    }
    impl Local for () {
        fn one(&self) -> u32 {
            1
        }
    }
    fn in_local(l: impl Local) -> u32 {
        l.one()
    }
    assert_eq!(local(&()), 1);
}

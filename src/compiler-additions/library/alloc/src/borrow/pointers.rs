//! `#[dyn_trait]`, for all pointers.

/// What `#[dyn_trait]` makes is written with these names.
#[doc(hidden)]
#[unstable(feature = "dyn_trait_impls", issue = "none")]
pub mod dyn_trait_names {
    #[unstable(feature = "dyn_trait_impls", issue = "none")]
    pub use core::marker::{Sized, Unpin};
    #[unstable(feature = "dyn_trait_impls", issue = "none")]
    pub use core::pin::Pin;

    #[unstable(feature = "dyn_trait_impls", issue = "none")]
    pub use crate::boxed::Box;
    #[cfg(not(no_rc))]
    #[unstable(feature = "dyn_trait_impls", issue = "none")]
    pub use crate::rc::Rc;
    #[cfg(all(not(no_rc), not(no_sync), target_has_atomic = "ptr"))]
    #[unstable(feature = "dyn_trait_impls", issue = "none")]
    pub use crate::sync::Arc;
}

/// Makes `&T`, `&mut T`, `Box<T>`, `Rc<T>` and `Arc<T>` implement a trait that `T` implements.
///
/// `T` may be a `dyn` type. So a `Box<dyn Fetch>` goes where an `impl Fetch` is wanted.
///
/// A method of a pointer calls that of what it points to, and returns what that returns: `<Box<T> as
/// Fetch>::fetch` is `<T as Fetch>::fetch`, without another future or an allocation. Constants and associated
/// types are those of `T`.
///
/// # Which pointers
///
/// A pointer implements the trait if it can hand on all of its items:
///
/// | an item of the trait | pointers |
/// | --- | --- |
/// | a constant, an associated type, a function without `self`, `&self` | all |
/// | `&mut self` | `&mut T`, `Box<T>` |
/// | `self`, `self: Box<Self>`, `self: Pin<Box<Self>>` | `Box<T>` |
/// | `self: Rc<Self>` | `Rc<T>` |
/// | `self: Arc<Self>` | `Arc<T>` |
/// | `self: Pin<&Self>` | all, where `T: Unpin` |
/// | `self: Pin<&mut Self>` | `&mut T`, `Box<T>`, where `T: Unpin` |
/// | a method with `where Self: Sized` that has a default body | all; each has that body |
/// | any other method with `where Self: Sized` or another bound on `Self` | none |
/// | an item that names `Self` elsewhere, as in `-> Self` or `other: &Self` | none |
///
/// `Self::Item` does not name `Self`. If there is no pointer that can, this is an error.
///
/// A pointer also has to implement the trait's supertraits, with the same associated types.
///
/// A trait that already has an implementation for one of these pointers, or for all types, can't have the
/// attribute.
///
/// # Examples
///
/// ```
/// #![feature(dyn_trait_impls, async_fn_in_dyn_trait)]
/// # #![allow(incomplete_features)]
/// use std::borrow::dyn_trait;
/// use std::boxed::Boxing;
///
/// #[dyn_trait]
/// trait Fetch {
///     async fn fetch(&self, id: u32) -> u32;
/// }
///
/// struct Echo;
///
/// impl Fetch for Echo {
///     async fn fetch(&self, id: u32) -> u32 {
///         id
///     }
/// }
///
/// async fn sum(fetch: impl Fetch) -> u32 {
///     fetch.fetch(1).await + fetch.fetch(2).await
/// }
///
/// let fetch: Box<dyn Fetch> = Boxing::new(Box::new(Echo));
/// let sum = sum(fetch);
/// # use std::task::{Context, Poll, Waker};
/// # let mut sum = std::pin::pin!(sum);
/// # assert_eq!(sum.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(3));
/// ```
#[unstable(feature = "dyn_trait_impls", issue = "none")]
#[allow_internal_unstable(dyn_trait_impls)]
#[rustc_builtin_macro]
pub macro dyn_trait($item:item) {
    /* compiler built-in */
}

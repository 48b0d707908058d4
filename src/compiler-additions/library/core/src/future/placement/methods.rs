//! Methods whose calls have been taken apart, but for their arguments.

use crate::alloc::Layout;
use crate::any::Any;
use crate::marker::PhantomData;
use crate::ptr::DynMetadata;
use crate::{intrinsics, mem};

/// Takes a method and its receiver for what it is: `unapplied_method(f.fetch())` does not call `fetch`,
/// whatever arguments it takes, but knows the layout of what it returns.
///
/// The compiler does this, for whatever method is written as the argument.
///
/// # Panics
///
/// If it is called as a function, which takes it as a value.
#[lang = "unapplied_method"]
#[doc(hidden)]
#[unstable(feature = "dyn_placement", issue = "none")]
pub fn unapplied_method<T>(_: T) -> T {
    panic!("`unapplied_method` is no function, but a name that the compiler knows")
}

/// A method and its receiver.
#[doc(hidden)]
#[unstable(feature = "dyn_placement", issue = "none")]
pub trait UnappliedMethod {
    /// The layout of what the method returns. This does not call it.
    #[unstable(feature = "dyn_placement", issue = "none")]
    fn layout(&self) -> Layout;
}

/// A method that returns a future, of a `dyn`.
#[lang = "method_of_dyn"]
#[doc(hidden)]
#[allow(missing_debug_implementations)]
#[unstable(feature = "dyn_placement", issue = "none")]
pub struct MethodOfDyn<F, Receiver> {
    #[allow(dead_code)] // It has no value but its type.
    function: F,
    /// A tuple of one.
    receiver: Receiver,
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<F, Receiver> UnappliedMethod for MethodOfDyn<F, Receiver> {
    #[inline]
    fn layout(&self) -> Layout {
        // SAFETY: the compiler makes this of a method of a `dyn`, whose arguments start with the receiver.
        let vtable = unsafe { intrinsics::vtable_of_future::<F, Receiver>(&self.receiver) };
        // SAFETY: a pointer to a vtable is all that a `DynMetadata` is, and this is one of a future.
        let vtable: DynMetadata<dyn Any> = unsafe { mem::transmute(vtable) };
        vtable.layout()
    }
}

/// Any other method.
#[lang = "method_of_sized"]
#[doc(hidden)]
#[allow(missing_debug_implementations)]
#[unstable(feature = "dyn_placement", issue = "none")]
pub struct MethodOfSized<F, Receiver, Output> {
    #[allow(dead_code)] // It has no value but its type.
    function: F,
    #[allow(dead_code)] // It has been evaluated, and that is all.
    receiver: Receiver,
    output: PhantomData<fn() -> Output>,
}

#[unstable(feature = "dyn_placement", issue = "none")]
impl<F, Receiver, Output> UnappliedMethod for MethodOfSized<F, Receiver, Output> {
    #[inline]
    fn layout(&self) -> Layout {
        Layout::new::<Output>()
    }
}

/// Tells how much room the future of a method takes, without a call.
///
/// `dyn_layout!(f.fetch)` takes a receiver and a method, without its arguments, and returns the
/// [`Layout`] of what the method returns: of the implementation's future, if `f` is a `dyn`.
///
/// # Cost
///
/// On a `dyn`, three loads from its vtables; otherwise it is a constant. The receiver is evaluated.
///
/// # Examples
///
/// ```
/// #![feature(async_fn_in_dyn_trait, return_type_notation, dyn_placement)]
/// # #![allow(incomplete_features)]
/// use std::future::dyn_layout;
///
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
/// let f: &dyn Fetch<fetch(..): ?Sized> = &Echo;
/// assert_eq!(dyn_layout!(f.fetch), dyn_layout!(Echo.fetch));
/// assert_eq!(dyn_layout!(f.fetch).size(), size_of_val(&Echo.fetch(1)));
/// ```
#[unstable(feature = "dyn_placement", issue = "none")]
#[allow_internal_unstable(dyn_placement)]
pub macro dyn_layout {
    // The method is what comes after the last dot.
    (@of [$($receiver:tt)+] . $method:ident $(::<$($arg:ty),* $(,)?>)? $(,)?) => {
        $crate::future::UnappliedMethod::layout(
            &$crate::future::unapplied_method($($receiver)+.$method $(::<$($arg),*>)?())
        )
    },
    (@of [$($receiver:tt)*] $next:tt $($rest:tt)*) => {
        $crate::future::dyn_layout!(@of [$($receiver)* $next] $($rest)*)
    },
    (@of [$($all:tt)*]) => {
        $crate::future::unapplied_method($($all)*)
    },
    ($($receiver_and_method:tt)+) => {
        $crate::future::dyn_layout!(@of [] $($receiver_and_method)+)
    },
}

//! `#[dyn_trait]`, for the pointers that need no memory.

/// What `#[dyn_trait]` makes is written with these names.
#[doc(hidden)]
#[unstable(feature = "dyn_trait_impls", issue = "none")]
pub mod dyn_trait_names {
    #[unstable(feature = "dyn_trait_impls", issue = "none")]
    pub use crate::marker::{Sized, Unpin};
    #[unstable(feature = "dyn_trait_impls", issue = "none")]
    pub use crate::pin::Pin;
}

/// Makes `&T` and `&mut T` implement a trait that `T` implements.
///
/// That of `alloc::borrow`, which is also `std::borrow::dyn_trait`, says more, and does the same for `Box<T>`,
/// `Rc<T>` and `Arc<T>`. This one is for a crate that has to do without `alloc`.
///
/// # Examples
///
/// ```
/// #![feature(dyn_trait_impls)]
/// use core::borrow::dyn_trait;
///
/// #[dyn_trait]
/// trait Sensor {
///     fn read(&mut self) -> u16;
/// }
///
/// struct Fixed(u16);
///
/// impl Sensor for Fixed {
///     fn read(&mut self) -> u16 {
///         self.0
///     }
/// }
///
/// fn sum(mut sensor: impl Sensor) -> u16 {
///     sensor.read() + sensor.read()
/// }
///
/// let mut fixed = Fixed(2);
/// let sensor: &mut dyn Sensor = &mut fixed;
/// assert_eq!(sum(sensor), 4);
/// ```
#[unstable(feature = "dyn_trait_impls", issue = "none")]
#[allow_internal_unstable(dyn_trait_impls)]
#[rustc_builtin_macro(dyn_trait_in_core)]
pub macro dyn_trait($item:item) {
    /* compiler built-in */
}

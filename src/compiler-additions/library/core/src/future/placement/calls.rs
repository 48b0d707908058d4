//! Calls that have been taken apart.

use super::UnappliedCall;
use crate::alloc::Layout;
use crate::any::type_name;
use crate::future::Future;
use crate::marker::{PhantomData, Tuple, Unsize};
use crate::panic::Location;
use crate::ptr::{self, DynMetadata, NonNull, Pointee};
use crate::{intrinsics, mem};

/// Takes a call apart: `unapplied(f.fetch(1))` does not call `fetch`, but is a value that can.
///
/// The compiler does this, for whatever call is written as the argument.
///
/// # Panics
///
/// If it is called as a function, which takes it as a value.
#[lang = "unapplied_call"]
#[doc(hidden)]
#[unstable(feature = "dyn_placement", issue = "none")]
pub fn unapplied<T>(_: T) -> T {
    panic!("`unapplied` is no function, but a name that the compiler knows")
}

/// A call of a method that returns a future, through a `dyn`.
#[lang = "call_of_dyn"]
#[doc(hidden)]
#[allow(missing_debug_implementations)]
#[unstable(feature = "dyn_placement", issue = "none")]
pub struct CallOfDyn<F, Args, D>
where
    F: FnOnce<Args>,
    F::Output: Unsize<D>,
    Args: Tuple,
    D: ?Sized,
{
    #[allow(dead_code)] // It has no value but its type.
    function: F,
    args: Args,
    pointee: PhantomData<fn() -> *const D>,
}

// SAFETY: the vtable of the future is that of the implementation's method, as is what `write_call`
// writes. `D` is a `dyn Future` of what the method's future is known to be: see the bound.
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe impl<F, Args, D> UnappliedCall for CallOfDyn<F, Args, D>
where
    F: FnOnce<Args>,
    F::Output: Unsize<D>,
    Args: Tuple,
    D: ?Sized + Future + Pointee<Metadata = DynMetadata<D>>,
{
    type Pointee = D;

    #[inline]
    fn layout(&self) -> Layout {
        self.vtable().layout()
    }

    #[inline]
    fn name() -> &'static str {
        type_name::<F>()
    }

    #[inline]
    #[track_caller]
    unsafe fn write(self, memory: NonNull<u8>) -> NonNull<D> {
        let vtable = self.vtable();
        // SAFETY: as the caller says. The receiver comes first in `args`, as in `Self::vtable`.
        unsafe {
            let writer = intrinsics::writer_of_future::<F, Args>(&self.args);
            let memory = memory.as_ptr().cast();
            write_call_of_dyn::<F, Args>(self.args, memory, writer, Location::caller());
        }
        NonNull::from_raw_parts(memory, vtable)
    }
}

impl<F, Args, D> CallOfDyn<F, Args, D>
where
    F: FnOnce<Args>,
    F::Output: Unsize<D>,
    Args: Tuple,
    D: ?Sized,
{
    /// The vtable of the future, which is in the receiver's.
    #[inline]
    fn vtable(&self) -> DynMetadata<D> {
        // SAFETY: the compiler makes this of a call through a `dyn`, with the receiver first. A pointer
        // to a vtable is all that a `DynMetadata` is.
        unsafe { mem::transmute(intrinsics::vtable_of_future::<F, Args>(&self.args)) }
    }
}

/// A call of any function.
#[lang = "call_of_sized"]
#[doc(hidden)]
#[allow(missing_debug_implementations)]
#[unstable(feature = "dyn_placement", issue = "none")]
pub struct CallOfSized<F, Args>
where
    F: FnOnce<Args>,
    Args: Tuple,
{
    #[allow(dead_code)] // It has no value but its type.
    function: F,
    args: Args,
}

// SAFETY: `write_call` writes an `F::Output`.
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe impl<F, Args> UnappliedCall for CallOfSized<F, Args>
where
    F: FnOnce<Args>,
    Args: Tuple,
{
    type Pointee = F::Output;

    #[inline]
    fn layout(&self) -> Layout {
        Layout::new::<F::Output>()
    }

    #[inline]
    fn name() -> &'static str {
        type_name::<F>()
    }

    #[inline]
    #[track_caller]
    unsafe fn write(self, memory: NonNull<u8>) -> NonNull<F::Output> {
        // SAFETY: as the caller says.
        unsafe { write_call::<F, Args>(self.args, memory.as_ptr().cast()) };
        memory.cast()
    }
}

/// Calls a function, which writes what it returns to `memory`.
///
/// The compiler puts a shim of the function here.
///
/// # Safety
///
/// `F` must be the type of a function. `memory` must be valid for writes of what is written.
#[lang = "write_call"]
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe fn write_call<F, Args>(args: Args, memory: *mut ())
where
    F: FnOnce<Args>,
    Args: Tuple,
{
    let _ = (args, memory, ptr::null::<F>());
    panic!("`write_call` has a shim of the function that is called")
}

/// Calls a method of a `dyn` that returns a future, and writes that of the implementation to `memory`.
///
/// The compiler puts a shim of the method here.
///
/// # Safety
///
/// `F` must be the type of such a method, and `writer` what the intrinsic `writer_of_future` returns for
/// these arguments. `memory` must be valid for writes of what is written.
#[lang = "write_call_of_dyn"]
#[unstable(feature = "dyn_placement", issue = "none")]
unsafe fn write_call_of_dyn<F, Args>(
    args: Args,
    memory: *mut (),
    writer: *const (),
    location: &'static Location<'static>,
) where
    F: FnOnce<Args>,
    Args: Tuple,
{
    let _ = (args, memory, writer, location, ptr::null::<F>());
    panic!("`write_call_of_dyn` has a shim of the method that is called")
}

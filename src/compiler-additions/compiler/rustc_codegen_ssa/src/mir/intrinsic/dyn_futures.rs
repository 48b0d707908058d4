//! What a vtable holds of the futures that methods called through a `dyn` return.

use rustc_middle::bug;
use rustc_middle::ty::GenericArgsRef;
use rustc_span::{Symbol, sym};

use crate::mir::place::PlaceRef;
use crate::traits::*;

/// What stands in a vtable for the future that the method `F` would return for `args`, a pointer to a
/// tuple that starts with the receiver: the future's vtable, or what writes the future.
pub(super) fn future_in_vtable<'a, 'tcx, Bx: BuilderMethods<'a, 'tcx>>(
    bx: &mut Bx,
    intrinsic: Symbol,
    fn_args: GenericArgsRef<'tcx>,
    args: Bx::Value,
) -> Bx::Value {
    let Some(slots) = bx.tcx().slots_of_future_in_vtable(fn_args.type_at(0)) else {
        bug!("{:?} is no method of a `dyn` that returns a future", fn_args.type_at(0));
    };
    let slot = if intrinsic == sym::writer_of_future { slots.writer } else { slots.vtable };
    let args = PlaceRef::new_sized(args, bx.layout_of(fn_args.type_at(1)));
    let receiver = args.project_field(bx, 0);
    // Whatever it is, it is laid out as a pointer to a `dyn`.
    let metadata = bx.inbounds_ptradd(
        receiver.val.llval,
        bx.const_usize(bx.data_layout().pointer_size().bytes()),
    );
    let vtable = load_ptr(bx, metadata);
    let offset = bx.const_usize(slot as u64 * bx.data_layout().pointer_size().bytes());
    let entry = bx.inbounds_ptradd(vtable, offset);
    let found = load_ptr(bx, entry);
    // Vtables don't change.
    bx.set_invariant_load(found);
    found
}

fn load_ptr<'a, 'tcx, Bx: BuilderMethods<'a, 'tcx>>(bx: &mut Bx, from: Bx::Value) -> Bx::Value {
    let ptr_ty = bx.type_ptr();
    let align = bx.data_layout().pointer_align().abi;
    let loaded = bx.load(ptr_ty, from, align);
    bx.nonnull_metadata(loaded);
    loaded
}

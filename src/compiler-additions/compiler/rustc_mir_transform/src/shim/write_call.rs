//! A call whose future is written where the caller says.
//!
//! ```ignore (illustrative)
//! fn write_call((self_, id): (&mut T, u32), room: *mut ()) {
//!     *(room as *mut _) = <T as Fetch>::fetch(self_, id); // written there, not moved
//! }
//! // through a `dyn`, what is in the vtable does that
//! fn write_call((self_, id): (&mut dyn Fetch, u32), room: *mut ()) {
//!     let _ = <dyn Fetch as Fetch>::fetch(self_, id, room);
//! }
//! ```
//!
//! Where the function is `#[track_caller]`, so is the shim.

use rustc_hir::def_id::DefId;
use rustc_middle::mir::*;
use rustc_middle::ty::{self, TyCtxt};

use super::call_builder::{CallBuilder, Called};

pub(super) fn build_write_call_shim<'tcx>(
    tcx: TyCtxt<'tcx>,
    instance: ty::InstanceKind<'tcx>,
    fn_def_id: DefId,
    of_dyn: bool,
) -> Body<'tcx> {
    let args = ty::GenericArgs::identity_for_item(tcx, fn_def_id);
    let called_sig =
        tcx.instantiate_bound_regions_with_erased(tcx.fn_sig(fn_def_id).instantiate_identity());
    let called = Called { fn_def_id, args, output: called_sig.output() };
    let sig = tcx.sig_of_write_call(fn_def_id).instantiate_identity();
    let mut builder = CallBuilder::new(tcx, instance, sig, called);

    let tuple = Place::from(Local::from_u32(1));
    let room = Place::from(Local::from_u32(2));
    let mut inputs: Vec<_> = called_sig
        .inputs()
        .iter()
        .enumerate()
        .map(|(i, &ty)| Operand::Move(tcx.mk_place_field(tuple, i.into(), ty)))
        .collect();
    let destination = if of_dyn {
        inputs.push(Operand::Copy(room));
        // What the shim in the vtable returns says where the future is, and owns nothing.
        builder.local(called_sig.output())
    } else {
        let future = builder.room();
        future.project_deeper(&[ProjectionElem::Deref], tcx)
    };
    let end = BasicBlock::from_u32(1);
    let unwind = UnwindAction::Continue;
    builder.call(fn_def_id, args, inputs.into(), destination, end, unwind);
    if !of_dyn {
        builder.cast_first(Place::from(destination.local), room);
    }
    builder.push(TerminatorKind::Return, false);
    builder.finish()
}

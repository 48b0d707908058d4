//! A call whose future is written where the caller says.
//!
//! ```ignore (illustrative)
//! fn write_call((self_, id): (&mut T, u32), room: *mut ()) {
//!     *(room as *mut _) = <T as Fetch>::fetch(self_, id); // written there, not moved
//! }
//! // through a `dyn`, what is in the vtable does that
//! fn write_call((self_, id): (&mut dyn Fetch, u32), room: *mut (), writer: *const (), at: &Location) {
//!     (writer as fn(*mut (), u32, *mut ()))(self_ as *mut (), id, room)
//! }
//! ```
//!
//! Where the function is `#[track_caller]`, so is the shim, or it passes the location on.

use rustc_hir::def_id::DefId;
use rustc_middle::mir::*;
use rustc_middle::ty::{self, Ty, TyCtxt};

use super::call_builder::{CallBuilder, Called};
use super::dyn_future::as_pointee;

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
    let sig = tcx.sig_of_write_call(fn_def_id, of_dyn).instantiate_identity();
    let mut builder = CallBuilder::new(tcx, instance, sig, called);

    let [tuple, room] = [1, 2].map(|argument| Place::from(Local::from_u32(argument)));
    let inputs: Vec<_> = called_sig
        .inputs()
        .iter()
        .enumerate()
        .map(|(i, &ty)| Operand::Move(tcx.mk_place_field(tuple, i.into(), ty)))
        .collect();
    let end = BasicBlock::from_u32(1);
    if of_dyn {
        builder.call_writer(inputs, end);
    } else {
        let future = builder.room();
        let destination = as_pointee(tcx, future);
        builder.call(fn_def_id, args, inputs.into(), destination, end, UnwindAction::Continue);
        builder.cast_first(CastKind::PtrToPtr, future, room);
    }
    builder.push(TerminatorKind::Return, false);
    builder.finish()
}

impl<'tcx> CallBuilder<'tcx> {
    /// Add a block that calls what is in the vtable.
    fn call_writer(&mut self, mut inputs: Vec<Operand<'tcx>>, end: BasicBlock) {
        let tcx = self.tcx;
        let [room, writer, location] =
            [2, 3, 4].map(|argument| Place::from(Local::from_u32(argument)));
        let fn_ptr = tcx.fn_ptr_of_future_writer(self.called.fn_def_id);
        let inputs_of_writer = fn_ptr.fn_sig(tcx).skip_binder().inputs().len();

        let pointer_ty = room.ty(&self.locals, tcx).ty;
        let receiver = inputs[0].place().unwrap();
        let receiver_ty = receiver.ty(&self.locals, tcx).ty;
        let to_receiver = self.local(Ty::new_mut_ptr(tcx, receiver_ty));
        let to_pointer = self.local(Ty::new_mut_ptr(tcx, pointer_ty));
        let function = self.local(fn_ptr);
        inputs[0] = Operand::Copy(as_pointee(tcx, to_pointer));
        inputs.extend([Operand::Copy(room), Operand::Copy(location)]);
        inputs.truncate(inputs_of_writer);

        let func = Operand::Move(function);
        let destination = Place::return_place();
        self.call_operand(func, inputs.into(), destination, end, UnwindAction::Continue);
        self.assign_first(to_receiver, Rvalue::RawPtr(RawPtrKind::Mut, receiver));
        // Whatever the receiver is, it starts with the pointer to the implementation.
        self.cast_first(CastKind::PtrToPtr, to_pointer, to_receiver);
        self.cast_first(CastKind::Transmute, function, writer);
    }
}

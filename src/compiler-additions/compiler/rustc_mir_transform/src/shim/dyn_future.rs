//! What stands in a vtable for a method that returns a future.
//!
//! ```ignore (illustrative)
//! // The call, in the vtable of an adapter, such as `Boxing<T>`, which is laid out as `T` is:
//! fn fetch(self_: &mut T, id: u32) -> RawDynFuture {
//!     let room = Boxing::<T>::allocate(const { Layout::new::<_>() });
//!     *room = <T as Fetch>::fetch(self_, id); // written there, not moved
//!     RawDynFuture { word: room, kept: const { &Kept { … } } }
//! }
//! // in the vtable of `T: Fetch`, if what `T::fetch` returns has a pointer's size:
//! fn fetch(self_: &mut T, id: u32) -> RawDynFuture {
//!     RawDynFuture::inline(<T as Fetch>::fetch(self_, id))
//! }
//! // And in all of them, for who has room for the future:
//! fn fetch(self_: *mut (), id: u32, room: *mut ()) {
//!     *(room as *mut _) = <T as Fetch>::fetch(self_ as &mut T, id);
//! }
//! ```
//!
//! A method that takes `self` by value gets a pointer to it, and moves it from there:
//!
//! ```ignore (illustrative)
//! fn close(self_: *mut T) -> RawDynFuture {
//!     let room = Boxing::<T>::allocate(const { Layout::new::<_>() });
//!     *room = <T as Fetch>::close(move *self_);
//!     RawDynFuture { word: room, kept: const { &Kept { … } } }
//! }
//! ```
//!
//! If the method unwinds, the room is given back; if the adapter does, the arguments are dropped.
//!
//! Where the method is `#[track_caller]`, so is the shim: the call that it makes has the location of the
//! call that leads to it.

use rustc_abi::{FieldIdx, VariantIdx};
use rustc_hir::def_id::DefId;
use rustc_hir::lang_items::LangItem;
use rustc_index::IndexVec;
use rustc_middle::mir::*;
use rustc_middle::ty::{self, GenericArg, Ty, TyCtxt};
use rustc_span::DUMMY_SP;

use super::call_builder::{CallBuilder, Called};
use crate::required_consts::RequiredConstsVisitor;

pub(super) fn build_dyn_future_shim<'tcx>(
    tcx: TyCtxt<'tcx>,
    instance: ty::InstanceKind<'tcx>,
    fn_def_id: DefId,
    adapted: bool,
) -> Body<'tcx> {
    let shim = tcx.sig_of_dyn_future_shim(fn_def_id, adapted);
    let called = Called { fn_def_id, args: shim.method_args, output: shim.future };
    let mut builder = CallBuilder::new(tcx, instance, shim.sig.instantiate_identity(), called);
    if adapted {
        builder.through_adapter();
    } else {
        builder.without_adapter();
    }
    let mut body = builder.finish();
    // Other shims have none.
    body.required_consts = None;
    RequiredConstsVisitor::compute_required_consts(&mut body);
    body
}

pub(super) fn build_write_future_shim<'tcx>(
    tcx: TyCtxt<'tcx>,
    instance: ty::InstanceKind<'tcx>,
    fn_def_id: DefId,
) -> Body<'tcx> {
    let args = ty::GenericArgs::identity_for_item(tcx, fn_def_id);
    let method_sig =
        tcx.instantiate_bound_regions_with_erased(tcx.fn_sig(fn_def_id).instantiate_identity());
    let called = Called { fn_def_id, args, output: method_sig.output() };
    let sig = tcx.sig_of_future_writer(fn_def_id).instantiate_identity();
    let mut builder = CallBuilder::new(tcx, instance, sig, called);

    let by_value = tcx.takes_self_by_value(fn_def_id);
    let receiver_ty = method_sig.inputs()[0];
    let receiver =
        builder.local(if by_value { Ty::new_mut_ptr(tcx, receiver_ty) } else { receiver_ty });
    let future = builder.room();
    let mut inputs = builder.inputs(method_sig.inputs().len());
    inputs[0] = Operand::Move(if by_value { as_pointee(tcx, receiver) } else { receiver });
    let destination = as_pointee(tcx, future);
    let end = BasicBlock::from_u32(1);
    builder.call(fn_def_id, args, inputs, destination, end, UnwindAction::Continue);
    // A pointer to the implementation is all that the receiver is, or where it is.
    let [pointer, room] =
        [1, builder.num_args].map(|argument| Place::from(Local::from_usize(argument)));
    builder.cast_first(CastKind::Transmute, receiver, pointer);
    builder.cast_first(CastKind::PtrToPtr, future, room);
    builder.push(TerminatorKind::Return, false);
    builder.finish()
}

impl<'tcx> CallBuilder<'tcx> {
    fn through_adapter(&mut self) {
        let tcx = self.tcx;
        let future = self.called.output;
        let adapter = ty::GenericArgs::identity_for_item(tcx, self.called.fn_def_id).type_at(0);
        let kept_by = [future.into(), adapter.into()];
        let layout = self.lang_const(LangItem::DynFutureLayout, &kept_by);
        let kept = self.lang_const(LangItem::DynFutureKept, &kept_by);
        let allocate = tcx.require_lang_item(LangItem::FutureAdapterAllocate, DUMMY_SP);
        let allocated = tcx.fn_sig(allocate).instantiate(tcx, &[adapter.into()]).skip_binder();
        let memory = self.local(allocated.output());
        let pointer = self.local(Ty::new_mut_ptr(tcx, tcx.types.unit));
        let room = self.room();
        let raw_ty = self.locals[RETURN_PLACE].ty;
        let ty::Adt(raw, no_args) = *raw_ty.kind() else { unreachable!() };
        let word = self.local(raw.non_enum_variant().fields[FieldIdx::ZERO].ty(tcx, no_args));

        // What follows the two calls: the end, and two ways to unwind.
        let to_drop = self.inputs_to_drop();
        let [call, end, drop_args] = [1, 2, 3].map(BasicBlock::from_u32);
        let resume = drop_args + to_drop.len();
        let give_back = resume + 1;
        let adapter_args = tcx.mk_args(&[adapter.into()]);
        let unwind = match to_drop.is_empty() {
            true => UnwindAction::Continue,
            false => UnwindAction::Cleanup(drop_args),
        };
        let inputs = Box::new([layout.clone()]);
        self.call(allocate, adapter_args, inputs, memory, call, unwind);
        let unwind = UnwindAction::Cleanup(give_back);
        self.call_method(as_pointee(tcx, room), end, unwind);
        self.cast_first(CastKind::Transmute, pointer, memory);
        self.cast_first(CastKind::PtrToPtr, room, pointer);
        self.push(TerminatorKind::Return, false);
        self.cast_first(CastKind::Transmute, word, memory);
        let fields = IndexVec::from_raw(vec![Operand::Move(word), kept]);
        let kind = AggregateKind::Adt(raw.did(), VariantIdx::ZERO, no_args, None, None);
        let returned = Rvalue::Aggregate(Box::new(kind), fields);
        self.assign_first(Place::return_place(), returned);

        for place in to_drop {
            let target = self.blocks.next_index() + 1;
            let drop = TerminatorKind::Drop {
                place,
                target,
                unwind: UnwindAction::Terminate(UnwindTerminateReason::InCleanup),
                replace: false,
                drop: None,
                async_fut: None,
            };
            self.push(drop, true);
        }
        self.push(TerminatorKind::UnwindResume, true);
        let unit = self.local(tcx.types.unit);
        let unwind = UnwindAction::Terminate(UnwindTerminateReason::InCleanup);
        let deallocate = tcx.require_lang_item(LangItem::FutureAdapterDeallocate, DUMMY_SP);
        let inputs = Box::new([Operand::Move(memory), layout]);
        self.call(deallocate, adapter_args, inputs, unit, resume, unwind);
        self.blocks[give_back].is_cleanup = true;
    }

    /// The arguments of the method that may have something to drop.
    fn inputs_to_drop(&self) -> Vec<Place<'tcx>> {
        let typing_env = ty::TypingEnv::post_analysis(self.tcx, self.called.fn_def_id);
        (1..=self.num_args)
            .map(|index| self.input(index))
            .filter(|input| input.ty(&self.locals, self.tcx).ty.needs_drop(self.tcx, typing_env))
            .collect()
    }

    fn without_adapter(&mut self) {
        let future = self.local(self.called.output);
        let [inline, end] = [1, 2].map(BasicBlock::from_u32);
        let unwind = UnwindAction::Continue;
        self.call_method(future, inline, unwind);
        let callee = self.tcx.require_lang_item(LangItem::DynFutureInline, DUMMY_SP);
        let args = self.tcx.mk_args(&[self.called.output.into()]);
        let inputs = Box::new([Operand::Move(future)]);
        self.call(callee, args, inputs, Place::return_place(), end, unwind);
        self.push(TerminatorKind::Return, false);
    }

    /// Add a block that calls the method.
    fn call_method(&mut self, destination: Place<'tcx>, next: BasicBlock, unwind: UnwindAction) {
        let Called { fn_def_id, args, .. } = self.called;
        let inputs = (1..=self.num_args).map(|i| Operand::Move(self.input(i))).collect();
        self.call(fn_def_id, args, inputs, destination, next, unwind);
    }

    /// Where an argument of the method is: for a `self` by value, behind the shim's.
    fn input(&self, index: usize) -> Place<'tcx> {
        let argument = Place::from(Local::from_usize(index));
        match index == 1 && self.tcx.takes_self_by_value(self.called.fn_def_id) {
            true => as_pointee(self.tcx, argument),
            false => argument,
        }
    }

    /// The first arguments of the shim.
    fn inputs(&self, count: usize) -> Box<[Operand<'tcx>]> {
        (1..=count).map(|i| Operand::Move(Place::from(Local::from_usize(i)))).collect()
    }

    fn lang_const(&self, constant: LangItem, args: &[GenericArg<'tcx>]) -> Operand<'tcx> {
        let def_id = self.tcx.require_lang_item(constant, DUMMY_SP);
        let args = self.tcx.mk_args(args);
        let ty = self.tcx.type_of(def_id).instantiate(self.tcx, args);
        let const_ = Const::Unevaluated(UnevaluatedConst::new(def_id, args), ty);
        Operand::Constant(Box::new(ConstOperand { span: self.span, user_ty: None, const_ }))
    }
}

pub(super) fn as_pointee<'tcx>(tcx: TyCtxt<'tcx>, room: Place<'tcx>) -> Place<'tcx> {
    room.project_deeper(&[ProjectionElem::Deref], tcx)
}

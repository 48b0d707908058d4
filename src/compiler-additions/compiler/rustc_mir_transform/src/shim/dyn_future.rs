//! What stands in a vtable for a method that returns a future.
//!
//! ```ignore (illustrative)
//! // In the vtable of an adapter, such as `Boxing<T>`, which is laid out as `T` is:
//! fn fetch(self_: &mut T, id: u32, given: *mut ()) -> RawDynFuture {
//!     let room = RawDynFuture::room::<_, Boxing<T>>(given);
//!     *room = <T as Fetch>::fetch(self_, id); // written there, not moved
//!     RawDynFuture::new::<_, Boxing<T>>(room)
//! }
//! // In the vtable of `T: Fetch`, if what `T::fetch` returns has a pointer's size:
//! fn fetch(self_: &mut T, id: u32, given: *mut ()) -> RawDynFuture {
//!     if given.is_null() {
//!         RawDynFuture::inline(<T as Fetch>::fetch(self_, id))
//!     } else {
//!         let room = given as *mut _;
//!         *room = <T as Fetch>::fetch(self_, id);
//!         RawDynFuture::placed(room)
//!     }
//! }
//! ```
//!
//! If the method unwinds, the room is given back; if the adapter does, the arguments are dropped.
//!
//! Where the method is `#[track_caller]`, so is the shim: the call that it makes has the location of the
//! call that leads to it.

use rustc_hir::def_id::DefId;
use rustc_hir::lang_items::LangItem;
use rustc_index::IndexVec;
use rustc_middle::mir::interpret::Scalar;
use rustc_middle::mir::*;
use rustc_middle::ty::{self, GenericArgsRef, Ty, TyCtxt};
use rustc_span::source_map::dummy_spanned;
use rustc_span::{DUMMY_SP, Span};

use super::{local_decls_for_sig, new_body};

pub(super) fn build_dyn_future_shim<'tcx>(
    tcx: TyCtxt<'tcx>,
    instance: ty::InstanceKind<'tcx>,
    fn_def_id: DefId,
    adapted: bool,
) -> Body<'tcx> {
    let span = tcx.def_span(fn_def_id);
    let shim = tcx.sig_of_dyn_future_shim(fn_def_id, adapted);
    let sig = shim.sig.instantiate_identity();
    let mut builder = Builder {
        tcx,
        span,
        locals: local_decls_for_sig(&sig, span),
        blocks: IndexVec::new(),
        fn_def_id,
        num_inputs: sig.inputs().len() - 1,
        method_args: shim.method_args,
        future: shim.future,
    };
    if adapted {
        builder.through_adapter();
    } else {
        builder.without_adapter();
    }
    let source = MirSource::from_instance(instance);
    new_body(source, builder.blocks, builder.locals, sig.inputs().len(), span)
}

pub(super) struct Builder<'tcx> {
    pub(super) tcx: TyCtxt<'tcx>,
    pub(super) span: Span,
    pub(super) locals: IndexVec<Local, LocalDecl<'tcx>>,
    pub(super) blocks: IndexVec<BasicBlock, BasicBlockData<'tcx>>,
    pub(super) fn_def_id: DefId,
    /// The arguments of the method, which start with the receiver.
    pub(super) num_inputs: usize,
    pub(super) method_args: GenericArgsRef<'tcx>,
    pub(super) future: Ty<'tcx>,
}

impl<'tcx> Builder<'tcx> {
    fn through_adapter(&mut self) {
        let tcx = self.tcx;
        let adapter = ty::GenericArgs::identity_for_item(tcx, self.fn_def_id).type_at(0);
        let args = tcx.mk_args(&[self.future.into(), adapter.into()]);
        let room = self.room();
        let given = Operand::Copy(self.given());

        // What follows the three calls: the end, and two ways to unwind.
        let [get_room, call, new, end, drop_args] = [0, 1, 2, 3, 4].map(BasicBlock::from_u32);
        let resume = BasicBlock::from_usize(drop_args.as_usize() + self.num_inputs);
        let give_back = resume + 1;
        let unwind = UnwindAction::Cleanup(drop_args);
        self.call_lang(LangItem::DynFutureRoom, args, [given.clone()], room, call, unwind);
        self.call_method(room_as_place(tcx, room), new, UnwindAction::Cleanup(give_back));
        let unwind = UnwindAction::Continue;
        let returned = Place::return_place();
        let moved = [Operand::Move(room)];
        self.call_lang(LangItem::DynFutureNew, args, moved, returned, end, unwind);
        self.push(TerminatorKind::Return, false);

        for input in 1..=self.num_inputs {
            let target = self.blocks.next_index() + 1;
            let drop = TerminatorKind::Drop {
                place: Place::from(Local::from_usize(input)),
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
        let inputs = [Operand::Move(room), given];
        self.call_lang(LangItem::DynFutureGiveBack, args, inputs, unit, resume, unwind);
        self.blocks[give_back].is_cleanup = true;
        debug_assert_eq!(self.blocks[get_room].statements.len(), 0);
    }

    fn without_adapter(&mut self) {
        let tcx = self.tcx;
        let args = tcx.mk_args(&[self.future.into()]);
        let given = self.given();
        let [inline, placed] = [1, 4].map(BasicBlock::from_u32);

        let is_null = self.local(tcx.types.bool);
        let null = Operand::const_from_scalar(
            tcx,
            given.ty(&self.locals, tcx).ty,
            Scalar::null_ptr(&tcx),
            self.span,
        );
        let compare = Rvalue::BinaryOp(BinOp::Eq, Box::new((Operand::Copy(given), null)));
        let targets = SwitchTargets::static_if(0, placed, inline);
        let discr = Operand::Move(is_null);
        self.push(TerminatorKind::SwitchInt { discr, targets }, false);
        self.assign_first(is_null, compare);

        let unwind = UnwindAction::Continue;
        let returned = Place::return_place();
        let future = self.local(self.future);
        self.call_method(future, inline + 1, unwind);
        let moved = [Operand::Move(future)];
        self.call_lang(LangItem::DynFutureInline, args, moved, returned, inline + 2, unwind);
        self.push(TerminatorKind::Return, false);

        let room = self.room();
        self.call_method(room_as_place(tcx, room), placed + 1, unwind);
        self.cast_first(room, given);
        let moved = [Operand::Move(room)];
        self.call_lang(LangItem::DynFuturePlaced, args, moved, returned, placed + 2, unwind);
        self.push(TerminatorKind::Return, false);
    }

    /// The argument that says where the caller has room.
    fn given(&self) -> Place<'tcx> {
        Place::from(Local::from_usize(self.num_inputs + 1))
    }

    /// A pointer to the room of a future.
    pub(super) fn room(&mut self) -> Place<'tcx> {
        self.local(Ty::new_mut_ptr(self.tcx, self.future))
    }

    pub(super) fn local(&mut self, ty: Ty<'tcx>) -> Place<'tcx> {
        Place::from(self.locals.push(LocalDecl::new(ty, self.span)))
    }

    pub(super) fn push(&mut self, kind: TerminatorKind<'tcx>, is_cleanup: bool) {
        let source_info = SourceInfo::outermost(self.span);
        self.blocks.push(BasicBlockData::new(Some(Terminator { source_info, kind }), is_cleanup));
    }

    /// Assign before what the last block does.
    fn assign_first(&mut self, place: Place<'tcx>, value: Rvalue<'tcx>) {
        let source_info = SourceInfo::outermost(self.span);
        let kind = StatementKind::Assign(Box::new((place, value)));
        let last = self.blocks.last_index().unwrap();
        self.blocks[last].statements.push(Statement::new(source_info, kind));
    }

    /// Make a pointer one to a future, before what the last block does.
    pub(super) fn cast_first(&mut self, room: Place<'tcx>, given: Place<'tcx>) {
        let ty = Ty::new_mut_ptr(self.tcx, self.future);
        self.assign_first(room, Rvalue::Cast(CastKind::PtrToPtr, Operand::Copy(given), ty));
    }

    /// Add a block that calls the method.
    fn call_method(&mut self, destination: Place<'tcx>, next: BasicBlock, unwind: UnwindAction) {
        let inputs =
            (1..=self.num_inputs).map(|i| Operand::Move(Place::from(Local::from_usize(i))));
        self.call(self.fn_def_id, self.method_args, inputs.collect(), destination, next, unwind);
    }

    fn call_lang<const N: usize>(
        &mut self,
        callee: LangItem,
        args: GenericArgsRef<'tcx>,
        inputs: [Operand<'tcx>; N],
        destination: Place<'tcx>,
        next: BasicBlock,
        unwind: UnwindAction,
    ) {
        let callee = self.tcx.require_lang_item(callee, DUMMY_SP);
        self.call(callee, args, Box::new(inputs), destination, next, unwind);
    }

    pub(super) fn call(
        &mut self,
        callee: DefId,
        args: GenericArgsRef<'tcx>,
        inputs: Box<[Operand<'tcx>]>,
        destination: Place<'tcx>,
        next: BasicBlock,
        unwind: UnwindAction,
    ) {
        let call = TerminatorKind::Call {
            func: Operand::function_handle(self.tcx, callee, args.iter(), self.span),
            args: inputs.into_iter().map(dummy_spanned).collect(),
            destination,
            target: Some(next),
            unwind,
            call_source: CallSource::Misc,
            fn_span: self.span,
        };
        self.push(call, false);
    }
}

fn room_as_place<'tcx>(tcx: TyCtxt<'tcx>, room: Place<'tcx>) -> Place<'tcx> {
    room.project_deeper(&[ProjectionElem::Deref], tcx)
}

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
use rustc_middle::mir::interpret::Scalar;
use rustc_middle::mir::*;
use rustc_middle::ty::{self, GenericArgsRef, TyCtxt};
use rustc_span::DUMMY_SP;

use super::call_builder::{CallBuilder, Called};

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
    builder.finish()
}

impl<'tcx> CallBuilder<'tcx> {
    fn through_adapter(&mut self) {
        let tcx = self.tcx;
        let adapter = ty::GenericArgs::identity_for_item(tcx, self.called.fn_def_id).type_at(0);
        let args = tcx.mk_args(&[self.called.output.into(), adapter.into()]);
        let room = self.room();
        let given = Operand::Copy(self.given());

        // What follows the three calls: the end, and two ways to unwind.
        let [call, new, end, drop_args] = [1, 2, 3, 4].map(BasicBlock::from_u32);
        let resume = BasicBlock::from_usize(drop_args.as_usize() + self.num_inputs());
        let give_back = resume + 1;
        let unwind = UnwindAction::Cleanup(drop_args);
        self.call_lang(LangItem::DynFutureRoom, args, [given.clone()], room, call, unwind);
        self.call_method(room_as_place(tcx, room), new, UnwindAction::Cleanup(give_back));
        let unwind = UnwindAction::Continue;
        let returned = Place::return_place();
        let moved = [Operand::Move(room)];
        self.call_lang(LangItem::DynFutureNew, args, moved, returned, end, unwind);
        self.push(TerminatorKind::Return, false);

        for input in 1..=self.num_inputs() {
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
    }

    fn without_adapter(&mut self) {
        let tcx = self.tcx;
        let args = tcx.mk_args(&[self.called.output.into()]);
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
        let future = self.local(self.called.output);
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

    /// How many arguments the method has, which come before the one that says where there is room.
    fn num_inputs(&self) -> usize {
        self.num_args - 1
    }

    /// The argument that says where the caller has room.
    fn given(&self) -> Place<'tcx> {
        Place::from(Local::from_usize(self.num_inputs() + 1))
    }

    /// Add a block that calls the method.
    fn call_method(&mut self, destination: Place<'tcx>, next: BasicBlock, unwind: UnwindAction) {
        let inputs =
            (1..=self.num_inputs()).map(|i| Operand::Move(Place::from(Local::from_usize(i))));
        self.call(
            self.called.fn_def_id,
            self.called.args,
            inputs.collect(),
            destination,
            next,
            unwind,
        );
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
}

fn room_as_place<'tcx>(tcx: TyCtxt<'tcx>, room: Place<'tcx>) -> Place<'tcx> {
    room.project_deeper(&[ProjectionElem::Deref], tcx)
}

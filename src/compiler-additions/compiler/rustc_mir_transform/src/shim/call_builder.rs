//! What the shims are built of that call one function, and say where its result goes.

use rustc_hir::def_id::DefId;
use rustc_index::IndexVec;
use rustc_middle::mir::*;
use rustc_middle::ty::{self, GenericArgsRef, Ty, TyCtxt};
use rustc_span::Span;
use rustc_span::source_map::dummy_spanned;

use super::{local_decls_for_sig, new_body};

/// The function that a shim calls.
pub(super) struct Called<'tcx> {
    pub fn_def_id: DefId,
    pub args: GenericArgsRef<'tcx>,
    pub output: Ty<'tcx>,
}

pub(super) struct CallBuilder<'tcx> {
    pub tcx: TyCtxt<'tcx>,
    pub span: Span,
    instance: ty::InstanceKind<'tcx>,
    /// The arguments of the shim.
    pub num_args: usize,
    pub called: Called<'tcx>,
    pub locals: IndexVec<Local, LocalDecl<'tcx>>,
    pub blocks: IndexVec<BasicBlock, BasicBlockData<'tcx>>,
}

impl<'tcx> CallBuilder<'tcx> {
    pub(super) fn new(
        tcx: TyCtxt<'tcx>,
        instance: ty::InstanceKind<'tcx>,
        sig: ty::FnSig<'tcx>,
        called: Called<'tcx>,
    ) -> Self {
        let span = tcx.def_span(called.fn_def_id);
        let locals = local_decls_for_sig(&sig, span);
        let num_args = sig.inputs().len();
        CallBuilder { tcx, span, instance, num_args, called, locals, blocks: IndexVec::new() }
    }

    pub(super) fn finish(self) -> Body<'tcx> {
        let source = MirSource::from_instance(self.instance);
        new_body(source, self.blocks, self.locals, self.num_args, self.span)
    }

    /// A pointer to room for the result of the call.
    pub(super) fn room(&mut self) -> Place<'tcx> {
        self.local(Ty::new_mut_ptr(self.tcx, self.called.output))
    }

    pub(super) fn local(&mut self, ty: Ty<'tcx>) -> Place<'tcx> {
        Place::from(self.locals.push(LocalDecl::new(ty, self.span)))
    }

    pub(super) fn push(&mut self, kind: TerminatorKind<'tcx>, is_cleanup: bool) {
        let source_info = SourceInfo::outermost(self.span);
        self.blocks.push(BasicBlockData::new(Some(Terminator { source_info, kind }), is_cleanup));
    }

    /// Assign before what the last block does.
    pub(super) fn assign_first(&mut self, place: Place<'tcx>, value: Rvalue<'tcx>) {
        let source_info = SourceInfo::outermost(self.span);
        let kind = StatementKind::Assign(Box::new((place, value)));
        let last = self.blocks.last_index().unwrap();
        self.blocks[last].statements.push(Statement::new(source_info, kind));
    }

    /// Assign one pointer to another, before what the last block does.
    pub(super) fn cast_first(&mut self, kind: CastKind, to: Place<'tcx>, from: Place<'tcx>) {
        let ty = to.ty(&self.locals, self.tcx).ty;
        self.assign_first(to, Rvalue::Cast(kind, Operand::Copy(from), ty));
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
        let func = Operand::function_handle(self.tcx, callee, args.iter(), self.span);
        self.call_operand(func, inputs, destination, next, unwind);
    }

    pub(super) fn call_operand(
        &mut self,
        func: Operand<'tcx>,
        inputs: Box<[Operand<'tcx>]>,
        destination: Place<'tcx>,
        next: BasicBlock,
        unwind: UnwindAction,
    ) {
        let call = TerminatorKind::Call {
            func,
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

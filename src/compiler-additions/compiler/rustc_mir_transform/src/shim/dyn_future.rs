//! What stands in a vtable for a method that returns a future.
//!
//! ```ignore (illustrative)
//! // In the vtable of `T: Fetch`, if what `T::fetch` returns has a pointer's size:
//! fn fetch(self_: &mut T, id: u32) -> RawDynFuture {
//!     RawDynFuture::new(<T as Fetch>::fetch(self_, id))
//! }
//! // In the vtable of an adapter, such as `Boxing<T>`, which is laid out as `T` is:
//! fn fetch(self_: &mut T, id: u32) -> RawDynFuture {
//!     RawDynFuture::new(<Boxing<T> as FutureAdapter>::adapt(<T as Fetch>::fetch(self_, id)))
//! }
//! ```
//!
//! Where the method is `#[track_caller]`, so is the shim: the call that it makes has the location of the
//! call that leads to it.
//!
//! Each call moves what it is given, so that there is nothing to drop if one of them unwinds.

use rustc_hir::def_id::DefId;
use rustc_hir::lang_items::LangItem;
use rustc_index::IndexVec;
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
    let self_ty = ty::GenericArgs::identity_for_item(tcx, fn_def_id).type_at(0);

    let mut calls =
        Calls { tcx, span, locals: local_decls_for_sig(&sig, span), blocks: IndexVec::new() };
    let inputs = (1..=sig.inputs().len()).map(|i| Operand::Move(Place::from(Local::from_usize(i))));
    let mut owner_ty = shim.future;
    let mut owner = calls.call(fn_def_id, shim.method_args, inputs.collect(), Some(owner_ty));
    if adapted {
        let adapt = tcx.require_lang_item(LangItem::FutureAdapterAdapt, DUMMY_SP);
        let owner_def_id = tcx.require_lang_item(LangItem::FutureAdapterOwner, DUMMY_SP);
        let args = tcx.mk_args(&[self_ty.into(), owner_ty.into()]);
        owner_ty = Ty::new_projection_from_args(tcx, owner_def_id, args);
        owner = calls.call(adapt, args, Box::new([owner]), Some(owner_ty));
    }
    let new = tcx.require_lang_item(LangItem::DynFutureNew, DUMMY_SP);
    calls.call(new, tcx.mk_args(&[owner_ty.into()]), Box::new([owner]), None);
    calls.blocks.push(BasicBlockData::new(
        Some(Terminator { source_info: SourceInfo::outermost(span), kind: TerminatorKind::Return }),
        false,
    ));

    let source = MirSource::from_instance(instance);
    new_body(source, calls.blocks, calls.locals, sig.inputs().len(), span)
}

struct Calls<'tcx> {
    tcx: TyCtxt<'tcx>,
    span: Span,
    locals: IndexVec<Local, LocalDecl<'tcx>>,
    blocks: IndexVec<BasicBlock, BasicBlockData<'tcx>>,
}

impl<'tcx> Calls<'tcx> {
    /// Add a block that calls a function and goes on with the next one. Without a type, the result
    /// is the shim's.
    fn call(
        &mut self,
        callee: DefId,
        args: GenericArgsRef<'tcx>,
        inputs: Box<[Operand<'tcx>]>,
        output: Option<Ty<'tcx>>,
    ) -> Operand<'tcx> {
        let destination = match output {
            Some(ty) => Place::from(self.locals.push(LocalDecl::new(ty, self.span))),
            None => Place::return_place(),
        };
        let func = Operand::function_handle(self.tcx, callee, args.iter(), self.span);
        let next = self.blocks.next_index() + 1;
        self.blocks.push(BasicBlockData::new(
            Some(Terminator {
                source_info: SourceInfo::outermost(self.span),
                kind: TerminatorKind::Call {
                    func,
                    args: inputs.into_iter().map(dummy_spanned).collect(),
                    destination,
                    target: Some(next),
                    unwind: UnwindAction::Continue,
                    call_source: CallSource::Misc,
                    fn_span: self.span,
                },
            }),
            false,
        ));
        Operand::Move(destination)
    }
}

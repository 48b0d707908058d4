//! Impls whose self type is a `dyn` type that lacks the trait, however it is written.
//!
//! ```ignore (illustrative)
//! impl Has for K { type T = dyn Source; }      // leaves out `Source::Item`
//! impl Source for <K as Has>::T { … }          // ERROR E0371
//! ```
//!
//! Upstream does not look through a projection here. For a `dyn` type that has its trait, the two ways to have
//! it disagree about its associated types, so that nobody can use both. One that leaves them out says nothing.

use rustc_hir::def_id::LocalDefId;
use rustc_infer::infer::TyCtxtInferExt;
use rustc_middle::ty::{self, Ty, TyCtxt, TypeVisitableExt, TypingMode};
use rustc_trait_selection::traits::{ObligationCause, ObligationCtxt};

/// The self type of an impl, normalized if that is such a `dyn` type.
pub(super) fn self_ty_of_impl<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_def_id: LocalDefId,
    trait_ref: ty::TraitRef<'tcx>,
) -> Ty<'tcx> {
    let self_ty = trait_ref.self_ty();
    if !self_ty.has_aliases() || !tcx.may_have_incomplete_dyns() {
        return self_ty;
    }
    let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let ocx = ObligationCtxt::new(&infcx);
    let cause = ObligationCause::misc(tcx.def_span(impl_def_id), impl_def_id);
    let Ok(normalized) = ocx.structurally_normalize_ty(&cause, tcx.param_env(impl_def_id), self_ty)
    else {
        return self_ty;
    };
    let normalized = infcx.resolve_vars_if_possible(normalized);
    match *normalized.kind() {
        ty::Dynamic(data, _)
            if !normalized.has_infer() && tcx.dyn_lacks(data, trait_ref.def_id) =>
        {
            normalized
        }
        _ => self_ty,
    }
}

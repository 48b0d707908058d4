//! Impls whose self type is a projection: which type that is.
//!
//! ```ignore (illustrative)
//! impl Has for K { type T = dyn Source; }
//! impl Source for <K as Has>::T { … }              // is for `dyn Source`
//! impl<U: Has> Source for <U as Has>::T { … }      // may be for any type
//! ```

use rustc_hir::def_id::DefId;
use rustc_infer::infer::TyCtxtInferExt;
use rustc_middle::ty::{self, Ty, TyCtxt, TypeVisitableExt, TypingMode};

use super::{ObligationCause, ObligationCtxt};

/// The self type of an impl, if that is known from impls. The impl's own where-clauses don't count: under
/// `K: Has`, nothing is known of `<K as Has>::T`, and yet it is what the impl says.
pub fn known_self_ty_of_impl<'tcx>(tcx: TyCtxt<'tcx>, impl_def_id: DefId) -> Option<Ty<'tcx>> {
    let self_ty = tcx.impl_trait_ref(impl_def_id).instantiate_identity().self_ty();
    if !matches!(self_ty.kind(), ty::Alias(..)) {
        return Some(self_ty);
    }
    let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let ocx = ObligationCtxt::new(&infcx);
    let cause = ObligationCause::dummy();
    let known = ocx.structurally_normalize_ty(&cause, ty::ParamEnv::empty(), self_ty).ok()?;
    let known = infcx.resolve_vars_if_possible(known);
    let is_known = !known.has_infer()
        && !known.references_error()
        && !matches!(known.kind(), ty::Alias(..) | ty::Param(_) | ty::Placeholder(_));
    is_known.then_some(known)
}

/// Whether an impl is for a projection that is some other type than a `dyn` type.
pub(super) fn is_for_no_dyn(tcx: TyCtxt<'_>, impl_def_id: DefId) -> bool {
    let self_ty = tcx.impl_trait_ref(impl_def_id).instantiate_identity().self_ty();
    // A `dyn` type among its arguments might ask whether its trait has one.
    let has_dyn = || self_ty.walk().any(|arg| arg.as_type().is_some_and(|ty| ty.is_trait()));
    matches!(self_ty.kind(), ty::Alias(..))
        && !has_dyn()
        && known_self_ty_of_impl(tcx, impl_def_id).is_some_and(|known| !known.is_trait())
}

//! `PointerLike`: types with the size and alignment of a pointer.
//!
//! A type is one if its declaration shows it; see `TyCtxt::is_pointer_like`. It is what a method's
//! future has to be where a type becomes a `dyn` without an adapter.

use rustc_middle::ty::TypeVisitableExt;

use super::SelectionCandidate::PointerLikeCandidate;
use super::{PolyTraitObligation, SelectionCandidateSet, SelectionContext};

impl<'tcx> SelectionContext<'_, 'tcx> {
    pub(super) fn assemble_candidates_for_pointer_like(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        candidates: &mut SelectionCandidateSet<'tcx>,
    ) {
        let self_ty = self.infcx.resolve_vars_if_possible(obligation.self_ty());
        if self_ty.has_non_region_infer() {
            candidates.ambiguous = true;
            return;
        }
        let is_pointer_like = self.infcx.enter_forall(self_ty, |self_ty| {
            self.tcx().is_pointer_like(obligation.param_env, self_ty)
        });
        if is_pointer_like {
            candidates.vec.push(PointerLikeCandidate);
        }
    }
}

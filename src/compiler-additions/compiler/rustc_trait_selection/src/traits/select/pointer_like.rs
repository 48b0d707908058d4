//! `PointerLike`: methods whose future has the size and alignment of a pointer.
//!
//! That is what it has to be where a type becomes a `dyn` without an adapter, and the declaration
//! has to show it; see `TyCtxt::is_pointer_like`.

use rustc_middle::ty::TypeVisitableExt;

use super::SelectionCandidate::PointerLikeCandidate;
use super::{PolyTraitObligation, SelectionCandidateSet, SelectionContext};

impl<'tcx> SelectionContext<'_, 'tcx> {
    pub(super) fn assemble_candidates_for_pointer_like(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        candidates: &mut SelectionCandidateSet<'tcx>,
    ) {
        let predicate = self.infcx.resolve_vars_if_possible(obligation.predicate);
        let future = predicate.map_bound(|predicate| predicate.trait_ref.args.type_at(1));
        if future.has_non_region_infer() {
            candidates.ambiguous = true;
            return;
        }
        let is_pointer_like = self.infcx.enter_forall(future, |future| {
            self.tcx().is_pointer_like(obligation.param_env, future)
        });
        if is_pointer_like {
            candidates.vec.push(PointerLikeCandidate);
        }
    }
}

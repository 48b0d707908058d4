//! What is assumed where a coroutine has to have an auto trait: `<C as Conn<'!r>>::Held: '!q`.

use rustc_infer::infer::resolve::OpportunisticRegionResolver;
use rustc_infer::traits::{ObligationCause, PredicateObligations};
use rustc_middle::ty::{self, TypeFoldable, TypeVisitableExt};

use super::{PolyTraitObligation, SelectionContext};
use crate::traits::normalize::normalize_with_depth_to;

impl<'tcx> SelectionContext<'_, 'tcx> {
    /// Normalize an assumption, as what it is to meet will be. `None` if that takes to know more, as where
    /// an impl's associated type is a parameter that only its where-clauses tell.
    ///
    /// What that takes, such as `MyC: Conn<'!r>`, is for nobody to show: nothing but the assumption is
    /// about it. The coroutine's body has shown it for the lifetimes that the body has, or has not
    /// needed it.
    pub(super) fn normalize_assumption(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        cause: &ObligationCause<'tcx>,
        assumption: ty::ArgOutlivesPredicate<'tcx>,
        nested: &mut PredicateObligations<'tcx>,
    ) -> Option<ty::ArgOutlivesPredicate<'tcx>> {
        let infcx = self.infcx;
        let mut normalize = |nested: &mut PredicateObligations<'tcx>| {
            normalize_with_depth_to(
                self,
                obligation.param_env,
                cause.clone(),
                obligation.recursion_depth + 1,
                assumption,
                nested,
            )
        };
        if !infcx.tcx.has_bounds_on_futures() || !assumption.has_aliases() {
            return Some(normalize(nested));
        }
        let normalized = infcx.fudge_inference_if_ok(|| {
            let normalized = normalize(&mut PredicateObligations::new());
            let normalized = infcx.resolve_vars_if_possible(normalized);
            if normalized.has_non_region_infer() {
                return Err(());
            }
            Ok(normalized.fold_with(&mut OpportunisticRegionResolver::new(infcx)))
        });
        normalized.ok()
    }
}

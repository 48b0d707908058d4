//! What is assumed where a coroutine has to have an auto trait: `<C as Conn<'!r>>::Held: '!q`.

use rustc_infer::traits::{ObligationCause, PredicateObligations};
use rustc_middle::ty::{self, TypeVisitableExt};

use super::{PolyTraitObligation, SelectionContext};
use crate::traits::normalize::normalize_with_depth_to;

/// What it takes to normalize an assumption.
#[derive(Debug)]
enum Takes {
    ToKnowMore,
    Lifetimes,
}

impl<'tcx> SelectionContext<'_, 'tcx> {
    /// Normalize an assumption, as what it is to meet will be. `None` if that takes to know more, as where
    /// an impl's associated type is a parameter that only its where-clauses tell.
    ///
    /// What that takes, such as `MyC: Conn<u8>`, is for nobody to show: nothing but the assumption is about
    /// it. But where it holds for some lifetimes only, they are of the essence. By a bound `C: Conn<'b, Held
    /// = T>`, what is assumed of `<C as Conn<'!r>>::Held` is nothing that is known of `T`, so `'!r` has to
    /// be `'b`.
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
            infcx.commit_if_ok(|snapshot| {
                let normalized = normalize(&mut PredicateObligations::new());
                let normalized = infcx.resolve_vars_if_possible(normalized);
                if normalized.has_non_region_infer() {
                    Err(Takes::ToKnowMore)
                } else if infcx.region_constraints_added_in_snapshot(snapshot) {
                    Err(Takes::Lifetimes)
                } else {
                    Ok(normalized)
                }
            })
        });
        match normalized {
            Ok(normalized) => Some(normalized),
            Err(Takes::ToKnowMore) => None,
            Err(Takes::Lifetimes) => Some(normalize(nested)),
        }
    }
}

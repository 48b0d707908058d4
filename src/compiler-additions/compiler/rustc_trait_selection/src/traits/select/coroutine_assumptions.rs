//! What is assumed where a coroutine has to have an auto trait: `<C as Conn<'!r>>::Held: '!q`.

use rustc_infer::traits::{ObligationCause, PredicateObligations};
use rustc_middle::ty::{self, TypeVisitableExt};

use super::{PolyTraitObligation, SelectionContext};
use crate::traits::normalize::normalize_with_depth_to;
use crate::traits::query::evaluate_obligation::InferCtxtExt as _;

/// What it takes to normalize an assumption.
#[derive(Debug)]
enum Takes {
    ToKnowMore,
    /// Nothing but that an impl or a bound is meant for these lifetimes.
    Lifetimes,
}

impl<'tcx> SelectionContext<'_, 'tcx> {
    /// Normalize an assumption, as what it is to meet will be. `None` if that takes to know more:
    ///
    /// * an impl's associated type may be a parameter that only its where-clauses tell;
    /// * by a bound `C: Conn<'b, Held = T>`, what is assumed of `<C as Conn<'!r>>::Held` is of `T` if `'!r`
    ///   is `'b`, which nobody can show. To ask for it would refuse what needs no assumption.
    ///
    /// What else that takes, such as `MyC: Conn<u8>`, is for nobody to show where it is not about lifetimes:
    /// nothing but the assumption is about it.
    pub(super) fn normalize_assumption(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        cause: &ObligationCause<'tcx>,
        assumption: ty::ArgOutlivesPredicate<'tcx>,
        before_lost: ty::UniverseIndex,
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
                let mut nested = PredicateObligations::new();
                let normalized = normalize(&mut nested);
                let normalized = infcx.resolve_vars_if_possible(normalized);
                if normalized.has_non_region_infer() {
                    Err(Takes::ToKnowMore)
                } else if !infcx.region_constraints_added_in_snapshot(snapshot) {
                    Ok(normalized)
                } else if infcx.leak_check(before_lost, Some(snapshot)).is_ok()
                    && nested.iter().all(|nested| {
                        infcx
                            .evaluate_obligation(nested)
                            .is_ok_and(|result| result.must_apply_considering_regions())
                    })
                {
                    Err(Takes::Lifetimes)
                } else {
                    Err(Takes::ToKnowMore)
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

//! What is assumed where a coroutine has to have an auto trait: `<C as Conn<'!r>>::Held: '!q`.

use rustc_data_structures::fx::FxIndexMap;
use rustc_infer::infer::InferCtxt;
use rustc_infer::traits::{ObligationCause, PredicateObligations};
use rustc_middle::ty::{self, Region, TypeVisitableExt};

use super::{PolyTraitObligation, SelectionContext};
use crate::traits::ObligationCtxt;
use crate::traits::normalize::normalize_with_depth_to;
use crate::traits::only_impl::has_more_types;
use crate::traits::query::evaluate_obligation::InferCtxtExt as _;

/// How many types an assumption may consist of.
const TYPES: usize = 200;

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
                let before = RegionsBefore::new(infcx);
                let mut nested = PredicateObligations::new();
                let normalized = normalize(&mut nested);
                if has_more_types(normalized, TYPES) {
                    return Err(Takes::ToKnowMore);
                }
                let normalized = infcx.resolve_vars_if_possible(normalized);
                if normalized.has_non_region_infer() {
                    Err(Takes::ToKnowMore)
                } else if !infcx.region_constraints_added_in_snapshot(snapshot) {
                    Ok(normalized)
                } else if !before.are_related(infcx)
                    && hold(infcx, nested)
                    && !before.are_related(infcx)
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

/// Whether these hold, if their lifetimes are as they have to be.
///
/// What is about another coroutine does not, as far as this knows: each might ask for assumptions of its own, for
/// each of these. That it is a future, or is called, asks for none.
fn hold<'tcx>(infcx: &InferCtxt<'tcx>, obligations: PredicateObligations<'tcx>) -> bool {
    let tcx = infcx.tcx;
    let is_of_coroutine = |predicate: ty::Predicate<'tcx>| {
        let trait_def_id = match predicate.kind().skip_binder() {
            ty::PredicateKind::Clause(ty::ClauseKind::Trait(bound)) => Some(bound.def_id()),
            ty::PredicateKind::Clause(ty::ClauseKind::Projection(bound)) => {
                Some(bound.trait_def_id(tcx))
            }
            _ => None,
        };
        let is_built_in = trait_def_id.is_some_and(|trait_def_id| {
            tcx.as_lang_item(trait_def_id).is_some() && !tcx.trait_is_auto(trait_def_id)
        });
        !is_built_in && (predicate.has_coroutines() || predicate.has_opaque_types())
    };
    if obligations.iter().any(|obligation| is_of_coroutine(obligation.predicate)) {
        return false;
    }
    let hold = obligations.iter().all(|obligation| {
        !matches!(
            obligation.predicate.kind().skip_binder(),
            ty::PredicateKind::Clause(
                ty::ClauseKind::RegionOutlives(_) | ty::ClauseKind::TypeOutlives(_)
            )
        ) && infcx
            .evaluate_obligation(obligation)
            .is_ok_and(|result| result.must_apply_modulo_regions())
    });
    let ocx = ObligationCtxt::new(infcx);
    hold && {
        ocx.register_obligations(obligations);
        ocx.evaluate_obligations_error_on_ambiguity().is_empty()
    }
}

/// The lifetimes that there are before an assumption is normalized.
struct RegionsBefore {
    vars: usize,
    constraints: usize,
    type_outlives: usize,
}

impl RegionsBefore {
    fn new(infcx: &InferCtxt<'_>) -> Self {
        let mut inner = infcx.inner.borrow_mut();
        let type_outlives = inner.region_obligations().len();
        let constraints = inner.unwrap_region_constraints();
        RegionsBefore {
            vars: constraints.num_region_vars(),
            constraints: constraints.data().constraints.len(),
            type_outlives,
        }
    }

    /// Whether any two of them have been related since, or what a type outlives has been asked.
    fn are_related(&self, infcx: &InferCtxt<'_>) -> bool {
        let mut inner = infcx.inner.borrow_mut();
        if inner.region_obligations().len() != self.type_outlives {
            return true;
        }
        let constraints = inner.unwrap_region_constraints();
        let mut classes = Classes { of: FxIndexMap::default() };
        for (constraint, _) in &constraints.data().constraints[self.constraints..] {
            classes.join(constraint.sub, constraint.sup);
        }
        let mut known = FxIndexMap::default();
        let regions: Vec<_> = classes.of.keys().copied().collect();
        regions.into_iter().filter(|&region| !self.is_new(region)).any(|region| {
            known.insert(classes.find(region), region).is_some_and(|other| other != region)
        })
    }

    fn is_new(&self, region: Region<'_>) -> bool {
        matches!(region.kind(), ty::ReVar(vid) if vid.as_usize() >= self.vars)
    }
}

/// Sets of lifetimes that are related.
struct Classes<'tcx> {
    of: FxIndexMap<Region<'tcx>, Region<'tcx>>,
}

impl<'tcx> Classes<'tcx> {
    fn find(&self, mut region: Region<'tcx>) -> Region<'tcx> {
        while let Some(&next) = self.of.get(&region)
            && next != region
        {
            region = next;
        }
        region
    }

    fn join(&mut self, a: Region<'tcx>, b: Region<'tcx>) {
        self.of.entry(a).or_insert(a);
        self.of.entry(b).or_insert(b);
        let (a, b) = (self.find(a), self.find(b));
        self.of.insert(a, b);
    }
}

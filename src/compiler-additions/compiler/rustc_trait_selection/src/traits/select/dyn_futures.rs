//! `dyn` types whose methods return futures: the current solver's part.
//!
//! - `PointerLike`: methods whose future has the size and alignment of a pointer. That is what it
//!   has to be where a type becomes a `dyn` without an adapter, and the declaration has to show it;
//!   see `TyCtxt::is_pointer_like`.
//! - The auto traits of such a future, by what the `dyn` type promises; see
//!   `TyCtxt::auto_trait_of_dyn_future`.

use rustc_hir::LangItem;
use rustc_infer::infer::{BoundRegionConversionTime, DefineOpaqueTypes, InferOk};
use rustc_infer::traits::{ObligationCauseCode, PredicateObligations};
use rustc_middle::ty::{self, PromisedAutoTrait, Ty, TypeVisitableExt};

use super::SelectionCandidate::{AutoImplCandidate, PointerLikeCandidate};
use super::{
    Obligation, PolyTraitObligation, SelectionCandidateSet, SelectionContext, SelectionError,
};
use crate::traits::normalize::normalize_with_depth_to;

/// What shows that a future has an auto trait.
enum MatchingPromise<'tcx> {
    None,
    Ambiguous,
    Always,
    /// If these are equal: the trait of the call, and the one that a promise is about.
    IfEqual(ty::TraitRef<'tcx>, ty::PolyTraitRef<'tcx>),
}

impl<'tcx> SelectionContext<'_, 'tcx> {
    pub(super) fn assemble_candidates_for_pointer_like(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        candidates: &mut SelectionCandidateSet<'tcx>,
    ) {
        let predicate = self.infcx.resolve_vars_if_possible(obligation.predicate);
        let fn_and_future = predicate.map_bound(|predicate| {
            (predicate.trait_ref.self_ty(), predicate.trait_ref.args.type_at(1))
        });
        if fn_and_future.has_non_region_infer() {
            candidates.ambiguous = true;
            return;
        }
        let is_pointer_like = self.infcx.enter_forall(fn_and_future, |(the_fn, future)| {
            self.tcx().is_pointer_like(obligation.param_env, the_fn, future)
        });
        if is_pointer_like {
            candidates.vec.push(PointerLikeCandidate);
        }
    }

    /// For `DynFuture<…>: Send`.
    pub(super) fn assemble_candidates_from_promises(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        candidates: &mut SelectionCandidateSet<'tcx>,
    ) {
        let self_ty = obligation.self_ty();
        let mut has_impl = false;
        let trait_def_id = obligation.predicate.def_id();
        self.tcx().for_each_relevant_impl(trait_def_id, self_ty.skip_binder(), |_| has_impl = true);
        if has_impl {
            return;
        }
        let infcx = self.infcx;
        let promise = infcx.probe(|_| {
            let self_ty = infcx.enter_forall_and_leak_universe(self_ty);
            self.matching_promise(obligation, self_ty)
        });
        match promise {
            MatchingPromise::None => {}
            MatchingPromise::Ambiguous => candidates.ambiguous = true,
            MatchingPromise::Always | MatchingPromise::IfEqual(..) => {
                candidates.vec.push(AutoImplCandidate);
            }
        }
    }

    /// What the auto trait of a `dyn`'s future requires, if that is what the obligation is about.
    pub(super) fn confirm_promise_candidate(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        self_ty: Ty<'tcx>,
    ) -> Result<Option<PredicateObligations<'tcx>>, SelectionError<'tcx>> {
        match *self_ty.kind() {
            ty::Adt(def, _) if self.tcx().is_lang_item(def.did(), LangItem::DynFuture) => {}
            _ => return Ok(None),
        }
        match self.matching_promise(obligation, self_ty) {
            MatchingPromise::None | MatchingPromise::Ambiguous => {
                Err(SelectionError::Unimplemented)
            }
            MatchingPromise::Always => Ok(Some(PredicateObligations::new())),
            MatchingPromise::IfEqual(of_call, about) => {
                let nested = self.equate_with_promise(obligation, of_call, about);
                nested.map(Some).ok_or(SelectionError::Unimplemented)
            }
        }
    }

    fn matching_promise(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        self_ty: Ty<'tcx>,
    ) -> MatchingPromise<'tcx> {
        let infcx = self.infcx;
        let ty::Adt(_, args) = *self_ty.kind() else { return MatchingPromise::None };
        let call = infcx.resolve_vars_if_possible(args.type_at(0));
        let auto_trait = obligation.predicate.def_id();
        let Some(promise) = self.tcx().auto_trait_of_dyn_future(call, auto_trait) else {
            return match call.has_non_region_infer() {
                true => MatchingPromise::Ambiguous,
                false => MatchingPromise::None,
            };
        };
        let of_call = promise.trait_ref;
        let mut about = match promise.promised {
            PromisedAutoTrait::Always => return MatchingPromise::Always,
            PromisedAutoTrait::IfEqual(about) => about,
        };
        about.retain(|&about| {
            infcx.probe(|_| self.equate_with_promise(obligation, of_call, about).is_some())
        });
        match about[..] {
            [] => MatchingPromise::None,
            [about] => MatchingPromise::IfEqual(of_call, about),
            // As for where-clauses, which of them it is may decide what is inferred.
            _ => MatchingPromise::Ambiguous,
        }
    }

    fn equate_with_promise(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        of_call: ty::TraitRef<'tcx>,
        about: ty::PolyTraitRef<'tcx>,
    ) -> Option<PredicateObligations<'tcx>> {
        let cause = obligation.derived_cause(ObligationCauseCode::BuiltinDerived);
        let about = self.infcx.instantiate_binder_with_fresh_vars(
            cause.span,
            BoundRegionConversionTime::HigherRankedType,
            about,
        );
        let mut nested = PredicateObligations::new();
        let about = normalize_with_depth_to(
            self,
            obligation.param_env,
            cause.clone(),
            obligation.recursion_depth + 1,
            about,
            &mut nested,
        );
        let InferOk { obligations, .. } = self
            .infcx
            .at(&cause, obligation.param_env)
            .eq(DefineOpaqueTypes::No, of_call, about)
            .ok()?;
        nested.extend(obligations);
        Some(nested)
    }

    /// What is asked of the futures of a `dyn` type that becomes another, which makes a promise.
    pub(super) fn nested_for_promise(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        promise: ty::Binder<'tcx, ty::ExistentialPromise<'tcx>>,
    ) -> PredicateObligations<'tcx> {
        let source = self.infcx.shallow_resolve(obligation.self_ty().skip_binder());
        let mut nested = PredicateObligations::new();
        for clause in self.tcx().clauses_of_promise(promise, source) {
            let clause = self.normalize_futures_in_unsizing(obligation, clause, &mut nested);
            nested.push(Obligation::with_depth(
                self.tcx(),
                obligation.cause.clone(),
                obligation.recursion_depth + 1,
                obligation.param_env,
                clause,
            ));
        }
        nested
    }

    /// What is about a method's future, or the type that an adapter adapts, is about a projection.
    pub(super) fn normalize_futures_in_unsizing(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        clause: ty::Clause<'tcx>,
        nested: &mut PredicateObligations<'tcx>,
    ) -> ty::Clause<'tcx> {
        let source = obligation.self_ty().skip_binder();
        let target = obligation.predicate.skip_binder().trait_ref.args.type_at(1);
        let ty::Dynamic(data, _) = self.infcx.shallow_resolve(target).kind() else { return clause };
        let has_futures = data
            .principal_def_id()
            .is_some_and(|def_id| self.tcx().has_dispatchable_futures(def_id));
        if !has_futures || source.has_escaping_bound_vars() {
            return clause;
        }
        normalize_with_depth_to(
            self,
            obligation.param_env,
            obligation.cause.clone(),
            obligation.recursion_depth + 1,
            clause,
            nested,
        )
    }
}

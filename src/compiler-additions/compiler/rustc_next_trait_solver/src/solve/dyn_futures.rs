//! `dyn` types whose methods return futures: the next solver's part.
//!
//! What these are is decided in `rustc_middle::ty::dyn_futures`, for both solvers.

use rustc_type_ir::inherent::*;
use rustc_type_ir::lang_items::SolverAdtLangItem;
use rustc_type_ir::{self as ty, Interner, PromisedAutoTrait, TypeVisitableExt, TypingMode};

use super::assembly::{Candidate, GoalKind};
use super::{
    BuiltinImplSource, CandidateSource, Certainty, EvalCtxt, Goal, GoalSource, MaybeCause,
    NoSolution,
};
use crate::delegate::SolverDelegate;

impl<D, I> EvalCtxt<'_, D>
where
    D: SolverDelegate<Interner = I>,
    I: Interner,
{
    /// `<dyn Fetch as Fetch>::fetch<'a>` is a `DynFuture`.
    pub(super) fn consider_dyn_future_candidates<G: GoalKind<D>>(
        &mut self,
        goal: Goal<I, G>,
        self_ty: I::Ty,
    ) -> Vec<Candidate<I>> {
        let cx = self.cx();
        let Some(term) = goal.predicate.projection_term() else { return vec![] };
        if !cx.is_impl_trait_in_trait(term.def_id) {
            return vec![];
        }
        let mut clauses = cx.dyn_future_clauses(self_ty, term.def_id);
        // With lifetimes erased, the same trait may be there twice. Its futures have one type then.
        if self.typing_mode() == TypingMode::PostAnalysis && clauses.len() > 1 {
            clauses = vec![cx.dyn_future_clause_of_call(term)];
        }
        clauses
            .into_iter()
            .filter_map(|clause| {
                let source = CandidateSource::BuiltinImpl(BuiltinImplSource::Misc);
                G::probe_and_consider_object_bound_candidate(self, source, goal, clause).ok()
            })
            .collect()
    }

    /// Whether a `DynFuture` has the auto trait: by the promise that is about the call which returns
    /// it. `None` if it is another type.
    pub(super) fn consider_promise_candidate(
        &mut self,
        goal: Goal<I, ty::TraitPredicate<I>>,
    ) -> Option<Result<Candidate<I>, NoSolution>> {
        let cx = self.cx();
        let ty::Adt(def, args) = goal.predicate.self_ty().kind() else { return None };
        if !cx.is_adt_lang_item(def.def_id(), SolverAdtLangItem::DynFuture) {
            return None;
        }
        let call = self.resolve_vars_if_possible(args.type_at(0));
        let Some(promise) = cx.auto_trait_of_dyn_future(call, goal.predicate.def_id()) else {
            return Some(match call.has_non_region_infer() {
                true => self.forced_ambiguity(MaybeCause::Ambiguity),
                false => Err(NoSolution),
            });
        };
        let about = match promise.promised {
            PromisedAutoTrait::Always => {
                return Some(self.probe_builtin_trait_candidate(BuiltinImplSource::Misc).enter(
                    |ecx| ecx.evaluate_added_goals_and_make_canonical_response(Certainty::Yes),
                ));
            }
            PromisedAutoTrait::IfEqual(about) => about,
        };
        let mut candidates: Vec<_> = about
            .into_iter()
            .filter_map(|about| {
                self.probe_builtin_trait_candidate(BuiltinImplSource::Misc)
                    .enter(|ecx| {
                        let about = ecx.instantiate_binder_with_infer(about);
                        ecx.eq(goal.param_env, about, promise.trait_ref)?;
                        ecx.evaluate_added_goals_and_make_canonical_response(Certainty::Yes)
                    })
                    .ok()
            })
            .collect();
        if candidates.is_empty() {
            return Some(Err(NoSolution));
        }
        // As for where-clauses, which of several it is may decide what is inferred.
        Some(match self.try_merge_candidates(&candidates) {
            Some((result, _)) => {
                let mut candidate = candidates.swap_remove(0);
                candidate.result = result;
                Ok(candidate)
            }
            None => self.forced_ambiguity(MaybeCause::Ambiguity),
        })
    }

    /// Add what is asked of the futures of a `dyn` type that becomes another, which makes a promise.
    pub(super) fn add_goals_for_promise(
        &mut self,
        goal: Goal<I, (I::Ty, I::Ty)>,
        promise: ty::Binder<I, ty::ExistentialPromise<I>>,
    ) {
        let cx = self.cx();
        let (source, _) = goal.predicate;
        self.add_goals(
            GoalSource::ImplWhereBound,
            cx.clauses_of_promise(promise, source).into_iter().map(|clause| goal.with(cx, clause)),
        );
    }

    /// Add what the coercion to a `dyn` with methods that return futures requires beyond the
    /// predicates of the `dyn`. Returns the type which these are about: the source of the coercion,
    /// or the type that it adapts.
    pub(super) fn add_goals_for_unsizing_to_dyn_futures<P>(
        &mut self,
        goal: Goal<I, P>,
        source: I::Ty,
        target: I::Ty,
    ) -> I::Ty {
        let cx = self.cx();
        let Some((implementor, clauses)) = cx.unsizing_to_dyn_futures(source, target) else {
            return source;
        };
        let param_env = goal.param_env;
        self.add_goals(
            GoalSource::ImplWhereBound,
            clauses.into_iter().map(|clause| Goal::new(cx, param_env, clause)),
        );
        implementor
    }

    /// Whether a method's future has the size and alignment of a pointer, as far as its declaration
    /// shows.
    pub(super) fn consider_builtin_pointer_like_candidate(
        &mut self,
        param_env: I::ParamEnv,
        the_fn: I::Ty,
        future: I::Ty,
    ) -> Result<Candidate<I>, NoSolution> {
        let (the_fn, future) = self.resolve_vars_if_possible((the_fn, future));
        if the_fn.has_non_region_infer() || future.has_non_region_infer() {
            return self.forced_ambiguity(MaybeCause::Ambiguity);
        }
        if !self.cx().is_pointer_like(param_env, the_fn, future) {
            return Err(NoSolution);
        }
        self.probe_builtin_trait_candidate(BuiltinImplSource::Misc)
            .enter(|ecx| ecx.evaluate_added_goals_and_make_canonical_response(Certainty::Yes))
    }
}

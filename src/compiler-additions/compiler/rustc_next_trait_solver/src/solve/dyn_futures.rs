//! `dyn` types whose methods return futures: the next solver's part.
//!
//! What these are is decided in `rustc_middle::ty::dyn_futures`, for both solvers.

use rustc_type_ir::{self as ty, Interner, TypeVisitableExt, TypingMode};

use super::assembly::Candidate;
use super::{BuiltinImplSource, Certainty, EvalCtxt, Goal, GoalSource, MaybeCause, NoSolution};
use crate::delegate::SolverDelegate;

/// Whether this states bounds of a method's future, `dyn Fetch<fetch(..): Send>`, rather than what
/// an associated type is.
pub(super) fn is_promise<I: Interner>(
    cx: I,
    bound: ty::Binder<I, ty::ExistentialPredicate<I>>,
) -> bool {
    matches!(
        bound.skip_binder(),
        ty::ExistentialPredicate::Projection(projection)
            if cx.is_impl_trait_in_trait(projection.def_id)
    )
}

impl<D, I> EvalCtxt<'_, D>
where
    D: SolverDelegate<Interner = I>,
    I: Interner,
{
    /// Code that has been checked may come from a crate that has the gate, where this one does not.
    pub(super) fn trait_is_dyn_compatible(&self, trait_def_id: I::TraitId) -> bool {
        match self.typing_mode() {
            TypingMode::PostAnalysis => {
                self.cx().trait_is_dyn_compatible_post_analysis(trait_def_id)
            }
            _ => self.cx().trait_is_dyn_compatible(trait_def_id),
        }
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

    /// `dyn Fetch<fetch(..): Send>` to `dyn Fetch`, and not the reverse.
    pub(super) fn consider_kept_promise(
        &mut self,
        source: I::Ty,
        bound: ty::Binder<I, ty::ExistentialPredicate<I>>,
    ) -> Result<(), NoSolution> {
        let ty::ExistentialPredicate::Projection(promise) = bound.skip_binder() else {
            unreachable!()
        };
        if self.cx().keeps_promise(source, bound.rebind(promise)) {
            Ok(())
        } else {
            Err(NoSolution)
        }
    }

    /// Whether a method's future has the size and alignment of a pointer, as far as its declaration
    /// shows.
    pub(super) fn consider_builtin_pointer_like_candidate(
        &mut self,
        param_env: I::ParamEnv,
        future: I::Ty,
    ) -> Result<Candidate<I>, NoSolution> {
        let future = self.resolve_vars_if_possible(future);
        if future.has_non_region_infer() {
            return self.forced_ambiguity(MaybeCause::Ambiguity);
        }
        if !self.cx().is_pointer_like(param_env, future) {
            return Err(NoSolution);
        }
        self.probe_builtin_trait_candidate(BuiltinImplSource::Misc)
            .enter(|ecx| ecx.evaluate_added_goals_and_make_canonical_response(Certainty::Yes))
    }
}

//! `dyn` types that do not implement their trait: the next solver's part.
//!
//! ```ignore (illustrative)
//! trait Store {
//!     type Item;
//!     fn get(&self) -> Self::Item;
//!     fn map<R>(&self) -> R; // can't be in a vtable
//! }
//! // `dyn Store<Item = u8>: Store` does not hold, and still in the shim of `get`
//! <dyn Store<Item = u8> as Store>::Item == u8
//! ```
//!
//! What such types are is decided in `rustc_middle::ty::dyn_method_scope`, for both solvers. This is for
//! code generation only: functions that the compiler makes have such projections, `get` as a function
//! value. Who writes one asks for the trait.

use rustc_type_ir::inherent::*;
use rustc_type_ir::{self as ty, Interner, NormalizesTo, TypingMode};

use super::assembly::GoalKind;
use super::{
    BuiltinImplSource, CandidateSource, Certainty, EvalCtxt, Goal, NoSolution, QueryResult,
};
use crate::delegate::SolverDelegate;

impl<D, I> EvalCtxt<'_, D>
where
    D: SolverDelegate<Interner = I>,
    I: Interner,
{
    /// Normalize an item of a trait which its self type is known not to have: to what a `dyn` type says
    /// of it, or to the future of its method. Nobody can implement the trait for such a type.
    pub(super) fn normalize_item_of_incomplete_dyn(
        &mut self,
        goal: Goal<I, NormalizesTo<I>>,
    ) -> QueryResult<I> {
        let cx = self.cx();
        let alias = goal.predicate.alias;
        let ty::Dynamic(bounds, _) = alias.self_ty().kind() else { return Err(NoSolution) };
        if self.typing_mode() != TypingMode::PostAnalysis
            || !cx.dyn_lacks(bounds, alias.trait_def_id(cx))
        {
            return Err(NoSolution);
        }
        let said = bounds
            .iter()
            .filter(|bound| {
                matches!(bound.skip_binder(), ty::ExistentialPredicate::Projection(said)
                    if said.def_id == alias.def_id)
            })
            .flat_map(|bound| bound.clauses_with_self_ty(cx, alias.self_ty()))
            .collect::<Vec<_>>();
        let said = said.into_iter().filter_map(|clause| {
            let source = CandidateSource::BuiltinImpl(BuiltinImplSource::Misc);
            NormalizesTo::probe_and_match_goal_against_assumption(
                self,
                source,
                goal,
                clause,
                |ecx| ecx.evaluate_added_goals_and_make_canonical_response(Certainty::Yes),
            )
            .ok()
        });
        let mut candidates: Vec<_> = said.collect();
        candidates.extend(self.consider_dyn_future_candidates(goal, alias.self_ty()));
        match candidates.is_empty() {
            true => Err(NoSolution),
            false => match self.try_merge_candidates(&candidates) {
                Some((result, _)) => Ok(result),
                None => self.evaluate_added_goals_and_make_canonical_response(Certainty::AMBIGUOUS),
            },
        }
    }
}

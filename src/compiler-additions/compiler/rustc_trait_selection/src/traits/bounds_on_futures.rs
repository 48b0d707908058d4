//! What many bounds on futures must not cost.
//!
//! There is a where-clause for each method behind one `S: Fetch + async Send`, and one for each
//! supertrait in a chain of `trait Sub: Fetch<fetch(..): Send>`. What is asked of all where-clauses once
//! for each closure in a function, or for each method of a trait, would grow with their square.

use rustc_middle::ty::{self, Ty, TyCtxt, TypeVisitableExt};

/// Whether the clause is a where-clause in scope about what a method returns, for all lifetimes.
///
/// ```ignore (illustrative)
/// fn spawn_all<S: Fetch + async Send>(source: S) {
///     // Each asks for all where-clauses of the function that it is in.
///     spawn(async move { source.fetch().await });
/// }
/// ```
pub(super) fn is_bound_on_future_in_scope<'tcx>(
    tcx: TyCtxt<'tcx>,
    param_env: ty::ParamEnv<'tcx>,
    clause: ty::Clause<'tcx>,
) -> bool {
    let ty::ClauseKind::Trait(bound) = clause.kind().skip_binder() else { return false };
    let ty::Alias(ty::Projection, alias) = *bound.self_ty().kind() else { return false };
    // What holds for certain lifetimes only has yet to be shown for those.
    tcx.is_impl_trait_in_trait(alias.def_id)
        && !clause.has_free_regions()
        && param_env.caller_bounds().iter().any(|in_scope| in_scope == clause)
}

/// Whether this is `&Self` or `&mut Self`, through which any method can be dispatched.
pub(super) fn is_reference_to_self<'tcx>(tcx: TyCtxt<'tcx>, receiver_ty: Ty<'tcx>) -> bool {
    tcx.may_have_dyn_futures()
        && matches!(*receiver_ty.kind(), ty::Ref(_, ty, _) if ty == tcx.types.self_param)
}

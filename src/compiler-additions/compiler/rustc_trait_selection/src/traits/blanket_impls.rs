//! Blanket impls that may cover `dyn` types: a trait has none then which lacks it, or which has futures.
//!
//! ```ignore (illustrative)
//! impl<T: ?Sized + Marker> Fetch for T { … }       // covers `dyn Fetch` if that may have `Marker`
//! impl<T: ?Sized + Marked<M>, M> Store<M> for T {} // covers: `impl Marked<Local> for dyn Store<Local>` is
//!                                                  // any crate's to write
//! ```
//!
//! **All crates have to give the same answer**: one that comes later, and has more impls, compiles the code of
//! those before it, and knows their types. So nothing counts here that only a later crate can see. Impls of
//! other crates than the trait's are for projections; these are refused by themselves
//! (`rustc_hir_analysis::coherence::incomplete_dyns`).
//!
//! This asks no solver, which would ask whether the trait has a `dyn` type.

use rustc_data_structures::fx::FxHashMap;
use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_middle::ty::fast_reject::{DeepRejectCtxt, SimplifiedType};
use rustc_middle::ty::{self, GenericArgsRef, TyCtxt, TypeVisitableExt};

use super::elaborate;
use super::impls_for_projections::is_for_no_dyn;

/// An impl of `trait_def_id`, in the crate of that trait, that may cover the `dyn` types of `principal`.
pub fn blanket_impl_for_dyn(
    tcx: TyCtxt<'_>,
    trait_def_id: DefId,
    principal: DefId,
) -> Option<DefId> {
    let impls = tcx.trait_impls_of(trait_def_id).blanket_impls();
    impls.iter().copied().find(|&impl_def_id| {
        impl_def_id.krate == trait_def_id.krate
            && impl_may_cover_dyn(tcx, impl_def_id, principal, &mut FxHashMap::default())
    })
}

/// A trait with its arguments other than the self type, and whether a `dyn` type may implement it.
type Answers<'tcx> = FxHashMap<(DefId, GenericArgsRef<'tcx>), bool>;

/// Whether a blanket impl may be one for the `dyn` types of the trait: if these may have what it asks
/// for.
fn impl_may_cover_dyn<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_def_id: DefId,
    principal: DefId,
    answers: &mut Answers<'tcx>,
) -> bool {
    if is_for_no_dyn(tcx, impl_def_id) {
        return false;
    }
    let self_ty = tcx.impl_trait_ref(impl_def_id).instantiate_identity().self_ty();
    let clauses = tcx.predicates_of(impl_def_id).instantiate_identity(tcx).predicates;
    elaborate(tcx, clauses).filter_map(|clause| clause.as_trait_clause()).all(|bound| {
        let bound = bound.skip_binder().trait_ref;
        bound.self_ty() != self_ty || dyn_may_implement(tcx, principal, bound, answers)
    })
}

/// Whether the `dyn` types of a trait may implement another.
fn dyn_may_implement<'tcx>(
    tcx: TyCtxt<'tcx>,
    principal: DefId,
    bound: ty::TraitRef<'tcx>,
    answers: &mut Answers<'tcx>,
) -> bool {
    let other = bound.def_id;
    if tcx.is_lang_item(other, LangItem::Sized) {
        return false;
    }
    let other_args = tcx.mk_args(&bound.args[1..]);
    // What is not a parameter has been declared before the impl, so no later crate has an impl for it.
    let may_be_foreign = || {
        let mut args = other_args.iter().filter(|arg| arg.as_region().is_none());
        args.any(|arg| arg.has_non_region_param() || arg.has_aliases())
    };
    if tcx.trait_is_auto(other)
        || tcx.as_lang_item(other).is_some()
        || tcx.trait_is_alias(other)
        || ty::elaborate::supertrait_def_ids(tcx, principal).any(|def_id| def_id == other)
        || may_be_foreign()
    {
        return true;
    }
    // Until it is known, it may.
    if let Some(&may) = answers.get(&(other, other_args)) {
        return may;
    }
    answers.insert((other, other_args), true);
    let is_about_bound = |impl_def_id: DefId| {
        let impl_args = tcx.impl_trait_ref(impl_def_id).skip_binder().args;
        let impl_args = tcx.mk_args(&impl_args[1..]);
        DeepRejectCtxt::relate_rigid_infer(tcx).args_may_unify(other_args, impl_args)
    };
    let impls = tcx.trait_impls_of(other);
    let may = impls
        .non_blanket_impls()
        .get(&SimplifiedType::Trait(principal))
        .is_some_and(|impls| impls.iter().any(|&impl_def_id| is_about_bound(impl_def_id)))
        || impls.blanket_impls().iter().any(|&impl_def_id| {
            is_about_bound(impl_def_id) && impl_may_cover_dyn(tcx, impl_def_id, principal, answers)
        });
    answers.insert((other, other_args), may);
    may
}

//! Impls whose self type is a projection: which type that is.
//!
//! ```ignore (illustrative)
//! impl Has for K { type T = dyn Source; }
//! impl Source for <K as Has>::T { … }              // is for `dyn Source`
//! impl<U: Has> Source for <U as Has>::T { … }      // may be for any type
//! ```

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_infer::infer::{DefineOpaqueTypes, TyCtxtInferExt};
use rustc_middle::ty::fast_reject::DeepRejectCtxt;
use rustc_middle::ty::{
    self, GenericArgsRef, SizedTraitKind, Ty, TyCtxt, TypeVisitableExt, TypingMode,
};
use rustc_span::DUMMY_SP;

use super::{ObligationCause, ObligationCtxt, elaborate, impl_item_is_final};

/// The self type of an impl, if that is known from impls. What the impl's own where-clauses say of the
/// projection doesn't count: under `K: Has`, nothing is known of `<K as Has>::T`, and yet it is what the impl
/// says. All else that they say does, as who uses this impl has shown it.
pub fn known_self_ty_of_impl<'tcx>(tcx: TyCtxt<'tcx>, impl_def_id: DefId) -> Option<Ty<'tcx>> {
    let self_ty = tcx.impl_trait_ref(impl_def_id).instantiate_identity().self_ty();
    let ty::Alias(kind, alias) = *self_ty.kind() else { return Some(self_ty) };
    let hidden = (kind == ty::Projection).then(|| tcx.trait_of_assoc(alias.def_id)).flatten();
    let is_hidden = |clause: ty::Clause<'tcx>| match clause.kind().skip_binder() {
        ty::ClauseKind::Trait(bound) => Some(bound.def_id()) == hidden,
        ty::ClauseKind::Projection(bound) => {
            Some(bound.projection_term.trait_def_id(tcx)) == hidden
        }
        _ => false,
    };
    let clauses = tcx.param_env(impl_def_id).caller_bounds().iter();
    let clauses = clauses.filter(|&clause| !is_hidden(clause));
    let param_env = ty::ParamEnv::new(tcx.mk_clauses_from_iter(clauses));

    let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let ocx = ObligationCtxt::new(&infcx);
    let cause = ObligationCause::dummy();
    let known = ocx.structurally_normalize_ty(&cause, param_env, self_ty).ok()?;
    // An impl whose where-clauses don't hold for all of these is not the only one there may be.
    if !ocx.evaluate_obligations_error_on_ambiguity().is_empty() {
        return None;
    }
    let known = infcx.resolve_vars_if_possible(known);
    let is_known = !known.has_infer()
        && !known.references_error()
        && !matches!(known.kind(), ty::Alias(..) | ty::Param(_) | ty::Placeholder(_));
    is_known.then_some(known)
}

/// Whether an impl is for a projection that is some other type than a `dyn` type, as the declarations of impls
/// tell. This asks no solver, which might ask whether the trait has a `dyn` type.
pub fn is_for_no_dyn(tcx: TyCtxt<'_>, impl_def_id: DefId) -> bool {
    let self_ty = tcx.impl_trait_ref(impl_def_id).instantiate_identity().self_ty();
    let ty::Alias(ty::Projection, alias) = *self_ty.kind() else { return false };
    if is_sized(tcx, alias.def_id) {
        return true;
    }
    let trait_ref = alias.trait_ref(tcx);
    if matches!(trait_ref.self_ty().kind(), ty::Dynamic(..) | ty::Alias(..) | ty::Param(_)) {
        // A `dyn` type has an impl that is written nowhere.
        return false;
    }
    let may_match = |of_impl: DefId| {
        let impl_args = tcx.impl_trait_ref(of_impl).skip_binder().args;
        DeepRejectCtxt::relate_rigid_infer(tcx).args_may_unify(trait_ref.args, impl_args)
    };
    let impls = tcx.all_impls(trait_ref.def_id).filter(|&of_impl| may_match(of_impl));
    let impls: Vec<DefId> = impls.collect();
    match impls[..] {
        [] => false,
        // A type of crates that come before this one. It has no impls that this crate can't see.
        _ if !trait_ref.has_non_region_param() => {
            impls.iter().all(|&of_impl| item_is_no_dyn(tcx, of_impl, alias.def_id))
        }
        // Where that impl holds whenever this one does, no crate has another.
        [of_impl] => {
            item_is_no_dyn(tcx, of_impl, alias.def_id)
                && args_of_matching_impl(tcx, trait_ref, of_impl)
                    .is_some_and(|args| holds_under(tcx, of_impl, args, impl_def_id))
        }
        _ => false,
    }
}

/// Whether an associated type is declared to have a size, as those are that methods return. No `dyn` type has.
fn is_sized(tcx: TyCtxt<'_>, item: DefId) -> bool {
    tcx.is_impl_trait_in_trait(item)
        || tcx.item_self_bounds(item).skip_binder().iter().any(|clause| {
            let bound = clause.as_trait_clause();
            bound.is_some_and(|bound| tcx.is_lang_item(bound.def_id(), LangItem::Sized))
        })
}

/// Whether the impl says what an associated type is, and that is no `dyn` type for any arguments.
fn item_is_no_dyn(tcx: TyCtxt<'_>, of_impl: DefId, item: DefId) -> bool {
    // Of one that can be specialized, another impl says it.
    let Some(&said) = tcx.impl_item_implementor_ids(of_impl).get(&item) else { return false };
    impl_item_is_final(tcx, &tcx.associated_item(said))
        && !matches!(
            tcx.type_of(said).skip_binder().kind(),
            ty::Dynamic(..)
                | ty::Alias(..)
                | ty::Param(_)
                | ty::Placeholder(_)
                | ty::Bound(..)
                | ty::Infer(_)
                | ty::Error(_)
        )
}

/// The arguments with which an impl is one for `trait_ref`, whatever the parameters in that are.
fn args_of_matching_impl<'tcx>(
    tcx: TyCtxt<'tcx>,
    trait_ref: ty::TraitRef<'tcx>,
    of_impl: DefId,
) -> Option<GenericArgsRef<'tcx>> {
    let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let args = infcx.fresh_args_for_item(DUMMY_SP, of_impl);
    let declared = tcx.impl_trait_ref(of_impl).instantiate(tcx, args);
    if trait_ref.has_aliases() || declared.has_aliases() {
        // To compare these would take a solver.
        return None;
    }
    let cause = ObligationCause::dummy();
    let at = infcx.at(&cause, ty::ParamEnv::empty());
    let matched = at.eq(DefineOpaqueTypes::Yes, trait_ref, declared).ok()?;
    let args = infcx.resolve_vars_if_possible(args);
    (matched.obligations.is_empty() && !args.has_non_region_infer())
        .then(|| tcx.erase_and_anonymize_regions(args))
}

/// Whether the where-clauses of one impl are among those of the other. Lifetimes don't select an impl.
fn holds_under<'tcx>(
    tcx: TyCtxt<'tcx>,
    of_impl: DefId,
    args: GenericArgsRef<'tcx>,
    impl_def_id: DefId,
) -> bool {
    let given = tcx.predicates_of(impl_def_id).instantiate_identity(tcx).predicates;
    let given: Vec<_> =
        elaborate(tcx, given).map(|clause| tcx.erase_and_anonymize_regions(clause)).collect();
    let mut needed = tcx.predicates_of(of_impl).instantiate(tcx, args).predicates.into_iter();
    needed.all(|clause| match clause.kind().skip_binder() {
        ty::ClauseKind::TypeOutlives(_) | ty::ClauseKind::RegionOutlives(_) => true,
        ty::ClauseKind::Trait(bound)
            if tcx.is_sizedness_trait(bound.def_id())
                && bound.self_ty().has_trivial_sizedness(tcx, SizedTraitKind::Sized) =>
        {
            true
        }
        _ => given.contains(&tcx.erase_and_anonymize_regions(clause)),
    })
}

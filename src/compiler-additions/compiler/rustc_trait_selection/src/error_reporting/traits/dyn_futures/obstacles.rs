//! What keeps a trait whose methods return futures from having a `dyn` type.

use rustc_errors::Diag;
use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, TyCtxt};
use rustc_span::Span;
use smallvec::SmallVec;

use crate::traits::{DynCompatibilityViolation, MethodViolation, impl_for_dyn};

/// The obstacles to a `dyn` as a person can understand them: where the trait itself says
/// `Self::fetch(..): Clone`, it is not the future of `fetch` that is to blame.
pub(in super::super) fn explain_violations(
    tcx: TyCtxt<'_>,
    trait_def_id: DefId,
    violations: &[DynCompatibilityViolation],
) -> Vec<DynCompatibilityViolation> {
    if !tcx.features().async_fn_in_dyn_trait() {
        return violations.to_vec();
    }
    let clauses = tcx.predicates_of(trait_def_id).predicates;
    let explain = |violation: &DynCompatibilityViolation| {
        let DynCompatibilityViolation::Method(
            method,
            MethodViolation::ReferencesImplTraitInTrait(_),
            _,
        ) = *violation
        else {
            return violation.clone();
        };
        let bounds = clauses.iter().filter(|(clause, _)| {
            let Some(bound) = clause.as_trait_clause() else { return false };
            let of_method = match *bound.self_ty().skip_binder().kind() {
                ty::Alias(ty::Projection, alias) => tcx.opt_rpitit_info(alias.def_id),
                _ => None,
            };
            matches!(of_method, Some(ty::ImplTraitInTraitData::Trait { fn_def_id, .. })
                if tcx.item_name(fn_def_id) == method)
                && !tcx.trait_is_auto(bound.def_id())
                && !tcx.is_sizedness_trait(bound.def_id())
        });
        let spans: SmallVec<[Span; 1]> = bounds.map(|&(_, span)| span).collect();
        match spans.is_empty() {
            true => violation.clone(),
            false => DynCompatibilityViolation::BoundOnFuture(spans),
        }
    };
    violations.iter().map(explain).collect()
}

/// Where the methods that return futures are the only obstacle to a `dyn`, name the gate.
pub(in super::super) fn name_gate(
    tcx: TyCtxt<'_>,
    trait_def_id: DefId,
    violations: &[DynCompatibilityViolation],
    err: &mut Diag<'_>,
) {
    if !tcx.features().async_fn_in_dyn_trait()
        && tcx.sess.is_nightly_build()
        && !violations.is_empty()
        && tcx.only_lacks_gate_for_dyn_of(trait_def_id, violations)
        // Where another crate has the gate, this is asked while the headers of impls are lowered.
        && (tcx.may_have_dyn_futures() || impl_for_dyn(tcx, trait_def_id).is_none())
    {
        err.note(
            "methods that return futures can be called through a `dyn` with \
             `#![feature(async_fn_in_dyn_trait)]`",
        );
    }
}

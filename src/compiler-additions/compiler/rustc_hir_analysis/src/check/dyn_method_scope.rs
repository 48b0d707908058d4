//! `dyn` types that do not implement their trait, where they are written.
//!
//! ```ignore (illustrative)
//! trait Store {
//!     fn get(&self, key: &str) -> String;
//!     fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R>;
//! }
//! fn first(s: &dyn Store); // ERROR E0038 in a crate without the gate `dyn_method_scope`
//!
//! trait Source { type Item; fn next(&self) -> Self::Item; }
//! impl<T: ?Sized> Source for T { type Item = u8; … }
//! fn next(s: &dyn Source); // ERROR E0038, as the impl says what `Item` is and the type does not
//! ```
//!
//! A crate without the gate may infer such a type from one that has it. So neither is a question of what
//! is well-formed. Nor can it be asked when a type is lowered, which the signature of `get` may be
//! waiting for.

use rustc_data_structures::fx::FxHashSet;
use rustc_errors::codes::*;
use rustc_hir as hir;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_hir::intravisit::{self, Visitor};
use rustc_infer::infer::TyCtxtInferExt;
use rustc_macros::Diagnostic;
use rustc_middle::hir::nested_filter;
use rustc_middle::ty::{self, Ty, TyCtxt, TypeVisitableExt, TypingMode, elaborate};
use rustc_span::Span;
use rustc_trait_selection::error_reporting::traits::report_dyn_incompatibility;
use rustc_trait_selection::traits::{
    self, DynCompatibilityViolation, ObligationCause, ObligationCtxt,
};

use crate::coherence::incomplete_dyns::refuse_impls_of_other_crates;

pub(crate) fn check_crate(tcx: TyCtxt<'_>) {
    refuse_impls_of_other_crates(tcx);
    if tcx.may_have_incomplete_dyns() {
        tcx.hir_visit_all_item_likes_in_crate(&mut WrittenDyns { tcx });
        for def_id in tcx.hir_crate_items(()).definitions() {
            check_bounds_on_dyn(tcx, def_id);
        }
    }
}

#[derive(Diagnostic)]
#[diag("`{$dyn_ty}` does not implement `{$of_trait}`", code = E0277)]
#[note("what a `dyn` type has is known from the type and the trait, so nobody can meet this bound")]
struct BoundOnIncompleteDyn<'tcx> {
    #[primary_span]
    #[label("this bound is never met")]
    span: Span,
    dyn_ty: Ty<'tcx>,
    of_trait: String,
}

/// Refuse a where-clause that an incomplete `dyn` has its trait. Without lifetimes, it is a trivial bound, and
/// is refused as such.
fn check_bounds_on_dyn(tcx: TyCtxt<'_>, def_id: LocalDefId) {
    let has_bounds = matches!(
        tcx.def_kind(def_id),
        DefKind::Fn
            | DefKind::AssocFn
            | DefKind::AssocTy
            | DefKind::Struct
            | DefKind::Enum
            | DefKind::Union
            | DefKind::Trait
            | DefKind::TraitAlias
            | DefKind::Impl { .. }
    );
    if !has_bounds {
        return;
    }
    for &(clause, span) in tcx.explicit_predicates_of(def_id).predicates {
        let Some(bound) = clause.as_trait_clause() else { continue };
        if bound.polarity() == ty::PredicatePolarity::Positive
            && let Some(dyn_ty) = as_dyn_type(tcx, def_id, bound.self_ty().skip_binder())
            && let ty::Dynamic(data, _) = *dyn_ty.kind()
            && tcx.dyn_lacks(data, bound.def_id())
        {
            let of_trait = tcx.def_path_str(bound.def_id());
            tcx.dcx().emit_err(BoundOnIncompleteDyn { span, dyn_ty, of_trait });
        }
    }
}

/// The `dyn` type that this is, also if it is written as `<K as Has>::Dyn`.
fn as_dyn_type<'tcx>(tcx: TyCtxt<'tcx>, def_id: LocalDefId, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
    match ty.kind() {
        ty::Dynamic(..) => Some(ty),
        ty::Alias(..) if !ty.has_escaping_bound_vars() => {
            let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
            let ocx = ObligationCtxt::new(&infcx);
            let cause = ObligationCause::misc(tcx.def_span(def_id), def_id);
            let ty = ocx.structurally_normalize_ty(&cause, tcx.param_env(def_id), ty).ok()?;
            let ty = infcx.resolve_vars_if_possible(ty);
            (ty.is_trait() && !ty.has_infer()).then_some(ty)
        }
        _ => None,
    }
}

struct WrittenDyns<'tcx> {
    tcx: TyCtxt<'tcx>,
}

impl<'tcx> Visitor<'tcx> for WrittenDyns<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_ty(&mut self, ty: &'tcx hir::Ty<'tcx, hir::AmbigArg>) {
        if let hir::TyKind::TraitObject(bounds, _) = ty.kind {
            for bound in bounds {
                check_bound(self.tcx, ty.span, ty.hir_id, &bound.trait_ref);
            }
        }
        intravisit::walk_ty(self, ty);
    }
}

fn check_bound<'tcx>(
    tcx: TyCtxt<'tcx>,
    span: Span,
    hir_id: hir::HirId,
    bound: &hir::TraitRef<'tcx>,
) {
    let (written, traits): (_, Vec<DefId>) = match bound.path.res {
        Res::Def(DefKind::Trait, def_id) => (def_id, vec![def_id]),
        Res::Def(DefKind::TraitAlias, def_id) => {
            let of_alias = elaborate::supertrait_def_ids(tcx, def_id);
            (def_id, of_alias.filter(|&def_id| !tcx.trait_is_alias(def_id)).collect())
        }
        _ => return,
    };
    let incomplete = traits.into_iter().filter(|&def_id| tcx.has_dyn_type(def_id));
    for trait_def_id in incomplete {
        let violations = match tcx.features().dyn_method_scope() {
            true => violations_of_left_out(tcx, trait_def_id, written, bound),
            false => tcx.dyn_compatibility_violations(trait_def_id).to_vec(),
        };
        if !violations.is_empty() {
            report_dyn_incompatibility(tcx, span, Some(hir_id), trait_def_id, &violations).emit();
            return;
        }
    }
}

/// The impls that say what the associated types are which a `dyn` type leaves out. What is `written` is its
/// principal trait, or an alias, which may say some of them.
fn violations_of_left_out(
    tcx: TyCtxt<'_>,
    principal: DefId,
    written: DefId,
    bound: &hir::TraitRef<'_>,
) -> Vec<DynCompatibilityViolation> {
    let trait_ref = ty::Binder::dummy(ty::TraitRef::identity(tcx, written));
    let trait_ref: ty::Clause<'_> = ty::Upcast::upcast(trait_ref, tcx);
    let mut said: FxHashSet<DefId> = elaborate::elaborate(tcx, [trait_ref])
        .filter_map(|clause| clause.as_projection_clause())
        // What is said in terms of `Self` is no part of a `dyn` type.
        .filter(|said| !mentions_self(said.skip_binder().term))
        .map(|said| said.item_def_id())
        .collect();
    let args = bound.path.segments.last().and_then(|segment| segment.args);
    for constraint in args.into_iter().flat_map(|args| args.constraints) {
        if let hir::AssocItemConstraintKind::Equality { .. } = constraint.kind {
            said.extend(type_of_constraint(tcx, principal, constraint));
        }
    }
    elaborate::supertrait_def_ids(tcx, principal)
        .filter(|&def_id| tcx.types_of_dyn(def_id).iter().any(|item| !said.contains(item)))
        .find_map(|def_id| traits::blanket_impl_for_dyn(tcx, def_id, principal))
        .map(|impl_def_id| {
            DynCompatibilityViolation::ImplForIncompleteDyn([tcx.def_span(impl_def_id)].into())
        })
        .into_iter()
        .collect()
}

fn mentions_self(term: ty::Term<'_>) -> bool {
    let of_term = match term.kind() {
        ty::TermKind::Ty(ty) => ty.walk(),
        ty::TermKind::Const(ct) => ct.walk(),
    };
    of_term.filter_map(|arg| arg.as_type()).any(|ty| ty.is_param(0))
}

/// The associated type that a constraint says: the trait's own, or else that of a supertrait, whether or not
/// a `dyn` type has to say it.
fn type_of_constraint(
    tcx: TyCtxt<'_>,
    principal: DefId,
    constraint: &hir::AssocItemConstraint<'_>,
) -> Option<DefId> {
    let of_name = |def_id| {
        let items = tcx.associated_items(def_id);
        let mut items = items.filter_by_name_unhygienic(constraint.ident.name);
        items.find(|item| item.is_type() && !item.is_impl_trait_in_trait()).map(|item| item.def_id)
    };
    // Where several supertraits have one of this name, there is an error.
    of_name(principal).or_else(|| {
        elaborate::supertrait_def_ids(tcx, principal).find_map(|def_id| of_name(def_id))
    })
}

//! `dyn` types that do not implement their trait: which traits have one, and what is in its vtable.
//!
//! ```ignore (illustrative)
//! trait Store {
//!     fn get(&self, key: &str) -> String;
//!     fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R>; // can't be in a vtable
//! }
//! type T = dyn Store; // is a type, and `get` can be called on it
//! ```
//!
//! What such a type is, and what its methods are, is in `rustc_middle::ty::dyn_method_scope`.

use std::ops::ControlFlow;

use rustc_hir::def_id::DefId;
use rustc_infer::infer::InferCtxt;
use rustc_middle::query::Providers;
use rustc_middle::ty::{
    self, GenericArgsRef, Ty, TyCtxt, TypeSuperVisitable, TypeVisitable, TypeVisitableExt,
    TypeVisitor, TypingMode, elaborate,
};

use super::blanket_impls::blanket_impl_for_dyn;
use super::{DynCompatibilityViolation, ObligationCause, ObligationCtxt, is_vtable_safe_method};

pub(super) fn provide(providers: &mut Providers) {
    providers.violations_of_dyn_type = violations_of_dyn_type;
}

/// What keeps `dyn Trait` from being a type, with the gate: what keeps the trait from being dyn-compatible
/// and concerns it as a whole.
fn violations_of_dyn_type(tcx: TyCtxt<'_>, trait_def_id: DefId) -> &[DynCompatibilityViolation] {
    let violations = tcx.dyn_compatibility_violations(trait_def_id);
    if violations.is_empty() {
        return violations;
    }
    let of_type = violations.iter().filter(|violation| match violation {
        DynCompatibilityViolation::Method(..) => {
            only_lacks_other_gate(tcx, trait_def_id, violation)
        }
        DynCompatibilityViolation::AssocConst(..)
        | DynCompatibilityViolation::GenericAssocTy(..) => false,
        DynCompatibilityViolation::ExplicitlyDynIncompatible(_)
        | DynCompatibilityViolation::SizedSelf(_)
        | DynCompatibilityViolation::SupertraitSelf(_)
        | DynCompatibilityViolation::SupertraitNonLifetimeBinder(_)
        | DynCompatibilityViolation::SupertraitConst(_)
        | DynCompatibilityViolation::ImplForUnsized(_)
        | DynCompatibilityViolation::ImplForIncompleteDyn(_)
        | DynCompatibilityViolation::BoundOnFuture(_)
        | DynCompatibilityViolation::FutureOutlivesOutput(_) => true,
    });
    let of_impl = impl_for_incomplete_dyn(tcx, trait_def_id).map(|impl_def_id| {
        DynCompatibilityViolation::ImplForIncompleteDyn([tcx.def_span(impl_def_id)].into())
    });
    tcx.arena.alloc_from_iter(of_type.cloned().chain(of_impl).collect::<Vec<_>>())
}

/// Whether the violation is a method that could be called, if a crate had `async_fn_in_dyn_trait`. That
/// is another gate's `dyn`.
fn only_lacks_other_gate(
    tcx: TyCtxt<'_>,
    trait_def_id: DefId,
    violation: &DynCompatibilityViolation,
) -> bool {
    let DynCompatibilityViolation::Method(name, violation, _) = violation else { return false };
    elaborate::supertrait_def_ids(tcx, trait_def_id).any(|def_id| {
        tcx.associated_items(def_id).filter_by_name_unhygienic(*name).any(|&item| {
            item.is_fn()
                && tcx.only_lacks_gate_for_dyn(item.def_id, violation)
                && is_vtable_safe_method(tcx, def_id, item)
        })
    })
}

/// A blanket impl of the trait, or of a supertrait, that may cover `dyn` types which lack it. It would
/// implement the trait for them after all, and have other methods than the vtable.
fn impl_for_incomplete_dyn(tcx: TyCtxt<'_>, trait_def_id: DefId) -> Option<DefId> {
    elaborate::supertrait_def_ids(tcx, trait_def_id)
        .filter(|&def_id| !tcx.is_dyn_compatible(def_id))
        .find_map(|def_id| blanket_impl_for_dyn(tcx, def_id, trait_def_id))
}

/// Whether a method mentions a generic associated type, which a `dyn` type can't say: it has no place in
/// the vtable. Without the gate, the trait has no `dyn` type.
pub(super) fn mentions_generic_item(tcx: TyCtxt<'_>, fn_def_id: DefId) -> bool {
    let mut visitor = MentionsGenericItem { tcx };
    let assoc_ty = tcx.assoc_type_of_returned_impl_trait(fn_def_id);
    let future = assoc_ty.and_then(|assoc_ty| tcx.dispatchable_future(assoc_ty));
    tcx.fn_sig(fn_def_id).skip_binder().visit_with(&mut visitor).is_break()
        || future.is_some_and(|future| future.output.visit_with(&mut visitor).is_break())
        || tcx
            .predicates_of(fn_def_id)
            .predicates
            .iter()
            .any(|(clause, _)| clause.visit_with(&mut visitor).is_break())
}

/// A generic associated type of `Self`, other than what its methods return.
struct MentionsGenericItem<'tcx> {
    tcx: TyCtxt<'tcx>,
}

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for MentionsGenericItem<'tcx> {
    type Result = ControlFlow<()>;

    fn visit_ty(&mut self, ty: Ty<'tcx>) -> ControlFlow<()> {
        if let ty::Alias(ty::Projection, alias) = *ty.kind()
            && alias.self_ty() == self.tcx.types.self_param
            && !self.tcx.is_impl_trait_in_trait(alias.def_id)
            && !self.tcx.generics_of(alias.def_id).is_own_empty()
        {
            return ControlFlow::Break(());
        }
        ty.super_visit_with(self)
    }
}

/// Whether a projection asks for a trait that the `dyn` type does not have. Functions that the compiler
/// makes have such projections of their `Self`: `<dyn Store>::get` as a function value.
pub(super) fn is_projection_refused<'tcx>(
    infcx: &InferCtxt<'tcx>,
    data: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    term: ty::AliasTerm<'tcx>,
) -> bool {
    infcx.typing_mode() != TypingMode::PostAnalysis
        && infcx.tcx.dyn_lacks(data, term.trait_def_id(infcx.tcx))
}

/// The associated types that a `dyn` type of the same trait still says where it becomes `target`, which
/// may leave some out.
pub(super) fn projections_of_unsized<'tcx>(
    tcx: TyCtxt<'tcx>,
    source: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    target: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
) -> impl Iterator<Item = ty::PolyExistentialProjection<'tcx>> {
    let may_leave_out = tcx.may_have_incomplete_dyns();
    source.projection_bounds().filter(move |said| {
        !may_leave_out
            || target.projection_bounds().any(|other| other.item_def_id() == said.item_def_id())
    })
}

/// The arguments of `<<K as Has>::Dyn>::get`, with its self type normalized if that is a `dyn` type: what is
/// asked of a call depends on it.
pub(super) fn with_known_self<'tcx>(
    ocx: &ObligationCtxt<'_, 'tcx>,
    cause: &ObligationCause<'tcx>,
    param_env: ty::ParamEnv<'tcx>,
    args: GenericArgsRef<'tcx>,
) -> GenericArgsRef<'tcx> {
    let tcx = ocx.infcx.tcx;
    match args.first().and_then(|arg| arg.as_type()) {
        Some(self_ty) if self_ty.has_aliases() && tcx.may_have_incomplete_dyns() => {
            match ocx.structurally_normalize_ty(cause, param_env, self_ty) {
                Ok(self_ty) if self_ty.is_trait() => {
                    tcx.mk_args_trait(self_ty, args[1..].iter().copied())
                }
                _ => args,
            }
        }
        _ => args,
    }
}

//! Why a `dyn` type does not implement its trait.
//!
//! ```ignore (illustrative)
//! trait Store {
//!     fn get(&self) -> String;
//!     fn map<R>(&self) -> Vec<R>;
//! }
//! fn generic(s: &(impl Store + ?Sized));
//! fn call(s: &dyn Store) { generic(s) } // ERROR: note: a `dyn Store` does not have `map`
//! ```

use rustc_errors::{Diag, MultiSpan};
use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, TyCtxt, elaborate};
use rustc_span::Symbol;

use crate::traits::{PredicateObligation, dyn_compatibility_violations_for_assoc_item};

/// Note what is missing, if the obligation is that a `dyn` type implements a trait which it lacks.
pub(super) fn note_what_dyn_lacks<'tcx>(
    tcx: TyCtxt<'tcx>,
    obligation: &PredicateObligation<'tcx>,
    err: &mut Diag<'_>,
) {
    let Some(bound) = obligation.predicate.as_trait_clause() else { return };
    let self_ty = bound.self_ty().skip_binder();
    let ty::Dynamic(data, _) = *self_ty.kind() else { return };
    if !tcx.dyn_lacks(data, bound.def_id()) {
        return;
    }
    let missing = missing_items(tcx, data, bound.def_id());
    if missing.is_empty() {
        return;
    }
    let names = missing.iter().map(|(_, name, _)| format!("`{name}`")).collect::<Vec<_>>();
    let mut spans = MultiSpan::from_spans(
        missing
            .iter()
            .map(|&(item, ..)| tcx.def_ident_span(item).unwrap_or(tcx.def_span(item)))
            .collect(),
    );
    for (item, _, reason) in &missing {
        let span = tcx.def_ident_span(*item).unwrap_or(tcx.def_span(*item));
        spans.push_span_label(span, reason.clone());
    }
    err.span_note(
        spans,
        format!(
            "`{self_ty}` is a type, and does not implement `{}`, as it does not have {}",
            tcx.def_path_str(bound.def_id()),
            names.join(", "),
        ),
    );
}

/// Whether a bound is that a `dyn` type has a trait which it lacks.
pub(super) fn is_of_lacking_dyn<'tcx>(
    tcx: TyCtxt<'tcx>,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> bool {
    match *bound.self_ty().skip_binder().kind() {
        ty::Dynamic(data, _) => tcx.dyn_lacks(data, bound.def_id()),
        _ => false,
    }
}

/// The items of a trait and its supertraits that the `dyn` type does not have, and why.
fn missing_items<'tcx>(
    tcx: TyCtxt<'tcx>,
    data: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    trait_def_id: DefId,
) -> Vec<(DefId, Symbol, String)> {
    let mut missing = vec![];
    for def_id in elaborate::supertrait_def_ids(tcx, trait_def_id) {
        for &item in tcx.associated_items(def_id).in_definition_order() {
            if item.is_impl_trait_in_trait() {
                continue;
            }
            let violations = dyn_compatibility_violations_for_assoc_item(tcx, def_id, item);
            if let Some(violation) = violations.first() {
                let reason = violation.error_msg().into_owned();
                missing.push((item.def_id, item.name(), reason));
            } else if let Some(assoc_ty) = tcx.assoc_type_of_returned_impl_trait(item.def_id)
                && tcx.is_future_unsized(data, assoc_ty)
            {
                missing.push((item.def_id, item.name(), "its future has no size".to_owned()));
            }
        }
    }
    let left_out = tcx
        .types_of_dyn(trait_def_id)
        .iter()
        .filter(|&&item| !data.projection_bounds().any(|said| said.item_def_id() == item));
    for &item in left_out {
        let name = tcx.item_name(item);
        missing.push((item, name, format!("the type does not say what `{name}` is")));
    }
    missing
}

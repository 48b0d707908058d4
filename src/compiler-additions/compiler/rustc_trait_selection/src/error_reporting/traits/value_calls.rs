//! Bounds on what calling a value returns, as a person would write them: `F(..): Send`.

use rustc_errors::{Applicability, Diag, EmissionGuarantee};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_middle::ty::print::PrintTraitRefExt as _;
use rustc_middle::ty::{self, TyCtxt};
use rustc_span::def_id::LocalDefId;

/// Suggest `F(..): Send` where `<F as AsyncFnMut<(u8,)>>::CallRefFuture<'_>: Send` is missing, whose
/// names are unstable.
///
/// Returns whether the bound is such a one.
pub(super) fn suggest_bound_on_call<'tcx, G: EmissionGuarantee>(
    tcx: TyCtxt<'tcx>,
    item: LocalDefId,
    generics: &hir::Generics<'tcx>,
    err: &mut Diag<'_, G>,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> bool {
    let ty::Alias(ty::Projection, alias) = *bound.skip_binder().self_ty().kind() else {
        return false;
    };
    if !tcx.is_lang_item(alias.def_id, LangItem::CallRefFuture)
        && !tcx.is_lang_item(alias.def_id, LangItem::CallOnceFuture)
    {
        return false;
    }
    let features = tcx.features();
    // A method of an impl can't ask for more than its trait.
    if tcx.trait_impl_of_assoc(item.to_def_id()).is_some() {
        return features.return_type_notation();
    }
    let called = match *alias.self_ty().kind() {
        ty::Param(param) => param.to_string(),
        // `T::Handler`, whose bounds say what it is called with.
        ty::Alias(ty::Projection, assoc)
            if let ty::Param(param) = *assoc.self_ty().kind()
                && tcx.generics_of(assoc.def_id).own_params.is_empty()
                && features.return_type_notation() =>
        {
            format!("{param}::{}", tcx.item_name(assoc.def_id))
        }
        _ => return false,
    };
    let of_trait = bound.skip_binder().trait_ref.print_only_trait_path().to_string();
    let written = generics.params.iter().find(|param| param.name.ident().as_str() == called);
    let is_anonymous = written.is_some_and(|param| param.is_impl_trait());
    let is_auto = tcx.trait_is_auto(bound.def_id());
    if let Some(written) = written
        && is_anonymous
        && is_auto
        && features.async_auto_trait_bounds()
    {
        err.span_suggestion_verbose(
            written.span.shrink_to_hi(),
            "consider bounding what calling it returns",
            format!(" + async {of_trait}"),
            Applicability::MaybeIncorrect,
        );
    } else if !features.return_type_notation() {
        return false;
    } else if is_anonymous {
        err.help(format!(
            "give the `{called}` a named type parameter `F`, and bound what calling it returns: \
             `F(..): {of_trait}`"
        ));
    } else if generics.where_clause_span.from_expansion() {
        err.help(format!("consider a where-clause `{called}(..): {of_trait}`"));
    } else {
        err.span_suggestion_verbose(
            generics.tail_span_for_predicate_suggestion(),
            format!("consider bounding what calling a value of type `{called}` returns"),
            format!("{} {called}(..): {of_trait}", generics.add_where_or_trailing_comma()),
            Applicability::MaybeIncorrect,
        );
    }
    true
}

//! Impls whose self type is a `dyn` type that lacks the trait, however it is written.
//!
//! ```ignore (illustrative)
//! impl Has for K { type T = dyn Source; }          // leaves out `Source::Item`
//! impl Source for <K as Has>::T { … }              // ERROR E0371
//! impl<U: Has> Source for <U as Has>::T { … }      // ERROR E0371, as it may be one
//! ```
//!
//! Upstream does not look through a projection here. For a `dyn` type that has its trait, the two ways to have
//! it disagree about its associated types, so that nobody can use both. One that leaves them out says nothing.
//! Nor can a crate that comes later decide that a trait has no `dyn` type for such an impl's sake: the crates
//! before it have used one.

use rustc_errors::ErrorGuaranteed;
use rustc_errors::codes::*;
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, Ty, TyCtxt, elaborate};
use rustc_span::Span;
use rustc_trait_selection::traits::known_self_ty_of_impl;

#[derive(Diagnostic)]
#[diag("`{$self_ty}` may be a `dyn` type of `{$trait_name}` that does not implement it", code = E0371)]
#[note(
    "what such a type has is known from the type and the trait, so nobody can implement the trait for it"
)]
#[help("write the type itself")]
struct ImplForProjection<'tcx> {
    #[primary_span]
    #[label("it is not known which type this is")]
    span: Span,
    self_ty: Ty<'tcx>,
    trait_name: String,
}

#[derive(Diagnostic)]
#[diag("`{$self_ty}` is the type `{$dyn_ty}`, which has what it has of `{$trait_name}` by itself", code = E0371)]
#[note(
    "what such a type has is known from the type and the trait, so nobody can implement the trait for it"
)]
struct ImplForDyn<'tcx> {
    #[primary_span]
    #[label("`{$trait_name}` can't be implemented for it")]
    span: Span,
    self_ty: Ty<'tcx>,
    dyn_ty: Ty<'tcx>,
    trait_name: String,
}

/// Refuse an impl whose self type is a projection that is, or may be, such a `dyn` type. This can't ask
/// whether the trait has a `dyn` type: because of the impl, it might not.
pub(super) fn refuse_impl_for_projection<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_def_id: LocalDefId,
    trait_ref: ty::TraitRef<'tcx>,
) -> Result<(), ErrorGuaranteed> {
    let self_ty = trait_ref.self_ty();
    let trait_def_id = trait_ref.def_id;
    if !matches!(self_ty.kind(), ty::Alias(..)) || !may_be_lacked(tcx, trait_def_id) {
        return Ok(());
    }
    let span = tcx.def_span(impl_def_id);
    let trait_name = tcx.def_path_str(trait_def_id);
    match known_self_ty_of_impl(tcx, impl_def_id.to_def_id()) {
        Some(dyn_ty) => match *dyn_ty.kind() {
            ty::Dynamic(data, _)
                if data.principal_def_id().is_some_and(|principal| {
                    elaborate::supertrait_def_ids(tcx, principal)
                        .any(|def_id| def_id == trait_def_id)
                }) =>
            {
                Err(tcx.dcx().emit_err(ImplForDyn { span, self_ty, dyn_ty, trait_name }))
            }
            _ => Ok(()),
        },
        None => Err(tcx.dcx().emit_err(ImplForProjection { span, self_ty, trait_name })),
    }
}

/// Whether there may be `dyn` types which have the trait among their supertraits and lack it, or whose methods
/// return futures.
fn may_be_lacked(tcx: TyCtxt<'_>, trait_def_id: DefId) -> bool {
    (tcx.may_have_incomplete_dyns() || tcx.may_have_dyn_futures())
        && tcx.vtable_is_possible(trait_def_id)
        && (tcx.has_dispatchable_futures(trait_def_id)
            || tcx.may_have_incomplete_dyns()
                && (!tcx.is_dyn_compatible(trait_def_id)
                    || !tcx.types_of_dyn(trait_def_id).is_empty()))
}

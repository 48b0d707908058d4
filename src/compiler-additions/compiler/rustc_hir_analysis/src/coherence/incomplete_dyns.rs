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
//!
//! Both solvers know that no impl is one for such a `dyn`. That does not replace this: generic code takes the
//! impl for all `U`, and is compiled for the one whose `T` is the `dyn`.
//!
//! A crate whose graph has no gate is not asked this. If its impl is one of a trait that it declares itself, then
//! that trait has no `dyn` type. Any other impl is what the lint `uncovered_param_in_projection` will make an
//! error of, and is an error here in the first crate that knows of a gate.

use rustc_errors::ErrorGuaranteed;
use rustc_errors::codes::*;
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, Ty, TyCtxt, elaborate};
use rustc_span::{Span, Symbol};
use rustc_trait_selection::traits::{is_for_no_dyn, known_self_ty_of_impl};

#[derive(Diagnostic)]
#[diag("`{$self_ty}` may be a `dyn` type of `{$trait_name}` that does not implement it", code = E0371)]
#[note(
    "which methods and associated types a `dyn` type has follows from the type and its trait alone"
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
#[diag("`{$self_ty}` is `{$dyn_ty}`, for which nobody can implement `{$trait_name}`", code = E0371)]
#[note(
    "which methods and associated types a `dyn` type has follows from the type and its trait alone"
)]
struct ImplForDyn<'tcx> {
    #[primary_span]
    #[label("this impl is for a `dyn` type of its own trait")]
    span: Span,
    self_ty: Ty<'tcx>,
    dyn_ty: Ty<'tcx>,
    trait_name: String,
}

#[derive(Diagnostic)]
#[diag(
    "`{$self_ty}`, for which `{$krate}` implements `{$trait_name}`, may be a `dyn` type that does not",
    code = E0371
)]
#[note(
    "which methods and associated types a `dyn` type has follows from the type and its trait alone"
)]
#[note("no crate that `{$krate}` uses has a gate for such types, and one that this crate uses has")]
struct ImplOfOtherCrate<'tcx> {
    #[primary_span]
    #[label("it is not known which type this is")]
    span: Span,
    self_ty: Ty<'tcx>,
    krate: Symbol,
    trait_name: String,
}

/// What a projection may be that an impl is for.
enum SelfTy<'tcx> {
    /// Any type.
    Unknown,
    /// A `dyn` type of the trait that is implemented.
    Dyn(Ty<'tcx>),
}

/// Refuse an impl whose self type is a projection that is, or may be, such a `dyn` type. This can't ask
/// whether the trait has a `dyn` type: because of the impl, it might not.
pub(super) fn refuse_impl_for_projection<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_def_id: LocalDefId,
    trait_ref: ty::TraitRef<'tcx>,
) -> Result<(), ErrorGuaranteed> {
    let self_ty = trait_ref.self_ty();
    let Some(may_be) = self_ty_that_may_lack(tcx, impl_def_id.to_def_id(), trait_ref) else {
        return Ok(());
    };
    let span = tcx.def_span(impl_def_id);
    let trait_name = tcx.def_path_str(trait_ref.def_id);
    Err(match may_be {
        SelfTy::Dyn(dyn_ty) => tcx.dcx().emit_err(ImplForDyn { span, self_ty, dyn_ty, trait_name }),
        SelfTy::Unknown => tcx.dcx().emit_err(ImplForProjection { span, self_ty, trait_name }),
    })
}

/// The same for impls in crates that this one uses.
pub(crate) fn refuse_impls_of_other_crates(tcx: TyCtxt<'_>) {
    if !tcx.may_have_incomplete_dyns() && !tcx.may_have_dyn_futures() {
        return;
    }
    for trait_def_id in tcx.all_traits_including_private() {
        // Another crate than the trait's can have such an impl only if it puts a type of its own in the trait's
        // arguments.
        let mut params = tcx.generics_of(trait_def_id).own_params.iter().skip(1);
        if trait_def_id.is_local()
            || !params.any(|param| matches!(param.kind, ty::GenericParamDefKind::Type { .. }))
        {
            continue;
        }
        for &impl_def_id in tcx.trait_impls_of(trait_def_id).blanket_impls() {
            if impl_def_id.is_local() || impl_def_id.krate == trait_def_id.krate {
                continue;
            }
            let trait_ref = tcx.impl_trait_ref(impl_def_id).instantiate_identity();
            if self_ty_that_may_lack(tcx, impl_def_id, trait_ref).is_some() {
                tcx.dcx().emit_err(ImplOfOtherCrate {
                    span: tcx.def_span(impl_def_id),
                    self_ty: trait_ref.self_ty(),
                    krate: tcx.crate_name(impl_def_id.krate),
                    trait_name: tcx.def_path_str(trait_def_id),
                });
            }
        }
    }
}

/// The self type of an impl, if that is a projection and not known to be some other type.
fn self_ty_that_may_lack<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_def_id: DefId,
    trait_ref: ty::TraitRef<'tcx>,
) -> Option<SelfTy<'tcx>> {
    if !matches!(trait_ref.self_ty().kind(), ty::Alias(..))
        || !may_be_lacked(tcx, trait_ref.def_id)
        || is_for_no_dyn(tcx, impl_def_id)
    {
        return None;
    }
    let Some(known) = known_self_ty_of_impl(tcx, impl_def_id) else {
        return Some(SelfTy::Unknown);
    };
    let ty::Dynamic(data, _) = *known.kind() else { return None };
    let mut supertraits = elaborate::supertrait_def_ids(tcx, data.principal_def_id()?);
    // Nobody writes the lifetime bound that a `dyn` type has by default.
    supertraits
        .any(|def_id| def_id == trait_ref.def_id)
        .then(|| SelfTy::Dyn(Ty::new_dynamic(tcx, data, tcx.lifetimes.re_erased)))
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

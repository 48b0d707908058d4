//! What an implementation of `FutureAdapter` has to be, as far as the compiler can tell.
//!
//! ```ignore (illustrative)
//! #[repr(transparent)]
//! struct Boxing<T>(T);
//!
//! unsafe impl<T> FutureAdapter for Boxing<T> {
//!     type Adapted = T;                        // the type of the only field that has a size
//!     type Room = Box<()>;                     // what a future holds on to
//!     fn allocate(layout: Layout) -> NonNull<u8>;
//!     unsafe fn deallocate(room: NonNull<u8>, layout: Layout);
//! }
//! ```
//!
//! A pointer to a `T` becomes one to a `Boxing<T>`, and that one coerces to a `dyn` that drops a `T`.
//! So nobody makes a `Boxing<T>`, and nothing may come with one: no other field that has drop glue,
//! or stands for something, and no `Drop`. It is a type of the crate that says what it adapts, so
//! that no crate can change what another's coercion means.

use rustc_errors::ErrorGuaranteed;
use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_infer::infer::TyCtxtInferExt;
use rustc_infer::traits::ObligationCause;
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, Ty, TyCtxt, TypingMode};
use rustc_span::Span;
use rustc_trait_selection::traits::ObligationCtxt;

use super::Checker;

#[derive(Diagnostic)]
#[diag("only a struct of this crate can be an adapter")]
#[note("what it means to coerce a type to a `dyn` is up to the crate that declares the type")]
#[help("declare a struct of your own, `#[repr(transparent)] struct Adapter<T>(T);`")]
struct AdapterNotLocal {
    #[primary_span]
    #[label("not a struct that is declared here")]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("an adapter must have the layout of what it adapts")]
struct AdapterNotTransparent {
    #[primary_span]
    #[label("this is not `#[repr(transparent)]`")]
    span: Span,
    #[suggestion(
        "make it so",
        code = "#[repr(transparent)]\n",
        applicability = "maybe-incorrect",
        style = "verbose"
    )]
    suggestion: Span,
}

#[derive(Diagnostic)]
#[diag("an adapter can only have a field of the type that it adapts, and `PhantomData`")]
#[note(
    "a pointer to what is adapted becomes a pointer to the adapter, whose other fields nobody has \
     initialized"
)]
struct AdapterFields<'tcx> {
    #[primary_span]
    #[label("neither `{$adapted}` nor `PhantomData`")]
    span: Span,
    adapted: Ty<'tcx>,
}

#[derive(Diagnostic)]
#[diag("an adapter must have one field of the type that it adapts, `{$adapted}`")]
struct AdapterWithoutField<'tcx> {
    #[primary_span]
    #[label("has {$count} of this type")]
    span: Span,
    adapted: Ty<'tcx>,
    count: usize,
}

#[derive(Diagnostic)]
#[diag("an adapter can't implement `{$name}`")]
#[note("the adapted type's own `{$name}` counts: a `dyn` made of the adapter holds that type")]
struct AdapterImplements {
    #[primary_span]
    #[label("implemented here")]
    span: Span,
    name: &'static str,
}

pub(super) fn visit_implementation_of_future_adapter(
    checker: &Checker<'_>,
) -> Result<(), ErrorGuaranteed> {
    let tcx = checker.tcx;
    let impl_def_id = checker.impl_def_id;
    if tcx.impl_polarity(impl_def_id) != ty::ImplPolarity::Positive {
        return Ok(());
    }
    let trait_ref = checker.impl_header.trait_ref.instantiate_identity();
    let span = tcx.hir_expect_item(impl_def_id).expect_impl().self_ty.span;
    let (adt, args) = match *trait_ref.self_ty().kind() {
        ty::Adt(adt, args) if adt.did().is_local() && adt.is_struct() => (adt, args),
        ty::Error(guar) => return Err(guar),
        _ => return Err(tcx.dcx().emit_err(AdapterNotLocal { span })),
    };
    let def_span = tcx.def_span(adt.did());
    if !adt.repr().transparent() {
        return Err(tcx.dcx().emit_err(AdapterNotTransparent {
            span: def_span,
            suggestion: def_span.shrink_to_lo(),
        }));
    }
    check_fields(checker, adt, args, def_span)?;
    if let Some(drop) = tcx.adt_destructor(adt.did()) {
        let (span, name) = (tcx.def_span(drop.did), "Drop");
        return Err(tcx.dcx().emit_err(AdapterImplements { span, name }));
    }
    if let Some(unpin) = tcx.lang_items().unpin_trait()
        && let Some(unpin) = tcx.non_blanket_impls_for_ty(unpin, trait_ref.self_ty()).next()
        && tcx.impl_polarity(unpin) == ty::ImplPolarity::Positive
    {
        let (span, name) = (tcx.def_span(unpin), "Unpin");
        return Err(tcx.dcx().emit_err(AdapterImplements { span, name }));
    }
    Ok(())
}

fn check_fields<'tcx>(
    checker: &Checker<'tcx>,
    adt: ty::AdtDef<'tcx>,
    args: ty::GenericArgsRef<'tcx>,
    def_span: Span,
) -> Result<(), ErrorGuaranteed> {
    let tcx = checker.tcx;
    let Some(adapted) = assoc_item_of_impl(checker, LangItem::FutureAdapterAdapted) else {
        return Ok(());
    };
    let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let ocx = ObligationCtxt::new(&infcx);
    let param_env = tcx.param_env(checker.impl_def_id);
    let normalize = |ty| {
        let ty = ocx.normalize(&ObligationCause::dummy(), param_env, ty);
        let _ = ocx.try_evaluate_obligations();
        infcx.resolve_vars_if_possible(ty)
    };
    let adapted = normalize(tcx.type_of(adapted).instantiate_identity());
    let mut count = 0;
    for field in adt.all_fields() {
        let ty = normalize(field.ty(tcx, args));
        if ty == adapted {
            count += 1;
        } else if !ty.ty_adt_def().is_some_and(|adt| adt.is_phantom_data()) {
            let span = tcx.def_span(field.did);
            return Err(tcx.dcx().emit_err(AdapterFields { span, adapted }));
        }
    }
    if count != 1 {
        return Err(tcx.dcx().emit_err(AdapterWithoutField { span: def_span, adapted, count }));
    }
    Ok(())
}

fn assoc_item_of_impl(checker: &Checker<'_>, item: LangItem) -> Option<DefId> {
    let tcx: TyCtxt<'_> = checker.tcx;
    let of_trait = tcx.lang_items().get(item)?;
    tcx.impl_item_implementor_ids(checker.impl_def_id).get(&of_trait).copied()
}

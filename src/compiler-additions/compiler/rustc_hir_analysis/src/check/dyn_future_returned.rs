//! `fn handle(&self) -> dyn Future<Output = Reply>` in a trait.
//!
//! Where the function has a body, it is an error like for any other function (E0746). Where it has
//! none, only its implementations and callers would find out.

use rustc_errors::codes::*;
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, TyCtxt};
use rustc_span::def_id::LocalDefId;
use rustc_span::{BytePos, ErrorGuaranteed, Span};

#[derive(Diagnostic)]
#[diag("return type cannot be a trait object without pointer indirection", code = E0746)]
#[note(
    "whoever makes a `dyn` of the trait chooses where its futures go, with an adapter such as `Boxing`"
)]
struct DynFutureReturned {
    #[primary_span]
    #[label("doesn't have a size known at compile-time")]
    span: Span,
    #[suggestion(
        "return a future whose type each implementation chooses, or write `async fn`",
        code = "impl ",
        applicability = "machine-applicable",
        style = "verbose"
    )]
    dyn_keyword: Option<Span>,
}

/// Check a function of a trait that has no body.
pub(super) fn check(tcx: TyCtxt<'_>, def_id: LocalDefId) -> Result<(), ErrorGuaranteed> {
    if !tcx.features().async_fn_in_dyn_trait() {
        return Ok(());
    }
    let hir::Node::TraitItem(&hir::TraitItem {
        kind: hir::TraitItemKind::Fn(ref sig, hir::TraitFn::Required(_)),
        ..
    }) = tcx.hir_node_by_def_id(def_id)
    else {
        return Ok(());
    };
    let output = tcx.fn_sig(def_id).skip_binder().output().skip_binder();
    if let ty::Dynamic(data, _) = *output.kind()
        && let Some(principal) = data.principal_def_id()
        && tcx.is_lang_item(principal, LangItem::Future)
    {
        let span = sig.decl.output.span();
        let starts_with_dyn = tcx
            .sess
            .source_map()
            .span_to_snippet(span)
            .is_ok_and(|snippet| snippet.starts_with("dyn "));
        let dyn_keyword = starts_with_dyn.then(|| span.with_hi(span.lo() + BytePos(4)));
        return Err(tcx.dcx().emit_err(DynFutureReturned { span, dyn_keyword }));
    }
    Ok(())
}

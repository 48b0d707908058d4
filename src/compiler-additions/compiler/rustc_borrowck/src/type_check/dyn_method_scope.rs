//! Methods of `dyn` types that do not implement their trait, once all types are known.
//!
//! ```ignore (illustrative)
//! trait Two<T, U>: Super<T, Item = T> + Super<U, Item = U> {
//!     fn first(&self) -> <Self as Super<T>>::Item;
//! }
//! let d: Box<dyn Two<_, &'static str>> = …;
//! d.first();            // which `Item` this is shows in `_`, until
//! let _: &str = …;      // it is found to be a `&str`, too: ERROR
//! ```
//!
//! Type checking judges a call where it is written, by what is inferred so far. What borrow checking proves
//! of it goes by what is known now, and so must whether the call is accepted.

use rustc_errors::codes::*;
use rustc_hir::def_id::DefId;
use rustc_macros::Diagnostic;
use rustc_middle::ty::{GenericArgsRef, Ty, TyCtxt};
use rustc_span::{Span, Symbol};

#[derive(Diagnostic)]
#[diag("the method `{$name}` can't be used on `{$dyn_ty}`", code = E0038)]
#[note("this goes by all types that are inferred, also after the call")]
struct UnknownTypesOfCall<'tcx> {
    #[primary_span]
    #[label("it mentions `{$missing}`, and does not tell which of several is meant")]
    span: Span,
    name: Symbol,
    missing: Symbol,
    dyn_ty: Ty<'tcx>,
}

/// Refuse a function whose type mentions an associated type that the `dyn` type does not tell.
pub(super) fn refuse_unknown_types<'tcx>(
    tcx: TyCtxt<'tcx>,
    fn_def_id: DefId,
    args: GenericArgsRef<'tcx>,
    span: Span,
) {
    if let Some(incomplete) = tcx.incomplete_dyn_of_call(fn_def_id, args)
        && !tcx.generics_require_sized_self(fn_def_id)
        && let Some(missing) = incomplete.missing_in_method(tcx, fn_def_id, args)
    {
        tcx.dcx().emit_err(UnknownTypesOfCall {
            span,
            name: tcx.item_name(fn_def_id),
            missing: tcx.item_name(missing),
            dyn_ty: incomplete.ty,
        });
    }
}

//! Calls of methods whose futures have no size in a `dyn` type, `dyn Fetch<fetch(..): ?Sized>`.
//!
//! ```ignore (illustrative)
//! f.fetch(1)             // ERROR: nothing says where the future goes
//! dyn_box!(f.fetch(1))   // is `boxed(unapplied(f.fetch(1)))`, and fine
//! <dyn Fetch<…>>::fetch  // ERROR as a function value, likewise
//! ```

use rustc_errors::ErrorGuaranteed;
use rustc_errors::codes::*;
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::DefId;
use rustc_macros::{Diagnostic, Subdiagnostic};
use rustc_middle::ty::{self, Ty};
use rustc_span::{Span, Symbol};

use crate::FnCtxt;

#[derive(Diagnostic)]
#[diag("the future of `{$name}` has no size on `{$dyn_ty}`", code = E0277)]
struct UnplacedFuture<'tcx> {
    #[primary_span]
    #[label("{$label}")]
    span: Span,
    label: &'static str,
    name: Symbol,
    dyn_ty: Ty<'tcx>,
    #[subdiagnostic]
    boxed: Option<BoxIt>,
    #[subdiagnostic]
    in_slot: Option<InSlot>,
}

#[derive(Subdiagnostic)]
#[multipart_suggestion(
    "say where it goes: in a box",
    applicability = "maybe-incorrect",
    style = "verbose"
)]
struct BoxIt {
    #[suggestion_part(code = "std::future::dyn_box!(")]
    before: Span,
    #[suggestion_part(code = ")")]
    after: Span,
}

#[derive(Subdiagnostic)]
#[help(
    "or without an allocation, in a slot: `dyn_in!(slot.as_mut(), …)`, with `let mut slot = pin!(Slot::<256>::new());`"
)]
struct InSlot;

impl<'tcx> FnCtxt<'_, 'tcx> {
    /// Refuse a method of a `dyn` type whose future has no size there, unless the call has been given to
    /// somebody who knows a place for it. `callee` is the method call, or the path of the method.
    pub(crate) fn refuse_unplaced_future(
        &self,
        fn_def_id: DefId,
        dyn_ty: Ty<'tcx>,
        span: Span,
        callee: hir::HirId,
    ) -> Option<ErrorGuaranteed> {
        let tcx = self.tcx;
        let assoc_ty = tcx.assoc_type_of_returned_impl_trait(fn_def_id)?;
        let ty::Dynamic(data, _) = *dyn_ty.kind() else { return None };
        if !tcx.is_future_unsized(data, assoc_ty) {
            return None;
        }
        let call = self.call_of(callee);
        if call.is_some_and(|call| self.is_unapplied(call)) {
            return None;
        }
        let label = match call {
            Some(_) if tcx.takes_self_by_value(fn_def_id) => {
                "a call that takes `self` by value can't say where the future goes"
            }
            Some(_) => "this call does not say where the future goes",
            None => "a function value can't say where the future goes",
        };
        // Not every function can be given a place.
        let placeable = call.filter(|_| {
            self.kind_that_is_no_closure(fn_def_id).is_none() && !tcx.takes_self_by_value(fn_def_id)
        });
        let boxed = placeable.filter(|call| !call.span.from_expansion()).map(|call| BoxIt {
            before: call.span.shrink_to_lo(),
            after: call.span.shrink_to_hi(),
        });
        Some(self.dcx().emit_err(UnplacedFuture {
            span,
            label,
            name: tcx.item_name(fn_def_id),
            dyn_ty,
            boxed,
            in_slot: placeable.is_some().then_some(InSlot),
        }))
    }

    fn call_of(&self, callee: hir::HirId) -> Option<&'tcx hir::Expr<'tcx>> {
        if let hir::Node::Expr(call @ hir::Expr { kind: hir::ExprKind::MethodCall(..), .. }) =
            self.tcx.hir_node(callee)
        {
            return Some(call);
        }
        match self.tcx.parent_hir_node(callee) {
            hir::Node::Expr(call @ hir::Expr { kind: hir::ExprKind::Call(path, _), .. })
                if path.hir_id == callee =>
            {
                Some(call)
            }
            _ => None,
        }
    }

    /// Whether a call is the argument of `core::future::unapplied`, or of `unapplied_method`.
    fn is_unapplied(&self, call: &'tcx hir::Expr<'tcx>) -> bool {
        let hir::Node::Expr(hir::Expr { kind: hir::ExprKind::Call(function, _), .. }) =
            self.tcx.parent_hir_node(call.hir_id)
        else {
            return false;
        };
        match function.kind {
            hir::ExprKind::Path(hir::QPath::Resolved(None, path)) => matches!(
                path.res,
                Res::Def(DefKind::Fn, def_id)
                    if matches!(
                        self.tcx.as_lang_item(def_id),
                        Some(LangItem::UnappliedCall | LangItem::UnappliedMethod)
                    )
            ),
            _ => false,
        }
    }
}

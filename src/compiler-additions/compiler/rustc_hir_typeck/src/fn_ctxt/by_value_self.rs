//! Calls of methods that take `self` by value on a `Box<dyn Trait>`, with the gate `dyn_by_value_self`.
//!
//! ```ignore (illustrative)
//! connection.close()              // `rustc_mir_build::builder::expr::by_value_self`
//! Connection::close(*connection)  // the same
//! Connection::close(*reference)   // ERROR in borrow checking: nobody owns it here
//! dyn_box!(connection.close())    // ERROR here
//! ```

use rustc_errors::ErrorGuaranteed;
use rustc_hir::def_id::DefId;
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, Ty};
use rustc_span::{Span, Symbol};

use crate::FnCtxt;

#[derive(Diagnostic)]
#[diag("a call that takes a `{$dyn_ty}` by value can't be given a place")]
#[note("the call is made later, and what has no size can't be kept until then")]
#[help(
    "call it outside of the macro, `{$name}(…)`, on a `dyn` that is made through an adapter such as `Boxing`"
)]
struct UnsizedSelfInPlace<'tcx> {
    #[primary_span]
    #[label("`{$name}` takes `self` by value")]
    span: Span,
    name: Symbol,
    dyn_ty: Ty<'tcx>,
}

impl<'tcx> FnCtxt<'_, 'tcx> {
    /// Whether the first argument of a call of this function may have no size. Borrow checking asks that it
    /// has one, unless it comes out of a box.
    pub(crate) fn may_take_self_out_of_box(&self, fn_def_id: DefId) -> bool {
        (self.tcx.features().dyn_by_value_self() || self.is_in_method_of_dyn_trait())
            && self.tcx.trait_of_assoc(fn_def_id).is_some()
            && self.tcx.takes_self_by_value(fn_def_id)
    }

    /// Refuse to keep such an argument for a call that is made later.
    pub(super) fn check_self_has_size(
        &self,
        fn_def_id: DefId,
        self_ty: Option<Ty<'tcx>>,
        span: Span,
    ) -> Result<(), ErrorGuaranteed> {
        let Some(dyn_ty) = self_ty.map(|ty| self.resolve_vars_if_possible(ty)) else {
            return Ok(());
        };
        if !matches!(dyn_ty.kind(), ty::Dynamic(..)) {
            return Ok(());
        }
        let name = self.tcx.item_name(fn_def_id);
        let dyn_ty = self.tcx.erase_and_anonymize_regions(dyn_ty);
        Err(self.dcx().emit_err(UnsizedSelfInPlace { span, name, dyn_ty }))
    }
}

//! What a call in type position has to show, in bodies: see
//! `rustc_hir_analysis::check::calls_in_types`, which does the same for signatures.

use rustc_hir_analysis::hir_ty_lowering::{CallInType, CallInput};
use rustc_infer::traits::ObligationCauseCode;
use rustc_middle::ty::{Ty, TypeVisitableExt};
use rustc_span::Span;
use rustc_trait_selection::solve::deeply_normalize;
use rustc_trait_selection::traits::ScrubbedTraitError;

use super::FnCtxt;

impl<'tcx> FnCtxt<'_, 'tcx> {
    pub(super) fn check_call_in_type(&self, call: CallInType<'tcx>) {
        let CallInType { span, hir_id, fn_def_id, fn_args, inputs, .. } = call;
        // For those who ask which functions are used.
        self.write_resolution(hir_id, Ok((self.tcx.def_kind(fn_def_id), fn_def_id)));
        // A call within `for<'a> fn(f(&'a u8))`. It has been lowered, and nothing else in the body
        // says what `'a` could be.
        if fn_args.has_escaping_bound_vars() {
            return;
        }
        self.add_required_obligations_with_code(span, fn_def_id, fn_args, |_, predicate_span| {
            ObligationCauseCode::WhereClause(fn_def_id, predicate_span)
        });
        for CallInput { span, parameter, argument } in inputs {
            if parameter.has_escaping_bound_vars() || argument.has_escaping_bound_vars() {
                continue;
            }
            self.register_wf_obligation(
                argument.into(),
                span,
                ObligationCauseCode::WellFormed(None),
            );
            let parameter = self.normalize_for_comparison(span, parameter);
            let argument = self.normalize_for_comparison(span, argument);
            self.demand_eqtype(span, parameter, argument);
        }
    }

    /// Normalize as deeply as inference allows: types that are normalized only where they are
    /// compared would be reported as two projections that differ.
    fn normalize_for_comparison(&self, span: Span, ty: Ty<'tcx>) -> Ty<'tcx> {
        if self.next_trait_solver() && !ty.has_non_region_infer() {
            let cause = self.misc(span);
            let at = self.at(&cause, self.param_env);
            if let Ok(normalized) = deeply_normalize::<_, ScrubbedTraitError<'tcx>>(at, ty) {
                return normalized;
            }
        }
        self.normalize(span, ty)
    }
}

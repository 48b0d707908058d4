//! Lifetimes of the type that a function returns, where that is written by a name or a call.
//!
//! ```ignore (illustrative)
//! fn lend<'a, T>(value: &'a T) -> impl Sized { … }
//! struct Lent<'x, 'y>(lend(&'x &'y str)); // ERROR `'y` has to outlive `'x`
//! ```
//!
//! Nothing in the type that is written has a place where this could be implied, unlike `&'x &'y str`
//! itself. So the message has to say which bound to write.

use rustc_errors::{Applicability, Diag};
use rustc_hir::def::DefKind;
use rustc_middle::ty::Region;
use rustc_span::Span;
use rustc_span::def_id::LocalDefId;

use crate::error_reporting::TypeErrCtxt;
use crate::errors::{LfBoundNotSatisfied, note_and_explain};

impl<'a, 'tcx> TypeErrCtxt<'a, 'tcx> {
    /// Report that `longer` does not outlive `shorter`, as what a function returns asks for.
    pub(super) fn report_outlives_of_returned_impl_trait(
        &self,
        scope: LocalDefId,
        span: Span,
        longer: Region<'tcx>,
        shorter: Region<'tcx>,
    ) -> Diag<'a> {
        let tcx = self.tcx;
        let explain = |region, prefix| {
            let suffix = note_and_explain::SuffixKind::Empty;
            note_and_explain::RegionExplanation::new(tcx, scope, region, None, prefix, suffix)
        };
        let instantiated = explain(longer, note_and_explain::PrefixKind::LfParamInstantiatedWith);
        let must_outlive = explain(shorter, note_and_explain::PrefixKind::LfParamMustOutlive);
        let mut err = self.dcx().create_err(LfBoundNotSatisfied {
            span,
            notes: instantiated.into_iter().chain(must_outlive).collect(),
        });

        if !longer.is_named(tcx) || !shorter.is_named(tcx) {
            err.help(
                "write a named lifetime for both, the same or two of which one outlives the other",
            );
            return err;
        }
        let bound = format!("{longer}: {shorter}");
        // The method of an impl can't ask for more than its trait.
        let generics = tcx.hir_get_generics(scope).filter(|generics| {
            tcx.trait_impl_of_assoc(scope.to_def_id()).is_none()
                && tcx.def_kind(scope) != DefKind::OpaqueTy
                && !generics.where_clause_span.from_expansion()
        });
        match generics {
            Some(generics) => {
                err.span_suggestion_verbose(
                    generics.tail_span_for_predicate_suggestion(),
                    "consider adding a where-clause",
                    format!("{} {bound}", generics.add_where_or_trailing_comma()),
                    Applicability::MaybeIncorrect,
                );
            }
            None => {
                err.help(format!("what the call returns needs `{bound}`"));
            }
        }
        err
    }
}

//! Lifetimes of the type that a function returns, where that is written by a name or a call.
//!
//! ```ignore (illustrative)
//! fn lend<'a, T>(value: &'a T) -> impl Sized { … }
//! struct Lent<'x, 'y>(lend(&'x &'y str)); // ERROR `'y` has to outlive `'x`
//! ```
//!
//! Nothing in the type that is written has a place where this could be implied, unlike `&'x &'y str`
//! itself. So the message has to say which bound to write.

use std::ops::ControlFlow;

use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::intravisit::{self, Visitor};
use rustc_infer::infer::{RegionResolutionError, SubregionOrigin};
use rustc_middle::ty::Region;
use rustc_span::Span;
use rustc_span::def_id::LocalDefId;

use crate::error_reporting::TypeErrCtxt;
use crate::errors::{LfBoundNotSatisfied, note_and_explain};

impl<'a, 'tcx> TypeErrCtxt<'a, 'tcx> {
    /// The next solver tells which type asks for a relation of lifetimes, and not which part of it does. Where
    /// there is a name or a call in it, that is it.
    pub(super) fn find_origins_in_calls(
        &self,
        scope: LocalDefId,
        errors: &mut [RegionResolutionError<'tcx>],
    ) {
        if !self.next_trait_solver() || !self.tcx.has_bounds_on_futures() {
            return;
        }
        for error in errors {
            if let RegionResolutionError::ConcreteFailure(origin, ..) = error
                && !matches!(origin, SubregionOrigin::OutlivesOfReturnedImplTrait(_))
                && self.is_type_with_call(scope, origin.span())
            {
                *origin = SubregionOrigin::OutlivesOfReturnedImplTrait(Box::new(origin.clone()));
            }
        }
    }

    fn is_type_with_call(&self, scope: LocalDefId, span: Span) -> bool {
        let mut find = FindCallInType { span, is_within: false };
        let hir_id = self.tcx.local_def_id_to_hir_id(scope);
        match self.tcx.hir_node(hir_id) {
            hir::Node::Item(item) => find.visit_item(item),
            hir::Node::TraitItem(item) => find.visit_trait_item(item),
            hir::Node::ImplItem(item) => find.visit_impl_item(item),
            _ => ControlFlow::Continue(()),
        }
        .is_break()
    }

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

/// Looks for a name or a call in the type at a span.
struct FindCallInType {
    span: Span,
    is_within: bool,
}

impl<'v> Visitor<'v> for FindCallInType {
    type Result = ControlFlow<()>;

    fn visit_ty(&mut self, ty: &'v hir::Ty<'v, hir::AmbigArg>) -> ControlFlow<()> {
        let was_within = self.is_within;
        self.is_within |= ty.span == self.span;
        if self.is_within
            && let hir::TyKind::Path(qpath) = ty.kind
            && is_name_or_call(&qpath)
        {
            return ControlFlow::Break(());
        }
        intravisit::walk_ty(self, ty)?;
        self.is_within = was_within;
        ControlFlow::Continue(())
    }
}

fn is_name_or_call(qpath: &hir::QPath<'_>) -> bool {
    let segment = match qpath {
        hir::QPath::Resolved(_, path) => {
            if let Res::Def(DefKind::Fn | DefKind::AssocFn, _) = path.res {
                return true;
            }
            path.segments.last()
        }
        hir::QPath::TypeRelative(_, segment) => Some(*segment),
    };
    segment.is_some_and(|segment| segment.args().is_return_type_notation())
}

//! Bounds on what a method returns in the arguments of its trait: `T: Fetch<fetch(..): Send>`, and
//! with a name, `T: Fetch<fetch: Send>`.

use super::*;

impl<'tcx> dyn HirTyLowerer<'tcx> + '_ {
    /// Lower the constraint `fetch: Send`, `fetch(..): Send` or `fetch(A): Send` in `F: Fetch<…>`.
    pub(in crate::hir_ty_lowering) fn lower_return_type_constraint(
        &self,
        span: Span,
        bound: ty::PolyTraitRef<'tcx>,
        fn_def_id: DefId,
        constraint: &hir::AssocItemConstraint<'tcx>,
        bounds: &mut Vec<(ty::Clause<'tcx>, Span)>,
        predicate_filter: PredicateFilter,
    ) -> Result<(), ErrorGuaranteed> {
        let is_call = constraint.gen_args.is_return_type_notation();
        if let hir::AssocItemConstraintKind::Equality { term } = constraint.kind
            && (is_call || self.tcx().features().named_return_types())
        {
            // A bound where none is allowed has become this, and has been reported. Without the
            // feature, upstream reports both.
            let features = self.tcx().features();
            if let hir::Term::Ty(&hir::Ty { kind: hir::TyKind::Err(guar), .. }) = term
                && (features.return_type_notation() || features.named_return_types())
            {
                return Err(guar);
            }
            let hir::AssocItemConstraint { span, ident, .. } = *constraint;
            return Err(if is_call {
                self.dcx().emit_err(crate::errors::ReturnTypeNotationEqualityBound { span })
            } else {
                self.dcx().emit_err(errors::ReturnTypeNameEquality { span, ident })
            });
        }
        if bound.skip_binder().self_ty() == self.tcx().types.trait_object_dummy_self {
            self.check_can_be_promised(constraint, fn_def_id)?;
        }
        // What is before the colon, as if it were at the end of a path.
        let segment = hir::PathSegment {
            ident: constraint.ident,
            hir_id: constraint.hir_id,
            res: Res::Err,
            args: Some(constraint.gen_args),
            infer_args: false,
        };
        let subject = if is_call {
            self.lower_call_constraint(span, bound, fn_def_id, &segment)?
        } else {
            self.lower_return_type_name_constraint(span, bound, fn_def_id, &segment)?
        };
        if let hir::AssocItemConstraintKind::Bound { bounds: hir_bounds } = constraint.kind
            && let PredicateFilter::All
            | PredicateFilter::SelfAndAssociatedTypeBounds
            | PredicateFilter::ConstIfConst = predicate_filter
        {
            self.lower_bounds(
                subject.skip_binder(),
                hir_bounds,
                bounds,
                subject.bound_vars(),
                predicate_filter,
                OverlappingAsssocItemConstraints::Allowed,
            );
        }
        Ok(())
    }

    /// Lower the subject of `fetch: Send` in `F: Fetch<fetch: Send>`.
    pub(super) fn lower_return_type_name_constraint(
        &self,
        span: Span,
        bound: ty::PolyTraitRef<'tcx>,
        fn_def_id: DefId,
        segment: &hir::PathSegment<'tcx>,
    ) -> Result<ty::Binder<'tcx, Ty<'tcx>>, ErrorGuaranteed> {
        let tcx = self.tcx();
        // As for paths, `resolve_bound_vars` tells what it has added lifetimes for.
        let has_bound_vars =
            tcx.late_bound_vars_map(segment.hir_id.owner).contains_key(&segment.hir_id.local_id);
        let (lifetimes, bound_vars) = if has_bound_vars && !segment.args().has_lifetime_params() {
            (
                ReturnTypeLifetimes::BoundFrom { first_var: bound.bound_vars().len() },
                tcx.late_bound_vars(segment.hir_id),
            )
        } else {
            (ReturnTypeLifetimes::Written, bound.bound_vars())
        };
        let alias_ty = self.lower_return_type_name(
            span,
            fn_def_id,
            segment,
            bound.skip_binder().args,
            lifetimes,
        )?;
        let ty = Ty::new_alias(tcx, ty::Projection, alias_ty);
        Ok(ty::Binder::bind_with_vars(ty, bound_vars))
    }
}

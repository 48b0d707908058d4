//! What a call in type position has to show, outside of bodies.
//!
//! ```ignore (illustrative)
//! fn show<T: Debug>(value: T) -> String;
//! struct Shown(show(NotDebug)); // ERROR `NotDebug` doesn't implement `Debug`
//! ```
//!
//! The type of this field is `String`, and nothing in `String` tells of `show`. So its where-clauses
//! have to be checked where the call is written, and so does that each argument has the type of its
//! parameter: type lowering leaves it open where either has to be normalized first.
//!
//! Bodies do the same as they lower their types, see `rustc_hir_typeck::fn_ctxt`.

use rustc_data_structures::fx::FxHashMap;
use rustc_errors::ErrorGuaranteed;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_hir::intravisit::{self, Visitor, VisitorExt};
use rustc_hir::{self as hir, AmbigArg};
use rustc_infer::infer::{InferCtxt, TyCtxtInferExt};
use rustc_infer::traits::{Obligation, ObligationCause, ObligationCauseCode};
use rustc_middle::ty::{
    self, Ty, TyCtxt, TypeFoldable, TypeVisitableExt, TypingMode, fold_regions,
};
use rustc_trait_selection::error_reporting::InferCtxtErrorExt;
use rustc_trait_selection::traits::{self, ObligationCtxt};

use crate::collect::ItemCtxt;
use crate::hir_ty_lowering::{
    CallInType, HirTyLowerer, OverlappingAsssocItemConstraints, PredicateFilter,
};

/// Check all calls in type position in the crate, once nothing else is wrong with its types.
pub(crate) fn check_crate(tcx: TyCtxt<'_>) {
    if !tcx.features().return_type_notation() || tcx.dcx().has_errors().is_some() {
        return;
    }
    for owner in tcx.hir_crate_items(()).owners() {
        for (item, call) in calls_in_signature(tcx, owner) {
            // A type alias has no bounds that it could rely on, so what depends on its parameters
            // is left to whoever uses it, as far as the type that is returned asks for it.
            let params = ty::TypeFlags::HAS_PARAM | ty::TypeFlags::HAS_RE_PARAM;
            if tcx.def_kind(item) == DefKind::TyAlias
                && (call.fn_args.has_type_flags(params)
                    || call.inputs.iter().any(|input| input.argument.has_type_flags(params)))
            {
                continue;
            }
            // The errors are reported.
            let _ = check_call(tcx, item, call);
        }
    }
}

/// Provider of the query of this name.
pub(crate) fn fns_called_in_types(tcx: TyCtxt<'_>, item: LocalDefId) -> &[DefId] {
    let calls = calls_in_signature(tcx, hir::OwnerId { def_id: item });
    tcx.arena.alloc_from_iter(calls.into_iter().map(|(_, call)| call.fn_def_id))
}

fn calls_in_signature<'tcx>(
    tcx: TyCtxt<'tcx>,
    owner: hir::OwnerId,
) -> Vec<(LocalDefId, CallInType<'tcx>)> {
    let mut visitor = CallVisitor { tcx, item: owner.def_id, calls: vec![] };
    match tcx.hir_owner_node(owner) {
        hir::OwnerNode::Item(item) => visitor.visit_item(item),
        hir::OwnerNode::TraitItem(item) => visitor.visit_trait_item(item),
        hir::OwnerNode::ImplItem(item) => visitor.visit_impl_item(item),
        hir::OwnerNode::ForeignItem(item) => visitor.visit_foreign_item(item),
        hir::OwnerNode::Crate(_) | hir::OwnerNode::Synthetic => {}
    }
    visitor.calls
}

/// Finds calls in the signature of an item.
struct CallVisitor<'tcx> {
    tcx: TyCtxt<'tcx>,
    /// Whose generics the types refer to: an item, or an `impl Trait` in it.
    item: LocalDefId,
    /// With the item of each.
    calls: Vec<(LocalDefId, CallInType<'tcx>)>,
}

impl<'tcx> CallVisitor<'tcx> {
    /// Lower something once more, this time to look at the calls in it.
    fn find_calls_in(&mut self, lower: impl FnOnce(&dyn HirTyLowerer<'tcx>)) {
        let icx = ItemCtxt::new(self.tcx, self.item);
        lower(icx.lowerer());
        self.calls.extend(icx.calls_in_types.take().into_iter().map(|call| (self.item, call)));
    }

    fn find_calls_in_bounds(&mut self, subject: Ty<'tcx>, bounds: hir::GenericBounds<'tcx>) {
        if bounds.iter().any(|bound| HasCall.visit_param_bound(bound).is_break()) {
            self.find_calls_in(|lowerer| lower_bounds(lowerer, subject, bounds, ty::List::empty()));
        }
    }
}

fn lower_bounds<'tcx>(
    lowerer: &dyn HirTyLowerer<'tcx>,
    subject: Ty<'tcx>,
    bounds: hir::GenericBounds<'tcx>,
    bound_vars: &'tcx ty::List<ty::BoundVariableKind<'tcx>>,
) {
    lowerer.lower_bounds(
        subject,
        bounds,
        &mut vec![],
        bound_vars,
        PredicateFilter::All,
        OverlappingAsssocItemConstraints::Allowed,
    );
}

impl<'tcx> Visitor<'tcx> for CallVisitor<'tcx> {
    fn visit_item(&mut self, item: &'tcx hir::Item<'tcx>) {
        if let hir::ItemKind::Trait(.., bounds, _) = item.kind {
            self.find_calls_in_bounds(self.tcx.types.self_param, bounds);
            // Lowering the bounds has lowered what is in them.
            let hir::ItemKind::Trait(.., generics, _, _) = item.kind else { unreachable!() };
            self.visit_generics(generics);
        } else {
            intravisit::walk_item(self, item);
        }
    }

    fn visit_trait_item(&mut self, item: &'tcx hir::TraitItem<'tcx>) {
        if let hir::TraitItemKind::Type(bounds, default) = item.kind {
            let def_id = item.owner_id.to_def_id();
            let args = ty::GenericArgs::identity_for_item(self.tcx, def_id);
            self.find_calls_in_bounds(Ty::new_projection(self.tcx, def_id, args), bounds);
            self.visit_generics(item.generics);
            if let Some(ty) = default {
                self.visit_ty_unambig(ty);
            }
        } else {
            intravisit::walk_trait_item(self, item);
        }
    }

    fn visit_where_predicate(&mut self, predicate: &'tcx hir::WherePredicate<'tcx>) {
        let hir::WherePredicateKind::BoundPredicate(bound) = predicate.kind else { return };
        if HasCall.visit_where_predicate(predicate).is_break() {
            let bound_vars = self.tcx.late_bound_vars(predicate.hir_id);
            self.find_calls_in(|lowerer| {
                let subject = lowerer.lower_ty_maybe_return_type_notation(bound.bounded_ty);
                lower_bounds(lowerer, subject, bound.bounds, bound_vars);
            });
        }
    }

    fn visit_ty(&mut self, ty: &'tcx hir::Ty<'tcx, AmbigArg>) {
        match ty.kind {
            hir::TyKind::OpaqueDef(opaque) => {
                let def_id = opaque.def_id.to_def_id();
                let args = ty::GenericArgs::identity_for_item(self.tcx, def_id);
                let subject = Ty::new_opaque(self.tcx, def_id, args);
                let item = std::mem::replace(&mut self.item, opaque.def_id);
                self.find_calls_in_bounds(subject, opaque.bounds);
                self.item = item;
            }
            _ if HasCall.visit_ty(ty).is_continue() => {}
            // Look for the outermost call: lowering it lowers those in its arguments.
            hir::TyKind::Path(_) => self.find_calls_in(|lowerer| {
                lowerer.lower_ty(ty.as_unambig_ty());
            }),
            _ => intravisit::walk_ty(self, ty),
        }
    }
}

/// Looks for a call.
struct HasCall;

impl<'tcx> Visitor<'tcx> for HasCall {
    type Result = std::ops::ControlFlow<()>;

    fn visit_generic_args(&mut self, args: &'tcx hir::GenericArgs<'tcx>) -> Self::Result {
        if args.is_return_type_notation() {
            return std::ops::ControlFlow::Break(());
        }
        intravisit::walk_generic_args(self, args)
    }
}

fn check_call<'tcx>(
    tcx: TyCtxt<'tcx>,
    item: LocalDefId,
    call: CallInType<'tcx>,
) -> Result<(), ErrorGuaranteed> {
    let param_env = tcx.param_env(item);
    let infcx = &tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let ocx = ObligationCtxt::new_with_diagnostics(infcx);
    let mut placeholders = Placeholders { infcx, item, regions: Default::default() };

    let CallInType { span, ident, fn_def_id, fn_args, inputs, is_for_all_lifetimes, .. } = call;
    let fn_args = placeholders.replace_bound(fn_args);
    let predicates = tcx.predicates_of(fn_def_id).instantiate(tcx, fn_args);
    let well_formed =
        |span| ObligationCause::new(span, item, ObligationCauseCode::WellFormed(None));
    let predicates = ocx.normalize(&well_formed(span), param_env, predicates);
    let obligations = traits::predicates_for_generics(
        |_, predicate_span| {
            let code = ObligationCauseCode::WhereClause(fn_def_id, predicate_span);
            ObligationCause::new(span, item, code)
        },
        param_env,
        predicates,
    );
    ocx.register_obligations(obligations.filter(|obligation| {
        // No lifetimes could be as `(..)` has them all, and as `fn f<'a, 'b: 'a>()` asks for.
        let is_outlives = matches!(
            obligation.predicate.kind().skip_binder(),
            ty::PredicateKind::Clause(
                ty::ClauseKind::TypeOutlives(_) | ty::ClauseKind::RegionOutlives(_)
            )
        );
        !(is_for_all_lifetimes && is_outlives)
    }));

    for (index, input) in inputs.into_iter().enumerate() {
        let cause = well_formed(input.span);
        let argument = placeholders.replace_bound(input.argument);
        if !argument.has_placeholders() {
            ocx.register_obligation(Obligation::new(
                tcx,
                cause.clone(),
                param_env,
                ty::ClauseKind::WellFormed(argument.into()),
            ));
        }
        let parameter = placeholders.replace_bound(input.parameter);
        // Deeply also with the next solver: what it leaves for later would be reported as two
        // projections that differ.
        let normalize = |ty| match infcx.next_trait_solver() {
            true => ocx.deeply_normalize(&cause, param_env, ty).unwrap_or(ty),
            false => ocx.normalize(&cause, param_env, ty),
        };
        let (parameter, argument) = (normalize(parameter), normalize(argument));
        if ocx.eq(&cause, param_env, parameter, argument).is_err() {
            let (span, call) = (input.span, ident.span);
            let parameter = infcx.resolve_vars_if_possible(parameter);
            let icx = ItemCtxt::new(tcx, item);
            let err = icx
                .lowerer()
                .mismatched_call_input(span, call, fn_def_id, index, parameter, argument);
            return Err(tcx.dcx().emit_err(err));
        }
    }

    let errors = ocx.evaluate_obligations_error_on_ambiguity();
    if !errors.is_empty() {
        return Err(infcx.err_ctxt().report_fulfillment_errors(errors));
    }
    // What a function's arguments imply says nothing of the lifetimes that its `impl Trait` has.
    if let DefKind::OpaqueTy = tcx.def_kind(item) {
        return Ok(());
    }
    let assumed_wf_types = ocx.assumed_wf_types_and_report_errors(param_env, item)?;
    ocx.resolve_regions_and_report_errors(item, param_env, assumed_wf_types)
}

/// In `for<'a> F::fetch(&'a mut F, u32): Send`, what is true of the call has to be for any `'a`.
struct Placeholders<'a, 'tcx> {
    infcx: &'a InferCtxt<'tcx>,
    item: LocalDefId,
    regions: FxHashMap<(usize, ty::BoundVar), ty::Region<'tcx>>,
}

impl<'tcx> Placeholders<'_, 'tcx> {
    fn replace_bound<T: TypeFoldable<TyCtxt<'tcx>>>(&mut self, value: T) -> T {
        let infcx = self.infcx;
        let item = self.item.to_def_id();
        let is_fn = infcx.tcx.def_kind(item).is_fn_like();
        fold_regions(infcx.tcx, value, |region, depth| match region.kind() {
            // A late-bound lifetime of the item itself, of which its inputs may tell something.
            ty::ReBound(ty::BoundVarIndexKind::Bound(_), bound)
                if is_fn
                    && let Some(lifetime) = bound.kind.get_id()
                    && let var = ty::BoundVariableKind::Region(bound.kind)
                    && infcx.tcx.late_bound_vars_of_fn(item).contains(&var) =>
            {
                let kind = ty::LateParamRegionKind::Named(lifetime);
                ty::Region::new_late_param(infcx.tcx, item, kind)
            }
            ty::ReBound(ty::BoundVarIndexKind::Bound(debruijn), bound) if debruijn >= depth => {
                let binder = debruijn.as_usize() - depth.as_usize();
                *self.regions.entry((binder, bound.var)).or_insert_with(|| {
                    let universe = infcx.create_next_universe();
                    ty::Region::new_placeholder(
                        infcx.tcx,
                        ty::PlaceholderRegion::new(universe, bound),
                    )
                })
            }
            _ => region,
        })
    }
}

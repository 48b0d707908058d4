//! Messages about `dyn` types whose methods return futures.

use rustc_errors::codes::*;
use rustc_errors::{Applicability, Diag, listify, struct_span_code_err};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_hir::intravisit::Visitor;
use rustc_infer::traits::{ObligationCauseCode, PredicateObligation};
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::{ErrorGuaranteed, Span, sym};

use crate::error_reporting::TypeErrCtxt;
use crate::traits::query::evaluate_obligation::InferCtxtExt as _;
use crate::traits::{ObligationCtxt, SelectionError};

mod obstacles;
mod placed;
mod suggest_boxing;
mod suggest_promise;

pub(super) use self::obstacles::{explain_violations, name_gate};

impl<'tcx> TypeErrCtxt<'_, 'tcx> {
    /// Report that a method's future does not fit into a `dyn` as it is, `&mut f` where `&mut dyn
    /// Fetch` is wanted.
    ///
    /// There is one such obligation for each method, and one message for all.
    pub(super) fn report_future_not_pointer_like(
        &self,
        obligation: &PredicateObligation<'tcx>,
        predicate: ty::PolyTraitPredicate<'tcx>,
    ) -> Option<ErrorGuaranteed> {
        let tcx = self.tcx;
        if !tcx.is_lang_item(predicate.def_id(), LangItem::PointerLike) {
            return None;
        }
        let span = obligation.cause.span;
        let args = predicate.skip_binder().trait_ref.args;
        let (method, target) = (args.type_at(0), args.type_at(2));
        let ty::FnDef(fn_def_id, fn_args) = *method.kind() else { return None };
        let source = fn_args.type_at(0);

        // Without the trait there are no futures to talk of.
        let trait_ref = ty::TraitRef::from_assoc(tcx, tcx.parent(fn_def_id), fn_args);
        let of_trait = obligation.with(tcx, predicate.rebind(trait_ref));
        if !self.predicate_may_hold(&of_trait) {
            let error = SelectionError::Unimplemented;
            return Some(self.report_selection_error(of_trait.clone(), &of_trait, &error));
        }

        let unfit = self.methods_with_unfit_future(obligation, source, target);
        if unfit.first().is_some_and(|&first| first != fn_def_id) {
            return Some(self.dcx().span_delayed_bug(span, "reported for the first method"));
        }
        let unfit = if unfit.is_empty() { vec![fn_def_id] } else { unfit };

        let target = tcx.erase_and_anonymize_regions(target);
        let mut path = None;
        let source_name = tcx.short_string(source, &mut path);
        let dyn_ty = tcx.short_string(target, &mut path);
        let mut err = struct_span_code_err!(
            self.dcx(),
            span,
            E0277,
            "the type `{source_name}` cannot be converted to a `{dyn_ty}` without an adapter",
        );
        *err.long_ty_path() = path;
        err.span_label(span, label_of_unfit(tcx, &unfit, source, target));
        if let Some(callee) = self.callee_of_argument(obligation.cause.body_id, span) {
            err.span_label(callee, "required by a bound introduced by this call");
        }
        self.help_with_refined_future(&mut err, &unfit, fn_args.type_at(0));
        self.suggest_boxing(&mut err, obligation, source, target);
        if !tcx.features().async_fn_in_dyn_trait() {
            let gate = (String::new(), sym::async_fn_in_dyn_trait);
            tcx.disabled_nightly_features(&mut err, [gate]);
        }
        Some(err.emit())
    }

    /// The methods whose futures need an adapter.
    fn methods_with_unfit_future(
        &self,
        obligation: &PredicateObligation<'tcx>,
        source: Ty<'tcx>,
        target: Ty<'tcx>,
    ) -> Vec<DefId> {
        let tcx = self.tcx;
        let Some(unsizing) = tcx.unsizing_to_dyn_futures(source, target) else { return vec![] };
        let mut unfit = vec![];
        for clause in unsizing.clauses {
            if let ty::ClauseKind::Trait(pred) = clause.kind().skip_binder()
                && tcx.is_lang_item(pred.def_id(), LangItem::PointerLike)
                && let ty::FnDef(fn_def_id, _) = *pred.self_ty().kind()
                && !unfit.contains(&fn_def_id)
                && self.clause_of_future(obligation, clause).is_err()
            {
                unfit.push(fn_def_id);
            }
        }
        unfit
    }

    /// Whether a clause about a future holds, and what it is about once it is normalized.
    fn clause_of_future(
        &self,
        obligation: &PredicateObligation<'tcx>,
        clause: ty::Clause<'tcx>,
    ) -> Result<(), ty::Clause<'tcx>> {
        self.probe(|_| {
            let ocx = ObligationCtxt::new(&self.infcx);
            let clause = ocx.normalize(&obligation.cause, obligation.param_env, clause);
            ocx.register_obligation(obligation.with(self.tcx, clause));
            if ocx.try_evaluate_obligations().is_empty() {
                Ok(())
            } else {
                Err(self.resolve_vars_if_possible(clause))
            }
        })
    }

    /// `_: Send`, or another auto trait.
    fn as_auto_trait_clause(
        &self,
        obligation: &PredicateObligation<'tcx>,
    ) -> Option<ty::PolyTraitPredicate<'tcx>> {
        let bound = obligation.predicate.as_trait_clause()?;
        self.tcx.trait_is_auto(bound.def_id()).then_some(bound)
    }

    /// Where `Send` is asked for and a method's future, called through a plain `dyn Fetch`, is not:
    /// the obligation that is about this future, rather than about what it is made of.
    pub(super) fn obligation_of_dyn_future(
        &self,
        obligation: &PredicateObligation<'tcx>,
    ) -> Option<PredicateObligation<'tcx>> {
        let (parent_code, Some(parent)) = obligation.cause.code().parent_with_predicate()? else {
            return None;
        };
        let bound = self.as_auto_trait_clause(obligation)?;
        if bound.def_id() != parent.def_id() {
            return None;
        }
        let self_ty = self.resolve_vars_if_possible(parent.self_ty().skip_binder());
        self.tcx.projection_ty_of_dyn_future(self_ty)?;
        let mut of_future = obligation.with(self.tcx, self.resolve_vars_if_possible(parent));
        of_future.cause.map_code(|_| parent_code.clone());
        Some(of_future)
    }

    /// `fn handle(&self) -> dyn Future<Output = Reply>` in a trait or an impl of one: a `dyn` has its
    /// place elsewhere.
    pub(super) fn suggest_async_for_dyn_future(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
        trait_pred: ty::PolyTraitPredicate<'tcx>,
    ) -> bool {
        let tcx = self.tcx;
        if !tcx.features().async_fn_in_dyn_trait() {
            return false;
        }
        let ty::Dynamic(data, _) = *trait_pred.self_ty().skip_binder().kind() else { return false };
        if !data.principal_def_id().is_some_and(|def_id| tcx.is_lang_item(def_id, LangItem::Future))
        {
            return false;
        }
        let body_id = obligation.cause.body_id;
        let sig = match tcx.hir_node_by_def_id(body_id) {
            hir::Node::ImplItem(hir::ImplItem { kind: hir::ImplItemKind::Fn(sig, _), .. })
            | hir::Node::TraitItem(hir::TraitItem {
                kind: hir::TraitItemKind::Fn(sig, _), ..
            }) => sig,
            _ => return false,
        };
        if tcx.inherent_impl_of_assoc(body_id.to_def_id()).is_some() {
            return false;
        }
        let span = sig.decl.output.span();
        err.note(
            "whoever makes a `dyn` of the trait chooses where its futures go, with an adapter such \
             as `Boxing`",
        );
        if let Ok(snippet) = tcx.sess.source_map().span_to_snippet(span)
            && snippet.starts_with("dyn ")
        {
            err.span_suggestion_verbose(
                span.with_hi(span.lo() + rustc_span::BytePos(4)),
                "return a future of the function's own type, or write `async fn`",
                "impl ",
                Applicability::MaybeIncorrect,
            );
        }
        true
    }

    /// Where a `dyn` that promises something is made, say which method's future is not so.
    pub(super) fn note_unkept_promise(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
    ) {
        let tcx = self.tcx;
        let Some(bound) = self.as_auto_trait_clause(obligation) else { return };
        let Some((source, target)) = self.pointees_of_coercion(obligation) else { return };
        let Some(unsizing) = tcx.unsizing_to_dyn_futures(source, target) else { return };
        let subject = self.subject_of_root(obligation, bound);
        for clause in unsizing.clauses {
            if let ty::ClauseKind::Trait(promised) = clause.kind().skip_binder()
                && promised.def_id() == bound.def_id()
                && let ty::Alias(ty::Projection, alias) = *promised.self_ty().kind()
                && tcx.is_impl_trait_in_trait(alias.def_id)
                && let Err(normalized) = self.clause_of_future(obligation, clause)
                // The next solver reports the first clause that does not hold.
                && (self.next_trait_solver()
                    || [clause, normalized]
                        .iter()
                        .filter_map(|clause| clause.as_trait_clause())
                        .any(|bound| self.without_lifetimes(bound.self_ty()) == subject))
            {
                let target = tcx.erase_and_anonymize_regions(target);
                err.note(format!(
                    "the future returned by `{}` is not `{}`, which `{target}` promises",
                    ty::dyn_futures::name_of_returning_fn(tcx, alias.def_id),
                    tcx.item_name(bound.def_id()),
                ));
                return;
            }
        }
    }

    /// Where a `dyn` type becomes one that promises more, one message is enough: there may be as many
    /// as there are methods.
    pub(super) fn is_reported_for_another_method(
        &self,
        obligation: &PredicateObligation<'tcx>,
    ) -> Option<ErrorGuaranteed> {
        let bound = self.as_auto_trait_clause(obligation)?;
        let (source, target) = self.pointees_of_coercion(obligation)?;
        let (ty::Dynamic(..), ty::Dynamic(data, _)) = (source.kind(), target.kind()) else {
            return None;
        };
        let subject = self.subject_of_root(obligation, bound);
        let promised = data
            .promises()
            .flat_map(|promise| self.tcx.clauses_of_promise(promise, source))
            .filter(|clause| {
                clause.as_trait_clause().is_some_and(|clause| clause.def_id() == bound.def_id())
            });
        for clause in promised {
            if let Err(normalized) = self.clause_of_future(obligation, clause) {
                let is_this = [clause, normalized]
                    .iter()
                    .filter_map(|clause| clause.as_trait_clause())
                    .any(|bound| self.without_lifetimes(bound.self_ty()) == subject);
                return (!is_this && !self.next_trait_solver()).then(|| {
                    let span = obligation.cause.span;
                    self.dcx().span_delayed_bug(span, "reported for the first method")
                });
            }
        }
        None
    }

    /// Where a `dyn` that promises something is made in a body that says what the future is, and so
    /// whether it is `Send`.
    pub(super) fn help_with_promise_in_own_body(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
    ) {
        let Some((_, target)) = self.pointees_of_coercion(obligation) else { return };
        let ty::Dynamic(data, _) = *target.kind() else { return };
        if data.promises().next().is_some() {
            err.help(
                "what a `dyn` promises of a future is not known in the body that the future is made \
                 of: make the `dyn` in another function",
            );
        }
    }

    /// `Boxing<HttpFetch>` and `dyn Fetch`, where that is what a coercion is about.
    fn pointees_of_coercion(
        &self,
        obligation: &PredicateObligation<'tcx>,
    ) -> Option<(Ty<'tcx>, Ty<'tcx>)> {
        let mut code = obligation.cause.code();
        while let Some(parent) = code.parent() {
            code = parent;
        }
        let ObligationCauseCode::Coercion { source, target } = *code else { return None };
        let (source, target) = self.resolve_vars_if_possible((source, target));
        pointees(source, target)
    }

    /// The type that `Send` was asked of at first, where `bound` may be about what is within it.
    fn subject_of_root(
        &self,
        obligation: &PredicateObligation<'tcx>,
        bound: ty::PolyTraitPredicate<'tcx>,
    ) -> Ty<'tcx> {
        let mut root = bound;
        let mut code = obligation.cause.code();
        while let Some((parent, pred)) = code.parent_with_predicate() {
            root = pred.filter(|pred| pred.def_id() == bound.def_id()).unwrap_or(root);
            code = parent;
        }
        self.without_lifetimes(self.resolve_vars_if_possible(root.self_ty()))
    }

    /// The type with no lifetimes, not even those that are bound.
    fn without_lifetimes(&self, ty: ty::Binder<'tcx, Ty<'tcx>>) -> Ty<'tcx> {
        ty::fold_regions(self.tcx, ty.skip_binder(), |_, _| self.tcx.lifetimes.re_erased)
    }
}

/// What the pointers of a coercion point to, `Boxing<HttpFetch>` and `dyn Fetch`.
fn pointees<'tcx>(source: Ty<'tcx>, target: Ty<'tcx>) -> Option<(Ty<'tcx>, Ty<'tcx>)> {
    match (*source.kind(), *target.kind()) {
        (_, ty::Dynamic(..)) => Some((source, target)),
        (
            ty::Ref(_, source, _) | ty::RawPtr(source, _),
            ty::Ref(_, target, _) | ty::RawPtr(target, _),
        ) => pointees(source, target),
        (ty::Adt(def, source), ty::Adt(_, target)) if def.is_struct() => {
            pointees(source.types().next()?, target.types().next()?)
        }
        _ => None,
    }
}

/// Why a type with these methods needs an adapter.
fn label_of_unfit<'tcx>(
    tcx: TyCtxt<'tcx>,
    unfit: &[DefId],
    source: Ty<'tcx>,
    target: Ty<'tcx>,
) -> String {
    let is_unsized = |fn_def_id: DefId| match *target.kind() {
        ty::Dynamic(data, _) => tcx
            .assoc_type_of_returned_impl_trait(fn_def_id)
            .is_some_and(|assoc_ty| tcx.is_future_unsized(data, assoc_ty)),
        _ => false,
    };
    let sized: Vec<_> = unfit.iter().copied().filter(|&def_id| !is_unsized(def_id)).collect();
    let named = if sized.is_empty() { unfit } else { &sized };
    let names = listify(named, |&def_id| format!("`{}`", tcx.item_name(def_id)));
    let names = names.unwrap_or_default();
    // It may be one of an adapter.
    let is_known = !matches!(source.kind(), ty::Param(_) | ty::Alias(..));
    match (sized.len(), is_known) {
        (0, _) => {
            format!("this may be an adapter itself, whose own {names} the `dyn` would not call")
        }
        (1, true) => format!("{names} returns a future that is not the size of a pointer"),
        (_, true) => format!("{names} return futures that are not the size of a pointer"),
        (1, false) => format!("{names} may return a future that is not the size of a pointer"),
        (_, false) => format!("{names} may return futures that are not the size of a pointer"),
    }
}

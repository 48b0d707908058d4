//! Messages about `dyn` types whose methods return futures.

use rustc_errors::codes::*;
use rustc_errors::{Applicability, Diag, listify, struct_span_code_err};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def::Res;
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_hir::intravisit::Visitor;
use rustc_infer::traits::{Obligation, ObligationCauseCode, PredicateObligation};
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::{ErrorGuaranteed, Span, Symbol, sym};

use crate::error_reporting::TypeErrCtxt;
use crate::error_reporting::traits::FindExprBySpan;
use crate::traits::DynCompatibilityViolation;
use crate::traits::query::evaluate_obligation::InferCtxtExt as _;

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
        let (method, target) = (args.type_at(1), args.type_at(2));
        let ty::FnDef(fn_def_id, fn_args) = *method.kind() else { return None };
        let source = fn_args.type_at(0);

        let unfit = self.methods_with_unfit_future(obligation, source, target);
        if unfit.first().is_some_and(|&first| first != fn_def_id) {
            return Some(self.dcx().span_delayed_bug(span, "reported for the first method"));
        }
        let unfit = if unfit.is_empty() { vec![fn_def_id] } else { unfit };

        let target = tcx.erase_and_anonymize_regions(target);
        let mut path = None;
        let source = tcx.short_string(source, &mut path);
        let dyn_ty = tcx.short_string(target, &mut path);
        let mut err = struct_span_code_err!(
            self.dcx(),
            span,
            E0277,
            "the type `{source}` cannot be converted to a `{dyn_ty}` without an adapter",
        );
        *err.long_ty_path() = path;
        let names = listify(&unfit, |&def_id| format!("`{}`", tcx.item_name(def_id)));
        let names = names.unwrap_or_default();
        err.span_label(
            span,
            if unfit.len() == 1 {
                format!("{names} returns a future that is not the size of a pointer")
            } else {
                format!("{names} return futures that are not the size of a pointer")
            },
        );
        if let Some(callee) = self.callee_of_argument(obligation.cause.body_id, span) {
            err.span_label(callee, "required by a bound introduced by this call");
        }
        self.suggest_boxing(&mut err, obligation);
        self.help_with_refined_future(&mut err, &unfit, fn_args.type_at(0));
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
                && let ty::FnDef(fn_def_id, _) = *pred.trait_ref.args.type_at(1).kind()
                && !unfit.contains(&fn_def_id)
                && !self.predicate_may_hold(&Obligation::new(
                    tcx,
                    obligation.cause.clone(),
                    obligation.param_env,
                    clause,
                ))
            {
                unfit.push(fn_def_id);
            }
        }
        unfit
    }

    /// `go` in `go(&mut f)`, where the span is that of the argument.
    fn callee_of_argument(&self, body_id: LocalDefId, span: Span) -> Option<Span> {
        let tcx = self.tcx;
        let body = tcx.hir_maybe_body_owned_by(body_id)?;
        let mut finder = FindExprBySpan::new(span, tcx);
        finder.visit_expr(body.value);
        let expr = finder.result?;
        match tcx.parent_hir_node(expr.hir_id) {
            hir::Node::Expr(&hir::Expr { kind: hir::ExprKind::Call(callee, args), .. })
                if args.iter().any(|arg| arg.hir_id == expr.hir_id) =>
            {
                Some(callee.span)
            }
            hir::Node::Expr(&hir::Expr {
                kind: hir::ExprKind::MethodCall(segment, _, args, _),
                ..
            }) if args.iter().any(|arg| arg.hir_id == expr.hir_id) => Some(segment.ident.span),
            _ => None,
        }
    }

    /// Suggest `Boxing::new(&mut f)` for `&mut f`.
    fn suggest_boxing(&self, err: &mut Diag<'_>, obligation: &PredicateObligation<'tcx>) {
        let tcx = self.tcx;
        let Some(boxing) = tcx.get_diagnostic_item(sym::Boxing) else { return };
        let mut code = obligation.cause.code();
        while let Some(parent) = code.parent() {
            code = parent;
        }
        if let ObligationCauseCode::Coercion { source, .. } = code
            && !self.is_adaptable_pointer(self.resolve_vars_if_possible(*source))
        {
            return;
        }
        let span = obligation.cause.span;
        if span.from_expansion() {
            err.help("the `Boxing` adapter boxes the futures returned by each async fn");
            return;
        }
        let mut suggestion = vec![
            (span.shrink_to_lo(), "Boxing::new(".to_owned()),
            (span.shrink_to_hi(), ")".to_owned()),
        ];
        let module = tcx.parent_module_from_def_id(obligation.cause.body_id);
        if !is_imported(tcx, module.to_local_def_id(), sym::Boxing) {
            let (module, _, _) = tcx.hir_get_module(module);
            let path = ty::print::with_no_trimmed_paths!(tcx.def_path_str(boxing));
            suggestion.push((module.spans.inject_use_span, format!("use {path};\n")));
        }
        err.multipart_suggestion(
            "consider introducing the `Boxing` adapter, which will box the futures returned by \
             each async fn",
            suggestion,
            Applicability::MachineApplicable,
        );
    }

    /// The second way: an implementation of this crate may return what fits.
    fn help_with_refined_future(&self, err: &mut Diag<'_>, unfit: &[DefId], source: Ty<'tcx>) {
        let tcx = self.tcx;
        let [fn_def_id] = *unfit else { return };
        let is_local = source.ty_adt_def().is_some_and(|def| def.did().is_local());
        if is_local && tcx.features().refine() {
            err.help(format!(
                "or have the implementation of `{}` return a future of that size, such as \
                 `Pin<Box<impl Future<…>>>`, and mark it with `#[refine]`",
                tcx.item_name(fn_def_id),
            ));
        }
    }

    /// Whether this is a pointer that `Boxing::new` takes.
    fn is_adaptable_pointer(&self, ty: Ty<'tcx>) -> bool {
        let tcx = self.tcx;
        match *ty.kind() {
            ty::Ref(..) => true,
            ty::Adt(def, _) if def.is_box() => true,
            ty::Adt(def, args) if tcx.is_lang_item(def.did(), LangItem::Pin) => {
                self.is_adaptable_pointer(args.type_at(0))
            }
            ty::Adt(def, _) => {
                matches!(tcx.get_diagnostic_name(def.did()), Some(sym::Rc | sym::Arc))
            }
            _ => false,
        }
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
        let bound = obligation.predicate.as_trait_clause()?;
        if bound.def_id() != parent.def_id() || !self.tcx.trait_is_auto(bound.def_id()) {
            return None;
        }
        let self_ty = self.resolve_vars_if_possible(parent.self_ty().skip_binder());
        self.tcx.returned_as_dyn_future(self_ty)?;
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

    /// Say who could promise that this future is `Send`.
    pub(super) fn note_unpromised_future(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
    ) {
        let tcx = self.tcx;
        let Some(bound) = obligation.predicate.as_trait_clause() else { return };
        if !tcx.trait_is_auto(bound.def_id()) {
            return;
        }
        let self_ty = self.resolve_vars_if_possible(bound.self_ty().skip_binder());
        let Some(returned) = tcx.returned_as_dyn_future(self_ty) else { return };

        // The function that awaits it.
        let mut awaits_in = obligation.cause.body_id;
        let mut code = obligation.cause.code();
        while let Some((parent, pred)) = code.parent_with_predicate() {
            if let Some(pred) = pred
                && let ty::Coroutine(def_id, _) | ty::CoroutineWitness(def_id, _) =
                    *pred.self_ty().skip_binder().kind()
            {
                let Some(def_id) = def_id.as_local() else { return };
                awaits_in = def_id;
                break;
            }
            code = parent;
        }
        self.suggest_promise(err, awaits_in, bound.def_id(), returned);
    }

    fn suggest_promise(
        &self,
        err: &mut Diag<'_>,
        body_id: LocalDefId,
        auto_trait: DefId,
        returned: Ty<'tcx>,
    ) {
        let tcx = self.tcx;
        let ty::Alias(ty::Projection, alias) = *returned.kind() else { return };
        let dyn_ty = tcx.erase_and_anonymize_regions(alias.self_ty());
        let ty::Dynamic(data, _) = *dyn_ty.kind() else { return };
        let Some(principal) = data.principal_def_id() else { return };
        let name = ty::dyn_futures::name_of_promise(tcx, alias.def_id);
        let auto_trait = tcx.item_name(auto_trait);
        let promise = format!("{name}(..): {auto_trait}");

        let message = format!(
            "`{dyn_ty}` does not promise that the future returned by `{name}` is `{auto_trait}`"
        );
        let mut finder = FindDyn { principal, found: vec![] };
        if let Some(decl) = tcx.hir_fn_decl_by_hir_id(
            tcx.local_def_id_to_hir_id(tcx.typeck_root_def_id(body_id.to_def_id()).expect_local()),
        ) {
            finder.visit_fn_decl(decl);
        }
        if let [path] = finder.found[..]
            && !path.span.from_expansion()
            && let [.., segment] = path.segments
        {
            let suggestion = match segment.args {
                Some(args)
                    if let Some(span) = args.span_ext()
                        && !(args.args.is_empty() && args.constraints.is_empty()) =>
                {
                    let before_angle = span.with_lo(span.hi() - rustc_span::BytePos(1));
                    (before_angle.shrink_to_lo(), format!(", {promise}"))
                }
                _ => (segment.ident.span.shrink_to_hi(), format!("<{promise}>")),
            };
            err.note(message);
            err.multipart_suggestion(
                format!("have the `dyn` promise it, and check it wherever one is made"),
                vec![suggestion],
                Applicability::MaybeIncorrect,
            );
        } else {
            let path = tcx.def_path_str(principal);
            err.note(message);
            err.help(format!(
                "have the `dyn` promise it, and check it wherever one is made: \
                 `dyn {path}<{promise}>`"
            ));
        }
    }
}

/// Where the methods that return futures are the only obstacle to a `dyn`, name the gate.
pub(super) fn name_gate(
    tcx: TyCtxt<'_>,
    trait_def_id: DefId,
    violations: &[DynCompatibilityViolation],
    err: &mut Diag<'_>,
) {
    if !tcx.features().async_fn_in_dyn_trait()
        && tcx.sess.is_nightly_build()
        && !violations.is_empty()
        && tcx.only_lacks_gate_for_dyn_of(trait_def_id, violations)
    {
        err.note(
            "methods that return futures can be called through a `dyn` with \
             `#![feature(async_fn_in_dyn_trait)]`",
        );
    }
}

/// The paths of `dyn` types of a trait.
struct FindDyn<'hir> {
    principal: DefId,
    found: Vec<&'hir hir::Path<'hir>>,
}

impl<'hir> Visitor<'hir> for FindDyn<'hir> {
    fn visit_poly_trait_ref(&mut self, bound: &'hir hir::PolyTraitRef<'hir>) {
        if let Res::Def(_, def_id) = bound.trait_ref.path.res
            && def_id == self.principal
        {
            self.found.push(bound.trait_ref.path);
        }
    }
}

/// Whether the module imports something by this name.
fn is_imported(tcx: TyCtxt<'_>, module: LocalDefId, name: Symbol) -> bool {
    let module = rustc_span::def_id::LocalModDefId::new_unchecked(module);
    tcx.hir_module_free_items(module).any(|item| match tcx.hir_item(item).kind {
        hir::ItemKind::Use(_, hir::UseKind::Single(ident)) => ident.name == name,
        _ => false,
    })
}

//! Messages about `dyn` types whose methods return futures.

use itertools::Itertools;
use rustc_errors::codes::*;
use rustc_errors::{Applicability, Diag, listify, struct_span_code_err};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::{DefId, LocalDefId, LocalModDefId};
use rustc_hir::intravisit::Visitor;
use rustc_infer::traits::{ObligationCauseCode, PredicateObligation};
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::{ErrorGuaranteed, Ident, Span, sym};

use crate::error_reporting::TypeErrCtxt;
use crate::error_reporting::traits::FindExprBySpan;
use crate::traits::query::evaluate_obligation::InferCtxtExt as _;
use crate::traits::{ObligationCtxt, SelectionError};

mod obstacles;
mod unpromised;

pub(super) use self::obstacles::{explain_violations, help_with_obstacles};
use self::unpromised::{FindDyn, with_promise};

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
        self.help_with_refined_future(&mut err, &unfit, fn_args.type_at(0));
        self.suggest_boxing(&mut err, obligation, source, target);
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

    /// Suggest `Boxing::new(&mut f)` for `&mut f`, or `&mut Boxing::from(f())` for a `&mut f()` that
    /// lives as long as the variable that a `let` declares.
    fn suggest_boxing(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
        source_ty: Ty<'tcx>,
        target: Ty<'tcx>,
    ) {
        let tcx = self.tcx;
        let Some(boxing) = tcx.get_diagnostic_item(sym::Boxing) else {
            err.help("an adapter, which implements `FutureAdapter`, says where the futures go");
            return;
        };
        let mut code = obligation.cause.code();
        while let Some(parent) = code.parent() {
            code = parent;
        }
        if let ObligationCauseCode::Coercion { source, .. } = code
            && self.adaptable_pointee(self.resolve_vars_if_possible(*source)) != Some(source_ty)
        {
            err.help(format!(
                "the `Boxing` adapter boxes the futures returned by each async fn: have \
                 `Boxing::from` make a `Boxing<{source_ty}>` of the `{source_ty}` there",
            ));
            return;
        }
        let span = obligation.cause.span;
        if span.from_expansion() {
            err.help("the `Boxing` adapter boxes the futures returned by each async fn");
            return;
        }
        let site = self.coercion_site(obligation.cause.body_id, span);
        // A constant lives as long as anyone wants.
        let typing_env = self.typing_env(obligation.param_env);
        let is_promotable = site.is_borrow_of_constant
            && !source_ty.needs_drop(tcx, typing_env)
            && source_ty.is_freeze(tcx, typing_env);
        let is_const = tcx.hir_body_const_context(obligation.cause.body_id).is_some();
        let (function, span) = match site.operand_of_extended_borrow {
            _ if is_const && is_promotable => ("from_ref", span),
            _ if is_const => {
                err.help(
                    "in a constant, `Boxing::from_ref` makes a `&Boxing<T>` of the `&T` of another \
                     constant or `static`",
                );
                return;
            }
            Some(operand) if !is_promotable => ("from", operand),
            _ => ("new", span),
        };
        // An argument of `Boxing::new` is moved where the coercion would reborrow.
        let reborrow = match code {
            ObligationCauseCode::Coercion { source, .. }
                if site.is_place
                    && matches!(
                        self.resolve_vars_if_possible(*source).kind(),
                        ty::Ref(_, _, hir::Mutability::Mut)
                    ) =>
            {
                "&mut *"
            }
            _ => "",
        };
        let path = ty::print::with_no_trimmed_paths!(tcx.def_path_str(boxing));
        let mut import = None;
        let module = tcx.parent_module_from_def_id(obligation.cause.body_id);
        let name = match what_is_named(tcx, module, boxing) {
            Named::It => sym::Boxing.to_string(),
            Named::Another => path,
            Named::Nothing => {
                let (module, _, _) = tcx.hir_get_module(module);
                let place = module.spans.inject_use_span;
                if tcx.sess.suggested_imports.lock().insert((place, sym::Boxing)) {
                    import = Some((place, format!("use {path};\n")));
                }
                sym::Boxing.to_string()
            }
        };
        let field = site.shorthand_of_field.map(|field| format!("{field}: ")).unwrap_or_default();
        let mut suggestion = vec![
            (span.shrink_to_lo(), format!("{field}{name}::{function}({reborrow}")),
            (span.shrink_to_hi(), ")".to_owned()),
        ];
        suggestion.extend(import);
        // `dyn Fetch<Item = u16>` may not be what it could become.
        let is_all_there_is = match *target.kind() {
            ty::Dynamic(data, _) => data.projection_bounds().all(|bound| {
                let bound = bound.with_self_ty(tcx, source_ty);
                self.predicate_may_hold(&obligation.with(tcx, bound))
            }),
            _ => true,
        };
        err.multipart_suggestion(
            "consider introducing the `Boxing` adapter, which will box the futures returned by \
             each async fn",
            suggestion,
            if is_all_there_is {
                Applicability::MachineApplicable
            } else {
                Applicability::MaybeIncorrect
            },
        );
    }

    /// What matters of the expression at `span` to who would wrap it.
    fn coercion_site(&self, body_id: LocalDefId, span: Span) -> CoercionSite {
        let tcx = self.tcx;
        let mut site = CoercionSite::default();
        let Some(body) = tcx.hir_maybe_body_owned_by(body_id) else { return site };
        let mut finder = FindExprBySpan::new(span, tcx);
        finder.visit_expr(body.value);
        let Some(mut expr) = finder.result else { return site };
        if let hir::Node::ExprField(field) = tcx.parent_hir_node(expr.hir_id)
            && field.is_shorthand
        {
            site.shorthand_of_field = Some(field.ident);
        }

        site.is_place = expr.is_syntactic_place_expr();
        let hir::ExprKind::AddrOf(_, mutability, operand) = expr.kind else { return site };
        if operand.is_syntactic_place_expr() {
            return site;
        }
        site.is_borrow_of_constant = mutability.is_not()
            && matches!(operand.kind, hir::ExprKind::Lit(_) | hir::ExprKind::Path(_));
        loop {
            match tcx.parent_hir_node(expr.hir_id) {
                hir::Node::LetStmt(_) => {
                    site.operand_of_extended_borrow = Some(operand.span);
                    return site;
                }
                hir::Node::Expr(parent)
                    if matches!(
                        parent.kind,
                        hir::ExprKind::AddrOf(..)
                            | hir::ExprKind::Array(_)
                            | hir::ExprKind::Cast(..)
                            | hir::ExprKind::Struct(..)
                            | hir::ExprKind::Tup(_)
                    ) =>
                {
                    expr = parent;
                }
                hir::Node::ExprField(field) => match tcx.parent_hir_node(field.hir_id) {
                    hir::Node::Expr(parent) => expr = parent,
                    _ => return site,
                },
                _ => return site,
            }
        }
    }

    /// The second way: an implementation of this crate may return what fits.
    fn help_with_refined_future(&self, err: &mut Diag<'_>, unfit: &[DefId], source: Ty<'tcx>) {
        let tcx = self.tcx;
        let [fn_def_id] = *unfit else { return };
        let is_local = source.ty_adt_def().is_some_and(|def| def.did().is_local());
        if is_local && tcx.features().refine() {
            err.help(format!(
                "without an adapter, the implementation of `{}` has to return a future of the size \
                 of a pointer, such as `Pin<Box<impl Future<…>>>`; mark it with `#[refine]`",
                tcx.item_name(fn_def_id),
            ));
        }
    }

    /// What the pointer points to, if it is one that `Boxing::new` takes.
    fn adaptable_pointee(&self, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
        let tcx = self.tcx;
        match *ty.kind() {
            ty::Ref(_, pointee, _) => Some(pointee),
            ty::Adt(def, args) if tcx.is_lang_item(def.did(), LangItem::Pin) => {
                self.adaptable_pointee(args.type_at(0))
            }
            ty::Adt(def, args)
                if def.is_box()
                    || matches!(tcx.get_diagnostic_name(def.did()), Some(sym::Rc | sym::Arc)) =>
            {
                Some(args.type_at(0))
            }
            _ => None,
        }
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

    /// Say who could promise that this future is `Send`.
    pub(super) fn note_unpromised_future(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
    ) {
        let tcx = self.tcx;
        let Some(bound) = self.as_auto_trait_clause(obligation) else { return };
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
        let name = ty::dyn_futures::name_of_returning_fn(tcx, alias.def_id);
        let auto_trait = tcx.item_name(auto_trait);
        let features = tcx.features();
        // Procedural macros can parse a name, and not `(..)`.
        let promise = if features.named_return_types() {
            format!("{name}: {auto_trait}")
        } else {
            format!("{name}(..): {auto_trait}")
        };

        let message = format!(
            "`{dyn_ty}` does not promise that the future returned by `{name}` is `{auto_trait}`"
        );
        // Which one is meant by that name is not for a `dyn` type to say.
        let same_name = data.principal().into_iter().flat_map(|principal| {
            ty::elaborate::supertraits(tcx, principal.with_self_ty(tcx, dyn_ty))
                .flat_map(|bound| {
                    tcx.associated_items(bound.def_id()).filter_by_name_unhygienic(name)
                })
                .filter(|item| item.is_fn())
        });
        if same_name.count() > 1 {
            err.note(message);
            let trait_ref = ty::TraitRef::from_assoc(tcx, tcx.parent(alias.def_id), alias.args);
            let args = trait_ref.args[1..].iter().map(|arg| match arg.kind() {
                ty::GenericArgKind::Lifetime(_) => "'_".to_owned(),
                _ => arg.to_string(),
            });
            err.help(format!(
                "several methods are called `{name}` here, so it takes a supertrait to have this one \
                 promise it: `{}<{}>`",
                tcx.item_name(trait_ref.def_id),
                args.chain([promise]).join(", "),
            ));
            return;
        }
        let is_written = features.named_return_types() || features.return_type_notation();
        if !is_written && features.async_auto_trait_bounds() {
            let path = tcx.def_path_str(principal);
            err.note(message);
            err.help(format!(
                "have the `dyn` promise it of all its futures, and check it wherever one is made: \
                 `dyn {path} + async {auto_trait}`"
            ));
            return;
        }
        let mut finder = FindDyn { principal, found: vec![] };
        if let Some(decl) = tcx.hir_fn_decl_by_hir_id(
            tcx.local_def_id_to_hir_id(tcx.typeck_root_def_id(body_id.to_def_id()).expect_local()),
        ) {
            finder.visit_fn_decl(decl);
        }
        if finder.found.is_empty() {
            finder.visit_types_of_crate(tcx, &dyn_ty.to_string());
            if let [path] = finder.found[..]
                && !tcx.sess.suggested_promises.lock().insert((path.span, name, auto_trait))
            {
                // One function after the other uses that field.
                err.downgrade_to_delayed_bug();
                return;
            }
        }
        if let [path] = finder.found[..]
            && !path.span.from_expansion()
            && let [.., segment] = path.segments
        {
            let constraints = segment.args.map_or(&[][..], |args| args.constraints);
            let of_method = constraints.iter().find(|constraint| constraint.ident.name == name);
            let suggestion = match segment.args {
                _ if let Some(constraint) = of_method => {
                    (constraint.span.shrink_to_hi(), format!(" + {auto_trait}"))
                }
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
                "have the `dyn` promise it, and check it wherever one is made",
                vec![suggestion],
                Applicability::MaybeIncorrect,
            );
            if !is_written {
                tcx.disabled_nightly_features(err, [(String::new(), sym::return_type_notation)]);
            }
        } else {
            err.note(message);
            err.help(format!(
                "have the `dyn` promise it, and check it wherever one is made: `{}`",
                with_promise(&dyn_ty.to_string(), name, &promise),
            ));
        }
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

/// Where a coercion to a `dyn` is, as far as it matters to a suggestion.
#[derive(Default)]
struct CoercionSite {
    /// The `source` of `Client { source }`.
    shorthand_of_field: Option<Ident>,
    /// The `f()` of a `&mut f()` that is kept for as long as the variable that is initialized with
    /// it: as an argument of `Boxing::new`, it would not be.
    operand_of_extended_borrow: Option<Span>,
    /// Whether this is a variable, or in one, like `self.source`.
    is_place: bool,
    /// Whether this is `&HttpFetch` or `&1`, of which there can be a constant.
    is_borrow_of_constant: bool,
}

/// What the name of a library type means in a module.
enum Named {
    It,
    Another,
    Nothing,
}

fn what_is_named(tcx: TyCtxt<'_>, module: LocalModDefId, library_ty: DefId) -> Named {
    let name = tcx.item_name(library_ty);
    let mut named = Named::Nothing;
    for item in tcx.hir_module_free_items(module) {
        let item = tcx.hir_item(item);
        match item.kind {
            hir::ItemKind::Use(path, hir::UseKind::Single(ident)) if ident.name == name => {
                match path.res.type_ns {
                    Some(Res::Def(_, def_id)) if def_id == library_ty => return Named::It,
                    Some(_) => named = Named::Another,
                    None => {}
                }
            }
            hir::ItemKind::Struct(ident, ..)
            | hir::ItemKind::Enum(ident, ..)
            | hir::ItemKind::Union(ident, ..)
            | hir::ItemKind::TyAlias(ident, ..)
            | hir::ItemKind::Mod(ident, ..)
                if ident.name == name =>
            {
                named = Named::Another;
            }
            _ => {
                if tcx.def_kind(item.owner_id) == DefKind::Trait
                    && tcx.item_name(item.owner_id.to_def_id()) == name
                {
                    named = Named::Another;
                }
            }
        }
    }
    named
}

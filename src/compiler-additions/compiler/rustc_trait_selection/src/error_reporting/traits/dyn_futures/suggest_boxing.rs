//! Where a value becomes a `dyn` without an adapter: to wrap it in `Boxing::new(…)`.

use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::LocalModDefId;
use rustc_span::Ident;

use super::*;
use crate::error_reporting::traits::FindExprBySpan;

impl<'tcx> TypeErrCtxt<'_, 'tcx> {
    /// `go` in `go(&mut f)`, where the span is that of the argument.
    pub(super) fn callee_of_argument(&self, body_id: LocalDefId, span: Span) -> Option<Span> {
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
    pub(super) fn suggest_boxing(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
        source_ty: Ty<'tcx>,
        target: Ty<'tcx>,
    ) {
        let tcx = self.tcx;
        if tcx.get_diagnostic_item(sym::Boxing).is_none() {
            err.help("an adapter, which implements `FutureAdapter`, says where the futures go");
            return;
        }
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
        let boxing = self.name_of_boxing(obligation.cause.body_id);
        let Some(NameOfBoxing { name, import }) = boxing else { return };
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

    /// How to write `Boxing` in this body, with an import of it if that takes one.
    pub fn name_of_boxing(&self, body_id: LocalDefId) -> Option<NameOfBoxing> {
        let tcx = self.tcx;
        let boxing = tcx.get_diagnostic_item(sym::Boxing)?;
        let path = ty::print::with_no_trimmed_paths!(tcx.def_path_str(boxing));
        let mut import = None;
        let module = tcx.parent_module_from_def_id(body_id);
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
        Some(NameOfBoxing { name, import })
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
    pub(super) fn help_with_refined_future(
        &self,
        err: &mut Diag<'_>,
        unfit: &[DefId],
        source: Ty<'tcx>,
    ) {
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
    pub(super) fn adaptable_pointee(&self, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
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
}

/// What a suggestion writes for `Boxing`.
pub struct NameOfBoxing {
    pub name: String,
    pub import: Option<(Span, String)>,
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

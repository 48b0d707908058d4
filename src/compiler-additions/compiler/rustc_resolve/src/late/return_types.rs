//! Names of functions in type position: `<F as Fetch>::fetch<'a>`.
//!
//! A function of a trait that is `async` or returns `impl Trait` gives its name to the type that it
//! returns. Only type lowering can resolve `F::fetch<'a>`; here, only the fully qualified path is
//! resolved, to the function. It is a fallback: the value namespace is searched after the type
//! namespace, so an explicit associated type of that name wins.

use rustc_ast::visit::{self, Visitor};
use rustc_ast::{AssocItem, AssocItemKind, FnRetTy, GenericArgs, Path, QSelf, Ty, TyKind};
use rustc_errors::codes::*;
use rustc_hir::def::Namespace::{TypeNS, ValueNS};
use rustc_hir::def::{DefKind, PartialRes, Res};
use rustc_hir::def_id::DefId;
use rustc_macros::Diagnostic;
use rustc_session::parse::feature_err;
use rustc_span::{Ident, Span, sym};

use super::{ItemInfoCollector, LateResolutionVisitor, PathSource};
use crate::{ModuleOrUniformRoot, PathResult, Res as AstRes, Segment};

impl ItemInfoCollector<'_, '_, '_> {
    /// Note a function that is `async` or returns exactly `impl Trait`.
    pub(super) fn collect_return_type_name(&mut self, item: &AssocItem) {
        if let AssocItemKind::Fn(function) = &item.kind
            && let sig = &function.sig
            && (sig.header.coroutine_kind.is_some()
                || matches!(&sig.decl.output, FnRetTy::Ty(ty)
                    if matches!(peel_parens(ty).kind, TyKind::ImplTrait(..))))
        {
            let def_id = self.r.local_def_id(item.id);
            self.r.fns_returning_impl_trait.insert(def_id);
        }
    }
}

impl<'ast, 'ra, 'tcx> LateResolutionVisitor<'_, 'ast, 'ra, 'tcx> {
    /// Whether `res`, found for a path in type position, is a function whose name stands for the
    /// type that it returns.
    ///
    /// Without the feature, such a path gets as far as type lowering, which names the gate. With
    /// it, so does the path of any function of a trait, for type lowering knows best what to say
    /// about it.
    pub(super) fn is_return_type_name(
        &self,
        source: PathSource<'_, 'ast, 'ra>,
        is_qualified: bool,
        res: AstRes,
    ) -> bool {
        let is_type_path = match source {
            PathSource::Type => is_qualified || self.r.tcx.features().named_return_types(),
            PathSource::TraitItem(TypeNS, PathSource::Type) => true,
            // `<F as Fetch>::items::default()`
            PathSource::TraitItem(TypeNS, PathSource::Expr(_)) => {
                self.r.tcx.features().named_return_types()
            }
            _ => false,
        };
        match res {
            Res::Def(DefKind::AssocFn, fn_def_id) if is_type_path => {
                self.r.tcx.def_kind(self.r.tcx.parent(fn_def_id)) == DefKind::Trait
                    && (self.r.tcx.features().named_return_types()
                        || self.fn_gives_name_to_return_type(fn_def_id))
            }
            _ => false,
        }
    }

    /// Resolve `Fetch::fetch<'a>`, which lacks the type that implements the trait, to the function,
    /// so that type lowering can say so. As for associated types, no type is meant by `Fetch` here.
    pub(super) fn resolve_return_type_name_of_trait(
        &mut self,
        path: &[Segment],
        source: PathSource<'_, 'ast, 'ra>,
        partial_res: PartialRes,
    ) -> Option<PartialRes> {
        if !self.r.tcx.features().named_return_types()
            || !matches!(source, PathSource::Type)
            || partial_res.unresolved_segments() != 1
            || !matches!(partial_res.base_res(), Res::Def(DefKind::Trait, _))
        {
            return None;
        }
        match self.resolve_path(path, Some(ValueNS), None, source) {
            PathResult::NonModule(res)
                if let Some(Res::Def(DefKind::AssocFn, fn_def_id)) = res.full_res()
                    && self.fn_gives_name_to_return_type(fn_def_id) =>
            {
                Some(res)
            }
            _ => None,
        }
    }

    /// Resolve a path in type position if it is that of a function in a call: `f(A)`,
    /// `T::method(..)`. Returns whether it is.
    pub(super) fn try_resolve_call_in_type(
        &mut self,
        ty: &'ast Ty,
        qself: &'ast Option<Box<QSelf>>,
        path: &'ast Path,
    ) -> bool {
        match path.segments.last().and_then(|segment| segment.args.as_deref()) {
            None | Some(GenericArgs::AngleBracketed(_)) => return false,
            // The parser has named the feature. What the parentheses contain need not be types.
            Some(GenericArgs::Turbofished(_)) if !self.r.tcx.features().return_type_notation() => {
                self.r.record_partial_res(ty.id, PartialRes::new(Res::Err));
                return true;
            }
            Some(_) if self.is_likely_meant_as_expr(ty) => return false,
            Some(GenericArgs::Parenthesized(_) | GenericArgs::ParenthesizedElided(_))
                if self.is_call_of_value(qself, path) =>
            {
                self.diag_metadata.current_type_path = Some(ty);
                self.smart_resolve_path(ty.id, qself, path, PathSource::Type);
                self.visit_call_in_type(qself, path);
                return true;
            }
            Some(_) if !self.outside_of_params(|this| this.is_call_in_type(qself, path)) => {
                return false;
            }
            Some(_) => {}
        }
        self.diag_metadata.current_type_path = Some(ty);
        if let Some(GenericArgs::Parenthesized(args)) =
            path.segments.last().and_then(|segment| segment.args.as_deref())
            && !self.r.tcx.features().return_type_notation()
        {
            let msg = "return type notation is experimental";
            let sess = &self.r.tcx.sess;
            feature_err(sess, sym::return_type_notation, args.span, msg).emit();
            self.r.record_partial_res(ty.id, PartialRes::new(Res::Err));
        } else {
            self.outside_of_params(|this| {
                this.smart_resolve_path(ty.id, qself, path, PathSource::CallInType);
            });
        }
        self.visit_call_in_type(qself, path);
        true
    }

    /// Note that what follows is the signature of a function or closure, whose parameters are in the
    /// innermost rib, if they have names. Returns what was noted before.
    pub(super) fn enter_signature(&mut self, has_names: bool) -> Option<usize> {
        let outer = self.diag_metadata.rib_of_params_in_signature;
        // Those of `fn(f())` have none, and are no reason to see the parameters around it.
        if has_names {
            self.diag_metadata.rib_of_params_in_signature = self.ribs[ValueNS].len().checked_sub(1);
        }
        outer
    }

    /// Visit types of a signature, see [`Self::enter_signature`].
    pub(super) fn in_signature(&mut self, visit: impl FnOnce(&mut Self)) {
        let outer = self.enter_signature(true);
        visit(self);
        self.diag_metadata.rib_of_params_in_signature = outer;
    }

    /// Look something up as if the parameters of the function or closure, in whose signature this is,
    /// were not in scope: `fn start(fetch: fetch(u32))` means another `fetch` than its parameter.
    fn outside_of_params<T>(&mut self, look_up: impl FnOnce(&mut Self) -> T) -> T {
        let rib = self.diag_metadata.rib_of_params_in_signature;
        let Some((rib, params)) = rib.and_then(|rib| {
            Some((rib, std::mem::take(&mut self.ribs[ValueNS].get_mut(rib)?.bindings)))
        }) else {
            return look_up(self);
        };
        let found = look_up(self);
        self.ribs[ValueNS][rib].bindings = params;
        found
    }

    /// Whether `f(A)` in type position is rather a call that stands in the wrong place, and the feature
    /// is not enabled: the constant of `foo::<f()>()` without its braces, or `let x: f();` instead of
    /// `let x = f();`. That it is not a type comes with a suggestion then.
    fn is_likely_meant_as_expr(&self, ty: &Ty) -> bool {
        let is_all_of_a_let = matches!(self.diag_metadata.current_let_binding,
            Some((_, Some(ty_span), None)) if ty_span == ty.span);
        (self.diag_metadata.in_path_of_expr || is_all_of_a_let)
            && !self.r.tcx.features().return_type_notation()
    }

    /// Whether this is a call of a value whose type is a type parameter or a qualified associated
    /// type: `F(A)`, `<T as Trait>::Handler(A)`. What it returns, only type lowering knows.
    fn is_call_of_value(&mut self, qself: &Option<Box<QSelf>>, path: &Path) -> bool {
        if !self.r.tcx.features().return_type_notation() {
            return false;
        }
        let segments = Segment::from_path(path);
        match (qself, path.segments.len()) {
            (None, 1) => {}
            (Some(qself), len) if qself.position > 0 && qself.position + 1 == len => {}
            _ => return false,
        }
        matches!(
            self.resolve_path(&segments, Some(TypeNS), None, PathSource::Type),
            PathResult::NonModule(res) if matches!(
                res.full_res(),
                Some(
                    Res::Def(DefKind::TyParam | DefKind::AssocTy, _) | Res::SelfTyParam { .. }
                )
            )
        )
    }

    /// Whether a path in type position is that of a function in a call.
    ///
    /// What is a type or a trait remains one: `Fn(A)`. Only where there is none is the value
    /// namespace looked at.
    fn is_call_in_type(&mut self, qself: &Option<Box<QSelf>>, path: &Path) -> bool {
        let is_enabled = self.r.tcx.features().return_type_notation();
        let Some(last) = path.segments.last() else { return false };
        let is_maybe_sugar = match last.args.as_deref() {
            None | Some(GenericArgs::AngleBracketed(_)) => return false,
            // These are nothing else, but without the feature, upstream has its own word on `(..)`.
            Some(GenericArgs::ParenthesizedElided(_)) => return is_enabled,
            Some(GenericArgs::Turbofished(_)) => return true,
            Some(GenericArgs::Parenthesized(args)) => matches!(args.output, FnRetTy::Ty(_)),
        };

        let segments = Segment::from_path(path);
        let segments = match qself {
            // `<T>::method(A)`
            Some(qself) if qself.position == 0 => return is_enabled,
            // `<T as Trait>::method(A)`
            Some(qself) if qself.position + 1 == segments.len() => &segments[..=qself.position],
            Some(_) => return false,
            None => &segments[..],
        };
        let mut resolve = |ns| match self.resolve_path(segments, Some(ns), None, PathSource::Type) {
            PathResult::NonModule(res) => Some(res),
            // A trait or an enum.
            PathResult::Module(ModuleOrUniformRoot::Module(module)) if !module.is_normal() => {
                module.res().map(PartialRes::new)
            }
            _ => None,
        };
        let (in_types, in_values) = (resolve(TypeNS), resolve(ValueNS));
        if in_types.is_some_and(|res| res.full_res().is_some()) {
            return false;
        }
        match in_values.map(|res| res.full_res()) {
            Some(Some(Res::Def(DefKind::Fn | DefKind::AssocFn, _))) => true,
            Some(Some(Res::Def(DefKind::Ctor(..) | DefKind::Variant, _))) => false,
            // Either is not a function, or it is `T::method(A)`, which only type lowering resolves.
            Some(_) => is_enabled,
            None if in_types.is_some() => is_enabled,
            // A name that nobody knows is most likely meant to be what it looks like.
            None => {
                is_enabled
                    && !is_maybe_sugar
                    && last.ident.name.as_str().starts_with(|first: char| first.is_lowercase())
            }
        }
    }

    /// Visit what is within the path of a call in type position.
    ///
    /// Unlike those of `Fn(&A)`, its arguments do not introduce lifetimes where they are elided.
    fn visit_call_in_type(&mut self, qself: &'ast Option<Box<QSelf>>, path: &'ast Path) {
        if let Some(qself) = qself {
            self.visit_ty(&qself.ty);
        }
        let Some((last, others)) = path.segments.split_last() else { return };
        for segment in others {
            self.visit_path_segment(segment);
        }
        if let Some(args) = &last.args {
            visit::walk_generic_args(self, args);
        }
    }

    fn fn_gives_name_to_return_type(&self, fn_def_id: DefId) -> bool {
        match fn_def_id.as_local() {
            Some(local_fn) => self.r.fns_returning_impl_trait.contains(&local_fn),
            None => self.r.tcx.assoc_type_of_returned_impl_trait(fn_def_id).is_some(),
        }
    }

    /// Refuse `type fetch<'a> = …;` in an impl of a trait whose method `fetch` has a type of that
    /// name. Returns whether it did.
    pub(super) fn report_return_type_name_in_impl(
        &self,
        span: Span,
        name: Ident,
        kind: &AssocItemKind,
        res: Res<rustc_ast::NodeId>,
        trait_item_span: Span,
    ) -> bool {
        if let AssocItemKind::Type(_) = kind
            && let Res::Def(DefKind::AssocFn, fn_def_id) = res
            && self.r.tcx.features().named_return_types()
            && self.fn_gives_name_to_return_type(fn_def_id)
        {
            let needs_feature = !self.r.tcx.features().refine();
            self.r.dcx().emit_err(ReturnTypeNameInImpl {
                span,
                name,
                needs_feature,
                trait_item_span,
            });
            true
        } else {
            false
        }
    }
}

fn peel_parens(mut ty: &Ty) -> &Ty {
    while let TyKind::Paren(inner) = &ty.kind {
        ty = inner;
    }
    ty
}

#[derive(Diagnostic)]
#[diag("the type `{$name}` is what the method `{$name}` returns, and is not written in an impl", code = E0325)]
#[help("write the method `{$name}`: this type is the return type that it declares")]
#[help(
    "where callers may rely on that being this very type, put `#[refine]` on the method{$needs_feature ->
        [true] {\" \"}(with `#![feature(refine)]`)
        *[false] {\"\"}
    }"
)]
struct ReturnTypeNameInImpl {
    #[primary_span]
    #[label("follows from the method")]
    span: Span,
    name: Ident,
    needs_feature: bool,
    #[label("this method gives its name to the type that it returns")]
    trait_item_span: Span,
}

//! Where `Self` is named as a type, and not as the start of a path such as `Self::Item`.
//!
//! A pointer has another `Self` than what it points to. What `Self::Item` is, both agree on.

use std::ops::ControlFlow;

use rustc_ast as ast;
use rustc_ast::mut_visit::{self, MutVisitor};
use rustc_ast::tokenstream::{TokenStream, TokenTree};
use rustc_ast::visit::{self, Visitor};
use rustc_span::{Ident, Span, kw};

/// Finds the first such place.
pub(super) struct FindSelf;

pub(super) fn is_self(ty: &ast::Ty) -> bool {
    match &ty.kind {
        ast::TyKind::Path(None, path) => is_self_path(path),
        ast::TyKind::Paren(ty) => is_self(ty),
        _ => ty.kind.is_implicit_self(),
    }
}

fn is_self_path(path: &ast::Path) -> bool {
    matches!(&*path.segments, [segment] if segment.ident.name == kw::SelfUpper)
}

impl<'ast> Visitor<'ast> for FindSelf {
    type Result = ControlFlow<Span>;

    fn visit_ty(&mut self, ty: &'ast ast::Ty) -> Self::Result {
        if ty.kind.is_implicit_self() {
            return ControlFlow::Break(ty.span);
        }
        visit::walk_ty(self, ty)
    }

    fn visit_path(&mut self, path: &'ast ast::Path) -> Self::Result {
        if is_self_path(path) {
            return ControlFlow::Break(path.span);
        }
        visit::walk_path(self, path)
    }

    fn visit_qself(&mut self, qself: &'ast ast::QSelf) -> Self::Result {
        match is_self(&qself.ty) {
            true => ControlFlow::Continue(()),
            false => visit::walk_qself(self, qself),
        }
    }

    /// `use<'a, Self>` has to name it, and captures the pointee of a pointer.
    fn visit_precise_capturing_arg(&mut self, _: &'ast ast::PreciseCapturingArg) -> Self::Result {
        ControlFlow::Continue(())
    }

    /// What a macro makes of a `Self` is not known.
    fn visit_mac_call(&mut self, mac: &'ast ast::MacCall) -> Self::Result {
        match self_in_tokens(&mac.args.tokens) {
            Some(span) => ControlFlow::Break(span),
            None => ControlFlow::Continue(()),
        }
    }
}

fn self_in_tokens(tokens: &TokenStream) -> Option<Span> {
    tokens.iter().find_map(|tree| match tree {
        TokenTree::Token(token, _) => token.is_keyword(kw::SelfUpper).then_some(token.span),
        TokenTree::Delimited(.., tokens) => self_in_tokens(tokens),
    })
}

/// Makes `T::Item` of `Self::Item`. In the where-clauses of an impl, `Self::Item` would depend on the impl.
pub(super) struct ItemsOfPointee {
    pub(super) pointee: Ident,
}

impl MutVisitor for ItemsOfPointee {
    fn visit_path(&mut self, path: &mut ast::Path) {
        if let [first, _, ..] = &mut *path.segments
            && first.ident.name == kw::SelfUpper
        {
            first.ident = self.pointee;
        }
        mut_visit::walk_path(self, path);
    }

    fn visit_qself(&mut self, qself: &mut ast::QSelf) {
        if is_self(&qself.ty)
            && let ast::TyKind::Path(_, path) = &mut qself.ty.kind
        {
            path.segments[0].ident = self.pointee;
        } else {
            mut_visit::walk_qself(self, qself);
        }
    }
}

//! Which pointers can have which item of a trait.

use std::fmt;
use std::ops::ControlFlow;

use rustc_ast as ast;
use rustc_ast::visit::{self, Visitor};
use rustc_ast::{AssocItemKind, TyKind, WherePredicateKind};
use rustc_span::{Ident, Span, sym};

use super::mentions_self::{FindSelf, is_self};
use super::pointers::{PointerSet, Receiver};

/// An item of the trait that an impl has to have.
pub(super) struct Reach<'a> {
    pub(super) item: &'a ast::AssocItem,
    pub(super) ident: Ident,
    /// The pointers that can have it.
    pub(super) pointers: PointerSet,
    /// Why others can't.
    pub(super) why: Option<(Span, Why)>,
    /// How a method takes `self`.
    pub(super) receiver: Receiver,
}

#[derive(Clone, Copy)]
pub(super) enum Why {
    Receiver(Receiver),
    SelfInSignature,
    SizedWithoutDefault,
    SizedType,
    BoundOnSelf,
    Variadic,
    Delegation,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::Receiver(Receiver::RefMut) => "takes `&mut self`",
            Why::Receiver(Receiver::Value) => "takes `self` by value",
            Why::Receiver(Receiver::Box) => "takes `self: Box<Self>`",
            Why::Receiver(Receiver::Rc) => "takes `self: Rc<Self>`",
            Why::Receiver(Receiver::Arc) => "takes `self: Arc<Self>`",
            Why::Receiver(Receiver::PinRefMut) => "takes `self: Pin<&mut Self>`",
            Why::Receiver(Receiver::PinBox) => "takes `self: Pin<Box<Self>>`",
            Why::Receiver(_) => "takes `self` in a way that no pointer can hand on",
            Why::SelfInSignature => "names `Self`, which is another type for a pointer",
            Why::SizedWithoutDefault => "is for `Self: Sized` only and has no default body",
            Why::SizedType => "is for `Self: Sized` only",
            Why::BoundOnSelf => {
                "has a bound on `Self`, which says nothing about what a pointer points to"
            }
            Why::Variadic => "takes any number of arguments, which can't be handed on",
            Why::Delegation => "is a delegation",
        })
    }
}

/// `None` for an item that a pointer takes from the trait, with its default.
pub(super) fn reach_of_item(item: &ast::AssocItem) -> Option<Reach<'_>> {
    let ident = item.kind.ident()?;
    let reach = |pointers, why, receiver| Some(Reach { item, ident, pointers, why, receiver });
    let unreached = |span, why| reach(PointerSet::NONE, Some((span, why)), Receiver::Other);
    match &item.kind {
        AssocItemKind::Fn(fn_) => {
            if matches!(fn_.defaultness, ast::Defaultness::Final(_)) {
                return None;
            }
            match bound_on_self(&fn_.generics.where_clause) {
                Some((_, BoundOnSelf::Sized)) if fn_.body.is_some() => return None,
                Some((span, BoundOnSelf::Sized)) => {
                    return unreached(span, Why::SizedWithoutDefault);
                }
                Some((span, BoundOnSelf::Other)) => return unreached(span, Why::BoundOnSelf),
                None => {}
            }
            if fn_.sig.decl.c_variadic() {
                return unreached(ident.span, Why::Variadic);
            }
            if let ControlFlow::Break(span) = self_in_signature(fn_) {
                return unreached(span, Why::SelfInSignature);
            }
            let (span, receiver) = receiver_of(&fn_.sig.decl);
            let pointers = receiver.pointers();
            let why = (pointers != PointerSet::ALL)
                .then(|| (span.unwrap_or(ident.span), Why::Receiver(receiver)));
            reach(pointers, why, receiver)
        }
        AssocItemKind::Type(type_) => {
            let where_clauses = [&type_.generics.where_clause, &type_.after_where_clause];
            match where_clauses.into_iter().find_map(bound_on_self) {
                Some((span, BoundOnSelf::Sized)) => return unreached(span, Why::SizedType),
                Some((span, BoundOnSelf::Other)) => return unreached(span, Why::BoundOnSelf),
                None => {}
            }
            match self_in_type(type_) {
                ControlFlow::Break(span) => unreached(span, Why::SelfInSignature),
                ControlFlow::Continue(()) => reach(PointerSet::ALL, None, Receiver::None),
            }
        }
        AssocItemKind::Const(const_) => match FindSelf.visit_ty(&const_.ty) {
            ControlFlow::Break(span) => unreached(span, Why::SelfInSignature),
            ControlFlow::Continue(()) => reach(PointerSet::ALL, None, Receiver::None),
        },
        AssocItemKind::Delegation(_) => unreached(ident.span, Why::Delegation),
        AssocItemKind::MacCall(_) | AssocItemKind::DelegationMac(_) => None,
    }
}

enum BoundOnSelf {
    Sized,
    Other,
}

fn bound_on_self(where_clause: &ast::WhereClause) -> Option<(Span, BoundOnSelf)> {
    let bounds_on_self =
        where_clause.predicates.iter().filter_map(|predicate| match &predicate.kind {
            WherePredicateKind::BoundPredicate(bound) if is_self(&bound.bounded_ty) => {
                let traits = bound.bounds.iter().filter_map(|bound| match bound {
                    ast::GenericBound::Trait(trait_) => Some(trait_),
                    _ => None,
                });
                Some((predicate.span, traits.collect::<Vec<_>>()))
            }
            _ => None,
        });
    let mut other = None;
    for (span, traits) in bounds_on_self {
        if traits.iter().any(|trait_| {
            trait_.trait_ref.path.segments.last().is_some_and(|last| last.ident.name == sym::Sized)
        }) {
            return Some((span, BoundOnSelf::Sized));
        }
        if !traits.is_empty() {
            other = other.or(Some((span, BoundOnSelf::Other)));
        }
    }
    other
}

/// Where there is a `Self` in a signature, aside from how it takes `self`.
fn self_in_signature(fn_: &ast::Fn) -> ControlFlow<Span> {
    in_generics(&fn_.generics)?;
    for param in &fn_.sig.decl.inputs {
        if !param.is_self() {
            FindSelf.visit_ty(&param.ty)?;
        }
    }
    match &fn_.sig.decl.output {
        ast::FnRetTy::Ty(ty) => FindSelf.visit_ty(ty),
        ast::FnRetTy::Default(_) => ControlFlow::Continue(()),
    }
}

fn self_in_type(type_: &ast::TyAlias) -> ControlFlow<Span> {
    in_generics(&type_.generics)?;
    in_where_clause(&type_.after_where_clause)?;
    for bound in &type_.bounds {
        FindSelf.visit_param_bound(bound, visit::BoundKind::Bound)?;
    }
    ControlFlow::Continue(())
}

fn in_generics(generics: &ast::Generics) -> ControlFlow<Span> {
    for param in &generics.params {
        FindSelf.visit_generic_param(param)?;
    }
    in_where_clause(&generics.where_clause)
}

fn in_where_clause(where_clause: &ast::WhereClause) -> ControlFlow<Span> {
    for predicate in &where_clause.predicates {
        match &predicate.kind {
            // What bounds `Self` is looked at elsewhere.
            WherePredicateKind::BoundPredicate(bound) if is_self(&bound.bounded_ty) => {}
            _ => FindSelf.visit_where_predicate(predicate)?,
        }
    }
    ControlFlow::Continue(())
}

fn receiver_of(decl: &ast::FnDecl) -> (Option<Span>, Receiver) {
    let Some(self_) = decl.inputs.first().and_then(|param| param.to_self()) else {
        return (None, Receiver::None);
    };
    let receiver = match &self_.node {
        ast::SelfKind::Value(_) => Receiver::Value,
        ast::SelfKind::Region(_, ast::Mutability::Not) => Receiver::Ref,
        ast::SelfKind::Region(_, ast::Mutability::Mut) => Receiver::RefMut,
        ast::SelfKind::Pinned(_, ast::Mutability::Not) => Receiver::PinRef,
        ast::SelfKind::Pinned(_, ast::Mutability::Mut) => Receiver::PinRefMut,
        ast::SelfKind::Explicit(ty, _) => receiver_of_ty(ty),
    };
    (Some(self_.span), receiver)
}

fn receiver_of_ty(ty: &ast::Ty) -> Receiver {
    match &ty.kind {
        _ if is_self(ty) => Receiver::Value,
        TyKind::Paren(ty) => receiver_of_ty(ty),
        TyKind::Ref(_, ast::MutTy { ty, mutbl }) if is_self(ty) => match mutbl {
            ast::Mutability::Not => Receiver::Ref,
            ast::Mutability::Mut => Receiver::RefMut,
        },
        TyKind::PinnedRef(_, ast::MutTy { ty, mutbl }) if is_self(ty) => match mutbl {
            ast::Mutability::Not => Receiver::PinRef,
            ast::Mutability::Mut => Receiver::PinRefMut,
        },
        TyKind::Path(None, path) => receiver_of_path(path),
        _ => Receiver::Other,
    }
}

fn receiver_of_path(path: &ast::Path) -> Receiver {
    let Some(last) = path.segments.last() else { return Receiver::Other };
    let Some(ast::GenericArgs::AngleBracketed(args)) = last.args.as_deref() else {
        return Receiver::Other;
    };
    let [ast::AngleBracketedArg::Arg(ast::GenericArg::Type(arg))] = &*args.args else {
        return Receiver::Other;
    };
    match (last.ident.as_str(), receiver_of_ty(arg)) {
        ("Box", Receiver::Value) => Receiver::Box,
        ("Rc", Receiver::Value) => Receiver::Rc,
        ("Arc", Receiver::Value) => Receiver::Arc,
        ("Pin", Receiver::Ref) => Receiver::PinRef,
        ("Pin", Receiver::RefMut) => Receiver::PinRefMut,
        ("Pin", Receiver::Box) => Receiver::PinBox,
        _ => Receiver::Other,
    }
}

//! The impl of a trait for a pointer.

use rustc_ast::mut_visit::MutVisitor;
use rustc_ast::{
    self as ast, AssocItemKind, AttrVec, DUMMY_NODE_ID, GenericArg, GenericBound, GenericParamKind,
    ItemKind, Mutability,
};
use rustc_expand::base::ExtCtxt;
use rustc_span::{Ident, Span, Symbol, kw, sym};
use thin_vec::{ThinVec, thin_vec};

use super::items::Reach;
use super::mentions_self::ItemsOfPointee;
use super::pointers::{Pointer, Target};

/// That an `async Send` in a list of supertraits adds nothing.
const LINT: &str = "unused_async_auto_trait_bounds";

#[derive(Clone, Copy)]
pub(super) struct Spans {
    /// Of the attribute, where all of this comes from.
    pub(super) generated: Span,
}

impl Spans {
    pub(super) fn new(ecx: &ExtCtxt<'_>, attribute: Span) -> Self {
        Spans { generated: ecx.with_def_site_ctxt(attribute) }
    }

    /// Of what is about an item: a mistake in it is shown there, and said to come from the attribute.
    fn of_item(self, ident: Ident) -> Span {
        ident.span.with_ctxt(self.generated.ctxt())
    }
}

pub(super) fn impl_for(
    ecx: &ExtCtxt<'_>,
    spans: Spans,
    trait_item: &ast::Item,
    trait_: &ast::Trait,
    reaches: &[Reach<'_>],
    pointer: Pointer,
) -> Box<ast::Item> {
    let params = &trait_.generics.params;
    let cx = ImplCx {
        ecx,
        span: spans.generated,
        spans,
        trait_,
        pointee: Ident::new(unused_name("T", params), spans.generated),
        lifetime: Ident::new(unused_name("'a", params), spans.generated),
    };
    let items = reaches.iter().map(|reach| cx.item(reach, pointer)).collect();
    let impl_ = ast::Impl {
        generics: cx.generics(reaches, pointer),
        constness: ast::Const::No,
        of_trait: Some(Box::new(ast::TraitImplHeader {
            defaultness: ast::Defaultness::Implicit,
            safety: match trait_.safety {
                ast::Safety::Unsafe(_) => ast::Safety::Unsafe(cx.span),
                _ => ast::Safety::Default,
            },
            polarity: ast::ImplPolarity::Positive,
            trait_ref: ecx.trait_ref(cx.trait_path(None)),
        })),
        self_ty: cx.pointer_ty(pointer),
        items,
    };
    let is_deprecated = |attrs: &AttrVec| attrs.iter().any(|attr| attr.has_name(sym::deprecated));
    let mut attrs: AttrVec = thin_vec![ecx.attr_word(sym::automatically_derived, cx.span)];
    if is_deprecated(&trait_item.attrs)
        || reaches.iter().any(|reach| is_deprecated(&reach.item.attrs))
    {
        attrs.push(ecx.attr_nested_word(sym::allow, sym::deprecated, cx.span));
    }
    // The trait's own list of bounds is warned about, where it is written.
    if trait_
        .bounds
        .iter()
        .any(|bound| matches!(bound, GenericBound::Trait(bound) if is_async(bound)))
    {
        attrs.push(ecx.attr_nested_word(sym::allow, Symbol::intern(LINT), cx.span));
    }
    ecx.item(cx.span, attrs, ItemKind::Impl(impl_))
}

/// One that no parameter of the trait has. It would mean another parameter, but could not be told apart.
fn unused_name(name: &str, params: &[ast::GenericParam]) -> Symbol {
    let is_used = |name: Symbol| params.iter().any(|param| param.ident.name == name);
    let name_or_numbered = std::iter::once(name.to_string())
        .chain((1..).map(|number| format!("{name}{number}")))
        .map(|name| Symbol::intern(&name));
    let mut unused = name_or_numbered.filter(|&name| !is_used(name));
    unused.next().expect("there are more names than parameters")
}

fn is_async(bound: &ast::PolyTraitRef) -> bool {
    matches!(bound.modifiers.asyncness, ast::BoundAsyncness::Async(_))
}

struct ImplCx<'a, 'b> {
    ecx: &'a ExtCtxt<'b>,
    span: Span,
    spans: Spans,
    trait_: &'a ast::Trait,
    /// The `T` of `Box<T>`.
    pointee: Ident,
    /// That of `&'a T`.
    lifetime: Ident,
}

impl ImplCx<'_, '_> {
    /// `$crate::borrow::dyn_trait_names::Box`
    fn library_path(&self, names: &[&str], args: Vec<GenericArg>) -> ast::Path {
        let path = ["borrow", "dyn_trait_names"].iter().chain(names).copied();
        let path = std::iter::once(Ident::new(kw::DollarCrate, self.span))
            .chain(path.map(|name| Ident::new(Symbol::intern(name), self.span)));
        self.ecx.path_all(self.span, false, path.collect(), args)
    }

    fn pointee_ty(&self) -> Box<ast::Ty> {
        self.ecx.ty_ident(self.span, self.pointee)
    }

    fn pointer_ty(&self, pointer: Pointer) -> Box<ast::Ty> {
        let name = match pointer {
            Pointer::Ref => return self.ref_ty(Mutability::Not),
            Pointer::RefMut => return self.ref_ty(Mutability::Mut),
            Pointer::Box => "Box",
            Pointer::Rc => "Rc",
            Pointer::Arc => "Arc",
        };
        self.ecx.ty_path(self.library_path(&[name], vec![GenericArg::Type(self.pointee_ty())]))
    }

    fn ref_ty(&self, mutability: Mutability) -> Box<ast::Ty> {
        let lifetime = self.ecx.lifetime(self.span, self.lifetime);
        self.ecx.ty_ref(self.span, self.pointee_ty(), Some(lifetime), mutability)
    }

    /// `Fetch<'x, K, N>`, or `Fetch<'x, K, N>::item`.
    fn trait_path(&self, item: Option<Ident>) -> ast::Path {
        let ecx = self.ecx;
        let args = self.trait_.generics.params.iter().map(|param| {
            let ident = param.ident;
            match param.kind {
                GenericParamKind::Lifetime => GenericArg::Lifetime(ecx.lifetime(ident.span, ident)),
                GenericParamKind::Type { .. } => GenericArg::Type(ecx.ty_ident(ident.span, ident)),
                GenericParamKind::Const { .. } => {
                    GenericArg::Const(ecx.const_ident(ident.span, ident))
                }
            }
        });
        let mut path = ecx.path_all(self.span, false, vec![self.trait_.ident], args.collect());
        // That of an error such as a missing supertrait, which is not about the trait's name.
        path.segments[0].ident = self.trait_.ident;
        if let Some(item) = item {
            path.segments.push(ast::PathSegment::from_ident(item));
        }
        path
    }

    /// `<T as Fetch>::item`
    fn item_of_pointee(&self, item: Ident) -> (Option<Box<ast::QSelf>>, ast::Path) {
        let qself = ast::QSelf { ty: self.pointee_ty(), path_span: self.span, position: 1 };
        (Some(Box::new(qself)), self.trait_path(Some(item)))
    }

    fn bound(&self, path: ast::Path, polarity: ast::BoundPolarity) -> GenericBound {
        let mut bound = self.ecx.poly_trait_ref(self.span, path, false);
        bound.modifiers.polarity = polarity;
        GenericBound::Trait(bound)
    }

    fn generics(&self, reaches: &[Reach<'_>], pointer: Pointer) -> ast::Generics {
        let mut of_trait = self.trait_.generics.clone();
        let mut params = ThinVec::new();
        if let Pointer::Ref | Pointer::RefMut = pointer {
            params.push(self.ecx.lifetime_param(self.span, self.lifetime, Vec::new()));
        }
        for mut param in std::mem::take(&mut of_trait.params) {
            match &mut param.kind {
                GenericParamKind::Lifetime => {}
                GenericParamKind::Type { default } => *default = None,
                GenericParamKind::Const { default, .. } => *default = None,
            }
            self.say_items_of_pointee_in_bounds(&mut param.bounds);
            params.push(param);
        }

        let maybe = ast::BoundPolarity::Maybe(self.span);
        let mut bounds = vec![
            self.bound(self.trait_path(None), ast::BoundPolarity::Positive),
            self.bound(self.library_path(&["Sized"], vec![]), maybe),
        ];
        let needs_unpin = reaches
            .iter()
            .filter_map(|reach| reach.receiver.target_of(pointer))
            .any(Target::needs_unpin);
        if needs_unpin {
            let unpin = self.library_path(&["Unpin"], vec![]);
            bounds.push(self.bound(unpin, ast::BoundPolarity::Positive));
        }
        params.push(self.ecx.typaram(self.span, self.pointee, bounds, None));

        let mut predicates = of_trait.where_clause.predicates;
        for predicate in &mut predicates {
            self.items_of_pointee().visit_where_predicate_kind(&mut predicate.kind);
            if let ast::WherePredicateKind::BoundPredicate(bound) = &mut predicate.kind {
                self.make_bounds_of_impl(&mut bound.bounds);
            }
        }
        predicates.extend(self.predicate_of_supertraits());
        let where_clause = ast::WhereClause { has_where_token: true, predicates, span: self.span };
        ast::Generics { params, where_clause, span: self.span }
    }

    /// `Self: Debug`, for a `trait Fetch: Debug`.
    fn predicate_of_supertraits(&self) -> Option<ast::WherePredicate> {
        let mut bounds = self.trait_.bounds.clone();
        self.say_items_of_pointee_in_bounds(&mut bounds);
        self.make_bounds_of_impl(&mut bounds);
        if bounds.is_empty() {
            return None;
        }
        let self_ty = self.ecx.ty_ident(self.span, Ident::new(kw::SelfUpper, self.span));
        Some(ast::WherePredicate {
            attrs: AttrVec::new(),
            kind: ast::WherePredicateKind::BoundPredicate(ast::WhereBoundPredicate {
                bound_generic_params: ThinVec::new(),
                bounded_ty: self_ty,
                bounds,
            }),
            id: DUMMY_NODE_ID,
            span: self.span,
            is_placeholder: false,
        })
    }

    fn items_of_pointee(&self) -> ItemsOfPointee {
        ItemsOfPointee { pointee: self.pointee }
    }

    fn say_items_of_pointee_in_bounds(&self, bounds: &mut ast::GenericBounds) {
        for bound in bounds {
            if let GenericBound::Trait(bound) = bound {
                self.items_of_pointee().visit_poly_trait_ref(bound);
            }
        }
    }

    /// What only a trait can ask of `Self` is that of the impl that is no `const` one, and has no future of
    /// its own: `async Send` with no other trait beside it is about the trait's own futures.
    fn make_bounds_of_impl(&self, bounds: &mut ast::GenericBounds) {
        let has_other_trait = bounds.iter().any(|bound| match bound {
            GenericBound::Trait(bound) => !is_async(bound),
            _ => false,
        });
        for bound in bounds {
            let GenericBound::Trait(bound) = bound else { continue };
            bound.modifiers.constness = ast::BoundConstness::Never;
            let path = &bound.trait_ref.path;
            let is_fn = path
                .segments
                .last()
                .is_some_and(|last| matches!(last.ident.name, sym::Fn | sym::FnMut | sym::FnOnce));
            if !has_other_trait && !is_fn {
                bound.modifiers.asyncness = ast::BoundAsyncness::Normal;
            }
        }
    }

    fn item(&self, reach: &Reach<'_>, pointer: Pointer) -> Box<ast::AssocItem> {
        let span = self.spans.of_item(reach.ident);
        // As it is written: the trait is what the attribute gives back, so with the attribute's own context
        // it would be another name.
        let ident = reach.ident;
        let (qself, path) = self.item_of_pointee(ident);
        let kind = match &reach.item.kind {
            AssocItemKind::Type(type_) => {
                let mut type_ = type_.clone();
                type_.ident = ident;
                type_.bounds.clear();
                type_.ty = Some(self.generic_item_ty(qself, path, &type_.generics));
                // In an impl, it goes after the type.
                let before = std::mem::take(&mut type_.generics.where_clause);
                type_.after_where_clause.predicates.extend(before.predicates);
                type_.after_where_clause.has_where_token |= before.has_where_token;
                AssocItemKind::Type(type_)
            }
            AssocItemKind::Const(const_) => {
                let mut const_ = const_.clone();
                const_.ident = ident;
                let value = self.generic_item_value(qself, path, &const_.generics);
                const_.rhs_kind = ast::ConstItemRhsKind::new_body(value);
                AssocItemKind::Const(const_)
            }
            _ => AssocItemKind::Delegation(Box::new(ast::Delegation {
                id: DUMMY_NODE_ID,
                qself,
                path,
                ident,
                rename: None,
                body: self.target(reach, pointer, span),
                from_glob: false,
            })),
        };
        Box::new(ast::AssocItem {
            attrs: AttrVec::new(),
            id: DUMMY_NODE_ID,
            span,
            vis: ast::Visibility {
                span: span.shrink_to_lo(),
                kind: ast::VisibilityKind::Inherited,
                tokens: None,
            },
            kind,
            tokens: None,
        })
    }

    /// `<T as Fetch>::Row<'r, K>`, of a `type Row<'r, K>`.
    fn generic_item_path(&self, mut path: ast::Path, generics: &ast::Generics) -> ast::Path {
        let ecx = self.ecx;
        let args: ThinVec<_> = generics
            .params
            .iter()
            .map(|param| {
                let ident = param.ident;
                ast::AngleBracketedArg::Arg(match param.kind {
                    GenericParamKind::Lifetime => {
                        GenericArg::Lifetime(ecx.lifetime(ident.span, ident))
                    }
                    GenericParamKind::Type { .. } => {
                        GenericArg::Type(ecx.ty_ident(ident.span, ident))
                    }
                    GenericParamKind::Const { .. } => {
                        GenericArg::Const(ecx.const_ident(ident.span, ident))
                    }
                })
            })
            .collect();
        if !args.is_empty()
            && let Some(last) = path.segments.last_mut()
        {
            let span = self.span;
            last.args = Some(ast::AngleBracketedArgs { args, span }.into());
        }
        path
    }

    fn generic_item_ty(
        &self,
        qself: Option<Box<ast::QSelf>>,
        path: ast::Path,
        generics: &ast::Generics,
    ) -> Box<ast::Ty> {
        let path = self.generic_item_path(path, generics);
        self.ecx.ty(path.span, ast::TyKind::Path(qself, path))
    }

    fn generic_item_value(
        &self,
        qself: Option<Box<ast::QSelf>>,
        path: ast::Path,
        generics: &ast::Generics,
    ) -> Box<ast::Expr> {
        let path = self.generic_item_path(path, generics);
        self.ecx.expr(path.span, ast::ExprKind::Path(qself, path))
    }

    /// What a method calls the pointee's on. Its `self` has the context of the method's name, as in any
    /// delegation.
    fn target(&self, reach: &Reach<'_>, pointer: Pointer, span: Span) -> Option<Box<ast::Block>> {
        let ecx = self.ecx;
        let self_ =
            || ecx.expr_ident(reach.ident.span, Ident::new(kw::SelfLower, reach.ident.span));
        let deref = |expr| ecx.expr_deref(span, expr);
        let reborrow = |expr, mutbl| {
            let kind = ast::ExprKind::AddrOf(ast::BorrowKind::Ref, mutbl, deref(deref(expr)));
            ecx.expr(span, kind)
        };
        let call = |names: &[&str], arg| {
            let path = ecx.expr_path(self.library_path(names, vec![]));
            ecx.expr_call(span, path, thin_vec![arg])
        };
        // The target is known to be one: `reached` is what every receiver can be handed on by.
        let target = match reach.receiver.target_of(pointer)? {
            Target::None => return None,
            Target::Reborrow => reborrow(self_(), Mutability::Not),
            Target::ReborrowMut => reborrow(self_(), Mutability::Mut),
            Target::MoveOut => deref(self_()),
            Target::CloneRc => call(&["Rc", "unwrap_or_clone"], self_()),
            Target::CloneArc => call(&["Arc", "unwrap_or_clone"], self_()),
            Target::Pin => {
                let pointer = call(&["Pin", "get_ref"], self_());
                call(&["Pin", "new"], reborrow(pointer, Mutability::Not))
            }
            Target::PinMut => {
                let pointer = call(&["Pin", "get_mut"], self_());
                call(&["Pin", "new"], reborrow(pointer, Mutability::Mut))
            }
            Target::PinBox => {
                let outer = call(&["Pin", "into_inner"], self_());
                call(&["Box", "into_pin"], deref(outer))
            }
        };
        Some(ecx.block_expr(target))
    }
}

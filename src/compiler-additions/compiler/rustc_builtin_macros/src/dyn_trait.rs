//! `#[dyn_trait]`: pointers to a type that implements a trait implement it too.
//!
//! ```ignore (illustrative)
//! #[dyn_trait]
//! trait Fetch: Debug {
//!     type Key;
//!     async fn fetch(&self, key: &Self::Key) -> String;
//! }
//! // is the same trait and, for `Box` and each other pointer that can have one,
//! impl<T: Fetch + ?Sized> Fetch for Box<T>
//! where
//!     Self: Debug,
//! {
//!     type Key = <T as Fetch>::Key;
//!     reuse <T as Fetch>::fetch { &**self }
//! }
//! ```
//!
//! Which pointers can is seen in what the trait's items look like, in [`items`]; the impls are put together in
//! [`impls`]. A delegation takes its signature from the trait when types are known, so none is copied here. See
//! `rustc_middle::ty::dyn_trait_impls` for what follows from an impl's being made here.

use rustc_ast::{self as ast, AssocItemKind, AttrVec, IsAuto, ItemKind, StmtKind};
use rustc_expand::base::{Annotatable, ExtCtxt};
use rustc_expand::expand::AstFragment;
use rustc_span::{Span, sym};
use smallvec::smallvec;

use self::items::{Reach, reach_of_item};
use self::pointers::{ALL, BORROWED, Pointer, PointerSet};
use crate::cfg_eval::cfg_eval;
use crate::util::{check_builtin_macro_attribute, warn_on_duplicate_attribute};

mod errors;
mod impls;
mod items;
mod mentions_self;
mod pointers;

/// Which builtin the attribute of `core` is.
pub(crate) const NAME_IN_CORE: &str = "dyn_trait_in_core";

/// The attribute of `alloc` and `std`.
pub(crate) fn expand(
    ecx: &mut ExtCtxt<'_>,
    span: Span,
    meta_item: &ast::MetaItem,
    item: Annotatable,
) -> Vec<Annotatable> {
    expand_for(ecx, span, meta_item, item, ALL)
}

/// The attribute of `core`, which knows only the pointers that own nothing.
pub(crate) fn expand_in_core(
    ecx: &mut ExtCtxt<'_>,
    span: Span,
    meta_item: &ast::MetaItem,
    item: Annotatable,
) -> Vec<Annotatable> {
    expand_for(ecx, span, meta_item, item, BORROWED)
}

fn expand_for(
    ecx: &mut ExtCtxt<'_>,
    span: Span,
    meta_item: &ast::MetaItem,
    item: Annotatable,
    pointers: &[Pointer],
) -> Vec<Annotatable> {
    if !ecx.ecfg.features.dyn_trait_impls() && !span.allows_unstable(sym::dyn_trait_impls) {
        // It is an error to use it.
        return vec![item];
    }
    check_builtin_macro_attribute(ecx, meta_item, sym::dyn_trait);
    warn_on_duplicate_attribute(ecx, &item, sym::dyn_trait);

    let is_stmt = matches!(item, Annotatable::Stmt(_));
    let Some(trait_item) = expanded_trait(ecx, span, &item) else { return vec![item] };
    let ItemKind::Trait(trait_) = &trait_item.kind else { unreachable!() };
    if trait_.is_auto == IsAuto::Yes {
        ecx.dcx().emit_err(errors::NotATrait {
            span,
            item: trait_.ident.span,
            what: errors::NoTrait::Auto,
        });
        return vec![item];
    }

    let reaches: Vec<Reach<'_>> =
        trait_.items.iter().filter_map(|item| reach_of_item(item)).collect();
    let target = &ecx.sess.target;
    let has_arc = target.atomic_cas && target.max_atomic_width() >= u64::from(target.pointer_width);
    let known: PointerSet =
        pointers.iter().copied().filter(|&pointer| pointer != Pointer::Arc || has_arc).collect();
    let reached = reaches.iter().fold(known, |set, reach| set & reach.pointers);
    if reached.is_empty() {
        errors::no_pointer(ecx, span, trait_.ident, known, &reaches);
        return vec![item];
    }

    let spans = impls::Spans::new(ecx, span);
    let mut items = vec![item];
    for pointer in reached.iter() {
        let impl_ = impls::impl_for(ecx, spans, &trait_item, trait_, &reaches, pointer);
        items.push(match is_stmt {
            true => Annotatable::Stmt(Box::new(ecx.stmt_item(spans.generated, impl_))),
            false => Annotatable::Item(impl_),
        });
    }
    items
}

/// The trait as it will be: without what is configured out, and with the items that its macros make. Its bodies
/// are left out. What the attribute is on stays as it is, and is expanded later.
fn expanded_trait(ecx: &mut ExtCtxt<'_>, span: Span, item: &Annotatable) -> Option<Box<ast::Item>> {
    let of_item = |item: &Annotatable| match item {
        Annotatable::Item(item) => Some(item.clone()),
        Annotatable::Stmt(box ast::Stmt { kind: StmtKind::Item(item), .. }) => Some(item.clone()),
        _ => None,
    };
    let what = match of_item(item).as_ref().map(|item| &item.kind) {
        Some(ItemKind::Trait(_)) => None,
        Some(ItemKind::TraitAlias(_)) => Some(errors::NoTrait::Alias),
        _ => Some(errors::NoTrait::Other),
    };
    if let Some(what) = what {
        ecx.dcx().emit_err(errors::NotATrait { span, item: item.span(), what });
        return None;
    }

    let lint_node_id = ecx.current_expansion.lint_node_id;
    let item = cfg_eval(ecx.sess, ecx.ecfg.features, item.clone(), lint_node_id);
    let mut item = of_item(&item)?;
    let has_macros = |trait_: &ast::Trait| {
        trait_.items.iter().any(|item| matches!(item.kind, AssocItemKind::MacCall(_)))
    };
    let ItemKind::Trait(trait_) = &mut item.kind else { return None };
    if has_macros(trait_) {
        // Other attributes may be macros, which are not to be run twice.
        let attrs = std::mem::replace(&mut item.attrs, AttrVec::new());
        leave_out_bodies(trait_);
        item.tokens = None;
        let fragment = AstFragment::Items(smallvec![item]);
        item = ecx.expander().fully_expand_fragment(fragment).make_items().pop()?;
        item.attrs = attrs;
    }
    Some(item)
}

/// Macros in bodies, and whatever else is in them, can wait.
fn leave_out_bodies(trait_: &mut ast::Trait) {
    for item in &mut trait_.items {
        item.attrs.retain(|attr| attr.has_name(sym::deprecated));
        item.tokens = None;
        match &mut item.kind {
            AssocItemKind::Fn(fn_) => {
                fn_.contract = None;
                if let Some(body) = &mut fn_.body {
                    body.stmts.clear();
                }
            }
            AssocItemKind::Const(const_) => {
                const_.rhs_kind = ast::ConstItemRhsKind::Body { rhs: None };
            }
            _ => {}
        }
    }
}

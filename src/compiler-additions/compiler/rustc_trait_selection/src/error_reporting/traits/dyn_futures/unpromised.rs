//! Where a `dyn` type is written that should promise more.

use rustc_hir as hir;
use rustc_hir::def::Res;
use rustc_hir::def_id::DefId;
use rustc_hir::intravisit::Visitor;
use rustc_middle::ty::TyCtxt;
use rustc_span::Symbol;

/// The paths of `dyn` types of a trait.
pub(super) struct FindDyn<'hir> {
    pub principal: DefId,
    pub found: Vec<&'hir hir::Path<'hir>>,
}

impl<'hir> FindDyn<'hir> {
    /// Look at how the crate's own types are declared, for a field that a method finds in `self`, and
    /// that is written as `dyn_ty` is printed.
    pub(super) fn visit_types_of_crate(&mut self, tcx: TyCtxt<'hir>, dyn_ty: &str) {
        for item in tcx.hir_free_items().map(|id| tcx.hir_item(id)) {
            if let hir::ItemKind::Struct(..)
            | hir::ItemKind::Enum(..)
            | hir::ItemKind::Union(..)
            | hir::ItemKind::TyAlias(..) = item.kind
            {
                self.visit_item(item);
            }
        }
        // Of `dyn Query<u8>` and `dyn Query<u16>`, only one is meant.
        self.found.retain(|path| {
            let last = path.segments.last();
            let written = last.map(|last| path.span.with_lo(last.ident.span.lo()));
            written.and_then(|span| tcx.sess.source_map().span_to_snippet(span).ok()).is_some_and(
                |written| {
                    dyn_ty.split_once(&*written).is_some_and(|(_, after)| !after.starts_with('<'))
                },
            )
        });
    }
}

impl<'hir> Visitor<'hir> for FindDyn<'hir> {
    fn visit_ty(&mut self, ty: &'hir hir::Ty<'hir, hir::AmbigArg>) {
        if let hir::TyKind::TraitObject(bounds, _) = ty.kind {
            let paths = bounds.iter().map(|bound| bound.trait_ref.path);
            self.found.extend(
                paths.filter(|path| matches!(path.res, Res::Def(_, id) if id == self.principal)),
            );
        }
        hir::intravisit::walk_ty(self, ty);
    }
}

/// The `dyn` type as it is printed, with one more promise of the method `name`.
pub(super) fn with_promise(dyn_ty: &str, name: Symbol, promise: &str) -> String {
    for of_method in [format!("{name}(..): "), format!("{name}: ")] {
        if let Some((before, after)) = dyn_ty.split_once(&of_method)
            && let Some((_, auto_trait)) = promise.split_once(": ")
            && before.ends_with(['<', ' '])
        {
            return format!("{before}{of_method}{auto_trait} + {after}");
        }
    }
    // Of `dyn Query<Box<dyn A + B>> + Send`, the trait ends before the last `+`s.
    let mut depth = 0_usize;
    let end_of_trait = dyn_ty.char_indices().find_map(|(i, c)| {
        match c {
            '<' | '(' | '[' => depth += 1,
            '>' if !dyn_ty[..i].ends_with('-') => depth = depth.saturating_sub(1),
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0 && dyn_ty[i..].starts_with(" + ")).then_some(i)
    });
    let (of_trait, others) = dyn_ty.split_at(end_of_trait.unwrap_or(dyn_ty.len()));
    match of_trait.strip_suffix('>') {
        Some(of_trait) => format!("{of_trait}, {promise}>{others}"),
        None => format!("{of_trait}<{promise}>{others}"),
    }
}

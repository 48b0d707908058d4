//! `async` bounds on auto traits, `DB: Database + async Send`, told apart from `async Fn()`.

use rustc_ast::{BoundAsyncness, BoundPolarity, IsAuto, Item, ItemKind, PolyTraitRef, Trait};
use rustc_hir::def::{DefKind, Res};
use rustc_span::sym;

use super::{ItemInfoCollector, LateResolutionVisitor};

impl ItemInfoCollector<'_, '_, '_> {
    /// Note an auto trait of this crate.
    pub(super) fn collect_auto_trait(&mut self, item: &Item) {
        if let ItemKind::Trait(box Trait { is_auto: IsAuto::Yes, .. }) = item.kind {
            let def_id = self.r.local_def_id(item.id);
            self.r.auto_traits.insert(def_id);
        }
    }
}

impl<'ast, 'ra, 'tcx> LateResolutionVisitor<'_, 'ast, 'ra, 'tcx> {
    /// Note an `async` bound, whose trait has just been resolved.
    pub(super) fn note_async_bound(&mut self, bound: &PolyTraitRef) {
        let BoundAsyncness::Async(span) = bound.modifiers.asyncness else { return };
        let trait_ref_id = bound.trait_ref.ref_id;
        let res = self.r.partial_res_map.get(&trait_ref_id).and_then(|res| res.full_res());
        let is_auto = match res {
            // `async ?Sized`
            Some(Res::Def(DefKind::Trait, trait_def_id))
                if let BoundPolarity::Maybe(_) = bound.modifiers.polarity =>
            {
                !trait_def_id.is_local()
                    && self.r.tcx.item_name(trait_def_id) == sym::Sized
                    && self.r.tcx.features().dyn_placement()
            }
            Some(Res::Def(DefKind::Trait, trait_def_id)) => match trait_def_id.as_local() {
                Some(local_trait) => self.r.auto_traits.contains(&local_trait),
                None => self.r.tcx.trait_is_auto(trait_def_id),
            },
            // Of what it is an alias, type lowering looks up.
            Some(Res::Def(DefKind::TraitAlias, _)) => {
                self.r.tcx.features().async_auto_trait_bounds()
            }
            _ => false,
        };
        // With the feature, the gate of `async Fn()` is that of nothing else. Lang items are not known
        // before names are resolved.
        let is_of_fn = matches!(res, Some(Res::Def(DefKind::Trait, trait_def_id))
        if !trait_def_id.is_local()
            && matches!(
                self.r.tcx.item_name(trait_def_id),
                sym::Fn | sym::FnMut | sym::FnOnce
            ));
        if is_auto || is_of_fn || !self.r.tcx.features().async_auto_trait_bounds() {
            self.r.async_bounds.insert(trait_ref_id, span, is_auto);
        }
    }
}

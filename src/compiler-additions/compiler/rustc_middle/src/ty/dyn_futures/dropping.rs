//! Futures that have nothing to drop.
//!
//! ```ignore (illustrative)
//! async fn fetch(&self, id: u32) -> u32 { self.ready().await; id } // holds references and numbers
//! ```
//!
//! A coroutine counts as one that needs to be dropped, whatever it holds, because what it holds is not known
//! when types are checked. When a vtable is made it is, and then there may be nothing to call: who
//! drops a `dyn Future` tests for that anyway.
//!
//! Only what a trait's method returns is looked at, as that is what has a vtable in the vtable of a `dyn`. All
//! other vtables are upstream's.

use rustc_data_structures::fx::FxHashMap;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;

use crate::ty::{self, Ty, TyCtxt};

impl<'tcx> TyCtxt<'tcx> {
    /// Whether the vtable of a type says how its values are dropped. All types are known.
    pub fn needs_drop_in_vtable(self, ty: Ty<'tcx>) -> bool {
        ty.needs_drop(self, ty::TypingEnv::fully_monomorphized())
            // Without a gate, vtables are as ever.
            && !(self.may_have_dyn_futures()
                && matches!(*ty.kind(), ty::Coroutine(def_id, _) if self.is_in_method_of_future(def_id))
                && self.is_coroutine_without_drop(ty, &mut FxHashMap::default()))
    }

    /// Whether a coroutine is in a method of a trait that returns an `impl Trait`, as an `async fn` does.
    fn is_in_method_of_future(self, coroutine: DefId) -> bool {
        let method = self.parent(coroutine);
        if self.def_kind(method) != DefKind::AssocFn {
            return false;
        }
        let declared = match self.associated_item(method).container {
            ty::AssocContainer::Trait => method,
            ty::AssocContainer::TraitImpl(Ok(declared)) => declared,
            ty::AssocContainer::TraitImpl(Err(_)) | ty::AssocContainer::InherentImpl => {
                return false;
            }
        };
        self.assoc_type_of_returned_impl_trait(declared).is_some()
    }

    /// Whether a coroutine holds nothing that needs to be dropped, in none of its states. `known` has those
    /// within it that have been looked at: it may hold the same one many times.
    fn is_coroutine_without_drop(
        self,
        ty: Ty<'tcx>,
        known: &mut FxHashMap<Ty<'tcx>, bool>,
    ) -> bool {
        let ty::Coroutine(def_id, args) = *ty.kind() else { return false };
        if let Some(&is_known) = known.get(&ty) {
            return is_known;
        }
        let typing_env = ty::TypingEnv::fully_monomorphized();
        let mut has_no_drop = |ty: Ty<'tcx>| {
            !ty.needs_drop(self, typing_env) || self.is_coroutine_without_drop(ty, known)
        };
        let is_without_drop = !self.is_async_drop_in_place_coroutine(def_id)
            && self.coroutine_layout(def_id, args).is_ok_and(|layout| {
                args.as_coroutine().upvar_tys().iter().all(&mut has_no_drop)
                    && layout.field_tys.iter().all(|saved| {
                        let ty = ty::EarlyBinder::bind(saved.ty).instantiate(self, args);
                        has_no_drop(self.normalize_erasing_regions(typing_env, ty))
                    })
            });
        known.insert(ty, is_without_drop);
        is_without_drop
    }
}

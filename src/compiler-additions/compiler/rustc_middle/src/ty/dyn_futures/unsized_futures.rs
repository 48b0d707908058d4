//! `dyn` types whose methods' futures have no size.
//!
//! ```ignore (illustrative)
//! dyn Fetch<fetch(..): ?Sized> // of the method `fetch`
//! dyn Fetch + async ?Sized     // of all methods of `Fetch` and its supertraits
//! ```
//!
//! Such a type needs no adapter, as each call says where its future goes: `dyn_box!(f.fetch(1))`. It does
//! not implement `Fetch`, as there is no one type that `fetch` returns; see
//! [`dyn_method_scope`](crate::ty::dyn_method_scope).
//!
//! `?Sized` is an [`ty::ExistentialPromise`] of `MetaSized`, which any future keeps. Other promises may be
//! dropped where a `dyn` type becomes another; this one may be made, and not be dropped.
//!
//! Which futures have no size depends on the method, whatever the arguments of its trait: so what holds
//! in generic code holds for each of its instances.

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;

use crate::ty::{self, TyCtxt};

type Predicates<'tcx> = &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>;

impl<'tcx> TyCtxt<'tcx> {
    /// Whether a promise is that futures have no size.
    pub fn is_promise_of_unsized(self, promise: ty::ExistentialPromise<'tcx>) -> bool {
        self.is_lang_item(promise.auto_trait, LangItem::MetaSized)
    }

    fn promises_of_unsized(
        self,
        data: Predicates<'tcx>,
    ) -> impl Iterator<Item = ty::ExistentialPromise<'tcx>> {
        data.promises()
            .map(ty::Binder::skip_binder)
            .filter(move |&promise| self.is_promise_of_unsized(promise))
    }

    /// Whether a `dyn` type says of some method that its future has no size.
    pub fn has_unsized_futures(self, data: Predicates<'tcx>) -> bool {
        self.promises_of_unsized(data).next().is_some()
    }

    /// Whether a `dyn` type says that the future of the method which returns the RPITIT `assoc_ty` has
    /// no size.
    pub fn is_future_unsized(self, data: Predicates<'tcx>, assoc_ty: DefId) -> bool {
        self.promises_of_unsized(data).any(|promise| {
            promise.def_id == assoc_ty
                || !self.is_impl_trait_in_trait(promise.def_id)
                    && self.is_supertrait_of(promise.def_id, self.parent(assoc_ty))
        })
    }

    /// Whether a trait among the supertraits of a `dyn` type has such a method, its supertraits' included.
    pub(in crate::ty) fn has_unsized_futures_of(
        self,
        data: Predicates<'tcx>,
        trait_def_id: DefId,
    ) -> bool {
        self.promises_of_unsized(data).any(|promise| {
            match self.is_impl_trait_in_trait(promise.def_id) {
                true => self.is_supertrait_of(trait_def_id, self.parent(promise.def_id)),
                false => self.has_dispatchable_futures(trait_def_id),
            }
        })
    }

    /// Whether futures that have no size in a `dyn` type have none in the one which it becomes: what is
    /// behind it need not have an adapter.
    pub fn keeps_unsized_futures(self, source: Predicates<'tcx>, target: Predicates<'tcx>) -> bool {
        let Some(principal) = target.principal_def_id() else { return true };
        !self.has_unsized_futures(source)
            || self.futures_of_dyn(principal).futures.iter().all(|&(_, assoc_ty)| {
                !self.is_future_unsized(source, assoc_ty)
                    || self.is_future_unsized(target, assoc_ty)
            })
    }

    /// `dyn Fetch + async ?Sized`, which any `dyn` type with these predicates becomes that has this
    /// trait among its supertraits.
    pub(in crate::ty) fn least_dyn_of(
        self,
        data: Predicates<'tcx>,
        principal: ty::ExistentialTraitRef<'tcx>,
    ) -> Predicates<'tcx> {
        let ty::ExistentialTraitRef { def_id, args, .. } = principal;
        let mut predicates = vec![ty::ExistentialPredicate::Trait(principal)];
        if self.has_unsized_futures(data)
            && let Some(auto_trait) = self.lang_items().meta_sized_trait()
        {
            let promise = ty::ExistentialPromise { def_id, args, auto_trait };
            predicates.push(ty::ExistentialPredicate::Promise(promise));
        }
        let predicates = predicates
            .into_iter()
            .map(|predicate| ty::Binder::bind_with_vars(predicate, ty::List::empty()));
        self.mk_poly_existential_predicates_from_iter(predicates)
    }
}

//! What it takes to make a `dyn` whose methods return futures.
//!
//! ```ignore (illustrative)
//! T: Unsize<dyn Fetch>
//! // asks, besides `T: Fetch` and the like, for each method that returns a future
//! for<'a> fetch::<T>: PointerLike<<T as Fetch>::fetch<'a>, dyn Fetch>
//! // and where `T` is an adapter of `U`, for `U: Fetch`, and whatever is known of the future of what
//! // the adapter keeps it in as well
//! <T as FutureAdapter>::Room: Send
//! ```

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_span::DUMMY_SP;

use crate::ty::{self, GenericArgsRef, Ty, TyCtxt, Upcast};

/// What turns a type into a `dyn` with futures, apart from what the predicates of the `dyn` ask.
pub struct UnsizingToDynFutures<'tcx> {
    /// The type whose implementation is meant: the source of the coercion, or what it adapts.
    pub self_ty: Ty<'tcx>,
    pub clauses: Vec<ty::Clause<'tcx>>,
}

impl<'tcx> TyCtxt<'tcx> {
    /// The type whose implementations `ty` lends to a `dyn`, if it is an adapter: `T` of
    /// `Boxing<T>`, as a projection.
    pub fn adapted_ty(self, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
        let ty::Adt(..) = ty.kind() else { return None };
        let adapter = self.lang_items().get(LangItem::FutureAdapter)?;
        let adapted = self.lang_items().get(LangItem::FutureAdapterAdapted)?;
        self.non_blanket_impls_for_ty(adapter, ty)
            .find(|&impl_def_id| self.impl_polarity(impl_def_id) == ty::ImplPolarity::Positive)?;
        Some(Ty::new_projection(self, adapted, [ty]))
    }

    /// The same where all types are known, and `None` unless the trait has methods that return
    /// futures: for others, an adapter is a type like any other.
    pub fn adapted_ty_for_vtable(self, ty: Ty<'tcx>, trait_def_id: DefId) -> Option<Ty<'tcx>> {
        let adapted = self.adapted_ty(ty)?;
        self.has_dispatchable_futures(trait_def_id)
            .then(|| self.normalize_erasing_regions(ty::TypingEnv::fully_monomorphized(), adapted))
    }

    /// What a type has to show to become a `dyn` with methods that return futures, beyond the
    /// predicates of the `dyn`: how each future becomes one of a pointer's size, and what is
    /// promised of it. `None` if the `dyn` has no such methods.
    pub fn unsizing_to_dyn_futures(
        self,
        source: Ty<'tcx>,
        target: Ty<'tcx>,
    ) -> Option<UnsizingToDynFutures<'tcx>> {
        let ty::Dynamic(data, _) = *target.kind() else { return None };
        let principal = data.principal()?;
        if !self.has_dispatchable_futures(principal.def_id()) {
            return None;
        }
        let futures = self.futures_of_dyn(principal.def_id());
        let adapted = self.adapted_ty(source);
        let self_ty = adapted.unwrap_or(source);
        let principal = principal.with_self_ty(self, self_ty);

        let mut clauses = vec![];
        if adapted.is_some() {
            let adapter = self.require_lang_item(LangItem::FutureAdapter, DUMMY_SP);
            clauses.push(ty::TraitRef::new(self, adapter, [source]).upcast(self));
        }
        for &(trait_ref, assoc_ty) in &futures.futures {
            if !self.is_future_of_dyn(assoc_ty) {
                continue;
            }
            let trait_ref = self.instantiate_supertrait_ref(trait_ref, principal);
            let returned = self.returned_for_all_lifetimes(trait_ref, assoc_ty);
            if adapted.is_some() {
                self.add_bounds_of_method_to_room(source, returned, &mut clauses);
            } else if !self.is_future_unsized(data, assoc_ty) || may_be_adapter(source) {
                clauses.extend(self.pointer_like_future(returned, target));
            }
        }
        if adapted.is_some() {
            for &bound in &futures.bounds {
                let bound = bound.instantiate_supertrait(self, principal);
                clauses.extend(self.bound_of_room(source, bound));
            }
        }
        for promise in data.promises() {
            for promised in self.clauses_of_promise(promise, self_ty) {
                clauses.push(promised);
                if adapted.is_some() {
                    clauses.extend(self.bound_of_room(source, promised));
                }
            }
        }
        Some(UnsizingToDynFutures { self_ty, clauses })
    }

    /// That a method's future shows in its declaration to have the size of a pointer.
    fn pointer_like_future(
        self,
        returned: ty::Binder<'tcx, ty::AliasTerm<'tcx>>,
        target: Ty<'tcx>,
    ) -> Option<ty::Clause<'tcx>> {
        let pointer_like = self.lang_items().get(LangItem::PointerLike)?;
        let fn_def_id = self.fn_of_promise(returned.skip_binder().def_id)?;
        let num_early = self.generics_of(fn_def_id).count();
        // The future is not the subject, which the solvers normalize: in the body that says what it
        // is, to look at it would be to use what is not yet known.
        let pointer_like = returned.map_bound(|returned| {
            let the_fn = Ty::new_fn_def(self, fn_def_id, returned.args.iter().take(num_early));
            let future = returned.to_term(self).expect_type();
            ty::TraitRef::new(self, pointer_like, [the_fn, future, target])
        });
        Some(pointer_like.upcast(self))
    }

    /// What the method declares of its future is all that is known of the `DynFuture`, so it has to hold
    /// for what an adapter keeps the future in: `-> impl Future + Send + 'a`.
    fn add_bounds_of_method_to_room(
        self,
        adapter: Ty<'tcx>,
        returned: ty::Binder<'tcx, ty::AliasTerm<'tcx>>,
        clauses: &mut Vec<ty::Clause<'tcx>>,
    ) {
        let Some(future) = self.dispatchable_future(returned.skip_binder().def_id) else { return };
        let args = returned.skip_binder().args;
        let room = returned.rebind(self.room_of(adapter));
        for &auto_trait in &future.auto_traits {
            let bound = room.map_bound(|room| ty::TraitRef::new(self, auto_trait, [room]));
            clauses.push(bound.upcast(self));
        }
        for &declared in &future.outlives {
            let declared = ty::EarlyBinder::bind(declared).instantiate(self, args);
            let outlives = room.map_bound(|room| ty::OutlivesPredicate(room, declared));
            clauses.push(outlives.map_bound(ty::ClauseKind::TypeOutlives).upcast(self));
        }
    }

    /// A bound of a method's future, for what the adapter keeps the future in.
    fn bound_of_room(self, adapter: Ty<'tcx>, bound: ty::Clause<'tcx>) -> Option<ty::Clause<'tcx>> {
        let kind = bound.kind();
        let room = self.room_of(adapter);
        let of_room = match kind.skip_binder() {
            ty::ClauseKind::Trait(bound) => {
                ty::ClauseKind::Trait(bound.with_replaced_self_ty(self, room))
            }
            ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(_, region)) => {
                ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(room, region))
            }
            _ => return None,
        };
        Some(kind.rebind(of_room).upcast(self))
    }

    /// `<A as FutureAdapter>::Room`
    fn room_of(self, adapter: Ty<'tcx>) -> Ty<'tcx> {
        let room = self.require_lang_item(LangItem::FutureAdapterRoom, DUMMY_SP);
        Ty::new_projection(self, room, [adapter])
    }

    /// The shim that stands in a vtable for a method that returns a future.
    pub fn dyn_future_shim_for_vtable(
        self,
        fn_def_id: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> Option<ty::ReifyReason> {
        self.is_dispatchable_for_future(fn_def_id).then(|| {
            let adapted = self.adapted_ty(args.type_at(0)).is_some();
            ty::ReifyReason::DynFuture { adapted }
        })
    }

    /// What a method's vtable entry is instantiated with, where `args` are those of the method of
    /// the adapted type: the shim of a method that returns a future has to know the adapter.
    pub fn with_vtable_self_ty(
        self,
        fn_def_id: DefId,
        args: GenericArgsRef<'tcx>,
        vtable_ty: Ty<'tcx>,
    ) -> GenericArgsRef<'tcx> {
        if self.is_dispatchable_for_future(fn_def_id) {
            self.mk_args_trait(vtable_ty, args.iter().skip(1))
        } else {
            args
        }
    }
}

/// Whether it is not known that a type is no adapter. What that has in the vtable are the methods of what it
/// adapts, while `T: Fetch` is about its own: `is_pointer_like` refuses it.
fn may_be_adapter(ty: Ty<'_>) -> bool {
    matches!(
        ty.kind(),
        ty::Param(_)
            | ty::Alias(..)
            | ty::Placeholder(_)
            | ty::Bound(..)
            | ty::Infer(_)
            | ty::Error(_)
    )
}

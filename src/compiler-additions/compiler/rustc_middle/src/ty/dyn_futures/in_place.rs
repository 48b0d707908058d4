//! Calls whose future is written where the caller says, `dyn_in!(place, f.fetch(1))`.
//!
//! ```ignore (illustrative)
//! // What the macros make of a call, for a `dyn` that has the method and for any other receiver
//! CallOfDyn::<{fetch::<dyn Fetch>}, (&mut dyn Fetch, u32), dyn Future<Output = Data> + 'c> { … }
//! CallOfSized::<{fetch::<T>}, (&mut T, u32)> { … }
//! // `write_call::<F, Args>` is this shim of the function that is called
//! fn write_call((self_, id): (&mut T, u32), room: *mut ()) { *(room as *mut _) = T::fetch(self_, id) }
//! // and `write_call_of_dyn::<F, Args>` this one, of a method called through a `dyn`, which calls what
//! // stands in its vtable for that: see `super::shim`
//! fn write_call((self_, id): (&mut dyn Fetch, u32), room: *mut (), writer: *const (), at: &Location) {
//!     (writer as fn(*mut (), u32, *mut ()))(self_ as *mut (), id, room)
//! }
//! ```
//!
//! A call is taken apart when its types are checked, in `rustc_hir_typeck::fn_ctxt::unapplied_calls`.

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_span::DUMMY_SP;

use crate::ty::{self, GenericArgsRef, Instance, Ty, TyCtxt};

/// Where in a vtable stands what the future of a method needs: see [`super::shim`].
pub struct SlotsOfFuture {
    /// The vtable of the future.
    pub vtable: usize,
    /// What writes it.
    pub writer: usize,
}

impl<'tcx> TyCtxt<'tcx> {
    /// Whether this is a method that returns a future, called through a `dyn` that has it: not one
    /// that somebody has implemented for a `dyn` type.
    pub fn is_dyn_call_of_future(self, fn_def_id: DefId, args: GenericArgsRef<'tcx>) -> bool {
        if !self.is_dispatchable_for_future(fn_def_id) {
            return false;
        }
        let ty::Dynamic(data, _) = args.type_at(0).kind() else { return false };
        let trait_def_id = self.parent(fn_def_id);
        data.principal_def_id().is_some_and(|principal| {
            ty::elaborate::supertrait_def_ids(self, principal).any(|def_id| def_id == trait_def_id)
        })
    }

    /// The function `F` of a call that has been taken apart.
    fn called_fn(self, called: Ty<'tcx>) -> Option<(DefId, GenericArgsRef<'tcx>)> {
        match *called.kind() {
            ty::FnDef(def_id, args) => Some((def_id, args)),
            _ => None,
        }
    }

    /// The shim that `write_call` is, or `write_call_of_dyn`, if this is one of them: `Some(None)` where
    /// it is not known yet.
    pub fn resolve_write_call(
        self,
        typing_env: ty::TypingEnv<'tcx>,
        def_id: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> Option<Option<Instance<'tcx>>> {
        // In generic code, the call of a `dyn` is one of any other type, by way of the adapter.
        let of_dyn = self.is_lang_item(def_id, LangItem::WriteCallOfDyn);
        if !of_dyn && !self.is_lang_item(def_id, LangItem::WriteCall) {
            return None;
        }
        Some(self.called_fn(args.type_at(0)).map(|(fn_def_id, args)| {
            // It may be the implementation's method that is `#[track_caller]`.
            let resolved = || Instance::try_resolve(self, typing_env, fn_def_id, args).ok()?;
            let (fn_def_id, args) = match resolved() {
                Some(Instance { def: ty::InstanceKind::Item(def_id), args }) if !of_dyn => {
                    (def_id, args)
                }
                _ => (fn_def_id, args),
            };
            let reason = ty::ReifyReason::InPlace { of_dyn };
            Instance { def: ty::InstanceKind::ReifyShim(fn_def_id, Some(reason)), args }
        }))
    }

    /// The signature of that shim, with the function's own parameters.
    pub fn sig_of_write_call(
        self,
        fn_def_id: DefId,
        of_dyn: bool,
    ) -> ty::EarlyBinder<'tcx, ty::FnSig<'tcx>> {
        let sig = self.fn_sig(fn_def_id).instantiate_identity();
        let sig = self.instantiate_bound_regions_with_erased(sig);
        let args = Ty::new_tup(self, sig.inputs());
        let room = Ty::new_mut_ptr(self, self.types.unit);
        let writer = Ty::new_imm_ptr(self, self.types.unit);
        let inputs = [args, room, writer, self.caller_location_ty()];
        let inputs = &inputs[..if of_dyn { 4 } else { 2 }];
        ty::EarlyBinder::bind(self.mk_fn_sig(
            inputs.iter().copied(),
            self.types.unit,
            false,
            sig.safety,
            rustc_abi::ExternAbi::Rust,
        ))
    }

    /// The type by which the shim of a method called through a `dyn` calls what is in the vtable. If the
    /// method is `#[track_caller]`, so is that, which makes the location an argument like any other.
    pub fn fn_ptr_of_future_writer(self, fn_def_id: DefId) -> Ty<'tcx> {
        let mut sig = self.sig_of_future_writer(fn_def_id).instantiate_identity();
        let writer = ty::InstanceKind::ReifyShim(fn_def_id, Some(ty::ReifyReason::WriteFuture));
        if writer.requires_caller_location(self) {
            let inputs = sig.inputs().iter().copied();
            let inputs_and_output = inputs.chain([self.caller_location_ty(), sig.output()]);
            sig.inputs_and_output = self.mk_type_list_from_iter(inputs_and_output);
        }
        Ty::new_fn_ptr(self, ty::Binder::dummy(sig))
    }

    /// Where in a vtable stands what a future needs, with `called` the method of a `dyn` type.
    pub fn slots_of_future_in_vtable(self, called: Ty<'tcx>) -> Option<SlotsOfFuture> {
        let (fn_def_id, args) = self.called_fn(called)?;
        if !self.is_dyn_call_of_future(fn_def_id, args) {
            return None;
        }
        let trait_def_id = self.parent(fn_def_id);
        let trait_ref = ty::TraitRef::from_assoc(self, trait_def_id, args);
        let trait_ref =
            self.normalize_erasing_regions(ty::TypingEnv::fully_monomorphized(), trait_ref);
        let index = self.futures_in_vtable(trait_def_id).position(|method| method == fn_def_id)?;
        let vtable = self.first_method_vtable_slot(trait_ref)
            + self.own_existential_vtable_entries(trait_def_id).len()
            + index;
        let writer = vtable + self.futures_in_vtable(trait_def_id).count();
        Some(SlotsOfFuture { vtable, writer })
    }

    /// The auto traits that a `dyn` type's futures may have: what is promised, or declared.
    pub fn auto_traits_of_dyn_futures(self, fn_def_id: DefId, dyn_ty: Ty<'tcx>) -> Vec<DefId> {
        let ty::Dynamic(data, _) = *dyn_ty.kind() else { return vec![] };
        let Some(principal) = data.principal_def_id() else { return vec![] };
        let declared = self
            .assoc_type_of_returned_impl_trait(fn_def_id)
            .and_then(|assoc_ty| self.dispatchable_future(assoc_ty))
            .map_or(&[][..], |future| &future.auto_traits);
        let by_subtrait = self.futures_of_dyn(principal).bounds.iter();
        let by_subtrait = by_subtrait.filter_map(|bound| Some(bound.as_trait_clause()?.def_id()));
        let promised = data
            .promises()
            .flat_map(|promise| self.clauses_of_promise(promise, dyn_ty))
            .filter_map(|clause| Some(clause.as_trait_clause()?.def_id()));
        let mut all: Vec<_> = declared.iter().copied().chain(by_subtrait).chain(promised).collect();
        all.sort_by_key(|&def_id| self.def_path_hash(def_id));
        all.dedup();
        all
    }

    /// What a `dyn Future` is made of that a future coerces to, as the interpreter has to know it.
    pub fn dyn_future_predicates(
        self,
        future: Ty<'tcx>,
    ) -> &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>> {
        let future_trait = self.require_lang_item(LangItem::Future, DUMMY_SP);
        let future_output = self.require_lang_item(LangItem::FutureOutput, DUMMY_SP);
        let output = Ty::new_projection(self, future_output, [future]);
        let typing_env = ty::TypingEnv::fully_monomorphized();
        let output = self.normalize_erasing_regions(typing_env, output);
        let no_args = ty::List::empty();
        let principal = ty::ExistentialTraitRef::new_from_args(self, future_trait, no_args);
        let projection =
            ty::ExistentialProjection::new_from_args(self, future_output, no_args, output.into());
        self.mk_poly_existential_predicates(&[
            ty::Binder::dummy(ty::ExistentialPredicate::Trait(principal)),
            ty::Binder::dummy(ty::ExistentialPredicate::Projection(projection)),
        ])
    }
}

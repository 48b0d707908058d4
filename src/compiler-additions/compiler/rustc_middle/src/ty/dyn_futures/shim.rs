//! The signatures of what stands in a vtable for a method that returns a future.
//!
//! ```ignore (illustrative)
//! // Among the trait's own methods: the call
//! fn fetch(self_: &mut T, id: u32) -> RawDynFuture;
//! // After them, for each of these methods: the vtable of its future
//! <<T as Fetch>::fetch as Future>::VTABLE
//! // and what calls the method and writes its future where a caller has room for it
//! fn fetch(self_: *mut (), id: u32, room: *mut ());
//! ```
//!
//! One vtable serves several `dyn` types, that of the trait and those that coerce to it, and each
//! has a `DynFuture` type of its own. All are transparent over `RawDynFuture`, so that the call returns
//! what each caller expects, in the eyes of codegen, of CFI and of the interpreter.
//!
//! A `self` by value, which has no size to the caller, is passed as a pointer to what is to be moved.
//!
//! The call keeps the future as the adapter says; the other two have nothing to do with it. The vtable
//! of the future says how much room it takes. What writes it is called as a function pointer, so its
//! receiver is the pointer to the implementation, whatever smart pointers the method takes.

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_span::DUMMY_SP;

use crate::ty::{self, GenericArgsRef, Ty, TyCtxt};

/// What the vtable's shim of a method that returns a future is made of, with the method's own
/// parameters.
pub struct DynFutureShim<'tcx> {
    pub sig: ty::EarlyBinder<'tcx, ty::FnSig<'tcx>>,
    /// What the method is called with: for an adapter, `Self` is the adapted type.
    pub method_args: GenericArgsRef<'tcx>,
    pub future: Ty<'tcx>,
}

impl<'tcx> TyCtxt<'tcx> {
    /// The signature of a vtable's shim, with the method's own parameters.
    pub fn sig_of_dyn_future_shim(self, fn_def_id: DefId, adapted: bool) -> DynFutureShim<'tcx> {
        let args = ty::GenericArgs::identity_for_item(self, fn_def_id);
        let method_args = if adapted {
            let adapted_def_id = self.require_lang_item(LangItem::FutureAdapterAdapted, DUMMY_SP);
            let adapted = Ty::new_projection(self, adapted_def_id, [args.type_at(0)]);
            self.mk_args_trait(adapted, args.iter().skip(1))
        } else {
            args
        };
        let method_sig = self.instantiate_bound_regions_with_erased(
            self.fn_sig(fn_def_id).instantiate(self, method_args),
        );
        let raw = self.require_lang_item(LangItem::RawDynFuture, DUMMY_SP);
        let returned = Ty::new_adt(self, self.adt_def(raw), ty::List::empty());
        let mut inputs_and_output = method_sig.inputs().to_vec();
        if self.takes_self_by_value(fn_def_id) {
            inputs_and_output[0] = Ty::new_mut_ptr(self, inputs_and_output[0]);
        }
        inputs_and_output.push(returned);
        let sig =
            ty::FnSig { inputs_and_output: self.mk_type_list(&inputs_and_output), ..method_sig };
        DynFutureShim { sig: ty::EarlyBinder::bind(sig), method_args, future: method_sig.output() }
    }

    /// The signature of what writes a method's future, with the method's own parameters. It is the
    /// same for the implementation and for the `dyn`.
    pub fn sig_of_future_writer(self, fn_def_id: DefId) -> ty::EarlyBinder<'tcx, ty::FnSig<'tcx>> {
        let sig = self.fn_sig(fn_def_id).instantiate_identity();
        let sig = self.instantiate_bound_regions_with_erased(sig);
        let pointer = Ty::new_mut_ptr(self, self.types.unit);
        let inputs = sig.inputs()[1..].iter().copied();
        let inputs_and_output =
            [pointer].into_iter().chain(inputs).chain([pointer, self.types.unit]);
        ty::EarlyBinder::bind(ty::FnSig {
            inputs_and_output: self.mk_type_list_from_iter(inputs_and_output),
            ..sig
        })
    }

    /// The methods whose futures' vtables follow the trait's own methods in a vtable, in this order, and
    /// after those what writes these futures.
    pub fn futures_in_vtable(self, trait_def_id: DefId) -> impl Iterator<Item = DefId> {
        let methods = self.own_existential_vtable_entries(trait_def_id);
        methods.iter().copied().filter(move |&method| self.is_dispatchable_for_future(method))
    }

    /// How many entries a trait's own methods take in a vtable, with what their futures need.
    pub fn num_own_vtable_entries(self, trait_def_id: DefId) -> usize {
        self.own_existential_vtable_entries(trait_def_id).len()
            + 2 * self.futures_in_vtable(trait_def_id).count()
    }

    /// `<T as Fetch>::fetch: Future`, as an entry of the vtable of `T: Fetch` says it: not normalized,
    /// as that asks what the method's `impl Future` is, which may depend on a constant that calls
    /// through the vtable.
    pub fn vtable_of_future(
        self,
        fn_def_id: DefId,
        trait_ref: ty::TraitRef<'tcx>,
    ) -> Option<ty::TraitRef<'tcx>> {
        let assoc_ty = self.assoc_type_of_returned_impl_trait(fn_def_id)?;
        let future_trait = self.lang_items().future_trait()?;
        let args = ty::GenericArgs::for_item(self, assoc_ty, |param, _| {
            match trait_ref.args.get(param.index as usize) {
                Some(&arg) => arg,
                None => self.lifetimes.re_erased.into(),
            }
        });
        let future = Ty::new_projection_from_args(self, assoc_ty, args);
        Some(ty::TraitRef::new(self, future_trait, [future]))
    }

    /// What a vtable's pointer to another vtable leads to.
    pub fn normalize_trait_of_vtable(self, trait_ref: ty::TraitRef<'tcx>) -> ty::TraitRef<'tcx> {
        if self.is_vtable_of_future(trait_ref) {
            self.normalize_erasing_regions(ty::TypingEnv::fully_monomorphized(), trait_ref)
        } else {
            trait_ref
        }
    }

    /// Whether this is what [`TyCtxt::vtable_of_future`] gives, and no supertrait.
    pub fn is_vtable_of_future(self, trait_ref: ty::TraitRef<'tcx>) -> bool {
        match trait_ref.self_ty().kind() {
            ty::Alias(ty::Projection, alias) => self.is_impl_trait_in_trait(alias.def_id),
            _ => false,
        }
    }
}

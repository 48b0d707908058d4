//! The signature of what stands in a vtable for a method that returns a future.
//!
//! ```ignore (illustrative)
//! fn fetch(self_: &mut T, id: u32, room: *mut ()) -> RawDynFuture;
//! ```
//!
//! One vtable serves several `dyn` types, that of the trait and those that coerce to it, and each
//! has a `DynFuture` type of its own. All are transparent over this one, so that the shim returns
//! what each caller expects, in the eyes of codegen, of CFI and of the interpreter.
//!
//! The last argument is where the future is to be written. In MIR, a call has it only if the caller has
//! room for the future; codegen adds a null pointer to any other, and the adapter gives room. What a
//! caller has to know to give room, the future's layout, stands in the vtable as well, after the trait's
//! own methods: for each method that returns a future the vtable of that future.

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
        let sig = ty::FnSig {
            inputs_and_output: self.mk_type_list_from_iter(
                method_sig.inputs().iter().copied().chain([self.room_of_future_ty(), returned]),
            ),
            ..method_sig
        };
        DynFutureShim { sig: ty::EarlyBinder::bind(sig), method_args, future: method_sig.output() }
    }

    /// The type of the argument that says where a future is written: `*mut ()`.
    fn room_of_future_ty(self) -> Ty<'tcx> {
        Ty::new_mut_ptr(self, self.types.unit)
    }

    /// Whether this is a call through a vtable that has such an argument.
    pub fn takes_room_of_future(self, instance: ty::InstanceKind<'tcx>) -> bool {
        match instance {
            ty::InstanceKind::Virtual(fn_def_id, _) => self.is_dispatchable_for_future(fn_def_id),
            _ => false,
        }
    }

    /// The signature of a call through a vtable, where `sig` is that of the method.
    pub fn with_room_of_future(self, sig: ty::FnSig<'tcx>) -> ty::FnSig<'tcx> {
        let room = self.room_of_future_ty();
        let inputs = sig.inputs().iter().copied();
        let inputs_and_output = inputs.chain([room, sig.output()]);
        ty::FnSig { inputs_and_output: self.mk_type_list_from_iter(inputs_and_output), ..sig }
    }

    /// The methods whose futures' vtables follow the trait's own methods in a vtable, in this order.
    pub fn futures_in_vtable(self, trait_def_id: DefId) -> impl Iterator<Item = DefId> {
        let methods = self.own_existential_vtable_entries(trait_def_id);
        methods.iter().copied().filter(move |&method| self.is_dispatchable_for_future(method))
    }

    /// How many entries a trait's own methods and their futures take in a vtable.
    pub fn num_own_vtable_entries(self, trait_def_id: DefId) -> usize {
        self.own_existential_vtable_entries(trait_def_id).len()
            + self.futures_in_vtable(trait_def_id).count()
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

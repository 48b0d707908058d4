//! The signature of what stands in a vtable for a method that returns a future.
//!
//! ```ignore (illustrative)
//! fn fetch(self_: &mut T, id: u32) -> RawDynFuture;
//! ```
//!
//! One vtable serves several `dyn` types, that of the trait and those that coerce to it, and each
//! has a `DynFuture` type of its own. All are transparent over this one, so that the shim returns
//! what each caller expects, in the eyes of codegen, of CFI and of the interpreter.

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
        let inputs_and_output = method_sig.inputs().iter().copied().chain([returned]);
        let sig = ty::FnSig {
            inputs_and_output: self.mk_type_list_from_iter(inputs_and_output),
            ..method_sig
        };
        DynFutureShim { sig: ty::EarlyBinder::bind(sig), method_args, future: method_sig.output() }
    }
}

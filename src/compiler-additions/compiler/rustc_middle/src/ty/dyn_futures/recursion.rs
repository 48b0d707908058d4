//! Methods that call themselves, which takes an indirection: a `dyn` is one.

use rustc_errors::{Diag, EmissionGuarantee};
use rustc_hir::Mutability;
use rustc_hir::def_id::{DefId, LocalDefId};

use crate::ty::{self, TyCtxt};

impl<'tcx> TyCtxt<'tcx> {
    /// Say how a method that awaits its own future could call itself through a `dyn`.
    pub fn help_with_recursion_through_dyn<G: EmissionGuarantee>(
        self,
        err: &mut Diag<'_, G>,
        fn_def_id: LocalDefId,
    ) {
        let fn_def_id = fn_def_id.to_def_id();
        if !self.features().async_fn_in_dyn_trait() || self.opt_associated_item(fn_def_id).is_none()
        {
            return;
        }
        let in_trait: DefId = self.trait_item_of(fn_def_id).unwrap_or(fn_def_id);
        if !self.is_dispatchable_for_future(in_trait) {
            return;
        }
        let sig = self.fn_sig(fn_def_id).skip_binder().skip_binder();
        let Some(&ty::Ref(_, _, mutability)) = sig.inputs().first().map(|ty| ty.kind()) else {
            return;
        };
        let (borrow, place) = match mutability {
            Mutability::Not => ("&", "self"),
            Mutability::Mut => ("&mut ", "&mut *self"),
        };
        let of_trait = self.item_name(self.parent(in_trait));
        err.help(format!(
            "or call it through a `dyn`, whose adapter boxes the future: `let this: {borrow}dyn \
             {of_trait} = Boxing::new({place});`"
        ));
    }
}

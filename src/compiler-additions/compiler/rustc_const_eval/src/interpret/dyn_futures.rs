//! `dyn` types whose methods return futures: vtables of adapters.

use rustc_middle::ty::{self, Ty};

use super::{InterpCx, Machine};

impl<'tcx, M: Machine<'tcx>> InterpCx<'tcx, M> {
    /// The type whose vtable a `dyn` has after an upcast, if `ty` is that of the vtable before. The
    /// vtable of an adapter leads to those of the type that it adapts, where these have no methods
    /// that return futures.
    pub(super) fn vtable_ty_after_upcast(
        &self,
        ty: Ty<'tcx>,
        source: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
        target: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    ) -> Ty<'tcx> {
        let tcx = *self.tcx;
        let (Some(source), Some(target)) = (source.principal_def_id(), target.principal_def_id())
        else {
            return ty;
        };
        match tcx.adapted_ty_for_vtable(ty, source) {
            Some(adapted_ty) if !tcx.has_dispatchable_futures(target) => adapted_ty,
            _ => ty,
        }
    }
}

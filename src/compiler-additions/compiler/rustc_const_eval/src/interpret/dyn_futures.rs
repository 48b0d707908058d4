//! `dyn` types whose methods return futures: vtables of adapters.

use rustc_hir::def_id::DefId;
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

    /// The type that implements a method, where `ty` is that of the vtable. An adapter stands only in
    /// the shims of methods that return futures.
    pub(super) fn implementor_of_method(
        &self,
        ty: Ty<'tcx>,
        receiver: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
        method: DefId,
    ) -> Ty<'tcx> {
        let tcx = *self.tcx;
        receiver
            .principal_def_id()
            .filter(|_| !tcx.is_dispatchable_for_future(method))
            .and_then(|principal| tcx.adapted_ty_for_vtable(ty, principal))
            .unwrap_or(ty)
    }

    /// What of a `dyn` type matters to what its vtable is: neither auto traits nor what is promised
    /// of futures.
    pub(super) fn predicates_of_vtable(
        dyn_ty: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    ) -> impl Iterator<Item = ty::PolyExistentialPredicate<'tcx>> {
        dyn_ty.without_auto_traits().filter(|predicate| {
            !matches!(predicate.skip_binder(), ty::ExistentialPredicate::Promise(_))
        })
    }
}

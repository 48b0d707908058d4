//! Methods that return futures, called through a `dyn`.

use rustc_middle::ty::{self, Instance, InstanceKind, ReifyReason, TyCtxt};

use super::trait_object_ty;

/// The call that leads to a vtable's shim for such a method, and so has the same type id: that of the
/// method of the `dyn` type. `None` if the instance is no such shim.
///
/// The shim itself returns what all the futures of `dyn` types are within, and has an adapter for its
/// `Self`, which does not implement the trait.
pub(super) fn call_of_shim<'tcx>(
    tcx: TyCtxt<'tcx>,
    instance: Instance<'tcx>,
) -> Option<Instance<'tcx>> {
    let InstanceKind::ReifyShim(method, Some(ReifyReason::DynFuture { .. })) = instance.def else {
        return None;
    };
    let trait_def_id = tcx.trait_of_assoc(method)?;
    let vtable_ty = instance.args.type_at(0);
    let self_ty = tcx.adapted_ty_for_vtable(vtable_ty, trait_def_id).unwrap_or(vtable_ty);
    let args = tcx.mk_args_trait(self_ty, instance.args.iter().skip(1));
    let trait_ref = ty::TraitRef::from_assoc(tcx, trait_def_id, args);
    let dyn_ty = trait_object_ty(tcx, ty::Binder::dummy(trait_ref), method);
    let args = tcx.mk_args_trait(dyn_ty, instance.args.iter().skip(1));
    // The index does not matter.
    Some(Instance { def: InstanceKind::Virtual(method, 0), args })
}

//! One function for the futures of all methods called through a `dyn` that have the same output.
//!
//! ```ignore (illustrative)
//! <DynFuture<Fetch::fetch, u32> as Future>::poll // is <DynFuture<(), u32> as Future>::poll
//! ```
//!
//! The call that a `DynFuture` is of matters to the trait solver and to borrow checking, and to nothing
//! that runs. So a program has one function each to await, poll and drop the futures of an output, and
//! not one for each method.

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, GenericArgsRef, Instance, InstanceKind, Ty, TyCtxt};

/// The instance of which there is one for all calls, if this is one that has to do with `DynFuture`.
pub(super) fn share<'tcx>(
    tcx: TyCtxt<'tcx>,
    typing_env: ty::TypingEnv<'tcx>,
    instance: Instance<'tcx>,
) -> Instance<'tcx> {
    let Some(dyn_future) = tcx.lang_items().dyn_future() else { return instance };
    let ty::TypingMode::PostAnalysis = typing_env.typing_mode else { return instance };
    match instance.def {
        InstanceKind::DropGlue(def_id, Some(ty)) => match of_no_call(tcx, ty) {
            Some(ty) => {
                let args = tcx.mk_args(&[ty.into()]);
                Instance { def: InstanceKind::DropGlue(def_id, Some(ty)), args }
            }
            None => instance,
        },
        InstanceKind::Item(def_id) if def_id.krate == dyn_future.krate => {
            match share_args(tcx, dyn_future, def_id, instance.args) {
                Some(args) => Instance { def: instance.def, args },
                None => instance,
            }
        }
        _ => instance,
    }
}

/// What a function of `core` that has to do with `DynFuture` is instantiated with for all calls.
fn share_args<'tcx>(
    tcx: TyCtxt<'tcx>,
    dyn_future: DefId,
    def_id: DefId,
    args: GenericArgsRef<'tcx>,
) -> Option<GenericArgsRef<'tcx>> {
    let (first, others) = args.split_first()?;
    let ty = first.as_type()?;
    let shared = if let Some(future) = of_no_call(tcx, ty) {
        // `.await`, of the future itself.
        let impl_def_id = tcx.trait_impl_of_assoc(def_id)?;
        let into_future = tcx.trait_of_assoc(tcx.lang_items().into_future_fn()?)?;
        (tcx.impl_trait_id(impl_def_id) == into_future).then_some(future)?
    } else if let ty::Ref(region, pointee, mutbl) = *ty.kind()
        && let Some(future) = of_no_call(tcx, pointee)
    {
        let is_pin = tcx.is_lang_item(def_id, LangItem::PinNewUnchecked);
        is_pin.then(|| Ty::new_ref(tcx, region, future, mutbl))?
    } else {
        // What is implemented for a `DynFuture`.
        let impl_def_id = tcx.trait_impl_of_assoc(def_id)?;
        let adt = tcx.type_of(impl_def_id).skip_binder().ty_adt_def()?;
        (adt.did() == dyn_future).then_some(tcx.types.unit)?
    };
    Some(tcx.mk_args_from_iter([shared.into()].into_iter().chain(others.iter().copied())))
}

/// The `DynFuture` with this output that is of no call, if this is one.
fn of_no_call<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
    match *ty.kind() {
        ty::Adt(adt, args) if tcx.is_lang_item(adt.did(), LangItem::DynFuture) => {
            let args = [tcx.types.unit.into()].into_iter().chain(args.iter().skip(1));
            Some(Ty::new_adt(tcx, adt, tcx.mk_args_from_iter(args)))
        }
        _ => None,
    }
}

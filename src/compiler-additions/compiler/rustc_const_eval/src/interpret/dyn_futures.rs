//! `dyn` types whose methods return futures: vtables of adapters, and what stands in a vtable for a future.

use rustc_abi::FieldIdx;
use rustc_errors::msg;
use rustc_hir::def_id::DefId;
use rustc_middle::mir::interpret::{InterpResult, Pointer};
use rustc_middle::ty::{self, Ty};

use super::{FnVal, InterpCx, Machine, OpTy, Projectable, interp_ok, throw_ub_custom};

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

    /// What stands in a vtable for the future that a method called through a `dyn` returns, given a
    /// pointer to the method's arguments: the future's vtable, or what writes the future.
    pub(super) fn future_in_vtable(
        &mut self,
        fn_args: ty::GenericArgsRef<'tcx>,
        args: &OpTy<'tcx, M::Provenance>,
        writer: bool,
    ) -> InterpResult<'tcx, Pointer<Option<M::Provenance>>> {
        let tcx = *self.tcx;
        let Some(slots) = tcx.slots_of_future_in_vtable(fn_args.type_at(0)) else {
            throw_ub_custom!(msg!("this is no method of a `dyn` that returns a future"));
        };
        let args = self.deref_pointer(args)?;
        let mut receiver = self.project_field(&args, FieldIdx::ZERO)?;
        while !receiver.layout.ty.is_raw_ptr() && !receiver.layout.ty.is_ref() {
            let (field, _) = receiver.layout.non_1zst_field(self).unwrap();
            receiver = self.project_field(&receiver, field)?;
        }
        let receiver = self.ref_to_mplace(&self.read_immediate(&receiver)?)?;
        let tail = tcx.struct_tail_for_codegen(receiver.layout.ty, self.typing_env);
        let ty::Dynamic(of_receiver, _) = *tail.kind() else {
            throw_ub_custom!(msg!("this is no method of a `dyn` that returns a future"));
        };
        let vtable = receiver.meta().unwrap_meta().to_pointer(self)?;
        let implementor = self.get_ptr_vtable_ty(vtable, Some(of_receiver))?;
        let entries = self.vtable_entries(of_receiver.principal(), implementor);
        match entries.get(if writer { slots.writer } else { slots.vtable }) {
            Some(&ty::VtblEntry::Method(instance)) if writer => {
                interp_ok(self.fn_ptr(FnVal::Instance(instance)).into())
            }
            Some(&ty::VtblEntry::TraitVPtr(of_future)) if !writer => {
                let future = tcx.normalize_trait_of_vtable(of_future).self_ty();
                self.get_vtable_ptr(future, tcx.dyn_future_predicates(future))
            }
            _ => throw_ub_custom!(msg!("this is no method of a `dyn` that returns a future")),
        }
    }
}

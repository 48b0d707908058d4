//! The type system's questions about `dyn` types whose methods return futures, answered by
//! [`crate::ty::dyn_futures`].

use rustc_hir as hir;
use rustc_hir::def_id::DefId;
use rustc_type_ir::DynFutures;

use crate::ty::{self, GenericArgsRef, Ty, TyCtxt, Upcast};

impl<'tcx> DynFutures<TyCtxt<'tcx>> for TyCtxt<'tcx> {
    fn dyn_future_clauses(self, self_ty: Ty<'tcx>, assoc_ty: DefId) -> Vec<ty::Clause<'tcx>> {
        self.dyn_future_clauses(self_ty, assoc_ty)
    }

    fn dyn_future_clause_of_call(self, call: ty::AliasTerm<'tcx>) -> ty::Clause<'tcx> {
        ty::Binder::dummy(self.dyn_future_clause(call)).upcast(self)
    }

    fn outlives_alias_of_dyn_future(
        self,
        adt: ty::AdtDef<'tcx>,
        args: GenericArgsRef<'tcx>,
    ) -> Option<ty::AliasTy<'tcx>> {
        self.outlives_alias_of_dyn_future(adt, args)
    }

    fn auto_trait_of_dyn_future(
        self,
        call: Ty<'tcx>,
        auto_trait: DefId,
    ) -> Option<ty::PromiseOfCall<Self>> {
        self.auto_trait_of_dyn_future(call, auto_trait)
    }

    fn clauses_of_promise(
        self,
        promise: ty::Binder<'tcx, ty::ExistentialPromise<'tcx>>,
        self_ty: Ty<'tcx>,
    ) -> Vec<ty::Clause<'tcx>> {
        self.clauses_of_promise(promise, self_ty)
    }

    fn unsizing_to_dyn_futures(
        self,
        source: Ty<'tcx>,
        target: Ty<'tcx>,
    ) -> Option<(Ty<'tcx>, Vec<ty::Clause<'tcx>>)> {
        let unsizing = self.unsizing_to_dyn_futures(source, target)?;
        Some((unsizing.self_ty, unsizing.clauses))
    }

    fn keeps_unsized_futures(
        self,
        source: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
        target: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    ) -> bool {
        self.keeps_unsized_futures(source, target)
    }

    fn may_be_of_blanket_impl(self, assoc_ty: DefId) -> bool {
        !self.trait_impls_of(self.parent(assoc_ty)).blanket_impls().is_empty()
    }

    fn is_opaque_of_trait_fn(self, opaque: DefId) -> bool {
        matches!(
            self.opaque_ty_origin(opaque),
            hir::OpaqueTyOrigin::FnReturn { in_trait_or_impl: Some(_), .. }
                | hir::OpaqueTyOrigin::AsyncFn { in_trait_or_impl: Some(_), .. }
        )
    }

    fn has_bounds_on_futures(self) -> bool {
        self.has_bounds_on_futures()
    }

    fn is_pointer_like(
        self,
        param_env: ty::ParamEnv<'tcx>,
        the_fn: Ty<'tcx>,
        future: Ty<'tcx>,
    ) -> bool {
        self.is_pointer_like(param_env, the_fn, future)
    }
}

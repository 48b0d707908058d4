//! What the methods that `#[dyn_trait]` makes return.
//!
//! ```ignore (illustrative)
//! #[dyn_trait]
//! trait Fetch { async fn fetch(&self) -> u8; }
//! // makes
//! impl<T: Fetch + ?Sized> Fetch for Box<T> {
//!     fn fetch<'a>(&'a self) -> <T as Fetch>::fetch<'a> { <T as Fetch>::fetch(&**self) }
//! }
//! ```
//!
//! Elsewhere a delegation in an impl inherits `<Box<T> as Fetch>::fetch<'a>`, which depends on itself.

use rustc_hir::def_id::LocalDefId;
use rustc_middle::ty::{
    self, Ty, TyCtxt, TypeFoldable, TypeFolder, TypeSuperFoldable, TypeVisitableExt,
};

/// The same type, where what this trait's methods return for a pointer is what they return for its pointee.
pub(super) fn returned_by_pointee<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_m: LocalDefId,
    returned: Ty<'tcx>,
) -> Ty<'tcx> {
    let impl_def_id = tcx.local_parent(impl_m);
    let pointer = tcx.impl_trait_ref(impl_def_id).instantiate_identity().self_ty();
    match tcx.pointee_of_dyn_trait(pointer) {
        Some(pointee) => returned.fold_with(&mut SeeThrough { tcx, pointer, pointee }),
        None => returned,
    }
}

struct SeeThrough<'tcx> {
    tcx: TyCtxt<'tcx>,
    pointer: Ty<'tcx>,
    pointee: Ty<'tcx>,
}

impl<'tcx> TypeFolder<TyCtxt<'tcx>> for SeeThrough<'tcx> {
    fn cx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn fold_ty(&mut self, ty: Ty<'tcx>) -> Ty<'tcx> {
        if let ty::Alias(ty::Projection, alias) = *ty.kind()
            && self.tcx.is_impl_trait_in_trait(alias.def_id)
            && alias.self_ty() == self.pointer
        {
            let args = alias.args.fold_with(self);
            let alias = ty::AliasTy::new_from_args(self.tcx, alias.def_id, args);
            let alias = alias.with_replaced_self_ty(self.tcx, self.pointee);
            return alias.to_ty(self.tcx);
        }
        if ty.has_aliases() { ty.super_fold_with(self) } else { ty }
    }
}

//! The inherent impls in which a call in type position looks for its function.
//!
//! ```ignore (illustrative)
//! impl<T> Pool<T>
//! where
//!     Conn::open(..): Send,
//! {
//! }
//! ```
//!
//! The query for the inherent impls of `Conn` looks at the types of *all* inherent impls in the crate,
//! and a call may stand in the header of one, whose type is not known then. So those in this crate
//! are found by how they are written.

use rustc_hir as hir;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::{DefId, LOCAL_CRATE};
use rustc_middle::ty::fast_reject::{SimplifiedType, TreatParams, simplify_type};
use rustc_middle::ty::{self, Ty, TyCtxt};

/// The inherent impls that a type may have.
pub(super) fn inherent_impls_of<'tcx>(tcx: TyCtxt<'tcx>, self_ty: Ty<'tcx>) -> Vec<DefId> {
    let mut impls =
        item_with_impls(self_ty).map_or(vec![], |item| inherent_impls_of_item(tcx, item));
    if let Some(simplified) = simplify_type(tcx, self_ty, TreatParams::InstantiateWithInfer) {
        impls.extend(inherent_impls_of_structure(tcx, simplified));
    }
    impls
}

/// The inherent impls of a struct, enum, union or extern type, or of the `dyn` type of a trait.
pub(crate) fn inherent_impls_of_item(tcx: TyCtxt<'_>, item: DefId) -> Vec<DefId> {
    if !item.is_local() {
        return tcx.inherent_impls(item).to_vec();
    }
    tcx.hir_free_items()
        .map(|id| tcx.hir_item(id))
        .filter(|candidate| match candidate.kind {
            hir::ItemKind::Impl(impl_) if impl_.of_trait.is_none() => {
                item_of_written_ty(tcx, impl_.self_ty) == Some(item)
            }
            _ => false,
        })
        .map(|candidate| candidate.owner_id.to_def_id())
        .collect()
}

/// The inherent impls of a primitive type, which are in crates of the standard library.
pub(crate) fn inherent_impls_of_structure(
    tcx: TyCtxt<'_>,
    simplified: SimplifiedType,
) -> impl Iterator<Item = DefId> + '_ {
    // Only those crates may have any.
    let local = tcx.features().rustc_attrs().then_some(LOCAL_CRATE);
    let crates = tcx.crates(()).iter().copied().chain(local);
    crates.flat_map(move |krate| tcx.crate_incoherent_impls((krate, simplified)).iter().copied())
}

fn item_with_impls(ty: Ty<'_>) -> Option<DefId> {
    match ty.kind() {
        ty::Adt(adt, _) => Some(adt.did()),
        ty::Foreign(def_id) => Some(*def_id),
        ty::Dynamic(data, ..) => data.principal_def_id(),
        _ => None,
    }
}

/// The item that the self type of an impl is one of, without a look at its generic arguments.
fn item_of_written_ty<'tcx>(tcx: TyCtxt<'tcx>, mut hir_ty: &'tcx hir::Ty<'tcx>) -> Option<DefId> {
    // An alias may well stand for itself, which is reported elsewhere.
    for _ in 0..64 {
        match hir_ty.kind {
            hir::TyKind::Path(hir::QPath::Resolved(None, path)) => match path.res {
                Res::Def(
                    DefKind::Struct | DefKind::Enum | DefKind::Union | DefKind::ForeignTy,
                    def_id,
                ) => return Some(def_id),
                Res::Def(DefKind::TyAlias, alias) => match alias.as_local() {
                    Some(alias) => {
                        let hir::ItemKind::TyAlias(_, _, aliased) = tcx.hir_expect_item(alias).kind
                        else {
                            return None;
                        };
                        hir_ty = aliased;
                    }
                    None => return item_with_impls(tcx.type_of(alias).skip_binder()),
                },
                _ => return None,
            },
            hir::TyKind::TraitObject(bounds, _) => {
                return bounds.first()?.trait_ref.trait_def_id();
            }
            _ => return None,
        }
    }
    None
}

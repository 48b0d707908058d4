//! Associated types that a `dyn` type does not say.
//!
//! ```ignore (illustrative)
//! trait Source {
//!     type Item;
//!     type Row<'a>;
//!     fn next(&self) -> Self::Item;
//!     fn is_empty(&self) -> bool;
//! }
//! fn wait(s: &dyn Source); // `is_empty` can be called, and `next` can't
//! ```

use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, TyCtxt, elaborate};
use rustc_trait_selection::traits::DynCompatibilityViolation;

/// Whether a `dyn` type of the trait need not say what the associated type is.
///
/// Of a trait that is among the supertraits several times, each has to be said: which are left out must
/// not depend on whether their arguments are equal.
pub(super) fn may_be_left_out(tcx: TyCtxt<'_>, principal: DefId, item: DefId) -> bool {
    if !tcx.features().dyn_method_scope() || !tcx.associated_item(item).is_type() {
        return false;
    }
    let trait_ref = ty::Binder::dummy(ty::TraitRef::identity(tcx, principal));
    !tcx.generics_of(item).is_own_empty()
        || elaborate::supertraits(tcx, trait_ref)
            .filter(|trait_ref| trait_ref.def_id() == tcx.parent(item))
            .count()
            == 1
}

/// A generic associated type can't be said, in a crate that has the gate. For others, the trait is not
/// dyn-compatible.
pub(super) fn violation_of_said(tcx: TyCtxt<'_>, item: DefId) -> Option<DynCompatibilityViolation> {
    if !tcx.features().dyn_method_scope()
        || tcx.generics_of(item).is_own_empty()
        || tcx.generics_require_sized_self(item)
    {
        return None;
    }
    let span = tcx.def_ident_span(item).unwrap_or_else(|| tcx.def_span(item));
    Some(DynCompatibilityViolation::GenericAssocTy(tcx.item_name(item), span))
}

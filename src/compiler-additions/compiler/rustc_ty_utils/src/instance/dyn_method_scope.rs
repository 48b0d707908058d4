//! Methods of `dyn` types that do not implement their trait.
//!
//! ```ignore (illustrative)
//! trait Store {
//!     fn get(&self) -> u8;
//!     fn map<R>(&self) -> R; // can't be in a vtable
//! }
//! fn first(s: &dyn Store) -> u8 { s.get() } // calls what is in the first slot of `Store`
//! ```

use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, GenericArgsRef, Instance, TyCtxt, TypeVisitableExt};

/// What a method is if its self type is such a `dyn`, and `None` otherwise: `Some(None)` if it is not known
/// yet, or is not in the vtable. There is no impl to select.
pub(super) fn resolve<'tcx>(
    tcx: TyCtxt<'tcx>,
    item: DefId,
    trait_ref: ty::TraitRef<'tcx>,
    args: GenericArgsRef<'tcx>,
) -> Option<Option<Instance<'tcx>>> {
    tcx.incomplete_dyn_of_call(item, args)?;
    if trait_ref.has_non_region_infer() || trait_ref.has_non_region_param() {
        return Some(None);
    }
    let methods = tcx.own_existential_vtable_entries(trait_ref.def_id);
    let Some(index) = methods.iter().position(|&method| method == item) else { return Some(None) };
    let slot = tcx.first_method_vtable_slot(trait_ref) + index;
    Some(Some(Instance { def: ty::InstanceKind::Virtual(item, slot), args }))
}

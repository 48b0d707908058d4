//! Printing `dyn` types whose methods return futures, as the person would write them.

use super::*;
use crate::ty::dyn_futures::{is_promise, name_of_promise};

/// What to sort the associated items of a `dyn` type by.
pub(super) fn name_in_dyn(tcx: TyCtxt<'_>, item_def_id: DefId) -> Symbol {
    if is_promise(tcx, item_def_id) {
        name_of_promise(tcx, item_def_id)
    } else {
        tcx.item_name(item_def_id)
    }
}

/// Print `fetch(..): Send`, if that is what the existential projection states.
///
/// Returns `false`, with nothing printed, if it is one like `Item = u8`.
pub(super) fn print_promise<'tcx>(
    p: &mut impl PrettyPrinter<'tcx>,
    projection: ty::ExistentialProjection<'tcx>,
) -> Result<bool, PrintError> {
    let tcx = p.tcx();
    if !is_promise(tcx, projection.def_id) {
        return Ok(false);
    }
    write!(p, "{}", name_of_promise(tcx, projection.def_id))?;
    if tcx.features().return_type_notation() || !tcx.features().named_return_types() {
        write!(p, "(..)")?;
    }
    let mut auto_traits: Vec<_> = tcx.auto_traits_of_promise(projection).collect();
    auto_traits.sort_by_cached_key(|did| with_no_trimmed_paths!(tcx.def_path_str(*did)));
    for (i, auto_trait) in auto_traits.into_iter().enumerate() {
        write!(p, "{}", if i == 0 { ": " } else { " + " })?;
        p.print_def_path(auto_trait, &[])?;
    }
    Ok(true)
}

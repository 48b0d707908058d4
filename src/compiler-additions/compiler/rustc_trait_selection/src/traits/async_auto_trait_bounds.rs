//! Which functions of a trait an `async Send` beside it is about.

use rustc_hir::def_id::DefId;
use rustc_middle::ty::{AsyncBoundCoverage, TyCtxt, UncoveredByAsyncBound};

/// Whether `async Send` is about this function, which returns an `impl Trait`.
///
/// `where Self: Sized` is no obstacle for `for<'a> <DB as Database>::get<'a>: Send`. Without a
/// lifetime there is no binder, and such a bound is not well-formed where `Self` need not be
/// `Sized`, as in the supertraits of a trait. It has to mean the same there as elsewhere.
pub fn async_bound_covers(tcx: TyCtxt<'_>, fn_def_id: DefId) -> Result<(), UncoveredByAsyncBound> {
    match tcx.async_bound_coverage(fn_def_id) {
        AsyncBoundCoverage::Covered => Ok(()),
        AsyncBoundCoverage::WhereSelfSized
            if tcx.generics_of(fn_def_id).is_own_empty()
                && tcx.late_bound_vars_of_fn(fn_def_id).is_empty() =>
        {
            Err(UncoveredByAsyncBound::WhereClause)
        }
        AsyncBoundCoverage::WhereSelfSized => Ok(()),
        AsyncBoundCoverage::Not(why) => Err(why),
    }
}

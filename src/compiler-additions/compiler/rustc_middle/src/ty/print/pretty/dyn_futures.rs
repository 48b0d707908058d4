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

/// `()` for the `<dyn Fetch<Error = ()> as Fetch>::Error` in what a method of this `dyn` type returns:
/// the person has written what it is.
///
/// `assoc_ty` is the RPITIT that `term` is in a bound of. Others are left alone.
pub(super) fn settle_by_dyn<'tcx>(
    tcx: TyCtxt<'tcx>,
    assoc_ty: DefId,
    args: ty::GenericArgsRef<'tcx>,
    term: ty::Binder<'tcx, ty::Term<'tcx>>,
) -> ty::Binder<'tcx, ty::Term<'tcx>> {
    if !tcx.is_impl_trait_in_trait(assoc_ty)
        || !args.types().next().is_some_and(|self_ty| self_ty.is_trait())
    {
        return term;
    }
    term.fold_with(&mut ty::BottomUpFolder {
        tcx,
        ty_op: |ty| match *ty.kind() {
            ty::Alias(ty::Projection, alias) => match *alias.self_ty().kind() {
                ty::Dynamic(data, _) => data
                    .projection_bounds()
                    .find(|bound| bound.item_def_id() == alias.def_id)
                    .and_then(|bound| bound.no_bound_vars()?.term.as_type())
                    .unwrap_or(ty),
                _ => ty,
            },
            _ => ty,
        },
        lt_op: |lt| lt,
        ct_op: |ct| ct,
    })
}

//! Bounds on the type that a trait's function returns, as a person would write them.

use rustc_middle::ty::{self, TyCtxt, TypeVisitableExt};

/// Whether `for<'a> F::fetch<'a>: Send` can be written `F::fetch: Send`: its lifetimes are all of
/// those that the bound quantifies over, each in its place.
pub fn is_bound_for_all_lifetimes_of_name<'tcx>(
    tcx: TyCtxt<'tcx>,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> bool {
    let mut quantified = vec![];
    lifetimes_of_only_name_in_bound(tcx, bound).is_some_and(|lifetimes| {
        lifetimes.into_iter().all(|lifetime| match lifetime.kind() {
            ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), region) => {
                let is_new = !quantified.contains(&region.var);
                quantified.push(region.var);
                is_new
            }
            // Not captured, so it could be any.
            ty::ReErased => true,
            _ => false,
        })
    })
}

/// The bound to suggest for this one. The name, or the call, is then printed without lifetimes, so
/// that it is for all of them, and the bound needs no `for<…>` of its own.
pub(super) fn leave_out_lifetimes_of_name<'tcx>(
    tcx: TyCtxt<'tcx>,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> ty::PolyTraitPredicate<'tcx> {
    if lifetimes_of_only_name_in_bound(tcx, bound).is_some() {
        // Printing would name a lifetime that is still there.
        ty::Binder::dummy(
            tcx.instantiate_bound_regions_uncached(bound, |_| tcx.lifetimes.re_erased),
        )
    } else {
        bound
    }
}

/// Whether the subject of the bound can be written, if it is what a trait's function returns: by a
/// name, or `F::fetch(..)`.
pub(super) fn can_be_bounded<'tcx>(tcx: TyCtxt<'tcx>, bound: ty::PolyTraitPredicate<'tcx>) -> bool {
    let self_ty = bound.skip_binder().trait_ref.self_ty();
    let ty::Alias(ty::Projection, alias_ty) = *self_ty.kind() else { return true };
    let Some(ty::ImplTraitInTraitData::Trait { fn_def_id, .. }) =
        tcx.opt_rpitit_info(alias_ty.def_id)
    else {
        return true;
    };
    // It may be within another one, or have a parameter that is an anonymous `impl Trait`.
    let Some((_, name_args)) = tcx.return_type_name(alias_ty.def_id, alias_ty.args) else {
        return false;
    };
    tcx.assoc_type_of_returned_impl_trait(fn_def_id) == Some(alias_ty.def_id)
        // Nor has one within the trait's arguments, or those of another such name.
        && alias_ty.trait_ref(tcx).args.iter().all(|arg| {
            !arg.has_escaping_bound_vars()
                && !arg.has_infer()
                && !arg.has_erased_regions()
                && !arg.walk().any(|arg| match arg.as_type().map(|ty| *ty.kind()) {
                    Some(ty::Alias(ty::Projection, within)) => {
                        tcx.is_impl_trait_in_trait(within.def_id)
                    }
                    _ => false,
                })
        })
        // A lifetime within those has no name outside of the body.
        && !name_args.iter().any(|arg| {
            arg.as_region().is_none()
                && (arg.has_escaping_bound_vars() || arg.has_infer() || arg.has_erased_regions())
        })
}

/// The lifetimes of the name that is the subject of the bound, if its binder is not for anything
/// else in the bound.
fn lifetimes_of_only_name_in_bound<'tcx>(
    tcx: TyCtxt<'tcx>,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> Option<Vec<ty::Region<'tcx>>> {
    let trait_ref = bound.skip_binder().trait_ref;
    let ty::Alias(ty::Projection, alias_ty) = *trait_ref.self_ty().kind() else { return None };
    let (_, name_args) = tcx.return_type_name(alias_ty.def_id, alias_ty.args)?;
    let uses_binder = |arg: &ty::GenericArg<'tcx>| arg.has_escaping_bound_vars();
    if alias_ty.trait_ref(tcx).args.iter().any(|arg| uses_binder(&arg))
        || trait_ref.args[1..].iter().any(uses_binder)
        || name_args.iter().any(|arg| arg.as_region().is_none() && uses_binder(arg))
    {
        return None;
    }
    Some(name_args.into_iter().filter_map(|arg| arg.as_region()).collect())
}

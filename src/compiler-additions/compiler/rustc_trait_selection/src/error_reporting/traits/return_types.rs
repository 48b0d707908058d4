//! Bounds on the type that a trait's function returns, as a person would write them.

use rustc_middle::ty::{self, TyCtxt, TypeVisitableExt};

/// Whether `for<'a> F::fetch<'a>: Send` can be written `F::fetch: Send`: its lifetimes are all of
/// those that the bound quantifies over, each in its place.
pub fn is_bound_for_all_lifetimes_of_name<'tcx>(
    tcx: TyCtxt<'tcx>,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> bool {
    let trait_ref = bound.skip_binder().trait_ref;
    let ty::Alias(ty::Projection, alias_ty) = *trait_ref.self_ty().kind() else { return false };
    let Some((_, name_args)) = tcx.return_type_name(alias_ty.def_id, alias_ty.args) else {
        return false;
    };
    let mut quantified = vec![];
    for arg in name_args {
        match arg.as_region().map(|region| region.kind()) {
            Some(ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), region))
                if !quantified.contains(&region.var) =>
            {
                quantified.push(region.var)
            }
            // Not captured, so it could be any.
            Some(ty::ReErased) => {}
            Some(_) => return false,
            None if arg.has_escaping_bound_vars() => return false,
            None => {}
        }
    }
    !alias_ty.trait_ref(tcx).has_escaping_bound_vars()
        && !trait_ref.args[1..].iter().any(|arg| arg.has_escaping_bound_vars())
}

/// The bound without its `for<…>`, where its lifetimes are left out when it is printed as a
/// suggestion.
pub(super) fn leave_out_lifetimes_of_name<'tcx>(
    tcx: TyCtxt<'tcx>,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> ty::PolyTraitPredicate<'tcx> {
    if tcx.features().named_return_types()
        && !tcx.features().return_type_notation()
        && is_bound_for_all_lifetimes_of_name(tcx, bound)
    {
        ty::Binder::bind_with_vars(bound.skip_binder(), ty::List::empty())
    } else {
        bound
    }
}

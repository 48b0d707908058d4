//! Bounds on the type that a trait's function returns, as a person would write them.

use rustc_errors::{Diag, EmissionGuarantee};
use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_middle::ty::print::with_types_for_suggestion;
use rustc_middle::ty::{self, IsSuggestable, Ty, TyCtxt, TypeVisitableExt, Upcast};
use rustc_span::def_id::LocalDefId;

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
    if lifetimes_of_only_name_in_bound(tcx, bound).is_none() {
        return bound;
    }
    // Printing would name a lifetime that is still there.
    let mut bound = tcx.instantiate_bound_regions_uncached(bound, |_| tcx.lifetimes.re_erased);
    let ty::Alias(ty::Projection, alias) = *bound.self_ty().kind() else { unreachable!() };
    // But within a type, and as an argument of the trait, it needs a name: `for<'a> D::put::<&'a str>: Send`,
    // `for<'a> <D as Db<'a>>::put: Send`.
    let of_trait = tcx.generics_of(tcx.parent(alias.def_id)).count();
    let mut vars = vec![];
    let args =
        tcx.mk_args_from_iter(alias.args.iter().enumerate().map(|(i, arg)| match arg.kind() {
            ty::GenericArgKind::Lifetime(_) if i >= of_trait => arg,
            _ => ty::fold_regions(tcx, arg, |region, depth| match region.kind() {
                ty::ReErased | ty::RePlaceholder(_) | ty::ReVar(_) => {
                    let var = ty::BoundVar::from_usize(vars.len());
                    let kind = ty::BoundRegionKind::Anon;
                    vars.push(ty::BoundVariableKind::Region(kind));
                    ty::Region::new_bound(tcx, depth, ty::BoundRegion { var, kind })
                }
                _ => region,
            }),
        }));
    let self_ty = Ty::new_projection_from_args(tcx, alias.def_id, args);
    bound.trait_ref = bound.trait_ref.with_replaced_self_ty(tcx, self_ty);
    ty::Binder::bind_with_vars(bound, tcx.mk_bound_variable_kinds(&vars))
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
        && !name_args.iter().any(|arg| {
            arg.as_region().is_none()
                && (arg.has_escaping_bound_vars() || arg.has_non_region_infer())
        })
}

/// Where a missing bound can be written.
pub(super) enum PlaceOfBound {
    /// On this item.
    Here,
    OnParent,
    /// On the trait's own method, and only then here.
    InTrait,
}

/// Where a bound on what a trait's function returns can be written, if not on `item`: a method of an
/// impl must not ask for more than its trait (E0276), so the impl has to.
pub(super) fn place_of_bound<'tcx>(
    tcx: TyCtxt<'tcx>,
    item: LocalDefId,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> PlaceOfBound {
    // A where-clause of a method takes it out of the trait's own `async Send`.
    if bound.skip_binder().self_ty() == tcx.types.self_param
        && tcx.def_kind(item) == DefKind::AssocFn
        && let parent = tcx.local_parent(item)
        && tcx.def_kind(parent) == DefKind::Trait
        && tcx.async_bounds_of_own_trait(parent).next().is_some()
    {
        return PlaceOfBound::OnParent;
    }
    if !is_bound_on_returned(tcx, bound)
        || tcx.def_kind(item) != DefKind::AssocFn
        || tcx.trait_impl_of_assoc(item.to_def_id()).is_none()
    {
        return PlaceOfBound::Here;
    }
    // The impl has no name for the method's own parameters.
    let of_impl = tcx.generics_of(item).parent_count;
    let is_own_param = |arg: ty::GenericArg<'tcx>| match arg.kind() {
        ty::GenericArgKind::Lifetime(_) => false,
        ty::GenericArgKind::Type(ty) => {
            matches!(ty.kind(), ty::Param(param) if param.index as usize >= of_impl)
        }
        ty::GenericArgKind::Const(ct) => {
            matches!(ct.kind(), ty::ConstKind::Param(param) if param.index as usize >= of_impl)
        }
    };
    let args = bound.skip_binder().trait_ref.args;
    if args.iter().any(|arg| arg.walk().any(is_own_param)) {
        PlaceOfBound::InTrait
    } else {
        PlaceOfBound::OnParent
    }
}

/// Say that a method of an impl lacks a bound that has to be in the trait.
pub(super) fn help_with_bound_in_trait<'tcx, G: EmissionGuarantee>(
    tcx: TyCtxt<'tcx>,
    impl_m: LocalDefId,
    err: &mut Diag<'_, G>,
    bound: ty::PolyTraitPredicate<'tcx>,
) {
    if (tcx.features().named_return_types() || tcx.features().return_type_notation())
        && can_be_bounded(tcx, bound)
        && bound.is_suggestable(tcx, false)
    {
        let name = tcx.item_name(impl_m);
        let bound: ty::Predicate<'tcx> = leave_out_lifetimes_of_name(tcx, bound).upcast(tcx);
        err.help(with_types_for_suggestion!(format!(
            "an impl can't ask for more than its trait: `{bound}` would have to be a bound of `{name}` in \
             the trait"
        )));
    }
}

/// Where a macro has written the where-clauses, as `#[async_trait]` does, say which one is missing.
pub(super) fn help_with_bound_in_expansion<'tcx, G: EmissionGuarantee>(
    tcx: TyCtxt<'tcx>,
    generics: &hir::Generics<'tcx>,
    err: &mut Diag<'_, G>,
    bound: ty::PolyTraitPredicate<'tcx>,
) {
    if generics.where_clause_span.from_expansion()
        && is_bound_on_returned(tcx, bound)
        && (tcx.features().named_return_types() || tcx.features().return_type_notation())
        && can_be_bounded(tcx, bound)
        && bound.is_suggestable(tcx, false)
    {
        let bound: ty::Predicate<'tcx> = leave_out_lifetimes_of_name(tcx, bound).upcast(tcx);
        err.help(with_types_for_suggestion!(format!("consider a where-clause `{bound}`")));
    }
}

/// Whether the subject of a bound is what a trait's function returns.
fn is_bound_on_returned<'tcx>(tcx: TyCtxt<'tcx>, bound: ty::PolyTraitPredicate<'tcx>) -> bool {
    matches!(
        *bound.skip_binder().self_ty().kind(),
        ty::Alias(ty::Projection, alias) if tcx.is_impl_trait_in_trait(alias.def_id)
    )
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

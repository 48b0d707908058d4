//! Names of the types that functions of traits return: `F::fetch<'a>`.
//!
//! Where rustdoc cleans HIR, such a name is a path like any other. This is for where it cleans
//! types, of items that it inlines from another crate, say.

use rustc_data_structures::thin_vec::ThinVec;
use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, Ty};
use rustc_trait_selection::error_reporting::traits::is_bound_for_all_lifetimes_of_name;

use super::{
    GenericArg, GenericArgs, Lifetime, PathSegment, QPathData, Type, WherePredicate,
    clean_middle_const, clean_middle_opaque_bounds, clean_middle_region, clean_middle_ty,
    clean_poly_trait_ref_with_constraints, clean_trait_ref_with_constraints,
    should_fully_qualify_path,
};
use crate::core::DocContext;

/// Clean the RPITIT `alias_ty`: by its name if it has one, and as `impl Trait` otherwise.
pub(super) fn clean_returned_impl_trait<'tcx>(
    cx: &mut DocContext<'tcx>,
    alias_ty: ty::Binder<'tcx, ty::AliasTy<'tcx>>,
) -> Type {
    let ty::AliasTy { def_id: assoc_ty, args, .. } = alias_ty.skip_binder();
    match cx.tcx.return_type_name(assoc_ty, args) {
        Some((fn_def_id, name_args)) => clean_name(cx, alias_ty, fn_def_id, name_args),
        None => clean_middle_opaque_bounds(cx, assoc_ty, args),
    }
}

fn clean_name<'tcx>(
    cx: &mut DocContext<'tcx>,
    alias_ty: ty::Binder<'tcx, ty::AliasTy<'tcx>>,
    fn_def_id: DefId,
    name_args: Vec<ty::GenericArg<'tcx>>,
) -> Type {
    let args = alias_ty.skip_binder().args;

    let trait_def_id = cx.tcx.parent(fn_def_id);
    let trait_ref = ty::TraitRef::from_assoc(cx.tcx, trait_def_id, args);
    let trait_ = clean_trait_ref_with_constraints(cx, alias_ty.rebind(trait_ref), ThinVec::new());
    let self_type = clean_middle_ty(alias_ty.rebind(trait_ref.self_ty()), cx, None, None);
    Type::QPath(Box::new(QPathData {
        assoc: PathSegment {
            name: cx.tcx.item_name(fn_def_id),
            args: GenericArgs::AngleBracketed {
                args: name_args
                    .into_iter()
                    .map(|arg| match arg.kind() {
                        ty::GenericArgKind::Lifetime(region) => GenericArg::Lifetime(
                            clean_middle_region(region, cx).unwrap_or(Lifetime::elided()),
                        ),
                        ty::GenericArgKind::Type(ty) => {
                            GenericArg::Type(clean_middle_ty(alias_ty.rebind(ty), cx, None, None))
                        }
                        ty::GenericArgKind::Const(ct) => {
                            GenericArg::Const(Box::new(clean_middle_const(alias_ty.rebind(ct), cx)))
                        }
                    })
                    .collect(),
                constraints: ThinVec::new(),
            },
        },
        should_fully_qualify: should_fully_qualify_path(
            self_type.def_id(&cx.cache),
            &trait_,
            &self_type,
        ),
        self_type,
        trait_: Some(trait_),
    }))
}

/// Clean what a function returns, if that is the function's own `impl Trait`, which is not to be
/// shown by its name there.
pub(super) fn clean_own_impl_trait<'tcx>(
    cx: &mut DocContext<'tcx>,
    fn_def_id: Option<DefId>,
    output: ty::Binder<'tcx, Ty<'tcx>>,
) -> Option<Type> {
    match *output.skip_binder().kind() {
        ty::Alias(ty::Projection, alias_ty)
            if cx.tcx.is_returned_by(alias_ty.def_id, fn_def_id?) =>
        {
            Some(clean_middle_opaque_bounds(cx, alias_ty.def_id, alias_ty.args))
        }
        _ => None,
    }
}

/// Clean the subject of a bound.
///
/// Here, an RPITIT may also be from return type notation, which upstream shows as `impl Trait`.
pub(super) fn clean_subject_of_bound<'tcx>(
    cx: &mut DocContext<'tcx>,
    subject: ty::Binder<'tcx, Ty<'tcx>>,
) -> Type {
    match *subject.skip_binder().kind() {
        ty::Alias(ty::Projection, alias_ty)
            if !cx.tcx.features().named_return_types()
                && cx.tcx.is_impl_trait_in_trait(alias_ty.def_id) =>
        {
            clean_middle_opaque_bounds(cx, alias_ty.def_id, alias_ty.args)
        }
        _ => clean_middle_ty(subject, cx, None, None),
    }
}

/// Clean `for<'a> F::fetch<'a>: Send` as the `F::fetch: Send` that it says.
pub(super) fn clean_bound_for_all_lifetimes<'tcx>(
    cx: &mut DocContext<'tcx>,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> Option<WherePredicate> {
    let trait_ref = bound.map_bound(|bound| bound.trait_ref);
    let ty::Alias(ty::Projection, alias_ty) = *trait_ref.skip_binder().self_ty().kind() else {
        return None;
    };
    if !cx.tcx.features().named_return_types() || !is_bound_for_all_lifetimes_of_name(cx.tcx, bound)
    {
        return None;
    }
    let (fn_def_id, mut name_args) = cx.tcx.return_type_name(alias_ty.def_id, alias_ty.args)?;
    name_args.retain(|arg| arg.as_region().is_none());
    let unquantified = ty::Binder::bind_with_vars(trait_ref.skip_binder(), ty::List::empty());
    Some(WherePredicate::BoundPredicate {
        ty: clean_name(cx, unquantified.rebind(alias_ty), fn_def_id, name_args),
        bounds: vec![clean_poly_trait_ref_with_constraints(cx, unquantified, ThinVec::new())],
        bound_params: Vec::new(),
    })
}

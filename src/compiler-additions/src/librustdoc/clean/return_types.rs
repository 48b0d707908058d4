//! Types that stand for what a function returns: names, `F::fetch<'a>`, and calls, `f(A)`.
//!
//! Where rustdoc cleans HIR, a name is a path like any other, and a call is shown as it is written.
//! The rest is for where rustdoc cleans types, of items that it inlines from another crate, say.
//! There, a call has become the type that it returns.

use rustc_data_structures::fx::FxIndexMap;
use rustc_data_structures::thin_vec::ThinVec;
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::DefId;
use rustc_hir_analysis::lower_ty;
use rustc_middle::ty::dyn_futures::name_of_returning_fn;
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::Symbol;
use rustc_trait_selection::error_reporting::traits::is_bound_for_all_lifetimes_of_name;

use super::{
    AssocItemConstraint, AssocItemConstraintKind, GenericArg, GenericArgs, GenericBound, Lifetime,
    Path, PathSegment, PolyTrait, QPathData, Type, WherePredicate, clean_const, clean_generic_arg,
    clean_middle_const, clean_middle_opaque_bounds, clean_middle_region, clean_middle_ty,
    clean_path, clean_path_segment, clean_poly_trait_ref_with_constraints,
    clean_trait_ref_with_constraints, clean_ty, register_res, should_fully_qualify_path,
};
use crate::core::DocContext;

/// Clean a call in type position.
///
/// `None` if it is something else.
pub(super) fn clean_call_in_type<'tcx>(
    cx: &mut DocContext<'tcx>,
    hir_ty: &hir::Ty<'tcx>,
) -> Option<Type> {
    let hir::TyKind::Path(qpath) = &hir_ty.kind else { return None };
    let is_call = |segment: &hir::PathSegment<'tcx>| segment.args().is_return_type_notation();
    match qpath {
        hir::QPath::Resolved(self_ty, path) => {
            let (last, others) = path.segments.split_last()?;
            if !is_call(last) || path.res == Res::Err {
                return None;
            }
            let Some(self_ty) = self_ty else {
                let path = clean_path(path, cx);
                register_res(cx, path.res);
                return Some(Type::Path { path });
            };
            let trait_ = Path {
                res: Res::Def(DefKind::Trait, cx.tcx.parent(path.res.def_id())),
                segments: others.iter().map(|segment| clean_path_segment(segment, cx)).collect(),
            };
            register_res(cx, trait_.res);
            Some(Type::QPath(Box::new(QPathData {
                assoc: clean_path_segment(last, cx),
                should_fully_qualify: true,
                self_type: clean_ty(self_ty, cx),
                trait_: Some(trait_),
            })))
        }
        hir::QPath::TypeRelative(self_ty, segment) if is_call(segment) => {
            // For a link to the method.
            let trait_ = match *lower_ty(cx.tcx, hir_ty).kind() {
                ty::Alias(ty::Projection, alias_ty)
                    if cx.tcx.is_impl_trait_in_trait(alias_ty.def_id) =>
                {
                    let def_id = cx.tcx.parent(alias_ty.def_id);
                    let name = cx.tcx.item_name(def_id);
                    let (args, constraints) = (ThinVec::new(), ThinVec::new());
                    let args = GenericArgs::AngleBracketed { args, constraints };
                    let res = Res::Def(DefKind::Trait, def_id);
                    register_res(cx, res);
                    Some(Path { res, segments: [PathSegment { name, args }].into_iter().collect() })
                }
                _ => None,
            };
            Some(Type::QPath(Box::new(QPathData {
                assoc: clean_path_segment(segment, cx),
                should_fully_qualify: false,
                self_type: clean_ty(self_ty, cx),
                trait_,
            })))
        }
        hir::QPath::TypeRelative(..) => None,
    }
}

/// The `::<T>` of a call in type position, empty if there is none.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub(crate) struct Turbofish {
    pub(crate) args: ThinVec<GenericArg>,
    /// What is within the angle brackets, for a format that has no place for the arguments.
    written: String,
}

/// Clean the arguments of a call, `::<T>(A)` or `(..)`.
pub(super) fn clean_args_of_call<'tcx>(
    cx: &mut DocContext<'tcx>,
    args: &hir::GenericArgs<'tcx>,
) -> GenericArgs {
    let (turbofish, inputs) = args.return_type_notation_args();
    let written = turbofish.iter().map(|arg| match arg {
        hir::GenericArg::Lifetime(lifetime) => lifetime.ident.to_string(),
        hir::GenericArg::Type(ty) => rustc_hir_pretty::ty_to_string(&cx.tcx, ty.as_unambig_ty()),
        hir::GenericArg::Const(ct) => clean_const(ct.as_unambig_ct()).expr(cx.tcx),
        hir::GenericArg::Infer(_) => "_".to_string(),
    });
    let written = written.collect::<Vec<_>>().join(", ");
    let args = turbofish.iter().map(|arg| clean_generic_arg(arg, cx)).collect();
    GenericArgs::ReturnTypeNotation {
        turbofish: Box::new(Turbofish { args, written }),
        inputs: inputs.map(|inputs| inputs.iter().map(|ty| clean_ty(ty, cx)).collect()),
    }
}

impl GenericArgs {
    /// The name of a function together with the turbofish of its call, for a format that has no place
    /// for both a turbofish and the arguments.
    pub(crate) fn name_with_turbofish(&self, name: String) -> String {
        match self {
            GenericArgs::ReturnTypeNotation { turbofish, .. } if !turbofish.written.is_empty() => {
                format!("{name}::<{}>", turbofish.written)
            }
            _ => name,
        }
    }
}

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

/// Clean `for<'a> F::fetch<'a>: Send` as the `F::fetch: Send` that it says, or as `F::fetch(..): Send`
/// in a crate that can't write names.
pub(super) fn clean_bound_for_all_lifetimes<'tcx>(
    cx: &mut DocContext<'tcx>,
    bound: ty::PolyTraitPredicate<'tcx>,
) -> Option<WherePredicate> {
    let tcx = cx.tcx;
    let ty::Alias(ty::Projection, _) = bound.skip_binder().self_ty().kind() else { return None };
    let has_names = tcx.features().named_return_types();
    if !is_bound_for_all_lifetimes_of_name(tcx, bound) {
        return None;
    }
    let trait_ref = bound.map_bound(|bound| bound.trait_ref);
    let trait_ref = tcx.instantiate_bound_regions_uncached(trait_ref, |_| tcx.lifetimes.re_erased);
    let &ty::Alias(ty::Projection, alias_ty) = trait_ref.self_ty().kind() else { return None };
    let (fn_def_id, mut name_args) = tcx.return_type_name(alias_ty.def_id, alias_ty.args)?;
    name_args.retain(|arg| arg.as_region().is_none());
    let written = name_args.iter().map(|arg| arg.to_string()).collect::<Vec<_>>().join(", ");
    let mut ty = clean_name(cx, ty::Binder::dummy(alias_ty), fn_def_id, name_args);
    if !has_names
        && let Type::QPath(path) = &mut ty
        && let GenericArgs::AngleBracketed { args, .. } = &mut path.assoc.args
    {
        let turbofish = Box::new(Turbofish { args: std::mem::take(args), written });
        path.assoc.args = GenericArgs::ReturnTypeNotation { turbofish, inputs: None };
    }
    let trait_ref = ty::Binder::dummy(trait_ref);
    Some(WherePredicate::BoundPredicate {
        ty,
        bounds: vec![clean_poly_trait_ref_with_constraints(cx, trait_ref, ThinVec::new())],
        bound_params: Vec::new(),
    })
}

/// Clean `fetch(..): Send` in `dyn Fetch<fetch(..): Send>`, with all auto traits of a method.
pub(super) fn clean_promises_of_methods<'tcx>(
    cx: &mut DocContext<'tcx>,
    predicates: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
) -> Vec<AssocItemConstraint> {
    let tcx = cx.tcx;
    let mut methods = FxIndexMap::<_, Vec<_>>::default();
    for promise in predicates.promises() {
        if tcx.is_impl_trait_in_trait(promise.def_id()) {
            let promise = promise.skip_binder();
            methods.entry((promise.def_id, promise.args)).or_default().push(promise.auto_trait);
        }
    }
    methods
        .into_iter()
        .map(|((def_id, _), auto_traits)| {
            let args = GenericArgs::ReturnTypeNotation { turbofish: Box::default(), inputs: None };
            let bounds = auto_traits.into_iter().map(|auto_trait| {
                if tcx.is_lang_item(auto_trait, LangItem::MetaSized) {
                    return GenericBound::maybe_sized(cx);
                }
                let dummy_self = tcx.types.trait_object_dummy_self;
                let trait_ref = ty::Binder::dummy(ty::TraitRef::new(tcx, auto_trait, [dummy_self]));
                clean_poly_trait_ref_with_constraints(cx, trait_ref, ThinVec::new())
            });
            AssocItemConstraint {
                kind: AssocItemConstraintKind::Bound { bounds: bounds.collect() },
                assoc: PathSegment { name: name_of_returning_fn(tcx, def_id), args },
            }
        })
        .collect()
}

/// `async ?Sized`, if all futures of a `dyn` type are without a size.
pub(super) fn unsized_futures<'tcx>(
    cx: &mut DocContext<'tcx>,
    of_all_futures: &[DefId],
) -> Option<PolyTrait> {
    let is_unsized = |&def_id| cx.tcx.is_lang_item(def_id, LangItem::MetaSized);
    if !of_all_futures.iter().any(is_unsized) {
        return None;
    }
    let GenericBound::TraitBound(mut bound, _) = GenericBound::maybe_sized(cx) else { return None };
    bound.is_async = true;
    // A bound of a `dyn` type has no polarity.
    let segment = bound.trait_.segments.last_mut()?;
    segment.name = Symbol::intern(&format!("?{}", segment.name));
    Some(bound)
}

/// The auto traits that a `dyn` type promises of all its futures, `async Send`.
pub(super) fn promised_of_all_futures<'tcx>(
    tcx: TyCtxt<'tcx>,
    predicates: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
) -> Vec<DefId> {
    predicates
        .promises()
        .filter(|promise| !tcx.is_impl_trait_in_trait(promise.def_id()))
        .map(|promise| promise.skip_binder().auto_trait)
        .collect()
}

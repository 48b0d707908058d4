//! Lowering of types that stand for what a function returns: names, and calls in type position.
//!
//! ```ignore (illustrative)
//! trait Fetch {
//!     async fn fetch(&mut self, id: u32) -> Data;
//! }
//! struct Pending<'a, F: Fetch + 'a> {
//!     inner: F::fetch<'a>, // this
//! }
//! ```
//!
//! Both are a return type with its generic arguments given: take the function's signature, put
//! the arguments in, take its output. For a name that is the projection to the associated type that
//! rustc has created for the `impl Trait` in the signature (see `rustc_middle::ty::return_types`).
//! It is exactly what a call would have, so nothing after type lowering has to know about either.
//!
//! Only where the arguments come from differs:
//!
//! * `F::fetch<'a>`: from the path. The lifetimes are all of the function's, early- and late-bound
//!   alike: first the declared ones, then the elided ones in order of appearance.
//! * `F::fetch: Send`, `F: Fetch<fetch: Send>`: the lifetimes are left out because the subject of a
//!   bound is quantified over them. `resolve_bound_vars::return_types` has added them to the binder
//!   of the bound.
//! * `F::fetch(..): Send`: likewise.
//! * `F::fetch(&'a mut F, u32)`, `f::<T>()`: from the types of the call's arguments, or a turbofish.
//!   See [`calls`].
//!
//! An associated type of the same name takes precedence: names of functions are looked at only
//! where type lowering would otherwise give up.

mod arguments;
mod calls;
mod constraints;
mod errors;
mod inherent_impls;
mod own_signature;
mod refused_calls;
mod suggestions;
mod value_calls;

use rustc_data_structures::fx::FxIndexMap;
use rustc_errors::ErrorGuaranteed;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::DefId;
use rustc_hir::{self as hir, GenericArg};
use rustc_middle::bug;
use rustc_middle::ty::print::PrintPolyTraitRefExt as _;
use rustc_middle::ty::{
    self, GenericArgsRef, GenericParamDef, GenericParamDefKind, Ty, TyCtxt, TypeVisitableExt,
    fold_regions,
};
use rustc_session::parse::feature_err;
use rustc_span::{Ident, Span, Symbol, sym};
use tracing::{debug, instrument};

use self::arguments::SettledArgs;
pub(super) use self::calls::is_call_in_type;
pub use self::calls::{CallInType, CallInput};
pub(crate) use self::inherent_impls::{inherent_impls_of_item, inherent_impls_of_structure};
use self::own_signature::ReturnsImplTraitOf;
use super::errors::prohibit_assoc_item_constraint;
use super::generics::{check_generic_arg_count, generic_arg_mismatch_err};
use super::{
    AssocItemQSelf, GenericArgPosition, HirTyLowerer, OverlappingAsssocItemConstraints,
    PredicateFilter, RegionInferReason,
};
use crate::collect::ItemCtxt;

/// Where the lifetimes of a named return type come from.
#[derive(Clone, Copy, Debug)]
pub(super) enum ReturnTypeLifetimes {
    /// They are written: `F::fetch<'a>`.
    Written,
    /// They are left out, and bound by the bound that the name is the subject of, whose binder has
    /// them from `first_var` on: `F::fetch: Send`.
    BoundFrom { first_var: usize },
}

impl<'tcx> dyn HirTyLowerer<'tcx> + '_ {
    /// Find the trait that offers a function of this name, after no trait has turned out to offer
    /// an associated type of this name.
    ///
    /// `None` leaves it to the caller to report that there is no such associated type.
    pub(super) fn probe_single_bound_for_return_type_name<I>(
        &self,
        all_candidates: impl Fn() -> I,
        qself: &AssocItemQSelf,
        assoc_tag: ty::AssocTag,
        ident: Ident,
        span: Span,
    ) -> Option<Result<ty::PolyTraitRef<'tcx>, ErrorGuaranteed>>
    where
        I: Iterator<Item = ty::PolyTraitRef<'tcx>>,
    {
        if assoc_tag != ty::AssocTag::Type {
            return None;
        }

        let tcx = self.tcx();
        let functions: FxIndexMap<_, _> = all_candidates()
            .filter_map(|bound| {
                let function = fn_of_trait(tcx, bound.def_id(), ident)?;
                Some((bound, function))
            })
            .collect();
        let mut named = functions
            .iter()
            .filter(|&(_, &function)| tcx.assoc_type_of_returned_impl_trait(function).is_some());

        let Some((&bound, _)) = named.next() else {
            // A function without such a type: with the feature, that deserves an explanation.
            let (&bound, _) = functions.first()?;
            return tcx.features().named_return_types().then_some(Ok(bound));
        };
        let others: Vec<_> = named.collect();
        // Without the feature, it is the gate that there is to report.
        if others.is_empty() || !tcx.features().named_return_types() {
            return Some(Ok(bound));
        }

        // In `F: Sub<fetch: Send>`, there is no path that could be qualified.
        let is_constraint = matches!(qself, AssocItemQSelf::Trait(_));
        let self_ty = if is_constraint { "_".to_string() } else { qself.to_string(tcx) };
        let candidates = [(&bound, &functions[&bound])]
            .into_iter()
            .chain(others)
            .map(|(bound, &function)| errors::AmbiguousReturnTypeNameCandidate {
                fn_span: tcx.def_span(function),
                bound: bound.print_trait_sugared().to_string(),
                path_span: (!is_constraint).then(|| span.with_hi(ident.span.lo())),
                path: format!("<{self_ty} as {}>::", bound.print_only_trait_path()),
            })
            .collect();
        Some(Err(self.dcx().emit_err(errors::AmbiguousReturnTypeName {
            span,
            ident,
            qself: qself.to_string(tcx),
            candidates,
        })))
    }

    /// Lower the last segment of a path to an associated item of a trait, which is the item's own
    /// name and generic arguments.
    ///
    /// Where the item is a function, the path is in type position and so names the type that the
    /// function returns.
    pub fn lower_assoc_item_segment(
        &self,
        span: Span,
        item_def_id: DefId,
        item_segment: &hir::PathSegment<'tcx>,
        trait_args: GenericArgsRef<'tcx>,
    ) -> Result<(DefId, GenericArgsRef<'tcx>), ErrorGuaranteed> {
        if let DefKind::AssocFn = self.tcx().def_kind(item_def_id) {
            let alias_ty = self.lower_return_type_name(
                span,
                item_def_id,
                item_segment,
                trait_args,
                ReturnTypeLifetimes::Written,
            )?;
            return Ok((alias_ty.def_id, alias_ty.args));
        }

        let item_args =
            self.lower_generic_args_of_assoc_item(span, item_def_id, item_segment, trait_args);
        Ok((item_def_id, item_args))
    }

    /// Lower the subject of a bound, if it is a name or a call of which something may be left out
    /// only there.
    pub(super) fn try_lower_return_type_in_bound(
        &self,
        hir_ty: &hir::Ty<'tcx>,
    ) -> Option<Ty<'tcx>> {
        self.try_lower_call_in_bound(hir_ty)
            .or_else(|| self.try_lower_return_type_name_in_bound(hir_ty))
    }

    /// Lower `F::fetch` or `<F as Fetch>::fetch` where it is the subject of a bound, and its
    /// lifetimes may be left out.
    ///
    /// `None` if it is not such a name.
    fn try_lower_return_type_name_in_bound(&self, hir_ty: &hir::Ty<'tcx>) -> Option<Ty<'tcx>> {
        let tcx = self.tcx();
        let hir::TyKind::Path(qpath) = hir_ty.kind else { return None };
        let segment = match qpath {
            hir::QPath::Resolved(_, path) => path.segments.last()?,
            hir::QPath::TypeRelative(_, segment) => segment,
        };

        // `resolve_bound_vars` leaves the variables that the bound has of itself on the segment of
        // each name that it has added lifetimes for.
        let written_vars =
            tcx.late_bound_vars_map(segment.hir_id.owner).get(&segment.hir_id.local_id)?.len();

        let (fn_def_id, bound) = match qpath {
            hir::QPath::Resolved(self_ty, path) => {
                let [modules @ .., trait_segment, _] = path.segments else { return None };
                let Res::Def(DefKind::AssocFn, fn_def_id) = path.res else {
                    return None;
                };
                let _ = self.prohibit_generic_args(
                    modules.iter(),
                    super::errors::GenericsArgsErrExtend::None,
                );
                let trait_ref = self.lower_mono_trait_ref(
                    hir_ty.span,
                    tcx.parent(fn_def_id),
                    self.lower_ty(self_ty?),
                    trait_segment,
                    false,
                );
                (fn_def_id, Ok(trait_ref))
            }
            hir::QPath::TypeRelative(hir_self_ty, segment) => {
                let self_ty = self.lower_ty(hir_self_ty);
                match self.resolve_type_relative_path(
                    self_ty,
                    hir_self_ty,
                    ty::AssocTag::Type,
                    segment,
                    hir_ty.hir_id,
                    hir_ty.span,
                    None,
                ) {
                    Ok((fn_def_id, bound)) => (
                        fn_def_id,
                        bound.no_bound_vars().ok_or_else(|| {
                            self.report_return_type_of_higher_ranked_bound(
                                hir_ty.span,
                                segment,
                                fn_def_id,
                                bound,
                            )
                        }),
                    ),
                    Err(guar) => return Some(Ty::new_error(tcx, guar)),
                }
            }
        };

        let alias_ty = bound.and_then(|trait_ref| {
            self.lower_return_type_name(
                hir_ty.span,
                fn_def_id,
                segment,
                trait_ref.args,
                ReturnTypeLifetimes::BoundFrom { first_var: written_vars },
            )
        });
        Some(match alias_ty {
            Ok(alias_ty) => Ty::new_alias(tcx, ty::Projection, alias_ty),
            Err(guar) => Ty::new_error(tcx, guar),
        })
    }

    /// The type that the trait's function `fn_def_id` returns when it is called with `trait_args`
    /// and the generic arguments of `segment`, which is the function's own name.
    #[instrument(level = "debug", skip(self, span, segment), ret)]
    fn lower_return_type_name(
        &self,
        span: Span,
        fn_def_id: DefId,
        segment: &hir::PathSegment<'tcx>,
        trait_args: GenericArgsRef<'tcx>,
        lifetimes: ReturnTypeLifetimes,
    ) -> Result<ty::AliasTy<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx();
        self.check_return_type_has_name(span, fn_def_id, segment, trait_args)?;
        self.check_not_return_type_of_own_signature(span, fn_def_id, segment.ident, trait_args)?;

        let params = return_type_params(tcx, fn_def_id, lifetimes);
        check_generic_arg_count(self, fn_def_id, segment, &params, GenericArgPosition::Type, false)
            .correct
            .map_err(|mismatch| mismatch.reported)?;
        if let Some(constraint) = segment.args().constraints.first() {
            return Err(prohibit_assoc_item_constraint(
                self,
                constraint,
                Some((fn_def_id, segment, span)),
            ));
        }

        let mut settled = SettledArgs::new(tcx, fn_def_id, trait_args.iter().map(Some));
        if let ReturnTypeLifetimes::BoundFrom { first_var } = lifetimes {
            calls::settle_lifetimes_by_binder(tcx, &mut settled, first_var);
        }
        let mut written = segment.args().args.iter();
        for param in &params.own_params {
            let arg = match written.next() {
                Some(arg) => self.lower_return_type_name_arg(param, arg)?,
                // The count is right, so this is a path whose arguments may be inferred.
                None => match param.kind {
                    GenericParamDefKind::Lifetime => {
                        self.re_infer(span, RegionInferReason::Param(param)).into()
                    }
                    GenericParamDefKind::Type { .. } => self.ty_infer(Some(param), span).into(),
                    GenericParamDefKind::Const { .. } => self.ct_infer(Some(param), span).into(),
                },
            };
            match arg.as_region() {
                Some(region) => settled.settle_lifetime(param.def_id, region),
                None => {
                    let index = tcx.generics_of(fn_def_id).param_def_id_to_index[&param.def_id];
                    settled.early[index as usize] = Some(arg);
                }
            }
        }

        let output = match lifetimes {
            ReturnTypeLifetimes::BoundFrom { .. } => {
                self.output_for_all_inputs(span, fn_def_id, segment.ident)?
            }
            ReturnTypeLifetimes::Written => {
                self.check_signature_is_known(span, fn_def_id, segment.ident)?;
                tcx.fn_sig(fn_def_id).skip_binder().output().skip_binder()
            }
        };
        let ty::Alias(ty::Projection, alias_ty) = *settled.instantiate(output).kind() else {
            bug!("`{fn_def_id:?}` does not return `impl Trait`, but `{output}`")
        };
        Ok(alias_ty)
    }

    fn lower_return_type_name_arg(
        &self,
        param: &GenericParamDef,
        arg: &GenericArg<'tcx>,
    ) -> Result<ty::GenericArg<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx();
        Ok(match (&param.kind, arg) {
            (GenericParamDefKind::Lifetime, GenericArg::Lifetime(lifetime)) => {
                self.lower_lifetime(lifetime, RegionInferReason::Param(param)).into()
            }
            (GenericParamDefKind::Type { .. }, GenericArg::Type(ty)) => {
                self.lower_ty(ty.as_unambig_ty()).into()
            }
            (GenericParamDefKind::Type { .. }, GenericArg::Infer(infer)) => {
                self.lower_ty(&infer.to_ty()).into()
            }
            (GenericParamDefKind::Const { .. }, GenericArg::Const(ct)) => {
                // The type of a const parameter cannot depend on other parameters.
                let ty = tcx.type_of(param.def_id).instantiate_identity();
                self.lower_const_arg(ct.as_unambig_ct(), ty).into()
            }
            (GenericParamDefKind::Const { .. }, GenericArg::Infer(infer)) => {
                self.ct_infer(Some(param), infer.span).into()
            }
            (_, arg) => return Err(generic_arg_mismatch_err(self, arg, param, false, None)),
        })
    }

    /// Refuse, with what to write instead, whatever has no type of its name.
    fn check_return_type_has_name(
        &self,
        span: Span,
        fn_def_id: DefId,
        segment: &hir::PathSegment<'tcx>,
        trait_args: GenericArgsRef<'tcx>,
    ) -> Result<(), ErrorGuaranteed> {
        let tcx = self.tcx();
        let ident = segment.ident;
        if tcx.assoc_type_of_returned_impl_trait(fn_def_id).is_none() {
            // Not the type from the signature, which may be what is being lowered here.
            let output_span = fn_def_id
                .as_local()
                .and_then(|local_fn| match tcx.hir_get_fn_output(local_fn)? {
                    hir::FnRetTy::Return(output) => Some(output.span),
                    hir::FnRetTy::DefaultReturn(_) => None,
                })
                .unwrap_or_else(|| tcx.def_span(fn_def_id));
            let inputs = if self.is_subject_of_bound(segment) {
                Some("(..)".to_string())
            } else {
                let callee = SettledArgs::new(tcx, fn_def_id, trait_args.iter().map(Some));
                (!tcx.fn_sig(fn_def_id).skip_binder().references_error())
                    .then(|| self.written_inputs(&callee))
            };
            return Err(self.dcx().emit_err(errors::ReturnTypeHasNoName {
                span,
                ident,
                output_span,
                needs_feature: inputs.is_some() && !tcx.features().return_type_notation(),
                call: inputs.map(|inputs| {
                    let args_span = segment.args.and_then(|args| args.span_ext());
                    let span = ident.span.shrink_to_hi();
                    let span = args_span.map_or(span, |args_span| span.to(args_span));
                    errors::WriteCall { span, inputs }
                }),
            }));
        }
        if !tcx.features().named_return_types() && !span.allows_unstable(sym::named_return_types) {
            let msg = format!("naming the type that `{ident}` returns is experimental");
            return Err(feature_err(tcx.sess, sym::named_return_types, span, msg).emit());
        }
        if let Some(param) =
            tcx.generics_of(fn_def_id).own_params.iter().find(|param| {
                matches!(param.kind, GenericParamDefKind::Type { synthetic: true, .. })
            })
        {
            return Err(self.dcx().emit_err(errors::ReturnTypeNameOfFnWithImplTraitArg {
                span,
                ident,
                param_span: tcx.def_span(param.def_id),
            }));
        }
        Ok(())
    }

    /// Whether this is the end of the path of a where-clause's subject, or a constraint.
    fn is_subject_of_bound(&self, segment: &hir::PathSegment<'tcx>) -> bool {
        let tcx = self.tcx();
        match tcx.hir_node(segment.hir_id) {
            hir::Node::AssocItemConstraint(_) => true,
            _ => {
                let path_id = tcx.parent_hir_id(segment.hir_id);
                matches!(
                    tcx.parent_hir_node(path_id),
                    hir::Node::WherePredicate(hir::WherePredicate {
                        kind: hir::WherePredicateKind::BoundPredicate(bound),
                        ..
                    }) if bound.bounded_ty.hir_id == path_id
                )
            }
        }
    }

    /// The return type of a function, for a bound that holds whatever the arguments of a call are.
    ///
    /// An `impl Trait` is known without the rest of the signature, which may have that bound in it:
    /// `async fn handle(&self, next: &dyn Handler<handle(..): Send>)`.
    fn output_for_all_inputs(
        &self,
        span: Span,
        fn_def_id: DefId,
        ident: Ident,
    ) -> Result<Ty<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx();
        if let Some(local_fn) = fn_def_id.as_local()
            && tcx.assoc_type_of_returned_impl_trait(fn_def_id).is_some()
            && let Some(hir::FnRetTy::Return(output)) = tcx.hir_get_fn_output(local_fn)
        {
            return Ok(ItemCtxt::new(tcx, local_fn).lower_ty(output));
        }
        self.check_signature_is_known(span, fn_def_id, ident)?;
        Ok(tcx.fn_sig(fn_def_id).skip_binder().output().skip_binder())
    }

    /// Each `impl Trait` in the return type of a trait's function, which has no parameters but
    /// lifetimes, for all of them: `for<'a> <F as Fetch>::fetch<'a>`.
    ///
    /// Not what is within another `impl Trait`, like the output of a future.
    pub(super) fn return_types_for_all_lifetimes(
        &self,
        span: Span,
        fn_def_id: DefId,
        trait_ref: ty::PolyTraitRef<'tcx>,
    ) -> Vec<ty::Binder<'tcx, Ty<'tcx>>> {
        let tcx = self.tcx();
        let name = Ident::new(tcx.item_name(fn_def_id), span);
        let Ok(output) = self.output_for_all_inputs(span, fn_def_id, name) else { return vec![] };

        let written_vars = trait_ref.bound_vars();
        let trait_args = trait_ref.skip_binder().args.iter().map(Some);
        let mut callee = SettledArgs::new(tcx, fn_def_id, trait_args);
        calls::settle_lifetimes_by_binder(tcx, &mut callee, written_vars.len());
        let of_fn = tcx
            .lifetimes_of_fn(fn_def_id)
            .into_iter()
            .map(|lifetime| ty::BoundVariableKind::Region(ty::BoundRegionKind::Named(lifetime)));
        let bound_vars = tcx.mk_bound_variable_kinds_from_iter(written_vars.iter().chain(of_fn));

        ReturnsImplTraitOf(tcx, fn_def_id)
            .all_in(output)
            .into_iter()
            .map(|ty| ty::Binder::bind_with_vars(callee.instantiate(ty), bound_vars))
            .collect()
    }

    /// Where the type of a function's parameter is written.
    fn span_of_input(&self, fn_def_id: DefId, input: usize) -> Span {
        let tcx = self.tcx();
        tcx.hir_get_if_local(fn_def_id)
            .and_then(|node| Some(node.fn_decl()?.inputs.get(input)?.span))
            .unwrap_or_else(|| tcx.def_span(fn_def_id))
    }

    /// `F::fetch` with `F: for<'x> Fetch<'x>`: the path would need a binder of its own.
    fn report_return_type_of_higher_ranked_bound(
        &self,
        span: Span,
        segment: &hir::PathSegment<'tcx>,
        fn_def_id: DefId,
        bound: ty::PolyTraitRef<'tcx>,
    ) -> ErrorGuaranteed {
        let tcx = self.tcx();
        self.dcx().emit_err(crate::errors::AssociatedItemTraitUninferredGenericParams {
            span,
            inferred_sugg: Some(span.with_hi(segment.ident.span.lo())),
            bound: format!("{}::", tcx.anonymize_bound_vars(bound).skip_binder()),
            mpart_sugg: None,
            what: tcx.def_descr(fn_def_id),
        })
    }
}

/// Whether this item of a trait is a function that is meant by `X::name`, or by a call of it if that
/// is what a function is looked for.
pub(super) fn is_fn_standing_for_type(
    tcx: TyCtxt<'_>,
    item: &ty::AssocItem,
    assoc_tag: ty::AssocTag,
    name: Ident,
) -> bool {
    item.is_fn()
        && item.ident(tcx).normalize_to_macros_2_0() == name
        && (assoc_tag == ty::AssocTag::Fn || is_name_of_type(tcx, item))
}

/// Whether an item of a trait may be what was meant by a name that there is not.
pub(super) fn may_be_meant(tcx: TyCtxt<'_>, item: &ty::AssocItem, assoc_tag: ty::AssocTag) -> bool {
    !item.is_impl_trait_in_trait() && item.tag() == assoc_tag
        || assoc_tag == ty::AssocTag::Type && is_name_of_type(tcx, item)
}

/// Whether this item of a trait is a function whose name is that of a type as well.
fn is_name_of_type(tcx: TyCtxt<'_>, item: &ty::AssocItem) -> bool {
    item.is_fn()
        && tcx.features().named_return_types()
        && tcx.assoc_type_of_returned_impl_trait(item.def_id).is_some()
}

/// The function of this name that the trait itself declares.
fn fn_of_trait(tcx: TyCtxt<'_>, trait_def_id: DefId, ident: Ident) -> Option<DefId> {
    tcx.associated_items(trait_def_id)
        .find_by_ident_and_kind(tcx, ident, ty::AssocTag::Fn, trait_def_id)
        .map(|item| item.def_id)
}

/// The parameters that a name of the function's return type takes: lifetimes in the order in which
/// they are declared or appear, unless they are left out, then types and constants.
fn return_type_params(
    tcx: TyCtxt<'_>,
    fn_def_id: DefId,
    lifetimes: ReturnTypeLifetimes,
) -> ty::Generics {
    let fn_generics = tcx.generics_of(fn_def_id);
    let mut own_params = vec![];

    if let ReturnTypeLifetimes::Written = lifetimes {
        own_params.extend(tcx.lifetimes_of_fn(fn_def_id).into_iter().map(|lifetime| {
            GenericParamDef {
                name: tcx.item_name(lifetime),
                def_id: lifetime,
                index: 0,
                pure_wrt_drop: false,
                kind: GenericParamDefKind::Lifetime,
            }
        }));
    }
    own_params.extend(
        fn_generics
            .own_params
            .iter()
            .filter(|param| !matches!(param.kind, GenericParamDefKind::Lifetime))
            .cloned(),
    );
    for (i, param) in own_params.iter_mut().enumerate() {
        param.index = (fn_generics.parent_count + i) as u32;
    }

    ty::Generics {
        parent: fn_generics.parent,
        parent_count: fn_generics.parent_count,
        param_def_id_to_index: own_params.iter().map(|param| (param.def_id, param.index)).collect(),
        own_params,
        has_self: false,
        has_late_bound_regions: None,
    }
}

//! Lowering of calls in type position: return type notation.
//!
//! ```ignore (illustrative)
//! where F::fetch(..): Send                         // the subject of a bound, for any arguments
//! where for<'a> F::fetch(&'a mut F, u32): Send     // for these
//! let value: make_default::<T>() = make_default(); // and wherever a type may stand
//! ```
//!
//! `PATH(ARGS)` is the type that calling `PATH` with such arguments returns. It takes three steps:
//! find the function, find its generic arguments, put them into the output of its signature. The
//! first is that of any path. The second has several sources: the path, the turbofish, the types of
//! the arguments (see [`SettledArgs`]), or the binder of the bound, where `..` stands for any.
//!
//! What the call would have to show besides, that the where-clauses of the function hold and that
//! its arguments have the types of its parameters once both are normalized, can't be checked while
//! types are lowered. It is handed to [`HirTyLowerer::register_call_in_type`].

use std::ops::ControlFlow;

use rustc_errors::DiagCtxtHandle;
use rustc_hir::intravisit::{InferKind, Visitor, VisitorExt};

use super::inherent_impls::inherent_impls_of;
use super::*;

/// A call in type position, for those who check what a call has to show.
#[derive(Clone, Debug)]
pub struct CallInType<'tcx> {
    pub span: Span,
    /// The `make` of `X::make(u8)`.
    pub ident: Ident,
    pub hir_id: hir::HirId,
    pub fn_def_id: DefId,
    pub fn_args: GenericArgsRef<'tcx>,
    /// The type of each parameter, and of the argument for it. Then the self type of an inherent
    /// impl, and what is written for it.
    pub inputs: Vec<CallInput<'tcx>>,
    /// Whether the lifetimes of the function are any, as in `F::fetch(..): Send`.
    pub is_for_all_lifetimes: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct CallInput<'tcx> {
    pub span: Span,
    pub parameter: Ty<'tcx>,
    pub argument: Ty<'tcx>,
}

/// Where a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CallPosition {
    /// `F::fetch(A): Send`, where `F::fetch(..)` could stand as well.
    SubjectOfBound,
    /// Any other.
    Type,
}

/// Whether this is the path of a call in type position.
pub(in crate::hir_ty_lowering) fn is_call_in_type(qpath: &hir::QPath<'_>) -> bool {
    segment_of_call(qpath).is_some()
}

fn is_elided_call(qpath: &hir::QPath<'_>) -> bool {
    segment_of_call(qpath).is_some_and(|segment| {
        segment.args().parenthesized == hir::GenericArgsParentheses::ReturnTypeNotation
    })
}

pub(super) fn segment_of_call<'tcx>(
    qpath: &hir::QPath<'tcx>,
) -> Option<&'tcx hir::PathSegment<'tcx>> {
    let segment = match *qpath {
        hir::QPath::Resolved(_, path) => path.segments.last()?,
        hir::QPath::TypeRelative(_, segment) => segment,
    };
    segment.args?.is_return_type_notation().then_some(segment)
}

impl<'tcx> dyn HirTyLowerer<'tcx> + '_ {
    /// Lower `PATH(A, B)` where it is not the subject of a bound.
    pub(in crate::hir_ty_lowering) fn lower_call_in_type(
        &self,
        hir_ty: &hir::Ty<'tcx>,
        qpath: &hir::QPath<'tcx>,
    ) -> Ty<'tcx> {
        self.lower_call_in_position(hir_ty, qpath, CallPosition::Type)
            .unwrap_or_else(|guar| Ty::new_error(self.tcx(), guar))
    }

    /// Lower `PATH(..)` or `PATH(A, B)` where it is the subject of a bound.
    ///
    /// `None` if it is not such a call.
    pub(super) fn try_lower_call_in_bound(&self, hir_ty: &hir::Ty<'tcx>) -> Option<Ty<'tcx>> {
        let hir::TyKind::Path(qpath) = &hir_ty.kind else { return None };
        if !is_call_in_type(qpath) {
            return None;
        }
        let ty = self.lower_call_in_position(hir_ty, qpath, CallPosition::SubjectOfBound);
        Some(ty.unwrap_or_else(|guar| Ty::new_error(self.tcx(), guar)))
    }

    fn lower_call_in_position(
        &self,
        hir_ty: &hir::Ty<'tcx>,
        qpath: &hir::QPath<'tcx>,
        position: CallPosition,
    ) -> Result<Ty<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx();
        let segment = segment_of_call(qpath).unwrap();
        self.refuse_without_gate(hir_ty.span, qpath, position)?;
        if let Some(called) = self.type_of_called_value(hir_ty, qpath)? {
            let call = self.lower_call_of_value(hir_ty.span, called, segment, position)?;
            return Ok(call.ty);
        }
        let mut callee = self.resolve_callee(hir_ty, qpath)?;
        let (turbofish, inputs) = segment.args().return_type_notation_args();
        let lifetimes = match inputs {
            Some(_) => ReturnTypeLifetimes::Written,
            None if position == CallPosition::Type => {
                self.check_signature_is_known(hir_ty.span, callee.fn_def_id, segment.ident)?;
                self.settle_by_turbofish(hir_ty.span, segment, turbofish, &mut callee)?;
                return Err(self.report_elided_call_outside_of_bound(
                    hir_ty.span,
                    segment,
                    &callee,
                ));
            }
            None => {
                // `resolve_bound_vars` leaves the variables that the bound has of itself on the
                // segment, if it has found the function and added its lifetimes.
                let vars = tcx.late_bound_vars_map(segment.hir_id.owner);
                match vars.get(&segment.hir_id.local_id) {
                    Some(written) => ReturnTypeLifetimes::BoundFrom { first_var: written.len() },
                    None => {
                        // It may be that there were several, which has been reported.
                        if let Some(guar) = self.dcx().has_errors() {
                            return Err(guar);
                        }
                        return Err(self.dcx().emit_err(errors::ElidedCallOfUnknownFn {
                            span: hir_ty.span,
                            sugg: self.suggest_arguments(segment, &callee),
                        }));
                    }
                }
            }
        };
        self.lower_call(hir_ty.span, segment, callee, lifetimes, position)
    }

    /// Lower the subject of `fetch(..): Send` in `F: Fetch<fetch(..): Send>`, or of `fetch(A): Send`.
    pub(super) fn lower_call_constraint(
        &self,
        span: Span,
        bound: ty::PolyTraitRef<'tcx>,
        fn_def_id: DefId,
        segment: &hir::PathSegment<'tcx>,
    ) -> Result<ty::Binder<'tcx, Ty<'tcx>>, ErrorGuaranteed> {
        let tcx = self.tcx();
        let (_, inputs) = segment.args().return_type_notation_args();
        if inputs.is_some() && bound.skip_binder().self_ty() == tcx.types.trait_object_dummy_self {
            return Err(self.refuse_promise_of_some_calls(span, tcx.item_name(fn_def_id)));
        }
        let lifetimes = match inputs {
            Some(_) => ReturnTypeLifetimes::Written,
            None => ReturnTypeLifetimes::BoundFrom { first_var: bound.bound_vars().len() },
        };
        let trait_args = bound.skip_binder().args.iter().map(Some);
        let callee = SettledArgs::new(tcx, fn_def_id, trait_args);
        let ty = self.lower_call(span, segment, callee, lifetimes, CallPosition::SubjectOfBound)?;
        Ok(ty::Binder::bind_with_vars(ty, tcx.late_bound_vars(segment.hir_id)))
    }

    /// Find the function that is called, and the generic arguments that its path gives it.
    fn resolve_callee(
        &self,
        hir_ty: &hir::Ty<'tcx>,
        qpath: &hir::QPath<'tcx>,
    ) -> Result<SettledArgs<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx();
        match *qpath {
            hir::QPath::Resolved(self_ty, path) => {
                let (fn_def_id, kind) = match path.res {
                    Res::Def(kind @ (DefKind::Fn | DefKind::AssocFn), def_id) => (def_id, kind),
                    Res::Err => {
                        return Err(self.dcx().span_delayed_bug(path.span, "unresolved call"));
                    }
                    // `u8(..)::X`, which has been reported: it is not the last segment.
                    _ => {
                        return Err(self.dcx().span_delayed_bug(path.span, "not a function"));
                    }
                };
                let [others @ .., _] = path.segments else { unreachable!() };
                let (modules, trait_segment) = match (kind, others) {
                    // Not the module of an imported function of a trait.
                    (DefKind::AssocFn, [modules @ .., trait_segment])
                        if matches!(
                            trait_segment.res,
                            Res::Def(DefKind::Trait | DefKind::TraitAlias, _) | Res::Err
                        ) =>
                    {
                        (modules, Some(trait_segment))
                    }
                    _ => (others, None),
                };
                self.prohibit_generic_args(
                    modules.iter(),
                    crate::hir_ty_lowering::errors::GenericsArgsErrExtend::None,
                )?;
                let parent_args = match (self_ty, trait_segment) {
                    (Some(self_ty), Some(trait_segment)) => {
                        let trait_def_id = tcx.parent(fn_def_id);
                        let self_ty = self.lower_ty(self_ty);
                        let (span, is_impl) = (hir_ty.span, false);
                        self.lower_mono_trait_ref(
                            span,
                            trait_def_id,
                            self_ty,
                            trait_segment,
                            is_impl,
                        )
                        .args
                    }
                    // `Trait::method(A)`: the arguments tell which type implements the trait.
                    (None, Some(trait_segment))
                        if trait_segment.args.is_some() || is_elided_call(qpath) =>
                    {
                        return Err(self.report_missing_self_ty_for_resolved_path(
                            tcx.parent(fn_def_id),
                            hir_ty.span,
                            path.segments.last().unwrap(),
                            ty::AssocTag::Type,
                        ));
                    }
                    _ => ty::List::empty(),
                };
                Ok(SettledArgs::new(tcx, fn_def_id, parent_args.iter().map(Some)))
            }
            hir::QPath::TypeRelative(hir_self_ty, segment) => {
                let self_ty = self.lower_ty(hir_self_ty);
                self_ty.error_reported()?;
                if let Some(callee) = self.resolve_inherent_callee(hir_ty, self_ty, segment)? {
                    return Ok(callee);
                }
                if let ty::Adt(adt, _) = self_ty.kind()
                    && adt.is_enum()
                    && adt.variants().iter().any(|variant| {
                        tcx.hygienic_eq(segment.ident, variant.ident(tcx), adt.did())
                    })
                {
                    let (span, ident) = (hir_ty.span, segment.ident);
                    return Err(self.dcx().emit_err(errors::CallOfVariant { span, ident }));
                }
                let (fn_def_id, bound) = self.resolve_type_relative_path(
                    self_ty,
                    hir_self_ty,
                    ty::AssocTag::Fn,
                    segment,
                    hir_ty.hir_id,
                    hir_ty.span,
                    None,
                )?;
                let Some(trait_ref) = bound.no_bound_vars() else {
                    return Err(self.report_return_type_of_higher_ranked_bound(
                        hir_ty.span,
                        segment,
                        fn_def_id,
                        bound,
                    ));
                };
                Ok(SettledArgs::new(tcx, fn_def_id, trait_ref.args.iter().map(Some)))
            }
        }
    }

    /// Find `with_capacity` of `Vec::<u8>::with_capacity(usize)` among the inherent impls.
    fn resolve_inherent_callee(
        &self,
        hir_ty: &hir::Ty<'tcx>,
        self_ty: Ty<'tcx>,
        segment: &hir::PathSegment<'tcx>,
    ) -> Result<Option<SettledArgs<'tcx>>, ErrorGuaranteed> {
        let tcx = self.tcx();
        let candidates: Vec<_> = inherent_impls_of(tcx, self_ty)
            .into_iter()
            .filter_map(|impl_def_id| {
                let (item, scope) = self.probe_assoc_item_unchecked(
                    segment.ident,
                    ty::AssocTag::Fn,
                    hir_ty.hir_id,
                    impl_def_id,
                )?;
                let impl_args = SettledArgs::of_impl_by_self_ty(tcx, impl_def_id, self_ty)?;
                Some((item.def_id, scope, impl_args))
            })
            .collect();
        match &candidates[..] {
            [] => Ok(None),
            [(fn_def_id, scope, impl_args)] => {
                let (ident, span) = (segment.ident, hir_ty.span);
                self.check_assoc_item(*fn_def_id, ident, *scope, hir_ty.hir_id, span);
                let mut callee = SettledArgs::new(tcx, *fn_def_id, impl_args.iter().copied());
                callee.inherent_self_ty = Some(self_ty);
                Ok(Some(callee))
            }
            several => Err(self.dcx().emit_err(errors::AmbiguousCallee {
                span: segment.ident.span,
                ident: segment.ident,
                candidates: several
                    .iter()
                    .map(|(candidate, ..)| tcx.def_span(*candidate))
                    .collect(),
            })),
        }
    }

    /// Lower a call whose function is found, up to the type that it returns.
    fn lower_call(
        &self,
        span: Span,
        segment: &hir::PathSegment<'tcx>,
        mut callee: SettledArgs<'tcx>,
        lifetimes: ReturnTypeLifetimes,
        position: CallPosition,
    ) -> Result<Ty<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx();
        let fn_def_id = callee.fn_def_id;
        let (turbofish, inputs) = segment.args().return_type_notation_args();
        let output = match inputs {
            Some(_) => {
                self.check_signature_is_known(span, fn_def_id, segment.ident)?;
                tcx.fn_sig(fn_def_id).skip_binder().output().skip_binder()
            }
            None => self.output_for_all_inputs(span, fn_def_id, segment.ident)?,
        };
        self.settle_by_turbofish(span, segment, turbofish, &mut callee)?;

        let mut matched = vec![];
        if let Some(inputs) = inputs {
            let sig = tcx.fn_sig(fn_def_id).skip_binder();
            let parameters = sig.inputs().skip_binder();
            if parameters.len() > inputs.len()
                || parameters.len() < inputs.len() && !sig.c_variadic()
            {
                return Err(self
                    .report_wrong_number_of_call_inputs(span, segment, &callee, inputs, position));
            }
            let arguments: Vec<_> = inputs.iter().map(|input| self.lower_ty(input)).collect();
            for (argument, input) in arguments.iter().zip(inputs) {
                argument.error_reported()?;
                refuse_bound_types(self.dcx(), (*argument).into(), input.span)?;
            }
            if let Some(GenericArg::Type(tuple)) = segment.args().args.last() {
                self.record_ty(tuple.hir_id, Ty::new_tup(tcx, &arguments), tuple.span);
            }
            // What variadic parameters are for does not matter.
            for (index, ((&parameter, argument), input)) in
                parameters.iter().zip(arguments).zip(inputs).enumerate()
            {
                if callee.settle_by_argument(parameter, argument).is_err() {
                    let parameter = callee.instantiate(parameter);
                    let call = segment.ident.span;
                    let err = self.mismatched_call_input(
                        input.span, call, fn_def_id, index, parameter, argument,
                    );
                    return Err(self.dcx().emit_err(err));
                }
                matched.push((input.span, parameter, argument));
            }
        }

        if let ReturnTypeLifetimes::BoundFrom { first_var } = lifetimes {
            settle_lifetimes_by_binder(tcx, &mut callee, first_var);
        }
        self.settle_or_report_rest(span, segment, inputs, &mut callee)?;
        let fn_args = callee.early_args().unwrap();

        let output = callee.instantiate(output);
        self.check_not_return_type_of_own_impl(span, fn_def_id, segment.ident, fn_args, output)?;
        // Bounds on any call of a method ask for no more than the bound that the method is found by.
        let is_for_all_lifetimes = inputs.is_none();
        if is_for_all_lifetimes && turbofish.is_empty() && tcx.trait_of_assoc(fn_def_id).is_some() {
            return Ok(output);
        }
        let mut inputs: Vec<_> = matched
            .into_iter()
            .map(|(span, parameter, argument)| CallInput {
                span,
                parameter: callee.instantiate(parameter),
                argument,
            })
            .collect();
        if let Some(argument) = callee.inherent_self_ty {
            let impl_self_ty = tcx.type_of(tcx.parent(fn_def_id)).instantiate_identity();
            let parameter = callee.instantiate(impl_self_ty);
            inputs.push(CallInput { span, parameter, argument });
        }
        self.register_call_in_type(CallInType {
            span,
            ident: segment.ident,
            hir_id: segment.hir_id,
            fn_def_id,
            fn_args,
            inputs,
            is_for_all_lifetimes,
        });
        debug!(?output);
        Ok(output)
    }

    /// Take the arguments in `::<u8, String>`, if there are any.
    fn settle_by_turbofish(
        &self,
        span: Span,
        segment: &hir::PathSegment<'tcx>,
        turbofish: &'tcx [GenericArg<'tcx>],
        callee: &mut SettledArgs<'tcx>,
    ) -> Result<(), ErrorGuaranteed> {
        let tcx = self.tcx();
        let fn_def_id = callee.fn_def_id;
        if let Some(constraint) = segment.args().constraints.first() {
            return Err(prohibit_assoc_item_constraint(
                self,
                constraint,
                Some((fn_def_id, segment, span)),
            ));
        }
        let Some(first) = turbofish.first() else { return Ok(()) };

        let has_lifetimes = turbofish.iter().any(|arg| matches!(arg, GenericArg::Lifetime(_)));
        if has_lifetimes && !callee.late.is_empty() {
            return Err(self.dcx().emit_err(errors::LateBoundLifetimeInTurbofish {
                span: first.span(),
                fn_span: tcx.def_span(fn_def_id),
                ident: segment.ident,
            }));
        }
        // As for any path of a function, lifetimes may be left out together.
        let lifetimes = match has_lifetimes {
            true => ReturnTypeLifetimes::Written,
            false => ReturnTypeLifetimes::BoundFrom { first_var: 0 },
        };
        let params = return_type_params(tcx, fn_def_id, lifetimes);
        let args = tcx.hir_arena.alloc(hir::GenericArgs { args: turbofish, ..*segment.args() });
        let segment = hir::PathSegment { args: Some(args), ..*segment };
        check_generic_arg_count(
            self,
            fn_def_id,
            &segment,
            &params,
            GenericArgPosition::Type,
            false,
        )
        .correct
        .map_err(|mismatch| mismatch.reported)?;
        for (param, arg) in params.own_params.iter().zip(turbofish) {
            let index = tcx.generics_of(fn_def_id).param_def_id_to_index[&param.def_id];
            let lowered = self.lower_return_type_name_arg(param, arg)?;
            refuse_bound_types(self.dcx(), lowered, arg.span())?;
            callee.early[index as usize] = Some(lowered);
        }
        Ok(())
    }

    /// Whatever neither the path, the turbofish nor the arguments tell is inferred if it can be,
    /// and else an error.
    fn settle_or_report_rest(
        &self,
        span: Span,
        segment: &hir::PathSegment<'tcx>,
        inputs: Option<&[hir::Ty<'tcx>]>,
        callee: &mut SettledArgs<'tcx>,
    ) -> Result<(), ErrorGuaranteed> {
        // `f(_)` leaves it to inference to find what the argument is, and so the parameters.
        let may_infer = self.infcx().is_some()
            && inputs.is_some_and(|inputs| {
                inputs.iter().any(|input| HasInfer.visit_ty_unambig(input).is_break())
            });

        let unsettled: Vec<_> = callee.unsettled_early().collect();
        for &param in &unsettled {
            let arg: ty::GenericArg<'tcx> = match param.kind {
                GenericParamDefKind::Lifetime => {
                    self.infer_lifetime_of_call(span, segment, callee, param.def_id)?.into()
                }
                GenericParamDefKind::Type { .. } if may_infer => {
                    self.ty_infer(Some(param), span).into()
                }
                GenericParamDefKind::Const { .. } if may_infer => {
                    self.ct_infer(Some(param), span).into()
                }
                GenericParamDefKind::Type { .. } | GenericParamDefKind::Const { .. } => {
                    return Err(self.report_unsettled_param(span, segment, inputs, callee, param));
                }
            };
            callee.early[param.index as usize] = Some(arg);
        }
        let unsettled: Vec<_> = callee.unsettled_late().collect();
        for lifetime in unsettled {
            let region = self.infer_lifetime_of_call(span, segment, callee, lifetime)?;
            callee.settle_lifetime(lifetime, region);
        }
        Ok(())
    }

    fn infer_lifetime_of_call(
        &self,
        span: Span,
        segment: &hir::PathSegment<'tcx>,
        callee: &SettledArgs<'tcx>,
        lifetime: DefId,
    ) -> Result<ty::Region<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx();
        if self.infcx().is_some() {
            return Ok(self.re_infer(span, RegionInferReason::ExplicitObjectLifetime));
        }
        let (_, inputs) = segment.args().return_type_notation_args();
        let has_turbofish = inputs.map_or(0, |_| 1) != segment.args().args.len();
        Err(self.dcx().emit_err(errors::UnsettledLifetime {
            span,
            fn_ident: segment.ident,
            lifetime: tcx.item_name(lifetime),
            lifetime_span: tcx.def_span(lifetime),
            // Lifetimes can be given only where none is late-bound.
            sugg: (callee.late.is_empty() && !has_turbofish).then(|| errors::SettleLifetime {
                span: segment.ident.span.shrink_to_hi(),
                turbofish: self.turbofish_of(callee, ReturnTypeLifetimes::Written),
            }),
        }))
    }
}

/// `for<T> f(&'static T): Send`
fn refuse_bound_types<'tcx>(
    dcx: DiagCtxtHandle<'_>,
    arg: ty::GenericArg<'tcx>,
    span: Span,
) -> Result<(), ErrorGuaranteed> {
    if arg.has_type_flags(ty::TypeFlags::HAS_TY_BOUND | ty::TypeFlags::HAS_CT_BOUND) {
        return Err(dcx.emit_err(errors::BoundTypeInCall { span }));
    }
    Ok(())
}

/// Let the lifetimes of a function be the variables of the bound's binder, from `first_var` on.
pub(super) fn settle_lifetimes_by_binder<'tcx>(
    tcx: TyCtxt<'tcx>,
    callee: &mut SettledArgs<'tcx>,
    first_var: usize,
) {
    for (i, lifetime) in tcx.lifetimes_of_fn(callee.fn_def_id).into_iter().enumerate() {
        let bound_region = ty::BoundRegion {
            var: ty::BoundVar::from_usize(first_var + i),
            kind: ty::BoundRegionKind::Named(lifetime),
        };
        callee.settle_lifetime(lifetime, ty::Region::new_bound(tcx, ty::INNERMOST, bound_region));
    }
}

/// Looks for `_`.
struct HasInfer;

impl<'v> Visitor<'v> for HasInfer {
    type Result = ControlFlow<()>;

    fn visit_infer(&mut self, _: hir::HirId, _: Span, _: InferKind<'v>) -> Self::Result {
        ControlFlow::Break(())
    }
}

//! Calls in types that are refused: whose parameters are not settled, with too few or too many
//! arguments, with arguments of other types, or with `(..)` where no bound is.

use rustc_macros::Diagnostic;
use rustc_span::kw;

use super::calls::CallPosition;
use super::*;

#[derive(Diagnostic)]
#[diag("return type notation not allowed in this position yet")]
struct CallWithoutGate {
    #[primary_span]
    span: Span,
}

impl<'tcx> dyn HirTyLowerer<'tcx> + '_ {
    /// Without the gate, upstream has its own word on `(..)` where it can't be.
    pub(super) fn refuse_without_gate(
        &self,
        span: Span,
        qpath: &hir::QPath<'tcx>,
        position: CallPosition,
    ) -> Result<(), ErrorGuaranteed> {
        let is_resolved =
            !matches!(qpath, hir::QPath::Resolved(None, hir::Path { res: Res::Err, .. }));
        if self.tcx().features().return_type_notation()
            || position == CallPosition::SubjectOfBound && is_resolved
        {
            return Ok(());
        }
        Err(self.dcx().emit_err(CallWithoutGate { span }))
    }

    pub(super) fn report_unsettled_param(
        &self,
        span: Span,
        segment: &hir::PathSegment<'tcx>,
        inputs: Option<&[hir::Ty<'tcx>]>,
        callee: &SettledArgs<'tcx>,
        param: &GenericParamDef,
    ) -> ErrorGuaranteed {
        let tcx = self.tcx();
        let generics = tcx.generics_of(callee.fn_def_id);
        let is_own = param.index as usize >= generics.parent_count;
        let is_synthetic = param.kind.is_synthetic();
        let sugg = if !is_own {
            errors::SettleParam::Qualify {
                trait_: self.written_trait(callee),
                ident: segment.ident,
            }
        } else if is_synthetic {
            self.suggest_arguments(segment, callee)
        } else {
            errors::SettleParam::Turbofish {
                span: segment.ident.span.shrink_to_hi(),
                turbofish: self
                    .turbofish_of(callee, ReturnTypeLifetimes::BoundFrom { first_var: 0 }),
            }
        };
        let (name, fn_ident) = (param.name, segment.ident);
        let is_self = !is_own && param.index == 0 && name == kw::SelfUpper;
        self.dcx().emit_err(errors::UnsettledParam {
            span,
            has_inputs: inputs.is_some_and(|inputs| !inputs.is_empty()),
            what: if is_self {
                format!("which type's `{fn_ident}` it is")
            } else if is_synthetic {
                format!("the type of the `{name}` that `{fn_ident}` takes")
            } else {
                let kind = tcx.def_descr(param.def_id);
                format!("what the {kind} `{name}` of `{fn_ident}` is")
            },
            param: if is_self {
                "the type that implements the trait".to_string()
            } else {
                format!("`{name}`")
            },
            param_span: tcx.def_span(param.def_id),
            sugg,
        })
    }

    /// The generic arguments of a function as far as they are settled, as a person could write them.
    pub(super) fn turbofish_of(
        &self,
        callee: &SettledArgs<'tcx>,
        lifetimes: ReturnTypeLifetimes,
    ) -> String {
        let params = return_type_params(self.tcx(), callee.fn_def_id, lifetimes).own_params;
        let args: Vec<_> = params
            .iter()
            .filter(|param| !param.kind.is_synthetic())
            .map(|param| match callee.early_arg(param.def_id) {
                Some(arg) => arg.to_string(),
                None => format!("/* {} */", param.name),
            })
            .collect();
        format!("::<{}>", args.join(", "))
    }

    pub(super) fn report_wrong_number_of_call_inputs(
        &self,
        span: Span,
        segment: &hir::PathSegment<'tcx>,
        callee: &SettledArgs<'tcx>,
        inputs: &[hir::Ty<'tcx>],
        position: CallPosition,
    ) -> ErrorGuaranteed {
        let tcx = self.tcx();
        let fn_def_id = callee.fn_def_id;
        let sig = tcx.fn_sig(fn_def_id).skip_binder();
        let expected = sig.inputs().skip_binder().len();
        let inputs_span = segment.args().span_ext;
        let call = self.written_inputs(callee);
        self.dcx().emit_err(errors::WrongNumberOfCallInputs {
            span,
            descr: descr_of_fn(tcx, fn_def_id),
            expected,
            at_least: sig.c_variadic(),
            found: inputs.len(),
            fn_span: tcx.def_ident_span(fn_def_id).unwrap_or_else(|| tcx.def_span(fn_def_id)),
            inputs_span,
            // In a bound, an `&` would take a name for its lifetime.
            elide: position == CallPosition::SubjectOfBound
                && (inputs.is_empty() || call.contains('&'))
                && !tcx.generics_of(fn_def_id).own_requires_monomorphization(),
            call,
        })
    }

    pub(crate) fn mismatched_call_input(
        &self,
        span: Span,
        call: Span,
        fn_def_id: DefId,
        index: usize,
        parameter: Ty<'tcx>,
        argument: Ty<'tcx>,
    ) -> errors::MismatchedCallInput<'tcx> {
        let tcx = self.tcx();
        errors::MismatchedCallInput {
            span,
            call,
            descr: descr_of_fn(tcx, fn_def_id),
            parameter,
            argument,
            fn_span: tcx.def_ident_span(fn_def_id).unwrap_or_else(|| tcx.def_span(fn_def_id)),
            parameter_span: self.span_of_input(fn_def_id, index),
            differs_in_lifetimes: without_lifetimes(tcx, parameter)
                == without_lifetimes(tcx, argument),
        }
    }

    /// `(..)` in any other place than the subject of a bound.
    pub(super) fn report_elided_call_outside_of_bound(
        &self,
        span: Span,
        segment: &hir::PathSegment<'tcx>,
        callee: &SettledArgs<'tcx>,
    ) -> ErrorGuaranteed {
        let tcx = self.tcx();
        // What is suggested needs the feature.
        if !tcx.features().return_type_notation() {
            return self.dcx().emit_err(errors::ElidedCallWithoutFeature { span });
        }
        let fn_def_id = callee.fn_def_id;
        let has_name = tcx.features().named_return_types()
            && tcx.assoc_type_of_returned_impl_trait(fn_def_id).is_some()
            && !tcx.generics_of(fn_def_id).own_params.iter().any(|param| {
                matches!(param.kind, GenericParamDefKind::Type { synthetic: true, .. })
            });
        // Where a where-clause has to bind the lifetimes, they have names.
        let binder = self.place_of_binder(segment);
        let mut unused = self.unused_lifetime_names();
        let mut bound = vec![];
        let name = has_name.then(|| {
            let params = return_type_params(tcx, fn_def_id, ReturnTypeLifetimes::Written);
            let args: Vec<_> = params
                .own_params
                .iter()
                .map(|param| match callee.early_arg(param.def_id) {
                    Some(arg) => arg.to_string(),
                    None if let GenericParamDefKind::Lifetime = param.kind => {
                        match binder.and_then(|_| unused.next()) {
                            Some(name) => {
                                bound.push(name.to_string());
                                name.to_string()
                            }
                            None => "'_".to_string(),
                        }
                    }
                    None => format!("/* {} */", param.name),
                })
                .collect();
            if args.is_empty() { String::new() } else { format!("<{}>", args.join(", ")) }
        });
        let args_span = segment.args().span_ext;
        self.dcx().emit_err(errors::ElidedCallOutsideOfBound {
            span,
            args_span,
            name: name.map(|name| errors::NameInstead {
                span: args_span.with_lo(segment.ident.span.hi()),
                name,
                binder: binder.filter(|_| !bound.is_empty()),
                lifetimes: bound.join(", "),
            }),
            call: self.suggest_arguments(segment, callee),
        })
    }
}

fn descr_of_fn(tcx: TyCtxt<'_>, fn_def_id: DefId) -> &'static str {
    match tcx.opt_associated_item(fn_def_id) {
        Some(item) if item.is_method() => "method",
        Some(_) => "associated function",
        None => "function",
    }
}

pub(super) fn without_lifetimes<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> Ty<'tcx> {
    fold_regions(tcx, ty, |_, _| tcx.lifetimes.re_erased)
}

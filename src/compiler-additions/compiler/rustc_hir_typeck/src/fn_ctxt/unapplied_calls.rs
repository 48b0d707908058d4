//! Calls that are taken apart, so that somebody else makes them: the argument of
//! `core::future::unapplied`, which `dyn_box!` and `dyn_in!` expand to.
//!
//! ```ignore (illustrative)
//! unapplied(f.fetch(1))
//! // is, where `f` is a `&mut dyn Fetch`,
//! CallOfDyn::<{fetch::<dyn Fetch>}, (&mut dyn Fetch, u32), dyn Future<Output = Data> + Send + 'c> {
//!     function: <dyn Fetch as Fetch>::fetch,
//!     args: (&mut *f, 1),
//!     ..
//! }
//! // and for any other receiver
//! CallOfSized { function: <T as Fetch>::fetch, args: (&mut *f, 1) }
//! ```
//!
//! `unapplied_method(f.fetch())`, which `dyn_layout!(f.fetch)` expands to, is the same of a method, whatever
//! arguments it takes, and without a call that could be made of it.
//!
//! The call is checked as any other, and MIR is built from its parts, by
//! `thir::cx::expr::unapplied_calls` of `rustc_mir_build`. Which auto traits the `dyn Future` has is decided here, once.

use rustc_abi::ExternAbi;
use rustc_errors::ErrorGuaranteed;
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::DefId;
use rustc_infer::infer::{BoundRegionConversionTime, DefineOpaqueTypes, RegionVariableOrigin};
use rustc_infer::traits::{Obligation, ObligationCause};
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, GenericArgsRef, Ty, TypeVisitableExt, Upcast};
use rustc_span::Span;
use rustc_trait_selection::infer::InferCtxtExt as _;
use rustc_trait_selection::traits::ObligationCtxt;
use tracing::instrument;

use crate::{Expectation, FnCtxt};

#[derive(Diagnostic)]
#[diag("expected a call of a function or a method")]
#[help("give it the call itself, `object.method(argument)` or `Trait::method(object, argument)`")]
struct NotACall {
    #[primary_span]
    #[label("not such a call")]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("expected a method")]
#[help("give it the receiver and the method, without arguments: `dyn_layout!(object.method)`")]
struct NotAMethod {
    #[primary_span]
    #[label("not a method")]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("a call of {$kind} function can't be given a place")]
#[note("the call is made later, by a function of the standard library")]
#[help("call it in a function of your own, which is safe, and give a call of that")]
struct CallOfOtherKind {
    #[primary_span]
    #[label("not a safe Rust function")]
    span: Span,
    kind: &'static str,
}

impl<'tcx> FnCtxt<'_, 'tcx> {
    /// The type of `unapplied(CALL)`, if that is what this call is.
    pub(crate) fn check_unapplied_call(
        &self,
        expr: &'tcx hir::Expr<'tcx>,
        callee: &'tcx hir::Expr<'tcx>,
        args: &'tcx [hir::Expr<'tcx>],
    ) -> Option<Ty<'tcx>> {
        let hir::ExprKind::Path(hir::QPath::Resolved(None, path)) = callee.kind else {
            return None;
        };
        let Res::Def(DefKind::Fn, def_id) = path.res else { return None };
        let [call] = args else { return None };
        let parts = match self.tcx.as_lang_item(def_id)? {
            LangItem::UnappliedCall => self.take_call_apart(expr, callee, def_id, call),
            LangItem::UnappliedMethod => self.take_method_apart(expr, callee, def_id, call),
            _ => return None,
        };
        Some(parts.unwrap_or_else(|guar| Ty::new_error(self.tcx, guar)))
    }

    /// The type of `unapplied_method(f.fetch())`: a method and its receiver, without arguments.
    #[instrument(level = "debug", skip(self, expr, callee, call))]
    fn take_method_apart(
        &self,
        expr: &'tcx hir::Expr<'tcx>,
        callee: &'tcx hir::Expr<'tcx>,
        unapplied: DefId,
        call: &'tcx hir::Expr<'tcx>,
    ) -> Result<Ty<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx;
        let hir::ExprKind::MethodCall(segment, receiver, [], _) = call.kind else {
            let ty = self.check_expr(call);
            let guar = match ty.error_reported() {
                Err(guar) => guar,
                Ok(()) => tcx.dcx().emit_err(NotAMethod { span: call.span }),
            };
            self.write_ty(callee.hir_id, Ty::new_error(tcx, guar));
            return Err(guar);
        };
        let receiver_ty = self.check_expr(receiver);
        let receiver_ty = self.try_structurally_resolve_type(receiver.span, receiver_ty);
        let span = segment.ident.span;
        let method = self.lookup_method(receiver_ty, segment, span, call, receiver, &[]);
        let method = method.map_err(|error| {
            let expected = Expectation::NoExpectation;
            let guar = self.report_method_error(call.hir_id, receiver_ty, error, expected, false);
            self.write_ty(call.hir_id, Ty::new_error(tcx, guar));
            self.write_ty(callee.hir_id, Ty::new_error(tcx, guar));
            guar
        })?;
        let output = method.sig.output();
        self.write_method_call_and_enforce_effects(call.hir_id, call.span, method);
        self.write_ty(call.hir_id, output);
        // Nobody calls it.
        let callee_args = tcx.mk_args(&[output.into()]);
        self.write_ty(callee.hir_id, Ty::new_fn_def(tcx, unapplied, callee_args));
        output.error_reported()?;

        let self_ty = method.sig.inputs().first().copied();
        self.check_self_has_size(method.def_id, self_ty, call.span)?;

        let called = Ty::new_fn_def(tcx, method.def_id, method.args);
        let receiver = Ty::new_tup(tcx, &[method.sig.inputs()[0]]);
        let fn_args = self.resolve_vars_if_possible(method.args);
        let (parts, args): (_, &[ty::GenericArg<'tcx>]) = match tcx
            .is_dyn_call_of_future(method.def_id, fn_args)
        {
            true => (LangItem::MethodOfDyn, &[called.into(), receiver.into()]),
            false => (LangItem::MethodOfSized, &[called.into(), receiver.into(), output.into()]),
        };
        let parts = tcx.adt_def(tcx.require_lang_item(parts, expr.span));
        let parts = Ty::new_adt(tcx, parts, tcx.mk_args(args));
        let cause = rustc_infer::traits::ObligationCauseCode::Misc;
        self.register_wf_obligation(parts.into(), call.span, cause);
        Ok(parts)
    }

    #[instrument(level = "debug", skip(self, expr, callee, call))]
    fn take_call_apart(
        &self,
        expr: &'tcx hir::Expr<'tcx>,
        callee: &'tcx hir::Expr<'tcx>,
        unapplied: DefId,
        call: &'tcx hir::Expr<'tcx>,
    ) -> Result<Ty<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx;
        let output = self.check_expr(call);
        let output = self.try_structurally_resolve_type(call.span, output);
        // Nobody calls it.
        let callee_args = tcx.mk_args(&[output.into()]);
        self.write_ty(callee.hir_id, Ty::new_fn_def(tcx, unapplied, callee_args));
        output.error_reported()?;

        let (called, inputs) = self.parts_of_call(call)?;
        let ty::FnDef(fn_def_id, fn_args) = *called.kind() else {
            return Err(tcx.dcx().emit_err(NotACall { span: call.span }));
        };
        if let Some(kind) = self.kind_that_is_no_closure(fn_def_id) {
            return Err(tcx.dcx().emit_err(CallOfOtherKind { span: call.span, kind }));
        }
        self.check_inputs_of_call(call.span, called, &inputs)?;
        self.check_self_has_size(fn_def_id, inputs.first().copied(), call.span)?;
        let inputs = Ty::new_tup(tcx, &inputs);
        let fn_args = self.resolve_vars_if_possible(fn_args);
        let (parts, args): (_, &[ty::GenericArg<'tcx>]) =
            if tcx.is_dyn_call_of_future(fn_def_id, fn_args) {
                let pointee = self.pointee_of_dyn_call(expr.span, fn_def_id, fn_args, output);
                (LangItem::CallOfDyn, &[called.into(), inputs.into(), pointee.into()])
            } else {
                (LangItem::CallOfSized, &[called.into(), inputs.into()])
            };
        let parts = tcx.adt_def(tcx.require_lang_item(parts, expr.span));
        let parts = Ty::new_adt(tcx, parts, tcx.mk_args(args));
        self.register_wf_obligation(
            parts.into(),
            call.span,
            rustc_infer::traits::ObligationCauseCode::Misc,
        );
        Ok(parts)
    }

    /// What keeps a function from being called as a closure is.
    pub(super) fn kind_that_is_no_closure(&self, fn_def_id: DefId) -> Option<&'static str> {
        let tcx = self.tcx;
        let sig = tcx.fn_sig(fn_def_id).skip_binder();
        if tcx.intrinsic(fn_def_id).is_some() {
            Some("an intrinsic")
        } else if !tcx.codegen_fn_attrs(fn_def_id).target_features.is_empty() {
            Some("a `#[target_feature]`")
        } else if sig.safety().is_unsafe() {
            Some("an unsafe")
        } else if sig.abi() != ExternAbi::Rust || sig.c_variadic() {
            Some("an `extern`")
        } else {
            None
        }
    }

    /// The function that is called, and the types that its arguments have been coerced to.
    fn parts_of_call(
        &self,
        call: &'tcx hir::Expr<'tcx>,
    ) -> Result<(Ty<'tcx>, Vec<Ty<'tcx>>), ErrorGuaranteed> {
        let tcx = self.tcx;
        let results = self.typeck_results.borrow();
        let not_a_call = || Err(tcx.dcx().emit_err(NotACall { span: call.span }));
        match call.kind {
            hir::ExprKind::MethodCall(_, receiver, args, _) => {
                let Some((_, def_id)) = results.type_dependent_def(call.hir_id) else {
                    return not_a_call();
                };
                let called = Ty::new_fn_def(tcx, def_id, results.node_args(call.hir_id));
                let inputs = [receiver].into_iter().chain(args);
                Ok((called, inputs.map(|input| results.expr_ty_adjusted(input)).collect()))
            }
            hir::ExprKind::Call(function, args) if !results.is_method_call(call) => {
                let called = results.expr_ty(function);
                let is_fn = matches!(
                    *called.kind(),
                    ty::FnDef(def_id, _)
                        if !matches!(tcx.def_kind(def_id), DefKind::Ctor(..))
                            && !matches!(
                                tcx.as_lang_item(def_id),
                                Some(LangItem::UnappliedCall | LangItem::UnappliedMethod)
                            )
                );
                if !is_fn {
                    return not_a_call();
                }
                Ok((called, args.iter().map(|input| results.expr_ty_adjusted(input)).collect()))
            }
            _ => not_a_call(),
        }
    }

    /// Whether the arguments are of the types that the function takes. If they are not, that has been
    /// reported where they were checked.
    fn check_inputs_of_call(
        &self,
        span: Span,
        called: Ty<'tcx>,
        inputs: &[Ty<'tcx>],
    ) -> Result<(), ErrorGuaranteed> {
        let is_callable = self.probe(|_| {
            let sig = self.instantiate_binder_with_fresh_vars(
                span,
                BoundRegionConversionTime::FnCall,
                called.fn_sig(self.tcx),
            );
            let cause = ObligationCause::misc(span, self.body_id);
            let sig = ObligationCtxt::new(self).normalize(&cause, self.param_env, sig);
            sig.inputs().len() == inputs.len()
                && sig.inputs().iter().zip(inputs).all(|(&formal, &input)| {
                    let at = self.at(&cause, self.param_env);
                    at.sup(DefineOpaqueTypes::Yes, formal, input).is_ok()
                })
        });
        if is_callable {
            return Ok(());
        }
        Err(self
            .dcx()
            .span_delayed_bug(span, "the arguments of a call are wrong, without an error"))
    }

    /// `dyn Future<Output = Data> + Send + 'c`, with what the `dyn` promises of the method's future.
    fn pointee_of_dyn_call(
        &self,
        span: Span,
        fn_def_id: DefId,
        fn_args: GenericArgsRef<'tcx>,
        future: Ty<'tcx>,
    ) -> Ty<'tcx> {
        let tcx = self.tcx;
        let future_trait = tcx.require_lang_item(LangItem::Future, span);
        let future_output = tcx.require_lang_item(LangItem::FutureOutput, span);
        let output = tcx.output_of_dyn_future(future).unwrap_or_else(|| {
            let projection = Ty::new_projection(tcx, future_output, [future]);
            self.normalize(span, projection)
        });
        let no_args = tcx.mk_args(&[]);
        let principal = ty::ExistentialTraitRef::new_from_args(tcx, future_trait, no_args);
        let projection =
            ty::ExistentialProjection::new_from_args(tcx, future_output, no_args, output.into());
        let mut predicates = vec![
            ty::ExistentialPredicate::Trait(principal),
            ty::ExistentialPredicate::Projection(projection),
        ];
        for auto_trait in tcx.auto_traits_of_dyn_futures(fn_def_id, fn_args.type_at(0)) {
            let holds = self.type_implements_trait(auto_trait, [future], self.param_env);
            if !holds.may_apply() {
                continue;
            }
            if !holds.must_apply_modulo_regions() {
                // It is decided here: what is not known by now has to be found to hold.
                let bound: ty::Predicate<'tcx> =
                    ty::TraitRef::new(tcx, auto_trait, [future]).upcast(tcx);
                let cause = ObligationCause::misc(span, self.body_id);
                self.register_predicate(Obligation::new(tcx, cause, self.param_env, bound));
            }
            predicates.push(ty::ExistentialPredicate::AutoTrait(auto_trait));
        }
        let predicates: Vec<_> = predicates.into_iter().map(ty::Binder::dummy).collect();
        let lifetime = self.next_region_var(RegionVariableOrigin::Misc(span));
        Ty::new_dynamic(tcx, tcx.mk_poly_existential_predicates(&predicates), lifetime)
    }
}

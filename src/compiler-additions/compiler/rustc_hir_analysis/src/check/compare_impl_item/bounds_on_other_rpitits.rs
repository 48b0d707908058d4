//! Bounds on what other methods return, among the bounds of what a method returns.
//!
//! ```ignore (illustrative)
//! trait Step {
//!     fn next(&self) -> impl Step + async Send;
//! }
//! // What `next` returns has these bounds:
//! //     <Self as Step>::next<'a>: Step + Send,
//! //     for<'b> <<Self as Step>::next<'a> as Step>::next<'b>: Send, // this one is meant here
//! impl Step for u8 {
//!     fn next(&self) -> u16 { … }
//! }
//! ```
//!
//! Which types the `impl Trait`s of a method are in an impl is found by a comparison of both
//! signatures, in which the bounds take part: those of `impl Deref<Target = impl Sized>` say what the
//! inner type is. A bound on what *another* method returns, that of `u16` here, tells nothing about
//! these types, but asks for those of the other impl, which may be asking for these. So such bounds
//! are left out there, and checked here when the types are known.

use std::ops::ControlFlow;

use rustc_errors::ErrorGuaranteed;
use rustc_infer::infer::TyCtxtInferExt;
use rustc_infer::traits::{Obligation, ObligationCause, ObligationCauseCode};
use rustc_middle::ty::{
    self, GenericArgs, GenericArgsRef, Ty, TyCtxt, TypeSuperVisitable, TypeVisitable, TypeVisitor,
    TypingMode,
};
use rustc_span::def_id::DefId;
use rustc_trait_selection::error_reporting::InferCtxtErrorExt;
use rustc_trait_selection::traits::ObligationCtxt;

/// Whether this bound of what a method of a trait returns, where that method has `trait_m_args`, is
/// about what another method returns, or the same one of another type, and nothing else.
pub(super) fn is_bound_on_other<'tcx>(
    tcx: TyCtxt<'tcx>,
    bound: ty::Clause<'tcx>,
    trait_m: DefId,
    trait_m_args: GenericArgsRef<'tcx>,
) -> bool {
    let mut own = OwnImplTrait { tcx, trait_m, trait_m_args };
    let (subject, tells_own_type) = match bound.kind().skip_binder() {
        ty::ClauseKind::Trait(bound) => {
            let args = &bound.trait_ref.args[1..];
            (bound.self_ty(), args.iter().any(|arg| arg.visit_with(&mut own).is_break()))
        }
        ty::ClauseKind::Projection(bound) => {
            let args = &bound.projection_term.args[1..];
            let tells = args.iter().any(|arg| arg.visit_with(&mut own).is_break())
                || bound.term.visit_with(&mut own).is_break();
            (bound.self_ty(), tells)
        }
        ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, _)) => (ty, false),
        _ => return false,
    };
    match *subject.kind() {
        ty::Alias(ty::Projection, alias) => {
            tcx.is_impl_trait_in_trait(alias.def_id) && !own.is_own(alias) && !tells_own_type
        }
        _ => false,
    }
}

/// Check the bounds that are left out where the types in an impl are found.
pub(super) fn check<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_m: ty::AssocItem,
    trait_m: ty::AssocItem,
    impl_trait_ref: ty::TraitRef<'tcx>,
) -> Result<(), ErrorGuaranteed> {
    let impl_def_id = impl_m.container_id(tcx);
    let trait_m_args = GenericArgs::identity_for_item(tcx, impl_m.def_id).rebase_onto(
        tcx,
        impl_def_id,
        impl_trait_ref.args,
    );
    for &trait_ty in tcx.associated_types_for_impl_traits_in_associated_fn(trait_m.def_id) {
        let Some(&impl_ty) = tcx.impl_item_implementor_ids(impl_def_id).get(&trait_ty) else {
            continue;
        };
        let args = GenericArgs::identity_for_item(tcx, impl_ty).rebase_onto(
            tcx,
            impl_def_id,
            impl_trait_ref.args,
        );
        let bounds: Vec<_> = tcx
            .explicit_item_bounds(trait_ty)
            .iter_instantiated_copied(tcx, args)
            .filter(|&(bound, _)| is_bound_on_other(tcx, bound, trait_m.def_id, trait_m_args))
            .collect();
        if bounds.is_empty() {
            continue;
        }
        // Nothing is known about a type that has not been found.
        tcx.collect_return_position_impl_trait_in_trait_tys(impl_m.def_id)?;

        let impl_ty = impl_ty.expect_local();
        let param_env = tcx.param_env(impl_ty);
        let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
        let ocx = ObligationCtxt::new_with_diagnostics(&infcx);
        let assumed_wf_types = ocx.assumed_wf_types_and_report_errors(param_env, impl_ty)?;
        let span = tcx
            .hir_get_fn_output(impl_m.def_id.expect_local())
            .map_or(tcx.def_span(impl_ty), |output| output.span());
        for (bound, bound_span) in bounds {
            let cause = ObligationCause::new(
                span,
                impl_ty,
                ObligationCauseCode::WhereClause(trait_ty, bound_span),
            );
            let bound = ocx.normalize(&cause, param_env, bound);
            ocx.register_obligation(Obligation::new(tcx, cause, param_env, bound));
        }
        let errors = ocx.evaluate_obligations_error_on_ambiguity();
        if !errors.is_empty() {
            return Err(infcx.err_ctxt().report_fulfillment_errors(errors));
        }
        ocx.resolve_regions_and_report_errors(impl_ty, param_env, assumed_wf_types)?;
    }
    Ok(())
}

/// Looks for an `impl Trait` of the method itself.
struct OwnImplTrait<'tcx> {
    tcx: TyCtxt<'tcx>,
    trait_m: DefId,
    trait_m_args: GenericArgsRef<'tcx>,
}

impl<'tcx> OwnImplTrait<'tcx> {
    fn is_own(&self, alias: ty::AliasTy<'tcx>) -> bool {
        self.tcx.is_returned_by_call(alias, self.trait_m, self.trait_m_args)
    }
}

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for OwnImplTrait<'tcx> {
    type Result = ControlFlow<()>;

    fn visit_ty(&mut self, ty: Ty<'tcx>) -> Self::Result {
        match *ty.kind() {
            ty::Alias(ty::Projection, alias) if self.is_own(alias) => ControlFlow::Break(()),
            _ => ty.super_visit_with(self),
        }
    }
}

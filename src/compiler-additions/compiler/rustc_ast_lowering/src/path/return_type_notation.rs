//! Lowering of the arguments of a call in type position: `T::method(A, B)`, `f::<T>(..)`.
//!
//! In HIR they are generic arguments like any other, so that whatever walks those walks them, too:
//! first what the turbofish has, then a tuple of the types of the arguments, unless those are
//! elided with `..`.

use rustc_ast::{AngleBracketedArgs, FnRetTy, GenericArgs, ParenthesizedArgs, TurbofishedCall};
use rustc_hir::{self as hir, GenericArg};

use crate::errors::{BadReturnTypeNotation, GenericTypeWithParentheses};
use crate::{
    GenericArgsCtor, GenericArgsMode, ImplTraitContext, ImplTraitPosition, LoweringContext,
    ParamMode,
};

impl<'hir> LoweringContext<'_, 'hir> {
    /// Lower the `(A, B)` of `T::method(A, B)`.
    ///
    /// `None` without the feature.
    pub(super) fn try_lower_call_in_type(
        &mut self,
        inputs: &ParenthesizedArgs,
    ) -> Option<GenericArgsCtor<'hir>> {
        self.tcx.features().return_type_notation().then(|| self.lower_call_in_type(None, inputs))
    }

    /// Lower the `::<T>(A)` of `f::<T>(A)` or the `::<T>(..)` of `f::<T>(..)`.
    pub(super) fn lower_turbofished_call_in_type(
        &mut self,
        call: &TurbofishedCall,
        mode: GenericArgsMode,
    ) -> GenericArgsCtor<'hir> {
        // The parser has named the feature. What the parentheses contain need not be types.
        if !self.tcx.features().return_type_notation() {
            return self.lower_turbofish_in_type(&call.turbofish);
        }
        match &*call.inputs {
            GenericArgs::Parenthesized(inputs) => {
                if let GenericArgsMode::ParenSugar | GenericArgsMode::Err = mode {
                    self.dcx()
                        .emit_err(GenericTypeWithParentheses { span: inputs.span, sub: None });
                    return self.lower_turbofish_in_type(&call.turbofish);
                }
                self.lower_call_in_type(Some(&call.turbofish), inputs)
            }
            inputs => {
                if let GenericArgsMode::ParenSugar | GenericArgsMode::Err = mode {
                    self.dcx().emit_err(BadReturnTypeNotation::Position { span: inputs.span() });
                    return self.lower_turbofish_in_type(&call.turbofish);
                }
                let mut args = self.lower_turbofish_in_type(&call.turbofish);
                args.parenthesized = hir::GenericArgsParentheses::ReturnTypeNotation;
                args.span = inputs.span();
                args
            }
        }
    }

    fn lower_call_in_type(
        &mut self,
        turbofish: Option<&AngleBracketedArgs>,
        inputs: &ParenthesizedArgs,
    ) -> GenericArgsCtor<'hir> {
        let ParenthesizedArgs { inputs, inputs_span, output, .. } = inputs;
        if let FnRetTy::Ty(ty) = output {
            let after_inputs = inputs_span.shrink_to_hi().to(ty.span);
            self.dcx().emit_err(BadReturnTypeNotation::OutputOfCall { span: after_inputs });
        }

        let mut args = match turbofish {
            Some(turbofish) => self.lower_turbofish_in_type(turbofish),
            None => GenericArgsCtor {
                args: Default::default(),
                constraints: &[],
                parenthesized: hir::GenericArgsParentheses::No,
                span: *inputs_span,
            },
        };
        let inputs =
            self.arena.alloc_from_iter(inputs.iter().map(|ty| {
                self.lower_ty(ty, ImplTraitContext::Disallowed(ImplTraitPosition::Path))
            }));
        let inputs = self.arena.alloc(self.ty_tup(*inputs_span, inputs));
        args.args.push(GenericArg::Type(inputs.try_as_ambig_ty().unwrap()));
        args.parenthesized = hir::GenericArgsParentheses::ReturnTypeNotationInputs;
        args.span = *inputs_span;
        args
    }

    fn lower_turbofish_in_type(&mut self, turbofish: &AngleBracketedArgs) -> GenericArgsCtor<'hir> {
        let itctx = ImplTraitContext::Disallowed(ImplTraitPosition::Path);
        self.lower_angle_bracketed_parameter_data(turbofish, ParamMode::Explicit, itctx).0
    }

    /// Lower the `(A)`, `::<T>(A)` or `::<T>(..)` of `T: Trait<method(A): Bound>`.
    ///
    /// `None` if it is something else, or the feature is not enabled and that is yet to be reported.
    pub(crate) fn try_lower_call_in_constraint(
        &mut self,
        args: &GenericArgs,
    ) -> Option<GenericArgsCtor<'hir>> {
        match args {
            GenericArgs::Parenthesized(inputs) => self.try_lower_call_in_type(inputs),
            GenericArgs::Turbofished(call) => {
                Some(self.lower_turbofished_call_in_type(call, GenericArgsMode::ReturnTypeNotation))
            }
            GenericArgs::AngleBracketed(_) | GenericArgs::ParenthesizedElided(_) => None,
        }
    }
}

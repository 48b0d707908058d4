//! Lowering of the arguments of a call in type position: `T::method(A, B)`, `f::<T>(..)`.
//!
//! In HIR they are generic arguments like any other, so that whatever walks those walks them, too:
//! first what the turbofish has, then a tuple of the types of the arguments, unless those are
//! elided with `..`.

use rustc_ast::{
    AngleBracketedArgs, FnRetTy, GenericArgs, NodeId, ParenthesizedArgs, Path, QSelf,
    TurbofishedCall,
};
use rustc_hir::def::{DefKind, Res};
use rustc_hir::{self as hir, GenericArg};
use rustc_span::{Ident, sym};

use crate::errors::{BadReturnTypeNotation, GenericTypeWithParentheses};
use crate::{
    AllowReturnTypeNotation, GenericArgsCtor, GenericArgsMode, ImplTraitContext, ImplTraitPosition,
    LoweringContext, ParamMode, ResolverAstLoweringExt,
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

    /// Lower `F(A)` or `F(..)`, where `F` is a type: what a value of that type returns when it is
    /// called. It is relative to the type, as `F::method(A)` is, by a segment without a name.
    ///
    /// `None` if it is something else.
    pub(super) fn try_lower_call_of_value(
        &mut self,
        id: NodeId,
        qself: &Option<Box<QSelf>>,
        path: &Path,
        param_mode: ParamMode,
        allowed: AllowReturnTypeNotation,
    ) -> Option<hir::QPath<'hir>> {
        let (
            AllowReturnTypeNotation::Yes,
            Some(Res::Def(DefKind::TyParam | DefKind::AssocTy, _) | Res::SelfTyParam { .. }),
        ) = (allowed, self.resolver.get_partial_res(id)?.full_res())
        else {
            return None;
        };
        let args = match path.segments.last()?.args.as_deref()? {
            GenericArgs::Parenthesized(inputs) => self.try_lower_call_in_type(inputs)?,
            &GenericArgs::ParenthesizedElided(span)
                if self.tcx.features().return_type_notation() =>
            {
                GenericArgsCtor {
                    args: Default::default(),
                    constraints: &[],
                    parenthesized: hir::GenericArgsParentheses::ReturnTypeNotation,
                    span,
                }
            }
            _ => return None,
        };

        let mut of_type = path.clone();
        let last = of_type.segments.last_mut()?;
        last.args = None;
        of_type.span = of_type.span.with_hi(last.ident.span.hi());
        let of_type = self.lower_qpath(
            id,
            qself,
            &of_type,
            param_mode,
            AllowReturnTypeNotation::No,
            ImplTraitContext::Disallowed(ImplTraitPosition::Path),
            None,
        );
        let (ty_id, call_id) = (self.next_id(), self.next_id());
        let span = path.span.with_hi(args.span.lo());
        let ty = self.arena.alloc(self.ty_path(ty_id, span, of_type));
        let call = hir::PathSegment {
            args: Some(args.into_generic_args(self)),
            infer_args: false,
            ..hir::PathSegment::new(
                Ident::new(sym::empty, self.lower_span(span.shrink_to_hi())),
                call_id,
                Res::Err,
            )
        };
        Some(hir::QPath::TypeRelative(ty, self.arena.alloc(call)))
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

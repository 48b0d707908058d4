//! Parsing of calls in type position: `f::<T>(A)`, `T::method(..)`.
//!
//! `f(A)` needs no parsing of its own: it looks like `Fn(A)`. What is parsed here is
//!
//! * `(..)`, which stands for any arguments, and
//! * a turbofish with arguments after it, `::<T>(A)` or `::<T>(..)`. Without the `::`, `Vec<T>(A)`
//!   is left alone: it is more likely to be a slip than a call.

use std::sync::atomic::Ordering;

use rustc_ast::{
    self as ast, AngleBracketedArgs, AttrVec, GenericArgs, MetaItemInner, ParenthesizedArgs,
};
use rustc_errors::PResult;
use rustc_macros::Diagnostic;
use rustc_session::config::Cfg;
use rustc_span::{Span, Symbol, sym};

use crate::parser::ty::{AllowPlus, RecoverQPath, RecoverReturnSign};
use crate::parser::{Parser, Restrictions, token};
use crate::{errors, exp};

impl<'a> Parser<'a> {
    /// Remember that a module's attributes enable `return_type_notation`, for the rest of the
    /// crate root is parsed before anyone else looks at them.
    pub(in crate::parser) fn note_return_type_notation(&self, attrs: &AttrVec) {
        let is_enabled = attrs
            .iter()
            .filter_map(|attr| Some((attr.name()?, attr.meta_item_list()?)))
            .any(|(name, args)| enables_return_type_notation(&self.psess.config, name, &args));
        if is_enabled {
            self.psess.return_type_notation.store(true, Ordering::Relaxed);
        }
    }

    /// Whether the notation is surely enabled, so that nothing else can be meant.
    fn is_return_type_notation_enabled(&self) -> bool {
        self.psess.return_type_notation.load(Ordering::Relaxed)
    }

    /// Parse types where an expression is what was meant more often: the type of a cast, or the
    /// generic arguments in an expression's path.
    pub(in crate::parser) fn parse_beside_expr<T>(
        &mut self,
        parse: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.with_res(self.restrictions | Restrictions::NO_CALL_IN_TYPE, parse)
    }

    /// Whether the `(` after a turbofish begins the arguments of a call.
    ///
    /// Without the feature, a macro that matches a `$t:ty` and then `(` has to go on working, an
    /// empty turbofish is more likely to be an unfinished one, and beside an expression there is a
    /// suggestion that says how to make one of it.
    pub(super) fn is_turbofished_call(&self, turbofish: &AngleBracketedArgs) -> bool {
        self.token == token::OpenParen
            && (self.is_return_type_notation_enabled()
                || self.subparser_name.is_none()
                    && !turbofish.args.is_empty()
                    && !self.restrictions.contains(Restrictions::NO_CALL_IN_TYPE))
    }

    /// Parse the `(A)` or `(..)` in `f::<T>(A)`.
    pub(super) fn parse_turbofished_call(
        &mut self,
        turbofish: AngleBracketedArgs,
    ) -> PResult<'a, Box<GenericArgs>> {
        if self.is_return_type_notation_enabled() {
            return self.parse_inputs_of_turbofished_call(turbofish);
        }
        // What can't be the arguments is left to who can recover from it.
        let snapshot = self.create_snapshot_for_diagnostic();
        match self.parse_inputs_of_turbofished_call(turbofish.clone()) {
            Ok(call) => Ok(call),
            Err(err) => {
                err.cancel();
                self.restore_snapshot(snapshot);
                Ok(turbofish.into())
            }
        }
    }

    fn parse_inputs_of_turbofished_call(
        &mut self,
        turbofish: AngleBracketedArgs,
    ) -> PResult<'a, Box<GenericArgs>> {
        let inputs = if self.is_elided_call_inputs() {
            Box::new(GenericArgs::ParenthesizedElided(self.parse_dots()?))
        } else {
            let lo = self.token.span;
            let (inputs, _) = self.parse_paren_comma_seq(|p| p.parse_ty())?;
            let inputs_span = lo.to(self.prev_token.span);
            // Like that of `f(A) -> B`, a return type is refused only after parsing.
            let output =
                self.parse_ret_ty(AllowPlus::No, RecoverQPath::No, RecoverReturnSign::No)?;
            let span = lo.to(self.prev_token.span);
            Box::new(GenericArgs::Parenthesized(ParenthesizedArgs {
                span,
                inputs,
                inputs_span,
                output,
            }))
        };
        let call = ast::TurbofishedCall { turbofish, inputs };
        self.psess.gated_spans.gate(sym::return_type_notation, call.span());
        Ok(Box::new(GenericArgs::Turbofished(call)))
    }

    /// Whether what follows is `(..)`, or `(...)` where nothing else can be meant.
    pub(super) fn is_elided_call_inputs(&self) -> bool {
        self.token == token::OpenParen
            && self.look_ahead(1, |token| {
                *token == token::DotDot
                    || *token == token::DotDotDot && self.is_return_type_notation_enabled()
            })
    }

    /// Parse `(..)`.
    pub(super) fn parse_elided_call_inputs(&mut self) -> PResult<'a, Box<GenericArgs>> {
        let span = self.parse_dots()?;
        self.psess.gated_spans.gate(sym::return_type_notation, span);
        Ok(Box::new(GenericArgs::ParenthesizedElided(span)))
    }

    /// Recover from a where-clause that goes on neither with `:` nor with `=`: the `D::get(..)` of which it
    /// is to be said what it is, or `D.get(..): Send`.
    pub(in crate::parser) fn recover_call_without_bound(&self, ty: &ast::Ty) -> PResult<'a, bool> {
        let ast::TyKind::Path(_, path) = &ty.kind else { return Ok(false) };
        if !self.is_return_type_notation_enabled() {
            return Ok(false);
        }
        if self.token == token::Dot
            && self.look_ahead(1, |token| token.is_ident())
            && self.look_ahead(2, |token| *token == token::OpenParen)
        {
            return Err(self.dcx().create_err(MethodCallInType { span: self.token.span }));
        }
        let args = path.segments.last().and_then(|segment| segment.args.as_deref());
        let is_call =
            matches!(args, Some(GenericArgs::ParenthesizedElided(_) | GenericArgs::Turbofished(_)));
        if is_call {
            let after_call = ty.span.shrink_to_hi();
            self.dcx().emit_err(CallWithoutBound { span: ty.span, after_call });
        }
        Ok(is_call)
    }

    fn parse_dots(&mut self) -> PResult<'a, Span> {
        let lo = self.token.span;
        self.bump(); // (
        self.bump(); // ..
        let dots = self.prev_token;
        let mut is_bad = dots == token::DotDotDot;
        if self.is_return_type_notation_enabled() && self.may_recover() {
            is_bad |= self.eat(exp!(Comma));
        }
        self.expect(exp!(CloseParen))?;
        let span = lo.to(self.prev_token.span);
        if is_bad {
            self.dcx().emit_err(BadElidedCallInputs { span });
        }

        let after_inputs = self.prev_token.span.shrink_to_hi();
        if self.eat_noexpect(&token::RArrow) {
            let lo = self.prev_token.span;
            let ty = self.parse_ty()?;
            let span = lo.to(ty.span);
            let suggestion = after_inputs.to(ty.span);
            self.dcx().emit_err(errors::BadReturnTypeNotationOutput { span, suggestion });
        }

        Ok(span)
    }
}

/// Whether `#![name(args)]` enables the notation: as `#![feature(..)]`, or as a `#![cfg_attr(..)]`
/// that comes to be one.
///
/// All this is evaluated once more after parsing, which is when mistakes in it are reported.
fn enables_return_type_notation(config: &Cfg, name: Symbol, args: &[MetaItemInner]) -> bool {
    match (name, args) {
        (sym::feature, args) => args.iter().any(|arg| arg.has_name(sym::return_type_notation)),
        (sym::cfg_attr, [predicate, attrs @ ..]) => {
            is_cfg_met(config, None, predicate)
                && attrs.iter().any(|attr| {
                    matches!((attr.name(), attr.meta_item_list()), (Some(name), Some(args))
                        if enables_return_type_notation(config, name, args))
                })
        }
        _ => false,
    }
}

/// Whether a configuration predicate holds. `prefix` is the `target` of `target(os = "linux")`.
///
/// What is not known here does not.
fn is_cfg_met(config: &Cfg, prefix: Option<Symbol>, predicate: &MetaItemInner) -> bool {
    if let Some(lit) = predicate.lit() {
        return matches!(lit.kind, ast::LitKind::Bool(true));
    }
    let Some(name) = predicate.name() else { return false };
    let is_met = |predicate| is_cfg_met(config, prefix, predicate);
    match (name, predicate.meta_item_list()) {
        (sym::all, Some(list)) => list.iter().all(is_met),
        (sym::any, Some(list)) => list.iter().any(is_met),
        (sym::not, Some([predicate])) => !is_met(predicate),
        (sym::target, Some(list)) => {
            list.iter().all(|predicate| is_cfg_met(config, Some(sym::target), predicate))
        }
        (_, Some(_)) => false,
        (name, None) => {
            let name = match prefix {
                Some(prefix) => Symbol::intern(&format!("{prefix}_{name}")),
                None => name,
            };
            config.contains(&(name, predicate.value_str()))
        }
    }
}

/// `T::method(...)` or `T::method(..,)`.
#[derive(Diagnostic)]
#[diag("return type notation elides all arguments with just `..`")]
struct BadElidedCallInputs {
    #[primary_span]
    #[suggestion(
        "write `..` alone",
        code = "(..)",
        applicability = "machine-applicable",
        style = "verbose"
    )]
    span: Span,
}

/// `where D.method(..): Send`.
#[derive(Diagnostic)]
#[diag("a method of a type is not called with `.`")]
struct MethodCallInType {
    #[primary_span]
    #[suggestion(
        "write a path",
        code = "::",
        applicability = "machine-applicable",
        style = "verbose"
    )]
    span: Span,
}

/// `where D::method(..)`.
#[derive(Diagnostic)]
#[diag("missing bound on what a call returns")]
struct CallWithoutBound {
    #[primary_span]
    #[label("what it returns is to have some trait")]
    span: Span,
    #[suggestion(
        "say which trait that is, such as `Send`",
        code = ": Send",
        applicability = "has-placeholders",
        style = "verbose"
    )]
    after_call: Span,
}

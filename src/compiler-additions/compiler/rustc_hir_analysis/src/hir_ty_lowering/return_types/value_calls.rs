//! Lowering of what a value returns where it is called: `F(A)`, for an `F` that is bounded by a trait
//! of functions.
//!
//! ```ignore (illustrative)
//! where F: Fn(u8) -> R     // F(u8) is <F as FnOnce<(u8,)>>::Output, which is R
//! where F: AsyncFnOnce(u8) // F(u8) is <F as AsyncFnOnce<(u8,)>>::CallOnceFuture
//! where F: AsyncFn(&str), F(..): Send
//! // stands for
//! where
//!     for<'s, 'a> <F as AsyncFnMut<(&'s str,)>>::CallRefFuture<'a>: Send,
//!     for<'s> <F as AsyncFnOnce<(&'s str,)>>::CallOnceFuture: Send,
//! ```
//!
//! An `AsyncFn` may be called by reference, and be passed on to who calls it by value: these calls
//! have two futures, and a bound is about both. Elsewhere, there has to be one: what an `AsyncFn`
//! returns by reference has a lifetime that `F(A)` does not say, so it is refused there.
//!
//! In HIR, the call is a segment without a name, relative to `F`. Which lifetimes a bound has of
//! itself is `resolve_bound_vars::return_types::value_calls`' business.

use rustc_data_structures::fx::{FxHashSet, FxIndexSet};
use rustc_errors::codes::*;
use rustc_hir::LangItem;
use rustc_macros::Diagnostic;
use rustc_trait_selection::traits;

use super::calls::CallPosition;
use super::*;

/// `F(..)` as the subject of a bound.
#[derive(Debug)]
pub(super) struct CallOfValue<'tcx> {
    pub ty: Ty<'tcx>,
    /// The future of a call by value, where `ty` is that of a call by reference.
    pub by_value: Option<Ty<'tcx>>,
}

/// The type of a value that is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct CalledType<'tcx> {
    ty: Ty<'tcx>,
    /// Where lifetime resolution leaves the variables that are left out.
    qself: &'tcx hir::Ty<'tcx>,
}

/// Which calls there are of a value.
struct Callable<'tcx> {
    /// `F: FnOnce<A>` or `F: AsyncFnOnce<A>`
    once: ty::PolyTraitRef<'tcx>,
    is_async: bool,
    /// How an `async` call borrows the value, if it does.
    borrows: Option<hir::Mutability>,
}

#[derive(Diagnostic)]
#[diag(
    "what calling a value of type `{$called}` returns is not known: it is not bounded by a trait of functions"
)]
#[help("bound it by `Fn`, `AsyncFn` or one of their kin, as in `{$called}: AsyncFn(u32) -> u8`")]
struct NotCallable<'tcx> {
    #[primary_span]
    #[label("this call needs such a bound")]
    span: Span,
    called: Ty<'tcx>,
    #[note("of an associated type, only the bounds where it is declared are looked at")]
    is_associated: bool,
}

#[derive(Diagnostic)]
#[diag("an associated type with parameters of its own can't be called in a type")]
#[note("which type it is, its own parameters say, and a call has no place for them")]
#[help("call a type parameter that is bounded by the same trait of functions")]
struct CallOfGenericType {
    #[primary_span]
    #[label("this associated type has parameters")]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("ambiguous call of `{$called}`, which is bounded by several traits of functions", code = E0221)]
#[note("it could be that of {$bounds}")]
#[help("keep one of these bounds")]
struct AmbiguousCallOfValue<'tcx> {
    #[primary_span]
    #[label("ambiguous call")]
    span: Span,
    called: Ty<'tcx>,
    bounds: String,
}

#[derive(Diagnostic)]
#[diag(
    "what calling a value of type `{$called}` returns has a lifetime that `{$call}` does not say"
)]
#[note("an `AsyncFn` is borrowed while its future lives")]
#[help(
    "say which: `{$called}::{$method}({$receiver}, {$inputs})`, with a lifetime that is in scope"
)]
struct CallBorrowsValue<'tcx> {
    #[primary_span]
    #[label("only the subject of a bound is about all such lifetimes")]
    span: Span,
    called: Ty<'tcx>,
    call: String,
    method: Symbol,
    receiver: String,
    inputs: String,
    #[note("`{$method}` needs `#![feature(async_fn_traits)]`")]
    lacks_gate: bool,
}

#[derive(Diagnostic)]
#[diag("`(..)` stands for many types outside of a bound")]
struct ElidedCallOfValue {
    #[primary_span]
    #[label("the arguments are missing")]
    span: Span,
    #[suggestion(
        "write the types of the arguments",
        code = "{inputs}",
        applicability = "maybe-incorrect",
        style = "verbose"
    )]
    args_span: Span,
    inputs: String,
}

#[derive(Diagnostic)]
#[diag(
    "a value of type `{$called}` is called with {$expected} {$expected ->
        [one] argument
        *[other] arguments
    }, not with {$found}"
)]
struct WrongNumberOfInputs<'tcx> {
    #[primary_span]
    #[label("expected `{$inputs}`")]
    span: Span,
    called: Ty<'tcx>,
    expected: usize,
    found: usize,
    inputs: String,
}

impl<'tcx> dyn HirTyLowerer<'tcx> + '_ {
    /// The `F` of `F(A)`, or the `T::Handler` of `T::Handler(A)`, if no function has that name.
    pub(super) fn type_of_called_value(
        &self,
        hir_ty: &hir::Ty<'tcx>,
        qpath: &hir::QPath<'tcx>,
    ) -> Result<Option<CalledType<'tcx>>, ErrorGuaranteed> {
        let tcx = self.tcx();
        let hir::QPath::TypeRelative(qself, segment) = *qpath else { return Ok(None) };
        if segment.is_call_of_value() {
            let ty = self.lower_ty(qself);
            ty.error_reported()?;
            return Ok(Some(CalledType { ty, qself }));
        }
        if !tcx.features().return_type_notation() {
            return Ok(None);
        }
        if let Some(ty) = self.associated_type_of_impl(qself, segment.ident) {
            return Ok(Some(CalledType { ty, qself }));
        }
        if !self.is_associated_type_of_param(hir_ty.span, qself, segment.ident) {
            return Ok(None);
        }
        let self_ty = self.lower_ty(qself);
        let (tag, id) = (ty::AssocTag::Type, hir_ty.hir_id);
        let (assoc_ty, bound) =
            self.resolve_type_relative_path(self_ty, qself, tag, segment, id, hir_ty.span, None)?;
        if !tcx.generics_of(assoc_ty).own_params.is_empty() {
            return Err(self.dcx().emit_err(CallOfGenericType { span: segment.ident.span }));
        }
        Ok(bound
            .no_bound_vars()
            .map(|bound| CalledType { ty: Ty::new_projection(tcx, assoc_ty, bound.args), qself }))
    }

    /// `<V as Service>::Handler`, where `Self::Handler(A)` is written in an impl of `Service` for `V`: as
    /// in the trait, it is its bounds that say what it is called with.
    fn associated_type_of_impl(&self, qself: &hir::Ty<'tcx>, ident: Ident) -> Option<Ty<'tcx>> {
        let tcx = self.tcx();
        let hir::TyKind::Path(hir::QPath::Resolved(None, path)) = qself.kind else { return None };
        let Res::SelfTyAlias { alias_to: impl_def_id, is_trait_impl: true, .. } = path.res else {
            return None;
        };
        let trait_ref = tcx.impl_trait_ref(impl_def_id).instantiate_identity();
        let items = tcx.associated_items(trait_ref.def_id);
        let find = |tag| items.find_by_ident_and_kind(tcx, ident, tag, trait_ref.def_id);
        let assoc_ty = find(ty::AssocTag::Type).filter(|_| find(ty::AssocTag::Fn).is_none())?;
        let has_own_params = !tcx.generics_of(assoc_ty.def_id).own_params.is_empty();
        (!has_own_params).then(|| Ty::new_projection(tcx, assoc_ty.def_id, trait_ref.args))
    }

    /// Whether the bounds of a type parameter have an associated type of this name, and no function.
    fn is_associated_type_of_param(
        &self,
        span: Span,
        hir_ty: &hir::Ty<'tcx>,
        ident: Ident,
    ) -> bool {
        let tcx = self.tcx();
        let hir::TyKind::Path(hir::QPath::Resolved(None, path)) = hir_ty.kind else { return false };
        let (Res::Def(DefKind::TyParam, param) | Res::SelfTyParam { trait_: param }) = path.res
        else {
            return false;
        };
        let bounds = self.probe_ty_param_bounds(span, param.expect_local(), ident);
        let bounds = bounds.iter_identity_copied().filter_map(|(clause, _)| {
            Some(clause.as_trait_clause()?.map_bound(|bound| bound.trait_ref))
        });
        let traits: Vec<_> =
            traits::transitive_bounds_that_define_assoc_item(tcx, bounds, ident).collect();
        let has = |tag| {
            traits.iter().map(|bound| bound.def_id()).any(|def_id| {
                let items = tcx.associated_items(def_id);
                items.find_by_ident_and_kind(tcx, ident, tag, def_id).is_some()
            })
        };
        has(ty::AssocTag::Type) && !has(ty::AssocTag::Fn)
    }

    /// The second subject of the bound `F(..): Send`, if there are two: what `F` returns where it is
    /// called by value.
    pub fn lower_call_by_value_in_bound(&self, hir_ty: &hir::Ty<'tcx>) -> Option<Ty<'tcx>> {
        let hir::TyKind::Path(qpath) = &hir_ty.kind else { return None };
        let segment = super::calls::segment_of_call(qpath)?;
        // Nothing is recorded where there is an error, which has been reported.
        self.written_vars_of_call(segment)?;
        let called = self.type_of_called_value(hir_ty, qpath).ok()??;
        let position = CallPosition::SubjectOfBound;
        self.lower_call_of_value(hir_ty.span, called, segment, position).ok()?.by_value
    }

    #[instrument(level = "debug", skip(self, span), ret)]
    pub(super) fn lower_call_of_value(
        &self,
        span: Span,
        CalledType { ty: called, qself }: CalledType<'tcx>,
        segment: &hir::PathSegment<'tcx>,
        position: CallPosition,
    ) -> Result<CallOfValue<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx();
        let callable = self.calls_of_value(span, qself, called)?;
        let (_, inputs) = segment.args().return_type_notation_args();
        let known_inputs = callable.once.skip_binder().args.type_at(1);

        if position == CallPosition::Type {
            if inputs.is_none() {
                return Err(self.dcx().emit_err(ElidedCallOfValue {
                    span,
                    args_span: segment.args().span_ext,
                    inputs: tuple_as_inputs(tcx, known_inputs),
                }));
            }
            if let Some(mutability) = callable.borrows {
                return Err(self.refuse_call_that_borrows(span, called, segment, mutability));
            }
        }

        let mut borrow = None;
        let mut first_var = 0;
        if position == CallPosition::SubjectOfBound {
            let vars_of = tcx.late_bound_vars_map(segment.hir_id.owner);
            let appended = vars_of.get(&qself.hir_id.local_id);
            let (Some(written), Some(appended)) = (self.written_vars_of_call(segment), appended)
            else {
                return Err(self.refuse_uncallable(span, called));
            };
            first_var = written;
            let num_inputs = match inputs {
                Some(_) => 0,
                None => callable.once.bound_vars().len(),
            };
            if appended.len() != num_inputs + usize::from(callable.borrows.is_some()) {
                return Err(self.refuse_ambiguous_call(span, qself, called));
            }
            borrow = callable.borrows.map(|_| {
                let var = ty::BoundVar::from_usize(first_var + num_inputs);
                let kind = appended.last().unwrap().expect_region();
                ty::Region::new_bound(tcx, ty::INNERMOST, ty::BoundRegion { var, kind })
            });
        }

        let inputs = match inputs {
            Some(inputs) => {
                if let ty::Tuple(known) = *known_inputs.kind()
                    && known.len() != inputs.len()
                {
                    return Err(self.dcx().emit_err(WrongNumberOfInputs {
                        span: segment.args().span_ext,
                        called,
                        expected: known.len(),
                        found: inputs.len(),
                        inputs: tuple_as_inputs(tcx, known_inputs),
                    }));
                }
                // In HIR, it is the type of a tuple.
                let Some(hir::GenericArg::Type(tuple)) = segment.args().args.last() else {
                    bug!("a call without arguments: {segment:?}")
                };
                self.lower_ty(tuple.as_unambig_ty())
            }
            // Those of the bound become variables of this one.
            None => fold_regions(tcx, known_inputs, |region, depth| match region.kind() {
                ty::ReBound(ty::BoundVarIndexKind::Bound(_), bound) => {
                    let var = ty::BoundVar::from_usize(first_var + bound.var.as_usize());
                    ty::Region::new_bound(tcx, depth, ty::BoundRegion { var, kind: bound.kind })
                }
                _ => region,
            }),
        };
        inputs.error_reported()?;
        let output = |item, args: &[ty::GenericArg<'tcx>]| {
            Ty::new_projection(tcx, tcx.require_lang_item(item, span), args.iter().copied())
        };
        let once = match callable.is_async {
            true => output(LangItem::CallOnceFuture, &[called.into(), inputs.into()]),
            false => output(LangItem::FnOnceOutput, &[called.into(), inputs.into()]),
        };
        Ok(match borrow {
            Some(borrow) => CallOfValue {
                ty: output(LangItem::CallRefFuture, &[called.into(), inputs.into(), borrow.into()]),
                by_value: Some(once),
            },
            None => CallOfValue { ty: once, by_value: None },
        })
    }

    /// The future of calling a value that implements `AsyncFnMut(&str)` or `AsyncFnOnce(&str)`, for all
    /// lifetimes.
    pub(in crate::hir_ty_lowering) fn async_call_for_all_lifetimes(
        &self,
        trait_ref: ty::PolyTraitRef<'tcx>,
    ) -> Option<ty::Binder<'tcx, Ty<'tcx>>> {
        let tcx = self.tcx();
        if tcx.is_lang_item(trait_ref.def_id(), LangItem::AsyncFnOnce) {
            let item = tcx.lang_items().get(LangItem::CallOnceFuture)?;
            return Some(trait_ref.map_bound(|bound| Ty::new_projection(tcx, item, bound.args)));
        }
        if !tcx.is_lang_item(trait_ref.def_id(), LangItem::AsyncFnMut) {
            return None;
        }
        let item = tcx.lang_items().get(LangItem::CallRefFuture)?;
        let kind = ty::BoundRegionKind::Named(tcx.generics_of(item).own_params[0].def_id);
        let var = ty::BoundVar::from_usize(trait_ref.bound_vars().len());
        let bound_vars = trait_ref.bound_vars().iter();
        let bound_vars = bound_vars.chain([ty::BoundVariableKind::Region(kind)]);
        let bound_vars = tcx.mk_bound_variable_kinds_from_iter(bound_vars);
        let borrow = ty::Region::new_bound(tcx, ty::INNERMOST, ty::BoundRegion { var, kind });
        let args = trait_ref.skip_binder().args.iter().chain([borrow.into()]);
        Some(ty::Binder::bind_with_vars(Ty::new_projection(tcx, item, args), bound_vars))
    }

    /// How many variables the bound has of itself that this call is the subject of.
    fn written_vars_of_call(&self, segment: &hir::PathSegment<'tcx>) -> Option<usize> {
        let vars_of = self.tcx().late_bound_vars_map(segment.hir_id.owner);
        Some(vars_of.get(&segment.hir_id.local_id)?.len())
    }

    fn refuse_uncallable(&self, span: Span, called: Ty<'tcx>) -> ErrorGuaranteed {
        let is_associated = matches!(called.kind(), ty::Alias(..));
        self.dcx().emit_err(NotCallable { span, called, is_associated })
    }

    /// Find the bound that says what values of this type are called with.
    fn calls_of_value(
        &self,
        span: Span,
        of_type: &hir::Ty<'tcx>,
        called: Ty<'tcx>,
    ) -> Result<Callable<'tcx>, ErrorGuaranteed> {
        let tcx = self.tcx();
        let bounds_by = |item: LangItem, method: Symbol| -> Vec<ty::PolyTraitRef<'tcx>> {
            let of_trait = tcx.lang_items().get(item);
            let bounds = self.bounds_of_called_type(span, of_type, called, method);
            traits::transitive_bounds_that_define_assoc_item(
                tcx,
                bounds.into_iter(),
                Ident::with_dummy_span(method),
            )
            .filter(|bound| Some(bound.def_id()) == of_trait)
            .collect()
        };
        let mut once = bounds_by(LangItem::FnOnce, sym::call_once);
        let num_sync = once.len();
        once.extend(bounds_by(LangItem::AsyncFnOnce, sym::async_call_once));
        match once[..] {
            [] => Err(self.refuse_uncallable(span, called)),
            [once] => {
                let is_async = num_sync == 0;
                let is_bounded_by = |item, method| is_async && !bounds_by(item, method).is_empty();
                let borrows = if is_bounded_by(LangItem::AsyncFn, sym::async_call) {
                    Some(hir::Mutability::Not)
                } else if is_bounded_by(LangItem::AsyncFnMut, sym::async_call_mut) {
                    Some(hir::Mutability::Mut)
                } else {
                    None
                };
                Ok(Callable { once, is_async, borrows })
            }
            _ => Err(self.refuse_ambiguous_call(span, of_type, called)),
        }
    }

    /// The bounds of a type, as far as they may lead to a trait that has this method.
    fn bounds_of_called_type(
        &self,
        span: Span,
        of_type: &hir::Ty<'tcx>,
        called: Ty<'tcx>,
        method: Symbol,
    ) -> Vec<ty::PolyTraitRef<'tcx>> {
        let tcx = self.tcx();
        let bounds: Vec<_> = match (of_type.kind, *called.kind()) {
            (hir::TyKind::Path(hir::QPath::Resolved(None, path)), ty::Param(_))
                if let Res::Def(DefKind::TyParam, param) | Res::SelfTyParam { trait_: param } =
                    path.res =>
            {
                let method = Ident::with_dummy_span(method);
                let bounds = self.probe_ty_param_bounds(span, param.expect_local(), method);
                bounds.iter_identity_copied().map(|(clause, _)| clause).collect()
            }
            (_, ty::Alias(ty::Projection, alias)) => {
                let bounds = tcx.explicit_item_self_bounds(alias.def_id);
                bounds.iter_instantiated_copied(tcx, alias.args).map(|(clause, _)| clause).collect()
            }
            _ => vec![],
        };
        let bounds = bounds.into_iter().filter_map(|clause| clause.as_trait_clause());
        bounds.map(|bound| bound.map_bound(|bound| bound.trait_ref)).collect()
    }

    /// Name the bounds as they are written, such as `Fn(u8)`, not the `FnOnce<(u8,)>` they lead to.
    fn refuse_ambiguous_call(
        &self,
        span: Span,
        of_type: &hir::Ty<'tcx>,
        called: Ty<'tcx>,
    ) -> ErrorGuaranteed {
        let tcx = self.tcx();
        let mut bounds = FxIndexSet::default();
        let mut implied = FxHashSet::default();
        for method in [sym::call_once, sym::async_call_once] {
            let ident = Ident::with_dummy_span(method);
            for bound in self.bounds_of_called_type(span, of_type, called, method) {
                let bound = [bound].into_iter();
                for bound in traits::transitive_bounds_that_define_assoc_item(tcx, bound, ident) {
                    if tcx.trait_def(bound.def_id()).paren_sugar && bounds.insert(bound) {
                        implied.extend(traits::supertraits(tcx, bound).skip(1));
                    }
                }
            }
        }
        bounds.retain(|bound| !implied.contains(bound));
        let bounds = bounds.iter().map(|bound| format!("`{}`", bound.print_trait_sugared()));
        let bounds = bounds.collect::<Vec<_>>().join(" or ");
        self.dcx().emit_err(AmbiguousCallOfValue { span, called, bounds })
    }

    fn refuse_call_that_borrows(
        &self,
        span: Span,
        called: Ty<'tcx>,
        segment: &hir::PathSegment<'tcx>,
        mutability: hir::Mutability,
    ) -> ErrorGuaranteed {
        let inputs = segment.args().return_type_notation_args().1.unwrap_or_default();
        let source_map = self.tcx().sess.source_map();
        let inputs = inputs
            .iter()
            .map(|input| source_map.span_to_snippet(input.span).unwrap_or_else(|_| "_".to_owned()));
        let inputs: Vec<_> = inputs.collect();
        let comma = if inputs.len() == 1 { "," } else { "" };
        let inputs = inputs.join(", ");
        self.dcx().emit_err(CallBorrowsValue {
            span,
            called,
            call: format!("{called}({inputs})"),
            method: match mutability {
                hir::Mutability::Not => sym::async_call,
                hir::Mutability::Mut => sym::async_call_mut,
            },
            receiver: format!("&'a {}{called}", mutability.prefix_str()),
            inputs: format!("({inputs}{comma})"),
            lacks_gate: !self.tcx().features().enabled(sym::async_fn_traits),
        })
    }
}

/// `(u8, &str)` as the parentheses of a call, `(u8, &str)`; and `(u8,)` as `(u8)`.
fn tuple_as_inputs<'tcx>(tcx: TyCtxt<'tcx>, inputs: Ty<'tcx>) -> String {
    let inputs = match *inputs.kind() {
        ty::Tuple(inputs) => inputs.iter().collect::<Vec<_>>(),
        _ => vec![inputs],
    };
    let inputs = inputs
        .into_iter()
        .map(|input| super::refused_calls::without_lifetimes(tcx, input).to_string());
    format!("({})", inputs.collect::<Vec<_>>().join(", "))
}

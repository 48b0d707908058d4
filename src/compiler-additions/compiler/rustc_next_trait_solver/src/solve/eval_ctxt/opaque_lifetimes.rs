//! Opaque types that a bound on futures asks for again, with other lifetimes.
//!
//! ```ignore (illustrative)
//! fn d(&self) -> impl D<d(..): Send> { 1u8 }
//! // The hidden type has to meet `for<'b> <u8 as D>::d<'b>: Send`, which is this opaque type for `'b`.
//! ```
//!
//! To ask what the hidden type has to meet once more would go on for ever: each time, the lifetime is
//! another one. In generic code a type may be another one:
//!
//! ```ignore (illustrative)
//! impl<T: D> D for Vec<T> { fn d(&self) -> impl D<d(..): Send> { self.iter().map(D::d).collect::<Vec<_>>() } }
//! // `for<'b> <Vec<T::d<'a>> as D>::d<'b>: Send` is about the opaque type of `T::d<'a>`
//! ```
//!
//! Nor does it end if the method has no lifetime: the question is the same one then.
//!
//! What holds for the first instance is shown for all lifetimes and types where the definition is checked. The
//! first one itself is asked as often as upstream asks: its hidden type may be known only in part when it is
//! asked for the first time, and what is inferred, and reported, comes from its bounds.
//!
//! Type checking, which leaves lifetimes to borrow checking, takes two that differ in lifetimes for one
//! opaque type.

use derive_where::derive_where;
use rustc_type_ir::inherent::*;
use rustc_type_ir::solve::GoalSource;
use rustc_type_ir::{self as ty, InferCtxtLike, Interner, TypingMode, fold_regions};
use tracing::instrument;

use crate::delegate::SolverDelegate;
use crate::solve::{EvalCtxt, Goal};

/// An opaque type of which an instance has been asked for before.
#[derive_where(Debug; I: Interner)]
pub(in crate::solve) enum KnownInstance<I: Interner> {
    /// It is the first one.
    First,
    /// It differs at most in lifetimes from one with this hidden type, as far as that is known.
    Similar(I::Ty),
    Other,
}

impl<D, I> EvalCtxt<'_, D>
where
    D: SolverDelegate<Interner = I>,
    I: Interner,
{
    /// Whether an opaque type that has such a bound has been asked for, this instance or another one.
    #[instrument(level = "debug", skip(self), ret)]
    pub(in crate::solve) fn known_instance_of_opaque(
        &self,
        key: ty::OpaqueTypeKey<I>,
    ) -> Option<KnownInstance<I>> {
        let cx = self.cx();
        if !cx.has_bounds_on_futures() || !is_bounded_by_its_own_future(cx, key.def_id.into()) {
            return None;
        }
        let erase = |args| fold_regions(cx, args, |_, _| I::Region::new_static(cx));
        let erased: I::GenericArgs = erase(key.args);
        let mut known = None;
        for (other, hidden_ty) in self.delegate.clone_opaque_types_lookup_table() {
            if other.def_id == key.def_id {
                if known.is_none() && other.args == key.args {
                    return Some(KnownInstance::First);
                }
                if erase(other.args) == erased {
                    return Some(KnownInstance::Similar(hidden_ty));
                }
                known = Some(KnownInstance::Other);
            }
        }
        known
    }

    /// Ask that the hidden type meets the bounds of the opaque type, unless this would not end.
    pub(in crate::solve) fn add_item_bounds_of_instance(
        &mut self,
        known: Option<KnownInstance<I>>,
        opaque: I::DefId,
        args: I::GenericArgs,
        param_env: I::ParamEnv,
        hidden_ty: I::Ty,
    ) {
        let cx = self.cx();
        // Borrow checking, which knows the hidden type at once, asks what type checking has asked.
        let is_asked_in_part = match known {
            None => {
                matches!(self.typing_mode(), TypingMode::Borrowck { .. })
                    && cx.has_bounds_on_futures()
            }
            Some(KnownInstance::First) => true,
            Some(KnownInstance::Similar(_) | KnownInstance::Other) => return,
        };
        match is_asked_in_part {
            false => self.add_item_bounds_for_hidden_type(opaque, args, param_env, hidden_ty),
            true => {
                let mut goals: Vec<Goal<I, I::Predicate>> = Vec::new();
                self.delegate.add_item_bounds_for_hidden_type(
                    opaque, args, param_env, hidden_ty, &mut goals,
                );
                // That of a method with lifetimes is about another instance.
                if cx.is_opaque_of_trait_fn(opaque) {
                    goals.retain(|goal| {
                        goal.predicate.as_clause().is_none_or(|clause| {
                            clause.kind().no_bound_vars().is_none()
                                || !is_bound_of_returned_type(cx, clause)
                        })
                    });
                }
                self.add_goals(GoalSource::AliasWellFormed, goals);
            }
        }
    }
}

/// Whether a bound of an opaque type is about what one of its methods returns: `impl D<d(..): Send>`.
fn is_bounded_by_its_own_future<I: Interner>(cx: I, opaque: I::DefId) -> bool {
    let mut bounds = cx.item_bounds(opaque).skip_binder().into_iter();
    bounds.any(|clause| is_bound_of_returned_type(cx, clause))
}

fn is_bound_of_returned_type<I: Interner>(cx: I, clause: I::Clause) -> bool {
    matches!(clause.kind().skip_binder(), ty::ClauseKind::Trait(bound)
        if matches!(bound.self_ty().kind(), ty::Alias(ty::Projection, alias)
            if cx.is_impl_trait_in_trait(alias.def_id)))
}

//! Opaque types that a bound on futures asks for again, with other lifetimes.
//!
//! ```ignore (illustrative)
//! fn d(&self) -> impl D<d(..): Send> { 1u8 }
//! // The hidden type has to meet `for<'b> <u8 as D>::d<'b>: Send`, which is this opaque type for `'b`.
//! ```
//!
//! To ask what the hidden type has to meet once more would go on for ever: each time, the lifetime is
//! another one. Without a lifetime, it is the same question each time, and in generic code a type may be
//! another one:
//!
//! ```ignore (illustrative)
//! impl<T: D> D for Vec<T> { fn d(&self) -> impl D<d(..): Send> { self.iter().map(D::d).collect::<Vec<_>>() } }
//! // `for<'b> <Vec<T::d<'a>> as D>::d<'b>: Send` is about the opaque type of `T::d<'a>`
//! ```
//!
//! What holds for the first ones is shown for all lifetimes and types where the definition is checked.
//!
//! Type checking, which leaves lifetimes to borrow checking, takes two that differ in lifetimes for one
//! opaque type.

use rustc_type_ir::inherent::*;
use rustc_type_ir::{self as ty, InferCtxtLike, Interner, fold_regions};
use tracing::instrument;

use crate::delegate::SolverDelegate;
use crate::solve::EvalCtxt;

impl<D, I> EvalCtxt<'_, D>
where
    D: SolverDelegate<Interner = I>,
    I: Interner,
{
    /// Whether the bounds of an opaque type that has such a bound have been asked, of this instance or another
    /// one, and for one that differs at most in lifetimes, its hidden type, as far as it is known.
    #[instrument(level = "debug", skip(self), ret)]
    pub(in crate::solve) fn known_instance_of_opaque(
        &self,
        key: ty::OpaqueTypeKey<I>,
    ) -> Option<Option<I::Ty>> {
        let cx = self.cx();
        if !cx.has_bounds_on_futures() || !is_bounded_by_its_own_future(cx, key.def_id.into()) {
            return None;
        }
        let erase = |args| fold_regions(cx, args, |_, _| I::Region::new_static(cx));
        let erased: I::GenericArgs = erase(key.args);
        let mut known = None;
        for (other, hidden_ty) in self.delegate.clone_opaque_types_lookup_table() {
            if other.def_id == key.def_id {
                if erase(other.args) == erased {
                    return Some(Some(hidden_ty));
                }
                known = Some(None);
            }
        }
        known
    }
}

/// Whether a bound of an opaque type is about what one of its methods returns: `impl D<d(..): Send>`.
fn is_bounded_by_its_own_future<I: Interner>(cx: I, opaque: I::DefId) -> bool {
    cx.item_bounds(opaque).skip_binder().into_iter().any(|clause| {
        matches!(clause.kind().skip_binder(), ty::ClauseKind::Trait(bound)
            if matches!(bound.self_ty().kind(), ty::Alias(ty::Projection, alias)
                if cx.is_impl_trait_in_trait(alias.def_id)))
    })
}

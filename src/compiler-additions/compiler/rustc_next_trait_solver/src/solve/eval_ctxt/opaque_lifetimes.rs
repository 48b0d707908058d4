//! Opaque types that a bound on futures asks for again, with other lifetimes.
//!
//! ```ignore (illustrative)
//! fn d(&self) -> impl D<d(..): Send> { 1u8 }
//! // The hidden type has to meet `for<'b> <u8 as D>::d<'b>: Send`, which is this opaque type for `'b`.
//! ```
//!
//! To ask what the hidden type has to meet once more would go on for ever: each time, the lifetime is
//! another one. What holds for the first lifetimes is shown for all where the definition is checked.
//!
//! Type checking, which leaves lifetimes to borrow checking, takes both for one opaque type.

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
    /// The hidden type, as far as it is known, of the same opaque type with other lifetimes, if it has
    /// such a bound.
    #[instrument(level = "debug", skip(self), ret)]
    pub(in crate::solve) fn hidden_type_with_other_lifetimes(
        &self,
        key: ty::OpaqueTypeKey<I>,
    ) -> Option<I::Ty> {
        let cx = self.cx();
        if !cx.has_bounds_on_futures() || !is_bounded_by_its_own_future(cx, key.def_id.into()) {
            return None;
        }
        let erase = |args| fold_regions(cx, args, |_, _| I::Region::new_static(cx));
        let erased: I::GenericArgs = erase(key.args);
        self.delegate
            .clone_opaque_types_lookup_table()
            .into_iter()
            .find(|&(other, _)| {
                other.def_id == key.def_id && other != key && erase(other.args) == erased
            })
            .map(|(_, hidden_ty)| hidden_ty)
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

//! The polarity of a trait bound, once names are resolved.
//!
//! It is the AST's, with one more: the `async` of `async Send`. That of `async Fn()` is in the trait
//! by now, which is `AsyncFn`. Of the bounds that have an `async` as well as a `?` or `!`, there is only
//! `async ?Sized`, which is an `async` before `Sized` here: so there is one field for them, and a bound is
//! as large as it was.

use rustc_macros::HashStable_Generic;
use rustc_span::Span;

use crate::TraitBoundModifiers;

#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, HashStable_Generic)]
pub enum BoundPolarity {
    /// `Type: Trait`
    Positive,
    /// `Type: async Trait`, for an auto trait: positive, and about what the functions of the traits
    /// beside it return as well.
    Async,
    /// `Type: !Trait`
    Negative(Span),
    /// `Type: ?Trait`
    Maybe(Span),
}

impl TraitBoundModifiers {
    /// Whether this is `async Send`.
    pub fn is_async(self) -> bool {
        self.polarity == BoundPolarity::Async
    }
}

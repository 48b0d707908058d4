//! The gates of `async` bounds: `async Fn()` has one, and `DB: Database + async Send` another.

use rustc_ast::ResolvedAsyncBounds;
use rustc_session::parse::feature_err;
use rustc_span::{Span, sym};

use super::PostExpansionVisitor;

impl PostExpansionVisitor<'_> {
    /// Check all `async`s of bounds that have been parsed.
    ///
    /// What name resolution has not seen, because it is in code that is configured out or was given
    /// to a macro, is taken to be what is enabled.
    pub(super) fn check_async_bounds(&self, spans: &[Span], bounds: &ResolvedAsyncBounds) {
        for &span in spans {
            let is_on_auto_trait = bounds.is_on_auto_trait(span);
            if is_on_auto_trait {
                gate!(
                    self,
                    async_auto_trait_bounds,
                    span,
                    "`async` bounds on auto traits are experimental"
                );
            }
            let is_taken_to_be_on_fn =
                !is_on_auto_trait && !self.features.async_auto_trait_bounds();
            if bounds.is_on_other_trait(span) || is_taken_to_be_on_fn {
                gate!(
                    self,
                    async_trait_bounds,
                    span,
                    "`async` trait bounds are unstable",
                    "use the desugared name of the async trait, such as `AsyncFn`"
                );
            }
        }
    }
}

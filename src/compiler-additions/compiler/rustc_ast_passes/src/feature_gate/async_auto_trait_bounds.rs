//! The gates of `async` bounds: `async Fn()` has one, and `DB: Database + async Send` another.

use rustc_ast::ResolvedAsyncBounds;
use rustc_macros::Diagnostic;
use rustc_session::parse::feature_err;
use rustc_span::{Span, sym};

use super::PostExpansionVisitor;

/// What the parser says of other bounds with both.
#[derive(Diagnostic)]
#[diag("`async` trait not allowed with `?` trait polarity modifier")]
struct AsyncAndRelaxed {
    #[primary_span]
    polarity_span: Span,
    #[label("there is not a well-defined meaning for a `async ?` trait")]
    async_span: Span,
}

impl PostExpansionVisitor<'_> {
    /// Check all `async ?Sized`s that have been parsed: of each, the `async` and the `?`.
    pub(super) fn check_unsized_futures(&self, spans: &[Span]) {
        for &[async_span, polarity_span] in spans.as_chunks().0 {
            if !self.features.dyn_placement() && !polarity_span.allows_unstable(sym::dyn_placement)
            {
                self.sess.dcx().emit_err(AsyncAndRelaxed { polarity_span, async_span });
            }
        }
    }

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

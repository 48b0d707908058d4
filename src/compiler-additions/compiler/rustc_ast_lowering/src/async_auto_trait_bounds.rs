//! `async` bounds on auto traits: `DB: Database + async Send`.
//!
//! `async Fn()` has become a bound on another trait, `AsyncFn`, by the time it is HIR. `async Send`
//! has not, since what it stands for depends on the traits beside it.

use rustc_ast::node_id::NodeId;
use rustc_ast::{BoundAsyncness, TraitBoundModifiers};
use rustc_macros::Diagnostic;
use rustc_span::{Span, sym};

use crate::LoweringContext;
use crate::errors::AsyncBoundOnlyForFnTraits;

#[derive(Diagnostic)]
#[diag(
    "`async` bounds are only allowed on auto traits, such as `Send`, and on `Fn`/`FnMut`/`FnOnce`"
)]
struct AsyncBoundOnOtherTrait {
    #[primary_span]
    span: Span,
}

impl LoweringContext<'_, '_> {
    /// Refuse `async Clone`.
    pub(crate) fn refuse_async_bound(&self, span: Span) {
        if self.tcx.features().async_auto_trait_bounds() {
            self.dcx().emit_err(AsyncBoundOnOtherTrait { span });
        } else {
            self.dcx().emit_err(AsyncBoundOnlyForFnTraits { span });
        }
    }

    /// Whether this is an `async Send`, and its feature is enabled.
    ///
    /// Without the feature its gate is reported, and nobody has asked for what would follow.
    pub(crate) fn is_async_auto_trait_bound(
        &self,
        modifiers: TraitBoundModifiers,
        trait_ref_id: NodeId,
    ) -> bool {
        match modifiers.asyncness {
            BoundAsyncness::Async(span) => {
                self.resolver.async_bounds.is_ref_to_auto_trait(trait_ref_id)
                    && (self.tcx.features().async_auto_trait_bounds()
                        || span.allows_unstable(sym::async_auto_trait_bounds))
            }
            BoundAsyncness::Normal => false,
        }
    }
}

//! `async` bounds, by what the trait is.
//!
//! `async Fn()` and `async Send` are one syntax with two meanings, and two gates. Only name
//! resolution can tell them apart: it leaves what it finds to the check of gates, which knows where
//! each `async` is, and to AST lowering.

use rustc_data_structures::fx::FxHashSet;
use rustc_span::Span;

use crate::node_id::{NodeId, NodeSet};

#[derive(Debug, Default)]
pub struct ResolvedAsyncBounds {
    /// The references to `Send` in `async Send`.
    refs_to_auto_traits: NodeSet,
    /// Where the `async`s of those are.
    on_auto_traits: FxHashSet<Span>,
    /// Where the `async`s of all other bounds are.
    on_other_traits: FxHashSet<Span>,
}

impl ResolvedAsyncBounds {
    pub fn insert(&mut self, trait_ref_id: NodeId, span: Span, is_auto: bool) {
        if is_auto {
            self.refs_to_auto_traits.insert(trait_ref_id);
            self.on_auto_traits.insert(span);
        } else {
            self.on_other_traits.insert(span);
        }
    }

    /// Whether this is the `Send` of an `async Send`, or an alias like it.
    pub fn is_ref_to_auto_trait(&self, trait_ref_id: NodeId) -> bool {
        self.refs_to_auto_traits.contains(&trait_ref_id)
    }

    /// Whether an `async` here is that of a bound on an auto trait.
    ///
    /// What a macro generates may have several in one place.
    pub fn is_on_auto_trait(&self, span: Span) -> bool {
        self.on_auto_traits.contains(&span)
    }

    /// Whether an `async` here is on another trait, or on what is not a trait.
    pub fn is_on_other_trait(&self, span: Span) -> bool {
        self.on_other_traits.contains(&span)
    }
}

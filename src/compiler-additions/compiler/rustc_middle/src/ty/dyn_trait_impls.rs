//! `#[dyn_trait]`: the pointers to a type that implements a trait implement it too.
//!
//! ```ignore (illustrative)
//! #[dyn_trait]
//! trait Fetch { async fn fetch(&self, key: &str) -> String; }
//! // makes, for `Box<T>` and each other pointer:
//! impl<T: Fetch + ?Sized> Fetch for Box<T> {
//!     reuse <T as Fetch>::fetch { &**self }
//! }
//! ```
//!
//! `rustc_builtin_macros::dyn_trait` makes these impls, of delegations. What no source text can say of them is
//! told by where they come from:
//!
//! - a method returns the type that the pointee's returns: `rustc_hir_analysis::delegation::dyn_trait_impls`;
//! - the associated types of the supertraits are the pointee's: `predicates_of::dyn_trait_impls`;
//! - a method calls the pointee's with its own type parameters, and may move `self` out of its box:
//!   `rustc_hir_typeck::fn_ctxt::dyn_trait_impls`, `rustc_mir_build::builder::expr::by_value_self`.

use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;
use rustc_span::hygiene::{ExpnKind, MacroKind};
use rustc_span::{Span, sym};

use crate::ty::{self, Ty, TyCtxt};

impl<'tcx> TyCtxt<'tcx> {
    /// Whether this is where `#[dyn_trait]` puts what it makes.
    ///
    /// No other macro of the library has that name, and a local one is no builtin.
    pub fn is_span_of_dyn_trait(self, span: Span) -> bool {
        let ctxt = span.ctxt();
        if ctxt.is_root() {
            return false;
        }
        let expn = ctxt.outer_expn_data();
        matches!(expn.kind, ExpnKind::Macro(MacroKind::Attr, _))
            && expn.macro_def_id.is_some_and(|def_id| {
                !def_id.is_local()
                    && self.item_name(def_id) == sym::dyn_trait
                    && matches!(self.crate_name(def_id.krate), sym::core | sym::alloc)
            })
    }

    /// Whether `#[dyn_trait]` made this impl.
    pub fn is_impl_of_dyn_trait(self, impl_def_id: DefId) -> bool {
        self.may_be_of_dyn_trait(impl_def_id)
            && matches!(self.def_kind(impl_def_id), DefKind::Impl { of_trait: true })
            && self.is_span_of_dyn_trait(self.def_span(impl_def_id))
    }

    /// Whether `#[dyn_trait]` made this method, which calls that of what a pointer points to.
    pub fn is_method_of_dyn_trait(self, def_id: DefId) -> bool {
        self.may_be_of_dyn_trait(def_id)
            && self.def_kind(def_id) == DefKind::AssocFn
            && self.is_impl_of_dyn_trait(self.parent(def_id))
    }

    /// For another crate's, that one's gate counts.
    fn may_be_of_dyn_trait(self, def_id: DefId) -> bool {
        !def_id.is_local() || self.features().dyn_trait_impls()
    }

    /// The `T` of the `Box<T>` for which `#[dyn_trait]` made an impl.
    pub fn pointee_of_dyn_trait(self, pointer: Ty<'tcx>) -> Option<Ty<'tcx>> {
        match *pointer.kind() {
            ty::Ref(_, pointee, _) => Some(pointee),
            ty::Adt(_, args) => args.types().next(),
            _ => None,
        }
    }
}

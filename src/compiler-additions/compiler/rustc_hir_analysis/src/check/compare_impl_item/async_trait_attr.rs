//! Impls that have `#[async_trait]` and their trait has not, or the other way round.
//!
//! ```ignore (illustrative)
//! trait Fetch {
//!     async fn fetch(&self) -> Data;
//! }
//! #[async_trait]
//! impl Fetch for HttpFetch {
//!     async fn fetch(&self) -> Data { … } // ERROR lifetime parameters do not match
//! }
//! ```
//!
//! The macro makes `fn fetch<'life0, 'async_trait>(&'life0 self) -> Pin<Box<dyn Future …>>` of it, so
//! what is wrong is nothing that a person has written. Nor is it where the trait has the attribute, and
//! an impl in another crate is a plain one.

use rustc_errors::{Applicability, Diag};
use rustc_middle::ty::{self, TyCtxt};
use rustc_span::{ExpnKind, MacroKind, Span};

/// Say that the attribute has to go, or is missing, where this is what makes the lifetimes of the
/// methods differ.
pub(super) fn help_with_async_trait<'tcx>(
    tcx: TyCtxt<'tcx>,
    err: &mut Diag<'_>,
    impl_m: ty::AssocItem,
    trait_m: ty::AssocItem,
) {
    if !tcx.has_bounds_on_futures() || !impl_m.is_fn() || !trait_m.is_fn() {
        return;
    }
    let name = trait_m.name();
    if !tcx.associated_types_for_impl_traits_in_associated_fn(trait_m.def_id).is_empty()
        && let Some(attr) = attr_that_adds_lifetimes(tcx, impl_m)
    {
        err.span_suggestion_verbose(
            attr,
            format!(
                "`{name}` is an `async fn` of the trait now, which is implemented without the \
                 attribute",
            ),
            "",
            Applicability::MachineApplicable,
        );
    }
    let impl_def_id = tcx.parent(impl_m.def_id);
    if tcx.asyncness(impl_m.def_id).is_async()
        && has_lifetime_of_attr(tcx, trait_m)
        && !tcx.def_span(impl_def_id).from_expansion()
    {
        err.span_suggestion_verbose(
            tcx.def_span(impl_def_id).shrink_to_lo(),
            format!(
                "the trait is declared with `#[async_trait]`, which makes `{name}` a function that \
                 returns a box: implement it with the attribute",
            ),
            "#[async_trait]\n",
            Applicability::MaybeIncorrect,
        );
    }
}

fn has_lifetime_of_attr(tcx: TyCtxt<'_>, trait_m: ty::AssocItem) -> bool {
    let params = &tcx.generics_of(trait_m.def_id).own_params;
    params.iter().any(|param| param.name.as_str() == "'async_trait")
}

fn attr_that_adds_lifetimes(tcx: TyCtxt<'_>, impl_m: ty::AssocItem) -> Option<Span> {
    let generics = tcx.hir_get_generics(impl_m.def_id.expect_local())?;
    generics.params.iter().find_map(|param| {
        let expansion = param.span.ctxt().outer_expn_data();
        match expansion.kind {
            ExpnKind::Macro(MacroKind::Attr, name) if name.as_str().ends_with("async_trait") => {
                Some(expansion.call_site)
            }
            _ => None,
        }
    })
}

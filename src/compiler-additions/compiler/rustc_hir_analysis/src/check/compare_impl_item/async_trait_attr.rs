//! Impls that still have `#[async_trait]`, of a trait that has no need of it any more.
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
//! what is wrong is nothing that a person has written.

use rustc_errors::{Applicability, Diag};
use rustc_middle::ty::{self, TyCtxt};
use rustc_span::{ExpnKind, MacroKind, Span};

/// Say that the attribute has to go, where this is what has made the lifetimes of the method.
pub(super) fn help_with_removed_attr<'tcx>(
    tcx: TyCtxt<'tcx>,
    err: &mut Diag<'_>,
    impl_m: ty::AssocItem,
    trait_m: ty::AssocItem,
) {
    let features = tcx.features();
    if !(features.async_fn_in_dyn_trait()
        || features.async_auto_trait_bounds()
        || features.named_return_types()
        || features.return_type_notation())
        || tcx.associated_types_for_impl_traits_in_associated_fn(trait_m.def_id).is_empty()
    {
        return;
    }
    let Some(attr) = attr_that_adds_lifetimes(tcx, impl_m) else { return };
    err.span_suggestion_verbose(
        attr,
        format!(
            "`{}` is an `async fn` of the trait now, which is implemented without the attribute",
            trait_m.name()
        ),
        "",
        Applicability::MachineApplicable,
    );
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

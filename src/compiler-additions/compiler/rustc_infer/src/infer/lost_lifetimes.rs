//! What may be assumed of the lifetimes that the types within a future have lost.
//!
//! ```ignore (illustrative)
//! // A future that holds a `Guard<'a, T>` across an `.await` is `Send` if
//! for<'r> Guard<'r, T>: Send
//! // where `T: 'r` may be assumed, and `T: 'static` may not, though the body has shown both
//! ```
//!
//! To show that a future is `Send`, each lifetime that it has lost becomes a placeholder, all in a
//! universe of their own. What is assumed mentions one of those. So it meets nothing but what these very
//! types ask for. A lifetime in what `T` stands for is another's, even if another future has lost it: what
//! a body takes of `T` is for those to show who say what `T` is.

use rustc_middle::ty::{
    self, ArgOutlivesPredicate, Ty, TyCtxt, TypeFoldable, TypeVisitable, UniverseIndex,
};
use rustc_type_ir::outlives::{Component, push_outlives_components};
use smallvec::smallvec;

use super::InferCtxt;
use super::resolve::OpportunisticRegionResolver;

impl<'tcx> InferCtxt<'tcx> {
    /// Assume what makes the types within a future well-formed, as far as it is of the lifetimes that the
    /// future has lost: `T: '!r`, `'!r: 'static`, `&'!r T: 'static`. Of the latter, no more than itself and
    /// `'!r: 'static` follows.
    ///
    /// The placeholders are those of the first universe after `outer`.
    pub fn register_assumption_of_lost_lifetimes(
        &self,
        assumption: ArgOutlivesPredicate<'tcx>,
        outer: UniverseIndex,
    ) {
        if !self.tcx.has_bounds_on_futures() {
            // What the flag alone does is upstream's.
            self.register_region_assumption(assumption);
            return;
        }
        let lost = outer.next_universe();
        let assumption = assumption.fold_with(&mut OpportunisticRegionResolver::new(self));
        let register = |assumption: ArgOutlivesPredicate<'tcx>| {
            if mentions_universe(self.tcx, assumption, lost) {
                self.register_region_assumption(assumption);
            }
        };
        register(assumption);
        let ty::OutlivesPredicate(longer, shorter) = assumption;
        if let Some(longer) = longer.as_type() {
            let mut components = smallvec![];
            push_outlives_components(self.tcx, longer, &mut components);
            for component in components {
                let longer = match component {
                    Component::Region(region) if !region.is_bound() => region.into(),
                    Component::Param(param) => param.to_ty(self.tcx).into(),
                    Component::Placeholder(placeholder) => {
                        Ty::new_placeholder(self.tcx, placeholder).into()
                    }
                    Component::Alias(alias) => alias.to_ty(self.tcx).into(),
                    Component::Region(_)
                    | Component::UnresolvedInferenceVariable(_)
                    | Component::EscapingAlias(_) => continue,
                };
                register(ty::OutlivesPredicate(longer, shorter));
            }
        }
    }
}

fn mentions_universe<'tcx>(
    tcx: TyCtxt<'tcx>,
    value: impl TypeVisitable<TyCtxt<'tcx>>,
    universe: UniverseIndex,
) -> bool {
    tcx.any_free_region_meets(&value, |region| match region.kind() {
        ty::RePlaceholder(placeholder) => placeholder.universe == universe,
        _ => false,
    })
}

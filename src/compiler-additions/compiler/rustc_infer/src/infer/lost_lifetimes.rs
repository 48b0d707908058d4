//! The lifetimes that the types within a future have lost, and what may be assumed of them.
//!
//! ```ignore (illustrative)
//! // A future that holds a `Guard<'a, T>` across an `.await` is `Send` if
//! for<'r> Guard<'r, T>: Send
//! // where `T: 'r` may be assumed, and `T: 'static` may not, though the body has shown both
//! ```
//!
//! To show that a future is `Send`, each lost lifetime becomes a placeholder, all in a universe of their
//! own. Those are the only ones of which something is assumed: what a body takes of a type parameter is
//! about a lifetime that somebody else has to show something of, once it is known what the parameter is.

use rustc_middle::ty::{self, ArgOutlivesPredicate, Region, TyCtxt, TypeFoldable, UniverseIndex};
use rustc_type_ir::outlives::{Component, push_outlives_components};
use smallvec::smallvec;

use super::InferCtxt;
use super::resolve::OpportunisticRegionResolver;

impl<'tcx> InferCtxt<'tcx> {
    /// Instantiate a binder of lifetimes that the types within a future have lost.
    pub fn enter_forall_lost_lifetimes<T>(&self, binder: ty::Binder<'tcx, T>) -> T
    where
        T: TypeFoldable<TyCtxt<'tcx>>,
    {
        let outer = self.universe();
        let value = self.enter_forall_and_leak_universe(binder);
        if self.universe() != outer {
            self.inner.borrow_mut().universes_of_lost_lifetimes.push(self.universe());
        }
        value
    }

    /// Whoever makes a universe makes it anew: those that a snapshot has undone stand for something else.
    pub(super) fn forget_lost_lifetimes(&self, made: UniverseIndex) {
        let universes = &mut self.inner.borrow_mut().universes_of_lost_lifetimes;
        while universes.pop_if(|lost| *lost >= made).is_some() {}
    }

    /// Assume what makes the types within a future well-formed, if it is of lost lifetimes: `T: '!r` is,
    /// and so are `'!r: 'static` and `&'!r str: 'static`.
    pub fn register_assumption_of_lost_lifetimes(&self, assumption: ArgOutlivesPredicate<'tcx>) {
        let assumption = assumption.fold_with(&mut OpportunisticRegionResolver::new(self));
        // What the flag alone does is upstream's.
        if !self.tcx.has_bounds_on_futures() || self.is_of_lost_lifetimes(assumption) {
            self.register_region_assumption(assumption);
        }
    }

    fn is_of_lost_lifetimes(&self, assumption: ArgOutlivesPredicate<'tcx>) -> bool {
        let ty::OutlivesPredicate(longer, shorter) = assumption;
        if self.is_lost_lifetime(shorter) {
            return true;
        }
        match longer.kind() {
            ty::GenericArgKind::Lifetime(longer) => self.is_lost_lifetime(longer),
            ty::GenericArgKind::Type(longer) => {
                let mut components = smallvec![];
                push_outlives_components(self.tcx, longer, &mut components);
                components.iter().all(|component| match *component {
                    Component::Region(region) => self.is_lost_lifetime(region),
                    _ => false,
                })
            }
            ty::GenericArgKind::Const(_) => false,
        }
    }

    fn is_lost_lifetime(&self, region: Region<'tcx>) -> bool {
        match region.kind() {
            ty::RePlaceholder(placeholder) => {
                let inner = self.inner.borrow();
                inner.universes_of_lost_lifetimes.contains(&placeholder.universe)
            }
            _ => false,
        }
    }
}

//! What may be assumed of the lifetimes within a future that has to be `Send`.
//!
//! ```ignore (illustrative)
//! fn spawn_get<D: Db + async Send + Sync + 'static>(db: D) {
//!     spawn(async move { db.get("a").await }); // holds an `&'r D` and a `<D as Db>::get<'r>`
//! }
//! ```
//!
//! The types that the future holds across an `.await` have lost their lifetimes: that they are `Send`
//! is shown for all of them. `D: 'r` does not hold for all `'r`, but it does for those that the body
//! has, or else its own types would not be well-formed. So that may be assumed, of the lifetimes that
//! stand for the lost ones, and of nothing else. A body may well have a `Needs<D>` that takes
//! `D: 'static`, as its own where-clauses say; whoever names the future's type for a `D` of theirs has
//! to show it.
//!
//! What the types declare is for `rustc_traits::coroutine_witnesses::declared` to say, and what of that is
//! of a lost lifetime for `rustc_infer::infer::lost_lifetimes`.
//!
//! That is less than what `-Zhigher-ranked-assumptions` does, in the current solver. Bounds
//! on futures are of little use without it: they are met, and then it is said that they are not general
//! enough. So each of their gates enables it.

use rustc_data_structures::fx::FxHashSet;

use super::{ArgOutlivesPredicate, TyCtxt, elaborate};

impl<'tcx> TyCtxt<'tcx> {
    /// What follows from the assumptions. With a gate, that has been found out where each was made: of
    /// `&'!r T: 'static`, it is not `T: 'static`.
    pub fn elaborate_assumptions_of_coroutines(
        self,
        assumptions: impl IntoIterator<Item = ArgOutlivesPredicate<'tcx>>,
    ) -> FxHashSet<ArgOutlivesPredicate<'tcx>> {
        if self.has_bounds_on_futures() {
            assumptions.into_iter().collect()
        } else {
            elaborate::elaborate_outlives_assumptions(self, assumptions)
        }
    }

    /// Whether what makes the types within a future well-formed is assumed where the future has to
    /// have an auto trait.
    pub fn assumes_wf_of_coroutines(self) -> bool {
        self.sess.opts.unstable_opts.higher_ranked_assumptions || self.has_bounds_on_futures()
    }

    /// Whether this crate has a gate for bounds on futures, or for `dyn` types with them.
    pub fn has_bounds_on_futures(self) -> bool {
        let features = self.features();
        features.async_auto_trait_bounds()
            || features.return_type_notation()
            || features.named_return_types()
            || features.async_fn_in_dyn_trait()
    }
}

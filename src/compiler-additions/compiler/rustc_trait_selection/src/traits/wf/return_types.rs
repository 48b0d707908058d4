//! When the type that a trait's function returns is well-formed.
//!
//! ```ignore (illustrative)
//! trait Fetch {
//!     async fn fetch<'a>(&'a self) -> Data;
//! }
//! struct Pending<'a, F: Fetch>(F::fetch<'a>); // ERROR `F` may not live long enough
//! ```
//!
//! The body of `fetch` is given a `&'a Self`, so it may rely on `Self: 'a`, and so may the type that
//! it returns: it is not repeated among the predicates of that type. As long as a call is the only
//! way to the type, the call has shown it. A name is another way, and were `Self: 'a` not asked for
//! there, a function that takes an `F::fetch<'a>` could assume what its caller never had to prove,
//! and stretch a lifetime with it.
//!
//! So the type is well-formed only if what outlives what in the arguments of the call does.

use std::mem;

use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, GenericArgsRef, TypeVisitableExt};

use super::WfPredicates;

impl<'tcx> WfPredicates<'_, 'tcx> {
    /// Push what the arguments of the call imply about lifetimes, if `assoc_ty` is what it returns.
    pub(super) fn add_wf_preds_for_returned_impl_trait(
        &mut self,
        assoc_ty: DefId,
        args: GenericArgsRef<'tcx>,
    ) {
        let tcx = self.tcx();
        if !tcx.is_impl_trait_in_trait(assoc_ty) {
            return;
        }
        let out = mem::take(&mut self.out);
        for input in tcx.inputs_of_returned_impl_trait(assoc_ty, args) {
            if !input.has_escaping_bound_vars() {
                self.add_wf_preds_for_term(input.into());
            }
        }
        // What else the arguments need is among the predicates of the function, and so of the type.
        let of_inputs = mem::replace(&mut self.out, out);
        self.out.extend(of_inputs.into_iter().filter(|obligation| {
            matches!(
                obligation.predicate.kind().skip_binder(),
                ty::PredicateKind::Clause(
                    ty::ClauseKind::TypeOutlives(_) | ty::ClauseKind::RegionOutlives(_)
                )
            )
        }));
    }
}

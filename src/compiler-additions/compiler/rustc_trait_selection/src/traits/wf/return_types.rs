//! When the `impl Trait` type that a function returns is well-formed.
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
//! and stretch a lifetime with it. For a function that is not a trait's, the way is a call in type
//! position, `type Lent<'a, T> = lend(&'a T)`.
//!
//! So the type is well-formed only if what outlives what in the arguments of the call does.

use std::mem;

use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, GenericArgsRef, TypeVisitableExt, fold_regions};

use super::WfPredicates;

impl<'tcx> WfPredicates<'_, 'tcx> {
    /// Push what the arguments of the call imply about lifetimes, if `returned` is what it returns.
    pub(super) fn add_wf_preds_for_returned_impl_trait(
        &mut self,
        returned: DefId,
        args: GenericArgsRef<'tcx>,
    ) {
        let tcx = self.tcx();
        // Only where there is return type notation can an opaque type come from anything but a call
        // in a body.
        if let DefKind::OpaqueTy = tcx.def_kind(returned)
            && !tcx.features().return_type_notation()
        {
            return;
        }
        let Some(assumed) = tcx.assumed_by_returned_impl_trait(returned, args) else { return };

        // What is required of the types as they are declared takes no more time than they have
        // parts. The arguments are looked at on their own.
        let out = mem::take(&mut self.out);
        for ty in assumed.tys {
            self.add_wf_preds_for_term(ty.into());
        }
        let of_declared = mem::replace(&mut self.out, out);
        for mut obligation in of_declared {
            let predicate = obligation.predicate;
            let is_about_lifetimes = match predicate.kind().skip_binder() {
                ty::PredicateKind::Clause(
                    ty::ClauseKind::TypeOutlives(_) | ty::ClauseKind::RegionOutlives(_),
                ) => true,
                // An impl may ask for something about lifetimes in turn.
                ty::PredicateKind::Clause(ty::ClauseKind::Trait(_)) => {
                    predicate.has_type_flags(ty::TypeFlags::HAS_RE_PARAM)
                }
                // What else the types need is among the predicates of the function, and so of the
                // type that it returns.
                _ => false,
            };
            let mut is_known = true;
            fold_regions(tcx, predicate, |region, _| {
                if let ty::ReEarlyParam(param) = region.kind() {
                    is_known &= !assumed.unknown[param.index as usize];
                }
                region
            });
            if is_about_lifetimes && is_known {
                obligation.predicate =
                    ty::EarlyBinder::bind(predicate).instantiate(tcx, assumed.args);
                obligation.cause =
                    ty::EarlyBinder::bind(obligation.cause).instantiate(tcx, assumed.args);
                if !obligation.predicate.has_escaping_bound_vars() {
                    self.out.push(obligation);
                }
            }
        }
    }
}

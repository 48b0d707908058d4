//! When a `dyn` type that makes promises is well-formed.

use rustc_infer::traits::ObligationCauseCode;
use rustc_middle::ty::{self, Ty};

use super::WfPredicates;
use crate::traits::Obligation;

impl<'tcx> WfPredicates<'_, 'tcx> {
    /// A promise is about a method that the `dyn` type has. It is another trait's in
    ///
    /// ```ignore (illustrative)
    /// trait Alias<T, U> = Fetch<T> where <Self as Fetch<U>>::fetch(..): Send;
    /// fn make<T, U>() -> Box<dyn Alias<T, U>>; // ERROR `dyn Fetch<T>` is no `Fetch<U>`
    /// ```
    pub(super) fn add_wf_preds_for_promises(
        &mut self,
        dyn_ty: Ty<'tcx>,
        data: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    ) {
        let tcx = self.tcx();
        let Some(principal) = data.principal() else { return };
        let principal = principal.with_self_ty(tcx, dyn_ty);
        for promise in data.promises() {
            let of_trait = promise.map_bound(|promise| tcx.trait_of_promise(promise, dyn_ty));
            if tcx.anonymize_bound_vars(of_trait) == tcx.anonymize_bound_vars(principal)
                || !tcx.has_dyn_type(principal.def_id())
            {
                continue;
            }
            self.out.push(Obligation::with_depth(
                tcx,
                self.cause(ObligationCauseCode::WellFormed(None)),
                self.recursion_depth,
                self.param_env,
                tcx.clause_of_supertrait(of_trait),
            ));
        }
    }
}

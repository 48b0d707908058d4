//! When a `dyn` type that does not implement its trait is well-formed, and when its methods are.

use rustc_infer::traits::ObligationCauseCode;
use rustc_middle::ty::{self, GenericArgsRef, Ty, TypeVisitable, Upcast};
use rustc_span::def_id::DefId;

use super::WfPredicates;
use crate::traits::Obligation;

impl<'tcx> WfPredicates<'_, 'tcx> {
    /// What the trait asks of its associated types. A `dyn` type that has the trait is asked for it where
    /// it is used as one: `dyn Iterator<Item = str>` is no `Iterator`. Of an incomplete one the methods
    /// are called all the same.
    pub(super) fn add_wf_preds_for_incomplete_dyn(
        &mut self,
        dyn_ty: Ty<'tcx>,
        data: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
        region: ty::Region<'tcx>,
    ) {
        let tcx = self.tcx();
        for projection in data.projection_bounds() {
            let said = projection.with_self_ty(tcx, dyn_ty);
            let trait_def_id = said.trait_def_id(tcx);
            let is_type = said.skip_binder().term.as_type().is_some();
            if !is_type || !tcx.dyn_lacks(data, trait_def_id) {
                continue;
            }
            let incomplete =
                ty::dyn_method_scope::IncompleteDyn { ty: dyn_ty, data, region, trait_def_id };
            for clause in tcx.item_bounds(said.item_def_id()).skip_binder() {
                let clause = incomplete.expand_item_bound(tcx, projection, clause);
                // The same holds for all arguments of the `dyn` type.
                if clause.left_out(tcx).is_some() {
                    continue;
                }
                let clause = match clause.missing(tcx) {
                    // With other arguments it is known which one is meant, and where those are
                    // parameters, it is implied. So it is not left out, but never holds.
                    Some(_) => {
                        said.map_bound(|said| said.projection_term.trait_ref(tcx)).upcast(tcx)
                    }
                    None => clause.value(tcx),
                };
                self.out.push(Obligation::with_depth(
                    tcx,
                    self.cause(ObligationCauseCode::WellFormed(None)),
                    self.recursion_depth,
                    self.param_env,
                    clause,
                ));
            }
        }
    }

    /// What a function returns. The type of a `dyn`'s future mentions the method, whose output it is:
    /// that would have no end.
    pub(super) fn add_wf_preds_for_fn_output(&mut self, did: DefId, args: GenericArgsRef<'tcx>) {
        let tcx = self.tcx();
        let output = tcx.fn_sig_of_call(did, args).output().skip_binder();
        match tcx.output_of_dyn_future(output) {
            Some(output) if tcx.incomplete_dyn_of_call(did, args).is_some() => {
                output.visit_with(self)
            }
            _ => output.visit_with(self),
        }
    }
}

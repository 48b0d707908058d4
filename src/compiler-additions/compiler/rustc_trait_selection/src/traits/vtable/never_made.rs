//! Whether there can be no value of a `dyn` type, so that its slots do not matter.
//!
//! ```ignore (illustrative)
//! trait SendFetch: Fetch
//! where
//!     Self::fetch(..): Send,
//! {
//! }
//! fn name(s: &dyn SendFetch) -> String { s.name() } // a method of `Fetch`
//! ```
//!
//! That a where-clause about `Self` does not hold for the `dyn` type tells nothing: what is behind it
//! meets the clause. One that does not mention `Self` is the same for both.

use std::ops::ControlFlow;

use rustc_middle::ty::{
    self, EarlyBinder, Ty, TyCtxt, TypeSuperVisitable, TypeVisitable, TypeVisitableExt,
    TypeVisitor, elaborate,
};

use crate::traits::impossible_predicates;

pub(super) fn is_never_made<'tcx>(tcx: TyCtxt<'tcx>, principal: ty::TraitRef<'tcx>) -> bool {
    // Without a gate, what holds for the `dyn` type decides.
    if !tcx.may_have_dyn_futures() && !tcx.may_have_incomplete_dyns() {
        return tcx.instantiate_and_check_impossible_predicates((principal.def_id, principal.args));
    }
    let declared = tcx.predicates_of(principal.def_id).instantiate_identity(tcx).predicates;
    // `T: For<Self>` implies `T: Super`, which does not mention `Self`.
    let clauses = elaborate::elaborate(tcx, declared)
        .filter(|clause| clause.visit_with(&mut MentionsSelf { tcx }).is_continue())
        .map(|clause| EarlyBinder::bind(clause).instantiate(tcx, principal.args))
        .filter(|clause| !clause.has_param())
        .collect();
    impossible_predicates(tcx, clauses)
}

struct MentionsSelf<'tcx> {
    tcx: TyCtxt<'tcx>,
}

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for MentionsSelf<'tcx> {
    type Result = ControlFlow<()>;

    fn visit_ty(&mut self, ty: Ty<'tcx>) -> ControlFlow<()> {
        match ty == self.tcx.types.self_param {
            true => ControlFlow::Break(()),
            false => ty.super_visit_with(self),
        }
    }
}

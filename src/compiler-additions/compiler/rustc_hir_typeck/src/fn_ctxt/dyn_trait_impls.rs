//! The call that a method which `#[dyn_trait]` makes consists of.
//!
//! ```ignore (illustrative)
//! fn load<R: Decode>(&self) { <T as Store>::load::<R>(&**self) }
//! ```

use rustc_middle::ty::{self, GenericParamDef, GenericParamDefKind};

use crate::FnCtxt;

impl<'tcx> FnCtxt<'_, 'tcx> {
    /// What such a method gives for a type or const parameter of the pointee's, which need not occur in the
    /// arguments: its own parameter. It has inherited them all.
    pub(super) fn own_parameter_of_dyn_trait(
        &self,
        param: &GenericParamDef,
    ) -> Option<ty::GenericArg<'tcx>> {
        if !self.tcx.features().dyn_trait_impls()
            || matches!(param.kind, GenericParamDefKind::Lifetime)
            || !self.is_in_method_of_dyn_trait()
        {
            return None;
        }
        let mut own_params = self.tcx.generics_of(self.body_id).own_params.iter();
        let own = own_params.find(|own| own.def_id == param.def_id)?;
        Some(self.tcx.mk_param_from_def(own))
    }

    /// Whether this is the body of such a method.
    pub(super) fn is_in_method_of_dyn_trait(&self) -> bool {
        self.tcx.is_method_of_dyn_trait(self.body_id.to_def_id())
    }
}

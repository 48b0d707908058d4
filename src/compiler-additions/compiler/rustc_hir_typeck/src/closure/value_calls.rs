//! What a bound on what a closure returns tells of its signature.
//!
//! ```ignore (illustrative)
//! fn spawn<F>(f: F) where F: Fn(u32) -> Box<dyn Debug>, F(..): Send
//! ```
//!
//! The second bound is about `<F as FnOnce<(u32,)>>::Output`, which is an inference variable while the closure
//! is checked, and says nothing of what that is. The first one does.

use rustc_middle::ty::Ty;

use super::ExpectedSig;
use crate::FnCtxt;

impl<'tcx> FnCtxt<'_, 'tcx> {
    /// Whether a further projection is to be asked for a closure's signature: there is none yet, or none
    /// that says what the closure returns.
    pub(super) fn may_tell_more_of_sig(&self, expected: &Option<ExpectedSig<'tcx>>) -> bool {
        let Some(expected) = expected else { return true };
        let output: Ty<'tcx> = expected.sig.output().skip_binder();
        self.tcx.features().return_type_notation() && self.shallow_resolve(output).is_ty_var()
    }
}

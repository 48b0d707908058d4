//! Methods of `dyn` types that leave out associated types.
//!
//! ```ignore (illustrative)
//! trait Source { type Item; fn is_empty(&self) -> bool; }
//! fn call(s: &dyn Source) { s.is_empty(); }
//! fn call_also(s: &dyn Source<Item = u8>) { s.is_empty(); }
//! ```
//!
//! Both call the same functions, so the type id of these mentions no `Item`. It is in the type id of a
//! method whose signature mentions it, which a `dyn` type that leaves it out does not have.

use std::ops::ControlFlow;

use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, Ty, TyCtxt, TypeSuperVisitable, TypeVisitable, TypeVisitor};

/// Whether a method's signature mentions an associated item of `Self`, which is not generic.
pub(super) fn is_in_signature(tcx: TyCtxt<'_>, method: DefId, item: DefId) -> bool {
    if !tcx.generics_of(item).is_own_empty() {
        return false;
    }
    let sig = tcx.fn_sig(method).skip_binder();
    // What an `impl Future` is of is in its bounds.
    let future = tcx.assoc_type_of_returned_impl_trait(method);
    let future = future.and_then(|assoc_ty| tcx.dispatchable_future(assoc_ty));
    sig.visit_with(&mut Mentions(item)).is_break()
        || future.is_some_and(|future| future.output.visit_with(&mut Mentions(item)).is_break())
}

struct Mentions(DefId);

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for Mentions {
    type Result = ControlFlow<()>;

    fn visit_ty(&mut self, ty: Ty<'tcx>) -> ControlFlow<()> {
        match *ty.kind() {
            ty::Alias(ty::Projection, alias) if alias.def_id == self.0 => ControlFlow::Break(()),
            _ => ty.super_visit_with(self),
        }
    }

    fn visit_const(&mut self, ct: ty::Const<'tcx>) -> ControlFlow<()> {
        match ct.kind() {
            ty::ConstKind::Unevaluated(item) if item.def == self.0 => ControlFlow::Break(()),
            _ => ct.super_visit_with(self),
        }
    }
}

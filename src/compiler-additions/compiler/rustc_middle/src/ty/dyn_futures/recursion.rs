//! Methods that call themselves, which takes an indirection: a `dyn` is one.

use rustc_errors::{Diag, EmissionGuarantee};
use rustc_hir::Mutability;
use rustc_hir::def_id::{DefId, LocalDefId};

use crate::dep_graph::DepKind;
use crate::query::{QueryStackFrame, QueryStackFrameExtra};
use crate::ty::{self, TyCtxt};

impl<'tcx> TyCtxt<'tcx> {
    /// Say how to write a method that calls itself in an implementation whose trait bounds its future:
    ///
    /// ```ignore (illustrative)
    /// trait Visit: async Send { async fn visit(&self); }
    /// impl Visit for Tree { async fn visit(&self) { Box::pin(self.visit()).await } }
    /// ```
    ///
    /// The bound is about the body, and the body's types are about the method's type.
    pub fn help_with_recursion_in_impl<'a>(
        self,
        err: &mut Diag<'_>,
        mut cycle: impl Iterator<Item = &'a QueryStackFrame<QueryStackFrameExtra>> + Clone,
    ) {
        let has_impl = cycle.clone().any(|frame| {
            frame.dep_kind == DepKind::collect_return_position_impl_trait_in_trait_tys
        });
        if has_impl
            && let Some(body) = cycle.find(|frame| frame.dep_kind == DepKind::typeck)
            && let Some(fn_def_id) = body.def_id.and_then(DefId::as_local)
        {
            self.help_with_recursion_through_box(err, fn_def_id);
        }
    }

    /// Say that a function which returns a box, or a `dyn`, ends the recursion of the method.
    pub fn help_with_recursion_through_box(self, err: &mut Diag<'_>, fn_def_id: LocalDefId) {
        if !self.features().async_auto_trait_bounds() {
            return;
        }
        let name = self.item_name(fn_def_id);
        err.help(format!(
            "if `{name}` calls itself, put the call into a function that returns a \
             `Pin<Box<dyn Future<Output = …> + Send + '_>>`: what `{name}` returns can't depend on itself"
        ));
        self.help_with_recursion_through_dyn(err, fn_def_id);
    }

    /// Say how a method that awaits its own future could call itself through a `dyn`.
    pub fn help_with_recursion_through_dyn<G: EmissionGuarantee>(
        self,
        err: &mut Diag<'_, G>,
        fn_def_id: LocalDefId,
    ) {
        let fn_def_id = fn_def_id.to_def_id();
        if !self.features().async_fn_in_dyn_trait() || self.opt_associated_item(fn_def_id).is_none()
        {
            return;
        }
        let in_trait: DefId = self.trait_item_of(fn_def_id).unwrap_or(fn_def_id);
        if !self.is_dispatchable_for_future(in_trait) {
            return;
        }
        let sig = self.fn_sig(fn_def_id).skip_binder().skip_binder();
        let Some(&ty::Ref(_, _, mutability)) = sig.inputs().first().map(|ty| ty.kind()) else {
            return;
        };
        let (borrow, place) = match mutability {
            Mutability::Not => ("&", "self"),
            Mutability::Mut => ("&mut ", "&mut *self"),
        };
        let of_trait = self.item_name(self.parent(in_trait));
        err.help(format!(
            "or call it through a `dyn`, whose adapter boxes the future: `let this: {borrow}dyn \
             {of_trait} = Boxing::new({place});`"
        ));
    }
}

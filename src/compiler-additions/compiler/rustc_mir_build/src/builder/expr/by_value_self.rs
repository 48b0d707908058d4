//! Calls on a `Box<dyn Trait>` of methods that take `self` by value, with the gate `dyn_by_value_self`.
//!
//! ```ignore (illustrative)
//! trait Connection {
//!     fn close(self) -> u64;
//! }
//! connection.close()
//! // is, where `connection` is a `Box<dyn Connection>`,
//! let tmp = connection;
//! <dyn Connection as Connection>::close(move *tmp) // by a pointer into the box
//! drop(tmp)                                        // which frees the box and drops nothing in it
//! ```
//!
//! So a value of no known size is never in a local variable. The box is freed when the call is over, before
//! a future that it returns is awaited.

use rustc_middle::middle::region::TempLifetime;
use rustc_middle::mir::*;
use rustc_middle::thir::*;
use rustc_middle::ty;

use crate::builder::scope::LintLevel;
use crate::builder::{BlockAnd, BlockAndExtension, Builder};

impl<'a, 'tcx> Builder<'a, 'tcx> {
    /// An argument of a call of `fun`.
    pub(crate) fn as_argument_of(
        &mut self,
        fun: &Operand<'tcx>,
        index: usize,
        block: BasicBlock,
        argument: ExprId,
    ) -> BlockAnd<Operand<'tcx>> {
        if index == 0 && self.may_take_self_out_of_box(fun) {
            let scope = self.local_temp_lifetime();
            self.as_self_by_value(block, scope, argument)
        } else {
            self.as_local_call_operand(block, argument)
        }
    }

    fn may_take_self_out_of_box(&self, fun: &Operand<'tcx>) -> bool {
        let tcx = self.tcx;
        (tcx.features().dyn_by_value_self() || self.is_method_of_dyn_trait())
            && fun.const_fn_def().is_some_and(|(def_id, _)| {
                tcx.trait_of_assoc(def_id).is_some() && tcx.takes_self_by_value(def_id)
            })
    }

    /// Whether this body calls the method of what a box contains: `<T as Connection>::close(*self)`.
    fn is_method_of_dyn_trait(&self) -> bool {
        self.tcx.is_method_of_dyn_trait(self.def_id.to_def_id())
    }

    fn as_self_by_value(
        &mut self,
        mut block: BasicBlock,
        scope: TempLifetime,
        expr_id: ExprId,
    ) -> BlockAnd<Operand<'tcx>> {
        let expr = &self.thir[expr_id];
        match expr.kind {
            ExprKind::Scope { region_scope, hir_id, value } => {
                let source_info = self.source_info(expr.span);
                self.in_scope((region_scope, source_info), LintLevel::Explicit(hir_id), |this| {
                    this.as_self_by_value(block, scope, value)
                })
            }
            ExprKind::Deref { arg }
                if self.thir[arg].ty.is_box()
                    && match expr.ty.kind() {
                        ty::Dynamic(..) => true,
                        ty::Param(_) => self.is_method_of_dyn_trait(),
                        _ => false,
                    } =>
            {
                let boxed = unpack!(block = self.as_temp(block, scope, arg, Mutability::Mut));
                let place = Place::from(boxed).project_deeper(&[PlaceElem::Deref], self.tcx);
                block.and(Operand::Move(place))
            }
            _ => self.as_call_operand(block, scope, expr_id),
        }
    }
}

//! Calls that are taken apart: `unapplied(f.fetch(1))` as the value of its parts.
//!
//! ```ignore (illustrative)
//! CallOfDyn { function: <dyn Fetch as Fetch>::fetch, args: (&mut *f, 1), pointee: PhantomData }
//! ```
//!
//! `unapplied_method(f.fetch())` likewise has a method and a receiver.

use rustc_abi::FIRST_VARIANT;
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_middle::span_bug;
use rustc_middle::thir::{AdtExpr, AdtExprBase, Expr, ExprId, ExprKind, FieldExpr};
use rustc_middle::ty::{self, Ty};

use crate::thir::cx::ThirBuildCx;

impl<'tcx> ThirBuildCx<'tcx> {
    /// The parts of a call, if this is a call of `core::future::unapplied`.
    pub(super) fn mirror_unapplied_call(
        &mut self,
        expr: &'tcx hir::Expr<'tcx>,
        function: &'tcx hir::Expr<'tcx>,
        args: &'tcx [hir::Expr<'tcx>],
    ) -> Option<ExprKind<'tcx>> {
        let tcx = self.tcx;
        let hir::ExprKind::Path(hir::QPath::Resolved(None, path)) = function.kind else {
            return None;
        };
        let lang_item = path.res.opt_def_id().and_then(|def_id| tcx.as_lang_item(def_id));
        if !matches!(lang_item, Some(LangItem::UnappliedCall | LangItem::UnappliedMethod)) {
            return None;
        }
        let [call] = args else { return None };
        let expr_ty = self.typeck_results.expr_ty(expr);
        let ty::Adt(adt_def, adt_args) = *expr_ty.kind() else { return None };
        let call = self.make_mirror_unadjusted(call);
        let ExprKind::Call { fun, args, .. } = call.kind else {
            span_bug!(call.span, "no call to take apart: {call:?}")
        };
        let variant = adt_def.non_enum_variant();
        let fields = variant
            .fields
            .iter_enumerated()
            .map(|(name, field)| {
                let ty = field.ty(tcx, adt_args);
                let kind = match name.as_u32() {
                    0 => return FieldExpr { name, expr: fun },
                    1 => ExprKind::Tuple { fields: args.clone() },
                    _ => ExprKind::ZstLiteral { user_ty: None },
                };
                FieldExpr { name, expr: self.part(expr, ty, kind) }
            })
            .collect();
        Some(ExprKind::Adt(Box::new(AdtExpr {
            adt_def,
            args: adt_args,
            variant_index: FIRST_VARIANT,
            fields,
            user_ty: None,
            base: AdtExprBase::None,
        })))
    }

    fn part(&mut self, expr: &'tcx hir::Expr<'tcx>, ty: Ty<'tcx>, kind: ExprKind<'tcx>) -> ExprId {
        self.thir.exprs.push(Expr {
            ty,
            temp_scope_id: expr.hir_id.local_id,
            span: expr.span,
            kind,
        })
    }
}

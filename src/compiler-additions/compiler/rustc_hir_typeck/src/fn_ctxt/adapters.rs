//! Where a value is to become a `dyn` whose methods return futures.
//!
//! ```ignore (illustrative)
//! let db: Box<dyn Db> = MyDb; // `Boxing::new(Box::new(MyDb))`
//! ```
//!
//! `Box::new(MyDb)` alone does not coerce, so it is not what upstream would suggest.

use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_middle::ty::{self, Ty};
use rustc_trait_selection::traits::Obligation;
use rustc_trait_selection::traits::query::evaluate_obligation::InferCtxtExt;

use crate::FnCtxt;

impl<'a, 'tcx> FnCtxt<'a, 'tcx> {
    /// Suggest a pointer and the `Boxing` adapter for a value that implements the trait.
    pub(crate) fn suggest_adapter(
        &self,
        err: &mut Diag<'_>,
        expr: &hir::Expr<'_>,
        expected: Ty<'tcx>,
        found: Ty<'tcx>,
    ) -> bool {
        let tcx = self.tcx;
        let expr = expr.peel_blocks();
        let (dyn_ty, pointer) = match *expected.kind() {
            ty::Ref(_, pointee, hir::Mutability::Not) => (pointee, "&"),
            ty::Ref(_, pointee, hir::Mutability::Mut) => (pointee, "&mut "),
            ty::Adt(def, args) if def.is_box() => (args.type_at(0), "Box::new("),
            _ => return false,
        };
        let &ty::Dynamic(data, _) = dyn_ty.kind() else { return false };
        let is_adaptable = !found.is_ty_var()
            && data.principal_def_id().is_some_and(|def_id| tcx.has_dispatchable_futures(def_id))
            && data
                .iter()
                .flat_map(|bound| bound.clauses_with_self_ty(tcx, found))
                .all(|clause| self.may_hold(expr, clause));
        if !is_adaptable
            || expr.span.from_expansion()
            || tcx.hir_is_inside_const_context(expr.hir_id)
        {
            return false;
        }
        let Some(boxing) = self.err_ctxt().name_of_boxing(self.body_id) else { return false };
        let field = match tcx.parent_hir_node(expr.hir_id) {
            hir::Node::ExprField(field) if field.is_shorthand => format!("{}: ", field.ident),
            _ => String::new(),
        };
        let end = if pointer.ends_with('(') { "))" } else { ")" };
        let mut suggestion = vec![
            (expr.span.shrink_to_lo(), format!("{field}{}::new({pointer}", boxing.name)),
            (expr.span.shrink_to_hi(), end.to_owned()),
        ];
        suggestion.extend(boxing.import);
        err.multipart_suggestion(
            "make a pointer of it, with the `Boxing` adapter, which will box the futures returned by \
             each async fn",
            suggestion,
            Applicability::MaybeIncorrect,
        );
        true
    }

    fn may_hold(&self, expr: &hir::Expr<'_>, clause: ty::Clause<'tcx>) -> bool {
        let cause = self.misc(expr.span);
        self.predicate_may_hold(&Obligation::new(self.tcx, cause, self.param_env, clause))
    }
}

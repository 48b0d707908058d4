//! Where `dyn_box!` has made a `dyn Future` without the auto trait that is wanted.
//!
//! ```ignore (illustrative)
//! spawn(dyn_box!(db.get("a"))) // ERROR `db` is a `dyn Db`, which does not promise `get: Send`
//! ```
//!
//! The type of the box says nothing of the call, so this looks for calls that have made such a box.

use super::*;

impl<'tcx> TypeErrCtxt<'_, 'tcx> {
    /// Say who could promise that this `dyn Future` is `Send`, if one call has made it.
    pub(super) fn note_unpromised_call(
        &self,
        err: &mut Diag<'_>,
        body_id: LocalDefId,
        auto_trait: DefId,
        dyn_future: Ty<'tcx>,
    ) {
        let tcx = self.tcx;
        let Some(call_of_dyn) = tcx.lang_items().get(LangItem::CallOfDyn) else { return };
        let root = tcx.typeck_root_def_id(body_id.to_def_id()).expect_local();
        let results = match &self.typeck_results {
            Some(results) if results.hir_owner.def_id == root => results,
            // What a coroutine holds is asked after its body has been checked.
            _ if tcx.is_coroutine(body_id.to_def_id()) => tcx.typeck(root),
            _ => return,
        };
        let Some(body) = tcx.hir_maybe_body_owned_by(root) else { return };
        let mut types = TypesOfExprs { tcx, results, found: vec![] };
        types.visit_body(body);
        let erase = |ty| tcx.erase_and_anonymize_regions(self.resolve_vars_if_possible(ty));
        let dyn_future = erase(dyn_future);
        let mut returned = types.found.into_iter().filter_map(|ty| match *ty.kind() {
            ty::Adt(def, args)
                if def.did() == call_of_dyn && erase(args.type_at(2)) == dyn_future =>
            {
                match *args.type_at(0).kind() {
                    ty::FnDef(fn_def_id, args) => {
                        let sig = tcx.fn_sig(fn_def_id).instantiate(tcx, args);
                        Some(erase(sig.skip_binder().output()))
                    }
                    _ => None,
                }
            }
            _ => None,
        });
        if let Some(first) = returned.next()
            && returned.all(|another| another == first)
        {
            self.suggest_promise(err, body_id, auto_trait, first);
        }
    }

    /// The same, where a `Pin<Box<dyn Future + Send>>` is expected and there is a
    /// `Pin<Box<dyn Future>>`.
    pub fn note_unpromised_call_of_box(
        &self,
        err: &mut Diag<'_>,
        body_id: LocalDefId,
        expected: Ty<'tcx>,
        found: Ty<'tcx>,
    ) {
        let Some((expected, _)) = self.boxed_dyn_future(expected) else { return };
        let Some((found, dyn_future)) = self.boxed_dyn_future(found) else { return };
        let missing = expected.auto_traits().find(|id| !found.auto_traits().any(|has| has == *id));
        if let Some(missing) = missing {
            self.note_unpromised_call(err, body_id, missing, dyn_future);
        }
    }

    fn boxed_dyn_future(
        &self,
        ty: Ty<'tcx>,
    ) -> Option<(&'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>, Ty<'tcx>)> {
        let tcx = self.tcx;
        let ty = self.resolve_vars_if_possible(ty);
        let ty::Adt(pin, args) = *ty.kind() else { return None };
        if !tcx.is_lang_item(pin.did(), LangItem::Pin) {
            return None;
        }
        let boxed = args.type_at(0).boxed_ty()?;
        match *boxed.kind() {
            ty::Dynamic(data, _)
                if data
                    .principal_def_id()
                    .is_some_and(|id| tcx.is_lang_item(id, LangItem::Future)) =>
            {
                Some((data, boxed))
            }
            _ => None,
        }
    }
}

struct TypesOfExprs<'a, 'tcx> {
    tcx: TyCtxt<'tcx>,
    results: &'a ty::TypeckResults<'tcx>,
    found: Vec<Ty<'tcx>>,
}

impl<'tcx> Visitor<'tcx> for TypesOfExprs<'_, 'tcx> {
    type NestedFilter = rustc_middle::hir::nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> Self::MaybeTyCtxt {
        self.tcx
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        self.found.extend(self.results.expr_ty_opt(expr));
        hir::intravisit::walk_expr(self, expr);
    }
}

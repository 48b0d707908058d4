//! The lifetimes of a bound on what a value returns where it is called.
//!
//! ```ignore (illustrative)
//! where F: AsyncFn(&str) -> u8, F(..): Send
//! // stands for
//! where for<'s, 'a> <F as AsyncFnMut<(&'s str,)>>::CallRefFuture<'a>: Send // and so on
//! ```
//!
//! They are those of the bound that says what `F` is called with, unless the arguments are written,
//! and that of the borrow of `F`. See `hir_ty_lowering::return_types::value_calls`.

use rustc_hir::LangItem;
use rustc_span::{Symbol, sym};

use super::*;

impl<'tcx> BoundVarContext<'_, 'tcx> {
    /// If the subject of a where-clause is `F(..)` or `F(A)`, then append the lifetimes that are left
    /// out to the binder of the where-clause, `hir_id`.
    pub(super) fn append_lifetimes_of_value_call(
        &mut self,
        hir_id: HirId,
        qself: &'tcx hir::Ty<'tcx>,
        segment: &hir::PathSegment<'tcx>,
    ) {
        let Some((inputs, is_borrowed)) = self.lifetimes_of_inputs(qself, segment) else { return };
        let mut bound_vars = match segment.args().parenthesized {
            hir::GenericArgsParentheses::ReturnTypeNotation => inputs,
            _ => vec![],
        };
        if is_borrowed && let Some(call_ref_future) = self.tcx.lang_items().call_ref_future() {
            let borrow = &self.tcx.generics_of(call_ref_future).own_params[0];
            bound_vars
                .push(ty::BoundVariableKind::Region(ty::BoundRegionKind::Named(borrow.def_id)));
        }
        // Type lowering looks at the bounds themselves: it has to find the same lifetimes.
        self.record_late_bound_vars(qself.hir_id, bound_vars.clone());
        self.append_lifetimes_of_subject(hir_id, segment, bound_vars);
    }

    /// The lifetimes that are bound in what a value of this type is called with, and whether an
    /// `async` call borrows it.
    fn lifetimes_of_inputs(
        &self,
        qself: &'tcx hir::Ty<'tcx>,
        segment: &hir::PathSegment<'tcx>,
    ) -> Option<(BoundVars<'tcx>, bool)> {
        let tcx = self.tcx;
        let bounds = self.bounds_of_called(qself, segment)?;
        let leads_to = |item: LangItem, method: Symbol| {
            let of_trait = tcx.lang_items().get(item);
            let mut found = bounds.iter().filter_map(move |bound| {
                let (bound_vars, _) =
                    bound.find(tcx, Ident::with_dummy_span(method), |def_id| {
                        let is_it = of_trait == Some(def_id);
                        tcx.associated_items(def_id).in_definition_order().next().filter(|_| is_it)
                    })?;
                Some(bound_vars)
            });
            found.next()
        };
        if let Some(inputs) = leads_to(LangItem::FnOnce, sym::call_once) {
            return Some((inputs, false));
        }
        let inputs = leads_to(LangItem::AsyncFnOnce, sym::async_call_once)?;
        Some((inputs, leads_to(LangItem::AsyncFnMut, sym::async_call_mut).is_some()))
    }

    /// The bounds of what is called: of the `F` of `F(A)`, or of the `T::Handler` of `T::Handler(A)`.
    fn bounds_of_called(
        &self,
        qself: &'tcx hir::Ty<'tcx>,
        segment: &hir::PathSegment<'tcx>,
    ) -> Option<Vec<SearchedTrait<'tcx>>> {
        let tcx = self.tcx;
        let hir::TyKind::Path(hir::QPath::Resolved(_, path)) = qself.kind else { return None };
        match path.res {
            Res::Def(DefKind::TyParam, _) | Res::SelfTyParam { .. } => {}
            Res::Def(DefKind::AssocTy, def_id) if segment.is_call_of_value() => {
                return self.bounds_of_associated_type(def_id);
            }
            _ => return None,
        }
        let bounds = self.for_each_trait_bound_on_res(path.res);
        let bounds = bounds.flat_map(|(def_id, bound_vars)| match path.res {
            Res::SelfTyParam { trait_ }
                if trait_ == def_id
                    && let Some(local_trait) = def_id.as_local() =>
            {
                self.self_and_supertraits(local_trait)
            }
            _ => vec![SearchedTrait { def_id, bound_vars, searches_supertraits: true }],
        });
        if segment.is_call_of_value() {
            return Some(bounds.collect());
        }
        let (_, item) = bounds.into_iter().find_map(|bound| {
            bound.find(tcx, segment.ident, |trait_def_id| {
                let items = tcx.associated_items(trait_def_id);
                items.find_by_ident_and_kind(tcx, segment.ident, AssocTag::Type, trait_def_id)
            })
        })?;
        self.bounds_of_associated_type(item.def_id)
    }

    /// The bounds of an associated type where it is declared.
    fn bounds_of_associated_type(&self, def_id: DefId) -> Option<Vec<SearchedTrait<'tcx>>> {
        let tcx = self.tcx;
        let searched =
            |def_id, bound_vars| SearchedTrait { def_id, bound_vars, searches_supertraits: true };
        let Some(local) = def_id.as_local() else {
            let bounds = tcx.explicit_item_self_bounds(def_id).iter_identity_copied();
            let bounds = bounds.filter_map(|(clause, _)| clause.as_trait_clause());
            let bounds = bounds.map(|bound| searched(bound.def_id(), bound.bound_vars().to_vec()));
            return Some(bounds.collect());
        };
        // To ask for the bounds could be a cycle, where they are what is being resolved.
        let hir::Node::TraitItem(&hir::TraitItem {
            kind: hir::TraitItemKind::Type(bounds, _), ..
        }) = tcx.hir_node_by_def_id(local)
        else {
            return None;
        };
        let bounds = bounds.iter().filter_map(|bound| {
            let hir::GenericBound::Trait(bound) = bound else { return None };
            let vars = bound.bound_generic_params.iter().map(late_arg_as_bound_arg);
            Some(searched(bound.trait_ref.trait_def_id()?, vars.collect()))
        });
        Some(bounds.collect())
    }
}

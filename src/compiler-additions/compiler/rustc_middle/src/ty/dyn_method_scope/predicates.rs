//! What who names a method of an incomplete `dyn` has to show.
//!
//! ```ignore (illustrative)
//! trait Store<'s>: Debug {
//!     fn get(&self) -> &'s str;
//!     fn map<R>(&self) -> R;
//! }
//! // `<dyn Store<'x>>::get` is a function of `dyn Store<'x>` and `'y`, of which it asks not
//! //     dyn Store<'x>: Store<'y>, dyn Store<'x>: Debug
//! // but
//! //     dyn Store<'x>: Unsize<dyn Store<'y>>, dyn Store<'x>: Debug
//! ```
//!
//! The borrow checker gives a function new lifetimes. That `'x` and `'y` are the same is known to it by
//! what it has to prove only. So the predicate that does not hold is not left out: in its place is one
//! that holds if and only if the trait is among the supertraits, with the same arguments.

use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;

use super::IncompleteDyn;
use crate::ty::{self, GenericArgsRef, Ty, TyCtxt, TypeVisitableExt, Upcast};

impl<'tcx> TyCtxt<'tcx> {
    /// What is to be proved of an item with these arguments. The list is as long as that of
    /// `predicates_of`, and in the same order.
    pub fn predicates_of_call(
        self,
        def_id: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> ty::InstantiatedPredicates<'tcx> {
        let mut predicates = self.predicates_of(def_id).instantiate(self, args);
        if !args.has_escaping_bound_vars()
            && let Some(incomplete) = self.incomplete_dyn_of_call(def_id, args)
            && matches!(self.def_kind(def_id), DefKind::AssocFn | DefKind::Trait)
        {
            let marked = incomplete.marked_args(self, args);
            let declared = self.predicates_of(def_id).instantiate(self, marked).predicates;
            for (clause, declared) in predicates.predicates.iter_mut().zip(declared) {
                *clause = incomplete.clause_of_call(self, declared);
            }
        }
        predicates
    }

    /// That a `dyn` type has this trait among its supertraits, with the same arguments, whether or not
    /// it implements it.
    pub fn clause_of_supertrait(self, trait_ref: ty::PolyTraitRef<'tcx>) -> ty::Clause<'tcx> {
        let self_ty = trait_ref.self_ty().skip_binder();
        match (*self_ty.kind(), self.lang_items().unsize_trait()) {
            (ty::Dynamic(data, region), Some(unsize))
                if self.dyn_lacks(data, trait_ref.def_id()) =>
            {
                trait_ref
                    .map_bound(|trait_ref| {
                        let principal = ty::ExistentialTraitRef::erase_self_ty(self, trait_ref);
                        let principal = ty::shift_vars(self, principal, 1);
                        let target = self.least_dyn_of(data, principal);
                        let target = Ty::new_dynamic(self, target, region);
                        ty::TraitRef::new(self, unsize, [self_ty, target])
                    })
                    .upcast(self)
            }
            _ => trait_ref.upcast(self),
        }
    }
}

impl<'tcx> IncompleteDyn<'tcx> {
    /// `Self` is [marked](Self::marked_args): a type argument that is the same `dyn` type does not have the
    /// trait.
    fn clause_of_call(self, tcx: TyCtxt<'tcx>, marked: ty::Clause<'tcx>) -> ty::Clause<'tcx> {
        let kind = marked.kind();
        let self_ty = tcx.self_of_incomplete_dyn();
        let lacks = |trait_def_id| tcx.dyn_lacks(self.data, trait_def_id);
        match kind.skip_binder() {
            ty::ClauseKind::Trait(bound)
                if bound.self_ty() == self_ty
                    && bound.polarity == ty::PredicatePolarity::Positive
                    && lacks(bound.def_id()) =>
            {
                // That it has the supertraits of the trait follows from the trait.
                match bound.def_id() == self.trait_def_id && kind.no_bound_vars().is_some() {
                    true => {
                        let of_trait = self.unmark(tcx, bound.trait_ref);
                        tcx.clause_of_supertrait(kind.rebind(of_trait))
                    }
                    false => self.trivial_clause(tcx),
                }
            }
            ty::ClauseKind::Projection(bound)
                if bound.self_ty() == self_ty && lacks(bound.trait_def_id(tcx)) =>
            {
                self.trivial_clause(tcx)
            }
            _ => {
                let expanded = self.expand(tcx, marked);
                match expanded.missing(tcx) {
                    // A where-clause of the trait: the type behind the `dyn` meets it. A method with
                    // such a one is refused.
                    Some(_) => self.trivial_clause(tcx),
                    None => expanded.value(tcx),
                }
            }
        }
    }

    /// What holds of each `dyn`.
    fn trivial_clause(self, tcx: TyCtxt<'tcx>) -> ty::Clause<'tcx> {
        let meta_sized =
            tcx.require_lang_item(rustc_hir::LangItem::MetaSized, rustc_span::DUMMY_SP);
        ty::TraitRef::new(tcx, meta_sized, [self.ty]).upcast(tcx)
    }
}

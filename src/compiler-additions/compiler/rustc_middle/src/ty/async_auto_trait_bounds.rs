//! What `async Send` says of a trait's functions.
//!
//! ```ignore (illustrative)
//! where DB: Database + async Send
//! // desugars to
//! where DB: Database + Send, DB::get(..): Send, DB::put(..): Send
//! ```
//!
//! That is one bound for each function that is `async` or returns `impl Trait`, of the traits
//! beside it and of their supertraits. A function that can't have such a bound is not covered. This
//! module says which functions are, for the traits one by one; how the bounds are made is in
//! `rustc_hir_analysis::hir_ty_lowering::async_auto_trait_bounds`.

use rustc_hir as hir;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::{DefId, LocalDefId};

use super::{self as ty, TyCtxt};

/// What `async Send` says of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsyncBoundCoverage {
    /// What it returns has the bound, for all lifetimes of the function.
    Covered,
    /// The same, and it has a `where Self: Sized`.
    WhereSelfSized,
    /// Nothing.
    Not(UncoveredByAsyncBound),
}

/// Why `async Send` says nothing of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UncoveredByAsyncBound {
    /// It has type or const parameters, or an `impl Trait` argument. A bound can't be for all
    /// types.
    Generic,
    /// It has a where-clause other than `Self: Sized`, so it need not exist, or not for all
    /// lifetimes.
    WhereClause,
}

impl<'tcx> TyCtxt<'tcx> {
    /// The functions that a trait itself declares `async`, or with an `impl Trait` somewhere in
    /// their return type.
    ///
    /// This does not lower their signatures.
    pub fn fns_returning_impl_trait(self, trait_def_id: DefId) -> impl Iterator<Item = DefId> {
        self.associated_items(trait_def_id)
            .in_definition_order()
            .filter(|item| item.is_fn())
            .map(|item| item.def_id)
            .filter(move |&fn_def_id| {
                !self.associated_types_for_impl_traits_in_associated_fn(fn_def_id).is_empty()
            })
    }

    /// What an `async Send` beside the trait says of this function, which is one of
    /// [`Self::fns_returning_impl_trait`].
    ///
    /// This looks at the HIR of a local function rather than at its predicates, which may be what
    /// is being lowered.
    pub fn async_bound_coverage(self, fn_def_id: DefId) -> AsyncBoundCoverage {
        let is_lifetime =
            |param: &ty::GenericParamDef| matches!(param.kind, ty::GenericParamDefKind::Lifetime);
        if !self.generics_of(fn_def_id).own_params.iter().all(is_lifetime) {
            return AsyncBoundCoverage::Not(UncoveredByAsyncBound::Generic);
        }

        let clauses: Vec<_> = match fn_def_id.as_local() {
            Some(local_fn) => {
                let clauses = self.hir_get_generics(local_fn).map_or(&[][..], |g| g.predicates);
                clauses.iter().map(|clause| self.written_where_clause_of_fn(clause)).collect()
            }
            None => self.where_clauses_of_foreign_fn(fn_def_id),
        };
        match clauses.into_iter().max() {
            None => AsyncBoundCoverage::Covered,
            Some(WhereClauseOfFn::SelfSized) => AsyncBoundCoverage::WhereSelfSized,
            // A bound for all lifetimes would be for those that are not as the clause says, too.
            Some(WhereClauseOfFn::Lifetimes | WhereClauseOfFn::Other) => {
                AsyncBoundCoverage::Not(UncoveredByAsyncBound::WhereClause)
            }
        }
    }

    /// The `async Send` of `trait Db: async Send`, in which a trait asks something of what its own
    /// functions return.
    pub fn async_bounds_of_own_trait(
        self,
        trait_def_id: LocalDefId,
    ) -> impl Iterator<Item = &'tcx hir::PolyTraitRef<'tcx>> {
        let (generics, bounds) = match self.hir_expect_item(trait_def_id).kind {
            hir::ItemKind::Trait(.., generics, bounds, _) => (generics.predicates, bounds),
            _ => (&[][..], &[][..]),
        };
        let of_self = generics.iter().filter_map(move |clause| match clause.kind {
            hir::WherePredicateKind::BoundPredicate(clause)
                if clause.is_param_bound(trait_def_id.to_def_id()) =>
            {
                Some(clause.bounds)
            }
            _ => None,
        });
        of_self.chain([bounds]).flatten().filter_map(|bound| match bound {
            hir::GenericBound::Trait(bound) if bound.modifiers.is_async() => Some(bound),
            _ => None,
        })
    }

    /// The auto traits that a bound by this trait stands for: the trait itself, or those that it is
    /// an alias of. `None` if there is another one among them.
    pub fn auto_traits_of_bound(self, trait_def_id: DefId) -> Option<Vec<DefId>> {
        if !self.trait_is_alias(trait_def_id) {
            return self.trait_is_auto(trait_def_id).then(|| vec![trait_def_id]);
        }
        let mut auto_traits = vec![];
        for (clause, _) in self.explicit_super_predicates_of(trait_def_id).iter_identity_copied() {
            let of_trait = clause.as_trait_clause()?;
            if of_trait.polarity() != ty::PredicatePolarity::Positive {
                return None;
            }
            let of_trait = of_trait.def_id();
            if !self.is_sizedness_trait(of_trait) {
                auto_traits.extend(self.auto_traits_of_bound(of_trait)?);
            }
        }
        Some(auto_traits)
    }

    fn where_clauses_of_foreign_fn(self, fn_def_id: DefId) -> Vec<WhereClauseOfFn> {
        let clauses = self.explicit_predicates_of(fn_def_id).predicates.iter();
        clauses
            .map(|(clause, _)| match clause.kind().skip_binder() {
                ty::ClauseKind::RegionOutlives(_) | ty::ClauseKind::TypeOutlives(_) => {
                    WhereClauseOfFn::Lifetimes
                }
                ty::ClauseKind::Trait(clause)
                    if self.is_lang_item(clause.def_id(), hir::LangItem::Sized)
                        && clause.self_ty() == self.types.self_param =>
                {
                    WhereClauseOfFn::SelfSized
                }
                _ => WhereClauseOfFn::Other,
            })
            .collect()
    }

    fn written_where_clause_of_fn(self, clause: &hir::WherePredicate<'_>) -> WhereClauseOfFn {
        let clause = match clause.kind {
            hir::WherePredicateKind::RegionPredicate(_) => return WhereClauseOfFn::Lifetimes,
            hir::WherePredicateKind::BoundPredicate(clause) => clause,
            hir::WherePredicateKind::EqPredicate(_) => return WhereClauseOfFn::Other,
        };
        let is_self = matches!(
            clause.bounded_ty.kind,
            hir::TyKind::Path(hir::QPath::Resolved(
                None,
                hir::Path { res: Res::SelfTyParam { .. }, .. },
            ))
        );
        let of_bounds = clause.bounds.iter().map(|bound| match bound {
            hir::GenericBound::Outlives(_) => WhereClauseOfFn::Lifetimes,
            hir::GenericBound::Trait(bound)
                if is_self
                    && bound.modifiers == hir::TraitBoundModifiers::NONE
                    && bound.trait_ref.trait_def_id().is_some_and(|trait_def_id| {
                        self.is_lang_item(trait_def_id, hir::LangItem::Sized)
                    }) =>
            {
                WhereClauseOfFn::SelfSized
            }
            hir::GenericBound::Trait(_) | hir::GenericBound::Use(..) => WhereClauseOfFn::Other,
        });
        of_bounds.max().unwrap_or(WhereClauseOfFn::Other)
    }

    /// Whether a path in a bound is that of a trait which may have functions or supertraits: not an
    /// auto trait.
    pub fn is_trait_beside_async_bound(self, res: Res) -> Option<DefId> {
        match res {
            Res::Def(DefKind::Trait | DefKind::TraitAlias, trait_def_id)
                if !self.trait_is_auto(trait_def_id) =>
            {
                Some(trait_def_id)
            }
            _ => None,
        }
    }
}

/// What a function's where-clause is about, from what matters least on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum WhereClauseOfFn {
    SelfSized,
    Lifetimes,
    Other,
}

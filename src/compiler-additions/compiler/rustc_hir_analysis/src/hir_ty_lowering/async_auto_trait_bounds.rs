//! Lowering of `DB: Database + async Send`.
//!
//! ```ignore (illustrative)
//! trait Connection {
//!     async fn ping(&self);
//! }
//! trait Database: Connection {
//!     async fn get(&self, key: &str) -> Option<Row>;
//! }
//! where DB: Database + async Send
//! // desugars to
//! where
//!     DB: Database + Send,
//!     for<'a, 'b> <DB as Database>::get<'a, 'b>: Send, // `DB::get(..): Send`
//!     for<'a> <DB as Connection>::ping<'a>: Send,
//! ```
//!
//! An `async` before an auto trait is about the traits *beside* it: those in the same list of
//! bounds, and their supertraits. Each of their functions that returns an `impl Trait`, as an
//! `async fn` does, gets the bound that return type notation gives it, for all of its lifetimes. A
//! function that can't have such a bound gets none: see [`ty::UncoveredByAsyncBound`].
//!
//! The supertraits of a trait are asked for only where associated type bounds are lowered as well.
//! What says what the supertraits are is lowered without those, so this does not depend on itself.

use rustc_data_structures::fx::FxIndexSet;
use rustc_errors::ErrorGuaranteed;
use rustc_hir as hir;
use rustc_hir::def_id::DefId;
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, Ty, TyCtxt, Upcast};
use rustc_span::Span;
use rustc_trait_selection::traits;
use smallvec::SmallVec;

use super::{HirTyLowerer, PredicateFilter};

/// The bounds of one list, as far as `async Send` matters.
#[derive(Default)]
pub(super) struct BoundsBesideAsync<'tcx> {
    /// The `Send`s of `async Send`, and where they stand.
    auto_traits: SmallVec<[(DefId, Span); 1]>,
    traits: SmallVec<[ty::PolyTraitRef<'tcx>; 2]>,
    /// Whether there is a `?Sized` among them: then functions with `where Self: Sized` can't be
    /// relied upon, and a `dyn` type lacks their futures.
    is_maybe_unsized: bool,
}

impl<'tcx> BoundsBesideAsync<'tcx> {
    /// Note a bound, for which `lowered` has been added to the clauses.
    pub(super) fn note(
        &mut self,
        tcx: TyCtxt<'tcx>,
        bound: &hir::PolyTraitRef<'tcx>,
        self_ty: Ty<'tcx>,
        lowered: &[(ty::Clause<'tcx>, Span)],
    ) {
        let Some(trait_def_id) = bound.trait_ref.trait_def_id() else { return };
        if let hir::BoundPolarity::Maybe(_) = bound.modifiers.polarity {
            self.is_maybe_unsized |= tcx.is_lang_item(trait_def_id, hir::LangItem::Sized);
            return;
        }
        if bound.modifiers.is_async() {
            // Generic parameters of an auto trait have been reported.
            if tcx.generics_of(trait_def_id).count() == 1 {
                self.auto_traits.push((trait_def_id, bound.span));
            }
            return;
        }
        // Associated type bounds are among the clauses as well.
        self.traits.extend(lowered.iter().find_map(|(clause, _)| {
            clause.as_trait_clause().and_then(|clause| {
                (clause.def_id() == trait_def_id
                    && clause.skip_binder().self_ty() == self_ty
                    && clause.polarity() == ty::PredicatePolarity::Positive)
                    .then(|| clause.map_bound(|clause| clause.trait_ref))
            })
        }));
    }

    /// The auto traits that an `async` stands before.
    pub(super) fn auto_traits(&self) -> impl Iterator<Item = DefId> {
        self.auto_traits.iter().map(|&(auto_trait, _)| auto_trait)
    }
}

impl<'tcx> dyn HirTyLowerer<'tcx> + '_ {
    /// Add the clauses that the `async` of `async Send` stands for. `Send` itself has been lowered.
    pub(super) fn lower_async_auto_trait_bounds(
        &self,
        beside: &BoundsBesideAsync<'tcx>,
        clauses: &mut Vec<(ty::Clause<'tcx>, Span)>,
        predicate_filter: PredicateFilter,
    ) {
        if beside.auto_traits.is_empty() {
            return;
        }
        match predicate_filter {
            PredicateFilter::All | PredicateFilter::SelfAndAssociatedTypeBounds => {}
            // The futures are not what is asked for.
            PredicateFilter::SelfOnly
            | PredicateFilter::SelfTraitThatDefines(_)
            | PredicateFilter::ConstIfConst
            | PredicateFilter::SelfConstIfConst => return,
        }

        let tcx = self.tcx();
        let functions = fns_returning_impl_trait_of_bounds(tcx, &beside.traits);
        for &(auto_trait, span) in &beside.auto_traits {
            for &(trait_ref, fn_def_id) in &functions {
                if traits::async_bound_covers(tcx, fn_def_id).is_err()
                    || beside.is_maybe_unsized && tcx.generics_require_sized_self(fn_def_id)
                {
                    continue;
                }
                let returned = self.return_types_for_all_lifetimes(span, fn_def_id, trait_ref);
                clauses.extend(returned.into_iter().map(|ty| {
                    let clause = ty.map_bound(|ty| ty::TraitRef::new(tcx, auto_trait, [ty]));
                    (clause.upcast(tcx), span)
                }));
            }
        }
    }

    /// Refuse `dyn Database + async Send` where `dyn Database` is not a type.
    pub(super) fn refuse_async_bounds_in_dyn(
        &self,
        hir_bounds: &[hir::PolyTraitRef<'tcx>],
    ) -> Option<ErrorGuaranteed> {
        if self.tcx().features().async_fn_in_dyn_trait() {
            return None;
        }
        let bound = hir_bounds.iter().find(|bound| bound.modifiers.is_async())?;
        Some(self.dcx().emit_err(AsyncBoundInDyn { span: bound.span }))
    }
}

/// The functions that are `async`, or have an `impl Trait` in their return type, of all these
/// traits and their supertraits, each once and with the trait that declares it.
pub(super) fn fns_returning_impl_trait_of_bounds<'tcx>(
    tcx: TyCtxt<'tcx>,
    trait_refs: &[ty::PolyTraitRef<'tcx>],
) -> Vec<(ty::PolyTraitRef<'tcx>, DefId)> {
    let with_supertraits: FxIndexSet<_> = trait_refs
        .iter()
        .flat_map(|&trait_ref| traits::supertraits(tcx, trait_ref))
        .map(|trait_ref| tcx.anonymize_bound_vars(trait_ref))
        .collect();
    with_supertraits
        .into_iter()
        .flat_map(|trait_ref| {
            tcx.fns_returning_impl_trait(trait_ref.def_id())
                .map(move |fn_def_id| (trait_ref, fn_def_id))
        })
        .collect()
}

#[derive(Diagnostic)]
#[diag("`async` bounds on auto traits are not allowed in `dyn` types")]
#[help("add `#![feature(async_fn_in_dyn_trait)]` to the crate attributes to enable them")]
struct AsyncBoundInDyn {
    #[primary_span]
    #[label("not allowed here")]
    span: Span,
}

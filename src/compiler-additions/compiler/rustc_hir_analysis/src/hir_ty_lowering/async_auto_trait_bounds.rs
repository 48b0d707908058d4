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
//! function that can't have such a bound gets none: see [`ty::UncoveredByAsyncBound`]. Beside an
//! `AsyncFn`, it is about what calling the value returns: `F: AsyncFn(u32) + async Send` asks for
//! `F(..): Send`.
//!
//! A trait asks the same of its own functions where `async Send` is among its supertraits:
//!
//! ```ignore (illustrative)
//! trait Database: async Send {
//!     async fn get(&self, key: &str) -> Option<Row>; // -> impl Future<Output = Option<Row>> + Send
//! }
//! ```
//!
//! There, it is a bound of the type itself, which implementations meet and callers rely on.
//!
//! The supertraits of a trait are asked for only where associated type bounds are lowered as well.
//! What says what the supertraits are is lowered without those, so this does not depend on itself.

use rustc_data_structures::fx::FxIndexSet;
use rustc_errors::ErrorGuaranteed;
use rustc_hir as hir;
use rustc_hir::def_id::{DefId, LocalDefId};
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
    /// An `async` before an alias of other traits.
    not_auto: SmallVec<[Span; 1]>,
    /// An `async ?Sized`, of a `dyn` type.
    pub(super) unsized_futures: Option<Span>,
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
            if tcx.is_lang_item(trait_def_id, hir::LangItem::Sized) {
                self.unsized_futures = Some(bound.span);
                return;
            }
            // Generic parameters of an auto trait have been reported.
            if tcx.generics_of(trait_def_id).count() != 1 && !tcx.trait_is_alias(trait_def_id) {
                return;
            }
            match tcx.auto_traits_of_bound(trait_def_id) {
                Some(auto_traits) => self
                    .auto_traits
                    .extend(auto_traits.into_iter().map(|auto_trait| (auto_trait, bound.span))),
                None => self.not_auto.push(bound.span),
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
        let _ = self.refuse_async_bounds_on_other_aliases(beside);
        if let Some(span) = beside.unsized_futures {
            self.dcx().emit_err(UnsizedFuturesOutsideDyn { span });
        }
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
        let is_auto = |ty: ty::Binder<'tcx, Ty<'tcx>>, auto_trait, span| {
            let clause = ty.map_bound(|ty| ty::TraitRef::new(tcx, auto_trait, [ty]));
            (clause.upcast(tcx), span)
        };
        let with_supertraits = with_supertraits(tcx, &beside.traits);
        let functions = fns_returning_impl_trait_of_bounds(tcx, &beside.traits);
        for &(auto_trait, span) in &beside.auto_traits {
            for &(trait_ref, fn_def_id) in &functions {
                if traits::async_bound_covers(tcx, fn_def_id).is_err()
                    || beside.is_maybe_unsized && tcx.generics_require_sized_self(fn_def_id)
                {
                    continue;
                }
                let returned = self.return_types_for_all_lifetimes(span, fn_def_id, trait_ref);
                clauses.extend(returned.into_iter().map(|ty| is_auto(ty, auto_trait, span)));
            }
            for &trait_ref in &with_supertraits {
                let returned = self.async_call_for_all_lifetimes(trait_ref);
                clauses.extend(returned.map(|ty| is_auto(ty, auto_trait, span)));
            }
        }
    }

    /// Refuse `async SendClone`, with `trait SendClone = Send + Clone`.
    pub(super) fn refuse_async_bounds_on_other_aliases(
        &self,
        beside: &BoundsBesideAsync<'tcx>,
    ) -> Result<(), ErrorGuaranteed> {
        let refuse = |&span| Err(self.dcx().emit_err(AsyncBoundOnOtherAlias { span }));
        beside.not_auto.iter().map(refuse).collect()
    }

    /// What `trait Db: async Send` asks of what the functions of `Db` itself return, as bounds of
    /// those types: `item_ty` is what the opaque type is called where it is bounded.
    pub(crate) fn async_bounds_of_own_trait(
        &self,
        opaque_def_id: LocalDefId,
        item_ty: Ty<'tcx>,
        predicate_filter: PredicateFilter,
    ) -> Vec<(ty::Clause<'tcx>, Span)> {
        let tcx = self.tcx();
        let is_asked_for = match predicate_filter {
            PredicateFilter::All
            | PredicateFilter::SelfOnly
            | PredicateFilter::SelfAndAssociatedTypeBounds => true,
            PredicateFilter::SelfTraitThatDefines(_)
            | PredicateFilter::ConstIfConst
            | PredicateFilter::SelfConstIfConst => false,
        };
        let of_trait = Some(hir::RpitContext::Trait);
        let (hir::OpaqueTyOrigin::FnReturn { parent, in_trait_or_impl }
        | hir::OpaqueTyOrigin::AsyncFn { parent, in_trait_or_impl }) =
            tcx.local_opaque_ty_origin(opaque_def_id)
        else {
            return vec![];
        };
        if !is_asked_for || in_trait_or_impl != of_trait {
            return vec![];
        }
        let bounds: Vec<_> = tcx
            .async_bounds_of_own_trait(tcx.local_parent(parent))
            .filter_map(|bound| Some((bound.trait_ref.trait_def_id()?, bound.span)))
            .collect();
        // Not what is within another `impl Trait`, like the output of a future.
        let is_within_another = || {
            let fn_id = tcx.local_def_id_to_hir_id(parent);
            let mut within = tcx.hir_parent_iter(tcx.local_def_id_to_hir_id(opaque_def_id));
            within
                .by_ref()
                .take_while(|&(hir_id, _)| hir_id != fn_id)
                .any(|(_, node)| matches!(node, hir::Node::OpaqueTy(_)))
        };
        if bounds.is_empty()
            || is_within_another()
            || traits::async_bound_covers(tcx, parent.to_def_id()).is_err()
        {
            return vec![];
        }
        bounds
            .into_iter()
            .flat_map(|(trait_def_id, span)| {
                let auto_traits = tcx.auto_traits_of_bound(trait_def_id).unwrap_or_default();
                auto_traits.into_iter().map(move |auto_trait| (auto_trait, span))
            })
            .map(|(auto_trait, span)| {
                (ty::TraitRef::new(tcx, auto_trait, [item_ty]).upcast(tcx), span)
            })
            .collect()
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

fn with_supertraits<'tcx>(
    tcx: TyCtxt<'tcx>,
    trait_refs: &[ty::PolyTraitRef<'tcx>],
) -> FxIndexSet<ty::PolyTraitRef<'tcx>> {
    trait_refs
        .iter()
        .flat_map(|&trait_ref| traits::supertraits(tcx, trait_ref))
        .map(|trait_ref| tcx.anonymize_bound_vars(trait_ref))
        .collect()
}

/// The functions that are `async`, or have an `impl Trait` in their return type, of all these
/// traits and their supertraits, each once and with the trait that declares it.
pub(super) fn fns_returning_impl_trait_of_bounds<'tcx>(
    tcx: TyCtxt<'tcx>,
    trait_refs: &[ty::PolyTraitRef<'tcx>],
) -> Vec<(ty::PolyTraitRef<'tcx>, DefId)> {
    with_supertraits(tcx, trait_refs)
        .into_iter()
        .flat_map(|trait_ref| {
            tcx.fns_returning_impl_trait(trait_ref.def_id())
                .map(move |fn_def_id| (trait_ref, fn_def_id))
        })
        .collect()
}

#[derive(Diagnostic)]
#[diag("`async` bounds on aliases are only allowed for aliases of auto traits")]
struct AsyncBoundOnOtherAlias {
    #[primary_span]
    #[label("this stands for more than auto traits")]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("`async ?Sized` is only allowed in `dyn` types")]
#[note("the futures of a type that implements a trait have a size")]
struct UnsizedFuturesOutsideDyn {
    #[primary_span]
    #[label("not in a `dyn` type")]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("`async` bounds on auto traits are not allowed in `dyn` types")]
#[help("add `#![feature(async_fn_in_dyn_trait)]` to the crate attributes to enable them")]
struct AsyncBoundInDyn {
    #[primary_span]
    #[label("not allowed here")]
    span: Span,
}

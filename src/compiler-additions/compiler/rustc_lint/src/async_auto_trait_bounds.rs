//! `async Send` in a list of bounds where it has nothing to be about.

use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;
use rustc_macros::{Diagnostic, Subdiagnostic};
use rustc_middle::ty::{self, TyCtxt, UncoveredByAsyncBound};
use rustc_session::{declare_lint, declare_lint_pass};
use rustc_span::{Span, Symbol};
use rustc_trait_selection::traits::async_bound_covers;

use crate::{LateContext, LateLintPass, LintContext};

declare_lint! {
    /// The `unused_async_auto_trait_bounds` lint detects an `async` before an auto trait in a
    /// bound, with no trait beside it whose futures it could be about.
    ///
    /// ### Example
    ///
    /// ```rust
    /// #![feature(async_auto_trait_bounds)]
    ///
    /// fn in_background<T: Clone + async Send>(_: T) {}
    /// ```
    ///
    /// {{produces}}
    ///
    /// ### Explanation
    ///
    /// `DB: Database + async Send` bounds `DB`, and whatever the `async fn`s and `-> impl Trait`
    /// functions of the traits beside it and of their supertraits return. Where these have no such
    /// function, or only ones that the bound can't cover, then `async Send` says the same as
    /// `Send`.
    ///
    /// Traits in another list of bounds for the same type are not beside it.
    pub UNUSED_ASYNC_AUTO_TRAIT_BOUNDS,
    Warn,
    "detects `async` before an auto trait in a bound that is about no future",
    @feature_gate = async_auto_trait_bounds;
}

declare_lint_pass!(AsyncAutoTraitBounds => [UNUSED_ASYNC_AUTO_TRAIT_BOUNDS]);

impl<'tcx> LateLintPass<'tcx> for AsyncAutoTraitBounds {
    fn check_poly_trait_ref(&mut self, cx: &LateContext<'tcx>, bound: &hir::PolyTraitRef<'tcx>) {
        if !bound.modifiers.is_async() {
            return;
        }
        let tcx = cx.tcx;
        let Some(beside) = list_of_bounds(tcx, bound) else { return };
        let mut uncovered = None;
        for fn_def_id in fns_of_own_trait(tcx, bound) {
            match async_bound_covers(tcx, fn_def_id) {
                Ok(()) => return,
                Err(why) => uncovered = uncovered.or(Some((fn_def_id, why))),
            }
        }
        for other in beside {
            let hir::GenericBound::Trait(other) = other else { continue };
            // An error in any of them has been reported.
            if other.trait_ref.trait_def_id().is_none() {
                return;
            }
            let Some(trait_def_id) = tcx.is_trait_beside_async_bound(other.trait_ref.path.res)
            else {
                continue;
            };
            if ty::elaborate::supertrait_def_ids(tcx, trait_def_id)
                .any(|def_id| tcx.is_lang_item(def_id, hir::LangItem::AsyncFnOnce))
            {
                return;
            }
            for fn_def_id in fns_of_trait_and_supertraits(tcx, trait_def_id) {
                match async_bound_covers(tcx, fn_def_id) {
                    Ok(()) => return,
                    Err(why) => uncovered = uncovered.or(Some((fn_def_id, why))),
                }
            }
        }

        let async_span = bound.span.until(bound.trait_ref.path.span);
        let auto_trait = bound.trait_ref.path.segments.last().unwrap().ident.name;
        cx.emit_span_lint(
            UNUSED_ASYNC_AUTO_TRAIT_BOUNDS,
            bound.span,
            UnusedAsyncAutoTraitBound {
                auto_trait,
                uncovered: uncovered.map(|(fn_def_id, why)| {
                    let (span, name) = (tcx.def_span(fn_def_id), tcx.item_name(fn_def_id));
                    match why {
                        UncoveredByAsyncBound::Generic => Uncovered::Generic { span, name },
                        UncoveredByAsyncBound::WhereClause => Uncovered::WhereClause { span, name },
                    }
                }),
                // `for<'a> async Send` is rare enough.
                removal: (bound.bound_generic_params.is_empty() && !bound.span.from_expansion())
                    .then_some(async_span),
            },
        );
    }
}

/// The list of bounds that this is one of.
fn list_of_bounds<'tcx>(
    tcx: TyCtxt<'tcx>,
    bound: &hir::PolyTraitRef<'tcx>,
) -> Option<hir::GenericBounds<'tcx>> {
    let is_in = |bounds: &hir::GenericBounds<'tcx>| {
        bounds.iter().any(|other| {
            matches!(other, hir::GenericBound::Trait(other)
                if other.trait_ref.hir_ref_id == bound.trait_ref.hir_ref_id)
        })
    };
    let of_clauses = |generics: &hir::Generics<'tcx>| {
        generics.predicates.iter().map(|clause| clause.kind.bounds()).find(is_in)
    };
    tcx.hir_parent_iter(bound.trait_ref.hir_ref_id).find_map(|(_, node)| match node {
        hir::Node::WherePredicate(clause) => Some(clause.kind.bounds()).filter(is_in),
        hir::Node::OpaqueTy(opaque) => Some(opaque.bounds).filter(is_in),
        hir::Node::AssocItemConstraint(constraint) => match constraint.kind {
            hir::AssocItemConstraintKind::Bound { bounds } => Some(bounds).filter(is_in),
            hir::AssocItemConstraintKind::Equality { .. } => None,
        },
        hir::Node::TraitItem(item) => match item.kind {
            hir::TraitItemKind::Type(bounds, _) if is_in(&bounds) => Some(bounds),
            _ => of_clauses(item.generics),
        },
        hir::Node::Item(item) => match item.kind {
            hir::ItemKind::Trait(.., bounds, _) | hir::ItemKind::TraitAlias(.., bounds)
                if is_in(&bounds) =>
            {
                Some(bounds)
            }
            _ => item.kind.generics().and_then(of_clauses),
        },
        node => node.generics().and_then(of_clauses),
    })
}

/// The functions of the trait whose supertrait the bound declares.
fn fns_of_own_trait<'tcx>(tcx: TyCtxt<'tcx>, bound: &hir::PolyTraitRef<'tcx>) -> Vec<DefId> {
    let item = tcx.hir_get_parent_item(bound.trait_ref.hir_ref_id).def_id;
    let is_own = tcx.def_kind(item) == DefKind::Trait
        && tcx
            .async_bounds_of_own_trait(item)
            .any(|own| own.trait_ref.hir_ref_id == bound.trait_ref.hir_ref_id);
    if is_own { tcx.fns_returning_impl_trait(item.to_def_id()).collect() } else { vec![] }
}

fn fns_of_trait_and_supertraits(tcx: TyCtxt<'_>, trait_def_id: DefId) -> Vec<DefId> {
    ty::elaborate::supertrait_def_ids(tcx, trait_def_id)
        .flat_map(|trait_def_id| tcx.fns_returning_impl_trait(trait_def_id))
        .collect()
}

#[derive(Diagnostic)]
#[diag("this `async {$auto_trait}` says no more than `{$auto_trait}`")]
#[note(
    "it is about what the `async fn`s and `-> impl Trait` functions of the traits beside it return"
)]
struct UnusedAsyncAutoTraitBound {
    auto_trait: Symbol,
    #[subdiagnostic]
    uncovered: Option<Uncovered>,
    #[suggestion("remove the `async`", code = "", applicability = "machine-applicable")]
    removal: Option<Span>,
}

#[derive(Subdiagnostic)]
enum Uncovered {
    #[note("it can't be about `{$name}`, which has type or const parameters")]
    Generic {
        #[primary_span]
        span: Span,
        name: Symbol,
    },
    #[note("it is not about `{$name}`, which has a where-clause")]
    WhereClause {
        #[primary_span]
        span: Span,
        name: Symbol,
    },
}

//! `async Send` bounds in messages: which function one that fails is about, and where one would
//! help.

use rustc_data_structures::fx::FxIndexSet;
use rustc_errors::{Applicability, Diag, DiagMessage, EmissionGuarantee, MultiSpan, Suggestions};
use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_infer::traits::ObligationCauseCode;
use rustc_middle::ty::fast_reject::DeepRejectCtxt;
use rustc_middle::ty::{self, ImplTraitInTraitData, Ty, TyCtxt, UncoveredByAsyncBound};
use rustc_span::Span;

use crate::error_reporting::TypeErrCtxt;
use crate::traits::async_bound_covers;

impl<'a, 'tcx> TypeErrCtxt<'a, 'tcx> {
    /// Name the function whose return type does not meet the `async Send` at `span` of an item.
    pub(super) fn note_fn_of_async_bound<G: EmissionGuarantee>(
        &self,
        err: &mut Diag<'_, G>,
        item_def_id: DefId,
        span: Span,
        code: &ObligationCauseCode<'tcx>,
        predicate: ty::Predicate<'tcx>,
    ) {
        let tcx = self.tcx;
        let Some(auto_trait) = predicate.as_trait_clause().map(|clause| clause.def_id()) else {
            return;
        };
        if !tcx.trait_is_auto(auto_trait) {
            return;
        }
        let mut clauses: Vec<_> =
            tcx.predicates_of(item_def_id).instantiate_identity(tcx).into_iter().collect();
        if let DefKind::AssocTy | DefKind::OpaqueTy = tcx.def_kind(item_def_id) {
            clauses.extend(tcx.explicit_item_bounds(item_def_id).iter_identity_copied());
        }
        let self_tys: Vec<_> = clauses
            .into_iter()
            .map(|(clause, clause_span)| {
                let clause = clause.as_trait_clause().filter(|_| clause_span == span)?;
                (clause.def_id() == auto_trait).then(|| clause.skip_binder().self_ty())
            })
            .collect();
        // `async Send` is also a bound on something else, unlike `fetch(..): Send`.
        if self_tys.iter().flatten().all(|ty| fn_returning(tcx, *ty).is_some()) {
            return;
        }

        let fns: FxIndexSet<_> = match code {
            ObligationCauseCode::WhereClauseInExpr(.., index) => {
                let self_ty = self_tys.get(*index).copied().flatten();
                self_ty.and_then(|ty| fn_returning(tcx, ty)).into_iter().collect()
            }
            // A trait asks it of the type itself.
            _ if tcx.is_impl_trait_in_trait(item_def_id) => self_tys
                .into_iter()
                .flatten()
                .filter(|ty| {
                    matches!(ty.kind(), ty::Alias(_, alias_ty) if alias_ty.def_id == item_def_id)
                })
                .filter_map(|ty| fn_returning(tcx, ty))
                .collect(),
            // Then it is known by what impls return, which has been put in the place of the
            // clause's own type.
            _ => self_tys
                .into_iter()
                .flatten()
                .filter(|&ty| is_returned_by_an_impl(tcx, ty, predicate))
                .filter_map(|ty| fn_returning(tcx, ty))
                .collect(),
        };

        let spans: Vec<_> = fns.iter().map(|&fn_def_id| tcx.def_span(fn_def_id)).collect();
        let auto_trait = tcx.item_name(auto_trait);
        match fns.first() {
            None => {}
            Some(&fn_def_id) if fns.len() == 1 => {
                let what = describe_returned(tcx, fn_def_id);
                let name = tcx.item_name(fn_def_id);
                err.span_note(
                    spans,
                    format!("`async {auto_trait}` asks this of {what} `{name}` returns"),
                );
            }
            Some(_) => {
                err.span_note(
                    spans,
                    format!("`async {auto_trait}` asks this of what one of these returns"),
                );
            }
        }
    }

    /// Name the lifetime where what a future holds is `Send` for some lifetimes only. The next solver says
    /// so of all that it holds, and the current one of the type that is at fault.
    pub(super) fn note_lost_lifetimes(
        &self,
        err: &mut Diag<'_>,
        trait_pred: ty::PolyTraitPredicate<'tcx>,
    ) {
        let tcx = self.tcx;
        if tcx.assumes_wf_of_coroutines()
            && tcx.trait_is_auto(trait_pred.def_id())
            && matches!(trait_pred.skip_binder().self_ty().kind(), ty::CoroutineWitness(..))
        {
            err.note(
                "what is held across an `.await` has a lifetime `'0` that the future does not know \
                 any more, so this would have to hold for any lifetime `'0`",
            );
        }
    }

    /// Say how a trait asks `Send` of its own futures, where a where-clause of the trait does so that its default
    /// bodies can't meet.
    pub(super) fn help_with_bound_of_own_trait(
        &self,
        err: &mut Diag<'_>,
        trait_pred: ty::PolyTraitPredicate<'tcx>,
        body_id: LocalDefId,
    ) {
        let tcx = self.tcx;
        let self_ty = trait_pred.skip_binder().self_ty();
        let fn_def_id = match *self_ty.kind() {
            // That of the default body.
            ty::Alias(ty::Opaque, alias_ty) => tcx.opt_parent(alias_ty.def_id),
            _ => fn_returning(tcx, self_ty),
        };
        if tcx.features().async_auto_trait_bounds()
            && tcx.trait_is_auto(trait_pred.def_id())
            && let Some(trait_def_id) =
                fn_def_id.and_then(|fn_def_id| tcx.trait_of_assoc(fn_def_id))
            && tcx.is_descendant_of(body_id.to_def_id(), trait_def_id)
        {
            let name = tcx.item_name(trait_def_id);
            let auto_trait = tcx.item_name(trait_pred.def_id());
            err.help(format!(
                "a trait asks this of its own futures with `trait {name}: async {auto_trait}`, which default \
                 bodies can meet, rather than with a where-clause"
            ));
        }
    }

    /// Suggest `P: Provider + async Send` where what a function of `Provider` returns is not
    /// `Send`, or say why one that is there does not help.
    pub(super) fn suggest_async_auto_trait_bound(
        &self,
        err: &mut Diag<'_>,
        trait_pred: ty::PolyTraitPredicate<'tcx>,
        body_id: LocalDefId,
    ) {
        let tcx = self.tcx;
        let auto_trait = trait_pred.def_id();
        let self_ty = trait_pred.skip_binder().self_ty();
        if !tcx.features().async_auto_trait_bounds()
            || !tcx.trait_is_auto(auto_trait)
            || trait_pred.skip_binder().polarity != ty::PredicatePolarity::Positive
        {
            return;
        }
        let ty::Alias(ty::Projection, alias_ty) = *self_ty.kind() else { return };
        let Some(fn_def_id) = fn_returning(tcx, self_ty) else { return };
        // What is within another `impl Trait` is not asked for.
        if !is_returned_itself(tcx, fn_def_id, alias_ty.def_id) {
            return;
        }
        let of_own_trait = tcx.parent(fn_def_id).as_local().and_then(|trait_def_id| {
            tcx.async_bounds_of_own_trait(trait_def_id)
                .find(|bound| bound.trait_ref.trait_def_id() == Some(auto_trait))
        });
        if let Some(bound) = of_own_trait {
            note_uncovered(tcx, err, bound.span, auto_trait, fn_def_id);
            return;
        }
        let ty::Param(param) = *alias_ty.self_ty().kind() else { return };
        let generics = tcx.generics_of(tcx.typeck_root_def_id(body_id.to_def_id()));
        if param.index as usize >= generics.count()
            || param == ty::ParamTy::for_def(generics.param_at(0, tcx)) && generics.has_self
        {
            return;
        }
        let param_def_id = generics.type_param(param, tcx).def_id;
        let Some(owner) = tcx.opt_parent(param_def_id).and_then(|owner| owner.as_local()) else {
            return;
        };
        // The method of an impl can't ask for more than its trait.
        if tcx.def_kind(owner) == DefKind::AssocFn
            && tcx.trait_impl_of_assoc(owner.to_def_id()).is_some()
        {
            return;
        }
        let Some(hir_generics) = tcx.hir_get_generics(owner) else { return };

        let fn_trait = tcx.parent(fn_def_id);
        let Some((clause, beside)) = hir_generics.predicates.iter().find_map(|clause| {
            let hir::WherePredicateKind::BoundPredicate(clause) = clause.kind else { return None };
            if !clause.is_param_bound(param_def_id) {
                return None;
            }
            let beside = clause.bounds.iter().find_map(|bound| {
                let path = bound.trait_ref()?.path;
                tcx.is_trait_beside_async_bound(path.res).filter(|&trait_def_id| {
                    ty::elaborate::supertrait_def_ids(tcx, trait_def_id).any(|t| t == fn_trait)
                })
            })?;
            Some((clause, beside))
        }) else {
            return;
        };

        let present = clause.bounds.iter().find_map(|bound| match bound {
            hir::GenericBound::Trait(bound)
                if bound.trait_ref.trait_def_id() == Some(auto_trait)
                    && matches!(
                        bound.modifiers.polarity,
                        hir::BoundPolarity::Positive | hir::BoundPolarity::Async
                    ) =>
            {
                Some(bound)
            }
            _ => None,
        });
        let auto_trait_name = tcx.item_name(auto_trait);
        let coverage = async_bound_covers(tcx, fn_def_id);
        if let Some(bound) = present
            && bound.modifiers.is_async()
        {
            note_uncovered(tcx, err, bound.span, auto_trait, fn_def_id);
            return;
        }
        if coverage.is_err() {
            return;
        }

        // Where the one bound can be suggested, this is the alternative for many.
        let is_alternative = has_suggested_bound(err);
        let num_covered = ty::elaborate::supertrait_def_ids(tcx, beside)
            .flat_map(|trait_def_id| tcx.fns_returning_impl_trait(trait_def_id))
            .filter(|&fn_def_id| async_bound_covers(tcx, fn_def_id).is_ok())
            .count();
        if is_alternative && num_covered < 2 {
            return;
        }
        let (span, suggestion) = match (present, clause.bounds) {
            (Some(bound), _) => (bound.span.shrink_to_lo(), "async ".to_string()),
            (None, [.., last]) => {
                (last.span().shrink_to_hi(), format!(" + async {auto_trait_name}"))
            }
            (None, []) => return,
        };
        if span.from_expansion() {
            return;
        }
        // `&impl Provider` would need parentheses.
        let is_sure = !is_alternative
            && (present.is_some() || clause.origin != hir::PredicateOrigin::ImplTrait);
        let message = if is_alternative { "or bound" } else { "consider bounding" };
        err.span_suggestion_verbose(
            span,
            format!("{message} what all functions of `{}` return at once", tcx.item_name(beside),),
            suggestion,
            if is_sure { Applicability::MachineApplicable } else { Applicability::MaybeIncorrect },
        );
    }
}

/// Whether a bound on the one function has been suggested.
fn has_suggested_bound(err: &Diag<'_>) -> bool {
    let Suggestions::Enabled(suggestions) = &err.suggestions else { return false };
    suggestions.iter().any(|suggestion| {
        matches!(&suggestion.msg, DiagMessage::Str(msg)
            if msg.starts_with("consider further restricting")
                || msg.starts_with("introduce a type parameter"))
    })
}

/// The trait's function that has this `impl Trait` in its return type.
fn fn_returning<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> Option<DefId> {
    match *ty.kind() {
        ty::Alias(ty::Projection, alias_ty) => match tcx.opt_rpitit_info(alias_ty.def_id)? {
            ImplTraitInTraitData::Trait { fn_def_id, .. } => Some(fn_def_id),
            ImplTraitInTraitData::Impl { .. } => None,
        },
        _ => None,
    }
}

/// Whether the subject of a predicate may be what an impl has for an `impl Trait` of its trait.
fn is_returned_by_an_impl<'tcx>(
    tcx: TyCtxt<'tcx>,
    in_trait: Ty<'tcx>,
    predicate: ty::Predicate<'tcx>,
) -> bool {
    let ty::Alias(ty::Projection, alias_ty) = *in_trait.kind() else { return false };
    let Some(clause) = predicate.as_trait_clause() else { return false };
    let self_ty = clause.skip_binder().self_ty();
    // In generic code it is that very type.
    if let ty::Alias(ty::Projection, other) = *self_ty.kind() {
        return other.def_id == alias_ty.def_id;
    }
    tcx.all_impls(tcx.parent(alias_ty.def_id)).any(|impl_def_id| {
        tcx.impl_item_implementor_ids(impl_def_id).get(&alias_ty.def_id).is_some_and(|&in_impl| {
            let in_impl = tcx.type_of(in_impl).skip_binder();
            match (in_impl.kind(), self_ty.kind()) {
                (ty::Alias(ty::Opaque, a), ty::Alias(ty::Opaque, b)) => a.def_id == b.def_id,
                (ty::Alias(ty::Opaque, _), _) => false,
                _ => DeepRejectCtxt::relate_rigid_infer(tcx).types_may_unify(self_ty, in_impl),
            }
        })
    })
}

/// Whether the `impl Trait` is in the return type, and not only within another one.
fn is_returned_itself(tcx: TyCtxt<'_>, fn_def_id: DefId, returned: DefId) -> bool {
    let output = tcx.fn_sig(fn_def_id).skip_binder().output().skip_binder();
    output.walk().filter_map(|arg| arg.as_type()).any(|ty| {
        matches!(ty.kind(), ty::Alias(ty::Projection, alias_ty) if alias_ty.def_id == returned)
    })
}

fn describe_returned(tcx: TyCtxt<'_>, fn_def_id: DefId) -> &'static str {
    if tcx.asyncness(fn_def_id).is_async() { "the future that" } else { "what" }
}

/// Say that an `async Send` which is there does not cover a function, if so, and why.
fn note_uncovered(
    tcx: TyCtxt<'_>,
    err: &mut Diag<'_>,
    bound: Span,
    auto_trait: DefId,
    fn_def_id: DefId,
) {
    let Err(why) = async_bound_covers(tcx, fn_def_id) else { return };
    let auto_trait = tcx.item_name(auto_trait);
    let name = tcx.item_name(fn_def_id);
    let why = match why {
        UncoveredByAsyncBound::Generic => "type or const parameters",
        UncoveredByAsyncBound::WhereClause => "a where-clause",
    };
    let mut spans = MultiSpan::from_span(bound);
    spans.push_span_label(tcx.def_span(fn_def_id), format!("it has {why}"));
    err.span_note(spans, format!("`async {auto_trait}` says nothing of what `{name}` returns"));
}

//! `dyn` types whose methods return futures.
//!
//! What such a type and its futures are is decided in `rustc_middle::ty::dyn_futures`; this is
//! where the current trait solver and the checks of dyn-compatibility ask. The next solver's part is
//! in `rustc_next_trait_solver::solve::dyn_futures`.

use std::ops::ControlFlow;

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_infer::infer::InferCtxt;
use rustc_middle::ty::dyn_futures::is_promise;
use rustc_middle::ty::fast_reject::DeepRejectCtxt;
use rustc_middle::ty::{
    self, Ty, TyCtxt, TypeSuperVisitable, TypeVisitable, TypeVisitableExt, TypeVisitor, TypingMode,
};
use rustc_span::Span;
use smallvec::SmallVec;

use super::normalize::normalize_with_depth_to;
use super::{
    DynCompatibilityViolation, MethodViolation, PolyTraitObligation, PredicateObligations,
    SelectionContext, elaborate,
};

/// Code that has been checked may come from a crate that has the gate, where this one does not.
pub(super) fn is_dyn_compatible(infcx: &InferCtxt<'_>, trait_def_id: DefId) -> bool {
    match infcx.typing_mode() {
        TypingMode::PostAnalysis => infcx.tcx.is_dyn_compatible_post_analysis(trait_def_id),
        _ => infcx.tcx.is_dyn_compatible(trait_def_id),
    }
}

/// What the future `term` of a method of the `dyn` type `object_ty` is, as projection clauses.
pub(super) fn projections<'tcx>(
    infcx: &InferCtxt<'tcx>,
    object_ty: Ty<'tcx>,
    term: ty::AliasTerm<'tcx>,
) -> Vec<ty::Clause<'tcx>> {
    let tcx = infcx.tcx;
    let ty::Dynamic(data, _) = object_ty.kind() else { return vec![] };
    if !is_promise(tcx, term.def_id)
        || !data.principal_def_id().is_some_and(|def_id| is_dyn_compatible(infcx, def_id))
    {
        return vec![];
    }
    let mut clauses = tcx.dyn_future_clauses(object_ty);
    clauses.retain(|clause| {
        clause.as_projection_clause().is_some_and(|clause| clause.item_def_id() == term.def_id)
    });
    if let TypingMode::PostAnalysis = infcx.typing_mode() {
        // With lifetimes erased, `trait Sub<X>: Take<&'static u8> + Take<X>` may have the same trait
        // twice. Then the futures are of the same type as well.
        let of_term = |clause: ty::Clause<'tcx>| {
            clause.as_projection_clause().is_some_and(|clause| {
                DeepRejectCtxt::relate_rigid_infer(tcx)
                    .args_may_unify(term.args, clause.skip_binder().projection_term.args)
            })
        };
        clauses = clauses.into_iter().find(|&clause| of_term(clause)).into_iter().collect();
    }
    clauses
}

/// Whether this is `T: Unsize<dyn Fetch>`. What it asks for is not about what is within a `T`, but about
/// the futures of its methods.
pub(crate) fn is_unsizing_to_dyn_futures<'tcx>(
    tcx: TyCtxt<'tcx>,
    predicate: ty::PolyTraitPredicate<'tcx>,
) -> bool {
    let trait_ref = predicate.skip_binder().trait_ref;
    tcx.is_lang_item(trait_ref.def_id, LangItem::Unsize)
        && tcx.unsizing_to_dyn_futures(trait_ref.self_ty(), trait_ref.args.type_at(1)).is_some()
}

/// What `source` has to be to become the `dyn` type `target`: its predicates, and for methods that
/// return futures, how these become pointer-sized and what is promised of them.
pub(super) fn clauses_for_unsizing<'tcx>(
    tcx: TyCtxt<'tcx>,
    source: Ty<'tcx>,
    target: Ty<'tcx>,
) -> impl Iterator<Item = ty::Clause<'tcx>> {
    let ty::Dynamic(data, _) = *target.kind() else { unreachable!() };
    let (implementor, of_futures) = match tcx.unsizing_to_dyn_futures(source, target) {
        Some(unsizing) => (unsizing.self_ty, unsizing.clauses),
        None => (source, vec![]),
    };
    data.iter()
        .filter(move |predicate| match predicate.skip_binder() {
            ty::ExistentialPredicate::Projection(projection) => !is_promise(tcx, projection.def_id),
            _ => true,
        })
        .map(move |predicate| predicate.with_self_ty(tcx, implementor))
        .chain(of_futures)
}

impl<'tcx> SelectionContext<'_, 'tcx> {
    /// What is about a method's future, or the type that an adapter adapts, is about a projection.
    pub(in crate::traits) fn normalize_futures_in_unsizing(
        &mut self,
        obligation: &PolyTraitObligation<'tcx>,
        clause: ty::Clause<'tcx>,
        nested: &mut PredicateObligations<'tcx>,
    ) -> ty::Clause<'tcx> {
        let source = obligation.self_ty().skip_binder();
        let target = obligation.predicate.skip_binder().trait_ref.args.type_at(1);
        let ty::Dynamic(data, _) = self.infcx.shallow_resolve(target).kind() else { return clause };
        let has_futures = data
            .principal_def_id()
            .is_some_and(|def_id| self.tcx().has_dispatchable_futures(def_id));
        if !has_futures || source.has_escaping_bound_vars() {
            return clause;
        }
        normalize_with_depth_to(
            self,
            obligation.param_env,
            obligation.cause.clone(),
            obligation.recursion_depth + 1,
            clause,
            nested,
        )
    }
}

/// What a `dyn` type of the same principal trait would have to say of its associated types to be
/// `target`: what `source` says, and the promises of `target`. `None` if `source` does not promise
/// as much.
pub(super) fn projections_kept<'tcx>(
    tcx: TyCtxt<'tcx>,
    source: Ty<'tcx>,
    target: Ty<'tcx>,
) -> Option<Vec<ty::PolyExistentialProjection<'tcx>>> {
    let (&ty::Dynamic(source_data, _), &ty::Dynamic(target_data, _)) =
        (source.kind(), target.kind())
    else {
        unreachable!()
    };
    let is_promise =
        |bound: &ty::PolyExistentialProjection<'tcx>| is_promise(tcx, bound.item_def_id());
    let promised: Vec<_> = target_data.projection_bounds().filter(is_promise).collect();
    if !promised.iter().all(|&promise| tcx.keeps_promise(source, promise)) {
        return None;
    }
    let mut projections: Vec<_> = source_data
        .projection_bounds()
        .filter(|bound| !is_promise(bound))
        .chain(promised)
        .collect();
    projections.sort_by(|a, b| {
        use ty::ExistentialPredicateStableCmpExt as _;
        let a = ty::ExistentialPredicate::Projection(a.skip_binder());
        let b = ty::ExistentialPredicate::Projection(b.skip_binder());
        a.stable_cmp(tcx, &b)
    });
    Some(projections)
}

/// What keeps a method that returns a future, or another `impl Trait`, from being called through a
/// `dyn`, where `violation` is what holds of all such methods without the gate.
pub(super) fn violation_of_returned_impl_trait<'tcx>(
    tcx: TyCtxt<'tcx>,
    fn_def_id: DefId,
    violation: MethodViolation,
    mentions_self: impl FnOnce(Ty<'tcx>) -> bool,
) -> Option<MethodViolation> {
    if !tcx.features().async_fn_in_dyn_trait() {
        return Some(violation);
    }
    let Some(assoc_ty) = tcx.assoc_type_of_returned_impl_trait(fn_def_id) else {
        return Some(violation);
    };
    let own_counts = tcx.generics_of(fn_def_id).own_counts();
    if own_counts.types > 0 || own_counts.consts > 0 {
        // Reported on its own.
        return None;
    }
    match tcx.dispatchable_future(assoc_ty) {
        Some(future) if mentions_self(future.output) => Some(MethodViolation::ReferencesSelfOutput),
        Some(_) => None,
        None => {
            let sig = tcx.fn_sig(fn_def_id).skip_binder();
            if sig.inputs().skip_binder().first().is_some_and(|self_ty| self_ty.is_param(0)) {
                // What is to be replaced: the type, where one is written.
                let span = tcx
                    .hir_get_if_local(fn_def_id)
                    .and_then(|node| node.fn_decl())
                    .filter(|decl| !decl.implicit_self.has_implicit_self())
                    .and_then(|decl| Some(decl.inputs.first()?.span));
                return Some(MethodViolation::UndispatchableReceiver(span));
            }
            Some(MethodViolation::ReferencesImplTraitInTrait(tcx.def_span(assoc_ty)))
        }
    }
}

/// Whether the violation is one that only a crate without the gate sees.
pub(super) fn only_lacks_gate(
    tcx: TyCtxt<'_>,
    fn_def_id: DefId,
    violations: &[MethodViolation],
) -> bool {
    violations.iter().all(|violation| tcx.only_lacks_gate_for_dyn(fn_def_id, violation))
}

/// `impl<T: ?Sized> Fetch for T` would be an impl for `dyn Fetch`, too, beside the built-in one, and
/// have other futures.
pub(super) fn violation_of_impl_for_unsized(
    tcx: TyCtxt<'_>,
    trait_def_id: DefId,
) -> Option<DynCompatibilityViolation> {
    if !tcx.features().async_fn_in_dyn_trait() || !tcx.has_dispatchable_futures(trait_def_id) {
        return None;
    }
    let impl_def_id = impl_for_unsized(tcx, trait_def_id)?;
    Some(DynCompatibilityViolation::ImplForUnsized([tcx.def_span(impl_def_id)].into()))
}

/// What keeps a method from being called through a `dyn` because it mentions the futures of methods by
/// their types. These are others for the `dyn` than for what is behind it:
///
/// ```ignore (illustrative)
/// trait Fetch {
///     async fn fetch(&self) -> Data;
///     fn take(&self, future: Self::fetch<'static>);
///     async fn later(&self) -> Self::fetch<'static>;
///     fn show(&self) where Self::fetch(..): Debug;
/// }
/// ```
pub(super) fn violations_of_named_futures(
    tcx: TyCtxt<'_>,
    fn_def_id: DefId,
) -> Vec<MethodViolation> {
    let mut violations = vec![];
    if !tcx.may_write_return_types() {
        return violations;
    }
    let sig = tcx.fn_sig(fn_def_id).instantiate_identity().skip_binder();
    for (i, &input) in sig.inputs().iter().enumerate() {
        if mentions_future_of_self(tcx, input, None) {
            let decl = tcx.hir_get_if_local(fn_def_id).and_then(|node| node.fn_decl());
            let span = decl.and_then(|decl| Some(decl.inputs.get(i)?.span));
            violations.push(MethodViolation::ReferencesSelfInput(span));
        }
    }
    let own_future = tcx.assoc_type_of_returned_impl_trait(fn_def_id);
    let output = own_future.and_then(|assoc_ty| Some(tcx.dispatchable_future(assoc_ty)?.output));
    if mentions_future_of_self(tcx, output.unwrap_or(sig.output()), Some(fn_def_id)) {
        violations.push(MethodViolation::ReferencesSelfOutput);
    }
    let clauses = tcx.predicates_of(fn_def_id).predicates;
    if clauses.iter().any(|&(clause, _)| is_unmet_bound_on_future(tcx, clause)) {
        violations.push(MethodViolation::WhereClauseReferencesSelf);
    }
    violations
}

/// Whether a type in this is what a method returns for the `Self` of a trait, or for something that
/// `Self` is a part of, other than what `except` itself returns. An associated type, `Self::Item`, is
/// no part: a `dyn` type says what that is.
fn mentions_future_of_self<'tcx>(
    tcx: TyCtxt<'tcx>,
    value: impl TypeVisitable<TyCtxt<'tcx>>,
    except: Option<DefId>,
) -> bool {
    struct Mentions<'tcx>(TyCtxt<'tcx>, Option<DefId>);

    impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for Mentions<'tcx> {
        type Result = ControlFlow<()>;

        fn visit_ty(&mut self, ty: Ty<'tcx>) -> ControlFlow<()> {
            let Mentions(tcx, except) = *self;
            if let ty::Alias(ty::Projection, alias) = *ty.kind()
                && tcx.is_impl_trait_in_trait(alias.def_id)
                && !except.is_some_and(|fn_def_id| tcx.is_returned_by(alias.def_id, fn_def_id))
                && alias.args.visit_with(&mut MentionsSelf(tcx)).is_break()
            {
                return ControlFlow::Break(());
            }
            ty.super_visit_with(self)
        }
    }

    struct MentionsSelf<'tcx>(TyCtxt<'tcx>);

    impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for MentionsSelf<'tcx> {
        type Result = ControlFlow<()>;

        fn visit_ty(&mut self, ty: Ty<'tcx>) -> ControlFlow<()> {
            let self_param = self.0.types.self_param;
            match *ty.kind() {
                _ if ty == self_param => ControlFlow::Break(()),
                ty::Alias(ty::Projection, alias)
                    if alias.self_ty() == self_param
                        && !self.0.is_impl_trait_in_trait(alias.def_id) =>
                {
                    ControlFlow::Continue(())
                }
                _ => ty.super_visit_with(self),
            }
        }
    }

    value.visit_with(&mut Mentions(tcx, except)).is_break()
}

/// Whether this is a bound that mentions futures of `Self`'s methods, and that those of a `dyn` do not
/// meet if and only if those of what is behind it do not.
fn is_unmet_bound_on_future<'tcx>(tcx: TyCtxt<'tcx>, clause: ty::Clause<'tcx>) -> bool {
    let subject = match clause.kind().skip_binder() {
        ty::ClauseKind::Trait(bound) => bound.self_ty(),
        ty::ClauseKind::Projection(bound) => bound.self_ty(),
        ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, _)) => ty,
        _ => return mentions_future_of_self(tcx, clause, None),
    };
    let ty::Alias(ty::Projection, alias) = *subject.kind() else {
        return mentions_future_of_self(tcx, clause, None);
    };
    if alias.self_ty() != tcx.types.self_param || !tcx.is_impl_trait_in_trait(alias.def_id) {
        // `fetch(..): Future<Output: Copy>`, which nobody would check.
        return mentions_future_of_self(tcx, clause, None);
    }
    let Some(future) = tcx.dispatchable_future(alias.def_id) else { return false };
    match clause.kind().skip_binder() {
        ty::ClauseKind::Trait(bound) => {
            !tcx.is_sizedness_trait(bound.def_id())
                && !tcx.is_lang_item(bound.def_id(), LangItem::Future)
                && !(tcx.is_passed_on_by_dyn_future(bound.def_id())
                    && tcx.is_for_all_lifetimes(alias.def_id, alias.args))
        }
        ty::ClauseKind::Projection(bound) => {
            let output = ty::EarlyBinder::bind(future.output).instantiate(tcx, alias.args);
            !tcx.is_lang_item(bound.def_id(), LangItem::FutureOutput)
                || bound.term.as_type() != Some(output)
        }
        // How long a future lives is seen to where the `dyn` is made.
        _ => false,
    }
}

/// Whether the trait implies bounds of a supertrait's futures that those of its `dyn` type do not
/// meet: `trait Sub: Fetch<fetch(..): Clone>`. Generic code relies on them.
pub(super) fn violation_of_bound_on_future<'tcx>(
    tcx: TyCtxt<'tcx>,
    trait_def_id: DefId,
) -> Option<DynCompatibilityViolation> {
    if !tcx.features().async_fn_in_dyn_trait() {
        return None;
    }
    let unmet: SmallVec<[Span; 1]> = tcx
        .explicit_implied_predicates_of(trait_def_id)
        .iter_identity_copied()
        .filter(|&(clause, _)| is_unmet_bound_on_future(tcx, clause))
        .map(|(_, span)| span)
        .collect();
    (!unmet.is_empty()).then(|| DynCompatibilityViolation::BoundOnFuture(unmet))
}

/// A blanket impl that covers the trait's own `dyn` types.
pub(crate) fn impl_for_unsized(tcx: TyCtxt<'_>, trait_def_id: DefId) -> Option<DefId> {
    // Such an impl can only be in the trait's own crate.
    let covers_unsized = |impl_def_id: DefId| {
        let self_ty = tcx.impl_trait_ref(impl_def_id).instantiate_identity().self_ty();
        let clauses = tcx.predicates_of(impl_def_id).instantiate_identity(tcx).predicates;
        !elaborate(tcx, clauses).any(|clause| {
            clause.as_trait_clause().is_some_and(|bound| {
                tcx.is_lang_item(bound.def_id(), LangItem::Sized)
                    && bound.self_ty().skip_binder() == self_ty
            })
        })
    };
    let mut blanket_impls = tcx.trait_impls_of(trait_def_id).blanket_impls().iter().copied();
    blanket_impls.find(|&impl_def_id| covers_unsized(impl_def_id))
}

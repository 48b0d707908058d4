//! `dyn` types whose methods return futures.
//!
//! What such a type and its futures are is decided in `rustc_middle::ty::dyn_futures`; this is
//! where the current trait solver and the checks of dyn-compatibility ask. The next solver's part is
//! in `rustc_next_trait_solver::solve::dyn_futures`.

use std::ops::ControlFlow;

use rustc_hir::LangItem;
use rustc_hir::def_id::{CRATE_DEF_ID, DefId};
use rustc_infer::infer::{InferCtxt, TyCtxtInferExt};
use rustc_middle::ty::{
    self, Ty, TyCtxt, TypeSuperVisitable, TypeVisitable, TypeVisitableExt, TypeVisitor, TypingMode,
    Upcast, VtblEntry,
};
use rustc_span::Span;
use smallvec::SmallVec;

use super::blanket_impls::blanket_impl_for_dyn;
use super::{
    DynCompatibilityViolation, MethodViolation, Obligation, ObligationCause, ObligationCtxt,
};

/// What the future `term` of a method of the `dyn` type `object_ty` is, as projection clauses.
pub(super) fn projections<'tcx>(
    infcx: &InferCtxt<'tcx>,
    object_ty: Ty<'tcx>,
    term: ty::AliasTerm<'tcx>,
) -> Vec<ty::Clause<'tcx>> {
    let tcx = infcx.tcx;
    let ty::Dynamic(data, _) = object_ty.kind() else { return vec![] };
    if !is_in_terms_of_supertrait(tcx, term)
        || !data.principal_def_id().is_some_and(|def_id| tcx.has_dyn_type(def_id))
        || tcx.dispatchable_future(term.def_id).is_none()
    {
        return vec![];
    }
    match infcx.typing_mode() {
        // With lifetimes erased, `trait Sub<X>: Take<&'static u8> + Take<X>` may have the same trait
        // twice. Its futures have one type then.
        TypingMode::PostAnalysis if !term.has_infer() => {
            vec![ty::Binder::dummy(tcx.dyn_future_clause(term)).upcast(tcx)]
        }
        _ => tcx.dyn_future_clauses(object_ty, term.def_id),
    }
}

/// Whether what a `dyn` type has for this is stated in terms of its supertraits, whose arguments are
/// not normalized.
pub(super) fn is_in_terms_of_supertrait<'tcx>(
    tcx: TyCtxt<'tcx>,
    term: ty::AliasTerm<'tcx>,
) -> bool {
    tcx.is_impl_trait_in_trait(term.def_id)
}

/// Whether this is `T: Unsize<dyn Fetch>`. What it asks for is not about what is within a `T`, but about
/// the futures of its methods; and of an adapter, it is about what this adapts.
pub(crate) fn is_unsizing_to_dyn_futures<'tcx>(
    tcx: TyCtxt<'tcx>,
    predicate: ty::PolyTraitPredicate<'tcx>,
) -> bool {
    let trait_ref = predicate.skip_binder().trait_ref;
    tcx.is_lang_item(trait_ref.def_id, LangItem::Unsize)
        && (tcx.unsizing_to_dyn_futures(trait_ref.self_ty(), trait_ref.args.type_at(1)).is_some()
            || tcx.adapted_ty(trait_ref.self_ty()).is_some())
}

/// What `source` has to be to become the `dyn` type `target`: its predicates, and for methods that
/// return futures, how these become pointer-sized and what is promised of them.
pub fn clauses_for_unsizing<'tcx>(
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
        .filter(|predicate| {
            !matches!(predicate.skip_binder(), ty::ExistentialPredicate::Promise(_))
        })
        .flat_map(move |predicate| predicate.clauses_with_self_ty(tcx, implementor))
        .chain(of_futures)
}

/// What keeps a method that returns a future, or another `impl Trait`, from being called through a
/// `dyn`, where `violation` is what holds of all such methods without the gate.
pub(super) fn violation_of_returned_impl_trait<'tcx>(
    tcx: TyCtxt<'tcx>,
    fn_def_id: DefId,
    violation: MethodViolation,
    mentions_self: impl FnOnce(Ty<'tcx>) -> bool,
) -> Option<MethodViolation> {
    if !tcx.may_have_dyn_futures() {
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
        None => Some(MethodViolation::ReferencesImplTraitInTrait(tcx.def_span(assoc_ty))),
    }
}

/// What keeps a `dyn` type from being written in a crate without the gate, where another crate has it,
/// so that a type that is inferred is fine.
///
/// This does not ask for the signatures of methods, which such a type may be a part of.
pub fn violations_without_gate(
    tcx: TyCtxt<'_>,
    trait_def_id: DefId,
) -> Vec<DynCompatibilityViolation> {
    if tcx.features().async_fn_in_dyn_trait() || !tcx.may_have_dyn_futures() {
        return vec![];
    }
    let methods = ty::elaborate::supertrait_def_ids(tcx, trait_def_id)
        .flat_map(|def_id| tcx.associated_items(def_id).in_definition_order())
        .filter(|item| item.is_fn() && !tcx.generics_require_sized_self(item.def_id));
    methods
        .filter_map(|item| {
            let returned = tcx.assoc_type_of_returned_impl_trait(item.def_id)?;
            let violation = match tcx.asyncness(item.def_id).is_async() {
                true => MethodViolation::AsyncFn,
                false => MethodViolation::ReferencesImplTraitInTrait(tcx.def_span(returned)),
            };
            let span = item.ident(tcx).span;
            Some(DynCompatibilityViolation::Method(item.name(), violation, span))
        })
        .collect()
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
    if !tcx.may_have_dyn_futures() {
        return None;
    }
    let impl_def_id = impl_for_dyn(tcx, trait_def_id)?;
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
        if mentions_future_of_self(tcx, input, Futures::All) {
            let decl = tcx.hir_get_if_local(fn_def_id).and_then(|node| node.fn_decl());
            let span = decl.and_then(|decl| Some(decl.inputs.get(i)?.span));
            violations.push(MethodViolation::ReferencesSelfInput(span));
        }
    }
    let own_future = tcx.assoc_type_of_returned_impl_trait(fn_def_id);
    let output = own_future.and_then(|assoc_ty| Some(tcx.dispatchable_future(assoc_ty)?.output));
    let futures = Futures::Except(fn_def_id);
    if mentions_future_of_self(tcx, output.unwrap_or(sig.output()), futures) {
        violations.push(MethodViolation::ReferencesSelfOutput);
    }
    let clauses = tcx.predicates_of(fn_def_id).predicates;
    if clauses.iter().any(|&(clause, _)| is_unmet_bound_on_future(tcx, clause, Futures::All)) {
        violations.push(MethodViolation::WhereClauseReferencesSelf);
    }
    violations
}

/// Which futures count where they are mentioned.
#[derive(Clone, Copy)]
enum Futures {
    All,
    /// All but what this method itself returns.
    Except(DefId),
    /// Those of methods that have a place in vtables: a `dyn` type has no others. To ask this of what a method
    /// is declared with would be a cycle, as that decides whether it has a place.
    WithSlot,
}

impl Futures {
    fn count(self, tcx: TyCtxt<'_>, assoc_ty: DefId) -> bool {
        match self {
            Futures::All => true,
            Futures::Except(fn_def_id) => !tcx.is_returned_by(assoc_ty, fn_def_id),
            Futures::WithSlot => tcx
                .dispatchable_future(assoc_ty)
                .is_some_and(|future| has_slot(tcx, future.fn_def_id)),
        }
    }
}

/// Whether a type in this is what a method returns for the `Self` of a trait, or for something that
/// `Self` is a part of. An associated type, `Self::Item`, is no part: a `dyn` type says what that is.
fn mentions_future_of_self<'tcx>(
    tcx: TyCtxt<'tcx>,
    value: impl TypeVisitable<TyCtxt<'tcx>>,
    futures: Futures,
) -> bool {
    struct Mentions<'tcx>(TyCtxt<'tcx>, Futures);

    impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for Mentions<'tcx> {
        type Result = ControlFlow<()>;

        fn visit_ty(&mut self, ty: Ty<'tcx>) -> ControlFlow<()> {
            let Mentions(tcx, futures) = *self;
            if let ty::Alias(ty::Projection, alias) = *ty.kind()
                && tcx.is_impl_trait_in_trait(alias.def_id)
                && futures.count(tcx, alias.def_id)
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

    value.visit_with(&mut Mentions(tcx, futures)).is_break()
}

/// Whether this is a bound that mentions futures of `Self`'s methods, and that those of a `dyn` do not
/// meet if and only if those of what is behind it do not.
fn is_unmet_bound_on_future<'tcx>(
    tcx: TyCtxt<'tcx>,
    clause: ty::Clause<'tcx>,
    futures: Futures,
) -> bool {
    let subject = match clause.kind().skip_binder() {
        ty::ClauseKind::Trait(bound) => bound.self_ty(),
        ty::ClauseKind::Projection(bound) => bound.self_ty(),
        ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, _)) => ty,
        _ => return mentions_future_of_self(tcx, clause, futures),
    };
    let ty::Alias(ty::Projection, alias) = *subject.kind() else {
        return mentions_future_of_self(tcx, clause, futures);
    };
    if alias.self_ty() != tcx.types.self_param || !tcx.is_impl_trait_in_trait(alias.def_id) {
        // `fetch(..): Future<Output: Copy>`, which nobody would check.
        return mentions_future_of_self(tcx, clause, futures);
    }
    let Some(future) = tcx.dispatchable_future(alias.def_id) else { return false };
    match clause.kind().skip_binder() {
        ty::ClauseKind::Trait(bound) => {
            !tcx.is_sizedness_trait(bound.def_id())
                && !tcx.is_lang_item(bound.def_id(), LangItem::Future)
                && !(bound.polarity == ty::PredicatePolarity::Positive
                    && tcx.is_auto_trait_of_dyn_futures(bound.def_id())
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
    if !tcx.may_have_dyn_futures() {
        return None;
    }
    let unmet: SmallVec<[Span; 1]> = tcx
        .explicit_implied_predicates_of(trait_def_id)
        .iter_identity_copied()
        .filter(|&(clause, _)| {
            is_unmet_bound_on_future(tcx, clause, Futures::WithSlot)
                && !is_about_no_slot(tcx, clause)
        })
        .map(|(_, span)| span)
        .collect();
    (!unmet.is_empty()).then(|| DynCompatibilityViolation::BoundOnFuture(unmet))
}

/// Whether a method's future is declared to outlive what its output need not.
///
/// ```ignore (illustrative)
/// trait Fetch<T> {
///     fn fetch(&self) -> impl Future<Output = fn(T)> + 'static;
/// }
/// ```
///
/// `dyn Fetch<&'a u8>` and `dyn Fetch<&'static u8>` would have futures of two types, both `'static`, that
/// have one `TypeId`. A type that is `'static` can't tell lifetimes apart, so what it gives must not either.
pub(super) fn violation_of_outliving_output<'tcx>(
    tcx: TyCtxt<'tcx>,
    trait_def_id: DefId,
) -> Option<DynCompatibilityViolation> {
    if !tcx.may_have_dyn_futures() {
        return None;
    }
    let mut spans: SmallVec<[Span; 1]> = tcx
        .associated_items(trait_def_id)
        .in_definition_order()
        .filter(|item| item.is_impl_trait_in_trait())
        .filter(|item| {
            tcx.dispatchable_future(item.def_id).is_some_and(|future| {
                has_slot(tcx, future.fn_def_id) && !declared_outlives_hold(tcx, future)
            })
        })
        .map(|item| tcx.def_span(item.def_id))
        .collect();
    for (clause, span) in tcx.explicit_implied_predicates_of(trait_def_id).iter_identity_copied() {
        if let Some(outlives) = clause.as_type_outlives_clause()
            && let ty::Alias(ty::Projection, alias) = *outlives.skip_binder().0.kind()
            && let Some(future) = tcx.dispatchable_future(alias.def_id)
            && has_slot(tcx, future.fn_def_id)
        {
            let output = ty::EarlyBinder::bind(future.output).instantiate(tcx, alias.args);
            let outlives = outlives.map_bound(|ty::OutlivesPredicate(_, region)| {
                ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(output, region))
            });
            if !outlives_hold(tcx, trait_def_id, [outlives.upcast(tcx)], vec![]) {
                spans.push(span);
            }
        }
    }
    (!spans.is_empty()).then(|| DynCompatibilityViolation::FutureOutlivesOutput(spans))
}

/// Whether a method has a place in vtables. Of one that has none, a `dyn` type has no future.
fn has_slot(tcx: TyCtxt<'_>, fn_def_id: DefId) -> bool {
    tcx.own_existential_vtable_entries(tcx.parent(fn_def_id)).contains(&fn_def_id)
}

/// Whether a bound is one of the future of such a method.
fn is_about_no_slot<'tcx>(tcx: TyCtxt<'tcx>, clause: ty::Clause<'tcx>) -> bool {
    let subject = match clause.kind().skip_binder() {
        ty::ClauseKind::Trait(bound) => bound.self_ty(),
        ty::ClauseKind::Projection(bound) => bound.self_ty(),
        _ => return false,
    };
    let ty::Alias(ty::Projection, alias) = *subject.kind() else { return false };
    tcx.dispatchable_future(alias.def_id).is_some_and(|future| !has_slot(tcx, future.fn_def_id))
}

/// Whether the output of a method's future outlives what the future is declared to outlive, given what
/// who calls the method has shown.
fn declared_outlives_hold<'tcx>(
    tcx: TyCtxt<'tcx>,
    future: &ty::dyn_futures::DispatchableFuture<'tcx>,
) -> bool {
    if future.outlives.is_empty() {
        return true;
    }
    let fn_def_id = future.fn_def_id;
    let sig = tcx.fn_sig(fn_def_id).instantiate_identity();
    let sig = tcx.liberate_late_bound_regions(fn_def_id, sig);
    let ty::Alias(ty::Projection, returned) = *sig.output().kind() else { return false };
    let output = ty::EarlyBinder::bind(future.output).instantiate(tcx, returned.args);
    let clauses = future.outlives.iter().map(|&declared| {
        let declared = ty::EarlyBinder::bind(declared).instantiate(tcx, returned.args);
        let outlives = ty::OutlivesPredicate(output, declared);
        ty::Binder::dummy(ty::ClauseKind::TypeOutlives(outlives)).upcast(tcx)
    });
    // A `dyn` type among them would ask whether this trait is dyn-compatible.
    let has_dyn = |ty: Ty<'tcx>| ty.walk().any(|arg| arg.as_type().is_some_and(|ty| ty.is_trait()));
    let assumed = sig.inputs().iter().copied().chain([output]).filter(|&ty| !has_dyn(ty)).collect();
    outlives_hold(tcx, fn_def_id, clauses, assumed)
}

fn outlives_hold<'tcx>(
    tcx: TyCtxt<'tcx>,
    item: DefId,
    clauses: impl IntoIterator<Item = ty::Clause<'tcx>>,
    assumed_wf: Vec<Ty<'tcx>>,
) -> bool {
    let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let param_env = tcx.param_env(item);
    let ocx = ObligationCtxt::new(&infcx);
    for clause in clauses {
        ocx.register_obligation(Obligation::new(tcx, ObligationCause::dummy(), param_env, clause));
    }
    ocx.evaluate_obligations_error_on_ambiguity().is_empty()
        && ocx.resolve_regions(CRATE_DEF_ID, param_env, assumed_wf).is_empty()
}

/// An impl of the trait, or of a supertrait, that has futures and may cover the trait's `dyn` types.
pub(crate) fn impl_for_dyn(tcx: TyCtxt<'_>, trait_def_id: DefId) -> Option<DefId> {
    ty::elaborate::supertrait_def_ids(tcx, trait_def_id)
        .filter(|&def_id| tcx.declares_dispatchable_futures(def_id))
        .find_map(|def_id| blanket_impl_for_dyn(tcx, def_id, trait_def_id))
}

/// What follows a trait's own methods in a vtable: for each that returns a future the vtable of that
/// future, so that a caller can give room for it, and for each what writes the future there. Vacant where
/// there is no such method, as its where-clauses don't hold.
pub(super) fn vtable_entries_of_futures<'tcx>(
    tcx: TyCtxt<'tcx>,
    trait_ref: ty::TraitRef<'tcx>,
    methods: &[DefId],
    own_entries: &[VtblEntry<'tcx>],
) -> Vec<VtblEntry<'tcx>> {
    let entries = |entry: &dyn Fn(DefId, ty::Instance<'tcx>) -> Option<VtblEntry<'tcx>>| {
        let of_method = |method| {
            let index = methods.iter().position(|&other| other == method);
            match index.map(|index| own_entries[index]) {
                Some(VtblEntry::Method(shim)) => entry(method, shim).unwrap_or(VtblEntry::Vacant),
                _ => VtblEntry::Vacant,
            }
        };
        tcx.futures_in_vtable(trait_ref.def_id).map(of_method).collect::<Vec<_>>()
    };
    let mut all =
        entries(&|method, _| tcx.vtable_of_future(method, trait_ref).map(VtblEntry::TraitVPtr));
    all.extend(entries(&|method, shim| {
        // An adapter has no part in it.
        let args = tcx.mk_args_trait(trait_ref.self_ty(), shim.args.iter().skip(1));
        let reason = ty::ReifyReason::WriteFuture;
        let def = ty::InstanceKind::ReifyShim(method, Some(reason));
        Some(VtblEntry::Method(ty::Instance { def, args }))
    }));
    all
}

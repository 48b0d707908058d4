//! What a `dyn` type promises of the futures that its methods return.
//!
//! ```ignore (illustrative)
//! dyn Fetch<fetch(..): Send>
//! dyn Fetch<fetch: Send> // the same, with `#![feature(named_return_types)]`
//! dyn Fetch + async Send // of all methods, with `#![feature(async_auto_trait_bounds)]`
//! dyn SendFetch // with `trait SendFetch = Fetch<fetch(..): Send>`
//! dyn Fetch<fetch(..): ?Sized> // with `#![feature(dyn_placement)]`, likewise `async ?Sized`
//! ```
//!
//! is a `dyn Fetch` with a [`ty::ExistentialPromise`] each. See `rustc_middle::ty::dyn_futures` for
//! what becomes of it.

use rustc_data_structures::fx::FxIndexSet;
use rustc_hir as hir;
use rustc_hir::def_id::DefId;
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, Ty, TyCtxt, TypeVisitableExt, Upcast};
use rustc_span::{ErrorGuaranteed, Span, Symbol};

use crate::hir_ty_lowering::async_auto_trait_bounds::BoundsBesideAsync;
use crate::hir_ty_lowering::{HirTyLowerer, PredicateFilter};

#[derive(Diagnostic)]
#[diag("associated type bounds are not allowed in `dyn` types")]
#[note("only what methods that return futures return can have bounds here, `method(..): Send`")]
struct BoundInDyn {
    #[primary_span]
    #[label("not the future of a method")]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("`{$name}` does not return a future that a `dyn` type could promise something of")]
#[note(
    "a `dyn` type has a future of its own for each `async fn` and `-> impl Future` method that can be called through it"
)]
struct NoFutureInDyn {
    #[primary_span]
    #[label("in this bound")]
    span: Span,
    name: Symbol,
}

#[derive(Diagnostic)]
#[diag("only auto traits can be promised of the futures of a `dyn` type")]
#[help(
    "to call methods of other traits on the future, take a generic parameter instead of a `dyn`"
)]
struct PromiseOfNonAutoTrait {
    #[primary_span]
    #[label("not an auto trait")]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("a `dyn` type promises the same of every future that `{$name}` returns")]
struct PromiseOfSomeCalls {
    #[primary_span]
    #[label("this is about some calls only")]
    span: Span,
    #[help("to promise it of all calls, write `{$name}(..)`")]
    help: (),
    name: Symbol,
}

#[derive(Diagnostic)]
#[diag(
    "a `dyn` type can't promise anything of the futures of `{$name}`, which relates its lifetimes"
)]
#[note("a promise is about all lifetimes, and `{$name}` can't be called with all of them")]
#[help("declare it with the method: `-> impl Future<Output = …> + Send`")]
struct PromiseOfRelatedLifetimes {
    #[primary_span]
    #[label("in this bound")]
    span: Span,
    #[label("one of its lifetimes has to outlive another")]
    method: Span,
    name: Symbol,
}

/// The promises of a `dyn` type.
#[derive(Default)]
pub(super) struct Promises<'tcx> {
    /// The trait, with the dummy `Self`, the RPITIT of its method, and the auto trait.
    of_methods: FxIndexSet<(ty::PolyTraitRef<'tcx>, DefId, DefId)>,
    /// What is promised of all methods.
    of_all: FxIndexSet<DefId>,
}

impl<'tcx> dyn HirTyLowerer<'tcx> + '_ {
    /// Take the promises out of the bounds of a `dyn` type, and add those of an `async Send`.
    pub(super) fn take_promises_of_dyn(
        &self,
        bounds: &mut Vec<(ty::Clause<'tcx>, Span)>,
        beside_async: &BoundsBesideAsync<'tcx>,
    ) -> Result<Promises<'tcx>, ErrorGuaranteed> {
        self.refuse_async_bounds_on_other_aliases(beside_async)?;
        let mut promises = Promises::default();
        let mut of_trait = vec![];
        for (clause, span) in bounds.drain(..) {
            if !self.add_promise(&mut promises, clause, span)? {
                of_trait.push((clause, span));
            }
        }
        self.add_promises_of_aliases(&mut promises, &of_trait)?;
        *bounds = of_trait;

        promises.of_all.extend(beside_async.auto_traits());
        if let Some(span) = beside_async.unsized_futures {
            promises.of_all.insert(self.tcx().require_lang_item(hir::LangItem::MetaSized, span));
        }
        Ok(promises)
    }

    /// What is promised, as predicates of the `dyn` type.
    pub(super) fn existential_promises(
        &self,
        promises: Promises<'tcx>,
        principal: Option<ty::PolyExistentialPredicate<'tcx>>,
    ) -> Vec<ty::PolyExistentialPredicate<'tcx>> {
        let tcx = self.tcx();
        let dummy_self = tcx.types.trait_object_dummy_self;
        let of_methods = promises.of_methods.into_iter().map(|(trait_ref, def_id, auto_trait)| {
            trait_ref.map_bound(|trait_ref| {
                let args = tcx.mk_args(&trait_ref.args[1..]);
                ty::ExistentialPromise { def_id, args, auto_trait }
            })
        });
        let of_all = promises.of_all.into_iter().filter_map(|auto_trait| {
            principal?
                .map_bound(|principal| match principal {
                    ty::ExistentialPredicate::Trait(of_trait) => Some(ty::ExistentialPromise {
                        def_id: of_trait.def_id,
                        args: of_trait.args,
                        auto_trait,
                    }),
                    _ => None,
                })
                .transpose()
        });
        of_methods
            .chain(of_all)
            // That there is no such `dyn` type has been reported.
            .filter(|promise| {
                let args = promise.skip_binder().args;
                !args.iter().any(|arg| arg.walk().any(|arg| arg == dummy_self.into()))
            })
            .map(|promise| promise.map_bound(ty::ExistentialPredicate::Promise))
            .collect()
    }

    /// Add what the clause promises. Returns `false` if it is not about a method's future, but a
    /// bound of the `dyn` type, or an associated type, `Item = u8`.
    fn add_promise(
        &self,
        promises: &mut Promises<'tcx>,
        clause: ty::Clause<'tcx>,
        span: Span,
    ) -> Result<bool, ErrorGuaranteed> {
        let tcx = self.tcx();
        let kind = clause.kind();
        let subject = match kind.skip_binder() {
            ty::ClauseKind::Trait(pred) => pred.self_ty(),
            ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, _)) => ty,
            _ => return Ok(false),
        };
        if subject == tcx.types.trait_object_dummy_self {
            return Ok(false);
        }
        if let Some(guar) = error_in(subject) {
            return Err(guar);
        }
        let ty::Alias(ty::Projection, alias) = *subject.kind() else {
            return Err(self.dcx().emit_err(BoundInDyn { span }));
        };
        if alias.self_ty() != tcx.types.trait_object_dummy_self
            || !tcx.is_impl_trait_in_trait(alias.def_id)
        {
            return Err(self.dcx().emit_err(BoundInDyn { span }));
        }
        let name = ty::dyn_futures::name_of_returning_fn(tcx, alias.def_id);
        if tcx.fn_of_promise(alias.def_id).is_none() {
            return Err(self.dcx().emit_err(NoFutureInDyn { span, name }));
        }
        let ty::ClauseKind::Trait(pred) = kind.skip_binder() else {
            return Err(self.dcx().emit_err(PromiseOfNonAutoTrait { span }));
        };
        let is_unsized = tcx.is_lang_item(pred.def_id(), hir::LangItem::MetaSized)
            && tcx.features().dyn_placement();
        if tcx.is_sizedness_trait(pred.def_id()) && !is_unsized {
            return Ok(true);
        }
        let auto_traits = match is_unsized {
            true => Some(vec![pred.def_id()]),
            false => tcx.auto_traits_of_bound(pred.def_id()),
        };
        let Some(auto_traits) =
            auto_traits.filter(|_| pred.polarity == ty::PredicatePolarity::Positive)
        else {
            return Err(self.dcx().emit_err(PromiseOfNonAutoTrait { span }));
        };
        if !tcx.is_for_all_lifetimes(alias.def_id, alias.args) {
            return Err(self.refuse_promise_of_some_calls(span, name));
        }

        let of_trait = tcx.anonymize_bound_vars(kind.rebind(alias.trait_ref(tcx)));
        promises
            .of_methods
            .extend(auto_traits.into_iter().map(|auto_trait| (of_trait, alias.def_id, auto_trait)));
        Ok(true)
    }

    /// Lower the `?Sized` of `dyn Fetch<fetch(..): ?Sized>`, which elsewhere is no clause.
    pub(in crate::hir_ty_lowering) fn lower_relaxed_bound_of_future(
        &self,
        bound: &hir::PolyTraitRef<'tcx>,
        subject: Ty<'tcx>,
        bounds: &mut Vec<(ty::Clause<'tcx>, Span)>,
    ) {
        let tcx = self.tcx();
        if let hir::BoundPolarity::Maybe(_) = bound.modifiers.polarity
            && tcx.features().dyn_placement()
            && let ty::Alias(ty::Projection, alias) = *subject.kind()
            && alias.self_ty() == tcx.types.trait_object_dummy_self
        {
            let meta_sized = tcx.require_lang_item(hir::LangItem::MetaSized, bound.span);
            let bound_vars = tcx.late_bound_vars(bound.trait_ref.hir_ref_id);
            let trait_ref = ty::TraitRef::new(tcx, meta_sized, [subject]);
            let clause = ty::Binder::bind_with_vars(trait_ref, bound_vars).upcast(tcx);
            bounds.push((clause, bound.span));
        }
    }

    /// Refuse a promise of a method that has no future in a `dyn` type, however it is written.
    pub(in crate::hir_ty_lowering) fn check_can_be_promised(
        &self,
        constraint: &hir::AssocItemConstraint<'tcx>,
        fn_def_id: DefId,
    ) -> Result<(), ErrorGuaranteed> {
        let tcx = self.tcx();
        if !tcx.features().async_fn_in_dyn_trait() {
            return Ok(());
        }
        let method = constraint.ident;
        // That a future has no size is not about lifetimes.
        let is_only_unsized = match constraint.kind {
            hir::AssocItemConstraintKind::Bound { bounds } => bounds.iter().all(|bound| {
                matches!(bound, hir::GenericBound::Trait(bound)
                    if matches!(bound.modifiers.polarity, hir::BoundPolarity::Maybe(_)))
            }),
            hir::AssocItemConstraintKind::Equality { .. } => false,
        };
        let (span, name) = (method.span, method.name);
        match tcx.assoc_type_of_returned_impl_trait(fn_def_id) {
            None => Err(self.dcx().emit_err(BoundInDyn { span })),
            Some(assoc_ty) if tcx.fn_of_promise(assoc_ty).is_none() => {
                Err(self.dcx().emit_err(NoFutureInDyn { span, name }))
            }
            Some(assoc_ty) if tcx.relates_lifetimes(assoc_ty) && !is_only_unsized => {
                let method = tcx.def_span(fn_def_id);
                Err(self.dcx().emit_err(PromiseOfRelatedLifetimes { span, method, name }))
            }
            Some(_) => Ok(()),
        }
    }

    /// Refuse `dyn Fetch<fetch(A): Send>`: nobody can write the `Self` in the types of the arguments,
    /// and what is behind the `dyn` can't tell one call from another.
    pub(in crate::hir_ty_lowering) fn refuse_promise_of_some_calls(
        &self,
        span: Span,
        name: Symbol,
    ) -> ErrorGuaranteed {
        self.dcx().emit_err(PromiseOfSomeCalls { span, help: (), name })
    }

    /// Add what the aliases among the traits of a `dyn` type promise: `dyn SendFetch`, with `trait
    /// SendFetch = Fetch<fetch(..): Send>`.
    fn add_promises_of_aliases(
        &self,
        promises: &mut Promises<'tcx>,
        of_trait: &[(ty::Clause<'tcx>, Span)],
    ) -> Result<(), ErrorGuaranteed> {
        let tcx = self.tcx();
        if !tcx.features().async_fn_in_dyn_trait() {
            return Ok(());
        }
        let mut queue = of_trait.to_vec();
        while let Some((clause, span)) = queue.pop() {
            let Some(bound) = clause.as_trait_clause() else { continue };
            let subject = bound.skip_binder().self_ty();
            if subject == tcx.types.trait_object_dummy_self {
                if tcx.is_trait_alias(bound.def_id()) {
                    let alias = bound.map_bound(|bound| bound.trait_ref);
                    let of_alias = tcx.explicit_implied_predicates_of(bound.def_id());
                    queue.extend(
                        of_alias
                            .iter_identity_copied()
                            .map(|(clause, _)| (clause.instantiate_supertrait(tcx, alias), span)),
                    );
                }
            } else if let ty::Alias(ty::Projection, alias) = *subject.kind()
                && tcx.fn_of_promise(alias.def_id).is_some()
            {
                // Other bounds of an alias mean nothing in a `dyn` type, as without the feature.
                self.add_promise(promises, clause, span)?;
            }
        }
        Ok(())
    }
}

/// What to lower of the traits in a `dyn` type: without a bound in them there is no promise, and
/// nothing to lower but the traits themselves.
pub(super) fn filter_for_promises(
    tcx: TyCtxt<'_>,
    hir_bounds: &[hir::PolyTraitRef<'_>],
) -> PredicateFilter {
    if tcx.features().async_fn_in_dyn_trait() && hir_bounds.iter().any(has_bounds) {
        PredicateFilter::SelfAndAssociatedTypeBounds
    } else {
        PredicateFilter::SelfOnly
    }
}

pub(super) fn has_bounds(hir_bound: &hir::PolyTraitRef<'_>) -> bool {
    hir_bound.trait_ref.path.segments.iter().filter_map(|segment| segment.args).any(|args| {
        args.constraints
            .iter()
            .any(|constraint| matches!(constraint.kind, hir::AssocItemConstraintKind::Bound { .. }))
    })
}

fn error_in<'tcx>(ty: Ty<'tcx>) -> Option<ErrorGuaranteed> {
    ty.error_reported().err()
}

//! The futures that the methods of a `dyn` type return.
//!
//! ```ignore (illustrative)
//! trait Fetch {
//!     async fn fetch(&mut self, id: u32) -> Data;
//! }
//! // is implemented for `dyn Fetch` as if by
//! impl Fetch for dyn Fetch + '_ {
//!     type fetch<'a> = DynFuture<Captures, dyn Future<Output = Data>>;
//!     fn fetch<'a>(&'a mut self, id: u32) -> Self::fetch<'a>; // a call through the vtable
//! }
//! ```
//!
//! That type is not a part of `dyn Fetch`, as what is written for an associated type in
//! `dyn Iterator<Item = u8>` is: it follows from the trait's declaration, whenever somebody asks.
//! So a method may well return a `Box<dyn Fetch>`. What *is* a part of a `dyn` type is what it
//! promises of its futures. `dyn Fetch<fetch(..): Send>` has an existential projection
//! `for<'a> fetch<'a> = dyn Send`: the term stands for the bounds, not for the type. It is named
//! after an RPITIT, which nothing else in a `dyn` type is ([`is_promise`]).
//!
//! Whether and how such a type comes to be is decided in
//! `rustc_trait_selection::traits::dyn_futures`, and the vtable's shim is built in
//! `rustc_mir_transform::shim::dyn_future`.

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_span::{DUMMY_SP, Symbol};

use super::fast_reject::SimplifiedType;
use super::{
    self as ty, ExistentialPredicateStableCmpExt, GenericArgsRef, ImplTraitInTraitData, Ty, TyCtxt,
    Upcast,
};
use crate::traits::{DynCompatibilityViolation, MethodViolation};

mod pointer_like;

/// What a trait declares of the future that a method returns, where the method can be called
/// through a `dyn`: with the RPITIT's own parameters.
#[derive(Debug)]
pub struct DispatchableFuture<'tcx> {
    pub fn_def_id: DefId,
    /// The `Output`.
    pub output: Ty<'tcx>,
    pub auto_traits: Vec<DefId>,
    /// `'a` and `'b` in `-> impl Future<Output = u8> + 'a + 'b`.
    pub outlives: Vec<ty::Region<'tcx>>,
}

/// What turns a type into a `dyn` with futures, apart from what the predicates of the `dyn` ask.
pub struct UnsizingToDynFutures<'tcx> {
    /// The type whose implementation is meant: the source of the coercion, or what it adapts.
    pub self_ty: Ty<'tcx>,
    pub clauses: Vec<ty::Clause<'tcx>>,
}

/// What the vtable's shim of a method that returns a future is made of, with the method's own
/// parameters.
pub struct DynFutureShim<'tcx> {
    pub sig: ty::EarlyBinder<'tcx, ty::FnSig<'tcx>>,
    /// What the method is called with: for an adapter, `Self` is the adapted type.
    pub method_args: GenericArgsRef<'tcx>,
    pub future: Ty<'tcx>,
    /// `dyn Future<Output = …>`
    pub dyn_future: Ty<'tcx>,
}

/// Whether an existential projection of this item, as in `dyn Fetch<fetch(..): Send>`, states
/// bounds of a method's future rather than what a type is.
pub fn is_promise(tcx: TyCtxt<'_>, item_def_id: DefId) -> bool {
    tcx.is_impl_trait_in_trait(item_def_id)
}

impl<'tcx> TyCtxt<'tcx> {
    /// The future of the method that returns the RPITIT `assoc_ty`, if that is what the method
    /// returns, and nothing but a future.
    ///
    /// This does not look at what else may keep a method from being called through a `dyn`: its
    /// receiver, type parameters, and so on. Nor does it ask for the gate, as crates that have it
    /// and crates that don't must agree about what is in a vtable.
    pub fn dispatchable_future(self, assoc_ty: DefId) -> Option<DispatchableFuture<'tcx>> {
        let fn_def_id = self.fn_of_promise(assoc_ty)?;
        let future = self.lang_items().future_trait()?;
        let future_output = self.lang_items().future_output()?;
        self.lang_items().get(LangItem::DynFuture)?;

        // `self` by value: a future would have to own what has no size.
        let sig = self.fn_sig(fn_def_id).skip_binder().skip_binder();
        if sig.inputs().first().is_some_and(|self_ty| self_ty.is_param(0)) {
            return None;
        }

        let args = ty::GenericArgs::identity_for_item(self, assoc_ty);
        let returned = Ty::new_projection_from_args(self, assoc_ty, args);
        let mut output = None;
        let mut auto_traits = vec![];
        let mut outlives = vec![];
        for clause in self.explicit_item_bounds(assoc_ty).iter_identity_copied().map(|(c, _)| c) {
            match clause.kind().no_bound_vars()? {
                ty::ClauseKind::Trait(pred) if pred.self_ty() == returned => {
                    if self.is_passed_on_by_dyn_future(pred.def_id()) {
                        auto_traits.push(pred.def_id());
                    } else if pred.def_id() != future && !self.is_sizedness_trait(pred.def_id()) {
                        return None;
                    }
                }
                ty::ClauseKind::Projection(pred)
                    if pred.def_id() == future_output && pred.self_ty() == returned =>
                {
                    output = pred.term.as_type();
                }
                ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, region))
                    if ty == returned =>
                {
                    outlives.push(region);
                }
                _ => return None,
            }
        }
        let output = output?;
        // `async fn f(&self) -> impl Debug`: there is no one type for all implementations.
        let is_nested = output.walk().any(|arg| match arg.as_type().map(|ty| *ty.kind()) {
            Some(ty::Alias(ty::Projection, alias)) => self.is_returned_by(alias.def_id, fn_def_id),
            _ => false,
        });
        if is_nested {
            return None;
        }
        Some(DispatchableFuture { fn_def_id, output, auto_traits, outlives })
    }

    /// Whether `DynFuture<_, D>` has this auto trait if and only if `D` has, as the trait's crate has
    /// no impls that say otherwise.
    pub fn is_passed_on_by_dyn_future(self, trait_def_id: DefId) -> bool {
        let Some(dyn_future) = self.lang_items().get(LangItem::DynFuture) else { return false };
        if !self.trait_is_auto(trait_def_id) {
            return false;
        }
        let impls = self.trait_impls_of(trait_def_id);
        let of_dyn_future = impls.non_blanket_impls().get(&SimplifiedType::Adt(dyn_future));
        impls.blanket_impls().is_empty()
            && of_dyn_future
                .into_iter()
                .flatten()
                .all(|impl_def_id| impl_def_id.krate == dyn_future.krate)
    }

    /// The method that returns the RPITIT `assoc_ty`, if a `dyn` type of the trait may promise
    /// something of it: a method that can be called through the `dyn`, if there is a `dyn` at all.
    ///
    /// This looks at nothing that a promise may be a part of, neither the signature nor the bounds
    /// of the future: `async fn next(&self, after: &dyn Node<next(..): Send>)`.
    pub fn fn_of_promise(self, assoc_ty: DefId) -> Option<DefId> {
        let ImplTraitInTraitData::Trait { fn_def_id, .. } = self.opt_rpitit_info(assoc_ty)? else {
            return None;
        };
        let is_for_dyn = self.assoc_type_of_returned_impl_trait(fn_def_id) == Some(assoc_ty)
            && !self.generics_require_sized_self(fn_def_id)
            && self
                .generics_of(assoc_ty)
                .own_params
                .iter()
                .all(|param| matches!(param.kind, ty::GenericParamDefKind::Lifetime));
        is_for_dyn.then_some(fn_def_id)
    }

    /// The RPITITs of a trait whose methods return futures and can be called through a `dyn`.
    fn dispatchable_futures(
        self,
        trait_def_id: DefId,
    ) -> impl Iterator<Item = (DefId, DispatchableFuture<'tcx>)> {
        self.associated_items(trait_def_id)
            .in_definition_order()
            .filter(|item| item.is_impl_trait_in_trait())
            .filter_map(move |item| Some((item.def_id, self.dispatchable_future(item.def_id)?)))
    }

    /// Whether a `dyn` of this trait has methods that return futures, its supertraits' included.
    pub fn has_dispatchable_futures(self, trait_def_id: DefId) -> bool {
        ty::elaborate::supertrait_def_ids(self, trait_def_id)
            .any(|def_id| self.dispatchable_futures(def_id).next().is_some())
    }

    /// Whether nothing but a missing `#![feature(async_fn_in_dyn_trait)]` keeps a method from being
    /// called through a `dyn`.
    pub fn only_lacks_gate_for_dyn(self, fn_def_id: DefId, violation: &MethodViolation) -> bool {
        matches!(
            violation,
            MethodViolation::AsyncFn | MethodViolation::ReferencesImplTraitInTrait(_)
        ) && self
            .assoc_type_of_returned_impl_trait(fn_def_id)
            .is_some_and(|assoc_ty| self.dispatchable_future(assoc_ty).is_some())
    }

    /// Whether a trait is dyn-compatible in code that has been checked: another crate's may have
    /// had the gate where this one does not.
    pub fn is_dyn_compatible_post_analysis(self, trait_def_id: DefId) -> bool {
        self.is_dyn_compatible(trait_def_id)
            || self.only_lacks_gate_for_dyn_of(
                trait_def_id,
                self.dyn_compatibility_violations(trait_def_id),
            )
    }

    /// Whether nothing but a missing gate keeps a trait from being dyn-compatible.
    pub fn only_lacks_gate_for_dyn_of(
        self,
        trait_def_id: DefId,
        violations: &[DynCompatibilityViolation],
    ) -> bool {
        violations.iter().all(|violation| {
            let DynCompatibilityViolation::Method(name, violation, _) = violation else {
                return false;
            };
            ty::elaborate::supertrait_def_ids(self, trait_def_id)
                .flat_map(|def_id| self.associated_items(def_id).filter_by_name_unhygienic(*name))
                .any(|item| item.is_fn() && self.only_lacks_gate_for_dyn(item.def_id, violation))
        })
    }

    /// What `<dyn Fetch as Fetch>::fetch<'a>` is, for each method of the `dyn` type that returns a
    /// future: projection clauses that hold of `self_ty`.
    pub fn dyn_future_clauses(self, self_ty: Ty<'tcx>) -> Vec<ty::Clause<'tcx>> {
        let ty::Dynamic(data, _) = *self_ty.kind() else { return vec![] };
        let Some(principal) = data.principal() else { return vec![] };
        let mut clauses = vec![];
        for trait_ref in ty::elaborate::supertraits(self, principal.with_self_ty(self, self_ty)) {
            for (assoc_ty, future) in self.dispatchable_futures(trait_ref.def_id()) {
                let returned = self.returned_for_all_lifetimes(trait_ref, assoc_ty);
                clauses.push(
                    returned
                        .map_bound(|projection_term| ty::ProjectionPredicate {
                            projection_term,
                            term: self
                                .dyn_future_ty(assoc_ty, &future, self_ty, projection_term.args)
                                .into(),
                        })
                        .upcast(self),
                );
            }
        }
        clauses
    }

    /// `for<'a> <T as Fetch>::fetch<'a>`, where `trait_ref` is `T: Fetch`.
    fn returned_for_all_lifetimes(
        self,
        trait_ref: ty::PolyTraitRef<'tcx>,
        assoc_ty: DefId,
    ) -> ty::Binder<'tcx, ty::AliasTerm<'tcx>> {
        let first_var = trait_ref.bound_vars().len();
        let mut bound_vars = trait_ref.bound_vars().to_vec();
        let mut args = trait_ref.skip_binder().args.to_vec();
        for lifetime in self.lifetimes_of_returned(assoc_ty) {
            let (index, kind) = match lifetime {
                LifetimeOfReturned::Trait(index) => {
                    args.push(args[index]);
                    continue;
                }
                LifetimeOfReturned::Method(index, kind) => (index, kind),
            };
            let var = ty::BoundVar::from_usize(first_var + index);
            if var.as_usize() == bound_vars.len() {
                bound_vars.push(ty::BoundVariableKind::Region(kind));
            }
            args.push(
                ty::Region::new_bound(self, ty::INNERMOST, ty::BoundRegion { var, kind }).into(),
            );
        }
        ty::Binder::bind_with_vars(
            ty::AliasTerm::new(self, assoc_ty, args),
            self.mk_bound_variable_kinds(&bound_vars),
        )
    }

    /// What the RPITIT's own parameters are where the method is declared: besides the method's
    /// early-bound lifetimes, there is one for each lifetime that is captured, so that an early-bound
    /// one is there twice, and those of the trait are there as well.
    fn lifetimes_of_returned(self, assoc_ty: DefId) -> Vec<LifetimeOfReturned<'tcx>> {
        let num_trait_args = self.generics_of(assoc_ty).parent_count;
        let Some(ImplTraitInTraitData::Trait { fn_def_id, .. }) = self.opt_rpitit_info(assoc_ty)
        else {
            return vec![];
        };
        let mut of_method: Vec<ty::GenericArg<'tcx>> = vec![];
        self.own_args_of_returned(fn_def_id, assoc_ty)
            .into_iter()
            .map(|arg| match arg.as_region().map(|region| region.kind()) {
                Some(ty::ReEarlyParam(param)) if (param.index as usize) < num_trait_args => {
                    LifetimeOfReturned::Trait(param.index as usize)
                }
                region => {
                    let index = of_method.iter().position(|&other| other == arg);
                    let index = index.unwrap_or_else(|| {
                        of_method.push(arg);
                        of_method.len() - 1
                    });
                    let kind = match region {
                        Some(ty::ReEarlyParam(param)) => ty::BoundRegionKind::Named(
                            self.generics_of(fn_def_id).region_param(param, self).def_id,
                        ),
                        Some(ty::ReBound(_, ty::BoundRegion { kind, .. })) => kind,
                        Some(ty::ReLateParam(ty::LateParamRegion {
                            kind: ty::LateParamRegionKind::Named(def_id),
                            ..
                        })) => ty::BoundRegionKind::Named(def_id),
                        _ => ty::BoundRegionKind::Anon,
                    };
                    LifetimeOfReturned::Method(index, kind)
                }
            })
            .collect()
    }

    /// The RPITIT's own arguments in the signature of the method that returns it. As that may have
    /// a promise in it, this does not ask for the signature of a local method.
    fn own_args_of_returned(self, fn_def_id: DefId, assoc_ty: DefId) -> Vec<ty::GenericArg<'tcx>> {
        let generics = self.generics_of(assoc_ty);
        if fn_def_id.is_local() {
            let args = generics.own_params.iter().map(|param| {
                if self.parent(param.def_id) == fn_def_id {
                    self.mk_param_from_def(param)
                } else {
                    let duplicate = param.def_id.expect_local();
                    self.map_opaque_lifetime_to_parent_lifetime(duplicate).into()
                }
            });
            return args.collect();
        }
        match *self.fn_sig(fn_def_id).skip_binder().output().skip_binder().kind() {
            ty::Alias(ty::Projection, alias) => alias.args[generics.parent_count..].to_vec(),
            _ => vec![],
        }
    }

    /// Whether a bound of `assoc_ty` with these arguments holds for all lifetimes that the method
    /// can be called with.
    pub fn is_for_all_lifetimes(self, assoc_ty: DefId, args: GenericArgsRef<'tcx>) -> bool {
        let num_trait_args = self.generics_of(assoc_ty).parent_count;
        let mut of_method: Vec<ty::GenericArg<'tcx>> = vec![];
        args[num_trait_args..].iter().zip(self.lifetimes_of_returned(assoc_ty)).all(
            |(&arg, lifetime)| match lifetime {
                LifetimeOfReturned::Trait(_) => true,
                LifetimeOfReturned::Method(index, _) if index < of_method.len() => {
                    of_method[index] == arg
                }
                LifetimeOfReturned::Method(..) => {
                    let is_bound = arg.as_region().is_some_and(|region| {
                        matches!(
                            region.kind(),
                            ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), _)
                        )
                    });
                    let is_new = !of_method.contains(&arg);
                    of_method.push(arg);
                    is_bound && is_new
                }
            },
        )
    }

    /// `DynFuture<Captures, dyn Future<Output = …> + …>`.
    ///
    /// `Captures` is there for the sake of what outlives what. It mentions what the method's
    /// `impl Future` captures, the `dyn` type with its lifetime included, so that this type lives no
    /// longer than what it stands for. The function is a part of it, so that messages can say whose
    /// future this is.
    fn dyn_future_ty(
        self,
        assoc_ty: DefId,
        future: &DispatchableFuture<'tcx>,
        self_ty: Ty<'tcx>,
        args: GenericArgsRef<'tcx>,
    ) -> Ty<'tcx> {
        let own_args = ty::GenericArgs::identity_for_item(self, assoc_ty);
        let (of_fn, late) = own_args.split_at(self.generics_of(future.fn_def_id).count());
        let the_fn = Ty::new_fn_def(self, future.fn_def_id, of_fn.iter().copied());
        let lifetimes = late.iter().filter_map(|arg| arg.as_region());
        let lifetimes = lifetimes.map(|region| Ty::new_imm_ref(self, region, self.types.unit));
        let captures = Ty::new_tup_from_iter(self, [the_fn].into_iter().chain(lifetimes));

        let auto_traits = self.auto_traits_of_dyn_future(assoc_ty, future, self_ty, args);
        let dyn_future = self.dyn_future_of_output(future.output, auto_traits);
        let dyn_future_def = self.require_lang_item(LangItem::DynFuture, DUMMY_SP);
        let generic = Ty::new_adt(
            self,
            self.adt_def(dyn_future_def),
            self.mk_args(&[captures.into(), dyn_future.into()]),
        );
        let ty = ty::EarlyBinder::bind(generic).instantiate(self, args);
        // It lives that long, whatever it captures: every implementation has to show it. Of several
        // lifetimes a type can't be known to outlive all, unless one is longer than the others.
        let declared = || future.outlives.iter().copied();
        match declared().find(|outlives| outlives.is_static()).or(declared().next()) {
            None => ty,
            Some(outlives) => {
                let outlives = ty::EarlyBinder::bind(outlives).instantiate(self, args);
                let ty::Adt(def, dyn_args) = *ty.kind() else { unreachable!() };
                let ty::Tuple(captures) = *dyn_args.type_at(0).kind() else { unreachable!() };
                let (&the_fn, lifetimes) = captures.split_first().unwrap();
                // Whatever holds for the method holds with `'static`, so that this says nothing
                // about the lifetime, `dyn Plugin + 'x: Plugin` for `trait Plugin: 'static`.
                let the_fn = ty::fold_regions(self, the_fn, |_, _| self.lifetimes.re_static);
                let lifetimes =
                    lifetimes.iter().map(|_| Ty::new_imm_ref(self, outlives, self.types.unit));
                let captures = Ty::new_tup_from_iter(self, [the_fn].into_iter().chain(lifetimes));
                Ty::new_adt(self, def, self.mk_args(&[captures.into(), dyn_args[1]]))
            }
        }
    }

    /// `<dyn Fetch as Fetch>::fetch<'a>`, if that is what this `DynFuture` is.
    pub fn returned_as_dyn_future(self, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
        let ty::Adt(def, args) = *ty.kind() else { return None };
        if !self.is_lang_item(def.did(), LangItem::DynFuture) {
            return None;
        }
        let ty::Tuple(captures) = *args.types().next()?.kind() else { return None };
        let (the_fn, lifetimes) = captures.split_first()?;
        let ty::FnDef(fn_def_id, of_fn) = *the_fn.kind() else { return None };
        let assoc_ty = self.assoc_type_of_returned_impl_trait(fn_def_id)?;
        let lifetimes = lifetimes.iter().filter_map(|ty| match *ty.kind() {
            ty::Ref(region, ..) => Some(region.into()),
            _ => None,
        });
        let args: Vec<ty::GenericArg<'tcx>> = of_fn.iter().chain(lifetimes).collect();
        (args.len() == self.generics_of(assoc_ty).count())
            .then(|| Ty::new_projection(self, assoc_ty, args))
    }

    /// Whether this is the function in the captures of such a `DynFuture`, whose type nobody has
    /// written.
    pub fn is_captured_by_dyn_future(self, ty: Ty<'tcx>) -> bool {
        matches!(
            *ty.kind(),
            ty::FnDef(fn_def_id, args)
                if self.assoc_type_of_returned_impl_trait(fn_def_id).is_some()
                    && args.type_at(0).is_trait()
        )
    }

    /// The output of a method's future that is called through a `dyn`, if `ty` is one.
    pub fn output_of_dyn_future(self, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
        self.returned_as_dyn_future(ty)?;
        let ty::Adt(_, args) = *ty.kind() else { return None };
        let ty::Dynamic(data, _) = *args.type_at(1).kind() else { return None };
        data.projection_bounds().next()?.no_bound_vars()?.term.as_type()
    }

    /// `dyn Future<Output = output> + auto_traits + 'static`.
    ///
    /// The lifetime says nothing: what it is a part of is bounded by its captures.
    pub fn dyn_future_of_output(
        self,
        output: Ty<'tcx>,
        auto_traits: impl IntoIterator<Item = DefId>,
    ) -> Ty<'tcx> {
        let future = self.require_lang_item(LangItem::Future, DUMMY_SP);
        let future_output = self.require_lang_item(LangItem::FutureOutput, DUMMY_SP);
        let no_args = ty::List::empty();
        let mut predicates = vec![
            ty::ExistentialPredicate::Trait(ty::ExistentialTraitRef::new_from_args(
                self, future, no_args,
            )),
            ty::ExistentialPredicate::Projection(ty::ExistentialProjection::new_from_args(
                self,
                future_output,
                no_args,
                output.into(),
            )),
        ];
        predicates.extend(auto_traits.into_iter().map(ty::ExistentialPredicate::AutoTrait));
        self.mk_dyn(predicates)
    }

    /// `dyn Send + Sync`, the term of a promise.
    pub fn dyn_of_auto_traits(self, auto_traits: impl IntoIterator<Item = DefId>) -> Ty<'tcx> {
        let auto_traits = auto_traits.into_iter().map(ty::ExistentialPredicate::AutoTrait);
        self.mk_dyn(auto_traits.collect())
    }

    fn mk_dyn(self, mut predicates: Vec<ty::ExistentialPredicate<'tcx>>) -> Ty<'tcx> {
        predicates.sort_by(|a, b| a.stable_cmp(self, b));
        predicates.dedup();
        let predicates = predicates.into_iter().map(ty::Binder::dummy);
        let predicates = self.mk_poly_existential_predicates_from_iter(predicates);
        Ty::new_dynamic(self, predicates, self.lifetimes.re_static)
    }

    /// The auto traits of a method's future, called through the `dyn` type `self_ty`: those that
    /// the trait declares, those that a subtrait does, `trait SendFetch: Fetch<fetch(..): Send>`,
    /// and those that the `dyn` type promises.
    fn auto_traits_of_dyn_future(
        self,
        assoc_ty: DefId,
        future: &DispatchableFuture<'tcx>,
        self_ty: Ty<'tcx>,
        args: GenericArgsRef<'tcx>,
    ) -> Vec<DefId> {
        let mut auto_traits = future.auto_traits.clone();
        let ty::Dynamic(data, _) = *self_ty.kind() else { return auto_traits };

        let num_trait_args = self.generics_of(assoc_ty).parent_count;
        // Implementations can't differ in lifetimes only, so these do not matter here.
        let of_trait = |args: GenericArgsRef<'tcx>| {
            let args = self.mk_args(&args[1..num_trait_args]);
            // Those that are bound outside, too.
            let args = ty::fold_regions(self, args, |_, _| self.lifetimes.re_erased);
            self.erase_and_anonymize_regions(args)
        };
        let wanted = of_trait(args);

        for promise in data.projection_bounds() {
            if promise.item_def_id() == assoc_ty {
                let promise = promise.skip_binder();
                let alias_args = promise.with_self_ty(self, self_ty).projection_term.args;
                if of_trait(alias_args) == wanted {
                    auto_traits.extend(self.auto_traits_of_promise(promise));
                }
            }
        }
        if let Some(principal) = data.principal() {
            let principal: ty::Clause<'tcx> = principal.with_self_ty(self, self_ty).upcast(self);
            for clause in ty::elaborate::elaborate(self, [principal]) {
                if let ty::ClauseKind::Trait(bound) = clause.kind().skip_binder()
                    && self.trait_is_auto(bound.def_id())
                    && let ty::Alias(ty::Projection, alias) = *bound.self_ty().kind()
                    && alias.def_id == assoc_ty
                    && alias.self_ty() == self_ty
                    && of_trait(alias.args) == wanted
                    && self.is_for_all_lifetimes(assoc_ty, alias.args)
                {
                    auto_traits.push(bound.def_id());
                }
            }
        }
        auto_traits
    }

    /// What is promised of the future: `Send` in `for<'a> fetch<'a> = dyn Send`.
    pub fn auto_traits_of_promise(
        self,
        promise: ty::ExistentialProjection<'tcx>,
    ) -> impl Iterator<Item = DefId> {
        let auto_traits = match promise.term.as_type().map(|ty| *ty.kind()) {
            Some(ty::Dynamic(data, _)) => Some(data.auto_traits()),
            _ => None,
        };
        auto_traits.into_iter().flatten()
    }

    /// Whether the `dyn` type `source` promises what `promise`, of another `dyn` type, does.
    pub fn keeps_promise(
        self,
        source: Ty<'tcx>,
        promise: ty::PolyExistentialProjection<'tcx>,
    ) -> bool {
        let assoc_ty = promise.item_def_id();
        let Some(future) = self.dispatchable_future(assoc_ty) else { return false };
        let promise = promise.skip_binder();
        let args = promise.with_self_ty(self, source).projection_term.args;
        let kept = self.auto_traits_of_dyn_future(assoc_ty, &future, source, args);
        self.auto_traits_of_promise(promise).all(|def_id| kept.contains(&def_id))
    }

    /// The type whose implementations `ty` lends to a `dyn`, if it is an adapter: `T` of
    /// `Boxing<T>`, as a projection.
    pub fn adapted_ty(self, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
        let ty::Adt(..) = ty.kind() else { return None };
        let adapter = self.lang_items().get(LangItem::FutureAdapter)?;
        let adapted = self.lang_items().get(LangItem::FutureAdapterAdapted)?;
        self.non_blanket_impls_for_ty(adapter, ty)
            .find(|&impl_def_id| self.impl_polarity(impl_def_id) == ty::ImplPolarity::Positive)?;
        Some(Ty::new_projection(self, adapted, [ty]))
    }

    /// The same where all types are known, and `None` unless the trait has methods that return
    /// futures: for others, an adapter is a type like any other.
    pub fn adapted_ty_for_vtable(self, ty: Ty<'tcx>, trait_def_id: DefId) -> Option<Ty<'tcx>> {
        let adapted = self.adapted_ty(ty)?;
        self.has_dispatchable_futures(trait_def_id)
            .then(|| self.normalize_erasing_regions(ty::TypingEnv::fully_monomorphized(), adapted))
    }

    /// What a type has to show to become a `dyn` with methods that return futures, beyond the
    /// predicates of the `dyn`: how each future becomes one of a pointer's size, and what is
    /// promised of it. `None` if the `dyn` has no such methods.
    pub fn unsizing_to_dyn_futures(
        self,
        source: Ty<'tcx>,
        target: Ty<'tcx>,
    ) -> Option<UnsizingToDynFutures<'tcx>> {
        let ty::Dynamic(data, _) = *target.kind() else { return None };
        let principal = data.principal()?;
        if !self.has_dispatchable_futures(principal.def_id()) {
            return None;
        }

        let adapted = self.adapted_ty(source);
        let self_ty = adapted.unwrap_or(source);
        let mut clauses = vec![];
        let adapter = self.require_lang_item(LangItem::FutureAdapter, DUMMY_SP);
        if adapted.is_some() {
            clauses.push(ty::TraitRef::new(self, adapter, [source]).upcast(self));
        }
        for trait_ref in ty::elaborate::supertraits(self, principal.with_self_ty(self, self_ty)) {
            for (assoc_ty, future) in self.dispatchable_futures(trait_ref.def_id()) {
                let returned = self.returned_for_all_lifetimes(trait_ref, assoc_ty);
                let args = returned.skip_binder().args;
                let in_dyn = self.mk_args_trait(target, args.iter().skip(1));
                let auto_traits = self.auto_traits_of_dyn_future(assoc_ty, &future, target, in_dyn);
                let mut owner = returned.map_bound(|alias| alias.to_term(self).expect_type());
                // Both the future and what owns it: the first is what was promised, the second is
                // what there will be.
                let mut bound = |ty: ty::Binder<'tcx, Ty<'tcx>>| {
                    for &auto_trait in &auto_traits {
                        let bound = ty.map_bound(|ty| ty::TraitRef::new(self, auto_trait, [ty]));
                        clauses.push(bound.upcast(self));
                    }
                };
                bound(owner);
                if adapted.is_some() {
                    let owner_def_id =
                        self.require_lang_item(LangItem::FutureAdapterOwner, DUMMY_SP);
                    owner =
                        owner.map_bound(|ty| Ty::new_projection(self, owner_def_id, [source, ty]));
                    bound(owner);
                    // What the method declares, `-> impl Future + 'a`, is all that is known of the
                    // `DynFuture`, and the owner may have lifetimes of its own.
                    for &declared in &future.outlives {
                        let declared = ty::EarlyBinder::bind(declared).instantiate(self, args);
                        let outlives = owner.map_bound(|ty| ty::OutlivesPredicate(ty, declared));
                        clauses.push(outlives.map_bound(ty::ClauseKind::TypeOutlives).upcast(self));
                    }
                    clauses.extend(self.lifetimes_of_owner_by_subtraits(
                        assoc_ty,
                        principal.with_self_ty(self, self_ty),
                        source,
                    ));
                } else if let Some(pointer_like) = self.lang_items().get(LangItem::PointerLike) {
                    let num_early = self.generics_of(future.fn_def_id).count();
                    // The future is not the subject, which the solvers normalize: in the body
                    // that says what it is, to look at it would be to use what is not yet known.
                    let pointer_like = owner.map_bound(|ty| {
                        let the_fn =
                            Ty::new_fn_def(self, future.fn_def_id, args.iter().take(num_early));
                        ty::TraitRef::new(self, pointer_like, [the_fn, ty, target])
                    });
                    clauses.push(pointer_like.upcast(self));
                }
            }
        }
        Some(UnsizingToDynFutures { self_ty, clauses })
    }

    /// What the owner of a method's future has to outlive because a subtrait says so of the future:
    /// `trait Sub: Fetch<fetch(..): 'static>`, which `dyn Sub` implies as every `Sub` does.
    fn lifetimes_of_owner_by_subtraits(
        self,
        assoc_ty: DefId,
        principal: ty::PolyTraitRef<'tcx>,
        adapter: Ty<'tcx>,
    ) -> impl Iterator<Item = ty::Clause<'tcx>> {
        let owner = self.require_lang_item(LangItem::FutureAdapterOwner, DUMMY_SP);
        let principal: ty::Clause<'tcx> = principal.upcast(self);
        ty::elaborate::elaborate(self, [principal]).filter_map(move |clause| {
            let ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, region)) =
                clause.kind().skip_binder()
            else {
                return None;
            };
            let ty::Alias(ty::Projection, alias) = *ty.kind() else { return None };
            if alias.def_id != assoc_ty {
                return None;
            }
            let owner = Ty::new_projection(self, owner, [adapter, ty]);
            let outlives = ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(owner, region));
            Some(clause.kind().rebind(outlives).upcast(self))
        })
    }

    /// The shim that stands in a vtable for a method that returns a future.
    pub fn dyn_future_shim_for_vtable(
        self,
        fn_def_id: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> Option<ty::ReifyReason> {
        self.is_dispatchable_for_future(fn_def_id).then(|| {
            let adapted = self.adapted_ty(args.type_at(0)).is_some();
            ty::ReifyReason::DynFuture { adapted }
        })
    }

    /// What a method's vtable entry is instantiated with, where `args` are those of the method of
    /// the adapted type: the shim of a method that returns a future has to know the adapter.
    pub fn with_vtable_self_ty(
        self,
        fn_def_id: DefId,
        args: GenericArgsRef<'tcx>,
        vtable_ty: Ty<'tcx>,
    ) -> GenericArgsRef<'tcx> {
        if self.is_dispatchable_for_future(fn_def_id) {
            self.mk_args_trait(vtable_ty, args.iter().skip(1))
        } else {
            args
        }
    }

    fn is_dispatchable_for_future(self, fn_def_id: DefId) -> bool {
        self.assoc_type_of_returned_impl_trait(fn_def_id)
            .is_some_and(|assoc_ty| self.dispatchable_future(assoc_ty).is_some())
    }

    /// The signature of a vtable's shim, with the method's own parameters.
    pub fn sig_of_dyn_future_shim(self, fn_def_id: DefId, adapted: bool) -> DynFutureShim<'tcx> {
        let args = ty::GenericArgs::identity_for_item(self, fn_def_id);
        let method_args = if adapted {
            let adapted_def_id = self.require_lang_item(LangItem::FutureAdapterAdapted, DUMMY_SP);
            let adapted = Ty::new_projection(self, adapted_def_id, [args.type_at(0)]);
            self.mk_args_trait(adapted, args.iter().skip(1))
        } else {
            args
        };
        let method_sig = self.instantiate_bound_regions_with_erased(
            self.fn_sig(fn_def_id).instantiate(self, method_args),
        );
        let future = method_sig.output();
        let future_output = self.require_lang_item(LangItem::FutureOutput, DUMMY_SP);
        let output = Ty::new_projection(self, future_output, [future]);
        let dyn_future = self.dyn_future_of_output(output, []);
        let dyn_future_def = self.require_lang_item(LangItem::DynFuture, DUMMY_SP);
        // Neither the captures nor the auto traits matter to how it is passed.
        let returned = Ty::new_adt(
            self,
            self.adt_def(dyn_future_def),
            self.mk_args(&[self.types.unit.into(), dyn_future.into()]),
        );
        let inputs_and_output = method_sig.inputs().iter().copied().chain([returned]);
        let sig = ty::FnSig {
            inputs_and_output: self.mk_type_list_from_iter(inputs_and_output),
            ..method_sig
        };
        DynFutureShim { sig: ty::EarlyBinder::bind(sig), method_args, future, dyn_future }
    }
}

/// What one of an RPITIT's own lifetime parameters is where the method is declared.
enum LifetimeOfReturned<'tcx> {
    /// The trait's parameter with this index.
    Trait(usize),
    /// A lifetime of the method; these are numbered in order of appearance.
    Method(usize, ty::BoundRegionKind<'tcx>),
}

/// The name of the method in `dyn Fetch<fetch(..): Send>`.
pub fn name_of_promise(tcx: TyCtxt<'_>, assoc_ty: DefId) -> Symbol {
    let Some(ImplTraitInTraitData::Trait { fn_def_id, .. }) = tcx.opt_rpitit_info(assoc_ty) else {
        bug!("{assoc_ty:?} is not what a trait's method returns");
    };
    tcx.item_name(fn_def_id)
}

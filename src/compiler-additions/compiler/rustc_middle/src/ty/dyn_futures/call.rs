//! The type that a call through a `dyn` returns.
//!
//! ```ignore (illustrative)
//! <dyn Sub<T> as Fetch<U>>::fetch<'a>
//! // is
//! DynFuture<(fetch::<dyn Sub<T>, U>, &'a ()), Output>
//! ```
//!
//! The first argument, the *call*, is the method with the arguments of its trait, the `dyn` type
//! among them, and the lifetimes that its RPITIT has. So the type says what it stands for, and
//! nothing else: it is the same function of the `dyn` type and the method for all types, and
//! normalizing commutes with substitution. Which auto traits it has is a question to the solvers,
//! [`super::promises`]; what it outlives is decided as for the projection
//! ([`TyCtxt::projection_of_dyn_future`]).

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_span::DUMMY_SP;

use crate::ty::{self, GenericArgsRef, ImplTraitInTraitData, Ty, TyCtxt, Upcast};

/// A call of a `dyn` type's method, as the first argument of a `DynFuture` states it.
#[derive(Clone, Copy, Debug)]
pub struct CallOfDyn<'tcx> {
    pub fn_def_id: DefId,
    /// The RPITIT of the method.
    pub assoc_ty: DefId,
    /// `dyn Sub<T>: Fetch<U>`
    pub trait_ref: ty::TraitRef<'tcx>,
    /// All arguments of the RPITIT.
    pub args: GenericArgsRef<'tcx>,
}

impl<'tcx> TyCtxt<'tcx> {
    /// `DynFuture<Call, Output>`, for the arguments of the RPITIT.
    pub fn dyn_future_of_call(self, assoc_ty: DefId, args: GenericArgsRef<'tcx>) -> Ty<'tcx> {
        let Some(future) = self.dispatchable_future(assoc_ty) else {
            bug!("{assoc_ty:?} is not a future that a `dyn` has");
        };
        let output = ty::EarlyBinder::bind(future.output).instantiate(self, args);
        self.dyn_future_with_output(assoc_ty, args, output)
    }

    /// The same, for what is known of the output otherwise.
    pub fn dyn_future_with_output(
        self,
        assoc_ty: DefId,
        args: GenericArgsRef<'tcx>,
        output: Ty<'tcx>,
    ) -> Ty<'tcx> {
        let Some(future) = self.dispatchable_future(assoc_ty) else {
            bug!("{assoc_ty:?} is not a future that a `dyn` has");
        };
        let (of_fn, late) = args.split_at(self.generics_of(future.fn_def_id).count());
        let the_fn = Ty::new_fn_def(self, future.fn_def_id, of_fn.iter().copied());
        let lifetimes = late.iter().filter_map(|arg| arg.as_region());
        let lifetimes = lifetimes.map(|region| Ty::new_imm_ref(self, region, self.types.unit));
        let call = Ty::new_tup_from_iter(self, [the_fn].into_iter().chain(lifetimes));
        let dyn_future = self.require_lang_item(LangItem::DynFuture, DUMMY_SP);
        Ty::new_adt(self, self.adt_def(dyn_future), self.mk_args(&[call.into(), output.into()]))
    }

    /// What `<dyn Fetch as Fetch>::fetch<'a>` is for this `dyn` type and this method, as projection
    /// clauses: one for each time that the trait is among the supertraits.
    pub fn dyn_future_clauses(self, self_ty: Ty<'tcx>, assoc_ty: DefId) -> Vec<ty::Clause<'tcx>> {
        let ty::Dynamic(data, _) = *self_ty.kind() else { return vec![] };
        let Some(principal) = data.principal() else { return vec![] };
        let principal = principal.with_self_ty(self, self_ty);
        self.futures_of_dyn(principal.def_id())
            .futures
            .iter()
            .filter(|(_, of_trait)| *of_trait == assoc_ty)
            .map(|&(trait_ref, _)| {
                let trait_ref = self.instantiate_supertrait_ref(trait_ref, principal);
                let returned = self.returned_for_all_lifetimes(trait_ref, assoc_ty);
                returned.map_bound(|call| self.dyn_future_clause(call)).upcast(self)
            })
            .collect()
    }

    pub fn dyn_future_clause(self, call: ty::AliasTerm<'tcx>) -> ty::ProjectionPredicate<'tcx> {
        ty::ProjectionPredicate {
            projection_term: call,
            term: self.dyn_future_of_call(call.def_id, call.args).into(),
        }
    }

    /// Of a supertrait in terms of a trait's parameters, what it is for a certain implementation of
    /// the trait.
    pub(super) fn instantiate_supertrait_ref(
        self,
        supertrait: ty::PolyTraitRef<'tcx>,
        trait_ref: ty::PolyTraitRef<'tcx>,
    ) -> ty::PolyTraitRef<'tcx> {
        let clause: ty::Clause<'tcx> = supertrait.upcast(self);
        let clause = clause.instantiate_supertrait(self, trait_ref);
        clause.as_trait_clause().unwrap().map_bound(|bound| bound.trait_ref)
    }

    /// The call, if this is the first argument of a `DynFuture` that a `dyn` type's method returns.
    pub fn call_of_dyn_future(self, call: Ty<'tcx>) -> Option<CallOfDyn<'tcx>> {
        let ty::Tuple(call) = *call.kind() else { return None };
        let (the_fn, lifetimes) = call.split_first()?;
        let ty::FnDef(fn_def_id, of_fn) = *the_fn.kind() else { return None };
        let assoc_ty = self.assoc_type_of_returned_impl_trait(fn_def_id)?;
        let lifetimes = lifetimes.iter().filter_map(|ty| match *ty.kind() {
            ty::Ref(region, ..) => Some(region.into()),
            _ => None,
        });
        let args = self.mk_args_from_iter(of_fn.iter().chain(lifetimes));
        if args.len() != self.generics_of(assoc_ty).count() {
            return None;
        }
        let trait_ref = ty::TraitRef::from_assoc(self, self.parent(assoc_ty), args);
        Some(CallOfDyn { fn_def_id, assoc_ty, trait_ref, args })
    }

    /// `<dyn Fetch as Fetch>::fetch<'a>`, if that is what this `DynFuture` is. A type that is written by
    /// hand is, too, and is the same as what is normalized to it.
    pub fn projection_of_dyn_future(
        self,
        adt: ty::AdtDef<'tcx>,
        args: GenericArgsRef<'tcx>,
    ) -> Option<ty::AliasTy<'tcx>> {
        if args.len() != 2 || !self.is_lang_item(adt.did(), LangItem::DynFuture) {
            return None;
        }
        let call = self.call_of_dyn_future(args.type_at(0))?;
        if !call.trait_ref.self_ty().is_trait() {
            return None;
        }
        Some(ty::AliasTy::new_from_args(self, call.assoc_ty, call.args))
    }

    /// The projection that says how long a `DynFuture` lives: that one, or where it is not known which
    /// call it is of, `<Call as LivesAs<Output>>::Lives`, of which nobody knows more than what it is
    /// made of. That a `DynFuture<Call, Output>` is `'static` implies nothing of its arguments, as what is
    /// put in for `Call` may be a method that declares as much.
    pub fn outlives_alias_of_dyn_future(
        self,
        adt: ty::AdtDef<'tcx>,
        args: GenericArgsRef<'tcx>,
    ) -> Option<ty::AliasTy<'tcx>> {
        if args.len() != 2 || !self.is_lang_item(adt.did(), LangItem::DynFuture) {
            return None;
        }
        self.projection_of_dyn_future(adt, args).or_else(|| {
            let lives = self.lang_items().get(LangItem::DynFutureLives)?;
            Some(ty::AliasTy::new_from_args(self, lives, args))
        })
    }

    /// The `DynFuture` of a call that is not known, if this is the projection that stands for it.
    pub fn dyn_future_of_outlives_alias(self, alias: ty::AliasTerm<'tcx>) -> Option<Ty<'tcx>> {
        let lives = self.lang_items().get(LangItem::DynFutureLives)?;
        if alias.def_id != lives {
            return None;
        }
        let dyn_future = self.require_lang_item(LangItem::DynFuture, DUMMY_SP);
        Some(Ty::new_adt(self, self.adt_def(dyn_future), alias.args))
    }

    /// A where-clause as one of the projection that says how long its subject lives:
    /// `DynFuture<Call, Output>: 'static` is one of `<Call as LivesAs<Output>>::Lives`. Where-clauses
    /// are normalized, which undoes what elaborating them has done.
    pub fn outlives_of_alias(
        self,
        bound: ty::PolyTypeOutlivesPredicate<'tcx>,
    ) -> ty::PolyTypeOutlivesPredicate<'tcx> {
        bound.map_bound(|ty::OutlivesPredicate(subject, region)| {
            let alias = match *subject.kind() {
                ty::Adt(adt, args) => self.outlives_alias_of_dyn_future(adt, args),
                _ => None,
            };
            ty::OutlivesPredicate(alias.map_or(subject, |alias| alias.to_ty(self)), region)
        })
    }

    /// What `projection_of_dyn_future` says of a type, as a type.
    pub fn projection_ty_of_dyn_future(self, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
        let ty::Adt(adt, args) = *ty.kind() else { return None };
        Some(self.projection_of_dyn_future(adt, args)?.to_ty(self))
    }

    /// Whether this is the function in such a `DynFuture`, whose type nobody has written.
    pub fn is_called_by_dyn_future(self, ty: Ty<'tcx>) -> bool {
        matches!(
            *ty.kind(),
            ty::FnDef(fn_def_id, args)
                if self.assoc_type_of_returned_impl_trait(fn_def_id).is_some()
                    && args.type_at(0).is_trait()
        )
    }

    /// The output of a method's future that is called through a `dyn`, if `ty` is one.
    pub fn output_of_dyn_future(self, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
        self.projection_ty_of_dyn_future(ty)?;
        let ty::Adt(_, args) = *ty.kind() else { return None };
        Some(args.type_at(1))
    }

    /// The lifetimes that a method's future called through a `dyn` is known to outlive, as a
    /// subtrait says so: `trait Sub: Fetch<fetch(..): 'static>`, for a `dyn Sub`.
    pub fn outlives_of_dyn_future(self, alias: ty::AliasTy<'tcx>) -> Vec<ty::Region<'tcx>> {
        if !self.is_impl_trait_in_trait(alias.def_id) {
            return vec![];
        }
        let ty::Dynamic(data, _) = *alias.self_ty().kind() else { return vec![] };
        let Some(principal) = data.principal().and_then(|principal| principal.no_bound_vars())
        else {
            return vec![];
        };
        let principal = ty::Binder::dummy(principal.with_self_ty(self, alias.self_ty()));
        let num_trait_args = self.generics_of(alias.def_id).parent_count;
        self.futures_of_dyn(principal.def_id())
            .bounds
            .iter()
            .filter_map(|bound| {
                bound.as_type_outlives_clause()?;
                let bound = bound.instantiate_supertrait(self, principal);
                let ty::OutlivesPredicate(subject, region) =
                    bound.as_type_outlives_clause()?.skip_binder();
                let ty::Alias(ty::Projection, subject) = *subject.kind() else { return None };
                (subject.def_id == alias.def_id
                    && subject.args[..num_trait_args] == alias.args[..num_trait_args]
                    && !region.is_bound())
                .then_some(region)
            })
            .collect()
    }

    /// `for<'a> <T as Fetch>::fetch<'a>`, where `trait_ref` is `T: Fetch`.
    pub(super) fn returned_for_all_lifetimes(
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
}

/// What one of an RPITIT's own lifetime parameters is where the method is declared.
enum LifetimeOfReturned<'tcx> {
    /// The trait's parameter with this index.
    Trait(usize),
    /// A lifetime of the method; these are numbered in order of appearance.
    Method(usize, ty::BoundRegionKind<'tcx>),
}

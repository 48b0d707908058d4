//! The `impl Trait` type that a function returns, and the associated type that it is for a trait's.
//!
//! ```ignore (illustrative)
//! trait Fetch {
//!     async fn fetch(&mut self, id: u32) -> Data;
//!     // desugars to
//!     type fetch<'a>: Future<Output = Data>;
//!     fn fetch<'a>(&'a mut self, id: u32) -> Self::fetch<'a>;
//! }
//! ```
//!
//! The compiler creates that associated type without a name (an *RPITIT*, return-position `impl
//! Trait` in trait). Under `#![feature(named_return_types)]` a person may write the function's
//! name for it, and under `#![feature(return_type_notation)]` a call for what any function returns.
//! This module answers what both name resolution and type lowering ask about such a function; the
//! lowering itself is in `rustc_hir_analysis::hir_ty_lowering::return_types`.

use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_span::def_id::DefId;
use rustc_span::kw;

use super::{self as ty, AssocContainer, ImplTraitInTraitData, Ty, TyCtxt, TypeFoldable};

impl<'tcx> TyCtxt<'tcx> {
    /// The associated type of a trait's function whose return type is `async` or exactly
    /// `impl Trait`.
    ///
    /// `None` for `-> u8`, and for `-> Option<impl Trait>`: there, the `impl Trait` is not what a
    /// call returns.
    ///
    /// This looks at the HIR of a local function rather than at its signature, so that it is safe
    /// to call while the bounds of the trait are still being resolved.
    pub fn assoc_type_of_returned_impl_trait(self, fn_def_id: DefId) -> Option<DefId> {
        if self.def_kind(fn_def_id) != DefKind::AssocFn
            || self.associated_item(fn_def_id).container != AssocContainer::Trait
        {
            return None;
        }

        if let Some(local_fn) = fn_def_id.as_local() {
            let &hir::FnRetTy::Return(&hir::Ty { kind: hir::TyKind::OpaqueDef(returned), .. }) =
                self.hir_get_fn_output(local_fn)?
            else {
                return None;
            };
            self.associated_types_for_impl_traits_in_associated_fn(fn_def_id).iter().copied().find(
                |&assoc_ty| {
                    matches!(
                        self.opt_rpitit_info(assoc_ty),
                        Some(ImplTraitInTraitData::Trait { opaque_def_id, .. })
                            if opaque_def_id == returned.def_id.to_def_id()
                    )
                },
            )
        } else if let ty::Alias(ty::Projection, alias) =
            self.fn_sig(fn_def_id).skip_binder().output().skip_binder().kind()
            && self.is_returned_by(alias.def_id, fn_def_id)
        {
            Some(alias.def_id)
        } else {
            None
        }
    }

    /// Whether `assoc_ty` is an RPITIT, and one of those that `fn_def_id` itself introduces.
    ///
    /// A signature may also mention the RPITIT of *another* function, by its name.
    pub fn is_returned_by(self, assoc_ty: DefId, fn_def_id: DefId) -> bool {
        match self.opt_rpitit_info(assoc_ty) {
            Some(
                ImplTraitInTraitData::Trait { fn_def_id: of_fn, .. }
                | ImplTraitInTraitData::Impl { fn_def_id: of_fn },
            ) => of_fn == fn_def_id,
            None => false,
        }
    }

    /// The late-bound parameters of a function: the binder of its signature.
    ///
    /// For a local function this does not lower the signature.
    pub fn late_bound_vars_of_fn(
        self,
        fn_def_id: DefId,
    ) -> &'tcx ty::List<ty::BoundVariableKind<'tcx>> {
        match fn_def_id.as_local() {
            Some(local_fn) => self.late_bound_vars(self.local_def_id_to_hir_id(local_fn)),
            None => self.fn_sig(fn_def_id).skip_binder().bound_vars(),
        }
    }

    /// The name of the RPITIT `assoc_ty`: the function that it is named after, and the arguments
    /// that the name takes, lifetimes first, where the associated type has `args`.
    ///
    /// `None` if it has no name, or none that a person could write.
    pub fn return_type_name(
        self,
        assoc_ty: DefId,
        args: ty::GenericArgsRef<'tcx>,
    ) -> Option<(DefId, Vec<ty::GenericArg<'tcx>>)> {
        let Some(ImplTraitInTraitData::Trait { fn_def_id, .. }) = self.opt_rpitit_info(assoc_ty)
        else {
            return None;
        };
        let mut lifetimes = vec![];
        let mut types_and_consts = vec![];
        for param in &self.generics_of(fn_def_id).own_params {
            let arg = args[param.index as usize];
            match param.kind {
                ty::GenericParamDefKind::Lifetime => lifetimes.push((param.def_id, arg)),
                ty::GenericParamDefKind::Type { synthetic: true, .. } => return None,
                ty::GenericParamDefKind::Type { synthetic: false, .. }
                | ty::GenericParamDefKind::Const { .. } => types_and_consts.push(arg),
            }
        }
        for (var, captured) in self.late_bound_args_of_fn(fn_def_id, assoc_ty, args)? {
            let ty::BoundVariableKind::Region(ty::BoundRegionKind::Named(lifetime)) = var else {
                return None;
            };
            lifetimes.push((lifetime, captured.unwrap_or(self.lifetimes.re_erased.into())));
        }

        Self::sort_lifetimes_of_name(&mut lifetimes, |&(lifetime, _)| lifetime);
        let name_args = lifetimes.into_iter().map(|(_, arg)| arg).chain(types_and_consts).collect();
        Some((fn_def_id, name_args))
    }

    /// The function that gives its name to `assoc_ty`, or else `assoc_ty` itself: whichever has the
    /// path that a person knows.
    pub fn item_named_after(self, assoc_ty: DefId) -> DefId {
        match self.opt_rpitit_info(assoc_ty) {
            Some(ImplTraitInTraitData::Trait { fn_def_id, .. })
                if self.features().named_return_types() =>
            {
                fn_def_id
            }
            _ => assoc_ty,
        }
    }

    /// What the function's late-bound lifetimes are where the RPITIT `assoc_ty`, which it returns,
    /// has `args`. One that the `impl Trait` does not capture could be any.
    ///
    /// `None` if the function does not return `assoc_ty` itself.
    fn late_bound_args_of_fn(
        self,
        fn_def_id: DefId,
        assoc_ty: DefId,
        args: ty::GenericArgsRef<'tcx>,
    ) -> Option<Vec<(ty::BoundVariableKind<'tcx>, Option<ty::GenericArg<'tcx>>)>> {
        let fn_sig = self.fn_sig(fn_def_id).skip_binder();
        let captured = self.captured_args_of_fn(fn_def_id, assoc_ty, args)?;
        let late = captured.into_iter().skip(self.generics_of(fn_def_id).count());
        Some(fn_sig.bound_vars().iter().zip(late).collect())
    }

    /// What the function's parameters are, early-bound ones and then late-bound ones, where the
    /// `impl Trait` that it returns, `returned`, has `args`. A lifetime that the `impl Trait` does
    /// not capture could be any.
    ///
    /// An RPITIT has the function's early-bound parameters, and then a lifetime for each late-bound
    /// one that it captures. The opaque type of any other function has those early-bound parameters,
    /// and then a lifetime for each one that it captures, early- or late-bound: where an early-bound
    /// lifetime is there twice, only the second one counts. The signature tells which is which.
    ///
    /// `None` if the function does not return `returned`, or only within another `impl Trait`.
    fn captured_args_of_fn(
        self,
        fn_def_id: DefId,
        returned: DefId,
        args: ty::GenericArgsRef<'tcx>,
    ) -> Option<Vec<Option<ty::GenericArg<'tcx>>>> {
        let fn_sig = self.fn_sig(fn_def_id).skip_binder();
        let in_signature =
            fn_sig.output().skip_binder().walk().find_map(|arg| match *arg.as_type()?.kind() {
                ty::Alias(_, alias_ty) if alias_ty.def_id == returned => Some(alias_ty.args),
                _ => None,
            })?;
        let is_opaque = self.def_kind(returned) == DefKind::OpaqueTy;
        let num_early = self.generics_of(fn_def_id).count();
        let captured = |is_it: &dyn Fn(ty::RegionKind<'tcx>) -> bool| {
            let skipped = if is_opaque { num_early } else { 0 };
            let index = in_signature
                .iter()
                .skip(skipped)
                .position(|arg| arg.as_region().is_some_and(|region| is_it(region.kind())))?;
            Some(args[skipped + index])
        };

        // One that is not captured is an argument all the same: whatever it is, what is required of
        // it here is required of one and the same lifetime.
        let early = args.iter().take(num_early).enumerate().map(|(i, arg)| {
            let captured = (is_opaque && arg.as_region().is_some()).then(|| {
                captured(&|region| matches!(region, ty::ReEarlyParam(p) if p.index as usize == i))
            });
            Some(captured.flatten().unwrap_or(arg))
        });
        let late = (0..fn_sig.bound_vars().len()).map(|i| {
            captured(&|region| {
                matches!(
                    region,
                    ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), bound)
                        if bound.var.as_usize() == i
                )
            })
        });
        Some(early.chain(late).collect())
    }

    /// The function that returns this RPITIT or opaque type: a trait's, a free one, or an inherent
    /// one. What the method of a trait's impl returns is known by the trait's.
    pub fn fn_returning_impl_trait(self, returned: DefId) -> Option<DefId> {
        match self.def_kind(returned) {
            DefKind::AssocTy => match self.opt_rpitit_info(returned)? {
                ImplTraitInTraitData::Trait { fn_def_id, .. } => Some(fn_def_id),
                ImplTraitInTraitData::Impl { .. } => None,
            },
            DefKind::OpaqueTy => match self.opaque_ty_origin(returned) {
                hir::OpaqueTyOrigin::FnReturn { parent, in_trait_or_impl: None }
                | hir::OpaqueTyOrigin::AsyncFn { parent, in_trait_or_impl: None } => Some(parent),
                _ => None,
            },
            _ => None,
        }
    }

    /// The types that a call which returns the `impl Trait` `returned` with `args` has shown to be
    /// well-formed: of its arguments, of what else it returns, and the self type of an inherent impl.
    ///
    /// They are a part of what makes that type well-formed: the body of the function may rely on
    /// them. What it returns may hold a `&'a T`, and never states that `T: 'a` holds, because it
    /// was given one. Whoever writes `T::fetch<'a>` without a call has to show it.
    pub fn assumed_by_returned_impl_trait(
        self,
        returned: DefId,
        args: ty::GenericArgsRef<'tcx>,
    ) -> Option<AssumedByReturnedImplTrait<'tcx>> {
        let fn_def_id = self.fn_returning_impl_trait(returned)?;
        let captured = self.captured_args_of_fn(fn_def_id, returned, args)?;
        let num_early = self.generics_of(fn_def_id).count();
        let sig = self.fn_sig(fn_def_id).skip_binder();
        let output = self.without_impl_trait_of(fn_def_id, sig.output().skip_binder());
        let impl_self_ty = self
            .inherent_impl_of_assoc(fn_def_id)
            .map(|impl_def_id| self.type_of(impl_def_id).instantiate_identity());
        let tys = sig.inputs().skip_binder().iter().copied().chain([output]).chain(impl_self_ty);
        let tys = tys.map(|ty| self.make_early_bound(ty, num_early)).collect();
        let unknown = captured.iter().map(|arg| arg.is_none()).collect();
        let args = captured.iter().map(|arg| arg.unwrap_or(self.lifetimes.re_erased.into()));
        let args = self.mk_args_from_iter(args);
        Some(AssumedByReturnedImplTrait { tys, args, unknown })
    }

    /// A type of a function's signature with `()` for each `impl Trait` that the function returns.
    fn without_impl_trait_of(self, fn_def_id: DefId, ty: Ty<'tcx>) -> Ty<'tcx> {
        ty.fold_with(&mut ty::BottomUpFolder {
            tcx: self,
            ty_op: |ty| match ty.kind() {
                ty::Alias(ty::Projection | ty::Opaque, alias_ty)
                    if self.fn_returning_impl_trait(alias_ty.def_id) == Some(fn_def_id) =>
                {
                    self.types.unit
                }
                _ => ty,
            },
            lt_op: |lt| lt,
            ct_op: |ct| ct,
        })
    }

    /// A type of a function's signature with what the signature binds as further early-bound
    /// parameters.
    fn make_early_bound(self, ty: Ty<'tcx>, num_early: usize) -> Ty<'tcx> {
        ty::fold_regions(self, ty, |region, depth| match region.kind() {
            ty::ReBound(ty::BoundVarIndexKind::Bound(debruijn), bound) if debruijn == depth => {
                let index = (num_early + bound.var.as_usize()) as u32;
                let name = kw::UnderscoreLifetime;
                ty::Region::new_early_param(self, ty::EarlyParamRegion { index, name })
            }
            _ => region,
        })
    }

    /// The first argument of a function with a lifetime that the `impl Trait` which it returns does
    /// not capture, and which may relate other lifetimes to each other.
    ///
    /// What is returned may rely on what this argument says about that lifetime, but the type does
    /// not determine the lifetime, so nobody could check it where there is no call.
    pub fn fn_input_with_uncaptured_lifetime(self, fn_def_id: DefId) -> Option<usize> {
        let sig = self.fn_sig(fn_def_id).skip_binder();
        let num_early = self.generics_of(fn_def_id).count();
        sig.output().skip_binder().walk().find_map(|arg| {
            let ty::Alias(ty::Projection | ty::Opaque, returned) = *arg.as_type()?.kind() else {
                return None;
            };
            if self.fn_returning_impl_trait(returned.def_id) != Some(fn_def_id) {
                return None;
            }
            // Within a binder, as in `Box<dyn for<'x> Tr<'x, impl Sized>>`, the lifetimes of the
            // function have other indices.
            let is_in_binder = |arg: ty::GenericArg<'tcx>| {
                arg.as_region().is_some_and(|region| {
                    matches!(
                        region.kind(),
                        ty::ReBound(ty::BoundVarIndexKind::Bound(debruijn), _)
                            if debruijn != ty::INNERMOST
                    )
                })
            };
            if returned.args.iter().any(is_in_binder) {
                return Some(0);
            }
            let args = ty::GenericArgs::identity_for_item(self, returned.def_id);
            let captured = self.captured_args_of_fn(fn_def_id, returned.def_id, args)?;
            if captured.iter().all(|arg| arg.is_some()) {
                return None;
            }
            sig.inputs().skip_binder().iter().position(|&input| {
                let input = self.make_early_bound(input, num_early);
                !self.keeps_lifetimes_apart(input, &|region| match region.kind() {
                    ty::ReEarlyParam(param) => captured[param.index as usize].is_none(),
                    _ => false,
                })
            })
        })
    }

    /// Whether a type is well-formed no matter what the lifetimes in question are, beyond what they
    /// themselves have to be outlived by: `Option<&'u str>`, `(&'u T, u8)`.
    fn keeps_lifetimes_apart(
        self,
        ty: Ty<'tcx>,
        is_in_question: &dyn Fn(ty::Region<'tcx>) -> bool,
    ) -> bool {
        match *ty.kind() {
            ty::Ref(region, inner, _) if is_in_question(region) => {
                self.keeps_lifetimes_apart(inner, is_in_question)
            }
            ty::Tuple(tys) => tys.iter().all(|ty| self.keeps_lifetimes_apart(ty, is_in_question)),
            ty::Array(ty, _) | ty::Slice(ty) => self.keeps_lifetimes_apart(ty, is_in_question),
            // To ask what a local type implies could lead back to the type that is being lowered.
            ty::Adt(adt, args) if !adt.did().is_local() => {
                let explicit = self.predicates_of(adt.did()).predicates.iter();
                let mut outlives = explicit.chain(self.inferred_outlives_of(adt.did()));
                outlives.all(|&(clause, _)| {
                    let clause = ty::EarlyBinder::bind(clause).instantiate(self, args);
                    match clause.kind().skip_binder() {
                        // What outlives the lifetime in question is no matter.
                        ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(longer, _)) => {
                            self.has_no_lifetime(longer, is_in_question)
                        }
                        ty::ClauseKind::RegionOutlives(ty::OutlivesPredicate(longer, _)) => {
                            !is_in_question(longer)
                        }
                        _ => true,
                    }
                }) && args.types().all(|ty| self.keeps_lifetimes_apart(ty, is_in_question))
            }
            _ => self.has_no_lifetime(ty, is_in_question),
        }
    }

    fn has_no_lifetime(
        self,
        ty: Ty<'tcx>,
        is_in_question: &dyn Fn(ty::Region<'tcx>) -> bool,
    ) -> bool {
        let mut has_none = true;
        ty::fold_regions(self, ty, |region, _| {
            has_none &= !is_in_question(region);
            region
        });
        has_none
    }

    /// Put the lifetimes of a function, early- and late-bound ones, in the order in which a name
    /// of its return type takes them: the declared ones, then the elided ones in order of
    /// appearance.
    pub fn sort_lifetimes_of_name<T>(lifetimes: &mut [T], def_id: impl Fn(&T) -> DefId) {
        // `DefId`s are given out in source order, and to elided lifetimes after declared ones. So
        // this holds for functions of other crates, too.
        lifetimes.sort_by_key(|lifetime| def_id(lifetime).index);
    }
}

/// See [`TyCtxt::assumed_by_returned_impl_trait`].
pub struct AssumedByReturnedImplTrait<'tcx> {
    /// The types as they are declared, where what the signature binds are further early-bound
    /// parameters, and `args` are not put in: those are well-formed on their own.
    pub tys: Vec<Ty<'tcx>>,
    pub args: ty::GenericArgsRef<'tcx>,
    /// Which of `args` could be any lifetime, as the `impl Trait` does not capture it.
    pub unknown: Vec<bool>,
}

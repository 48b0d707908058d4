//! The associated type that a trait's function has when it returns `impl Trait`.
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
//! name for it. This module answers what both name resolution and type lowering ask about such a
//! function; the lowering itself is in `rustc_hir_analysis::hir_ty_lowering::return_types`.

use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_span::def_id::DefId;

use super::{self as ty, AssocContainer, ImplTraitInTraitData, Ty, TyCtxt};

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
    /// The associated type has the function's early-bound parameters, and then a lifetime for each
    /// one that the `impl Trait` captures. The signature tells where a late-bound one is.
    ///
    /// `None` if the function does not return `assoc_ty` itself.
    fn late_bound_args_of_fn(
        self,
        fn_def_id: DefId,
        assoc_ty: DefId,
        args: ty::GenericArgsRef<'tcx>,
    ) -> Option<Vec<(ty::BoundVariableKind<'tcx>, Option<ty::GenericArg<'tcx>>)>> {
        let fn_sig = self.fn_sig(fn_def_id).skip_binder();
        let &ty::Alias(ty::Projection, returned) = fn_sig.output().skip_binder().kind() else {
            return None;
        };
        if returned.def_id != assoc_ty {
            return None;
        }
        let late_bound_args = fn_sig.bound_vars().iter().enumerate().map(|(i, var)| {
            let is_captured_var = |arg: ty::GenericArg<'tcx>| {
                matches!(
                    arg.as_region().map(|region| region.kind()),
                    Some(ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), bound))
                        if bound.var.as_usize() == i
                )
            };
            (var, returned.args.iter().position(is_captured_var).map(|index| args[index]))
        });
        Some(late_bound_args.collect())
    }

    /// The argument types of a call that returns the RPITIT `assoc_ty` with `args`.
    ///
    /// They are a part of what makes that type well-formed: the body of the function may rely on
    /// them. What it returns may hold a `&'a T`, and never states that `T: 'a` holds, because it
    /// was given one. Whoever writes `T::fetch<'a>` without a call has to show it.
    ///
    /// Of an argument `&'u T`, where the `impl Trait` does not capture `'u`, this gives the `T`: what
    /// outlives `'u` says nothing about any other lifetime. An argument with such a lifetime
    /// elsewhere is left out; [`Self::fn_input_with_uncaptured_lifetime`] tells of it.
    pub fn inputs_of_returned_impl_trait(
        self,
        assoc_ty: DefId,
        args: ty::GenericArgsRef<'tcx>,
    ) -> Vec<Ty<'tcx>> {
        let Some(ImplTraitInTraitData::Trait { fn_def_id, .. }) = self.opt_rpitit_info(assoc_ty)
        else {
            return vec![];
        };
        let Some(late_bound_args) = self.late_bound_args_of_fn(fn_def_id, assoc_ty, args) else {
            return vec![];
        };
        let fn_args = args.truncate_to(self, self.generics_of(fn_def_id));
        let sig = self.fn_sig(fn_def_id).instantiate(self, fn_args);
        let bound_vars = sig.bound_vars();
        sig.skip_binder()
            .inputs()
            .iter()
            .filter_map(|&input| {
                let input = peel_refs_of_lifetimes(input, |var| late_bound_args[var].1.is_none());
                let mut is_known = true;
                let input = ty::Binder::bind_with_vars(input, bound_vars);
                let input =
                    self.instantiate_bound_regions_uncached(input, |region| match late_bound_args
                        [region.var.as_usize()]
                    .1
                    {
                        Some(arg) => arg.expect_region(),
                        None => {
                            is_known = false;
                            self.lifetimes.re_erased
                        }
                    });
                is_known.then_some(input)
            })
            .collect()
    }

    /// The first argument of a function with a lifetime that the `impl Trait` which it returns does
    /// not capture, other than as that of an outermost reference.
    ///
    /// What is returned may rely on what this argument says about that lifetime, but a name of its
    /// type does not determine the lifetime, so nobody could check it.
    pub fn fn_input_with_uncaptured_lifetime(self, fn_def_id: DefId) -> Option<usize> {
        let assoc_ty = self.assoc_type_of_returned_impl_trait(fn_def_id)?;
        let args = ty::GenericArgs::identity_for_item(self, assoc_ty);
        let late_bound_args = self.late_bound_args_of_fn(fn_def_id, assoc_ty, args)?;
        if late_bound_args.iter().all(|(_, captured)| captured.is_some()) {
            return None;
        }
        let inputs = self.fn_sig(fn_def_id).instantiate_identity().inputs();
        inputs.skip_binder().iter().position(|&input| {
            let input = peel_refs_of_lifetimes(input, |var| late_bound_args[var].1.is_none());
            let mut has_uncaptured = false;
            self.instantiate_bound_regions_uncached(inputs.rebind(input), |region| {
                has_uncaptured |= late_bound_args[region.var.as_usize()].1.is_none();
                self.lifetimes.re_erased
            });
            has_uncaptured
        })
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

/// The `T` of `&'u T`, if `'u` is a variable of the innermost binder for which `peel` holds.
fn peel_refs_of_lifetimes<'tcx>(mut ty: Ty<'tcx>, peel: impl Fn(usize) -> bool) -> Ty<'tcx> {
    while let ty::Ref(region, inner, _) = *ty.kind()
        && let ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), bound) = region.kind()
        && peel(bound.var.as_usize())
    {
        ty = inner;
    }
    ty
}

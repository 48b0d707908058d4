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

use rustc_data_structures::fx::FxIndexMap;
use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::LOCAL_CRATE;
use rustc_span::def_id::DefId;

use super::{
    self as ty, AssocContainer, GenericArgsRef, ImplTraitInTraitData, Ty, TyCtxt, TypeFoldable,
    TypeSuperVisitable, TypeVisitable, TypeVisitor,
};
use crate::query::{LocalCrate, Providers};

pub(super) fn provide(providers: &mut Providers) {
    providers.crate_writes_return_types = |tcx, LocalCrate| {
        tcx.features().return_type_notation() || tcx.features().named_return_types()
    };
    providers.return_types_are_written = |tcx, ()| {
        tcx.crate_writes_return_types(LOCAL_CRATE)
            || tcx.crates(()).iter().any(|&krate| tcx.crate_writes_return_types(krate))
    };
}

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

    /// Whether `alias_ty` is an RPITIT that `fn_def_id` itself introduces, and as it is in a
    /// signature of that function whose generic arguments, early-bound ones, are `fn_args`.
    ///
    /// `fn next(&self) -> impl Step<next: Send>` has a bound on the same RPITIT of another type,
    /// `<<Self as Step>::next<'_> as Step>::next<'_>`. It need not be what this function returns.
    pub fn is_returned_by_call(
        self,
        alias_ty: ty::AliasTy<'tcx>,
        fn_def_id: DefId,
        fn_args: GenericArgsRef<'tcx>,
    ) -> bool {
        self.is_returned_by(alias_ty.def_id, fn_def_id) && alias_ty.args.starts_with(fn_args)
    }

    /// The same, where the signature is the declared one.
    pub fn is_returned_by_own_call(self, alias_ty: ty::AliasTy<'tcx>, fn_def_id: DefId) -> bool {
        self.is_returned_by(alias_ty.def_id, fn_def_id)
            && alias_ty.args.starts_with(ty::GenericArgs::identity_for_item(self, fn_def_id))
    }

    /// Whether a bound in the list of `bounded`, an opaque type or RPITIT with these arguments, is
    /// not about that type, but about what some method returns: the one that `async Send` adds for
    /// `ping` in `impl Connection + async Send`.
    pub fn is_bound_on_other_returned(
        self,
        bound: ty::Clause<'tcx>,
        bounded: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> bool {
        let subject = match bound.kind().skip_binder() {
            ty::ClauseKind::Trait(bound) => bound.self_ty(),
            ty::ClauseKind::Projection(bound) => bound.self_ty(),
            ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, _)) => ty,
            _ => return false,
        };
        match *subject.kind() {
            ty::Alias(ty::Projection, alias) if self.is_impl_trait_in_trait(alias.def_id) => {
                // Its own lifetimes may be other duplicates of those of the function.
                let trait_args = alias.trait_ref(self).args;
                alias.def_id != bounded || !args.starts_with(trait_args)
            }
            _ => false,
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

    /// The lifetime parameters of a function, early- and late-bound ones, in the order in which a
    /// name of its return type takes them: the declared ones, then the elided ones in order of
    /// appearance.
    ///
    /// Of a local function this asks for neither the generics nor the signature. Either may need to
    /// know these lifetimes: `async fn handle(&self, next: &dyn Handler<handle(..): Send>)`.
    pub fn lifetimes_of_fn(self, fn_def_id: DefId) -> Vec<DefId> {
        let mut lifetimes: Vec<_> = match fn_def_id.as_local() {
            Some(local_fn) => {
                let generics = self.hir_get_generics(local_fn);
                let params = generics.map_or(&[][..], |generics| generics.params).iter();
                params
                    .filter(|param| matches!(param.kind, hir::GenericParamKind::Lifetime { .. }))
                    .map(|param| param.def_id.to_def_id())
                    .collect()
            }
            None => {
                let early = self.generics_of(fn_def_id).own_params.iter().filter_map(|param| {
                    matches!(param.kind, ty::GenericParamDefKind::Lifetime).then_some(param.def_id)
                });
                let late = self.late_bound_vars_of_fn(fn_def_id).iter();
                early.chain(late.filter_map(|var| var.expect_region().get_id())).collect()
            }
        };
        Self::sort_lifetimes_of_name(&mut lifetimes, |&lifetime| lifetime);
        lifetimes
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
                if self.features().named_return_types()
                    || self.features().async_auto_trait_bounds()
                    || self.features().async_fn_in_dyn_trait() =>
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
        let in_signature =
            fn_sig.output().skip_binder().walk().find_map(|arg| match *arg.as_type()?.kind() {
                ty::Alias(_, alias_ty) if alias_ty.def_id == assoc_ty => Some(alias_ty.args),
                _ => None,
            })?;
        let late = fn_sig.bound_vars().iter().enumerate().map(|(i, var)| {
            let captured = in_signature.iter().position(|arg| {
                arg.as_region().is_some_and(|region| {
                    matches!(
                        region.kind(),
                        ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), bound)
                            if bound.var.as_usize() == i
                    )
                })
            });
            (var, captured.map(|index| args[index]))
        });
        Some(late.collect())
    }

    /// The function that returns this RPITIT or opaque type, itself or within what it returns.
    ///
    /// For the RPITIT of a trait's impl there is none, as it is never more than an alias for what
    /// the method of the impl returns.
    pub fn fn_returning_impl_trait(self, returned: DefId) -> Option<DefId> {
        match self.def_kind(returned) {
            DefKind::AssocTy => match self.opt_rpitit_info(returned)? {
                ImplTraitInTraitData::Trait { fn_def_id, .. } => Some(fn_def_id),
                ImplTraitInTraitData::Impl { .. } => None,
            },
            DefKind::OpaqueTy => match self.opaque_ty_origin(returned) {
                hir::OpaqueTyOrigin::FnReturn { parent, .. }
                | hir::OpaqueTyOrigin::AsyncFn { parent, .. } => Some(parent),
                hir::OpaqueTyOrigin::TyAlias { .. } => None,
            },
            _ => None,
        }
    }

    /// Whether a type that a function returns may have come from anything but a call in a body:
    /// whether this crate, or one that it uses, has a gate under which a person can write it.
    pub fn may_write_return_types(self) -> bool {
        self.return_types_are_written(())
    }

    /// The types that whoever calls a function shows to be well-formed, which its body may rely on:
    /// those of its arguments, what else it returns than `impl Trait`, and the header of its impl.
    pub fn types_assumed_by_fn(self, fn_def_id: DefId) -> Vec<Ty<'tcx>> {
        let sig = self.fn_sig(fn_def_id).instantiate_identity();
        let sig = self.liberate_late_bound_regions(fn_def_id, sig);
        let output = self.without_impl_trait_of(fn_def_id, sig.output());
        let mut tys: Vec<_> = sig.inputs().iter().copied().chain([output]).collect();
        if let Some(impl_def_id) = self.impl_of_assoc(fn_def_id) {
            match self.impl_opt_trait_ref(impl_def_id) {
                Some(trait_ref) => tys.extend(trait_ref.instantiate_identity().args.types()),
                None => tys.push(self.type_of(impl_def_id).instantiate_identity()),
            }
        }
        tys
    }

    /// The arguments that the `impl Trait` type `returned` has in the signature of the function
    /// that returns it, or in the bounds of what that returns. They are in terms of the function,
    /// whose late-bound lifetimes are liberated.
    ///
    /// This walks from type to type, as each knows lifetimes only by its own duplicates of them.
    pub fn args_of_returned_impl_trait(
        self,
        fn_def_id: DefId,
        returned: DefId,
    ) -> Option<GenericArgsRef<'tcx>> {
        let sig = self.fn_sig(fn_def_id).instantiate_identity();
        let output = self.liberate_late_bound_regions(fn_def_id, sig.output());
        let mut found = ReturnedImplTraits { tcx: self, fn_def_id, args: FxIndexMap::default() };
        output.visit_with(&mut found);
        let mut next = 0;
        while let Some((&def_id, &args)) = found.args.get_index(next) {
            if def_id == returned {
                return Some(args);
            }
            next += 1;
            for (bound, _) in self.explicit_item_bounds(def_id).iter_instantiated_copied(self, args)
            {
                bound.visit_with(&mut found);
            }
            // What the default body of a trait's function returns.
            if self.def_kind(def_id) == DefKind::AssocTy && self.defaultness(def_id).has_value() {
                self.type_of(def_id).instantiate(self, args).visit_with(&mut found);
            }
        }
        None
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

    /// Put the lifetimes of a function, early- and late-bound ones, in the order in which a name
    /// of its return type takes them: the declared ones, then the elided ones in order of
    /// appearance.
    fn sort_lifetimes_of_name<T>(lifetimes: &mut [T], def_id: impl Fn(&T) -> DefId) {
        // `DefId`s are given out in source order, and to elided lifetimes after declared ones. So
        // this holds for functions of other crates, too.
        lifetimes.sort_by_key(|lifetime| def_id(lifetime).index);
    }
}

/// Collects the `impl Trait` types that a function returns, with the arguments of each where it is
/// declared.
struct ReturnedImplTraits<'tcx> {
    tcx: TyCtxt<'tcx>,
    fn_def_id: DefId,
    args: FxIndexMap<DefId, GenericArgsRef<'tcx>>,
}

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for ReturnedImplTraits<'tcx> {
    fn visit_ty(&mut self, ty: Ty<'tcx>) {
        if let ty::Alias(ty::Projection | ty::Opaque, alias_ty) = *ty.kind()
            && self.tcx.fn_returning_impl_trait(alias_ty.def_id) == Some(self.fn_def_id)
        {
            // The bounds may also have a call of the function itself, with other arguments.
            let generics = self.tcx.generics_of(self.fn_def_id);
            let own = ty::GenericArgs::identity_for_item(self.tcx, self.fn_def_id);
            if alias_ty.args.iter().zip(own).take(generics.count()).all(|(arg, own)| arg == own) {
                self.args.entry(alias_ty.def_id).or_insert(alias_ty.args);
            }
        }
        ty.super_visit_with(self)
    }
}

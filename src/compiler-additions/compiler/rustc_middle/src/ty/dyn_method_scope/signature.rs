//! The signature that a method has on an incomplete `dyn`.
//!
//! ```ignore (illustrative)
//! trait Store {
//!     type Item;
//!     fn take(&self) -> Option<Self::Item>;
//!     async fn get(&self) -> Self::Item;
//! }
//! // of a `dyn Store<Item = u8>`, in place of `<dyn Store<Item = u8> as Store>::Item` and so on:
//! fn take<'a>(self: &'a dyn Store<Item = u8>) -> Option<u8>;
//! fn get<'a>(self: &'a dyn Store<Item = u8>) -> DynFuture<(get, &'a ()), u8>;
//! ```
//!
//! A projection would ask for `dyn Store<Item = u8>: Store`, which does not hold. What the `dyn` type
//! says nothing of is left as it is, and who mentions it can't be called.

use std::ops::ControlFlow;

use rustc_data_structures::fx::FxIndexMap;
use rustc_hir::def_id::DefId;

use super::IncompleteDyn;
use crate::ty::{
    self, GenericArgsRef, Ty, TyCtxt, TypeFoldable, TypeFolder, TypeSuperFoldable,
    TypeSuperVisitable, TypeVisitable, TypeVisitableExt, TypeVisitor,
};

impl<'tcx> TyCtxt<'tcx> {
    /// The signature of a function with these arguments: that of its declaration, but for a method of
    /// an incomplete `dyn`.
    pub fn fn_sig_of_call(self, def_id: DefId, args: GenericArgsRef<'tcx>) -> ty::PolyFnSig<'tcx> {
        let sig = self.fn_sig(def_id).instantiate(self, args);
        match self.incomplete_dyn_of_call(def_id, args) {
            Some(incomplete) => incomplete.expand(self, sig),
            None => sig,
        }
    }
}

impl<'tcx> IncompleteDyn<'tcx> {
    /// Replace the associated types of the `dyn` by what it says of them, and its methods' futures by
    /// their types.
    pub fn expand<T: TypeFoldable<TyCtxt<'tcx>>>(self, tcx: TyCtxt<'tcx>, value: T) -> T {
        value.fold_with(&mut Expand { tcx, incomplete: self, binders: 0 })
    }

    /// An associated item of the `dyn` that this mentions, and that it does not have.
    pub fn missing_in(
        self,
        tcx: TyCtxt<'tcx>,
        value: impl TypeVisitable<TyCtxt<'tcx>>,
    ) -> Option<DefId> {
        value.visit_with(&mut FindMissing { tcx, incomplete: self, binders: 0 }).break_value()
    }

    /// The same of a method's signature, and of its own where-clauses.
    pub fn missing_in_method(
        self,
        tcx: TyCtxt<'tcx>,
        fn_def_id: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> Option<DefId> {
        self.missing_in(tcx, tcx.fn_sig_of_call(fn_def_id, args)).or_else(|| {
            tcx.predicates_of(fn_def_id)
                .instantiate_own(tcx, args)
                .find_map(|(clause, _)| self.missing_in(tcx, self.expand(tcx, clause)))
        })
    }

    fn is_self_of(self, tcx: TyCtxt<'tcx>, alias: ty::AliasTy<'tcx>, binders: u32) -> bool {
        let ty = match self.ty.has_escaping_bound_vars() {
            true => ty::shift_vars(tcx, self.ty, binders),
            false => self.ty,
        };
        tcx.def_kind(tcx.parent(alias.def_id)) == rustc_hir::def::DefKind::Trait
            && alias.args.types().next() == Some(ty)
    }

    /// What the `dyn` says of an associated type.
    ///
    /// Where a trait is there several times, the arguments tell which one is meant. Lifetimes don't: which
    /// are equal is not known here. So what differs in lifetimes only is not known, and who mentions it
    /// can't be called.
    fn said_of(
        self,
        tcx: TyCtxt<'tcx>,
        alias: ty::AliasTy<'tcx>,
    ) -> Option<ty::PolyExistentialProjection<'tcx>> {
        let all: Vec<_> = self
            .data
            .projection_bounds()
            .filter(|said| said.item_def_id() == alias.def_id)
            .collect();
        if let [said] = all[..] {
            return Some(said);
        }
        let without_lifetimes = |args: &[ty::GenericArg<'tcx>]| {
            ty::fold_regions(tcx, tcx.mk_args(args), |_, _| tcx.lifetimes.re_erased)
        };
        let args = without_lifetimes(&alias.args[1..]);
        let mut said = all.into_iter().filter(|said| {
            let of_said = said.skip_binder().args;
            without_lifetimes(&of_said[..args.len().min(of_said.len())]) == args
        });
        let first = said.next()?;
        // In code that is generated, lifetimes are erased, and this has been decided.
        let tells_lifetimes = self.ty.has_free_regions() || self.ty.has_escaping_bound_vars();
        // The same said twice is said.
        let mut others = said.filter(|&other| first != other || other.has_free_regions());
        (others.next().is_none() || !tells_lifetimes).then_some(first)
    }

    fn expand_projection(
        self,
        tcx: TyCtxt<'tcx>,
        alias: ty::AliasTy<'tcx>,
        folder: &mut Expand<'tcx>,
    ) -> Option<Ty<'tcx>> {
        let principal = self.data.principal_def_id()?;
        if !tcx.is_supertrait_of(principal, tcx.parent(alias.def_id)) {
            return None;
        }
        if tcx.is_impl_trait_in_trait(alias.def_id) {
            let future = tcx.dispatchable_future(alias.def_id)?;
            // Who has no place in the vtable may mention its own future in the output.
            if !tcx.is_future_of_dyn(alias.def_id) {
                return None;
            }
            let output = ty::EarlyBinder::bind(future.output).instantiate(tcx, alias.args);
            let output = output.fold_with(folder);
            return Some(tcx.dyn_future_with_output(alias.def_id, alias.args, output));
        }
        let said = self.said_of(tcx, alias)?;
        let term = instantiate_for(tcx, said, &alias.args[1..], folder.binders)?;
        term.as_type()
    }
}

/// What a `dyn` says of an associated type, for these arguments of the trait: `for<'a> Item = &'a u8` in
/// a `dyn for<'a> Store<'a, Item = &'a u8>`.
///
/// The arguments are within `binders` more binders than what is said.
fn instantiate_for<'tcx>(
    tcx: TyCtxt<'tcx>,
    said: ty::PolyExistentialProjection<'tcx>,
    args: &[ty::GenericArg<'tcx>],
    binders: u32,
) -> Option<ty::Term<'tcx>> {
    let mut regions = FxIndexMap::default();
    let patterns = said.skip_binder().args.iter().zip(args);
    for (pattern, &arg) in patterns.filter(|_| !said.bound_vars().is_empty()) {
        let mut of_pattern = pattern.walk();
        let mut of_arg = arg.walk();
        while let Some(pattern) = of_pattern.next() {
            let arg = of_arg.next()?;
            if !pattern.has_escaping_bound_vars() {
                // What mentions no lifetimes that are bound says nothing of them.
                of_pattern.skip_current_subtree();
                of_arg.skip_current_subtree();
            } else if let Some(region) = pattern.as_region()
                && let ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), bound) =
                    region.kind()
            {
                regions.entry(bound.var).or_insert(arg.as_region()?);
            } else if pattern.as_type().is_some_and(|ty| ty.is_fn_ptr() || ty.is_trait()) {
                // Their own binders are not told apart here.
                return None;
            }
        }
    }
    let current = ty::INNERMOST;
    let mut instantiate = InstantiateSaid { tcx, regions, binders, current, is_known: true };
    let term = said.skip_binder().term.fold_with(&mut instantiate);
    instantiate.is_known.then_some(term)
}

/// Takes what is said out of its own binder, and into the binders around a projection.
struct InstantiateSaid<'tcx> {
    tcx: TyCtxt<'tcx>,
    regions: FxIndexMap<ty::BoundVar, ty::Region<'tcx>>,
    binders: u32,
    current: ty::DebruijnIndex,
    /// Whether the arguments tell all lifetimes that are bound.
    is_known: bool,
}

impl<'tcx> TypeFolder<TyCtxt<'tcx>> for InstantiateSaid<'tcx> {
    fn cx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn fold_binder<T: TypeFoldable<TyCtxt<'tcx>>>(
        &mut self,
        value: ty::Binder<'tcx, T>,
    ) -> ty::Binder<'tcx, T> {
        self.current.shift_in(1);
        let value = value.super_fold_with(self);
        self.current.shift_out(1);
        value
    }

    fn fold_ty(&mut self, ty: Ty<'tcx>) -> Ty<'tcx> {
        match ty.has_vars_bound_at_or_above(self.current) {
            true => ty.super_fold_with(self),
            false => ty,
        }
    }

    fn fold_region(&mut self, region: ty::Region<'tcx>) -> ty::Region<'tcx> {
        match region.kind() {
            ty::ReBound(ty::BoundVarIndexKind::Bound(index), bound) if index == self.current => {
                match self.regions.get(&bound.var) {
                    Some(&region) => ty::shift_region(self.tcx, region, self.current.as_u32()),
                    None => {
                        self.is_known = false;
                        region
                    }
                }
            }
            // Of a binder around the `dyn` type.
            ty::ReBound(ty::BoundVarIndexKind::Bound(index), bound) if index > self.current => {
                let index = index.shifted_out(1).shifted_in(self.binders);
                ty::Region::new_bound(self.tcx, index, bound)
            }
            _ => region,
        }
    }
}

struct Expand<'tcx> {
    tcx: TyCtxt<'tcx>,
    incomplete: IncompleteDyn<'tcx>,
    binders: u32,
}

impl<'tcx> TypeFolder<TyCtxt<'tcx>> for Expand<'tcx> {
    fn cx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn fold_binder<T: TypeFoldable<TyCtxt<'tcx>>>(
        &mut self,
        value: ty::Binder<'tcx, T>,
    ) -> ty::Binder<'tcx, T> {
        self.binders += 1;
        let value = value.super_fold_with(self);
        self.binders -= 1;
        value
    }

    fn fold_ty(&mut self, ty: Ty<'tcx>) -> Ty<'tcx> {
        if !ty.has_aliases() {
            return ty;
        }
        if let ty::Alias(ty::Projection, alias) = *ty.kind()
            && self.incomplete.is_self_of(self.tcx, alias, self.binders)
            && let Some(ty) = self.incomplete.expand_projection(self.tcx, alias, self)
        {
            return ty;
        }
        ty.super_fold_with(self)
    }
}

struct FindMissing<'tcx> {
    tcx: TyCtxt<'tcx>,
    incomplete: IncompleteDyn<'tcx>,
    binders: u32,
}

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for FindMissing<'tcx> {
    type Result = ControlFlow<DefId>;

    fn visit_binder<T: TypeVisitable<TyCtxt<'tcx>>>(
        &mut self,
        value: &ty::Binder<'tcx, T>,
    ) -> ControlFlow<DefId> {
        self.binders += 1;
        let result = value.super_visit_with(self);
        self.binders -= 1;
        result
    }

    fn visit_ty(&mut self, ty: Ty<'tcx>) -> ControlFlow<DefId> {
        if let ty::Alias(ty::Projection, alias) = *ty.kind()
            && self.incomplete.is_self_of(self.tcx, alias, self.binders)
            && self.tcx.dyn_lacks(self.incomplete.data, self.tcx.parent(alias.def_id))
        {
            return ControlFlow::Break(alias.def_id);
        }
        ty.super_visit_with(self)
    }
}

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
        let said = self.data.projection_bounds().filter(|said| said.item_def_id() == alias.def_id);
        let said: Vec<_> = match said.collect::<Vec<_>>()[..] {
            [said] => vec![said],
            // The trait is there several times.
            ref several => {
                let args = tcx.erase_and_anonymize_regions(tcx.mk_args(&alias.args[1..]));
                let is_same = |said: &ty::PolyExistentialProjection<'tcx>| {
                    tcx.erase_and_anonymize_regions(said.skip_binder().args) == args
                };
                several.iter().copied().filter(is_same).collect()
            }
        };
        let &said = said.first()?;
        let term = instantiate_for(tcx, said, &alias.args[1..], folder.binders)?;
        term.as_type()
    }
}

/// What a `dyn` says of an associated type, for these arguments of the trait: `for<'a> Item = &'a u8` in
/// a `dyn for<'a> Store<'a, Item = &'a u8>`.
fn instantiate_for<'tcx>(
    tcx: TyCtxt<'tcx>,
    said: ty::PolyExistentialProjection<'tcx>,
    args: &[ty::GenericArg<'tcx>],
    binders: u32,
) -> Option<ty::Term<'tcx>> {
    let shift = |term: ty::Term<'tcx>| match term.has_escaping_bound_vars() {
        true => ty::shift_vars(tcx, term, binders),
        false => term,
    };
    if let Some(said) = said.no_bound_vars() {
        return Some(shift(said.term));
    }
    let mut regions = FxIndexMap::default();
    for (pattern, arg) in said.skip_binder().args.iter().zip(args) {
        let mut of_arg = arg.walk();
        for pattern in pattern.walk() {
            let of_arg = of_arg.next()?;
            if let Some(region) = pattern.as_region()
                && let ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), bound) =
                    region.kind()
            {
                regions.entry(bound.var).or_insert(of_arg.as_region()?);
            } else if pattern.as_type().is_some_and(|ty| ty.is_fn_ptr() || ty.is_trait()) {
                // Their own binders are not told apart here.
                return None;
            }
        }
    }
    let is_known = (0..said.bound_vars().len())
        .all(|var| regions.contains_key(&ty::BoundVar::from_usize(var)));
    is_known.then(|| tcx.instantiate_bound_regions_uncached(said, |bound| regions[&bound.var]).term)
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

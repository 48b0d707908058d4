//! What the arguments of a call in type position say about the function's generic parameters.
//!
//! ```ignore (illustrative)
//! fn pair<A, B>(a: A, b: Vec<B>) -> (A, B);
//! type Pair = pair(u8, Vec<&'static str>); // `A` is `u8`, `B` is `&'static str`
//! ```
//!
//! The declared type of each parameter is matched against the written one, structurally and to
//! first order: that needs no inference, and so is possible while the predicates of an item are
//! only being lowered. It therefore can't look into associated types. Where one stands on either
//! side, it settles nothing here, and that both are equal is checked afterwards.

use rustc_hir::def_id::DefId;
use rustc_middle::ty::error::TypeError;
use rustc_middle::ty::relate::{
    self, Relate, RelateResult, TypeRelation, relate_args_invariantly, relate_args_with_variances,
};
use rustc_middle::ty::{
    self, GenericArg, GenericArgsRef, Ty, TyCtxt, TypeFoldable, TypeVisitableExt, fold_regions,
};
use rustc_span::{Symbol, kw};

/// The generic arguments of a function, as far as they are known.
pub(super) struct SettledArgs<'tcx> {
    tcx: TyCtxt<'tcx>,
    pub fn_def_id: DefId,
    /// One for each of the function's early-bound parameters, those of its parent first.
    pub early: Vec<Option<GenericArg<'tcx>>>,
    /// One for each variable that the function's signature binds.
    pub late: Vec<Option<ty::Region<'tcx>>>,
    /// What is written before the `::` of an inherent function.
    pub inherent_self_ty: Option<Ty<'tcx>>,
}

impl<'tcx> SettledArgs<'tcx> {
    /// Those of a function of which nothing is known except the arguments of its parent.
    pub(super) fn new(
        tcx: TyCtxt<'tcx>,
        fn_def_id: DefId,
        parent_args: impl IntoIterator<Item = Option<GenericArg<'tcx>>>,
    ) -> Self {
        let mut early: Vec<_> = parent_args.into_iter().collect();
        early.resize(tcx.generics_of(fn_def_id).count(), None);
        let late = vec![None; tcx.late_bound_vars_of_fn(fn_def_id).len()];
        SettledArgs { tcx, fn_def_id, early, late, inherent_self_ty: None }
    }

    /// Match the type of an argument against that of the parameter it is for.
    pub(super) fn settle_by_argument(
        &mut self,
        parameter: Ty<'tcx>,
        argument: Ty<'tcx>,
    ) -> RelateResult<'tcx, ()> {
        let mut matcher = Matcher { settled: self, binders: 0, in_settled: false };
        matcher.relate(parameter, argument).map(|_| ())
    }

    /// The parent's arguments, if the self type of an impl matches what is before the `::` in
    /// `Vec::<u8>::with_capacity(usize)`.
    pub(super) fn of_impl_by_self_ty(
        tcx: TyCtxt<'tcx>,
        impl_def_id: DefId,
        self_ty: Ty<'tcx>,
    ) -> Option<Vec<Option<GenericArg<'tcx>>>> {
        let early = vec![None; tcx.generics_of(impl_def_id).count()];
        let mut settled = SettledArgs {
            tcx,
            fn_def_id: impl_def_id,
            early,
            late: vec![],
            inherent_self_ty: None,
        };
        let impl_self_ty = tcx.type_of(impl_def_id).instantiate_identity();
        settled.settle_by_argument(impl_self_ty, self_ty).is_ok().then_some(settled.early)
    }

    /// Settle a lifetime parameter, early- or late-bound.
    pub(super) fn settle_lifetime(&mut self, lifetime: DefId, region: ty::Region<'tcx>) {
        let generics = self.tcx.generics_of(self.fn_def_id);
        if let Some(&index) = generics.param_def_id_to_index.get(&lifetime) {
            self.early[index as usize] = Some(region.into());
        } else {
            let late_vars = self.tcx.late_bound_vars_of_fn(self.fn_def_id);
            let index = late_vars.iter().position(|var| lifetime_of_var(var) == Some(lifetime));
            self.late[index.unwrap()] = Some(region);
        }
    }

    /// The late-bound lifetimes that are yet to be settled.
    pub(super) fn unsettled_late(&self) -> impl Iterator<Item = DefId> {
        let late_vars = self.tcx.late_bound_vars_of_fn(self.fn_def_id);
        late_vars.iter().zip(&self.late).filter_map(|(var, settled)| match settled {
            Some(_) => None,
            None => lifetime_of_var(var),
        })
    }

    /// The early-bound parameters that are yet to be settled.
    pub(super) fn unsettled_early(&self) -> impl Iterator<Item = &'tcx ty::GenericParamDef> {
        let (tcx, generics) = (self.tcx, self.tcx.generics_of(self.fn_def_id));
        self.early.iter().enumerate().filter_map(move |(index, settled)| match settled {
            Some(_) => None,
            None => Some(generics.param_at(index, tcx)),
        })
    }

    /// The early-bound arguments, if they are settled.
    pub(super) fn early_args(&self) -> Option<GenericArgsRef<'tcx>> {
        let args: Option<Vec<_>> = self.early.iter().copied().collect();
        Some(self.tcx.mk_args(&args?))
    }

    /// The argument for a parameter of the function itself, if it is settled.
    pub(super) fn early_arg(&self, param: DefId) -> Option<GenericArg<'tcx>> {
        let index = self.tcx.generics_of(self.fn_def_id).param_def_id_to_index.get(&param)?;
        self.early[*index as usize]
    }

    /// Put the arguments into a part of the function's signature. What is not settled remains what
    /// it is in the declaration, as far as a person can read it.
    pub(super) fn instantiate<T: TypeFoldable<TyCtxt<'tcx>>>(&self, declared: T) -> T {
        self.instantiate_or(declared, |_| None)
    }

    /// Put the arguments in, and `/* T */` for a type that is not settled.
    pub(super) fn instantiate_with_placeholders(&self, declared: Ty<'tcx>) -> Ty<'tcx> {
        self.instantiate_or(declared, |param| match param.kind {
            ty::GenericParamDefKind::Type { .. } => {
                let name = Symbol::intern(&format!("/* {} */", param.name));
                Some(Ty::new_param(self.tcx, param.index, name).into())
            }
            _ => None,
        })
    }

    fn instantiate_or<T: TypeFoldable<TyCtxt<'tcx>>>(
        &self,
        declared: T,
        unsettled: impl Fn(&ty::GenericParamDef) -> Option<GenericArg<'tcx>>,
    ) -> T {
        let tcx = self.tcx;
        // The arguments may have bound variables of their own, of a binder which is not that of the
        // signature. For both not to meet, what the signature binds is first made early-bound.
        let num_early = self.early.len();
        let declared = fold_regions(tcx, declared, |region, depth| match region.kind() {
            ty::ReBound(ty::BoundVarIndexKind::Bound(debruijn), bound) if debruijn == depth => {
                let index = (num_early + bound.var.as_usize()) as u32;
                let name = kw::UnderscoreLifetime;
                ty::Region::new_early_param(tcx, ty::EarlyParamRegion { index, name })
            }
            _ => region,
        });
        let identity = ty::GenericArgs::for_item(tcx, self.fn_def_id, |param, _| {
            unsettled(param).unwrap_or_else(|| tcx.mk_param_from_def(param))
        });
        let early = identity.iter().zip(&self.early).map(|(param, arg)| arg.unwrap_or(param));
        let late_vars = tcx.late_bound_vars_of_fn(self.fn_def_id);
        let late = late_vars.iter().zip(&self.late).map(|(var, region)| {
            let region = region.unwrap_or_else(|| match lifetime_of_var(var) {
                Some(lifetime) => ty::Region::new_late_param(
                    tcx,
                    self.fn_def_id,
                    ty::LateParamRegionKind::Named(lifetime),
                ),
                None => tcx.lifetimes.re_erased,
            });
            region.into()
        });
        let args = tcx.mk_args_from_iter(early.chain(late));
        ty::EarlyBinder::bind(declared).instantiate(tcx, args)
    }
}

fn lifetime_of_var(var: ty::BoundVariableKind<'_>) -> Option<DefId> {
    match var {
        ty::BoundVariableKind::Region(region) => region.get_id(),
        ty::BoundVariableKind::Ty(_) | ty::BoundVariableKind::Const => None,
    }
}

/// Relates a declared type, of the function's signature, to a written one, of the item that is
/// being lowered.
struct Matcher<'a, 'tcx> {
    settled: &'a mut SettledArgs<'tcx>,
    /// How many binders the types are within, on either side.
    binders: usize,
    /// Whether what is now on the declared side was written elsewhere and settled a parameter,
    /// which occurs once more. Then nothing is left to settle, and both have to be the same.
    in_settled: bool,
}

impl<'tcx> Matcher<'_, 'tcx> {
    /// Move a written type or region out of the binders around it.
    fn outside_of_binders<T: TypeFoldable<TyCtxt<'tcx>>>(&self, written: T) -> Option<T> {
        let tcx = self.settled.tcx;
        if self.binders == 0 || !written.has_escaping_bound_vars() {
            return Some(written);
        }
        let mut is_bound_here = false;
        let shifted = fold_regions(tcx, written, |region, depth| match region.kind() {
            ty::ReBound(ty::BoundVarIndexKind::Bound(debruijn), bound) => {
                if debruijn.as_usize() < depth.as_usize() + self.binders {
                    is_bound_here = true;
                    region
                } else {
                    ty::Region::new_bound(tcx, debruijn.shifted_out(self.binders as u32), bound)
                }
            }
            _ => region,
        });
        (!is_bound_here).then_some(shifted)
    }

    fn settle_early(
        &mut self,
        index: u32,
        written: impl Into<GenericArg<'tcx>>,
    ) -> RelateResult<'tcx, ()> {
        let Some(written) = self.outside_of_binders(written.into()) else {
            return Err(TypeError::Mismatch);
        };
        match &mut self.settled.early[index as usize] {
            slot @ None => *slot = Some(written),
            &mut Some(settled) => self.relate_settled(settled, written)?,
        }
        Ok(())
    }

    fn settle_late(&mut self, index: usize, written: ty::Region<'tcx>) -> RelateResult<'tcx, ()> {
        let Some(written) = self.outside_of_binders(written) else {
            return Err(TypeError::Mismatch);
        };
        match &mut self.settled.late[index] {
            slot @ None => *slot = Some(written),
            &mut Some(settled) => self.relate_settled(settled, written)?,
        }
        Ok(())
    }

    fn relate_settled<T: Relate<TyCtxt<'tcx>>>(
        &mut self,
        settled: T,
        written: T,
    ) -> RelateResult<'tcx, ()> {
        let mut matcher = Matcher { settled: self.settled, binders: 0, in_settled: true };
        matcher.relate(settled, written).map(|_| ())
    }
}

impl<'tcx> TypeRelation<TyCtxt<'tcx>> for Matcher<'_, 'tcx> {
    fn cx(&self) -> TyCtxt<'tcx> {
        self.settled.tcx
    }

    fn relate_ty_args(
        &mut self,
        a_ty: Ty<'tcx>,
        _: Ty<'tcx>,
        def_id: DefId,
        a_args: GenericArgsRef<'tcx>,
        b_args: GenericArgsRef<'tcx>,
        _: impl FnOnce(GenericArgsRef<'tcx>) -> Ty<'tcx>,
    ) -> RelateResult<'tcx, Ty<'tcx>> {
        if let ty::Alias(ty::Opaque, _) = a_ty.kind() {
            relate_args_with_variances(self, self.cx().variances_of(def_id), a_args, b_args)?;
        } else {
            // Asking for variances could lead back to the signature that is being lowered.
            relate_args_invariantly(self, a_args, b_args)?;
        }
        Ok(a_ty)
    }

    fn relate_with_variance<T: Relate<TyCtxt<'tcx>>>(
        &mut self,
        variance: ty::Variance,
        _: ty::VarianceDiagInfo<TyCtxt<'tcx>>,
        a: T,
        b: T,
    ) -> RelateResult<'tcx, T> {
        // A lifetime is what the first match says it is, covariant or not.
        if variance == ty::Bivariant { Ok(a) } else { self.relate(a, b) }
    }

    fn tys(&mut self, declared: Ty<'tcx>, written: Ty<'tcx>) -> RelateResult<'tcx, Ty<'tcx>> {
        if declared.references_error() || written.references_error() {
            return Ok(declared);
        }
        if let ty::Param(param) = *declared.kind()
            && !self.in_settled
        {
            return self.settle_early(param.index, written).map(|()| declared);
        }
        match (declared.kind(), written.kind()) {
            (ty::Infer(_), _) | (_, ty::Infer(_)) => Ok(declared),
            (ty::Alias(ty::Opaque, a), ty::Alias(ty::Opaque, b)) if a.def_id == b.def_id => {
                self.relate_ty_args(declared, written, a.def_id, a.args, b.args, |_| declared)
            }
            // These may be equal once they are normalized.
            (ty::Alias(..), _) | (_, ty::Alias(..)) => Ok(declared),
            (ty::Bound(..), _) | (_, ty::Bound(..)) => {
                if declared == written {
                    Ok(declared)
                } else {
                    Err(TypeError::Mismatch)
                }
            }
            _ => relate::structurally_relate_tys(self, declared, written),
        }
    }

    fn regions(
        &mut self,
        declared: ty::Region<'tcx>,
        written: ty::Region<'tcx>,
    ) -> RelateResult<'tcx, ty::Region<'tcx>> {
        match declared.kind() {
            ty::ReEarlyParam(param) if !self.in_settled => {
                self.settle_early(param.index, written).map(|()| declared)
            }
            ty::ReBound(ty::BoundVarIndexKind::Bound(debruijn), bound)
                if !self.in_settled && debruijn.as_usize() == self.binders =>
            {
                self.settle_late(bound.var.as_usize(), written).map(|()| declared)
            }
            _ => {
                // What is inferred or has been reported is not for us to judge.
                let is_open = |region: ty::Region<'_>| {
                    matches!(region.kind(), ty::ReVar(_) | ty::ReErased | ty::ReError(_))
                };
                if declared == written || is_open(declared) || is_open(written) {
                    Ok(declared)
                } else {
                    Err(TypeError::RegionsPlaceholderMismatch)
                }
            }
        }
    }

    fn consts(
        &mut self,
        declared: ty::Const<'tcx>,
        written: ty::Const<'tcx>,
    ) -> RelateResult<'tcx, ty::Const<'tcx>> {
        if let ty::ConstKind::Param(param) = declared.kind()
            && !self.in_settled
        {
            return self.settle_early(param.index, written).map(|()| declared);
        }
        let is_open = |ct: ty::Const<'_>| {
            matches!(
                ct.kind(),
                ty::ConstKind::Infer(_) | ty::ConstKind::Unevaluated(_) | ty::ConstKind::Error(_)
            )
        };
        if is_open(declared) || is_open(written) {
            return Ok(declared);
        }
        relate::structurally_relate_consts(self, declared, written)
    }

    fn binders<T>(
        &mut self,
        declared: ty::Binder<'tcx, T>,
        written: ty::Binder<'tcx, T>,
    ) -> RelateResult<'tcx, ty::Binder<'tcx, T>>
    where
        T: Relate<TyCtxt<'tcx>>,
    {
        // So that what both bind has the same name.
        let tcx = self.cx();
        let (a, b) = (tcx.anonymize_bound_vars(declared), tcx.anonymize_bound_vars(written));
        self.binders += 1;
        let result = self.relate(a.skip_binder(), b.skip_binder());
        self.binders -= 1;
        result.map(|_| declared)
    }
}

//! When the `impl Trait` type that a function returns is well-formed.
//!
//! ```ignore (illustrative)
//! trait Fetch {
//!     async fn fetch<'a>(&'a self) -> Data;
//! }
//! struct Pending<'a, F: Fetch>(F::fetch<'a>); // ERROR `F` may not live long enough
//! ```
//!
//! The body of `fetch` is given a `&'a Self`, so it may rely on `Self: 'a`, and so may the type that
//! it returns: it is not repeated among the predicates of that type. As long as a call is the only
//! way to the type, the call has shown it. A name is another way, and so is a call in type
//! position, `type Lent<'a, T> = lend(&'a T)`. Nobody is given a type's arguments there, and borrow
//! checking sees no call. Were `Self: 'a` not asked for, then the bounds of the type could be used
//! to turn any lifetime into a longer one.
//!
//! So the type is well-formed only if what outlives what in a call does, as far as the type knows
//! the lifetimes. This is *required* of the type, and not *implied* by it: a function that takes such a
//! type can't rely on it. Implied bounds are what each caller has shown, and this is not asked of
//! callers in crates that know nothing about it, nor of the types that closures return.

use rustc_data_structures::fx::FxIndexSet;
use rustc_hir::def_id::{CRATE_DEF_ID, DefId};
use rustc_infer::infer::outlives::explicit_outlives_bounds;
use rustc_infer::infer::{InferCtxt, TyCtxtInferExt};
use rustc_infer::traits::{ObligationCause, ObligationCauseCode, PredicateObligations};
use rustc_middle::query::Providers;
use rustc_middle::traits::query::OutlivesBound;
use rustc_middle::ty::{
    self, GenericArgsRef, OutlivesPredicate, Ty, TyCtxt, TypeVisitableExt, TypingMode, Upcast,
    fold_regions,
};
use rustc_span::DUMMY_SP;

use super::WfPredicates;
use crate::traits::outlives_bounds::InferCtxtExt;
use crate::traits::{Obligation, ObligationCtxt};

pub(in crate::traits) fn provide(providers: &mut Providers) {
    providers.outlives_of_returned_impl_trait = outlives_of_returned_impl_trait;
}

/// What may be assumed where `term` is known to be well-formed: as `unnormalized_obligations`, but
/// without what is required of the types that functions return.
///
/// It is not only left out, but not asked for, since the answer depends on what can be assumed.
pub(in crate::traits) fn implied_obligations<'tcx>(
    infcx: &InferCtxt<'tcx>,
    param_env: ty::ParamEnv<'tcx>,
    term: ty::Term<'tcx>,
) -> PredicateObligations<'tcx> {
    if term.is_infer() {
        return PredicateObligations::new();
    }
    let mut wf = WfPredicates {
        infcx,
        param_env,
        body_id: CRATE_DEF_ID,
        span: DUMMY_SP,
        out: PredicateObligations::new(),
        recursion_depth: 0,
        item: None,
        is_implied: true,
    };
    wf.add_wf_preds_for_term(term);
    wf.out
}

impl<'tcx> WfPredicates<'_, 'tcx> {
    /// Push what a call has shown about lifetimes, if `returned` is what some function returns.
    pub(super) fn add_wf_preds_for_returned_impl_trait(
        &mut self,
        returned: DefId,
        args: GenericArgsRef<'tcx>,
    ) {
        let tcx = self.tcx();
        // Where nobody can write such a type, there is always a call that has shown it.
        if self.is_implied
            || !tcx.may_write_return_types()
            || tcx.fn_returning_impl_trait(returned).is_none()
        {
            return;
        }
        for clause in tcx.outlives_of_returned_impl_trait(returned).iter_instantiated(tcx, args) {
            if !clause.has_escaping_bound_vars() {
                self.out.push(Obligation::with_depth(
                    tcx,
                    self.cause(ObligationCauseCode::OutlivesOfReturnedImplTrait),
                    self.recursion_depth,
                    self.param_env,
                    clause,
                ));
            }
        }
    }
}

/// What outlives what, a lifetime or a type.
type Outlives<'tcx> = FxIndexSet<ty::ArgOutlivesPredicate<'tcx>>;

/// What the body of a function may rely on, in terms of the parameters of the `impl Trait` type
/// `returned` that the function returns.
fn outlives_of_returned_impl_trait<'tcx>(
    tcx: TyCtxt<'tcx>,
    returned: DefId,
) -> ty::EarlyBinder<'tcx, ty::Clauses<'tcx>> {
    let none = ty::EarlyBinder::bind(ty::ListWithCachedTypeInfo::empty());
    let Some(fn_def_id) = tcx.fn_returning_impl_trait(returned) else { return none };
    let Some(args) = tcx.args_of_returned_impl_trait(fn_def_id, returned) else { return none };

    // A lifetime of the function is an argument of the type, or a duplicate of it is: then the
    // argument itself could be any lifetime. Late-bound ones that are not captured have neither.
    let variances = tcx.variances_of(returned);
    let known_as = |region: ty::Region<'tcx>| {
        let is_known = |i: &usize| args[*i].as_region() == Some(region);
        let captured = (0..args.len()).filter(|&i| variances[i] != ty::Bivariant).find(is_known);
        captured.or_else(|| (0..args.len()).find(is_known))
    };

    let explicit: Outlives<'tcx> = explicit_outlives_bounds(tcx.param_env(fn_def_id))
        .filter_map(|bound| outlives_from_bound(tcx, bound))
        .collect();
    let mut outlives = outlives_assumed_by_fn(tcx, fn_def_id);
    outlives.extend(&explicit);
    project_out(&mut outlives, |region| region.is_static() || known_as(region).is_some());

    let generics = tcx.generics_of(returned);
    let clauses = outlives.iter().filter(|outlives| !explicit.contains(*outlives)).filter_map(
        |&OutlivesPredicate(longer, shorter)| {
            let mut is_known = true;
            let outlives = fold_regions(tcx, (longer, shorter), |region, _| {
                if region.is_static() {
                    return region;
                }
                match known_as(region) {
                    Some(index) => {
                        let name = generics.param_at(index, tcx).name;
                        let index = index as u32;
                        ty::Region::new_early_param(tcx, ty::EarlyParamRegion { index, name })
                    }
                    None => {
                        is_known = false;
                        region
                    }
                }
            });
            // What remains is a lifetime within an associated type, which tells nothing about
            // those that are known.
            let (longer, shorter) = is_known.then_some(outlives)?;
            Some(match longer.kind() {
                ty::GenericArgKind::Lifetime(longer) => {
                    ty::ClauseKind::RegionOutlives(OutlivesPredicate(longer, shorter)).upcast(tcx)
                }
                ty::GenericArgKind::Type(longer) => {
                    ty::ClauseKind::TypeOutlives(OutlivesPredicate(longer, shorter)).upcast(tcx)
                }
                ty::GenericArgKind::Const(_) => return None,
            })
        },
    );
    ty::EarlyBinder::bind(tcx.mk_clauses_from_iter::<_, ty::Clause<'tcx>>(clauses))
}

/// What outlives what where the types that a function's callers show to be well-formed are, in
/// terms of the function.
fn outlives_assumed_by_fn<'tcx>(tcx: TyCtxt<'tcx>, fn_def_id: DefId) -> Outlives<'tcx> {
    let param_env = tcx.param_env(fn_def_id);
    let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let mut tys: FxIndexSet<Ty<'tcx>> = FxIndexSet::default();
    for ty in tcx.types_assumed_by_fn(fn_def_id) {
        // Both are assumed in the body, see `UniversalRegionRelationsBuilder`.
        tys.insert(ty);
        let ocx = ObligationCtxt::new(&infcx);
        if let Ok(normalized) = ocx.deeply_normalize(&ObligationCause::dummy(), param_env, ty) {
            tys.insert(infcx.resolve_vars_if_possible(normalized));
        }
    }
    tys.retain(|ty| !ty.has_non_region_infer() && !ty.references_error());
    let mut outlives: Outlives<'tcx> = infcx
        .implied_bounds_tys(CRATE_DEF_ID, param_env, tys, false)
        .filter_map(|bound| outlives_from_bound(tcx, bound))
        .collect();
    // What else is known about the lifetimes that normalizing has made up.
    let mut inner = infcx.inner.borrow_mut();
    let collector = inner.unwrap_region_constraints();
    let constraints = collector.data().constraints.iter();
    outlives.extend(
        constraints.map(|(constraint, _)| OutlivesPredicate(constraint.sup.into(), constraint.sub)),
    );
    outlives
}

fn outlives_from_bound<'tcx>(
    tcx: TyCtxt<'tcx>,
    bound: OutlivesBound<'tcx>,
) -> Option<ty::ArgOutlivesPredicate<'tcx>> {
    let (longer, shorter) = match bound {
        OutlivesBound::RegionSubRegion(shorter, longer) => (longer.into(), shorter),
        OutlivesBound::RegionSubParam(shorter, longer) => (longer.to_ty(tcx).into(), shorter),
        OutlivesBound::RegionSubAlias(shorter, longer) => (longer.to_ty(tcx).into(), shorter),
    };
    let is_trivial = longer == shorter.into() || longer == tcx.lifetimes.re_static.into();
    (!is_trivial).then_some(OutlivesPredicate(longer, shorter))
}

/// Leave no lifetime that is not known, except within types: what outlives it outlives what it
/// outlives in turn.
fn project_out<'tcx>(outlives: &mut Outlives<'tcx>, is_known: impl Fn(ty::Region<'tcx>) -> bool) {
    loop {
        let unknown = outlives.iter().find_map(|&OutlivesPredicate(longer, shorter)| {
            let regions = [longer.as_region(), Some(shorter)];
            regions.into_iter().flatten().find(|&region| !is_known(region))
        });
        let Some(unknown) = unknown else { return };
        let (mut longer_ones, mut shorter_ones) = (vec![], vec![]);
        outlives.retain(|&OutlivesPredicate(longer, shorter)| {
            match (longer == unknown.into(), shorter == unknown) {
                (true, true) => {}
                (true, false) => shorter_ones.push(shorter),
                (false, true) => longer_ones.push(longer),
                (false, false) => return true,
            }
            false
        });
        for &longer in &longer_ones {
            for &shorter in &shorter_ones {
                if longer != shorter.into() {
                    outlives.insert(OutlivesPredicate(longer, shorter));
                }
            }
        }
    }
}

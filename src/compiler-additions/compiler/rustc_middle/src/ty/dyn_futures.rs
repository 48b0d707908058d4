//! The futures that the methods of a `dyn` type return.
//!
//! ```ignore (illustrative)
//! trait Fetch {
//!     async fn fetch(&mut self, id: u32) -> Data;
//! }
//! // is implemented for `dyn Fetch` as if by
//! impl Fetch for dyn Fetch + '_ {
//!     type fetch<'a> = DynFuture<Call, Data>;
//!     fn fetch<'a>(&'a mut self, id: u32) -> Self::fetch<'a>; // a call through the vtable
//! }
//! ```
//!
//! That type is not a part of `dyn Fetch`, as what is written for an associated type in
//! `dyn Iterator<Item = u8>` is: it follows from the trait's declaration, whenever somebody asks.
//! So a method may well return a `Box<dyn Fetch>`. What *is* a part of a `dyn` type is what it
//! promises of its futures, [`ty::ExistentialPromise`]: `dyn Fetch<fetch(..): Send>`.
//!
//! - this module: which methods return such futures, and what a trait declares of them;
//! - [`call`]: the type that a call returns;
//! - [`promises`]: which auto traits that type has;
//! - [`adapters`]: what it takes to make a `dyn`;
//! - [`shim`]: the signature of what stands in the vtable, and the vtables of futures there;
//! - [`in_place`]: calls whose future is written where the caller says;
//! - [`dropping`]: futures that have nothing to drop;
//! - [`pointer_like`]: which futures have the size of a pointer;
//! - [`unsized_futures`]: `dyn` types whose futures have no size, `dyn Fetch<fetch(..): ?Sized>`;
//! - [`recursion`]: methods that call themselves.
//!
//! The current solver's part is in `rustc_trait_selection::traits::dyn_futures`, the next one's in
//! `rustc_next_trait_solver::solve::dyn_futures`. The vtable's shim is built in
//! `rustc_mir_transform::shim::dyn_future`.

use rustc_hir::LangItem;
use rustc_hir::def_id::{DefId, LOCAL_CRATE};
use rustc_macros::HashStable;
use rustc_span::Symbol;

use super::fast_reject::SimplifiedType;
use super::{self as ty, ImplTraitInTraitData, Ty, TyCtxt};
use crate::query::{LocalCrate, Providers};
use crate::traits::{DynCompatibilityViolation, MethodViolation};

pub mod adapters;
pub mod call;
mod dropping;
mod in_place;
mod pointer_like;
mod promises;
mod recursion;
mod shim;
mod unsized_futures;

pub use self::adapters::UnsizingToDynFutures;
pub use self::call::CallOfDyn;
pub use self::shim::DynFutureShim;

/// What a trait declares of the future that a method returns, where the method can be called
/// through a `dyn`: with the RPITIT's own parameters.
#[derive(Debug, HashStable)]
pub struct DispatchableFuture<'tcx> {
    pub fn_def_id: DefId,
    /// The `Output`.
    pub output: Ty<'tcx>,
    pub auto_traits: Vec<DefId>,
    /// `'a` and `'b` in `-> impl Future<Output = u8> + 'a + 'b`.
    pub outlives: Vec<ty::Region<'tcx>>,
}

/// The futures of a `dyn` type of a trait, in terms of the trait's parameters.
#[derive(Debug, HashStable)]
pub struct FuturesOfDyn<'tcx> {
    /// The RPITITs of the methods that return them, each with the supertrait it is of.
    pub futures: Vec<(ty::PolyTraitRef<'tcx>, DefId)>,
    /// What the trait and its supertraits say of what their supertraits' methods return:
    /// `trait Sub: Fetch<fetch(..): Send + 'static>`. For all calls; auto traits and lifetimes.
    pub bounds: Vec<ty::Clause<'tcx>>,
}

pub(super) fn provide(providers: &mut Providers) {
    providers.dispatchable_future_of = dispatchable_future_of;
    providers.futures_of_dyn = futures_of_dyn;
    providers.crate_has_dyn_futures = |tcx, LocalCrate| {
        // The library has the gate for its own tests and docs, and no such `dyn`.
        tcx.features().async_fn_in_dyn_trait() && !tcx.features().staged_api()
    };
    providers.dyn_futures_exist = |tcx, ()| {
        tcx.crate_has_dyn_futures(LOCAL_CRATE)
            || tcx.crates(()).iter().any(|&krate| tcx.crate_has_dyn_futures(krate))
    };
}

/// The future of the method that returns the RPITIT `assoc_ty`, if that is what the method
/// returns, and nothing but a future.
///
/// This does not look at what else may keep a method from being called through a `dyn`: its
/// receiver, type parameters, and so on. Nor does it ask for the gate, as crates that have it
/// and crates that don't must agree about what is in a vtable.
fn dispatchable_future_of<'tcx>(
    tcx: TyCtxt<'tcx>,
    assoc_ty: DefId,
) -> Option<DispatchableFuture<'tcx>> {
    let fn_def_id = tcx.fn_of_promise(assoc_ty)?;
    let future = tcx.lang_items().future_trait()?;
    let future_output = tcx.lang_items().future_output()?;
    tcx.lang_items().get(LangItem::DynFuture)?;

    // The shim does not pass on the arguments that this has in a tuple.
    if tcx.fn_sig(fn_def_id).skip_binder().abi() == rustc_abi::ExternAbi::RustCall {
        return None;
    }

    let args = ty::GenericArgs::identity_for_item(tcx, assoc_ty);
    let returned = Ty::new_projection_from_args(tcx, assoc_ty, args);
    let mut output = None;
    let mut auto_traits = vec![];
    let mut outlives = vec![];
    for clause in tcx.explicit_item_bounds(assoc_ty).iter_identity_copied().map(|(c, _)| c) {
        match clause.kind().no_bound_vars()? {
            ty::ClauseKind::Trait(pred) if pred.self_ty() == returned => {
                if pred.polarity != ty::PredicatePolarity::Positive {
                    return None;
                }
                if tcx.is_auto_trait_of_dyn_futures(pred.def_id()) {
                    auto_traits.push(pred.def_id());
                } else if pred.def_id() != future && !tcx.is_sizedness_trait(pred.def_id()) {
                    return None;
                }
            }
            ty::ClauseKind::Projection(pred)
                if pred.def_id() == future_output && pred.self_ty() == returned =>
            {
                output = pred.term.as_type();
            }
            ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, region)) if ty == returned => {
                outlives.push(region);
            }
            _ => return None,
        }
    }
    let output = output?;
    // `async fn f(&self) -> impl Debug`: there is no one type for all implementations.
    let is_nested = output.walk().any(|arg| match arg.as_type().map(|ty| *ty.kind()) {
        Some(ty::Alias(ty::Projection, alias)) => tcx.is_returned_by(alias.def_id, fn_def_id),
        _ => false,
    });
    if is_nested {
        return None;
    }
    Some(DispatchableFuture { fn_def_id, output, auto_traits, outlives })
}

fn futures_of_dyn<'tcx>(tcx: TyCtxt<'tcx>, trait_def_id: DefId) -> FuturesOfDyn<'tcx> {
    let trait_ref = ty::Binder::dummy(ty::TraitRef::identity(tcx, trait_def_id));
    let futures: Vec<_> = ty::elaborate::supertraits(tcx, trait_ref)
        .flat_map(|trait_ref| {
            tcx.associated_items(trait_ref.def_id())
                .in_definition_order()
                .filter(|item| item.is_impl_trait_in_trait())
                .filter(|item| tcx.dispatchable_future(item.def_id).is_some())
                .map(move |item| (trait_ref, item.def_id))
        })
        .collect();
    let trait_ref: ty::Clause<'tcx> = ty::Upcast::upcast(trait_ref, tcx);
    let bounds = match futures.is_empty() {
        true => vec![],
        false => ty::elaborate::elaborate(tcx, [trait_ref])
            .filter(|clause| {
                let subject = match clause.kind().skip_binder() {
                    ty::ClauseKind::Trait(bound)
                        if bound.polarity == ty::PredicatePolarity::Positive
                            && tcx.is_auto_trait_of_dyn_futures(bound.def_id()) =>
                    {
                        bound.self_ty()
                    }
                    ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, _)) => ty,
                    _ => return false,
                };
                matches!(
                    *subject.kind(),
                    ty::Alias(ty::Projection, alias)
                        if alias.self_ty() == tcx.types.self_param
                            && tcx.is_impl_trait_in_trait(alias.def_id)
                            && tcx.is_for_all_lifetimes(alias.def_id, alias.args)
                )
            })
            .collect(),
    };
    FuturesOfDyn { futures, bounds }
}

impl<'tcx> TyCtxt<'tcx> {
    /// The future that the method which returns the RPITIT `assoc_ty` has through a `dyn`.
    pub fn dispatchable_future(self, assoc_ty: DefId) -> Option<&'tcx DispatchableFuture<'tcx>> {
        self.dispatchable_future_of(assoc_ty).as_ref()
    }

    /// Whether a `dyn` type's future has this auto trait if and only if it is promised, as the
    /// trait's crate has no impls that say otherwise.
    pub fn is_auto_trait_of_dyn_futures(self, trait_def_id: DefId) -> bool {
        let Some(dyn_future) = self.lang_items().get(LangItem::DynFuture) else { return false };
        if !self.trait_is_auto(trait_def_id) {
            return false;
        }
        let impls = self.trait_impls_of(trait_def_id);
        impls.blanket_impls().is_empty()
            && !impls.non_blanket_impls().contains_key(&SimplifiedType::Adt(dyn_future))
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

    /// Whether a `dyn` of this trait has methods that return futures, its supertraits' included.
    pub fn has_dispatchable_futures(self, trait_def_id: DefId) -> bool {
        ty::elaborate::supertrait_def_ids(self, trait_def_id)
            .any(|def_id| self.has_own_dispatchable_futures(def_id))
    }

    /// The same for the trait's own methods.
    pub fn has_own_dispatchable_futures(self, trait_def_id: DefId) -> bool {
        match self.may_have_incomplete_dyns() {
            true => self.futures_in_vtable(trait_def_id).next().is_some(),
            false => self.declares_dispatchable_futures(trait_def_id),
        }
    }

    /// Whether some of the trait's own methods are declared as it takes for a `dyn`, whatever else keeps
    /// them from being called.
    pub fn declares_dispatchable_futures(self, trait_def_id: DefId) -> bool {
        self.associated_items(trait_def_id)
            .in_definition_order()
            .filter(|item| item.is_impl_trait_in_trait())
            .any(|item| self.dispatchable_future(item.def_id).is_some())
    }

    /// Whether the method is called through a `dyn` with a shim that makes a `DynFuture`.
    pub fn is_dispatchable_for_future(self, fn_def_id: DefId) -> bool {
        self.assoc_type_of_returned_impl_trait(fn_def_id)
            .is_some_and(|assoc_ty| self.dispatchable_future(assoc_ty).is_some())
    }

    /// Whether the method takes `self` by value, not a pointer to it.
    pub fn takes_self_by_value(self, fn_def_id: DefId) -> bool {
        let sig = self.fn_sig(fn_def_id).instantiate_identity().skip_binder();
        self.generics_of(fn_def_id).has_self
            && sig.inputs().first().is_some_and(|self_ty| self_ty.is_param(0))
    }

    /// Whether there can be a `dyn` type whose methods return futures: whether this crate, or one
    /// that it uses, has the gate. A crate without it infers types from one that has it, and
    /// compiles its code, so what such a type *is* can't depend on the crate. To write one takes
    /// the gate.
    pub fn may_have_dyn_futures(self) -> bool {
        self.dyn_futures_exist(())
    }

    /// Whether nothing but a missing `#![feature(async_fn_in_dyn_trait)]` keeps a method from being
    /// called through a `dyn`.
    pub fn only_lacks_gate_for_dyn(self, fn_def_id: DefId, violation: &MethodViolation) -> bool {
        matches!(
            violation,
            MethodViolation::AsyncFn | MethodViolation::ReferencesImplTraitInTrait(_)
        ) && self.is_dispatchable_for_future(fn_def_id)
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
}

/// The name of the method whose RPITIT this is.
pub fn name_of_returning_fn(tcx: TyCtxt<'_>, assoc_ty: DefId) -> Symbol {
    let Some(ImplTraitInTraitData::Trait { fn_def_id, .. }) = tcx.opt_rpitit_info(assoc_ty) else {
        bug!("{assoc_ty:?} is not what a trait's method returns");
    };
    tcx.item_name(fn_def_id)
}

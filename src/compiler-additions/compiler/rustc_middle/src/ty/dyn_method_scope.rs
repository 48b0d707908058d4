//! `dyn` types that do not implement their trait.
//!
//! ```ignore (illustrative)
//! trait Store {
//!     type Item;
//!     fn get(&self, key: &str) -> Self::Item;
//!     fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R>; // can't be in a vtable
//! }
//! fn first(s: &dyn Store<Item = u8>) -> u8 { s.get("a") }
//! // `get` has this signature, and asks for no `dyn Store<Item = u8>: Store`:
//! fn get<'a>(self: &'a dyn Store<Item = u8>, key: &str) -> u8;
//! ```
//!
//! With the gate `dyn_method_scope`, or with `dyn_placement` for futures that have no size, such a type is *incomplete*: it is a type, each method that is in
//! the vtable can be called on it, and it does not have the trait. So what is a question without the
//! gate, [`TyCtxt::is_dyn_compatible`], becomes several:
//!
//! - [`TyCtxt::has_dyn_type`]: whether `dyn Store` is a type;
//! - [`TyCtxt::is_dyn_compatible`]: whether nothing is missing in a trait and its supertraits;
//! - [`TyCtxt::dyn_lacks`]: whether a `dyn` type does not implement one of its supertraits.
//!
//! The signature of a method of an incomplete `dyn` is in [`signature`]. What its callers have to show
//! is in [`predicates`].

use rustc_hir::def_id::{DefId, LOCAL_CRATE};

use super::{self as ty, GenericArgsRef, Ty, TyCtxt};
use crate::query::{LocalCrate, Providers};
use crate::traits::DynCompatibilityViolation;

mod predicates;
mod signature;

/// A `dyn` type that lacks the trait of an item.
#[derive(Clone, Copy, Debug)]
pub struct IncompleteDyn<'tcx> {
    pub ty: Ty<'tcx>,
    pub data: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    pub region: ty::Region<'tcx>,
    /// The trait of the item.
    pub trait_def_id: DefId,
}

pub(super) fn provide(providers: &mut Providers) {
    providers.crate_has_incomplete_dyns = |tcx, LocalCrate| {
        // The library has no such `dyn`.
        let features = tcx.features();
        (features.dyn_method_scope() || features.dyn_placement()) && !features.staged_api()
    };
    providers.incomplete_dyns_exist = |tcx, ()| {
        tcx.crate_has_incomplete_dyns(LOCAL_CRATE)
            || tcx.crates(()).iter().any(|&krate| tcx.crate_has_incomplete_dyns(krate))
    };
    providers.types_of_dyn = types_of_dyn;
}

/// The associated types that a `dyn` type has to say for it to have the trait, those of supertraits
/// included.
fn types_of_dyn(tcx: TyCtxt<'_>, trait_def_id: DefId) -> &[DefId] {
    tcx.arena.alloc_from_iter(ty::elaborate::supertrait_def_ids(tcx, trait_def_id).flat_map(
        |def_id| {
            tcx.associated_items(def_id)
                .in_definition_order()
                .filter(|item| item.is_type() && !item.is_impl_trait_in_trait())
                .map(|item| item.def_id)
                .filter(|&item| {
                    tcx.generics_of(item).is_own_empty() && !tcx.generics_require_sized_self(item)
                })
                .collect::<Vec<_>>()
        },
    ))
}

impl<'tcx> TyCtxt<'tcx> {
    /// Whether there can be a `dyn` type that does not implement its trait: whether this crate, or one
    /// that it uses, has the gate, or `dyn_placement`. What a type is can't depend on the crate that asks, as types are
    /// inferred. To write one takes the gate.
    pub fn may_have_incomplete_dyns(self) -> bool {
        self.incomplete_dyns_exist(())
    }

    /// What keeps `dyn Trait` from being a type.
    pub fn dyn_type_violations(self, trait_def_id: DefId) -> &'tcx [DynCompatibilityViolation] {
        match self.may_have_incomplete_dyns() {
            true => self.violations_of_dyn_type(trait_def_id),
            false => self.dyn_compatibility_violations(trait_def_id),
        }
    }

    /// Whether `dyn Trait` is a type, which need not implement the trait.
    pub fn has_dyn_type(self, trait_def_id: DefId) -> bool {
        match self.may_have_incomplete_dyns() {
            true => self.violations_of_dyn_type(trait_def_id).is_empty(),
            false => self.is_dyn_compatible(trait_def_id),
        }
    }

    /// Whether there is a vtable of the trait in some crate, with or without the gate.
    pub fn vtable_is_possible(self, trait_def_id: DefId) -> bool {
        use DynCompatibilityViolation::*;
        !self.dyn_compatibility_violations(trait_def_id).iter().any(|violation| {
            matches!(
                violation,
                ExplicitlyDynIncompatible(_)
                    | SizedSelf(_)
                    | SupertraitSelf(_)
                    | SupertraitNonLifetimeBinder(_)
                    | SupertraitConst(_)
            )
        })
    }

    /// Whether the method of a trait may be called through a vtable, in some crate.
    pub(super) fn may_be_in_vtable(self, method: ty::AssocItem) -> bool {
        let trait_def_id = method.container_id(self);
        self.is_dyn_compatible(trait_def_id)
            || method.container == ty::AssocContainer::Trait
                && self.vtable_is_possible(trait_def_id)
                && self.own_existential_vtable_entries(trait_def_id).contains(&method.def_id)
    }

    /// Whether a `dyn` type has the trait among its supertraits and does not implement it.
    ///
    /// This depends on the traits, on *which* associated types the `dyn` says and which futures have no
    /// size in it, and not on any type arguments: so what holds in generic code holds for each of its
    /// instances.
    pub fn dyn_lacks(
        self,
        data: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
        trait_def_id: DefId,
    ) -> bool {
        if !self.may_have_incomplete_dyns() {
            return false;
        }
        let Some(principal) = data.principal_def_id() else { return false };
        self.is_supertrait_of(principal, trait_def_id)
            && self.has_dyn_type(principal)
            && (!self.is_dyn_compatible(trait_def_id)
                || self.types_of_dyn(trait_def_id).iter().any(|&item| !says(data, item))
                || self.has_unsized_futures_of(data, trait_def_id))
    }

    /// Whether the method that returns the RPITIT can be called through a `dyn`. Of a trait that lacks
    /// nothing, it is known to be.
    pub fn is_future_of_dyn(self, assoc_ty: DefId) -> bool {
        !self.may_have_incomplete_dyns()
            || self.dispatchable_future(assoc_ty).is_some_and(|future| {
                let trait_def_id = self.parent(assoc_ty);
                self.own_existential_vtable_entries(trait_def_id).contains(&future.fn_def_id)
            })
    }

    pub(super) fn is_supertrait_of(self, sub: DefId, trait_def_id: DefId) -> bool {
        sub == trait_def_id
            || ty::elaborate::supertrait_def_ids(self, sub).any(|def_id| def_id == trait_def_id)
    }

    /// Of an item of a trait, or a trait, with its arguments: the `dyn` type, if that is one which lacks
    /// the trait.
    pub fn incomplete_dyn_of_call(
        self,
        def_id: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> Option<IncompleteDyn<'tcx>> {
        let ty = args.first()?.as_type()?;
        let ty::Dynamic(data, region) = *ty.kind() else { return None };
        if !self.may_have_incomplete_dyns() {
            return None;
        }
        let trait_def_id = match self.is_trait(def_id) {
            true => def_id,
            false => self.trait_of_assoc(def_id)?,
        };
        self.dyn_lacks(data, trait_def_id).then_some(IncompleteDyn {
            ty,
            data,
            region,
            trait_def_id,
        })
    }
}

/// Whether a `dyn` type says what the associated type is.
fn says<'tcx>(data: &ty::List<ty::PolyExistentialPredicate<'tcx>>, item: DefId) -> bool {
    data.projection_bounds().any(|projection| projection.item_def_id() == item)
}

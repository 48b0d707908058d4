//! Which auto traits the futures of a `dyn` type's methods have.
//!
//! A call's future has an auto trait
//!
//! - if its method declares it, `fn fetch(&self) -> impl Future + Send`;
//! - if a trait of the `dyn` type says so, `trait SendFetch: Fetch<fetch(..): Send>`;
//! - if the `dyn` type promises it, `dyn Fetch<fetch(..): Send>` or `dyn Fetch + async Send`.
//!
//! The latter two are about a method of a trait with certain arguments. The solvers prove that these
//! are equal to those of the call, with all that goes with it: inference, normalization, lifetimes.
//! Where a `dyn` is made of a type, or of another `dyn` type, they prove the same of that type's
//! future. So a promise is checked under the same equality by which it is used.
//!
//! `fetch(..): ?Sized` is a promise as well, and asks nothing of a future: see
//! [`unsized_futures`](super::unsized_futures).

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;

use crate::ty::{self, Ty, TyCtxt, TypeVisitableExt, Upcast};

impl<'tcx> TyCtxt<'tcx> {
    /// What a promise says of `self_ty`: `for<'a> <T as Fetch>::fetch<'a>: Send`.
    pub fn clauses_of_promise(
        self,
        promise: ty::Binder<'tcx, ty::ExistentialPromise<'tcx>>,
        self_ty: Ty<'tcx>,
    ) -> Vec<ty::Clause<'tcx>> {
        if self.is_promise_of_unsized(promise.skip_binder()) {
            return vec![];
        }
        let auto_trait = promise.skip_binder().auto_trait;
        let trait_ref = promise.map_bound(|promise| self.trait_of_promise(promise, self_ty));
        let clause = |trait_ref, assoc_ty| {
            let returned = self.returned_for_all_lifetimes(trait_ref, assoc_ty);
            let of_trait = returned.skip_binder().trait_ref(self);
            let as_type = |returned: ty::AliasTerm<'tcx>| returned.to_term(self).expect_type();
            let returned = match self.incomplete_dyn_of_call(of_trait.def_id, of_trait.args) {
                Some(incomplete) => {
                    let self_ty = self.self_of_incomplete_dyn();
                    let marked = returned.map_bound(|returned| {
                        as_type(returned.with_replaced_self_ty(self, self_ty))
                    });
                    let expanded = incomplete.expand(self, marked);
                    // A method that mentions a left-out type can't be called, whatever the arguments of
                    // the trait.
                    if expanded.left_out(self).is_some() {
                        return None;
                    }
                    match expanded.missing(self) {
                        // With other arguments it can be. What its output is does not matter.
                        Some(_) => returned.map_bound(|returned| {
                            let unit = self.types.unit;
                            self.dyn_future_with_output(returned.def_id, returned.args, unit)
                        }),
                        None => expanded.value(self),
                    }
                }
                None => returned.map_bound(as_type),
            };
            let clause =
                returned.map_bound(|returned| ty::TraitRef::new(self, auto_trait, [returned]));
            Some(clause.upcast(self))
        };
        if promise.def_id() != trait_ref.def_id() {
            return clause(trait_ref, promise.def_id()).into_iter().collect();
        }
        self.futures_of_dyn(trait_ref.def_id())
            .futures
            .iter()
            .filter(|&&(_, assoc_ty)| {
                !self.relates_lifetimes(assoc_ty) && self.is_future_of_dyn(assoc_ty)
            })
            .filter_map(|&(supertrait, assoc_ty)| {
                clause(self.instantiate_supertrait_ref(supertrait, trait_ref), assoc_ty)
            })
            .collect()
    }

    /// `T: Fetch`, where a promise is about one or all methods of `Fetch`.
    pub fn trait_of_promise(
        self,
        promise: ty::ExistentialPromise<'tcx>,
        self_ty: Ty<'tcx>,
    ) -> ty::TraitRef<'tcx> {
        let trait_def_id = match self.is_impl_trait_in_trait(promise.def_id) {
            true => self.parent(promise.def_id),
            false => promise.def_id,
        };
        let args = [self_ty.into()].into_iter().chain(promise.args);
        ty::TraitRef::new(self, trait_def_id, args)
    }

    /// When the future that this call of a `dyn` type's method returns has the auto trait. `None` if
    /// it is not such a call.
    pub fn auto_trait_of_dyn_future(
        self,
        call: Ty<'tcx>,
        auto_trait: DefId,
    ) -> Option<ty::PromiseOfCall<TyCtxt<'tcx>>> {
        let call = self.call_of_dyn_future(call)?;
        let future = self.dispatchable_future(call.assoc_ty)?;
        let trait_ref = call.trait_ref;
        let ty::Dynamic(data, _) = *trait_ref.self_ty().kind() else { return None };
        let always = Some(ty::PromiseOfCall { trait_ref, promised: ty::PromisedAutoTrait::Always });
        if future.auto_traits.contains(&auto_trait) {
            return always;
        }

        let mut about = vec![];
        let principal = data.principal()?.with_self_ty(self, trait_ref.self_ty());
        let futures = self.futures_of_dyn(principal.def_id());
        for promise in data.promises() {
            if promise.skip_binder().auto_trait != auto_trait {
                continue;
            }
            let of_trait =
                promise.map_bound(|promise| self.trait_of_promise(promise, trait_ref.self_ty()));
            if promise.def_id() == call.assoc_ty {
                about.push(of_trait);
            } else if promise.def_id() == of_trait.def_id()
                && !self.relates_lifetimes(call.assoc_ty)
            {
                // All methods of a trait and its supertraits.
                let futures = &self.futures_of_dyn(of_trait.def_id()).futures;
                let of_call = futures.iter().filter(|(_, assoc_ty)| *assoc_ty == call.assoc_ty);
                about.extend(
                    of_call.map(|&(supertrait, _)| {
                        self.instantiate_supertrait_ref(supertrait, of_trait)
                    }),
                );
            }
        }
        for bound in &futures.bounds {
            if let Some(bound) = bound.as_trait_clause()
                && bound.def_id() == auto_trait
                && let ty::Alias(ty::Projection, alias) = *bound.self_ty().skip_binder().kind()
                && alias.def_id == call.assoc_ty
            {
                let of_trait = bound.rebind(alias.trait_ref(self)).upcast(self);
                let of_trait: ty::Clause<'tcx> = of_trait;
                let of_trait = of_trait.instantiate_supertrait(self, principal);
                about.push(of_trait.as_trait_clause()?.map_bound(|bound| bound.trait_ref));
            }
        }

        if self.is_for_codegen(auto_trait) {
            // Codegen takes these for certain, and tells no lifetimes apart.
            let of_method = |(_, assoc_ty): &&(_, DefId)| *assoc_ty == call.assoc_ty;
            if futures.futures.iter().filter(of_method).count() > 1 {
                about.retain(|about| !about.skip_binder().args[1..].iter().any(has_free_lifetime));
            }
        }
        let mut of_method =
            futures.futures.iter().filter(|(_, assoc_ty)| *assoc_ty == call.assoc_ty);
        let has_trait_once = match (of_method.next(), of_method.next()) {
            (Some(&(supertrait, _)), None) => {
                self.instantiate_supertrait_ref(supertrait, principal).no_bound_vars().is_some()
            }
            _ => false,
        };
        let without_lifetimes = |trait_ref: ty::TraitRef<'tcx>| {
            let args = self.mk_args(&trait_ref.args[1..]);
            ty::fold_regions(self, args, |_, _| self.lifetimes.re_erased)
        };
        let is_of_call = |about: &ty::PolyTraitRef<'tcx>| match about.no_bound_vars() {
            // Where the `dyn` type has the trait once, the call is of that one, and so is what is
            // promised, or the type would not be well-formed. Their lifetimes are equal then, also in
            // the witness of a coroutine, which has lost track of which ones are.
            Some(about) if has_trait_once => {
                without_lifetimes(about) == without_lifetimes(trait_ref)
            }
            about => about == Some(trait_ref),
        };
        if about.iter().any(is_of_call) {
            return always;
        }
        // From where it is promised does not matter.
        let mut distinct: Vec<ty::PolyTraitRef<'tcx>> = vec![];
        for about in about {
            let about = self.anonymize_bound_vars(about);
            if !distinct.contains(&about) {
                distinct.push(about);
            }
        }
        Some(ty::PromiseOfCall { trait_ref, promised: ty::PromisedAutoTrait::IfEqual(distinct) })
    }

    /// Whether a method asks for a relation of its lifetimes, `fn shorter<'a: 'b, 'b>(…)`. Of such a
    /// method nothing can be promised: it would be for all lifetimes, related or not.
    pub fn relates_lifetimes(self, assoc_ty: DefId) -> bool {
        self.fn_of_promise(assoc_ty).is_some_and(|fn_def_id| {
            self.predicates_of(fn_def_id).predicates.iter().any(|(clause, _)| {
                matches!(
                    clause.kind().skip_binder(),
                    ty::ClauseKind::RegionOutlives(ty::OutlivesPredicate(a, b)) if a != b
                )
            })
        })
    }

    /// Whether codegen says of a pointer to a type with this trait that nothing else changes what
    /// it points to.
    fn is_for_codegen(self, auto_trait: DefId) -> bool {
        matches!(
            self.as_lang_item(auto_trait),
            Some(LangItem::Freeze | LangItem::Unpin | LangItem::UnsafeUnpin)
        )
    }
}

fn has_free_lifetime(arg: &ty::GenericArg<'_>) -> bool {
    arg.has_free_regions() || arg.has_erased_regions()
}

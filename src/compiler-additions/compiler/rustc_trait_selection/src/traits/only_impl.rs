//! The impl by which a trait bound holds, if there is but one by which it can.
//!
//! ```ignore (illustrative)
//! impl<T: Marker> Tr for Foo<T> { … } // the one for `Foo<U>: Tr`, unless there is as well
//! impl Tr for Foo<Mine> { … } // this one, here or in a crate that depends on this one
//! ```
//!
//! The trait solver answers whether a bound holds where it asks, and by what impl. This answers by what
//! impl it holds for whatever types the type parameters stand for, in whatever crate. So it needs no
//! environment, and the where-clauses of that impl are true if the bound is.

use std::cell::Cell;
use std::ops::ControlFlow;

use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_infer::infer::at::ToTrace;
use rustc_infer::infer::{DefineOpaqueTypes, InferCtxt};
use rustc_infer::traits::ObligationCause;
use rustc_middle::ty::{
    self, GenericArgsRef, Ty, TyCtxt, TypeFoldable, TypeFolder, TypeSuperFoldable,
    TypeSuperVisitable, TypeVisitable, TypeVisitableExt, TypeVisitor,
};
use rustc_span::DUMMY_SP;
use tracing::instrument;

use super::coherence::{Conflict, trait_ref_is_knowable};

/// How deep the where-clauses of impls are looked into, to see that one can't be meant.
const DEPTH: usize = 3;

/// How many impls are looked at. What is not looked at may hold.
const IMPLS: usize = 500;

/// The only impl by which this can hold, and its arguments, of which those that the header does not
/// say are inference variables.
#[instrument(level = "debug", skip(infcx), ret)]
pub fn only_impl<'tcx>(
    infcx: &InferCtxt<'tcx>,
    trait_ref: ty::TraitRef<'tcx>,
) -> Option<(DefId, GenericArgsRef<'tcx>)> {
    let tcx = infcx.tcx;
    let any = trait_ref.fold_with(&mut AsAny { infcx, params: true });
    let search = Search { infcx, left: Cell::new(IMPLS) };
    if search.holds_otherwise(any) {
        return None;
    }
    let &[impl_def_id] = &search.possible_impls(any, DEPTH, 2)[..] else { return None };
    let header = tcx.impl_trait_header(impl_def_id);
    if header.polarity != ty::ImplPolarity::Positive {
        return None;
    }
    let args = infcx.fresh_args_for_item(DUMMY_SP, impl_def_id);
    let header = header.trait_ref.instantiate(tcx, args);
    // Not even equal projections have equal arguments.
    let trait_ref = trait_ref.fold_with(&mut AsAny { infcx, params: false });
    (!header.has_aliases() && equate(infcx, header, trait_ref)).then_some((impl_def_id, args))
}

/// Equate the two, if they can be equal.
pub fn equate<'tcx, T: ToTrace<'tcx>>(infcx: &InferCtxt<'tcx>, found: T, expected: T) -> bool {
    let cause = ObligationCause::dummy();
    let at = infcx.at(&cause, ty::ParamEnv::empty());
    infcx.commit_if_ok(|_| at.eq(DefineOpaqueTypes::No, found, expected)).is_ok()
}

struct Search<'a, 'tcx> {
    infcx: &'a InferCtxt<'tcx>,
    left: Cell<usize>,
}

impl<'tcx> Search<'_, 'tcx> {
    /// The first impls by which this may hold.
    fn possible_impls(
        &self,
        trait_ref: ty::TraitRef<'tcx>,
        depth: usize,
        count: usize,
    ) -> Vec<DefId> {
        let tcx = self.infcx.tcx;
        let mut possible = vec![];
        tcx.for_each_relevant_impl(trait_ref.def_id, trait_ref.self_ty(), |impl_def_id| {
            if possible.len() < count
                && self.infcx.probe(|_| self.may_hold_by(impl_def_id, trait_ref, depth))
            {
                possible.push(impl_def_id);
            }
        });
        possible
    }

    fn may_hold_by(&self, impl_def_id: DefId, trait_ref: ty::TraitRef<'tcx>, depth: usize) -> bool {
        let Some(left) = self.left.get().checked_sub(1) else { return true };
        self.left.set(left);
        let (tcx, infcx) = (self.infcx.tcx, self.infcx);
        let args = infcx.fresh_args_for_item(DUMMY_SP, impl_def_id);
        let header = tcx.impl_trait_ref(impl_def_id).instantiate(tcx, args);
        let header = header.fold_with(&mut AsAny { infcx, params: false });
        equate(infcx, header, trait_ref)
            && tcx.predicates_of(impl_def_id).instantiate(tcx, args).predicates.iter().all(|it| {
                it.as_trait_clause()
                    .and_then(|clause| clause.no_bound_vars())
                    .is_none_or(|clause| self.may_hold(clause.trait_ref, depth))
            })
    }

    /// Whether this holds for some types, in some crate.
    fn may_hold(&self, trait_ref: ty::TraitRef<'tcx>, depth: usize) -> bool {
        let trait_ref = self.infcx.resolve_vars_if_possible(trait_ref);
        let trait_ref = trait_ref.fold_with(&mut AsAny { infcx: self.infcx, params: false });
        depth == 0
            || self.holds_otherwise(trait_ref)
            || !self.possible_impls(trait_ref, depth - 1, 1).is_empty()
    }

    /// Whether this may hold by anything but an impl of this crate or of one that it depends on: by an
    /// impl that another crate may have, by what is known of a type parameter, or by the compiler's own
    /// rules.
    fn holds_otherwise(&self, trait_ref: ty::TraitRef<'tcx>) -> bool {
        self.is_for_compiler_to_say(trait_ref) || self.is_for_other_crates_to_say(trait_ref)
    }

    fn is_for_compiler_to_say(&self, trait_ref: ty::TraitRef<'tcx>) -> bool {
        let tcx = self.infcx.tcx;
        match trait_ref.self_ty().kind() {
            ty::Adt(..)
            | ty::Array(..)
            | ty::Slice(_)
            | ty::Ref(..)
            | ty::RawPtr(..)
            | ty::Bool
            | ty::Char
            | ty::Int(_)
            | ty::Uint(_)
            | ty::Float(_)
            | ty::Str
            | ty::Never => {
                // The compiler's own rules for these traits are for coroutines.
                let of_coroutines = [
                    LangItem::AsyncIterator,
                    LangItem::Coroutine,
                    LangItem::FusedIterator,
                    LangItem::Future,
                    LangItem::Iterator,
                ];
                tcx.trait_is_auto(trait_ref.def_id)
                    || tcx.is_trait_alias(trait_ref.def_id)
                    || tcx
                        .as_lang_item(trait_ref.def_id)
                        .is_some_and(|item| !of_coroutines.contains(&item))
            }
            _ => true,
        }
    }

    fn is_for_other_crates_to_say(&self, trait_ref: ty::TraitRef<'tcx>) -> bool {
        // Nobody can write these in an impl, nor what they are made of.
        let as_other_type = |ty: Ty<'tcx>| match ty.kind() {
            ty::FnDef(..)
            | ty::Closure(..)
            | ty::Coroutine(..)
            | ty::CoroutineClosure(..)
            | ty::CoroutineWitness(..) => Ok::<_, !>(self.infcx.tcx.types.unit),
            _ => Ok(ty),
        };
        let knowable = trait_ref_is_knowable(self.infcx, trait_ref, as_other_type).into_ok();
        matches!(knowable, Err(Conflict::Downstream))
    }
}

/// Replaces by inference variables what may be any type or constant: projections, `impl Trait`, and on
/// demand parameters.
struct AsAny<'a, 'tcx> {
    infcx: &'a InferCtxt<'tcx>,
    params: bool,
}

impl<'tcx> TypeFolder<TyCtxt<'tcx>> for AsAny<'_, 'tcx> {
    fn cx(&self) -> TyCtxt<'tcx> {
        self.infcx.tcx
    }

    fn fold_ty(&mut self, ty: Ty<'tcx>) -> Ty<'tcx> {
        match ty.kind() {
            ty::Alias(..) => self.infcx.next_ty_var(DUMMY_SP),
            ty::Param(_) if self.params => self.infcx.next_ty_var(DUMMY_SP),
            _ => ty.super_fold_with(self),
        }
    }

    fn fold_const(&mut self, ct: ty::Const<'tcx>) -> ty::Const<'tcx> {
        match ct.kind() {
            ty::ConstKind::Unevaluated(_) | ty::ConstKind::Expr(_) => {
                self.infcx.next_const_var(DUMMY_SP)
            }
            ty::ConstKind::Param(_) if self.params => self.infcx.next_const_var(DUMMY_SP),
            _ => ct.super_fold_with(self),
        }
    }
}

/// Whether a value consists of more types, counted as in a tree.
pub fn has_more_types<'tcx>(value: impl TypeVisitable<TyCtxt<'tcx>>, types: usize) -> bool {
    value.visit_with(&mut CountTypes { left: types }).is_break()
}

struct CountTypes {
    left: usize,
}

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for CountTypes {
    type Result = ControlFlow<()>;

    fn visit_ty(&mut self, ty: Ty<'tcx>) -> ControlFlow<()> {
        let Some(left) = self.left.checked_sub(1) else { return ControlFlow::Break(()) };
        self.left = left;
        ty.super_visit_with(self)
    }
}

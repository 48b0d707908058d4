//! What the impls that `#[dyn_trait]` makes ask of a pointer's supertraits.
//!
//! ```ignore (illustrative)
//! trait Failing { type Error; }
//! #[dyn_trait]
//! trait Read: Failing { fn read(&self) -> Result<u8, Self::Error>; }
//! // makes
//! impl<T: Read + ?Sized> Read for Box<T>
//! where
//!     Self: Failing,
//!     // <Self as Failing>::Error == <T as Failing>::Error, which is added here
//! { … }
//! ```
//!
//! `Self: Failing` hides what an impl of `Failing` for `Box<T>` says, and the macro does not know which
//! associated types there are. Only of these can one have predicates without a `for<'a>`: one with it would
//! have to hold for `'static` too. Nor are these needed where a supertrait's bound says what the type is,
//! `trait Read: Failing<Error = String>`: the pointer's is the same then.

use rustc_data_structures::fx::FxHashSet;
use rustc_hir::def_id::LocalDefId;
use rustc_middle::ty::{self, Ty, TyCtxt, TypeVisitableExt, Upcast};
use rustc_span::Span;
use rustc_trait_selection::traits;

pub(super) fn predicates_of_supertraits<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_def_id: LocalDefId,
    declared: impl Iterator<Item = ty::Clause<'tcx>>,
) -> Vec<(ty::Clause<'tcx>, Span)> {
    let trait_ref = tcx.impl_trait_ref(impl_def_id).instantiate_identity();
    let pointer = trait_ref.self_ty();
    let Some(pointee) = tcx.pointee_of_dyn_trait(pointer) else { return Vec::new() };
    let of_pointee = ty::Binder::dummy(trait_ref.with_replaced_self_ty(tcx, pointee));
    let span = tcx.def_span(impl_def_id);
    let said: FxHashSet<_> = traits::elaborate(tcx, declared)
        .filter_map(|clause| clause.as_projection_clause()?.no_bound_vars())
        .map(|clause| clause.projection_term)
        .collect();
    let said = &said;

    // Of both, as a supertrait may have `Self` among its arguments.
    traits::supertraits(tcx, of_pointee)
        .zip(traits::supertraits(tcx, ty::Binder::dummy(trait_ref)))
        .filter_map(|(of_pointee, of_pointer)| {
            Some((of_pointee.no_bound_vars()?, of_pointer.no_bound_vars()?))
        })
        .filter(|(of_pointee, of_pointer)| {
            of_pointee.def_id == of_pointer.def_id
                && of_pointee.def_id != trait_ref.def_id
                && of_pointee.self_ty() == pointee
        })
        .flat_map(|(supertrait, of_pointer)| {
            tcx.associated_items(supertrait.def_id)
                .in_definition_order()
                .filter(|item| {
                    item.is_type()
                        && !item.is_impl_trait_in_trait()
                        && tcx.generics_of(item.def_id).is_own_empty()
                        && !tcx.generics_require_sized_self(item.def_id)
                })
                .filter_map(move |item| {
                    let term = Ty::new_projection(tcx, item.def_id, supertrait.args);
                    let projection_term =
                        ty::AliasTerm::new_from_args(tcx, item.def_id, of_pointer.args);
                    if said.contains(&projection_term) {
                        return None;
                    }
                    let clause = ty::ProjectionPredicate { projection_term, term: term.into() };
                    Some((clause.upcast(tcx), span))
                })
        })
        .filter(|(clause, _): &(ty::Clause<'tcx>, Span)| !clause.has_escaping_bound_vars())
        .collect()
}

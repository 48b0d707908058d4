//! The vtables of futures within the vtable of a `dyn` whose methods return them.

use rustc_middle::ty::{Binder, ExistentialPredicate, ExistentialTraitRef, Ty, TyCtxt, VtblEntry};
use rustc_span::Span;

use super::{MonoItems, create_mono_items_for_vtable_methods};

/// Collects what a vtable leads to besides the vtables of supertraits, whose methods are all in it: the
/// vtables of the futures that its methods return.
pub(super) fn collect_vtables_of_futures<'tcx>(
    tcx: TyCtxt<'tcx>,
    entries: &[VtblEntry<'tcx>],
    source: Span,
    output: &mut MonoItems<'tcx>,
) {
    for entry in entries {
        if let VtblEntry::TraitVPtr(of_future) = *entry
            && tcx.is_vtable_of_future(of_future)
        {
            let of_future = tcx.normalize_trait_of_vtable(of_future);
            let principal = ExistentialTraitRef::erase_self_ty(tcx, of_future);
            let predicates = [Binder::dummy(ExistentialPredicate::Trait(principal))];
            let predicates = tcx.mk_poly_existential_predicates(&predicates);
            let as_dyn = Ty::new_dynamic(tcx, predicates, tcx.lifetimes.re_erased);
            let future = of_future.self_ty();
            create_mono_items_for_vtable_methods(tcx, as_dyn, future, source, output);
        }
    }
}

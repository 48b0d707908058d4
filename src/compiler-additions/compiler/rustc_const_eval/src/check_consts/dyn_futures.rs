//! Adapters in constants.

use rustc_errors::Diag;
use rustc_hir::def_id::DefId;
use rustc_middle::ty::TyCtxt;
use rustc_span::sym;

/// For `static HANDLER: &(dyn Handler + Sync) = Boxing::new(&Echo);`, where `new` goes by the kind of pointer
/// and is not `const`.
pub(super) fn help_with_adapter(tcx: TyCtxt<'_>, callee: DefId, err: &mut Diag<'_>) {
    let of_boxing = tcx
        .inherent_impl_of_assoc(callee)
        .and_then(|impl_def_id| tcx.type_of(impl_def_id).skip_binder().ty_adt_def())
        .is_some_and(|adt| tcx.is_diagnostic_item(sym::Boxing, adt.did()));
    if of_boxing {
        err.help(
            "in a constant, `Boxing::from_ref` makes a `&Boxing<T>` of the `&T` of another constant or \
             `static`",
        );
    }
}

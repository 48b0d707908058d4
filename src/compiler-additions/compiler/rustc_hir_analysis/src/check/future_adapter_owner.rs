//! What an adapter makes of a future has to have the size and alignment of a pointer.

use rustc_errors::ErrorGuaranteed;
use rustc_hir::LangItem;
use rustc_hir::def_id::LocalDefId;
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::Span;

#[derive(Diagnostic)]
#[diag("the owner of a `dyn` method's future must have the size and alignment of a pointer")]
#[help("keep the future behind one pointer, as `Pin<Box<F>>` does")]
struct OwnerNotPointerSized<'tcx> {
    #[primary_span]
    #[label("`{$owner}` has {$size} bytes, aligned to {$align}; a pointer has {$pointer}")]
    span: Span,
    owner: Ty<'tcx>,
    size: u64,
    align: u64,
    pointer: u64,
}

/// Check the `Owner` of an implementation of `FutureAdapter`. One whose size depends on the future is
/// checked where the vtable is made.
pub(super) fn check(tcx: TyCtxt<'_>, def_id: LocalDefId) -> Result<(), ErrorGuaranteed> {
    let of_trait = tcx.trait_item_of(def_id.to_def_id());
    if of_trait.is_none() || of_trait != tcx.lang_items().get(LangItem::FutureAdapterOwner) {
        return Ok(());
    }
    let owner = tcx.type_of(def_id).instantiate_identity();
    let typing_env = ty::TypingEnv::non_body_analysis(tcx, def_id);
    let Ok(owner) = tcx.try_normalize_erasing_regions(typing_env, owner) else { return Ok(()) };
    let Ok(layout) = tcx.layout_of(typing_env.as_query_input(owner)) else { return Ok(()) };
    let pointer = tcx.data_layout.pointer_size().bytes();
    let pointer_align = tcx.data_layout.pointer_align().abi;
    if !layout.is_sized() || layout.size.bytes() == pointer && layout.align.abi == pointer_align {
        return Ok(());
    }
    Err(tcx.dcx().emit_err(OwnerNotPointerSized {
        span: tcx.def_span(def_id),
        owner,
        size: layout.size.bytes(),
        align: layout.align.abi.bytes(),
        pointer,
    }))
}

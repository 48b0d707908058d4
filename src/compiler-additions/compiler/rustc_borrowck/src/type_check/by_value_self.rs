//! What to say of a `dyn Trait` that a method takes by value: `connection.close()`.

use rustc_macros::Subdiagnostic;
use rustc_middle::mir::{Body, TerminatorKind};
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::Span;

#[derive(Subdiagnostic)]
pub(crate) enum ByValueSelf {
    #[help(
        "add `#![feature(dyn_by_value_self)]` to the crate attributes to call such a method on a `Box`"
    )]
    WithGate,
    #[help(
        "a method that takes `self` by value can be called on a `Box<dyn …>`, which owns the value"
    )]
    WithBox,
}

/// Whether what has no size is the `self` of a call, in a crate that has one of the gates about `dyn`.
pub(super) fn help<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    ty: Ty<'tcx>,
    span: Span,
) -> Option<ByValueSelf> {
    let features = tcx.features();
    let has_gate = features.dyn_by_value_self();
    if !has_gate && !features.async_fn_in_dyn_trait() || !matches!(ty.kind(), ty::Dynamic(..)) {
        return None;
    }
    let mut calls = body.basic_blocks.iter().filter_map(|block| match &block.terminator().kind {
        TerminatorKind::Call { func, args, .. } => Some((func.const_fn_def()?.0, args.first()?)),
        _ => None,
    });
    let is_self = calls.any(|(fn_def_id, self_)| {
        self_.span == span
            && tcx.trait_of_assoc(fn_def_id).is_some()
            && tcx.takes_self_by_value(fn_def_id)
    });
    is_self.then_some(match has_gate {
        true => ByValueSelf::WithBox,
        false => ByValueSelf::WithGate,
    })
}

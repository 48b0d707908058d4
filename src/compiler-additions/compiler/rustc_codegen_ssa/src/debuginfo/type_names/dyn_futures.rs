//! `dyn` types whose methods return futures, in the names of debug info.

use rustc_data_structures::fx::FxHashSet;
use rustc_middle::ty::dyn_futures::name_of_returning_fn;
use rustc_middle::ty::{self, Ty, TyCtxt};

use super::{
    cpp_like_debuginfo, push_arg_separator, push_close_angle_bracket, push_debuginfo_type_name,
    push_generic_args_internal, push_item_name,
};

/// Push the name of the future that a method of a `dyn` type returns.
///
/// Where the output is such a future again, and is a part of the `dyn` type, to name all arguments of
/// the type would make a name that doubles with each level.
///
/// ```ignore (illustrative)
/// DynFuture<dyn Next<Out=…>, Next::next>
/// ```
pub(super) fn push_dyn_future<'tcx>(
    tcx: TyCtxt<'tcx>,
    dyn_future: ty::AdtDef<'tcx>,
    call: ty::AliasTy<'tcx>,
    qualified: bool,
    output: &mut String,
    visited: &mut FxHashSet<Ty<'tcx>>,
) {
    let cpp_like_debuginfo = cpp_like_debuginfo(tcx);
    push_item_name(tcx, dyn_future.did(), qualified, output);
    output.push('<');
    push_debuginfo_type_name(tcx, call.self_ty(), true, output, visited);
    push_arg_separator(cpp_like_debuginfo, output);
    if let Some(fn_def_id) = tcx.fn_of_promise(call.def_id) {
        push_item_name(tcx, fn_def_id, true, output);
    }
    let trait_ref = call.trait_ref(tcx);
    let of_trait = tcx.mk_args(&trait_ref.args[1..]);
    let is_principal = match call.self_ty().kind() {
        ty::Dynamic(data, _) => data.principal().is_some_and(|principal| {
            let principal = tcx.instantiate_bound_regions_with_erased(principal);
            principal.def_id == trait_ref.def_id && principal.args == of_trait
        }),
        _ => false,
    };
    if !is_principal {
        push_generic_args_internal(tcx, of_trait, output, visited);
    }
    push_close_angle_bracket(cpp_like_debuginfo, output);
}

/// Push `fetch(..)=Send` for each promise of a `dyn` type, `async=Send` for one of all methods, with
/// a separator behind each.
pub(super) fn push_promises<'tcx>(
    tcx: TyCtxt<'tcx>,
    predicates: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    output: &mut String,
    visited: &mut FxHashSet<Ty<'tcx>>,
) {
    let cpp_like_debuginfo = cpp_like_debuginfo(tcx);
    for promise in predicates.promises() {
        let promise = tcx.instantiate_bound_regions_with_erased(promise);
        if cpp_like_debuginfo {
            output.push_str("promise$<");
        }
        if !tcx.is_impl_trait_in_trait(promise.def_id) {
            output.push_str("async");
        } else {
            if !promise.args.is_empty() {
                push_item_name(tcx, tcx.parent(promise.def_id), false, output);
                push_generic_args_internal(tcx, promise.args, output, visited);
                output.push_str("::");
            }
            output.push_str(name_of_returning_fn(tcx, promise.def_id).as_str());
            output.push_str("(..)");
        }
        if cpp_like_debuginfo {
            push_arg_separator(cpp_like_debuginfo, output);
        } else {
            output.push('=');
        }
        push_item_name(tcx, promise.auto_trait, true, output);
        if cpp_like_debuginfo {
            push_close_angle_bracket(cpp_like_debuginfo, output);
        }
        push_arg_separator(cpp_like_debuginfo, output);
    }
}

//! Printing the type that a function or a value that is called returns: by the name of a trait's
//! function, as a call, or as `impl Trait`.
//!
//! Without `#![feature(named_return_types)]`, the associated type of an `async fn` in a trait has
//! no name, and is printed as `impl Future<Output = Data>`. With it, it is printed as the person
//! could write it: `<F as Fetch>::fetch<'_>`.

use std::cell::RefCell;

use super::*;

/// Print the RPITIT `assoc_ty` by its name, with all the arguments that the name takes. Where the
/// name is to be suggested as the subject of a bound, its lifetimes are left out.
///
/// Returns `false`, with nothing printed, if it has none.
pub(super) fn print_return_type_name<'tcx>(
    p: &mut impl PrettyPrinter<'tcx>,
    assoc_ty: DefId,
    args: ty::GenericArgsRef<'tcx>,
) -> Result<bool, PrintError> {
    let tcx = p.tcx();
    let mode = RTN_MODE.with(|mode| mode.get());
    // Where both can be suggested, the name is: procedural macros can parse it.
    if !tcx.features().named_return_types() || mode == RtnMode::ForSignature {
        return Ok(false);
    }
    let Some((fn_def_id, mut name_args)) = tcx.return_type_name(assoc_ty, args) else {
        return Ok(false);
    };

    let trait_ref = ty::TraitRef::from_assoc(tcx, tcx.parent(fn_def_id), args);
    p.print_path_with_qualified(trait_ref.self_ty(), Some(trait_ref))?;
    let name = tcx.item_name(fn_def_id);
    let raw = if Ident::with_dummy_span(name).is_raw_guess() { "r#" } else { "" };
    write!(p, "::{raw}{name}")?;
    if mode == RtnMode::ForSuggestion {
        name_args.retain(|arg| arg.as_region().is_none());
    }
    if !name_args.is_empty() {
        p.generic_delimiters(|p| p.comma_sep(name_args.into_iter()))?;
    }
    Ok(true)
}

/// Where a bound is to be suggested on what a function returns, print the RPITIT `assoc_ty` as the
/// call that can be its subject: `<S as Store>::open(..)`, `<S as Store>::get::<u8>(..)`.
///
/// Returns `false`, with nothing printed, if that is not wanted, or there is no such call.
pub(super) fn print_call_for_suggestion<'tcx>(
    p: &mut impl PrettyPrinter<'tcx>,
    assoc_ty: DefId,
    args: ty::GenericArgsRef<'tcx>,
) -> Result<bool, PrintError> {
    let tcx = p.tcx();
    if !tcx.features().return_type_notation()
        || RTN_MODE.with(|mode| mode.get()) != RtnMode::ForSuggestion
    {
        return Ok(false);
    }
    let Some((fn_def_id, mut name_args)) = tcx.return_type_name(assoc_ty, args) else {
        return Ok(false);
    };
    name_args.retain(|arg| arg.as_region().is_none());
    if tcx.assoc_type_of_returned_impl_trait(fn_def_id) != Some(assoc_ty) {
        return Ok(false);
    }

    let trait_ref = ty::TraitRef::from_assoc(tcx, tcx.parent(fn_def_id), args);
    p.print_path_with_qualified(trait_ref.self_ty(), Some(trait_ref))?;
    write!(p, "::{}", Ident::with_dummy_span(tcx.item_name(fn_def_id)))?;
    if !name_args.is_empty() {
        write!(p, "::")?;
        p.generic_delimiters(|p| p.comma_sep(name_args.into_iter()))?;
    }
    write!(p, "(..)")?;
    Ok(true)
}

/// Print what calling an `F` returns as a person writes it: `F(&str)`, not
/// `<F as AsyncFnMut<(&str,)>>::CallRefFuture<'_>`, whose names are unstable.
///
/// Returns `false`, with nothing printed, if it is no such type.
pub(super) fn print_call_of_value<'tcx>(
    p: &mut impl PrettyPrinter<'tcx>,
    alias: ty::AliasTerm<'tcx>,
) -> Result<bool, PrintError> {
    let tcx = p.tcx();
    if !tcx.features().return_type_notation()
        || !matches!(
            tcx.as_lang_item(alias.def_id),
            Some(LangItem::CallRefFuture | LangItem::CallOnceFuture | LangItem::FnOnceOutput)
        )
    {
        return Ok(false);
    }
    let called = alias.self_ty();
    let inputs = alias.args.type_at(1);
    // Only parameters and associated types are called in types.
    if !matches!(called.kind(), ty::Param(_) | ty::Alias(ty::Projection, _)) {
        return Ok(false);
    }
    let ty::Tuple(inputs) = *inputs.kind() else { return Ok(false) };
    p.print_type(called)?;
    write!(p, "(")?;
    p.comma_sep(inputs.iter())?;
    write!(p, ")")?;
    Ok(true)
}

thread_local! {
    /// Each `impl Trait` that is being printed within the one before.
    static NESTED_IMPL_TRAITS: RefCell<Vec<(DefId, usize)>> = const { RefCell::new(Vec::new()) };
}

/// An `impl Trait` that is being printed by its bounds.
///
/// A call in a type allows `fn f() -> impl Trait<f()>`, whose bounds mention the type itself, and
/// types that are far larger than what a person has written.
pub(super) struct NestedImplTrait(());

impl NestedImplTrait {
    /// `None` if it is within itself, or too deep to be read.
    pub(super) fn enter<'tcx>(
        tcx: TyCtxt<'tcx>,
        def_id: DefId,
        args: ty::GenericArgsRef<'tcx>,
    ) -> Option<Self> {
        let limit = if tcx.features().return_type_notation() { 8 } else { 64 };
        // Interned, so the same arguments are at the same address.
        let this = (def_id, std::ptr::from_ref(args).addr());
        NESTED_IMPL_TRAITS.with_borrow_mut(|nested| {
            if nested.len() >= limit || nested.contains(&this) {
                return None;
            }
            nested.push(this);
            Some(NestedImplTrait(()))
        })
    }
}

impl Drop for NestedImplTrait {
    fn drop(&mut self) {
        NESTED_IMPL_TRAITS.with_borrow_mut(|nested| nested.pop());
    }
}

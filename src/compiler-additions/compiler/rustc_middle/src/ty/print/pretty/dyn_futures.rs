//! Printing `dyn` types whose methods return futures, as the person would write them.

use super::*;
use crate::ty::dyn_futures::name_of_returning_fn;

/// Print `fetch(..): Send + Sync`, for each method of which the `dyn` type promises something.
///
/// A method that is there several times, `Fetch<u8>` and `Fetch<u16>`, comes with its trait.
pub(super) fn print_promises_of_methods<'tcx>(
    p: &mut impl PrettyPrinter<'tcx>,
    predicates: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    mut is_first: bool,
) -> Result<(), PrintError> {
    let tcx = p.tcx();
    let mut methods = FxIndexMap::<_, Vec<DefId>>::default();
    for promise in predicates.promises() {
        if tcx.is_impl_trait_in_trait(promise.def_id()) {
            let promise = promise.skip_binder();
            methods.entry((promise.def_id, promise.args)).or_default().push(promise.auto_trait);
        }
    }
    methods.sort_by_cached_key(|(def_id, _), _| name_of_returning_fn(tcx, *def_id).to_string());
    for (&(def_id, args), auto_traits) in &methods {
        if !is_first {
            write!(p, ", ")?;
        }
        is_first = false;
        let name = name_of_returning_fn(tcx, def_id);
        if methods.keys().filter(|(other, _)| *other == def_id).count() > 1 {
            p.print_def_path(tcx.parent(def_id), &[])?;
            p.generic_delimiters(|p| p.comma_sep(args.iter()))?;
            write!(p, "::")?;
        }
        write!(p, "{name}")?;
        if tcx.features().return_type_notation() || !tcx.features().named_return_types() {
            write!(p, "(..)")?;
        }
        print_auto_traits(p, auto_traits.clone(), ": ")?;
    }
    Ok(())
}

/// Print `fetch(..): Send`, or `async Send`.
pub(super) fn print_promise<'tcx>(
    p: &mut impl PrettyPrinter<'tcx>,
    promise: ty::ExistentialPromise<'tcx>,
) -> Result<(), PrintError> {
    if p.tcx().is_impl_trait_in_trait(promise.def_id) {
        write!(p, "{}(..): ", name_of_returning_fn(p.tcx(), promise.def_id))?;
    } else {
        write!(p, "async ")?;
    }
    print_auto_trait(p, promise.auto_trait)
}

/// Print `Send`, or the `?Sized` of a future that has no size.
fn print_auto_trait<'tcx>(
    p: &mut impl PrettyPrinter<'tcx>,
    auto_trait: DefId,
) -> Result<(), PrintError> {
    if p.tcx().is_lang_item(auto_trait, LangItem::MetaSized) {
        write!(p, "?Sized")
    } else {
        p.print_def_path(auto_trait, &[])
    }
}

/// Whether there is something to print of [`print_promises_of_methods`].
pub(super) fn has_promises_of_methods<'tcx>(
    tcx: TyCtxt<'tcx>,
    predicates: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
) -> bool {
    predicates.promises().any(|promise| tcx.is_impl_trait_in_trait(promise.def_id()))
}

/// Print ` + async Send`, of all methods.
pub(super) fn print_promises_of_traits<'tcx>(
    p: &mut impl PrettyPrinter<'tcx>,
    predicates: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
) -> Result<(), PrintError> {
    let of_trait = predicates
        .promises()
        .filter(|promise| !p.tcx().is_impl_trait_in_trait(promise.def_id()))
        .map(|promise| promise.skip_binder().auto_trait)
        .collect();
    print_auto_traits(p, of_trait, " + async ")
}

/// Whether the `dyn` type promises the auto trait of all its futures, `async Send`.
pub(super) fn is_promised_of_trait<'tcx>(
    tcx: TyCtxt<'tcx>,
    predicates: &'tcx ty::List<ty::PolyExistentialPredicate<'tcx>>,
    auto_trait: DefId,
) -> bool {
    predicates.promises().any(|promise| {
        !tcx.is_impl_trait_in_trait(promise.def_id())
            && promise.skip_binder().auto_trait == auto_trait
    })
}

fn print_auto_traits<'tcx>(
    p: &mut impl PrettyPrinter<'tcx>,
    mut auto_traits: Vec<DefId>,
    before: &str,
) -> Result<(), PrintError> {
    let tcx = p.tcx();
    auto_traits.sort_by_cached_key(|&did| {
        let is_last = !tcx.is_lang_item(did, LangItem::MetaSized);
        (is_last, with_no_trimmed_paths!(tcx.def_path_str(did)))
    });
    auto_traits.dedup();
    for (i, auto_trait) in auto_traits.into_iter().enumerate() {
        let is_list = before == ": ";
        write!(p, "{}", if i > 0 && is_list { " + " } else { before })?;
        print_auto_trait(p, auto_trait)?;
    }
    Ok(())
}

/// `()` for the `<dyn Fetch<Error = ()> as Fetch>::Error` in what a method of this `dyn` type returns:
/// the person has written what it is.
///
/// `assoc_ty` is the RPITIT that `term` is in a bound of. Others are left alone.
pub(super) fn settle_by_dyn<'tcx>(
    tcx: TyCtxt<'tcx>,
    assoc_ty: DefId,
    args: ty::GenericArgsRef<'tcx>,
    term: ty::Binder<'tcx, ty::Term<'tcx>>,
) -> ty::Binder<'tcx, ty::Term<'tcx>> {
    if !tcx.is_impl_trait_in_trait(assoc_ty)
        || !args.types().next().is_some_and(|self_ty| self_ty.is_trait())
    {
        return term;
    }
    term.fold_with(&mut ty::BottomUpFolder {
        tcx,
        ty_op: |ty| match *ty.kind() {
            ty::Alias(ty::Projection, alias) => match *alias.self_ty().kind() {
                ty::Dynamic(data, _) => data
                    .projection_bounds()
                    .find(|bound| bound.item_def_id() == alias.def_id)
                    .and_then(|bound| bound.no_bound_vars()?.term.as_type())
                    .unwrap_or(ty),
                _ => ty,
            },
            _ => ty,
        },
        lt_op: |lt| lt,
        ct_op: |ct| ct,
    })
}

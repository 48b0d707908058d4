//! What a `dyn` type promises of its futures, in symbol names.

use rustc_middle::ty::dyn_futures::name_of_returning_fn;
use rustc_middle::ty::print::{Print, PrintError, Printer};
use rustc_middle::ty::{self, Ty};
use rustc_span::kw;

use super::V0SymbolMangler;

/// Print a promise in the guise of an associated type, which is what demanglers know of.
///
/// ```ignore (illustrative)
/// dyn Fetch<fetch(..): Send> // dyn Fetch<fetch = (dyn Send, dyn Fetch)>
/// dyn Sub<fetch(..): Send>   // dyn Sub<fetch = (dyn Send, dyn Fetch<u8>)>, of a supertrait `Fetch<u8>`
/// dyn Fetch + async Send     // dyn Fetch<async = (dyn Fetch, dyn Send)>
/// ```
///
/// No associated type is such a tuple, whose first field has no size. The two orders tell a method
/// called `r#async` from all methods.
pub(super) fn print_promise<'tcx>(
    p: &mut V0SymbolMangler<'tcx>,
    promise: ty::ExistentialPromise<'tcx>,
) -> Result<(), PrintError> {
    let tcx = p.tcx;
    let is_of_method = tcx.is_impl_trait_in_trait(promise.def_id);
    let name = match is_of_method {
        true => name_of_returning_fn(tcx, promise.def_id),
        false => kw::Async,
    };
    p.push("p");
    p.push_ident(name.as_str());
    p.push("T");
    if is_of_method {
        print_auto_trait(p, promise)?;
        print_trait(p, promise)?;
    } else {
        print_trait(p, promise)?;
        print_auto_trait(p, promise)?;
    }
    p.push("E");
    Ok(())
}

fn print_auto_trait<'tcx>(
    p: &mut V0SymbolMangler<'tcx>,
    promise: ty::ExistentialPromise<'tcx>,
) -> Result<(), PrintError> {
    let auto_trait = ty::ExistentialPredicate::AutoTrait(promise.auto_trait);
    let auto_trait = p.tcx.mk_poly_existential_predicates(&[ty::Binder::dummy(auto_trait)]);
    Ty::new_dynamic(p.tcx, auto_trait, p.tcx.lifetimes.re_erased).print(p)
}

fn print_trait<'tcx>(
    p: &mut V0SymbolMangler<'tcx>,
    promise: ty::ExistentialPromise<'tcx>,
) -> Result<(), PrintError> {
    // Use a type that can't appear in defaults of type parameters.
    let of_trait = p.tcx.trait_of_promise(promise, Ty::new_fresh(p.tcx, 0));
    p.push("D");
    p.print_def_path(of_trait.def_id, of_trait.args)?;
    p.push("EL_");
    Ok(())
}

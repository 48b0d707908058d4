//! What a `dyn` type promises of its futures, in symbol names.

use rustc_middle::ty::dyn_futures::name_of_returning_fn;
use rustc_middle::ty::print::{Print, PrintError, Printer};
use rustc_middle::ty::{self, Ty};
use rustc_span::kw;

use super::V0SymbolMangler;

/// Print a promise in the guise of an associated type, which is what demanglers know of.
///
/// ```ignore (illustrative)
/// dyn Fetch<fetch(..): Send> // dyn Fetch<fetch = dyn Send>
/// dyn Sub<fetch(..): Send>   // dyn Sub<fetch = (dyn Send, dyn Fetch<u8>)>, of a supertrait `Fetch<u8>`
/// dyn Fetch + async Send     // dyn Fetch<async = dyn Send>
/// ```
pub(super) fn print_promise<'tcx>(
    p: &mut V0SymbolMangler<'tcx>,
    promise: ty::ExistentialPromise<'tcx>,
) -> Result<(), PrintError> {
    let tcx = p.tcx;
    let name = match tcx.is_impl_trait_in_trait(promise.def_id) {
        true => name_of_returning_fn(tcx, promise.def_id),
        false => kw::Async,
    };
    let auto_trait = ty::ExistentialPredicate::AutoTrait(promise.auto_trait);
    let auto_trait = tcx.mk_poly_existential_predicates(&[ty::Binder::dummy(auto_trait)]);
    let auto_trait = Ty::new_dynamic(tcx, auto_trait, tcx.lifetimes.re_erased);
    p.push("p");
    p.push_ident(name.as_str());
    if promise.args.is_empty() {
        return auto_trait.print(p);
    }
    p.push("T");
    auto_trait.print(p)?;
    p.push("D");
    // Use a type that can't appear in defaults of type parameters.
    let of_trait = tcx.trait_of_promise(promise, Ty::new_fresh(tcx, 0));
    p.print_def_path(of_trait.def_id, of_trait.args)?;
    p.push("EL_E");
    Ok(())
}

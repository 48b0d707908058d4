//! Where-clauses about what a method returns, `S::fetch(..): Send`.
//!
//! There are many of them behind one `S: Fetch + async Send`, and all are bounds by `Send`. An alias may
//! be any type, so whatever has to be `Send` would be related to each of them. But the type that a
//! method of a type parameter returns is no other type: nothing says what it is equal to, unless
//! the trait has an impl for all types.

use rustc_type_ir::inherent::*;
use rustc_type_ir::{self as ty, Interner};

/// Whether a where-clause with this subject can't be about the self type of a goal, which is
/// normalized.
///
/// ```ignore (illustrative)
/// <S as Fetch>::fetch<'a>: Send // is not about `Vec<u8>`, nor about `<S as Fetch>::store<'a>`
/// ```
pub fn is_bound_of_another_type<I: Interner>(cx: I, subject: I::Ty, goal: I::Ty) -> bool {
    let ty::Alias(ty::Projection, subject) = subject.kind() else { return false };
    if !cx.is_impl_trait_in_trait(subject.def_id)
        || !matches!(subject.self_ty().kind(), ty::Param(_) | ty::Placeholder(_))
        || cx.may_be_of_blanket_impl(subject.def_id)
    {
        return false;
    }
    match goal.kind() {
        ty::Alias(ty::Projection, goal) => goal.def_id != subject.def_id,
        // An opaque type may turn out to be what a method returns.
        ty::Alias(..) | ty::Infer(_) | ty::Error(_) | ty::Bound(..) => false,
        _ => true,
    }
}

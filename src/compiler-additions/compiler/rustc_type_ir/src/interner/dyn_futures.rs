//! What the type system asks about `dyn` types whose methods return futures.
//!
//! `rustc_middle::ty::dyn_futures` has the answers.

use crate::{self as ty, Interner};

pub trait DynFutures<I: Interner>: Sized {
    /// What the method that returns the RPITIT `assoc_ty` returns for the `dyn` type `self_ty`, as
    /// projection clauses: one for each time that the method's trait is among its supertraits.
    fn dyn_future_clauses(self, self_ty: I::Ty, assoc_ty: I::DefId) -> Vec<I::Clause>;

    /// What this call returns, as a projection clause, where all types are known and lifetimes are
    /// erased: several supertraits may have become one.
    fn dyn_future_clause_of_call(self, call: ty::AliasTerm<I>) -> I::Clause;

    /// The `<dyn Fetch as Fetch>::fetch<'a>` that a `DynFuture` with these arguments is. What
    /// outlives what is decided as for that type: by its arguments, or by what the trait declares. As
    /// long as nobody knows which call it is of, it is a type of which nothing is declared.
    fn outlives_alias_of_dyn_future(
        self,
        adt: I::AdtDef,
        args: I::GenericArgs,
    ) -> Option<ty::AliasTy<I>>;

    /// When a `DynFuture` that this call returns has the auto trait. `None` if `call` is not a call
    /// of a `dyn` type's method.
    fn auto_trait_of_dyn_future(
        self,
        call: I::Ty,
        auto_trait: I::TraitId,
    ) -> Option<ty::PromiseOfCall<I>>;

    /// What a promise says of `self_ty`, in place of the `dyn` type.
    fn clauses_of_promise(
        self,
        promise: ty::Binder<I, ty::ExistentialPromise<I>>,
        self_ty: I::Ty,
    ) -> Vec<I::Clause>;

    /// What the coercion of `source` to the `dyn` type `target` requires for the sake of the
    /// futures which its methods return: the type that implements the trait, and further clauses.
    fn unsizing_to_dyn_futures(
        self,
        source: I::Ty,
        target: I::Ty,
    ) -> Option<(I::Ty, Vec<I::Clause>)>;

    /// Whether futures that have no size in a `dyn` type, `dyn Fetch<fetch(..): ?Sized>`, have none in the
    /// one which it becomes.
    fn keeps_unsized_futures(
        self,
        source: I::BoundExistentialPredicates,
        target: I::BoundExistentialPredicates,
    ) -> bool;

    /// Whether an impl for all types may say what the method that returns the RPITIT `assoc_ty`
    /// returns for a type parameter.
    fn may_be_of_blanket_impl(self, assoc_ty: I::DefId) -> bool;

    /// Whether the opaque type is what a function of a trait or of an impl returns.
    fn is_opaque_of_trait_fn(self, opaque: I::DefId) -> bool;

    /// Whether this crate has a gate for bounds on futures, or for `dyn` types with them.
    fn has_bounds_on_futures(self) -> bool;

    /// Whether the future that a method returns has the size and alignment of a pointer, as far as
    /// its declaration shows.
    fn is_pointer_like(self, param_env: I::ParamEnv, the_fn: I::Ty, future: I::Ty) -> bool;
}

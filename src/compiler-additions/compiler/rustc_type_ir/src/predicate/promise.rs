//! What a `dyn` type promises of the futures that its methods return.

use derive_where::derive_where;
#[cfg(feature = "nightly")]
use rustc_macros::{Decodable_NoContext, Encodable_NoContext, HashStable_NoContext};
use rustc_type_ir_macros::{
    GenericTypeVisitable, Lift_Generic, TypeFoldable_Generic, TypeVisitable_Generic,
};

use crate::relate::{Relate, RelateResult, TypeRelation, VarianceDiagInfo};
use crate::{self as ty, Interner};

/// That the futures of a `dyn` type's methods have an auto trait, or, with `MetaSized` in its place, that they
/// have no size: `fetch(..): ?Sized`.
///
/// ```ignore (illustrative)
/// dyn Fetch<u8, fetch(..): Send> // of the method `Fetch<u8>::fetch`, whatever its lifetimes
/// dyn Fetch<u8> + async Send     // of all methods of `Fetch<u8>` and its supertraits
/// ```
#[derive_where(Clone, Copy, Hash, PartialEq, Debug; I: Interner)]
#[derive(TypeVisitable_Generic, GenericTypeVisitable, TypeFoldable_Generic, Lift_Generic)]
#[cfg_attr(
    feature = "nightly",
    derive(Decodable_NoContext, Encodable_NoContext, HashStable_NoContext)
)]
pub struct ExistentialPromise<I: Interner> {
    /// The RPITIT of the method, or the trait whose methods are meant.
    pub def_id: I::DefId,
    /// The arguments of the trait, less `Self`.
    pub args: I::GenericArgs,
    pub auto_trait: I::TraitId,
}

impl<I: Interner> Eq for ExistentialPromise<I> {}

impl<I: Interner> ty::Binder<I, ExistentialPromise<I>> {
    pub fn def_id(&self) -> I::DefId {
        self.skip_binder().def_id
    }
}

impl<I: Interner> Relate<I> for ExistentialPromise<I> {
    fn relate<R: TypeRelation<I>>(
        relation: &mut R,
        a: ExistentialPromise<I>,
        b: ExistentialPromise<I>,
    ) -> RelateResult<I, ExistentialPromise<I>> {
        if a.def_id != b.def_id {
            return Err(ty::error::TypeError::ProjectionMismatched(ty::error::ExpectedFound::new(
                a.def_id, b.def_id,
            )));
        }
        if a.auto_trait != b.auto_trait {
            return Err(ty::error::TypeError::Traits(ty::error::ExpectedFound::new(
                a.auto_trait,
                b.auto_trait,
            )));
        }
        let args = relation.relate_with_variance(
            ty::Invariant,
            VarianceDiagInfo::default(),
            a.args,
            b.args,
        )?;
        Ok(ExistentialPromise { args, ..a })
    }
}

/// Whether the future that a call through a `dyn` returns has an auto trait.
#[derive_where(Clone, Debug; I: Interner)]
pub struct PromiseOfCall<I: Interner> {
    /// `dyn Sub: Fetch<u8>`, where the call is of a method of `Fetch<u8>`.
    pub trait_ref: ty::TraitRef<I>,
    pub promised: PromisedAutoTrait<I>,
}

/// By whom the future of a call is promised to have an auto trait.
#[derive_where(Clone, Debug; I: Interner)]
pub enum PromisedAutoTrait<I: Interner> {
    /// By the method, or for exactly these arguments of the trait.
    Always,
    /// If the trait's arguments are equal to some of these, which a promise is about.
    IfEqual(Vec<ty::Binder<I, ty::TraitRef<I>>>),
}

//! The signature that a method has on an incomplete `dyn`.
//!
//! ```ignore (illustrative)
//! trait Store {
//!     type Item;
//!     fn take(&self) -> Option<Self::Item>;
//!     async fn get(&self) -> Self::Item;
//! }
//! // of a `dyn Store<Item = u8>`, in place of `<dyn Store<Item = u8> as Store>::Item` and so on:
//! fn take<'a>(self: &'a dyn Store<Item = u8>) -> Option<u8>;
//! fn get<'a>(self: &'a dyn Store<Item = u8>) -> DynFuture<(get, &'a ()), u8>;
//! ```
//!
//! A projection would ask for `dyn Store<Item = u8>: Store`, which does not hold. What the `dyn` type
//! says nothing of is left as it is, and who mentions it can't be called.

use std::ops::ControlFlow;

use rustc_data_structures::fx::FxIndexMap;
use rustc_hir::def_id::DefId;
use rustc_span::kw;

use super::IncompleteDyn;
use crate::ty::{
    self, GenericArgsRef, Ty, TyCtxt, TypeFoldable, TypeFolder, TypeSuperFoldable,
    TypeSuperVisitable, TypeVisitableExt, TypeVisitor,
};

impl<'tcx> TyCtxt<'tcx> {
    /// The signature of a function with these arguments: that of its declaration, but for a method of
    /// an incomplete `dyn`.
    pub fn fn_sig_of_call(self, def_id: DefId, args: GenericArgsRef<'tcx>) -> ty::PolyFnSig<'tcx> {
        let sig = self.fn_sig(def_id);
        match self.incomplete_dyn_of_call(def_id, args) {
            Some(incomplete) => {
                let sig = sig.instantiate(self, incomplete.marked_args(self, args));
                incomplete.expand(self, sig).value(self)
            }
            None => sig.instantiate(self, args),
        }
    }

    /// What is in the place of `Self` until all that is declared about it has been found. Other
    /// arguments may be, or become, the same `dyn` type, and it is not said of these.
    pub fn self_of_incomplete_dyn(self) -> Ty<'tcx> {
        Ty::new_param(self, u32::MAX, kw::SelfUpper)
    }
}

/// What a trait declares, of an incomplete `dyn`, with what this says put in.
#[derive(Clone, Copy, Debug)]
pub struct Expanded<'tcx, T> {
    incomplete: IncompleteDyn<'tcx>,
    marked: T,
}

impl<'tcx, T: TypeFoldable<TyCtxt<'tcx>>> Expanded<'tcx, T> {
    pub fn value(self, tcx: TyCtxt<'tcx>) -> T {
        self.incomplete.unmark(tcx, self.marked)
    }

    /// An associated item of the `dyn` that this mentions, and that is not known.
    pub fn missing(&self, tcx: TyCtxt<'tcx>) -> Option<DefId> {
        self.find_missing(tcx, |_| true)
    }

    /// An associated item that this mentions, and of which the `dyn` says nothing at all. So it is for
    /// all type and lifetime arguments. What is missing otherwise is said several times, and is known
    /// for other arguments.
    pub fn left_out(&self, tcx: TyCtxt<'tcx>) -> Option<DefId> {
        self.find_missing(tcx, |item| !super::says(self.incomplete.data, item))
    }

    fn find_missing(&self, tcx: TyCtxt<'tcx>, is_asked: impl Fn(DefId) -> bool) -> Option<DefId> {
        let incomplete = self.incomplete;
        self.marked.visit_with(&mut FindMissing { tcx, incomplete, is_asked }).break_value()
    }
}

impl<'tcx> IncompleteDyn<'tcx> {
    /// The arguments of a trait or its item, with a mark in place of `Self`.
    pub fn marked_args(
        self,
        tcx: TyCtxt<'tcx>,
        args: GenericArgsRef<'tcx>,
    ) -> GenericArgsRef<'tcx> {
        tcx.mk_args_trait(tcx.self_of_incomplete_dyn(), args[1..].iter().copied())
    }

    pub(super) fn unmark<T: TypeFoldable<TyCtxt<'tcx>>>(self, tcx: TyCtxt<'tcx>, value: T) -> T {
        value.fold_with(&mut Unmark { tcx, incomplete: self, binders: 0 })
    }

    /// Replace the associated types of `Self`, which is [marked](Self::marked_args), by what the `dyn`
    /// says of them, and its methods' futures by their types.
    pub fn expand<T: TypeFoldable<TyCtxt<'tcx>>>(
        self,
        tcx: TyCtxt<'tcx>,
        marked: T,
    ) -> Expanded<'tcx, T> {
        self.expand_with(tcx, marked, None)
    }

    /// The same of what the trait asks of an associated type, where that is of what is `said`. Its own
    /// type is not looked up, which lifetimes may not tell.
    pub fn expand_item_bound(
        self,
        tcx: TyCtxt<'tcx>,
        said: ty::PolyExistentialProjection<'tcx>,
        bound: ty::Clause<'tcx>,
    ) -> Expanded<'tcx, ty::Clause<'tcx>> {
        let said = said.with_self_ty(tcx, tcx.self_of_incomplete_dyn());
        let bound = bound.instantiate_supertrait(
            tcx,
            said.map_bound(|said| said.projection_term.trait_ref(tcx)),
        );
        self.expand_with(tcx, bound, Some(said.skip_binder()))
    }

    fn expand_with<T: TypeFoldable<TyCtxt<'tcx>>>(
        self,
        tcx: TyCtxt<'tcx>,
        marked: T,
        own: Option<ty::ProjectionPredicate<'tcx>>,
    ) -> Expanded<'tcx, T> {
        let marked = marked.fold_with(&mut Expand { tcx, incomplete: self, own, binders: 0 });
        Expanded { incomplete: self, marked }
    }

    /// An associated item of the `dyn` that is not known, and that a method's signature mentions, or
    /// its own where-clauses.
    pub fn missing_in_method(
        self,
        tcx: TyCtxt<'tcx>,
        fn_def_id: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> Option<DefId> {
        let args = self.marked_args(tcx, args);
        let sig = tcx.fn_sig(fn_def_id).instantiate(tcx, args);
        self.expand(tcx, sig).missing(tcx).or_else(|| {
            tcx.predicates_of(fn_def_id)
                .instantiate_own(tcx, args)
                .find_map(|(clause, _)| self.expand(tcx, clause).missing(tcx))
        })
    }

    /// What the `dyn` says of an associated type.
    ///
    /// Where a trait is there several times, the arguments tell which one is meant. Lifetimes don't: which
    /// are equal is not known here. So what differs in lifetimes only is not known, and who mentions it
    /// can't be called.
    fn said_of(
        self,
        tcx: TyCtxt<'tcx>,
        alias: ty::AliasTy<'tcx>,
    ) -> Option<ty::PolyExistentialProjection<'tcx>> {
        let all: Vec<_> = self
            .data
            .projection_bounds()
            .filter(|said| said.item_def_id() == alias.def_id)
            .collect();
        if let [said] = all[..] {
            return Some(said);
        }
        let args = without_lifetimes(tcx, &alias.args[1..]);
        let mut said = all.into_iter().filter(|said| {
            let of_said = said.skip_binder().args;
            without_lifetimes(tcx, &of_said[..args.len().min(of_said.len())]) == args
        });
        let first = said.next()?;
        // In code that is generated, lifetimes are erased, and this has been decided.
        let tells_lifetimes = self.ty.has_free_regions() || self.ty.has_escaping_bound_vars();
        // The same said twice is said.
        let mut others = said.filter(|&other| first != other || other.has_free_regions());
        (others.next().is_none() || !tells_lifetimes).then_some(first)
    }

    fn expand_projection(
        self,
        tcx: TyCtxt<'tcx>,
        alias: ty::AliasTy<'tcx>,
        folder: &mut Expand<'tcx>,
    ) -> Option<Ty<'tcx>> {
        let principal = self.data.principal_def_id()?;
        if !tcx.is_supertrait_of(principal, tcx.parent(alias.def_id)) {
            return None;
        }
        if let Some(term) = folder.own_term(alias) {
            return term.as_type();
        }
        if tcx.is_impl_trait_in_trait(alias.def_id) {
            let future = tcx.dispatchable_future(alias.def_id)?;
            // Who has no place in the vtable may mention its own future in the output.
            if !tcx.is_future_of_dyn(alias.def_id) {
                return None;
            }
            let output = ty::EarlyBinder::bind(future.output).instantiate(tcx, alias.args);
            let output = output.fold_with(folder);
            return Some(tcx.dyn_future_with_output(alias.def_id, alias.args, output));
        }
        let said = self.said_of(tcx, alias)?;
        let term = instantiate_for(tcx, said, &alias.args[1..], folder.binders)?;
        term.as_type()
    }
}

/// Arguments to compare, of which one side may be normalized: `Super<u8>` and `Super<<K as Has>::T>`.
fn without_lifetimes<'tcx>(
    tcx: TyCtxt<'tcx>,
    args: &[ty::GenericArg<'tcx>],
) -> GenericArgsRef<'tcx> {
    let args = ty::fold_regions(tcx, tcx.mk_args(args), |_, _| tcx.lifetimes.re_erased);
    // What depends on where-clauses is compared as it is.
    if !args.has_aliases()
        || args.has_non_region_param()
        || args.has_non_region_infer()
        || args.has_non_region_placeholders()
        || args.has_escaping_bound_vars()
        || args.references_error()
    {
        return args;
    }
    let typing_env = ty::TypingEnv {
        typing_mode: ty::TypingMode::non_body_analysis(),
        param_env: ty::ParamEnv::empty(),
    };
    tcx.try_normalize_erasing_regions(typing_env, args).unwrap_or(args)
}

/// What a `dyn` says of an associated type, for these arguments of the trait: `for<'a> Item = &'a u8` in
/// a `dyn for<'a> Store<'a, Item = &'a u8>`.
///
/// The arguments are within `binders` more binders than what is said.
fn instantiate_for<'tcx>(
    tcx: TyCtxt<'tcx>,
    said: ty::PolyExistentialProjection<'tcx>,
    args: &[ty::GenericArg<'tcx>],
    binders: u32,
) -> Option<ty::Term<'tcx>> {
    let mut regions = FxIndexMap::default();
    for (pattern, &arg) in said.skip_binder().args.iter().zip(args) {
        match_lifetimes(pattern, arg, &mut regions)?;
    }
    let current = ty::INNERMOST;
    let mut instantiate = InstantiateSaid { tcx, regions, binders, current, is_known: true };
    let term = said.skip_binder().term.fold_with(&mut instantiate);
    instantiate.is_known.then_some(term)
}

/// Which lifetimes the bound ones of a pattern are. `None` if the argument can't be seen to be of the
/// pattern.
///
/// The two are equal once they are normalized, and so are their parts, as far as nothing between is a
/// projection. What is in one, or beside one, tells nothing: `<() as Lend<'x>>::Ty` may be any type, of
/// lifetimes in any order.
fn match_lifetimes<'tcx>(
    pattern: ty::GenericArg<'tcx>,
    arg: ty::GenericArg<'tcx>,
    regions: &mut FxIndexMap<ty::BoundVar, ty::Region<'tcx>>,
) -> Option<()> {
    if !pattern.has_escaping_bound_vars() {
        return Some(());
    }
    let (pattern, arg) = match (pattern.kind(), arg.kind()) {
        (ty::GenericArgKind::Lifetime(pattern), ty::GenericArgKind::Lifetime(arg)) => {
            if let ty::ReBound(ty::BoundVarIndexKind::Bound(ty::INNERMOST), bound) = pattern.kind()
            {
                // Where it is there several times, all that it is are equal.
                regions.entry(bound.var).or_insert(arg);
            }
            return Some(());
        }
        (ty::GenericArgKind::Type(pattern), ty::GenericArgKind::Type(arg)) => (pattern, arg),
        (ty::GenericArgKind::Const(_), ty::GenericArgKind::Const(_)) => return Some(()),
        _ => return None,
    };
    match (*pattern.kind(), *arg.kind()) {
        (ty::Alias(..), _) | (_, ty::Alias(..) | ty::Infer(_)) => Some(()),
        (ty::Adt(def, patterns), ty::Adt(of_arg, args)) if def == of_arg => patterns
            .iter()
            .zip(args)
            .try_for_each(|(pattern, arg)| match_lifetimes(pattern, arg, regions)),
        (ty::Tuple(patterns), ty::Tuple(args)) if patterns.len() == args.len() => patterns
            .iter()
            .zip(args)
            .try_for_each(|(pattern, arg)| match_lifetimes(pattern.into(), arg.into(), regions)),
        (ty::Ref(lifetime, pattern, mutbl), ty::Ref(of_arg, arg, of_mutbl))
            if mutbl == of_mutbl =>
        {
            match_lifetimes(lifetime.into(), of_arg.into(), regions)?;
            match_lifetimes(pattern.into(), arg.into(), regions)
        }
        (ty::RawPtr(pattern, mutbl), ty::RawPtr(arg, of_mutbl)) if mutbl == of_mutbl => {
            match_lifetimes(pattern.into(), arg.into(), regions)
        }
        (ty::Slice(pattern), ty::Slice(arg)) | (ty::Array(pattern, _), ty::Array(arg, _)) => {
            match_lifetimes(pattern.into(), arg.into(), regions)
        }
        // Those with binders of their own are not told apart here.
        _ => None,
    }
}

/// Takes what is said out of its own binder, and into the binders around a projection.
struct InstantiateSaid<'tcx> {
    tcx: TyCtxt<'tcx>,
    regions: FxIndexMap<ty::BoundVar, ty::Region<'tcx>>,
    binders: u32,
    current: ty::DebruijnIndex,
    /// Whether the arguments tell all lifetimes that are bound.
    is_known: bool,
}

impl<'tcx> TypeFolder<TyCtxt<'tcx>> for InstantiateSaid<'tcx> {
    fn cx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn fold_binder<T: TypeFoldable<TyCtxt<'tcx>>>(
        &mut self,
        value: ty::Binder<'tcx, T>,
    ) -> ty::Binder<'tcx, T> {
        self.current.shift_in(1);
        let value = value.super_fold_with(self);
        self.current.shift_out(1);
        value
    }

    fn fold_ty(&mut self, ty: Ty<'tcx>) -> Ty<'tcx> {
        match ty.has_vars_bound_at_or_above(self.current) {
            true => ty.super_fold_with(self),
            false => ty,
        }
    }

    fn fold_region(&mut self, region: ty::Region<'tcx>) -> ty::Region<'tcx> {
        match region.kind() {
            ty::ReBound(ty::BoundVarIndexKind::Bound(index), bound) if index == self.current => {
                match self.regions.get(&bound.var) {
                    Some(&region) => ty::shift_region(self.tcx, region, self.current.as_u32()),
                    None => {
                        self.is_known = false;
                        region
                    }
                }
            }
            // Of a binder around the `dyn` type.
            ty::ReBound(ty::BoundVarIndexKind::Bound(index), bound) if index > self.current => {
                let index = index.shifted_out(1).shifted_in(self.binders);
                ty::Region::new_bound(self.tcx, index, bound)
            }
            _ => region,
        }
    }
}

struct Expand<'tcx> {
    tcx: TyCtxt<'tcx>,
    incomplete: IncompleteDyn<'tcx>,
    /// What is known within the outermost binder.
    own: Option<ty::ProjectionPredicate<'tcx>>,
    binders: u32,
}

impl<'tcx> Expand<'tcx> {
    fn own_term(&self, alias: ty::AliasTy<'tcx>) -> Option<ty::Term<'tcx>> {
        let own = self.own.filter(|own| own.projection_term.def_id == alias.def_id)?;
        let own = ty::shift_vars(self.tcx, own, self.binders.checked_sub(1)?);
        (own.projection_term.args == alias.args).then_some(own.term)
    }
}

impl<'tcx> TypeFolder<TyCtxt<'tcx>> for Expand<'tcx> {
    fn cx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn fold_binder<T: TypeFoldable<TyCtxt<'tcx>>>(
        &mut self,
        value: ty::Binder<'tcx, T>,
    ) -> ty::Binder<'tcx, T> {
        self.binders += 1;
        let value = value.super_fold_with(self);
        self.binders -= 1;
        value
    }

    fn fold_ty(&mut self, ty: Ty<'tcx>) -> Ty<'tcx> {
        if !ty.has_aliases() {
            return ty;
        }
        if let ty::Alias(ty::Projection, alias) = *ty.kind()
            && alias.self_ty() == self.tcx.self_of_incomplete_dyn()
            && let Some(ty) = self.incomplete.expand_projection(self.tcx, alias, self)
        {
            return ty;
        }
        ty.super_fold_with(self)
    }
}

/// Puts the `dyn` type in the place of `Self`.
struct Unmark<'tcx> {
    tcx: TyCtxt<'tcx>,
    incomplete: IncompleteDyn<'tcx>,
    binders: u32,
}

impl<'tcx> TypeFolder<TyCtxt<'tcx>> for Unmark<'tcx> {
    fn cx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn fold_binder<T: TypeFoldable<TyCtxt<'tcx>>>(
        &mut self,
        value: ty::Binder<'tcx, T>,
    ) -> ty::Binder<'tcx, T> {
        self.binders += 1;
        let value = value.super_fold_with(self);
        self.binders -= 1;
        value
    }

    fn fold_ty(&mut self, ty: Ty<'tcx>) -> Ty<'tcx> {
        if ty == self.tcx.self_of_incomplete_dyn() {
            return ty::shift_vars(self.tcx, self.incomplete.ty, self.binders);
        }
        match ty.has_param() {
            true => ty.super_fold_with(self),
            false => ty,
        }
    }
}

struct FindMissing<'tcx, F> {
    tcx: TyCtxt<'tcx>,
    incomplete: IncompleteDyn<'tcx>,
    is_asked: F,
}

impl<'tcx, F: Fn(DefId) -> bool> TypeVisitor<TyCtxt<'tcx>> for FindMissing<'tcx, F> {
    type Result = ControlFlow<DefId>;

    fn visit_ty(&mut self, ty: Ty<'tcx>) -> ControlFlow<DefId> {
        if let ty::Alias(ty::Projection, alias) = *ty.kind()
            && alias.self_ty() == self.tcx.self_of_incomplete_dyn()
            && self.tcx.dyn_lacks(self.incomplete.data, self.tcx.parent(alias.def_id))
            && (self.is_asked)(alias.def_id)
        {
            return ControlFlow::Break(alias.def_id);
        }
        ty.super_visit_with(self)
    }
}

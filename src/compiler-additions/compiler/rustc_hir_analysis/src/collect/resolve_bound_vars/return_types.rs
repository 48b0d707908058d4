//! The lifetimes that a bound on what a function returns quantifies over.
//!
//! In `where P::request(..): Send`, the subject of the bound is the type that a call of `request`
//! returns, whatever its arguments are: the bound holds for all lifetimes that it has. So it does in
//! `where P::request: Send`, where the subject is that type by its name. Both stand for
//!
//! ```ignore (illustrative)
//! where for<'a> P::request<'a>: Send
//! ```
//!
//! and in `P: HttpRequestProvider<request(..): Send>` it is the same. Lifetime resolution has to add
//! those lifetimes to the binder of the bound. How the subject is lowered then is
//! `hir_ty_lowering::return_types`' business. Nothing is added for `P::request(&'a P)`, whose
//! arguments say what the lifetimes are.
//!
//! A path is taken for a name only where no associated type of that name is in sight: that is the
//! rule of type lowering, and both have to agree.

use rustc_hir as hir;
use rustc_hir::HirId;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_middle::ty::fast_reject::SimplifiedType;
use rustc_middle::ty::{self, AssocTag, TyCtxt};
use rustc_span::Ident;

use super::{BoundVarContext, late_arg_as_bound_arg};
use crate::hir_ty_lowering::{inherent_impls_of_item, inherent_impls_of_structure};

mod value_calls;

type BoundVars<'tcx> = Vec<ty::BoundVariableKind<'tcx>>;

/// How a function is written whose return type is the subject of a bound.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Notation {
    /// `P::request: Send`
    Name,
    /// `P::request(..): Send`
    ElidedCall,
    /// `P::request(&'a P): Send`
    Call,
}

impl Notation {
    fn of(args: &hir::GenericArgs<'_>) -> Option<Self> {
        match args.parenthesized {
            hir::GenericArgsParentheses::No => Some(Notation::Name),
            hir::GenericArgsParentheses::ReturnTypeNotation => Some(Notation::ElidedCall),
            hir::GenericArgsParentheses::ReturnTypeNotationInputs => Some(Notation::Call),
            hir::GenericArgsParentheses::ParenSugar => None,
        }
    }

    fn is_enabled(self, tcx: TyCtxt<'_>) -> bool {
        match self {
            Notation::Name => tcx.features().named_return_types(),
            // Whoever writes a call without the feature has been told.
            Notation::ElidedCall | Notation::Call => true,
        }
    }

    /// Whether the lifetimes are left out.
    fn leaves_out_lifetimes(self, args: &hir::GenericArgs<'_>) -> bool {
        match self {
            Notation::Name => !args.has_lifetime_params(),
            Notation::ElidedCall => true,
            Notation::Call => false,
        }
    }
}

/// A trait to look for a function in.
struct SearchedTrait<'tcx> {
    def_id: DefId,
    /// The variables of the bound that leads to the trait.
    bound_vars: BoundVars<'tcx>,
    searches_supertraits: bool,
}

impl<'tcx> SearchedTrait<'tcx> {
    fn with_supertraits(def_id: DefId) -> Self {
        SearchedTrait { def_id, bound_vars: vec![], searches_supertraits: true }
    }

    /// The first item that `find_item` finds, with the variables of all bounds on the way to it.
    fn find(
        &self,
        tcx: TyCtxt<'tcx>,
        ident: Ident,
        find_item: impl Fn(DefId) -> Option<&'tcx ty::AssocItem>,
    ) -> Option<(BoundVars<'tcx>, &'tcx ty::AssocItem)> {
        let (more_vars, item) = if self.searches_supertraits {
            BoundVarContext::supertrait_hrtb_vars_where(tcx, self.def_id, ident, find_item)?
        } else {
            (vec![], find_item(self.def_id)?)
        };
        Some((self.bound_vars.iter().copied().chain(more_vars).collect(), item))
    }
}

impl<'tcx> BoundVarContext<'_, 'tcx> {
    /// The variables that come into scope within the constraint `request(..): Send` of
    /// `P: HttpRequestProvider<request(..): Send>`, if it is one on what a function returns.
    ///
    /// They are those of the higher-ranked bounds on the way to the trait that has the function, and
    /// then the function's, where they are left out.
    pub(super) fn return_type_constraint_vars(
        &self,
        trait_def_id: Option<DefId>,
        constraint: &hir::AssocItemConstraint<'tcx>,
    ) -> Option<BoundVars<'tcx>> {
        let tcx = self.tcx;
        let notation = Notation::of(constraint.gen_args)?;
        if !notation.is_enabled(tcx) {
            return None;
        }
        let trait_def_id = trait_def_id
            .filter(|&def_id| matches!(tcx.def_kind(def_id), DefKind::Trait | DefKind::TraitAlias));
        let found = trait_def_id.and_then(|trait_def_id| {
            let traits = [SearchedTrait::with_supertraits(trait_def_id)].into_iter();
            self.probe_fn_of_traits(traits, constraint.ident, notation)
        });
        let Some((mut bound_vars, fn_def_id)) = found else {
            if notation == Notation::Name {
                return None;
            }
            // Type lowering reports this, if it gets here: rustdoc leaves bodies alone.
            return Some(vec![]);
        };
        if notation.leaves_out_lifetimes(constraint.gen_args) {
            bound_vars.extend(lifetimes_of_fn(tcx, fn_def_id));
        }
        Some(bound_vars)
    }

    /// If the subject of a where-clause is what a function returns, and its lifetimes are left out,
    /// then append them to the binder of the where-clause, `hir_id`.
    pub(super) fn append_lifetimes_of_return_type(
        &mut self,
        hir_id: HirId,
        subject: &'tcx hir::Ty<'tcx>,
    ) {
        let hir::TyKind::Path(qpath) = subject.kind else { return };
        let segment = match qpath {
            hir::QPath::Resolved(_, path) => path.segments.last().unwrap(),
            hir::QPath::TypeRelative(_, segment) => segment,
        };
        let Some(notation) = Notation::of(segment.args()) else { return };
        if let hir::QPath::TypeRelative(qself, call) = qpath
            && notation != Notation::Name
            && self.tcx.features().return_type_notation()
            && (call.is_call_of_value()
                || self.resolve_type_relative_fn(qself, call.ident, notation).is_none())
        {
            return self.append_lifetimes_of_value_call(hir_id, qself, call);
        }
        if !notation.is_enabled(self.tcx) || !notation.leaves_out_lifetimes(segment.args()) {
            return;
        }

        let Some((mut bound_vars, fn_def_id)) = (match qpath {
            hir::QPath::Resolved(_, path) => match path.res {
                Res::Def(DefKind::AssocFn, fn_def_id) => Some((vec![], fn_def_id)),
                Res::Def(DefKind::Fn, fn_def_id) if notation == Notation::ElidedCall => {
                    Some((vec![], fn_def_id))
                }
                _ => None,
            },
            hir::QPath::TypeRelative(qself, segment) => {
                self.resolve_type_relative_fn(qself, segment.ident, notation)
            }
        }) else {
            return;
        };
        bound_vars.extend(lifetimes_of_fn(self.tcx, fn_def_id));
        self.append_lifetimes_of_subject(hir_id, segment, bound_vars);
    }

    fn append_lifetimes_of_subject(
        &mut self,
        hir_id: HirId,
        segment: &hir::PathSegment<'tcx>,
        bound_vars: BoundVars<'tcx>,
    ) {
        // Type lowering has to know how many variables the bound has of itself. That they are there
        // also tells it that this is something whose lifetimes are in the binder.
        let binder = self.rbv.late_bound_vars.get_mut(&hir_id.local_id).unwrap();
        let written_vars = binder.clone();
        binder.extend(bound_vars);
        self.record_late_bound_vars(segment.hir_id, written_vars);
    }

    /// `P::request` or `Self::request`, as far as one can tell before bounds are lowered.
    fn resolve_type_relative_fn(
        &self,
        qself: &'tcx hir::Ty<'tcx>,
        ident: Ident,
        notation: Notation,
    ) -> Option<(BoundVars<'tcx>, DefId)> {
        let hir::TyKind::Path(hir::QPath::Resolved(None, path)) = qself.kind else {
            return None;
        };
        match path.res {
            Res::SelfTyParam { trait_ } if let Some(local_trait) = trait_.as_local() => {
                let traits = self.for_each_trait_bound_on_res(path.res).flat_map(|(def_id, _)| {
                    if def_id == trait_ {
                        self.self_and_supertraits(local_trait)
                    } else {
                        vec![SearchedTrait::with_supertraits(def_id)]
                    }
                });
                self.probe_fn_of_traits(traits, ident, notation)
            }
            Res::Def(DefKind::TyParam, _) | Res::SelfTyParam { .. } => {
                let traits = self.for_each_trait_bound_on_res(path.res);
                self.probe_fn_of_traits(
                    traits.map(|(def_id, _)| SearchedTrait::with_supertraits(def_id)),
                    ident,
                    notation,
                )
            }
            Res::SelfTyAlias { alias_to: impl_def_id, .. } => {
                let hir::ItemKind::Impl(impl_) =
                    self.tcx.hir_node_by_def_id(impl_def_id.expect_local()).expect_item().kind
                else {
                    return None;
                };
                let inherent = (notation == Notation::ElidedCall)
                    .then(|| self.probe_inherent_fn(impl_.self_ty, ident))
                    .flatten();
                inherent.or_else(|| {
                    let trait_def_id = impl_.of_trait?.trait_ref.trait_def_id()?;
                    let traits = [SearchedTrait::with_supertraits(trait_def_id)].into_iter();
                    self.probe_fn_of_traits(traits, ident, notation)
                })
            }
            _ if notation == Notation::ElidedCall => self.probe_inherent_fn(qself, ident),
            _ => None,
        }
    }

    /// A trait and what it says its supertraits are, with the variables of those bounds.
    ///
    /// To ask for the supertraits of the trait, whose lifetimes may be what is being resolved, would
    /// be a cycle.
    fn self_and_supertraits(&self, local_trait: LocalDefId) -> Vec<SearchedTrait<'tcx>> {
        let def_id = local_trait.to_def_id();
        let mut traits =
            vec![SearchedTrait { def_id, bound_vars: vec![], searches_supertraits: false }];
        let item = self.tcx.hir_expect_item(local_trait);
        if let hir::ItemKind::Trait(.., generics, bounds, _) = item.kind {
            let of_self = generics.predicates.iter().filter_map(|predicate| {
                let hir::WherePredicateKind::BoundPredicate(bound) = predicate.kind else {
                    return None;
                };
                bound.is_param_bound(local_trait.to_def_id()).then_some(bound.bounds)
            });
            traits.extend(of_self.chain([bounds]).flatten().filter_map(|bound| {
                let hir::GenericBound::Trait(bound) = bound else { return None };
                let bound_vars = bound.bound_generic_params.iter().map(late_arg_as_bound_arg);
                Some(SearchedTrait {
                    def_id: bound.trait_ref.trait_def_id()?,
                    bound_vars: bound_vars.collect(),
                    searches_supertraits: true,
                })
            }));
        }
        traits
    }

    /// The one function of this name that matters to the notation, among these traits and their
    /// supertraits, with the variables of the higher-ranked bounds on the way to it.
    ///
    /// `None` if there is no such function, or several (type lowering reports that), or the notation
    /// is a name, and it is that of an associated type.
    fn probe_fn_of_traits(
        &self,
        traits: impl Iterator<Item = SearchedTrait<'tcx>>,
        ident: Ident,
        notation: Notation,
    ) -> Option<(BoundVars<'tcx>, DefId)> {
        let tcx = self.tcx;
        let traits: Vec<_> = traits.collect();
        let is_explicit = notation == Notation::Name
            && traits.iter().any(|searched| {
                searched
                    .find(tcx, ident, |trait_def_id| {
                        tcx.associated_items(trait_def_id).find_by_ident_and_kind(
                            tcx,
                            ident,
                            AssocTag::Type,
                            trait_def_id,
                        )
                    })
                    .is_some()
            });
        if is_explicit {
            return None;
        }

        let mut found = traits.iter().filter_map(|searched| {
            let (bound_vars, item) = searched.find(tcx, ident, |trait_def_id| {
                tcx.associated_items(trait_def_id)
                    .find_by_ident_and_kind(tcx, ident, AssocTag::Fn, trait_def_id)
                    .filter(|item| {
                        notation != Notation::Name
                            || tcx.assoc_type_of_returned_impl_trait(item.def_id).is_some()
                    })
            })?;
            Some((bound_vars, item.def_id))
        });
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// The one function of this name in the inherent impls of a type.
    fn probe_inherent_fn(
        &self,
        self_ty: &hir::Ty<'tcx>,
        ident: Ident,
    ) -> Option<(BoundVars<'tcx>, DefId)> {
        let tcx = self.tcx;
        let hir::TyKind::Path(hir::QPath::Resolved(None, path)) = self_ty.kind else {
            return None;
        };
        let impls = match path.res {
            Res::Def(DefKind::Struct | DefKind::Enum | DefKind::Union, def_id) => {
                inherent_impls_of_item(tcx, def_id)
            }
            Res::PrimTy(prim) => inherent_impls_of_structure(
                tcx,
                match prim {
                    hir::PrimTy::Int(int) => SimplifiedType::Int(int),
                    hir::PrimTy::Uint(uint) => SimplifiedType::Uint(uint),
                    hir::PrimTy::Float(float) => SimplifiedType::Float(float),
                    hir::PrimTy::Str => SimplifiedType::Str,
                    hir::PrimTy::Bool => SimplifiedType::Bool,
                    hir::PrimTy::Char => SimplifiedType::Char,
                },
            )
            .collect(),
            _ => return None,
        };
        let mut found = impls.into_iter().filter_map(|impl_def_id| {
            tcx.associated_items(impl_def_id).find_by_ident_and_kind(
                tcx,
                ident,
                AssocTag::Fn,
                impl_def_id,
            )
        });
        match (found.next(), found.next()) {
            (Some(item), None) => Some((vec![], item.def_id)),
            _ => None,
        }
    }
}

/// The lifetimes of a function as variables of a binder.
fn lifetimes_of_fn<'tcx>(
    tcx: TyCtxt<'tcx>,
    fn_def_id: DefId,
) -> impl Iterator<Item = ty::BoundVariableKind<'tcx>> {
    tcx.lifetimes_of_fn(fn_def_id)
        .into_iter()
        .map(|lifetime| ty::BoundVariableKind::Region(ty::BoundRegionKind::Named(lifetime)))
}

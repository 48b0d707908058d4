//! The lifetimes that a bound on a named return type quantifies over.
//!
//! In `where P::request: Send`, the subject of the bound names the type that `request` returns,
//! and its lifetimes are left out: the bound holds for all of them. It stands for
//!
//! ```ignore (illustrative)
//! where for<'a> P::request<'a>: Send
//! ```
//!
//! and `P: HttpRequestProvider<request: Send>` does so as well. Lifetime resolution has to add those
//! lifetimes to the binder of the bound, as it does for `P::request(..): Send`. How the subject is
//! lowered then is `hir_ty_lowering::return_types`' business.
//!
//! A path is taken for such a name only where no associated type of that name is in sight: that
//! is the rule of type lowering, and both have to agree.

use rustc_hir as hir;
use rustc_hir::HirId;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, TyCtxt};
use rustc_span::Ident;

use super::{BoundVarContext, generic_param_def_as_bound_arg};

type BoundVars<'tcx> = Vec<ty::BoundVariableKind<'tcx>>;

impl<'tcx> BoundVarContext<'_, 'tcx> {
    /// The variables that come into scope within the constraint `request: Send` of
    /// `P: HttpRequestProvider<request: Send>`, if it is one on a named return type.
    pub(super) fn return_type_name_constraint_vars(
        &self,
        trait_def_id: Option<DefId>,
        constraint: &hir::AssocItemConstraint<'tcx>,
    ) -> Option<BoundVars<'tcx>> {
        let trait_def_id = trait_def_id?;
        if !self.tcx.features().named_return_types()
            || !matches!(self.tcx.def_kind(trait_def_id), DefKind::Trait | DefKind::TraitAlias)
        {
            return None;
        }
        let (mut bound_vars, fn_def_id) =
            self.probe_return_type_name([trait_def_id].into_iter(), constraint.ident)?;
        if !constraint.gen_args.has_lifetime_params() {
            bound_vars.extend(lifetimes_of_fn(self.tcx, fn_def_id));
        }
        Some(bound_vars)
    }

    /// If the subject of a where-clause is a named return type without its lifetimes, then append
    /// those to the binder of the where-clause, `hir_id`.
    pub(super) fn try_append_return_type_name_params(
        &mut self,
        hir_id: HirId,
        qpath: hir::QPath<'tcx>,
    ) {
        if !self.tcx.features().named_return_types() {
            return;
        }
        let segment = match qpath {
            hir::QPath::Resolved(_, path) => path.segments.last().unwrap(),
            hir::QPath::TypeRelative(_, segment) => segment,
        };
        if segment.args().has_lifetime_params()
            || segment.args().parenthesized != hir::GenericArgsParentheses::No
        {
            return;
        }

        let Some((mut bound_vars, fn_def_id)) = (match qpath {
            hir::QPath::Resolved(_, path) => match path.res {
                Res::Def(DefKind::AssocFn, fn_def_id) => Some((vec![], fn_def_id)),
                _ => None,
            },
            hir::QPath::TypeRelative(qself, segment) => {
                self.resolve_type_relative_return_type_name(qself, segment.ident)
            }
        }) else {
            return;
        };
        bound_vars.extend(lifetimes_of_fn(self.tcx, fn_def_id));

        // Type lowering has to know how many variables the bound has of itself, see the note in
        // `try_append_return_type_notation_params`. That they are there also tells it that this is
        // a name whose lifetimes are in the binder.
        let binder = self.rbv.late_bound_vars.get_mut(&hir_id.local_id).unwrap();
        let written_vars = binder.clone();
        binder.extend(bound_vars);
        self.record_late_bound_vars(segment.hir_id, written_vars);
    }

    /// `P::request` or `Self::request`, as far as one can tell before bounds are lowered. As for
    /// associated types, only type parameters and `Self` allow such a path.
    fn resolve_type_relative_return_type_name(
        &self,
        qself: &'tcx hir::Ty<'tcx>,
        ident: Ident,
    ) -> Option<(BoundVars<'tcx>, DefId)> {
        let hir::TyKind::Path(hir::QPath::Resolved(None, path)) = qself.kind else {
            return None;
        };
        match path.res {
            Res::Def(DefKind::TyParam, _) | Res::SelfTyParam { .. } => {
                self.probe_return_type_name(self.for_each_trait_bound_on_res(path.res), ident)
            }
            Res::SelfTyAlias { alias_to: impl_def_id, is_trait_impl: true, .. } => {
                let hir::ItemKind::Impl(hir::Impl { of_trait: Some(of_trait), .. }) =
                    self.tcx.hir_node_by_def_id(impl_def_id.expect_local()).expect_item().kind
                else {
                    return None;
                };
                let trait_def_id = of_trait.trait_ref.trait_def_id()?;
                self.probe_return_type_name([trait_def_id].into_iter(), ident)
            }
            _ => None,
        }
    }

    /// The one function of this name whose return type has a name, among these traits and their
    /// supertraits, with the variables of the higher-ranked bounds on the way to it.
    ///
    /// `None` if there is no such function, or several (type lowering reports that), or an
    /// associated type of this name.
    fn probe_return_type_name(
        &self,
        traits: impl Iterator<Item = DefId>,
        ident: Ident,
    ) -> Option<(BoundVars<'tcx>, DefId)> {
        let tcx = self.tcx;
        let traits: Vec<_> = traits.collect();
        let is_explicit = traits.iter().any(|&trait_def_id| {
            Self::supertrait_hrtb_vars(tcx, trait_def_id, ident, ty::AssocTag::Type).is_some()
        });
        if is_explicit {
            return None;
        }

        let mut found = traits.into_iter().filter_map(|trait_def_id| {
            let (bound_vars, item) =
                Self::supertrait_hrtb_vars_where(tcx, trait_def_id, ident, |trait_def_id| {
                    tcx.associated_items(trait_def_id)
                        .find_by_ident_and_kind(tcx, ident, ty::AssocTag::Fn, trait_def_id)
                        .filter(|item| tcx.assoc_type_of_returned_impl_trait(item.def_id).is_some())
                })?;
            Some((bound_vars, item.def_id))
        });
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }
}

/// The lifetimes of a function as variables of a binder: early-bound ones, then late-bound ones.
fn lifetimes_of_fn<'tcx>(
    tcx: TyCtxt<'tcx>,
    fn_def_id: DefId,
) -> impl Iterator<Item = ty::BoundVariableKind<'tcx>> {
    let early = tcx
        .generics_of(fn_def_id)
        .own_params
        .iter()
        .filter(|param| matches!(param.kind, ty::GenericParamDefKind::Lifetime))
        .map(generic_param_def_as_bound_arg);
    let late = tcx
        .late_bound_vars_of_fn(fn_def_id)
        .iter()
        .filter(|var| matches!(var, ty::BoundVariableKind::Region(_)));
    early.chain(late)
}

//! Calls in type position as a person could write them, for suggestions.

use rustc_data_structures::fx::FxIndexSet;
use rustc_hir as hir;
use rustc_middle::ty::{self, GenericParamDefKind, Ty, fold_regions};
use rustc_span::{Span, Symbol};

use super::arguments::SettledArgs;
use super::errors;
use crate::hir_ty_lowering::HirTyLowerer;

impl<'tcx> dyn HirTyLowerer<'tcx> + '_ {
    /// The declared parameters of a function, as the arguments that a person could write.
    pub(super) fn written_inputs(&self, callee: &SettledArgs<'tcx>) -> String {
        let tcx = self.tcx();
        let inputs = self.declared_inputs(callee).into_iter().map(|input| {
            // Names of the function's own lifetimes mean nothing where it is called.
            let input = fold_regions(tcx, input, |region, _| match is_of_callee(region) {
                true => tcx.lifetimes.re_erased,
                false => region,
            });
            input.to_string()
        });
        format!("({})", inputs.collect::<Vec<_>>().join(", "))
    }

    fn declared_inputs(&self, callee: &SettledArgs<'tcx>) -> Vec<Ty<'tcx>> {
        let inputs = self.tcx().fn_sig(callee.fn_def_id).skip_binder().inputs().skip_binder();
        inputs.iter().map(|&input| callee.instantiate_with_placeholders(input)).collect()
    }

    /// Suggest to write the arguments of a call. Where that is the subject of a where-clause, its
    /// lifetimes can't be elided.
    pub(super) fn suggest_arguments(
        &self,
        segment: &hir::PathSegment<'tcx>,
        callee: &SettledArgs<'tcx>,
    ) -> errors::SettleParam {
        let span = segment.args().span_ext;
        let Some(binder) = self.place_of_binder(segment) else {
            return errors::SettleParam::WriteArguments {
                span,
                call: self.written_inputs(callee),
                binder: None,
                lifetimes: String::new(),
            };
        };

        let tcx = self.tcx();
        let mut unused = self.unused_lifetime_names();
        let mut named = FxIndexSet::default();
        let inputs: Vec<_> = self
            .declared_inputs(callee)
            .into_iter()
            .map(|input| {
                fold_regions(tcx, input, |region, _| {
                    if is_of_callee(region) {
                        named.insert(region);
                    }
                    region
                })
            })
            .collect();
        let names: Vec<_> = named.iter().filter_map(|_| unused.next()).collect();
        let inputs = inputs.into_iter().map(|input| {
            let input = fold_regions(tcx, input, |region, _| match named.get_index_of(&region) {
                Some(index) if let Some(&name) = names.get(index) => {
                    ty::Region::new_early_param(tcx, ty::EarlyParamRegion { index: 0, name })
                }
                _ => region,
            });
            input.to_string()
        });
        errors::SettleParam::WriteArguments {
            span,
            call: format!("({})", inputs.collect::<Vec<_>>().join(", ")),
            binder: (!names.is_empty()).then_some(binder),
            lifetimes: names.iter().map(|name| name.to_string()).collect::<Vec<_>>().join(", "),
        }
    }

    /// Where a `for<'a>` goes, if the segment is a part of a where-clause that has none.
    pub(super) fn place_of_binder(&self, segment: &hir::PathSegment<'tcx>) -> Option<Span> {
        for (_, node) in self.tcx().hir_parent_iter(segment.hir_id) {
            match node {
                hir::Node::Ty(_)
                | hir::Node::PathSegment(_)
                | hir::Node::TraitRef(_)
                | hir::Node::AssocItemConstraint(_) => {}
                hir::Node::WherePredicate(hir::WherePredicate {
                    kind: hir::WherePredicateKind::BoundPredicate(bound),
                    ..
                }) if bound.bound_generic_params.is_empty() => {
                    return Some(bound.bounded_ty.span.shrink_to_lo());
                }
                _ => return None,
            }
        }
        None
    }

    /// `'a`, `'b` and so on, without those that the item has.
    pub(super) fn unused_lifetime_names(&self) -> impl Iterator<Item = Symbol> {
        let tcx = self.tcx();
        let mut taken = vec![];
        let mut generics = Some(tcx.generics_of(self.item_def_id()));
        while let Some(of_item) = generics {
            taken.extend(of_item.own_params.iter().map(|param| param.name));
            generics = of_item.parent.map(|parent| tcx.generics_of(parent));
        }
        ('a'..='z')
            .map(|letter| Symbol::intern(&format!("'{letter}")))
            .filter(move |name| !taken.contains(name))
    }

    /// The trait that declares the function, with its arguments as far as they are settled.
    pub(super) fn written_trait(&self, callee: &SettledArgs<'tcx>) -> String {
        let tcx = self.tcx();
        let trait_def_id = tcx.parent(callee.fn_def_id);
        let generics = tcx.generics_of(trait_def_id);
        let args: Vec<_> = generics
            .own_params
            .iter()
            .skip(usize::from(generics.has_self))
            .map(|param| match callee.early[param.index as usize] {
                Some(arg) => arg.to_string(),
                None if let GenericParamDefKind::Lifetime = param.kind => "'_".to_string(),
                None => format!("/* {} */", param.name),
            })
            .collect();
        let path = tcx.def_path_str(trait_def_id);
        if args.is_empty() { path } else { format!("{path}<{}>", args.join(", ")) }
    }
}

/// Whether this is a lifetime of the function that is called: as it is declared, or already a variable
/// of the bound's binder.
fn is_of_callee(region: ty::Region<'_>) -> bool {
    matches!(region.kind(), ty::ReLateParam(_) | ty::ReBound(..))
}

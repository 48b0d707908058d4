//! Items of `dyn` types that do not implement their trait: which can be named, and why the others can't.
//!
//! ```ignore (illustrative)
//! trait Store {
//!     fn get(&self, key: &str) -> String;
//!     fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R>;
//! }
//! fn bad(s: &dyn Store) {
//!     s.get("a");
//!     s.map(|k| k.len()); // ERROR the method `map` can't be used on `dyn Store`
//! }
//! ```
//!
//! Each item is judged where it is named, as nothing keeps `dyn Store` from being a type. What an item is
//! on such a type is in `rustc_middle::ty::dyn_method_scope`.

use rustc_errors::codes::*;
use rustc_errors::{ErrorGuaranteed, MultiSpan};
use rustc_hir as hir;
use rustc_hir::def_id::DefId;
use rustc_infer::infer::{BoundRegionConversionTime, DefineOpaqueTypes};
use rustc_macros::{Diagnostic, Subdiagnostic};
use rustc_middle::ty::{self, GenericArgsRef, Ty, TyCtxt, TypeVisitableExt};
use rustc_span::{Span, Symbol};
use rustc_trait_selection::traits::{
    DynCompatibilityViolation, dyn_compatibility_violations_for_assoc_item,
};

use crate::FnCtxt;
use crate::method::probe;

impl<'tcx> FnCtxt<'_, 'tcx> {
    /// Whether a method that has been picked from the traits of a `dyn` type is refused for what it is. This
    /// is known without the `dyn` type: there may be none behind an odd `self`.
    pub(super) fn is_object_pick_refused(&self, pick: &probe::Pick<'tcx>) -> bool {
        let tcx = self.tcx;
        if pick.kind != probe::ObjectPick || !tcx.may_have_incomplete_dyns() {
            return false;
        }
        let trait_def_id = pick.item.container_id(tcx);
        !tcx.is_dyn_compatible(trait_def_id)
            && tcx.has_dyn_type(trait_def_id)
            && !tcx.generics_require_sized_self(pick.item.def_id)
            && !is_in_vtable(tcx, pick.item.def_id)
    }

    pub(super) fn report_object_pick(
        &self,
        pick: &probe::Pick<'tcx>,
        receiver: Ty<'tcx>,
        span: Span,
    ) -> ErrorGuaranteed {
        let receiver = self.resolve_vars_if_possible(receiver);
        let dyn_ty = receiver.walk().filter_map(|arg| arg.as_type()).find(|ty| ty.is_trait());
        self.report_item_of_incomplete_dyn(pick.item, dyn_ty.unwrap_or(receiver), None, span)
    }

    /// Refuse an item with these arguments, of which the first says whether it is one of such a `dyn`.
    /// `callee` is the method call, or the path.
    pub(crate) fn refuse_item_of_incomplete_dyn(
        &self,
        item: DefId,
        args: GenericArgsRef<'tcx>,
        span: Span,
        callee: hir::HirId,
    ) -> Option<ErrorGuaranteed> {
        let tcx = self.tcx;
        let incomplete = tcx.incomplete_dyn_of_call(item, args)?;
        let item = tcx.associated_item(item);
        if tcx.generics_require_sized_self(item.def_id) {
            // Refused as ever.
            return None;
        }
        let missing = match is_in_vtable(tcx, item.def_id) {
            true => match incomplete.missing_in_method(tcx, item.def_id, args) {
                Some(missing) => Some(missing),
                None => {
                    let dyn_ty = incomplete.ty;
                    return self.refuse_unplaced_future(item.def_id, dyn_ty, span, callee);
                }
            },
            false => None,
        };
        Some(self.report_item_of_incomplete_dyn(item, incomplete.ty, missing, span))
    }

    /// The arguments of an item, with its self type as far as it is known: in the next solver, `<K as Has>::Dyn`
    /// is not normalized yet.
    pub(crate) fn with_known_self(
        &self,
        span: Span,
        args: GenericArgsRef<'tcx>,
    ) -> GenericArgsRef<'tcx> {
        let Some(self_ty) = args.first().and_then(|arg| arg.as_type()) else { return args };
        if !self.tcx.may_have_incomplete_dyns() {
            return args;
        }
        let self_ty = match self_ty.has_aliases() {
            true => self.try_structurally_resolve_type(span, self_ty),
            false => self_ty,
        };
        self.tcx.mk_args_trait(self_ty, args[1..].iter().copied())
    }

    /// The same with the arguments of the item's trait, if an incomplete `dyn` has that once: in
    /// `<dyn Two<u8, u16>>::first`, where they are not written.
    pub(crate) fn with_args_of_supertrait(
        &self,
        span: Span,
        item: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> GenericArgsRef<'tcx> {
        let tcx = self.tcx;
        let Some(incomplete) = tcx.incomplete_dyn_of_call(item, args) else { return args };
        let Some(principal) = incomplete.data.principal() else { return args };
        let principal = principal.with_self_ty(tcx, incomplete.ty);
        let mut supertraits = ty::elaborate::supertraits(tcx, principal)
            .filter(|supertrait| supertrait.def_id() == incomplete.trait_def_id);
        if let (Some(supertrait), None) = (supertraits.next(), supertraits.next()) {
            let conversion = BoundRegionConversionTime::FnCall;
            let said = self.instantiate_binder_with_fresh_vars(span, conversion, supertrait);
            let of_trait = ty::TraitRef::from_assoc(tcx, incomplete.trait_def_id, args);
            let cause = self.misc(span);
            // Where they differ, what is asked of the call says so.
            if let Ok(ok) =
                self.at(&cause, self.param_env).eq(DefineOpaqueTypes::Yes, of_trait, said)
            {
                self.register_infer_ok_obligations(ok);
            }
        }
        self.resolve_vars_if_possible(args)
    }

    fn report_item_of_incomplete_dyn(
        &self,
        item: ty::AssocItem,
        dyn_ty: Ty<'tcx>,
        missing: Option<DefId>,
        span: Span,
    ) -> ErrorGuaranteed {
        let tcx = self.tcx;
        let trait_def_id = item.container_id(tcx);
        let name = item.name();
        let sized = match missing {
            None => suggest_sized(tcx, item, dyn_ty),
            Some(_) => None,
        };
        let generic = match (missing, sized.is_some()) {
            (None, false) => Some(CallInGenericFn { trait_name: tcx.def_path_str(trait_def_id) }),
            _ => None,
        };
        let say = missing.filter(|&missing| {
            !tcx.is_impl_trait_in_trait(missing)
                && tcx.generics_of(missing).is_own_empty()
                && !is_said(dyn_ty, missing)
        });
        self.dcx().emit_err(ItemOfIncompleteDyn {
            span,
            label: match missing {
                None => format!("`{dyn_ty}` does not have it..."),
                Some(missing) if is_said(dyn_ty, missing) => {
                    format!("its type depends on what `{dyn_ty}` says several times")
                }
                Some(_) => format!("its type depends on what `{dyn_ty}` does not say"),
            },
            descr: tcx.def_descr(item.def_id),
            name,
            dyn_ty,
            because: reasons(tcx, item, dyn_ty, missing),
            sized,
            generic,
            say: say.map(|missing| SayWhatItIs { dyn_ty, missing: tcx.item_name(missing) }),
        })
    }
}

/// Leave out that type arguments are sized. Of a call that is refused, the other where-clauses say what
/// type a closure has, and this one would be an error of its own: `s.hash(&mut *hasher)`.
pub(super) fn leave_out_sized<'tcx>(
    tcx: TyCtxt<'tcx>,
    predicates: &mut ty::InstantiatedPredicates<'tcx>,
) {
    let is_sized = |clause: ty::Clause<'tcx>| {
        clause.as_trait_clause().is_some_and(|bound| tcx.is_sizedness_trait(bound.def_id()))
    };
    (predicates.predicates, predicates.spans) = std::mem::take(&mut predicates.predicates)
        .into_iter()
        .zip(std::mem::take(&mut predicates.spans))
        .filter(|&(clause, _)| !is_sized(clause))
        .unzip();
}

fn is_in_vtable(tcx: TyCtxt<'_>, item: DefId) -> bool {
    let trait_def_id = tcx.parent(item);
    tcx.own_existential_vtable_entries(trait_def_id).contains(&item)
}

/// Whether a `dyn` type says what an associated type is, if only for one of several supertraits.
fn is_said(dyn_ty: Ty<'_>, assoc_ty: DefId) -> bool {
    match dyn_ty.kind() {
        ty::Dynamic(data, _) => data.projection_bounds().any(|said| said.item_def_id() == assoc_ty),
        _ => false,
    }
}

/// Why an item can't be named on a `dyn` type, and where the trait says so.
fn reasons<'tcx>(
    tcx: TyCtxt<'tcx>,
    item: ty::AssocItem,
    dyn_ty: Ty<'tcx>,
    missing: Option<DefId>,
) -> Vec<Because> {
    let name = item.name();
    let at = |spans: &[Span]| {
        let spans: Vec<_> = spans.iter().copied().filter(|span| !span.is_dummy()).collect();
        match spans.is_empty() {
            true => tcx.def_span(item.def_id).into(),
            false => MultiSpan::from_spans(spans),
        }
    };
    if let Some(missing) = missing {
        let kind = tcx.def_descr(missing);
        let said = is_said(dyn_ty, missing);
        let missing = match tcx.is_impl_trait_in_trait(missing) {
            true => ty::dyn_futures::name_of_returning_fn(tcx, missing),
            false => tcx.item_name(missing),
        };
        let reason = match said {
            true => format!(
                "`{name}` mentions the {kind} `{missing}` of a trait that `{dyn_ty}` has several \
                 times, and lifetimes don't tell which one is meant"
            ),
            false => {
                format!("`{name}` mentions the {kind} `{missing}`, which `{dyn_ty}` does not say")
            }
        };
        return vec![Because { at: at(&[]), reason }];
    }
    let trait_def_id = item.container_id(tcx);
    let violations = dyn_compatibility_violations_for_assoc_item(tcx, trait_def_id, item);
    // An `async` method is not refused for that.
    let is_async = |violation: &DynCompatibilityViolation| {
        matches!(violation, DynCompatibilityViolation::Method(_, violation, _)
            if tcx.only_lacks_gate_for_dyn(item.def_id, violation))
    };
    let has_other = violations.iter().any(|violation| !is_async(violation));
    let reasons: Vec<_> = violations
        .iter()
        .filter(|violation| !has_other || !is_async(violation))
        .map(|violation| Because {
            at: at(&violation.spans()),
            reason: format!("...because {}", violation.error_msg()),
        })
        .collect();
    if !reasons.is_empty() {
        return reasons;
    }
    let reason = match tcx.defaultness(item.def_id).is_final() {
        true => {
            format!("...because `{name}` is `final`, and its body is for types that have the trait")
        }
        false => format!("...because `{name}` mentions a generic associated type"),
    };
    vec![Because { at: at(&[]), reason }]
}

fn suggest_sized<'tcx>(
    tcx: TyCtxt<'tcx>,
    item: ty::AssocItem,
    dyn_ty: Ty<'tcx>,
) -> Option<WhereSelfSized<'tcx>> {
    if tcx.defaultness(item.def_id).is_final() {
        return None;
    }
    let node = tcx.hir_get_if_local(item.def_id)?;
    let hir::Node::TraitItem(hir::TraitItem { generics, kind: hir::TraitItemKind::Fn(..), .. }) =
        node
    else {
        return None;
    };
    Some(WhereSelfSized {
        span: generics.tail_span_for_predicate_suggestion(),
        bound: format!("{} Self: Sized", generics.add_where_or_trailing_comma()),
        name: item.name(),
        dyn_ty,
    })
}

#[derive(Diagnostic)]
#[diag("the {$descr} `{$name}` can't be used on `{$dyn_ty}`", code = E0038)]
struct ItemOfIncompleteDyn<'tcx> {
    #[primary_span]
    #[label("{$label}")]
    span: Span,
    label: String,
    descr: &'static str,
    name: Symbol,
    dyn_ty: Ty<'tcx>,
    #[subdiagnostic]
    because: Vec<Because>,
    #[subdiagnostic]
    sized: Option<WhereSelfSized<'tcx>>,
    #[subdiagnostic]
    generic: Option<CallInGenericFn>,
    #[subdiagnostic]
    say: Option<SayWhatItIs<'tcx>>,
}

#[derive(Subdiagnostic)]
#[note("{$reason}")]
struct Because {
    #[primary_span]
    at: MultiSpan,
    reason: String,
}

#[derive(Subdiagnostic)]
#[suggestion(
    "constrain `{$name}` to sized types, so that it does not keep `{$dyn_ty}` from implementing the trait",
    code = "{bound}",
    applicability = "maybe-incorrect",
    style = "verbose"
)]
struct WhereSelfSized<'tcx> {
    #[primary_span]
    span: Span,
    bound: String,
    name: Symbol,
    dyn_ty: Ty<'tcx>,
}

#[derive(Subdiagnostic)]
#[help("use it where the type is known, in a function that is generic over `T: {$trait_name}`")]
struct CallInGenericFn {
    trait_name: String,
}

#[derive(Subdiagnostic)]
#[help("say what it is: `{$missing} = /* type */` in `{$dyn_ty}`")]
struct SayWhatItIs<'tcx> {
    dyn_ty: Ty<'tcx>,
    missing: Symbol,
}

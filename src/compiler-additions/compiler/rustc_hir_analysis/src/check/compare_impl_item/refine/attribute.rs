//! `#[refine]` (RFC 3245): a method of an impl promises more than its trait does.
//!
//! ```ignore (illustrative)
//! impl Fetch for HttpFetch {
//!     #[refine]
//!     fn fetch(&self) -> Ready<Data> { … } // `async fn fetch(&self) -> Data` in the trait
//! }
//! ```
//!
//! The attribute changes nothing about any type: whoever knows the impl gets the refined return
//! type with and without it. It says that this is meant, so the lints about it are silent. Where a
//! method refines nothing, it is unused.
//!
//! A method refines its trait's if one could not be put in place of the other: what it declares is
//! more specific as a return type, or more general as an argument type or where-clause. For an
//! `impl Trait` that the trait returns, that is what the lints look for. For anything else rustc
//! accepts such impls without a word, so there it is only looked at where the attribute is.

use rustc_data_structures::fx::FxIndexSet;
use rustc_hir::{self as hir, find_attr};
use rustc_infer::infer::{BoundRegionConversionTime, TyCtxtInferExt};
use rustc_lint_defs::builtin::UNUSED_ATTRIBUTES;
use rustc_macros::{Diagnostic, Subdiagnostic};
use rustc_middle::traits::ObligationCause;
use rustc_middle::ty::{self, TyCtxt, TypeVisitableExt, TypingMode};
use rustc_session::lint::Lint;
use rustc_span::Span;
use rustc_span::def_id::LocalDefId;
use rustc_trait_selection::regions::InferCtxtRegionExt;
use rustc_trait_selection::traits::{Obligation, ObligationCtxt, normalize_param_env_or_error};

/// Lint against a method that refines its trait's without `#[refine]`, and against `#[refine]` on
/// one that does not.
pub(crate) fn check_refinement<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_m: ty::AssocItem,
    trait_m: ty::AssocItem,
    impl_trait_ref: ty::TraitRef<'tcx>,
) {
    // Nobody wrote it, and all that it promises is what the pointee does.
    if tcx.is_method_of_dyn_trait(impl_m.def_id) {
        return;
    }
    let refines_impl_trait = super::check_refining_return_position_impl_trait_in_trait(
        tcx,
        impl_m,
        trait_m,
        impl_trait_ref,
    );
    if let Some(span) = find_attr!(tcx, impl_m.def_id, Refine(span) => *span)
        && !refines_impl_trait
        && !refines_where_clauses(tcx, impl_m, trait_m, impl_trait_ref)
        && !refines_signature(tcx, impl_m, trait_m, impl_trait_ref)
    {
        let impl_m = impl_m.def_id.expect_local();
        tcx.emit_node_span_lint(
            UNUSED_ATTRIBUTES,
            tcx.local_def_id_to_hir_id(impl_m),
            span,
            RefinesNothing {
                span,
                name: tcx.item_name(impl_m),
                declared: tcx.def_span(trait_m.def_id),
            },
        );
    }
}

/// Whether a method says that it means to refine its trait's.
pub(super) fn is_marked(tcx: TyCtxt<'_>, impl_m: LocalDefId) -> bool {
    find_attr!(tcx, impl_m, Refine(_))
}

/// Whether the method of the trait asks for something that the method of the impl does without.
fn refines_where_clauses<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_m: ty::AssocItem,
    trait_m: ty::AssocItem,
    impl_trait_ref: ty::TraitRef<'tcx>,
) -> bool {
    let impl_m_def_id = impl_m.def_id.expect_local();
    let param_env = tcx.param_env(impl_m.def_id);
    let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let ocx = ObligationCtxt::new(&infcx);
    let trait_args = trait_m_args(tcx, impl_m, impl_trait_ref);
    for (clause, span) in tcx.predicates_of(trait_m.def_id).instantiate_own(tcx, trait_args) {
        let cause = ObligationCause::misc(span, impl_m_def_id);
        let clause = ocx.normalize(&cause, param_env, clause);
        ocx.register_obligation(Obligation::new(tcx, cause, param_env, clause));
    }
    let sig = tcx.fn_sig(impl_m.def_id).instantiate_identity();
    let sig = tcx.liberate_late_bound_regions(impl_m.def_id, sig);
    let assumed_wf = FxIndexSet::from_iter(sig.inputs_and_output);
    !ocx.evaluate_obligations_error_on_ambiguity().is_empty()
        || !infcx.resolve_regions(impl_m_def_id, param_env, assumed_wf).is_empty()
}

/// Whether the type of the method in the trait, with what the impl returns for each `impl Trait`,
/// is no subtype of that in the impl. The converse is known.
fn refines_signature<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_m: ty::AssocItem,
    trait_m: ty::AssocItem,
    impl_trait_ref: ty::TraitRef<'tcx>,
) -> bool {
    let impl_m_def_id = impl_m.def_id.expect_local();
    let trait_args = trait_m_args(tcx, impl_m, impl_trait_ref);
    let hybrid_preds = tcx
        .predicates_of(impl_m.container_id(tcx))
        .instantiate_identity(tcx)
        .into_iter()
        .chain(tcx.predicates_of(trait_m.def_id).instantiate_own(tcx, trait_args))
        .map(|(clause, _)| clause);
    let cause = ObligationCause::dummy();
    let param_env = ty::ParamEnv::new(tcx.mk_clauses_from_iter(hybrid_preds));
    let param_env = normalize_param_env_or_error(tcx, param_env, cause.clone());

    let infcx = tcx.infer_ctxt().build(TypingMode::non_body_analysis());
    let ocx = ObligationCtxt::new(&infcx);

    let impl_sig = tcx.fn_sig(impl_m.def_id).instantiate_identity();
    let impl_sig = tcx.liberate_late_bound_regions(impl_m.def_id, impl_sig);
    let mut assumed_wf = FxIndexSet::from_iter(impl_sig.inputs_and_output);
    let impl_sig = ocx.normalize(&cause, param_env, impl_sig);
    assumed_wf.extend(impl_sig.inputs_and_output);

    let trait_sig = infcx.instantiate_binder_with_fresh_vars(
        tcx.def_span(impl_m.def_id),
        BoundRegionConversionTime::HigherRankedType,
        tcx.fn_sig(trait_m.def_id).instantiate(tcx, trait_args),
    );
    let trait_sig = ocx.normalize(&cause, param_env, trait_sig);
    if (impl_sig, trait_sig).references_error() {
        return true;
    }

    ocx.sub(&cause, param_env, trait_sig, impl_sig).is_err()
        || !ocx.evaluate_obligations_error_on_ambiguity().is_empty()
        || !infcx.resolve_regions(impl_m_def_id, param_env, assumed_wf).is_empty()
}

/// The arguments of the trait's method where that of the impl has its own.
fn trait_m_args<'tcx>(
    tcx: TyCtxt<'tcx>,
    impl_m: ty::AssocItem,
    impl_trait_ref: ty::TraitRef<'tcx>,
) -> ty::GenericArgsRef<'tcx> {
    ty::GenericArgs::identity_for_item(tcx, impl_m.def_id).rebase_onto(
        tcx,
        impl_m.container_id(tcx),
        impl_trait_ref.args,
    )
}

/// Where the feature is enabled, suggest the attribute for a method whose return type refines that
/// of the trait. Returns whether it is enabled.
pub(super) fn lint_return_type(
    tcx: TyCtxt<'_>,
    lint: &'static Lint,
    impl_m: LocalDefId,
    span: Span,
    unmatched_bound: Option<Span>,
    trait_return_span: Option<Span>,
    replace: ReplaceReturnType,
) -> bool {
    if !tcx.features().refine() {
        return false;
    }
    tcx.emit_node_span_lint(
        lint,
        tcx.local_def_id_to_hir_id(impl_m),
        span,
        RefinedReturnType {
            unmatched_bound,
            trait_return_span,
            mark: MarkAsRefined::new(tcx, impl_m),
            replace,
        },
    );
    true
}

/// The same for a method which returns an `impl Trait` that captures less.
pub(super) fn lint_captures(
    tcx: TyCtxt<'_>,
    lint: &'static Lint,
    hir_id: hir::HirId,
    impl_m: LocalDefId,
    use_span: Span,
    captures: &str,
) -> bool {
    if !tcx.features().refine() {
        return false;
    }
    let mark = MarkAsRefined::new(tcx, impl_m);
    let replace = ReplaceCaptures { span: use_span, captures: captures.to_string() };
    tcx.emit_node_span_lint(lint, hir_id, use_span, RefinedCaptures { mark, replace });
    true
}

#[derive(Diagnostic)]
#[diag("`#[refine]` on `{$name}`, which refines nothing")]
#[note("it promises what the trait promises: the same types and where-clauses")]
struct RefinesNothing {
    #[suggestion("remove the attribute", code = "", applicability = "machine-applicable")]
    span: Span,
    name: rustc_span::Symbol,
    #[label("the method of the trait")]
    declared: Span,
}

#[derive(Diagnostic)]
#[diag("impl trait in impl method signature does not match trait method signature")]
struct RefinedReturnType {
    #[label("this bound is stronger than that defined on the trait")]
    unmatched_bound: Option<Span>,
    #[label("return type from trait method defined here")]
    trait_return_span: Option<Span>,
    #[subdiagnostic]
    mark: MarkAsRefined,
    #[subdiagnostic]
    replace: ReplaceReturnType,
}

#[derive(Subdiagnostic)]
#[suggestion(
    "otherwise, replace the return type so that it matches the trait",
    applicability = "maybe-incorrect",
    code = "{pre}{return_ty}{post}",
    style = "verbose"
)]
pub(super) struct ReplaceReturnType {
    #[primary_span]
    pub span: Span,
    pub pre: &'static str,
    pub return_ty: String,
    pub post: &'static str,
}

#[derive(Diagnostic)]
#[diag("impl trait in impl method captures fewer lifetimes than in trait")]
struct RefinedCaptures {
    #[subdiagnostic]
    mark: MarkAsRefined,
    #[subdiagnostic]
    replace: ReplaceCaptures,
}

#[derive(Subdiagnostic)]
#[suggestion(
    "otherwise, modify the `use<..>` bound to capture the same lifetimes that the trait does",
    applicability = "maybe-incorrect",
    code = "{captures}",
    style = "verbose"
)]
struct ReplaceCaptures {
    #[primary_span]
    span: Span,
    captures: String,
}

#[derive(Subdiagnostic)]
enum MarkAsRefined {
    #[suggestion(
        "if callers may rely on it, say so",
        applicability = "machine-applicable",
        code = "#[refine]\n{indent}",
        style = "verbose"
    )]
    Here {
        #[primary_span]
        span: Span,
        indent: String,
    },
    /// The method is what a macro has made of something.
    #[help("if callers may rely on it, put `#[refine]` on the method")]
    InMacro,
}

impl MarkAsRefined {
    fn new(tcx: TyCtxt<'_>, impl_m: LocalDefId) -> Self {
        let span = tcx.hir_expect_impl_item(impl_m).span;
        if span.from_expansion() {
            return MarkAsRefined::InMacro;
        }
        let span = span.shrink_to_lo();
        let indent = tcx.sess.source_map().indentation_before(span).unwrap_or_default();
        MarkAsRefined::Here { span, indent }
    }
}

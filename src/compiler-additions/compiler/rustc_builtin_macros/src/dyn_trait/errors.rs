use rustc_ast::AssocItemKind;
use rustc_expand::base::ExtCtxt;
use rustc_macros::{Diagnostic, Subdiagnostic};
use rustc_span::{Ident, Span};

use super::items::Reach;
use super::pointers::PointerSet;

#[derive(Subdiagnostic)]
pub(super) enum NoTrait {
    #[note("an auto trait says nothing that a pointer could hand on")]
    Auto,
    #[note("a trait alias has no implementations")]
    Alias,
    #[note("it is about a trait and the pointers to what implements it")]
    Other,
}

#[derive(Diagnostic)]
#[diag("`#[dyn_trait]` is for traits")]
pub(super) struct NotATrait {
    #[primary_span]
    pub span: Span,
    #[label("not such a trait")]
    pub item: Span,
    #[subdiagnostic]
    pub what: NoTrait,
}

#[derive(Diagnostic)]
#[diag("`#[dyn_trait]` can make no pointer implement `{$name}`")]
#[note("a pointer implements a trait only if it can hand on all of it; the pointers are {$known}")]
struct NoPointer {
    #[primary_span]
    span: Span,
    name: Ident,
    known: String,
    #[subdiagnostic]
    obstacles: Vec<Obstacle>,
    #[subdiagnostic]
    help: Option<LeaveOut>,
}

#[derive(Subdiagnostic)]
enum Obstacle {
    #[label("`{$name}` {$why}: no pointer can have it")]
    ForAll {
        #[primary_span]
        span: Span,
        name: Ident,
        why: String,
    },
    #[label("`{$name}` {$why}: only {$others} can have it")]
    ForSome {
        #[primary_span]
        span: Span,
        name: Ident,
        why: String,
        others: String,
    },
}

#[derive(Subdiagnostic)]
#[help(
    "a method with `where Self: Sized` and a default body need not be handed on: a pointer has that body"
)]
struct LeaveOut;

/// Name the items at fault: those that no pointer can have or, if there are none, those that leave none over.
pub(super) fn no_pointer(
    ecx: &ExtCtxt<'_>,
    span: Span,
    name: Ident,
    known: PointerSet,
    reaches: &[Reach<'_>],
) {
    let can_none = |reach: &&Reach<'_>| (reach.pointers & known).is_empty();
    let is_one_enough = reaches.iter().any(|reach| can_none(&reach));
    let at_fault = reaches.iter().filter(|reach| !is_one_enough || can_none(reach));
    let obstacles: Vec<Obstacle> = at_fault
        .filter_map(|reach| {
            let (span, why) = reach.why?;
            let (name, why) = (reach.ident, why.to_string());
            let others = reach.pointers & known;
            Some(match others.is_empty() {
                true => Obstacle::ForAll { span, name, why },
                false => Obstacle::ForSome { span, name, why, others: others.to_string() },
            })
        })
        .collect();
    let has_method = reaches
        .iter()
        .any(|reach| reach.why.is_some() && matches!(reach.item.kind, AssocItemKind::Fn(_)));
    ecx.dcx().emit_err(NoPointer {
        span,
        name,
        known: known.to_string(),
        obstacles,
        help: has_method.then_some(LeaveOut),
    });
}

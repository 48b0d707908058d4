//! What a person reads who names a return type that has no name, or not that one.

use rustc_errors::codes::*;
use rustc_errors::{Applicability, Diag, DiagCtxtHandle, Diagnostic, EmissionGuarantee, Level};
use rustc_macros::Diagnostic;
use rustc_span::{Ident, Span};

/// `T::fetch`, where two traits of `T` have an `async fn fetch`.
pub(crate) struct AmbiguousReturnTypeName {
    pub span: Span,
    pub ident: Ident,
    pub qself: String,
    pub candidates: Vec<AmbiguousReturnTypeNameCandidate>,
}

pub(crate) struct AmbiguousReturnTypeNameCandidate {
    pub fn_span: Span,
    pub bound: String,
    /// Where to qualify the path, if it can be there.
    pub path_span: Option<Span>,
    pub path: String,
}

impl<'a, G: EmissionGuarantee> Diagnostic<'a, G> for AmbiguousReturnTypeName {
    #[track_caller]
    fn into_diag(self, dcx: DiagCtxtHandle<'a>, level: Level) -> Diag<'a, G> {
        let Self { span, ident, qself, candidates } = self;
        let mut diag = Diag::new(
            dcx,
            level,
            format!("ambiguous associated type `{ident}` in bounds of `{qself}`"),
        );
        diag.code(E0221);
        diag.span(span);
        diag.span_label(span, format!("ambiguous associated type `{ident}`"));
        for candidate in candidates {
            let AmbiguousReturnTypeNameCandidate { fn_span, bound, path_span, path } = candidate;
            diag.span_label(fn_span, format!("ambiguous `{ident}` from `{bound}`"));
            match path_span {
                Some(path_span) => diag.span_suggestion_verbose(
                    path_span,
                    "use fully-qualified syntax to disambiguate",
                    path,
                    Applicability::MaybeIncorrect,
                ),
                None => diag.help(format!("bound it in a `where` clause: `{path}{ident}: …`")),
            };
        }
        diag
    }
}

/// `T::len`, where `len` returns `usize` or `Option<impl Trait>`.
#[derive(Diagnostic)]
#[diag("`{$ident}` does not name a type, because the function does not return `impl Trait` itself", code = E0220)]
#[note("only a function that is `async` or returns exactly `impl Trait` gives its name to a type")]
pub(crate) struct ReturnTypeHasNoName {
    #[primary_span]
    #[label("there is no associated type `{$ident}`")]
    pub span: Span,
    pub ident: Ident,
    #[label("this is what the function returns")]
    pub output_span: Span,
}

/// `async fn fetch(&self, x: Option<Self::fetch<'static>>)`.
#[derive(Diagnostic)]
#[diag("the type that `{$ident}` returns is needed to know what it is", code = E0391)]
pub(crate) struct ReturnTypeNameCycle {
    #[primary_span]
    #[label("the signature of `{$ident}` depends on this type")]
    pub span: Span,
    pub ident: Ident,
    #[label("this signature says what the type is")]
    pub fn_span: Span,
}

/// `T::fetch`, where `fetch` takes an `impl Trait`.
#[derive(Diagnostic)]
#[diag("cannot name the type that `{$ident}` returns, because the function takes an `impl Trait`")]
#[help(
    "give the argument a named type parameter, `fn {$ident}<T: …>(…)`, which the name can then mention"
)]
pub(crate) struct ReturnTypeNameOfFnWithImplTraitArg {
    #[primary_span]
    #[label("this type depends on the type of an argument that has no name")]
    pub span: Span,
    pub ident: Ident,
    #[label("the type of this argument is an anonymous type parameter of the function")]
    pub param_span: Span,
}

/// `T::fetch`, where `fn fetch<'a, 'b>(&self, x: &'a &'b u8) -> impl Trait + use<'b, Self>`.
#[derive(Diagnostic)]
#[diag(
    "cannot name the type that `{$ident}` returns, because its `impl Trait` does not capture all lifetimes"
)]
#[help("capture the lifetimes of this argument: leave out the `use<…>`, or add them to it")]
pub(crate) struct ReturnTypeNameOfFnWithUncapturedLifetime {
    #[primary_span]
    #[label("this type does not tell whether the argument was valid")]
    pub span: Span,
    pub ident: Ident,
    #[label("this argument relates a lifetime that is not captured to others")]
    pub input_span: Span,
}

/// `T: Fetch<fetch = X>`.
#[derive(Diagnostic)]
#[diag("the type that `{$ident}` returns cannot be bound to be equal to another type")]
#[help("bound it by traits: `{$ident}: Trait`")]
pub(crate) struct ReturnTypeNameEquality {
    #[primary_span]
    pub span: Span,
    pub ident: Ident,
}

//! What a person reads who names a return type that has no name, or not that one, or writes a call
//! that cannot be.

use rustc_errors::codes::*;
use rustc_errors::{
    Applicability, Diag, DiagCtxtHandle, Diagnostic, EmissionGuarantee, Level, pluralize,
};
use rustc_macros::{Diagnostic, Subdiagnostic};
use rustc_middle::ty::Ty;
use rustc_span::{Ident, Span, Symbol};

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
    #[subdiagnostic]
    pub call: Option<WriteCall>,
    #[help("that needs `#![feature(return_type_notation)]`")]
    pub needs_feature: bool,
}

#[derive(Subdiagnostic)]
#[suggestion(
    "write a call, which stands for what the function returns",
    code = "{inputs}",
    applicability = "maybe-incorrect",
    style = "verbose"
)]
pub(crate) struct WriteCall {
    #[primary_span]
    pub span: Span,
    pub inputs: String,
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

/// `size_of::<Self::fetch<'_>>()` in the default body of `fetch`.
#[derive(Diagnostic)]
#[diag("the type that `{$ident}` returns can't be named in the default body of `{$ident}`")]
#[note("this body is what says which type that is, where an impl has no `{$ident}` of its own")]
pub(crate) struct ReturnTypeInOwnDefaultBody {
    #[primary_span]
    #[label("not known in here")]
    pub span: Span,
    pub ident: Ident,
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

/// `T: Fetch<fetch = X>`.
#[derive(Diagnostic)]
#[diag("the type that `{$ident}` returns cannot be bound to be equal to another type")]
#[help("bound it by traits: `{$ident}: Trait`")]
pub(crate) struct ReturnTypeNameEquality {
    #[primary_span]
    pub span: Span,
    pub ident: Ident,
}

/// `let _: F::fetch(..)`.
#[derive(Diagnostic)]
#[diag("`(..)` stands for many types and is allowed only in bounds")]
pub(crate) struct ElidedCallOutsideOfBound {
    #[primary_span]
    pub span: Span,
    #[label("only the subject of a bound can be all of them")]
    pub args_span: Span,
    #[subdiagnostic]
    pub name: Option<NameInstead>,
    #[subdiagnostic]
    pub call: SettleParam,
}

#[derive(Subdiagnostic)]
#[multipart_suggestion("name the type", applicability = "has-placeholders", style = "verbose")]
pub(crate) struct NameInstead {
    /// What follows the function's name.
    #[suggestion_part(code = "{name}")]
    pub span: Span,
    pub name: String,
    /// Where a where-clause has to bind the lifetimes.
    #[suggestion_part(code = "for<{lifetimes}> ")]
    pub binder: Option<Span>,
    pub lifetimes: String,
}

/// `let _: F::fetch(..)`, without the feature.
#[derive(Diagnostic)]
#[diag("return type notation not allowed in this position yet")]
pub(crate) struct ElidedCallWithoutFeature {
    #[primary_span]
    pub span: Span,
}

/// `for<T> f(&'static T): Send`.
#[derive(Diagnostic)]
#[diag("an argument of a call in a type cannot mention a type of a `for<…>`")]
pub(crate) struct BoundTypeInCall {
    #[primary_span]
    pub span: Span,
}

/// `Alias::Variant(u8)`.
#[derive(Diagnostic)]
#[diag("expected function, found variant `{$ident}`", code = E0573)]
pub(crate) struct CallOfVariant {
    #[primary_span]
    #[label("not a function")]
    pub span: Span,
    pub ident: Ident,
}

/// `Alias::fetch(..): Send`, where it takes type lowering to know whose function that is.
#[derive(Diagnostic)]
#[diag("cannot tell which function this is before types are known, to leave out its arguments")]
pub(crate) struct ElidedCallOfUnknownFn {
    #[primary_span]
    pub span: Span,
    #[subdiagnostic]
    pub sugg: SettleParam,
}

/// `S::make()`, where two inherent impls match and have a `make`.
#[derive(Diagnostic)]
#[diag("multiple applicable items in scope", code = E0034)]
pub(crate) struct AmbiguousCallee {
    #[primary_span]
    #[label("multiple `{$ident}` found")]
    pub span: Span,
    pub ident: Ident,
    #[label("one of them is here")]
    pub candidates: Vec<Span>,
}

/// `f::<'static>(u8)`.
#[derive(Diagnostic)]
#[diag("cannot specify lifetime arguments explicitly if late bound lifetime parameters are present", code = E0794)]
#[help("give the types of the arguments, which say what the lifetimes are")]
pub(crate) struct LateBoundLifetimeInTurbofish {
    #[primary_span]
    pub span: Span,
    #[label("`{$ident}` has a late bound lifetime parameter")]
    pub fn_span: Span,
    pub ident: Ident,
}

/// `make_default()`, which could be any type.
#[derive(Diagnostic)]
#[diag(
    "{$has_inputs ->
        [true] the arguments of this call do not tell
        *[false] nothing in this call tells
    } {$what}",
    code = E0282
)]
pub(crate) struct UnsettledParam {
    #[primary_span]
    #[label("depends on {$param}")]
    pub span: Span,
    pub has_inputs: bool,
    pub what: String,
    pub param: String,
    #[label("declared here")]
    pub param_span: Span,
    #[subdiagnostic]
    pub sugg: SettleParam,
}

#[derive(Subdiagnostic)]
pub(crate) enum SettleParam {
    #[suggestion(
        "say what it is with a turbofish",
        code = "{turbofish}",
        applicability = "has-placeholders",
        style = "verbose"
    )]
    Turbofish {
        #[primary_span]
        span: Span,
        turbofish: String,
    },
    #[multipart_suggestion(
        "give the types of the arguments",
        applicability = "has-placeholders",
        style = "verbose"
    )]
    WriteArguments {
        #[suggestion_part(code = "{call}")]
        span: Span,
        call: String,
        /// Where a where-clause has to bind the lifetimes of the arguments.
        #[suggestion_part(code = "for<{lifetimes}> ")]
        binder: Option<Span>,
        lifetimes: String,
    },
    #[help("say which type it is: `<Type as {$trait_}>::{$ident}`")]
    Qualify {
        /// With its arguments, as far as they are known.
        trait_: String,
        ident: Ident,
    },
}

/// `f(u8)`, where `fn f<'a>(x: u8) -> &'a u8`.
#[derive(Diagnostic)]
#[diag("the arguments of this call do not tell what the lifetime `{$lifetime}` of `{$fn_ident}` is", code = E0106)]
#[help("only in a function's body is it inferred")]
pub(crate) struct UnsettledLifetime {
    #[primary_span]
    #[label("depends on a lifetime that is not known here")]
    pub span: Span,
    pub fn_ident: Ident,
    pub lifetime: Symbol,
    #[label("declared here")]
    pub lifetime_span: Span,
    #[subdiagnostic]
    pub sugg: Option<SettleLifetime>,
}

#[derive(Subdiagnostic)]
#[suggestion(
    "say what it is with a turbofish",
    code = "{turbofish}",
    applicability = "has-placeholders",
    style = "verbose"
)]
pub(crate) struct SettleLifetime {
    #[primary_span]
    pub span: Span,
    pub turbofish: String,
}

/// `F::fetch()`, where `fn fetch(&mut self, id: u32)`.
pub(crate) struct WrongNumberOfCallInputs {
    pub span: Span,
    pub descr: &'static str,
    pub expected: usize,
    pub at_least: bool,
    pub found: usize,
    pub fn_span: Span,
    pub inputs_span: Span,
    pub call: String,
    /// Whether `(..)` is likely to be meant.
    pub elide: bool,
}

impl<'a, G: EmissionGuarantee> Diagnostic<'a, G> for WrongNumberOfCallInputs {
    #[track_caller]
    fn into_diag(self, dcx: DiagCtxtHandle<'a>, level: Level) -> Diag<'a, G> {
        let Self { span, descr, expected, at_least, found, fn_span, inputs_span, call, elide } =
            self;
        let arguments = |count| format!("{count} argument{}", pluralize!(count));
        let mut diag = Diag::new(
            dcx,
            level,
            format!(
                "this {descr} takes {}{} but {} {} supplied",
                if at_least { "at least " } else { "" },
                arguments(expected),
                arguments(found),
                pluralize!("was", found),
            ),
        );
        diag.code(E0061);
        diag.span(span);
        diag.span_note(fn_span, format!("{descr} defined here"));
        if elide {
            diag.span_suggestion_verbose(
                inputs_span,
                "to bound what it returns for any arguments, write `..`",
                "(..)",
                Applicability::MachineApplicable,
            );
        } else {
            diag.span_suggestion_verbose(
                inputs_span,
                if expected == 0 {
                    "remove the arguments"
                } else {
                    "give the types of the arguments"
                },
                call,
                Applicability::MaybeIncorrect,
            );
        }
        diag
    }
}

/// `f(&str)`, where `fn f(x: u32)`.
#[derive(Diagnostic)]
#[diag("mismatched types", code = E0308)]
pub(crate) struct MismatchedCallInput<'tcx> {
    #[primary_span]
    #[label("expected `{$parameter}`, found `{$argument}`")]
    pub span: Span,
    #[label("arguments to this {$descr} are incorrect")]
    pub call: Span,
    pub descr: &'static str,
    pub parameter: Ty<'tcx>,
    pub argument: Ty<'tcx>,
    #[note("{$descr} defined here")]
    pub fn_span: Span,
    #[label("for this parameter")]
    pub parameter_span: Span,
    #[help(
        "the {$descr} takes the same lifetime more than once, and so does the call in type position: \
         write a named lifetime, and the same one for each"
    )]
    pub differs_in_lifetimes: bool,
}

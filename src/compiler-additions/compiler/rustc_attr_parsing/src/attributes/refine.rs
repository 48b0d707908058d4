//! `#[refine]` (RFC 3245): a method of an impl promises more than its trait does.
//!
//! Whether it does is not known here. See `rustc_hir_analysis::check::compare_impl_item::refine`.

use rustc_hir::attrs::AttributeKind;
use rustc_hir::{MethodKind, Target};
use rustc_span::{Span, Symbol, sym};

use crate::attributes::{NoArgsAttributeParser, OnDuplicate};
use crate::context::Stage;
use crate::target_checking::AllowedTargets;
use crate::target_checking::Policy::Allow;

pub(crate) struct RefineParser;

impl<S: Stage> NoArgsAttributeParser<S> for RefineParser {
    const PATH: &[Symbol] = &[sym::refine];
    const ON_DUPLICATE: OnDuplicate<S> = OnDuplicate::Warn;
    const ALLOWED_TARGETS: AllowedTargets =
        AllowedTargets::AllowList(&[Allow(Target::Method(MethodKind::TraitImpl))]);
    const CREATE: fn(Span) -> AttributeKind = AttributeKind::Refine;
}

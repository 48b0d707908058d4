//! The gate of builtin attributes that are ones only with their feature.
//!
//! Only name resolution knows whether `#[refine]` is a macro or a derive helper without it. See
//! `rustc_feature::yields_to_other_attrs`.

use rustc_ast as ast;
use rustc_feature::{AttributeGate, BUILTIN_ATTRIBUTE_MAP, yields_to_other_attrs};
use rustc_hir::def::NonMacroAttrKind;
use rustc_session::parse::feature_err;

use crate::{Res, Resolver};

impl Resolver<'_, '_> {
    /// Report an attribute which means the builtin one, without its feature.
    pub(crate) fn check_gate_of_yielding_attr(&self, res: Res, path: &ast::Path) {
        if let Res::NonMacroAttr(NonMacroAttrKind::Builtin(name)) = res
            && yields_to_other_attrs(name, self.tcx.features())
            && let AttributeGate::Gated { feature, message, .. } = BUILTIN_ATTRIBUTE_MAP[&name].gate
            && !path.span.allows_unstable(feature)
        {
            feature_err(&self.tcx.sess, feature, path.span, message).emit();
        }
    }
}

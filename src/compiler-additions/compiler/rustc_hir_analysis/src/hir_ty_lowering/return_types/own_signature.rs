//! What a function returns, named where that can't be known yet: in the function's own signature, or
//! in the header of the impl that it is in.

use std::ops::ControlFlow;

use rustc_data_structures::fx::FxIndexSet;
use rustc_hir::intravisit::Visitor;
use rustc_middle::ty::{TypeSuperVisitable, TypeVisitable, TypeVisitor};

use super::*;

impl<'tcx> dyn HirTyLowerer<'tcx> + '_ {
    /// Refuse `fn f() -> f()`, whose signature depends on itself.
    pub(super) fn check_signature_is_known(
        &self,
        span: Span,
        fn_def_id: DefId,
        ident: Ident,
    ) -> Result<(), ErrorGuaranteed> {
        let tcx = self.tcx();
        // This is where a signature is first asked for, while it may be what is being lowered. Then
        // the query gives up, but leaves it to us to report that.
        let errors_before = tcx.dcx().err_count();
        let Err(guar) = tcx.fn_sig(fn_def_id).skip_binder().skip_binder().error_reported() else {
            return Ok(());
        };
        // Unless an error in the signature, or in the cycle, has already been reported.
        if errors_before != 0
            && (errors_before != tcx.dcx().err_count() || !self.is_named_in_signature(fn_def_id))
        {
            return Err(guar);
        }
        Err(self.dcx().emit_err(errors::ReturnTypeNameCycle {
            span,
            ident,
            fn_span: tcx.def_span(fn_def_id),
        }))
    }

    /// Whether the signature of a function mentions what is being lowered, or other functions whose
    /// signatures do.
    fn is_named_in_signature(&self, fn_def_id: DefId) -> bool {
        struct Mentions {
            name: Symbol,
            functions: FxIndexSet<DefId>,
        }

        impl<'v> Visitor<'v> for Mentions {
            type Result = ControlFlow<()>;

            fn visit_path(&mut self, path: &hir::Path<'v>, _: hir::HirId) -> Self::Result {
                if let Res::Def(DefKind::Fn | DefKind::AssocFn, def_id) = path.res {
                    self.functions.insert(def_id);
                }
                hir::intravisit::walk_path(self, path)
            }

            fn visit_path_segment(&mut self, segment: &'v hir::PathSegment<'v>) -> Self::Result {
                if segment.ident.name == self.name {
                    return ControlFlow::Break(());
                }
                hir::intravisit::walk_path_segment(self, segment)
            }
        }

        let tcx = self.tcx();
        let Some(name) = tcx.opt_item_name(self.item_def_id().to_def_id()) else { return false };
        let mut mentions = Mentions { name, functions: FxIndexSet::from_iter([fn_def_id]) };
        let mut next = 0;
        while let Some(&function) = mentions.functions.get_index(next) {
            next += 1;
            if let Some(decl) = tcx.hir_get_if_local(function).and_then(|node| node.fn_decl())
                && hir::intravisit::walk_fn_decl(&mut mentions, decl).is_break()
            {
                return true;
            }
        }
        false
    }

    /// Refuse `fn fetch(&self) -> Option<Self::fetch<'_>>` in an impl, which is what says what
    /// `Self::fetch` is, and `Self::fetch<'_>` in the default body of `fetch`, which is what says what
    /// it is by default. (In the trait's signature, looking at it has told.)
    pub(super) fn check_not_return_type_of_own_signature(
        &self,
        span: Span,
        fn_def_id: DefId,
        ident: Ident,
        trait_args: GenericArgsRef<'tcx>,
    ) -> Result<(), ErrorGuaranteed> {
        let tcx = self.tcx();
        let impl_fn = self.item_def_id();
        if self.infcx().is_some() {
            let own_args = ty::GenericArgs::identity_for_item(tcx, tcx.parent(fn_def_id));
            if tcx.typeck_root_def_id(impl_fn.to_def_id()) == fn_def_id && trait_args == own_args {
                return Err(self
                    .dcx()
                    .emit_err(errors::ReturnTypeInOwnDefaultBody { span, ident }));
            }
            // The body of an impl's method may well name what it is a part of the definition of.
            return Ok(());
        }
        if tcx.def_kind(impl_fn) != DefKind::AssocFn
            || tcx.trait_item_of(impl_fn) != Some(fn_def_id)
        {
            return Ok(());
        }
        let impl_trait_ref = tcx.impl_trait_ref(tcx.local_parent(impl_fn)).instantiate_identity();
        let erase = |args| fold_regions(tcx, args, |_, _| tcx.lifetimes.re_erased);
        if erase(impl_trait_ref.args) != erase(trait_args) {
            return Ok(());
        }
        Err(self.dcx().emit_err(errors::ReturnTypeNameCycle {
            span,
            ident,
            fn_span: tcx.def_span(impl_fn),
        }))
    }

    /// The same for `fn fetch(&self) -> Option<Self::fetch(&Self)>`, where the function need not
    /// return an `impl Trait`.
    pub(super) fn check_not_return_type_of_own_impl(
        &self,
        span: Span,
        fn_def_id: DefId,
        ident: Ident,
        fn_args: GenericArgsRef<'tcx>,
        output: Ty<'tcx>,
    ) -> Result<(), ErrorGuaranteed> {
        let tcx = self.tcx();
        let Some(trait_def_id) = tcx.trait_of_assoc(fn_def_id) else { return Ok(()) };
        if !ReturnsImplTraitOf(tcx, fn_def_id).is_in(output) {
            return Ok(());
        }
        let trait_args = fn_args.truncate_to(tcx, tcx.generics_of(trait_def_id));
        self.check_not_return_type_of_own_signature(span, fn_def_id, ident, trait_args)
    }
}

/// Looks for the type of an `impl Trait` that a trait's function returns.
pub(super) struct ReturnsImplTraitOf<'tcx>(pub(super) TyCtxt<'tcx>, pub(super) DefId);

impl<'tcx> ReturnsImplTraitOf<'tcx> {
    pub(super) fn is_in(mut self, ty: Ty<'tcx>) -> bool {
        ty.visit_with(&mut self).is_break()
    }

    /// Not those within a `for<…>` of the type: the lifetimes of the function have other indices
    /// there.
    pub(super) fn all_in(self, ty: Ty<'tcx>) -> FxIndexSet<Ty<'tcx>> {
        let is_returned = |ty: Ty<'tcx>| match *ty.kind() {
            ty::Alias(ty::Projection, alias_ty) => {
                self.0.is_returned_by(alias_ty.def_id, self.1)
                    && !ty.has_vars_bound_above(ty::INNERMOST)
            }
            _ => false,
        };
        ty.walk().filter_map(|arg| arg.as_type()).filter(|&ty| is_returned(ty)).collect()
    }
}

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for ReturnsImplTraitOf<'tcx> {
    type Result = ControlFlow<()>;

    fn visit_ty(&mut self, ty: Ty<'tcx>) -> Self::Result {
        if let ty::Alias(ty::Projection, alias_ty) = ty.kind()
            && self.0.is_returned_by(alias_ty.def_id, self.1)
        {
            return ControlFlow::Break(());
        }
        ty.super_visit_with(self)
    }
}

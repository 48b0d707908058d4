//! Where a `dyn` type is written that should promise more.

use itertools::Itertools;
use rustc_hir::def::Res;
use rustc_span::Symbol;

use super::*;

impl<'tcx> TypeErrCtxt<'_, 'tcx> {
    /// Say who could promise that this future is `Send`.
    pub(in crate::error_reporting::traits) fn note_unpromised_future(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
    ) {
        let tcx = self.tcx;
        let Some(bound) = self.as_auto_trait_clause(obligation) else { return };
        let self_ty = self.resolve_vars_if_possible(bound.self_ty().skip_binder());

        // The function that awaits it.
        let mut awaits_in = obligation.cause.body_id;
        let mut code = obligation.cause.code();
        while let Some((parent, pred)) = code.parent_with_predicate() {
            if let Some(pred) = pred
                && let ty::Coroutine(def_id, _) | ty::CoroutineWitness(def_id, _) =
                    *pred.self_ty().skip_binder().kind()
            {
                let Some(def_id) = def_id.as_local() else { return };
                awaits_in = def_id;
                break;
            }
            code = parent;
        }
        if let Some(returned) = tcx.projection_ty_of_dyn_future(self_ty) {
            self.suggest_promise(err, awaits_in, bound.def_id(), returned);
        } else if self_ty.is_trait() {
            self.note_unpromised_call(err, awaits_in, bound.def_id(), self_ty);
        }
    }

    pub(super) fn suggest_promise(
        &self,
        err: &mut Diag<'_>,
        body_id: LocalDefId,
        auto_trait: DefId,
        returned: Ty<'tcx>,
    ) {
        let tcx = self.tcx;
        let ty::Alias(ty::Projection, alias) = *returned.kind() else { return };
        let dyn_ty = tcx.erase_and_anonymize_regions(alias.self_ty());
        let ty::Dynamic(data, _) = *dyn_ty.kind() else { return };
        let Some(principal) = data.principal_def_id() else { return };
        let name = ty::dyn_futures::name_of_returning_fn(tcx, alias.def_id);
        let auto_trait = tcx.item_name(auto_trait);
        let features = tcx.features();
        // Procedural macros can parse a name, and not `(..)`.
        let promise = if features.named_return_types() {
            format!("{name}: {auto_trait}")
        } else {
            format!("{name}(..): {auto_trait}")
        };

        let message = format!(
            "`{dyn_ty}` does not promise that the future returned by `{name}` is `{auto_trait}`"
        );
        // Which one is meant by that name is not for a `dyn` type to say.
        let same_name = data.principal().into_iter().flat_map(|principal| {
            ty::elaborate::supertraits(tcx, principal.with_self_ty(tcx, dyn_ty))
                .flat_map(|bound| {
                    tcx.associated_items(bound.def_id()).filter_by_name_unhygienic(name)
                })
                .filter(|item| item.is_fn())
        });
        if same_name.count() > 1 {
            err.note(message);
            let trait_ref = ty::TraitRef::from_assoc(tcx, tcx.parent(alias.def_id), alias.args);
            let args = trait_ref.args[1..].iter().map(|arg| match arg.kind() {
                ty::GenericArgKind::Lifetime(_) => "'_".to_owned(),
                _ => arg.to_string(),
            });
            err.help(format!(
                "several methods are called `{name}` here: bound this one in a subtrait, with the \
                 supertrait `{}<{}>`",
                tcx.item_name(trait_ref.def_id),
                args.chain([promise]).join(", "),
            ));
            return;
        }
        let is_written = features.named_return_types() || features.return_type_notation();
        if !is_written && features.async_auto_trait_bounds() {
            let path = tcx.def_path_str(principal);
            err.note(message);
            err.help(format!(
                "have the `dyn` promise it of all its futures, and check it wherever one is made: \
                 `dyn {path} + async {auto_trait}`"
            ));
            return;
        }
        let mut finder = FindDyn { principal, found: vec![] };
        if let Some(decl) = tcx.hir_fn_decl_by_hir_id(
            tcx.local_def_id_to_hir_id(tcx.typeck_root_def_id(body_id.to_def_id()).expect_local()),
        ) {
            finder.visit_fn_decl(decl);
        }
        if finder.found.is_empty() {
            finder.visit_types_of_crate(tcx, &dyn_ty.to_string());
            if let [path] = finder.found[..]
                && !tcx.sess.suggested_promises.lock().insert((path.span, name, auto_trait))
            {
                // One function after the other uses that field.
                err.downgrade_to_delayed_bug();
                return;
            }
        }
        if let [path] = finder.found[..]
            && !path.span.from_expansion()
            && let [.., segment] = path.segments
        {
            let constraints = segment.args.map_or(&[][..], |args| args.constraints);
            let of_method = constraints.iter().find(|constraint| constraint.ident.name == name);
            let suggestion = match segment.args {
                _ if let Some(constraint) = of_method => {
                    (constraint.span.shrink_to_hi(), format!(" + {auto_trait}"))
                }
                Some(args)
                    if let Some(span) = args.span_ext()
                        && !(args.args.is_empty() && args.constraints.is_empty()) =>
                {
                    let before_angle = span.with_lo(span.hi() - rustc_span::BytePos(1));
                    (before_angle.shrink_to_lo(), format!(", {promise}"))
                }
                _ => (segment.ident.span.shrink_to_hi(), format!("<{promise}>")),
            };
            err.note(message);
            err.multipart_suggestion(
                "have the `dyn` promise it, and check it wherever one is made",
                vec![suggestion],
                Applicability::MaybeIncorrect,
            );
            if !is_written {
                tcx.disabled_nightly_features(err, [(String::new(), sym::return_type_notation)]);
            }
        } else {
            err.note(message);
            err.help(format!(
                "have the `dyn` promise it, and check it wherever one is made: `{}`",
                with_promise(&dyn_ty.to_string(), name, &promise),
            ));
        }
    }
}

/// The paths of `dyn` types of a trait.
struct FindDyn<'hir> {
    principal: DefId,
    found: Vec<&'hir hir::Path<'hir>>,
}

impl<'hir> FindDyn<'hir> {
    /// Look at how the crate's own types are declared, for a field that a method finds in `self`, and
    /// that is written as `dyn_ty` is printed.
    fn visit_types_of_crate(&mut self, tcx: TyCtxt<'hir>, dyn_ty: &str) {
        for item in tcx.hir_free_items().map(|id| tcx.hir_item(id)) {
            if let hir::ItemKind::Struct(..)
            | hir::ItemKind::Enum(..)
            | hir::ItemKind::Union(..)
            | hir::ItemKind::TyAlias(..) = item.kind
            {
                self.visit_item(item);
            }
        }
        // Of `dyn Query<u8>` and `dyn Query<u16>`, only one is meant.
        self.found.retain(|path| {
            let last = path.segments.last();
            let written = last.map(|last| path.span.with_lo(last.ident.span.lo()));
            written.and_then(|span| tcx.sess.source_map().span_to_snippet(span).ok()).is_some_and(
                |written| {
                    dyn_ty.split_once(&*written).is_some_and(|(_, after)| !after.starts_with('<'))
                },
            )
        });
    }
}

impl<'hir> Visitor<'hir> for FindDyn<'hir> {
    fn visit_ty(&mut self, ty: &'hir hir::Ty<'hir, hir::AmbigArg>) {
        if let hir::TyKind::TraitObject(bounds, _) = ty.kind {
            let paths = bounds.iter().map(|bound| bound.trait_ref.path);
            self.found.extend(
                paths.filter(|path| matches!(path.res, Res::Def(_, id) if id == self.principal)),
            );
        }
        hir::intravisit::walk_ty(self, ty);
    }
}

/// The `dyn` type as it is printed, with one more promise of the method `name`.
fn with_promise(dyn_ty: &str, name: Symbol, promise: &str) -> String {
    for of_method in [format!("{name}(..): "), format!("{name}: ")] {
        if let Some((before, after)) = dyn_ty.split_once(&of_method)
            && let Some((_, auto_trait)) = promise.split_once(": ")
            && before.ends_with(['<', ' '])
        {
            return format!("{before}{of_method}{auto_trait} + {after}");
        }
    }
    // Of `dyn Query<Box<dyn A + B>> + Send`, the trait ends before the last `+`s.
    let mut depth = 0_usize;
    let end_of_trait = dyn_ty.char_indices().find_map(|(i, c)| {
        match c {
            '<' | '(' | '[' => depth += 1,
            '>' if !dyn_ty[..i].ends_with('-') => depth = depth.saturating_sub(1),
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0 && dyn_ty[i..].starts_with(" + ")).then_some(i)
    });
    let (of_trait, others) = dyn_ty.split_at(end_of_trait.unwrap_or(dyn_ty.len()));
    match of_trait.strip_suffix('>') {
        Some(of_trait) => format!("{of_trait}, {promise}>{others}"),
        None => format!("{of_trait}<{promise}>{others}"),
    }
}

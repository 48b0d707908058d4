//! What the types within a coroutine declare of their lifetimes.
//!
//! ```ignore (illustrative)
//! struct Pair<'r, T>(&'r T, Job<T>);
//! // declares `T: 'r` by itself, and `'s: 'static` by this for what is `Run`
//! struct Job<T: Run>(T);
//! impl<'s: 'static> Run for &'s str { … }
//! ```
//!
//! A where-clause about lifetimes is taken literally, and so are those of the impl by which a trait bound
//! holds, if there is [only one](only_impl) by which it can.
//!
//! That is less than what the trait solver would say. For `C: Conn<'static>`, it shows `C: Conn<'r>` by
//! `'r: 'static`. But where a body takes a `<C as Conn<'r>>::Held` out of something else, nobody has shown
//! `C: Conn<'r>`, and there may be an impl that holds for all lifetimes.
//!
//! Nor is it all that a type declares. Whoever makes a `Pair<'r, T>` has shown it, but the value may become one
//! of shorter lifetimes, and then nobody shows it of what is assigned to a field. See
//! [`Declared::holds_while_owned`].

use rustc_data_structures::fx::{FxHashSet, FxIndexSet};
use rustc_infer::infer::InferCtxt;
use rustc_infer::infer::canonical::query_response::make_query_region_constraints;
use rustc_infer::infer::resolve::OpportunisticRegionResolver;
use rustc_middle::ty::{
    self, Ty, TyCtxt, TypeFoldable, TypeSuperVisitable, TypeVisitable, TypeVisitableExt,
    TypeVisitor, UniverseIndex, Upcast,
};
use rustc_span::Span;
use rustc_span::def_id::DefId;
use rustc_trait_selection::traits::only_impl::{equate, has_more_types, only_impl};
use tracing::instrument;

/// How deep the where-clauses of impls are looked into.
const DEPTH: usize = 8;

/// How many where-clauses are looked into. What the others declare is not assumed.
const CLAUSES: usize = 500;

/// How many types a where-clause that is looked into may consist of.
const TYPES: usize = 200;

/// What makes the types well-formed, as far as it is declared. Their lifetimes are placeholders.
#[instrument(level = "debug", skip(infcx), ret)]
pub(super) fn declared_outlives<'tcx>(
    infcx: &InferCtxt<'tcx>,
    coroutine_def_id: DefId,
    types: &[Ty<'tcx>],
) -> Vec<ty::ArgOutlivesPredicate<'tcx>> {
    let lost = infcx.universe();
    let mut declared = Declared {
        infcx,
        coroutine_def_id,
        types: FxHashSet::default(),
        clauses: FxHashSet::default(),
        left: CLAUSES,
        outlives: vec![],
    };
    for ty in types {
        ty.visit_with(&mut declared);
    }
    let mut outlives = declared.outlives;
    let equal = infcx.take_and_reset_region_constraints();
    let equal = make_query_region_constraints(vec![], &equal, vec![]).outlives;
    outlives.extend(equal.into_iter().map(|(outlives, _)| outlives));
    outlives.retain(|&outlives| {
        !outlives.has_infer()
            && !outlives.has_escaping_bound_vars()
            && is_within(infcx.tcx, outlives, lost)
    });
    outlives
}

/// Whether this is of no placeholder but those for which what is declared is asked.
fn is_within<'tcx>(
    tcx: TyCtxt<'tcx>,
    value: impl TypeVisitable<TyCtxt<'tcx>>,
    universe: UniverseIndex,
) -> bool {
    tcx.all_free_regions_meet(&value, |region| match region.kind() {
        ty::RePlaceholder(placeholder) => universe.can_name(placeholder.universe),
        _ => true,
    })
}

struct Declared<'a, 'tcx> {
    infcx: &'a InferCtxt<'tcx>,
    coroutine_def_id: DefId,
    types: FxHashSet<Ty<'tcx>>,
    clauses: FxHashSet<ty::ClauseKind<'tcx>>,
    left: usize,
    outlives: Vec<ty::ArgOutlivesPredicate<'tcx>>,
}

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for Declared<'_, 'tcx> {
    fn visit_ty(&mut self, ty: Ty<'tcx>) {
        let tcx = self.infcx.tcx;
        if !self.types.insert(ty) {
            return;
        }
        match *ty.kind() {
            ty::Ref(region, referent, _) => {
                self.outlives.push(ty::OutlivesPredicate(referent.into(), region));
                referent.visit_with(self);
            }
            ty::Adt(def, args) => {
                self.visit_clauses_of_adt(def, args);
                args.visit_with(self);
            }
            ty::FnDef(def_id, args) => {
                self.visit_predicates(tcx.predicates_of(def_id).instantiate(tcx, args));
                args.visit_with(self);
            }
            // Whoever has its type has shown what its function or impl declares.
            ty::Alias(ty::Opaque, alias) => {
                let predicates = tcx.predicates_of(alias.def_id).instantiate(tcx, alias.args);
                self.visit_predicates(predicates);
            }
            // For `for<'x> C: Conn<Needs<'x>>`, nobody shows what `Needs<'x>` declares, nor what
            // `Conn` declares of it.
            ty::Alias(ty::Projection, alias) => {
                let own = tcx.predicates_of(alias.def_id).instantiate_own(tcx, alias.args);
                self.visit_predicates(own);
                self.visit(alias.trait_ref(tcx).upcast(tcx), DEPTH);
            }
            // Nor for `for<'x> fn(Needs<'x>)`, of which this may be an instance.
            ty::FnPtr(..) | ty::Dynamic(..) | ty::UnsafeBinder(_) | ty::Alias(..) => {}
            _ => ty.super_visit_with(self),
        }
    }
}

impl<'tcx> Declared<'_, 'tcx> {
    fn visit_predicates(&mut self, predicates: impl IntoIterator<Item = (ty::Clause<'tcx>, Span)>) {
        for (clause, _) in predicates {
            self.visit(clause, DEPTH);
        }
    }

    fn visit_clauses_of_adt(&mut self, def: ty::AdtDef<'tcx>, args: ty::GenericArgsRef<'tcx>) {
        let tcx = self.infcx.tcx;
        let declared = tcx.predicates_of(def.did()).instantiate_identity(tcx);
        let clauses = tcx.predicates_of(def.did()).instantiate(tcx, args);
        for (declared, (clause, _)) in declared.predicates.into_iter().zip(clauses) {
            if !clause.has_placeholders() || self.holds_while_owned(def, declared) {
                self.visit(clause, DEPTH);
            }
        }
    }

    /// Whether a clause that is shown when a value is made still holds of it in the coroutine's body.
    ///
    /// ```ignore (illustrative)
    /// struct Held<'a: 'static>(Only<'a>);
    /// let mut held: Held<'static> = …;
    /// held.0 = short; // which makes it a `Held<'s>`
    /// ```
    ///
    /// It does if its parameters are invariant, or if there is no field to assign to.
    fn holds_while_owned(&self, def: ty::AdtDef<'tcx>, clause: ty::Clause<'tcx>) -> bool {
        let tcx = self.infcx.tcx;
        let variances = tcx.variances_of(def.did());
        let mut params = FxIndexSet::default();
        clause.as_predicate().visit_with(&mut ParamsIn(&mut params));
        params.retain(|&index| variances.get(index as usize) != Some(&ty::Invariant));
        params.is_empty()
            || def.all_fields().all(|field| {
                let mut in_field = FxIndexSet::default();
                let ty = tcx.type_of(field.did).instantiate_identity();
                ty.visit_with(&mut ParamsIn(&mut in_field));
                in_field.is_disjoint(&params)
                    || !field.vis.is_accessible_from(self.coroutine_def_id, tcx)
            })
    }

    fn visit(&mut self, clause: ty::Clause<'tcx>, depth: usize) {
        let tcx = self.infcx.tcx;
        let Some(kind) = clause.kind().no_bound_vars() else { return };
        let kind = self.infcx.resolve_vars_if_possible(kind);
        let kind = kind.fold_with(&mut OpportunisticRegionResolver::new(self.infcx));
        if depth == 0
            || self.left == 0
            || !kind.has_placeholders()
            || has_more_types(kind, TYPES)
            || !self.clauses.insert(kind)
        {
            return;
        }
        self.left -= 1;
        match kind {
            ty::ClauseKind::TypeOutlives(ty::OutlivesPredicate(ty, region)) => {
                self.outlives.push(ty::OutlivesPredicate(ty.into(), region));
            }
            ty::ClauseKind::RegionOutlives(ty::OutlivesPredicate(longer, shorter)) => {
                self.outlives.push(ty::OutlivesPredicate(longer.into(), shorter));
            }
            ty::ClauseKind::Trait(predicate) => {
                if let Some((impl_def_id, args)) = only_impl(self.infcx, predicate.trait_ref) {
                    for (clause, _) in tcx.predicates_of(impl_def_id).instantiate(tcx, args) {
                        self.visit(clause, depth - 1);
                    }
                }
            }
            ty::ClauseKind::Projection(predicate) => self.visit_projection(predicate, depth),
            _ => {}
        }
    }

    /// `<T as IntoIterator>::Item == &'a str`, where the impl says that it is `&'b str`.
    fn visit_projection(&mut self, predicate: ty::ProjectionPredicate<'tcx>, depth: usize) {
        let tcx = self.infcx.tcx;
        let projection = predicate.projection_term;
        let trait_ref = projection.trait_ref(tcx);
        let Some(expected) = predicate.term.as_type() else { return };
        if tcx.is_impl_trait_in_trait(projection.def_id) {
            return;
        }
        let Some((impl_def_id, args)) = only_impl(self.infcx, trait_ref) else { return };
        let Some(&item) = tcx.impl_item_implementor_ids(impl_def_id).get(&projection.def_id) else {
            return;
        };
        let args = projection.args.rebase_onto(tcx, trait_ref.def_id, args);
        if !tcx.check_args_compatible(item, args) {
            return;
        }
        let found = tcx.type_of(item).instantiate(tcx, args);
        if let ty::Alias(ty::Projection, alias) = *found.kind() {
            let same =
                ty::ProjectionPredicate { projection_term: alias.into(), term: predicate.term };
            self.visit(ty::ClauseKind::Projection(same).upcast(tcx), depth - 1);
        } else if !found.has_aliases() && !expected.has_aliases() {
            equate(self.infcx, found, expected);
        }
    }
}

/// The indices of the parameters that a type or a clause mentions.
struct ParamsIn<'a>(&'a mut FxIndexSet<u32>);

impl<'tcx> TypeVisitor<TyCtxt<'tcx>> for ParamsIn<'_> {
    fn visit_ty(&mut self, ty: Ty<'tcx>) {
        if let ty::Param(param) = *ty.kind() {
            self.0.insert(param.index);
        }
        ty.super_visit_with(self);
    }

    fn visit_region(&mut self, region: ty::Region<'tcx>) {
        if let ty::ReEarlyParam(param) = region.kind() {
            self.0.insert(param.index);
        }
    }
}

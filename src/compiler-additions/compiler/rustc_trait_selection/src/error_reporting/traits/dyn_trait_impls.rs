//! Why a pointer does not implement a trait that has `#[dyn_trait]`.
//!
//! ```ignore (illustrative)
//! #[dyn_trait]
//! trait Store { async fn put(&mut self, key: &str); }
//! fn shared(store: Rc<dyn Store>) { generic(store) } // ERROR: note: `put` takes `&mut self`
//! ```

use rustc_errors::{Applicability, Diag};
use rustc_hir::LangItem;
use rustc_hir::def_id::DefId;
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::sym;

use crate::traits::PredicateObligation;

/// Note which method the pointer can't hand on, if the obligation is that it implements such a trait.
pub(super) fn note_pointer_without_impl<'tcx>(
    tcx: TyCtxt<'tcx>,
    obligation: &PredicateObligation<'tcx>,
    err: &mut Diag<'_>,
) {
    let Some(bound) = obligation.predicate.as_trait_clause() else { return };
    let trait_def_id = bound.def_id();
    let self_ty = bound.self_ty().skip_binder();
    let Some(pointer) = Pointer::new(tcx, self_ty) else { return };

    let mut of_attribute = tcx
        .all_impls(trait_def_id)
        .filter(|&impl_def_id| tcx.is_impl_of_dyn_trait(impl_def_id))
        .map(|impl_def_id| tcx.type_of(impl_def_id).skip_binder())
        .peekable();
    if of_attribute.peek().is_none() {
        suggest_attribute(tcx, trait_def_id, self_ty, err);
        return;
    }
    if of_attribute.any(|self_ty| Pointer::new(tcx, self_ty) == Some(pointer)) {
        return;
    }
    let Some((method, how)) = obstacle(tcx, trait_def_id, pointer) else { return };
    err.span_note(
        tcx.def_span(method),
        format!(
            "`#[dyn_trait]` gives {} no implementation of `{}`, as `{}` takes {how}",
            pointer.name(),
            tcx.def_path_str(trait_def_id),
            tcx.item_name(method),
        ),
    );
}

/// Suggest the attribute for a trait of this crate, where the pointer is one to a `dyn` type that has the trait.
fn suggest_attribute<'tcx>(
    tcx: TyCtxt<'tcx>,
    trait_def_id: DefId,
    self_ty: Ty<'tcx>,
    err: &mut Diag<'_>,
) {
    let pointee = match *self_ty.kind() {
        ty::Ref(_, pointee, _) => pointee,
        ty::Adt(_, args) => args.type_at(0),
        _ => return,
    };
    let ty::Dynamic(data, _) = *pointee.kind() else { return };
    let has_trait = data.principal_def_id().is_some_and(|principal| {
        ty::elaborate::supertrait_def_ids(tcx, principal).any(|def_id| def_id == trait_def_id)
    });
    if !has_trait || !trait_def_id.is_local() {
        return;
    }
    let span = tcx.def_span(trait_def_id).shrink_to_lo();
    if tcx.features().dyn_trait_impls() {
        err.span_suggestion_verbose(
            span,
            "`#[dyn_trait]` makes pointers implement the trait where their target does",
            "#[std::borrow::dyn_trait]\n",
            Applicability::MaybeIncorrect,
        );
    } else if tcx.features().async_fn_in_dyn_trait() {
        err.span_help(
            span,
            "with `#![feature(dyn_trait_impls)]`, `#[dyn_trait]` makes pointers implement the trait where their \
             target does",
        );
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Pointer {
    Ref,
    RefMut,
    Box,
    Rc,
    Arc,
}

impl Pointer {
    fn new<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> Option<Self> {
        match *ty.kind() {
            ty::Ref(_, _, ty::Mutability::Not) => Some(Pointer::Ref),
            ty::Ref(_, _, ty::Mutability::Mut) => Some(Pointer::RefMut),
            ty::Adt(adt, _) if tcx.is_lang_item(adt.did(), LangItem::OwnedBox) => {
                Some(Pointer::Box)
            }
            ty::Adt(adt, _) if tcx.is_diagnostic_item(sym::Rc, adt.did()) => Some(Pointer::Rc),
            ty::Adt(adt, _) if tcx.is_diagnostic_item(sym::Arc, adt.did()) => Some(Pointer::Arc),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Pointer::Ref => "`&T`",
            Pointer::RefMut => "`&mut T`",
            Pointer::Box => "`Box<T>`",
            Pointer::Rc => "`Rc<T>`",
            Pointer::Arc => "`Arc<T>`",
        }
    }

    /// Whether it can hand on a `self` of that type.
    fn hands_on<'tcx>(self, tcx: TyCtxt<'tcx>, self_param: Ty<'tcx>) -> bool {
        let is_unique = matches!(self, Pointer::RefMut | Pointer::Box);
        match *self_param.kind() {
            ty::Param(_) => self == Pointer::Box,
            ty::Ref(_, _, ty::Mutability::Not) => true,
            ty::Ref(_, _, ty::Mutability::Mut) => is_unique,
            ty::Adt(adt, args) if tcx.is_lang_item(adt.did(), LangItem::Pin) => {
                match *args.type_at(0).kind() {
                    ty::Adt(..) => self == Pointer::Box && args.type_at(0).is_box(),
                    _ => self.hands_on(tcx, args.type_at(0)),
                }
            }
            _ => Pointer::new(tcx, self_param) == Some(self),
        }
    }
}

/// A method that takes `self` in a way that the pointer can't hand on, and which way that is.
fn obstacle(tcx: TyCtxt<'_>, trait_def_id: DefId, pointer: Pointer) -> Option<(DefId, String)> {
    let items = tcx.associated_items(trait_def_id).in_definition_order();
    items.filter(|item| item.is_method() && !tcx.generics_require_sized_self(item.def_id)).find_map(
        |item| {
            let sig = tcx.fn_sig(item.def_id).instantiate_identity();
            let self_param = tcx.instantiate_bound_regions_with_erased(sig.input(0));
            if pointer.hands_on(tcx, self_param) {
                return None;
            }
            Some((item.def_id, how_it_takes_self(self_param)))
        },
    )
}

fn how_it_takes_self(self_param: Ty<'_>) -> String {
    let is_self = |ty: Ty<'_>| matches!(ty.kind(), ty::Param(_));
    match *self_param.kind() {
        ty::Param(_) => "`self` by value".to_owned(),
        ty::Ref(_, ty, ty::Mutability::Mut) if is_self(ty) => "`&mut self`".to_owned(),
        _ => format!("`self: {self_param}`"),
    }
}

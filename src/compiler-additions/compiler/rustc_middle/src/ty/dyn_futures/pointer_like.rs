//! Which futures have the size and alignment of a pointer, as far as their declaration shows.
//!
//! ```ignore (illustrative)
//! impl Fetch for HttpFetch {
//!     #[refine]
//!     fn fetch(&mut self, id: u32) -> Pin<Box<impl Future<Output = Data>>>; // has
//! }
//! ```
//!
//! The layout of such a type would be that of what each `impl Trait` is. That may be what is being
//! checked, and it must not matter. So this looks at the fields, and asks for the layout of a type
//! with fields of the same sizes that has no `impl Trait`.

use crate::ty::{self, Ty, TyCtxt, TypeVisitableExt};

/// How deep a type is looked into: `struct Grows<T>(Option<Grows<Option<T>>>)` has no end.
const MAX_DEPTH: usize = 16;

/// How many types are looked at. What is like a pointer has one field that is one, few others, and
/// these are of no size.
const MAX_TYPES: usize = 256;

impl<'tcx> TyCtxt<'tcx> {
    /// Whether values of the type `future`, which `the_fn` returns, have the size and alignment of a
    /// pointer, and this shows in the type: what an `impl Trait` within it is does not count.
    pub fn is_pointer_like(
        self,
        param_env: ty::ParamEnv<'tcx>,
        the_fn: Ty<'tcx>,
        future: Ty<'tcx>,
    ) -> bool {
        // What the next solver has as placeholders are type parameters of the code in question.
        let (the_fn, ty, clauses) = ty::TypeFoldable::fold_with(
            self.erase_and_anonymize_regions((the_fn, future, param_env.caller_bounds())),
            &mut ty::BottomUpFolder {
                tcx: self,
                ty_op: |ty| match ty.kind() {
                    ty::Placeholder(placeholder) => {
                        let index = u32::MAX - 1 - placeholder.bound.var.as_u32();
                        Ty::new_param(self, index, rustc_span::kw::Underscore)
                    }
                    _ => ty,
                },
                lt_op: |lt| lt,
                ct_op: |ct| ct,
            },
        );
        let param_env = ty::ParamEnv::new(clauses);
        if ty.has_placeholders()
            || ty.has_escaping_bound_vars()
            || ty.has_infer()
            || ty.references_error()
        {
            return false;
        }
        let typing_env =
            ty::TypingEnv { typing_mode: ty::TypingMode::non_body_analysis(), param_env };
        if self.may_be_of_adapter(typing_env, the_fn) {
            return false;
        }
        let mut shapes = Shapes { tcx: self, typing_env, has_opaque: false, num_types: 0 };
        let Some(shape) = shapes.of(ty, 0) else { return false };
        self.layout_of(typing_env.as_query_input(shape)).is_ok_and(|layout| {
            layout.is_sized()
                && layout.size == self.data_layout.pointer_size()
                && layout.align.abi == self.data_layout.pointer_align().abi
        })
    }

    /// Whether it is not known that the type whose method this is is no adapter.
    ///
    /// ```ignore (illustrative)
    /// impl<T: Helper> Fetch for T { … } // also for a `Boxing<X>` that is a `Helper`
    /// fn as_dyn<T: Helper>(it: &T) -> &dyn Fetch { it } // ERROR
    /// ```
    ///
    /// What an adapter lends to a `dyn` are the methods of what it adapts, and those are others.
    fn may_be_of_adapter(self, typing_env: ty::TypingEnv<'tcx>, the_fn: Ty<'tcx>) -> bool {
        let ty::FnDef(_, args) = *the_fn.kind() else { return true };
        let self_ty = args.type_at(0);
        match self.try_normalize_erasing_regions(typing_env, self_ty).as_ref().map(|ty| ty.kind()) {
            Ok(ty::Param(_) | ty::Alias(..) | ty::Placeholder(_) | ty::Bound(..)) => true,
            Ok(ty::Infer(_) | ty::Error(_)) | Err(_) => true,
            Ok(_) => false,
        }
    }
}

/// Makes types of the same sizes and alignments that have no `impl Trait` in them, nor in their
/// fields. For `struct Holder<F: Fetch>(Pin<Box<<F as Fetch>::fetch<'static>>>)`, it is that of a
/// pointer, in tuples.
struct Shapes<'tcx> {
    tcx: TyCtxt<'tcx>,
    typing_env: ty::TypingEnv<'tcx>,
    /// Whether there was an `impl Trait` so far.
    has_opaque: bool,
    num_types: usize,
}

impl<'tcx> Shapes<'tcx> {
    /// `None` if the size depends on what an `impl Trait` is, or is not that of a pointer anyway.
    fn of(&mut self, ty: Ty<'tcx>, depth: usize) -> Option<Ty<'tcx>> {
        self.num_types += 1;
        if depth == MAX_DEPTH || self.num_types > MAX_TYPES {
            return None;
        }
        let tcx = self.tcx;
        let ty = tcx.try_normalize_erasing_regions(self.typing_env, ty).ok()?;
        self.has_opaque |= ty.has_opaque_types();
        let mut of_fields = |fields: &mut dyn Iterator<Item = Ty<'tcx>>| {
            fields.map(|field| self.of(field, depth + 1)).collect::<Option<Vec<_>>>()
        };
        let thin_pointer = Ty::new_imm_ptr(tcx, tcx.types.unit);
        Some(match *ty.kind() {
            ty::Bool | ty::Char | ty::Int(_) | ty::Uint(_) | ty::Float(_) | ty::Never => ty,
            ty::FnDef(..) => tcx.types.unit,
            ty::FnPtr(..) => thin_pointer,
            ty::Ref(_, pointee, _) | ty::RawPtr(pointee, _) => {
                if !pointee.is_sized(tcx, self.typing_env) {
                    return None;
                }
                thin_pointer
            }
            ty::Pat(base, _) => of_fields(&mut [base].into_iter())?[0],
            ty::Array(element, len) if !len.has_opaque_types() => {
                let element = of_fields(&mut [element].into_iter())?[0];
                Ty::new_array_with_const_len(tcx, element, len)
            }
            ty::Tuple(fields) => Ty::new_tup(tcx, &of_fields(&mut fields.iter())?),
            ty::Closure(_, args) => {
                Ty::new_tup(tcx, &of_fields(&mut args.as_closure().upvar_tys().iter())?)
            }
            ty::CoroutineClosure(_, args) => {
                Ty::new_tup(tcx, &of_fields(&mut args.as_coroutine_closure().upvar_tys().iter())?)
            }
            ty::Adt(def, _) if def.is_phantom_data() => tcx.types.unit,
            ty::Adt(def, args) => {
                let fields = of_fields(&mut def.all_fields().map(|field| field.ty(tcx, args)))?;
                let repr = def.repr();
                let is_like_tuple = def.is_struct()
                    && !repr.c()
                    && !repr.simd()
                    && !repr.packed()
                    && repr.align.is_none();
                if is_like_tuple {
                    Ty::new_tup(tcx, &fields)
                } else if self.has_opaque {
                    return None;
                } else {
                    ty
                }
            }
            // A coroutine, too, is an `impl Trait` to all but the body that has it.
            _ => return None,
        })
    }
}

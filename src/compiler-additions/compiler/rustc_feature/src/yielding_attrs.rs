//! Builtin attributes that take no name away while their gate is off.
//!
//! A builtin attribute hides macros and derive helpers of its name, or is ambiguous with them, even
//! in crates that don't enable its feature. So a new one would break crates which have a
//! `#[proc_macro_attribute] fn refine`. Those here are builtin attributes only with their feature.
//! Without it, they are what a name comes to mean when nothing else has it, which is then reported
//! with the gate.

use rustc_span::{Symbol, sym};

use crate::Features;

/// Whether `name` is a builtin attribute that is one only with its feature, which is off.
pub fn yields_to_other_attrs(name: Symbol, features: &Features) -> bool {
    name == sym::refine && !features.refine()
}

//! Asynchronous basic functionality that needs memory.

#[cfg(not(no_global_oom_handling))]
#[unstable(feature = "dyn_placement", issue = "none")]
pub use crate::boxed::placement::dyn_box;

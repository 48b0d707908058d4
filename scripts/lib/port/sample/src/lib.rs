//! A sample.
//!
//! ```
//! use async_trait::async_trait;
//! struct Mine;
//! #[async_trait]
//! impl sample::Db for Mine {
//!     async fn get(&self) -> u32 { 2 }
//! }
//! let db: Box<dyn sample::Db> = sample::boxed();
//! ```

use async_trait::async_trait;

/// Not this: `#[async_trait]`.
#[async_trait]
pub trait Db: Sync {
    async fn get(&self) -> u32;
}

pub struct Memory;

#[async_trait]
impl Db for Memory {
    async fn get(&self) -> u32 { 1 }
}

pub fn boxed() -> Box<dyn Db> {
    Box::new(Memory)
}

//@ edition: 2024

// An impl that promises more than its trait.

#![feature(refine)]

use std::future::{Ready, ready};

pub trait Fetch {
    async fn fetch(&self, id: u32) -> u32;
    fn items(&self) -> impl Iterator<Item = u32>;
}

pub struct Local;

impl Fetch for Local {
    #[refine]
    fn fetch(&self, id: u32) -> Ready<u32> {
        ready(id)
    }
    #[refine]
    fn items(&self) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator + Clone {
        0..3
    }
}

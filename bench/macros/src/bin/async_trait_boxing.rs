//! no: the trait bound `Boxing<Rest>: Api` is not satisfied

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use async_trait::async_trait;
use macros::spawn;

#[async_trait]
trait Api {
    async fn lookup(&self, key: u32) -> String;
}

struct Rest;

#[async_trait]
impl Api for Rest {
    async fn lookup(&self, key: u32) -> String {
        key.to_string()
    }
}

fn main() {
    let api: Box<dyn Api + Sync> = Boxing::new(Box::new(Rest));
    assert_eq!(spawn(api.lookup(1)), "1");
}

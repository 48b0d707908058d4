//! yes

#![feature(named_return_types)]

use async_trait::async_trait;
use macros::{Db, Pg, spawn};

#[async_trait]
trait Api {
    async fn lookup(&self, key: u32) -> String;
}

struct Rest<D>(D);

#[async_trait]
impl<D: Db<get: Send> + Sync> Api for Rest<D> {
    async fn lookup(&self, key: u32) -> String {
        self.0.get(key).await.to_string()
    }
}

fn main() {
    let api: Box<dyn Api + Sync> = Box::new(Rest(Pg));
    assert_eq!(spawn(api.lookup(1)), "2");
}

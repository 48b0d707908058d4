//! yes

use async_trait::async_trait;
use macros::{Db, Pg, block_on};

#[async_trait(?Send)]
trait Api {
    async fn lookup(&self, key: u32) -> String;
}

struct Rest<D>(D);

#[async_trait(?Send)]
impl<D: Db> Api for Rest<D> {
    async fn lookup(&self, key: u32) -> String {
        self.0.get(key).await.to_string()
    }
}

fn main() {
    let api: Box<dyn Api> = Box::new(Rest(Pg));
    assert_eq!(block_on(api.lookup(1)), "2");
}

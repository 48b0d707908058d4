//! yes
//! instead: `Box::new`, as its futures are boxes; `D: SendDb`

use async_trait::async_trait;
use macros::{Pg, SendDb, spawn};

#[async_trait]
trait Api {
    async fn lookup(&self, key: u32) -> String;
}

struct Rest<D>(D);

#[async_trait]
impl<D: SendDb> Api for Rest<D> {
    async fn lookup(&self, key: u32) -> String {
        self.0.get(key).await.to_string()
    }
}

fn main() {
    let api: Box<dyn Api + Sync> = Box::new(Rest(Pg));
    assert_eq!(spawn(api.lookup(1)), "2");
}

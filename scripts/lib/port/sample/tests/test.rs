use async_trait::async_trait;
use sample::{Db, Memory};

struct Other;

#[async_trait]
impl Db for Other {
    async fn get(&self) -> u32 { 2 }
}

fn send<T: Send>(_: T) {}

fn generic<D: Db>(db: D) {
    send(db.get());
}

#[test]
fn is_send() {
    generic(Memory);
    generic(Other);
}

#[test]
fn is_dyn() {
    let all: [Box<dyn Db>; 2] = [sample::boxed(), Box::new(Other)];
    all.iter().for_each(|db| send(db.get()));
}

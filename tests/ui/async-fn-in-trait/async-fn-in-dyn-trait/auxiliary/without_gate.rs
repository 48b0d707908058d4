//@ edition: 2024

// A library of today, that knows nothing of `dyn` for async functions.

#![allow(async_fn_in_trait)]

pub trait Fetch {
    async fn fetch(&mut self, id: u32) -> u32;
    async fn twice(&mut self, id: u32) -> u32 {
        self.fetch(id).await + self.fetch(id).await
    }
    fn with_future(&self) -> impl Future<Output = u32> + Send;
    fn sync(&self) -> u32;
}

pub struct Adder(pub u32);
impl Fetch for Adder {
    async fn fetch(&mut self, id: u32) -> u32 {
        self.0 += id;
        self.0
    }
    async fn with_future(&self) -> u32 {
        self.0
    }
    fn sync(&self) -> u32 {
        self.0
    }
}

pub async fn generic<F: Fetch + ?Sized>(f: &mut F) -> u32 {
    f.twice(1).await + f.with_future().await
}

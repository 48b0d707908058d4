//@ edition: 2024

#![feature(async_auto_trait_bounds)]

pub trait Db: async Send + Sync {
    #[allow(async_fn_in_trait)]
    async fn get(&self, key: &str) -> u8;
    #[allow(async_fn_in_trait)]
    async fn get_twice(&self, key: &str) -> u8 {
        self.get(key).await + self.get(key).await
    }
}

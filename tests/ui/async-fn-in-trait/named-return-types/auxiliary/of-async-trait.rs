//@ edition: 2024

// What `#[async_trait]` makes of `trait Db { async fn get(&self) -> u8; }`.

use std::pin::Pin;

pub trait Db {
    fn get<'life0, 'async_trait>(
        &'life0 self,
    ) -> Pin<Box<dyn Future<Output = u8> + Send + 'async_trait>>
    where
        'life0: 'async_trait,
        Self: 'async_trait;
}

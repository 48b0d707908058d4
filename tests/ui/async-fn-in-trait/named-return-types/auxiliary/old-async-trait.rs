//@ edition: 2024

// What `#[async_trait]` makes of `async fn get(&self) -> u8`.

extern crate proc_macro;

use proc_macro::TokenStream;

#[proc_macro_attribute]
pub fn async_trait(_: TokenStream, item: TokenStream) -> TokenStream {
    let item = item.to_string().replace("& self", "&self");
    let (before, body) = item.split_once("async fn get(&self) -> u8").unwrap();
    let body = body.trim().trim_end_matches('}');
    format!(
        "{before} fn get<'life0, 'async_trait>(&'life0 self)
            -> std::pin::Pin<Box<dyn Future<Output = u8> + Send + 'async_trait>>
        where 'life0: 'async_trait, Self: 'async_trait
        {{ Box::pin(async move {body}) }} }}"
    )
    .parse()
    .unwrap()
}

//! What async-trait does to the sample, and no more: `async fn` becomes a function that returns a box.

use proc_macro::TokenStream;

#[proc_macro_attribute]
pub fn async_trait(_: TokenStream, item: TokenStream) -> TokenStream {
    let boxed = "-> ::std::pin::Pin<Box<dyn ::std::future::Future<Output = u32> + Send + '_>>";
    let item = item.to_string();
    // `tests` in the sample keep its functions to this form.
    let item = item.replace("async fn", "fn").replace("-> u32;", &format!("{boxed};"));
    item.replace("-> u32 {", &format!("{boxed} {{ Box::pin(async move {{")).replace("} }", "}) } }").parse().unwrap()
}

//! A generic function that spawns the futures of an `async fn` on threads.
//!
//! `spawn_thread` takes a future to another thread, so the future has to be `Send`. Whether what
//! `provider.request(..)` returns is `Send` depends on the impl. The trait does not promise it, and
//! should not: `Cached` below is a fine provider as long as it stays on one thread. So the function
//! that spawns asks for it, by the future's name:
//!
//! ```text
//! where P::request: Send
//! ```
//!
//! The bound is *sufficient*: `request_all` compiles with it. It is *necessary*: without it, rustc
//! refuses the call of `spawn_thread` ("`Send` is not implemented for `<P as
//! HttpRequestProvider>::request<'_, '_>`"), and has to, because `Cached` meets every other bound.
//! With it, `request_all` refuses `Cached`, and `main` shows that nothing but the future is at
//! fault.
//!
//! ```text
//! cargo +afit run --bin spawn_on_threads
//! ```

#![feature(named_return_types)]

use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use examples::{block_on, spawn_thread, yield_now};

struct Response {
    status: u16,
    body: String,
}

trait HttpRequestProvider {
    async fn request(&self, path: &str) -> Response;
}

// What this program is about --------------------------------------------------------------------

/// Request each path on a thread of its own, and wait for all of them.
///
/// `request` borrows `&self` and `path`, so the bound is for two lifetimes: it is short for
/// `for<'a, 'b> P::request<'a, 'b>: Send`. The futures borrow from inside of the `async` block, for
/// lifetimes that nobody outside could name, so no weaker bound would do.
fn request_all<P>(provider: P, paths: &[&'static str]) -> Vec<Response>
where
    P: HttpRequestProvider + Send + Sync + 'static,
    P::request: Send,
{
    let provider = Arc::new(provider);
    let handles: Vec<_> = paths
        .iter()
        .map(|&path| {
            let provider = provider.clone();
            spawn_thread(async move { provider.request(path).await })
        })
        .collect();
    handles.into_iter().map(|handle| handle.join().expect("a request has panicked")).collect()
}

/// The same as an associated type bound, in a signature that names no type parameter.
fn request_root(provider: impl HttpRequestProvider<request: Send> + Send + Sync + 'static) -> u16 {
    spawn_thread(async move { provider.request("/").await.status })
        .join()
        .expect("a request has panicked")
}

/// No thread, no bound: for this function, any provider will do.
fn request_here<P: HttpRequestProvider>(provider: &P, path: &str) -> Response {
    block_on(provider.request(path))
}

// Two providers ---------------------------------------------------------------------------------

/// Its futures keep nothing but references and a `String` while they wait.
struct Remote {
    host: &'static str,
}

impl HttpRequestProvider for Remote {
    async fn request(&self, path: &str) -> Response {
        let body = format!("{}{path}", self.host);
        yield_now().await;
        let status = if path == "/missing" { 404 } else { 200 };
        Response { status, body }
    }
}

/// Its futures keep an `Rc` while they wait. The provider itself is `Send + Sync + 'static`.
struct Cached;

impl HttpRequestProvider for Cached {
    async fn request(&self, path: &str) -> Response {
        let body: Rc<str> = path.into();
        yield_now().await;
        Response { status: 200, body: body.to_string() }
    }
}

// Whether a type is `Send`, as a value ----------------------------------------------------------

/// `Probe::<T>::IS_SEND` is the inherent constant where `T: Send`, and that of the trait otherwise.
/// This works for concrete types only, such as a named future of a known provider.
struct Probe<T>(PhantomData<T>);

impl<T: Send> Probe<T> {
    const IS_SEND: bool = true;
}

trait OrElse {
    const IS_SEND: bool = false;
}

impl<T> OrElse for Probe<T> {}

fn main() {
    let paths = ["/", "/index.html", "/missing"];
    for (path, response) in paths.iter().zip(request_all(Remote { host: "example.org" }, &paths)) {
        println!("{path}: {} {}", response.status, response.body);
    }
    println!("/ again: {}", request_root(Remote { host: "example.org" }));

    // error: future cannot be sent between threads safely
    //
    //     request_all(Cached, &paths);
    //
    let response = request_here(&Cached, "/local");
    println!("{}: {} on this thread", response.body, response.status);

    type Request<'a, P> = <P as HttpRequestProvider>::request<'a, 'a>;
    let remote = Probe::<Request<'_, Remote>>::IS_SEND;
    let cached = Probe::<Request<'_, Cached>>::IS_SEND;
    println!("the future of Remote is Send: {remote}");
    println!("the future of Cached is Send: {cached}");
    println!("Cached itself is Send: {}", Probe::<Cached>::IS_SEND);
}

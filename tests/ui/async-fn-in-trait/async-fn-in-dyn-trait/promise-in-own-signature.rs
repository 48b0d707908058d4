//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ run-pass

// A method may take, or give, a `dyn` of its own trait that promises something of its own future: a
// chain of handlers that can go to other threads.

#![feature(async_auto_trait_bounds, async_fn_in_dyn_trait)]
#![feature(named_return_types, return_type_notation)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

fn on_another_thread<F: Future<Output = String> + Send>(future: F) -> String {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(output) => output,
                Poll::Pending => unreachable!("nothing here waits"),
            }
        });
        thread.join().unwrap()
    })
}

// By a call.
trait Handler: Sync {
    async fn handle(&self, request: &str, next: &[&dyn Handler<handle(..): Send>]) -> String;
}
struct Log;
impl Handler for Log {
    async fn handle(&self, request: &str, next: &[&dyn Handler<handle(..): Send>]) -> String {
        let (first, rest) = next.split_first().unwrap();
        format!("log({})", first.handle(request, rest).await)
    }
}
struct Echo;
impl Handler for Echo {
    async fn handle(&self, request: &str, _: &[&dyn Handler<handle(..): Send>]) -> String {
        request.to_owned()
    }
}

// By the name, with no lifetime in the signature but a captured early-bound one.
trait Visit<'x>: Send + Sync {
    async fn visit(self: Arc<Self>, next: Option<Arc<dyn Visit<'x, visit: Send> + 'x>>) -> String;
}
impl<'x> Visit<'x> for &'x str {
    async fn visit(self: Arc<Self>, next: Option<Arc<dyn Visit<'x, visit: Send> + 'x>>) -> String {
        match next {
            Some(next) => format!("{self}, {}", next.visit(None).await),
            None => self.to_string(),
        }
    }
}

// By `async Send`, of a default body, and two methods that need each other.
trait Turn: Sync {
    async fn left<'a>(&'a self, steps: u8, other: &'a (dyn Turn + async Send)) -> String {
        if steps == 0 { "left".into() } else { other.right(steps - 1, self.as_dyn()).await }
    }
    async fn right(&self, steps: u8, other: &dyn Turn<left(..): Send, right(..): Send>) -> String {
        if steps == 0 { "right".into() } else { other.left(steps - 1, self.as_dyn()).await }
    }
    fn as_dyn(&self) -> &(dyn Turn + async Send);
}
impl Turn for u8 {
    fn as_dyn(&self) -> &(dyn Turn + async Send) {
        Boxing::new(self)
    }
}

// In what the future gives.
trait Step: Send + Sync {
    async fn step(&self) -> Result<Box<dyn Step<step(..): Send>>, String>;
}
impl Step for u8 {
    async fn step(&self) -> Result<Box<dyn Step<step(..): Send>>, String> {
        match self.checked_sub(1) {
            Some(less) => Ok(boxed(less)),
            None => Err("done".into()),
        }
    }
}
// Not in the body of `step`, which says whether its future is `Send`.
fn boxed(step: u8) -> Box<dyn Step<step(..): Send>> {
    Boxing::new(Box::new(step))
}
async fn run(mut step: Box<dyn Step<step(..): Send>>) -> String {
    loop {
        match step.step().await {
            Ok(next) => step = next,
            Err(output) => return output,
        }
    }
}

// In a default body.
trait InBody: Sync {
    async fn in_body(&self, depth: u8) -> String {
        if depth == 0 {
            return "deep".into();
        }
        let deeper: &dyn InBody<in_body(..): Send> = self.as_dyn();
        deeper.in_body(depth - 1).await
    }
    fn as_dyn(&self) -> &dyn InBody<in_body(..): Send>;
}
impl InBody for u8 {
    fn as_dyn(&self) -> &dyn InBody<in_body(..): Send> {
        Boxing::new(self)
    }
}

// Bounds on a type parameter of the trait, and on the method itself.
#[allow(dead_code)]
trait Each<T> {
    async fn each(&self, next: &T) -> u8
    where
        T: Each<u8, each(..): Send>;
    async fn only_send(&self) -> u8
    where
        Self::only_send(..): Send;
}

fn main() {
    let chain: [&dyn Handler<handle(..): Send>; 3] =
        [Boxing::new(&Log), Boxing::new(&Log), Boxing::new(&Echo)];
    assert_eq!(on_another_thread(Log.handle("hello", &chain)), "log(log(log(hello)))");

    let (first, second) = (String::from("one"), String::from("two"));
    let second: Arc<dyn Visit<'_, visit: Send>> = Boxing::new(Arc::new(&second[..]));
    let visit = Arc::new(&first[..]).visit(Some(second));
    assert_eq!(on_another_thread(visit), "one, two");

    assert_eq!(on_another_thread(1_u8.left(3, Boxing::new(&2_u8))), "right");
    assert_eq!(on_another_thread(1_u8.left(4, Boxing::new(&2_u8))), "left");
    assert_eq!(on_another_thread(1_u8.in_body(3)), "deep");
    assert_eq!(on_another_thread(run(boxed(3))), "done");
}

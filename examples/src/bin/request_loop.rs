//! A request loop that reuses one slot: handlers in a table behind `dyn`, and no allocation for any request,
//! while a request that has to outlive the loop's turn is boxed, which one can see.

#![feature(async_fn_in_dyn_trait, dyn_placement, return_type_notation)]
#![allow(incomplete_features)]

use std::future::{Slot, dyn_box, dyn_in};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::thread;

struct Request {
    path: &'static str,
    body: u32,
}

trait Handler {
    async fn handle(&self, request: &Request) -> u32;
}

struct Double;

impl Handler for Double {
    async fn handle(&self, request: &Request) -> u32 {
        yield_now().await;
        request.body * 2
    }
}

/// Takes a while, and a lot of memory.
struct Checksum;

impl Handler for Checksum {
    async fn handle(&self, request: &Request) -> u32 {
        let mut block = [request.body; 64];
        for i in 1..block.len() {
            block[i] = block[i - 1].rotate_left(3) ^ i as u32;
            if i % 16 == 0 {
                yield_now().await;
            }
        }
        block.iter().fold(0, |sum, word| sum.wrapping_add(*word))
    }
}

/// Each call says where its future goes, and a request can go to another thread.
type DynHandler = dyn Handler<handle(..): ?Sized + Send> + Sync;

static HANDLERS: [(&str, &DynHandler); 2] = [("/double", &Double), ("/checksum", &Checksum)];

fn find(path: &str) -> &'static DynHandler {
    HANDLERS.iter().find(|(of, _)| *of == path).expect("a handler").1
}

async fn serve(requests: &[Request]) -> Vec<u32> {
    let mut answers = Vec::with_capacity(requests.len());
    // Room for the largest of them, once.
    let mut slot = pin!(Slot::<512>::new());
    for request in requests {
        answers.push(dyn_in!(slot.as_mut(), find(request.path).handle(request)).await);
    }
    answers
}

/// This one goes on by itself: an ordinary boxed future, `Send` because the table says so.
fn in_background(request: &'static Request) -> Pin<Box<dyn Future<Output = u32> + Send>> {
    dyn_box!(find(request.path).handle(request))
}

async fn yield_now() {
    let mut yielded = false;
    std::future::poll_fn(|_| {
        if std::mem::replace(&mut yielded, true) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
}

fn main() {
    static LATER: Request = Request { path: "/checksum", body: 7 };
    let later = in_background(&LATER);
    let later = thread::spawn(move || block_on(later));

    let requests = [
        Request { path: "/double", body: 4 },
        Request { path: "/checksum", body: 7 },
        Request { path: "/double", body: 21 },
    ];
    let answers = block_on(serve(&requests));
    for (request, answer) in requests.iter().zip(&answers) {
        println!("{} {} -> {answer}", request.path, request.body);
    }
    println!("on a thread, the same: {}", later.join().unwrap() == answers[1]);
}

//! yes

use std::pin::Pin;
use std::task::{Context, Poll};

use macros::{Db, Pg, block_on};
use pin_project_lite::pin_project;

pin_project! {
    struct Counted<F> {
        #[pin]
        future: F,
        polls: u32,
    }
}

impl<F: Future<Output = u32>> Future for Counted<F> {
    type Output = u32;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        let this = self.project();
        *this.polls += 1;
        this.future.poll(cx)
    }
}

fn main() {
    assert_eq!(block_on(Counted { future: Pg.get(1), polls: 0 }), 2);
}

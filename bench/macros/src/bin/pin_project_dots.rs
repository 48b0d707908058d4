//! no: expected `,`

#![feature(named_return_types, return_type_notation)]

use std::pin::Pin;
use std::task::{Context, Poll};

use macros::{Db, Pg, spawn};
use pin_project::pin_project;

#[pin_project]
struct Counted<'a, D>
where
    D: Db<get(..): Send>,
    D: 'a,
{
    #[pin]
    future: D::get<'a>,
    polls: u32,
}

impl<'a, D: Db<get(..): Send> + 'a> Future for Counted<'a, D> {
    type Output = u32;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        let this = self.project();
        *this.polls += 1;
        this.future.poll(cx)
    }
}

fn main() {
    assert_eq!(spawn(Counted::<Pg> { future: Pg.get(1), polls: 0 }), 2);
}

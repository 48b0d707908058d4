// `Boxing::new` takes a `Weak`, also where there is no `Rc` or `Arc` yet.

//@ run-pass
//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

use std::boxed::Boxing;
use std::pin::pin;
use std::rc::{self, Rc};
use std::sync::{self, Arc};
use std::task::{Context, Poll, Waker};

trait Node {
    async fn depth(&self, left: u32) -> u32;
}

struct Hub {
    me: sync::Weak<dyn Node>,
}
impl Node for Hub {
    async fn depth(&self, left: u32) -> u32 {
        match left {
            0 => 1,
            _ => 1 + self.me.upgrade().unwrap().depth(left - 1).await,
        }
    }
}

struct Leaf(u32);
impl Node for Leaf {
    async fn depth(&self, _: u32) -> u32 {
        self.0
    }
}

fn main() {
    let mut cx = Context::from_waker(Waker::noop());

    let hub: Arc<dyn Node> =
        Boxing::new(Arc::<Hub>::new_cyclic(|me| Hub { me: Boxing::new(me.clone()) }));
    assert_eq!(pin!(hub.depth(2)).poll(&mut cx), Poll::Ready(3));
    assert_eq!((Arc::strong_count(&hub), Arc::weak_count(&hub)), (1, 1));

    let leaf = Rc::new(Leaf(7));
    let weak: rc::Weak<dyn Node> = Boxing::new(Rc::downgrade(&leaf));
    assert_eq!(pin!(weak.upgrade().unwrap().depth(0)).poll(&mut cx), Poll::Ready(7));
    drop(leaf);
    assert!(weak.upgrade().is_none());

    let none: rc::Weak<dyn Node> = Boxing::new(rc::Weak::<Leaf>::new());
    assert!(none.upgrade().is_none());
    let none: sync::Weak<dyn Node> = Boxing::new(sync::Weak::<Leaf>::new());
    assert!(none.upgrade().is_none());
}

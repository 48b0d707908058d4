//! yes

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use embedded_hal_async::delay::DelayNs;
use macros::block_on;

#[derive(Default)]
struct Fake {
    ns: u64,
}

impl DelayNs for Fake {
    async fn delay_ns(&mut self, ns: u32) {
        self.ns += u64::from(ns);
    }
}

async fn blink(delay: &mut dyn DelayNs) {
    delay.delay_us(500).await;
    delay.delay_ms(1).await;
}

fn main() {
    let mut fake = Fake::default();
    block_on(blink(Boxing::new(&mut fake)));
    assert_eq!(fake.ns, 1_500_000);
}

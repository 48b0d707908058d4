//! yes

#![feature(return_type_notation)]

use embedded_hal_async::delay::DelayNs;
use macros::spawn;

#[derive(Default)]
struct Fake {
    ns: u64,
}

impl DelayNs for Fake {
    async fn delay_ns(&mut self, ns: u32) {
        self.ns += u64::from(ns);
    }
}

fn blink<D: DelayNs<delay_us(..): Send, delay_ms(..): Send> + Send>(delay: &mut D) {
    spawn(async {
        delay.delay_us(500).await;
        delay.delay_ms(1).await;
    });
}

fn main() {
    let mut fake = Fake::default();
    blink(&mut fake);
    assert_eq!(fake.ns, 1_500_000);
}

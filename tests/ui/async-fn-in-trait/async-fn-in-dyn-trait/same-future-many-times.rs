//@ build-pass
//@ edition: 2024

// A future that holds the same futures many times over, each of which holds nothing to drop, takes
// no exponential time to find that out.

#![feature(async_fn_in_dyn_trait)]
#![allow(incomplete_features)]

trait Sum {
    async fn sum(&self, x: u32) -> u32;
}

async fn first(x: u32) -> u32 {
    std::future::ready(()).await;
    x
}

macro_rules! layers {
    ($($layer:ident of $below:ident;)*) => {
        $(async fn $layer(x: u32) -> u32 {
            $below(x).await + $below(x + 1).await + $below(x + 2).await
        })*
    };
}

layers! {
    f1 of first; f2 of f1; f3 of f2; f4 of f3; f5 of f4; f6 of f5; f7 of f6; f8 of f7; f9 of f8;
    f10 of f9; f11 of f10; f12 of f11; f13 of f12; f14 of f13; f15 of f14; f16 of f15; f17 of f16;
}

struct Layers;

impl Sum for Layers {
    async fn sum(&self, x: u32) -> u32 {
        f17(x).await
    }
}

fn main() {
    let _: Box<dyn Future<Output = u32> + '_> = Box::new(Layers.sum(1));
}

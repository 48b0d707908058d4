//@ edition: 2024

// All of it is unstable.

use std::future::{Slot, dyn_box, dyn_in};
//~^ ERROR use of unstable library feature `dyn_placement`
//~| ERROR use of unstable library feature `dyn_placement`
//~| ERROR use of unstable library feature `dyn_placement`

async fn fetch() -> u8 {
    1
}

fn main() {
    let mut slot = std::pin::pin!(Slot::<64>::new());
    //~^ ERROR use of unstable library feature `dyn_placement`
    //~| ERROR use of unstable library feature `dyn_placement`
    drop(dyn_in!(slot.as_mut(), fetch())); //~ ERROR use of unstable library feature `dyn_placement`
    drop(dyn_box!(fetch())); //~ ERROR use of unstable library feature `dyn_placement`
}

// Without the feature, parentheses with what is no type are not taken for those of a call.

fn main() {
    let x: Vec::<u8>(3) = 1;
    //~^ ERROR expected one of
}

//@ edition: 2024
//@ run-pass

// Without the feature, a macro goes on where the type has ended before.

macro_rules! type_or_tokens {
    ($t:ty) => {
        "type"
    };
    ($($tt:tt)*) => {
        "tokens"
    };
}

fn main() {
    assert_eq!(type_or_tokens!(make::<u8>()), "tokens");
    assert_eq!(type_or_tokens!(Vec::<u8>(u8)), "tokens");
    assert_eq!(type_or_tokens!(identity(u8)), "type");
}

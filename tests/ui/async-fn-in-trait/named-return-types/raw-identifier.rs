//@ edition: 2024

// The name of a method that is a raw identifier, and how messages print it.

#![feature(named_return_types)]

trait Typed {
    async fn r#type(&self) -> u8;
}

fn start<T: Typed>(t: &T) -> T::r#type<'_>
where
    T::r#type: Send,
{
    t.r#type()
}

fn mismatch<T: Typed>(t: &T) -> u8 {
    t.r#type() //~ ERROR mismatched types
}

fn main() {}

//@ edition: 2024

pub trait Has {
    type Type: ?Sized;
}

pub trait Store<U> {
    type Item;
    fn get(&self) -> Self::Item;
}

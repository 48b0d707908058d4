//@ edition: 2024

// A crate without the gate.

pub trait Store {
    const NAME: &'static str;
    fn get(&self, key: &str) -> u32;
    fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R>;
    fn open(path: &str) -> Self;
    fn last(&self) -> u32;
}

pub struct Value(pub u32);

impl Store for Value {
    const NAME: &'static str = "value";
    fn get(&self, key: &str) -> u32 {
        self.0 + key.len() as u32
    }
    fn map<R>(&self, f: impl Fn(&str) -> R) -> Vec<R> {
        vec![f("a")]
    }
    fn open(path: &str) -> Value {
        Value(path.len() as u32)
    }
    fn last(&self) -> u32 {
        self.0
    }
}

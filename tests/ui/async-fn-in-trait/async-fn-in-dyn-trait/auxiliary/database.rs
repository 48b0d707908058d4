//@ no-prefer-dynamic
//@ edition: 2024

// A library whose trait is used through `dyn`, also by crates that do not have the gate.

#![crate_type = "rlib"]
#![feature(async_fn_in_dyn_trait, return_type_notation)]
#![allow(incomplete_features, refining_impl_trait)]

use std::boxed::Boxing;
use std::pin::Pin;
use std::sync::Arc;

#[allow(async_fn_in_trait)]
pub trait Database {
    type Error;
    async fn get(&self, key: &str) -> Result<Option<String>, Self::Error>;
    async fn put(&mut self, key: &str, value: &str) -> Result<(), Self::Error>;
    async fn count(&self) -> usize {
        0
    }
    fn name(&self) -> String {
        String::from("a database")
    }
}
#[allow(async_fn_in_trait)]
pub trait Transactional: Database {
    async fn commit(&mut self) -> Result<(), Self::Error>;
}

pub type DynDatabase<'a> = dyn Database<Error = String> + 'a;
pub type SendDatabase<'a> = dyn Database<Error = String, get(..): Send> + Send + Sync + 'a;

/// An implementor of the library's own.
#[derive(Default)]
pub struct Memory(Vec<(String, String)>);

impl Database for Memory {
    type Error = String;
    async fn get(&self, key: &str) -> Result<Option<String>, String> {
        Ok(self.0.iter().find(|(own, _)| own == key).map(|(_, value)| value.clone()))
    }
    async fn put(&mut self, key: &str, value: &str) -> Result<(), String> {
        self.0.push((key.to_owned(), value.to_owned()));
        Ok(())
    }
    async fn count(&self) -> usize {
        self.0.len()
    }
}
impl Transactional for Memory {
    async fn commit(&mut self) -> Result<(), String> {
        Err(format!("{} uncommitted", self.0.len()))
    }
}

/// One that needs no adapter.
pub struct Broken;
impl Database for Broken {
    type Error = String;
    fn get(&self, key: &str) -> Pin<Box<impl Future<Output = Result<Option<String>, String>>>> {
        Box::pin(async move { Err(format!("no {key}")) })
    }
    fn put(&mut self, key: &str, _: &str) -> Pin<Box<impl Future<Output = Result<(), String>>>> {
        Box::pin(async move { Err(format!("no {key}")) })
    }
    fn count(&self) -> Pin<Box<impl Future<Output = usize>>> {
        Box::pin(async { 1 })
    }
}

pub async fn copy(from: &DynDatabase<'_>, to: &mut DynDatabase<'_>, key: &str) -> bool {
    match from.get(key).await {
        Ok(Some(value)) => to.put(key, &value).await.is_ok(),
        _ => false,
    }
}

/// A `dyn` made where the type is not known yet: in the crate that calls this.
pub async fn fill<D: Database<Error = String>>(database: &mut D, keys: &[&str]) -> usize {
    let source: Box<DynDatabase<'static>> = example();
    let database: &mut DynDatabase<'_> = Boxing::new(database);
    let mut copied = 0;
    for key in keys {
        copied += usize::from(copy(&*source, database, key).await);
    }
    copied
}
#[inline]
pub fn erase<'a, D: Database<Error = String> + 'a>(database: D) -> Box<DynDatabase<'a>> {
    Boxing::new(Box::new(database))
}
pub fn share<D>(database: D) -> Arc<SendDatabase<'static>>
where
    D: Database<Error = String, get(..): Send> + Send + Sync + 'static,
{
    Boxing::new(Arc::new(database))
}

pub fn example() -> Box<DynDatabase<'static>> {
    Boxing::new(Box::new(Memory(vec![
        (String::from("one"), String::from("eins")),
        (String::from("two"), String::from("zwei")),
    ])))
}
pub fn broken() -> Box<DynDatabase<'static>> {
    Box::new(Broken)
}
pub fn transactional() -> Box<dyn Transactional<Error = String>> {
    Boxing::new(Box::new(Memory::default()))
}
pub fn upcast<'a>(
    database: &'a mut (dyn Transactional<Error = String> + 'static),
) -> &'a mut DynDatabase<'static> {
    database
}

/// What a crate without the gate can hold on to.
pub struct Handle(Box<DynDatabase<'static>>);
impl Handle {
    pub fn new<D: Database<Error = String> + 'static>(database: D) -> Self {
        Handle(erase(database))
    }
    pub fn example() -> Self {
        Handle(example())
    }
    pub async fn get(&self, key: &str) -> Result<Option<String>, String> {
        self.0.get(key).await
    }
    pub async fn put(&mut self, key: &str, value: &str) -> Result<(), String> {
        self.0.put(key, value).await
    }
    pub fn get_later<'a>(&'a self, key: &'a str) -> impl Future<Output: Send> + 'a {
        self.0.get(key)
    }
    #[inline]
    pub async fn count(&self) -> usize {
        self.0.count().await
    }
}

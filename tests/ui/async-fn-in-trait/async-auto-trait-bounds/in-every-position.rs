//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ run-pass
//@ aux-build: run_ready.rs

// `async Send` wherever a bound may stand: all futures of the trait and of its supertraits are
// `Send`.

#![feature(async_auto_trait_bounds, trait_alias)]
#![allow(dead_code)]

extern crate run_ready;
use run_ready::run;

fn assert_send<T: Send>(t: T) -> T {
    t
}

trait Connection {
    async fn ping(&self) -> u8;
}
trait Database: Connection {
    async fn get(&self, key: &str) -> u8;
    async fn put(&mut self, value: u8);
    fn keys<'k>(&self, filter: &'k str) -> impl Iterator<Item = &'k str>;
    async fn open() -> Self;
    fn close(&self) -> impl Future<Output = ()>
    where
        Self: Sized;
    fn sync(&self) -> u8 {
        0
    }
}

struct Memory(u8);
impl Connection for Memory {
    async fn ping(&self) -> u8 {
        1
    }
}
impl Database for Memory {
    async fn get(&self, key: &str) -> u8 {
        self.0 + key.len() as u8
    }
    async fn put(&mut self, value: u8) {
        self.0 = value;
    }
    fn keys<'k>(&self, filter: &'k str) -> impl Iterator<Item = &'k str> {
        [filter].into_iter()
    }
    async fn open() -> Self {
        Memory(1)
    }
    async fn close(&self) {}
}

fn inline<D: Database + async Send>(mut d: D) -> u8 {
    let opened = run(assert_send(D::open()));
    run(assert_send(opened.ping()));
    run(assert_send(opened.close()));
    run(assert_send(d.put(7)));
    let keys = assert_send(d.keys("a")).count() as u8;
    run(assert_send(d.get("ab"))) + keys
}
fn in_where<D>(d: D) -> u8
where
    D: Database + async Send + 'static,
{
    drop(assert_send(d.ping()));
    inline(assert_send(d))
}
fn in_argument(d: impl Database + async Send) -> u8 {
    in_argument_behind_reference(&d);
    inline(d)
}
fn in_argument_behind_reference(d: &(impl Database + async Send)) -> u8 {
    run(assert_send(d.get("")))
}
fn in_return() -> impl Database + async Send {
    Memory(1)
}

trait SendDatabase: Database + async Send {}
impl SendDatabase for Memory {}
fn by_supertrait<D: SendDatabase>(d: D) -> u8 {
    inline(d)
}
fn by_impl_trait_of_supertrait(d: impl SendDatabase) -> u8 {
    by_supertrait(d)
}
trait InWhereOfTrait: Database
where
    Self: Connection + Database + async Send,
{
    fn provided(self) -> u8
    where
        Self: Sized,
    {
        inline(self)
    }
}
impl InWhereOfTrait for Memory {}
fn by_where_of_trait<D: InWhereOfTrait>(d: D) -> u8 {
    inline(d)
}

trait Pool {
    type Item: Database + async Send;
    fn take(&self) -> Self::Item;
}
impl Pool for () {
    type Item = Memory;
    fn take(&self) -> Memory {
        Memory(2)
    }
}
fn by_item_bound<P: Pool>(p: P) -> u8 {
    inline(p.take())
}

trait AnyPool {
    type Item;
    fn take(&self) -> Self::Item;
}
impl AnyPool for () {
    type Item = Memory;
    fn take(&self) -> Memory {
        Memory(2)
    }
}
fn in_associated_type_bound<P: AnyPool<Item: Database + async Send>>(p: P) -> u8 {
    inline(p.take())
}
fn in_nested_argument(p: impl AnyPool<Item: Database + async Send>) -> u8 {
    in_associated_type_bound(p)
}
fn on_projection<P: AnyPool>(p: P) -> u8
where
    P::Item: Database + async Send,
{
    inline(p.take())
}

trait Alias = Database + async Send;
fn by_alias<D: Alias>(d: D) -> u8 {
    inline(d)
}
trait AnyDatabase = Database;
fn beside_alias<D: AnyDatabase + async Send>(d: D) -> u8 {
    inline(d)
}

impl<D: Database> Connection for &D {
    async fn ping(&self) -> u8 {
        3
    }
}
fn higher_ranked<D>(d: D) -> u8
where
    D: Database,
    for<'x> &'x D: Connection + async Send,
{
    fn on_reference<C: Connection + async Send>(c: C) -> u8 {
        run(assert_send(c.ping()))
    }
    on_reference(&d)
}

struct Holder<D: Database + async Send>(D);
impl<D: Database + async Send> Holder<D> {
    fn get(&self) -> u8 {
        run(assert_send(self.0.get("abc")))
    }
}
enum Either<D, E>
where
    D: Database + async Send,
    E: Connection + async Send,
{
    D(D),
    E(E),
}
type Aliased<D> = Holder<D>;

fn main() {
    assert_eq!(inline(Memory(1)), 10);
    assert_eq!(in_where(Memory(1)), 10);
    assert_eq!(in_argument(Memory(1)), 10);
    assert_eq!(inline(in_return()), 10);
    assert_eq!(by_impl_trait_of_supertrait(Memory(1)), 10);
    assert_eq!(Memory(1).provided(), 10);
    assert_eq!(by_where_of_trait(Memory(1)), 10);
    assert_eq!(by_item_bound(()), 10);
    assert_eq!(in_nested_argument(()), 10);
    assert_eq!(on_projection(()), 10);
    assert_eq!(by_alias(Memory(1)), 10);
    assert_eq!(beside_alias(Memory(1)), 10);
    assert_eq!(higher_ranked(Memory(1)), 3);
    assert_eq!(Holder(Memory(1)).get(), 4);
}

// What is assumed where a future has to be `Send` is no more to show: a future that is `Send`
// without any assumption is so with those that are made, whatever its types are.

//@ edition: 2024
//@ revisions: without current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally
//@ check-pass

#![cfg_attr(not(without), feature(async_auto_trait_bounds))]
#![allow(dead_code)]

use std::future::ready;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

fn is_send<T: Send>(_: T) {}

// No overflow, where an impl is for as many types as one likes.
struct Nil;
struct Cons<H, T>(H, T);

trait Sum {
    fn sum(self) -> u32;
}

impl<'a> Sum for &'a Nil {
    fn sum(self) -> u32 {
        0
    }
}

impl<'a, H, T> Sum for &'a Cons<H, T>
where
    &'a H: Into<u32>,
    &'a T: Sum,
{
    fn sum(self) -> u32 {
        (&self.0).into() + self.1.sum()
    }
}

struct Lazy<T: Sum>(T);

async fn total<H, T>(list: &Cons<H, T>) -> u32
where
    for<'a> &'a Cons<H, T>: Sum,
{
    let lazy = Lazy(list);
    ready(()).await;
    lazy.0.sum()
}

fn spawn_total<H: Sync, T: Sync>(list: &Cons<H, T>)
where
    for<'a> &'a Cons<H, T>: Sum,
{
    is_send(total(list));
}

// A type that an impl's where-clauses tell.
trait Service {
    type Response;
}

impl<F, R: 'static> Service for F
where
    F: FnMut() -> R,
{
    type Response = R;
}

async fn serve<S: Service<Response: 'static>>(_: S) {
    connect::<S>().await;
}

async fn connect<S: Service<Response: 'static>>() {}

fn spawn_server() {
    is_send(async { serve(|| -> Box<dyn std::error::Error> { "text".into() }).await });
}

// Types that nobody can write.
struct Join<F: Future>(F);

impl<F: Future + Unpin> Future for Join<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        Pin::new(&mut self.0).poll(cx)
    }
}

trait Handle {}

impl<F: Fn()> Handle for F {}

struct Route<'a, H>(&'a H)
where
    &'a H: Handle;

async fn join(of: &str) {
    let block = pin!(async {
        ready(()).await;
        println!("{of}");
    });
    Join(block).await;
    let closure = || println!("{of}");
    let route = Route(&closure);
    ready(()).await;
    drop(route);
}

fn spawn_join(of: &str) {
    is_send(join(of));
}

// Nor are lifetimes to be equal, where a projection is known for some only.
trait Conn<'c> {
    type Held: Copy;
}

struct Pool<'c>(&'c u8);

impl<'c> Conn<'c> for Pool<'c> {
    type Held = &'c u8;
}

struct OfStatic;

impl Conn<'static> for OfStatic {
    type Held = u8;
}

struct OfLong;

impl<'c: 'static> Conn<'c> for OfLong {
    type Held = u8;
}

struct Guard<'r, 'c, C: Conn<'c>>(&'r C, fn(&'c ()))
where
    C::Held: 'r;

fn guard<'r, 'c, C: Conn<'c>>(conn: &'r C) -> Guard<'r, 'c, C> {
    Guard(conn, |_| {})
}

async fn hold<'c, C: Conn<'c>>(conn: &C) {
    let guard = guard::<C>(conn);
    ready(()).await;
    let _ = &guard;
}

fn spawn_hold(pool: &Pool<'_>) {
    is_send(hold(pool));
    is_send(hold(&OfStatic));
    is_send(hold(&OfLong));
}

fn spawn_bounded<'b, C: Conn<'b, Held = T> + Sync, T>(conn: &C) {
    is_send(hold(conn));
}

// Nor are a caller's lifetimes.
trait OfOne {
    type Held;
}

struct One<'x>(&'x u8);

impl<'x> OfOne for One<'x> {
    type Held = &'x u8;
}

trait HasOne {
    type Assoc: OfOne;
}

struct MyOne<'x>(&'x u8);

impl<'x> HasOne for MyOne<'x> {
    type Assoc = One<'x>;
}

struct Guards<'r, C: OfOne>(&'r C)
where
    C::Held: 'r;

async fn hold_one<P: HasOne>(one: &P::Assoc) {
    let guard = Guards::<'_, P::Assoc>(one);
    ready(()).await;
    drop(guard);
}

fn spawn_one<'a, 'b>(one: &One<'b>, _: &'a u8)
where
    One<'a>: OfOne<Held = &'a u8>,
{
    is_send(hold_one::<MyOne<'b>>(one));
}

// An assumption may become larger than anyone would write.
trait Doubles {
    type Held;
}

struct Single<X>(X);

impl<X> Doubles for Single<X> {
    type Held = X;
}

struct Pair<L>(L);

impl<L: Doubles> Doubles for Pair<L> {
    type Held = (L::Held, L::Held);
}

type Pair5<L> = Pair<Pair<Pair<Pair<Pair<L>>>>>;
type Pair25<L> = Pair5<Pair5<Pair5<Pair5<Pair5<L>>>>>;

struct HoldsAll<'r, T: Doubles>(&'r T)
where
    T::Held: 'r;

async fn hold_all<T: Doubles>(all: &T) {
    let all = HoldsAll(all);
    ready(()).await;
    drop(all);
}

fn spawn_all<'s>(all: &Pair25<Single<&'s u8>>) {
    is_send(hold_all(all));
}

// There are more where-clauses than anyone would look into.
trait Tree {
    type Root;
}

struct View<'a, N>(&'a N);

struct Branch<A, B, C>(A, B, C);

trait Depth<D> {}

impl<'a, A, B, C, D> Depth<Vec<D>> for View<'a, Branch<A, B, C>>
where
    View<'a, A>: Depth<D>,
    View<'a, B>: Depth<D>,
    View<'a, C>: Depth<D>,
{
}

impl<'a> Depth<u8> for View<'a, Nil> {}

type Deep = Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<u8>>>>>>>>>>>>>>;

struct Walk<T: Depth<Deep>>(T);

async fn walk<T: Tree>(root: &T::Root)
where
    for<'a> View<'a, T::Root>: Depth<Deep>,
{
    let walk = Walk(View(root));
    ready(()).await;
    let _ = &walk;
}

fn spawn_walk<T: Tree<Root: Sync>>(root: &T::Root)
where
    for<'a> View<'a, T::Root>: Depth<Deep>,
{
    is_send(walk::<T>(root));
}

fn main() {}

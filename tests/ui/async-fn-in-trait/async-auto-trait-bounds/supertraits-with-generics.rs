//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// The functions of all supertraits, with the arguments that they have as supertraits.

#![feature(async_auto_trait_bounds)]

fn assert_send<T: Send>(_: T) {}

trait Get<K, const N: usize> {
    async fn get(&self, key: K) -> [u8; N];
}
trait Lend<'x> {
    async fn lend(&self, x: &'x str) -> &'x str;
}
trait Middle<T>: Get<Vec<T>, 2> + Get<Option<T>, 3> {}
trait Sub<T>: Middle<T> + Middle<u8> + for<'x> Lend<'x> {
    type Item: Get<u8, 1>;
}

fn generic<T, S: Sub<T> + async Send>(s: &S, x: &str, y: Vec<T>, z: Option<T>) {
    assert_send(Get::<Vec<T>, 2>::get(s, y));
    assert_send(Get::<Option<T>, 3>::get(s, z));
    assert_send(Get::<Vec<u8>, 2>::get(s, vec![]));
    assert_send(Get::<Option<u8>, 3>::get(s, None));
    assert_send(s.lend(x));
}

trait SendSub<T>: Sub<T> + async Send
where
    Self::Item: Get<u8, 1> + async Send,
{
}
fn by_supertrait<T, S: SendSub<T>>(s: &S, x: &str, y: Vec<T>, z: Option<T>, i: S::Item)
where
    S::Item: Get<u8, 1> + async Send,
{
    generic(s, x, y, z);
    assert_send(i.get(0));
}

// A bound that is higher-ranked itself.
fn higher_ranked<L: for<'a> Lend<'a> + async Send>(l: &L) {
    let x = String::new();
    assert_send(l.lend(&x));
}
fn higher_ranked_subject<L>(l: L)
where
    for<'a, 'b> &'a L: Lend<'b> + async Send,
{
    let x = String::new();
    assert_send((&l).lend(&x));
}

// A diamond, in which one bound says the same as another.
trait Left: for<'x> Lend<'x> {}
trait Right: for<'y> Lend<'y> + async Send {}
fn diamond<D: Left + Right + async Send>(d: &D, x: &str) {
    assert_send(d.lend(x));
}

fn main() {}

//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver
//@ check-pass

// What looks like a cycle, and is none.

#![feature(async_auto_trait_bounds)]
#![allow(dead_code)]

fn assert_send<T: Send>(_: T) {}

trait Database {
    type Other: Database + async Send;
    type Key<'k>: Key + async Send
    where
        Self: 'k;

    async fn get(&self, key: &Self::Key<'_>) -> Self::Other;
    async fn copy_to<D: Database + async Send>(&self, other: D) -> D;
    fn nested(&self) -> impl Database<Other: Database + async Send> + async Send;
    fn other(&self) -> Self::Other
    where
        Self: Database + async Send;
    fn in_argument(&self, other: impl Database + async Send) -> impl Sized;
}
trait Key {
    type Database: Database;
    async fn hash(&self) -> <Self::Database as Database>::Other;
}

trait Sub: Database<Other: Database + async Sync> + async Send {
    async fn in_sub(&self)
    where
        Self: Database + async Sync;
}
trait InWhere
where
    Self: Database + async Send,
    Self::Other: Database + async Sync,
{
}

async fn generic<D: Database + async Send>(d: &D, key: &D::Key<'_>) {
    assert_send(d.get(key));
    assert_send(key.hash());
    let other = d.get(key).await;
    assert_send(other.nested());
    assert_send(d.nested().nested());
}
fn by_sub<S: Sub>(s: &S, key: &S::Key<'_>, t: &<S::Other as Database>::Key<'_>, other: S::Other) {
    assert_send(s.get(key));
    assert_send(other.get(t));
}

struct Node<D: Database + async Send>(Option<Box<Node<D>>>, D);
impl<D: Database + async Send> Node<D>
where
    D::Other: Database + async Sync,
{
    async fn walk(&self, key: &D::Key<'_>) {
        assert_send(self.1.get(key));
    }
}

fn main() {}

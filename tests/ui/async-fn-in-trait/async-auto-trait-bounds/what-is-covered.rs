//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// What `async Send` says nothing of: functions with type parameters, those with where-clauses of
// their own, and what is within another `impl Trait`. Nothing is promised that is not checked, and
// the message says so.

#![feature(async_auto_trait_bounds, return_type_notation)]

fn assert_send<T: Send>(_: T) {}

trait Database {
    async fn get(&self) -> u8;
    fn in_option(&self) -> Option<impl Sized>;
    async fn output(&self) -> impl Sized;
    fn items(&self) -> impl Iterator<Item = impl Sized>;
    async fn of_type<T>(&self, t: T) -> T;
    async fn of_const<const N: usize>(&self) -> [u8; N];
    async fn of_impl_trait(&self, x: impl Sized);
    async fn where_clone(&self) where Self: Clone;
    fn where_sized() -> impl Sized where Self: Sized;
    async fn where_outlives<'a, 'b: 'a>(&'a self, x: &'b u8) where Self: 'b;
    fn plain(&self) -> Box<dyn Future<Output = u8>>;
}

async fn covered<D: Database + async Send>(d: D) {
    assert_send(d.get());
    assert_send(d.in_option());
    assert_send(d.output());
    assert_send(d.items());
}

async fn not_covered<D: Database + async Send + Clone>(d: D) {
    assert_send(d.of_type(0_u8));
    //~^ ERROR cannot be sent between threads safely
    assert_send(d.of_const::<1>());
    //~^ ERROR cannot be sent between threads safely
    assert_send(d.of_impl_trait(0_u8));
    //~^ ERROR cannot be sent between threads safely
    assert_send(d.where_clone());
    //~^ ERROR cannot be sent between threads safely
    assert_send(d.where_outlives(&0));
    //~^ ERROR cannot be sent between threads safely
    assert_send(D::where_sized());
    //~^ ERROR cannot be sent between threads safely
    assert_send(d.output().await);
    //~^ ERROR cannot be sent between threads safely
    assert_send(d.items().next());
    //~^ ERROR cannot be sent between threads safely
    assert_send(d.plain());
    //~^ ERROR cannot be sent between threads safely
}

// Such a one is bounded on its own.
fn bounded<D>(d: &'static D)
where
    D: Database + async Send + Sync + Clone,
    D::of_type::<u8>(..): Send,
    D::where_clone(..): Send,
{
    assert_send(d.of_type(0_u8));
    assert_send(d.where_clone());
    assert_send(async { d.get().await });
}

// And an impl need not show it.
#[derive(Clone)]
struct NotSend;
impl Database for NotSend {
    async fn get(&self) -> u8 {
        0
    }
    fn in_option(&self) -> Option<impl Sized> {
        None::<u8>
    }
    async fn output(&self) -> impl Sized {
        std::rc::Rc::new(0)
    }
    fn items(&self) -> impl Iterator<Item = impl Sized> {
        [0_u8].into_iter().map(|x| &raw const x)
    }
    async fn of_type<T>(&self, t: T) -> T {
        let rc = std::rc::Rc::new(0);
        self.get().await;
        drop(rc);
        t
    }
    async fn of_const<const N: usize>(&self) -> [u8; N] {
        [0; N]
    }
    async fn of_impl_trait(&self, _: impl Sized) {}
    async fn where_clone(&self) where Self: Clone {}
    fn where_sized() -> impl Sized where Self: Sized {
        std::rc::Rc::new(0)
    }
    async fn where_outlives<'a, 'b: 'a>(&'a self, _: &'b u8) where Self: 'b {}
    fn plain(&self) -> Box<dyn Future<Output = u8>> {
        loop {}
    }
}
async fn concrete() {
    covered(NotSend).await;
}

fn main() {}

// What a trait bound asks of lifetimes is not assumed where a future has to be `Send`. A body may
// hold a `<C as Conn<'x>>::Held` of which it has not shown `C: Conn<'x>`, so neither what that
// takes. Only where one impl alone can be meant, in any crate, what it takes is assumed.

//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@[next] compile-flags: -Znext-solver=globally

#![feature(async_auto_trait_bounds, trait_alias)]

use std::future::ready;
use std::marker::PhantomData;

fn is_send<T: Send>(_: T) {}

trait Conn<'c> {
    type Held;
}

struct MyConn;

// By a where-clause: `C: Conn<'static>` shows `C: Conn<'x>` for `'x: 'static`.
mod of_where_clause {
    use super::*;

    struct OnlyStatic<'a>(PhantomData<*mut &'a ()>);

    // SAFETY: nothing is behind it.
    unsafe impl Send for OnlyStatic<'static> {}

    impl<'c> Conn<'c> for MyConn {
        type Held = OnlyStatic<'c>;
    }

    trait Get {
        type Out<'c>;
        fn get<'c>(_: &'c u8) -> Got<'c, Self>;
    }

    struct Got<'c, Q: Get + ?Sized>(Q::Out<'c>);

    struct Getter;

    impl Get for Getter {
        type Out<'c> = OnlyStatic<'c>;
        fn get<'c>(_: &'c u8) -> Got<'c, Self> {
            Got(OnlyStatic(PhantomData))
        }
    }

    async fn hold<Q, C: Conn<'static>>(of: &u8)
    where
        Q: for<'x> Get<Out<'x> = <C as Conn<'x>>::Held>,
    {
        let Got(held) = Q::get(of);
        ready(()).await;
        let _ = &held;
    }

    // By what is declared of an associated type.
    trait HasConn {
        type C: Conn<'static>;
    }

    impl HasConn for MyConn {
        type C = MyConn;
    }

    async fn hold_associated<Q, H: HasConn>(of: &u8)
    where
        Q: for<'x> Get<Out<'x> = <H::C as Conn<'x>>::Held>,
    {
        let Got(held) = Q::get(of);
        ready(()).await;
        let _ = &held;
    }

    fn spawn(of: &u8) {
        is_send(hold::<Getter, MyConn>(of));
        //[current]~^ ERROR implementation of `Send` is not general enough
        //[next]~^^ ERROR cannot be sent between threads safely
        is_send(hold_associated::<Getter, MyConn>(of));
        //[current]~^ ERROR implementation of `Send` is not general enough
        //[next]~^^ ERROR cannot be sent between threads safely
    }
}

// By a projection: `C::Held: 'q` is none of `T: 'q`, though the body knows `C: Conn<'c, Held = T>`.
mod of_projection {
    use super::*;

    struct Conns;

    impl<'c> Conn<'c> for Conns {
        type Held = &'c u8;
    }

    struct Outlives<'q, T>(PhantomData<*mut &'q ()>, PhantomData<fn(T) -> T>);

    // SAFETY: nothing is behind it.
    unsafe impl<'q, T: 'q> Send for Outlives<'q, T> {}

    struct Holds<'q, 'r, C: Conn<'r>, T>(
        Outlives<'q, T>,
        PhantomData<(fn(&'r ()) -> &'r (), fn(C) -> C)>,
    )
    where
        C::Held: 'q;

    trait Get<'c, T> {
        type Out;
        fn get(&'c self) -> Got<'c, T, Self>;
    }

    struct Got<'c, T, Q: Get<'c, T> + ?Sized>(Q::Out, PhantomData<T>);

    struct Invariant<'r>(#[allow(dead_code)] PhantomData<fn(&'r ()) -> &'r ()>);

    async fn hold<'r, 'c, Q, C, T>(of: &'r Q, _: Invariant<'r>)
    where
        Q: for<'x> Get<'x, T, Out = Holds<'x, 'x, C, T>>,
        C: Conn<'c, Held = T>,
    {
        let held = of.get().0;
        ready(()).await;
        let _ = &held;
    }

    struct Getter;

    impl<'c, T> Get<'c, T> for Getter {
        type Out = Holds<'c, 'c, Conns, T>;
        fn get(&'c self) -> Got<'c, T, Self> {
            Got(Holds(Outlives(PhantomData, PhantomData), PhantomData), PhantomData)
        }
    }

    fn spawn<'c>(_: &'c u8, all: Invariant<'static>) {
        is_send(hold::<Getter, Conns, &'c u8>(&Getter, all));
        //~^ ERROR borrowed data escapes outside of function
    }
}

// By what a caller knows of a projection for another lifetime than the one that is lost.
mod of_caller {
    use super::*;

    trait Brand {}

    struct Outlives<'q, T>(PhantomData<*mut (&'q (), T)>);

    // SAFETY: nothing is behind it.
    unsafe impl<'q, T: 'q> Send for Outlives<'q, T> {}

    impl<T: Brand> Outlives<'static, T> {
        fn new(_: &T) -> Self {
            Outlives(PhantomData)
        }
    }

    trait Held<X> {
        type Held;
    }

    trait Lives<'x> {
        type Held: 'x;
    }

    trait HasHeld {
        type Assoc: for<'x> Lives<'x>;
    }

    struct Holds<'q, T, C: Lives<'q>>(Outlives<'q, T>, PhantomData<fn(C) -> C>)
    where
        C::Held: 'q;

    async fn hold<T: Brand, D: HasHeld>(of: T) {
        let holds: Holds<'static, T, D::Assoc> = Holds(Outlives::new(&of), PhantomData);
        ready(()).await;
        drop(holds);
    }

    fn spawn<'b, D: HasHeld<Assoc = C>, C, T: Brand + Send>(of: T)
    where
        C: Lives<'b, Held = T>,
    {
        is_send(hold::<T, D>(of));
        //~^ ERROR `T` does not live long enough
    }

    trait Outer<'b, T> {
        type In: Lives<'b, Held = T>;
        type Has: HasHeld<Assoc = Self::In>;
    }

    fn spawn_of_item_bound<'b, O: Outer<'b, T>, T: Brand + Send>(of: T) {
        is_send(hold::<T, O::Has>(of));
        //~^ ERROR `T` does not live long enough
    }

    trait Static<X> {
        type Assoc: Held<X, Held = Self::Held>;
        type Held: 'static;
    }

    struct HoldsStatic<'q, T, X, C: Held<X>>(Outlives<'q, T>, PhantomData<fn(C, X) -> (C, X)>)
    where
        C::Held: 'q;

    async fn hold_static<T: Brand, X, D: Static<X>>(of: T) {
        let holds: HoldsStatic<'static, T, X, D::Assoc> =
            HoldsStatic(Outlives::new(&of), PhantomData);
        ready(()).await;
        drop(holds);
    }

    fn spawn_static<'b, D: Static<&'static (), Assoc = C>, C, T: Brand + Send>(of: T, _: &'b ())
    where
        C: Held<&'b (), Held = T>,
    {
        is_send(hold_static::<T, &'static (), D>(of));
        //~^ ERROR `T` does not live long enough
    }
}

// By what the arguments of a projection declare, or its trait: nobody shows that under `for<'x>`.
mod of_arguments {
    use super::*;

    struct Needs<'x: 'static>(#[allow(dead_code)] PhantomData<&'x ()>);

    struct OnlyStatic<'a>(PhantomData<*mut &'a ()>);

    // SAFETY: nothing is behind it.
    unsafe impl Send for OnlyStatic<'static> {}

    trait Get {
        type Out<'x>;
        fn get<'x>(_: &'x u8) -> Got<'x, Self>;
    }

    struct Got<'x, Q: Get + ?Sized>(Q::Out<'x>);

    struct Getter;

    impl Get for Getter {
        type Out<'x> = OnlyStatic<'x>;
        fn get<'x>(_: &'x u8) -> Got<'x, Self> {
            Got(OnlyStatic(PhantomData))
        }
    }

    trait Of<X> {
        type Held;
    }

    impl<'x> Of<Needs<'x>> for MyConn {
        type Held = OnlyStatic<'x>;
    }

    async fn hold<Q, C>(of: &u8)
    where
        C: for<'x> Of<Needs<'x>>,
        Q: for<'x> Get<Out<'x> = <C as Of<Needs<'x>>>::Held>,
    {
        let Got(held) = Q::get(of);
        ready(()).await;
        let _ = &held;
    }

    trait Bound {}

    impl<'x: 'static> Bound for Needs<'x> {}

    trait OfBound<X: Bound> {
        type Held;
    }

    impl<'x> OfBound<Needs<'x>> for MyConn {
        type Held = OnlyStatic<'x>;
    }

    async fn hold_of_bound<Q, C>(of: &u8)
    where
        C: for<'x> OfBound<Needs<'x>>,
        Q: for<'x> Get<Out<'x> = <C as OfBound<Needs<'x>>>::Held>,
    {
        let Got(held) = Q::get(of);
        ready(()).await;
        let _ = &held;
    }

    fn spawn(of: &u8) {
        is_send(hold::<Getter, MyConn>(of));
        //[current]~^ ERROR implementation of `Send` is not general enough
        //[next]~^^ ERROR cannot be sent between threads safely
        is_send(hold_of_bound::<Getter, MyConn>(of));
        //[current]~^ ERROR implementation of `Send` is not general enough
        //[next]~^^ ERROR cannot be sent between threads safely
    }
}

// By an impl that is the only one, as far as can be seen here.
pub mod of_an_impl {
    use super::*;

    pub struct Only<'a>(PhantomData<*mut &'a ()>);

    impl<'a> Only<'a> {
        fn new(_: &'a u8) -> Self {
            Only(PhantomData)
        }
    }

    // SAFETY: nothing is behind it.
    unsafe impl Send for Only<'static> {}

    pub struct Tag<'a, T>(PhantomData<(&'a (), T)>);

    pub trait Marker {}

    pub trait Check<X> {}

    pub struct Checked<'a, T, X>(Only<'a>, PhantomData<fn(T, X)>)
    where
        Tag<'a, T>: Check<X>;

    // A crate that depends on this one may have another: `impl<'a> Check<Mine> for Tag<'a, u8>`.
    impl<'a: 'static, X: Marker> Check<X> for Tag<'a, u8> {}

    async fn hold_of_argument<X>(of: &u8)
    where
        for<'x> Tag<'x, u8>: Check<X>,
    {
        let checked = Checked(Only::new(of), PhantomData::<fn(u8, X)>);
        ready(()).await;
        drop(checked);
    }

    // It may see to it that this holds, by an `impl Convert<Mine> for ()`.
    pub trait Convert<X> {}

    pub struct Wrap<X>(pub X);

    impl<'a: 'static, X: Copy> Check<u16> for Tag<'a, X> {}

    impl<'a, X> Check<u16> for Tag<'a, Wrap<X>> where (): Convert<X> {}

    async fn hold_of_where_clause<X>(of: &u8)
    where
        for<'x> Tag<'x, X>: Check<u16>,
    {
        let checked = Checked(Only::new(of), PhantomData::<fn(X, u16)>);
        ready(()).await;
        drop(checked);
    }

    // The projection may be `&'z u8`.
    pub trait Of<'z> {
        type Of;
    }

    impl Marker for for<'z> fn(&'z u8) {}

    impl<'a: 'static> Check<u8> for Tag<'a, fn(u8)> {}

    impl<'a, F: Marker> Check<u8> for Tag<'a, F> {}

    async fn hold_of_projection<T: for<'z> Of<'z>>(of: &u8)
    where
        for<'x> Tag<'x, for<'z> fn(<T as Of<'z>>::Of)>: Check<u8>,
    {
        let of_function = PhantomData::<fn(for<'z> fn(<T as Of<'z>>::Of), u8)>;
        let checked = Checked(Only::new(of), of_function);
        ready(()).await;
        drop(checked);
    }

    // By a trait alias, which has no impls.
    pub trait Alias = Sized;

    pub trait Has {
        type X;
    }

    pub struct Plain;

    pub struct Other;

    impl<'a: 'static> Check<i16> for Tag<'a, Plain> {}

    impl<'a> Check<i16> for Tag<'a, Other> where Other: Alias {}

    async fn hold_of_alias<T: Has>(of: &u8)
    where
        for<'x> Tag<'x, T::X>: Check<i16>,
    {
        let checked = Checked(Only::new(of), PhantomData::<fn(T::X, i16)>);
        ready(()).await;
        drop(checked);
    }

    pub fn spawn_of_alias<T: Has>(of: &u8)
    where
        for<'x> Tag<'x, T::X>: Check<i16>,
    {
        is_send(hold_of_alias::<T>(of));
        //[current]~^ ERROR implementation of `Send` is not general enough
        //[next]~^^ ERROR cannot be sent between threads safely
    }

    pub fn spawn<X, T: for<'z> Of<'z>>(of: &u8)
    where
        for<'x> Tag<'x, u8>: Check<X>,
        for<'x> Tag<'x, X>: Check<u16>,
        for<'x> Tag<'x, for<'z> fn(<T as Of<'z>>::Of)>: Check<u8>,
    {
        is_send(hold_of_argument::<X>(of));
        //[current]~^ ERROR implementation of `Send` is not general enough
        //[next]~^^ ERROR cannot be sent between threads safely
        is_send(hold_of_where_clause::<X>(of));
        //[current]~^ ERROR implementation of `Send` is not general enough
        //[next]~^^ ERROR cannot be sent between threads safely
        is_send(hold_of_projection::<T>(of));
        //[current]~^ ERROR implementation of `Send` is not general enough
        //[next]~^^ ERROR cannot be sent between threads safely
    }
}

fn main() {}

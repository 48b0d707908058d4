// Where the inherent impls of a type are looked for, the types of other impls need not be known:
// the call may be in the header of one of them.

//@ check-pass
//@ edition: 2024
//@ revisions: current next
//@ [next] compile-flags: -Znext-solver=globally

#![feature(return_type_notation)]
#![allow(incomplete_features)]

struct Conn;
type Alias = Conn;
impl Alias {
    async fn open(&self) -> u8 {
        1
    }
}

enum Never {}
impl Never {
    fn never() -> u16 {
        1
    }
}

struct Pool<T>(T);

impl<T> Pool<T>
where
    Conn::open(..): Send,
    u8::count_ones(..): Copy,
{
    fn go(&self) {}
}
impl<'a> Pool<Conn::open(&'a Conn)> {
    fn of_future(&self) {}
}
impl Pool<Never::never()> {
    fn of_u16() -> Self {
        Pool(1)
    }
}
impl Pool<Vec<Pool::<u16>::of_u16()>> {
    fn of_pools(&self) {}
}

fn main() {
    Pool(1u8).go();
    Pool(Conn.open()).of_future();
    Pool(vec![Pool::<u16>::of_u16()]).of_pools();
}

//@ edition: 2024
//@ revisions: current next
//@ ignore-compare-mode-next-solver (explicit revisions)
//@ [next] compile-flags: -Znext-solver

// A function whose signature needs its own return type is one error, and not a crash or a hang.

#![feature(named_return_types)]

trait Direct {
    fn direct(&self) -> Self::direct<'_>;
    //~^ ERROR `direct` does not name a type
}
trait InArgument {
    async fn argument(&self, x: Option<Self::argument<'static>>);
    //~^ ERROR the type that `argument` returns is needed to know what it is
}
trait Mutual {
    async fn first(&self, x: Self::second<'static>);
    async fn second(&self, x: Self::first<'static>);
    //~^ ERROR the type that `first` returns is needed to know what it is
}

// In an impl, it is the impl's own signature that says what the type is.
trait Opaque {
    fn opaque(&self) -> impl Sized;
}
struct Itself;
impl Opaque for Itself {
    fn opaque(&self) -> Option<<Itself as Opaque>::opaque<'_>> {
        //~^ ERROR the type that `opaque` returns is needed to know what it is
        None
    }
}
struct BySelf<T>(T);
impl<T> Opaque for BySelf<T> {
    fn opaque(&self) -> Self::opaque<'_> {
        //~^ ERROR the type that `opaque` returns is needed to know what it is
        async {}
    }
}
// But a body may name what it is a part of.
struct Recursive;
impl Opaque for Recursive {
    fn opaque(&self) -> impl Sized {
        let _: Option<fn() -> <Recursive as Opaque>::opaque<'static>> = None;
    }
}

// A future that waits for one of its own type is no cycle: as a declaration, `type output<'a>:
// Future<Output = Self::output<'a>>` is none either.
trait Endless {
    async fn output(&self) -> Self::output<'_>;
}

fn main() {}

//@ edition: 2024
//@ revisions: legacy v0
//@ [legacy] compile-flags: -Csymbol-mangling-version=legacy -Zunstable-options
//@ [v0] compile-flags: -Csymbol-mangling-version=v0
//@ run-pass

// A name in the header of a generic impl, and in what is generic inside of one, has a symbol, in
// either mangling.

#![feature(named_return_types)]

trait Fetch {
    async fn fetch(&self) -> u8;
}
struct Wrapper<T>(T);
trait Describe {
    fn describe(&self) -> String;
}
impl<F: Fetch + 'static> Describe for (F, Wrapper<F::fetch<'static>>) {
    fn describe(&self) -> String {
        fn inner<T>() -> &'static str {
            std::any::type_name::<T>()
        }
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let closure = || inner::<F::fetch<'static>>().to_string();
        closure()
    }
}

struct One;
impl Fetch for One {
    async fn fetch(&self) -> u8 {
        1
    }
}

static ONE: One = One;

fn main() {
    let name = (One, Wrapper(ONE.fetch())).describe();
    assert!(name.contains("One as"), "{name}");
}

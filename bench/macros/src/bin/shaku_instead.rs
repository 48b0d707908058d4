//! yes
//! instead: `Component` implemented by hand, with `Boxing::new` in `build`; `D: SendDb`

#![feature(async_fn_in_dyn_trait)]

use std::boxed::Boxing;

use macros::{Pg, SendDb, block_on, spawn};
use shaku::{Component, HasComponent, Interface, Module, ModuleBuildContext, module};

trait Cache: Interface {
    async fn load(&self, key: u32) -> u32;
}

struct Memory;

impl<M: Module> Component<M> for Memory {
    type Interface = dyn Cache;
    type Parameters = ();

    fn build(_: &mut ModuleBuildContext<M>, _: ()) -> Box<dyn Cache> {
        Boxing::new(Box::new(Memory))
    }
}

impl Cache for Memory {
    async fn load(&self, key: u32) -> u32 {
        key + 1
    }
}

trait Report: Interface {
    fn print(&self) -> String;
}

#[derive(Component)]
#[shaku(interface = Report)]
struct Daily<D: SendDb + Default> {
    #[shaku(default)]
    db: D,
}

impl<D: SendDb + Default> Report for Daily<D> {
    fn print(&self) -> String {
        spawn(self.db.get(1)).to_string()
    }
}

module! {
    App {
        components = [Memory, Daily<Pg>],
        providers = []
    }
}

fn main() {
    let app = App::builder().build();
    let cache: &dyn Cache = app.resolve_ref();
    let report: &dyn Report = app.resolve_ref();
    assert_eq!(block_on(cache.load(1)), 2);
    assert_eq!(report.print(), "2");
}

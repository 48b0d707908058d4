//! no: expected identifier, found keyword `async`

#![feature(async_auto_trait_bounds)]

use macros::{Db, Pg, spawn};
use shaku::{Component, HasComponent, Interface, module};

trait Report: Interface {
    fn print(&self) -> String;
}

#[derive(Component)]
#[shaku(interface = Report)]
struct Daily<D: Db + async Send + Default + Sync + 'static> {
    #[shaku(default)]
    db: D,
}

impl<D: Db + async Send + Default + Sync + 'static> Report for Daily<D> {
    fn print(&self) -> String {
        spawn(self.db.get(1)).to_string()
    }
}

module! {
    App {
        components = [Daily<Pg>],
        providers = []
    }
}

fn main() {
    let app = App::builder().build();
    let report: &dyn Report = app.resolve_ref();
    assert_eq!(report.print(), "2");
}

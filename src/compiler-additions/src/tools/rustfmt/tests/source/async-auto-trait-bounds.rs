// rustfmt-edition: 2024

fn f<D:Database+async   Send>( d:impl Database+async Send,e:& (impl Database +async  Send) )
where D: Database+async Send+'static, for<'a> &'a D:Database+ async Sync, D::Item : async Fn( )
{
}
trait SendDatabase:Database+async Send{ type Item:Database+async
    Send; }
fn long<Database>(d: Database) where Database: FirstTraitWithALongName + SecondTraitWithALongName + async Send + async Sync {}

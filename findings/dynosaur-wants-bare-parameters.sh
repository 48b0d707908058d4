#!/usr/bin/env bash
# dynosaur makes its `dyn` wrapper for a trait with a type parameter, and for none whose parameters say
# more than a name: a bound, a where-clause, a default, a lifetime that outlives another, a constant.
#
# One would guess: the wrapper `DynQuery` has the generics of the trait, as a bound of an associated type and
#   a supertrait carry over.
# What happens instead: the parameters are written as they are declared also where a trait or a type is
#   used, which takes arguments: `dyn Query<D: Clone>`. That is an error about the trait's declaration,
#   which names no macro, or a syntax error in the macro's attribute.
# What helps: put the bound on an associated type (`type Db: Clone`) in place of a parameter, or into the
#   impls.
#
# Seen with rustc 1.95.0 and dynosaur 0.3.1, edition 2024.
# Needs bash, the toolchain 1.95.0 and crates.io. Not run by CI. Exits non-zero if it is no longer so.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cargo +1.95.0 init -q --vcs none --edition 2024 --name finding
cargo +1.95.0 add -q dynosaur@=0.3.1
rm -r src/main.rs
mkdir src/bin

seen=''
try() { # NAME TRAIT
    cat >src/bin/"$1".rs <<RUST
#![allow(dead_code, async_fn_in_trait)]

#[dynosaur::dynosaur(DynQuery = dyn(box) Query)]
$2

fn main() {}
RUST
    sed '/dynosaur/d' src/bin/"$1".rs >src/bin/"$1"_alone.rs
    cargo +1.95.0 check -q --bin "$1"_alone # the trait itself is fine
    if cargo +1.95.0 check -q --bin "$1" 2>messages; then
        seen+="compiles  $1
"
    else
        seen+="refused   $1: $(sed -n 's/^error[^:]*: //p' messages | head -n 1)
"
    fi
}

try parameter 'trait Query<D> { async fn run(&self, db: &D) -> u32; }'
try supertrait 'trait Query: Send { async fn run(&self, db: &u8) -> u32; }'
try bound_of_associated_type 'trait Query { type Db: Clone; async fn run(&self, db: &Self::Db) -> u32; }'
try bound 'trait Query<D: Clone> { async fn run(&self, db: &D) -> u32; }'
try where_clause 'trait Query<D> where D: Clone { async fn run(&self, db: &D) -> u32; }'
try outlives "trait Query<'a, 'b: 'a> { async fn run(&self, db: &'a &'b u8) -> u32; }"
try default 'trait Query<D = u8> { async fn run(&self, db: &D) -> u32; }'
try constant 'trait Query<const N: usize> { async fn run(&self, db: &[u8; N]) -> u32; }'
printf '%s' "$seen"

expected='compiles  parameter
compiles  supertrait
compiles  bound_of_associated_type
refused   bound: associated type bounds are not allowed in `dyn` types
refused   where_clause: cannot define duplicate `where` clauses on an item
refused   outlives: expected one of `,`, `=`, or `>`, found `:`
refused   default: defaults for generic parameters are not allowed here
refused   constant: unexpected `const` parameter declaration
'
if [ "$seen" != "$expected" ]; then
    echo "No longer so: the output differs from what this finding describes." >&2
    exit 1
fi
echo "Still so: dynosaur takes a trait's parameters only if they are bare names."

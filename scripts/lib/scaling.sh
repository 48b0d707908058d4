# shellcheck shell=bash
# How the compiler's work grows with the number of methods, of supertraits and of bounds: programs made
# for it, checked by our compiler, and by the one in AFIT_BEFORE where that is set.

scaling_prelude='#![allow(unused, incomplete_features, async_fn_in_trait)]
#![feature(async_fn_in_dyn_trait, return_type_notation, async_auto_trait_bounds, named_return_types)]
use std::boxed::Boxing;
use std::pin::Pin;
fn is_send<T: Send>(_: T) {}
fn take<T>(_: T) {}
fn spawn<F: Future + Send + '"'static"'>(_: F) {}'

# A trait of N methods, an implementation, and a function that calls all through `dyn BOUNDS`.
methods() { # N BOUNDS FUNCTION
    local i
    echo "$scaling_prelude"
    echo 'trait T {'
    for ((i = 0; i < $1; i++)); do echo "    async fn m$i(&self, x: &str) -> u32;"; done
    printf '}\nstruct X;\nimpl T for X {\n'
    for ((i = 0; i < $1; i++)); do echo "    async fn m$i(&self, x: &str) -> u32 { $i }"; done
    printf '}\nfn main() {\n    let d: &(%s) = Boxing::new(&X);\n' "$2"
    for ((i = 0; i < $1; i++)); do echo "    $3(d.m$i(\"a\"));"; done
    echo '}'
}

# N supertraits in a chain, each with BOUNDS on the one before.
chain() { # N BOUNDS FUNCTION
    local i
    echo "$scaling_prelude"
    echo 'trait T0 { async fn m0(&self) -> u32; } struct X; impl T0 for X { async fn m0(&self) -> u32 { 0 } }'
    for ((i = 1; i < $1; i++)); do
        echo "trait T$i: T$((i - 1))${2//@/$((i - 1))} { async fn m$i(&self) -> u32; }"
        echo "impl T$i for X { async fn m$i(&self) -> u32 { $i } }"
    done
    printf 'fn main() {\n    let d: &dyn T%s = Boxing::new(&X);\n' "$(($1 - 1))"
    for ((i = 0; i + 1 < $1; i++)); do echo "    $3(d.m$i());"; done
    echo '}'
}

# Generic code that spawns a future of each of N methods.
generic() { # N
    local i
    echo "$scaling_prelude"
    echo 'trait T {'
    for ((i = 0; i < $1; i++)); do echo "    async fn m$i(&self) -> u32;"; done
    printf '}\nfn all<S: T + async Send + Sync + Clone + '"'static"'>(s: S) {\n'
    for ((i = 0; i < $1; i++)); do echo "    { let s = s.clone(); spawn(async move { s.m$i().await; }); }"; done
    printf '}\nfn main() {}\n'
}

# A future whose output is again the future of a `dyn`, LEVELS deep; or boxes.
nested() { # LEVELS dyn|boxes
    local i
    echo "$scaling_prelude"
    echo 'trait Next { type Out; async fn next(&self) -> Self::Out; }'
    echo 'struct N<T>(T); type F0 = u8;'
    for ((i = 1; i <= $1; i++)); do
        if [ "$2" = dyn ]; then
            echo "type F$i = <dyn Next<Out = F$((i - 1))> as Next>::next<'static>;"
        else
            echo "type F$i = Pin<Box<dyn Future<Output = F$((i - 1))>>>;"
        fi
    done
    echo "#[inline(never)] fn hold(f: Option<F$1>) -> bool { std::hint::black_box(&f).is_some() }"
    echo 'fn main() { std::process::exit(hold(None).into()) }'
}

# N async closures that are spawned: bounded by what calling them returns, or boxed by hand.
closures() { # N bounded|boxed
    local i
    echo "$scaling_prelude"
    if [ "$2" = bounded ]; then
        echo 'fn run<F>(f: F) where F: AsyncFn(u32) -> u32 + Send + Sync + '"'static"', F(..): Send {'
    else
        echo 'type Boxed = Pin<Box<dyn Future<Output = u32> + Send>>;'
        echo 'fn run<F>(f: F) where F: Fn(u32) -> Boxed + Send + Sync + '"'static"' {'
    fi
    printf '    spawn(async move { f(1).await; });\n}\nfn main() {\n'
    for ((i = 0; i < $1; i++)); do
        if [ "$2" = bounded ]; then
            echo "    run(async |x| x + $i);"
        else
            echo "    run(|x| Box::pin(async move { x + $i }));"
        fi
    done
    echo '}'
}

# Millions of instructions, and MiB at the peak, of one run of the compiler.
cost_of() { # SYSROOT FILE FLAGS...
    local sysroot=$1 file=$2 counts peak
    shift 2
    counts=$(instructions "$sysroot/bin/rustc" --edition 2024 --crate-type bin --out-dir "$AFIT_SCRATCH/out" "$@" "$file") ||
        exit 1
    peak=$(python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' \
        "$sysroot/bin/rustc" --edition 2024 --crate-type bin --out-dir "$AFIT_SCRATCH/out" "$@" "$file")
    printf '%s million, %s MiB' "$((counts / 1000000))" "$peak"
}

scaling_row() { # NAME FLAGS... < PROGRAM
    local name=$1 sysroot
    shift
    cat >"$AFIT_SCRATCH/program.rs"
    printf '| %s ' "$name"
    # shellcheck disable=SC2154  # bench has set it
    for sysroot in ${AFIT_BEFORE:-} "$ours"; do
        printf '| %s ' "$(cost_of "$sysroot" "$AFIT_SCRATCH/program.rs" "$@")"
    done
    echo '|'
}

# What else the program's debug info takes.
debuginfo_row() { # NAME < PROGRAM
    local sysroot
    cat >"$AFIT_SCRATCH/program.rs"
    printf '| %s ' "$1"
    # shellcheck disable=SC2154  # bench has set it
    for sysroot in ${AFIT_BEFORE:-} "$ours"; do
        "$sysroot/bin/rustc" --edition 2024 -Cdebuginfo=2 -Ccodegen-units=1 --emit obj -o "$AFIT_SCRATCH/program.o" \
            "$AFIT_SCRATCH/program.rs" 2>"$AFIT_SCRATCH/err" || die "it did not compile" "$(cat "$AFIT_SCRATCH/err")"
        printf '| %s KiB ' "$(($(wc -c <"$AFIT_SCRATCH/program.o") / 1024))"
    done
    echo '|'
}

scaling() {
    local n check=(--emit metadata) next=(--emit metadata -Znext-solver=globally)
    echo "What the compiler does, in millions of instructions${AFIT_BEFORE:+: before, and now}:"
    echo
    echo "| program ${AFIT_BEFORE:+| before }| now |"
    echo "| --- ${AFIT_BEFORE:+| --- }| --- |"
    for n in ${AFIT_SIZES:-20 80 300}; do
        methods "$n" 'dyn T' take | scaling_row "dyn T, $n methods" "${check[@]}"
        methods "$n" 'dyn T + async Send' is_send | scaling_row "dyn T + async Send, $n methods" "${check[@]}"
        methods "$n" 'dyn T' take | scaling_row "dyn T, $n methods, next solver" "${next[@]}"
        methods "$n" 'dyn T + async Send' is_send | scaling_row "dyn T + async Send, $n methods, next solver" "${next[@]}"
    done
    chain 60 '' take | scaling_row '60 supertraits' "${check[@]}"
    chain 60 '<m@(..): Send>' is_send | scaling_row '60 supertraits with a promise each' "${check[@]}"
    generic 120 | scaling_row 'generic, 120 futures spawned' "${check[@]}"
    generic 120 | scaling_row 'generic, 120 futures spawned, next solver' "${next[@]}"
    closures 120 boxed | scaling_row '120 closures that box, compiled' --emit obj
    closures 120 bounded | scaling_row '120 closures bounded by F(..), compiled' --emit obj
    nested 14 boxes | debuginfo_row 'debug info of 14 nested boxes'
    nested 14 dyn | debuginfo_row 'debug info of 14 nested futures'
}

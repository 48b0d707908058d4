# shellcheck shell=bash
# What it costs to compile many traits whose methods are called through a `dyn`.

# N traits of 5 methods, and for each an implementation and a function that calls all five through a
# `dyn`: by `Boxing`, with `dyn_in!` in a slot, or with methods that return boxes written by hand. Or of
# no trait at all: what any program has.
objects_program() { # N boxing|slot|hand
    local i m boxed='Pin<Box<dyn Future<Output = u32> + '"'a>>" call
    cat <<'TXT'
#![feature(async_fn_in_dyn_trait, dyn_placement)]
#![allow(unused, incomplete_features)]
use std::boxed::Boxing;
use std::future::{Slot, dyn_in};
use std::hint::black_box;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
struct Once(bool);
impl Future for Once {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}
#[inline(never)]
fn run(mut future: Pin<&mut dyn Future<Output = u32>>) -> u32 {
    loop {
        if let Poll::Ready(it) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) { return it }
    }
}
TXT
    for ((i = 0; i < $1; i++)); do
        echo "struct X$i(u32); trait T$i {"
        for m in 0 1 2 3 4; do
            case $2 in
                hand) echo "    fn m$m<'a>(&'a self, x: &'a str) -> $boxed;" ;;
                *) echo "    async fn m$m(&self, x: &str) -> u32;" ;;
            esac
        done
        echo "} impl T$i for X$i {"
        for m in 0 1 2 3 4; do
            call="Once(false).await; self.0 ^ x.len() as u32 ^ $((i * 5 + m))"
            case $2 in
                hand) echo "    fn m$m<'a>(&'a self, x: &'a str) -> $boxed { Box::pin(async move { $call }) }" ;;
                *) echo "    async fn m$m(&self, x: &str) -> u32 { $call }" ;;
            esac
        done
        echo "} async fn all$i(d: &dyn T$i) -> u32 {"
        echo '    let mut sum = 0;'
        [ "$2" != slot ] || echo '    let mut slot = pin!(Slot::<64>::new());'
        for m in 0 1 2 3 4; do
            call="d.m$m(\"a\")"
            [ "$2" != slot ] || call="dyn_in!(slot.as_mut(), $call)"
            echo "    sum ^= $call.await;"
        done
        printf '    sum\n}\n'
    done
    printf 'fn main() {\n    let mut sum = 0;\n'
    for ((i = 0; i < $1; i++)); do
        call="&X$i(black_box(0))"
        [ "$2" = hand ] || call="Boxing::new($call)"
        echo "    sum ^= run(pin!(all$i(black_box($call))));"
    done
    printf '    black_box(sum);\n}\n'
}

# Bytes of a program's .text.
text_of() { # SYSROOT PROGRAM FLAGS...
    local sysroot=$1 file=$2
    shift 2
    "$sysroot/bin/rustc" --edition 2024 "$@" -o "$AFIT_SCRATCH/linked" "$file" 2>"$AFIT_SCRATCH/err" ||
        die "it did not compile" "$(cat "$AFIT_SCRATCH/err")"
    "$AFIT_SCRATCH/linked" || die "the program of many objects failed"
    size -A "$AFIT_SCRATCH/linked" | awk '$1 == ".text" { print $2 }'
}

# What it takes to compile objects, beside such with boxes by hand.
objects() {
    local kind name flags i count none program=$AFIT_SCRATCH/objects.rs n=${AFIT_TRAITS:-50}
    local line=() first=()
    cat <<TXT
$n traits of 5 methods, for each an implementation and a function that calls all through a dyn: instructions
to compile that, in millions, and bytes of machine code that are in the program for it.

| way to call | dev | machine code | release | machine code |
| --- | --- | --- | --- | --- |
TXT
    while read -r kind name; do
        line=()
        for flags in -Cdebuginfo=2 -O; do
            objects_program 0 "$kind" >"$program"
            # shellcheck disable=SC2154  # bench has set it
            none=$(text_of "$ours" "$program" "$flags") || exit 1
            objects_program "$n" "$kind" >"$program"
            count=$(instructions "$ours/bin/rustc" --edition 2024 "$flags" -o "$AFIT_SCRATCH/linked" "$program") ||
                exit 1
            line+=("$((count / 1000000))")
            count=$(text_of "$ours" "$program" "$flags") || exit 1
            line+=("$((count - none))")
        done
        [ ${#first[@]} != 0 ] || first=("${line[@]}")
        printf '| %s ' "$name"
        for i in 0 1 2 3; do
            awk -v a="${first[i]}" -v b="${line[i]}" 'BEGIN { printf "| %d, %.2f ", b, b / a }'
        done
        echo '|'
    done <<'TXT'
hand `Pin<Box<dyn Future>>` by hand
boxing `dyn` through `Boxing`
slot `dyn_in!`
TXT
}

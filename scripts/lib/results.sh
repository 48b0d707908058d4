# shellcheck shell=bash
# What scripts/test makes of x.py's log, `log`, and of what it has blessed.
# shellcheck disable=SC2034,SC2154 # variables of the script that sources this

# Blessed outputs of ours go to the repo; upstream's stay in the checkout, as the person's own edit.
take_blessed() {
    local path upstream=()
    while IFS= read -r -d '' path; do
        path=${path:3}
        case $path in *.rs) continue ;; esac
        if rustgit cat-file -e "refs/afit/base:$path" 2>/dev/null; then
            upstream+=("$path")
        elif [ -e "$path" ]; then
            mkdir -p "$(dirname "$AFIT_REPO/$path")"
            cmp -s "$path" "$AFIT_REPO/$path" || { cp "$path" "$AFIT_REPO/$path" && say BLESS "$path"; }
        elif [ -e "$AFIT_REPO/$path" ]; then
            rm "$AFIT_REPO/$path"
            say BLESS "$path (removed)"
        fi
    done < <(rustgit status --porcelain -z --no-renames -uall -- tests)
    # Now the repo has them; let the checkout's commits have them too.
    "$AFIT_REPO/scripts/apply" >/dev/null 2>&1 || true
    [ ${#upstream[@]} = 0 ] || {
        say BLESS "these are upstream's: commit them in $AFIT_RUST, then scripts/export"
        printf '    %s\n' "${upstream[@]}"
    }
}

sum() { # FIELD, as compiletest calls it
    sed -n 's/\x1b\[[0-9;]*m//g; s/^test result: .* \([0-9]*\) '"$1"'.*/\1/p' "$log" |
        awk '{ n += $1 } END { print n + 0 }'
}
failing() {
    sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -aE '^    \[[a-z-]+\] tests/' | sed 's/^ *\[[^]]*\] *//' | sort -u
}

# What the unpatched compiler passes, and this one does not. It sets `outcome`.
compare_with_unpatched() {
    local baseline fresh
    baseline=$AFIT_REPO/scripts/upstream-ui-baseline.txt
    known() { awk -v k="$1" '$1 == k { print $2 }' "$baseline"; }
    say TEST "the unpatched compiler: $(known passed) passed, $(known failed) failed, $(known ignored) ignored"
    fresh=$(comm -23 <(failing) <(grep '^tests/' "$baseline" | sort))
    if [ -n "$fresh" ]; then
        say TEST "these pass without our patches:"
        printf '%s\n' "$fresh" | sed 's/^/    /'
    elif [ $((passed + failed + ignored)) -lt $(($(known passed) + $(known failed) + $(known ignored))) ]; then
        say TEST "fewer tests ran than upstream has"
        outcome=1
    elif [ "$outcome" != 0 ] && [ "$failed" != 0 ]; then
        say TEST "all that fail here fail without our patches too"
        outcome=0
    fi
}

# shellcheck shell=bash
# The two forms of our work, and the way from each to the other:
#   in the repo      patches/, src/compiler-additions/, tests/
#   in the checkout  commits on top of refs/afit/base, on branch afit
#
# refs/afit/applied is the commit of the checkout that was last seen to say what the repo says.

# shellcheck source=source.sh
. "$AFIT_LIB/source.sh"
# shellcheck source=import.sh
. "$AFIT_LIB/import.sh"

state_dir() { rustgit rev-parse --path-format=absolute --git-path afit; }

# Everything of ROOT that travels, one "MODE HASH<tab>PATH" a line, sorted.
inventory() { # ROOT
    (
        cd "$1" || exit 1
        export LC_ALL=C
        {
            [ ! -d patches ] || find patches -maxdepth 1 -name '*.patch' -type f -print0
            for dir in src/compiler-additions tests; do
                # What editors and merges leave behind is nobody's work.
                [ ! -d "$dir" ] || find "$dir" \( -type f -o -type l \) \
                    ! -name '*~' ! -name '*.swp' ! -name '*.orig' ! -name '*.rej' -print0
            done
        } | sort -z >"$AFIT_SCRATCH/paths"
        if [ "$(tr -dc '\n' <"$AFIT_SCRATCH/paths" | wc -c)" != 0 ]; then
            die "a file name holds a newline:" "$(grep -za $'\n' "$AFIT_SCRATCH/paths" | tr '\0\n' '\n?')"
        fi
        tr '\0' '\n' <"$AFIT_SCRATCH/paths" >"$AFIT_SCRATCH/names"
        while IFS= read -r path; do
            if [ -L "$path" ]; then
                printf '120000 %s\t%s\n' "$(readlink -n "$path" | git hash-object --stdin)" "$path"
            fi
        done <"$AFIT_SCRATCH/names" >"$AFIT_SCRATCH/links"
        grep -vxFf <(cut -f 2- "$AFIT_SCRATCH/links") "$AFIT_SCRATCH/names" >"$AFIT_SCRATCH/plain" || true
        paste -d '\t' <(while IFS= read -r path; do
            if [ -x "$path" ]; then echo 100755; else echo 100644; fi
        done <"$AFIT_SCRATCH/plain") \
            <(ROOT=$PWD awk '{ print ENVIRON["ROOT"] "/" $0 }' "$AFIT_SCRATCH/plain" |
                git hash-object --no-filters --stdin-paths) \
            "$AFIT_SCRATCH/plain" | sed 's/\t/ /'
        cat "$AFIT_SCRATCH/links"
    ) | LC_ALL=C sort -t "$(printf '\t')" -k 2
}

digest() { sha256sum | cut -d ' ' -f 1; }

# Commits to repo

# Writes what COMMIT says into DIR as patches/, src/compiler-additions/ and tests/; sets
# EXPORTED_COMMITS to the commits that became patches.
write_export() { # COMMIT DIR
    local base commit number=0 touched ours slug
    base=$(rustgit rev-parse refs/afit/base)
    mkdir -p "$2/patches"
    EXPORTED_COMMITS=()
    [ -z "$(rustgit rev-list --merges "$base..$1")" ] ||
        die "there are merges between refs/afit/base and $1; the patches are one line of commits" \
            "In $AFIT_RUST: git rebase refs/afit/base"

    # New files, as they are at the end.
    local index=$AFIT_SCRATCH/index.export
    rustgit diff-tree -r -z --no-renames --diff-filter=A --name-only "$base" "$1" >"$AFIT_SCRATCH/new"
    if [ -s "$AFIT_SCRATCH/new" ]; then
        GIT_INDEX_FILE=$index rustgit read-tree "$1"
        grep -z '^tests/' "$AFIT_SCRATCH/new" >"$AFIT_SCRATCH/new.tests" || true
        grep -zv '^tests/' "$AFIT_SCRATCH/new" >"$AFIT_SCRATCH/new.rest" || true
        GIT_INDEX_FILE=$index rustgit checkout-index -z --stdin --prefix="$2/" <"$AFIT_SCRATCH/new.tests"
        GIT_INDEX_FILE=$index rustgit checkout-index -z --stdin \
            --prefix="$2/src/compiler-additions/" <"$AFIT_SCRATCH/new.rest"
    fi

    # Changes to upstream's files, commit by commit.
    for commit in $(rustgit rev-list --reverse "$base..$1"); do
        mapfile -d '' -t touched < <(rustgit diff-tree -r -z --no-renames --name-only "$commit^" "$commit")
        [ ${#touched[@]} -gt 0 ] || continue
        mapfile -d '' -t ours < <(rustgit ls-tree -r -z --name-only "$base" -- "${touched[@]}")
        [ ${#ours[@]} -gt 0 ] || continue
        number=$((number + 1))
        EXPORTED_COMMITS+=("$commit")
        slug=$(rustgit log -1 --format=%s "$commit" | LC_ALL=C tr '[:upper:]' '[:lower:]' |
            LC_ALL=C sed 's/[^a-z0-9]\{1,\}/-/g; s/^-//; s/^\(.\{1,60\}\).*/\1/; s/-$//')
        # Settings of the person's own git must not show in the patch, nor where the source came from.
        GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 rustgit --literal-pathspecs \
            -c core.attributesFile="$AFIT_LIB/gitattributes" -c core.quotePath=false \
            format-patch -1 "$commit" --stdout -k -N --zero-commit --full-index --binary --no-signature \
            --no-stat --no-renames --diff-algorithm=histogram -U3 --src-prefix=a/ --dst-prefix=b/ \
            --no-ext-diff --no-textconv --no-encode-email-headers -- "${ours[@]}" \
            >"$2/patches/$(printf '%04d' "$number")-${slug:-patch}.patch"
    done
}

# The lines of inventory A that B lacks or has otherwise, by path.
differing_paths() { # INVENTORY_A INVENTORY_B
    LC_ALL=C comm -3 <(LC_ALL=C sort "$1") <(LC_ALL=C sort "$2") | sed 's/^\t//' | cut -f 2- | LC_ALL=C sort -u
}

# Remembers that HEAD of the checkout says what the repo says.
mark_in_sync() {
    local head
    head=$(rustgit rev-parse HEAD)
    rustgit update-ref refs/afit/applied "$head"
    rustgit update-ref -d refs/afit/incoming
    mkdir -p "$(state_dir)"
    printf '%s %s\n' "$head" "$(inventory "$AFIT_REPO" | digest)" >"$(state_dir)/in-sync"
}

# Do both say what they said when they were last in step? Quick, and sure only when it says yes.
still_in_sync() {
    [ ! -e "$(state_dir)/moving" ] &&
        [ "$(cat "$(state_dir)/in-sync" 2>/dev/null)" = \
            "$(rustgit rev-parse HEAD) $(inventory "$AFIT_REPO" | digest)" ]
}

# Changes in the checkout that no commit holds.
uncommitted() {
    rustgit status --porcelain --ignore-submodules=all "$@"
}

# A person in the middle of a rebase, or on a branch of their own, is left alone.
require_branch() {
    local dir
    dir=$(rustgit rev-parse --path-format=absolute --git-dir)
    if [ -d "$dir/rebase-merge" ] || [ -d "$dir/rebase-apply" ]; then
        die "a rebase is under way in $AFIT_RUST" "Finish it (git rebase --continue) or drop it" \
            "(git rebase --abort), then run this again."
    fi
    [ "$(rustgit symbolic-ref -q --short HEAD)" = afit ] ||
        die "$AFIT_RUST is not on its branch afit" "git -C $AFIT_RUST switch afit"
    [ ! -e "$dir/index.lock" ] || die "another git is at work in $AFIT_RUST, or died there" \
        "If none is running, remove $dir/index.lock"
}

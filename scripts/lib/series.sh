# shellcheck shell=bash
# The two forms of our work, and the way from each to the other:
#   in the repo      patches/, src/compiler-additions/, tests/
#   in the checkout  commits on top of refs/afit/base, on branch afit
#
# refs/afit/applied is the commit of the checkout that was last seen to say what the repo says.

# shellcheck source=source.sh
. "$AFIT_LIB/source.sh"

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

# Repo to commits

# Builds base + additions + patches as commits, without touching the checkout's files or branches,
# and sets SERIES to the last of them, SERIES_PATCHES to those made of patches. Ids depend on the content alone, and what was built stays
# cached, so only what changed is built again.
build_series() {
    local base cache index listing new patch blob
    base=$(rustgit rev-parse refs/afit/base)
    cache=$(state_dir)/series
    mkdir -p "$(dirname "$cache")"
    touch "$cache"
    index=$AFIT_SCRATCH/index.series
    listing=$AFIT_SCRATCH/inventory
    inventory "$AFIT_REPO" >"$listing"

    SERIES=$base
    SERIES_PATCHES=()
    SERIES_INDEX= # the commit whose tree the temporary index holds
    grep -v $'\t''patches/' "$listing" >"$AFIT_SCRATCH/additions" || true
    if [ -s "$AFIT_SCRATCH/additions" ]; then
        if ! new=$(cached_step "$base" "$(digest <"$AFIT_SCRATCH/additions")"); then
            new=$(commit_additions "$base") || exit 1
            printf '%s %s %s\n' "$base" "$(digest <"$AFIT_SCRATCH/additions")" "$new" >>"$cache"
            SERIES_INDEX=$new
        fi
        SERIES=$new
    fi
    while IFS= read -r patch; do
        blob=$(rustgit hash-object --no-filters -- "$AFIT_REPO/$patch")
        if ! new=$(cached_step "$SERIES" "$blob"); then
            [ "$SERIES_INDEX" = "$SERIES" ] || GIT_INDEX_FILE=$index rustgit read-tree "$SERIES"
            new=$(commit_patch "$SERIES" "$patch") || exit 1
            printf '%s %s %s\n' "$SERIES" "$blob" "$new" >>"$cache"
            SERIES_INDEX=$new
        fi
        SERIES=$new
        SERIES_PATCHES+=("$new")
    done < <(sed -n 's|^.*\t\(patches/.*\)|\1|p' "$listing")
}

cached_step() { # PARENT INPUT
    local commit
    commit=$(awk -v p="$1" -v i="$2" '$1 == p && $2 == i { c = $3 } END { print c }' "$cache")
    [ -n "$commit" ] && rustgit cat-file -e "$commit^{tree}" 2>/dev/null && printf '%s' "$commit"
}

commit_additions() { # PARENT
    local known
    sed 's|\tsrc/compiler-additions/|\t|' "$AFIT_SCRATCH/additions" >"$AFIT_SCRATCH/index-info"
    known=$(cut -f 2- "$AFIT_SCRATCH/index-info" | tr '\n' '\0' |
        xargs -0 git --git-dir="$AFIT_RUST/.git" -c core.quotePath=false ls-tree -r --name-only "$1" --)
    [ -z "$known" ] || die "these files are upstream's already, so they are no additions:" \
        "$known" "Change upstream's files in the checkout ($AFIT_RUST), commit there, scripts/export."
    export GIT_INDEX_FILE=$index
    afit_identity
    store_additions && rustgit read-tree "$1" &&
        rustgit update-index --add --index-info <"$AFIT_SCRATCH/index-info" &&
        commit_index "$1" <<<'additions: new files'
}

store_additions() {
    local path
    grep -v '^120000' "$AFIT_SCRATCH/additions" | cut -f 2- |
        ROOT=$AFIT_REPO awk '{ print ENVIRON["ROOT"] "/" $0 }' |
        rustgit hash-object -w --no-filters --stdin-paths >/dev/null || return
    while IFS= read -r path; do
        readlink -n "$AFIT_REPO/$path" | rustgit hash-object -w --stdin >/dev/null || return
    done < <(grep '^120000' "$AFIT_SCRATCH/additions" | cut -f 2-)
}

commit_index() { # PARENT, message on stdin
    local tree
    tree=$(rustgit write-tree) && rustgit commit-tree -p "$1" "$tree"
}

commit_patch() { # PARENT PATCH
    local said info=$AFIT_SCRATCH/mail.info text=$AFIT_SCRATCH/mail.text
    export GIT_INDEX_FILE=$index
    if ! said=$(rustgit apply --cached --whitespace=nowarn -- "$AFIT_REPO/$2" 2>&1); then
        die "$2 does not apply; the checkout is as it was" "$said" "" \
            "$(show_rejected_hunks "$AFIT_REPO/$2" "$1" <<<"$said")" "" \
            "Mend it where it can be edited, in a checkout that has the patches before it:" \
            "put this patch and those after it aside, scripts/apply, make the change in" \
            "$AFIT_RUST, commit it there, and scripts/export."
    fi
    git mailinfo -b "$text.body" /dev/null <"$AFIT_REPO/$2" >"$info" || return
    {
        sed -n 's/^Subject: //p' "$info"
        echo
        cat "$text.body"
    } | git stripspace >"$text"
    afit_identity
    GIT_AUTHOR_NAME=$(sed -n 's/^Author: //p' "$info")
    GIT_AUTHOR_EMAIL=$(sed -n 's/^Email: //p' "$info")
    GIT_AUTHOR_DATE=$(sed -n 's/^Date: //p' "$info")
    : "${GIT_AUTHOR_NAME:=afit}" "${GIT_AUTHOR_EMAIL:=afit@localhost}" "${GIT_AUTHOR_DATE:=$RUST_DATE}"
    commit_index "$1" <"$text"
}

# From what git said ("patch failed: FILE:LINE"): each hunk that failed, and what stands there now.
show_rejected_hunks() { # PATCH PARENT
    local file line
    while read -r file line; do
        printf 'The hunk of %s that found no place:\n' "$file"
        awk -v file="$file" -v line="$line" '
            /^diff --git / { here = 0 }
            $0 == "+++ b/" file || $0 == "--- a/" file { here = 1; hunk = 0; next }
            here && /^@@ / { split($2, at, /[-,]/); hunk = at[2] == line }
            here && hunk { print "    " $0 }' "$1" | head -n 40
        printf 'There now:\n'
        rustgit show "$2:$file" 2>/dev/null | sed -n "$line,$((line + 7))p" | sed 's/^/    /'
    done < <(sed -n 's/^error: patch failed: \(.*\):\([0-9]*\)$/\1 \2/p')
}

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

# shellcheck shell=bash
# Repo to commits: the additions and patches, as commits on top of refs/afit/base.

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

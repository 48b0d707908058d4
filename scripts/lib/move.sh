# shellcheck shell=bash
# Moving the checkout's work tree from one commit to another so that nothing is ever lost: not a
# person's edits, not a file time that cargo relies on, not the way back when we are killed.

# Moves work tree, index and branch afit to NEW. Refuses, with nothing changed, where that would
# overwrite work that no commit holds.
move_checkout() { # NEW
    local new=$1 old state index said
    old=$(rustgit rev-parse HEAD)
    state=$(state_dir)
    index=$(rustgit rev-parse --path-format=absolute --git-path index)
    # We work on a copy of the index: a kill leaves neither a stale index.lock nor a wrong index.
    cp "$index" "$AFIT_SCRATCH/index"
    export GIT_INDEX_FILE=$AFIT_SCRATCH/index
    rustgit update-index -q --refresh >/dev/null || true
    accept_files_already_there "$old" "$new"
    if ! said=$(rustgit read-tree -n -m -u "$old" "$new" 2>&1); then
        die "uncommitted work in $AFIT_RUST is in the way; nothing was changed" \
            "$said" \
            "Commit it there and run scripts/export, or put it away (git stash -u)," \
            "then run this again."
    fi

    printf '%s %s\n' "$old" "$new" >"$state/moving.new"
    mv "$state/moving.new" "$state/moving"
    rustgit read-tree -m -u "$old" "$new"
    arrive "$new" "$index"
}

# The work tree is that of NEW: let git know.
arrive() { # NEW INDEX
    rustgit update-index -q --refresh >/dev/null || true
    mv "$GIT_INDEX_FILE" "$2"
    unset GIT_INDEX_FILE
    rustgit update-ref -m 'scripts/apply' refs/heads/afit "$1"
    rustgit symbolic-ref HEAD refs/heads/afit
    rustgit update-ref refs/afit/applied "$1"
    overlook_cargo_lock
    rm -f "$(state_dir)/moving"
}

# Files that differ from OLD but already are what NEW says are no obstacle and need no rewriting:
# tests blessed in the checkout, say.
accept_files_already_there() { # OLD NEW
    local meta path mode hash
    while IFS= read -r -d '' meta && IFS= read -r -d '' path; do
        read -r _ mode _ hash _ <<<"$meta"
        if [ "$mode" = 000000 ]; then
            [ -e "$AFIT_RUST/$path" ] || [ -L "$AFIT_RUST/$path" ] ||
                rustgit update-index --force-remove -- "$path"
        elif is_blob "$path" "$mode" "$hash"; then
            rustgit update-index --add --cacheinfo "$mode,$hash,$path"
        fi
    done < <(rustgit diff-tree -r -z --no-renames "$1" "$2")
}

# Is the work tree's PATH that blob?
is_blob() { # PATH MODE HASH
    local file=$AFIT_RUST/$1
    if [ "$2" = 120000 ]; then
        [ -L "$file" ] && [ "$(readlink -n "$file" | rustgit hash-object --stdin)" = "$3" ]
    else
        local mode=100644
        [ ! -x "$file" ] || mode=100755
        [ -f "$file" ] && [ ! -L "$file" ] && [ "$2" = "$mode" ] &&
            [ "$(rustgit hash-object --no-filters -- "$file")" = "$3" ]
    fi
}

# An earlier run was killed between its first and last file: finish it. The work tree was clean of
# conflicts when it began, so a file that is neither the old nor the new one was half written, or
# edited since; keep a copy in any case.
finish_interrupted_move() {
    local state old new index meta path old_mode new_mode old_hash new_hash kept
    state=$(state_dir)
    [ -e "$state/moving" ] || return 0
    read -r old new <"$state/moving"
    say APPLY "finishing an earlier run that was interrupted"
    index=$(rustgit rev-parse --path-format=absolute --git-path index)
    kept=$state/rescued-$(date +%Y%m%d-%H%M%S)
    cp "$index" "$AFIT_SCRATCH/index"
    export GIT_INDEX_FILE=$AFIT_SCRATCH/index
    while IFS= read -r -d '' meta && IFS= read -r -d '' path; do
        read -r old_mode new_mode old_hash new_hash _ <<<"${meta#:}"
        [ -e "$AFIT_RUST/$path" ] || [ -L "$AFIT_RUST/$path" ] || continue
        if is_blob "$path" "$new_mode" "$new_hash" || is_blob "$path" "$old_mode" "$old_hash"; then
            continue
        fi
        mkdir -p "$(dirname "$kept/$path")"
        mv "$AFIT_RUST/$path" "$kept/$path"
        say APPLY "$path was neither the old nor the new file; a copy is in $kept"
    done < <(rustgit diff-tree -r -z --no-renames "$old" "$new")
    rustgit update-index -q --refresh >/dev/null || true
    accept_files_already_there "$old" "$new"
    rustgit read-tree -m -u "$old" "$new"
    arrive "$new" "$index"
}

# Keeps uncommitted work, and commits that the repo lacks, under a ref, and makes the checkout clean.
set_aside() {
    local saved ref index base
    base=$(rustgit rev-parse HEAD)
    index=$(rustgit rev-parse --path-format=absolute --git-path index)
    ref=refs/afit/set-aside/$(date +%Y%m%d-%H%M%S)-$$-${base:0:8}
    cp "$index" "$AFIT_SCRATCH/index.aside"
    (
        afit_identity
        export GIT_INDEX_FILE=$AFIT_SCRATCH/index.aside
        rustgit add -A && saved=$(commit_index "$base" <<<'set aside by scripts/apply') &&
            rustgit update-ref "$ref" "$saved"
    ) || die "the work in $AFIT_RUST could not be set aside; it is as it was"
    # What was untracked is in the commit now: let git see it as its own, to remove it.
    mv "$AFIT_SCRATCH/index.aside" "$index"
    rustgit reset -q --hard "$base"
    overlook_cargo_lock
    say APPLY "set aside what was in $AFIT_RUST as $ref"
    say APPLY "to get it back: git -C $AFIT_RUST reset --hard $ref"
}

# The same for a checkout that someone left in the middle of a rebase, on another branch, or with the
# lock of a git that was killed.
return_to_branch() {
    local dir
    dir=$(rustgit rev-parse --path-format=absolute --git-dir)
    if [ -e "$dir/index.lock" ] && ! pgrep -x git >/dev/null; then rm "$dir/index.lock"; fi
    [ "$(rustgit symbolic-ref -q --short HEAD)" != afit ] || return 0
    set_aside
    rustgit rebase --quit 2>/dev/null || true
    rustgit checkout -q afit
}

# shellcheck shell=bash
# Getting one file from elsewhere, and where it is kept.

downloads() {
    local dir
    dir=$(dirname "$AFIT_RUST")/downloads
    mkdir -p "$dir"
    printf '%s' "$dir"
}

sha256() { sha256sum "$1" | cut -d ' ' -f 1; }

empty() { find "$1" -mindepth 1 -delete; }

# Gives up where a connection is not made in 15 s, or crawls for 30.
fetch() { # URL FILE (- for stdout)
    if have curl; then
        curl -fL --proto '=https' --connect-timeout 15 --speed-limit 20000 --speed-time 30 \
            --retry 1 -sS -o "$2" "$1"
    elif have wget; then
        wget -q --tries=2 --timeout=20 -O "$2" "$1"
    else
        return 1
    fi
}

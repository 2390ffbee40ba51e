# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What app/run, tests/run and .ci/run share: what to install, how to build. Sourced; needs $root, the top of the tree.
: "${root:?}"

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# The rows "package<TAB>what for" of the list for the kinds given.
packages_for() {
    local kinds=" $* " kind package reason
    while read -r kind package reason; do
        [[ $kind != '#'* && -n $package && $kinds == *" $kind "* ]] && printf '%s\t%s\n' "$package" "$reason"
    done < "$root/app/packages.txt"
    return 0
}

# One line for each architecture; "not-installed" is a state too.
is_installed() {
    dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# Installs what is missing of the kinds given, and says what and why before it asks for a password.
install_missing() {
    local package reason missing=() as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian: nothing is installed. What has to be there, by its name in Debian 12:"
        packages_for "$@" | while IFS=$'\t' read -r package reason; do say "  $package: $reason"; done
        return 0
    fi
    while IFS=$'\t' read -r package reason; do
        is_installed "$package" && continue
        [[ ${#missing[@]} -gt 0 ]] || say "Not installed yet:"
        printf '  %-24s %s\n' "$package" "$reason"
        missing+=("$package")
    done < <(packages_for "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0

    local command="apt-get install --no-install-recommends ${missing[*]}"
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null ||
            fail "these packages need root to install, and there is no sudo here. As root, run:
  apt-get update && $command"
        say "sudo installs them; it may ask for your password."
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} packages with apt..."
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qy -o DPkg::Lock::Timeout=300)
    local log=$root/build/install.log
    mkdir -p "$root/build"
    # Without standard input neither apt nor a package's scripts can stop and ask.
    if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "${missing[@]}"; } \
            >"$log" 2>&1 </dev/null; then
        tail -n 30 "$log" >&2
        fail "apt could not install them (all it said: $log). To do it by hand, as root:
  apt-get update && $command"
    fi
}

# As many jobs as there are processors, but no more than one for each 2 GiB of memory left: a Qt file
# takes up to 1 GiB to compile, with sanitizers twice that.
build_jobs() {
    local processors memory
    processors=$(nproc 2>/dev/null || echo 1)
    memory=$(awk '/^MemAvailable:/ {print int($2 / 2097152)}' /proc/meminfo 2>/dev/null || true)
    [[ -n $memory ]] || memory=$processors
    (( memory >= 1 )) || memory=1
    echo $(( memory < processors ? memory : processors ))
}

# Counts along on a terminal; elsewhere keeps quiet.
show_progress() {
    local line
    while IFS= read -r line; do
        [[ -t 1 && $line =~ ^\[([0-9]+)/([0-9]+)\] ]] &&
            printf '\r  %s of %s steps ' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
    done
    [[ ! -t 1 ]] || printf '\r\033[K'
}

# configure PRESET [OPTION...]: quiet unless it fails. ENTENTE_WERROR=ON makes warnings errors.
configure() {
    local preset=$1 log=$root/build/$1/configure.log fresh=()
    shift
    mkdir -p "$root/build/$preset"
    # A tree that was moved or copied with its build folder cannot be built there any more.
    if [[ -f $root/build/$preset/CMakeCache.txt ]] &&
            ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$root/build/$preset/CMakeCache.txt"; then
        fresh=(--fresh)
    fi
    if ! (cd "$root" && cmake --preset "$preset" "${fresh[@]}" \
            -DENTENTE_WERROR="${ENTENTE_WERROR:-OFF}" "$@") >"$log" 2>&1; then
        cat "$log" >&2
        fail "the build could not be configured (preset $preset); see above, or $log"
    fi
}

# build PRESET [OPTION...]: shows what the compiler said only if it fails, or warned.
build() {
    local preset=$1 log=$root/build/$1/build.log started=$SECONDS jobs
    shift
    jobs=$(build_jobs)
    say "Building ($preset, $jobs at a time; the first time this takes some minutes)..."
    if ! (cd "$root" && cmake --build --preset "$preset" -j "$jobs" "$@") 2>&1 | tee "$log" | show_progress; then
        # From the first failure on; ninja's lines of what went well are left out.
        grep -v '^\[[0-9]*/[0-9]*\] [A-Z]' "$log" | tail -n 60 >&2
        fail "the build failed (preset $preset); all of it: $log"
    fi
    grep -A4 'warning:' "$log" | head -n 40 || true
    say "Built in $((SECONDS - started)) s."
}

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How the scripts treat their arguments, paths with spaces, and machines without a display, without root
# and without packages; with stand-ins for apt, cmake and the programs, so that nothing is installed or built.
# shellcheck disable=SC2016
set -euo pipefail
tree=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# expect NAME STATUS WORDS COMMAND...: its exit status, and words that it says.
expect() {
    local name=$1 status=$2 words=$3 said got=0
    shift 3
    said=$("$@" 2>&1 </dev/null) || got=$?
    if [[ $got -ne $status || $said != *"$words"* ]]; then
        printf 'FAIL %s: exit %s instead of %s, or no "%s" in:\n%s\n\n' "$name" "$got" "$status" "$words" "$said"
        failures=$((failures + 1))
    fi
}

twice=$(awk '!/^#/ && NF {print $2}' "$tree/app/packages.txt" | sort | uniq -d)
[[ -z $twice ]] || { echo "FAIL listed twice in app/packages.txt: $twice"; failures=$((failures + 1)); }

# A copy of the scripts in a folder with a space in its name, and a link to one from elsewhere.
copy="$scratch/a clone"
mkdir -p "$copy/resources/sample" "$copy/tests" "$copy/build/release/bin" "$scratch/else where" "$scratch/bin"
cp -r "$tree/app" "$copy/app"
cp "$tree/tests/run" "$copy/tests/run"
ln -s "$copy/app/run" "$scratch/link"

stand_in() {
    printf '#!/bin/bash\n%s\n' "$2" >"$1"
    chmod +x "$1"
}
stand_in "$scratch/bin/cmake" 'echo "cmake $*"'
stand_in "$scratch/bin/ctest" 'echo "ctest $*"'
stand_in "$scratch/bin/dpkg-query" 'echo installed'
stand_in "$scratch/bin/apt-get" 'echo "apt-get $*" >>"$APT_LOG"'
for program in entente entente-cli; do
    stand_in "$copy/build/release/bin/$program" 'printf "%s:" "${0##*/}"; printf "<%s>" "$@"; echo'
done
export PATH="$scratch/bin:$PATH" APT_LOG="$scratch/apt.log"
unset DISPLAY WAYLAND_DISPLAY
cd "$scratch/else where"

for script in app/run tests/run .ci/run; do
    expect "$script explains itself" 0 "$script" "$tree/$script" --help
done
expect "an unknown option is refused" 2 "app/run [PATH...]" "$copy/app/run" --nonsense
expect "an unknown preset is refused" 2 "tests/run [PRESET]" "$copy/tests/run" nonsense
expect "a path that is not there is said" 1 "there is no file or folder 'missing'" "$copy/app/run" missing

expect "without a display, a summary of the sample" 0 "entente-cli:<summary><$copy/resources/sample>" "$scratch/link"
expect "without a display, a picture" 0 \
    "entente-cli:<export><$copy/resources/sample><-o><$copy/build/release/pictures/graph.svg>" "$copy/app/run"
expect "and it is said where" 0 "  $copy/build/release/pictures/graph.png" "$copy/app/run"
mkdir "my articles"
expect "with a display, the window" 0 "entente:<$copy/resources/sample>" env DISPLAY=:0 "$scratch/link"
expect "on the paths given" 0 "entente:<$PWD/my articles>" env WAYLAND_DISPLAY=w "$scratch/link" "my articles"
expect "arguments go to ctest" 0 "ctest --preset asan -R reader" "$copy/tests/run" asan -R reader
expect "the preset is dev" 0 "ctest --preset dev -L graph" "$copy/tests/run" -L graph
[[ ! -e $APT_LOG ]] || { echo "FAIL apt was asked although nothing is missing"; failures=$((failures + 1)); }

# Nothing is installed.
stand_in "$scratch/bin/dpkg-query" 'echo not-installed'
if [[ $EUID -eq 0 ]]; then
    expect "root installs, and is told what for" 0 "the compiler" "$copy/app/run"
    grep -q -- '--no-install-recommends g++ ' "$APT_LOG" ||
        { echo "FAIL apt was not asked for the compiler:"; cat "$APT_LOG"; failures=$((failures + 1)); }
    stand_in "$scratch/bin/apt-get" 'echo "E: no network" >&2; exit 100'
    expect "a failure of apt is shown, with what to do" 1 "E: no network" "$copy/app/run"
else
    # Only what a shell needs, so that no sudo of this machine is asked for a password.
    for tool in bash dirname readlink realpath cat sed env; do ln -s "$(command -v $tool)" "$scratch/bin/$tool"; done
    expect "what is missing is said, and what for" 1 "the compiler" env PATH="$scratch/bin" "$copy/app/run"
    expect "neither root nor sudo is said" 1 "there is no sudo here" env PATH="$scratch/bin" "$copy/app/run"
fi

[[ $failures -eq 0 ]] || { echo "$failures failed"; exit 1; }
echo "all passed"

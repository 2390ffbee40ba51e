#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How app/compile.sh tells apart what precompiled headers were made of. Needs ccache, else it is skipped.
set -euo pipefail
tree=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
command -v ccache >/dev/null || { echo "There is no ccache."; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CCACHE_DIR=$scratch/cache
failures=0

fail() { printf 'FAIL %s\n' "$1"; failures=$((failures + 1)); }

# precompile FOLDER COMPILER VALUE: a header of one value, in a tree of its own.
precompile() {
    mkdir -p "$1"
    printf 'constexpr int value = %s;\n' "$3" >"$1/all.h"
    (cd "$1" && "$tree/app/compile.sh" "$1" "$2" -std=c++20 -x c++-header -MD -MT all.h.gch -MF all.d \
        -o all.h.gch -c "$1/all.h")
}

precompile "$scratch/one [1]" g++ 5
precompile "$scratch/two" g++ 5
cmp "$scratch/one [1]/all.h.gch.sum" "$scratch/two/all.h.gch.sum" || fail "one header in two trees has two sums"
before=$(<"$scratch/two/all.h.gch.sum")
precompile "$scratch/two" g++ 7
[[ $(<"$scratch/two/all.h.gch.sum") != "$before" ]] || fail "a header that was changed has the sum it had before"

# A compiler that is killed while the sum is made: a header with a sum of something else would have files
# compiled with what it said before.
# shellcheck disable=SC2016
printf '#!/bin/bash\n[[ " $* " != *" -dD "* ]] || exit 1\nexec g++ "$@"\n' >"$scratch/failing"
chmod +x "$scratch/failing"
! precompile "$scratch/two" "$scratch/failing" 9 || fail "what has no sum counts as compiled"
[[ ! -e $scratch/two/all.h.gch ]] || fail "what has no sum is left"
[[ -z $(find "$scratch/two" -name '*.sum*') ]] || fail "a sum of nothing is left"
exit $(( failures > 0 ))

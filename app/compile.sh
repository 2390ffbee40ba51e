#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# compile.sh ROOT COMPILER [ARGUMENT...]: compiles through ccache, so that what was compiled in one clone of
# the tree serves in another.
#
# g++ never writes a precompiled header to the same bytes twice. By its bytes, one that fell out of the cache
# would take with it all that was compiled with it: twenty minutes. ccache goes by a file with ".sum" at the
# end of its name, where there is one; here it holds a checksum of what the header was made of: the compiler,
# its arguments, and the text with all that it includes and defines.
set -Eeuo pipefail
root=$1
shift

# Without the sloppiness nothing that is compiled with a precompiled header is kept at all. They have 90 to
# 190 MB, and are read anew for every file, unless ccache may remember by inode and times what it has read:
# what is in the cache then comes in 0.05 s instead of 1.1.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_INODECACHE=1 CCACHE_PCH_EXTSUM=1
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
[[ " $* " == *' -x c++-header '* ]] || exec ccache "$@"

# What is left of the arguments when the names of what is written are taken out. With -fpch-preprocess
# the compiler would name the header just made instead of its text.
output=
making=()
arguments=("$@")
while (( ${#arguments[@]} > 0 )); do
    taken=1
    case ${arguments[0]} in
    -o) output=${arguments[1]} taken=2 ;;
    -MF | -MT) taken=2 ;;
    -MD | -c | -fpch-preprocess) ;;
    *) making+=("${arguments[0]}") ;;
    esac
    arguments=("${arguments[@]:taken}")
done

what_it_is_made_of() {
    local pattern
    # shellcheck disable=SC2001 # All of them, each with what it was.
    pattern=$(sed 's/[][\\.*^$|]/\\&/g' <<<"$root")
    { "${making[0]}" --version; printf '%s\n' "${making[@]}"; "${making[@]}" -E -dD; } | sed "s|$pattern|.|g"
}

# A header with the sum of another would have files compiled with what it said before.
rm -f "$output.sum"
trap 'rm -f "$output" "$output.sum.new"' ERR
ccache "$@"
what_it_is_made_of | sha256sum >"$output.sum.new"
mv "$output.sum.new" "$output.sum"

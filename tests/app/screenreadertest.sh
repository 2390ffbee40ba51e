#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Looks at the real window as a screen reader does: screenreadertest.sh PROGRAM RESOURCES
# Leaves with 77 where what it needs is not installed.
set -eu

launcher=/usr/libexec/at-spi-bus-launcher

skip()
{
    echo "Skipped: $1 (app/packages.txt names the package)."
    exit 77
}

here=$(cd "$(dirname "$0")" && pwd)
if [ "${1-}" != --on-the-bus ]; then
    for program in Xvfb dbus-run-session dbus-daemon; do
        command -v "$program" > /dev/null || skip "there is no $program"
    done
    [ -x "$launcher" ] || skip "there is no $launcher"
    /usr/bin/python3 -c 'import pyatspi' 2> /dev/null || skip "python3 has no pyatspi"
    home=$(mktemp -d)
    display=$home/display
    # Without -noreset it begins anew when its first client leaves, and is deaf meanwhile.
    Xvfb -noreset -displayfd 3 -screen 0 1400x900x24 3> "$display" 2> /dev/null &
    server=$!
    # Waited for, as it takes its socket along, which may be the next server's by then.
    trap 'kill "$server" 2> /dev/null || true; wait "$server" || true; rm -rf "$home"' EXIT
    for _ in $(seq 100); do
        [ -s "$display" ] && break
        sleep 0.1
    done
    [ -s "$display" ] || skip "Xvfb does not start"
    DISPLAY=:$(cat "$display")
    export DISPLAY HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data"
    export XDG_RUNTIME_DIR="$home" XDG_CACHE_HOME="$home/cache"
    unset WAYLAND_DISPLAY QT_QPA_PLATFORM
    dbus-run-session -- "$here/screenreadertest.sh" --on-the-bus "$@"
    exit
fi

"$launcher" --launch-immediately &
bus=$!
trap 'kill "$bus" 2> /dev/null || true' EXIT
sleep 1
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 ENTENTE_RESOURCES="$3" LC_ALL=C.UTF-8
/usr/bin/python3 "$here/screenreadertest.py" "$2" "$3/sample"

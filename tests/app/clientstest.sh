#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Has the programs that exports are for read them: clientstest.sh ENTENTE-CLI SAMPLE
# Leaves with 77 where what it needs is not installed.
set -eu

skip() {
    echo "Skipped: $1 (app/packages.txt names the package)."
    exit 77
}

cli=$1
sample=$2
here=$(cd "$(dirname "$0")" && pwd)
for program in gvpr dot xmllint; do
    command -v "$program" >/dev/null || skip "there is no $program"
done
for module in networkx igraph; do
    /usr/bin/python3 -c "import $module" 2>/dev/null || skip "python3 has no $module"
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for view in events actors; do
    for suffix in json jsonl graphml gexf dot cyjs; do
        "$cli" export "$sample" --view "$view" -o "$folder/$view.$suffix" 2>/dev/null
    done
    for table in nodes edges claims quotes; do
        "$cli" export "$sample" --view "$view" --table "$table" -o "$folder/$view-$table.csv" 2>/dev/null
    done
    xmllint --noout "$folder/$view.graphml" "$folder/$view.gexf"
    dot -Tcanon "$folder/$view.dot" >/dev/null
    # shellcheck disable=SC2016 # These are gvpr's own.
    gvpr 'BEGIN { int nodes = 0; int edges = 0; }
          N [type != ""] { nodes++; }
          E [quotes != ""] { edges++; }
          END { printf("%d %d\n", nodes, edges); }' "$folder/$view.dot" >"$folder/$view.counts"
done
/usr/bin/python3 "$here/clientstest.py" "$folder"

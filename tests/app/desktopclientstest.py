#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Has large programs that exports are for read them: desktopclientstest.py ENTENTE-CLI SAMPLE

By hand, as they are no small thing to install (and one comes by npm, over the network):
    apt-get install --no-install-recommends npm libreoffice-calc-nogui chromium
    ctest --preset dev -C clients -L clients -V
What is not there is skipped, and said; where nothing is, it leaves with 77.
"""
import csv
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

cli, sample = sys.argv[1:3]
folder = Path(tempfile.mkdtemp(prefix="entente-clients-"))
done = []


def skip(what):
    print(f"Skipped: {what}")


def same(found, wanted, what):
    if found != wanted:
        sys.exit(f"{what}: {found!r:.500} instead of {wanted!r:.500}")


def run(command, **more):
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=600, **more)
    if ran.returncode != 0:
        sys.exit(f"{command[0]} left with {ran.returncode}: {ran.stdout}{ran.stderr}")
    return ran


def export(source, name, *options, command="export"):
    file = folder / name
    run([cli, command, source, "-o", file, *options])
    return file


def counts(view):
    with open(export(sample, f"{view}.json", "--view", view), encoding="utf-8") as file:
        whole = json.load(file)
    return {node["id"]: node["name"] for node in whole["nodes"]}, {link["key"] for link in whole["links"]}


READ_BY_NODE = """
const fs = require('fs');
const cytoscape = require('cytoscape');
const { MultiGraph, MultiDirectedGraph } = require('graphology');
const gexf = require('graphology-gexf');
const found = {};
for (const view of ['events', 'actors']) {
    const elements = JSON.parse(fs.readFileSync(`${view}.cyjs`, 'utf8')).elements;
    const graph = cytoscape({ headless: true, elements });
    const names = {};
    graph.nodes().forEach(node => { names[node.id()] = node.data('name'); });
    const Kind = view === 'events' ? MultiDirectedGraph : MultiGraph;
    const read = gexf.parse(Kind, fs.readFileSync(`${view}.gexf`, 'utf8'));
    const gexfNames = {};
    read.forEachNode((id, data) => { gexfNames[id] = data.label; });
    found[view] = { names, edges: graph.edges().map(edge => edge.id()), gexfNames,
                    gexfEdges: read.size, loose: graph.edges().filter(edge => edge.source().empty()).length };
}
console.log(JSON.stringify(found));
"""


def javascript():
    """Cytoscape.js takes the .cyjs, graphology the .gexf of version 1.3."""
    if not shutil.which("node") or not shutil.which("npm"):
        return skip("there is no node and npm for Cytoscape.js")
    installed = subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder),
         "cytoscape", "graphology", "graphology-gexf"],
        capture_output=True, text=True, timeout=300)
    if installed.returncode != 0:
        return skip(f"npm could not install Cytoscape.js: {installed.stderr.strip()[-300:]}")
    wanted = {view: counts(view) for view in ("events", "actors")}
    for view in wanted:
        export(sample, f"{view}.cyjs", "--view", view)
        export(sample, f"{view}.gexf", "--view", view, "--gexf", "1.3")
    (folder / "read.js").write_text(READ_BY_NODE, encoding="utf-8")
    found = json.loads(run(["node", "read.js"], cwd=folder).stdout)
    for view, (nodes, links) in wanted.items():
        same(found[view]["names"], nodes, f"Cytoscape.js, {view}")
        same(set(found[view]["edges"]), links, f"Cytoscape.js, edges of {view}")
        same(found[view]["loose"], 0, f"Cytoscape.js, loose edges of {view}")
        same(found[view]["gexfNames"], nodes, f"graphology, {view}")
        same(found[view]["gexfEdges"], len(links), f"graphology, edges of {view}")
        print(f"Cytoscape.js and graphology: {view}, {len(nodes)} nodes and {len(links)} edges")
    done.append("node")


# Columns that are words, whatever they look like.
WORDS = {"id", "label", "source", "target", "type", "about", "quote", "quotes", "roles", "aliases",
         "attribution"}


def rows(file):
    with open(file, encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def hostile():
    """Articles whose names a spreadsheet would take for formulas."""
    place = folder / "hostile"
    place.mkdir()
    names = ["=1+1", '=HYPERLINK("http://a.example";"x")', "@SUM(1)", "+1", "최선희", "Владимир"]
    text, lines, at = "", [], 0
    for number, name in enumerate(names, 1):
        lines.append(f"T{number}\tPerson {at} {at + len(name)}\t{name}")
        text += name + " met.\n"
        at = len(text)
    begin = text.index("met")
    lines.append(f"T9\tMeeting {begin} {begin + 3}\tmet")
    roles = [f"Participant{'' if i == 1 else i}:T{i}" for i in range(1, len(names) + 1)]
    lines.append("E1\tMeeting:T9 " + " ".join(roles))
    (place / "a.txt").write_text(text, encoding="utf-8")
    (place / "a.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return place, names


def convert(office, file, suffix):
    # Where a window asks how to read a table, and proposes UTF-8, this program takes an old Western code.
    reading = ["--infilter=CSV:44,34,76,1"] if file.suffix == ".csv" else []
    run([office, "--headless", f"-env:UserInstallation=file://{folder}/office", *reading,
         "--convert-to", suffix, "--outdir", folder / "back", file])
    return folder / "back" / (file.stem + "." + suffix.split(":")[0])


def spreadsheet():
    """LibreOffice opens each table, and what it makes of it has the same rows and no formula."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return skip("there is no LibreOffice")
    bad, names = hostile()
    tables = [export(sample, f"{table}.csv", "--table", table, "--bom")
              for table in ("nodes", "edges", "claims", "quotes")]
    tables.append(export(bad, "hostile.csv", "--table", "nodes", "--bom"))
    for table in tables:
        book = convert(office, table, "xlsx")
        with zipfile.ZipFile(book) as parts:
            sheet = parts.read("xl/worksheets/sheet1.xml").decode("utf-8")
        same(re.findall(r"<f[ >]", sheet), [], f"formulas in {table.name}")
        back = rows(convert(office, book, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"))
        wanted = rows(table)
        same((len(back), back[0]), (len(wanted), wanted[0]), f"rows of {table.name}")
        changed = {}
        for head, *columns in zip(wanted[0], zip(*wanted), zip(*back)):
            changed.update({head: pair for pair in zip(*columns) if pair[0] != pair[1]})
        for head, (before, after) in changed.items():
            print(f"LibreOffice shows {head} of {table.name} otherwise: {before!r} as {after!r}")
        same(changed.keys() & WORDS, set(), f"columns of {table.name}")
        print(f"LibreOffice: {table.name}, {len(back) - 1} rows")
    held = {row[1] for row in rows(folder / "back" / "hostile.csv")}
    for name in names:
        same(name in held or "'" + name in held, True, f"the name {name}")
    done.append("office")


def isBlank(file):
    """A page of one colour has lines that are all alike, however they are packed."""
    data = file.read_bytes()
    at, packed, width, height = 8, b"", 0, 0
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height = struct.unpack(">II", body[:8])
        elif kind == b"IDAT":
            packed += body
        at += size + 12
    lines = zlib.decompress(packed)
    length = len(lines) // height
    return len({lines[length * i:length * (i + 1)] for i in range(height)}) < 20 or width == 0


def show(browser, address, picture, *more):
    """What a browser says of a page, and whom it asks for something."""
    log = folder / "net.json"
    ran = run([browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               "--no-first-run", "--disable-background-networking", "--disable-component-update",
               "--disable-sync", "--disable-extensions", f"--user-data-dir={folder / 'browser'}",
               f"--log-net-log={log}", "--enable-logging=stderr",
               "--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=1200,1600", *more,
               f"--screenshot={picture}", address], env={**os.environ, "HOME": str(folder)})
    said = [line for line in ran.stderr.splitlines() if "CONSOLE" in line]
    addresses = re.findall(r'"url":"(https?://[^"]+)"', log.read_text(encoding="utf-8", errors="replace"))
    # It looks for newer versions of itself.
    own = re.compile(r"https?://[^/]*\.(google|googleapis|gvt1)\.com/")
    asked = {address for address in addresses if not own.match(address)}
    return said, asked


def browser():
    """Chromium shows pictures and dossiers, and neither complains nor asks anybody for anything."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        return skip("there is no Chromium")
    show(program, "about:blank", folder / "blank.png")
    same(isBlank(folder / "blank.png"), True, "an empty page")
    files = [
        export(sample, "picture.svg"),
        export(sample, "numbered.svg", "--citations"),
        export(sample, "all.html", command="dossier"),
        export(sample, "choe.html", "--of", "Choe Son-hui", command="dossier"),
        export(sample, "path.html", "--path-from", "Choe Son-hui", "--path-to", "Donald Trump",
               command="dossier"),
    ]
    for file in files:
        for scheme in ("light", "dark"):
            more = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
            picture = folder / f"{file.stem}-{scheme}.png"
            said, asked = show(program, file.as_uri(), picture, *more)
            same(said, [], f"the console of {file.name}")
            same(asked, set(), f"{file.name}, asked for")
            same(isBlank(picture), False, f"{file.name} is blank")
        print(f"Chromium: {file.name}, nothing asked for, nothing said")
    done.append("browser")


try:
    javascript()
    spreadsheet()
    browser()
finally:
    if os.environ.get("ENTENTE_KEEP"):
        print(f"Kept: {folder}")
    else:
        shutil.rmtree(folder, ignore_errors=True)
sys.exit(0 if done else 77)

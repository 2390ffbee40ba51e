# SPDX-License-Identifier: Apache-2.0
"""Reads what was exported as its clients do, and compares it with node-link JSON, which has it all."""
import csv
import json
import sys
import warnings
from pathlib import Path

import igraph
import networkx

warnings.simplefilter("ignore")
folder = Path(sys.argv[1])


def same(found, wanted, what):
    if found != wanted:
        sys.exit(f"{what}: {found!r} instead of {wanted!r}")


def rows(name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check(view):
    with open(folder / f"{view}.json", encoding="utf-8") as file:
        whole = json.load(file)
    nodes = {node["id"]: node for node in whole["nodes"]}
    links = {link["key"]: link for link in whole["links"]}
    counts = (len(nodes), len(links))
    if min(counts) < 20:
        sys.exit(f"{view}: too little to compare: {counts}")

    def is_right(graph, what):
        same((graph.number_of_nodes(), graph.number_of_edges()), counts, what)
        same(graph.is_directed(), view == "events", f"{what}, directed")
        for name, data in graph.nodes(data=True):
            same(data["label"], nodes[name]["name"], f"{what}, label")
            same(data["type"], nodes[name]["type"], f"{what}, type")
            same(data["mentions"], len(nodes[name]["mentions"]), f"{what}, mentions")
            modality = nodes[name].get("modality")
            same(data.get("modality"), modality, f"{what}, modality of {name}")
            if nodes[name]["kind"] == "event":
                same(data["contested"], nodes[name]["contested"], f"{what}, contested")
        found = sorted(
            (*sorted((source, target)), data["label"], data["claims"])
            for source, target, data in graph.edges(data=True)
        )
        wanted = sorted(
            (*sorted((link["source"], link["target"])), None, len(link["claims"]))
            for link in links.values()
        )
        same([edge[:2] + edge[3:] for edge in found], [edge[:2] + edge[3:] for edge in wanted], what)

    is_right(networkx.read_graphml(folder / f"{view}.graphml", force_multigraph=True), "GraphML")
    is_right(networkx.read_gexf(folder / f"{view}.gexf"), "GEXF")
    node_link = networkx.node_link_graph(whole)
    same((node_link.number_of_nodes(), node_link.number_of_edges()), counts, "node-link")

    graph = igraph.Graph.Read_GraphML(str(folder / f"{view}.graphml"))
    same((graph.vcount(), graph.ecount()), counts, "igraph")
    same(graph.is_directed(), view == "events", "igraph, directed")
    for vertex in graph.vs:
        same(vertex["label"], nodes[vertex["id"]]["name"], "igraph, label")
    for edge in graph.es:
        same(int(edge["claims"]), len(links[edge["id"]]["claims"]), "igraph, claims")

    with open(folder / f"{view}.cyjs", encoding="utf-8") as file:
        elements = json.load(file)["elements"]
    same((len(elements["nodes"]), len(elements["edges"])), counts, "cyjs")
    ids = {node["data"]["id"] for node in elements["nodes"]}
    for edge in elements["edges"]:
        same({edge["data"]["source"], edge["data"]["target"]} <= ids, True, "cyjs, ends")

    with open(folder / f"{view}.counts", encoding="utf-8") as file:
        same(tuple(int(word) for word in file.read().split()), counts, "gvpr")

    same({row["id"]: row["label"] for row in rows(f"{view}-nodes.csv")},
         {name: node["name"] for name, node in nodes.items()}, "nodes as CSV")
    same({row["id"]: (row["source"], row["target"]) for row in rows(f"{view}-edges.csv")},
         {name: (link["source"], link["target"]) for name, link in links.items()}, "edges as CSV")
    with open(folder / f"{view}.jsonl", encoding="utf-8") as file:
        claims = {claim["id"]: claim for claim in map(json.loads, file)}
    same({row["id"] for row in rows(f"{view}-claims.csv")}, set(claims), "claims as CSV")
    behind = {name for link in links.values() for name in link["claims"]}
    same(behind <= set(claims), True, "claims behind edges")
    quotes = rows(f"{view}-quotes.csv")
    same(len(quotes), sum(len(claim["quotes"]) for claim in claims.values()), "quotes as CSV")
    for row in quotes:
        known = {(str(quote["start"]), quote["text"]) for quote in claims[row["claim"]]["quotes"]}
        same((row["start"] or "None", row["quote"]) in known, True, f"quote {row}")


check("events")
check("actors")

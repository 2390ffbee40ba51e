# SPDX-License-Identifier: Apache-2.0
"""From an actor to a quote without a mouse, through what a screen reader sees of the window."""

import subprocess
import sys
import time

import pyatspi


def wait_for(what, find, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = find()
            if found:
                return found
        except Exception:  # It went away while it was looked at.
            pass
        time.sleep(0.2)
    sys.exit(f"FAIL: {what} was not found")


def window_of(pid):
    for application in pyatspi.Registry.getDesktop(0):
        if application and application.get_process_id() == pid and application.childCount:
            return application
    return None


def find(root, matches):
    return pyatspi.findDescendant(root, matches)


def named(root, name, role=None):
    return find(root, lambda one: one.name == name and (role is None or one.getRole() == role))


def has(one, state):
    return one.getState().contains(state)


def do(one, action):
    actions = one.queryAction()
    for index in range(actions.nActions):
        if actions.getName(index).lower() == action:
            return actions.doAction(index)
    sys.exit(f"FAIL: {one.name} has no action {action}")


def check(holds, what):
    if not holds:
        sys.exit(f"FAIL: {what}")
    print(f"PASS: {what}")


def walk(application):
    canvas = wait_for("the graph", lambda: named(application, "Graph"))
    actor = wait_for("an actor", lambda: named(canvas, "Choe Son-hui"))
    check(actor.getRole() == pyatspi.ROLE_LIST_ITEM, "a node is an item")
    check("Person" in actor.description, "it says what it is")
    extents = actor.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    check(extents.width > 0 and extents.height > 0, "it has a place on the screen")
    check(not has(actor, pyatspi.STATE_SELECTED), "it is not selected at first")

    do(actor, "press")
    wait_for("the selected state", lambda: has(actor, pyatspi.STATE_SELECTED))
    check(True, "pressing a node selects it")
    check(has(actor, pyatspi.STATE_FOCUSABLE), "a node can have the focus")

    listed = wait_for("the actor in the list", lambda: find(
        application, lambda one: one.getRole() == pyatspi.ROLE_LIST_ITEM
        and one.name.startswith("Choe Son-hui,")))
    check(has(listed, pyatspi.STATE_SELECTED), "the list has the same selected")

    cards = wait_for("the evidence", lambda: named(application, "Claims and their quotes"))
    card = wait_for("a card", lambda: find(
        cards, lambda one: "Choe" in one.name and "happened" in one.name))
    check(len(card.name) > 40, "a card reads out its quote: " + card.name[:70])

    edge = wait_for("an edge", lambda: find(
        canvas, lambda one: one.getRole() == pyatspi.ROLE_LINK and "Choe Son-hui" in one.name))
    do(edge, "open")
    text = wait_for("the article", lambda: named(application, "Text of the article"))
    wait_for("its words", lambda: "Choe" in text.queryText().getText(0, -1))
    check(has(text, pyatspi.STATE_SHOWING), "opening an edge leads to its article")


def main():
    program = subprocess.Popen(sys.argv[1:])
    try:
        walk(wait_for("the window", lambda: window_of(program.pid)))
    finally:
        program.kill()
        program.wait()


main()

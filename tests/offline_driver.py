"""Play, report, export, seal, purge, publish and print, and stop at the first socket that could leave the computer.

Usage: offline_driver.py FOLDER [CHEAT]. All is kept under FOLDER. With CHEAT, it tries to reach the network by itself:
``python`` opens a socket, ``outside`` asks another program, and a test sees that it is caught.
"""

import contextlib
import json
import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from kill_driver import SEED, SmallCanvas
from pyrage import x25519

from game.cli import main as cli
from game.demo import show
from game.sealed.keys import PUBLIC_NAME
from game.session.commands import OpenSession
from game.session.events import SessionOpened
from game.session.folder import JOURNAL, read_records
from game.session.records import Record, encode

CAUGHT = 97
"""The exit code of a program that opened a socket."""
ADDRESS = ("192.0.2.1", 80)
"""Kept by RFC 5737 for examples: nobody is there."""


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """End the program when Python makes a socket of another family than that of this computer’s own processes."""
    if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
        sys.stderr.write(f"socket: {arguments[1:]}\n")
        sys.stderr.flush()
        os._exit(CAUGHT)


def interfaces() -> list[str]:
    """Return the names of the network interfaces that there are."""
    return [name for _, name in socket.if_nameindex()]


def play(folder: Path) -> Path:
    """Play a whole session, keep it as one that a group played, and return the data folder."""
    with patch.object(show, "Offscreen", SmallCanvas):
        show.in_memory(folder / "demo", SEED, quick=True)
    records = read_records(folder / "demo").records
    session = folder / "data" / "seances" / records[0].events[0].opening.id
    session.mkdir(parents=True)
    lines, previous = [], ""
    for record in records:
        line, previous = encode(_for_real(record), previous)
        lines.append(line)
    (session / JOURNAL).write_bytes(b"\n".join([*lines, b""]))
    return folder / "data"


def _for_real(record: Record) -> Record:
    if not isinstance(record.command, OpenSession):
        return record
    opening = replace(record.command.opening, demonstration=False)
    events = tuple(
        replace(event, opening=opening) if isinstance(event, SessionOpened) else event for event in record.events
    )
    return replace(record, command=replace(record.command, opening=opening), events=events)


def commands(folder: Path, session: str) -> list[list[str]]:
    """Return what is asked of the program, one command after another."""
    at = lambda name: str(folder / name)  # noqa: E731
    year = ["--du", "2026-01-01", "--au", "2026-12-31"]
    return [
        ["verifier"],
        ["seances"],
        ["bilan", session],
        ["bilan", session, "--json"],
        ["bilan", session, "--xlsx", at("seance.xlsx")],
        ["bilans", *year, "--csv", at("annee.csv"), "--xlsx", at("annee.xlsx"), "--json", at("annee.json")],
        ["imprimer", "bilan", session, "--vers", at("bilan.pdf")],
        ["imprimer", "mur", session, "--vers", at("mur.pdf")],
        ["imprimer", "emargement", session, "--vers", at("emargement.pdf")],
        ["imprimer", "annee", *year, "--vers", at("annee.pdf")],
        ["imprimer", "pions", "--vers", at("pions.pdf")],
        ["presences", session, "--code", "A12", "--statut", "present"],
        ["publier"],
        ["donnees"],
        ["donnees", "purger"],
    ]


def run(folder: Path) -> list[str]:
    """Do all of it, and return what went wrong."""
    data = play(folder)
    (data / PUBLIC_NAME).write_text(f"{x25519.Identity.generate().to_public()}\n", encoding="ascii")
    session = next((data / "seances").iterdir()).name
    wrong = []
    for command in commands(folder, session):
        with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):  # noqa: PTH123
            if cli.main(["--donnees", str(data), *command]):
                wrong.append(" ".join(command))
    return wrong


def cheat(way: str) -> None:
    """Reach for the network."""
    if way == "python":
        socket.create_connection(ADDRESS, timeout=1)
    asked = f"import socket; socket.create_connection({ADDRESS}, timeout=1)"
    sys.exit(subprocess.run([sys.executable, "-c", asked], check=False, capture_output=True).returncode)


if __name__ == "__main__":
    sys.addaudithook(watch)
    place, *ways = sys.argv[1:]
    for found in ways:
        cheat(found)
    report = {
        "wrong": run(Path(place)),
        "interfaces": interfaces(),
        "files": sorted(path.name for path in Path(place).iterdir()),
    }
    print(json.dumps(report))  # noqa: T201

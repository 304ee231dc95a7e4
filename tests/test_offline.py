"""Offline is a promise: a whole session, its record, its exports and its papers, where there is no network at all."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from offline_driver import CAUGHT

DRIVER = Path(__file__).with_name("offline_driver.py")
ROOT = DRIVER.parents[1]


@cache
def namespace() -> tuple[str, ...]:
    """Return how to run a command in a network namespace with nothing in it; empty where it is not permitted."""
    for options in (("-rn",), ("-n",)):
        tool = shutil.which("unshare")
        if tool and subprocess.run([tool, *options, "true"], check=False, capture_output=True).returncode == 0:
            return (tool, *options)
    return ()


def drive(*arguments: str, inside: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYTHONUTF8": "1"}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(DRIVER.parent)])
    return subprocess.run(
        [*inside, sys.executable, str(DRIVER), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )


def test_all_works_where_there_is_no_network_and_no_socket_is_ever_opened(tmp_path: Path) -> None:
    """Where a namespace is not permitted, sockets are watched all the same."""
    done = drive(str(tmp_path), inside=namespace())

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["wrong"] == [], done.stderr
    papers = {"bilan.pdf", "mur.pdf", "emargement.pdf", "annee.pdf", "pions.pdf"}
    assert papers | {"annee.csv", "annee.xlsx", "annee.json", "seance.xlsx"} <= set(told["files"])
    year = json.loads((tmp_path / "annee.json").read_text(encoding="utf-8"))
    assert year["seances"] == 1
    if namespace():
        assert set(told["interfaces"]) <= {"lo"}


def test_a_socket_of_the_program_is_caught(tmp_path: Path) -> None:
    done = drive(str(tmp_path), "python")

    assert (done.returncode, "socket: " in done.stderr) == (CAUGHT, True)


@pytest.mark.skipif(not namespace(), reason="unshare is missing, or this system permits no network namespace")
def test_nothing_can_be_reached_from_the_namespace_even_by_another_program(tmp_path: Path) -> None:
    assert drive(str(tmp_path), "outside", inside=namespace()).returncode == 1

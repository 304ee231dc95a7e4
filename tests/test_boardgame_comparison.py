"""The comparison with boardgame.io, as far as it goes without Node: the same board, an honest table, a clean lock."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import boardgame_io
from game.rules import Finish, Table


@pytest.fixture
def table() -> Table:
    return boardgame_io.default_table(with_cards=True)


def test_the_board_given_to_javascript_has_every_square_and_card_of_the_default_board(table: Table) -> None:
    told = json.loads(json.dumps(boardgame_io.described(table)))
    assert [square["id"] for square in told["squares"]] == [square.id for square in table.board.squares]
    assert [square["theme"] for square in told["squares"]] == [square.theme for square in table.board.squares]
    effects = {at: square["effect"] for at, square in enumerate(told["squares"], start=1) if square["effect"]}
    assert effects[6] == {"kind": "GoTo", "square": "colocation"}
    assert effects[26] == {"kind": "Relay", "turns": 2, "takes_place": False}
    assert len(effects) == 6
    assert [card["id"] for card in told["cards"]] == [card.id for card in table.cards]


def test_a_board_with_an_option_that_javascript_does_not_play_is_not_compared(table: Table) -> None:
    bouncing = Table(replace(table.board, finish=Finish.BOUNCE))
    with pytest.raises(boardgame_io.AnotherGameError):
        boardgame_io.described(bouncing)


def test_one_pawn_elsewhere_after_thousands_of_steps_is_another_game(table: Table) -> None:
    steps = json.loads(json.dumps(list(boardgame_io.steps_by_our_rules(table))))
    boardgame_io.check_same_game(table, steps)
    last = steps[-1]
    for wrong in ([*steps[:-1], [*last[:2], [0, 0, 0, 0], *last[3:]]], steps[:-1], [*steps, last]):
        with pytest.raises(boardgame_io.AnotherGameError, match="another game"):
            boardgame_io.check_same_game(table, wrong)


def test_without_node_or_npm_the_table_says_so_in_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    for missing in ("node", "npm"):
        monkeypatch.setattr(boardgame_io.shutil, "which", lambda name, gone=missing: None if name == gone else name)
        [(_, measured, why)] = boardgame_io.run()
        assert (measured, why) == ("not measured", f"{missing} is not installed")


def test_an_installation_that_fails_is_said_in_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(command: list[str], _folder: Path) -> str:
        raise boardgame_io.NotMeasuredError(f"{command[0]} failed: npm error code ENOTFOUND")

    monkeypatch.setattr(boardgame_io.shutil, "which", lambda name: name)
    monkeypatch.setattr(boardgame_io, "told_by_command", fail)
    [(_, measured, why)] = boardgame_io.run()
    assert (measured, why) == ("not measured", "npm failed: npm error code ENOTFOUND")


def test_the_lock_file_names_checksums_and_no_place_to_fetch_from() -> None:
    lock = json.loads((boardgame_io.JAVASCRIPT / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((boardgame_io.JAVASCRIPT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages["node_modules/boardgame.io"]["version"] == wanted["boardgame.io"]
    for name, package in packages.items():
        assert "integrity" in package, name
        assert "resolved" not in package, name
    assert "registry" not in json.dumps(lock)


def test_what_npm_installs_is_never_committed() -> None:
    ignored = (boardgame_io.ROOT / ".gitignore").read_text(encoding="utf-8")
    assert re.search(r"^node_modules/$", ignored, re.MULTILINE)

"""The order of play of a session: drawn once, written down, the same ever after."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from builders import GAME_ACT, START, begun, board, entries, give

from game.rules import commands as g, events as ge
from game.session import commands as c, folder
from game.session.clock import ManualClock
from game.session.codec import from_json
from game.session.events import TeamEntry
from game.session.folder import JOURNAL, OpenFolder
from game.session.room import room_view
from game.session.views import BoardView

LATE = TeamEntry("d", "Équipe D", "bird", 3)


def drawn(tmp_path: Path, seed: int = 7, name: str = "seance") -> OpenFolder:
    return begun(tmp_path, board=board(30, drawn_order=True), seed=seed, id=name)


def to_the_board(opened: OpenFolder) -> None:
    give(opened.session, c.GoToAct(GAME_ACT))


def players(opened: OpenFolder, count: int) -> list[str]:
    """Return the teams of the next turns, the present one first."""
    seen = []
    for _ in range(count):
        seen.append(opened.session.state.game.turn)
        give(opened.session, g.RollDice((1,)))
    return seen


def test_the_first_of_the_drawn_order_begins_and_the_others_follow(tmp_path: Path) -> None:
    opened = drawn(tmp_path)
    to_the_board(opened)
    order = list(opened.session.state.game.teams)
    assert players(opened, 6) == order * 2
    opened.close()


def test_sessions_begin_with_different_teams(tmp_path: Path) -> None:
    first = set()
    for seed in range(12):
        opened = drawn(tmp_path, seed, f"seance-{seed}")
        first.add(opened.session.state.game.turn)
        opened.close()
    assert first == {"a", "b", "c"}


def test_where_the_order_is_reversed_the_last_team_entered_begins(tmp_path: Path) -> None:
    opened = begun(tmp_path, board=board(30, reversed_order=True))
    to_the_board(opened)
    assert players(opened, 4) == ["c", "b", "a", "c"]
    opened.close()


def test_a_session_that_is_resumed_has_the_same_order(tmp_path: Path) -> None:
    opened = drawn(tmp_path, seed=3)
    give(opened.session, c.GoToAct(GAME_ACT), g.RollDice(), c.EnterTeam(LATE), g.RollDice())
    left = opened.session.state.game
    opened.close()
    again = folder.reopen(opened.path, ManualClock(START))
    game = again.session.state.game
    assert (game.teams, game.turn, game.draws) == (left.teams, left.turn, left.draws)
    assert "d" in game.teams
    again.close()


def test_a_team_that_enters_again_after_an_undo_has_drawn_the_same_place(tmp_path: Path) -> None:
    for seed in range(6):
        opened = drawn(tmp_path, seed, f"seance-{seed}")
        entered = give(opened.session, c.EnterTeam(LATE)).game.teams
        assert "d" not in give(opened.session, c.Undo()).game.teams
        assert give(opened.session, c.EnterTeam(LATE)).game.teams == entered
        opened.close()


def test_the_places_are_written_in_the_journal(tmp_path: Path) -> None:
    opened = drawn(tmp_path)
    opened.close()
    first = json.loads((opened.path / JOURNAL).read_text(encoding="utf-8").splitlines()[0])
    places = [event["place"] for event in first["events"] if event["t"] == "TeamJoined"]
    order: list[str] = []
    for place, entry in zip(places, entries(), strict=True):
        order.insert(place, entry.id)
    assert tuple(order) == opened.session.state.game.teams


def test_a_team_that_joined_in_an_older_journal_has_no_place() -> None:
    assert from_json({"t": "TeamJoined", "team": "a"}) == ge.TeamJoined("a", None)


def seen(opened: OpenFolder) -> list[str]:
    """Return the teams that the room sees beside the board, from left to right."""
    no_faces: Any = SimpleNamespace(theme=lambda _: None, square=lambda *_: None)
    view = room_view(opened.session.state, no_faces, opened.session.now, "2026-11-23")
    assert isinstance(view, BoardView)
    return [team.id for team in view.teams]


@pytest.mark.parametrize("option", ["drawn_order", "reversed_order"])
def test_the_room_sees_the_teams_in_the_order_of_play(option: str, tmp_path: Path) -> None:
    opened = begun(tmp_path, board=board(30, **{option: True}))
    to_the_board(opened)
    shown = seen(opened)
    assert players(opened, 3) == shown
    opened.close()


def test_a_last_round_goes_to_the_end_of_the_drawn_order(tmp_path: Path) -> None:
    opened = drawn(tmp_path)
    to_the_board(opened)
    players(opened, 1)
    state = give(opened.session, c.LastRound())
    assert state.last_round == state.game.teams[1:]
    opened.close()

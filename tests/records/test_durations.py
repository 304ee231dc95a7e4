"""What past sessions teach about how long things last, and what the command line makes of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from played import OPENING, Play, Played

from game.cli.main import main
from game.french import NO_BREAK
from game.records.durations import LEAST_EXCHANGES, LEAST_SESSIONS, learned_durations, past_sessions
from game.rules import Card, commands as g
from game.session import commands as c
from game.session.records import Record

GAME_ACT = 2
EACH = LEAST_EXCHANGES // LEAST_SESSIONS
HALF_AND_HALF = tuple(
    Card(f"{theme}-{n}", theme, "question" if theme == "emploi" else "defi")
    for theme in ("emploi", "sante")
    for n in range(6)
)


def talked(play: Play, count: int = EACH, minutes: float = 3, *, throw: float = 20, **changes: object) -> Played:
    """Play a session of some exchanges and close it; each turn begins by ``throw`` seconds of waiting."""
    session = play(**changes)
    session.do(c.GoToAct(GAME_ACT))
    session.do(g.RollDice((1,)))
    for turn in range(count):
        if turn:
            session.do(g.RollDice((1,)), seconds=throw)
        session.do(g.DrawCard())
        session.do(g.FinishExchange(), seconds=minutes * 60)
        session.do(g.LayBrick(""))
    session.do(c.GoToAct(GAME_ACT + 1), c.CloseSession(), seconds=500)
    return session


def several(play: Play, sessions: int = LEAST_SESSIONS, **changes: object) -> list[tuple[Record, ...]]:
    return [talked(play, id=f"seance-{number}", **changes).records for number in range(sessions)]


def test_the_mean_of_an_exchange_and_of_the_rest_of_a_turn_come_from_what_was_lived(play: Play) -> None:
    learned = learned_durations(several(play))
    assert learned is not None
    assert (learned.sessions, learned.exchanges) == (LEAST_SESSIONS, LEAST_EXCHANGES)
    assert learned.exchange == pytest.approx(180)
    assert learned.rest_of_turn == pytest.approx(20 * (EACH - 1) / EACH)


def test_each_kind_of_card_has_its_own_mean(play: Play) -> None:
    board = [square.theme for square in OPENING.board.squares[:EACH]]
    assert set(board) == {"emploi", "sante"}
    learned = learned_durations(several(play, cards=HALF_AND_HALF))
    assert learned is not None
    assert learned.exchange_by_kind == {"question": pytest.approx(180), "defi": pytest.approx(180)}


def test_a_kind_that_is_longer_shows_it(play: Play) -> None:
    short = several(play, 4, cards=tuple(Card(card.id, card.theme, "mot") for card in OPENING.cards), minutes=2)
    longer = [talked(play, 8, 5, id=f"longue-{number}").records for number in range(2)]
    learned = learned_durations([*short, *longer])
    assert learned is not None
    assert learned.exchange_by_kind == {"mot": pytest.approx(120), "question": pytest.approx(300)}
    assert learned.exchange == pytest.approx((24 * 120 + 16 * 300) / 40)


def test_four_sessions_teach_nothing_however_long(play: Play) -> None:
    assert learned_durations(several(play, LEAST_SESSIONS - 1, count=12)) is None


def test_too_few_exchanges_teach_nothing(play: Play) -> None:
    assert learned_durations(several(play, count=EACH - 1)) is None


def test_no_session_teaches_nothing() -> None:
    assert learned_durations([]) is None
    assert learned_durations([()]) is None


def test_demonstrations_and_sessions_that_go_on_are_left_out(play: Play) -> None:
    shown = talked(play, id="montrée", demonstration=True, minutes=1)
    going_on = play(id="en-cours")
    going_on.do(c.GoToAct(GAME_ACT))
    going_on.exchange(minutes=50)
    learned = learned_durations([*several(play), shown.records, going_on.records])
    assert learned is not None
    assert learned.sessions == LEAST_SESSIONS
    assert learned.exchange == pytest.approx(180)


def test_cards_that_were_clicked_through_are_no_exchanges(play: Play) -> None:
    hasty = talked(play, 10, 0.05, id="essai")
    learned = learned_durations([*several(play), hasty.records])
    assert learned is not None
    assert (learned.sessions, learned.exchanges) == (LEAST_SESSIONS, LEAST_EXCHANGES)


def test_what_was_undone_teaches_nothing(play: Play) -> None:
    sessions = several(play, LEAST_SESSIONS - 1)
    again = play(id="annulée")
    again.do(c.GoToAct(GAME_ACT))
    for _ in range(EACH + 1):
        again.exchange()
    again.do(c.Undo(), c.Undo(), c.Undo(), c.Undo(), c.GoToAct(GAME_ACT + 1), c.CloseSession())
    learned = learned_durations([*sessions, again.records])
    assert learned is not None
    assert learned.exchanges == LEAST_EXCHANGES


def test_sessions_are_read_from_their_folder_and_a_damaged_one_is_left_out(play: Play, tmp_path: Path) -> None:
    several(play)
    spoiled = tmp_path / "seances" / "abimee"
    spoiled.mkdir()
    (spoiled / "journal.jsonl").write_bytes(b"?\n")
    learned = learned_durations(past_sessions(tmp_path / "seances"))
    assert learned is not None
    assert learned.sessions == LEAST_SESSIONS
    assert list(past_sessions(tmp_path / "nulle part")) == []


def simulated(capsys: pytest.CaptureFixture[str], data: Path, *options: str) -> str:
    """Return what ``permis simuler`` prints on the computer that keeps these data."""
    assert main(["--donnees", str(data), "simuler", "--parties", "400", *options]) == 0
    return capsys.readouterr().out.replace(NO_BREAK, " ")


def as_data(capsys: pytest.CaptureFixture[str], data: Path, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(simulated(capsys, data, "--json", *options))
    return found


def test_the_command_line_says_what_its_durations_come_from(
    play: Play, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    several(play)
    told = simulated(capsys, tmp_path)
    assert f"avec vos durées : {LEAST_SESSIONS} séances passées, {LEAST_EXCHANGES} échanges." in told
    assert "Durées apprises de : " in told
    for number in range(LEAST_SESSIONS):
        assert f"seance-{number}" in told


def test_slow_sessions_of_the_past_leave_room_for_fewer_exchanges(
    play: Play, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    several(play, minutes=8)
    lived, usual = as_data(capsys, tmp_path), as_data(capsys, tmp_path, "--durees-usuelles")
    assert lived["echanges"]["moyenne"] < usual["echanges"]["moyenne"] / 2
    assert lived["durees"]["origine"] == "seances"
    assert sorted(lived["durees"]["seances"]) == [f"seance-{number}" for number in range(LEAST_SESSIONS)]
    assert lived["durees"]["echanges"] == LEAST_EXCHANGES
    assert usual["durees"] == {"origine": "usuelles", "seances": [], "echanges": 0}


def test_the_usual_durations_are_told_and_what_it_takes_to_learn_others(
    play: Play, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    several(play, LEAST_SESSIONS - 1)
    told = simulated(capsys, tmp_path)
    assert "avec les durées usuelles." in told
    assert f"il faut au moins {LEAST_SESSIONS} séances passées et {LEAST_EXCHANGES} échanges" in told
    assert "il faut au moins" not in simulated(capsys, tmp_path, "--durees-usuelles")


def test_many_past_sessions_are_counted_past_the_first_names(
    play: Play, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    several(play, 10)
    assert "seance-2 et 2 autres." in simulated(capsys, tmp_path)


def test_the_help_documents_where_the_durations_come_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simuler", "--aide"]) == 0
    page = capsys.readouterr().out
    for words in ("--durees-usuelles", "durees.origine", "durees.seances", "durees.echanges"):
        assert words in page

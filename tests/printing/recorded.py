"""Sessions that were played, for papers to be made of: their records, their exchanges, their folders."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from builders import START, begun, deck, give

from game.records.computing import outcome
from game.records.outcome import Outcome
from game.rules import commands as g
from game.session import commands as c
from game.session.clock import ManualClock
from game.session.folder import read_records
from game.session.history import replay
from game.session.sheet import Sheet
from game.session.state import Exchange

WORDS = ("oser", "un toit", "dormir", "papiers")
MOOD = (4, 3, 2, 1, 0)
THEMES = ("emploi", "logement", "sante")


def keep(
    data: Path,
    start: datetime = START,
    words: Sequence[str] = WORDS,
    sheet: Sheet | None = None,
    *,
    closed: bool = True,
    **changes: Any,  # noqa: ANN401 - whatever an opening holds
) -> Path:
    """Play a session of an hour in a data folder, and return its folder: three teams of four people."""
    clock = ManualClock(start)
    name = f"{start:%Y-%m-%d_%Hh%M}_Ripaillon"
    opened = begun(data / "seances", clock, id=name, cards=deck(*THEMES), **changes)
    session = opened.session
    give(session, c.GoToAct(1), *(c.CountMood(at, hands) for at, hands in enumerate(MOOD)), c.GoToAct(2))
    give(session, c.TurnPage(session.state.pages - 1))
    for word in words:
        give(session, g.RollDice((1,)), g.DrawCard())
        clock.advance(600)
        give(session, g.FinishExchange(), g.LayBrick(word))
    give(session, c.SetNextStep("a", "emploi", "appeler la mission locale"))
    clock.advance(1200)
    if sheet:
        give(session, c.FillSheet(sheet))
    if closed:
        give(session, c.CloseSession())
    opened.close()
    return opened.path


def taken(folder: Path) -> tuple[Outcome, tuple[Exchange, ...]]:
    """Return the record of a session and its exchanges."""
    records = read_records(folder).records
    return outcome(records), replay(records).state.exchanges


def exchanges(words: Sequence[str]) -> tuple[Exchange, ...]:
    """Return an exchange a word, theme after theme."""
    return tuple(Exchange("carte", THEMES[at % 3], "a", word, 180.0) for at, word in enumerate(words))


def said(told: tuple[str, str]) -> str:
    """Return what a command told, good or bad, with plain spaces."""
    text = "".join(told).replace("\u00a0", " ").replace("\u202f", " ")
    assert "Traceback" not in text
    return text

"""Sessions to publish, and what a database holds of them."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builders import START, begun, give, step
from sqlalchemy import create_engine, select

from game.publishing import schema
from game.publishing.publishing import Told, publish_all
from game.records.computing import outcome
from game.records.outcome import Outcome
from game.rules import Phase, commands as g
from game.session import commands as c
from game.session.agenda import PollQuestion
from game.session.clock import ManualClock
from game.session.folder import OpenFolder, read_records, reopen, session_folders
from game.session.sheet import Sheet, ThemeTerms

RETRACTED = "mot-regretté"
"""A word that was laid on the wall, and taken back."""
SEALED = b"age-encryption.org/v1\n-> X25519 opaque\n\x00\xff\x17"
_TERMS = tuple(
    ThemeTerms(theme, (f"{theme}--valeur",), (f"Libellé {theme}",), (f"But {theme}",), (f"Savoir {theme}",))
    for theme in ("emploi", "logement", "sante")
)
_POLL = (PollQuestion("Ça change quoi ?", ("Tout", "Rien")),)
SHEET = Sheet("Atelier du jeudi", 11, 2, 1, 2, ("P-12", "C-3"), incident=False, note="Un groupe attentif.")


@dataclass(frozen=True)
class Closed:
    """A closed session of a test."""

    path: Path
    clock: ManualClock

    @property
    def outcome(self) -> Outcome:
        return outcome(read_records(self.path).records)

    def do(self, *commands: c.Command) -> None:
        """Open it again, and give it commands an hour later."""
        self.clock.advance(3600)
        opened = reopen(self.path, self.clock)
        give(opened.session, *commands)
        opened.close()

    def seal(self, name: str, content: bytes = SEALED) -> None:
        """Put an envelope in its folder."""
        folder = self.path / "enveloppes"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.age").write_bytes(content)


def keep(
    sessions: Path,
    name: str,
    *,
    is_closed: bool = True,
    exchanges: int = 2,
    **changes: Any,  # noqa: ANN401 - of any type, by name
) -> Closed:
    """Play a short session that leaves something in each table, and close it."""
    clock = ManualClock(START)
    told = {"theme_terms": _TERMS, "poll": _POLL, "aims": ("Reprendre confiance",), "skills": ("Écouter",)}
    opened = begun(sessions, clock, id=name, **{**told, **changes})
    give(opened.session, c.GoToAct(1), c.CountMood(0, 3), c.CountMood(4, 1))
    give(opened.session, c.TurnPage(1), c.CountPoll(0, 0, 4))
    give(opened.session, c.GoToAct(2))
    _talk(opened, clock, exchanges)
    clock.advance(600)
    give(opened.session, c.GoToAct(4), c.SetNextStep("a", "emploi", "appeler la mission locale"))
    if is_closed:
        give(opened.session, c.CloseSession(), c.FillSheet(SHEET))
    opened.close()
    return Closed(opened.path, clock)


def _talk(opened: OpenFolder, clock: ManualClock, exchanges: int) -> None:
    """Talk about some cards; the first word is taken back, and another team passes."""
    give(opened.session, c.PauseSession(), c.ResumeSession())
    _play_to(opened, clock, Phase.WORD)
    give(opened.session, g.LayBrick(RETRACTED), c.Undo(), g.LayBrick("oser"), g.Pass())
    for _ in range(exchanges - 1):
        _play_to(opened, clock, Phase.WORD)
        give(opened.session, g.LayBrick("tenir"))


def _play_to(opened: OpenFolder, clock: ManualClock, phase: Phase) -> None:
    while opened.session.state.game.phase is not phase:
        clock.advance(30)
        give(opened.session, step(opened.session.state.game))


def publish(address: str, sessions: Path) -> list[Told]:
    """Publish the sessions of a folder, the oldest first."""
    return list(publish_all(address, session_folders(sessions)[::-1]))


def rows(
    address: str, names: Iterable[str] = schema.metadata.tables, *, but_for: Container[str] = ()
) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of the tables, in the order of their keys, without the columns of some names."""
    engine = create_engine(address)
    found = {}
    with engine.connect() as connection:
        for name in names:
            table = schema.metadata.tables[name]
            wanted = select(*(column for column in table.columns if column.name not in but_for))
            found[name] = [tuple(row) for row in connection.execute(wanted.order_by(*table.primary_key))]
    engine.dispose()
    return found


def of_session(found: dict[str, list[tuple[Any, ...]]], session_id: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return those of these rows that are one session's: the session is the first column of every table."""
    return {name: [row for row in table if row[0] == session_id] for name, table in found.items()}

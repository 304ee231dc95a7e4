"""A session that a test plays by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from game.records.computing import outcome
from game.records.outcome import Outcome
from game.rules import Board, Card, Phase, Square, commands as g
from game.session import commands as c, folder
from game.session.agenda import Act, ActKind
from game.session.clock import ManualClock
from game.session.events import Opening, TeamEntry
from game.session.records import Record

PARIS_IN_WINTER = timezone(timedelta(hours=1))
START = datetime(2026, 11, 23, 13, 5, tzinfo=UTC).astimezone(PARIS_IN_WINTER)
ACTS = (
    Act(ActKind.WELCOME, 10, ("Bienvenue.",)),
    Act(ActKind.MOOD, 5),
    Act(ActKind.GAME, 45),
    Act(ActKind.QUESTIONS, 10, ("Et vous ?",), "Vos questions"),
    Act(ActKind.CLOSING, 5),
)
THEMES = {"emploi": "Emploi", "logement": "Logement", "sante": "Santé"}
OPENING = Opening(
    id="2026-11-23_14h05_Ripaillon",
    place="Le Ripaillon",
    mode="pilotes",
    format="entre-pilotes-90",
    format_title="Entre pilotes, 1 h 30",
    acts=ACTS,
    board=Board("plateau", tuple(Square(f"s{n}", ("emploi", "sante")[n % 2]) for n in range(1, 25))),
    board_title="Plateau",
    cards=tuple(Card(f"{theme}-{n}", theme, "question") for theme in ("emploi", "sante") for n in range(6)),
    themes=THEMES,
    seed=7,
    aims=("Reprendre confiance",),
    skills=("Écouter",),
    versions={"programme": "0.1.0", "contenu": "abc123"},
)
TEAMS = (TeamEntry("t1", "Les Hérons", "bird", 3), TeamEntry("t2", "Le Phare", "lighthouse", 4))


@dataclass
class Played:
    """A session that a test plays by hand, with its own clock."""

    open: folder.OpenFolder
    clock: ManualClock

    @property
    def path(self) -> Path:
        return self.open.path

    def do(self, *commands: c.Command, seconds: float = 0) -> None:
        for command in commands:
            self.clock.advance(seconds)
            done = self.open.session.dispatch(command)
            assert isinstance(done, tuple), done

    def draw(self) -> str:
        """Throw the die of one, and draw: the pawn stands on the next square."""
        self.do(g.RollDice((1,)), g.DrawCard())
        assert self.open.session.state.game.phase is Phase.CARD
        return self.open.session.state.game.card

    def exchange(self, word: str = "", minutes: float = 3) -> str:
        card = self.draw()
        self.do(g.FinishExchange(), seconds=minutes * 60)
        self.do(g.LayBrick(word))
        return card

    @property
    def records(self) -> tuple[Record, ...]:
        return folder.read_records(self.path).records

    @property
    def outcome(self) -> Outcome:
        return outcome(self.records)


Play = Callable[..., Played]

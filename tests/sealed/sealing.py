"""What the tests of sealed envelopes share: a session that was played, and who notes what about whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pyrage import x25519

from game.rules import Board, Square
from game.sealed.envelopes import Layer, Opened, layer_of, read, seal_attendance, seal_step
from game.sealed.keys import PUBLIC_NAME, PrivateKey
from game.session import commands as c, folder
from game.session.agenda import Act, ActKind
from game.session.clock import ManualClock
from game.session.events import Opening, TeamEntry

Permis = Callable[..., tuple[int, str, str]]
PHRASE = "héron phare brouette citron"
AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
DAY = AT.date()
AIMS = {"logement": ("Accéder à un logement", "Changer de logement"), "emploi": ("Se former",)}
STEP = ("logement", "Accéder à un logement")


def play(data: Path, name: str = "2026-11-23_14h05_Ripaillon", at: datetime = AT, **changes: object) -> Path:
    """Keep a closed session of one hour in a data folder."""
    fields = {
        "id": name,
        "place": "Le Ripaillon",
        "mode": "pilotes",
        "format": "f",
        "format_title": "Essai",
        "acts": (Act(ActKind.GAME, 45), Act(ActKind.CLOSING, 5)),
        "board": Board("p", tuple(Square(f"s{n}") for n in range(12))),
        "board_title": "P",
        "cards": (),
        "themes": {},
        "seed": 7,
        **changes,
    }
    clock = ManualClock(at)
    opened = folder.create(
        data / "seances", c.OpenSession(Opening(**fields), (TeamEntry("t1", "A", "bird", 5),)), clock
    )
    clock.advance(3600)
    opened.session.dispatch(c.CloseSession())
    opened.close()
    return opened.path


@dataclass
class Office:
    """The two sides: a laptop that seals, a copilote who opens."""

    data: Path
    key: PrivateKey

    def layer(self, session: Path) -> Layer | None:
        return layer_of(self.data, session, folder.summary(session).state, AT.date())

    def attend(self, session: Path, code: str, status: str = "présent", half_day: str = "matin") -> Path:
        return seal_attendance(self.layer(session), code, status, half_day, AT)

    def step(self, session: Path, code: str, day: date = DAY) -> Path:
        layer = self.layer(session)
        on_day = Layer(layer.folder, layer.session, day, layer.key)
        return seal_step(on_day, code, STEP, AT, agreed=True, known=AIMS)

    def opened(self, *folders: Path) -> Sequence[Opened]:
        return read(folders or (self.data,), self.key).opened


def office(data: Path) -> Office:
    """Install a public key in a data folder, and keep the private one out of it."""
    key = PrivateKey(x25519.Identity.generate())
    data.mkdir(parents=True, exist_ok=True)
    (data / PUBLIC_NAME).write_text(key.public.text + "\n", encoding="utf-8")
    return Office(data, key)


def found_in(mark: str, *places: Path) -> list[Path]:
    """Return all that holds a text, in its bytes or in its name: every file and folder under some places."""
    forms = [mark.encode(form) for form in ("utf-8", "utf-16-le", "latin-1")]
    every = [path for place in places for path in place.rglob("*")]
    return [
        path
        for path in every
        if mark in path.name or (path.is_file() and any(form in path.read_bytes() for form in forms))
    ]

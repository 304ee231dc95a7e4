"""A desk made of plain values, and the words of a picture: for the tests of the screens around the game."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from fakeproofs import FakeProofs, proof_of

from game.desk.record_sheets import names_in
from game.drawing.drawlist import Picture, Text
from game.drawing.theme import LIGHT, Palette, TextStyle
from game.rules.board import Board, Square
from game.screens.desk import (
    CardEntry,
    CardProposal,
    DeskError,
    Forecast,
    FormatChoice,
    KeptSession,
    PackChoice,
    PersonalLayer,
    PersonNote,
    SessionChoice,
    Settings,
    Shelf,
    ThemeChoice,
    Trends,
)
from game.screens.inputs import Click, Press, Typed
from game.screens.keymap import USUAL_KEYS, Keymap
from game.screens.scene import Look, Scene, Step
from game.session.agenda import Act, ActKind
from game.session.clock import ManualClock
from game.session.commands import OpenSession
from game.session.events import Opening, SessionOpened, TeamEntry
from game.session.folder import OpenFolder, Summary
from game.session.records import Record
from game.session.sheet import Sheet
from game.session.state import Exchange, SessionState, new_state

NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
EARLIER = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
ACTS = (
    Act(ActKind.WELCOME, 10, ("Bienvenue.",)),
    Act(ActKind.MOOD, 5),
    Act(ActKind.GAME, 45),
    Act(ActKind.DEBRIEF, 25, ("Et maintenant ?",)),
    Act(ActKind.CLOSING, 5),
)
LONG_ACTS = (*ACTS[:3], Act(ActKind.QUESTIONS, 10, ("Pourquoi ?",), "Questions aux pilotes"), *ACTS[3:])

AWARE = ("entreprises", "etudiants", "public")
FORESEEN = Forecast(minutes=90, exchanges=19, arrival_chance=0.68, games=20_000)


class Ruler:
    """A typewriter: every letter is half as wide as its size, a line 1.25 x its size."""

    def width(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size / 2

    def line_height(self, style: TextStyle) -> float:
        return style.size * 1.25


@dataclass(frozen=True)
class FakeTheme:
    title: str
    icon: str
    colour: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class FakeChoice:
    text: str
    right: bool = False


@dataclass(frozen=True)
class FakeCard:
    kind: str
    theme: str
    title: str
    text: str
    question: str = ""
    choices: tuple[FakeChoice, ...] = ()
    explanation: str = ""
    origin: str = ""
    resource: str = ""
    prompts: tuple[str, ...] = ()
    warning: str = ""
    image: str = ""
    image_description: str = ""


THEMES = {
    "emploi": FakeTheme("Emploi", "briefcase", "#0F2A66"),
    "logement": FakeTheme("Logement", "house-line", "#F7630C"),
    "sante": FakeTheme("Santé", "heartbeat", "#137067"),
    "vie-quotidienne": FakeTheme("Vie quotidienne", "shopping-cart", "#FFE066"),
    "liens": FakeTheme("Liens", "users-three", "#F59ACF"),
    "justice": FakeTheme("Justice", "scales", "#8A1FD0"),
}
PRESETS = (
    ("Les Hérons", "bird"),
    ("Les Marins", "boat"),
    ("Les Bâtisseurs", "hammer"),
    ("Le Phare", "lighthouse"),
    ("Les Jardiniers", "plant"),
    ("La Boussole", "compass"),
)
CV = FakeCard(
    "temoignage",
    "emploi",
    "« Le trou dans mon CV »",
    "Je suis arrivé en avance à l’entretien. J’avais préparé ma réponse sur mes deux ans d’absence. Il n’a pas posé la"
    " question.\nIl a demandé : « Que savez-vous faire\u202f? »",
    "Et vous, qu’auriez-vous répondu\u202f?",
    origin="fiction",
)
BULLETIN = FakeCard(
    "question",
    "emploi",
    "Le casier et l’employeur",
    "Vous montrez votre bulletin n° 3 à un employeur.\nPeut-il en garder une copie\u202f?",
    "Comment préparer sa réponse si on vous le demande\u202f?",
    (FakeChoice("Oui, pendant un an"), FakeChoice("Non", right=True), FakeChoice("Oui, s’il vous embauche")),
    "L’employeur ne peut pas garder de copie.",
)


def deck() -> tuple[CardEntry, ...]:
    """Return two cards on work, then three of each other theme."""
    others = (
        FakeCard("mot", theme, f"{face.title}, mot n° {number}", "On en parle dans ce milieu.", "Et ici\u202f?")
        for theme, face in THEMES.items()
        if theme != "emploi"
        for number in (1, 2, 3)
    )
    return tuple(CardEntry(f"carte-{index}", card) for index, card in enumerate((CV, BULLETIN, *others)))


class FakeFaces:
    def theme(self, theme: str) -> FakeTheme | None:
        return THEMES.get(theme)


def summary(
    place: str = "Ripaillon",
    at: datetime = EARLIER,
    *,
    words: tuple[str, ...] = (),
    turns: int = 12,
    act: int = 2,
    is_closed: bool = False,
) -> Summary:
    """Return a session of four teams, with one exchange for each word."""
    name = f"{at:%Y-%m-%d_%Hh%M}_{place}"
    titles = {theme: face.title for theme, face in THEMES.items()}
    board = Board("permis", (Square("a"),))
    opening = Opening(name, place, "pilotes", "entre-90", "Entre pilotes, 1 h 30", ACTS, board, "Permis", (), titles, 1)
    state: SessionState = new_state(opening)
    themes = list(THEMES)
    exchanges = tuple(
        Exchange("c", themes[index % 4 if index > 3 else index % 2], "t", word, 60.0)
        for index, word in enumerate(words)
    )
    teams = {name: TeamEntry(name, name, icon, 3) for name, icon in PRESETS[:4]}
    game = replace(state.game, turns=turns)
    state = replace(state, exchanges=exchanges, teams=teams, game=game, act=act, is_closed=is_closed)
    return Summary(Path(name), state, at)


@dataclass
class FakeDesk:
    """Remembers what was asked; with ``refusal``, all that touches the disk is refused with that sentence."""

    clock: ManualClock = field(default_factory=lambda: ManualClock(NOW))
    faces: FakeFaces = field(default_factory=FakeFaces)
    settings: Settings = field(default_factory=Settings)
    keys: Keymap = USUAL_KEYS
    sessions_folder: Path = Path("Documents/Permis/séances")
    deck: tuple[CardEntry, ...] = field(default_factory=deck)
    sessions: tuple[Summary, ...] = ()
    wrong: tuple[str, ...] = ()
    refusal: str = ""
    lost: tuple[str, ...] = ()
    choices: tuple[FormatChoice, ...] = (
        FormatChoice("entre-90", "Entre pilotes, 1 h 30", "pilotes", ACTS, ("pilotes",)),
        FormatChoice("sensibilisation-60", "Sensibilisation, 1 h", "sensibilisation", LONG_ACTS, AWARE),
    )
    foreseen: Forecast | None = FORESEEN
    cards_each: int = 8
    """How many cards each theme has, before the sensitivity adds some."""
    added: tuple[PackChoice, ...] = ()
    proposed: list[CardProposal] = field(default_factory=list)
    started: list[SessionChoice] = field(default_factory=list)
    reopened: list[Path] = field(default_factory=list)
    seen_again: list[Path] = field(default_factory=list)
    sheets: list[tuple[Path, Sheet]] = field(default_factory=list)
    sent: list[Path] = field(default_factory=list)
    years: tuple[Trends, ...] = ()
    layer: PersonalLayer | None = None
    sealed: list[tuple[Path, PersonNote]] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)

    def change_settings(self, settings: Settings) -> None:
        self._refuse()
        self.settings = settings

    def change_keys(self, keys: Keymap) -> str:
        self.keys = keys
        return self.refusal

    def formats(self) -> tuple[FormatChoice, ...]:
        return self.choices

    def team_presets(self) -> tuple[tuple[str, str], ...]:
        return PRESETS

    def cards(self) -> tuple[CardEntry, ...]:
        return self.deck

    def packs(self) -> tuple[PackChoice, ...]:
        return self.added

    def keep_proposal(self, proposal: CardProposal) -> None:
        self._refuse()
        self.proposed.append(proposal)

    def proofs(self) -> FakeProofs:
        return FakeProofs(tuple(proof_of(card, THEMES.get(card.face.theme)) for card in self.deck))

    def themes(self, choice: SessionChoice) -> tuple[ThemeChoice, ...]:
        cards = self.cards_each + choice.sensitivity
        return tuple(ThemeChoice(theme, face.title, face.icon, cards) for theme, face in THEMES.items())

    def problems(self) -> tuple[str, ...]:
        return self.wrong

    def forecast(self, choice: SessionChoice) -> Forecast | None:
        return self.foreseen if choice.teams else None

    def start(self, choice: SessionChoice) -> OpenFolder:
        self._refuse()
        self.started.append(choice)
        return OpenFolder(Path(choice.place), None, None)

    def reopen(self, folder: Path) -> OpenFolder:
        self._refuse()
        self.reopened.append(folder)
        return OpenFolder(folder, None, None)

    def unfinished(self) -> Summary | None:
        return next((found for found in self.sessions if not found.is_closed), None)

    def shelf(self) -> Shelf:
        return Shelf(self.sessions, self.lost)

    def records(self, folder: Path) -> tuple[Record, ...]:
        self._refuse()
        self.seen_again.append(folder)
        opening = next(found for found in self.sessions if found.folder == folder).state.opening
        return (Record(1, EARLIER, OpenSession(opening, ()), (SessionOpened(opening),)),)

    def keep_sheet(self, folder: Path, sheet: Sheet) -> None:
        self._refuse()
        self.sheets.append((folder, sheet))

    def personal_layer(self, kept: KeptSession) -> PersonalLayer | None:  # noqa: ARG002 - the same for all
        self._refuse()
        return self.layer

    def seal(self, kept: KeptSession, note: PersonNote) -> None:
        self._refuse()
        self.sealed.append((kept.folder, note))

    def trends(self, year: int) -> Trends:
        self._refuse()
        empty = Trends(year, 0, 0, 0, (0,) * 12, (), (), None, None, ())
        return next((found for found in self.years if found.year == year), empty)

    def send_record(self, folder: Path) -> None:
        self._refuse()
        self.sent.append(folder)

    def names_in(self, text: str) -> tuple[str, ...]:
        return names_in(text)

    def show_folder(self, folder: Path) -> None:
        self._refuse()
        self.shown.append(folder)

    def voices(self) -> tuple[tuple[str, str], ...]:
        return (("fr+f2", "Hortense"),)

    def try_voice(self) -> str:
        return ""

    def _refuse(self) -> None:
        if self.refusal:
            raise DeskError(self.refusal)


@dataclass(frozen=True)
class Played:
    """Stands for the scene of a session."""

    opened: OpenFolder


def look(width: float = 1920, height: float = 1080, palette: Palette = LIGHT) -> Look:
    return Look(palette, Ruler(), width, height)


def texts(picture: Picture) -> list[str]:
    """Return all lines of a picture, in the order they are drawn, with plain spaces."""
    lines = [item.text for item in (*picture.base, *picture.moving) if isinstance(item, Text)]
    return [line.replace("\u202f", " ").replace("\u00a0", " ") for line in lines]


def said(scene: Scene) -> str:
    """Return all that a scene shows, in one string."""
    return " ".join(texts(scene.picture(look(), 0)))


def press(scene: Scene, *keys: str, at: float = 0.0) -> Step | None:
    """Press keys one after the other, as the stage gives them, and return the answer to the last one."""
    step = None
    for key in keys:
        was_typing = scene.is_typing
        step = scene.handle(Press("space" if key == " " else key.lower()), at)
        if was_typing and len(key) == 1:
            scene.handle(Typed(key), at)
    return step


def click(scene: Scene, action: str) -> Step | None:
    """Draw the scene and click in the middle of a spot; the last drawn with that action."""
    spots = [spot for spot in scene.picture(look(), 0).spots if spot.action == action]
    return scene.handle(Click(*spots[-1].rect.centre), 0)

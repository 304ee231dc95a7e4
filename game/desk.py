"""The program around the scenes, on this laptop: content, sessions, settings. The scenes know it as `Desk`."""

import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from pydantic import TypeAdapter, ValidationError

from game.content.formats import Act as ScriptedAct, Format
from game.content.load import Loaded
from game.faces import LibraryFaces
from game.forecast.durations import Durations, learned
from game.forecast.simulation_background import Background
from game.french import unbroken
from game.places import sessions_folder
from game.records.durations import Learned, learned_durations, past_sessions
from game.records.files import write_outcome
from game.rules import RULES_VERSION, board as rules
from game.screens.desk import CardEntry, DeskError, Forecast, FormatChoice, SessionChoice, Settings
from game.session import commands as c
from game.session.agenda import Act, ActKind
from game.session.chance import new_seed
from game.session.clock import Clock
from game.session.events import Opening
from game.session.folder import (
    OpenFolder,
    SessionFolderError,
    Summary,
    create,
    folder_name,
    free_name,
    read_records,
    reopen,
    summaries,
)
from game.session.records import Record

if TYPE_CHECKING:
    from game.content.boards import BoardFile
    from game.forecast.simulation import Plan

_SETTINGS = "reglages.json"
_SETTINGS_MODEL = TypeAdapter(Settings)
_SIGN_SECONDS = 15.0
_RETRY_SECONDS = 2.0
_MOST_SENSITIVE = 1
"""Cards above it do not come up by chance: they want a facilitator who has chosen them."""
_USUAL_FORMAT = "entre-pilotes-90"
_ERRORS = {
    "busy": "La séance {} est déjà ouverte dans une autre fenêtre du programme. Fermez-la d’abord.",
    "empty": "Le journal de la séance {} est vide ou abîmé dès sa première ligne. Le dossier est gardé tel quel.",
    "unreadable": "Le disque ne donne pas le journal de la séance {}.",
    "newer": "La séance {} vient d’une version plus récente du programme.",
}


class LaptopDesk:
    """Content and sessions of one computer."""

    def __init__(
        self, loaded: Loaded, data: Path, clock: Clock, *, seed: int | None = None, demonstration: bool = False
    ) -> None:
        """Keep sessions under ``data``; with a ``seed``, chance is the same each time (for the demonstration)."""
        self.clock = clock
        self.faces = LibraryFaces(loaded.library)
        self.sessions_folder = sessions_folder(data)
        self.data_folder = data
        self.settings = _read_settings(data / _SETTINGS)
        self._loaded = loaded
        self._seed = seed
        self._demonstration = demonstration
        self._open: OpenFolder | None = None
        self._signed = self._tried = 0.0
        self._background = Background()

    def change_settings(self, settings: Settings) -> None:
        """Apply the settings, and keep them when the disk lets us."""
        self.settings = settings
        with suppress(OSError):
            self.data_folder.mkdir(parents=True, exist_ok=True)
            (self.data_folder / _SETTINGS).write_bytes(_SETTINGS_MODEL.dump_json(settings, indent=2))

    def formats(self) -> Sequence[FormatChoice]:
        """Return the formats whose board is there, the usual one first."""
        library = self._loaded.library
        usual_first = sorted(library.formats.values(), key=lambda item: (item.id != _USUAL_FORMAT, item.id))
        return [
            FormatChoice(item.id, item.title, item.mode, library.boards[item.board].title, _acts(item))
            for item in usual_first
        ]

    def team_presets(self) -> Sequence[tuple[str, str]]:
        """Return names and icons for teams."""
        return [(team.name, team.icon) for team in self._loaded.library.teams]

    def cards(self) -> Sequence[CardEntry]:
        """Return the whole deck, by theme."""
        order = list(self._loaded.library.themes)
        cards = sorted(self._loaded.library.cards.values(), key=lambda card: order.index(card.theme))
        return [CardEntry(card.id, card) for card in cards]

    def problems(self) -> Sequence[str]:
        """Return what is wrong in the content."""
        return [str(problem) for problem in self._loaded.problems]

    def forecast(self, choice: SessionChoice) -> Forecast | None:
        """Return what a session should give; ``None`` while it is being computed."""
        minutes = self._loaded.library.formats[choice.format].minutes
        key = (choice.format, len(choice.teams), choice.cooperative)
        try:
            found = self._background.ask(key, lambda: self._plan(choice))
        except Exception:  # noqa: BLE001 - a session can be played without its forecast
            return Forecast(minutes, exchanges=0, arrival_chance=0.0, games=0)
        if found is None:
            return None
        taught = self._learned
        return Forecast(
            minutes,
            found.quantiles(0.5)[0],
            found.arrival_chance,
            found.games,
            learned_sessions=taught.sessions if taught else 0,
            learned_exchanges=taught.exchanges if taught else 0,
        )

    def start(self, choice: SessionChoice) -> OpenFolder:
        """Begin a session in a folder of its own."""
        now = self.clock.now()
        name = free_name(self.sessions_folder, folder_name(choice.place, now))
        command = c.OpenSession(self._opening(choice, name), choice.teams)
        try:
            return self._opened(create(self.sessions_folder, command, self.clock))
        except OSError as error:
            raise DeskError(_cannot_write(self.sessions_folder, error)) from error
        except SessionFolderError as error:
            raise DeskError(_ERRORS[error.code].format(error.folder.name)) from error

    def reopen(self, folder: Path) -> OpenFolder:
        """Go on with a session that was interrupted."""
        try:
            return self._opened(reopen(folder, self.clock))
        except SessionFolderError as error:
            raise DeskError(_ERRORS[error.code].format(folder.name)) from error

    def summaries(self) -> Sequence[Summary]:
        """Return the sessions of this computer that can be read, the latest first."""
        return [found for found in summaries(self.sessions_folder) if isinstance(found, Summary)]

    def unreadable(self) -> Sequence[str]:
        """Return why each session that cannot be read is not in the list."""
        found = summaries(self.sessions_folder)
        return [_ERRORS[error.code].format(error.folder.name) for error in found if not isinstance(error, Summary)]

    def records(self, folder: Path) -> Sequence[Record]:
        """Return what the journal of a session holds."""
        try:
            return read_records(folder).records
        except SessionFolderError as error:
            raise DeskError(_ERRORS[error.code].format(folder.name)) from error

    def keep_record(self, opened: OpenFolder) -> None:
        """Write what a closed session leaves, from its journal alone."""
        if opened.session.journal.held:
            raise DeskError("Le disque ne répond plus. Le bilan sera écrit dès qu’il revient.")
        try:
            write_outcome(opened.path, read_records(opened.path).records)
        except (OSError, SessionFolderError) as error:
            message = "Le bilan n’a pas pu être écrit. Il le sera avec la commande permis bilan."
            raise DeskError(message) from error

    def leave(self, opened: OpenFolder) -> None:
        """Let a session go; it can be opened again."""
        opened.close()
        self._open = None

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the system's own window."""
        folder.mkdir(parents=True, exist_ok=True)
        typer.launch(os.fspath(folder))

    def beat(self) -> None:
        """Do what time asks for: say that the program is alive, write again what a disk refused."""
        if self._open is None:
            return
        now = self.clock.now().timestamp()
        if now - self._signed >= _SIGN_SECONDS:
            self._signed = now
            self._open.sign()
        if self._open.session.journal.held and now - self._tried >= _RETRY_SECONDS:
            self._tried = now
            if self._open.session.journal.flush() and self._open.session.state.is_closed:
                with suppress(DeskError):
                    self.keep_record(self._open)

    def close(self) -> None:
        """Let go of the session that is open, if any, and of what is being computed."""
        self._background.close()
        if self._open is not None:
            self.leave(self._open)

    def _opened(self, opened: OpenFolder) -> OpenFolder:
        self._open = opened
        opened.sign()
        return opened

    def _plan(self, choice: SessionChoice) -> "Plan":
        from game.forecast.simulation import Plan  # noqa: PLC0415 - loads numpy: in the thread, not as the game opens

        taught = self._learned
        durations = Durations()
        if taught is not None:
            durations = learned(taught.exchange_by_kind, taught.exchange, taught.rest_of_turn)

        script = self._loaded.library.formats[choice.format]
        board: BoardFile = self._loaded.library.boards[script.board]
        seconds = next(act.minutes * 60.0 for act in _acts(script) if act.kind is ActKind.GAME)
        table = rules.Table(board.rules(), self._cards(script), choice.cooperative)
        return Plan(table, len(choice.teams), seconds, durations)

    @cached_property
    def _learned(self) -> Learned | None:
        """What the past sessions of this laptop teach about durations; read once, in the forecast's thread."""
        return learned_durations(past_sessions(self.sessions_folder))

    def _cards(self, script: Format) -> tuple[rules.Card, ...]:
        """Return the cards that may come up in a session of this format, today."""
        allowed = self._loaded.library.cards_for(script.audiences, self.clock.now().date())
        return tuple(
            rules.Card(card.id, card.theme, card.kind) for card in allowed if card.sensitivity <= _MOST_SENSITIVE
        )

    def _opening(self, choice: SessionChoice, name: str) -> Opening:
        library = self._loaded.library
        script = library.formats[choice.format]
        board: BoardFile = library.boards[script.board]
        return Opening(
            id=name,
            place=choice.place.strip(),
            mode=script.mode,
            format=script.id,
            format_title=script.title,
            acts=_acts(script),
            board=board.rules(),
            board_title=board.title,
            cards=self._cards(script),
            themes={theme.id: theme.title for theme in library.themes.values()},
            seed=self._seed if self._seed is not None else new_seed(),
            cooperative=choice.cooperative,
            physical_dice=choice.physical_dice,
            demonstration=self._demonstration,
            aims=script.aims,
            skills=script.skills,
            versions={"programme": program_version(), "regles": RULES_VERSION, "contenu": library.digest},
        )


def program_version() -> str:
    """Return the version of the program, as installed."""
    try:
        return version("permis-de-se-reconstruire")
    except PackageNotFoundError:
        return "sans installation"


def _acts(script: Format) -> tuple[Act, ...]:
    return tuple(_act(ActKind(act.kind), act) for act in script.acts)


def _act(kind: ActKind, act: ScriptedAct) -> Act:
    """Return what an act shows: questions one by one where there are some, else its sentences."""
    asks = kind in (ActKind.MOOD, ActKind.DEBRIEF, ActKind.QUESTIONS, ActKind.CLOSING) and (
        act.questions or kind is ActKind.CLOSING
    )
    if asks:
        return Act(kind, act.minutes, act.questions, act.title, act.say)
    return Act(kind, act.minutes, (*act.say, *act.questions), act.title)


def _read_settings(path: Path) -> Settings:
    with suppress(OSError, ValidationError):
        return _SETTINGS_MODEL.validate_json(path.read_bytes())
    return Settings()


def _cannot_write(folder: Path, error: OSError) -> str:
    return unbroken(f"Le dossier des séances ne peut pas être écrit : {folder} ({error.strerror}).")

"""The program around the scenes, on this laptop: content, sessions, settings. The scenes know it as `Desk`."""

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import typer

from game.content.load import Loaded
from game.desk import personal, record_sheets, rehearsal
from game.desk.faces import LibraryFaces
from game.desk.foresight import Foresight
from game.desk.keyboard import KEYS_NAME, read_keys, write_keys
from game.desk.opening import opening_of, theme_choices
from game.desk.phone import Phone
from game.desk.preferences import read_settings, write_settings
from game.desk.reader import Reader
from game.desk.stock import Fits, Stock
from game.desk.words import ERRORS, cannot_write, keep_draft
from game.french import why_refused
from game.language import tr, use
from game.places import drafts_folder, locale_folder, packs_folder, sessions_folder
from game.printing.help_sheet import AIDS_NAME, print_aids
from game.printing.pages import PrintError
from game.records.files import write_outcome
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
from game.screens.keymap import Keymap
from game.screens.phrases import voice_trouble
from game.screens.proofs import Proofs
from game.screens.soundtrack import Loudspeaker, Silence
from game.session import commands as c
from game.session.chance import new_seed
from game.session.clock import Clock
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
    unfinished,
)
from game.session.records import Record
from game.session.sheet import Sheet

SETTINGS_NAME = "reglages.json"
_SIGN_SECONDS = 15.0
_RETRY_SECONDS = 2.0


class LaptopDesk:
    """Content and sessions of one computer."""

    def __init__(
        self,
        loaded: Loaded,
        data: Path,
        clock: Clock,
        *,
        seed: int | None = None,
        demonstration: bool = False,
        sounds: Loudspeaker | None = None,
        fits: Fits | None = None,
    ) -> None:
        """Keep sessions under ``data``; with a ``seed``, chance is the same each time (for the demonstration).

        Without a loudspeaker the sounds of the game are not heard; without ``fits`` nobody counts the pages of a card
        that is being written.
        """
        self.clock = clock
        self._stock = Stock(loaded, packs_folder(data), self._today, fits)
        self.faces = LibraryFaces(self._stock.library, self._today)
        self.sessions_folder = sessions_folder(data)
        self.data_folder = data
        self.settings, self.settings_trouble = read_settings(data / SETTINGS_NAME)
        use(self.settings.language, locale_folder())
        self.keys, self.keys_trouble = read_keys(data / KEYS_NAME)
        self.remote = Phone()
        self.voice = Reader(self._stock.library, lambda: self.settings)
        self.sounds: Loudspeaker = sounds or Silence()
        self._seed = seed
        self._demonstration = demonstration
        self._open: OpenFolder | None = None
        self._signed = self._tried = 0.0
        self.foresight = Foresight(self._stock.chosen, self.sessions_folder, self._today)

    def change_settings(self, settings: Settings) -> None:
        """Apply the settings, and keep them when the disk lets us."""
        self.settings = settings
        use(settings.language, locale_folder())
        with suppress(OSError):
            write_settings(self.data_folder / SETTINGS_NAME, settings)

    def change_keys(self, keys: Keymap) -> str:
        """Apply the keys, and keep them when the disk lets us; if not, say so in a sentence."""
        self.keys = keys
        try:
            write_keys(self.data_folder / KEYS_NAME, keys)
        except OSError as error:
            said = tr("Les touches ne sont pas gardées sur le disque\u00a0: {why}.")
            return said.format(why=tr(why_refused(error)))
        return ""

    def formats(self) -> Sequence[FormatChoice]:
        """Return the formats whose board is there, the usual one first."""
        return self._stocked().formats()

    def team_presets(self) -> Sequence[tuple[str, str]]:
        """Return names and icons for teams."""
        return [(team.name, team.icon) for team in self._stock.library.teams]

    def cards(self) -> Sequence[CardEntry]:
        """Return the deck, by theme, without what its author has withdrawn or given until a day that is over."""
        return self._stock.cards()

    def packs(self) -> Sequence[PackChoice]:
        """Return the packs to choose from, the cards of the program first; nothing where no pack was added."""
        return self._stock.choices()

    def proofs(self) -> Proofs:
        """Return all the cards as their files are now."""
        return self._stock.proofs()

    def keep_proposal(self, proposal: CardProposal) -> None:
        """Keep a card that a group proposed, outside the deck, for staff to read; a rehearsal leaves nothing."""
        if self._open is None or not self._open.session.state.opening.rehearsal:
            keep_draft(drafts_folder(self.data_folder), proposal, self._today())

    def themes(self, choice: SessionChoice) -> Sequence[ThemeChoice]:
        """Return the themes, with how many cards of each may come up in such a session."""
        return theme_choices(self._stock.chosen(choice.packs), choice, self._today())

    def problems(self) -> Sequence[str]:
        """Return what is wrong in the content."""
        return self._stock.problems

    def forecast(self, choice: SessionChoice) -> Forecast | None:
        """Return what a session should give; ``None`` while it is being computed."""
        return self.foresight.of(choice)

    def start(self, choice: SessionChoice) -> OpenFolder:
        """Begin a session in a folder of its own; that of a rehearsal is not among the sessions, and does not stay."""
        now = self.clock.now()
        folder = self.sessions_folder
        seed = self._seed if self._seed is not None else new_seed()
        is_demo = self._demonstration
        try:
            folder = rehearsal.begin() if choice.rehearsal else folder
            name = free_name(folder, folder_name(choice.place, now))
            library, packs = self._stock.chosen(choice.packs), self._stock.versions(choice.packs)
            opening = opening_of(library, choice, now.date(), name=name, seed=seed, demonstration=is_demo, packs=packs)
            return self._opened(create(folder, c.OpenSession(opening, choice.teams), self.clock))
        except OSError as error:
            raise DeskError(cannot_write(folder, error)) from error
        except SessionFolderError as error:
            raise DeskError(tr(ERRORS[error.code]).format(error.folder.name)) from error

    def reopen(self, folder: Path) -> OpenFolder:
        """Go on with a session that was interrupted."""
        try:
            return self._opened(reopen(folder, self.clock))
        except SessionFolderError as error:
            raise DeskError(tr(ERRORS[error.code]).format(folder.name)) from error

    def unfinished(self) -> Summary | None:
        """Return the latest session that was not closed."""
        try:
            return unfinished(self.sessions_folder)
        except SessionFolderError as error:
            raise DeskError(tr(ERRORS[error.code]).format(error.folder.name)) from error

    def shelf(self) -> Shelf:
        """Return the sessions of this computer, and why each one that cannot be read is not among them."""
        found = list(summaries(self.sessions_folder))
        lost = (one for one in found if not isinstance(one, Summary))
        told = tuple(tr(ERRORS[error.code]).format(error.folder.name) for error in lost)
        return Shelf(tuple(one for one in found if isinstance(one, Summary)), told)

    def records(self, folder: Path) -> Sequence[Record]:
        """Return what the journal of a session holds."""
        try:
            return read_records(folder).records
        except SessionFolderError as error:
            raise DeskError(tr(ERRORS[error.code]).format(folder.name)) from error

    def keep_record(self, opened: OpenFolder) -> None:
        """Write what a closed session leaves, from its journal alone; a rehearsal leaves nothing."""
        if opened.session.state.opening.rehearsal:
            return
        if opened.session.journal.held:
            raise DeskError(tr("Le disque ne répond plus. Le bilan sera écrit dès qu’il revient."))
        try:
            write_outcome(opened.path, read_records(opened.path).records)
        except (OSError, SessionFolderError) as error:
            message = tr("Le bilan n’a pas pu être écrit. Il le sera avec la commande permis bilan.")
            raise DeskError(message) from error

    def keep_sheet(self, folder: Path, sheet: Sheet) -> None:
        """Fill in the sheet of a session that is open nowhere, and write its record again."""
        record_sheets.tell(folder, c.FillSheet(sheet), self.clock)

    def personal_layer(self, kept: KeptSession) -> PersonalLayer | None:
        """Return what may be noted of a person of a session; ``None`` without a key, and in sensibilisation."""
        return personal.offered(self.data_folder, kept, self._stock.library)

    def seal(self, kept: KeptSession, note: PersonNote) -> None:
        """Note something about a person in envelopes that stay sealed here."""
        personal.seal(self.data_folder, kept, note, self._stock.library, self.clock)

    def trends(self, year: int) -> Trends:
        """Return what the closed sessions of a year left."""
        from game.desk.trends import trends  # noqa: PLC0415 - few ask for it, and the models of reports take time

        return trends(self.sessions_folder, year, self._stock.library)

    def send_record(self, folder: Path) -> None:
        """Note that the record of a closed session was handed over."""
        record_sheets.tell(folder, c.SendRecord(), self.clock)

    def names_in(self, text: str) -> Sequence[str]:
        """Return what looks like the name of a person."""
        return record_sheets.names_in(text)

    def leave(self, opened: OpenFolder) -> None:
        """Let a session go; it can be opened again, unless it was a rehearsal, of which nothing stays."""
        self.remote.stop()
        opened.close()
        self._open = None
        if opened.session.state.opening.rehearsal:
            rehearsal.erase(opened.path)

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the system's own window."""
        folder.mkdir(parents=True, exist_ok=True)
        typer.launch(os.fspath(folder))

    def print_aids(self) -> Path:
        """Write the list of real help as a PDF beside the sessions, open it, and return its file."""
        file = self.sessions_folder / AIDS_NAME
        try:
            print_aids(self._stock.library.aids, file)
        except PrintError as error:
            raise DeskError(tr("Le PDF n’a pas pu être écrit dans le dossier des séances.")) from error
        typer.launch(os.fspath(file))
        return file

    def try_voice(self) -> str:
        """Say a few words aloud. Return what is wrong in a sentence, empty when the voice speaks."""
        trouble = self.voice.try_out("Bonjour. La voix fonctionne.")
        return voice_trouble(trouble) if trouble else ""

    def voices(self) -> Sequence[tuple[str, str]]:
        """Return the French voices of this computer, by id and name; empty until they are known."""
        return [(voice.id, voice.name) for voice in self.voice.voices() if voice.language.lower().startswith("fr")]

    def beat(self) -> None:
        """Do what time asks for: show the phone what is new, sign, write again what a disk refused."""
        self.remote.follow()
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
        """Let go of the session that is open, if any, of what is being computed, of what is being read."""
        self.voice.stop()
        self.sounds.close()
        self.foresight.close()
        if self._open is not None:
            self.leave(self._open)

    def _opened(self, opened: OpenFolder) -> OpenFolder:
        self._open = opened
        opened.sign()
        return opened

    def _stocked(self) -> Stock:
        """Return the content, with what was written or added since it was last asked for."""
        if self._stock.take_in():
            self.faces.use(self._stock.library)
            self.voice.use(self._stock.library)
        return self._stock

    def _today(self) -> date:
        return self.clock.now().date()

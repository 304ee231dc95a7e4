"""The sessions of this computer, and what each of them left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import mark, tr
from game.screens.desk import DeskError, KeptSession
from game.screens.inputs import CONFIRM, Click, Input, Press, Scroll
from game.screens.phrases import began
from game.screens.replay import ReplayScene
from game.screens.scene import Binding, Pop, Push, clicked
from game.screens.scenes.choose import ChoiceScene, Entry
from game.screens.scenes.persons import PersonsScene
from game.screens.scenes.record_sheet import sheet_of_kept
from game.screens.scenes.sessions_page import SessionsView, sessions_picture
from game.screens.scenes.trends import TrendsScene
from game.screens.widgets import UP_DOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk, PersonalLayer
    from game.screens.scene import Look, Scene, Step
    from game.session.folder import OpenFolder, Summary

_STEPS = {
    "up": -1,
    "pageup": -1,
    "left": -1,
    "home": -1000,
    "down": 1,
    "pagedown": 1,
    "right": 1,
    "space": 1,
    "end": 1000,
}
_KEYS = {"o": "open", "v": "replay", "r": "sheet", "t": "send", "a": "years", "p": "persons"}
_BINDINGS = (
    Binding(UP_DOWN, "choisir une séance"),
    Binding(("Entrée",), "reprendre la séance, si elle n’est pas clôturée"),
    Binding(("V",), "revoir la séance"),
    Binding(("R",), mark("remplir ou corriger la fiche")),
    Binding(("T",), mark("noter que le bilan est transmis")),
    Binding(("A",), mark("au fil du temps")),
    Binding(("P",), mark("présences par code, si l’association a donné sa clé")),
    Binding(("O",), "ouvrir son dossier"),
    Binding(("Échap",), "retour"),
)


class SessionsScene:
    """« Bilans »: the sessions, the latest first. A clicker goes down and up the list, and back from its top."""

    is_typing = False

    def __init__(self, desk: Desk, play: Callable[[OpenFolder], Scene]) -> None:
        """Show the desk's sessions; ``play`` makes the scene of one that goes on."""
        self._desk, self._play = desk, play
        self._sessions: tuple[Summary, ...] = ()
        self._is_stale = True
        self._index = 0
        self._error = ""
        self._layer: PersonalLayer | None = None
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - the desk's clock tells the day
        """Return the list and the chosen session."""
        self._refresh()
        view = SessionsView(
            self._sessions, self._index, self._desk.clock.now(), self._error, has_persons=self._layer is not None
        )
        self._picture = sessions_picture(look, view, self._desk.faces)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of the list."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Move, resume, open a folder, or go back."""
        self._refresh()
        match given:
            case Press("escape" | "backspace"):
                return Pop()
            case Press("pageup" | "left") if self._index == 0:
                return Pop()
            case Press(key) if key in _STEPS:
                self._stand(self._index + _STEPS[key])
            case Press(key):
                return self._act("resume" if key in CONFIRM else _KEYS.get(key, ""))
            case Scroll(steps):
                self._stand(self._index + steps)
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given) or "")
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _refresh(self) -> None:
        """Read the sessions again when another scene was shown meanwhile."""
        if not self._is_stale:
            return
        self._is_stale = False
        try:
            shelf = self._desk.shelf()
            self._sessions, self._error = shelf.sessions, " ".join(shelf.troubles)
        except DeskError as error:
            self._error = str(error)
        self._stand(self._index)

    def _stand(self, index: int) -> None:
        self._index = max(0, min(index, len(self._sessions) - 1))
        self._layer = self._offered()  # a key is read: not at each drawing

    def _act(self, action: str) -> Step | None:
        name, _, index = action.partition(":")
        if name == "back":
            return Pop()
        if name == "session":
            self._stand(int(index))
        elif name == "down":
            self._stand(self._index + 1)
        elif name == "years" and self._sessions:
            return Push(TrendsScene(self._desk))
        elif name in {"resume", "replay", "open", "sheet", "send", "persons"} and self._sessions:
            return self._use(self._sessions[self._index], name)
        return None

    def _use(self, session: Summary, name: str) -> Step | None:
        self._error = ""
        try:
            if name == "open":
                self._desk.show_folder(session.folder)
            elif name == "replay":
                return Push(ReplayScene(self._desk.records(session.folder), self._desk.faces, Pop()))
            elif name == "sheet":
                self._is_stale = True
                return Push(sheet_of_kept(self._desk, session))
            elif name == "persons":
                return self._persons(session)
            elif name == "send":
                return Push(self._sending(session)) if session.is_closed else None
            elif not session.is_closed:
                opened = self._desk.reopen(session.folder)
                self._is_stale = True
                return Push(self._play(opened))
        except DeskError as error:
            self._error = str(error)
        return None

    def _sending(self, session: Summary) -> ChoiceScene:
        """Ask before a record is said to be handed over: there is no way back, only a new version."""

        def choose(index: int) -> Step:
            if index == 1:
                self._send(session)
            return Pop()

        later = tr("Ensuite, une correction fait une nouvelle version.")
        entries = [Entry(tr("Pas encore"), icon="arrow-left"), Entry(tr("Oui, transmis"), later, "check")]
        return ChoiceScene(tr("Bilan transmis\u202f?"), entries, choose)

    def _send(self, session: Summary) -> None:
        self._is_stale = True
        try:
            self._desk.send_record(session.folder)
        except DeskError as error:
            self._error = str(error)

    def _offered(self) -> PersonalLayer | None:
        """Return what may be noted of persons of the chosen session; ``None`` where nothing may."""
        if not self._sessions:
            return None
        try:
            return self._desk.personal_layer(_kept(self._sessions[self._index]))
        except DeskError as error:
            self._error = str(error)
            return None

    def _persons(self, session: Summary) -> Step | None:
        if self._layer is None:
            return None
        return Push(PersonsScene(self._desk, _kept(session), self._layer))


def _kept(session: Summary) -> KeptSession:
    return KeptSession(session.folder, session.state, began(session))

"""The settings of this computer. A change counts at once, and shows beside the list."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from game.drawing.theme import TextStyle
from game.language import mark, tr
from game.screens.desk import DeskError
from game.screens.inputs import BACK, CONFIRM, Click, Input, Press, Scroll
from game.screens.scene import Binding, Pop, Push, clicked
from game.screens.scenes.check import CheckScene
from game.screens.scenes.keys import KeysScene
from game.screens.scenes.settings_page import Line, foot, sample, settings_list
from game.screens.scenes.settings_rows import CHECK, FOLDER, KEYS, choices
from game.screens.sheet import Sheet
from game.screens.widgets import MARGIN, UP_DOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk
    from game.screens.scene import Look, Step

_MORE, _LESS = frozenset({"right", "plus"}), frozenset({"left", "minus"})
_CHANGE = CONFIRM | {"space", "pagedown"}
_HEARD = frozenset({"voice", "voice_rate"})
_TITLE = TextStyle("title", 84)
_DOES = {
    CHECK: mark("Les numéros des écrans, un son, la voix, la télécommande\u00a0: chacun s’essaie encore une fois."),
    KEYS: mark("Chaque action avec sa touche ou son bouton de manette\u00a0: on peut en choisir d’autres."),
    FOLDER: mark("Les séances et les réglages de cet ordinateur sont là\u00a0: {folder}"),
}


class SettingsScene:
    """A list of settings, each changed by both arrows, a click, or the next button of a clicker.

    The back button of a clicker goes down the list, and leaves after the last row.
    """

    is_typing = False

    def __init__(self, desk: Desk) -> None:
        """Show the settings of the desk."""
        self._desk = desk
        self._stop = 0
        self._error = ""
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the settings as they stand."""
        sheet, lines = Sheet(look), self._lines()
        sheet.line(tr("Réglages"), MARGIN, 98, _TITLE)
        settings_list(sheet, lines, self._stop, self._desk.settings)
        line = lines[self._stop]
        sample(sheet, line, self._help(line), self._desk.settings, self._error)
        foot(sheet, tr("Version {number}").format(number=_version()))
        self._picture = sheet.picture()
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of the settings."""
        return (
            Binding(UP_DOWN, tr("aller d’un réglage à l’autre")),
            Binding(("←", "→"), tr("changer")),
            Binding((tr("Entrée"), tr("Pg suiv.")), tr("changer, ou ouvrir")),
            Binding((tr("Pg préc."),), tr("réglage suivant")),
            Binding(("F12",), tr("remettre l’affichage d’origine")),
            Binding((tr("Échap"),), tr("retour")),
        )

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Move, change a setting, or go back."""
        if isinstance(given, Scroll):
            self._move(1 if given.steps > 0 else -1)
        elif isinstance(given, Click) and self._picture is not None:
            return self._clicked(clicked(self._picture, given) or "")
        elif isinstance(given, Press):
            return self._pressed(given.key)
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _lines(self) -> tuple[Line, ...]:
        found = choices(self._desk.voices())
        return (
            *(Line(choice.name, choice.label, choice) for choice in found),
            Line(CHECK, mark("Vérifier les écrans et les sons")),
            Line(KEYS, mark("Choisir les touches")),
            Line(FOLDER, mark("Ouvrir le dossier des données")),
        )

    def _help(self, line: Line) -> str:
        if line.choice is not None:
            return tr(line.choice.help)
        return tr(_DOES[line.action]).format(folder=self._desk.sessions_folder)

    def _pressed(self, key: str) -> Step | None:
        if key in _MORE | _LESS:
            return self._change(1 if key in _MORE else -1)
        if key in _CHANGE:
            return self._do()
        if key in ("up", "down", "tab"):
            self._move(-1 if key == "up" else 1)
        elif key in BACK and self._stop + 1 < len(self._lines()):
            self._move(1)
        elif key in BACK | {"escape"}:
            return Pop()
        return None

    def _clicked(self, action: str) -> Step | None:
        if action == "back":
            return Pop()
        if action == "down":
            self._stop = (self._stop + 1) % len(self._lines())
        elif action == "change":
            return self._do()
        name, _, sign = action.partition(":")
        names = [line.action for line in self._lines()]
        if name not in names:
            return None
        self._stop = names.index(name)
        return self._change(1 if sign == "+" else -1) if sign else self._do()

    def _move(self, by: int) -> None:
        self._stop = max(0, min(self._stop + by, len(self._lines()) - 1))
        self._error = ""

    def _do(self) -> Step | None:
        """Open what opens, let a voice be heard, else go to the next value, the first after the last."""
        line = self._lines()[self._stop]
        if line.action == CHECK:
            return Push(CheckScene(self._desk))
        if line.action == KEYS:
            return Push(KeysScene(self._desk))
        if line.action in _HEARD:
            self._error = self._desk.try_voice()
            return None
        return self._change(1, turns=True)

    def _change(self, by: int, *, turns: bool = False) -> Step | None:
        self._error = ""
        line, desk = self._lines()[self._stop], self._desk
        try:
            if line.choice is not None:
                desk.change_settings(line.choice.changed(desk.settings, by, turns=turns))
            elif line.action == FOLDER and turns:
                desk.show_folder(desk.sessions_folder)
        except DeskError as error:
            self._error = str(error)
        return None


def _version() -> str:
    try:
        return version("permis-de-se-reconstruire")
    except PackageNotFoundError:
        return tr("de travail")

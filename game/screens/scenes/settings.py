"""The settings of this computer. A change counts at once."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from game.drawing.geometry import Rect
from game.screens.desk import DeskError
from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press, Scroll
from game.screens.scene import Binding, Pop, clicked
from game.screens.sheet import Sheet
from game.screens.widgets import (
    BAND_HEIGHT,
    BAR_TOP,
    MARGIN,
    SEMIBOLD,
    SMALL,
    UP_DOWN,
    Hint,
    Row,
    band,
    heading,
    hint_bar,
    slab,
    switch,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk
    from game.screens.scene import Look, Step

_SWITCHES = (
    ("full_screen", Row("Plein écran", "la touche F11 aussi")),
    ("reduced_motion", Row("Mouvements réduits", "le dé et les pions ne sont plus animés")),
    ("is_dark", Row("Thème sombre", "pour une salle sans lumière")),
)
_FOLDER = "folder"
_STOPS = (*(name for name, _ in _SWITCHES), _FOLDER)
_WIDEST, _ROW_HEIGHT, _PITCH, _TOP = 1200.0, 120.0, 140.0, 236.0
_BINDINGS = (
    Binding(UP_DOWN, "aller d’un réglage à l’autre"),
    Binding(("Entrée",), "changer"),
    Binding(("Échap",), "retour"),
)


class SettingsScene:
    """Three switches, and the folder of the data."""

    is_typing = False

    def __init__(self, desk: Desk) -> None:
        """Show the settings of the desk."""
        self._desk = desk
        self._stop = 0
        self._error = ""
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the settings as they stand."""
        sheet = Sheet(look)
        heading(sheet, "Permis de se reconstruire", "Réglages")
        rect = Rect(MARGIN, _TOP, min(_WIDEST, look.width - 2 * MARGIN), _ROW_HEIGHT)
        for index, (name, row) in enumerate(_SWITCHES):
            is_on = getattr(self._desk.settings, name)
            place = rect.moved(0, index * _PITCH)
            switch(sheet, place, row, name, is_on=is_on, is_focused=index == self._stop)
        place = rect.moved(0, len(_SWITCHES) * _PITCH)
        row = Row("Ouvrir le dossier des données", "", "folder-open")
        slab(sheet, place, row, SEMIBOLD, is_focused=_STOPS[self._stop] == _FOLDER)
        sheet.spot(place, _FOLDER, row.label)
        room = Rect(MARGIN, place.bottom + 18, look.width - 2 * MARGIN, 84)
        under = sheet.paragraph(str(self._desk.sessions_folder), room, (SMALL,), colour=look.palette.muted)
        if self._error:
            band(sheet, Rect(MARGIN, under + 8, rect.w, BAND_HEIGHT), self._error)
        self._foot(sheet)
        self._picture = sheet.picture()
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of the settings."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Move, change a setting, or go back."""
        match given:
            case Press("up" | "down" | "tab" as key):
                self._move(-1 if key == "up" else 1)
            case Press(key) if key in CONFIRM | NEXT:
                self._act(_STOPS[self._stop])
            case Press(key) if key in BACK | {"escape"}:
                return Pop()
            case Scroll(steps):
                self._move(1 if steps > 0 else -1)
            case Click() if self._picture is not None:
                action = clicked(self._picture, given)
                if action == "back":
                    return Pop()
                self._act(action or "")
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _foot(self, sheet: Sheet) -> None:
        bar = (
            Hint(UP_DOWN, "choisir", "down"),
            Hint(("Entrée",), "changer", "change"),
            Hint(("Échap",), "retour", "back"),
        )
        right = sheet.look.width - MARGIN
        hint_bar(sheet, bar, MARGIN, BAR_TOP, right - 360 - MARGIN)
        sheet.line(f"Version {_version()}", right, BAR_TOP + 22, SMALL, colour=sheet.palette.muted, anchor="right")

    def _move(self, by: int) -> None:
        self._stop = max(0, min(self._stop + by, len(_STOPS) - 1))

    def _act(self, action: str) -> None:
        if action == "down":
            self._stop = (self._stop + 1) % len(_STOPS)
        elif action == "change":
            self._act(_STOPS[self._stop])
        elif action in _STOPS:
            self._stop = _STOPS.index(action)
            self._change(action)

    def _change(self, name: str) -> None:
        self._error = ""
        try:
            if name == _FOLDER:
                self._desk.show_folder(self._desk.sessions_folder)
            else:
                settings = self._desk.settings
                self._desk.change_settings(replace(settings, **{name: not getattr(settings, name)}))
        except DeskError as error:
            self._error = str(error)


def _version() -> str:
    try:
        return version("permis-de-se-reconstruire")
    except PackageNotFoundError:
        return "de travail"

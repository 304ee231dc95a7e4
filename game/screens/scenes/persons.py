"""Who was there, by internal code: each note is sealed at once, and this laptop cannot read it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import mark
from game.screens.desk import DeskError, PersonNote
from game.screens.inputs import Click, Input, Press, Typed
from game.screens.scene import Binding, Pop, clicked
from game.screens.scenes.form import FORM_KEYS, KEEP, LESS_OR_MORE
from game.screens.scenes.persons_page import CODE, CONSENT, STEP, PersonsView, persons_page, stops
from game.screens.widgets import UP_DOWN, TextField
from game.session.sheet import LONGEST_CODE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk, KeptSession, PersonalLayer
    from game.screens.scene import Look, Step

_BINDINGS = (
    Binding(UP_DOWN, mark("ligne")),
    Binding(("←", "→"), mark("changer")),
    Binding(("Entrée",), mark("ligne suivante, puis fermer l’enveloppe")),
    Binding(("Échap",), mark("finir")),
)


class PersonsScene:
    """One person after the other: a code, a status, and with consent a next step."""

    def __init__(self, desk: Desk, kept: KeptSession, layer: PersonalLayer) -> None:
        """Begin with nobody."""
        self._desk, self._kept, self._layer = desk, kept, layer
        self._code = TextField(longest=LONGEST_CODE)
        self._half_day = layer.half_days.index(layer.usual)
        self._sealed = 0
        self._error = ""
        self._picture: Picture | None = None
        self._begin()

    def _begin(self) -> None:
        """Make room for the next person: nothing of the one before stays on the screen."""
        self._code = TextField(longest=LONGEST_CODE)
        self._status = self._theme = self._aim = 0
        self._agreed = False
        self._stop = 0

    @property
    def is_typing(self) -> bool:
        """Whether letters are text: in the code."""
        return self._focus == CODE

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the page as it stands."""
        view = PersonsView(
            place=self._kept.state.opening.place,
            code=self._code.text,
            status=self._layer.statuses[self._status],
            half_day=self._layer.half_days[self._half_day],
            theme=self._layer.aims[self._theme - 1][1] if self._theme else "",
            aim=self._layer.aims[self._theme - 1][2][self._aim] if self._theme else "",
            agreed=self._agreed,
            focus=self._focus,
            sealed=self._sealed,
            error=self._error,
        )
        self._picture = persons_page(look, view)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this page."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Type, choose, seal or leave."""
        if self.is_typing and isinstance(given, Typed):
            self._code, self._error = self._code.typed(given.text.strip()), ""
        elif isinstance(given, Press):
            return self._press(given.key)
        elif isinstance(given, Click) and self._picture is not None:
            return self._act(clicked(self._picture, given) or "")
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    @property
    def _stops(self) -> tuple[str, ...]:
        return stops(has_step=bool(self._theme))

    @property
    def _focus(self) -> str:
        return self._stops[min(self._stop, len(self._stops) - 1)]

    def _press(self, key: str) -> Step | None:
        if self.is_typing and key == "backspace":
            self._code = self._code.erased()
        elif key in LESS_OR_MORE and self._focus not in (CODE, KEEP):
            self._change(self._focus, LESS_OR_MORE[key])
        elif self.is_typing and key == "space":
            return None
        elif key == "pageup" and self._stop == 0:
            return Pop()
        else:
            return self._act(FORM_KEYS.get(key, ""))
        return None

    def _change(self, name: str, by: int) -> None:
        layer = self._layer
        if name == "status":
            self._status = (self._status + by) % len(layer.statuses)
        elif name == "half_day":
            self._half_day = (self._half_day + by) % len(layer.half_days)
        elif name == STEP:
            self._theme, self._aim, self._agreed = (self._theme + by) % (len(layer.aims) + 1), 0, False
        elif name == "aim" and self._theme:
            self._aim = (self._aim + by) % len(layer.aims[self._theme - 1][2])
        elif name == CONSENT:
            self._agreed = not self._agreed

    def _act(self, action: str) -> Step | None:
        name, _, sign = action.partition(":")
        if action == "back":
            return Pop()
        if action == KEEP or (action == "next" and self._focus == KEEP):
            self._seal()
        elif action == "up":
            self._stop = max(0, self._stop - 1)
        elif name in self._stops:
            self._stop = self._stops.index(name)
            if sign:
                self._change(name, 1 if sign == "+" else -1)
        elif action in {"down", "next"}:
            self._stop = min(self._stop + 1, len(self._stops) - 1)
        return None

    def _seal(self) -> None:
        layer = self._layer
        theme, _, labels = layer.aims[self._theme - 1] if self._theme else ("", "", ("",))
        status, half_day = layer.statuses[self._status], layer.half_days[self._half_day]
        note = PersonNote(self._code.text, status, half_day, theme, labels[self._aim], self._agreed)
        try:
            self._desk.seal(self._kept, note)
        except DeskError as error:
            self._error = str(error)
            return
        self._sealed += 1
        self._error = ""
        self._begin()

"""The list of real help over a session: to read, to show to the room, to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.drawing.geometry import Rect
from game.language import mark, tr
from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press
from game.screens.pages.care_pages import aid_rows
from game.screens.scene import Binding, Pop, clicked
from game.screens.sheet import Sheet
from game.screens.widgets import BAND_HEIGHT, BAR_TOP, MARGIN, Hint, band, heading, hint_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.drawing.drawlist import Picture
    from game.screens.scene import Look, Step
    from game.session.views import AidView

_BINDINGS = (
    Binding(("Espace",), mark("montrer à la salle")),
    Binding(("O",), mark("imprimer en PDF")),
    Binding(("Échap", "U"), mark("fermer")),
)
_KEYS = {
    **dict.fromkeys(CONFIRM | NEXT, "show"),
    **dict.fromkeys(BACK | {"escape", "backspace", "u"}, "close"),
    "o": "print",
}
_TOP = 236.0


class AidsScene:
    """Who can help. The room's own window does not see it until it is shown."""

    is_typing = False

    def __init__(self, aids: Sequence[AidView], on_show: Callable[[], None], on_print: Callable[[], str]) -> None:
        """Show these; ``on_show`` shows them to the room, ``on_print`` prints them and returns what came of it."""
        self._aids, self._on_show, self._on_print = tuple(aids), on_show, on_print
        self._told = ""
        self._picture: Picture | None = None

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the list."""
        sheet = Sheet(look)
        heading(sheet, "", tr("De l’aide, vraiment"))
        bottom = BAR_TOP - 24 - (BAND_HEIGHT + 16 if self._told else 0)
        sheet.add(*aid_rows(self._aids, Rect(MARGIN, _TOP, look.width - 2 * MARGIN, bottom - _TOP), look))
        if self._told:
            band(sheet, Rect(MARGIN, bottom + 16, look.width - 2 * MARGIN, BAND_HEIGHT), self._told)
        actions = ("show", "print", "close")
        bar = [Hint(item.keys[:1], tr(item.label), action) for item, action in zip(_BINDINGS, actions, strict=True)]
        hint_bar(sheet, bar, MARGIN, BAR_TOP, look.width - 2 * MARGIN)
        self._picture = sheet.picture()
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of the list."""
        return tuple(Binding(item.keys, tr(item.label)) for item in _BINDINGS)

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Show, print or close."""
        match given:
            case Press(key):
                return self._act(_KEYS.get(key, ""))
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given) or "")
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    def _act(self, action: str) -> Step | None:
        if action == "show":
            self._on_show()
            return Pop()
        if action == "print":
            self._told = self._on_print()
        return Pop() if action == "close" else None

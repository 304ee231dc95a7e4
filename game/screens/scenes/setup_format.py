"""First step of the set-up: which session, where, and with which pawn and dice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import mark, tr
from game.screens.desk import USUAL_PACK
from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press, Scroll, Typed
from game.screens.scene import Binding, clicked
from game.screens.scenes.setup_format_page import FormatView, format_page
from game.screens.widgets import UP_DOWN, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import FormatChoice, PackChoice
    from game.screens.scene import Look

_OTHER_STOPS = ("place", "toggle:cooperative", "toggle:physical_dice")
_DEFAULT_PLACE = mark("Séance")
_BINDINGS = (
    Binding(UP_DOWN, "aller d’une ligne à l’autre"),
    Binding(("Espace",), "choisir la séance, ou changer le réglage"),
    Binding(("Entrée",), "continuer"),
    Binding(("Échap",), "retour"),
)


class FormatStep:
    """What kind of session. Up and down go through the formats, the place and the two switches.

    Space chooses the format where the keyboard stands; Enter does too, and goes on.
    """

    def __init__(self, formats: Sequence[FormatChoice], packs: Sequence[PackChoice] = ()) -> None:
        """Begin with the first format, and the cards of the program."""
        self._packs = tuple(packs)
        self._in_play = frozenset({USUAL_PACK})
        self._formats = tuple(formats)
        self._index, self._stop = 0, 0
        self._field = TextField()
        self.cooperative = False
        self.physical_dice = False
        self._picture: Picture | None = None

    @property
    def is_typing(self) -> bool:
        """Whether the place is being typed."""
        return self._focus == "place"

    @property
    def is_possible(self) -> bool:
        """Whether there is a format to choose."""
        return bool(self._formats)

    @property
    def chosen(self) -> FormatChoice:
        """The chosen format; there is one as soon as the step can be left."""
        return self._formats[self._index]

    @property
    def packs(self) -> tuple[str, ...]:
        """The ids of the packs whose cards are in play, always in the same order."""
        return tuple(pack.id for pack in self._packs if pack.id in self._in_play) or (USUAL_PACK,)

    @property
    def place(self) -> str:
        """The place, or the word that stands for it when none is given."""
        return " ".join(self._field.text.split()) or tr(_DEFAULT_PLACE)

    def picture(self, look: Look) -> Picture:
        """Return the step as it stands."""
        place, focus = self._field.text, self._focus
        chosen = (self.cooperative, self.physical_dice, self._packs, self._in_play)
        view = FormatView(self._formats, self._index, focus, place, *chosen)
        self._picture = format_page(look, view)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this step."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> str | None:  # noqa: ARG002 - as the other steps
        """Answer what a person does: ``next`` or ``back`` to leave the step."""
        match given:
            case Typed(text) if self.is_typing:
                self._field = self._field.typed(text)
            case Press(key):
                return self._press(key)
            case Scroll(steps):
                self._move(1 if steps > 0 else -1)
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given) or "")
        return None

    @property
    def _stops(self) -> tuple[str, ...]:
        packs = (f"pack:{pack.id}" for pack in self._packs)
        return (*(f"format:{index}" for index in range(len(self._formats))), *_OTHER_STOPS, *packs)

    @property
    def _focus(self) -> str:
        return self._stops[self._stop]

    def _press(self, key: str) -> str | None:
        if key in {"up", "down"}:
            self._move(-1 if key == "up" else 1)
        elif self.is_typing and key == "backspace":
            self._field = self._field.erased()
        elif self.is_typing and key in {"space", "left", "right"}:
            return None
        elif key == "space" and self._focus != f"format:{self._index}":
            self._act(self._focus)
        elif key in CONFIRM | NEXT:
            return self._leave()
        elif key in BACK | {"escape"}:
            return "back"
        return None

    def _act(self, action: str) -> str | None:
        name, _, detail = action.partition(":")
        if name == "next":
            return self._leave()
        if name == "use":
            return self._act(self._focus)
        if action in self._stops:
            self._stop = self._stops.index(action)
        if name == "format":
            self._index = int(detail)
        elif name == "pack":
            self._in_play = self._in_play ^ {detail} or self._in_play  # one always stays
        elif detail == "cooperative":
            self.cooperative = not self.cooperative
        elif detail == "physical_dice":
            self.physical_dice = not self.physical_dice
        return "back" if name == "back" else None

    def _leave(self) -> str | None:
        if not self._formats:
            return None
        if self._stop < len(self._formats):
            self._index = self._stop
        self._stop = self._index
        return "next"

    def _move(self, by: int) -> None:
        self._stop = max(0, min(self._stop + by, len(self._stops) - 1))

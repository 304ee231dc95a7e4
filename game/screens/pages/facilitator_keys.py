"""Quiet keys of the facilitator's page: a cap and a few words each, side by side, on as many lines as they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.drawing.drawlist import Item, Spot
from game.drawing.geometry import Rect
from game.drawing.parts import HINT_EDGE, SMALLEST, hint_line
from game.language import mark, tr
from game.screens.pages.facilitator_parts import Drawn
from game.screens.scene import Look

STEP = 50.0
"""From line to line."""


@dataclass(frozen=True)
class Action:
    """Something to do: the key it stands for, its cap, its words, its icon; ``said``: its name, where words are few."""

    key: str
    cap: str
    label: str
    icon: str = ""
    said: str = ""

    @property
    def words(self) -> str:
        """Its words, in the language spoken now."""
        return tr(self.label)

    @property
    def name(self) -> str:
        """Its name for a person who does not see where it stands."""
        return tr(self.said or self.label)


_CLOCK = Action("t", "T", mark("horloge"), said=mark("horloge pour la salle, ou pas"))
_DARK = Action("b", "B", mark("noir"), said=mark("écran noir"))
ROOM = (_DARK, _CLOCK)
"""What is done to the room's screen, where it is also the facilitator's."""
ROOM_APART = (
    Action("f", "F", mark("figer"), said=mark("figer l’image de la salle")),
    _DARK,
    _CLOCK,
    Action("x", "X", mark("échanger"), said=mark("échanger les deux écrans")),
)
"""What is done to the room's own screen."""


def lines_of(actions: Sequence[Action], width: float, look: Look) -> list[Sequence[Action]]:
    """Return quiet keys on lines no wider than ``width``."""
    lines: list[Sequence[Action]] = []
    left = list(actions)
    while left:
        count = len(_hints(left, Rect(0, 0, width, 0), look))
        lines.append(left[:count])
        left = left[count:]
    return lines


def drawn(lines: Sequence[Sequence[Action]], x: float, y: float, width: float, look: Look) -> Drawn:
    """Return lines of quiet keys from a place on."""
    items: list[Item] = []
    spots: list[Spot] = []
    for line in lines:
        for action, (part, place) in zip(line, _hints(line, Rect(x, y, width, 0), look), strict=True):
            items += part
            spots.append(Spot(place.inset(-HINT_EDGE), f"press:{action.key}", action.name))
        y += STEP
    return tuple(items), tuple(spots)


def _hints(line: Sequence[Action], rect: Rect, look: Look) -> list[tuple[tuple[Item, ...], Rect]]:
    entries = [((action.cap,), action.words) for action in line]
    return hint_line(entries, rect.x, rect.y, rect.w, look.palette, look.measure, size=SMALLEST)

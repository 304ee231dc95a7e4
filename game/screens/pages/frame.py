"""What pages share: the acts and their clock, the hints at the bottom, titles. Sizes are in logical px."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.drawing.drawlist import Box, Item, Spot, Text
from game.drawing.geometry import Rect
from game.drawing.parts import CAP_SIZE, HINT_EDGE, HINT_SIZE, clock, hint_line
from game.drawing.text import fit_heading, place
from game.drawing.theme import TextStyle, ink_on
from game.language import mark, tr
from game.screens import phrases
from game.screens.scene import Look
from game.session.views import ActsView

MARGIN = 96.0
ACTS_TOP = 44.0
ACTS_SIZE = 32.0
_HINT_ROW = 62.0
_LARGEST_HINT = 46.0
_SMALLER_TITLES = (64.0, 56.0, 48.0)


@dataclass(frozen=True)
class Hint:
    """A key and what it does here, in French, drawn in the language spoken.

    ``press`` is the key that a click on it stands for; empty: it cannot be clicked.
    """

    keys: tuple[str, ...]
    label: str
    press: str


NEXT_KEY = (mark("Espace"),)
MENU = Hint(("M",), "menu", "m")


def act_title(acts: ActsView, index: int) -> str:
    """Return the name of an act."""
    return acts.titles[index] or tr(phrases.ACTS[acts.kinds[index]])


def acts_bar(acts: ActsView, look: Look, ground: str, *, reading: str | None = None) -> tuple[Item, ...]:
    """Return the acts along the top, the present one as a pill, and at the right what their clock reads, if it shows.

    Where the names do not fit beside the clock, the acts that are over are left out from the first one on. Where they
    would be too small for the last row, there are none.
    """
    if look.least > ACTS_SIZE:
        return ()
    writing = look.palette.ink if ground == look.palette.paper else ink_on(ground)
    if reading is None and acts.minutes_left is not None:
        reading = phrases.time_left(acts.minutes_left)
    timer: tuple[Item, ...] = ()
    width = 0.0
    if reading is not None:
        timer, width = clock(reading, look.width - MARGIN, ACTS_TOP, writing, look.measure, anchor="right")
    room = look.width - 2 * MARGIN - width - 60
    first = 0
    while first < acts.current and _bar_width(acts, first, look) > room:
        first += 1
    items: list[Item] = list(timer)
    left = MARGIN
    for index in range(first, len(acts.kinds)):
        part, step = _act(acts, index, left, look, ground, writing)
        if left + step > MARGIN + room and index > acts.current:
            break
        items += part
        left += step + 34
    return tuple(items)


def _bar_width(acts: ActsView, first: int, look: Look) -> float:
    style = TextStyle("bold", ACTS_SIZE)
    return sum(look.measure.width(act_title(acts, index), style) + 34 for index in range(first, len(acts.kinds))) + 48


def _act(
    acts: ActsView, index: int, left: float, look: Look, ground: str, writing: str
) -> tuple[tuple[Item, ...], float]:
    title = act_title(acts, index)
    is_current = index == acts.current
    style = TextStyle("bold" if is_current else "regular", ACTS_SIZE)
    width = look.measure.width(title, style)
    top = ACTS_TOP + 4
    if not is_current:
        return (Text(left, top, title, style, writing),), width
    height = look.measure.line_height(style)
    pill = Rect(left, top - 7, width + 44, height + 14)
    return (Box(pill, writing, pill.h / 2), Text(left + 22, top, title, style, ground)), pill.w


def hint_row(
    hints: Sequence[Hint], look: Look, ground: str, *, x: float = MARGIN, bottom: float | None = None, room: float = 0
) -> tuple[tuple[Item, ...], tuple[Spot, ...]]:
    """Return hints side by side; the row ends at ``bottom`` (else the footer's).

    What does not fit beside the others is left to the screen of keys; so are all of them, where they would be too
    small for the last row.
    """
    size = max(HINT_SIZE, look.least / CAP_SIZE)
    if size > _LARGEST_HINT:
        return (), ()
    writing = look.palette.ink if ground == look.palette.paper else ink_on(ground)
    room = room or look.width - x - MARGIN
    top = (bottom or look.height - 44) - _HINT_ROW
    entries = [(entry.keys, tr(entry.label)) for entry in hints]
    placed = hint_line(entries, x, top, room, look.palette, look.measure, size=size, colour=writing)
    spots = tuple(
        Spot(place.inset(-HINT_EDGE), f"press:{entry.press}", tr(entry.label))
        for entry, (_, place) in zip(hints, placed, strict=False)
        if entry.press
    )
    return tuple(item for items, _ in placed for item in items), spots


def title(text: str, rect: Rect, colour: str, look: Look, sizes: Sequence[float] = (108, 92, 76)) -> tuple[Item, ...]:
    """Return a title, as large as fits in a rect."""
    lines = fit_heading(text, look.sizes(*sizes), rect, look.measure)
    lines = lines or fit_heading(text, look.sizes(*_SMALLER_TITLES), rect, look.measure)
    return place(lines, rect.x, rect.y, colour) if lines else ()

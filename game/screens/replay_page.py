"""The picture of a replay: the page that the room saw, a little smaller, over a bar that says when and what."""

from dataclasses import dataclass, replace

from game.drawing.drawlist import Box, Disc, Item, Line, Picture
from game.drawing.geometry import Rect
from game.drawing.scaling import scaled
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens.scene import Look
from game.screens.sheet import Sheet
from game.screens.widgets import MARGIN, Hint, hint_bar

_BAR = 190.0
_LINE_TOP, _LINE = 24.0, 12.0
_TOLD, _SMALL = TextStyle("semibold", 36), TextStyle("regular", 32)
SEEK = "seek"
"""The action of the line of progress."""


@dataclass(frozen=True)
class Bar:
    """What the bar says of the moment that is shown."""

    told: str
    """What happened."""
    hour: str
    step: int
    steps: int
    speed: float
    is_playing: bool
    acts: tuple[float, ...]
    """Where acts began, as parts of the line."""


def progress_line(look: Look) -> Rect:
    """Return where the line of progress is."""
    return Rect(MARGIN, look.height - _BAR + _LINE_TOP, look.width - 2 * MARGIN, _LINE)


def film(page: Picture, bar: Bar, look: Look) -> Picture:
    """Return a page in its frame, with the bar under it. Its own keys cannot be clicked: the past answers nobody."""
    factor, left = _placing(look)
    shown = Rect(left, 0, look.width * factor, look.height * factor)
    sheet = Sheet(look)
    sheet.add(Box(shown, page.background))
    sheet.add(*(scaled(item, factor, left) for item in page.base))
    for side in (Rect(0, 0, left, look.height), Rect(shown.right, 0, left, look.height)):
        sheet.add(Box(side, look.palette.panel))
    sheet.add(Box(Rect(0, shown.bottom, look.width, look.height - shown.bottom), look.palette.panel))
    _write(sheet, bar)
    return replace(sheet.picture(), background=look.palette.panel)


def film_over(items: tuple[Item, ...], part: float, look: Look) -> tuple[Item, ...]:
    """Return what moves: what moved over the page, and how far the session is, from 0 to 1."""
    factor, left = _placing(look)
    line, ink = progress_line(look), look.palette.ink
    done = Rect(line.x, line.y, max(line.h, line.w * part), line.h)
    knob = Disc(line.x + line.w * part, line.centre[1], 15, ink, look.palette.panel, 4)
    return (*(scaled(item, factor, left) for item in items), Box(done, ink, line.h / 2), knob)


def _placing(look: Look) -> tuple[float, float]:
    """Return how much smaller the page is, and how far it is from the left edge, in px."""
    factor = (look.height - _BAR) / look.height
    return factor, look.width * (1 - factor) / 2


def _write(sheet: Sheet, bar: Bar) -> None:
    line, palette = progress_line(sheet.look), sheet.palette
    sheet.add(Box(line, palette.hairline, line.h / 2))
    for part in bar.acts:
        x = line.x + line.w * part
        sheet.add(Line(x, line.y - 8, x, line.bottom + 8, 3, palette.muted))
    sheet.spot(Rect(line.x, line.y - 20, line.w, line.h + 40), SEEK, tr("Aller à ce moment"))
    y = line.bottom + 48
    count = tr("pas {step} sur {steps} · vitesse ×\u00a0{speed}").format(
        step=bar.step, steps=bar.steps, speed=f"{bar.speed:g}".replace(".", tr(","))
    )
    sheet.line(count, line.right, y, _SMALL, anchor="right")
    room = line.w - sheet.measure.width(count, _SMALL) - 40
    sheet.line(f"{bar.hour} · {bar.told}" if bar.told else bar.hour, line.x, y, _TOLD, width=room)
    hints = (
        Hint(("Espace",), "arrêter" if bar.is_playing else "reprendre", "press:space"),
        Hint(("←",), "avant", "press:left"),
        Hint(("→",), "après", "press:right"),
        Hint(("↑",), "plus vite", "press:up"),
        Hint(("↓",), "moins vite", "press:down"),
        Hint(("T",), "horloge", "press:t"),
        Hint(("Échap",), "quitter", "press:escape"),
    )
    hint_bar(sheet, hints, line.x, y + 36, line.w)

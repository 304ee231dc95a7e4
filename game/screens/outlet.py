"""An outlet: one window and its painter. It shows a picture, drawn where it changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

import pygame

from game.drawing.drawlist import Box, Icon, Item, Picture, Spot
from game.drawing.geometry import Rect
from game.drawing.legibility import least_size
from game.drawing.parts import words
from game.drawing.text import fit, place
from game.drawing.theme import INK, LIGHT, PALETTES, WHITE, TextStyle, ink_on
from game.language import tr
from game.screens.desk import Settings
from game.screens.focus import Focus
from game.screens.inputs import Click, Input, Plug
from game.screens.painter import Painter
from game.screens.scene import Look, clicked
from game.screens.window import Closed, Exposed

CANVAS_HEIGHT = 1080.0
LEAST_CANVAS_WIDTH = 1440.0
CAPTION_HEIGHT = 84.0
CAPTION_SIZE = 36.0
BANNER_SIZE = 32.0


class Canvas(Protocol):
    """Where a picture is drawn, and where what people do is heard: a window, or a surface in memory."""

    @property
    def surface(self) -> pygame.Surface:
        """Where to draw, as large as the window in real pixels."""
        ...

    def show(self) -> None:
        """Put what was drawn on the screen."""
        ...

    def poll(self, seconds: float | None) -> Iterable[Input | Closed | Exposed | Plug]:
        """Wait for something to happen in any window of the program, and give it."""
        ...

    def set_full_screen(self, *, on: bool) -> None:
        """Fill the display, or go back to a window."""
        ...


@dataclass(frozen=True)
class Notice:
    """A sentence for the facilitator, under the picture, with a button: its key, its name, what a click on it does."""

    text: str
    key: str
    label: str
    action: str


class Outlet:
    """A window that shows pictures. With `is_private`, only the facilitator sees it: another one is for the room."""

    def __init__(self, canvas: Canvas, painter: Painter, *, is_private: bool = False) -> None:
        self.canvas = canvas
        self.painter = painter
        self.is_private = is_private
        self.caption = ""
        """A sentence under every picture: the demonstration says what it does."""
        self.focus = Focus()
        """Where the keyboard stands."""
        self.notice: Notice | None = None
        """What the facilitator has to know now; it takes the place of the caption."""
        self.banner = ""
        """A few words at the bottom of every screen: a rehearsal says that it is one."""
        self._shown: Picture | None = None
        self._shown_size = (0, 0)

    def look(self, settings: Settings) -> Look:
        """Return how things are drawn here now, and set the painter's scale to measure text with."""
        width, height = self.canvas.surface.get_size()
        wide = width / min(height / CANVAS_HEIGHT, width / LEAST_CANVAS_WIDTH)
        least = 0.0 if self.is_private else least_size(settings.row_metres, settings.image_metres, wide)
        strip = (CAPTION_HEIGHT if self.caption or self.notice else 0.0) + self._banner_height(least)
        scale = min(height / (CANVAS_HEIGHT + strip), width / LEAST_CANVAS_WIDTH)
        self.painter.scale = scale
        palette, size = PALETTES[settings.theme], (width / scale, height / scale - strip)
        look = Look(palette, self.painter, *size, settings.reduced_motion, is_private=self.is_private)
        if self.is_private:
            return look
        return replace(look, text_size=settings.text_size, spacing=settings.spacing, least=least)

    def draw(self, picture: Picture, look: Look) -> list[pygame.Rect]:
        """Draw a picture where it changed, and return these places (real px). `flip` puts them on the screen."""
        picture = self.focus.ringed(self._bannered(self._captioned(picture, look), look), look)
        surface = self.canvas.surface
        if picture == self._shown and self._shown_size == surface.get_size() and not self.painter.is_due:
            return []
        if self._shown is None:
            self.painter.forget()
        changed = self.painter.paint(surface, picture, self.painter.scale)
        self._shown, self._shown_size = picture, surface.get_size()
        return changed

    @property
    def mirror(self) -> Rect | None:
        """Where the picture keeps a place to show, small, what another outlet shows (logical px)."""
        return None if self._shown is None else self._shown.mirror

    def expose(self) -> None:
        """Draw everything at the next picture: something else may stand in the window."""
        self._shown = None

    def placed(self, click: Click) -> Click:
        """Return a click given in real px with its place in logical px."""
        return replace(click, x=click.x / self.painter.scale, y=click.y / self.painter.scale)

    def meant(self, given: Input) -> Input | None:
        """Return what a person means: Enter on a ringed place is a click there, and moving the ring is all done."""
        left, action = self.focus.answer(given)
        click = self.click_on(action) if action else None
        return left if click is None else click

    def click_on(self, action: str) -> Click | None:
        """Return a click (real px) that does an action of the picture."""
        point = self.focus.point_of(action)
        return None if point is None else Click(point[0] * self.painter.scale, point[1] * self.painter.scale)

    def action_at(self, click: Click) -> str | None:
        """Return what a click in real px stands for."""
        return clicked(self._shown, self.placed(click)) if self._shown else None

    def _banner_height(self, least: float) -> float:
        """Return the height of the banner, whose letters are never under ``least`` (logical px)."""
        return 1.7 * max(BANNER_SIZE, least) if self.banner else 0.0

    def _bannered(self, picture: Picture, look: Look) -> Picture:
        if not self.banner:
            return picture
        height = self._banner_height(look.least)
        top = look.height + (CAPTION_HEIGHT if self.caption or self.notice else 0.0)
        strip, fill = Rect(0, top, look.width, height), look.palette.ink
        style = TextStyle("bold", max(BANNER_SIZE, look.least))
        line = words(self.banner, *strip.centre, style, ink_on(fill), look.measure, "centre")
        return replace(picture, moving=(*picture.moving, _ground(strip, fill), line))

    def _captioned(self, picture: Picture, look: Look) -> Picture:
        strip = Rect(0, look.height, look.width, CAPTION_HEIGHT)
        if self.notice is not None:
            return _noticed(picture, self.notice, strip, look)
        if not self.caption:
            return picture
        style = TextStyle("semibold", CAPTION_SIZE)
        line = words(self.caption, strip.centre[0], strip.centre[1], style, WHITE, look.measure, "centre")
        return replace(picture, moving=(*picture.moving, _ground(strip, INK), line))


def _noticed(picture: Picture, notice: Notice, strip: Rect, look: Look) -> Picture:
    """Return the picture with a notice in the strip under it."""
    label = tr("{name}\u00a0: {words}").format(name=notice.key, words=notice.label)
    bold = TextStyle("bold", 34)
    width = look.measure.width(label, bold) + 56
    button = Rect(strip.right - 24 - width, strip.y + 10, width, strip.h - 20)
    room = Rect(108, strip.y, button.x - 108 - 32, strip.h)
    lines = fit(notice.text, [TextStyle("semibold", size) for size in (36, 32, 28)], room, look.measure, 1.15)
    items: list[Item] = [
        _ground(strip, LIGHT.warning),
        Icon(Rect(36, strip.centre[1] - 24, 48, 48), "warning", INK),
        Box(button, INK, 18),
        words(label, *button.centre, bold, WHITE, look.measure, "centre"),
    ]
    if lines is not None:
        items += place(lines, room.x, strip.centre[1] - lines.height / 2, INK)
    spot = Spot(button, notice.action, notice.label)
    return replace(picture, moving=(*picture.moving, *items), spots=(*picture.spots, spot))


def _ground(strip: Rect, colour: str) -> Box:
    return Box(Rect(0, strip.y, strip.w, strip.h + 8), colour)  # past the edge: no row of pixels is left out

"""The calm screen: a ring of beads that opens for four seconds and closes for six. Nothing counts, nothing rings.

It is made of small discs that never change size, so that it costs next to nothing to move for as long as it is needed.
"""

import math

from game.drawing.drawlist import Disc, Item, Picture, Spot, Text
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens.scene import Look

IN_SECONDS, OUT_SECONDS = 4.0, 6.0
FRAME_SECONDS = 1 / 30
_BEADS = 24
_CLOSED, _OPEN = 0.13, 0.3
"""Radius of the ring, as parts of the height of the canvas."""
_BEAD = 0.026
_CALM = "#5B9E96"
"""Seen on light paper and on dark, without calling."""


def breath_picture(_view: object, look: Look) -> Picture:
    """Return what stays: one sentence. A click anywhere goes on, as any next does."""
    x = look.width / 2
    style = TextStyle("regular", 52)
    words = Text(x, look.height * 0.84, tr("On prend le temps qu’il faut."), style, look.palette.muted, "centre")
    return Picture(look.palette.paper, (words,), spots=(Spot(look.canvas, "press:space", tr("Reprendre")),))


def breath_items(look: Look, now: float) -> tuple[Item, ...]:
    """Return the ring at an instant (seconds); with reduced motion it stays half open."""
    share = 0.5 if look.reduced_motion else openness(now)
    ring = look.height * (_CLOSED + (_OPEN - _CLOSED) * share)
    x, y, bead = look.width / 2, look.height * 0.43, look.height * _BEAD
    angles = (2 * math.pi * index / _BEADS for index in range(_BEADS))
    return tuple(Disc(x + ring * math.cos(angle), y + ring * math.sin(angle), bead, _CALM) for angle in angles)


def openness(now: float) -> float:
    """Return how open the ring is at an instant, from 0 to 1: four seconds in, six seconds out, without a jerk."""
    at = now % (IN_SECONDS + OUT_SECONDS)
    part = at / IN_SECONDS if at < IN_SECONDS else 1 - (at - IN_SECONDS) / OUT_SECONDS
    return 0.5 - 0.5 * math.cos(math.pi * part)

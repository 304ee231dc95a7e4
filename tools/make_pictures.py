"""Draw the pictures of the shipped cards, from plain shapes: ``python tools/make_pictures.py``.

Each is an SVG written here and kept as a PNG in ``content/images``: own work, under the licence of the content.
"""

import sys
from io import BytesIO
from math import cos, pi, sin
from pathlib import Path

import pygame

FOLDER = Path(__file__).resolve().parents[1] / "content" / "images"
SIZE = (700, 900)
"""Pixels: upright, to stand beside the words of a card."""
_INK, _PAPER, _SUN, _SKY, _GRASS, _WOOD = "#161A26", "#FFF7E6", "#FFC94A", "#BFE3F5", "#8CC99A", "#C98B4B"
_LINE = f'stroke="{_INK}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"'


def _drawn(ground: str, *shapes: str) -> str:
    width, height = SIZE
    frame = f'<rect x="6" y="6" width="{width - 12}" height="{height - 12}" rx="36" fill="{ground}" {_LINE}/>'
    start = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    return f"{start}{frame}{''.join(shapes)}</svg>"


def _path(points: str, fill: str = "none") -> str:
    return f'<path d="{points}" fill="{fill}" {_LINE}/>'


def _circle(x: float, y: float, radius: float, fill: str = "none") -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" {_LINE}/>'


def _box(x: float, y: float, width: float, height: float, fill: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="12" fill="{fill}" {_LINE}/>'


def _rays(x: float, y: float, near: float, far: float) -> str:
    """Return the rays of a sun, between two distances from its middle."""
    angles = (index * pi / 6 for index in range(12))
    return "".join(
        _path(f"M{x + near * cos(a):.0f} {y + near * sin(a):.0f} L{x + far * cos(a):.0f} {y + far * sin(a):.0f}")
        for a in angles
    )


def _bench() -> str:
    """Return an empty bench in the sun."""
    ground = _path("M12 660 Q350 600 688 660 L688 850 Q688 888 650 888 L50 888 Q12 888 12 850 Z", _GRASS)
    legs = "".join(_box(x, 600, 34, 150, _INK) for x in (150, 516))
    back = "".join(_box(110, y, 480, 46, _WOOD) for y in (410, 478))
    posts = "".join(_path(f"M{x} 400 L{x} 600") for x in (167, 533))
    seat = _box(80, 560, 540, 60, _WOOD)
    return _drawn(_SKY, _circle(510, 190, 84, _SUN), _rays(510, 190, 112, 150), ground, posts, back, legs, seat)


def _bicycle() -> str:
    """Return a bicycle that leans on nothing, on a road."""
    road = _box(12, 690, 676, 60, "#9AA3B5")
    wheels = "".join(_circle(x, 580, 120, _PAPER) + _circle(x, 580, 14, _INK) for x in (180, 520))
    frame = _path("M180 580 L290 400 L470 400 L340 580 Z M340 580 L275 372 M520 580 L455 350")
    saddle = _path("M230 368 L320 368")
    handle = _path("M400 350 L462 344 Q520 338 520 384")
    bell = _circle(420, 322, 22, _SUN)
    pedals = _circle(340, 580, 34, _SUN) + _path("M340 580 L368 640 M350 644 L392 644")
    return _drawn("#FCE3C8", road, wheels, frame, pedals, saddle, handle, bell, _circle(130, 160, 60, _SUN))


def _key() -> str:
    """Return a hand-sized key with its tag, before a door."""
    door = (
        _box(330, 130, 280, 640, "#7A9CC6") + _box(375, 180, 190, 220, "#BFD3EA") + _box(375, 450, 190, 260, "#BFD3EA")
    )
    floor = _path("M12 770 L688 770")
    knob = _circle(370, 430, 18, _SUN)
    ring = _circle(190, 380, 92, _SUN) + _circle(190, 372, 34, _PAPER)
    stem = _box(168, 466, 44, 260, _SUN) + _box(212, 640, 62, 34, _SUN) + _box(212, 694, 44, 32, _SUN)
    tag = _path("M164 350 Q90 330 78 250") + _box(40, 130, 96, 130, "#F59ACF") + _circle(88, 162, 10, _PAPER)
    return _drawn(_PAPER, floor, door, knob, stem, ring, tag)


PICTURES = {"un-banc-au-soleil": _bench, "un-velo-vous-attend": _bicycle, "la-cle-dans-ma-poche": _key}


def main() -> int:
    """Write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        pygame.image.save(pygame.image.load_sized_svg(BytesIO(draw().encode()), SIZE), FOLDER / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())

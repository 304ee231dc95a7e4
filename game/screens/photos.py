"""Pictures of the content, read from their files, made as small as they are shown, and kept.

A file is read once for each size, in a thread where a window waits for nothing, and at once where a picture is written.
"""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT = 12
_PRINTED = 1400
"""Pixels of the longest side of a picture on paper: 190 mm at 190 dots an inch."""
_Size = tuple[int, int]


class Photos:
    """The pictures that one painter shows."""

    def __init__(self, tell: Callable[[], None] | None = None) -> None:
        """Read in a thread, and call ``tell`` from it when a picture is there; without it, read at once."""
        self._tell = tell
        self._kept: OrderedDict[tuple[str, _Size], Future[pygame.Surface | None]] = OrderedDict()

    def get(self, file: str, size: _Size) -> Future[pygame.Surface | None]:
        """Return a picture as large as fits in a size (px), perhaps later; ``None`` in it for one that is broken."""
        found = self._kept.get((file, size))
        if found is None:
            found = self._kept[file, size] = self._asked(file, size)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end((file, size))
        return found

    def _asked(self, file: str, size: _Size) -> Future[pygame.Surface | None]:
        if self._tell is not None:
            tell = self._tell
            asked = _thread().submit(_read, file, size)
            asked.add_done_callback(lambda _: tell())
            return asked
        done: Future[pygame.Surface | None] = Future()
        done.set_result(_read(file, size))
        return done


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "photos")


def _read(file: str, size: _Size) -> pygame.Surface | None:
    try:
        whole = pygame.image.load(file)
    except (pygame.error, OSError, MemoryError):
        return None
    return _fitted(whole, size)


def _fitted(whole: pygame.Surface, size: _Size) -> pygame.Surface:
    factor = min(size[0] / whole.get_width(), size[1] / whole.get_height())
    place = max(1, round(whole.get_width() * factor)), max(1, round(whole.get_height() * factor))
    has_holes = bool(whole.get_flags() & pygame.SRCALPHA) or whole.get_colorkey() is not None
    plain = pygame.Surface(whole.get_size(), pygame.SRCALPHA if has_holes else 0, 32)  # averaging wants 24 or 32 bits
    plain.blit(whole, (0, 0))
    return pygame.transform.smoothscale(plain, place)


class Held(NamedTuple):
    """A picture in memory: its file, in which format (``png``), and its size in pixels."""

    data: bytes
    kind: str
    width: int
    height: int


def printed(file: str) -> Held | None:
    """Return a picture for paper, no larger than needed; ``None`` for a broken one."""
    try:
        whole = pygame.image.load(file)
    except (pygame.error, OSError, MemoryError):
        return None
    small = whole if max(whole.get_size()) <= _PRINTED else _fitted(whole, (_PRINTED, _PRINTED))
    kind = "png" if small.get_flags() & pygame.SRCALPHA or not file.lower().endswith((".jpg", ".jpeg")) else "jpeg"
    kept = BytesIO()
    pygame.image.save(small, kept, f"x.{kind}")
    return Held(kept.getvalue(), kind, *small.get_size())

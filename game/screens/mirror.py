"""The small picture of the room's window, in the facilitator's."""

import pygame

from game.screens.outlet import Outlet

_SECONDS = 0.1
"""While something moves in the room's window, the small picture follows no faster."""


class Mirror:
    """Copies what the room sees into the place that the facilitator's picture keeps for it."""

    def __init__(self) -> None:
        self._at = 0.0
        self._has_news = False

    def follow(
        self, main: Outlet, room: Outlet | None, changed: list[pygame.Rect], now: float, *, has_news: bool
    ) -> list[pygame.Rect]:
        """Copy when the room's window ``has_news`` and it is time, or when the place was drawn over.

        ``changed`` are the places (real px) just drawn in the facilitator's window. Return those drawn here.
        """
        place = None if room is None else mirror_place(main)
        if room is None or place is None:
            self._has_news = False
            return []
        self._has_news = self._has_news or has_news
        is_due = self._has_news and self._left(now) <= 0
        if not is_due and place.collidelist(changed) < 0:
            return []
        _copy(room.canvas.surface, main.canvas.surface, place)
        self._at, self._has_news = now, False
        return [place]

    def due_in(self, now: float) -> float | None:
        """Return after how many seconds the small picture is to be copied again, ``None`` when it is up to date."""
        return max(0.0, self._left(now)) if self._has_news else None

    def _left(self, now: float) -> float:
        """Return the seconds to wait; none when the clock of the computer was set back."""
        return self._at + _SECONDS - now if now >= self._at else 0.0


def mirror_place(main: Outlet) -> pygame.Rect | None:
    """Return where the room's screen shows in the facilitator's window (real px), if anywhere."""
    rect, scale = main.mirror, main.painter.scale
    if rect is None:
        return None
    left, top = round(rect.x * scale), round(rect.y * scale)
    return pygame.Rect(left, top, round(rect.right * scale) - left, round(rect.bottom * scale) - top)


def _copy(seen: pygame.Surface, surface: pygame.Surface, place: pygame.Rect) -> None:
    scale = min(place.w / seen.get_width(), place.h / seen.get_height())
    size = max(1, round(seen.get_width() * scale)), max(1, round(seen.get_height() * scale))
    small = pygame.transform.smoothscale(seen, size)
    surface.blit(small, small.get_rect(center=place.center))

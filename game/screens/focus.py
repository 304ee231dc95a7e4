"""The ring of the keyboard: Tab takes it from one place that can be clicked to the next, Enter does what it is on.

Screens that move a ring by themselves, with the arrows, say where it is (`Picture.focus`). There is one ring: Tab
takes it from there, and any other key of such a screen gives it back.
"""

from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from game.drawing.drawlist import Box, Item, Picture, Spot
from game.drawing.geometry import Rect
from game.screens.inputs import CONFIRM, Click, Input, Press, Scroll, Typed
from game.screens.reading_order import doors, point_of, stops
from game.screens.scene import Look, Scene

WIDTH, GAP = 4.0, 4.0
"""Logical px. The gap has the colour of the paper, so that one of the two shows on any ground."""
_RADIUS = 18.0


@dataclass
class _Place:
    """Where Tab has led on a scene: the action, and its rank among the places of the screen."""

    action: str
    rank: int


class Focus:
    """Where the keyboard stands in a window. A scene that comes back finds it where it was left."""

    def __init__(self) -> None:
        self._places: WeakKeyDictionary[Scene, _Place] = WeakKeyDictionary()
        self._scene: Scene | None = None
        self._shown: Picture | None = None
        self._look: Look | None = None
        self._doors: tuple[Picture | None, dict[str, Spot]] = (None, {})

    @property
    def picture(self) -> Picture | None:
        """What was shown last, without the ring."""
        return self._shown

    @property
    def look(self) -> Look | None:
        """How it was drawn."""
        return self._look

    @property
    def tabbed(self) -> Spot | None:
        """The spot where Tab has led, while it shows."""
        place = self._places.get(self._scene) if self._scene is not None else None
        return None if place is None else self._spots().get(place.action)

    @property
    def spot(self) -> Spot | None:
        """The spot that has the ring, whoever put it there."""
        if self.tabbed is not None or self._shown is None or self._shown.focus is None:
            return self.tabbed
        own = self._shown.focus
        at = [spot for spot in self._spots().values() if spot.rect == own]
        return at[0] if at else next((spot for spot in self._spots().values() if spot.rect.contains(*own.centre)), None)

    def point_of(self, action: str) -> tuple[float, float] | None:
        """Return where a click (logical px) does an action."""
        spot = self._spots().get(action)
        return None if spot is None or self._shown is None else point_of(spot, self._shown)

    def on(self, scene: Scene) -> None:
        """Stand on the scene that shows now."""
        self._scene = scene

    def ringed(self, picture: Picture, look: Look) -> Picture:
        """Return a picture with the ring over it, where it has one."""
        self._shown, self._look = picture, look
        spot = self.tabbed
        rect = picture.focus if spot is None else spot.rect
        return picture if rect is None else replace(picture, moving=(*picture.moving, *ring(rect, picture, look)))

    def answer(self, given: Input) -> tuple[Input | None, str]:
        """Move on Tab, go away on Escape. Return what is left to answer, and the action that it means, if any."""
        if isinstance(given, Press):
            if given.key == "tab":
                return (None, "") if self._move(-1 if given.with_shift else 1) else (given, "")
            if self.tabbed is not None and given.key in CONFIRM:
                return given, self.tabbed.action
            if self.tabbed is not None and given.key == "escape":
                self.leave()
                return None, ""
        gives_back = self._shown is not None and self._shown.focus is not None
        is_mouse = isinstance(given, Click) and not given.in_room
        if is_mouse or (gives_back and isinstance(given, Press | Typed | Scroll)):
            self.leave()
        return given, ""

    def leave(self) -> None:
        """Take away the ring that Tab has put."""
        if self._scene is not None:
            self._places.pop(self._scene, None)

    def stand(self, action: str) -> None:
        """Put the ring on the spot of an action, if there is one."""
        order = [spot.action for spot in self._stops()]
        if self._scene is not None and action in order:
            self._places[self._scene] = _Place(action, order.index(action))

    def _move(self, by: int) -> bool:
        order = [spot.action for spot in self._stops()]
        if not order or self._scene is None:
            return False
        spot, left = self.spot, self._places.get(self._scene)
        if spot is not None and spot.action in order:
            rank = (order.index(spot.action) + by) % len(order)
        elif left is not None:
            rank = min(left.rank, len(order) - 1)  # what had the ring is gone: go on from its place
        else:
            rank = 0 if by > 0 else len(order) - 1
        self._places[self._scene] = _Place(order[rank], rank)
        return True

    def _stops(self) -> list[Spot]:
        if self._shown is None or self._look is None:
            return []
        return stops(self._shown, self._look.measure, self._look.canvas)

    def _spots(self) -> dict[str, Spot]:
        if self._shown is None:
            return {}
        if self._doors[0] is None or self._doors[0].spots != self._shown.spots:
            self._doors = (self._shown, doors(self._shown))
        return self._doors[1]


def ring(rect: Rect, picture: Picture, look: Look) -> tuple[Item, ...]:
    """Return the ring around a place, inside the picture, as round as what stands there."""
    boxes = (item for item in (*picture.base, *picture.moving) if isinstance(item, Box))
    radius = next((item.radius for item in boxes if item.rect == rect), min(_RADIUS, rect.h / 3))
    wide = WIDTH + GAP
    around = rect.inset(-wide)
    bottom = max([look.height, *(spot.rect.bottom for spot in picture.spots)])
    left, top = max(0.0, around.x), max(0.0, around.y)
    around = Rect(left, top, min(look.width, around.right) - left, min(bottom + wide, around.bottom) - top)
    return (
        Box(around.inset(WIDTH), None, radius + GAP, look.palette.paper, GAP),
        Box(around, None, radius + wide, look.palette.ink, WIDTH),
    )

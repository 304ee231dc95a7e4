"""The pile of scenes: what a step does to it, and which of its scenes the room's window shows."""

from collections.abc import Sequence

from game.drawing.drawlist import Picture
from game.screens.pages.waiting_page import waiting_picture
from game.screens.scene import Home, Look, Pop, Push, Replace, Scene, ShowsRoom, Step


def stepped(scenes: Sequence[Scene], step: Step | None) -> list[Scene]:
    """Return the pile after a step; the last scene is on top, and the first one never leaves."""
    match step:
        case Push(scene):
            return [*scenes, scene]
        case Replace(scene):
            return [*scenes[:-1], scene]
        case Home(scene):
            return [scene]
        case Pop() if len(scenes) > 1:
            return list(scenes[:-1])
    return list(scenes)


def shows_room(scenes: Sequence[Scene]) -> ShowsRoom | None:
    """Return the topmost scene that has something for the room's own window."""
    return next((scene for scene in reversed(scenes) if isinstance(scene, ShowsRoom)), None)


def room_picture(scenes: Sequence[Scene], look: Look, now: float) -> Picture:
    """Return what the room's own window shows at an instant: the name of the game, when no scene has more for it."""
    shower = shows_room(scenes)
    return waiting_picture(look) if shower is None else shower.room_picture(look, now)

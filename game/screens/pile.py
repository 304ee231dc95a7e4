"""The pile of scenes: what a step does to it, and which of its scenes the room's window shows."""

from collections.abc import Sequence

from game.screens.scene import Home, Pop, Push, Replace, Scene, ShowsRoom, Step


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

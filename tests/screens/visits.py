"""What the gallery does beside the demonstration: pages that it never shows, each seen as a person comes to it."""

from collections.abc import Iterator

from game.demo.script import Beat, script
from game.desk.laptop import LaptopDesk
from game.screens.inputs import Press
from game.screens.play import PlayScene
from game.screens.scenes.check import CheckScene
from game.screens.scenes.keys import KeysScene
from game.screens.stage import Stage
from game.session.chance import seeded

SEED = 7
AWARE_FORMAT = 2
"""Where the format with a poll is in the list of formats."""


def beats(stage: Stage, desk: LaptopDesk) -> Iterator[Beat]:
    """Yield the demonstration with what it leaves out: over the board, then around a session, then a poll."""
    is_refused = False
    for beat in script(stage, seeded(SEED)):
        scene = stage.scene
        if isinstance(scene, PlayScene) and scene.state.is_on_board and not is_refused:
            is_refused = True
            yield from _beside(*"rhdme", "escape")
            yield from _called("k", "u", "a", "s", "o")
        yield beat
    yield from _chosen_keys(stage, desk)
    yield from _first_check(stage, desk)
    yield from _poll(stage)


def _pressed(*keys: str) -> Iterator[Beat]:
    return (Beat(Press(key), "", 1.0) for key in keys)


def _beside(*keys: str) -> Iterator[Beat]:
    """Yield a refused key with its sentence, then lists that open over the board, each closed again."""
    for key in keys:
        yield from _pressed(*(key, "escape") if key in "dme" else (key,))


def _called(*keys: str) -> Iterator[Beat]:
    """Yield what is called over the board for the room, each seen and put away: cadre, help, calm, pause, floor."""
    for key in keys:
        yield Beat(Press(key), "", 1.0)
        yield Beat(None, "", 1.0)
        yield Beat(Press("space" if key == "u" else key), "", 1.0)


def _chosen_keys(stage: Stage, desk: LaptopDesk) -> Iterator[Beat]:
    """Yield the keys of this computer: asked for one, one that is taken, another one, its end."""
    stage.push(KeysScene(desk))
    yield from _pressed("enter", "space", "w", "delete", "end", "escape")


def _first_check(stage: Stage, desk: LaptopDesk) -> Iterator[Beat]:
    """Yield each test of the first-run check, on a laptop that has no voice."""
    desk.try_voice = lambda: "Pas de voix sur cet ordinateur."  # type: ignore[method-assign]  # nothing is heard here
    stage.push(CheckScene(desk))
    yield from _pressed("space", "space", "space", "pagedown", "pageup", "b", "pagedown", "escape")


def _poll(stage: Stage) -> Iterator[Beat]:
    """Yield the questions of a poll before the game, again at the end, and what changed."""
    yield from _pressed("n", *["down"] * AWARE_FORMAT, *["enter"] * 4)
    play = stage.scene
    assert isinstance(play, PlayScene)
    yield from _pressed("g", "2", "space", "1", "1", "2", "space", "3", "space")
    yield from _pressed("g", str(len(play.state.acts)))
    while play.state.poll_asked is None:
        yield from _pressed("enter" if play.is_typing else "space")
    yield from _pressed("2", "2", *["space"] * 6)

"""The composition root: builds content, clock, settings and the window, and passes them in."""

from collections.abc import Sequence
from pathlib import Path

from game.content.load import Loaded, load
from game.desk import LaptopDesk
from game.places import assets_folder, content_folder, data_folder
from game.screens.painter import Painter
from game.screens.play import PlayScene
from game.screens.replay import ReplayScene
from game.screens.scene import Quit, Scene
from game.screens.scenes.home import HomeScene
from game.screens.stage import Canvas, Stage
from game.screens.window import RoomWindow
from game.session.clock import Clock, SystemClock
from game.session.folder import OpenFolder
from game.session.records import Record

TITLE = "Permis de se reconstruire"


def load_content() -> Loaded:
    """Return the shipped content, checked."""
    return load(content_folder(), assets=assets_folder())


def make_painter() -> Painter:
    """Return what draws, with the shipped fonts and icons."""
    return Painter(assets_folder() / "fonts", assets_folder() / "icons")


def make_stage(canvas: Canvas, desk: LaptopDesk, clock: Clock) -> Stage:
    """Return the stage with the home screen on it."""

    def home() -> Scene:
        return HomeScene(desk, play)

    def play(opened: OpenFolder) -> Scene:
        return PlayScene(opened, desk, home)

    return Stage(canvas, make_painter(), clock, home(), settings=lambda: desk.settings, beat=desk.beat)


def run(data: Path | None = None) -> int:
    """Open the game, and return the exit code once it is left.

    Raises:
        NoDisplayError: there is no screen to open a window on.
    """
    clock = SystemClock()
    desk = LaptopDesk(load_content(), data_folder(data), clock)
    window = RoomWindow(TITLE, full_screen=desk.settings.full_screen)
    try:
        make_stage(window, desk, clock).run()
    finally:
        desk.close()
        window.close()
    return 0


def show_again(data: Path, records: Sequence[Record], speed: float) -> None:
    """Show a session again in a window, from its records, until someone leaves.

    Raises:
        NoDisplayError: there is no screen to open a window on.
    """
    desk = LaptopDesk(load_content(), data, SystemClock())
    window = RoomWindow(TITLE, full_screen=desk.settings.full_screen)
    try:
        scene = ReplayScene(records, desk.faces, Quit(), speed)
        Stage(window, make_painter(), desk.clock, scene, settings=lambda: desk.settings).run()
    finally:
        window.close()

"""The composition root: builds content, clock, settings and the window, and passes them in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path

from game.checks.card_fit import CardFit
from game.content.library import Library
from game.content.load import Loaded, load
from game.desk.laptop import SETTINGS_NAME, LaptopDesk
from game.desk.preferences import read_settings
from game.desk.proofs import LiveProofs
from game.desk.rehearsal import erase_leftovers
from game.language import mark, tr, use
from game.places import assets_folder, content_folder, data_folder, locale_folder
from game.screens.announcer import Announcer
from game.screens.display import Display
from game.screens.display_list import DisplayList
from game.screens.displays import Projector
from game.screens.painter import Painter
from game.screens.photos import Photos
from game.screens.play import PlayScene
from game.screens.remote_page import page_of
from game.screens.replay import ReplayScene
from game.screens.scene import Quit, Scene
from game.screens.scenes.check import CheckScene
from game.screens.scenes.home import HomeScene
from game.screens.scenes.preview import PreviewScene
from game.screens.sounds import Sounds
from game.screens.stage import Canvas, Screens, Stage
from game.screens.window import MainWindow, RoomWindow, has_keyboard, press_from_elsewhere
from game.session.clock import Clock, SystemClock
from game.session.folder import OpenFolder
from game.session.records import Record

TITLE = "Permis de se reconstruire"
_NO_READER = mark("Le lecteur d’écran ne peut pas suivre cette fenêtre\u00a0: les touches et la voix marchent.")


def load_content() -> Loaded:
    """Return the shipped content, checked."""
    return load(content_folder(), assets=assets_folder())


def make_painter(photos: Photos | None = None) -> Painter:
    """Return what draws, with the shipped fonts and icons; ``photos`` when pictures may come a little later."""
    return Painter(assets_folder() / "fonts", assets_folder() / "icons", photos=photos)


def _late_photos() -> Photos:
    """Return what reads the pictures of a window: it goes on meanwhile, and wakes up when one is there."""
    return Photos(partial(press_from_elsewhere, ""))


def make_stage(canvas: Canvas, desk: LaptopDesk, clock: Clock, screens: Screens | None = None) -> Stage:
    """Return the stage with the home screen on it."""

    def home() -> Scene:
        return HomeScene(desk, play)

    def play(opened: OpenFolder) -> Scene:
        return PlayScene(opened, desk, home)

    painter = make_painter(_late_photos() if screens is not None else None)
    stage = Stage(
        canvas,
        painter,
        clock,
        home(),
        settings=lambda: desk.settings,
        keys=lambda: desk.keys,
        beat=desk.beat,
        put_back=lambda: desk.change_settings(desk.settings.with_usual_display()),
        screens=screens,
    )
    stage.assistants.append(Announcer(desk.voice, lambda: desk.settings))
    desk.remote.attach(lambda: page_of(stage), stage.tell, press_from_elsewhere)
    trouble = " ".join(filter(None, (desk.settings_trouble, desk.keys_trouble)))
    if trouble:
        stage.tell(trouble, stays=True)
    return stage


def make_projector(window: MainWindow, desk: LaptopDesk, displays: Callable[[], Iterable[Display]]) -> Projector:
    """Return what keeps the room's window on the projector."""
    return Projector(
        window,
        partial(RoomWindow, f"{TITLE} – la salle"),
        make_painter(_late_photos()),
        displays,
        settings=lambda: desk.settings,
        change_settings=desk.change_settings,
    )


@contextmanager
def told_to_reader(window: MainWindow, stage: Stage) -> Iterator[None]:
    """Let the screen reader of the system follow the window, where the extra that it takes is installed."""
    if find_spec("accesskit") is None:
        yield
        return
    from game.screens.screen_reader import ReaderError, ScreenReader  # noqa: PLC0415 - of the extra

    try:
        reader = ScreenReader(TITLE, window.handle(), has_keyboard, lambda: press_from_elsewhere(""))
    except ReaderError:
        stage.tell(tr(_NO_READER))
        yield
        return
    stage.assistants.append(reader)
    try:
        yield
    finally:
        stage.assistants.remove(reader)
        reader.close()


def run(data: Path | None = None) -> int:
    """Open the game, and return the exit code once it is left.

    Raises:
        NoDisplayError: there is no screen to open a window on.
    """
    clock = SystemClock()
    erase_leftovers()
    sounds = Sounds(assets_folder() / "sounds")
    desk = LaptopDesk(load_content(), data_folder(data), clock, sounds=sounds, fits=_fits)
    window = MainWindow(TITLE, full_screen=desk.settings.full_screen)
    displays = DisplayList()
    projector = make_projector(window, desk, displays)
    try:
        stage = make_stage(window, desk, clock, projector)
        if not desk.settings.is_checked:
            stage.push(CheckScene(desk))
        with told_to_reader(window, stage):
            stage.run()
    finally:
        desk.close()
        projector.close()
        displays.close()
        window.close()
    return 0


def show_again(data: Path, records: Sequence[Record], speed: float) -> None:
    """Show a session again in a window, from its records, until someone leaves.

    Raises:
        NoDisplayError: there is no screen to open a window on.
    """
    desk = LaptopDesk(load_content(), data, SystemClock())
    window = MainWindow(TITLE, full_screen=desk.settings.full_screen)
    try:
        scene = ReplayScene(records, desk.faces, Quit(), speed)
        Stage(window, make_painter(), desk.clock, scene, settings=lambda: desk.settings, keys=lambda: desk.keys).run()
    finally:
        window.close()


def show_cards(data: Path, root: Path, place: Path, base: Path) -> None:
    """Show the cards of a file or a folder in a window, as they are saved, until someone leaves.

    Args:
        data: The data folder, for the settings.
        root: The content folder that the cards lean on.
        place: The file or the folder.
        base: The folder that its images and sounds are in.

    Raises:
        NoDisplayError: there is no screen to open a window on.
    """
    clock = SystemClock()
    settings, _ = read_settings(data / SETTINGS_NAME)
    use(settings.language, locale_folder())
    window = MainWindow(TITLE)
    try:
        painter = make_painter()
        scene = PreviewScene(make_proofs(root, {place: base}, painter, clock), is_alone=True)
        Stage(window, painter, clock, scene, settings=lambda: settings).run()
    finally:
        window.close()


def make_proofs(root: Path, places: Mapping[Path, Path], painter: Painter, clock: Clock) -> LiveProofs:
    """Return the cards of some places, followed as they are saved; a painter measures whether they fit."""
    return LiveProofs(root, places, lambda: clock.now().date(), lambda library: CardFit(library, painter))


@cache
def _ruler() -> Painter:
    """Return a painter that measures, and never draws: the size of a window does not change what it finds."""
    return make_painter()


def _fits(library: Library) -> CardFit:
    return CardFit(library, _ruler())

"""A card is saved in an editor: how long until the window shows it, the file alone, among the whole deck, in the game.

One save in two is a rename, as many editors do. The time begins when the save is done.
"""

import json
import shutil
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.displays import displays, told_by  # noqa: E402 - the checkout is run in place
from game.app import TITLE, make_painter, make_proofs, make_stage  # noqa: E402 - as above
from game.checks.card_fit import CardFit  # noqa: E402 - as above
from game.content.load import load  # noqa: E402 - as above
from game.desk.laptop import LaptopDesk  # noqa: E402 - as above
from game.places import assets_folder, content_folder  # noqa: E402 - as above
from game.screens.desk import Settings  # noqa: E402 - as above
from game.screens.inputs import Press, Typed  # noqa: E402 - as above
from game.screens.scenes.preview import PreviewScene  # noqa: E402 - as above
from game.screens.stage import Stage  # noqa: E402 - as above
from game.screens.window import MainWindow  # noqa: E402 - as above
from game.session.clock import SystemClock  # noqa: E402 - as above

SIZE = (1920, 1080)
SAVES, GOAL_MS = 30, 200.0
_REST_SECONDS = 0.3
_UNEVEN_SECONDS = 0.017
"""Each save comes a little later than the last one, so that it falls anywhere between two looks at the files."""
_NEVER_SECONDS = 5.0
FILE = "cards/emploi/carte-de-mesure.yaml"
CARD = "id: carte-de-mesure\ntype: defi\ntheme: emploi\ntitre: Carte de mesure {0}\ntexte: Dites bonjour {0} fois.\n"


@dataclass
class Watched:
    """A stage, its window, and when it was last shown."""

    window: MainWindow
    stage: Stage
    shown_at: float = field(default=0.0)

    def __post_init__(self) -> None:
        """Keep the time of each frame."""
        show = self.window.show

        def timed() -> None:
            show()
            self.shown_at = time.perf_counter()

        self.window.show = timed  # type: ignore[method-assign]  # it is watched

    def settle(self) -> None:
        """Let the window come to rest."""
        until = time.perf_counter() + _REST_SECONDS
        while time.perf_counter() < until:
            self.stage.step(0.01)


def save(file: Path, number: int) -> None:
    """Save the card in a new version, by renaming or in place."""
    target = file.with_suffix(".tmp") if number % 2 else file
    target.write_text(CARD.format(number), encoding="utf-8")
    if number % 2:
        target.replace(file)


def delay(watched: Watched, file: Path, number: int) -> float:
    """Save the card while the program waits, and return after how many ms a frame was shown."""
    watched.settle()
    saved: list[float] = []

    def edit() -> None:
        save(file, number)
        saved.append(time.perf_counter())

    editor = threading.Timer(_UNEVEN_SECONDS * (number % 10), edit)
    before = watched.shown_at
    editor.start()
    until = time.perf_counter() + _NEVER_SECONDS
    while watched.shown_at == before:
        if time.perf_counter() > until:
            raise RuntimeError("the window never showed what was saved")
        watched.stage.step()
    editor.join()
    return (watched.shown_at - saved[0]) * 1000


def previewed(root: Path, place: Path) -> Watched:
    """Open a file or a folder as ``permis apercu`` does."""
    clock, painter, settings = SystemClock(), make_painter(), Settings()
    window = MainWindow(TITLE, SIZE)
    scene = PreviewScene(make_proofs(root, {place: root}, painter, clock), chosen="carte-de-mesure")
    return Watched(window, Stage(window, painter, clock, scene, settings=lambda: settings))


def browsed(root: Path, data: Path) -> Watched:
    """Open the browser of the game, and find the card there."""
    clock, painter = SystemClock(), make_painter()
    desk = LaptopDesk(load(root, assets=assets_folder()), data, clock, fits=lambda library: CardFit(library, painter))
    window = MainWindow(TITLE, SIZE)
    watched = Watched(window, make_stage(window, desk, clock))
    for key in ("c", "r"):
        watched.stage.give(Press(key))
    for letter in "mesure":
        watched.stage.give(Typed(letter))
    watched.stage.give(Press("enter"))
    return watched


def measured() -> dict[str, tuple[float, float]]:
    """Return, by where the card is looked at, the median and the worst delay, in ms."""
    told = {}
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "content"
        shutil.copytree(content_folder(), root)
        save(root / FILE, 0)
        places: dict[str, Callable[[], Watched]] = {
            "alone": lambda: previewed(root, root / FILE),
            "among the whole deck": lambda: previewed(root, root / "cards"),
            "in the browser of the game": lambda: browsed(root, Path(name) / "data"),
        }
        for place, opened in places.items():
            watched = opened()
            found = [delay(watched, root / FILE, number) for number in range(1, SAVES + 1)]
            watched.window.close()
            told[place] = (statistics.median(found), max(found))
    return told


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    return [
        (
            f"card saved to changed frame, {place}, {display}",
            f"median {median:.0f} ms, worst {worst:.0f} ms",
            f"under {GOAL_MS:.0f} ms",
        )
        for display in displays()
        for place, (median, worst) in told_by(Path(__file__), display).items()
    ]


if __name__ == "__main__":
    if "alone" in sys.argv:
        print(json.dumps(measured()))
    else:
        for row in run():
            print(*row, sep=" | ")

from collections.abc import Callable
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from desk import NOW, FakeDesk, Played, press, summary

from game.drawing.drawlist import Picture, Text
from game.drawing.geometry import Rect
from game.drawing.theme import DARK, LIGHT
from game.screens.painter import Painter
from game.screens.scene import Binding, Look, Scene
from game.screens.scenes.cards import CardsScene
from game.screens.scenes.choose import ChoiceScene, Entry
from game.screens.scenes.help import HelpScene
from game.screens.scenes.home import HomeScene
from game.screens.scenes.sessions import SessionsScene
from game.screens.scenes.settings import SettingsScene
from game.screens.scenes.setup import SetupScene

ASSETS = Path(__file__).parents[2] / "assets"
WORDS = tuple(f"mot {number}" for number in range(30))
LONG_PLACE = "La maison des associations du centre"
SIZES = [(1920, 1080), (1440, 1080), (2520, 1080)]
SENTENCE = "Cette séance est ouverte dans un autre programme. Fermez-le, ou redémarrez l’ordinateur, puis réessayez."


def desk(**parts: object) -> FakeDesk:
    many = tuple(summary(LONG_PLACE, NOW - timedelta(days=n), words=WORDS) for n in range(9))
    return FakeDesk(sessions=many, wrong=("x",) * 12, **parts)


def after(scene: Scene, *keys: str) -> Scene:
    press(scene, *keys)
    return scene


def setup(*keys: str, **parts: object) -> Scene:
    return after(SetupScene(desk(**parts), Played), *keys)


SCENES: dict[str, Callable[[], Scene]] = {
    "home": lambda: HomeScene(desk(), Played),
    "home with an error": lambda: after(HomeScene(desk(refusal=SENTENCE), Played), "r"),
    "home at the beginning": lambda: HomeScene(FakeDesk(), Played),
    "which session": setup,
    "a long place": lambda: setup("down", "down", *LONG_PLACE),
    "what may come up": lambda: setup("enter"),
    "with several audiences": lambda: setup("down", "enter", *["down"] * 5, "space"),
    "few cards": lambda: setup("enter", *["down"] * 3, "space", cards_each=1),
    "four teams": lambda: setup("down", "enter", "enter"),
    "eight teams": lambda: setup("down", "enter", "enter", *["plus"] * 4, "1", "2"),
    "a name being typed": lambda: setup("enter", "enter", "m", *"Les Mouettes du grand lac"),
    "all is ready": lambda: setup("down", "down", *LONG_PLACE, "enter", "enter", *["plus"] * 4, "enter"),
    "not ready": lambda: setup("enter", "enter", "enter", "enter", refusal=SENTENCE),
    "sessions": lambda: SessionsScene(desk(), Played),
    "sessions with an error": lambda: after(SessionsScene(desk(refusal=SENTENCE), Played), "o"),
    "no session": lambda: SessionsScene(FakeDesk(), Played),
    "cards": lambda: CardsScene(desk()),
    "a question": lambda: after(CardsScene(desk()), "right", "down"),
    "another theme": lambda: after(CardsScene(desk()), *["right"] * 4),
    "no card": lambda: CardsScene(FakeDesk(deck=())),
    "settings": lambda: SettingsScene(desk(sessions_folder=Path("/".join(["un dossier assez long"] * 5)))),
    "settings with an error": lambda: after(SettingsScene(desk(refusal=SENTENCE)), "enter"),
    "help": lambda: HelpScene([Binding(("Maj", "Entrée"), f"faire une chose assez longue {n}") for n in range(30)]),
    "a list": lambda: ChoiceScene("Aller à un acte", [Entry(SENTENCE, SENTENCE, "sun")] * 12, lambda _: None),
    "an empty list": lambda: ChoiceScene("Rien", [], lambda _: None),
}


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter(ASSETS / "fonts", ASSETS / "icons", 2 / 3)


def drawn(name: str, painter: Painter, size: tuple[int, int]) -> Picture:
    return SCENES[name]().picture(Look(LIGHT, painter, *size), 0)


def box(item: Text, painter: Painter) -> Rect:
    """Return where the letters of a line are, without the air over and under them."""
    width, height = painter.width(item.text, item.style), painter.line_height(item.style)
    left = item.x - {"left": 0.0, "centre": width / 2, "right": width}[item.anchor]
    letters = 0.95 * item.style.size
    return Rect(left, item.y + (height - letters) / 2, width, letters)


def lines(picture: Picture, painter: Painter) -> list[tuple[str, Rect]]:
    return [(item.text, box(item, painter)) for item in picture.base if isinstance(item, Text) and item.text]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_no_line_leaves_the_screen(name: str, size: tuple[int, int], painter: Painter) -> None:
    for text, rect in lines(drawn(name, painter, size), painter):
        assert rect.x >= 24, text
        assert rect.right <= size[0] - 24, text
        assert 24 <= rect.y < rect.bottom <= size[1] - 12, text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_no_line_covers_another(name: str, size: tuple[int, int], painter: Painter) -> None:
    for (first, a), (second, b) in combinations(lines(drawn(name, painter, size), painter), 2):
        is_apart = a.right <= b.x + 1 or b.right <= a.x + 1 or a.bottom <= b.y + 1 or b.bottom <= a.y + 1
        assert is_apart, (first, second)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_nothing_is_written_too_small_to_read(name: str, size: tuple[int, int], painter: Painter) -> None:
    written = [item for item in drawn(name, painter, size).base if isinstance(item, Text)]
    assert min(item.style.size for item in written) >= 27


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_every_place_to_click_is_on_the_screen_and_has_a_name(
    name: str, size: tuple[int, int], painter: Painter
) -> None:
    for spot in drawn(name, painter, size).spots:
        assert spot.rect.x >= 0
        assert spot.rect.right <= size[0]
        assert spot.rect.bottom <= size[1]
        assert spot.label or spot.action == "next"


@pytest.mark.parametrize("name", SCENES)
def test_a_dark_room_gets_the_same_words_on_dark_paper(name: str, painter: Painter) -> None:
    light = drawn(name, painter, (1920, 1080))
    dark = SCENES[name]().picture(Look(DARK, painter, 1920, 1080), 0)
    assert dark.background == DARK.paper
    assert lines(light, painter) == lines(dark, painter)


@pytest.mark.parametrize("name", SCENES)
def test_drawing_twice_gives_the_same_picture(name: str, painter: Painter) -> None:
    scene = SCENES[name]()
    look = Look(LIGHT, painter, 1920, 1080)
    assert scene.picture(look, 0) == scene.picture(look, 1)


@pytest.mark.parametrize("name", SCENES)
def test_every_screen_tells_its_keys(name: str) -> None:
    scene = SCENES[name]()
    assert scene.bindings()
    reads_files = isinstance(scene, CardsScene)  # the browser shows a card again as soon as its author saves it
    assert (scene.wakes_in(0) is None) != reads_files

"""What the screen of the remote draws, at four sizes, in the light and in the dark."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from gallery import SIZES, Gallery, Shot
from pilot import watched_painter

from game.drawing.drawlist import Text
from game.drawing.geometry import Rect
from game.drawing.theme import DARK, LIGHT, contrast
from game.remote.interfaces import LOOPBACK, Interface
from game.remote.page import State, Status, Trouble
from game.remote.qr import qr_modules
from game.screens.outlet import CANVAS_HEIGHT, LEAST_CANVAS_WIDTH
from game.screens.scene import Look
from game.screens.scenes.remote_views import code_picture, networks_picture

SMALLEST, LARGE, ENOUGH, ENOUGH_LARGE = 27, 32, 7.0, 4.5
ADDRESS = "192.168.100.200:65535"
NETWORKS = (*(Interface(f"10.0.0.{last}", f"Wi-Fi {last}") for last in range(6)), Interface(LOOPBACK, ""))
STATUSES = (
    Status(State.WAITING, ADDRESS, f"http://{ADDRESS}/#{'a' * 32}", "123456"),
    Status(State.WAITING, ADDRESS, f"http://{ADDRESS}/#{'a' * 32}", "123456", wrong=4),
    Status(State.CONNECTED, ADDRESS, f"http://{ADDRESS}/#{'a' * 32}", "123456", is_refused=True),
    Status(State.CONNECTED, ADDRESS),
    Status(State.VANISHED, ADDRESS, is_refused=True),
    Status(State.LOCKED, ADDRESS, wrong=5),
)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def shown(request: pytest.FixtureRequest) -> Gallery:
    width, height = request.param
    painter = watched_painter()
    painter.scale = min(height / CANVAS_HEIGHT, width / LEAST_CANVAS_WIDTH)
    canvas = Rect(0, 0, width / painter.scale, height / painter.scale)
    shots = []
    for palette in (LIGHT, DARK):
        look = Look(palette, painter, canvas.w, canvas.h, is_private=True)
        for status in STATUSES:
            for is_hidden in (False, True):
                modules = qr_modules(status.link) if status.link else ()
                shots.append(Shot("code", code_picture(look, status, modules, is_hidden=is_hidden), canvas))
        for networks, trouble in _choices():
            shots.append(Shot("networks", networks_picture(look, networks, 0, trouble), canvas))
    return Gallery(painter, tuple(shots))


def _choices() -> Sequence[tuple[Sequence[Interface], Trouble | None]]:
    return [(NETWORKS, None), *(((), trouble) for trouble in Trouble), (NETWORKS[-1:], Trouble.NO_NETWORK)]


def test_every_text_is_whole_large_enough_and_reads_on_its_ground(shown: Gallery) -> None:
    for shot in shown.shots:
        for item, rect in shown.visible(shot):
            told = f"{shot.kind} {item.text!r} {item.style}"
            assert rect.x >= 0, told
            assert rect.right <= shot.canvas.w, told
            assert rect.bottom <= shot.canvas.h, told
            assert item.style.size >= SMALLEST, told
            assert "…" not in item.text, told
            least = ENOUGH_LARGE if item.style.size >= LARGE else ENOUGH
            assert min(contrast(item.colour, ground) for ground in shown.grounds(shot, item)) >= least, told


def test_no_two_texts_overlap(shown: Gallery) -> None:
    for shot in shown.shots:
        for (one, a), (other, b) in combinations(shown.visible(shot), 2):
            is_apart = a.right <= b.x + 1 or b.right <= a.x + 1 or a.bottom <= b.y + 1 or b.bottom <= a.y + 1
            assert is_apart, (shot.kind, one.text, other.text)


def test_every_sentence_shows_whole(shown: Gallery) -> None:
    for shot in shown.shots:
        assert any(isinstance(item, Text) and item.style.size >= LARGE for item in shot.picture.base)
        assert all(spot.label for spot in shot.picture.spots), "each place to click has a name"


def test_the_qr_code_is_dark_on_light_with_its_quiet_zone_even_in_the_dark(shown: Gallery) -> None:
    for shot in shown.shots:
        boxes = [item for item in shot.picture.base if hasattr(item, "radius") and getattr(item, "fill", None)]
        modules = [box for box in boxes if box.fill == LIGHT.ink and box.rect.h < 30 and not box.radius]
        if not modules:
            continue
        panel = next(box for box in boxes if box.fill == "#FFFFFF" and box.rect.w == box.rect.h)
        side = modules[0].rect.h
        assert min(box.rect.x for box in modules) - panel.rect.x >= 3.9 * side
        assert panel.rect.right - max(box.rect.right for box in modules) >= 3.9 * side
        assert side * shown.painter.scale >= 4, "a module is at least four px: a camera sees it"

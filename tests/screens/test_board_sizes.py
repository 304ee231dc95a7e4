"""The page of the board, from the shortest board to the longest: all is read, nothing is over anything else."""

from dataclasses import replace
from itertools import combinations

import pytest
from gallery import Gallery, Shot
from pilot import shipped

from game.app import make_painter
from game.drawing.drawlist import Text
from game.drawing.geometry import Rect
from game.drawing.theme import LIGHT, TextStyle
from game.rules import Phase
from game.rules.board import Forward
from game.screens.motion import Drop, Motion, Tumble
from game.screens.pages.board_page import board_picture
from game.screens.pages.board_places import dice_rects, ring_of, wall_area, words_area
from game.screens.pages.moving import moving_items
from game.screens.scene import Look
from game.session.agenda import ActKind
from game.session.pace import Pace
from game.session.views import ActsView, BoardView, BrickView, SquareView, TeamView, ThemeView

SIZES = (12, 20, 30, 36, 45, 63, 80, 100)
ACTS = ActsView((ActKind.WELCOME, ActKind.GAME, ActKind.DEBRIEF), ("", "", ""), 1, 38)
NAMES = ("Les Hérons", "Les Marins", "Les Bâtisseurs", "Le Phare", "Les Reconstructeurs", "Ça tient", "Nous", "Le Pont")
THEMES = tuple(
    ThemeView(theme.id, theme.title, theme.icon, theme.colour) for theme in shipped().library.themes.values()
)
LONG = "Quelqu’un parle de vous à un employeur, qui vous rappelle demain."


def square(number: int) -> SquareView:
    if number % 6 == 0:
        return SquareView(name="Guichet fermé", icon="hand-palm", text=LONG, effect=Forward(2))
    return SquareView() if number % 5 == 0 else SquareView(theme=THEMES[number % 6])


def board(squares: int, **changes: object) -> BoardView:
    teams = tuple(TeamView(name, name, "bird", 4, 0) for name in NAMES)
    view = BoardView(
        ACTS,
        squares=tuple(square(number) for number in range(1, squares + 1)),
        teams=teams,
        turn=2,
        phase=Phase.READY,
        pawns=(0, 1, 6, 6, 6, 6, 11, squares + 1),
        dice=(5,),
        came_from=None,
        due=None,
        bricks=tuple(BrickView(THEMES[index % 6], "papiers") for index in range(9)),
        physical_dice=False,
        faces=6,
        dice_count=1,
        can_move=True,
        is_game_over_time=False,
    )
    return replace(view, **changes)  # type: ignore[arg-type]


MOMENTS: dict[str, dict[str, object]] = {
    "before the throw": {},
    "after the throw": {"phase": Phase.LANDED, "came_from": 1, "due": THEMES[0]},
    "a special square": {"phase": Phase.EFFECT, "came_from": 1},
    "the end of the time": {"is_game_over_time": True},
    "a team that waits": {"can_move": False, "turn": 4},
    "short of time": {"pace": Pace(14, 5, 2)},
    "three dice": {"dice_count": 3, "dice": (1, 2, 3), "came_from": 0, "due": THEMES[-1], "phase": Phase.LANDED},
}


@pytest.fixture(scope="module", params=[(1920, 1080), (1280, 720), (1024, 768)], ids=["1080p", "720p", "4:3"])
def look(request: pytest.FixtureRequest) -> Look:
    width, height = request.param
    painter = make_painter()
    painter.scale = min(height / 1080, width / 1440)
    return Look(LIGHT, painter, width / painter.scale, height / painter.scale)


def shot_of(view: BoardView, look: Look) -> tuple[Gallery, Shot]:
    shot = Shot("BoardView", board_picture(view, look), look.canvas, view)
    return Gallery(look.measure, (shot,)), shot  # type: ignore[arg-type]  # it measures with a painter


def is_apart(a: Rect, b: Rect) -> bool:
    return a.right - 1 <= b.x or b.right - 1 <= a.x or a.bottom - 1 <= b.y or b.bottom - 1 <= a.y


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("squares", SIZES)
def test_no_text_overlaps_another_one_is_too_small_or_leaves_the_canvas(squares: int, moment: str, look: Look) -> None:
    shown, shot = shot_of(board(squares, **MOMENTS[moment]), look)
    lines = list(shown.visible(shot))
    assert [(a.text, b.text) for (a, ra), (b, rb) in combinations(lines, 2) if not is_apart(ra, rb)] == []
    assert [item.text for item, _ in lines if item.style.size < 27] == []
    for item, rect in lines:
        assert 0 <= rect.x < rect.right <= look.width, item.text
        assert 0 <= rect.y < rect.bottom <= look.height, item.text


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("squares", SIZES)
def test_the_words_and_the_dice_stay_inside_the_path(squares: int, moment: str, look: Look) -> None:
    view = board(squares, **MOMENTS[moment])
    ring = ring_of(view, look)
    shown, shot = shot_of(view, look)
    wall = wall_area(view, look)
    parts = [words_area(view, look), *dice_rects(view, look), *([wall] if wall else [])]
    inside = [rect for _, rect in shown.visible(shot) if ring.inner.contains(*rect.centre)]
    assert len(inside) >= 3
    for rect in (*parts, *inside):
        assert all(is_apart(rect, tile) for tile in ring.tiles)


@pytest.mark.parametrize("squares", SIZES)
def test_what_a_special_square_says_is_there_whole_however_little_room_there_is(squares: int, look: Look) -> None:
    _, shot = shot_of(board(squares, **MOMENTS["a special square"]), look)
    written = " ".join(item.text for item in shot.texts)
    assert LONG in written
    assert "Avancez de" in written


@pytest.mark.parametrize("squares", SIZES)
def test_every_square_without_a_pawn_shows_its_number_or_its_name(squares: int, look: Look) -> None:
    view = board(squares)
    _, shot = shot_of(view, look)
    for number in set(range(1, squares + 1)) - set(view.pawns):
        tile = ring_of(view, look).tiles[number]
        written = " ".join(item.text for item in shot.texts if tile.contains(item.x, item.y + item.style.size / 2))
        assert written in {str(number), "Guichet fermé"}


@pytest.mark.parametrize("squares", SIZES)
def test_the_wall_is_drawn_beside_the_words_or_counted(squares: int, look: Look) -> None:
    view = board(squares)
    _, shot = shot_of(view, look)
    written = "".join(item.text for item in shot.texts).replace("\u00a0", " ").replace("\u202f", " ")
    assert "Notre mur · 9 échanges" in written
    assert ("papiers" in written) == (wall_area(view, look) is not None)


@pytest.mark.parametrize("squares", [1, 3, 150, 1000])
def test_a_board_that_cannot_be_read_is_drawn_all_the_same(squares: int, look: Look) -> None:
    view = board(squares, pawns=(0, 1, 1, 1, 1, 1, 2, squares + 1))
    assert any(
        isinstance(item, Text) and item.style == TextStyle("bold", 34) for item in board_picture(view, look).base
    )


@pytest.mark.parametrize("squares", [12, 63, 100])
def test_dice_tumble_and_bricks_fall_on_every_board(squares: int, look: Look) -> None:
    for beat in (Tumble((3,)), Drop()):
        assert moving_items(board(squares), Motion((beat,), 0.0), look, 0.3) or wall_area(board(squares), look) is None

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.drawing import board, pieces, teams
from game.drawing.drawlist import Box, Disc, Icon, Item, Line, Picture, Text
from game.drawing.geometry import Rect
from game.drawing.theme import INK, LIGHT, WHITE, TextStyle
from game.screens.painter import Painter

ASSETS = Path(__file__).parents[2] / "assets"
FACES = ["title", "regular", "semibold", "bold"]
PAPER, RED = "#FFFFFF", "#FF0000"


@pytest.fixture
def painter() -> Painter:
    return Painter(ASSETS / "fonts", ASSETS / "icons")


def drawn(
    painter: Painter,
    *items: Item,
    size: tuple[int, int] = (200, 120),
    scale: float = 1.0,
    origin: tuple[float, float] = (0.0, 0.0),
) -> pygame.Surface:
    surface = pygame.Surface(size)
    painter.paint(surface, Picture(PAPER, items), scale, origin)
    return surface


def line(painter: Painter, text: str, style: TextStyle, scale: float) -> pygame.Surface:
    return drawn(painter, Text(10, 10, text, style, INK), size=(900, 200), scale=scale)


def inked(surface: pygame.Surface) -> pygame.Rect:
    """Return the smallest rect around all that is not paper."""
    mask = pygame.mask.from_threshold(surface, pygame.Color(PAPER), (1, 1, 1, 255))
    mask.invert()
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:])


def colours(surface: pygame.Surface) -> set[tuple[int, int, int]]:
    return {tuple(surface.get_at((x, y)))[:3] for x in range(surface.get_width()) for y in range(surface.get_height())}


def blurred(surface: pygame.Surface) -> int:
    """Count the pixels that are neither paper nor ink."""
    plain = {(255, 255, 255), tuple(pygame.Color(INK))[:3]}
    width, height = surface.get_size()
    return sum(tuple(surface.get_at((x, y)))[:3] not in plain for x in range(width) for y in range(height))


def board_picture(painter: Painter) -> Picture:
    ring = board.layout(30, Rect(32, 32, 1856, 932))
    items = [
        item for number, tile in enumerate(ring.tiles) for item in pieces.tile(tile, number, "house-line", "#F7630C")
    ]
    items += pieces.special_tile(ring.tiles[3], "bridge", "Passerelle", LIGHT, painter)
    items += pieces.empty_brick(Rect(900, 500, 164, 77), LIGHT)
    return Picture(LIGHT.paper, tuple(items))


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("scale", [0.667, 1.0, 2.0])
def test_a_line_is_measured_as_wide_as_it_is_drawn_even_with_a_narrow_space(
    painter: Painter, face: str, scale: float
) -> None:
    painter.scale = scale
    style = TextStyle(face, 64)
    apart, together = (
        (painter.width(text, style) * scale, inked(line(painter, text, style, scale)).w)
        for text in ("Qui joue\u202f?", "Qui joue?")
    )
    assert apart[1] - together[1] == pytest.approx(apart[0] - together[0], abs=1)
    assert apart[0] - together[0] > 4
    assert together[1] == pytest.approx(together[0], rel=0.04)


def test_the_anchor_says_which_side_of_the_text_is_at_x(painter: Painter) -> None:
    style = TextStyle("regular", 40)
    left, centre, right = (
        inked(drawn(painter, Text(150, 20, "Emploi", style, INK, anchor))).x for anchor in ("left", "centre", "right")
    )
    width = painter.width("Emploi", style)
    assert left - centre == pytest.approx(width / 2, abs=1)
    assert left - right == pytest.approx(width, abs=1)


@pytest.mark.parametrize(
    "item",
    [
        Text(10, 10, "Séance", TextStyle("title", 40), INK),
        Icon(Rect(10, 10, 60, 60), "bird", INK),
        Box(Rect(10, 10, 100, 60), INK, 18),
        Disc(60, 60, 30, INK),
    ],
    ids=["text", "icon", "box", "disc"],
)
def test_edges_are_smooth_and_as_sharp_at_twice_the_size(painter: Painter, item: Item) -> None:
    small = drawn(painter, item)
    large = drawn(painter, item, size=(400, 240), scale=2.0)
    assert len(colours(small)) > 4
    soft, soft_enlarged = blurred(large), blurred(pygame.transform.scale_by(small, 2))
    assert soft < 0.75 * soft_enlarged
    assert inked(large).w == pytest.approx(2 * inked(small).w, abs=4)


def test_an_icon_has_the_colour_asked_for_not_grey(painter: Painter) -> None:
    surface = drawn(painter, Icon(Rect(0, 0, 100, 100), "briefcase", RED))
    assert (255, 0, 0) in colours(surface)
    assert all(green == blue for _, green, blue in colours(surface))
    assert not any(red < 250 for red, _, _ in colours(surface))


def test_an_icon_that_is_not_shipped_is_a_question_mark_rather_than_the_end_of_a_session(painter: Painter) -> None:
    unknown = drawn(painter, Icon(Rect(0, 0, 100, 100), "licorne", INK))
    question = drawn(painter, Icon(Rect(0, 0, 100, 100), "question", INK))
    assert pygame.image.tobytes(unknown, "RGB") == pygame.image.tobytes(question, "RGB")


def test_a_box_has_its_stroke_inside_and_its_hard_shadow_below(painter: Painter) -> None:
    surface = drawn(painter, Box(Rect(20, 20, 100, 60), RED, 12, INK, 4, shadow=6))
    assert inked(surface) == pygame.Rect(20, 20, 100, 66)
    assert surface.get_at((70, 50)) == pygame.Color(RED)
    for edge in ((70, 21), (21, 50), (118, 50), (70, 78), (70, 84)):
        assert surface.get_at(edge) == pygame.Color(INK)
    assert surface.get_at((20, 20)) == pygame.Color(PAPER)


def test_a_box_without_fill_shows_what_is_behind_it_and_a_box_without_anything_is_not_seen(painter: Painter) -> None:
    behind = Box(Rect(0, 0, 200, 120), RED)
    surface = drawn(painter, behind, Box(Rect(20, 20, 100, 60), None, 12, INK, 4), Box(Rect(130, 20, 50, 50), None, 9))
    assert surface.get_at((70, 50)) == pygame.Color(RED)
    assert surface.get_at((70, 21)) == pygame.Color(INK)
    assert surface.get_at((25, 25)) != surface.get_at((70, 50))
    assert {tuple(surface.get_at((x, y))) for x in range(125, 200) for y in range(120)} == {(255, 0, 0, 255)}


def test_a_dashed_box_has_gaps_on_every_side_and_keeps_its_corners(painter: Painter) -> None:
    surface = drawn(painter, Box(Rect(20, 20, 160, 80), None, 8, INK, 2, dashed=True))
    top = [surface.get_at((x, 20)) == pygame.Color(INK) for x in range(28, 172)]
    side = [surface.get_at((20, y)) == pygame.Color(INK) for y in range(28, 92)]
    for edge in (top, side):
        assert 0.4 < sum(edge) / len(edge) < 0.8
        assert edge == edge[::-1]
    assert surface.get_at((100, 60)) == pygame.Color(PAPER)


def test_a_rule_is_as_thick_and_as_dark_as_asked(painter: Painter) -> None:
    surface = drawn(painter, Line(20, 40, 180, 40, 4, INK), Line(100, 60, 100, 110, 6, INK))
    assert inked(surface.subsurface((0, 0, 200, 55))) == pygame.Rect(20, 38, 160, 4)
    assert inked(surface.subsurface((0, 55, 200, 65))) == pygame.Rect(97, 5, 6, 50)
    assert colours(surface) == {(255, 255, 255), tuple(pygame.Color(INK))[:3]}


def test_a_slanted_line_goes_from_one_end_to_the_other(painter: Painter) -> None:
    assert inked(drawn(painter, Line(20, 20, 120, 80, 4, INK))).inflate(8, 8).contains((20, 20, 100, 60))


def test_neighbours_touch_without_gap_nor_overlap_at_any_scale(painter: Painter) -> None:
    for scale in (0.667, 1.1, 1.3333):
        left, right = Box(Rect(10.3, 10, 40.4, 40), INK), Box(Rect(50.7, 10, 40.4, 40), INK)
        surface = drawn(painter, left, right, scale=scale)
        assert colours(surface.subsurface(inked(surface))) == {tuple(pygame.Color(INK))[:3]}


def test_the_origin_moves_the_whole_picture(painter: Painter) -> None:
    item = Box(Rect(10, 10, 40, 40), INK)
    assert inked(drawn(painter, item, origin=(30.0, 20.0))).topleft == (40, 30)


def test_painting_the_same_picture_again_changes_nothing(painter: Painter) -> None:
    surface = pygame.Surface((1280, 720))
    picture = replace(board_picture(painter), moving=teams.pawn((400, 400), 32, "boat"))
    assert painter.paint(surface, picture, 2 / 3) == [surface.get_rect()]
    assert painter.paint(surface, picture, 2 / 3) == []
    assert painter.paint(surface, replace(picture, base=(*picture.base[:1], *picture.base[1:])), 2 / 3) == []


def test_a_moving_pawn_leaves_no_trace_and_touches_only_the_places_reported(painter: Painter) -> None:
    surface = pygame.Surface((1280, 720))
    still = board_picture(painter)
    for step in range(6):
        before = surface.copy()
        picture = replace(still, moving=teams.pawn((150 + 47 * step, 900 - 130 * step), 32, "boat"))
        dirty = painter.paint(surface, picture, 2 / 3)
        fresh = pygame.Surface((1280, 720))
        Painter(ASSETS / "fonts", ASSETS / "icons").paint(fresh, picture, 2 / 3)
        assert pygame.image.tobytes(surface, "RGB") == pygame.image.tobytes(fresh, "RGB")
        for rect in dirty:
            before.blit(surface, rect, rect)
        assert pygame.image.tobytes(before, "RGB") == pygame.image.tobytes(surface, "RGB")
    assert sum(rect.w * rect.h for rect in dirty) < 0.05 * 1280 * 720


def test_the_last_place_of_a_pawn_is_cleaned_when_it_leaves(painter: Painter) -> None:
    surface = pygame.Surface((1280, 720))
    still = board_picture(painter)
    painter.paint(surface, still, 2 / 3)
    before = pygame.image.tobytes(surface, "RGB")
    painter.paint(surface, replace(still, moving=teams.pawn((400, 400), 32, "boat")), 2 / 3)
    painter.paint(surface, still, 2 / 3)
    assert pygame.image.tobytes(surface, "RGB") == before


def test_another_scale_another_surface_or_another_base_repaints_everything(painter: Painter) -> None:
    picture = Picture(PAPER, (Box(Rect(10, 10, 40, 40), INK),))
    small, large = pygame.Surface((200, 120)), pygame.Surface((400, 240))
    painter.paint(small, picture, 1.0)
    assert painter.paint(large, picture, 2.0) == [large.get_rect()]
    assert inked(large) == pygame.Rect(20, 20, 80, 80)
    assert painter.paint(small, picture, 1.0) == [small.get_rect()]
    other = Picture(PAPER, (Box(Rect(20, 10, 40, 40), INK),))
    assert painter.paint(small, other, 1.0) == [small.get_rect()]
    assert inked(small) == pygame.Rect(20, 10, 40, 40)


def test_after_forgetting_what_others_drew_is_painted_over(painter: Painter) -> None:
    surface = pygame.Surface((200, 120))
    picture = Picture(WHITE, (Box(Rect(10, 10, 40, 40), INK),))
    painter.paint(surface, picture, 1.0)
    surface.fill("black")
    painter.forget()
    assert painter.paint(surface, picture, 1.0) == [surface.get_rect()]
    assert inked(surface) == pygame.Rect(10, 10, 40, 40)


def test_a_moving_box_takes_its_hard_shadow_with_it(painter: Painter) -> None:
    surface = pygame.Surface((200, 120))
    for x in (10, 80):
        cap = Box(Rect(x, 20, 50, 50), WHITE, 8, INK, 3, shadow=8)
        painter.paint(surface, Picture(PAPER, (), (cap,)), 1.0)
    assert inked(surface) == pygame.Rect(80, 20, 50, 58)


def test_a_larger_window_at_the_same_scale_is_painted_to_its_edges(painter: Painter) -> None:
    picture = Picture(RED, (Box(Rect(0, 0, 40, 40), INK),))
    painter.paint(pygame.Surface((100, 60)), picture, 1.0)
    wide = pygame.Surface((300, 60))
    painter.paint(wide, picture, 1.0)
    assert wide.get_at((299, 59)) == pygame.Color(RED)

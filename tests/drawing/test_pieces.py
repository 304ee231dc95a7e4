from collections.abc import Iterable
from typing import TypeVar

import pytest
from hypothesis import given, strategies as st

from game.drawing import pieces, teams
from game.drawing.drawlist import Box, Disc, Icon, Item, Text
from game.drawing.geometry import Rect
from game.drawing.parts import SMALLEST
from game.drawing.text import Measure
from game.drawing.theme import DARK, LIGHT, Palette, contrast

Kind = TypeVar("Kind")
TILE = Rect(201, 838, 161, 126)
BRICK = Rect(956, 705, 164, 77)
CREW = [("Les Hérons", "bird"), ("Les Marins", "boat"), ("Les Bâtisseurs", "hammer"), ("Le Phare", "lighthouse")]


def only(items: Iterable[Item], kind: type[Kind]) -> list[Kind]:
    return [item for item in items if isinstance(item, kind)]


@pytest.mark.parametrize("face", range(1, 7))
def test_a_die_shows_as_many_pips_as_its_face_all_on_the_black(face: int) -> None:
    _, black, *pips = pieces.die(Rect(244, 564, 194, 194), face)
    assert len(pips) == face
    assert len({(pip.x, pip.y) for pip in pips}) == face
    for pip in pips:
        assert black.rect.contains(pip.x - pip.radius, pip.y - pip.radius)
        assert black.rect.contains(pip.x + pip.radius, pip.y + pip.radius)


def test_there_is_no_seventh_face() -> None:
    with pytest.raises(KeyError):
        pieces.die(Rect(0, 0, 100, 100), 7)


def test_a_square_shows_its_number_and_its_icon_in_the_colour_that_reads() -> None:
    ground, number, icon = pieces.tile(TILE, 14, "briefcase", "#0F2A66")
    assert (ground.fill, number.text, icon.name) == ("#0F2A66", "14", "briefcase")
    assert number.colour == icon.colour == "#FFFFFF"
    assert TILE.contains(icon.rect.x, icon.rect.y)
    assert TILE.contains(icon.rect.right, icon.rect.bottom)


@pytest.mark.parametrize("name", ["Relais", "Passerelle", "Coup de pouce", "Guichet fermé"])
@pytest.mark.parametrize("tile", [TILE, Rect(32, 32, 145, 96)], ids=["16:9", "4:3"])
def test_the_name_of_a_special_square_stays_inside_it(ruler: Measure, tile: Rect, name: str) -> None:
    items = pieces.special_tile(tile, "bird", name, LIGHT, ruler)
    lines = only(items, Text)
    assert "".join(line.text for line in lines).startswith(name.split(maxsplit=1)[0][:6])
    for line in lines:
        assert ruler.width(line.text, line.style) <= tile.w
        assert tile.y <= line.y
        assert line.y + ruler.line_height(line.style) <= tile.bottom
    for icon in only(items, Icon):
        assert icon.rect.y >= tile.y
        assert icon.rect.bottom <= lines[0].y


@pytest.mark.parametrize("tile", [TILE, Rect(32, 32, 93, 67), Rect(32, 32, 76, 56)])
def test_a_special_square_too_small_for_its_name_shows_its_number_and_its_icon(ruler: Measure, tile: Rect) -> None:
    name = "Anticonstitutionnellement" if tile == TILE else "Guichet fermé"
    items = pieces.special_tile(tile, "bird", name, LIGHT, ruler, number=14)
    assert [text.text for text in only(items, Text)] == ["14"]
    assert [icon.name for icon in only(items, Icon)] == ["bird"]
    assert [icon.name for icon in only(pieces.special_tile(tile, "house", name, LIGHT, ruler), Icon)] == ["house"]


@pytest.mark.parametrize("number", [7, 42, 100])
@pytest.mark.parametrize(
    "tile", [Rect(0, 0, 60, 50), Rect(0, 0, 76, 56), Rect(0, 0, 93, 67), TILE, Rect(0, 0, 365, 227)]
)
def test_a_number_is_legible_inside_its_tile_and_beside_or_above_its_icon(
    ruler: Measure, tile: Rect, number: int
) -> None:
    items = pieces.tile(tile, number, "bird", "#FFE066")
    (text,) = only(items, Text)
    assert text.style.size >= SMALLEST
    right = text.x + ruler.width(text.text, text.style) * 1.2
    assert right <= tile.right + 1
    assert tile.y <= text.y
    assert text.y + text.style.size <= tile.bottom
    for icon in only(items, Icon):
        assert icon.rect.x >= right or icon.rect.y >= text.y + text.style.size - 1
        assert icon.rect.right <= tile.right
        assert icon.rect.bottom <= tile.bottom


def test_numbers_and_icons_grow_and_shrink_with_their_tile() -> None:
    sizes = [pieces.number_size(Rect(0, 0, *side)) for side in ((365, 227), (225, 180), (161, 126), (93, 67), (60, 50))]
    assert sizes == [68, 54, 44, 33, 27]


def test_a_tile_too_small_for_any_writing_is_a_mere_dot_of_the_path() -> None:
    (dot,) = pieces.tile(Rect(0, 0, 43, 20), 200, "bird", "#FFE066")
    assert isinstance(dot, Box)


def test_a_square_where_nothing_happens_shows_its_number_alone() -> None:
    ground, number = pieces.plain_tile(TILE, 8, LIGHT)
    assert (ground.fill, number.text, number.colour) == (LIGHT.panel, "8", LIGHT.ink)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_start_and_end_are_filled_and_still_read(ruler: Measure, palette: Palette) -> None:
    ground, icon, name = pieces.special_tile(TILE, "flag", "Départ", palette, ruler, filled=True)
    assert ground.fill == palette.ink
    assert icon.colour == name.colour
    assert contrast(name.colour, ground.fill) > 14


@given(
    st.text(st.characters(categories=["L", "N"]), max_size=20),
    st.floats(min_value=80, max_value=330),
    st.floats(min_value=50, max_value=120),
)
def test_the_word_of_a_brick_stays_inside_it_and_is_never_too_small_to_read(
    ruler: Measure, word: str, width: float, height: float
) -> None:
    rect = Rect(100, 100, width, height)
    items = pieces.brick(rect, "#137067", "heartbeat", word, ruler)
    (icon,) = only(items, Icon)
    assert icon.rect.x >= rect.x
    for text in only(items, Text):
        share = 0.5 if text.anchor == "centre" else 0
        left = text.x - share * ruler.width(text.text, text.style)
        assert text.style.size >= SMALLEST
        assert rect.y <= text.y + 1e-6
        assert icon.rect.right < left or icon.rect.bottom <= text.y + 1e-6
        assert left >= rect.x
        assert left + ruler.width(text.text, text.style) <= rect.right + 1e-6


def test_a_short_word_is_written_large_a_long_one_smaller_then_under_the_icon_and_a_very_long_one_is_cut(
    ruler: Measure,
) -> None:
    def word_on(text: str) -> Text:
        return next(iter(only(pieces.brick(BRICK, "#FFE066", "shopping-cart", text, ruler), Text)))

    assert word_on("CV").style.size > word_on("papiers").style.size >= SMALLEST
    assert word_on("papiers").text == "papiers"
    assert word_on("responsabilités").text.endswith("…")
    assert word_on("logements").y > word_on("papiers").y
    assert word_on("logements").text == "logements"


def test_a_brick_without_a_word_shows_its_icon_in_the_middle(ruler: Measure) -> None:
    _, icon = pieces.brick(BRICK, "#FFE066", "shopping-cart", "", ruler)
    assert icon.rect.centre == pytest.approx(BRICK.centre)


def test_the_place_of_a_brick_to_come_is_dashed_and_empty() -> None:
    (place,) = pieces.empty_brick(BRICK, LIGHT)
    assert place.dashed
    assert place.fill is None


def test_a_pawn_is_ringed_so_that_it_stands_out_on_every_theme() -> None:
    _, disc, icon = teams.pawn((100, 100), 32, "boat")
    assert contrast(disc.fill, disc.stroke) > 16
    assert icon.rect.w < 2 * disc.radius


def test_all_names_are_shown_when_they_fit_and_the_active_team_is_filled(ruler: Measure) -> None:
    items = teams.team_strip(Rect(28, 982, 1500, 76), CREW, 1, LIGHT, ruler)
    assert [text.text for text in only(items, Text)] == [name for name, _ in CREW]
    assert [box.fill == LIGHT.ink for box in only(items, Box)] == [False, True, False, False]


@pytest.mark.parametrize("active", [0, 5, 7, None])
def test_eight_teams_stay_inside_the_strip_and_the_active_one_keeps_its_name(
    ruler: Measure, active: int | None
) -> None:
    crew = [(f"Les Reconstructeurs {number}", "hammer") for number in range(8)]
    strip = Rect(28, 982, 1500, 76)
    items = teams.team_strip(strip, crew, active, LIGHT, ruler)
    boxes = only(items, Box)
    assert len(boxes) == len(only(items, Disc)) == 8
    assert boxes[-1].rect.right <= strip.right
    shown = [text.text for text in only(items, Text)]
    assert shown == ([] if active is None else [crew[active][0]])

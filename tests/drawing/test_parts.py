from collections.abc import Iterable
from typing import Any, TypeVar

import pytest

from game.drawing import parts
from game.drawing.drawlist import Anchor, Box, Icon, Item, Text
from game.drawing.geometry import Rect
from game.drawing.text import Measure
from game.drawing.theme import DARK, LIGHT, Palette, TextStyle, contrast

Kind = TypeVar("Kind")
LABEL = TextStyle("semibold", 40)


def only(items: Iterable[Item], kind: type[Kind]) -> list[Kind]:
    return [item for item in items if isinstance(item, kind)]


def test_a_key_cap_is_wide_enough_for_its_label_and_has_a_hard_shadow(ruler: Measure) -> None:
    (face, label), width = parts.key_cap("Espace", 100, 50, 44, LIGHT, ruler)
    assert (face.rect.x, face.rect.w) == (100, width)
    assert ruler.width(label.text, label.style) < width
    assert (face.shadow, face.stroke) == (3, LIGHT.ink)


def test_a_key_cap_of_one_letter_is_square_and_arrows_are_drawn_not_written(ruler: Measure) -> None:
    (face, _), width = parts.key_cap("L", 0, 0, 36, LIGHT, ruler)
    assert width == face.rect.h
    (_, arrow), _ = parts.key_cap("→", 0, 0, 36, LIGHT, ruler)
    assert isinstance(arrow, Icon)
    assert arrow.name == "arrow-right"


def test_a_hint_is_its_keys_then_its_words_without_overlap(ruler: Measure) -> None:
    items, width = parts.hint(["N", "→"], "continuer", 64, 1000, LIGHT, ruler)
    first, second = (box.rect for box in only(items, Box))
    (words,) = [text for text in only(items, Text) if text.text == "continuer"]
    assert first.right < second.x
    assert second.right < words.x
    assert words.x + ruler.width(words.text, words.style) == 64 + width


HINTS = [(["→"], "continuer"), (["P"], "passer, sans se justifier")]


def test_hints_stand_side_by_side_each_in_its_own_place(ruler: Measure) -> None:
    placed = parts.hint_line(HINTS, 64, 1000, 2000, LIGHT, ruler, colour="#FFFFFF")
    lines = [text for items, _ in placed for text in only(items, Text) if text.style.font == "regular"]
    assert [line.text for line in lines] == ["continuer", "passer, sans se justifier"]
    assert {line.colour for line in lines} == {"#FFFFFF"}
    (_, first), (_, second) = placed
    assert first.x == 64
    assert lines[0].x + ruler.width(lines[0].text, lines[0].style) == first.right < second.x
    assert parts.hint_line([], 64, 1000, 2000, LIGHT, ruler) == []


def test_hints_that_do_not_fit_are_left_to_the_caller_but_there_is_always_one(ruler: Measure) -> None:
    (_, first), (_, second) = parts.hint_line(HINTS, 64, 1000, 2000, LIGHT, ruler)
    just_enough = second.right - 64
    assert len(parts.hint_line(HINTS, 64, 1000, just_enough, LIGHT, ruler)) == 2
    assert len(parts.hint_line(HINTS, 64, 1000, just_enough - 1, LIGHT, ruler)) == 1
    assert len(parts.hint_line(HINTS, 64, 1000, first.w / 2, LIGHT, ruler)) == 1


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("options", [{}, {"filled": True}, {"fill": "#FFE066"}, {"fill": "#137067"}])
def test_the_words_of_a_button_read_on_it(ruler: Measure, palette: Palette, options: dict[str, Any]) -> None:
    face, icon, words = parts.button(Rect(0, 0, 400, 76), "check", "Valider", LABEL, palette, ruler, **options)
    assert icon.colour == words.colour
    assert contrast(words.colour, face.fill) >= 5.5


def test_a_button_with_room_shows_its_whole_label_centred(ruler: Measure) -> None:
    rect = Rect(50, 100, 900, 76)
    _, icon, words = parts.button(rect, "check", "Échange terminé", LABEL, LIGHT, ruler)
    assert words.text == "Échange terminé"
    assert icon.rect.x - rect.x == pytest.approx(rect.right - words.x - ruler.width(words.text, LABEL))
    assert words.y + ruler.line_height(LABEL) / 2 == rect.centre[1]


def test_a_label_too_long_for_its_button_is_cut_inside_it(ruler: Measure) -> None:
    rect = Rect(0, 0, 200, 76)
    _, words = parts.button(rect, None, "Reprendre la séance", LABEL, LIGHT, ruler)
    assert words.text.endswith("…")
    assert words.x >= 0
    assert words.x + ruler.width(words.text, LABEL) <= 200


@pytest.mark.parametrize(("anchor", "left"), [("left", 1000), ("centre", 850), ("right", 700)])
def test_a_clock_hangs_from_its_anchor(ruler: Measure, anchor: Anchor, left: float) -> None:
    (icon, words), width = parts.clock("Encore 38", 1000, 40, LIGHT.ink, ruler, size=50, anchor=anchor)
    share = {"left": 0, "centre": 0.5, "right": 1}[anchor]
    assert icon.rect.x == pytest.approx(1000 - share * width)
    assert words.x + ruler.width(words.text, words.style) == pytest.approx(icon.rect.x + width)
    assert icon.rect.x == pytest.approx(left, abs=12)

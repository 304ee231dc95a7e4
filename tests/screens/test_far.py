"""The room's pages larger, letters apart, and nothing under the least size."""

from dataclasses import replace
from pathlib import Path

import pytest
from desk import Ruler, look
from pilot import Pilot, piloted, plain

from game.drawing.drawlist import Box, Icon, Picture, Spot, Text
from game.drawing.geometry import Rect
from game.drawing.theme import TextStyle
from game.screens import far
from game.screens.desk import Settings
from game.screens.legible import legible
from game.screens.scene import Look

LEAST_CANVAS = (1200.0, 900.0)
INK = "#000000"


def one_line(near: Look) -> Picture:
    """Lay out one word in the middle, and a place to click around it."""
    style = TextStyle("bold", 50)
    x, y = near.canvas.centre
    spot = Spot(Rect(x - 100, y - 50, 200, 100), "press:space", "continuer")
    return Picture("#FFFFFF", (Text(x, y, "mot", style, INK, "centre"),), spots=(spot,))


def small(*items: object) -> list[str]:
    """Return what is still written once nothing may be under 60 px."""
    picture = legible(Picture("#FFFFFF", items), replace(look(), least=60))  # type: ignore[arg-type]  # items of a picture
    return [item.text for item in picture.base if isinstance(item, Text)]


def text(words: str, x: float, y: float, size: float = 36, font: str = "regular") -> Text:
    return Text(x, y, words, TextStyle(font, size), INK)  # type: ignore[arg-type]  # a face


def test_with_the_usual_settings_a_page_is_drawn_as_it_is_made() -> None:
    assert far.page(look(), LEAST_CANVAS, one_line) == one_line(look())


def test_a_larger_page_is_the_same_page_magnified() -> None:
    page = far.page(replace(look(), text_size=1.15, spacing=0.06), LEAST_CANVAS, one_line)
    (word,) = page.base
    assert isinstance(word, Text)
    assert word.style == TextStyle("bold", pytest.approx(57.5), 0.06)  # type: ignore[arg-type]  # close enough
    assert (word.x, word.y) == pytest.approx(look().canvas.centre)
    assert page.spots[0].rect.w == pytest.approx(230)


def test_a_page_is_never_laid_out_on_less_than_it_needs() -> None:
    near = far.closer(replace(look(), text_size=1.6), LEAST_CANVAS)
    assert near.height == pytest.approx(900)
    assert near.width >= 1200
    narrow = far.closer(replace(look(1440), text_size=1.6), (1440.0, 1080.0))
    assert (narrow.width, narrow.height) == (1440, 1080)


def test_what_is_measured_on_the_smaller_canvas_is_what_is_drawn_on_the_large_one() -> None:
    near = far.closer(replace(look(), text_size=1.2), LEAST_CANVAS)
    style = TextStyle("regular", 40)
    assert near.measure.width("mot", style) == pytest.approx(Ruler().width("mot", style))


def test_a_small_text_that_has_room_is_written_larger_around_its_middle() -> None:
    picture = legible(Picture("#FFFFFF", (text("mot", 100, 500),)), replace(look(), least=60))
    (word,) = picture.base
    assert isinstance(word, Text)
    assert word.style.size == 60
    assert word.y + 60 * 1.25 / 2 == pytest.approx(500 + 36 * 1.25 / 2)


def test_a_small_text_without_room_is_left_out() -> None:
    assert small(text("grand", 100, 500, 80), text("petit", 100, 470)) == ["grand"]
    assert small(text("au bord", 1900, 500)) == []
    assert small(Box(Rect(90, 490, 130, 60), INK, 8), text("serré", 100, 500)) == []


def test_a_sentence_on_several_lines_is_never_left_in_part() -> None:
    assert small(text("Le mot de l’équipe.", 100, 500), text("Jamais un nom.", 100, 545)) == []


def test_bold_words_come_first() -> None:
    assert small(text("après", 300, 510), text("d’abord", 220, 500, 36, "bold")) == ["d’abord"]


def test_a_key_goes_with_its_words_and_a_brick_keeps_its_icon() -> None:
    cap, words = Box(Rect(100, 500, 50, 48), "#FFFFFF", 8, INK, 3), text("continuer", 160, 502)
    beside = text("grand", 200, 540, 90)
    spot = Spot(Rect(94, 494, 300, 60), "press:space", "continuer")
    picture = Picture("#FFFFFF", (cap, text("M", 110, 506, 27), words, beside), spots=(spot,))
    shown = legible(picture, replace(look(), least=60))
    assert shown.base == (beside,)
    assert shown.spots == ()
    brick, icon = Box(Rect(100, 500, 200, 60), "#137067", 8), Icon(Rect(110, 510, 40, 40), "heartbeat", "#FFFFFF")
    kept = legible(Picture("#FFFFFF", (brick, icon, text("patience", 160, 510))), replace(look(), least=60))
    assert kept.base == (brick, icon)


def with_settings(pilot: Pilot, settings: Settings) -> None:
    pilot.desk.change_settings(settings)
    pilot.step()


def test_a_card_read_from_afar_says_every_word_page_by_page(tmp_path: Path) -> None:
    with piloted(tmp_path, size=(1920, 1080)) as pilot:
        pilot.begin()
        pilot.to_board()
        pilot.press("2", "space")
        card = pilot.desk.faces.card(pilot.state.game.card)
        assert card is not None
        with_settings(pilot, Settings(row_metres=12))
        while pilot.state.is_card_hidden:
            pilot.press("space")
        before, pages = pilot.state, []
        while pilot.state == before:
            pages.append(pilot.text_on_screen())
            pilot.press("space")
        words = plain(f"{card.text} {card.question}").split()
        assert {word for word in words if word not in " ".join(pages)} == set()


def test_the_facilitator_has_their_own_page_as_usual(tmp_path: Path) -> None:
    with piloted(tmp_path) as pilot:
        with_settings(pilot, Settings(text_size=1.6, row_metres=12))
        pilot.stage.main.is_private = True
        own = pilot.stage.main.look(pilot.desk.settings)
    assert (own.text_size, own.spacing, own.least) == (1.0, 0.0, 0.0)


def test_a_click_lands_where_a_larger_page_shows_its_key(tmp_path: Path) -> None:
    with piloted(tmp_path, size=(1920, 1080)) as pilot:
        with_settings(pilot, Settings(text_size=1.6, spacing=0.12))
        pilot.begin()
        page = pilot.state.page
        pilot.click("continuer")
        assert pilot.state.page == page + 1

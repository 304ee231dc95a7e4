"""What is drawn, on every kind of screen, at four sizes, in the light and in the dark."""

import re
from collections.abc import Iterator
from itertools import combinations

import colours
import pygame
import pytest
from gallery import IN_TROUBLE, SIZES, Gallery, Shot, deck_pages, gallery
from pilot import shipped

from game.drawing.drawlist import Text
from game.drawing.geometry import Rect
from game.drawing.theme import TextStyle, contrast
from game.session.views import BoardView, CardView

SMALLEST, CARD_LEAST, TITLE_LEAST, TILE_NUMBER, HINT, HINT_NARROW, CLOCK = 27, 52, 76, 44, 36, 30, 34
KINDS = {
    *("HomeScene", "SetupScene", "CardsScene", "SettingsScene", "SessionsScene", "HelpScene", "ChoiceScene", "noir"),
    *("LinesView", "MoodView", "BoardView", "CardView", "WordView", "WallView", "StepView", "EndView", "PausedView"),
}
KEYS = {
    *[
        "space",
        "enter",
        "escape",
        "backspace",
        "delete",
        "tab",
        "up",
        "down",
        "left",
        "right",
        "pageup",
        "pagedown",
        "home",
        "end",
        "f1",
        "f5",
        "f11",
        "plus",
        "minus",
    ],
    *"abcdefghijklmnopqrstuvwxyz0123456789",
}
CLOCKS = re.compile(r"Encore|Temps prévu|\d+:\d\d$")
NO_GLYPH = "\U0001fbff"
"""No font has it: it is drawn as the mark of a missing glyph."""


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module", params=[False, True], ids=["light", "dark"])
def shown(request: pytest.FixtureRequest, size: tuple[int, int]) -> Gallery:
    return gallery(size, is_dark=request.param)


def told(shot: Shot, item: Text, *more: object) -> str:
    """Return a line that says where a wrong text is."""
    return f"{shot.kind} {item.text!r} {item.style.font} {item.style.size:g} {' '.join(map(str, more))}"


def test_the_gallery_has_every_kind_of_screen(shown: Gallery) -> None:
    assert {shot.kind for shot in shown.shots if IN_TROUBLE not in shot.kind} >= KINDS


def test_no_text_leaves_the_canvas(shown: Gallery) -> None:
    wrong = {
        told(shot, item, rect, shot.canvas)
        for shot in shown.shots
        for item, rect in shown.visible(shot)
        if rect.x < 0 or rect.y < 0 or rect.right > shot.canvas.w or rect.bottom > shot.canvas.h
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_no_two_texts_overlap(shown: Gallery) -> None:
    wrong = {
        f"{told(shot, first)} | {second.text!r}"
        for shot in shown.shots
        if not shot.is_moving
        for (first, a), (second, b) in combinations(shown.visible(shot), 2)
        if _overlap(a, b)
    }
    assert not wrong, "\n".join(sorted(wrong))


def _all_words(shot: Shot) -> str:
    assert isinstance(shot.view, CardView)
    return f"{shot.view.title} {shot.view.text} {shot.view.question}"


def _overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right - 1 and b.x < a.right - 1 and a.y < b.bottom - 1 and b.y < a.bottom - 1


def test_no_text_leaves_the_box_that_it_is_written_in(shown: Gallery) -> None:
    wrong = {
        told(shot, item, rect, box)
        for shot in shown.shots
        for item, rect in shown.visible(shot)
        if (box := shown.box_under(shot, item)) is not None and not _is_inside(rect, box)
    }
    assert not wrong, "\n".join(sorted(wrong))


def _is_inside(rect: Rect, box: Rect) -> bool:
    return box.x - 1 <= rect.x and rect.right <= box.right + 1 and box.y - 1 <= rect.y and rect.bottom <= box.bottom + 1


def test_nothing_is_too_small_to_read(shown: Gallery) -> None:
    wrong = {told(shot, item) for shot in shown.shots for item in shot.texts if item.style.size < SMALLEST}
    assert not wrong, "\n".join(sorted(wrong))


def test_the_words_of_a_card_are_read_from_the_back_row(shown: Gallery) -> None:
    wrong = {
        told(shot, item) for shot in shown.of("CardView") for item in _card_words(shot) if item.style.size < CARD_LEAST
    }
    assert not wrong, "\n".join(sorted(wrong))


def _card_words(shot: Shot) -> Iterator[Text]:
    """Yield the lines that come from the title, the text, the question, the choices or the answer of a card."""
    view = shot.view
    assert isinstance(view, CardView)
    words = " ".join(" ".join((view.title, view.text, view.question, *view.choices, view.explanation)).split())
    for item in shot.texts:
        if item.text in words and len(item.text) > 3 and item.text not in (view.theme.title, view.team.name):
            yield item


def test_titles_are_read_from_the_back_row(shown: Gallery) -> None:
    wrong = {
        told(shot, item)
        for shot in shown.session
        for item in shot.texts
        if item.style.font == "title" and len(item.text) > 2 and item.style.size < _least_title(shot)
    }
    assert not wrong, "\n".join(sorted(wrong))


def _least_title(shot: Shot) -> float:
    """Return the least size of a title; a 4:3 screen is narrow, and its titles are still as large as a card's words."""
    return TITLE_LEAST if _is_wide(shot) else CARD_LEAST


def _is_wide(shot: Shot) -> bool:
    return shot.canvas.w > 1.5 * shot.canvas.h


def test_the_numbers_of_the_squares_have_their_size(shown: Gallery) -> None:
    for shot in shown.of("BoardView"):
        assert isinstance(shot.view, BoardView)
        numbers = {item.text for item in shot.texts if item.style == TextStyle("title", TILE_NUMBER)}
        plain = {str(at) for at, square in enumerate(shot.view.squares, start=1) if not square.name}
        assert numbers >= plain


def test_keys_and_clocks_of_a_session_are_read_from_the_back_row(shown: Gallery) -> None:
    wrong = {
        told(shot, item)
        for shot in shown.session
        for item in shot.texts
        if (_is_hint(shot, item) and item.style.size < (HINT if _is_wide(shot) else HINT_NARROW))
        or (CLOCKS.match(item.text) and item.style.size < CLOCK)
    }
    assert not wrong, "\n".join(sorted(wrong))


def _is_hint(shot: Shot, item: Text) -> bool:
    return any(
        spot.label == item.text and spot.rect.contains(item.x, item.y)
        for spot in shot.picture.spots
        if spot.action.startswith("press:")
    )


def test_every_text_stands_out_from_what_is_under_it(shown: Gallery) -> None:
    wrong = {
        told(shot, item, f"{item.colour} on {ground}: {contrast(item.colour, ground):.1f}")
        for shot in shown.shots
        for item, _ in shown.visible(shot)
        for ground in shown.grounds(shot, item)
        if contrast(item.colour, ground) < _least_contrast(item.style)
    }
    assert not wrong, "\n".join(sorted(wrong))


def _least_contrast(style: TextStyle) -> float:
    is_large = style.size >= (24 if style.font in ("bold", "title") else 32)
    return 4.5 if is_large else 7.0


def test_every_place_to_click_is_on_the_screen_and_has_a_name_and_a_key(shown: Gallery) -> None:
    for shot in shown.shots:
        named = {spot.action for spot in shot.picture.spots if spot.label}
        for spot in shot.picture.spots:
            assert spot.label or spot.action in named, (shot.kind, spot)
            assert spot.rect.x >= 0, (shot.kind, spot)
            assert spot.rect.y >= 0, (shot.kind, spot)
            assert spot.rect.right <= shot.canvas.w, (shot.kind, spot)
            assert spot.rect.bottom <= shot.canvas.h, (shot.kind, spot)
            kind, _, key = spot.action.partition(":")
            assert kind != "press" or key in KEYS, (shot.kind, spot)


def test_every_letter_has_a_glyph_in_its_font() -> None:
    shown = gallery(SIZES[1], is_dark=False)
    written = {(letter, item.style.font) for shot in shown.shots for item in shot.texts for letter in item.text}
    for card in shipped().library.cards.values():
        words = (card.title, card.text, card.question, card.explanation, *(choice.text for choice in card.choices))
        written |= {(letter, "regular") for letter in "".join(words)} | {(letter, "title") for letter in card.title}
    missing = {(letter, face) for letter, face in written if letter != "\n" and not _has_glyph(shown, letter, face)}
    assert not missing


def _has_glyph(shown: Gallery, letter: str, face: str) -> bool:
    font = shown.painter._font(face, 40)  # noqa: SLF001 - the very font that draws
    return _drawn(font, letter) != _drawn(font, NO_GLYPH)


def _drawn(font: pygame.font.Font, letter: str) -> bytes:
    return pygame.image.tobytes(font.render(letter, True, "black"), "RGBA")  # noqa: FBT003


def test_every_card_of_the_deck_is_shown_whole_and_large_enough(size: tuple[int, int]) -> None:
    shown = gallery(size, is_dark=False)
    for card, page in deck_pages(shown):
        lines = list(shown.visible(page))
        for item, rect in lines:
            assert 0 <= rect.x < rect.right <= page.canvas.w, (card, item.text)
        overlaps = [(a.text, b.text) for (a, ra), (b, rb) in combinations(lines, 2) if _overlap(ra, rb)]
        assert not overlaps, card
        small = [item.text for item in _card_words(page) if item.style.size < CARD_LEAST]
        assert not small, card
        assert "…" not in [item.text[-1:] for item, _ in lines if item.text[:-1] not in _all_words(page)], card


def test_every_word_of_every_card_reaches_the_screen(size: tuple[int, int]) -> None:
    shown = gallery(size, is_dark=False)
    written: dict[str, str] = {}
    for card, page in deck_pages(shown):
        written[card] = " ".join([written.get(card, ""), *(item.text for item in page.texts)])
    for card, face in shipped().library.cards.items():
        title = "" if face.choices else face.title  # a question with choices shows no title: it would tell too much
        words = (title, face.text, face.question, *(choice.text for choice in face.choices), face.explanation)
        assert {word for word in " ".join(words).split() if word not in written[card]} == set(), card


@pytest.mark.parametrize("vision", colours.VISIONS)
def test_the_colours_of_the_themes_stay_apart_for_every_eye(vision: str) -> None:
    themes = {theme.id: theme.colour for theme in shipped().library.themes.values()}
    assert len(themes) == 6
    for (first, a), (second, b) in combinations(themes.items(), 2):
        assert colours.distance(a, b, vision) >= 17, (first, second)


def test_the_colour_maths_gives_the_values_of_the_standard() -> None:
    looks = colours.appearance((19.31, 23.93, 10.14), colours.Viewing((98.88, 90.0, 32.03), 200.0, 18.0))
    assert looks == pytest.approx((48.0314, 38.7789, 191.0452), abs=1e-3)

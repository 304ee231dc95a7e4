"""What is drawn, on every kind of screen: at four sizes, in three themes, with large and spaced text, from afar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import colours
import pygame
import pytest
from gallery import IN_TROUBLE, PRIVATE, ROOM, SIZES, USUAL, Gallery, Shot, deck_pages, gallery
from pilot import shipped

from game.drawing.drawlist import Text
from game.drawing.geometry import Rect
from game.drawing.legibility import least_for, least_size
from game.drawing.theme import TextStyle, contrast
from game.screens.desk import Settings
from game.session.views import BoardView, CardView, ComingView, HelpView

SMALLEST, CARD_LEAST, TITLE_LEAST, TILE_NUMBER, HINT, HINT_NARROW, CLOCK = 27, 52, 76, 44, 36, 30, 34
KINDS = {
    *("HomeScene", "SetupScene", "CardsScene", "SettingsScene", "SessionsScene", "HelpScene", "ChoiceScene", "noir"),
    *("CadreView", "HelpView", "BreathView", "PollView", "PollResultView"),
    *("KeysScene", "CheckScene", f"CheckScene{ROOM}"),
    *("LinesView", "MoodView", "BoardView", "CardView", "WordView", "WallView", "StepView", "EndView", "PausedView"),
}
CALLED = ("CadreView", "HelpView")
"""What is called over the session begins higher than its other pages."""
LATE = {"HelpScene", "PausedView", "noir"}
"""Cards on several pages take time: the demonstration does not come to its seventh turn."""
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
        "f12",
        "plus",
        "minus",
    ],
    *"abcdefghijklmnopqrstuvwxyz0123456789",
}
CLOCKS = re.compile(r"Encore|Temps prévu|\d+:\d\d$")
PAGE = re.compile(r"\d+ sur \d+")
NO_GLYPH = "\U0001fbff"
"""No font has it: it is drawn as the mark of a missing glyph."""


LARGE, FAR = Settings(text_size=1.6, spacing=0.12), Settings(row_metres=12, image_metres=1.5)
CASES: dict[str, tuple[tuple[int, int], Settings]] = {
    **{f"light-{width}x{height}": ((width, height), USUAL) for width, height in SIZES},
    "dark-1280x720": (SIZES[0], Settings(theme="dark")),
    "contrast-1920x1080": (SIZES[1], Settings(theme="contrast")),
    "large-1920x1080": (SIZES[1], LARGE),
    "large-contrast-1024x768": (SIZES[3], replace(LARGE, theme="contrast")),
    "far-1920x1080": (SIZES[1], FAR),
    "far-and-large-1024x768": (SIZES[3], replace(FAR, text_size=1.3, theme="dark")),
}
"""Sizes change where things are, themes only their colours: each theme is looked at in a wide and in a narrow window,
text that is larger, or that has a least size, too."""
AS_USUAL = [name for name in CASES if name.startswith(("light", "dark", "contrast"))]


@dataclass(frozen=True)
class Case:
    """One way to look at the screens."""

    size: tuple[int, int]
    settings: Settings

    @property
    def shown(self) -> Gallery:
        """All the pictures."""
        return gallery(self.size, self.settings)

    @property
    def is_changed(self) -> bool:
        """Whether the room's text is not the usual one."""
        return self.least > 0 or self.settings.text_size > 1

    @property
    def least(self) -> float:
        """The least size of the room's text."""
        width = next(iter(self.shown.session)).canvas.w
        return least_size(self.settings.row_metres, self.settings.image_metres, width)


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return Case(*CASES[request.param])


@pytest.fixture(scope="module")
def shown(case: Case) -> Gallery:
    return case.shown


@pytest.fixture(scope="module", params=[name for name in CASES if not name.startswith(("dark", "contrast"))])
def deck(request: pytest.FixtureRequest) -> Case:
    return Case(*CASES[request.param])


@pytest.fixture(scope="module", params=AS_USUAL)
def usual(request: pytest.FixtureRequest) -> Gallery:
    return gallery(*CASES[request.param])


def told(shot: Shot, item: Text, *more: object) -> str:
    """Return a line that says where a wrong text is."""
    return f"{shot.kind} {item.text!r} {item.style.font} {item.style.size:g} {' '.join(map(str, more))}"


def test_the_gallery_has_every_kind_of_screen(case: Case) -> None:
    kinds = {shot.kind for shot in case.shown.shots if IN_TROUBLE not in shot.kind}
    assert kinds >= (KINDS - LATE if case.is_changed else KINDS)
    assert {kind for kind in kinds if PRIVATE in kind} >= {f"{view}{PRIVATE}" for view in ("BoardView", "CardView")}


def test_no_text_leaves_the_canvas(shown: Gallery) -> None:
    wrong = {
        told(shot, item, rect, shot.canvas)
        for shot in shown.shots
        for item, rect in shown.visible(shot)
        if rect.x < 0 or rect.y < 0 or rect.right > shot.canvas.w or rect.bottom > shot.canvas.h
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_the_thanks_at_the_end_are_never_broken_before_their_last_word(usual: Gallery) -> None:
    titles = {tuple(item.text for item in shot.texts if item.style.font == "title") for shot in usual.of("EndView")}
    thanks = {lines for lines in titles if lines[0].startswith("Merci")}
    assert thanks
    assert {lines[-1] for lines in thanks} <= {"et à tous", "Merci à toutes et à tous"}


def test_no_two_texts_overlap(case: Case) -> None:
    """A sentence for who is at the only keyboard stands over the page: it may hide a part of large words or titles."""
    shown = case.shown
    wrong = {
        f"{told(shot, first)} | {second.text!r}"
        for shot in shown.shots
        if not shot.is_moving and not (IN_TROUBLE in shot.kind and shot.kind.startswith(CALLED))
        for (first, a), (second, b) in combinations(shown.visible(shot), 2)
        if _overlap(a, b) and not (case.is_changed and _is_over(shot, first, second))
    }
    assert not wrong, "\n".join(sorted(wrong))


def _is_over(shot: Shot, first: Text, second: Text) -> bool:
    """Tell whether one of two texts stands over the page, and the other on it."""
    return (first in shot.picture.moving) != (second in shot.picture.moving)


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


def test_no_text_of_the_room_is_smaller_than_the_last_row_can_read(case: Case) -> None:
    """A card to come is left out: with one display, its page is for who decides whether to show it."""
    wrong = {
        told(shot, item)
        for shot in case.shown.shots
        for item in shot.picture.base  # a notice for who is at the keyboard stands over it
        if shot.view is not None and not isinstance(shot.view, ComingView)
        if isinstance(item, Text) and item.style.size < least_for(item.text, case.least) - 0.01
    }
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
    keys = {spot.label for spot in shot.picture.spots}
    for item in shot.texts:
        is_other = item.text in keys or PAGE.fullmatch(item.text) or item.text in (view.theme.title, view.team.name)
        if item.text in words and len(item.text) > 3 and not is_other:
            yield item


def test_titles_are_read_from_the_back_row(usual: Gallery) -> None:
    wrong = {
        told(shot, item)
        for shot in usual.session
        for item in shot.texts
        if not isinstance(shot.view, HelpView)  # its numbers are titles of rows
        if item.style.font == "title" and len(item.text) > 2 and item.style.size < _least_title(shot)
    }
    assert not wrong, "\n".join(sorted(wrong))


def _least_title(shot: Shot) -> float:
    """Return the least size of a title; a 4:3 screen is narrow, and its titles are still as large as a card's words."""
    return TITLE_LEAST if _is_wide(shot) else CARD_LEAST


def _is_wide(shot: Shot) -> bool:
    return shot.canvas.w > 1.5 * shot.canvas.h


def test_the_numbers_of_the_squares_have_their_size(usual: Gallery) -> None:
    for shot in usual.of("BoardView"):
        assert isinstance(shot.view, BoardView)
        numbers = {item.text for item in shot.texts if item.style == TextStyle("title", TILE_NUMBER)}
        plain = {str(at) for at, square in enumerate(shot.view.squares, start=1) if not square.name}
        assert numbers >= plain


def test_keys_and_clocks_of_a_session_are_read_from_the_back_row(usual: Gallery) -> None:
    wrong = {
        told(shot, item)
        for shot in usual.session
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
    shown = gallery(SIZES[1])
    written = {(letter, item.style.font) for shot in shown.shots for item in shot.texts for letter in item.text}
    for card in shipped().library.cards.values():
        words = (card.title, card.text, card.question, card.explanation, *(choice.text for choice in card.choices))
        written |= {(letter, "regular") for letter in "".join(words)} | {(letter, "title") for letter in card.title}
    missing = {(letter, face) for letter, face in written if letter != "\n" and not _has_glyph(shown, letter, face)}
    assert not missing


def _has_glyph(shown: Gallery, letter: str, face: str) -> bool:
    font = shown.painter._lettering.font("house", face, 40)  # noqa: SLF001 - the very font that draws
    return _drawn(font, letter) != _drawn(font, NO_GLYPH)


def _drawn(font: pygame.font.Font, letter: str) -> bytes:
    return pygame.image.tobytes(font.render(letter, True, "black"), "RGBA")  # noqa: FBT003


def test_every_card_of_the_deck_is_shown_whole_and_large_enough(deck: Case) -> None:
    shown = deck.shown
    for card, page in deck_pages(shown, deck.settings):
        lines = list(shown.visible(page))
        for item, rect in lines:
            assert 0 <= rect.x < rect.right <= page.canvas.w, (card, item.text)
        overlaps = [(a.text, b.text) for (a, ra), (b, rb) in combinations(lines, 2) if _overlap(ra, rb)]
        assert not overlaps, card
        small = [item.text for item in _card_words(page) if item.style.size < CARD_LEAST]
        assert not small, card
        assert "…" not in [item.text[-1:] for item, _ in lines if item.text[:-1] not in _all_words(page)], card


def test_every_word_of_every_card_reaches_the_screen(deck: Case) -> None:
    shown = deck.shown
    written: dict[str, str] = {}
    for card, page in deck_pages(shown, deck.settings):
        written[card] = " ".join([written.get(card, ""), *(item.text for item in page.texts)])
    for card, face in shipped().library.cards.items():
        title = "" if face.choices else face.title  # a question with choices shows no title: it would tell too much
        words = (title, face.text, face.question, *(choice.text for choice in face.choices), face.explanation)
        assert {word for word in " ".join(words).split() if _whole(word) not in _whole(written[card])} == set(), card


def _whole(text: str) -> str:
    """Return a text in which no word is cut: a long one may go on in the next line, after a hyphen."""
    return text.replace(" ", "").replace("-", "")


@pytest.mark.parametrize("vision", colours.VISIONS)
def test_the_colours_of_the_themes_stay_apart_for_every_eye(vision: str) -> None:
    themes = {theme.id: theme.colour for theme in shipped().library.themes.values()}
    assert len(themes) == 6
    for (first, a), (second, b) in combinations(themes.items(), 2):
        assert colours.distance(a, b, vision) >= 17, (first, second)


def test_the_colour_maths_gives_the_values_of_the_standard() -> None:
    looks = colours.appearance((19.31, 23.93, 10.14), colours.Viewing((98.88, 90.0, 32.03), 200.0, 18.0))
    assert looks == pytest.approx((48.0314, 38.7789, 191.0452), abs=1e-3)

"""Every translation of the deck, on every page it needs: whole, large enough, inside its panel."""

from collections.abc import Iterator

import pytest
from pilot import shipped, watched_painter

from game.drawing.drawlist import Box, Text
from game.drawing.theme import LIGHT
from game.screens.pages.card_page import card_pages, card_picture
from game.screens.scene import Look
from game.session.agenda import ActKind
from game.session.views import ActsView, CardView, TeamView, ThemeView, TranslationView

LEAST_WORDS, LEAST = 52, 27
TRANSLATED = [(card.id, language) for card in shipped().library.cards.values() for language in card.translations]


def views(card_id: str, language: str) -> Iterator[CardView]:
    """Yield a card beside French and instead of it, and its answer if it has one."""
    library = shipped().library
    card = library.cards[card_id]
    theme, words = library.themes[card.theme], card.translations[language]
    answers = [("", "", None)]
    if card.choices:
        right = next(index for index, choice in enumerate(card.choices) if choice.right)
        answers.append((card.explanation, words.explanation, right))
    for is_alone in (False, True):
        for explanation, translated, right in answers:
            yield CardView(
                acts=ActsView((ActKind.GAME,), ("",), 0, 38),
                id=card.id,
                team=TeamView("a", "Les Hérons", "bird", 3, 4),
                theme=ThemeView(theme.id, theme.title, theme.icon, theme.colour),
                kind=card.kind,
                title=card.title,
                text=card.text,
                question=card.question,
                choices=tuple(choice.text for choice in card.choices),
                right=right,
                explanation=explanation,
                resource=card.resource,
                translation=TranslationView(
                    language, words.title, words.text, words.question, words.choices, translated, is_alone
                ),
            )


def words_of(text: str) -> set[str]:
    return set(text.split())


@pytest.mark.parametrize("size", [(1920.0, 1080.0), (1440.0, 1080.0)], ids=["wide", "narrow"])
@pytest.mark.parametrize(("card", "language"), TRANSLATED)
def test_a_translated_card_is_shown_whole_inside_its_panel(card: str, language: str, size: tuple[float, float]) -> None:
    painter = watched_painter()
    painter.scale = 0.5
    look = Look(LIGHT, painter, *size)
    for view in views(card, language):
        shown: set[str] = set()
        for page in range(card_pages(view, look)):
            base = card_picture(view, look, page).base
            panel = max((item.rect for item in base if isinstance(item, Box)), key=lambda rect: rect.w * rect.h)
            inside = [item for item in base if isinstance(item, Text) and panel.y <= item.y <= panel.bottom]
            for item in inside:
                shown |= words_of(item.text)
                width = painter.width(item.text, item.style)
                left = item.x - {"left": 0.0, "centre": 0.5, "right": 1.0}[item.anchor] * width
                assert panel.x + 40 <= left, item
                assert left + width <= panel.right - 40, item
                assert item.y + painter.line_height(item.style) <= panel.bottom, item
                assert item.style.size >= LEAST, item
        words = view.translation
        assert words is not None
        wanted = words.question if view.explanation else f"{words.title} {words.text} {words.question}"
        if view.choices and not view.explanation and words.is_alone:
            wanted = words.text  # as in French: the choices take the place of the question that opens the talk
        missing = words_of(f"{wanted} {words.explanation}") - shown
        assert not missing, (view.explanation, words.is_alone)


def test_the_words_of_a_card_in_two_languages_are_read_from_the_back_row() -> None:
    look = Look(LIGHT, watched_painter(), 1440.0, 1080.0)
    for card, language in TRANSLATED:
        for view in views(card, language):
            for page in range(card_pages(view, look)):
                small = [
                    item.text
                    for item in card_picture(view, look, page).base
                    if isinstance(item, Text) and item.text in view.text and item.style.size < LEAST_WORDS
                ]
                assert not [text for text in small if len(text) > LEAST]

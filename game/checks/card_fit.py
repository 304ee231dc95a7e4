"""On how many pages a card shows, and what of it is cut: drawn with the room's own pages and typefaces, not guessed."""

from dataclasses import replace
from functools import lru_cache

from game.content.cards import Card, Kind, Origin
from game.content.library import Library
from game.content.reading.pages import Pages
from game.desk.faces import LibraryFaces
from game.drawing.drawlist import Picture, Text
from game.drawing.text import Measure
from game.drawing.theme import LIGHT, TextStyle
from game.screens.pages.card_page import card_pages, card_picture
from game.screens.pages.card_words import shown_sources, shown_title
from game.screens.scene import Look
from game.session.agenda import ActKind
from game.session.views import ActsView, CardView, PictureView, TeamView, ThemeView

WIDTH, HEIGHT = 1920.0, 1080.0
"""Of the room's page, in logical px: a projector of 16:9, text in its usual size (52 px at the least)."""
_TEAM = TeamView("", "", "flag", 0, 0)
_ACTS = ActsView((ActKind.GAME,), ("",), 0)
_Words = tuple[tuple[str, str], ...]
"""French keys, and their text."""


class CardFit:
    """Counts the pages of the cards of a library."""

    def __init__(self, library: Library, measure: Measure) -> None:
        """Draw the cards of a library, with text that measures as it will once drawn."""
        self._faces = LibraryFaces(library)
        self._themes = library.themes
        self._look = Look(LIGHT, _Remembering(measure), WIDTH, HEIGHT)

    def __call__(self, card: Card) -> Pages:
        """Return on how many pages a card shows, before its answer and after it, and what is cut."""
        front = self._view(card)
        pages, cut = self._drawn(front, _front_words(front))
        if card.kind is not Kind.QUESTION:
            return Pages(pages, 0, cut)
        back = self._answered(front, card)
        count, cut_there = self._drawn(back, _back_words(back))
        return Pages(pages, count, tuple(dict.fromkeys((*cut, *cut_there))))

    def _view(self, card: Card) -> CardView:
        theme = self._themes[card.theme]
        return CardView(
            acts=_ACTS,
            id=card.id,
            team=_TEAM,
            theme=ThemeView(theme.id, theme.title, theme.icon, theme.colour),
            kind=card.kind,
            title=card.title,
            text=card.text,
            question=card.question,
            choices=tuple(choice.text for choice in card.choices),
            is_fiction=card.origin is Origin.FICTION,
            has_answer=card.kind is Kind.QUESTION,
            resource=card.resource,
            sources=self._faces.sources(card.id) if card.kind is Kind.FIGURE else (),
            picture=PictureView("", card.image_description) if card.image else None,
        )

    def _answered(self, view: CardView, card: Card) -> CardView:
        right = next((index for index, choice in enumerate(card.choices) if choice.right), None)
        return replace(view, right=right, explanation=card.explanation, sources=self._faces.sources(card.id))

    def _drawn(self, view: CardView, told: _Words) -> tuple[int, tuple[str, ...]]:
        """Return on how many pages a card shows, and the keys of what is on none of them."""
        shown = _shown(card_picture(view, self._look, 0))
        if not _missing(told, shown):
            return 1, ()
        pages = card_pages(view, self._look)
        shown += "".join(_shown(card_picture(view, self._look, page)) for page in range(1, pages))
        return pages, _missing(told, shown)


def _missing(told: _Words, shown: str) -> tuple[str, ...]:
    return tuple(key for key, text in told if not all(_letters(line) in shown for line in text.splitlines()))


class _Remembering:
    """Measures each line once: a card is laid out several times, in each size, on its way to its pages."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._widths: dict[tuple[str, str, float, float], float] = {}
        self.line_height = lru_cache(256)(measure.line_height)

    def width(self, text: str, style: TextStyle) -> float:
        key = (text, style.font, style.size, style.spacing)
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = self._measure.width(text, style)
        return known


def _front_words(view: CardView) -> _Words:
    choices = tuple(("choix", choice) for choice in view.choices)
    words = (
        ("titre", "" if view.choices else shown_title(view)),
        ("texte", view.text),
        ("question", "" if view.choices and view.text else view.question),
        ("ressource", "" if view.choices else view.resource),
    )
    return tuple((key, text) for key, text in (*words, *choices) if text)


def _back_words(view: CardView) -> _Words:
    right = view.choices[view.right] if view.right is not None else ""
    words = (
        ("choix", right),
        ("explication", view.explanation),
        ("question", view.question),
        ("faits", shown_sources(view)),
    )
    return tuple((key, text) for key, text in words if text)


def _shown(picture: Picture) -> str:
    return "".join(_letters(item.text) for item in picture.base if isinstance(item, Text))


def _letters(text: str) -> str:
    """Return a text in which no word is cut: a long one may go on in the next line, after a hyphen."""
    return text.replace(" ", "").replace("-", "")

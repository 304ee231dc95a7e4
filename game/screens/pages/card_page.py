"""One card, readable from the back row: a title, few words, one question (picture 2)."""

from dataclasses import dataclass, replace

from game.drawing.drawlist import Box, Item, Picture, Text
from game.drawing.geometry import Rect
from game.drawing.parts import PANEL_RADIUS, clock
from game.drawing.script import is_rtl
from game.drawing.text import fit, place
from game.drawing.theme import TextStyle, ink_on
from game.language import mark, tr
from game.screens import phrases
from game.screens.pages.card_aside import aside, has_aside, splits
from game.screens.pages.card_header import EDGE as _EDGE, header, hint_room, label
from game.screens.pages.card_question import answer_picture, choices_picture
from game.screens.pages.card_text import lay_out, leaves_out, text_picture
from game.screens.pages.card_translations import (
    in_one_column,
    is_side_by_side,
    pages_in_one_column,
    pages_side_by_side,
    side_by_side,
)
from game.screens.pages.card_words import SIZES, shown_title
from game.screens.pages.frame import MENU, NEXT_KEY, Hint, hint_row
from game.screens.pages.mirrored import mirrored
from game.screens.scene import Look
from game.session.views import CardView

_TOP = 140.0


@dataclass(frozen=True)
class _Plan:
    """Where a card stands: its words, on how many pages, and what goes with them."""

    words: Rect
    pages: int
    """Of words."""
    beside: Rect | None = None
    """Where the picture or the people stand, on each page of words."""
    has_more: bool = False
    """Whether they have a page of their own, after the words: beside them there was no room."""


def card_pages(view: CardView, look: Look) -> int:
    """Return on how many pages a card shows."""
    plan = _plan(view, look)
    return plan.pages + plan.has_more


def _plan(view: CardView, look: Look) -> _Plan:
    whole = _inner(look)
    pages = _pages(view, whole, look)
    if not has_aside(view) or not view.is_known:
        return _Plan(whole, pages)
    for words, beside in () if is_side_by_side(view) else splits(whole):
        if _stand_beside(view, pages, words, look):
            return _Plan(words, _pages(view, words, look), beside)
    return _Plan(whole, pages, has_more=True)


def _stand_beside(view: CardView, pages: int, narrow: Rect, look: Look) -> bool:
    """Tell whether the words fit beside something as they do alone."""
    return not _is_too_large(_in_one_language(view), narrow, look) and _pages(view, narrow, look) <= pages


def _pages(view: CardView, inner: Rect, look: Look) -> int:
    """Return on how many pages the words of a card show in a place."""
    if is_side_by_side(view):
        return pages_side_by_side(view, inner, look)
    view = _in_one_language(view)
    if _is_too_large(view, inner, look):
        return pages_in_one_column(view, inner, look)
    return 1 if _is_choice(view) or view.right is not None else len(lay_out(view, inner, look).pages)


def card_picture(view: CardView, look: Look, page: int) -> Picture:
    """Return one page of a card, without its stopwatch (see `card_timer`)."""
    ground = view.theme.colour
    footer, spots = hint_row(
        _hints(view, page, card_pages(view, look)), look, ground, x=_EDGE, room=hint_room(view, look)
    )
    panel = Box(_panel(look), look.palette.paper, PANEL_RADIUS)
    base = (*header(view, look), panel, *_body(view, look, page), *footer, *label(view, look))
    return Picture(ground, base, spots=spots)


def card_timer(view: CardView, look: Look, seconds: float) -> tuple[Item, ...]:
    """Return the stopwatch: how long the group has been talking. It counts up, and hurries nobody."""
    reading, writing = phrases.stopwatch(seconds), ink_on(view.theme.colour)
    size = look.sizes(40)[0]
    return clock(reading, look.width - _EDGE, 70 - 0.65 * size, writing, look.measure, anchor="right", size=size)[0]


def _panel(look: Look) -> Rect:
    return Rect(_EDGE, _TOP, look.width - 2 * _EDGE, look.height - _TOP - 128)


def _hints(view: CardView, page: int, pages: int) -> tuple[Hint, ...]:
    if page + 1 < pages:
        on = mark("suite")
    elif view.has_answer and view.right is None and not view.explanation:
        on = mark("voir la réponse")
    else:
        on = mark("continuer")
    return (
        Hint(NEXT_KEY, on, "space"),
        Hint(("P",), "passer, sans se justifier", "p"),
        Hint(("C",), "autre carte", "c"),
        MENU,
    )


def _body(view: CardView, look: Look, page: int) -> tuple[Item, ...]:
    if not view.is_known:
        return _sentence(tr("Cette carte n’est plus dans le jeu. Espace pour continuer."), look)
    plan = _plan(view, look)
    if plan.has_more and page >= plan.pages:
        return aside(view, plan.words, look)
    if is_side_by_side(view):
        return side_by_side(view, plan.words, look, page)
    shown = _in_one_language(view)
    more = aside(view, plan.beside, look) if plan.beside else ()
    items = (*_card(shown, plan.words, look, page), *more)
    return mirrored(items, _panel(look)) if is_rtl(f"{shown.text} {shown.question}") else items


def _card(view: CardView, inner: Rect, look: Look, page: int) -> tuple[Item, ...]:
    if _is_too_large(view, inner, look):
        return in_one_column(view, inner, look, page)
    return _usual(view, inner, look, page)


def _usual(view: CardView, inner: Rect, look: Look, page: int) -> tuple[Item, ...]:
    if view.right is not None or view.explanation:
        return answer_picture(view, inner, look)
    if _is_choice(view):
        return choices_picture(view, inner, look)
    return text_picture(view, inner, look, page)


def _is_too_large(view: CardView, inner: Rect, look: Look) -> bool:
    """Tell whether a card reads better one paragraph under the other: its usual page leaves words out, or takes more.

    It happens when the room's text is larger than usual.
    """
    if view.right is not None or view.explanation:
        told = [view.choices[view.right] if view.right is not None else "", view.explanation, view.question]
    elif _is_choice(view):
        told = [view.text or view.question, *view.choices]
    else:
        laid = lay_out(view, inner, look)
        pages = len(laid.pages)
        return leaves_out(view, laid, look) or (pages > 1 and pages_in_one_column(view, inner, look) < pages)
    shown = "".join(_whole(item.text) for item in _usual(view, inner, look, 0) if isinstance(item, Text))
    return not all(_whole(line) in shown for text in told for line in text.splitlines())


def _whole(text: str) -> str:
    """Return a text in which no word is cut: a long one may go on in the next line, after a hyphen."""
    return text.replace(" ", "").replace("-", "")


def _in_one_language(view: CardView) -> CardView:
    """Return the card with the words of the language that shows alone; what is not translated stays in French."""
    other = view.translation
    if other is None:
        return view
    return replace(
        view,
        kind="",  # quotes around a title are French
        title=other.title or shown_title(view),
        text=other.text or view.text,
        question=other.question or view.question,
        choices=other.choices or view.choices,
        explanation=other.explanation or view.explanation,
    )


def _is_choice(view: CardView) -> bool:
    return bool(view.choices)


def _inner(look: Look) -> Rect:
    return _panel(look).inset(64, 48)


def _sentence(text: str, look: Look) -> tuple[Item, ...]:
    inner = _inner(look)
    lines = fit(text, [TextStyle("regular", SIZES[0])], inner, look.measure)
    return place(lines, inner.x, inner.y, look.palette.ink) if lines else ()

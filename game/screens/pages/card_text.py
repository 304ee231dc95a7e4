"""The words of a card that is no question: its title, its text on pages, where real help is, what opens the talk."""

from dataclasses import dataclass

from game.drawing.drawlist import Icon, Item, Text
from game.drawing.geometry import Rect
from game.drawing.parts import words
from game.drawing.text import Block, fit, fit_heading, paginate, place, shorten
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens.pages.card_question import question_block, question_picture, source_block
from game.screens.pages.card_words import SIZES, shown_title
from game.screens.scene import Look
from game.session.views import CardView

_RESOURCE_HEIGHT = 76.0
_RESOURCE_SIZE = 36.0
_RESOURCE_LEFT = 72.0
_LEADING = 1.32


@dataclass(frozen=True)
class Laid:
    """How the words of a card stand in a place (logical px)."""

    title: Block | None
    pages: tuple[tuple[str, ...], ...]
    style: TextStyle
    question: Block | None
    source: Block | None
    body: Rect
    inner: Rect
    """Over the small print."""


def lay_out(view: CardView, inner: Rect, look: Look) -> Laid:
    """Lay the words of a card out in a place."""
    source = source_block(view, inner, look)
    foot = source.height + 24 if source else 0.0
    over = Rect(inner.x, inner.y, inner.w, inner.h - foot)
    heading = fit_heading(
        shown_title(view), look.sizes(76, 68, 60), Rect(over.x, over.y, over.w, 180), look.measure, 1.1
    )
    heading = heading if view.title else None
    question = question_block(view, over, look)
    top = over.y + (heading.height + 26 if heading else 0)
    bottom = over.bottom - (question.height + 60 if question else 0) - (_RESOURCE_HEIGHT if view.resource else 0)
    body = Rect(over.x, top, over.w, bottom - top)
    styles = [TextStyle("regular", size) for size in look.sizes(*SIZES)]
    whole = fit(view.text, styles, body, look.measure, _LEADING)
    style = whole.style if whole else styles[-1]
    pages = (whole.lines,) if whole else paginate(view.text, style, body, look.measure, _LEADING)
    return Laid(heading, pages, style, question, source, body, over)


def leaves_out(view: CardView, laid: Laid, look: Look) -> bool:
    """Tell whether words of a card do not fit where they usually stand."""
    told = (view.title, laid.title), (view.question, laid.question), (view.sources, laid.source)
    if any(words_ and not block for words_, block in told):
        return True
    resource = look.measure.width(view.resource, _resource_style(look))
    return laid.body.h < look.measure.line_height(laid.style) or resource > laid.inner.w - _RESOURCE_LEFT


def text_picture(view: CardView, inner: Rect, look: Look, page: int) -> tuple[Item, ...]:
    """Return one page of the words of a card, in a place."""
    laid = lay_out(view, inner, look)
    ink = look.palette.ink
    items: list[Item] = list(place(laid.title, inner.x, inner.y, ink)) if laid.title else []
    step = laid.style.size * _LEADING
    shown = laid.pages[min(page, len(laid.pages) - 1)]
    items += (Text(inner.x, laid.body.y + step * index, line, laid.style, ink) for index, line in enumerate(shown))
    if len(laid.pages) > 1:
        count = tr("{page} sur {pages}").format(page=page + 1, pages=len(laid.pages))
        items.append(Text(inner.right, inner.y + 10, count, TextStyle("regular", 36), ink, "right"))
    if laid.source:
        items += place(laid.source, inner.x, inner.bottom - laid.source.height, look.palette.muted)
    return (*items, *_resource(view, laid, look), *question_picture(laid.question, laid.inner, look))


def _resource(view: CardView, laid: Laid, look: Look) -> tuple[Item, ...]:
    """Return where real help is, on one line between the text and the question."""
    if not view.resource:
        return ()
    style = _resource_style(look)
    rect = Rect(laid.inner.x, laid.body.bottom + 8, laid.inner.w, 48)
    shown = shorten(view.resource, style, rect.w - _RESOURCE_LEFT, look.measure)
    icon = Icon(Rect(rect.x + 4, rect.y, 48, 48), "hand-heart", look.palette.ink)
    return (icon, words(shown, rect.x + _RESOURCE_LEFT, rect.centre[1], style, look.palette.ink, look.measure))


def _resource_style(look: Look) -> TextStyle:
    return TextStyle("semibold", look.sizes(_RESOURCE_SIZE)[0])

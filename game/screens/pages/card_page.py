"""One card, readable from the back row: a title, few words, one question (picture 2)."""

from dataclasses import dataclass, replace

from game.drawing.drawlist import Box, Icon, Item, Line, Picture, Text
from game.drawing.geometry import Rect
from game.drawing.parts import PANEL_RADIUS, clock, words
from game.drawing.script import is_rtl
from game.drawing.text import Block, fit, fit_heading, paginate, place, shorten
from game.drawing.theme import TextStyle, ink_on
from game.language import mark, tr
from game.screens import phrases
from game.screens.pages.card_header import EDGE as _EDGE, header, hint_room, label
from game.screens.pages.card_translations import (
    in_one_column,
    is_side_by_side,
    pages_in_one_column,
    pages_side_by_side,
    side_by_side,
)
from game.screens.pages.card_words import shown_sources, shown_title
from game.screens.pages.frame import MENU, NEXT_KEY, Hint, hint_row
from game.screens.pages.mirrored import mirrored
from game.screens.scene import Look
from game.session.views import CardView

_SIZES = (64.0, 60.0, 56.0, 52.0)
"""Of a card's words, in logical px; what does not fit at the least one goes on another page."""
_TOP = 140.0
_LETTERS = "ABCDEF"
_RESOURCE_HEIGHT = 76.0


@dataclass(frozen=True)
class _Layout:
    title: Block | None
    pages: tuple[tuple[str, ...], ...]
    style: TextStyle
    question: Block | None
    body: Rect
    panel: Rect


def card_pages(view: CardView, look: Look) -> int:
    """Return on how many pages a card shows."""
    if is_side_by_side(view):
        return pages_side_by_side(view, _inner(look), look)
    view = _in_one_language(view)
    if _is_too_large(view, look):
        return pages_in_one_column(view, _inner(look), look)
    return 1 if _is_choice(view) or view.right is not None else len(_lay_out(view, look).pages)


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
    if is_side_by_side(view):
        return side_by_side(view, _inner(look), look, page)
    shown = _in_one_language(view)
    items = _card(shown, look, page)
    return mirrored(items, _panel(look)) if is_rtl(f"{shown.text} {shown.question}") else items


def _card(view: CardView, look: Look, page: int) -> tuple[Item, ...]:
    if _is_too_large(view, look):
        return in_one_column(view, _inner(look), look, page)
    return _usual(view, look, page)


def _usual(view: CardView, look: Look, page: int) -> tuple[Item, ...]:
    if view.right is not None or view.explanation:
        return _answer(view, look)
    if _is_choice(view):
        return _choices(view, look)
    return _text(view, look, page)


def _is_too_large(view: CardView, look: Look) -> bool:
    """Tell whether a card reads better one paragraph under the other: its usual page leaves words out, or takes more.

    It happens when the room's text is larger than usual.
    """
    if view.right is not None or view.explanation:
        told = [view.choices[view.right] if view.right is not None else "", view.explanation, view.question]
    elif _is_choice(view):
        told = [view.text or view.question, *view.choices]
    else:
        laid = _lay_out(view, look)
        if bool(view.title) > bool(laid.title) or bool(view.question) > bool(laid.question):
            return True
        resource = look.measure.width(view.resource, TextStyle("semibold", look.sizes(36)[0]))
        if laid.body.h < look.measure.line_height(laid.style) or resource > laid.panel.w - 72:
            return True
        return len(laid.pages) > 1 and pages_in_one_column(view, _inner(look), look) < len(laid.pages)
    shown = "".join(_whole(item.text) for item in _usual(view, look, 0) if isinstance(item, Text))
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
    lines = fit(text, [TextStyle("regular", _SIZES[0])], inner, look.measure)
    return place(lines, inner.x, inner.y, look.palette.ink) if lines else ()


def _lay_out(view: CardView, look: Look) -> _Layout:
    inner = _inner(look)
    room = Rect(inner.x, inner.y, inner.w, 180)
    heading = fit_heading(shown_title(view), look.sizes(76, 68, 60), room, look.measure, 1.1)
    heading = heading if view.title else None
    question = _question_block(view, look)
    top = inner.y + (heading.height + 26 if heading else 0)
    bottom = inner.bottom - (question.height + 60 if question else 0) - (_RESOURCE_HEIGHT if view.resource else 0)
    body = Rect(inner.x, top, inner.w, bottom - top)
    styles = [TextStyle("regular", size) for size in look.sizes(*_SIZES)]
    whole = fit(view.text, styles, body, look.measure, 1.32)
    style = whole.style if whole else styles[-1]
    pages = (whole.lines,) if whole else paginate(view.text, style, body, look.measure, 1.32)
    return _Layout(heading, pages, style, question, body, inner)


def _text(view: CardView, look: Look, page: int) -> tuple[Item, ...]:
    laid = _lay_out(view, look)
    inner = laid.panel
    items: list[Item] = []
    if laid.title:
        items += place(laid.title, inner.x, inner.y, look.palette.ink)
    step = laid.style.size * 1.32
    for index, line in enumerate(laid.pages[min(page, len(laid.pages) - 1)]):
        items.append(Text(inner.x, laid.body.y + step * index, line, laid.style, look.palette.ink))
    if len(laid.pages) > 1:
        items.append(
            Text(
                inner.right,
                inner.y + 10,
                tr("{page} sur {pages}").format(page=page + 1, pages=len(laid.pages)),
                TextStyle("regular", 36),
                look.palette.ink,
                "right",
            )
        )
    return (*items, *_resource(view, laid, look), *_question(laid.question, inner, look))


def _resource(view: CardView, laid: _Layout, look: Look) -> tuple[Item, ...]:
    """Return where real help is, on one line between the text and the question."""
    if not view.resource:
        return ()
    style = TextStyle("semibold", look.sizes(36)[0])
    rect = Rect(laid.panel.x, laid.body.bottom + 8, laid.panel.w, 48)
    shown = shorten(view.resource, style, rect.w - 72, look.measure)
    icon = Icon(Rect(rect.x + 4, rect.y, 48, 48), "hand-heart", look.palette.ink)
    return (icon, words(shown, rect.x + 72, rect.centre[1], style, look.palette.ink, look.measure))


def _question(question: Block | None, inner: Rect, look: Look) -> tuple[Item, ...]:
    if question is None:
        return ()
    top = inner.bottom - question.height
    return (
        Line(inner.x, top - 34, inner.right, top - 34, 4, look.palette.ink),
        Icon(Rect(inner.x + 4, top - 4, 76, 76), "chats-circle", look.palette.ink),
        *place(question, inner.x + 104, top, look.palette.ink),
    )


def _choices(view: CardView, look: Look) -> tuple[Item, ...]:
    inner = _inner(look)
    heading = fit(
        view.text or view.question,
        [TextStyle("bold", size) for size in look.sizes(*_SIZES)],
        Rect(0, 0, inner.w, inner.h * 0.5),
        look.measure,
        1.25,
    )
    items: list[Item] = list(place(heading, inner.x, inner.y, look.palette.ink)) if heading else []
    top = inner.y + (heading.height if heading else 0) + 40
    return (*items, *_choice_rows(view, Rect(inner.x, top, inner.w, inner.bottom - top), look))


def _choice_rows(view: CardView, area: Rect, look: Look) -> tuple[Item, ...]:
    gap = 20.0
    height = min(116.0, (area.h - gap * (len(view.choices) - 1)) / len(view.choices))
    items: list[Item] = []
    for index, choice in enumerate(view.choices):
        rect = Rect(area.x, area.y + index * (height + gap), area.w, height)
        items += _choice(rect, _LETTERS[index], choice, look, is_right=view.right == index)
    return tuple(items)


def _choice(rect: Rect, letter: str, text: str, look: Look, *, is_right: bool) -> tuple[Item, ...]:
    fill, writing = (look.palette.ink, look.palette.surface) if is_right else (look.palette.surface, look.palette.ink)
    label = fit(
        text,
        [TextStyle("semibold", size) for size in look.sizes(52, 46, 40)],
        Rect(0, 0, rect.w - 170, rect.h),
        look.measure,
        1.1,
    )
    mark: Item = (
        Icon(Rect(rect.x + 34, rect.centre[1] - 28, 56, 56), "check", writing)
        if is_right
        else words(
            letter,
            rect.x + 62,
            rect.centre[1] - 2,
            TextStyle("title", look.sizes(52)[0]),
            writing,
            look.measure,
            "centre",
        )
    )
    lines = place(label, rect.x + 124, rect.centre[1] - label.height / 2, writing) if label else ()
    return (Box(rect, fill, 18, look.palette.ink, 4.0), mark, *lines)


def _answer(view: CardView, look: Look) -> tuple[Item, ...]:
    """Return the answer, why, where it comes from, and the question that opens the talk."""
    inner = _inner(look)
    items: list[Item] = []
    top = inner.y
    if view.right is not None:
        rect = Rect(inner.x, top, inner.w, 124)
        items += _choice(rect, "", view.choices[view.right], look, is_right=True)
        top = rect.bottom + 32
    question = _question_block(view, look)
    bottom = inner.bottom - (question.height + 60 if question else 0)
    source = fit(
        shown_sources(view),
        [TextStyle("regular", size) for size in look.sizes(32, 28, 27)],
        Rect(0, 0, inner.w, 76),
        look.measure,
        1.15,
    )
    room = Rect(inner.x, top, inner.w, bottom - top - (source.height + 20 if source else 0))
    sizes = look.sizes(*_SIZES, 46, 40)
    lines = fit(view.explanation, [TextStyle("regular", size) for size in sizes], room, look.measure, 1.28)
    if lines:
        items += place(lines, inner.x, top, look.palette.ink)
        top += lines.height + 20
    items += place(source, inner.x, top, look.palette.muted) if source else ()
    return (*items, *_question(question, inner, look))


def _question_block(view: CardView, look: Look) -> Block | None:
    if not view.question:
        return None
    styles = [TextStyle("bold", size) for size in look.sizes(*_SIZES)]
    return fit(view.question, styles, Rect(0, 0, _inner(look).w - 104, 260), look.measure, 1.25)

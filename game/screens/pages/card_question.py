"""A question on a card: what can be answered, then the answer, why, and where it comes from."""

from game.drawing.drawlist import Box, Icon, Item, Line
from game.drawing.geometry import Rect
from game.drawing.parts import words
from game.drawing.text import Block, fit, place
from game.drawing.theme import TextStyle
from game.screens.pages.card_words import SIZES, shown_sources
from game.screens.scene import Look
from game.session.views import CardView

_LETTERS = "ABCDEF"
_SOURCE_HEIGHT = 80.0
"""Two lines of the small print."""


def choices_picture(view: CardView, inner: Rect, look: Look) -> tuple[Item, ...]:
    """Return a question and what can be answered to it."""
    heading = fit(
        view.text or view.question,
        [TextStyle("bold", size) for size in look.sizes(*SIZES)],
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


def answer_picture(view: CardView, inner: Rect, look: Look) -> tuple[Item, ...]:
    """Return the answer, why, where it comes from, and the question that opens the talk."""
    items: list[Item] = []
    top = inner.y
    if view.right is not None:
        rect = Rect(inner.x, top, inner.w, 124)
        items += _choice(rect, "", view.choices[view.right], look, is_right=True)
        top = rect.bottom + 32
    question = question_block(view, inner, look)
    bottom = inner.bottom - (question.height + 60 if question else 0)
    source = source_block(view, inner, look)
    room = Rect(inner.x, top, inner.w, bottom - top - (source.height + 20 if source else 0))
    sizes = look.sizes(*SIZES, 46, 40)
    lines = fit(view.explanation, [TextStyle("regular", size) for size in sizes], room, look.measure, 1.28)
    if lines:
        items += place(lines, inner.x, top, look.palette.ink)
        top += lines.height + 20
    items += place(source, inner.x, top, look.palette.muted) if source else ()
    return (*items, *question_picture(question, inner, look))


def question_picture(question: Block | None, inner: Rect, look: Look) -> tuple[Item, ...]:
    """Return the question that opens the talk, at the bottom of a place."""
    if question is None:
        return ()
    top = inner.bottom - question.height
    return (
        Line(inner.x, top - 34, inner.right, top - 34, 4, look.palette.ink),
        Icon(Rect(inner.x + 4, top - 4, 76, 76), "chats-circle", look.palette.ink),
        *place(question, inner.x + 104, top, look.palette.ink),
    )


def question_block(view: CardView, inner: Rect, look: Look) -> Block | None:
    """Return the question that opens the talk, as it is broken into lines; ``None`` for none, or one too long."""
    if not view.question:
        return None
    styles = [TextStyle("bold", size) for size in look.sizes(*SIZES)]
    return fit(view.question, styles, Rect(0, 0, inner.w - 104, 260), look.measure, 1.25)


def source_block(view: CardView, inner: Rect, look: Look) -> Block | None:
    """Return where the facts of a card come from, in small print; ``None`` for nothing, or too much."""
    styles = [TextStyle("regular", size) for size in look.sizes(32, 28, 27)]
    told = shown_sources(view)
    return fit(told, styles, Rect(0, 0, inner.w, _SOURCE_HEIGHT), look.measure, 1.15) if told else None

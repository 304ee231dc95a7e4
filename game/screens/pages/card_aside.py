"""What stands beside the words of a card: its picture, or its figure shown as people."""

from collections.abc import Iterator

from game.drawing.drawlist import Box, Disc, Icon, Item, Photo
from game.drawing.figures import Figure, figures_in
from game.drawing.geometry import Rect
from game.drawing.text import fit, place
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens.pages.card_words import SIZES
from game.screens.scene import Look
from game.session.following import KIND_WITH_SOURCES
from game.session.views import CardView, PictureView

_SHARES = (0.34, 0.27, 0.2)
"""Of the width, for what stands beside the words, the largest tried first."""
_GAP = 64.0
_TALL = 2.1
"""The height of a person, for a width of 1, with the room around."""
_MOST_WIDE = 130.0
_STROKE = 5.0


def figures_of(view: CardView) -> tuple[Figure, ...]:
    """Return what a card says as so many people out of so many; nothing for other kinds of card."""
    return figures_in(view.text or view.title) if view.kind == KIND_WITH_SOURCES else ()


def has_aside(view: CardView) -> bool:
    """Tell whether something stands beside the words; once the answer is told, the words have all the room."""
    is_answered = view.right is not None or bool(view.explanation)
    return not is_answered and (view.picture is not None or bool(figures_of(view)))


def splits(inner: Rect) -> Iterator[tuple[Rect, Rect]]:
    """Yield the place of the words and that of what stands beside them, the narrowest words first."""
    for width in (inner.w * share for share in _SHARES):
        words = Rect(inner.x, inner.y, inner.w - width - _GAP, inner.h)
        yield words, Rect(inner.right - width, inner.y, width, inner.h)


def aside(view: CardView, area: Rect, look: Look) -> tuple[Item, ...]:
    """Return the picture of a card, or the people of its figure, in a place."""
    if view.picture is not None:
        return _picture(view.picture, area, look)
    found = figures_of(view)
    height = area.h / max(1, len(found))
    places = [Rect(area.x, area.y + index * height, area.w, height) for index in range(len(found))]
    is_alone = view.translation is not None and view.translation.is_alone
    return tuple(
        item
        for figure, room in zip(found, places, strict=True)
        for item in _figure(figure, f"{figure.full} / {figure.people}" if is_alone else figure.words, room, view, look)
    )


def _picture(picture: PictureView, area: Rect, look: Look) -> tuple[Item, ...]:
    """Return a picture; one that cannot be shown is told, in its frame."""
    shown = Photo(area, picture.file, picture.description, look.palette.muted)
    if picture.file:
        return (shown,)
    inner = area.inset(36, 36)
    icon = Icon(Rect(inner.x, inner.y, 64, 64), "eye", look.palette.ink)
    room = Rect(inner.x, inner.y + 84, inner.w, inner.h - 84)
    styles = [TextStyle("regular", size) for size in look.sizes(44, 40, 36, 32, 28)]
    told = fit(tr("Image\u00a0: {words}").format(words=picture.description), styles, room, look.measure)
    return (shown, icon, *(place(told, room.x, room.y, look.palette.ink) if told else ()))


def _figure(figure: Figure, told: str, area: Rect, view: CardView, look: Look) -> Iterator[Item]:
    """Yield people in rows, the full ones first, over the words that count them."""
    style = TextStyle("bold", look.sizes(SIZES[-1])[0])
    caption = fit(told, [style], Rect(0, 0, area.w, area.h * 0.4), look.measure, 1.15)
    height = area.h - (caption.height + 24 if caption else 0) - 24
    wide = min(area.w / figure.columns, height / figure.rows / _TALL, _MOST_WIDE)
    left = area.centre[0] - wide * figure.columns / 2
    top = area.y + (height - wide * _TALL * figure.rows) / 2
    for column, row, is_full in figure.places():
        room = Rect(left + column * wide, top + row * wide * _TALL, wide, wide * _TALL)
        yield from _person(room, view.theme.colour if is_full else None, look)
    if caption:
        y = top + wide * _TALL * figure.rows + 24
        yield from place(caption, area.centre[0], y, look.palette.ink, "centre")


def _person(room: Rect, fill: str | None, look: Look) -> Iterator[Item]:
    """Yield a head and a body: one that counts is full and has a thick edge, the others are a thin edge."""
    ink, paper = look.palette.ink, look.palette.paper
    stroke = max(2.0, min(_STROKE, room.w / 12)) * (1.0 if fill else 0.6)
    radius = room.w * 0.2
    middle = room.centre[0]
    yield Disc(middle, room.y + room.h * 0.06 + radius, radius, fill or paper, ink, stroke)
    body = Rect(middle - room.w * 0.33, room.y + room.h * 0.06 + 2.25 * radius, room.w * 0.66, room.h * 0.62)
    yield Box(body, fill or paper, room.w * 0.3, ink, stroke)

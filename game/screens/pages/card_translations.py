"""A card in two languages, side by side: French on the left, the other one on the right, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from game.drawing.drawlist import Icon, Item, Line, Text
from game.drawing.geometry import Rect
from game.drawing.script import is_rtl
from game.drawing.text import wrap
from game.drawing.theme import Face, TextStyle
from game.language import tr
from game.screens.pages.card_words import SIZES, shown_sources, shown_title
from game.screens.pages.mirrored import mirrored
from game.screens.scene import Look
from game.session.views import CardView, TranslationView

_LEADING = 1.3
_GAP = 30.0
"""Between two paragraphs, in logical px."""
_MIDDLE = 72.0
"""Between the two columns."""
_COUNT = 40.0
"""Under the words, for the number of the page."""
_MARK = 66.0
"""Before a choice: its letter, or the sign of the right one."""
_LETTERS = "ABCDEF"


@dataclass(frozen=True)
class _Paragraph:
    text: str
    face: Face
    mark: str = ""
    """The letter of a choice, or the name of an icon."""
    size: float = 0.0
    """In logical px; 0 for that of the card."""


@dataclass(frozen=True)
class _Row:
    """One line: its words, how far under the one before it, the mark before it."""

    text: str
    style: TextStyle
    step: float
    mark: str = ""
    indent: float = 0.0
    is_first: bool = False
    """Whether a line of the author begins with it."""


_Page = tuple[_Row, ...]


def is_side_by_side(view: CardView) -> bool:
    """Tell whether a card shows in two languages at once."""
    return view.translation is not None and not view.translation.is_alone


def pages_side_by_side(view: CardView, inner: Rect, look: Look) -> int:
    """Return on how many pages both languages of a card show."""
    return max(len(column) for column in _columns(view, inner, look))


def side_by_side(view: CardView, inner: Rect, look: Look, page: int) -> tuple[Item, ...]:
    """Return one page of a card in two languages, inside a panel."""
    left, right = _areas(inner)
    pages = list(zip_longest(*_columns(view, inner, look), fillvalue=()))
    french, other = pages[min(page, len(pages) - 1)]
    drawn = _drawn(other, right, look)
    middle = inner.centre[0]
    rule = Line(middle, inner.y, middle, inner.bottom, 4, look.palette.hairline)
    turned = mirrored(drawn, right) if view.translation and is_rtl(_all_words(view.translation)) else drawn
    return (rule, *_drawn(french, left, look), *turned, *_count(page, len(pages), inner, look))


def pages_in_one_column(view: CardView, inner: Rect, look: Look) -> int:
    """Return on how many pages a card shows, one paragraph under the other."""
    return len(_column(view, inner, look))


def in_one_column(view: CardView, inner: Rect, look: Look, page: int) -> tuple[Item, ...]:
    """Return one page of a card, one paragraph under the other: for words too large for the usual layout."""
    pages = _column(view, inner, look)
    shown = min(page, len(pages) - 1)
    return (*_drawn(pages[shown], inner, look), *_count(shown, len(pages), inner, look))


def _column(view: CardView, inner: Rect, look: Look) -> Sequence[_Page]:
    paragraphs = [*_paragraphs(shown_title(view), view, view), *_only_in_french(view)]
    return _paged(_rows(paragraphs, look.sizes(*SIZES)[-1], inner.w, look), inner.h - _COUNT, look)


def _areas(inner: Rect) -> tuple[Rect, Rect]:
    width = (inner.w - _MIDDLE) / 2
    return Rect(inner.x, inner.y, width, inner.h), Rect(inner.right - width, inner.y, width, inner.h)


def _columns(view: CardView, inner: Rect, look: Look) -> tuple[Sequence[_Page], Sequence[_Page]]:
    """Return the pages of both columns, in the largest size in which one page is enough, else in the least one."""
    area = _areas(inner)[0]
    french = [*_paragraphs(shown_title(view), view, view), *_only_in_french(view)]
    other = view.translation
    foreign = _paragraphs(other.title, other, view) if other is not None else []
    for size in look.sizes(*SIZES):
        rows = _rows(french, size, area.w, look), _rows(foreign, size, area.w, look)
        if all(_height(column, look) <= area.h for column in rows):
            return [tuple(rows[0])], [tuple(rows[1])]
    height = area.h - _COUNT  # the number of the page stands under both columns
    return _paged(rows[0], height, look), _paged(rows[1], height, look)


def _paragraphs(title: str, words: CardView | TranslationView, card: CardView) -> list[_Paragraph]:
    """Return what one column says: the card, or its answer once it is revealed."""
    found: list[_Paragraph] = []
    if card.right is None and not card.explanation:
        found += [_Paragraph(title, "title"), _Paragraph(words.text, "regular")]
        found += [_Paragraph(choice, "semibold", _LETTERS[index]) for index, choice in enumerate(words.choices)]
    elif card.right is not None and words.choices:
        found.append(_Paragraph(words.choices[card.right], "bold", "check"))
    found += [_Paragraph(words.explanation, "regular"), _Paragraph(words.question, "bold")]
    return [paragraph for paragraph in found if paragraph.text]


def _only_in_french(view: CardView) -> list[_Paragraph]:
    """Return where real help is, and where a fact comes from."""
    found = [
        _Paragraph(view.resource if not view.explanation else "", "semibold", "hand-heart", 36.0),
        _Paragraph(shown_sources(view), "regular", size=32.0),
    ]
    return [paragraph for paragraph in found if paragraph.text]


def _rows(paragraphs: Sequence[_Paragraph], size: float, width: float, look: Look) -> list[_Row]:
    rows: list[_Row] = []
    for paragraph in paragraphs:
        style = TextStyle(paragraph.face, max(paragraph.size or size, look.least))
        indent = max(_MARK, style.size) if paragraph.mark else 0.0
        mark, gap = paragraph.mark, _GAP
        for typed in paragraph.text.splitlines():
            for index, line in enumerate(wrap(typed, style, width - indent, look.measure)):
                step = _LEADING * rows[-1].style.size + gap if rows else 0.0
                rows.append(_Row(line, style, step, mark, indent, is_first=not index))
                mark, gap = "", 0.0
    return rows


def _height(rows: Sequence[_Row], look: Look) -> float:
    return sum(row.step for row in rows) + (look.measure.line_height(rows[-1].style) if rows else 0.0)


def _paged(rows: Sequence[_Row], height: float, look: Look) -> Sequence[_Page]:
    """Break rows into pages, between two lines of the author where each fits on a page; a page begins at its top."""
    pages: list[_Page] = []
    page: list[_Row] = []
    for index, row in enumerate(rows):
        end = next((last for last in range(index + 1, len(rows)) if rows[last].is_first), len(rows))
        whole = rows[index:end] if row.is_first else [row]
        needed = whole if _height(whole, look) <= height else [row]
        if page and _height([*page, *needed], look) > height:
            pages.append(tuple(page))
            page = []
        page.append(row if page else replace(row, step=0.0))
    return [*pages, tuple(page)]


def _drawn(rows: Sequence[_Row], area: Rect, look: Look) -> tuple[Item, ...]:
    items: list[Item] = []
    top = area.y
    for row in rows:
        top += row.step
        side = row.style.size * 0.8
        if len(row.mark) > 1:
            place = Rect(area.x, top + (look.measure.line_height(row.style) - side) / 2, side, side)
            items.append(Icon(place, row.mark, look.palette.ink))
        elif row.mark:
            items.append(Text(area.x, top, row.mark, TextStyle("title", row.style.size), look.palette.ink))
        if row.text:
            items.append(Text(area.x + row.indent, top, row.text, row.style, look.palette.ink))
    return tuple(items)


def _count(page: int, pages: int, inner: Rect, look: Look) -> tuple[Item, ...]:
    if pages == 1:
        return ()
    style = TextStyle("regular", 36)
    count = tr("{page} sur {pages}").format(page=page + 1, pages=pages)
    return (Text(inner.right, inner.bottom - 20, count, style, look.palette.ink, "right"),)


def _all_words(words: TranslationView) -> str:
    return f"{words.title} {words.text} {words.question}"

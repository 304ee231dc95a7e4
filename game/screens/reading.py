"""What can be read aloud of a page: its sentences, in the order a person reads them, and where they are drawn."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.drawing.drawlist import Box, Item, Line, Photo, Text
from game.drawing.geometry import Rect
from game.drawing.script import is_rtl
from game.drawing.text import ELLIPSIS, Measure
from game.drawing.theme import contrast
from game.language import current, tr
from game.screens.pages.card_words import shown_title
from game.screens.phrases import NOTICE
from game.screens.pronounce import Token, closed, tokens
from game.session.views import (
    BoardView,
    CadreView,
    CardView,
    HelpView,
    LinesView,
    MoodView,
    PollResultView,
    PollView,
    RoomView,
    TranslationView,
)

_LIT = ("#FFE066", "#4A3A00")
"""Behind the word that is heard: the first one where letters are dark, the second one where they are light."""
_LEAST_PART = 8
"""Letters of a sentence that must be on the page for it to be there, when its beginning is not."""
_LETTERS = "ABCDEF"


@dataclass(frozen=True)
class Passage:
    """A sentence of a page, as it is written there, and what is said before it (the letter of a choice)."""

    text: str
    language: str = "fr"
    lead: str = ""


@dataclass(frozen=True)
class Place:
    """A written word, and the lines that hold it: the item, and where the word begins and ends in its text."""

    word: str
    parts: tuple[tuple[Text, int, int], ...]


@dataclass(frozen=True)
class Found:
    """A passage that is on the page, word by word."""

    passage: Passage
    places: tuple[Place, ...]


def passages(view: RoomView) -> tuple[Passage, ...]:
    """Return what can be read of a page, in order. It holds nothing that the room does not see."""
    return tuple(passage for passage in _passages(view) if passage.text.strip())


def _passages(view: RoomView) -> Iterator[Passage]:
    match view:
        case CardView():
            yield from _of_card(view)
        case LinesView(is_notice=True):
            yield Passage(tr(NOTICE), current())
        case LinesView():
            yield Passage(view.aside)
            yield from _of_lines(view)
        case CadreView():
            yield Passage(view.lines[min(view.page, len(view.lines) - 1)])
        case HelpView():
            for aid in view.aids:
                yield from (Passage(text) for text in (aid.phone, aid.name, aid.when, aid.purpose))
        case PollView() | PollResultView():
            yield Passage(view.question)
            yield from (Passage(answer) for answer in view.answers)
        case MoodView():
            yield Passage(view.question)
            yield Passage(view.aside)
        case BoardView() if view.square is not None and not view.square.theme:
            yield Passage(view.square.name)
            yield Passage(view.square.text)
        case _:
            return


def _of_lines(view: LinesView) -> Iterator[Passage]:
    """Yield the present sentence or question; the welcome shows the ones before it, which have been read."""
    if view.lines:
        yield Passage(view.lines[min(view.page, len(view.lines) - 1)])


def _of_card(view: CardView) -> Iterator[Passage]:
    other = view.translation
    if other is None or not other.is_alone:
        yield from _words_of_card(view, "fr")
    if other is not None:
        yield from _words_of_card(other, other.language, right=view.right)
    if view.picture is not None:
        yield Passage(view.picture.description, lead=tr("Image\u00a0:"))


def _words_of_card(words: CardView | TranslationView, language: str, right: int | None = None) -> Iterator[Passage]:
    right = words.right if isinstance(words, CardView) else right
    title = shown_title(words) if isinstance(words, CardView) else words.title
    yield Passage(title, language)
    yield Passage(words.text, language)
    if isinstance(words, CardView):
        yield Passage(words.resource, language)
    for index, choice in enumerate(words.choices):
        if right in (None, index):
            yield Passage(choice, language, lead=f"{_LETTERS[index]}." if right is None else "")
    yield Passage(words.explanation, language)
    yield Passage(words.question, language)


def found(wanted: Sequence[Passage], base: Sequence[Item]) -> tuple[Found, ...]:
    """Return the part of each passage that is written on a page, where it stands; what is not there is left out."""
    lines = [item for item in base if isinstance(item, Text) and item.text.strip()]
    images = {item.description for item in base if isinstance(item, Photo)}
    there = [Found(passage, _of_image(passage, images) or _places(passage.text, lines)) for passage in wanted]
    return tuple(item for item in there if item.places)


def _of_image(passage: Passage, images: Container[str]) -> tuple[Place, ...]:
    """Return the words of an image of the page: they are heard, and stand nowhere."""
    return tuple(Place(word.text, ()) for word in tokens(passage.text)) if passage.text in images else ()


def _places(text: str, lines: Sequence[Text]) -> tuple[Place, ...]:
    """Find the longest chain of lines that follow each other, in one style, in the letters of a text."""
    words = tokens(text)
    letters = "".join(word.text for word in words)
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word.text))
    best: tuple[int, float, list[tuple[int, Text]]] = (0, 0.0, [])
    for index, line in enumerate(lines):
        for start in _starts(letters, _bare(line.text), ends):
            chain, length = _chain(letters, lines[index:], start)
            is_whole = start == 0 and length == len(letters)
            if (is_whole or length >= _LEAST_PART) and (length, line.style.size) > best[:2]:
                best = (length, line.style.size, chain)
    return _worded(words, ends, best[2])


def _starts(letters: str, line: str, ends: Sequence[int]) -> list[int]:
    return [start for start in ends[:-1] if _length_at(letters, line, start)]


def _chain(letters: str, lines: Sequence[Text], start: int) -> tuple[list[tuple[int, Text]], int]:
    """Return (where it begins in the letters, line) for the lines that follow each other, and their length together."""
    chain: list[tuple[int, Text]] = []
    at = start
    for line in lines:
        length = _length_at(letters, _bare(line.text), at)
        if not length or line.style != lines[0].style:
            break
        chain.append((at, line))
        at += length
    return chain, at - start


def _length_at(letters: str, line: str, at: int) -> int:
    """Return how many letters a line holds from there on; 0 when it is not what stands there."""
    if letters.startswith(line, at):
        return len(line)
    cut = line.removesuffix("-").removesuffix(ELLIPSIS)
    return len(cut) if cut != line and letters.startswith(cut, at) else 0


def _worded(words: Sequence[Token], ends: Sequence[int], chain: Sequence[tuple[int, Text]]) -> tuple[Place, ...]:
    spans = [
        (at, at + _bare_length(line), line, [index for index, letter in enumerate(line.text) if not letter.isspace()])
        for at, line in chain
    ]
    places: list[Place] = []
    for word, (start, end) in zip(words, pairwise(ends), strict=True):
        parts = tuple(
            (line, at[max(start, low) - low], at[min(end, high) - low - 1] + 1)
            for low, high, line, at in spans
            if start < high and end > low
        )
        if parts:
            places.append(Place(word.text, parts))
    return tuple(places)


def _bare(text: str) -> str:
    return "".join(text.split())


def _bare_length(line: Text) -> int:
    return len(_bare(line.text))


def said_words(item: Found) -> tuple[str, ...]:
    """Return the words of a passage as they are given to a voice: closed as a sentence, what leads them first."""
    words = [place.word for place in item.places]
    words[-1] = closed(words[-1])
    return (*item.passage.lead.split(), *words)


def lit(place: Place, measure: Measure) -> tuple[Item, ...]:
    """Return a word once more, marked: a colour behind it and a line under it, over what the page shows."""
    return tuple(item for part in place.parts for item in _lit_part(*part, measure))


def _lit_part(line: Text, start: int, end: int, measure: Measure) -> tuple[Item, ...]:
    word = line.text[start:end]
    width = measure.width(word, line.style)
    whole = measure.width(line.text, line.style)
    left = line.x - {"left": 0.0, "centre": 0.5, "right": 1.0}[line.anchor] * whole
    before = measure.width(line.text[:end], line.style) - width  # kerning counts, and no space at the end
    x = left + whole - before - width if is_rtl(line.text) else left + before
    height = measure.line_height(line.style)
    rect = Rect(x - 6, line.y - 2, width + 12, height + 4)
    colour = max(_LIT, key=lambda lit_colour: contrast(lit_colour, line.colour))
    rule = Line(rect.x, rect.bottom, rect.right, rect.bottom, 6, line.colour)
    return (Box(rect, colour, 8), rule, Text(x, line.y, word, line.style, line.colour))

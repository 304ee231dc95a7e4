"""The wall of a session as a poster of A3: a brick an exchange, in the colour of its theme, with its word."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from game.content.cards import Theme
from game.drawing.geometry import Rect
from game.drawing.wall import bricks
from game.french import counted, duration, long_date
from game.printing.pages import PrintError, make_pdf
from game.printing.records.shared import look_of
from game.printing.words import common
from game.records.outcome import Outcome
from game.session.state import Exchange

_A3 = (420.0, 297.0)
"""Width and height of the poster, mm."""
_AREA = Rect(16, 58, 388, 196)
"""Where the bricks are, mm: under the title, above the legend."""
_GAP = 3.2
_SHAPE = (3, 3)
"""Bricks in a row, rows: of the smallest wall, so that a few words are large."""


def print_wall(assets: Path, outcome: Outcome, laid: Sequence[Exchange], themes: Mapping[str, Theme]) -> bytes:
    """Return the PDF of the wall: one page of A3. An exchange without a word is a brick with the icon of its theme.

    Args:
        assets: The folder of the templates.
        outcome: The record of the session: where, when, how long.
        laid: Its exchanges, in the order in which their bricks were laid.
        themes: How themes look, by id.

    Raises:
        PrintError: there is no brick, or a word does not fit on its own; or the template cannot be read.
    """
    if not laid:
        raise PrintError("the wall has no brick")
    titles = {theme.id: theme.title for theme in outcome.themes}
    seen = {one.theme: look_of(themes, one.theme, titles.get(one.theme, "")) for one in laid}
    places = bricks(len(laid), _AREA, *_SHAPE, _GAP)
    data = {
        **common("Le mur de notre séance"),
        "page": {"width": _A3[0], "height": _A3[1]},
        "summary": _summary(outcome, len(laid), len(seen)),
        "bricks": [
            _box(place) | seen[one.theme] | {"word": one.word, "longest": max(one.word.split(" "), key=len)}
            for place, one in zip(places, laid, strict=False)
        ],
        "to-come": [_box(place) for place in places[len(laid) :]],
        "themes": [seen[theme] for theme in dict.fromkeys((*themes, *seen)) if theme in seen],
    }
    pdf, words = make_pdf(assets, "mur", data, "<brick>")
    cut = dict.fromkeys(word["word"] for word in words if not word["fits"])
    if cut:
        raise PrintError("a word does not fit on its brick", tuple(cut))
    return pdf


def _summary(outcome: Outcome, laid: int, themes: int) -> str:
    parts = [counted(laid, "échange"), counted(themes, "thème")]
    if outcome.minutes and not outcome.on_paper:
        parts.append(f"{duration(outcome.minutes)} ensemble")
    where = ", ".join(filter(None, (outcome.place, long_date(outcome.day))))
    return f"{', '.join(parts)} · {where}"


def _box(place: Rect) -> dict[str, Any]:
    return {"x": place.x, "y": place.y, "width": place.w, "height": place.h}

"""The attendance sheet (« feuille d’émargement »): signed on paper, a column a half-day, the same title on every page.

What funders look for: the title of the action, the date, the hours, the place, who facilitated and a signature for
each half-day, logos, page n/N. The program keeps no signature, no name, and no list of codes.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.images import shown_image
from game.french import unbroken
from game.printing.pages import make_pdf
from game.printing.words import common, labelled
from game.records.outcome import Outcome
from game.screens.photos import printed

USUAL_LINES = 15
MOST_LINES = 500
MOST_LOGOS = 6
_HALF_DAYS = ("matin", "après-midi")
_PICTURES = (".png", ".jpg", ".jpeg")
NOTICE = (
    unbroken(
        "L’association garde cette feuille sur papier, sous clé, le temps que ses financeurs demandent ; "
        "rien n’en est recopié dans l’ordinateur."
    ),
    unbroken("Chacun peut demander à la voir, y faire corriger sa ligne, ou ne pas signer, sans dire pourquoi."),
)
"""Two sentences for those who sign: who keeps the sheet and how long, and how to say no.

The proof of an action is kept as long as its funder asks: on paper, in the office, for few people (CNIL, intermediate
archives).
"""


@dataclass(frozen=True)
class Signing:
    """What is written on the sheet before it is printed; what is empty is a line to fill in by hand."""

    title: str = ""
    day: str = ""
    hours: str = ""
    place: str = ""
    facilitator: str = ""
    """A name that somebody typed: it is on the paper, and nowhere else."""
    half_days: tuple[str, ...] = _HALF_DAYS
    codes: tuple[str, ...] = ()
    """Internal codes, one a line; empty for blank lines."""
    lines: int = USUAL_LINES
    is_nameless: bool = False
    """Whether nobody writes a name: where even a list of names says too much, as in a prison."""


@dataclass(frozen=True)
class Logos:
    """The logos of a folder, as text that a page can hold, and the files that could not be one."""

    pictures: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def half_days_of(outcome: Outcome) -> tuple[str, ...]:
    """Return the half-days that a session has touched; both of a day when it does not say."""
    return tuple(outcome.half_days) or _HALF_DAYS


def read_logos(folder: Path) -> Logos:
    """Return the pictures (PNG, JPEG) of a folder by their names, at most `MOST_LOGOS`.

    Raises:
        OSError: the folder cannot be read.
    """
    names = sorted(path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    held = {name: _picture(folder, name) for name in names}
    good = {name: picture for name, picture in held.items() if picture}
    kept = tuple(good)[:MOST_LOGOS]
    return Logos(tuple(good[name] for name in kept), tuple(name for name in names if name not in kept))


def print_signing(assets: Path, sheet: Signing, logos: Sequence[str] = ()) -> bytes:
    """Return the PDF of an attendance sheet, of as many pages as its lines need.

    Raises:
        PrintError: the template cannot be read.
    """
    rows = list(sheet.codes) or [""] * sheet.lines
    data = {
        **common("Feuille d’émargement"),
        "notice": list(NOTICE),
        "action": sheet.title,
        "fields": [
            {"label": labelled(label), "text": text}
            for label, text in (("Date", sheet.day), ("Horaires", sheet.hours), ("Lieu", sheet.place))
        ],
        "logos": list(logos),
        "who": _who(sheet),
        "half-days": _half_days(sheet),
        "rows": rows,
        "facilitator": sheet.facilitator,
        "words": _WORDS,
    }
    return make_pdf(assets, "emargement", data)[0]


def _half_days(sheet: Signing) -> list[dict[str, str]]:
    """Return the columns to sign in: of a single half-day the hours are known, of two they are written by hand."""
    how = "paraphe" if sheet.is_nameless else "signature"
    hours = sheet.hours if len(sheet.half_days) == 1 and sheet.hours else "de ……… à ………"
    return [{"title": name.capitalize(), "how": f"({how})", "hours": hours} for name in sheet.half_days]


def _who(sheet: Signing) -> list[str]:
    """Return the heads of the columns that say who signs."""
    first = "Code" if sheet.codes else "Réservé à l’association"
    if sheet.is_nameless:
        return [first]
    return [first, "Nom et prénom"] if sheet.codes else ["Nom et prénom"]


def _picture(folder: Path, name: str) -> str:
    """Return a picture as SVG text, as all that a page reads is text; empty for what is no picture."""
    file = shown_image(folder, name) if name.lower().endswith(_PICTURES) else ""
    held = printed(file) if file else None
    if held is None:
        return ""
    size = f'width="{held.width}" height="{held.height}"'
    data = f"data:image/{held.kind};base64,{b64encode(held.data).decode()}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{data}"/></svg>'


_WORDS = {
    "action": labelled("Intitulé de l’action"),
    "logos": "Logos des financeurs",
    "number": "N°",
    "how": unbroken(
        "Chacun signe lui-même, à chaque demi-journée où il est là : ni à l’avance, ni pour quelqu’un d’autre. "
        "Barrez les lignes restées vides."
    ),
    "facilitator": labelled("Animation, nom"),
    "facilitator-signs": "Signature de qui anime",
    "page": "Page",
}

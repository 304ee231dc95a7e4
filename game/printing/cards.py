"""Cards on paper, front and back: which ones, and what each side says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from game.content.cards import Audience, Card, Kind, Origin
from game.content.library import Library
from game.french import counted
from game.printing.pages import Printed, PrintError, make_pdf
from game.printing.words import audiences_said, common, labelled, longest_word, theme_look
from game.screens.phrases import KINDS

MOST_SENSITIVE = 2
_FRONT, _BACK = "recto", "verso"


class Flip(StrEnum):
    """The edge of the sheet that the printer turns it over on."""

    LONG = "long"
    SHORT = "court"


@dataclass(frozen=True)
class CardSheet:
    """Cards on a sheet of A4, held upright. Lengths are mm, sizes of text pt, tried from the largest on."""

    width: float
    height: float
    columns: int
    rows: int
    inset: float
    front_sizes: tuple[float, ...]
    back_sizes: tuple[float, ...]
    readable: float
    """A card whose front is set smaller than that is told."""


SMALL = CardSheet(
    63,
    88,
    3,
    3,
    4,
    front_sizes=(12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7),
    back_sizes=(9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6),
    readable=9,
)
"""Nine a sheet, of the size of a playing card: sleeves and boxes are sold for it."""
LARGE = CardSheet(
    190,
    132,
    1,
    2,
    9,
    front_sizes=(27, 25, 23, 21, 19, 17, 15, 13),
    back_sizes=(15, 14, 13, 12, 11, 10, 9),
    readable=15,
)
"""Two a sheet, nearly A5: what an office printer can reach of it, with room for the marks."""


@dataclass(frozen=True)
class Wanted:
    """Which cards to print; what is empty holds nothing back."""

    themes: tuple[str, ...] = ()
    audiences: tuple[Audience, ...] = ()
    """Who will see them: a card has to be for all of these."""
    sensitivity: int = MOST_SENSITIVE
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chosen:
    """The cards to print, and the testimonies that may not be: their consent does not allow it."""

    cards: tuple[Card, ...]
    refused: tuple[Card, ...] = ()


def choose(library: Library, wanted: Wanted, on: date) -> Chosen:
    """Return the cards that are wanted, by theme, and the testimonies that are refused.

    A testimony that was withdrawn, has expired, or was not given for one of the audiences is refused.
    """
    order = list(library.themes)
    cards = sorted(library.cards.values(), key=lambda card: order.index(card.theme))
    asked = [card for card in cards if _is_asked(card, wanted)]
    refused = [card for card in asked if card.consent and not card.consent.allows(wanted.audiences, on)]
    kept = [card for card in asked if card.allows(wanted.audiences, on)]
    return Chosen(tuple(kept), tuple(refused))


def why_refused(card: Card, wanted: Wanted, on: date) -> str:
    """Return in a few words why a testimony may not be printed."""
    consent = card.consent
    if consent is None:
        return ""
    if consent.withdrawn:
        return "son auteur l’a retiré"
    if on > consent.until:
        return "l’accord de son auteur est fini"
    if on < consent.on:
        return "l’accord de son auteur n’a pas commencé"
    beyond = [audience for audience in wanted.audiences if audience not in consent.audiences]
    return f"son auteur ne l’a pas donné pour ce public ({audiences_said(beyond)})"


def print_cards(
    assets: Path, library: Library, cards: Sequence[Card], sheet: CardSheet = SMALL, flip: Flip = Flip.LONG
) -> Printed:
    """Return the PDF of some cards, fronts and backs in turn.

    Raises:
        PrintError: the text of a card does not fit, even small; or the template cannot be read.
    """
    data = {
        **common("Cartes"),
        "sheet": _sheet(sheet, flip),
        "words": {
            "front": _FRONT,
            "back": _BACK,
            "prompts": labelled("Relances"),
            "sheet": "Feuille",
            "of-fronts": ", recto",
            "of-backs": ", verso",
        },
        "cards": [_card(card, library) for card in cards],
    }
    pdf, sides = make_pdf(assets, "cartes", data, "<side>")
    names = {card.id: card.title or card.id for card in cards}
    _refuse_cut(names[side["id"]] for side in sides if not side["fits"])
    small = (side["id"] for side in sides if side["side"] == _FRONT and side["size"] < sheet.readable)
    return Printed(pdf, tuple(names[card] for card in small))


def _is_asked(card: Card, wanted: Wanted) -> bool:
    if wanted.ids and card.id not in wanted.ids:
        return False
    if wanted.themes and card.theme not in wanted.themes:
        return False
    # A testimony out of its audience is refused by its consent, and told; any other card is simply for other people.
    is_for_them = bool(card.consent) or set(wanted.audiences) <= set(card.audiences)
    return is_for_them and card.sensitivity <= wanted.sensitivity


def _refuse_cut(cut: Iterable[str]) -> None:
    titles = list(dict.fromkeys(cut))
    if titles:
        raise PrintError("text does not fit", titles)


def _sheet(sheet: CardSheet, flip: Flip) -> dict[str, Any]:
    return {
        "width": sheet.width,
        "height": sheet.height,
        "columns": sheet.columns,
        "rows": sheet.rows,
        "inset": sheet.inset,
        "front-sizes": sheet.front_sizes,
        "back-sizes": sheet.back_sizes,
        "flip": flip,
    }


def _card(card: Card, library: Library) -> Mapping[str, Any]:
    letters = "ABCDEF"
    choices = [{"letter": letters[at], "text": choice.text} for at, choice in enumerate(card.choices)]
    rows = _rows(card, letters)
    facts = [library.facts[fact] for fact in card.facts]
    sources = list(dict.fromkeys(f"{labelled('Source')} {fact.source_title}, {fact.as_of}." for fact in facts))
    said = (card.text, card.question, *(choice.text for choice in card.choices), KINDS[card.kind])
    told = (card.warning, *card.prompts, *(row["text"] for row in rows), *sources, card.id)
    return {
        "id": card.id,
        "theme": theme_look(library.themes[card.theme]),
        "kind": KINDS[card.kind],
        "fiction": "Fiction" if card.origin is Origin.FICTION else "",
        "title": card.title,
        "title-word": longest_word(card.title),
        "text": card.text,
        "choices": choices,
        "question": card.question,
        "longest": longest_word(*said),
        "minutes": counted(card.minutes, "min", "min"),
        "sensitivity": labelled("Sujet très sensible" if card.sensitivity == MOST_SENSITIVE else "Sujet sensible"),
        "warning": card.warning,
        "rows": rows,
        "prompts": card.prompts,
        "sources": sources,
        "foot": f"{card.title or KINDS[card.kind]} ({card.id})",
        "back-longest": longest_word(*told),
    }


def _rows(card: Card, letters: str) -> list[dict[str, str]]:
    """Return what the back says beside the prompts: the answer, its explanation, where to go."""
    rows = []
    right = next((at for at, choice in enumerate(card.choices) if choice.right), None)
    if right is not None:
        rows.append({"label": labelled("Réponse"), "text": f"{letters[right]}. {card.choices[right].text}"})
    if card.explanation:
        label = "Explication" if right is not None or card.kind is not Kind.QUESTION else "Réponse"
        rows.append({"label": labelled(label), "text": card.explanation})
    if card.origin is Origin.FICTION:
        rows.append({"label": "Fiction.", "text": "Cette histoire est inventée."})
    if card.resource:
        rows.append({"label": labelled("Où s’adresser"), "text": card.resource})
    return rows

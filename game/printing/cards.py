"""Cards on paper, front and back: which ones, and what each side says."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from game.content.cards import Audience, Card, Kind, Origin, Translation
from game.content.images import shown_image
from game.content.library import Library
from game.drawing.figures import Figure, figures_in
from game.drawing.script import is_rtl
from game.french import counted
from game.printing.pages import Printed, PrintError, make_pdf
from game.printing.words import audiences_said, common, labelled, longest_word, theme_look
from game.screens.photos import Held, printed
from game.screens.phrases import KINDS

MOST_SENSITIVE = 2
_FRONT, _BACK = "recto", "verso"
_LETTERS = "ABCDEF"
_WIDE = ((4, 4), (10, 5), (50, 10), (100, 20))
"""Up to so many people, on so many columns: one counts by fives and by tens."""


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
    language: str = ""
    """The language of what the room reads (``ar``): only cards that are translated into it. Empty for French."""


@dataclass(frozen=True)
class Chosen:
    """The cards to print, and the testimonies that may not be: their consent does not allow it."""

    cards: tuple[Card, ...]
    refused: tuple[Card, ...] = ()


def choose(library: Library, wanted: Wanted, on: date) -> Chosen:
    """Return the cards that are wanted, by theme, and the testimonies that are refused.

    A testimony that was withdrawn, has expired, or was not given for one of the audiences (for all of them when none
    is named) is refused.
    """
    order = list(library.themes)
    cards = sorted(library.cards.values(), key=lambda card: order.index(card.theme))
    asked = [card for card in cards if _is_asked(card, wanted)]
    refused = [card for card in asked if card.consent and not card.consent.allows(_readers(wanted), on)]
    kept = [card for card in asked if card not in refused and card.allows(wanted.audiences, on)]
    return Chosen(tuple(kept), tuple(refused))


def _readers(wanted: Wanted) -> tuple[Audience, ...]:
    """Return who may read what is printed: anyone when nobody is named, for paper goes from hand to hand."""
    return wanted.audiences or tuple(Audience)


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
    beyond = [audience for audience in _readers(wanted) if audience not in consent.audiences]
    if not wanted.audiences:
        options = " ".join(f"--public {audience}" for audience in consent.audiences)
        return f"son auteur ne l’a pas donné pour tous les publics : ajoutez {options}"
    return f"son auteur ne l’a pas donné pour ce public ({audiences_said(beyond)})"


@dataclass(frozen=True)
class Making:
    """How cards are printed: on which sheet, how the printer turns it, in which language the room reads them."""

    sheet: CardSheet = SMALL
    flip: Flip = Flip.LONG
    language: str = ""


def print_cards(assets: Path, library: Library, cards: Sequence[Card], making: Making | None = None) -> Printed:
    """Return the PDF of some cards, fronts and backs in turn. What the facilitator reads on a back is in French.

    Raises:
        PrintError: the text of a card does not fit, even small; or the template cannot be read.
    """
    making = making or Making()
    sheet = making.sheet
    pictures = {card.id: _picture(card, library) for card in cards if card.image}
    data = {
        **common("Cartes"),
        "sheet": _sheet(sheet, making.flip),
        "words": {
            "front": _FRONT,
            "back": _BACK,
            "prompts": labelled("Relances"),
            "sheet": "Feuille",
            "of-fronts": ", recto",
            "of-backs": ", verso",
        },
        "cards": [
            _card(card, library) | _front(card, making.language) | {"picture": pictures.get(card.id)} for card in cards
        ],
    }
    pdf, sides = make_pdf(assets, "cartes", data, "<side>")
    names = {card.id: card.title or card.id for card in cards}
    _refuse_cut(names[side["id"]] for side in sides if not side["fits"])
    small = (side["id"] for side in sides if side["side"] == _FRONT and side["size"] < sheet.readable)
    lacking = (card for card, picture in pictures.items() if not picture["svg"])
    return Printed(pdf, tuple(names[card] for card in small), tuple(names[card] for card in lacking))


def _is_asked(card: Card, wanted: Wanted) -> bool:
    if wanted.ids and card.id not in wanted.ids:
        return False
    if wanted.themes and card.theme not in wanted.themes:
        return False
    if wanted.language and wanted.language not in card.translations:
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


def _picture(card: Card, library: Library) -> dict[str, str]:
    """Return the picture of a card, and its words, which stand in its place when it cannot be shown."""
    file = shown_image(library.root, card.image)
    held = printed(file) if file else None
    return {"svg": _as_svg(held) if held else "", "description": f"{labelled('Image')} {card.image_description}"}


def _as_svg(held: Held) -> str:
    """Return a picture as text: all that a page reads is JSON, and only the assets are read as files."""
    size = f'width="{held.width}" height="{held.height}"'
    data = f"data:image/{held.kind};base64,{b64encode(held.data).decode()}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{data}"/></svg>'


def _front(card: Card, language: str) -> dict[str, Any]:
    """Return what the room reads; what is not translated stays in French."""
    other = card.translations.get(language) or Translation.model_construct()
    title, text, question = other.title or card.title, other.text or card.text, other.question or card.question
    written = other.choices or tuple(choice.text for choice in card.choices)
    choices = [{"letter": letter, "text": choice} for letter, choice in zip(_LETTERS, written, strict=False)]
    return {
        "lang": language or "fr",
        "rtl": is_rtl(f"{text} {question}"),
        "title": title,
        "title-word": longest_word(title),
        "text": text,
        "choices": choices,
        "question": question,
        "longest": longest_word(text, question, *written, KINDS[card.kind]),
    }


def _figures(card: Card) -> list[dict[str, int]]:
    """Return the figure of a card as people in rows, and how many of them are full."""
    found = figures_in(card.text or card.title) if card.kind is Kind.FIGURE else ()
    return [_people(figure) for figure in found]


def _people(figure: Figure) -> dict[str, int]:
    """Return how people stand on a card, which is wide where the screen has a high place for them."""
    columns = min(figure.people, next(columns for most, columns in _WIDE if figure.people <= most))
    return {
        "columns": columns,
        "rows": -(-figure.people // columns),
        "people": figure.people,
        "full": figure.full,
    }


def _card(card: Card, library: Library) -> dict[str, Any]:
    rows = _rows(card, _LETTERS)
    facts = [library.facts[fact] for fact in card.facts]
    sources = list(dict.fromkeys(f"{labelled('Source')} {fact.source}." for fact in facts))
    told = (card.warning, *card.prompts, *(row["text"] for row in rows), *sources, card.id)
    return {
        "id": card.id,
        "theme": theme_look(library.themes[card.theme]),
        "kind": KINDS[card.kind],
        "fiction": "Fiction" if card.origin is Origin.FICTION else "",
        "figures": _figures(card),
        "front-sources": sources if card.kind is Kind.FIGURE else [],
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

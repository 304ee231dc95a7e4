"""Write cards in a spreadsheet that explains itself: the cards, what the columns are, the lists to choose in."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from game.content.cards import Audience, Card, Kind, Origin
from game.content.writing import card_values
from game.french import unbroken
from game.spreadsheet.columns import ALL, Cell, Column, Shape, cell_of, columns

CARDS_SHEET = "Cartes"
HELP_SHEET = "Lisez-moi"
LISTS_SHEET = "Listes"
MOST_IN_A_CELL = 32_767
"""Characters, of any spreadsheet."""
ROWS_TO_COME = 500
"""How many rows under the last card offer the same lists."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What a spreadsheet cannot hold, the tab and the line break apart."""
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_HEAD = PatternFill("solid", start_color="0F2A66")
_WIDE, _MIDDLE, _NARROW = 60, 34, 16
_WIDE_KEYS = {"texte", "question", "relances", "explication"}
_TEXT_FORMAT, _DAY_FORMAT = "@", "yyyy-mm-dd"
_HELP_COLUMNS = (("Colonne", 28), ("Il la faut", 12), ("Ce qu’on y écrit", 70), ("Exemple", 44))
_INTRODUCTION = (
    "Une ligne par carte, dans la feuille « Cartes ». Une case vide : la carte n’a pas cette clé.",
    "Plusieurs valeurs dans une case : une par ligne (Alt + Entrée).",
    "Une ligne qui commence par deux espaces est la suite de la ligne du dessus.",
    "Pour une nouvelle carte, une nouvelle ligne. Sans identifiant, il est fait avec le titre.",
    "Une ligne effacée n’efface pas sa carte. Une colonne effacée ne change rien aux cartes.",
    "Une autre langue : ajoutez ses colonnes, avec son code : Titre (es), Texte (es), Question (es)…",
    "Pas de formule, pas de cases fusionnées.",
    "Pour reprendre ce fichier : permis cartes importer FICHIER.xlsx --essai, puis sans --essai.",
)


class TooLongForCellError(Exception):
    """A text that no spreadsheet can hold whole.

    Attributes:
        card: The id of its card.
        column: The title of its column.
    """

    def __init__(self, card: str, column: str) -> None:
        super().__init__(f"{card}: {column}")
        self.card, self.column = card, column


def workbook_of(cards: Sequence[Card], themes: Iterable[str]) -> tuple[bytes, list[str]]:
    """Return the bytes of an XLSX file, and the ids of the cards whose invisible characters could not be kept.

    Args:
        cards: One row each, in this order.
        themes: The ids to offer in the column of themes.

    Raises:
        TooLongForCellError: a text is longer than a cell can be.
    """
    languages = sorted({language for card in cards for language in card.translations})
    shown = columns(languages)
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):  # a new workbook has one
        raise TypeError(sheet)
    sheet.title = CARDS_SHEET
    _write_head(sheet, shown)
    mended = [card.id for number, card in enumerate(cards, start=2) if _write_card(sheet, number, card, shown)]
    _explain(book.create_sheet(HELP_SHEET), shown)
    _offer_lists(book.create_sheet(LISTS_SHEET), sheet, shown, list(themes))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue(), mended


def _write_head(sheet: Worksheet, shown: Sequence[Column]) -> None:
    for number, column in enumerate(shown, start=1):
        _put(sheet, 1, number, column.title)
        cell = sheet.cell(1, number)
        cell.font, cell.fill, cell.alignment = Font(bold=True, color="FFFFFF"), _HEAD, _WRAPPED
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _width(column)
        # A whole column of text: what is typed under the last card stays as it is typed.
        sheet.column_dimensions[letter].number_format = _format_of(column)
        sheet.column_dimensions[letter].alignment = _WRAPPED
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(shown))}1"


def _width(column: Column) -> int:
    if column.steps[-1] in _WIDE_KEYS:
        return _WIDE
    return _MIDDLE if column.shape in (Shape.LINES, Shape.CHOICES) or column.steps[-1] == "titre" else _NARROW


def _format_of(column: Column) -> str:
    return {Shape.NUMBER: "0", Shape.DAY: _DAY_FORMAT}.get(column.shape, _TEXT_FORMAT)


def _write_card(sheet: Worksheet, number: int, card: Card, shown: Sequence[Column]) -> bool:
    """Write one card in a row; say whether something of it could not be kept."""
    values, is_mended = card_values(card), False
    for place, column in enumerate(shown, start=1):
        held = cell_of(values, column)
        if isinstance(held, str):
            kept = _UNWRITABLE.sub("", held)
            is_mended = is_mended or kept != held
            held = kept
            if len(held) > MOST_IN_A_CELL:
                raise TooLongForCellError(card.id, column.title)
        _put(sheet, number, place, held)
        cell = sheet.cell(number, place)
        cell.number_format, cell.alignment = _format_of(column), _WRAPPED
    return is_mended


def _put(sheet: Worksheet, row: int, column: int, held: Cell) -> None:
    """Put a value in a cell; a text that begins with « = » stays a text."""
    cell = sheet.cell(row, column)
    if isinstance(held, str):
        cell.value = held
        cell.data_type = "s"
        cell.quotePrefix = held.startswith(("=", "+", "-", "@", "'"))
    elif isinstance(held, (int, date)):
        cell.value = held


def _explain(sheet: Worksheet, shown: Sequence[Column]) -> None:
    for number, sentence in enumerate(_INTRODUCTION, start=1):
        _put(sheet, number, 1, unbroken(sentence))
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=4)
        sheet.cell(number, 1).alignment = _WRAPPED
        sheet.row_dimensions[number].height = 32
    top = len(_INTRODUCTION) + 2
    for place, (title, width) in enumerate(_HELP_COLUMNS, start=1):
        _put(sheet, top, place, title)
        sheet.cell(top, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    for number, column in enumerate(shown, start=top + 1):
        needed = "oui" if column.is_needed else ""
        for place, text in enumerate((column.title, needed, column.words + _how(column), column.example), start=1):
            _put(sheet, number, place, text)
            sheet.cell(number, place).alignment = _WRAPPED


def _how(column: Column) -> str:
    said = {
        Shape.LINES: " Une valeur par ligne.",
        Shape.CHOICES: " Un choix par ligne, « juste : » devant le bon.",
        Shape.AUDIENCES: f" Séparés par des virgules, ou « {ALL} ».",
        Shape.YES_NO: " oui ou non.",
    }
    return unbroken(said.get(column.shape, ""))


def _offer_lists(lists: Worksheet, sheet: Worksheet, shown: Sequence[Column], themes: Sequence[str]) -> None:
    """Offer a list in each cell where a few values are right. Audiences are offered and not imposed: they combine."""
    some = [ALL, *map(str, Audience), f"{Audience.COMPANIES}, {Audience.STUDENTS}, {Audience.PUBLIC}"]
    offered: dict[tuple[str, ...], tuple[Sequence[str | int], bool]] = {
        ("type",): (list(map(str, Kind)), True),
        ("theme",): (themes, True),
        ("origine",): (list(map(str, Origin)), True),
        ("publics",): (some, False),
        ("consentement", "publics"): (some, False),
        ("consentement", "retire"): (["oui", "non"], True),
        ("sensibilite",): ([0, 1, 2], True),
    }
    lists.sheet_state = "hidden"
    last = sheet.max_row + ROWS_TO_COME
    for number, column in enumerate(shown, start=1):
        values, is_closed = offered.get(column.steps, ((), False))
        if not values:
            continue
        place = lists.max_column + 1 if lists.cell(1, 1).value is not None else 1
        for row, value in enumerate(values, start=1):
            _put(lists, row, place, value)
        letter, target = get_column_letter(place), get_column_letter(number)
        _validate(sheet, f"{target}2:{target}{last}", f"{LISTS_SHEET}!${letter}$1:${letter}${len(values)}", is_closed)


def _validate(sheet: Worksheet, cells: str, values: str, is_closed: bool) -> None:  # noqa: FBT001 - said by the table
    rule = DataValidation(type="list", formula1=values, allow_blank=True, showErrorMessage=is_closed)
    rule.errorTitle, rule.error = "Valeur inconnue", unbroken("Choisissez dans la liste.")
    sheet.add_data_validation(rule)
    rule.add(cells)

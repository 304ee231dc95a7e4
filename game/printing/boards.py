"""The board on paper: a sheet of A3, sheets of A4 to glue together, or floor tiles, one a square."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from pathlib import Path
from typing import Any

from game.content.boards import BoardFile, BoardSquare
from game.content.cards import Theme
from game.drawing.board import closest_layout
from game.drawing.geometry import Rect
from game.french import counted, unbroken
from game.printing.pages import PrintError, make_pdf
from game.printing.words import common, longest_word, theme_look
from game.rules import board as rules
from game.screens.phrases import effect

_A3 = (420.0, 297.0)
"""Width and height of the board, mm."""
_EDGE = 8.0
"""Around the squares, mm: what printers cannot reach, and room for the 10 cm line."""
_FOOT = 9.0
_PX = 4.0
"""Logical px a mm: the layout of the screens is made for about 1600 of them."""
_TILE = (277.0, 190.0)
"""What a sheet of A4 held sideways shows of the board at most, mm."""
OVERLAP = 10.0
"""What two neighbouring sheets both show, mm."""


class FloorSize(StrEnum):
    """The paper of floor tiles."""

    A4 = "a4"
    A3 = "a3"


_FLOOR = {FloorSize.A4: (210.0, 297.0), FloorSize.A3: (297.0, 420.0)}


@dataclass(frozen=True)
class _Said:
    """What a place of the path says."""

    number: str
    word: str
    icon: str = ""
    colour: str = ""
    writing: str = ""
    text: str = ""
    effect: str = ""
    special: bool = False


def print_board(assets: Path, board: BoardFile, themes: Mapping[str, Theme], *, on_a4: bool = False) -> bytes:
    """Return the PDF of a board: one page of A3, or with ``on_a4`` pages of A4 that overlap by `OVERLAP` mm.

    Raises:
        PrintError: the name of a square does not fit on it, even small; or the template cannot be read.
    """
    width, height = _A3
    area = Rect(_EDGE * _PX, _EDGE * _PX, (width - 2 * _EDGE) * _PX, (height - _EDGE - _FOOT) * _PX)
    laid = closest_layout(len(board.squares), area)
    places = list(_path(board, themes))
    used = {square.theme for square in board.squares}
    data = {
        **common(board.title),
        "page": {"width": width, "height": height},
        "board": board.title,
        "rules": _rules(board),
        "squares": [_box(tile) | _fields(said) for tile, said in zip(laid.tiles, places, strict=True)],
        "steps-inward": [_box(step) for step in laid.inward],
        "inner": _box(laid.inner),
        "themes": [theme_look(theme) for theme in themes.values() if theme.id in used],
        "specials": [{"name": name, "icon": icon, "text": text} for name, icon, text in special_squares(board)],
        "elsewhere": unbroken("Ce que disent les cases à part est sur la fiche d’animation."),
        "pile": unbroken("Les cartes, ici"),
        "wall": unbroken("Le mur, ici : une brique par échange"),
        "tiles": list(_tiles(width, height)) if on_a4 else [],
    }
    pdf, words = make_pdf(assets, "plateau", data, "<cut>")
    cut = dict.fromkeys(word["word"] for word in words if not word["fits"])
    if cut:
        raise PrintError("a name does not fit on its square", tuple(cut))
    return pdf


def print_floor(assets: Path, board: BoardFile, themes: Mapping[str, Theme], size: FloorSize) -> bytes:
    """Return the PDF of the floor tiles of a board: one page a place, the start and the arrival included.

    Raises:
        PrintError: the template cannot be read.
    """
    width, height = _FLOOR[size]
    said = f"{board.title}."
    places = [_fields(place) | {"said": said} for place in _path(board, themes)]
    data = {**common(board.title), "page": {"width": width, "height": height}, "squares": places}
    return make_pdf(assets, "cases", data)[0]


def special_squares(board: BoardFile) -> list[tuple[str, str, str]]:
    """Return what the special squares say: « 4. Passerelle », an icon, the words and the effect of the square.

    Squares that say the same are told once: « 5, 9, 14. Oie ».
    """
    numbers: dict[tuple[str, str, str], list[str]] = {}
    for said in _specials(board):
        numbers.setdefault((said.word, said.icon, f"{said.text} {said.effect}".strip()), []).append(said.number)
    return [(f"{', '.join(found)}. {word}", icon, text) for (word, icon, text), found in numbers.items()]


def _specials(board: BoardFile) -> Iterator[_Said]:
    for position, square in enumerate(board.squares, start=1):
        if square.name:
            yield _special(board, position, square)


def _path(board: BoardFile, themes: Mapping[str, Theme]) -> Iterator[_Said]:
    yield _Said("", "Départ", icon="flag")
    for position, square in enumerate(board.squares, start=1):
        if square.name:
            yield _special(board, position, square)
        elif square.theme is not None and square.theme in themes:
            look = theme_look(themes[square.theme])
            yield _Said(str(position), look["title"], look["icon"], look["colour"], look["writing"])
        else:
            yield _Said(str(position), "")
    yield _Said("", "Arrivée", icon="house-line")


def _special(board: BoardFile, position: int, square: BoardSquare) -> _Said:
    acts = square.effect.rules() if square.effect else None
    goes_to = _position(board, acts.square) if isinstance(acts, rules.GoTo) else 0
    return _Said(
        str(position),
        square.name,
        square.icon or "",
        text=square.text,
        effect=effect(acts, goes_to),
        special=True,
    )


def _position(board: BoardFile, square: str) -> int:
    """Return the number of a square; 0 for the start."""
    return next((at for at, each in enumerate(board.squares, start=1) if each.id == square), 0)


def _fields(said: _Said) -> dict[str, Any]:
    return {**vars(said), "longest": longest_word(said.word)}


def _box(rect: Rect) -> dict[str, float]:
    return {"x": rect.x / _PX, "y": rect.y / _PX, "width": rect.w / _PX, "height": rect.h / _PX}


def _rules(board: BoardFile) -> str:
    """Return how one plays, in three sentences."""
    dice = "Un dé" if board.dice == 1 else f"{counted(board.dice, 'dé')}"
    faces = counted(board.faces, "face")
    return unbroken(
        f"{dice} à {faces}. L’équipe lance, avance, et lit sa case à voix haute. "
        "On parle, puis l’équipe choisit un mot : c’est une brique du mur. Chacun peut passer."
    )


def _tiles(width: float, height: float) -> Iterator[dict[str, Any]]:
    """Yield the sheets that a board is printed on, from the top left on, row by row."""
    columns, rows = (
        ceil((all_ - OVERLAP) / (most - OVERLAP)) for all_, most in ((width, _TILE[0]), (height, _TILE[1]))
    )
    wide, high = (width + (columns - 1) * OVERLAP) / columns, (height + (rows - 1) * OVERLAP) / rows
    for row in range(rows):
        for column in range(columns):
            name = f"{'ABCDEF'[row]}{column + 1}"
            yield {
                "x": column * (wide - OVERLAP),
                "y": row * (high - OVERLAP),
                "width": wide,
                "height": high,
                "overlap": OVERLAP,
                "glue-right": column + 1 < columns,
                "glue-below": row + 1 < rows,
                "said": _glued(name, columns, rows),
            }


def _glued(name: str, columns: int, rows: int) -> str:
    sheets = counted(columns * rows, "feuille")
    return unbroken(
        f"Feuille {name}, sur {sheets} : une lettre par rangée, de haut en bas, un chiffre de gauche à droite. "
        "Posez la feuille voisine jusqu’au pointillé, et collez."
    )

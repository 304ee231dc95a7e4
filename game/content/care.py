"""What may come up today: the cards for those who are there, and the board without the themes that are left out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from game.content.formats import Format
from game.content.library import Library
from game.rules import board as rules

USUAL_SENSITIVITY = 1
"""Cards above it do not come up unless a facilitator has chosen so before play."""


def audiences_there(script: Format, chosen: Iterable[str]) -> tuple[str, ...]:
    """Return who is there: those chosen among the audiences of a format, else all of them.

    All of them is the careful answer: consent has to cover everybody who may be in the room.
    """
    wanted = set(chosen)
    return tuple(str(audience) for audience in script.audiences if not wanted or audience in wanted)


def cards_today(
    library: Library,
    audiences: Iterable[str],
    on: date,
    sensitivity: int = USUAL_SENSITIVITY,
    left_out: Iterable[str] = (),
) -> tuple[rules.Card, ...]:
    """Return the cards that may come up on a day: for everybody there, not too sensitive, of no theme left out."""
    banned = frozenset(left_out)
    allowed = library.cards_for(audiences, on)
    return tuple(card.rules() for card in allowed if card.sensitivity <= sensitivity and card.theme not in banned)


def board_today(board: rules.Board, left_out: Iterable[str]) -> rules.Board:
    """Return the board with the squares of the themes left out given to the other themes of the board, in turn.

    Nothing of a theme left out shows on the screen, no square is lost, and the turn goes on as usual. When every theme
    of the board is left out, its squares are plain.
    """
    banned = frozenset(left_out)
    others = tuple(dict.fromkeys(square.theme for square in board.squares if square.theme not in {None, *banned}))
    given = 0
    squares = []
    for square in board.squares:
        if square.theme not in banned:
            squares.append(square)
            continue
        squares.append(replace(square, theme=others[given % len(others)] if others else None))
        given += 1
    return replace(board, squares=tuple(squares))

"""The goose game. Pure: standard library only, no I/O, no clock, no random, no text in any language.

``decide`` judges a command and returns events; ``evolve`` folds an event into the state.
"""

from game.rules.board import Board, Card, Finish, Square, Table
from game.rules.decide import Chance, decide, joining
from game.rules.evolve import evolve
from game.rules.legal import Refusal, refusal
from game.rules.state import SHARED_PAWN, Brick, GameState, Phase, Waiting

RULES_VERSION = "2"
"""Written in each journal. It changes when the same commands no longer give the same events."""

__all__ = [
    "RULES_VERSION",
    "SHARED_PAWN",
    "Board",
    "Brick",
    "Card",
    "Chance",
    "Finish",
    "GameState",
    "Phase",
    "Refusal",
    "Square",
    "Table",
    "Waiting",
    "decide",
    "evolve",
    "joining",
    "refusal",
]

"""Boards of every sort, good or bad, for tests that hold on all of them."""

from collections.abc import Sequence

from hypothesis import strategies as st

from game.rules import Board, Card, Finish, Square, Table
from game.rules.board import (
    START,
    Back,
    Bird,
    Collision,
    DrawKind,
    Effect,
    ExtraTurn,
    FirstThrow,
    Forward,
    Goose,
    GoTo,
    LeaveOn,
    Options,
    Relay,
    RollAgain,
    Wait,
)

MOST_SQUARES, MOST_CARDS = 14, 7
LOW_FACES = 2
"""Special first throws are low ones, which every die can give: they come up often."""
CARD_KINDS = ("question", "defi")
UNKNOWN_KIND, UNKNOWN_THEME = "conte", "vide"
"""No card of the decks drawn here is of this kind, or of this theme."""


def places(length: int) -> st.SearchStrategy[str]:
    """Return the squares of a board of so many: ``s1``, ``s2``..."""
    return st.integers(1, length).map("s{}".format)


def effects(length: int, kinds: Sequence[str] = ()) -> st.SearchStrategy[Effect]:
    """Return whatever a square of a board of so many may do; cards of a kind only where there are ``kinds``."""
    steps, turns = st.integers(1, 6), st.integers(1, 3)
    found: list[st.SearchStrategy[Effect]] = [
        st.builds(Forward, steps),
        st.builds(Back, steps),
        st.builds(GoTo, st.one_of(st.just(START), places(length))),
        st.just(RollAgain()),
        st.builds(Wait, turns),
        st.builds(Relay, turns, st.booleans()),
        st.builds(LeaveOn, st.lists(st.integers(1, 9), min_size=1, max_size=3).map(tuple), turns),
        st.just(Bird()),
    ]
    return st.one_of(*found, *([st.builds(DrawKind, st.sampled_from(kinds))] if kinds else []))


def options(length: int, dice: int, faces: int) -> st.SearchStrategy[Options]:
    """Return rules of the house for a board of so many squares, with so many dice of so many faces."""
    throw = st.tuples(*[st.integers(1, faces)] * dice)
    return st.builds(
        Options,
        goose=st.sampled_from(Goose),
        chain=st.booleans(),
        acts_on_way_back=st.booleans(),
        first_throws=st.lists(st.builds(FirstThrow, throw, places(length)), max_size=2).map(tuple),
        first_throws_at_start=st.booleans(),
        collision=st.sampled_from(Collision),
        quiet=st.lists(places(length), max_size=2).map(tuple),
        reversed_order=st.booleans(),
        drawn_order=st.booleans(),
        extra_turn=st.sampled_from(ExtraTurn),
        arrived_helps=st.booleans(),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a board, also one that the checker refuses, and a deck that may have too few cards, or none."""
    length = draw(st.integers(1, MOST_SQUARES))
    theme = st.sampled_from(("emploi", "sante", UNKNOWN_THEME))
    special = st.tuples(st.none(), effects(length, (*CARD_KINDS, UNKNOWN_KIND)))
    squares = tuple(
        Square(f"s{at}", *draw(st.one_of(st.tuples(), st.tuples(theme), special))) for at in range(1, length + 1)
    )
    dice, faces = draw(st.integers(1, 3)), draw(st.sampled_from((2, 6)))
    rules = draw(options(length, dice, LOW_FACES))
    on = Board("b", squares, dice, faces, draw(st.sampled_from(Finish)), rules)
    card = st.tuples(st.sampled_from(("emploi", "sante")), st.sampled_from(CARD_KINDS))
    cards = tuple(Card(f"c{number}", *kind) for number, kind in enumerate(draw(st.lists(card, max_size=MOST_CARDS))))
    return Table(on, cards, draw(st.booleans()))

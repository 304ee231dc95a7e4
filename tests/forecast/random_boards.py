"""Boards of every sort, for tests that hold on all of them."""

from dataclasses import replace

from builders import board
from hypothesis import strategies as st

from game.rules import Board, Finish, Table
from game.rules.board import (
    START,
    Back,
    Bird,
    Collision,
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

LENGTH = 12

EFFECTS: st.SearchStrategy[Effect] = st.one_of(
    st.builds(Forward, st.integers(1, 5)),
    st.builds(Back, st.integers(1, 6)),
    st.builds(GoTo, st.integers(1, LENGTH).map(lambda at: f"s{at}") | st.just(START)),
    st.just(RollAgain()),
    st.just(Bird()),
    st.builds(Wait, st.integers(1, 3)),
    st.builds(Relay, st.integers(1, 3), takes_place=st.booleans()),
    st.builds(LeaveOn, st.lists(st.integers(1, 9), min_size=1, max_size=3).map(tuple), st.integers(1, 3)),
)


def options(dice: int, faces: int) -> st.SearchStrategy[Options]:
    """Return rules of the house for so many dice of so many faces."""
    throws = st.lists(st.integers(1, faces), min_size=dice, max_size=dice).map(tuple)
    return st.builds(
        Options,
        goose=st.sampled_from(list(Goose)),
        collision=st.sampled_from(list(Collision)),
        chain=st.booleans(),
        acts_on_way_back=st.booleans(),
        extra_turn=st.sampled_from(list(ExtraTurn)),
        first_throws=st.lists(st.builds(FirstThrow, throws, st.just("s7")), max_size=1).map(tuple),
        first_throws_at_start=st.booleans(),
    )


@st.composite
def tables(draw: st.DrawFn, *, dice: tuple[int, int] = (1, 2), faces: int = 6) -> Table:
    """Draw a table whose number of dice lies between two, and whose dice have at most so many faces."""
    thrown, sides = draw(st.integers(*dice)), draw(st.integers(2, faces))
    effects = draw(st.dictionaries(st.integers(1, LENGTH), EFFECTS, max_size=8))
    themes = {1: "emploi", 5: "sante", 10: "emploi"}
    plain: Board = board(LENGTH, effects, themes, dice=thrown, finish=draw(st.sampled_from(list(Finish))))
    return Table(replace(plain, faces=sides, options=draw(options(thrown, sides))))

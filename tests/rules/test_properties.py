"""Whatever the board and whatever is asked, in any order."""

from dataclasses import replace
from typing import Any

from builders import GAME_ACT, opening
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from game.rules import (
    Board,
    Card,
    Finish,
    GameState,
    Phase,
    Refusal,
    Square,
    Table,
    commands as g,
    decide,
    evolve,
    refusal,
)
from game.rules.board import (
    START,
    Back,
    Bird,
    Collision,
    DrawKind,
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
from game.rules.events import CardDrawn, CardSwapped, DiceRolled, PawnMoved
from game.rules.piles import pile
from game.rules.state import Due
from game.session.chance import seeded
from game.session.following import next_command
from game.session.state import new_state

TEAMS = "abcdefghi"
MOST_STEPS_A_TURN = 60


def options(length: int, dice: int) -> st.SearchStrategy[Options]:
    square = st.integers(1, length).map("s{}".format)
    first = st.builds(FirstThrow, st.tuples(*[st.integers(1, 2)] * dice), square)
    return st.builds(
        Options,
        goose=st.sampled_from(Goose),
        chain=st.booleans(),
        acts_on_way_back=st.booleans(),
        first_throws=st.lists(first, max_size=2).map(tuple),
        first_throws_at_start=st.booleans(),
        collision=st.sampled_from(Collision),
        quiet=st.lists(square, max_size=2).map(tuple),
        reversed_order=st.booleans(),
        extra_turn=st.sampled_from(ExtraTurn),
        arrived_helps=st.booleans(),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    length = draw(st.integers(1, 14))
    few, turns = st.integers(1, 6), st.integers(1, 3)
    effects = st.one_of(
        st.builds(Forward, few),
        st.builds(Back, few),
        st.builds(GoTo, st.one_of(st.just(START), st.integers(1, length).map("s{}".format))),
        st.just(RollAgain()),
        st.builds(Wait, turns),
        st.builds(Relay, turns, st.booleans()),
        st.builds(LeaveOn, st.lists(few, min_size=1, max_size=3).map(tuple), turns),
        st.just(Bird()),
        st.builds(DrawKind, st.sampled_from(("question", "defi", "conte"))),
    )
    theme = st.sampled_from(("emploi", "sante", "vide"))
    squares = tuple(
        Square(f"s{at}", *draw(st.one_of(st.tuples(), st.tuples(theme), st.tuples(st.none(), effects))))
        for at in range(1, length + 1)
    )
    dice, faces = draw(st.integers(1, 3)), draw(st.sampled_from((2, 6)))
    on = Board("b", squares, dice, faces, draw(st.sampled_from(Finish)), draw(options(length, dice)))
    card = st.tuples(st.sampled_from(("emploi", "sante")), st.sampled_from(("question", "defi")))
    cards = tuple(Card(f"c{number}", *kind) for number, kind in enumerate(draw(st.lists(card, max_size=7))))
    return Table(on, cards, draw(st.booleans()))


def commands() -> st.SearchStrategy[g.GameCommand]:
    team = st.sampled_from(TEAMS)
    dice = st.one_of(st.none(), st.lists(st.integers(0, 7), max_size=3).map(tuple))
    plain = (g.FollowEffect, g.DrawCard, g.SwapCard, g.RevealAnswer, g.FinishExchange, g.LayBrick, g.Pass)
    return st.one_of(
        st.sampled_from(plain).map(lambda kind: kind()),
        st.builds(g.RollDice, dice),
        st.builds(g.RerollDice, dice),
        st.one_of(st.builds(kind, team) for kind in (g.HelpTeam, g.FreeTeam, g.JoinGame, g.LeaveGame)),
    )


class AnyGame(RuleBasedStateMachine):
    state: GameState

    @initialize(table=tables(), teams=st.integers(1, 4), seed=st.integers(0, 2**48))
    def begin(self, table: Table, teams: int, seed: int) -> None:
        self.chance = seeded(seed)
        self.state = GameState(table)
        for team in TEAMS[:teams]:
            self.give(g.JoinGame(team))

    def give(self, command: g.GameCommand) -> bool:
        before = self.state
        events = decide(before, command, self.chance)
        assert events == decide(before, command, self.chance), "the same question has the same answer"
        assert refusal(before, command) == (events if isinstance(events, Refusal) else None)
        if isinstance(events, Refusal):
            return False
        assert events, "what is allowed does something"
        for event in events:
            if isinstance(event, CardDrawn | CardSwapped):
                self.check_card(event.card)
            if isinstance(event, DiceRolled):
                assert all(1 <= face <= before.table.board.faces for face in event.dice)
            if isinstance(event, PawnMoved):
                assert all(0 <= position <= before.table.board.end for position in event.path)
        one_by_one = before
        for event in events:
            one_by_one = evolve(one_by_one, (event,))
        self.state = evolve(before, events)
        assert self.state == one_by_one
        return True

    def check_card(self, card: str) -> None:
        cards = set(pile(self.state, self.state.due or Due())) - {self.state.card}
        if cards:
            assert card in cards
            assert card not in self.state.seen or cards <= set(self.state.seen), "others of the pile remain"

    @rule(command=commands())
    def ask_anything(self, command: g.GameCommand) -> None:
        self.give(command)

    @rule(steps=st.integers(1, 12))
    def go_on(self, steps: int) -> None:
        for _ in range(steps):
            assert self.give(self.next())

    def next(self) -> g.GameCommand:
        session = new_state(opening(board=self.state.table.board, cards=self.state.table.cards))
        command: Any = next_command(replace(session, act=GAME_ACT, game=self.state), 0.0)
        return command

    @rule()
    def the_big_action_always_ends_the_turn(self) -> None:
        turns = self.state.turns
        for _ in range(MOST_STEPS_A_TURN):
            assert self.give(self.next())
            if self.state.turns > turns:
                return
        raise AssertionError("the turn does not end")

    @invariant()
    def something_can_be_done(self) -> None:
        assert refusal(self.state, g.Pass()) is None
        assert refusal(self.state, self.next()) is None

    @invariant()
    def pawns_stand_on_the_board(self) -> None:
        state = self.state
        assert all(0 <= position <= state.table.board.end for position in state.positions.values())
        assert set(state.positions) == set(map(state.pawn_key, state.teams))

    @invariant()
    def waits_are_bounded_and_belong_to_pawns_on_the_way(self) -> None:
        for pawn, wait in self.state.waits.items():
            assert 1 <= wait.turns <= 3
            assert 0 < self.state.positions[pawn] < self.state.table.board.end

    @invariant()
    def it_is_the_turn_of_a_team_that_plays(self) -> None:
        state = self.state
        assert state.turn in state.teams
        assert len(set(state.teams)) == len(state.teams) <= 8
        wait = state.wait_of(state.turn)
        assert state.table.cooperative or wait is None or wait.leave_on

    @invariant()
    def cards_are_conserved(self) -> None:
        state, deck = self.state, {card.id for card in self.state.table.cards}
        assert len(set(state.seen)) == len(state.seen)
        assert set(state.seen) <= deck
        assert (state.card in deck) == (state.phase in {Phase.CARD, Phase.WORD})
        assert all(brick.card in state.seen for brick in state.bricks)


TestAnyGame = AnyGame.TestCase
TestAnyGame.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)

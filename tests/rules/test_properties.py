"""Whatever the board and whatever is asked, in any order."""

from dataclasses import replace
from typing import Any

from builders import GAME_ACT, opening
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from strategies import tables

from game.rules import GameState, Phase, Refusal, Table, commands as g, decide, evolve, refusal
from game.rules.events import CardDrawn, CardSwapped, DiceRolled, PawnMoved
from game.rules.piles import pile
from game.rules.state import Due
from game.session.chance import seeded
from game.session.following import next_command
from game.session.state import new_state

TEAMS = "abcdefghi"
MOST_STEPS_A_TURN = 60


def commands() -> st.SearchStrategy[g.GameCommand]:
    team = st.sampled_from(TEAMS)
    dice = st.one_of(st.none(), st.lists(st.integers(0, 7), max_size=3).map(tuple))
    plain = (g.FollowEffect, g.DrawCard, g.SwapCard, g.RevealAnswer, g.FinishExchange, g.LayBrick, g.Pass)
    return st.one_of(
        st.sampled_from(plain).map(lambda kind: kind()),
        st.builds(g.RollDice, dice),
        st.builds(g.RerollDice, dice),
        st.one_of(st.builds(kind, team) for kind in (g.HelpTeam, g.FreeTeam, g.JoinGame, g.LeaveGame)),
        st.builds(g.PlacePawn, team, st.integers(-1, 20)),
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
        afresh = replace(before, table=replace(before.table))
        assert events == decide(afresh, command, self.chance), "what the table keeps of earlier throws changes nothing"
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

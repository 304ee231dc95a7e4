"""Fold events into the state: total and plain. Only this runs when a session is resumed.

Each fold writes the fields that its event changes into a draft of the next state. The draft is the dictionary of
the fields, so that a dispatch of several events makes one new state: a session of thousands of records is resumed
while the room watches.
"""

from collections.abc import Callable, Iterable
from typing import Any

from game.rules import events as e
from game.rules.movement import waits_after
from game.rules.state import SHARED_PAWN, BeforeRoll, Brick, Due, GameState, Phase

Draft = dict[str, Any]
"""The fields of the `GameState` that is being made."""
_blank, _write, _made_of = object.__new__, object.__setattr__, tuple.__new__
"""Looked up once: they make the states and what they hold, several times a turn."""
_AS_A_TURN_BEGINS: Draft = {"phase": Phase.READY, "chain": 0, "due": None, "card": "", "has_extra_turn": False}


def evolve(state: GameState, events: Iterable[e.GameEvent]) -> GameState:
    """Return the state after some events; the state given stays as it is."""
    draft: Draft = state.__dict__.copy()
    for event in events:
        _FOLDS[type(event)](draft, event)
    after = _blank(GameState)
    _write(after, "__dict__", draft)  # all fields at once: the class is frozen
    return after


def _dice_rolled(draft: Draft, event: e.DiceRolled) -> None:
    draft["dice"] = event.dice
    team, thrown = draft["turn"], draft["thrown"]
    before = (team, draft["turns"], draft["positions"], draft["waits"], draft["chain"], thrown)
    draft["before_roll"] = _made_of(BeforeRoll, before)  # each throw makes one: half the time of BeforeRoll(...)
    if not draft["table"].board.throws_plainly:  # elsewhere nobody asks who has thrown
        draft["thrown"] = thrown | {SHARED_PAWN if draft["table"].cooperative else team}
    if event.source == "machine":
        draft["draws"] += len(event.dice)


def _dice_disputed(draft: Draft, _: e.DiceDisputed) -> None:
    before: BeforeRoll | None = draft["before_roll"]
    if before is not None:
        draft["turn"] = before.team
        draft["turns"] = before.turns
        draft["positions"] = {**draft["positions"], **before.positions}  # a team may have joined since
        draft["waits"] = before.waits
        draft["chain"] = before.chain
        draft["thrown"] = before.thrown
    draft["has_extra_turn"] = False
    draft["phase"] = Phase.READY
    draft["due"] = None


def _pawn_moved(draft: Draft, event: e.PawnMoved) -> None:
    positions = draft["positions"].copy()
    if draft["table"].board.geese and event.cause != "meeting":
        draft["last_way"] = event.path if len(event.path) > 1 else (positions[event.pawn], event.path[0])
    positions[event.pawn] = event.path[-1]
    draft["positions"] = positions
    if event.cause == "effect":
        draft["chain"] += 1


def _pawn_arrived(draft: Draft, event: e.PawnArrived) -> None:
    draft["positions"] = {**draft["positions"], event.pawn: draft["table"].board.end}


def _wait_changed(draft: Draft, event: e.PawnWaits | e.WaitSpent) -> None:
    draft["waits"] = waits_after(draft["waits"], (event,))


def _pawn_freed(draft: Draft, event: e.PawnFreed) -> None:
    draft["waits"] = waits_after(draft["waits"], (event,))
    before: BeforeRoll | None = draft["before_roll"]
    if before is not None and event.by != "relay":  # freed by somebody, not by the throw: a dispute leaves it free
        draft["before_roll"] = before._replace(waits=waits_after(before.waits, (event,)))


def _effect_due(draft: Draft, _: e.EffectDue) -> None:
    draft["phase"] = Phase.EFFECT


def _card_due(draft: Draft, event: e.CardDue) -> None:
    draft["phase"] = Phase.LANDED
    draft["due"] = Due(event.theme, event.kind)


def _roll_granted(draft: Draft, _: e.RollGranted) -> None:
    draft["phase"] = Phase.READY
    draft["chain"] += 1


def _extra_turn_earned(draft: Draft, _: e.ExtraTurnEarned) -> None:
    draft["has_extra_turn"] = True


def _card_drawn(draft: Draft, event: e.CardDrawn | e.CardSwapped) -> None:
    draft["phase"] = Phase.CARD
    seen: tuple[str, ...] = draft["seen"]
    if event.card in seen:
        seen = tuple([card for card in seen if card != event.card])
    draft["seen"] = (*seen, event.card)
    draft["card"] = event.card
    draft["is_revealed"] = False
    draft["draws"] += 1
    draft["before_roll"] = None


def _answer_revealed(draft: Draft, _: e.AnswerRevealed) -> None:
    draft["is_revealed"] = True


def _exchange_finished(draft: Draft, _: e.ExchangeFinished) -> None:
    draft["phase"] = Phase.WORD


def _brick_laid(draft: Draft, event: e.BrickLaid) -> None:
    draft["bricks"] = (*draft["bricks"], Brick(event.card, event.theme, event.team, event.word))


def _passed(draft: Draft, _: e.Passed) -> None:
    draft["before_roll"] = None


def _turn_passed(draft: Draft, event: e.TurnPassed) -> None:
    draft.update(_AS_A_TURN_BEGINS)
    draft["turn"] = event.team
    draft["turns"] += 1


def _team_joined(draft: Draft, event: e.TeamJoined) -> None:
    table, teams, place = draft["table"], draft["teams"], event.place
    if place is None:
        place = 0 if table.board.options.reversed_order else len(teams)
    else:
        draft["draws"] += 1
    draft["teams"] = (*teams[:place], event.team, *teams[place:])
    key = SHARED_PAWN if table.cooperative else event.team
    draft["positions"] = {key: 0, **draft["positions"]}


def _team_left(draft: Draft, event: e.TeamLeft) -> None:
    draft["teams"] = tuple(team for team in draft["teams"] if team != event.team)
    draft["positions"] = {key: at for key, at in draft["positions"].items() if key != event.team}
    draft["waits"] = {key: wait for key, wait in draft["waits"].items() if key != event.team}
    draft["before_roll"] = None


def _pawn_placed(draft: Draft, event: e.PawnPlaced) -> None:
    draft["positions"] = {**draft["positions"], event.pawn: event.position}
    draft["waits"] = {key: wait for key, wait in draft["waits"].items() if key != event.pawn}
    draft["before_roll"] = None  # a disputed throw would put the pawn back where it was wrong


_FOLDS: dict[type, Callable[[Draft, Any], None]] = {
    e.DiceRolled: _dice_rolled,
    e.DiceDisputed: _dice_disputed,
    e.PawnMoved: _pawn_moved,
    e.PawnArrived: _pawn_arrived,
    e.PawnWaits: _wait_changed,
    e.WaitSpent: _wait_changed,
    e.PawnFreed: _pawn_freed,
    e.EffectDue: _effect_due,
    e.CardDue: _card_due,
    e.RollGranted: _roll_granted,
    e.ExtraTurnEarned: _extra_turn_earned,
    e.CardDrawn: _card_drawn,
    e.CardSwapped: _card_drawn,
    e.AnswerRevealed: _answer_revealed,
    e.ExchangeFinished: _exchange_finished,
    e.BrickLaid: _brick_laid,
    e.Passed: _passed,
    e.TurnPassed: _turn_passed,
    e.TeamJoined: _team_joined,
    e.TeamLeft: _team_left,
    e.PawnPlaced: _pawn_placed,
}

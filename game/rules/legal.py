"""May this command be given now? One source for ``decide``, for buttons and for key hints."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from game.rules import commands as c
from game.rules.state import GameState, Phase

MOST_TEAMS = 8
_READY = Phase.READY
"""Each look-up of a member in its enumeration runs Python code; this one is for every throw."""


@dataclass(frozen=True)
class Refusal:
    """Why a command is refused: a stable code, and what a sentence about it needs."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


def refusal(state: GameState, command: c.GameCommand) -> Refusal | None:
    """Tell why a command cannot be given now, or ``None`` when it can."""
    if not state.turn and type(command) is not c.JoinGame:
        return Refusal("no_team")
    return _JUDGES[type(command)](state, command)


def _may_roll(state: GameState, command: c.RollDice) -> Refusal | None:
    if state.phase is not _READY:
        return Refusal("not_now", {"phase": state.phase})
    if not state.can_move(state.turn):
        return Refusal("arrived" if state.has_arrived(state.turn) else "waiting", {"team": state.turn})
    return _wrong_dice(state, command.dice) if command.dice is not None else None


def _may_reroll(state: GameState, command: c.RerollDice) -> Refusal | None:
    if state.before_roll is None or state.before_roll.team not in state.teams:
        return Refusal("nothing_to_reroll")
    return _wrong_dice(state, command.dice) if command.dice is not None else None


def _wrong_dice(state: GameState, dice: tuple[int, ...]) -> Refusal | None:
    board = state.table.board
    if len(dice) == board.dice and all(1 <= face <= board.faces for face in dice):
        return None
    return Refusal("wrong_dice", {"dice": board.dice, "faces": board.faces})


def _may_draw(state: GameState, _: c.DrawCard) -> Refusal | None:
    if state.phase is Phase.READY and state.can_move(state.turn):
        return Refusal("not_now", {"phase": state.phase})
    if state.phase not in (Phase.READY, Phase.LANDED):
        return Refusal("not_now", {"phase": state.phase})
    return None if state.table.cards else Refusal("no_card")


def _may_swap(state: GameState, _: c.SwapCard) -> Refusal | None:
    if state.phase is not Phase.CARD:
        return Refusal("not_now", {"phase": state.phase})
    return None if len(state.table.cards) > 1 else Refusal("no_card")


def _may_reveal(state: GameState, _: c.RevealAnswer) -> Refusal | None:
    if state.phase is not Phase.CARD:
        return Refusal("not_now", {"phase": state.phase})
    return Refusal("already_revealed") if state.is_revealed else None


def _during(phase: Phase) -> Callable[[GameState, Any], Refusal | None]:
    def judge(state: GameState, _: object) -> Refusal | None:
        return None if state.phase is phase else Refusal("not_now", {"phase": state.phase})

    return judge


def _may_help(state: GameState, command: c.HelpTeam) -> Refusal | None:
    if state.phase is not Phase.READY:
        return Refusal("not_now", {"phase": state.phase})
    if command.team == state.turn:
        return Refusal("cannot_help_oneself")
    wait = state.wait_of(command.team) if command.team in state.teams else None
    if wait is not None and not wait.relay:
        return Refusal("no_relay", {"team": command.team})
    return _may_free(state, command)


def _may_free(state: GameState, command: c.HelpTeam | c.FreeTeam) -> Refusal | None:
    if command.team not in state.teams:
        return Refusal("unknown_team", {"team": command.team})
    return None if state.wait_of(command.team) else Refusal("not_waiting", {"team": command.team})


def _may_join(state: GameState, command: c.JoinGame) -> Refusal | None:
    if command.team in state.teams:
        return Refusal("team_exists", {"team": command.team})
    return None if len(state.teams) < MOST_TEAMS else Refusal("too_many_teams", {"most": MOST_TEAMS})


def _may_leave(state: GameState, command: c.LeaveGame) -> Refusal | None:
    if command.team not in state.teams:
        return Refusal("unknown_team", {"team": command.team})
    return None if len(state.teams) > 1 else Refusal("last_team")


def _may_place(state: GameState, command: c.PlacePawn) -> Refusal | None:
    if command.team not in state.teams:
        return Refusal("unknown_team", {"team": command.team})
    if state.phase in (Phase.CARD, Phase.WORD):
        return Refusal("card_on_table")
    end = state.table.board.end
    return None if 0 <= command.position <= end else Refusal("no_such_square", {"last": end})


def _always(_state: GameState, _command: object) -> None:
    return None


_JUDGES: dict[type, Callable[[GameState, Any], Refusal | None]] = {
    c.RollDice: _may_roll,
    c.RerollDice: _may_reroll,
    c.FollowEffect: _during(Phase.EFFECT),
    c.DrawCard: _may_draw,
    c.SwapCard: _may_swap,
    c.RevealAnswer: _may_reveal,
    c.FinishExchange: _during(Phase.CARD),
    c.LayBrick: _during(Phase.WORD),
    c.Pass: _always,
    c.HelpTeam: _may_help,
    c.FreeTeam: _may_free,
    c.JoinGame: _may_join,
    c.LeaveGame: _may_leave,
    c.PlacePawn: _may_place,
}

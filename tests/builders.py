"""Small boards, games and sessions that tests share."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.rules import Board, Card, Finish, GameState, Phase, Refusal, Square, Table, commands as g, decide, evolve
from game.rules.board import Effect, Options
from game.session import commands as c, folder
from game.session.agenda import Act, ActKind
from game.session.clock import ManualClock
from game.session.dispatch import Session
from game.session.events import Opening, TeamEntry
from game.session.folder import OpenFolder
from game.session.state import SessionState

START = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
THEMES = ("emploi", "logement", "sante")
GAME_ACT = 2
"""The act of `opening` in which the game is played."""


def no_chance(index: int, sides: int) -> int:
    """Give the lowest outcome, always."""
    return 0 * index * sides


def board(
    length: int = 12,
    effects: Mapping[int, Effect] | None = None,
    themes: Mapping[int, str] | None = None,
    *,
    dice: int = 1,
    finish: Finish = Finish.PASS,
    **options: Any,  # noqa: ANN401 - whatever the options take
) -> Board:
    """Return a board of plain squares ``s1``, ``s2``..., but for those told by their position."""
    effects, themes = effects or {}, themes or {}
    squares = (Square(f"s{at}", themes.get(at), effects.get(at)) for at in range(1, length + 1))
    return Board("petit", tuple(squares), dice=dice, finish=finish, options=Options(**options))


def deck(*themes: str, each: int = 3) -> tuple[Card, ...]:
    """Return cards ``theme-1``, ``theme-2``...: a question, a challenge, a question..."""
    return tuple(
        Card(f"{theme}-{number}", theme, "question" if number % 2 else "defi")
        for theme in themes
        for number in range(1, each + 1)
    )


def game(
    on: Board,
    teams: str = "ab",
    cards: tuple[Card, ...] = (),
    *,
    cooperative: bool = False,
    **fields: Any,  # noqa: ANN401 - of any type, by name
) -> GameState:
    """Return a game that these teams (one letter each) have joined; ``fields`` are set as they are."""
    state = play(GameState(Table(on, cards, cooperative)), *(g.JoinGame(team) for team in teams))
    return replace(state, **fields)


def play(state: GameState, *commands: g.GameCommand) -> GameState:
    """Return the state after some commands, none of which may be refused."""
    for command in commands:
        events = decide(state, command, no_chance)
        assert not isinstance(events, Refusal), (command, events)
        state = evolve(state, events)
    return state


def throw(*faces: int) -> g.RollDice:
    """Return the throw of dice that a person typed in."""
    return g.RollDice(faces)


ACTS = (
    Act(ActKind.WELCOME, 10, ("Bonjour", "Le cadre")),
    Act(ActKind.MOOD, 5),
    Act(ActKind.GAME, 45),
    Act(ActKind.DEBRIEF, 20, ("Qu’est-ce qui reste ?",)),
    Act(ActKind.CLOSING, 10),
)


def opening(**changes: Any) -> Opening:  # noqa: ANN401 - as above
    """Return what a small session begins with."""
    squares = board(
        length=14, themes={1: "emploi", 2: "logement", 3: "sante", 4: "emploi", 6: "logement", 9: "sante", 11: "emploi"}
    )
    whole = Opening(
        id="2026-11-23_14h05_Ripaillon",
        place="Ripaillon",
        mode="pilotes",
        format="court",
        format_title="Format court",
        acts=ACTS,
        board=squares,
        board_title="Petit plateau",
        cards=deck(*THEMES),
        themes={theme: theme.title() for theme in THEMES},
        seed=7,
    )
    return replace(whole, **changes)


def entries(teams: str = "abc") -> tuple[TeamEntry, ...]:
    """Return an entry for each of these teams (one letter each)."""
    return tuple(TeamEntry(team, f"Équipe {team.upper()}", "bird", 4) for team in teams)


def begun(
    sessions: Path,
    clock: ManualClock | None = None,
    teams: str = "abc",
    **changes: Any,  # noqa: ANN401 - as above
) -> OpenFolder:
    """Open a session in a folder of sessions, at `START` unless a clock says otherwise."""
    command = c.OpenSession(opening(**changes), entries(teams))
    return folder.create(sessions, command, clock or ManualClock(START))


def give(session: Session, *commands: c.Command) -> SessionState:
    """Give commands, none of which may be refused, and return the state."""
    for command in commands:
        events = session.dispatch(command)
        assert not isinstance(events, Refusal), (command, events)
    return session.state


_STEPS: dict[Phase, g.GameCommand] = {
    Phase.EFFECT: g.FollowEffect(),
    Phase.LANDED: g.DrawCard(),
    Phase.CARD: g.FinishExchange(),
    Phase.WORD: g.LayBrick("tenir"),
}


def step(state: GameState) -> g.GameCommand:
    """Return the command that goes on with a game whose machine throws the dice."""
    if state.phase is Phase.READY:
        return g.RollDice() if state.can_move(state.turn) else g.DrawCard() if state.table.cards else g.Pass()
    return _STEPS[state.phase]


def timeless(state: SessionState) -> SessionState:
    """Return a state without its clock: an undo takes time, so only this is the same after it."""
    return replace(state, ran=0.0, since=0.0)

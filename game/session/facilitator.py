"""What the facilitator sees beside the room's screen: prompts, warning, answer, what comes next, both clocks.

It is built beside `room_view`, never from it nor into it: nothing of this can come to the room's screen.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from game.rules import Chance, Phase, commands as g
from game.rules.piles import pick_card
from game.rules.state import Due
from game.session import commands as c
from game.session.faces import Faces
from game.session.following import KIND_WITH_ANSWER, next_command
from game.session.pace import Pace, pace
from game.session.room import acts_view, room_view, team_view, theme_view
from game.session.state import SessionState
from game.session.views import ActsView, RoomView, TeamView, ThemeView

_CHANCE_SIDES = 2**32
"""As a draw asks for it: see `game.rules.decide`."""


@dataclass(frozen=True)
class TermView:
    """A term of the glossary."""

    term: str
    full: str
    definition: str


@dataclass(frozen=True)
class CardNotes:
    """All of a card: what the room reads, and what it does not (prompts, warning, answer, source)."""

    id: str
    theme: ThemeView
    kind: str
    title: str = ""
    text: str = ""
    question: str = ""
    choices: tuple[str, ...] = ()
    right: int | None = None
    """The index of the right choice, for a question."""
    explanation: str = ""
    sources: tuple[str, ...] = ()
    resource: str = ""
    prompts: tuple[str, ...] = ()
    warning: str = ""
    terms: tuple[TermView, ...] = ()
    image: str = ""
    """What its picture shows, in words."""
    is_known: bool = True
    """Whether its words are still in the content."""


@dataclass(frozen=True)
class Clocks:
    """The time of the act and of the session, in minutes; 0 or less once it is over."""

    act_left: int
    session_left: int
    session_minutes: int
    """Planned for the whole session."""
    end: datetime
    """When the session ends if it goes on until its planned minutes are over."""


@dataclass(frozen=True)
class FacilitatorView:
    """The facilitator's page at an instant."""

    room: RoomView
    """What the room's own page is made of."""
    acts: ActsView
    clocks: Clocks
    teams: tuple[TeamView, ...]
    turn: int
    """Index in ``teams``; -1 while nobody plays."""
    end: int
    """The position of the arrival."""
    is_in_game: bool
    """Whether the board, a card or a word is on the screen, or a pause between two of them."""
    step: str
    """A code of what comes next: see `step_of`."""
    next_act: int | None = None
    """The act that comes next, when the next step is to go to it."""
    card: CardNotes | None = None
    """The card on the table, or the one whose word is being chosen."""
    is_hidden: bool = False
    """Whether the room has not been shown it yet: it has a warning."""
    is_revealed: bool = False
    coming: CardNotes | None = None
    """The card that a draw would give now; with a card on the table, the one that would take its place."""
    pace: Pace | None = None
    last_round: tuple[str, ...] | None = None
    over: str = ""
    """What the room sees over that page: ``breath``, ``cadre``, ``help``; the facilitator keeps the page."""


def facilitator_view(
    state: SessionState, faces: Faces, now: float, day: str, chance: Chance, zone: tzinfo | None = None
) -> FacilitatorView:
    """Return what the facilitator sees at an instant (seconds since 1970).

    ``day`` is the ISO date of the session, ``chance`` the session's own, so that the next card is told true, and
    ``zone`` the time zone of the hour of the end (UTC without it).
    """
    game = state.game
    command = next_command(state, now)
    has_card = state.is_on_board and game.phase in (Phase.CARD, Phase.WORD)
    return FacilitatorView(
        room=room_view(_uncovered(state, now), faces, now, day),
        acts=acts_view(state, now),
        clocks=clocks_of(state, now, zone),
        teams=tuple(team_view(state, team) for team in game.teams),
        turn=game.teams.index(game.turn) if game.turn in game.teams else -1,
        end=game.table.board.end,
        is_in_game=state.is_on_board,
        step=step_of(state, now),
        next_act=command.act if isinstance(command, c.GoToAct) else None,
        card=notes_of(state, faces, game.card) if has_card else None,
        is_hidden=state.is_card_hidden,
        is_revealed=game.is_revealed,
        coming=_coming(state, faces, chance),
        pace=pace(state, now),
        last_round=state.last_round,
        over="breath" if state.is_breathing else "" if state.is_paused else state.interlude,
    )


def _uncovered(state: SessionState, now: float) -> SessionState:
    """Return the state without what the room sees over its page for a while; a plain pause stays."""
    if state.is_breathing:
        return replace(state, is_paused=False, since=now, interlude="")
    return state if state.is_paused else replace(state, interlude="")


def step_of(state: SessionState, now: float) -> str:
    """Return the code of the next step.

    ``closed resume return act show reveal finish lay type-die roll-die card pass effect draw page close``; of a
    rehearsal, which leaves nothing, ``closed-rehearsal`` and ``close-rehearsal``.
    """
    if state.is_closed:
        return "closed-rehearsal" if state.opening.rehearsal else "closed"
    command = next_command(state, now)
    if isinstance(command, c.CloseSession) and state.opening.rehearsal:
        return "close-rehearsal"
    if command is None:
        return "type-die"
    if isinstance(command, g.DrawCard):
        return "draw" if state.game.phase is Phase.LANDED else "card"
    if isinstance(command, c.ShowInterlude):
        return "page" if command.kind else "return"
    return _STEPS[type(command)]


_STEPS: dict[type, str] = {
    c.ResumeSession: "resume",
    c.GoToAct: "act",
    c.ShowCard: "show",
    c.TurnPage: "page",
    c.CloseSession: "close",
    g.RollDice: "roll-die",
    g.FollowEffect: "effect",
    g.RevealAnswer: "reveal",
    g.FinishExchange: "finish",
    g.LayBrick: "lay",
    g.Pass: "pass",
}


def notes_of(state: SessionState, faces: Faces, card: str) -> CardNotes:
    """Return all of a card of the session; its theme alone when its words have left the content."""
    known = state.game.table.by_id.get(card)
    theme = theme_view(state, faces, known.theme if known else "")
    face = faces.card(card, state.opening.audiences)
    if face is None:
        return CardNotes(card, theme, known.kind if known else "", is_known=False)
    is_question = face.kind == KIND_WITH_ANSWER
    return CardNotes(
        id=card,
        theme=theme,
        kind=face.kind,
        title=face.title,
        text=face.text,
        question=face.question,
        choices=tuple(choice.text for choice in face.choices),
        right=next((index for index, choice in enumerate(face.choices) if choice.right), None),
        explanation=face.explanation if is_question else "",
        sources=faces.sources(card),
        resource=face.resource,
        prompts=tuple(face.prompts),
        warning=face.warning,
        image=face.image_description if face.image else "",
        terms=tuple(TermView(term.term, term.full, term.definition) for term in faces.terms(card)),
    )


def _coming(state: SessionState, faces: Faces, chance: Chance) -> CardNotes | None:
    """Return the card that a draw, or a swap, would give now; ``None`` where a throw comes first."""
    game = state.game
    if not state.is_on_board or len(game.table.cards) < (2 if game.phase is Phase.CARD else 1):
        return None
    may_draw = game.phase is Phase.READY and bool(game.turn) and not game.can_move(game.turn)
    if game.phase not in (Phase.LANDED, Phase.CARD) and not may_draw:
        return None
    return notes_of(state, faces, pick_card(game, game.due or Due(), chance(game.draws, _CHANCE_SIDES)))


def clocks_of(state: SessionState, now: float, zone: tzinfo | None = None) -> Clocks:
    """Return both clocks at an instant (seconds since 1970); the end is given to the minute."""
    planned = sum(act.minutes for act in state.acts)
    left = planned * 60 - state.elapsed(now)
    end = datetime.fromtimestamp(round(now + max(0.0, left)), zone or UTC).replace(second=0)
    return Clocks(-int(-state.act_left(now) // 60), -int(-left // 60), planned, end)

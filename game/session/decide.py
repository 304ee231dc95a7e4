"""Judge the commands of a session; those of the game go to the rules."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game import rules
from game.rules import Chance, Refusal, commands as g, events as ge
from game.session import commands as c, events as e
from game.session.agenda import ActKind, page_count
from game.session.pace import round_from_here
from game.session.sheet import LONGEST_NOTE, LONGEST_TITLE, MOST_FACILITATORS, MOST_PEOPLE, is_code
from game.session.state import WEATHERS, SessionState, new_state

LONGEST_WORD = 24
"""Characters of a brick's word."""
LONGEST_STEP = 80
"""Characters of a next step."""
MOST_HEADS = 99
_AT_ANY_TIME = frozenset({g.LeaveGame, g.FreeTeam})
"""Commands of the game that are given in any act, and during a pause."""
_ONCE_CLOSED = frozenset({c.FillSheet, c.SendRecord})
"""What is said of a session that is over."""
_NOT_UNSEEN = frozenset({g.RevealAnswer, g.FinishExchange})
"""What is not done with a card that the room has not seen. To pass and to take another card are as free as ever."""


def open_session(command: c.OpenSession, chance: Chance) -> tuple[e.Event, ...]:
    """Return the events that begin a session: the teams enter, and the first in the order of play begins."""
    events: list[e.Event] = [e.SessionOpened(command.opening)]
    game = new_state(command.opening).game
    for entry in command.teams:
        joined = rules.joining(game, entry.id, chance)
        game = rules.evolve(game, (joined,))
        events += [e.TeamEntered(entry), joined]
    if game.teams:
        events.append(ge.TurnPassed(game.teams[0]))
    return (*events, e.ActStarted(0))


def refusal(state: SessionState, command: c.SessionCommand | g.GameCommand) -> Refusal | None:
    """Tell why a command cannot be given now, or ``None`` when it can."""
    refused = _refusal_here(state, command)
    if refused is not None or type(command) in _JUDGES:
        return refused
    return rules.refusal(state.game, command)  # type: ignore[arg-type]  # every other command is the game's


def _refusal_here(state: SessionState, command: c.SessionCommand | g.GameCommand) -> Refusal | None:
    """Tell why the session refuses a command, whatever the rules of the game say of it."""
    kind = type(command)
    if state.is_closed and kind not in _ONCE_CLOSED:
        return Refusal("closed")
    judge = _JUDGES.get(kind)
    if judge is not None:
        return judge(state, command)
    if kind in _AT_ANY_TIME:
        return None
    if state.is_paused or state.interlude:
        return Refusal("paused" if state.is_paused else "interlude")
    if kind in _NOT_UNSEEN and state.is_card_hidden:
        return Refusal("card_hidden")
    return None if state.current_act.kind is ActKind.GAME else Refusal("not_in_game")


def decide(
    state: SessionState, command: c.SessionCommand | g.GameCommand, chance: Chance
) -> tuple[e.Event, ...] | Refusal:
    """Return the events that a command causes, or why it is refused."""
    refused = _refusal_here(state, command)
    if refused is not None:
        return refused
    decider = _DECIDERS.get(type(command))
    if decider is not None:
        return decider(state, command)
    if isinstance(command, c.EnterTeam):
        return (e.TeamEntered(command.entry), rules.joining(state.game, command.entry.id, chance))
    if isinstance(command, g.LayBrick):
        command = g.LayBrick(_short(command.word, LONGEST_WORD))
    return rules.decide(state.game, command, chance)  # type: ignore[arg-type]  # as above


def _short(text: str, longest: int) -> str:
    """Return a text on one line, without what no page and no table can show."""
    return " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())[:longest]


def _may_go(state: SessionState, command: c.GoToAct) -> Refusal | None:
    return None if 0 <= command.act < len(state.acts) else Refusal("no_such_act", {"act": command.act})


def _may_turn(state: SessionState, command: c.TurnPage) -> Refusal | None:
    return None if 0 <= command.page < state.pages else Refusal("no_such_page", {"page": command.page})


def _may_count(state: SessionState, command: c.CountMood) -> Refusal | None:
    if not state.mood_moment:
        return Refusal("no_mood_asked")
    fits = 0 <= command.weather < WEATHERS and 0 <= command.count <= MOST_HEADS
    return None if fits else Refusal("wrong_count", {"most": MOST_HEADS})


def _may_count_poll(state: SessionState, command: c.CountPoll) -> Refusal | None:
    asked = state.poll_asked
    if asked is None or asked[1] != command.question:
        return Refusal("no_poll_asked")
    answers = len(state.opening.poll[command.question].answers)
    fits = 0 <= command.answer < answers and 0 <= command.count <= MOST_HEADS
    return None if fits else Refusal("wrong_count", {"most": MOST_HEADS})


def _may_interrupt(state: SessionState, command: c.ShowInterlude) -> Refusal | None:
    if state.is_paused:
        return Refusal("paused")
    if command.kind == "cadre":
        return None if 0 <= command.page < len(state.cadre) else Refusal("no_cadre")
    return None if command.kind == "help" or (not command.kind and state.interlude) else Refusal("no_interlude")


def _may_enter(state: SessionState, command: c.EnterTeam) -> Refusal | None:
    if not command.entry.name.strip():
        return Refusal("no_name")
    if not 0 <= command.entry.heads <= MOST_HEADS:
        return Refusal("wrong_count", {"most": MOST_HEADS})
    return rules.refusal(state.game, g.JoinGame(command.entry.id))


def _may_come_back(state: SessionState, command: g.JoinGame) -> Refusal | None:
    known = command.team in state.teams  # a team that was never here has no name: it enters by `EnterTeam`
    return rules.refusal(state.game, command) if known else Refusal("unknown_team", {"team": command.team})


def _may_call(state: SessionState, _: c.LastRound) -> Refusal | None:
    if state.is_paused:
        return Refusal("paused")
    if not state.is_on_board:
        return Refusal("not_in_game")
    return Refusal("last_round_called") if state.last_round is not None else None


def _may_step(state: SessionState, command: c.SetNextStep) -> Refusal | None:
    if command.team not in state.teams:
        return Refusal("unknown_team", {"team": command.team})
    return None if command.theme in state.opening.themes else Refusal("unknown_theme", {"theme": command.theme})


def _may_change_word(state: SessionState, command: c.ChangeWord) -> Refusal | None:
    return None if 0 <= command.brick < len(state.game.bricks) else Refusal("no_such_brick")


def _may_show(state: SessionState, _: c.ShowCard) -> Refusal | None:
    if state.is_paused:
        return Refusal("paused")
    return None if state.is_on_board and state.is_card_hidden else Refusal("no_card_to_show")


def _may_note(state: SessionState, command: c.NoteExchange) -> Refusal | None:
    if not state.opening.on_paper:
        return Refusal("not_on_paper")
    if state.current_act.kind is not ActKind.GAME:
        return Refusal("not_in_game")
    return None if command.card in state.game.table.by_id else Refusal("no_such_card", {"card": command.card})


def _may_pause(state: SessionState, command: c.PauseSession) -> Refusal | None:
    return Refusal("paused") if state.is_paused and state.pause_reason == command.reason else None


def _may_resume(state: SessionState, _: c.ResumeSession) -> Refusal | None:
    return None if state.is_paused else Refusal("not_paused")


def _may_fill(_: SessionState, command: c.FillSheet) -> Refusal | None:
    """Tell why a sheet cannot stand. A note too long is refused, never cut: half a sentence may say its contrary."""
    sheet = command.sheet
    if len(sheet.note) > LONGEST_NOTE:
        return Refusal("note_too_long", {"most": LONGEST_NOTE, "length": len(sheet.note)})
    wrong = next((code for code in sheet.codes if not is_code(code)), None)
    if wrong is not None:
        return Refusal("not_a_code", {"code": wrong})
    counts = ((sheet.people, MOST_PEOPLE), (sheet.newcomers, MOST_PEOPLE))
    roles = ((sheet.pilots, MOST_FACILITATORS), (sheet.staff, MOST_FACILITATORS))
    for count, most in (*counts, *roles):
        if count is not None and not 0 <= count <= most:
            return Refusal("wrong_count", {"most": most})
    return None


def _may_send(state: SessionState, _: c.SendRecord) -> Refusal | None:
    if not state.is_closed:
        return Refusal("not_closed")
    return Refusal("already_sent") if state.is_sent else None


def _fill(_: SessionState, command: c.FillSheet) -> tuple[e.Event, ...]:
    sheet = command.sheet
    title, note = _short(sheet.title, LONGEST_TITLE), _short(sheet.note, LONGEST_NOTE)
    return (e.SheetFilled(replace(sheet, title=title, note=note)),)


def _always(_state: SessionState, _command: object) -> None:
    return None


def _go(state: SessionState, command: c.GoToAct) -> tuple[e.Event, ...]:
    """Start an act; the rules of the game are not said again once it has begun."""
    started = e.ActStarted(command.act)
    if state.acts[command.act].kind is ActKind.GAME and state.game.dice:
        return (started, e.PageTurned(page_count(state.acts, command.act, state.game.teams) - 1))
    return (started,)


def _note(state: SessionState, command: c.NoteExchange) -> tuple[e.Event, ...]:
    """Return what a card drawn and talked through leaves. Nobody noted whose turn it was: the brick is everybody's."""
    card = state.game.table.by_id[command.card]
    brick = ge.BrickLaid(card.id, card.theme, "", _short(command.word, LONGEST_WORD))
    return (ge.CardDrawn(card.id), ge.ExchangeFinished(), brick, ge.TurnPassed(state.game.turn))


def _count_poll(state: SessionState, command: c.CountPoll) -> tuple[e.Event, ...]:
    asked = state.poll_asked
    moment = asked[0] if asked else ""
    return (e.PollCounted(moment, command.question, command.answer, command.count),)


_JUDGES: dict[type, Callable[[SessionState, Any], Refusal | None]] = {
    c.GoToAct: _may_go,
    c.TurnPage: _may_turn,
    c.CountMood: _may_count,
    c.CountPoll: _may_count_poll,
    c.ShowInterlude: _may_interrupt,
    c.EnterTeam: _may_enter,
    g.JoinGame: _may_come_back,
    c.LastRound: _may_call,
    c.SetNextStep: _may_step,
    c.ChangeWord: _may_change_word,
    c.ShowLanguage: _always,
    c.ShowCard: _may_show,
    c.NoteExchange: _may_note,
    c.ChangeFacilitator: _always,
    c.PauseSession: _may_pause,
    c.ResumeSession: _may_resume,
    c.ReopenSession: _always,
    c.CloseSession: _always,
    c.FillSheet: _may_fill,
    c.SendRecord: _may_send,
}

_DECIDERS: dict[type, Callable[[SessionState, Any], tuple[e.Event, ...]]] = {
    c.GoToAct: _go,
    c.TurnPage: lambda _, command: (e.PageTurned(command.page),),
    c.CountMood: lambda state, command: (e.MoodCounted(state.mood_moment, command.weather, command.count),),
    c.CountPoll: _count_poll,
    c.ShowInterlude: lambda _, command: (e.InterludeShown(command.kind, command.page),),
    c.LastRound: lambda state, _: (e.LastRoundCalled(round_from_here(state.game)),),
    c.SetNextStep: lambda _, command: (e.NextStepSet(command.team, command.theme, _short(command.text, LONGEST_STEP)),),
    c.ChangeWord: lambda _, command: (e.WordChanged(command.brick, _short(command.word, LONGEST_WORD)),),
    c.ShowLanguage: lambda _, command: (e.LanguageShown(command.language, command.is_alone),),
    c.NoteExchange: _note,
    c.ShowCard: lambda _state, _command: (e.CardShown(),),
    c.ChangeFacilitator: lambda _state, _command: (e.FacilitatorChanged(),),
    c.PauseSession: lambda _, command: (e.SessionPaused(command.reason),),
    c.ResumeSession: lambda _state, _command: (e.SessionResumed(),),
    c.ReopenSession: lambda _, command: (e.SessionReopened(command.away),),
    c.CloseSession: lambda _state, _command: (e.SessionClosed(),),
    c.FillSheet: _fill,
    c.SendRecord: lambda _state, _command: (e.RecordSent(),),
}

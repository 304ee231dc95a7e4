"""Fold the events of a record into the state of the session; the game's own go to the rules."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from game import rules
from game.rules import events as ge
from game.session import events as e
from game.session.agenda import ActKind
from game.session.state import WEATHERS, Exchange, NextStep, PlayBegan, SessionState, new_state

Draft = dict[str, Any]
"""The fields of the `SessionState` that is being made."""


def begin(opened: e.SessionOpened, rest: Iterable[e.Event], at: float) -> SessionState:
    """Return the state after the first record of a session."""
    state = new_state(opened.opening)
    return evolve(replace(state, since=at), rest, at)


def evolve(state: SessionState, events: Iterable[e.Event], at: float) -> SessionState:
    """Return the state after the events of one record, written at an instant (seconds since 1970)."""
    draft: Draft = state.__dict__.copy()
    draft["ran"] = state.elapsed(at)
    draft["since"] = max(at, state.since)  # a clock set back does not count time twice
    pending: list[ge.GameEvent] = []
    for event in events:
        kind = type(event)
        fold = _FOLDS.get(kind)
        if fold is not None:
            fold(draft, event)
        if kind not in _OURS:
            pending.append(event)  # type: ignore[arg-type]  # what is not ours is the game's
    if pending:
        draft["game"] = rules.evolve(draft["game"], pending)
    after = object.__new__(SessionState)
    object.__setattr__(after, "__dict__", draft)  # all fields at once: the class is frozen
    return after


def elapse(draft: Draft, at: float) -> None:
    """Let the clocks of a session run up to an instant (seconds since 1970), as `evolve` does before its events."""
    if not (draft["is_paused"] or draft["is_closed"]):
        draft["ran"] += max(0.0, at - draft["since"])
    draft["since"] = max(at, draft["since"])


def fold_apart(draft: Draft, events: Iterable[e.Event]) -> None:
    """Fold what the record of a session tells, and nothing of the game: neither pawns, nor turns, nor bricks."""
    for event in events:
        _TOLD[type(event)](draft, event)


def _team_entered(draft: Draft, event: e.TeamEntered) -> None:
    draft["teams"] = {**draft["teams"], event.entry.id: event.entry}


def _act_started(draft: Draft, event: e.ActStarted) -> None:
    spent = list(draft["act_seconds"])
    spent[draft["act"]] += draft["ran"] - draft["act_began"]
    draft["act_seconds"] = tuple(spent)
    draft["act"] = event.act
    draft["page"] = 0
    draft["act_began"] = draft["ran"]
    draft["last_round"] = None  # to come back to the game is to play again
    draft["interlude"], draft["interlude_page"] = "", 0


def _page_turned(draft: Draft, event: e.PageTurned) -> None:
    draft["page"] = event.page


def _mood_counted(draft: Draft, event: e.MoodCounted) -> None:
    counts = list(draft["moods"].get(event.moment, (0,) * WEATHERS))
    counts[event.weather] = event.count
    draft["moods"] = {**draft["moods"], event.moment: tuple(counts)}


def _poll_counted(draft: Draft, event: e.PollCounted) -> None:
    questions = draft["opening"].poll
    counts = list(draft["polls"].get(event.moment) or ((0,) * len(asked.answers) for asked in questions))
    answers = list(counts[event.question])
    answers[event.answer] = event.count
    counts[event.question] = tuple(answers)
    draft["polls"] = {**draft["polls"], event.moment: tuple(counts)}


def _interlude_shown(draft: Draft, event: e.InterludeShown) -> None:
    draft["interlude"], draft["interlude_page"] = event.kind, event.page


def _next_step_set(draft: Draft, event: e.NextStepSet) -> None:
    draft["steps"] = {**draft["steps"], event.team: NextStep(event.theme, event.text)}


def _word_changed(draft: Draft, event: e.WordChanged) -> None:
    game: rules.GameState = draft["game"]
    bricks = list(game.bricks)
    bricks[event.brick] = replace(bricks[event.brick], word=event.word)
    draft["game"] = replace(game, bricks=tuple(bricks))
    _exchange_reworded(draft, event)


def _exchange_reworded(draft: Draft, event: e.WordChanged) -> None:
    exchanges = list(draft["exchanges"])
    exchanges[event.brick] = replace(exchanges[event.brick], word=event.word)
    draft["exchanges"] = tuple(exchanges)


def _language_shown(draft: Draft, event: e.LanguageShown) -> None:
    draft["language"], draft["is_language_alone"] = event.language, event.is_alone


def _facilitator_changed(_draft: Draft, _: e.FacilitatorChanged) -> None:
    """Change nothing: the session goes on as it stands."""


def _paused(draft: Draft, event: e.SessionPaused) -> None:
    draft["is_paused"], draft["pause_reason"] = True, event.reason


def _resumed(draft: Draft, _: e.SessionResumed) -> None:
    draft["is_paused"], draft["pause_reason"] = False, ""


def _reopened(draft: Draft, event: e.SessionReopened) -> None:
    if not draft["is_paused"]:
        draft["ran"] -= event.away


def _closed(draft: Draft, _: e.SessionClosed) -> None:
    spent = list(draft["act_seconds"])
    spent[draft["act"]] += draft["ran"] - draft["act_began"]
    draft["act_seconds"] = tuple(spent)
    draft["act_began"] = draft["ran"]
    draft["is_closed"] = True


def _sheet_filled(draft: Draft, event: e.SheetFilled) -> None:
    """Take the sheet. What was closed and filled in, or handed over, is corrected by a new version of the record."""
    is_told = draft["sheet"] is not None or draft["sent"]
    if draft["is_closed"] and is_told and event.sheet != draft["sheet"]:
        draft["record_version"] += 1
    draft["sheet"] = event.sheet


def _record_sent(draft: Draft, _: e.RecordSent) -> None:
    draft["sent"] = (*draft["sent"], (draft["record_version"], draft["since"]))


def _last_round(draft: Draft, event: e.LastRoundCalled) -> None:
    draft["last_round"] = event.teams


def _play_began(draft: Draft, _: ge.GameEvent) -> None:
    if draft["play_began"] is None:
        draft["play_began"] = PlayBegan(_seconds_in_act(draft), draft["game"].turns)


def _turn_passed(draft: Draft, event: ge.TurnPassed) -> None:
    if draft["opening"].acts[draft["act"]].kind is ActKind.GAME:
        draft["turn_began"] = _seconds_in_act(draft)
    teams = draft["last_round"]
    if teams:
        is_extra = draft["has_extra_turn"] and event.team == teams[0]
        left = teams if is_extra else teams[1:]
        draft["last_round"] = left[left.index(event.team) :] if event.team in left else ()
    draft["has_extra_turn"] = False


def _extra_turn_earned(draft: Draft, _: ge.ExtraTurnEarned) -> None:
    draft["has_extra_turn"] = True


def _dice_disputed(draft: Draft, _: ge.DiceDisputed) -> None:
    """Give its turn of the last round back to the team that throws again."""
    draft["has_extra_turn"] = False
    before = draft["game"].before_roll
    if draft["last_round"] is not None and before is not None:
        draft["last_round"] = (before.team, *(team for team in draft["last_round"] if team != before.team))


def _out_of_round(draft: Draft, event: ge.WaitSpent | ge.TeamLeft) -> None:
    """Leave a team that waits or has gone out of the last round; the present one passes its turn on by itself."""
    teams = draft["last_round"]
    if teams:
        gone = event.pawn if isinstance(event, ge.WaitSpent) else event.team
        draft["last_round"] = (teams[0], *(team for team in teams[1:] if team != gone))


def _seconds_in_act(draft: Draft) -> float:
    return float(draft["act_seconds"][draft["act"]] + draft["ran"] - draft["act_began"])


def _card_drawn(draft: Draft, event: ge.CardDrawn | ge.CardSwapped) -> None:
    _talk_awaited(draft, event)
    _play_began(draft, event)


def _talk_awaited(draft: Draft, _: ge.CardDrawn | ge.CardSwapped) -> None:
    draft["card_began"] = draft["ran"]
    draft["is_card_shown"] = False


def _card_shown(draft: Draft, _: e.CardShown) -> None:
    draft["is_card_shown"] = True
    draft["card_began"] = draft["ran"]  # the talk begins now


def _exchange_finished(draft: Draft, _: ge.ExchangeFinished) -> None:
    draft["talked"] = draft["ran"] - draft["card_began"]


def _brick_laid(draft: Draft, event: ge.BrickLaid) -> None:
    exchange = Exchange(event.card, event.theme, event.team, event.word, draft["talked"])
    draft["exchanges"] = (*draft["exchanges"], exchange)


_FOLDS: dict[type, Callable[[Draft, Any], None]] = {
    e.TeamEntered: _team_entered,
    e.ActStarted: _act_started,
    e.PageTurned: _page_turned,
    e.MoodCounted: _mood_counted,
    e.PollCounted: _poll_counted,
    e.InterludeShown: _interlude_shown,
    e.NextStepSet: _next_step_set,
    e.WordChanged: _word_changed,
    e.LanguageShown: _language_shown,
    e.CardShown: _card_shown,
    e.FacilitatorChanged: _facilitator_changed,
    e.SessionPaused: _paused,
    e.SessionResumed: _resumed,
    e.SessionReopened: _reopened,
    e.SessionClosed: _closed,
    e.LastRoundCalled: _last_round,
    e.SheetFilled: _sheet_filled,
    e.RecordSent: _record_sent,
    ge.DiceRolled: _play_began,
    ge.DiceDisputed: _dice_disputed,
    ge.ExtraTurnEarned: _extra_turn_earned,
    ge.TurnPassed: _turn_passed,
    ge.WaitSpent: _out_of_round,
    ge.TeamLeft: _out_of_round,
    ge.CardDrawn: _card_drawn,
    ge.CardSwapped: _card_drawn,
    ge.ExchangeFinished: _exchange_finished,
    ge.BrickLaid: _brick_laid,
}
_OURS = frozenset(kind for kind in _FOLDS if kind.__module__ == e.__name__)
"""The events that the rules know nothing of."""
_TOLD: dict[type, Callable[[Draft, Any], None]] = {
    kind: _FOLDS[kind]
    for kind in (
        *(e.TeamEntered, e.ActStarted, e.MoodCounted, e.PollCounted, e.NextStepSet, e.CardShown, e.FacilitatorChanged),
        *(e.SessionPaused, e.SessionResumed, e.SessionReopened, e.SessionClosed, e.SheetFilled, e.RecordSent),
        *(ge.ExchangeFinished, ge.BrickLaid),
    )
} | {e.WordChanged: _exchange_reworded, ge.CardDrawn: _talk_awaited, ge.CardSwapped: _talk_awaited}
"""What the record of a session is made of. The others move pawns, pass turns, or show the room something."""
TOLD = frozenset(kind.__name__ for kind in _TOLD)
"""Their names in a journal."""

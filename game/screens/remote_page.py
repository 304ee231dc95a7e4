"""What the phone of the facilitator shows of a session."""

from collections.abc import Iterator
from dataclasses import replace
from string import ascii_uppercase
from typing import TYPE_CHECKING

from game.french import unbroken
from game.language import current, mark, tr
from game.remote.page import Action, Button, RemotePage
from game.rules import commands as g
from game.screens import phrases
from game.screens.pages.card_page import card_pages
from game.screens.play import PlayScene
from game.session import commands as c
from game.session.facilitator import CardNotes, notes_of, step_of
from game.session.following import next_command
from game.session.room import page_shown
from game.session.views import (
    BoardView,
    CardView,
    ComingView,
    EndView,
    LinesView,
    MoodView,
    StepView,
    WallView,
    WordView,
)

if TYPE_CHECKING:
    from game.screens.stage import Stage
    from game.session.views import RoomView

_OVER = {"breath": mark("Respiration"), "cadre": mark("Le cadre"), "help": mark("De l’aide")}
_WRITES = {
    WordView: mark("Poser la brique"),
    StepView: mark("Noter et continuer"),
    WallView: mark("Changer le mot"),
}


def page_of(stage: "Stage") -> RemotePage:
    """Return what the phone shows now, in the language that the laptop speaks."""
    return replace(_page(stage), language=current())


def _page(stage: "Stage") -> RemotePage:
    """Return the page of the session, or of what is over it on the laptop."""
    play = next((scene for scene in reversed(stage.scenes) if isinstance(scene, PlayScene)), None)
    if play is None:
        return RemotePage("home", title=tr("Aucune séance n’est ouverte"))
    moment = _moment(stage, play)
    if stage.is_black:
        light = Button(Action.NEXT, tr("Rallumer l’écran"))
        return RemotePage(moment, title=tr("Écran noir"), buttons=(light,))
    if stage.scene is not play:
        close = Button(Action.CLOSE, tr("Revenir à la séance"))
        return RemotePage(moment, title=tr("Autre chose est ouvert sur l’ordinateur"), buttons=(close,))
    return _session_page(play, moment, stage.now)


def _session_page(play: PlayScene, moment: str, now: float) -> RemotePage:
    state, page = play.state, page_shown(play.state)
    has_card = page in (CardView, ComingView, WordView)
    notes = notes_of(state, play.desk.faces, state.game.card) if has_card else None
    title, text = _heading(play, page, now)
    if notes is not None and page is not WordView:
        title = notes.title or tr(phrases.KINDS.get(notes.kind, notes.kind))
        text = "\n".join(filter(None, (notes.text, *_choices(notes), notes.question)))
    act = phrases.act_title(state.current_act)
    return RemotePage(
        moment,
        where=act if state.is_closed else f"{act} · {phrases.time_left(-int(-state.act_left(now) // 60))}",
        title=unbroken(title),
        text=unbroken(text),
        prompts=notes.prompts if notes else (),
        warning=notes.warning if notes else "",
        buttons=tuple(_buttons(play, page, now)),
        idle=tr("Tapez le dé sur l’ordinateur"),
        is_paused=state.is_paused,
        is_typing=play.is_typing,
    )


def _choices(notes: CardNotes) -> Iterator[str]:
    """Yield the choices of a question, with their letters."""
    yield from (f"{letter}. {choice}" for letter, choice in zip(ascii_uppercase, notes.choices, strict=False))


def _heading(play: PlayScene, page: "type[RoomView]", now: float) -> tuple[str, str]:
    """Return the title of a page that shows no card, and the words under it."""
    state = play.state
    if state.is_breathing or (state.interlude and not state.is_paused):
        kind = "breath" if state.is_breathing else state.interlude
        return tr(_OVER[kind]), tr(phrases.OVER[kind])
    if state.is_paused:
        return tr("Pause"), tr("La salle voit un écran neutre.")
    asked = state.poll_asked[1] if state.poll_asked else state.poll_compared
    if asked is not None:
        return tr("Sondage"), state.opening.poll[asked].question
    if page is BoardView and state.game.turn:
        return state.teams[state.game.turn].name, tr(phrases.STEPS[step_of(state, now)][2])
    if page is WordView:
        return tr("Un mot pour le mur"), tr("Il s’écrit sur l’ordinateur ; la brique peut aussi rester sans mot.")
    if page is StepView:
        return state.teams[state.step_team].name, tr("Leur prochain pas s’écrit sur l’ordinateur.")
    if page in (WallView, EndView):
        return tr("Le mur de la séance"), ""
    lines = state.current_act.lines
    if page in (LinesView, MoodView) and lines:
        return phrases.act_title(state.current_act), lines[min(state.page, len(lines) - 1)]
    return phrases.act_title(state.current_act), ""


def _buttons(play: PlayScene, page: "type[RoomView]", now: float) -> Iterator[Button]:
    state, session = play.state, play.opened.session
    label = _next_label(play, page, now)
    if label:
        yield Button(Action.NEXT, unbroken(label))
    if state.is_closed:
        return
    if not play.is_typing:
        if state.is_on_board and session.refusal(g.Pass()) is None:
            yield Button(Action.PASS, tr("Passer"))
        if not state.is_paused:
            yield Button(Action.PAUSE, tr("Pause"))
    if session.refusal(c.Undo()) is None:
        yield Button(Action.UNDO, tr("Annuler"))


def _next_label(play: PlayScene, page: "type[RoomView]", now: float) -> str:
    """Return what goes on, in words; empty where only the laptop can."""
    if play.is_typing:
        return tr(_WRITES[page])
    if page is CardView and _has_more(play, now):
        return tr("Suite de la carte")
    step = step_of(play.state, now)
    if step == "type-die":
        return ""
    _, label, _ = phrases.STEPS[step]
    following = next_command(play.state, now)
    title = phrases.act_title(play.state.acts[following.act]) if isinstance(following, c.GoToAct) else ""
    return tr(label).format(title)


def _has_more(play: PlayScene, now: float) -> bool:
    """Tell whether the card on the room's screen goes on on another page."""
    view, look = play.view(now), play.windows.look
    return isinstance(view, CardView) and look is not None and play.drafts.card_page + 1 < card_pages(view, look)


def _moment(stage: "Stage", play: PlayScene) -> str:
    """Return a mark of what a tap would act on: it changes with all that changes what a key does."""
    last = play.opened.session.history.effective[-1].seq
    page = play.drafts.card_page
    return f"{len(stage.scenes)}.{stage.is_black:d}.{last}.{play.state.is_paused:d}.{page}"

"""The page of a session that changes hands: where it stands, what is done, what comes, what remains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Icon
from game.drawing.geometry import Rect, column, row
from game.drawing.theme import TextStyle
from game.french import NO_BREAK
from game.language import tr
from game.screens import phrases
from game.screens.pages.frame import act_title
from game.screens.sheet import Sheet
from game.screens.widgets import MARGIN, confirm_bar, heading, panel
from game.wording import counted, duration, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.scene import Look
    from game.session.facilitator import FacilitatorView
    from game.session.views import TeamView

_TOP, _BOTTOM, _GAP = 226.0, 908.0, 26.0
_LEFT_SHARES = (0.63, 0.37)
_ASIDE = 62.0
"""Height of the line for the facilitator alone."""
_SIZES = (36.0, 33.0, 30.0, 27.0)
_WORDS_TOLD = 5


@dataclass(frozen=True)
class Handover:
    """What the one who takes over has to know."""

    view: FacilitatorView
    minutes: tuple[int, ...]
    """Planned for each act."""
    exchanges: int
    themes: int
    """How many have been talked about."""
    words: tuple[str, ...]
    """Those of the wall, the first laid first."""
    is_paused: bool
    left_out: tuple[str, ...]
    """The themes that nobody talks about today: for the facilitator alone."""


def handover_picture(look: Look, told: Handover) -> Picture:
    """Return the page. Where the room sees it too, it tells no time left, no card to come and no theme left out."""
    sheet = Sheet(look)
    heading(sheet, tr("Pour la personne qui prend la suite"), tr("Passer la main"))
    bottom = _BOTTOM - (_ASIDE if look.is_private else 0)
    whole = Rect(MARGIN, _TOP, look.width - 2 * MARGIN, bottom - _TOP)
    left, right = row(whole, (1, 1), _GAP)
    standing, done = column(left, _LEFT_SHARES, _GAP)
    coming, remaining = column(right, (1, 1), _GAP)
    _part(sheet, standing, tr("Où nous en sommes"), _standing(told, is_private=look.is_private))
    _part(sheet, done, tr("Ce qui est fait"), _done(told))
    _part(sheet, coming, tr("Ce qui vient"), _coming(told))
    _part(sheet, remaining, tr("Ce qui reste"), _left(told, is_private=look.is_private))
    if look.is_private:
        _aside(sheet, Rect(MARGIN, bottom + 14, look.width - 2 * MARGIN, _ASIDE - 14), told)
    confirm_bar(sheet, tr("Je prends la suite"), tr("revenir à la séance"))
    return sheet.picture()


def _part(sheet: Sheet, place: Rect, title: str, sentences: Sequence[str]) -> None:
    inside = panel(sheet, place).inset(-12)
    sheet.line(title, inside.x, inside.y + 16, TextStyle("title", 38), width=inside.w)
    top = inside.y + 50
    room = Rect(inside.x, top, inside.w, inside.bottom - top)
    sheet.paragraph("\n".join(filter(None, sentences)), room, [TextStyle("regular", size) for size in _SIZES])


def _aside(sheet: Sheet, place: Rect, told: Handover) -> None:
    if told.left_out:
        words = tr("Pour vous\u00a0: aujourd’hui, on laisse de côté {themes}.")
        words = words.format(themes=listed(told.left_out))
    else:
        words = tr("Pour vous\u00a0: aucun thème n’est laissé de côté aujourd’hui.")
    sheet.add(Icon(Rect(place.x, place.centre[1] - 22, 44, 44), "hand-heart", sheet.palette.ink))
    room = Rect(place.x + 62, place.y, place.w - 62, place.h)
    sheet.paragraph(words, room, [TextStyle("semibold", size) for size in (32.0, 29.0, 27.0)])


def _standing(told: Handover, *, is_private: bool) -> tuple[str, ...]:
    view = told.view
    act = tr("Acte\u00a0: {title}").format(title=act_title(view.acts, view.acts.current))
    turn = card = ""
    if view.is_in_game and view.turn >= 0:
        team = view.teams[view.turn]
        turn = tr("Au tour de\u00a0: {team}").format(team=team.name)
    if view.card is not None and (is_private or not view.is_hidden):
        name = view.card.title or view.card.question or tr(phrases.KINDS.get(view.card.kind, ""))
        shown, unseen = tr("Carte sur la table\u00a0: {name}"), tr("Carte pas encore montrée\u00a0: {name}")
        card = (unseen if view.is_hidden else shown).format(name=name)
    teams = " · ".join(_team(team, view.end) for team in view.teams)
    return (act, tr("La séance est en pause.") if told.is_paused else "", turn, card, teams)


def _done(told: Handover) -> tuple[str, ...]:
    acts = told.view.acts
    done = [act_title(acts, index) for index in range(acts.current)]
    ended = tr("Actes finis\u00a0: {acts}").format(acts=", ".join(done)) if done else tr("La séance commence.")
    if not told.exchanges:
        return (ended,)
    talks = f"{counted(told.exchanges, 'échange')}, {counted(told.themes, 'thème')}"
    words = told.words[-_WORDS_TOLD:]
    return (ended, talks, tr("Les mots du mur\u00a0: {words}").format(words=", ".join(words)) if words else "")


def _coming(told: Handover) -> tuple[str, ...]:
    view = told.view
    _, label, sentence = phrases.STEPS[view.step]
    title = act_title(view.acts, view.next_act) if view.next_act is not None else ""
    after = [
        f"{act_title(view.acts, index)} ({duration(told.minutes[index])})"
        for index in range(view.acts.current + 1, len(view.acts.kinds))
    ]
    then = tr("Ensuite\u00a0: {acts}").format(acts=", ".join(after)) if after else tr("C’est le dernier acte.")
    return (f"{tr(label).format(title)}.", tr(sentence), then)


def _left(told: Handover, *, is_private: bool) -> tuple[str, ...]:
    view = told.view
    end = tr("Fin prévue\u00a0: {hour}").format(hour=phrases.hour(view.clocks.end))
    act, session = view.clocks.act_left, view.clocks.session_left
    if is_private and act > 0 and session > 0:
        left = tr("{act} pour cet acte, {session} en tout.")
        end = f"{end}. {left.format(act=duration(act), session=duration(session))}"
    elif is_private:
        end = f"{end}. {tr('Le temps prévu pour cet acte est écoulé.')}"
    pace = phrases.pace(view.pace) if is_private and view.pace is not None else ""
    rounds = phrases.last_round(view.last_round) if view.last_round is not None else pace
    return (end, rounds, tr("{teams} en jeu.").format(teams=counted(len(view.teams), "équipe")))


def _team(team: TeamView, end: int) -> str:
    """Return a team and where it is, all on one line."""
    where = phrases.square(team.position, end)
    if team.wait:
        where = f"{where}, {tr('attend {turns}').format(turns=counted(team.wait, 'tour'))}"
    return f"{team.name} ({where})".replace(" ", NO_BREAK)

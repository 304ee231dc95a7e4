"""The pictures of the third and the last step of the set-up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Disc, Icon
from game.drawing.geometry import Rect, centred, pack_column, row
from game.drawing.parts import STROKE
from game.drawing.theme import TextStyle
from game.french import NO_BREAK
from game.language import mark, tr
from game.screens.phrases import MODES, act_title, hour
from game.screens.scenes.crew import FEWEST, MOST
from game.screens.scenes.setup_care_page import AUDIENCES, LEVELS
from game.screens.scenes.setup_forecast import forecast_panel
from game.screens.sheet import Sheet
from game.screens.widgets import (
    BAND_HEIGHT,
    MARGIN,
    SEMIBOLD,
    SMALL,
    TITLE,
    Hint,
    band,
    confirm_bar,
    field,
    heading,
    hint_bar,
    panel,
    ring,
    shrunk,
)
from game.wording import counted, duration, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import FormatChoice, SessionChoice, ThemeChoice
    from game.screens.scene import Look
    from game.screens.scenes.crew import Crew, TeamDraft
    from game.screens.scenes.setup_forecast import Outlook
    from game.session.agenda import Act

_TOP, _GUTTER = 250.0, 68.0
_TALLEST_ROW, _TEAMS_HEIGHT, _TEAM_GAP = 124.0, 556.0, 20.0
_NOTICE = mark(
    "Ce programme note les thèmes, les mots du mur et des nombres. Aucun nom de personne n’est écrit nulle part."
)
_NOTHING_KEPT = mark(
    "Une répétition est pour vous\u00a0: un bandeau le dit sur les deux écrans. Elle n’est pas dans la liste des"
    " séances, n’a pas de bilan, et s’efface quand vous la quittez."
)
REHEARSE = "rehearse"
"""What a click on the key of the rehearsal does."""
_OVER = mark("Nouvelle séance · {step} sur 4")


def teams_page(look: Look, crew: Crew, chosen: int, typed: str | None, outlook: Outlook, now: datetime) -> Picture:
    """Return the third step: a row for each team, the chosen one ringed; ``typed`` is its name while it changes."""
    sheet = Sheet(look)
    heading(sheet, tr(_OVER).format(step=3), tr("Qui joue\u202f?"))
    left, right = row(Rect(MARGIN, _TOP, look.width - 2 * MARGIN, _TEAMS_HEIGHT), (1100, 560), _GUTTER)
    count = len(crew.teams)
    gap = _TEAM_GAP if count < 6 else 14  # noqa: PLR2004 - rows come closer before they get lower
    height = min(_TALLEST_ROW, (_TEAMS_HEIGHT + gap) / count - gap)
    for index, rect in enumerate(pack_column(left, (height,) * count, gap)):
        _team(sheet, rect, crew.teams[index], index, typed=typed if index == chosen else None)
        if index == chosen and typed is None:
            ring(sheet, rect)
    forecast_panel(sheet, right, outlook, _end(outlook.minutes, now))
    hint_bar(sheet, _team_hints(count, typed), MARGIN, 838, look.width - 2 * MARGIN)
    if typed is None:
        confirm_bar(sheet, tr("Continuer"), tr("retour"))
    return sheet.picture()


def _team_hints(count: int, typed: str | None) -> tuple[Hint, ...]:
    if typed is not None:
        return (Hint(("Entrée",), "garder ce nom", "keep"), Hint(("Échap",), "laisser l’ancien", "drop"))
    label = tr("ajouter une équipe ({least} à {most})").format(least=FEWEST, most=MOST)
    add = (Hint(("+",), label, "add"),) if count < MOST else ()
    remove = (Hint(("Suppr",), "retirer", "remove"),) if count > FEWEST else ()
    return (*add, Hint(("1–9",), "personnes", "more"), Hint(("M",), "nom", "rename"), *remove)


def _team(sheet: Sheet, rect: Rect, team: TeamDraft, index: int, *, typed: str | None) -> None:
    palette = sheet.palette
    sheet.add(Box(rect, palette.surface, min(26, rect.h / 3), palette.ink, STROKE))
    sheet.spot(rect, f"team:{index}", team.name)
    radius = min(39.0, rect.h * 0.4)
    middle = (rect.x + 28 + radius, rect.centre[1])
    sheet.add(Disc(*middle, radius, palette.surface, palette.ink, STROKE))
    sheet.add(Icon(centred(middle, radius * 1.25, radius * 1.25), team.icon, palette.ink))
    side = min(64.0, rect.h - 8)
    more = Rect(rect.right - 16 - side, rect.centre[1] - side / 2, side, side)
    count = sheet.measure.width(counted(30, "personne"), SMALL)
    fewer = more.moved(-side - count - 12, 0)
    words = tr("une personne de moins"), tr("une personne de plus")
    for place, icon, action, said in ((fewer, "minus", "fewer", words[0]), (more, "plus", "more", words[1])):
        sheet.add(Icon(centred(place.centre, 32, 32), icon, palette.ink))
        sheet.spot(place, f"{action}:{index}", f"{team.name}, {said}")
    sheet.line(counted(team.heads, "personne"), more.x - 6, rect.centre[1], SMALL, anchor="right")
    left = middle[0] + radius + 24
    room = Rect(left, rect.y + 10, fewer.x - 20 - left, rect.h - 20)
    style = TextStyle("title", min(44, rect.h * 0.6))
    if typed is None:
        sheet.line(team.name, left, rect.centre[1], shrunk(sheet, team.name, style, room.w), width=room.w)
    else:
        field(sheet, centred(room.centre, room.w, min(72, rect.h - 14)), typed, placeholder=team.name, is_active=True)


def _agenda(sheet: Sheet, rect: Rect, acts: tuple[Act, ...], now: datetime) -> None:
    """Draw the acts with their minutes, and when the session would end if it began now."""
    inside = panel(sheet, rect)
    sheet.line(tr("Déroulé"), inside.x, inside.y + 24, TITLE)
    total = sum(act.minutes for act in acts)
    sheet.line(duration(total), inside.right, inside.y + 24, SEMIBOLD, anchor="right")
    pitch = min(60.0, (inside.h - 150) / max(1, len(acts)))
    for index, act in enumerate(acts):
        y = inside.y + 90 + index * pitch
        minutes = f"{act.minutes}{NO_BREAK}min"
        sheet.line(minutes, inside.right, y, SMALL, anchor="right")
        room = inside.w - sheet.measure.width(minutes, SMALL) - 16
        sheet.line(act_title(act), inside.x, y, SMALL, width=room)
    sheet.line(_end(total, now), inside.x, inside.bottom - 18, SEMIBOLD, width=inside.w)


def _end(minutes: int, now: datetime) -> str:
    """Return in words when a session would end that began now, at the next five minutes."""
    when = now + timedelta(minutes=minutes)
    return tr("Fin vers {hour}").format(hour=hour(when + timedelta(minutes=-when.minute % 5)))


def ready_page(
    look: Look,
    choice: SessionChoice,
    chosen: FormatChoice,
    themes: Sequence[ThemeChoice],
    now: datetime,
    error: str,
) -> Picture:
    """Return the last step: all that was chosen, what is recorded or what is wrong, and the button that begins."""
    sheet = Sheet(look)
    heading(sheet, tr(_OVER).format(step=4), tr("Tout est prêt\u202f?"))
    left, right = row(Rect(MARGIN, _TOP, look.width - 2 * MARGIN, _TEAMS_HEIGHT), (1100, 560), _GUTTER)
    y = left.y
    for label, text in (*_summary(choice, chosen), _cards(choice, themes)):
        sheet.line(label, left.x, y + 18, SMALL, colour=look.palette.muted)
        room = Rect(left.x, y + 38, left.w, 84)
        y = sheet.paragraph(text, room, [TextStyle("semibold", size) for size in (34, 30, 28)])
        y += 14
    _agenda(sheet, right, chosen.acts, now)
    if error:
        band(sheet, Rect(MARGIN, 830, look.width - 2 * MARGIN, BAND_HEIGHT), error)
    else:
        notice = tr(_NOTHING_KEPT) if choice.rehearsal else tr(_NOTICE)
        sheet.paragraph(notice, Rect(MARGIN, 828, look.width - 2 * MARGIN, 90), (TextStyle("regular", 32), SMALL))
    begin = tr("Commencer la répétition") if choice.rehearsal else tr("Commencer")
    switch = tr("une vraie séance") if choice.rehearsal else tr("répéter seul·e, rien n’est gardé")
    confirm_bar(sheet, begin, tr("retour"), (Hint(("R",), switch, REHEARSE),))
    return sheet.picture()


def _cards(choice: SessionChoice, themes: Sequence[ThemeChoice]) -> tuple[str, str]:
    """Return how many cards may come, up to which level, for whom, and without which themes."""
    count = sum(theme.cards for theme in themes if theme.id not in choice.left_out)
    there = listed([tr(AUDIENCES.get(name, name)) for name in choice.audiences])
    told = f"{tr(LEVELS[choice.sensitivity][0])} · {there}"
    out = [theme.title for theme in themes if theme.id in choice.left_out]
    return counted(count, "carte"), f"{told} · {tr('sans {themes}').format(themes=listed(out))}" if out else told


def _summary(choice: SessionChoice, chosen: FormatChoice) -> tuple[tuple[str, str], ...]:
    heads = sum(team.heads for team in choice.teams)
    people = f"{counted(len(choice.teams), 'équipe')}, {counted(heads, 'personne')}"
    pawn = tr("Un seul pion pour tous") if choice.cooperative else tr("Un pion par équipe")
    dice = tr("dé en mousse") if choice.physical_dice else tr("dé à l’écran")
    return (
        (tr("Format"), f"{chosen.title} · {tr(MODES.get(chosen.mode, chosen.mode))}"),
        (tr("Lieu"), choice.place),
        (people, listed([team.name for team in choice.teams])),
        (tr("Jeu"), f"{pawn}, {dice}"),
    )

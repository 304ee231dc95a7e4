"""The pages of the first-run check: the tests at the left, the one of the moment at the right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Disc, Icon, Picture, Text
from game.drawing.geometry import Rect, centred
from game.drawing.parts import STROKE
from game.drawing.theme import TextStyle, ink_on
from game.french import unbroken
from game.language import mark, tr
from game.screens.sheet import Sheet
from game.screens.widgets import (
    MARGIN,
    RADIUS,
    REGULAR,
    SEMIBOLD,
    SMALL,
    TITLE,
    Hint,
    band,
    confirm_bar,
    heading,
    panel,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.scene import Look

_TOP, _BOTTOM, _LIST_WIDTH, _PITCH = 250.0, 890.0, 470.0, 118.0
_NUMBER_SIZE, _ROOM_NUMBER_SIZE = 300.0, 560.0


class Trial(Enum):
    """What is tried, in this order."""

    DISPLAYS = "displays"
    SOUND = "sound"
    VOICE = "voice"
    CLICKER = "clicker"
    DONE = "done"


class Outcome(Enum):
    """What became of a test, and the icon that says it."""

    GOOD = "check"
    SKIPPED = "minus"
    TROUBLE = "warning"


@dataclass(frozen=True)
class CheckView:
    """What the check shows: ``heard`` are the buttons of the clicker, ``trouble`` a sentence or nothing."""

    trial: Trial
    outcomes: Mapping[Trial, Outcome]
    trouble: str
    heard: frozenset[str]


_TITLES = {
    Trial.DISPLAYS: mark("Les écrans"),
    Trial.SOUND: mark("Le son"),
    Trial.VOICE: mark("La voix"),
    Trial.CLICKER: mark("La télécommande"),
    Trial.DONE: mark("Tout est vu"),
}
_WORDS = {
    Trial.SOUND: mark("Un son doux vient d’être joué. La salle l’entend-elle ?"),
    Trial.VOICE: mark("Une voix vient de dire quelques mots. La salle l’entend-elle ?"),
    Trial.CLICKER: mark(
        "Appuyez sur suivant, puis sur précédent, puis sur écran noir. Appuyez encore sur suivant pour continuer."
    ),
    Trial.DONE: mark("Cette vérification reste dans les réglages, pour une autre salle ou un autre projecteur."),
}
_SILENCE = mark("Rien entendu ? Passez ce test : touche P, ou précédent sur la télécommande.")
_TWO_DISPLAYS = mark("L’écran 1 est le vôtre. L’écran 2 est celui de la salle. Si c’est l’inverse, échangez-les.")
_ONE_DISPLAY = mark("Un seul écran : la salle voit cette fenêtre. Branchez le projecteur, il est trouvé tout seul.")
_NEXT = {
    Trial.DISPLAYS: mark("C’est bon"),
    Trial.SOUND: mark("Je l’ai entendu"),
    Trial.VOICE: mark("Je l’ai entendue"),
    Trial.CLICKER: mark("Continuer"),
    Trial.DONE: mark("Commencer"),
}
_BUTTONS = (("next", mark("Suivant")), ("back", mark("Précédent")), ("black", mark("Écran noir")))


def check_picture(look: Look, view: CheckView) -> Picture:
    """Return the check as the facilitator sees it."""
    sheet = Sheet(look)
    heading(sheet, tr("Avant la séance"), tr("Vérifier la salle"))
    _list(sheet, view)
    left = MARGIN + _LIST_WIDTH + 40
    inside = panel(sheet, Rect(left, _TOP, look.width - MARGIN - left, _BOTTOM - _TOP))
    sheet.line(tr(_TITLES[view.trial]), inside.x, inside.y + 30, TextStyle("title", 60), width=inside.w)
    under = inside.y + 96
    if view.trouble:
        band(sheet, Rect(inside.x, under, inside.w, 120), view.trouble)
    else:
        words = unbroken(tr(_words(view.trial, look)))
        under = sheet.paragraph(words, Rect(inside.x, under, inside.w, 190), (TextStyle("regular", 42), REGULAR))
    if view.trial is Trial.DISPLAYS:
        _number(sheet, "1", inside)
    elif view.trial is Trial.CLICKER:
        _buttons(sheet, view.heard, Rect(inside.x, under + 40, inside.w, 110))
    elif view.trial is not Trial.DONE and not view.trouble:
        sheet.paragraph(unbroken(tr(_SILENCE)), Rect(inside.x, under + 40, inside.w, 120), (REGULAR, SMALL))
    _foot(sheet, view)
    return sheet.picture()


def number_picture(look: Look) -> Picture:
    """Return the number of the room's display, as large as the display."""
    style = TextStyle("title", _ROOM_NUMBER_SIZE)
    x, y = look.canvas.centre
    top = y - look.measure.line_height(style) / 2 - 50
    name = Text(x, y + _ROOM_NUMBER_SIZE / 2 - 10, tr("L’écran de la salle"), TITLE, look.palette.ink, "centre")
    return Picture(look.palette.paper, (Text(x, top, "2", style, look.palette.ink, "centre"), name))


def _words(trial: Trial, look: Look) -> str:
    if trial is Trial.DISPLAYS:
        return _TWO_DISPLAYS if look.is_private else _ONE_DISPLAY
    return _WORDS[trial]


def _list(sheet: Sheet, view: CheckView) -> None:
    trials = [trial for trial in Trial if trial is not Trial.DONE]
    for index, trial in enumerate(trials):
        rect = Rect(MARGIN, _TOP + index * _PITCH, _LIST_WIDTH, _PITCH - 18)
        is_now = trial is view.trial
        fill = sheet.palette.ink if is_now else sheet.palette.surface
        writing = ink_on(fill) if is_now else sheet.palette.ink
        sheet.add(Box(rect, fill, RADIUS, sheet.palette.ink, STROKE))
        centre = rect.x + 62, rect.centre[1]
        outcome = view.outcomes.get(trial)
        if outcome is None:
            sheet.add(Disc(*centre, 32, fill, writing, STROKE))
            sheet.line(str(index + 1), *centre, SEMIBOLD, colour=writing, anchor="centre")
        else:
            sheet.add(Icon(centred(centre, 52, 52), outcome.value, writing))
        sheet.line(tr(_TITLES[trial]), rect.x + 120, centre[1], SEMIBOLD, width=rect.w - 140, colour=writing)


def _number(sheet: Sheet, number: str, inside: Rect) -> None:
    style = TextStyle("title", _NUMBER_SIZE)
    sheet.line(number, inside.centre[0], inside.bottom - _NUMBER_SIZE * 0.52, style, anchor="centre")


def _buttons(sheet: Sheet, heard: frozenset[str], rect: Rect) -> None:
    """Draw the three buttons of a clicker; the ones that were heard are filled and ticked."""
    width = (rect.w - 2 * 24) / len(_BUTTONS)
    for index, (button, label) in enumerate(_BUTTONS):
        place = Rect(rect.x + index * (width + 24), rect.y, width, rect.h)
        is_heard = button in heard
        fill = sheet.palette.ink if is_heard else sheet.palette.surface
        writing = ink_on(fill) if is_heard else sheet.palette.ink
        sheet.add(Box(place, fill, RADIUS, sheet.palette.ink, STROKE, dashed=not is_heard))
        if is_heard:
            sheet.add(Icon(centred((place.x + 50, place.centre[1]), 44, 44), "check", writing))
        sheet.line(tr(label), place.x + 92, place.centre[1], SEMIBOLD, width=place.w - 110, colour=writing)


def _foot(sheet: Sheet, view: CheckView) -> None:
    more: list[Hint] = []
    if view.trial is Trial.DISPLAYS and sheet.look.is_private:
        more.append(Hint(("X",), tr("échanger les écrans"), "press:x"))
    if view.trial in (Trial.SOUND, Trial.VOICE):
        more.append(Hint(("R",), tr("essayer encore"), "again"))
    if view.trial is not Trial.DONE and not view.trouble:
        more.append(Hint(("P",), tr("passer ce test"), "skip"))
    label = tr(_NEXT[Trial.CLICKER] if view.trouble else _NEXT[view.trial])
    confirm_bar(sheet, label, tr("quitter"), more)

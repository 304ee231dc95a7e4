"""The page of the keys: a list that scrolls, each action with its keys and buttons; under it, what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Icon
from game.drawing.geometry import Rect, centred
from game.drawing.parts import STROKE, physical_cap
from game.drawing.theme import TextStyle, ink_on
from game.language import tr
from game.screens.keymap import ACTIONS, PAD, cap_of
from game.screens.sheet import Sheet
from game.screens.widgets import BAR_TOP, MARGIN, SEMIBOLD, SMALL, UP_DOWN, Hint, hint_bar, rail, ring, shrunk, window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.keymap import KeyAction, Keymap
    from game.screens.scene import Look

SHOWN = 8
_TOP, _ROW, _PITCH = 176.0, 72.0, 82.0
_SAID = Rect(MARGIN, 846, 0, 78)
_CAP = 34.0
_CAP_GAP = 14.0
_TITLE = TextStyle("title", 84)


@dataclass(frozen=True)
class Waiting:
    """Where the keyboard stands, whether a key is asked for, and what is said of the last one."""

    index: int
    is_waiting: bool = False
    said: str = ""


def keys_picture(look: Look, keys: Keymap, waiting: Waiting) -> Picture:
    """Return the actions around the chosen one, each with its keys, those of clickers and of a controller too."""
    sheet = Sheet(look)
    sheet.line(tr("Touches"), MARGIN, 98, _TITLE)
    shown = window(len(ACTIONS), waiting.index, SHOWN)
    for place, index in enumerate(shown):
        rect = Rect(MARGIN, _TOP + place * _PITCH, look.width - 2 * MARGIN, _ROW)
        _row(sheet, rect, ACTIONS[index], keys, is_focused=index == waiting.index)
        sheet.spot(rect, f"ask:{index}", _spoken(ACTIONS[index], keys))
    height = SHOWN * _PITCH - (_PITCH - _ROW)
    rail(sheet, Rect(look.width - MARGIN / 2 - 6, _TOP, 12, height), len(ACTIONS), shown)
    _says(sheet, waiting)
    bar = (
        Hint(UP_DOWN, tr("choisir"), "down"),
        Hint((tr("Entrée"),), tr("autre touche"), "ask"),
        Hint((tr("Suppr"),), tr("touches habituelles"), "usual"),
        Hint((), tr("Tout remettre"), "all"),
        Hint((tr("Échap"),), tr("retour"), "back"),
    )
    hint_bar(sheet, bar, MARGIN, BAR_TOP + 16, look.width - 2 * MARGIN)
    return sheet.picture()


def _row(sheet: Sheet, rect: Rect, action: KeyAction, keys: Keymap, *, is_focused: bool) -> None:
    palette = sheet.palette
    sheet.add(Box(rect, palette.surface, 20, palette.ink, STROKE))
    if is_focused:
        ring(sheet, rect)
    on_keyboard, on_pad = _by_kind(action, keys)
    right = _caps(sheet, on_pad, rect.right - 24, rect.centre[1])
    if on_pad:
        sheet.line(tr("manette"), right, rect.centre[1], SMALL, anchor="right")
        right -= sheet.measure.width(tr("manette"), SMALL) + 2 * _CAP_GAP
    right = _caps(sheet, on_keyboard, right, rect.centre[1])
    left = rect.x + 28
    if action.id in keys.chosen:
        sheet.add(Icon(centred((left + 18, rect.centre[1]), 36, 36), "pencil-simple", palette.ink))
        left += 52
    label, width = tr(action.label), right - left - 20
    sheet.line(label, left, rect.centre[1], shrunk(sheet, label, SEMIBOLD, width), width=width)


def _caps(sheet: Sheet, keys: Sequence[str], right: float, y: float) -> float:
    """Draw keys side by side up to an edge, and return the edge that is left."""
    for cap in (cap_of(key) for key in reversed(keys)):
        width = physical_cap(cap, 0, 0, _CAP, sheet.palette, sheet.measure)[1]
        top = y - sheet.measure.line_height(TextStyle("regular", _CAP)) / 2
        sheet.add(*physical_cap(cap, right - width, top, _CAP, sheet.palette, sheet.measure)[0])
        right -= width + _CAP_GAP
    return right


def _by_kind(action: KeyAction, keys: Keymap) -> tuple[Sequence[str], Sequence[str]]:
    """Return the keys of an action on the keyboard, those that always do it too, and its buttons on a controller."""
    own = keys.keys_of(action)
    pads = tuple(key for key in own if key.startswith(PAD))
    return (*(key for key in own if key not in pads), *action.always), pads


def _spoken(action: KeyAction, keys: Keymap) -> str:
    on_keyboard, on_pad = _by_kind(action, keys)
    caps = [*map(cap_of, on_keyboard), *(tr("manette {button}").format(button=cap_of(key)) for key in on_pad)]
    return tr("{does}\u00a0: {keys}").format(does=tr(action.label), keys=", ".join(caps))


def _says(sheet: Sheet, waiting: Waiting) -> None:
    """Say what is asked for, or what is wrong with the last key; else how it works."""
    rect = Rect(_SAID.x, _SAID.y, sheet.look.width - 2 * MARGIN, _SAID.h)
    asked = tr("Appuyez sur la nouvelle touche, ou sur Échap pour garder l’ancienne.")
    if waiting.is_waiting:
        label = f"{waiting.said} {tr('Essayez-en une autre.')}" if waiting.said else asked
    else:
        usual = tr("Un bouton de manette se choisit comme une touche. Les flèches, Entrée et Échap ne changent pas.")
        label = waiting.said or usual
    ground = sheet.palette.ink if waiting.is_waiting else sheet.palette.panel
    writing = ink_on(ground) if waiting.is_waiting else sheet.palette.ink
    sheet.add(Box(rect, ground, 20))
    style = shrunk(sheet, label, TextStyle("semibold", 36) if waiting.is_waiting else SMALL, rect.w - 56)
    sheet.line(label, rect.x + 28, rect.centre[1], style, width=rect.w - 56, colour=writing)

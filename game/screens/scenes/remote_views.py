"""The two pictures of the remote: the networks to choose from, and the code."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Icon
from game.drawing.geometry import Rect, centred
from game.drawing.text import fit, place
from game.drawing.theme import INK, WHITE, TextStyle
from game.french import unbroken
from game.language import mark, tr
from game.remote.page import State
from game.screens.remote_control import told, told_trouble
from game.screens.sheet import Sheet
from game.screens.widgets import (
    BAND_HEIGHT,
    BAR_TOP,
    MARGIN,
    RADIUS,
    REGULAR,
    SEMIBOLD,
    UP_DOWN,
    Hint,
    Row,
    band,
    heading,
    hint_bar,
    shrunk,
    slab,
    window,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.remote.interfaces import Interface
    from game.remote.page import Status, Trouble
    from game.screens.scene import Look

_TOP = 236.0
_ROW_HEIGHT, _ROW_GAP, _ROWS = 100.0, 16.0, 5
_QR = 640.0
_QUIET = 4
"""Light modules around the code: a camera needs them (ISO/IEC 18004)."""
_HIDDEN = mark(
    "La salle voit cet écran. Cachez l’image du projecteur, puis affichez le code : "
    "il laisse entrer le premier téléphone venu."
)
_USED = mark("Aucun code n’est affiché. Pour laisser entrer un autre téléphone, affichez-en un nouveau.")


def networks_picture(look: Look, networks: Sequence[Interface], index: int, trouble: Trouble | None) -> Picture:
    """Return the networks, the chosen one ringed, and what is wrong."""
    sheet = Sheet(look)
    heading(sheet, tr("Télécommande"), unbroken(tr("Par quel réseau ?")))
    width = look.width - 2 * MARGIN
    for line, at in enumerate(window(len(networks), index, _ROWS)):
        rect = Rect(MARGIN, _TOP + line * (_ROW_HEIGHT + _ROW_GAP), width, _ROW_HEIGHT)
        row = _row(networks[at])
        slab(sheet, rect, row, SEMIBOLD, is_focused=at == index)
        sheet.spot(rect, f"start:{at}", row.label)
    if trouble is not None:
        band(sheet, Rect(MARGIN, 940 - BAND_HEIGHT, width, BAND_HEIGHT), told_trouble(trouble))
    choosing = (
        Hint(UP_DOWN, tr("choisir"), "down"),
        Hint((tr("Entrée"),), tr("afficher le code"), "go"),
    )
    closing = Hint((tr("Échap"),), tr("fermer"), "close")
    hint_bar(sheet, (*(choosing if networks else ()), closing), MARGIN, BAR_TOP, width)
    return sheet.picture()


def _row(network: Interface) -> Row:
    if network.is_loopback:
        label, detail = tr("Cet ordinateur seulement"), tr("une tablette branchée, ou un essai sans réseau")
        return Row(label, detail, aside=network.address)
    return Row(network.name, tr("le téléphone doit être sur ce même réseau"), aside=network.address)


def code_picture(look: Look, status: Status, modules: Sequence[Sequence[bool]], *, is_hidden: bool) -> Picture:
    """Return the QR code, the address and the six digits while a code is alive; how it goes in any case."""
    sheet = Sheet(look)
    heading(sheet, "", tr("Télécommande"))
    width = look.width - 2 * MARGIN
    if status.code and not is_hidden:
        _code(sheet, Rect(MARGIN, 220, _QR, _QR), modules)
        beside = Rect(MARGIN + _QR + 64, 236, width - _QR - 64, 624)
        _by_hand(sheet, beside, status)
        _state(sheet, Rect(beside.x, beside.bottom - 150, beside.w, 150), status)
    else:
        _state(sheet, Rect(MARGIN, _TOP, width, 150), status)
        sentence = unbroken(tr(_HIDDEN if status.code else _USED))
        sheet.paragraph(sentence, Rect(MARGIN, _TOP + 210, width, 300), [TextStyle("regular", 44)])
    hint_bar(sheet, _hints(status, is_hidden=is_hidden), MARGIN, BAR_TOP, width)
    return sheet.picture()


def _state(sheet: Sheet, rect: Rect, status: Status) -> None:
    """Say how it goes; what asks for somebody stands on the colour of warnings, with its sign."""
    is_wrong = status.state in (State.LOCKED, State.VANISHED) or bool(status.wrong) or status.is_refused
    icon = "warning" if is_wrong else "check" if status.state is State.CONNECTED else "device-mobile"
    sheet.add(Box(rect, sheet.palette.warning if is_wrong else sheet.palette.panel, RADIUS))
    sheet.add(Icon(centred((rect.x + 64, rect.centre[1]), 60, 60), icon, sheet.palette.ink))
    room = Rect(rect.x + 124, rect.y + 12, rect.w - 156, rect.h - 24)
    styles = [TextStyle("semibold", size) for size in (44, 38, 34, 30)]
    lines = fit(told(status), styles, room, sheet.measure, leading=1.15)
    if lines is not None:
        sheet.add(*place(lines, room.x, rect.centre[1] - lines.height / 2, sheet.palette.ink))


def _hints(status: Status, *, is_hidden: bool) -> tuple[Hint, ...]:
    show = (Hint((tr("Entrée"),), tr("afficher le code"), "go"),) if status.code and is_hidden else ()
    return (
        *show,
        Hint(("N",), tr("nouveau code"), "renew"),
        Hint(("A",), tr("arrêter la télécommande"), "stop"),
        Hint((tr("Échap"),), tr("revenir à la séance"), "close"),
    )


def _code(sheet: Sheet, rect: Rect, modules: Sequence[Sequence[bool]]) -> None:
    """Draw a QR code, dark on light in any palette: some cameras read no other."""
    sheet.add(Box(rect, WHITE, RADIUS))
    side = rect.w / (len(modules) + 2 * _QUIET) if modules else 0.0
    for down, row in enumerate(modules):
        across = 0
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                x, y = rect.x + (_QUIET + across) * side, rect.y + (_QUIET + down) * side
                sheet.add(Box(Rect(x, y, length * side, side), INK))
            across += length


def _by_hand(sheet: Sheet, rect: Rect, status: Status) -> None:
    """Write the ways in: the camera, or the address and the six digits."""
    y = rect.y
    camera = tr("Visez l’image avec l’appareil photo du téléphone.")
    y = sheet.paragraph(camera, Rect(rect.x, y, rect.w, 120), [TextStyle("semibold", 44), REGULAR]) + 40
    by_hand = unbroken(tr("Sans appareil photo : ouvrez cette adresse, puis tapez le code."))
    y = sheet.paragraph(by_hand, Rect(rect.x, y, rect.w, 120), [REGULAR]) + 50
    sheet.line(status.address, rect.x, y + 10, shrunk(sheet, status.address, TextStyle("bold", 64), rect.w))
    code = f"{status.code[:3]} {status.code[3:]}"
    sheet.line(code, rect.x, y + 130, TextStyle("title", 130))

"""The picture of the first step of the set-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Disc
from game.drawing.geometry import Rect, row
from game.drawing.parts import STROKE
from game.language import tr
from game.screens.phrases import MODES
from game.screens.sheet import Sheet
from game.screens.widgets import (
    MARGIN,
    REGULAR,
    SEMIBOLD,
    SMALL,
    Hint,
    Row,
    confirm_bar,
    field,
    heading,
    rail,
    slab,
    switch,
    two_lines,
    window,
)
from game.wording import counted, duration

if TYPE_CHECKING:
    from game.drawing.drawlist import Picture
    from game.screens.desk import FormatChoice, PackChoice
    from game.screens.scene import Look

_TOP, _GUTTER = 250.0, 68.0
_PACKS_SHOWN, _PACK_HEIGHT, _PACK_GAP = 2, 74.0, 10.0
_FORMATS_SHOWN, _FORMAT_HEIGHT, _FORMAT_GAP = 4, 128.0, 20.0


@dataclass(frozen=True)
class FormatView:
    """The first step: the formats and the chosen one, where the keyboard is, the other choices."""

    formats: tuple[FormatChoice, ...]
    chosen: int
    focus: str
    place: str
    cooperative: bool
    physical_dice: bool
    packs: tuple[PackChoice, ...] = ()
    in_play: frozenset[str] = frozenset()
    """The ids of the packs that are played with."""


def format_page(look: Look, view: FormatView) -> Picture:
    """Return the first step: the formats on the left, the place and the switches on the right."""
    sheet = Sheet(look)
    over = tr("Nouvelle séance · {step} sur 4").format(step=1)
    heading(sheet, over, tr("Quelle séance\u202f?"))
    left, right = row(Rect(MARGIN, _TOP, look.width - 2 * MARGIN, 640), (1.12, 1), _GUTTER)
    _formats(sheet, left, view)
    sheet.line(tr("Lieu (jamais un nom de personne)"), right.x, right.y + 16, SMALL)
    place = Rect(right.x, right.y + 54, right.w, 88)
    field(sheet, place, view.place, placeholder=tr("Séance"), is_active=view.focus == "place")
    sheet.spot(place, "place", tr("Lieu"))
    switches = (
        ("toggle:cooperative", Row(tr("Un seul pion pour tous"), tr("coopératif")), view.cooperative),
        ("toggle:physical_dice", Row(tr("Dé en mousse"), tr("vous tapez le résultat")), view.physical_dice),
    )
    for index, (action, words, is_on) in enumerate(switches):
        rect = Rect(right.x, place.bottom + 36 + index * 148, right.w, 128)
        switch(sheet, rect, words, action, is_on=is_on, is_focused=view.focus == action)
    if view.packs:
        _packs(sheet, Rect(right.x, place.bottom + 36 + 2 * 148, right.w, 0), view)
    use = () if view.focus == "place" else (Hint(("Espace",), "choisir", "use"),)
    confirm_bar(sheet, tr("Continuer"), tr("retour"), use)
    return sheet.picture()


def _formats(sheet: Sheet, area: Rect, view: FormatView) -> None:
    if not view.formats:
        told = tr("Aucun format de séance ne peut être lu. La commande permis verifier dit pourquoi.")
        sheet.paragraph(told, area, (REGULAR,))
    kind, _, focused = view.focus.partition(":")
    middle = int(focused) if kind == "format" else view.chosen
    shown = window(len(view.formats), middle, _FORMATS_SHOWN)
    for place, index in enumerate(shown):
        entry = view.formats[index]
        top = area.y + place * (_FORMAT_HEIGHT + _FORMAT_GAP)
        rect = Rect(area.x, top, area.w, _FORMAT_HEIGHT)
        is_chosen = index == view.chosen
        detail = f"{duration(entry.minutes)} · {tr(MODES.get(entry.mode, entry.mode))}"
        action = f"format:{index}"
        _radio(sheet, rect, Row(entry.title, detail), is_chosen=is_chosen, is_focused=view.focus == action)
        sheet.spot(rect, action, entry.title)
    height = _FORMATS_SHOWN * (_FORMAT_HEIGHT + _FORMAT_GAP) - _FORMAT_GAP
    rail(sheet, Rect(area.right + 22, area.y, 12, height), len(view.formats), shown)


def _packs(sheet: Sheet, area: Rect, view: FormatView) -> None:
    """Draw whose cards are in play, as many rows as there is room for."""
    sheet.line(tr("Cartes en jeu"), area.x, area.y + 10, SMALL)
    kind, _, name = view.focus.partition(":")
    ids = [pack.id for pack in view.packs]
    shown = window(len(ids), ids.index(name) if kind == "pack" else 0, _PACKS_SHOWN)
    for step, index in enumerate(shown):
        pack = view.packs[index]
        rect = Rect(area.x, area.y + 36 + step * (_PACK_HEIGHT + _PACK_GAP), area.w, _PACK_HEIGHT)
        words, action = Row(pack.title, aside=counted(pack.cards, "carte")), f"pack:{pack.id}"
        switch(sheet, rect, words, action, is_on=pack.id in view.in_play, is_focused=view.focus == action)
    height = _PACKS_SHOWN * (_PACK_HEIGHT + _PACK_GAP) - _PACK_GAP
    rail(sheet, Rect(area.right + 22, area.y + 36, 12, height), len(ids), shown)


def _radio(sheet: Sheet, rect: Rect, words: Row, *, is_chosen: bool, is_focused: bool) -> None:
    """Draw a row with a round mark, full for the chosen one."""
    slab(sheet, rect, Row(""), SEMIBOLD, is_focused=is_focused)
    palette, (x, y) = sheet.palette, (rect.x + 56, rect.centre[1])
    sheet.add(Disc(x, y, 22, palette.surface, palette.ink, STROKE))
    if is_chosen:
        sheet.add(Disc(x, y, 12, palette.ink))
    two_lines(sheet, Rect(x + 46, rect.y, rect.right - 24 - (x + 46), rect.h), words, SEMIBOLD, palette.ink)

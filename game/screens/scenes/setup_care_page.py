"""The picture of the second step of the set-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Disc, Icon
from game.drawing.geometry import Rect, centred, row
from game.drawing.parts import STROKE
from game.drawing.theme import TextStyle
from game.language import mark, tr
from game.screens.sheet import Sheet
from game.screens.widgets import (
    BAND_HEIGHT,
    MARGIN,
    SEMIBOLD,
    SMALL,
    Hint,
    Row,
    band,
    confirm_bar,
    heading,
    rail,
    ring,
    shrunk,
    slab,
    switch,
    two_lines,
    window,
)
from game.wording import counted, listed

if TYPE_CHECKING:
    from game.drawing.drawlist import Picture
    from game.screens.desk import ThemeChoice
    from game.screens.scene import Look

LEVELS = (
    (mark("Sujets légers"), mark("Aucune carte qui demande une mise en garde.")),
    (mark("Sujets de la vie, parfois sensibles"), mark("Honte, séparation, perte d’un toit… Une mise en garde avant.")),
    (mark("Tous les sujets"), mark("Même les plus lourds, comme le suicide. Pour un groupe prêt.")),
)
"""Each level of sensitivity, from 0 on, in words."""
AUDIENCES = {
    "pilotes": mark("Pilotes"),
    "entreprises": mark("Entreprises"),
    "etudiants": mark("Étudiants"),
    "public": mark("Grand public"),
}
_TOP, _GUTTER, _LABEL = 236.0, 68.0, 46.0
_LEVEL_HEIGHT, _LEVEL_GAP = 106.0, 14.0
_CHIP_HEIGHT = 76.0
_THEMES_SHOWN, _THEME_HEIGHT, _THEME_GAP = 6, 76.0, 14.0
_TOLD_TOP = 836.0


@dataclass(frozen=True)
class CareView:
    """The level, the themes and those left out, who may be there and who is, where the keyboard is, what to know."""

    sensitivity: int
    themes: tuple[ThemeChoice, ...]
    left_out: frozenset[str]
    audiences: tuple[str, ...]
    """Empty where there is nothing to choose from."""
    there: tuple[str, ...]
    focus: str
    warning: str


def care_page(look: Look, view: CareView) -> Picture:
    """Return the second step: how sensitive and for whom on the left, the themes of the day on the right."""
    sheet = Sheet(look)
    heading(sheet, tr("Nouvelle séance · {step} sur 4").format(step=2), tr("De quoi parle-t-on\u202f?"))
    left, right = row(Rect(MARGIN, _TOP, look.width - 2 * MARGIN, 580), (1.12, 1), _GUTTER)
    _levels(sheet, left, view)
    if view.audiences:
        below = left.y + _LABEL + 3 * (_LEVEL_HEIGHT + _LEVEL_GAP) + 14
        _audiences(sheet, Rect(left.x, below, left.w, _LABEL + _CHIP_HEIGHT), view)
    _themes(sheet, right, view)
    told = Rect(MARGIN, _TOLD_TOP, look.width - 2 * MARGIN, BAND_HEIGHT)
    if view.warning:
        band(sheet, told, view.warning)
    else:
        sheet.paragraph(_told(view), told, (TextStyle("regular", 32), SMALL))
    confirm_bar(sheet, tr("Continuer"), tr("retour"), (Hint(("Espace",), tr("choisir"), "use"),))
    return sheet.picture()


def _told(view: CareView) -> str:
    """Return how many cards may come, and where the squares of a theme left out go."""
    count = sum(theme.cards for theme in view.themes if theme.id not in view.left_out)
    told = tr("{cards} peuvent venir aujourd’hui.").format(cards=counted(count, "carte"))
    out = [tr("«\u00a0{}\u00a0»").format(theme.title) for theme in view.themes if theme.id in view.left_out]
    if out:
        told += " " + tr("Les cases de {themes} vont aux autres thèmes.").format(themes=listed(out))
    return told


def _levels(sheet: Sheet, area: Rect, view: CareView) -> None:
    sheet.line(tr("Jusqu’où vont les cartes"), area.x, area.y + 16, SMALL)
    for level, (label, detail) in enumerate(LEVELS):
        top = area.y + _LABEL + level * (_LEVEL_HEIGHT + _LEVEL_GAP)
        rect, action = Rect(area.x, top, area.w, _LEVEL_HEIGHT), f"level:{level}"
        slab(sheet, rect, Row(""), SEMIBOLD, is_focused=view.focus == action)
        palette, (x, y) = sheet.palette, (rect.x + 52, rect.centre[1])
        sheet.add(Disc(x, y, 22, palette.surface, palette.ink, STROKE))
        if level == view.sensitivity:
            sheet.add(Disc(x, y, 12, palette.ink))
        words = Rect(x + 42, rect.y, rect.right - 24 - (x + 42), rect.h)
        two_lines(sheet, words, Row(tr(label), tr(detail)), SEMIBOLD, palette.ink)
        sheet.spot(rect, action, tr(label))


def _audiences(sheet: Sheet, area: Rect, view: CareView) -> None:
    """Draw who may be there; a testimony comes only when its author agreed to all those who are ticked."""
    label = tr("Dans la salle (un témoignage vient si son auteur l’a permis)")
    sheet.line(label, area.x, area.y + 16, shrunk(sheet, label, SMALL, area.w), width=area.w)
    chips = row(Rect(area.x, area.y + _LABEL, area.w, _CHIP_HEIGHT), (1,) * len(view.audiences), 16)
    for audience, rect in zip(view.audiences, chips, strict=True):
        is_there, action = audience in view.there, f"audience:{audience}"
        palette, name = sheet.palette, tr(AUDIENCES.get(audience, audience))
        sheet.add(Box(rect, palette.surface, 20, palette.ink, STROKE))
        if view.focus == action:
            ring(sheet, rect)
        box = centred((rect.x + 44, rect.centre[1]), 40, 40)
        sheet.add(Box(box, palette.ink if is_there else palette.surface, 10, palette.ink, STROKE))
        if is_there:
            sheet.add(Icon(box.inset(7), "check", palette.surface))
        room = rect.right - 16 - (box.right + 16)
        style = shrunk(sheet, name, TextStyle("semibold", 34), room)
        sheet.line(name, box.right + 16, rect.centre[1], style, width=room)
        sheet.spot(rect, action, name)


def _themes(sheet: Sheet, area: Rect, view: CareView) -> None:
    sheet.line(tr("Thèmes du jour"), area.x, area.y + 16, SMALL)
    ids = [theme.id for theme in view.themes]
    name = view.focus.removeprefix("theme:")
    shown = window(len(ids), ids.index(name) if name in ids else 0, _THEMES_SHOWN)
    for place, index in enumerate(shown):
        theme = view.themes[index]
        top = area.y + _LABEL + place * (_THEME_HEIGHT + _THEME_GAP)
        rect, action = Rect(area.x, top, area.w, _THEME_HEIGHT), f"theme:{theme.id}"
        words = Row(theme.title, "", theme.icon, counted(theme.cards, "carte"))
        switch(sheet, rect, words, action, is_on=theme.id not in view.left_out, is_focused=view.focus == action)
    height = _THEMES_SHOWN * (_THEME_HEIGHT + _THEME_GAP) - _THEME_GAP
    rail(sheet, Rect(area.right + 22, area.y + _LABEL, 12, height), len(ids), shown)

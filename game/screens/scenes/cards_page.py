"""The picture of the browser of cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Icon, Line
from game.drawing.geometry import Rect, centred, row
from game.drawing.text import fit, place
from game.drawing.theme import TextStyle, ink_on
from game.language import mark, tr
from game.screens.phrases import KINDS
from game.screens.scenes.cards_search import Filters
from game.screens.scenes.preview_page import tally
from game.screens.sheet import Sheet
from game.screens.widgets import (
    BAR_TOP,
    MARGIN,
    RADIUS,
    SEMIBOLD,
    SMALL,
    UP_DOWN,
    Hint,
    band,
    field,
    heading,
    hint_bar,
    rail,
    ring,
    shrunk,
    window,
)
from game.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.drawing.drawlist import Picture
    from game.screens.proofs import Fault, Proof
    from game.screens.scene import Look
    from game.session.faces import CardFace, ThemeFace

_TABS_TOP, _TAB_HEIGHT, _TAB_GAP = 224.0, 68.0, 28.0
_TOP, _HEIGHT = 326.0, 592.0
_ROWS, _ROW_HEIGHT, _ROW_GAP = 6, 86.0, 15.2
_FIELD = (560.0, 84.0)
_HEAD = 92.0
_BAND = 72.0
NO_FILTER = Filters()
_UNKNOWN = "#F0E9DB"
_CHIP = TextStyle("bold", 30)
_BODY = tuple(TextStyle("regular", size) for size in (40, 36, 33, 30, 27))
_QUESTION = tuple(TextStyle("bold", size) for size in (38, 34, 30, 27))


@dataclass(frozen=True)
class CardsView:
    """The cards of the chosen theme, the chosen one; the theme ids, ``""`` first for all of them, and their faces.

    Then what is asked of the cards, and what there is to say about the file of the chosen one.
    """

    cards: tuple[Proof, ...]
    chosen: int
    themes: tuple[str, ...]
    theme: int
    faces: Mapping[str, ThemeFace | None]
    filters: Filters = NO_FILTER
    faults: tuple[Fault, ...] = ()
    is_searching: bool = False


def cards_picture(look: Look, view: CardsView) -> Picture:
    """Return the tabs of the themes, the list and the chosen card."""
    sheet = Sheet(look)
    over = " · ".join(filter(None, (counted(len(view.cards), "carte") if view.cards else "", view.filters.told())))
    heading(sheet, over, tr("Cartes"))
    _search(sheet, Rect(look.width - MARGIN - _FIELD[0], 104, *_FIELD), view)
    _tabs(sheet, view)
    left, right = row(Rect(MARGIN, _TOP, look.width - 2 * MARGIN, _HEIGHT), (1, 1.3), 60)
    if view.cards:
        _list(sheet, left, view)
        _card(sheet, right, view.cards[view.chosen], view)
    else:
        nothing = tr("Aucune carte ne peut être lue. La commande permis verifier dit pourquoi.")
        told = nothing if view.filters == NO_FILTER else tr("Aucune carte ne répond à cela. E montre tout à nouveau.")
        sheet.paragraph(told, Rect(MARGIN, _TOP + 40, look.width - 2 * MARGIN, 200), (TextStyle("regular", 40),))
    hint_bar(sheet, _hints(view), MARGIN, BAR_TOP, look.width - 2 * MARGIN)
    return sheet.picture()


def _hints(view: CardsView) -> tuple[Hint, ...]:
    if view.is_searching:
        return (Hint(UP_DOWN, "carte", "down"), Hint(("Entrée",), mark("garder ces mots"), "search"))
    erase = (Hint(("E",), mark("tout montrer"), "erase"),) if view.filters != NO_FILTER else ()
    themes = () if erase else (Hint(("←", "→"), "thème", "right"),)
    return (
        *themes,
        Hint(UP_DOWN, "carte", "down"),
        Hint(("R",), mark("rechercher"), "search"),
        Hint(("T",), mark("type"), "kind"),
        Hint(("P",), mark("public"), "audience"),
        Hint(("S",), mark("sensibilité"), "sensitivity"),
        *erase,
        Hint(("Entrée",), mark("en grand"), "open"),
        Hint(("Échap",), "retour", "back"),
    )


def _search(sheet: Sheet, rect: Rect, view: CardsView) -> None:
    field(sheet, rect, view.filters.words, placeholder=tr("Rechercher"), is_active=view.is_searching)
    sheet.spot(rect, "search", tr("Rechercher"))


def _tabs(sheet: Sheet, view: CardsView) -> None:
    """Draw the themes side by side; the chosen one has its word, the others their icon when there is little room."""
    left = MARGIN
    with_words = sum(_tab_width(sheet, view, theme, with_word=True) + _TAB_GAP for theme in view.themes)
    is_wide = with_words <= sheet.look.width - 2 * MARGIN
    for index, theme in enumerate(view.themes):
        is_chosen = index == view.theme
        with_word = is_wide or is_chosen or not theme
        rect = Rect(left, _TABS_TOP, _tab_width(sheet, view, theme, with_word=with_word), _TAB_HEIGHT)
        _tab(sheet, rect, view, theme, with_word=with_word)
        if is_chosen:  # the ring is on the card
            sheet.add(Line(rect.x, rect.bottom + 10, rect.right, rect.bottom + 10, 7, sheet.palette.ink))
        sheet.spot(rect, f"theme:{index}", _theme_title(view, theme))
        left = rect.right + _TAB_GAP


def _tab_width(sheet: Sheet, view: CardsView, theme: str, *, with_word: bool) -> float:
    icon = 40 + 14 if theme else 0
    words = sheet.measure.width(_theme_title(view, theme), _CHIP) if with_word else -14
    return 2 * 20 + icon + words


def _tab(sheet: Sheet, rect: Rect, view: CardsView, theme: str, *, with_word: bool) -> None:
    face = view.faces.get(theme)
    ground = face.colour if face else sheet.palette.panel
    writing = ink_on(ground) if face else sheet.palette.ink
    sheet.add(Box(rect, ground, 18))
    left = rect.x + 20
    if theme:
        sheet.add(Icon(Rect(left, rect.centre[1] - 20, 40, 40), face.icon if face else "cards", writing))
        left += 54
    if with_word:
        sheet.line(_theme_title(view, theme), left, rect.centre[1], _CHIP, colour=writing)


def _theme_title(view: CardsView, theme: str) -> str:
    face = view.faces.get(theme)
    return face.title if face else theme or tr("Tous")


def _list(sheet: Sheet, area: Rect, view: CardsView) -> None:
    shown = window(len(view.cards), view.chosen, _ROWS)
    for step, index in enumerate(shown):
        rect = Rect(area.x, area.y + step * (_ROW_HEIGHT + _ROW_GAP), area.w, _ROW_HEIGHT)
        _entry(sheet, rect, view.cards[index], view)
        if index == view.chosen:
            ring(sheet, rect)
        sheet.spot(rect, f"card:{index}", _title(view.cards[index]))
    rail(sheet, Rect(area.right + 24, area.y, 12, area.h), len(view.cards), shown)


def _title(proof: Proof) -> str:
    """Return the title of a card; the name of its file where there is none."""
    return (proof.face.title if proof.face else "") or proof.id or proof.file.rsplit("/", 1)[-1]


def _entry(sheet: Sheet, rect: Rect, proof: Proof, view: CardsView) -> None:
    card = proof.face
    face = view.faces.get(card.theme) if card else None
    sheet.add(Box(rect, sheet.palette.surface, 18))
    chip = centred((rect.x + 46, rect.centre[1]), 56, 56)
    ground = face.colour if face else _UNKNOWN
    sheet.add(Box(chip, ground, 12), Icon(chip.inset(10), face.icon if face else "cards", ink_on(ground)))
    left, room = rect.x + 92, rect.w - 92 - 20
    if proof.level:
        room -= 56
        sheet.add(Icon(centred((rect.right - 44, rect.centre[1]), 40, 40), "warning", sheet.palette.ink))
    style = shrunk(sheet, _title(proof), TextStyle("semibold", 32), room)
    sheet.line(_title(proof), left, rect.y + 30, style, width=room)
    told = tr(KINDS.get(card.kind, card.kind)) if card else tr("Rien à montrer")
    sheet.line(told, left, rect.y + 64, TextStyle("regular", 27), width=room, colour=sheet.palette.muted)


def _card(sheet: Sheet, area: Rect, proof: Proof, view: CardsView) -> None:
    """Draw a card small, as the room sees it, with what there is to say about its file under it."""
    faults = [fault for fault in view.faults if fault.level != "conseil"]
    if faults:
        rect = Rect(area.x, area.bottom - _BAND, area.w, _BAND)
        told = tally(faults) if len(faults) > 1 else faults[0].message
        first = tr("Ligne {line}\u00a0: {told}").format(line=faults[0].line, told=told) if len(faults) == 1 else told
        band(sheet, rect, first)
        sheet.spot(rect, "open", tr("Voir les remarques"))
        area = Rect(area.x, area.y, area.w, area.h - _BAND - 16)
    if proof.face is not None:
        _face(sheet, area, proof.face, view)
        return
    sheet.add(Box(area, sheet.palette.panel, RADIUS + 10))
    told = tr("Ce fichier n’a pas de carte à montrer\u00a0: {file}").format(file=proof.file)
    sheet.paragraph(told, area.inset(48, 48), _BODY)


def _face(sheet: Sheet, area: Rect, card: CardFace, view: CardsView) -> None:
    """Draw the theme of a card, its words, its question, never its answer."""
    face = view.faces.get(card.theme)
    ground = face.colour if face else _UNKNOWN
    writing = ink_on(ground)
    sheet.add(Box(area, ground, RADIUS + 10))
    y = area.y + _HEAD / 2 + 2
    sheet.add(Icon(Rect(area.x + 32, y - 24, 48, 48), face.icon if face else "cards", writing))
    title = _theme_title(view, card.theme)
    sheet.line(title, area.x + 98, y, SEMIBOLD, colour=writing)
    left = area.x + 98 + sheet.measure.width(title, SEMIBOLD) + 24
    label = tr(KINDS.get(card.kind, card.kind)) + (tr(" · fiction") if card.origin == "fiction" else "")
    sheet.line(label, left, y, SMALL, width=area.right - 32 - left, colour=writing)
    paper = Rect(area.x + 18, area.y + _HEAD, area.w - 36, area.h - _HEAD - 18)
    sheet.add(Box(paper, sheet.palette.paper, RADIUS))
    _words(sheet, paper.inset(34, 24), card)


def _words(sheet: Sheet, room: Rect, card: CardFace) -> None:
    titles = tuple(TextStyle("title", size) for size in (50, 44, 38, 32))
    under = sheet.paragraph(card.title, Rect(room.x, room.y, room.w, 104), titles) + 10
    foot = room.bottom
    if card.question:
        lines = fit(card.question, _QUESTION, Rect(0, 0, room.w - 64, 130), sheet.measure)
        if lines is not None:
            foot -= lines.height
            sheet.add(Icon(Rect(room.x, foot + 2, 46, 46), "chats-circle", sheet.palette.ink))
            sheet.add(*place(lines, room.x + 64, foot, sheet.palette.ink))
            foot -= 20
            sheet.add(Line(room.x, foot, room.right, foot, 3, sheet.palette.ink))
            foot -= 14
    choices = "".join(f"\n{letter}. {choice.text}" for letter, choice in zip("ABCD", card.choices, strict=False))
    sheet.paragraph(card.text.strip() + choices, Rect(room.x, under, room.w, foot - under), _BODY)

"""The picture of a card being written: as the room will see it, and beside it what there is to say about its file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.drawing.drawlist import Box, Icon
from game.drawing.geometry import Rect
from game.drawing.scaling import scaled
from game.drawing.text import Block, block, place
from game.drawing.theme import TextStyle
from game.language import mark, tr
from game.screens.pages.card_page import card_pages, card_picture
from game.screens.sheet import Sheet
from game.screens.widgets import BAR_TOP, MARGIN, REGULAR, SMALL, UP_DOWN, Hint, band, hint_bar
from game.session.agenda import ActKind
from game.session.following import KIND_WITH_SOURCES
from game.session.views import ActsView, CardView, PictureView, TeamView, ThemeView
from game.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.proofs import Fault, Proof
    from game.screens.scene import Look

ROOM_WIDTH, ROOM_HEIGHT = 1920.0, 1080.0
"""Of the room's page, in logical px."""
_TOP = 130.0
_SHARE = 0.615
"""Of the width that the card has, beside what there is to say."""
_GAP = 44.0
_BAND = 76.0
_SAID, _NOTE = TextStyle("regular", 28), TextStyle("regular", 27)
_HEAD = TextStyle("bold", 28)
LEVELS = {
    "erreur": ("warning", mark("Erreur")),
    "avertissement": ("warning", mark("Avertissement")),
    "conseil": ("pencil-simple", mark("Conseil")),
}
"""The icon and the word of each level of a fault."""


@dataclass(frozen=True)
class PreviewView:
    """A card of a few: its place among them, its faults from the first that shows, the page that shows."""

    proof: Proof | None
    faults: tuple[Fault, ...]
    index: int
    count: int
    first_fault: int
    page: int
    has_notes: bool
    """Whether what is for the facilitator alone shows too: nobody else is looking."""


def preview_picture(look: Look, view: PreviewView) -> Picture:
    """Return the card, its faults, and what a key does."""
    sheet = Sheet(look)
    room = look.width - 2 * MARGIN
    proof = view.proof
    name = proof.file if proof else tr("Aucun fichier de carte")
    place_told = tr("{index} sur {count}").format(index=view.index + 1, count=view.count) if view.count > 1 else ""
    sheet.line(place_told, look.width - MARGIN, 72, REGULAR, anchor="right")
    sheet.line(name, MARGIN, 72, TextStyle("bold", 36), width=room - 260)
    width = room * _SHARE
    card = Rect(MARGIN, _TOP, width, width * ROOM_HEIGHT / ROOM_WIDTH)
    _card(sheet, card, view)
    _under(sheet, Rect(card.x, card.bottom + 24, card.w, BAR_TOP - 24 - card.bottom - 24), view)
    _faults(sheet, Rect(card.right + _GAP, _TOP, room - width - _GAP, BAR_TOP - 30 - _TOP), view)
    hint_bar(sheet, _hints(view), MARGIN, BAR_TOP, room)
    return sheet.picture()


def page_count(look: Look, proof: Proof, *, with_answer: bool) -> int:
    """Return how many pages a card has, those of its answer among them if it may show."""
    front, back = _sides(proof)
    looked = room_look(look)
    return card_pages(front, looked) + (card_pages(back, looked) if back and with_answer else 0)


def room_look(look: Look) -> Look:
    """Return how the room's page is drawn, whatever the size of this window and the room's settings."""
    return replace(look, width=ROOM_WIDTH, height=ROOM_HEIGHT, text_size=1.0, spacing=0.0, least=0.0)


def _sides(proof: Proof) -> tuple[CardView, CardView | None]:
    """Return a card as the room sees it, before and after its answer is revealed."""
    face, theme = proof.face, proof.theme
    assert face is not None  # noqa: S101 - asked for where there is a card
    title, icon, colour = (theme.title, theme.icon, theme.colour) if theme else (face.theme, "cards", "#F0E9DB")
    has_answer = face.kind == "question" or any(choice.right for choice in face.choices)
    front = CardView(
        acts=ActsView((ActKind.GAME,), ("",), 0),
        id=proof.id,
        team=TeamView("", "", "flag", 0, 0),
        theme=ThemeView(face.theme, title, icon, colour),
        kind=str(face.kind),
        title=face.title,
        text=face.text,
        question=face.question,
        choices=tuple(choice.text for choice in face.choices),
        is_fiction=face.origin == "fiction",
        has_answer=has_answer,
        resource=face.resource,
        sources=proof.sources if face.kind == KIND_WITH_SOURCES else (),
        picture=PictureView(proof.image, face.image_description) if face.image else None,
    )
    if not has_answer:
        return front, None
    right = next((index for index, choice in enumerate(face.choices) if choice.right), None)
    return front, replace(front, right=right, explanation=face.explanation, sources=proof.sources)


def _card(sheet: Sheet, area: Rect, view: PreviewView) -> None:
    proof = view.proof
    if proof is None or proof.face is None:
        sheet.add(Box(area, sheet.palette.panel, 26))
        told = tr("Pas encore de carte à montrer ici.") if proof else tr("Enregistrez un fichier YAML dans ce dossier.")
        sheet.paragraph(told, area.inset(60, 60), (TextStyle("regular", 44), REGULAR))
        return
    looked = room_look(sheet.look)
    front, back = _sides(proof)
    first = card_pages(front, looked)
    shown, page = (back, view.page - first) if back and view.page >= first else (front, view.page)
    picture = card_picture(shown, looked, page)
    sheet.add(Box(area, picture.background, 14))
    sheet.add(*(scaled(item, area.w / ROOM_WIDTH, area.x, area.y) for item in picture.base))
    if proof.is_stale:
        told = tr("Le fichier a une erreur\u00a0: voici la dernière version qui se lit.")
        band(sheet, Rect(area.x, area.bottom - _BAND, area.w, _BAND), told)


def _under(sheet: Sheet, area: Rect, view: PreviewView) -> None:
    """Write what the facilitator alone will read: the warning, the prompts."""
    face = view.proof.face if view.proof else None
    if face is None or not view.has_notes or area.h < _NOTE.size * 2:
        return
    warning = tr("À dire avant\u00a0: {words}").format(words=face.warning) if face.warning else ""
    told = "\n".join(filter(None, (warning, *(f"• {prompt}" for prompt in face.prompts))))
    if told:
        sheet.paragraph(told, area, (_NOTE,), colour=sheet.palette.muted)


def _faults(sheet: Sheet, area: Rect, view: PreviewView) -> None:
    if not view.faults:
        sheet.add(Icon(Rect(area.x, area.y + 4, 52, 52), "check", sheet.palette.ink))
        sheet.line(tr("Rien à redire."), area.x + 72, area.y + 30, REGULAR, width=area.w - 72)
        return
    sheet.line(tally(view.faults), area.x, area.y + 18, TextStyle("bold", 32), width=area.w)
    top = area.y + 60
    shown = 0
    for fault in view.faults[view.first_fault :]:
        height = _fault(sheet, Rect(area.x, top, area.w, area.bottom - 44 - top), fault)
        if not height:
            break
        shown += 1
        top += height + 16
    left = len(view.faults) - view.first_fault - shown
    if left:
        more = tr("Encore {count}\u00a0: touche ↓").format(count=left)
        sheet.line(more, area.x, area.bottom - 18, SMALL, width=area.w)


def tally(faults: Sequence[Fault]) -> str:
    """Return how many faults there are of each level, in words."""
    count = Counter(fault.level for fault in faults)
    told = {
        "erreur": counted(count["erreur"], "erreur"),
        "avertissement": counted(count["avertissement"], "avertissement"),
        "conseil": counted(count["conseil"], "conseil"),
    }
    return ", ".join(told[level] for level in LEVELS if count[level])


def _fault(sheet: Sheet, room: Rect, fault: Fault) -> float:
    """Write one fault where there is room for it; return its height, 0 when it does not fit."""
    icon, word = LEVELS.get(fault.level, LEVELS["conseil"])
    inner = room.w - 48
    lines: list[Block] = [block(fault.message, _SAID, inner, sheet.measure, 1.2)]
    if fault.remedy:
        lines.append(block(fault.remedy, _NOTE, inner, sheet.measure, 1.2))
    height = 20 + 42 + sum(found.height + 6 for found in lines) + 12
    if height > room.h:
        return 0.0
    ground = sheet.palette.panel if fault.level == "conseil" else sheet.palette.warning
    stroke = sheet.palette.ink if fault.level == "erreur" else None
    sheet.add(Box(Rect(room.x, room.y, room.w, height), ground, 18, stroke, 4.0 if stroke else 0.0))
    sheet.add(Icon(Rect(room.x + 22, room.y + 18, 34, 34), icon, sheet.palette.ink))
    where = tr("{level} · ligne {line}").format(level=tr(word), line=fault.line)
    sheet.line(where, room.x + 68, room.y + 36, _HEAD, width=room.w - 90)
    top = room.y + 62
    for found, colour in zip(lines, (sheet.palette.ink, sheet.palette.muted), strict=False):
        sheet.add(*place(found, room.x + 24, top, colour))
        top += found.height + 6
    return height


def _hints(view: PreviewView) -> tuple[Hint, ...]:
    across = (Hint(("←", "→"), mark("carte"), "right"),) if view.count > 1 else ()
    page = (Hint(("Espace",), mark("page suivante, réponse"), "page"),) if view.proof and view.proof.face else ()
    more = (Hint(UP_DOWN, mark("suite des remarques"), "down"),) if len(view.faults) > 1 else ()
    return (*across, *page, *more, Hint(("Échap",), mark("fermer"), "back"))

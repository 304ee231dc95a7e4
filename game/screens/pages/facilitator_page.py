"""The facilitator's page (picture 3): what only they read, one big next action, and the session beside it."""

from dataclasses import dataclass

from game.drawing.drawlist import Item, Picture, Spot
from game.drawing.geometry import Rect
from game.drawing.parts import HINT_EDGE, SMALLEST, hint_line
from game.drawing.text import block, fit, place
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens import phrases
from game.screens.pages.facilitator_actions import actions, step_words
from game.screens.pages.facilitator_card import Column
from game.screens.pages.facilitator_notes import notes, title_of
from game.screens.pages.facilitator_panel import panel, panel_rect
from game.screens.pages.facilitator_parts import BODY, CHIP_HEIGHT, PART_GAP, Drawn, banner, chip, paged, stacked
from game.screens.pages.frame import act_title
from game.screens.scene import Look
from game.session.agenda import ActKind
from game.session.facilitator import FacilitatorView

EDGE = 48.0
_TOP = 40.0
_TITLES = (56.0, 50.0, 44.0, 38.0)
_ACT_ICONS = {
    ActKind.WELCOME: "hand-heart",
    ActKind.MOOD: "cloud-sun",
    ActKind.GAME: "path",
    ActKind.DEBRIEF: "chats-circle",
    ActKind.QUESTIONS: "question",
    ActKind.CLOSING: "flag",
}


@dataclass(frozen=True)
class Noted:
    """What is being typed and chosen, which part of long notes shows, and what is wrong with the disk, if anything."""

    page: int = 0
    draft: str = ""
    theme: int | None = None
    trouble: str = ""


def facilitator_picture(view: FacilitatorView, look: Look, noted: Noted = Noted()) -> tuple[Picture, int]:
    """Return the facilitator's page without the stopwatch of a card, and on how many pages its notes stand."""
    whole = panel_rect(look).x
    left = Rect(EDGE, _TOP, whole - 2 * EDGE, look.height - _TOP - 28)
    (right_items, right_spots), mirror = panel(view, look, has_stopwatch=has_stopwatch(view))
    (act_items, act_spots), bottom = actions(view, left, look)
    said, bottom = _next_words(view, left, bottom, look)
    head, top = _head(view, left, look)
    alarms = [banner(tr("Attention\u00a0:"), noted.trouble, left.w, look)] if noted.trouble else []
    if view.over:
        alarms.append(banner(tr("À l’écran\u00a0:"), tr(phrases.OVER[view.over]), left.w, look, icon="eye"))
    alarm, _ = stacked(alarms, left.x, top)
    top += sum(part.height + PART_GAP for part in alarms)
    pages = paged(notes(Column(view, left.w, look, noted.draft, noted.theme)), bottom - PART_GAP - top)
    index = min(noted.page, len(pages) - 1)
    body, body_spots = stacked(pages[index], left.x, top)
    turner, turner_spots = _turner(index, len(pages), left, look)
    items = (*head, *alarm, *body, *turner, *said, *act_items, *right_items)
    spots = (*body_spots, *turner_spots, *act_spots, *right_spots)
    return Picture(look.palette.paper, items, spots=spots, mirror=mirror), len(pages)


def has_stopwatch(view: FacilitatorView) -> bool:
    """Tell whether the group talks about a card: its stopwatch runs."""
    return view.step in ("reveal", "finish") and view.card is not None


def _head(view: FacilitatorView, left: Rect, look: Look) -> tuple[tuple[Item, ...], float]:
    """Return the theme or the act, who it is about, and the title; and the y under them."""
    ink = look.palette.ink
    if view.card is not None:
        theme = view.card.theme
        mark, width = chip(theme.icon, theme.title, theme.colour, left.x, left.y, look)
    else:
        kind = view.acts.kinds[view.acts.current]
        label = act_title(view.acts, view.acts.current)
        mark, width = chip(_ACT_ICONS[kind], label, ink, left.x, left.y, look)
    items: list[Item] = [*mark]
    room = Rect(left.x + width + 20, left.y, left.w - width - 20 - 230, CHIP_HEIGHT)
    lines = fit(_context(view), [TextStyle("regular", size) for size in (32, 30, 27)], room, look.measure, 1.0)
    if lines:
        items += place(lines, room.x, room.centre[1] - lines.height / 2, ink)
    top = left.y + CHIP_HEIGHT + 18
    styles = [TextStyle("title", size) for size in _TITLES]
    title = fit(title_of(view), styles, Rect(0, 0, left.w, 132), look.measure, 1.06)
    title = title or block(title_of(view), styles[-1], left.w, look.measure, 1.06)
    return (*items, *place(title, left.x, top, ink)), top + title.height + 14


def _context(view: FacilitatorView) -> str:
    """Return « Témoignage · case 14 · Les Marins »."""
    if not view.is_in_game or view.turn < 0:
        return ""
    team = view.teams[view.turn]
    kind = tr(phrases.KINDS.get(view.card.kind, "")) if view.card else ""
    return " · ".join(filter(None, (kind, phrases.square(team.position, view.end), team.name)))


def _next_words(view: FacilitatorView, left: Rect, bottom: float, look: Look) -> tuple[tuple[Item, ...], float]:
    """Return the next step in plain words, over the actions, and the y over it."""
    lines = block(step_words(view)[2], BODY, left.w, look.measure)
    top = bottom - lines.height - 18
    return place(lines, left.x, top, look.palette.muted), top


def _turner(index: int, count: int, left: Rect, look: Look) -> Drawn:
    """Return the keys that turn the pages of long notes, at the top right."""
    if count == 1:
        return (), ()
    keys = (
        (("↓",), tr("suite, {page} sur {count}").format(page=index + 1, count=count))
        if index + 1 < count
        else (("↑",), tr("{page} sur {count}").format(page=index + 1, count=count))
    )
    palette, measure = look.palette, look.measure
    width = hint_line([keys], 0, 0, left.w, palette, measure, size=SMALLEST + 1)[0][1].w
    ((items, rect),) = hint_line([keys], left.right - width, left.y + 10, left.w, palette, measure, size=SMALLEST + 1)
    press = "down" if index + 1 < count else "up"
    label = tr("Suite des notes") if press == "down" else tr("Début des notes")
    return items, (Spot(rect.inset(-HINT_EDGE), f"press:{press}", label),)

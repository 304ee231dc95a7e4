"""The team chooses one word for its brick."""

from game.drawing.drawlist import Box, Icon, Item, Picture, Spot, Text
from game.drawing.geometry import Rect
from game.drawing.parts import PANEL_RADIUS, TILE_RADIUS, words
from game.drawing.pieces import brick
from game.drawing.theme import TextStyle, ink_on
from game.language import tr
from game.screens.pages.frame import Hint, acts_bar, hint_row, title
from game.screens.scene import Look
from game.session.views import WordView

_EDGE = 64.0
_TOP = 140.0


def word_picture(view: WordView, look: Look, draft: str, notice: str = "") -> Picture:
    """Return the page where the word is typed; ``draft`` is what has been typed so far."""
    ground = view.theme.colour
    panel = Rect(_EDGE, _TOP, look.width - 2 * _EDGE, look.height - _TOP - 128)
    inner = panel.inset(64, 52)
    items: list[Item] = [
        *acts_bar(view.acts, look, ground),
        Box(panel, look.palette.paper, PANEL_RADIUS),
        Text(inner.x, inner.y, view.team.name, TextStyle("regular", 40), look.palette.ink),
        *title(
            tr("Un mot pour le mur"), Rect(inner.x, inner.y + 44, inner.w, 110), look.palette.ink, look, (92, 76, 64)
        ),
        Icon(Rect(inner.right - 96, inner.y, 96, 96), view.theme.icon, look.palette.ink),
    ]
    field = Rect(inner.x, inner.y + 190, inner.w * 0.56, 124)
    items += _field(field, draft, look)
    shown = Rect(field.right + 56, field.y - 4, inner.right - field.right - 56, 132)
    items += brick(shown, view.theme.colour, view.theme.icon, draft.strip() or "…", look.measure, least=look.least)
    chips, spots = _suggestions(
        view, Rect(inner.x, field.bottom + 76, inner.w, inner.bottom - field.bottom - 76), look, draft
    )
    hints = (
        Hint(("Entrée",), "poser la brique", "enter"),
        Hint(("↑", "↓"), "mots proposés", "down"),
        Hint(("Pg préc.",), "revenir à la carte", "pageup"),
    )
    footer, hint_spots = hint_row(hints, look, ground, x=_EDGE)
    reminder = Text(
        inner.x,
        field.bottom + 14,
        notice or tr("Le mot de l’équipe. Jamais le nom d’une personne."),
        TextStyle("regular", 32),
        look.palette.ink,
    )
    return Picture(ground, (*items, reminder, *chips, *footer), spots=(*spots, *hint_spots))


def _field(rect: Rect, draft: str, look: Look) -> tuple[Item, ...]:
    style = TextStyle("semibold", look.sizes(64)[0])
    caret = rect.x + 32 + look.measure.width(draft, style) + 4
    return (
        Box(rect, look.palette.surface, TILE_RADIUS, look.palette.ink, 5.0),
        words(draft, rect.x + 32, rect.centre[1], style, look.palette.ink, look.measure),
        Box(Rect(caret, rect.centre[1] - 34, 4, 68), look.palette.ink),
    )


def _suggestions(view: WordView, area: Rect, look: Look, draft: str) -> tuple[tuple[Item, ...], tuple[Spot, ...]]:
    style = TextStyle("semibold", 44)
    items: list[Item] = []
    spots: list[Spot] = []
    left, top = area.x, area.y
    for word in view.theme.words:
        width = look.measure.width(word, style) + 64
        if left + width > area.right and left > area.x:
            left, top = area.x, top + 100
        rect = Rect(left, top, width, 82)
        if rect.bottom > area.bottom:
            break
        is_chosen = word == draft
        fill = view.theme.colour if is_chosen else look.palette.surface
        items.append(Box(rect, fill, 41, look.palette.ink, 4.0))
        items.append(words(word, rect.centre[0], rect.centre[1], style, ink_on(fill), look.measure, "centre"))
        spots.append(Spot(rect, f"word:{word}", word))
        left += width + 24
    return tuple(items), tuple(spots)

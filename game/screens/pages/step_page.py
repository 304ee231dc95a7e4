"""A team says its next step: a theme, and a few words that name nobody."""

from game.drawing.drawlist import Box, Icon, Item, Picture, Spot
from game.drawing.geometry import Rect, grid
from game.drawing.parts import TILE_RADIUS, words
from game.drawing.text import fit, place
from game.drawing.theme import TextStyle, ink_on
from game.language import tr
from game.screens.pages.frame import MARGIN, Hint, acts_bar, hint_row, title
from game.screens.scene import Look
from game.session.views import StepView, ThemeView

_TOP = 150.0


def step_picture(view: StepView, look: Look, chosen: int | None, draft: str) -> Picture:
    """Return the page of one team; ``chosen`` is the theme picked so far, ``draft`` the words typed so far."""
    paper, ink = look.palette.paper, look.palette.ink
    if chosen is None and not draft and view.chosen is not None:
        chosen = next((i for i, theme in enumerate(view.themes) if theme.id == view.chosen.theme), None)
        draft = view.chosen.text
    width = look.width - 2 * MARGIN
    items: list[Item] = [
        *acts_bar(view.acts, look, paper),
        words(view.team.name, MARGIN, _TOP + 20, TextStyle("regular", 44), ink, look.measure),
        *title(tr("Notre prochain pas"), Rect(MARGIN, _TOP + 50, width, 110), ink, look, (92, 84, 76)),
        words(
            tr("Sur quoi\u202f? Un petit pas, bientôt."),
            MARGIN,
            _TOP + 200,
            TextStyle("regular", 40),
            ink,
            look.measure,
        ),
    ]
    area = Rect(MARGIN, _TOP + 250, width, 270)
    spots: list[Spot] = []
    for index, rect in enumerate(grid(area, 3, 2, 24)):
        if index < len(view.themes):
            items += _theme(view.themes[index], rect, look, is_chosen=index == chosen)
            spots.append(Spot(rect, f"theme:{index}", view.themes[index].title))
    field = Rect(MARGIN, area.bottom + 36, width, 110)
    items += _field(field, draft, look)
    hints = (
        Hint(("Entrée",), "noter et continuer" if chosen is not None or draft else "continuer sans noter", "enter"),
        Hint(("↑", "↓"), "choisir le thème", "down"),
        Hint(("Pg préc.",), "revenir", "pageup"),
    )
    footer, hint_spots = hint_row(hints, look, paper)
    return Picture(paper, (*items, *footer), spots=(*spots, *hint_spots))


def _theme(theme: ThemeView, rect: Rect, look: Look, *, is_chosen: bool) -> tuple[Item, ...]:
    writing = ink_on(theme.colour)
    side = 68.0
    label = fit(
        theme.title,
        [TextStyle("bold", size) for size in look.sizes(44, 38, 32)],
        Rect(0, 0, rect.w - side - 90, rect.h),
        look.measure,
        1.05,
    )
    ring = (Box(rect.inset(-8), None, TILE_RADIUS + 8, look.palette.ink, 6.0),) if is_chosen else ()
    mark = (Icon(Rect(rect.right - 54, rect.y + 14, 40, 40), "check", writing),) if is_chosen else ()
    return (
        *ring,
        Box(rect, theme.colour, TILE_RADIUS),
        Icon(Rect(rect.x + 30, rect.centre[1] - side / 2, side, side), theme.icon, writing),
        *(place(label, rect.x + 30 + side + 26, rect.centre[1] - label.height / 2, writing) if label else ()),
        *mark,
    )


def _field(rect: Rect, draft: str, look: Look) -> tuple[Item, ...]:
    ink = look.palette.ink
    empty = tr("Quelques mots, sans aucun nom")
    style = TextStyle("semibold", look.sizes(44)[0])
    while look.measure.width(draft, style) > rect.w - 90 and style.size > look.sizes(28)[0]:
        style = TextStyle("semibold", style.size - 2)
    shown = words(
        draft or empty,
        rect.x + 32,
        rect.centre[1],
        style if draft else TextStyle("regular", 40),
        ink if draft else look.palette.muted,
        look.measure,
    )
    caret = rect.x + 32 + look.measure.width(draft, style) + 4 if draft else rect.x + 24
    return (
        Box(rect, look.palette.surface, TILE_RADIUS, ink, 4.0),
        shown,
        Box(Rect(caret, rect.centre[1] - 30, 4, 60), ink),
    )

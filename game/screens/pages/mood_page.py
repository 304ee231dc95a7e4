"""The weather of the room: five skies, hands counted, nobody named."""

from game.drawing.drawlist import Box, Icon, Item, Picture, Spot
from game.drawing.geometry import Rect, centred, row
from game.drawing.parts import PANEL_RADIUS, SMALLEST, key_cap, words
from game.drawing.text import fit, fit_heading, place
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens import phrases
from game.screens.pages.frame import MARGIN, MENU, NEXT_KEY, Hint, acts_bar, hint_row
from game.screens.scene import Look
from game.session.views import MoodView
from game.wording import counted

_TOP = 150.0


def mood_picture(view: MoodView, look: Look) -> Picture:
    """Return the page where hands are counted."""
    paper, ink = look.palette.paper, look.palette.ink
    usual = tr("Votre météo, là, maintenant\u202f?") if view.moment == "in" else tr("Et maintenant, votre météo\u202f?")
    question = view.question or usual
    width = look.width - 2 * MARGIN
    heading = fit_heading(question, look.sizes(92, 84, 76), Rect(0, 0, width, 180), look.measure)
    top = _TOP + (heading.height if heading else 0) + 14
    styles = [TextStyle("regular", size) for size in look.sizes(40, 36, 32)]
    under = fit(_subtitle(view), styles, Rect(0, 0, width, 100), look.measure)
    area_top = top + (under.height if under else 0) + 36
    area = Rect(MARGIN, area_top, width, look.height - area_top - 140)
    items: list[Item] = [
        *acts_bar(view.acts, look, paper),
        *(place(heading, MARGIN, _TOP, ink) if heading else ()),
        *(place(under, MARGIN, top, ink) if under else ()),
    ]
    spots: list[Spot] = []
    for index, rect in enumerate(row(area, (1,) * len(view.counts), 28)):
        part, part_spots = _sky(index, view.counts[index], rect, look)
        items += part
        spots += part_spots
    hints = (
        Hint(NEXT_KEY, "continuer", "space"),
        Hint(("1", "à", "5"), "une main levée", "1"),
        Hint(("Maj", "1", "à", "5"), "en enlever une", ""),
        MENU,
    )
    footer, hint_spots = hint_row(hints, look, paper)
    return Picture(paper, (*items, *footer), spots=(*spots, *hint_spots))


def _subtitle(view: MoodView) -> str:
    total = sum(view.counts)
    hands = " · " + counted(total, "main levée", "mains levées") if total else ""
    return (view.aside or tr("Une main levée pour le ciel qui vous ressemble.")) + hands


def _sky(index: int, count: int, rect: Rect, look: Look) -> tuple[tuple[Item, ...], tuple[Spot, ...]]:
    icon, name = phrases.WEATHERS[index][0], tr(phrases.WEATHERS[index][1])
    ink = look.palette.ink
    middle = rect.centre[0]
    side = min(150.0, rect.h * 0.3, rect.w - 60)
    cap, _ = key_cap(str(index + 1), rect.x + 22, rect.y + 18, 36, look.palette, look.measure)
    style = TextStyle("semibold", 34)
    while look.measure.width(name, style) > rect.w - 16 and style.size > SMALLEST:
        style = TextStyle("semibold", style.size - 1)
    label = words(name, middle, rect.y + side + 124, style, ink, look.measure, "centre")
    size = min(108.0, rect.h - side - 180)  # under the name
    number = TextStyle("title", size)
    items = (
        Box(rect, look.palette.panel, PANEL_RADIUS),
        *cap,
        Icon(centred((middle, rect.y + 76 + side / 2), side, side), icon, ink),
        label,
        words(str(count), middle, rect.bottom - 30 - size / 2, number, ink, look.measure, "centre"),
    )
    minus = Rect(rect.right - 22 - 58, rect.y + 16, 58, 58)
    spots = [Spot(rect, f"mood:{index}:+", name)]
    if count:
        face = Box(minus, look.palette.surface, minus.w / 2, ink, 3.0)
        items = (*items, face, Icon(minus.inset(15), "minus", ink))
        spots.append(Spot(minus, f"mood:{index}:-", tr("{answer}, une de moins").format(answer=name)))
    return items, tuple(spots)

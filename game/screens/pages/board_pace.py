"""How the game goes against its clock, in a quiet sentence on the board."""

from game.drawing.drawlist import Item
from game.drawing.geometry import Rect
from game.drawing.text import fit, place
from game.drawing.theme import TextStyle
from game.rules import Phase
from game.screens import phrases
from game.screens.scene import Look
from game.session.views import BoardView

_STYLES = tuple(TextStyle("regular", size) for size in (34, 30, 27))
_LEADING = 1.2


def pace_words(view: BoardView) -> str:
    """Return what is said of the time between two turns; empty while nothing presses."""
    if view.phase is not Phase.READY or view.is_game_over_time:
        return ""
    if view.last_round:
        return phrases.last_round(view.last_round)
    return phrases.pace(view.pace) if view.pace else ""


def pace_items(view: BoardView, under: Rect, beside: Rect, look: Look) -> tuple[Item, ...]:
    """Return the sentence under the keys of the page; where it has no room, beside the dice when nobody waits."""
    words = pace_words(view)
    lines = fit(words, _STYLES, under, look.measure, _LEADING) if words else None
    if lines:
        return place(lines, under.x, under.y, look.palette.ink)
    is_free = not any(team.wait for team in view.teams)
    lines = fit(words, _STYLES, beside, look.measure, _LEADING) if words and is_free else None
    return place(lines, beside.x, beside.centre[1] - lines.height / 2, look.palette.ink) if lines else ()

"""What the room sees while nothing is for it yet: the name of the game, calm."""

from game.drawing.drawlist import Icon, Picture, Text
from game.drawing.geometry import centred
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens.scene import Look


def waiting_picture(look: Look) -> Picture:
    """Return the neutral screen of the room's window, outside a session."""
    x, y = look.canvas.centre
    icon = Icon(centred((x, y - 150), 150, 150), "path", look.palette.ink)
    name = Text(x, y - 30, tr("Permis de se reconstruire"), TextStyle("title", 92), look.palette.ink, "centre")
    return Picture(look.palette.paper, (icon, name))

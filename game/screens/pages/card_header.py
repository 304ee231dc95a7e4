"""What stands over and under the words of a card: its theme, its kind, the act; and that a story is made up."""

from game.drawing.drawlist import Icon, Item, Text
from game.drawing.geometry import Rect
from game.drawing.parts import words
from game.drawing.theme import TextStyle, ink_on
from game.language import mark, tr
from game.screens import phrases
from game.screens.pages.frame import act_title
from game.screens.scene import Look
from game.session.views import CardView

EDGE = 64.0
_FICTION = mark("Histoire inspirée · fiction")


def header(view: CardView, look: Look) -> tuple[Item, ...]:
    """Return the theme of a card, its kind, and the act where there is room."""
    writing = ink_on(view.theme.colour)
    name, kind, act_style = TextStyle("bold", look.sizes(50)[0]), TextStyle("regular", 36), TextStyle("regular", 32)
    kind_words = tr(phrases.KINDS.get(view.kind, ""))
    left = EDGE + 92
    kind_left = left + look.measure.width(view.theme.title, name) + 40
    items: list[Item] = [
        Icon(Rect(EDGE + 2, 36, 70, 70), view.theme.icon, writing),
        words(view.theme.title, left, 74, name, writing, look.measure),
    ]
    kind_right = kind_left + look.measure.width(kind_words, kind)
    if kind_right < look.width - EDGE:
        items.append(Text(kind_left, 52, kind_words, kind, writing))
    minutes = view.acts.minutes_left
    told = () if minutes is None else (phrases.time_left(minutes),)
    act = " · ".join((act_title(view.acts, view.acts.current), *told))
    right = look.width - EDGE - 210
    if right - look.measure.width(act, act_style) > kind_right + 40:
        items.append(Text(right, 54, act, act_style, writing, "right"))
    return tuple(items)


def hint_room(view: CardView, look: Look) -> float:
    """Return the width that the keys have under a card, beside what is said of a story."""
    label = look.measure.width(tr(_FICTION), _label_style(look)) + 40 if view.is_fiction else 0
    return look.width - 2 * EDGE - label


def label(view: CardView, look: Look) -> tuple[Item, ...]:
    """Return what is said under a story that nobody has lived: it stays, however large the words are."""
    if not view.is_fiction:
        return ()
    writing = ink_on(view.theme.colour)
    return (
        words(tr(_FICTION), look.width - EDGE, look.height - 85, _label_style(look), writing, look.measure, "right"),
    )


def _label_style(look: Look) -> TextStyle:
    return TextStyle("regular", look.sizes(32)[0])

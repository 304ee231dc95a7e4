"""What is typed, counted or chosen on the facilitator's page: the word, the theme of a next step, hands."""

from collections.abc import Sequence

from game.drawing.drawlist import Box, Icon, Item, Spot
from game.drawing.geometry import Rect, centred
from game.drawing.parts import STROKE, TILE_RADIUS, key_cap, words
from game.drawing.text import block, place
from game.drawing.theme import TextStyle, ink_on
from game.language import tr
from game.screens import phrases
from game.screens.pages.facilitator_parts import BODY, CHIP_HEIGHT, LABEL, Drawn, Part, chip
from game.screens.scene import Look
from game.session.views import ThemeView

_FIELD_HEIGHT = 84.0
_CHIP_GAP = 16.0
_SKY_HEIGHT = 66.0
_ROW_WIDTH = 760.0
"""Of a weather: its counter stays near its name."""


def typed_field(draft: str, width: float, look: Look, empty: str) -> Part:
    """Return the field of what is being typed, its caret at the end; words that are too long are smaller."""
    style = TextStyle("semibold", 40)
    while look.measure.width(draft, style) > width - 60 and style.size > BODY.size - 4:
        style = TextStyle("semibold", style.size - 1)

    def draw(x: float, y: float) -> Drawn:
        rect, ink = Rect(x, y, width, _FIELD_HEIGHT), look.palette.ink
        middle = rect.centre[1]
        caret = x + 28 + (look.measure.width(draft, style) + 4 if draft else -8)
        shown = words(draft, x + 28, middle, style, ink, look.measure)
        if not draft:
            shown = words(empty, x + 28, middle, BODY, look.palette.ink, look.measure)
        return (
            Box(rect, look.palette.surface, TILE_RADIUS, ink, STROKE),
            shown,
            Box(Rect(caret, middle - 26, 4, 52), ink),
        ), ()

    return Part(_FIELD_HEIGHT, draw)


def suggestions(theme: ThemeView, draft: str, width: float, look: Look) -> list[Part]:
    """Return the words that a team may choose for its brick, on as many lines as they need."""
    return [_pills(row, draft, look) for row in _in_rows(theme.words, width, look)]


def _in_rows(entries: Sequence[str], width: float, look: Look) -> list[list[str]]:
    rows: list[list[str]] = []
    left = width + 1
    for word in entries:
        step = look.measure.width(word, BODY) + 48 + _CHIP_GAP
        if left + step - _CHIP_GAP > width:
            rows.append([])
            left = 0.0
        rows[-1].append(word)
        left += step
    return rows


def _pills(row: Sequence[str], draft: str, look: Look) -> Part:
    def draw(x: float, y: float) -> Drawn:
        items: list[Item] = []
        spots: list[Spot] = []
        for word in row:
            rect = Rect(x, y, look.measure.width(word, BODY) + 48, CHIP_HEIGHT)
            fill = look.palette.ink if word == draft else look.palette.surface
            writing = ink_on(fill) if word == draft else look.palette.ink
            items.append(Box(rect, fill, CHIP_HEIGHT / 2, look.palette.ink, 3))
            items.append(words(word, *rect.centre, BODY, writing, look.measure, "centre"))
            spots.append(Spot(rect, f"word:{word}", word))
            x += rect.w + _CHIP_GAP
        return tuple(items), tuple(spots)

    return Part(CHIP_HEIGHT, draw)


def step_themes(themes: Sequence[ThemeView], chosen: int | None, width: float, look: Look) -> Part:
    """Return the themes to choose from, the chosen one ringed."""
    places: list[tuple[int, float, float]] = []
    x = y = 0.0
    for index, theme in enumerate(themes):
        step = chip(theme.icon, theme.title, theme.colour, 0, 0, look)[1]
        if x and x + step > width:
            x, y = 0.0, y + CHIP_HEIGHT + 24
        places.append((index, x, y))
        x += step + 24

    def draw(left: float, top: float) -> Drawn:
        items: list[Item] = []
        spots: list[Spot] = []
        for index, dx, dy in places:
            theme = themes[index]
            part, step = chip(theme.icon, theme.title, theme.colour, left + dx, top + dy, look)
            rect = Rect(left + dx, top + dy, step, CHIP_HEIGHT)
            if index == chosen:
                items.append(Box(rect.inset(-9), None, 20, look.palette.ink, 5))
            items += part
            spots.append(Spot(rect, f"theme:{index}", theme.title))
        return tuple(items), tuple(spots)

    return Part(y + CHIP_HEIGHT, draw)


def mood_rows(counts: Sequence[int], width: float, look: Look) -> list[Part]:
    """Return the hands counted for each weather, with one more and one less."""
    return [
        _counted(index, tr(name), icon, count, f"mood:{index}", min(width, _ROW_WIDTH), look)
        for index, (count, (icon, name)) in enumerate(zip(counts, phrases.WEATHERS, strict=True))
    ]


def poll_rows(answers: Sequence[str], counts: Sequence[int], width: float, look: Look) -> list[Part]:
    """Return the hands counted for each answer of a question of the poll."""
    return [
        _counted(index, answer, "", count, f"poll:{index}", width, look)
        for index, (answer, count) in enumerate(zip(answers, counts, strict=True))
    ]


def _counted(index: int, name: str, icon: str, count: int, action: str, width: float, look: Look) -> Part:
    cap_width = key_cap(str(index + 1), 0, 0, BODY.size, look.palette, look.measure)[1]
    lead = 18 + cap_width + 22 + (64 if icon else 0)
    lines = block(name, BODY, width - lead - 250, look.measure, 1.2)
    height = max(_SKY_HEIGHT, lines.height + 24)

    def draw(x: float, y: float) -> Drawn:
        ink, middle = look.palette.ink, y + height / 2
        rect = Rect(x, y, width, height)
        cap_top = middle - look.measure.line_height(BODY) / 2
        plus, minus = centred((rect.right - 44, middle), 54, 54), centred((rect.right - 194, middle), 54, 54)
        items: list[Item] = [
            Box(rect, look.palette.surface, 14),
            *key_cap(str(index + 1), x + 18, cap_top, BODY.size, look.palette, look.measure)[0],
            *place(lines, x + lead, middle - lines.height / 2, ink),
            words(str(count), rect.right - 119, middle, LABEL, ink, look.measure, "centre"),
            Box(plus, None, 27, ink, 3),
            Icon(plus.inset(14), "plus", ink),
        ]
        if icon:
            items.append(Icon(Rect(x + lead - 64, middle - 22, 44, 44), icon, ink))
        spots = [Spot(plus, f"{action}:+", tr("{}, une de plus").format(name))]
        if count:
            items += [Box(minus, None, 27, ink, 3), Icon(minus.inset(14), "minus", ink)]
            spots.append(Spot(minus, f"{action}:-", tr("{}, une de moins").format(name)))
        return tuple(items), tuple(spots)

    return Part(height, draw)

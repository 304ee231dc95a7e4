"""The right of the facilitator's page: both clocks, the acts, the teams and their squares, what the room sees."""

from game.drawing.drawlist import Box, Icon, Item, Spot, Text
from game.drawing.geometry import Rect, centred
from game.drawing.parts import SMALLEST, STROKE, words
from game.drawing.text import block, place, shorten
from game.drawing.theme import TextStyle
from game.language import tr
from game.screens import phrases
from game.screens.pages.facilitator_keys import ROOM, ROOM_APART, STEP, drawn, lines_of
from game.screens.pages.facilitator_parts import Drawn
from game.screens.pages.frame import act_title
from game.screens.scene import Look
from game.session.facilitator import FacilitatorView
from game.session.views import ActsView, TeamView
from game.wording import counted, duration

EDGE = 40.0
_CLOCK = TextStyle("title", 68)
_HEADING = TextStyle("title", 36)
_ROW, _ROW_GAP, _LEAST_ROW = 72.0, 12.0, 50.0
_LEAST_MIRROR = 150.0
_TICK = 26.0
_WIDE, _KEYS = 520.0, 168.0
"""From this width on, the keys of the room's screen stand beside its picture, in so many px."""
_FRAME = 6.0
"""Around the small picture of the room's screen."""


def panel_rect(look: Look) -> Rect:
    """Return where the panel is: the right third of the canvas."""
    width = max(500.0, look.width * 0.354)
    return Rect(look.width - width, 0, width, look.height)


def panel(view: FacilitatorView, look: Look, *, has_stopwatch: bool) -> tuple[Drawn, Rect | None]:
    """Return the panel, without the stopwatch of a card, and where the room's screen shows small.

    Without a window of its own for the room, a sentence says that the room sees this page.
    """
    rect = panel_rect(look)
    inner = Rect(rect.x + EDGE, 38, rect.w - 2 * EDGE, look.height - 38 - EDGE)
    items: list[Item] = [Box(rect, look.palette.panel)]
    items += _clocks(view, inner, look, has_stopwatch=has_stopwatch)
    top = inner.y + 128
    items += _progress(view, Rect(inner.x, top, inner.w, 16), look)
    acts, spots, top = _acts(view.acts, Rect(inner.x, top + 30, inner.w, 90), look)
    items += acts
    top += 22
    left = inner.bottom - top - 2 * 58 - (0 if inner.w >= _WIDE else 2 * STEP) - _LEAST_MIRROR
    row = min(_ROW, max(_LEAST_ROW, left / max(1, len(view.teams)) - _ROW_GAP))
    items.append(words(tr("Équipes"), inner.x, top + 22, _HEADING, look.palette.ink, look.measure))
    top += 54
    for index, team in enumerate(view.teams):
        place_of = Rect(inner.x, top, inner.w, row)
        items += _team(team, place_of, view.end, look, is_turn=index == view.turn and view.is_in_game)
        spots.append(Spot(place_of, "press:e", f"{team.name}, {_where(team, view.end)}"))
        top += row + _ROW_GAP
    (seen, seen_spots), mirror = _seen(Rect(inner.x, top + 8, inner.w, inner.bottom - top - 8), look)
    return ((*items, *seen), (*spots, *seen_spots)), mirror


def stopwatch(seconds: float, look: Look) -> tuple[Item, ...]:
    """Return for how long the group has talked about the card: it counts up, and hurries nobody."""
    left = panel_rect(look).x + EDGE
    return (words(phrases.stopwatch(seconds), left, 116, _CLOCK, look.palette.ink, look.measure),)


def _clocks(view: FacilitatorView, inner: Rect, look: Look, *, has_stopwatch: bool) -> list[Item]:
    ink, label = look.palette.ink, TextStyle("regular", 30)
    clocks = view.clocks
    items: list[Item] = [
        words(tr("Carte") if has_stopwatch else tr("Acte"), inner.x, 60, label, ink, look.measure),
        words(tr("Séance · fin {}").format(f"{clocks.end:%H:%M}"), inner.right, 60, label, ink, look.measure, "right"),
    ]
    session = _minutes(clocks.session_left)
    act = "" if has_stopwatch else _minutes(clocks.act_left)
    room = inner.w / 2 - 20
    for text, x, anchor in ((act, inner.x, "left"), (session, inner.right, "right")):
        size = _CLOCK.size
        while size > SMALLEST and look.measure.width(text, TextStyle("title", size)) > room:
            size -= 2
        items.append(words(text, x, 116, TextStyle("title", size), ink, look.measure, anchor))  # type: ignore[arg-type]  # an Anchor
    return items


def _minutes(left: int) -> str:
    return duration(left) if left > 0 else tr("écoulé")


def _progress(view: FacilitatorView, rect: Rect, look: Look) -> list[Item]:
    clocks = view.clocks
    share = 1 - max(0, clocks.session_left) / max(1, clocks.session_minutes)
    done = Rect(rect.x, rect.y, max(rect.h, rect.w * min(1.0, share)), rect.h)
    return [
        Box(rect, look.palette.surface, rect.h / 2, look.palette.ink, 2),
        Box(done, look.palette.ink, rect.h / 2),
    ]


def _acts(acts: ActsView, room: Rect, look: Look) -> tuple[list[Item], list[Spot], float]:
    """Return the acts on as many lines as they need, ticked once over, the present one in bold; and the y under."""
    items: list[Item] = []
    x, y, step = room.x, room.y, 40.0
    for index in range(len(acts.kinds)):
        style = TextStyle("bold" if index == acts.current else "regular", SMALLEST + 1)
        title = shorten(act_title(acts, index), style, room.w - _TICK - 12, look.measure)
        is_done, is_last = index < acts.current, index == len(acts.kinds) - 1
        width = look.measure.width(title, style) + (_TICK + 6 if is_done else 0)
        if x > room.x and x + width > room.right:
            x, y = room.x, y + step
        items.append(Text(x, y, title, style, look.palette.ink))
        if is_done:
            middle = y + look.measure.line_height(style) / 2
            items.append(Icon(centred((x + width - _TICK / 2, middle), _TICK, _TICK), "check", look.palette.ink))
        x += width
        if not is_last:
            dot = look.measure.width(" · ", style)
            items.append(Text(x, y, " · ", style, look.palette.ink))
            x += dot
    return items, [Spot(Rect(room.x, room.y, room.w, y + step - room.y), "press:g", tr("Aller à un acte"))], y + step


def _where(team: TeamView, last: int) -> str:
    where = phrases.square(team.position, last)
    return tr("{place}, attend {turns}").format(place=where, turns=counted(team.wait, "tour")) if team.wait else where


def _team(team: TeamView, rect: Rect, last: int, look: Look, *, is_turn: bool) -> list[Item]:
    ink = look.palette.ink
    style, regular = TextStyle("bold", 30), TextStyle("regular", 29)
    where = _where(team, last)
    side = min(44.0, rect.h - 16)
    name_room = rect.w - 86 - look.measure.width(where, regular) - 44
    least = TextStyle("bold", SMALLEST)
    if look.measure.width(team.name, style) > name_room:
        style = least
    if look.measure.width(team.name, style) > name_room and team.wait:
        where = phrases.square(team.position, last)  # that it waits is said on the left too
        name_room = rect.w - 86 - look.measure.width(where, regular) - 44
    name = shorten(team.name, style, name_room, look.measure)
    return [
        Box(rect, look.palette.surface, 14, ink if is_turn else None, STROKE if is_turn else 0),
        Icon(centred((rect.x + 44, rect.centre[1]), side, side), team.icon, ink),
        words(name, rect.x + 82, rect.centre[1], style, ink, look.measure),
        words(where, rect.right - 24, rect.centre[1], regular, ink, look.measure, "right"),
    ]


def _seen(room: Rect, look: Look) -> tuple[Drawn, Rect | None]:
    """Return the small picture of the room's screen, and the keys of that screen: beside it, or under it."""
    ink = look.palette.ink
    heading = words(tr("Ce que voit la salle"), room.x, room.y + 22, _HEADING, ink, look.measure)
    below = Rect(room.x, room.y + 54, room.w, room.h - 54)
    actions = ROOM_APART if look.is_private else ROOM
    if room.w >= _WIDE:
        place_of = Rect(below.x, below.y, below.w - _KEYS - 24, below.h)
        (keys, spots) = drawn([(action,) for action in actions], place_of.right + 24, below.y + 6, _KEYS, look)
    else:
        lines = lines_of(actions, room.w, look)
        place_of = Rect(below.x, below.y, below.w, below.h - len(lines) * STEP - 6)
        (keys, spots) = drawn(lines, room.x, room.bottom - len(lines) * STEP + 10, room.w, look)
    if not look.is_private:
        told = tr("Cette page\u00a0: votre écran est aussi celui de la salle.")
        shown = block(told, TextStyle("regular", 30), place_of.w, look.measure)
        return ((heading, *place(shown, place_of.x, place_of.y, ink), *keys), spots), None
    height = min(place_of.h - 2 * _FRAME, (place_of.w - 2 * _FRAME) * 9 / 16)
    mirror = Rect(place_of.x + _FRAME, place_of.y + _FRAME, height * 16 / 9, height)
    return ((heading, Box(mirror.inset(-_FRAME), look.palette.surface, 10, ink, 4), *keys), spots), mirror

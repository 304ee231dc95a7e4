"""What the facilitator can do now: one big next action, a few near it, the others as quiet keys. All can be clicked."""

from game.drawing.drawlist import Item, Spot
from game.drawing.geometry import Rect
from game.drawing.parts import button, icon_and_words, key_cap
from game.drawing.theme import TextStyle, ink_on
from game.language import mark, tr
from game.rules import Phase
from game.screens import phrases
from game.screens.pages.coming_page import choice_buttons
from game.screens.pages.facilitator_keys import STEP, Action, drawn, lines_of
from game.screens.pages.facilitator_parts import Drawn
from game.screens.pages.frame import act_title
from game.screens.scene import Look
from game.session.facilitator import FacilitatorView
from game.session.views import (
    BoardView,
    CardView,
    ComingView,
    EndView,
    LinesView,
    MoodView,
    PausedView,
    RoomView,
    StepView,
    WallView,
    WordView,
)

HEIGHT, GAP = 76.0, 16.0
_STYLE = TextStyle("bold", 32)
_CAP = 30.0


PASS, SWAP = Action("p", "P", mark("Passer la carte"), "skip-forward"), Action("c", "C", mark("Autre carte"), "shuffle")
PAUSE, UNDO = Action("s", "S", mark("Pause"), "pause"), Action("left", "←", mark("Annuler"), "arrow-counter-clockwise")
BACK = Action("left", "←", mark("Revenir"), "arrow-left")
_BACK_WHILE_TYPING = Action("pageup", "Pg préc.", mark("Revenir"), "arrow-left")
_REROLL = Action("r", "R", mark("Relancer le dé"), "dice-five")
_SKIP = Action("p", "P", mark("Passer son tour"), "skip-forward")
_HELP = Action("h", "H", mark("Aider en relais"), "handshake")
_FREE = Action("e", "E", mark("Libérer une équipe"), "key")
_ONE_MORE = Action("enter", "Entrée", mark("Jouer encore"), "play")
_WORDS = Action("c", "C", mark("Changer un mot"), "pencil-simple")
_FOLDER = Action("o", "O", mark("Dossier du bilan"), "folder-open")
_SHEET = Action("r", "R", mark("Remplir la fiche"), "list-checks")
_PROPOSE = Action("w", "W", mark("Proposer une carte"), "pencil-simple")
_QUIET = (
    Action("l", "L", mark("lire"), said=mark("lire à voix haute")),
    Action("j", "J", mark("ce qui s’est passé")),
    Action("e", "E", mark("équipes")),
    Action("g", "G", mark("actes")),
    Action("z", "Z", mark("passer la main")),
    Action("m", "M", mark("menu")),
)
_CARE = (Action("a", "A", mark("respiration")), Action("k", "K", mark("cadre")), Action("u", "U", mark("aide")))
_QUIET_IN_GAME = (
    Action("i", "I", mark("corriger")),
    Action("n", "N", mark("dernier tour")),
    Action("o", "O", mark("au sol"), said=mark("le plateau au sol, ou à l’écran")),
)
_PEEKING = Action("v", "V", mark("page de la salle"))
_NEAR: dict[type[RoomView], tuple[Action, ...]] = {
    CardView: (PASS, SWAP, PAUSE, UNDO),
    ComingView: (PAUSE, UNDO),
    WordView: (_BACK_WHILE_TYPING, PAUSE),
    StepView: (_BACK_WHILE_TYPING, PAUSE),
    LinesView: (BACK, PAUSE),
    MoodView: (BACK, PAUSE),
    WallView: (_WORDS, BACK, PAUSE),
    EndView: (_PROPOSE, BACK, PAUSE),
    PausedView: (),
}


def step_words(view: FacilitatorView) -> tuple[str, str, str]:
    """Return the icon, the label and the sentence of what comes next."""
    icon, label, sentence = phrases.STEPS["breath" if view.over == "breath" else view.step]
    return icon, tr(label), tr(sentence)


def next_action(view: FacilitatorView) -> Action:
    """Return the big next action."""
    icon, label, _ = step_words(view)
    if view.next_act is not None:
        label = label.format(act_title(view.acts, view.next_act))
    if view.over:
        return Action("space", "Espace", label, icon)
    if view.step == "type-die" and isinstance(view.room, BoardView):
        return Action("d", tr("1 à {}").format(min(9, view.room.faces)), label, icon)
    if isinstance(view.room, WordView | StepView):
        return Action("enter", "Entrée", label, icon)
    return Action("space", "Espace", label, icon)


def near_actions(view: FacilitatorView) -> tuple[Action, ...]:
    """Return what stands near the next action."""
    room = view.room
    if view.over:
        return (BACK,) if view.over == "cadre" else ()
    if isinstance(room, EndView) and room.is_closed:
        return (_SHEET, _FOLDER, _PROPOSE) if room.is_kept else ()
    if isinstance(room, EndView) and not room.is_kept:
        return (BACK, PAUSE)
    return _on_board(view, room) if isinstance(room, BoardView) else _NEAR.get(type(room), (BACK, PAUSE))


def _on_board(view: FacilitatorView, room: BoardView) -> tuple[Action, ...]:
    if room.is_game_over_time:
        return (_ONE_MORE, PAUSE, UNDO)
    first: tuple[Action, ...] = ()
    if room.phase in (Phase.EFFECT, Phase.LANDED):
        first = (_REROLL,)
    elif any(team.is_relay for team in view.teams):
        first = (_HELP,)
    if any(team.wait for team in view.teams):
        first = (*first, _FREE)
    return (*first, _SKIP, PAUSE, UNDO)


def quiet_actions(view: FacilitatorView, *, is_private: bool) -> tuple[Action, ...]:
    """Return what can be done beside the present moment."""
    if isinstance(view.room, EndView) and view.room.is_closed:
        return ()
    peeking = () if is_private else (_PEEKING,)
    return (*peeking, *(_QUIET_IN_GAME if view.is_in_game else ()), *_CARE, *_QUIET)


def actions(view: FacilitatorView, rect: Rect, look: Look) -> tuple[Drawn, float]:
    """Return the actions, the last line at the bottom of a rect, and the y of the first one."""
    quiet = quiet_actions(view, is_private=look.is_private)
    rows = _rows(view, rect, look)
    is_choice = isinstance(view.room, ComingView)
    lines = lines_of(quiet, rect.w, look)
    height = (len(rows) + is_choice) * (HEIGHT + GAP) + len(lines) * STEP
    y = top = rect.bottom - height
    items: list[Item] = []
    spots: list[Spot] = []
    if is_choice:
        more, more_spots = choice_buttons(Rect(rect.x, y, rect.w, HEIGHT), look, _STYLE)
        items += more
        spots += more_spots
        y += HEIGHT + GAP
    for row in rows:
        for action, place, is_next in row:
            items += _button(action, Rect(place.x, y, place.w, place.h), look, is_next=is_next)
            spots.append(Spot(Rect(place.x, y, place.w, place.h), f"press:{action.key}", action.name))
        y += HEIGHT + GAP
    keys, key_spots = drawn(lines, rect.x, y + 8, rect.w, look)
    items += keys
    spots += key_spots
    return (tuple(items), tuple(spots)), top


_Placed = tuple[Action, Rect, bool]


def _rows(view: FacilitatorView, rect: Rect, look: Look) -> list[list[_Placed]]:
    is_choice = isinstance(view.room, ComingView)
    first = () if is_choice else ((next_action(view), True),)
    rows: list[list[_Placed]] = []
    left = rect.right + 1  # the first one begins a row
    for action, is_next in (*first, *((action, False) for action in near_actions(view))):
        width = min(_width(action, look), rect.w)
        if left + width > rect.right:
            rows.append([])
            left = rect.x
        rows[-1].append((action, Rect(left, 0, width, HEIGHT), is_next))
        left += width + GAP
    return rows


def _width(action: Action, look: Look) -> float:
    cap = key_cap(action.cap, 0, 0, _CAP, look.palette, look.measure)[1]
    return 22 + _STYLE.size * 1.6 + look.measure.width(action.words, _STYLE) + 16 + cap + 20


def _button(action: Action, rect: Rect, look: Look, *, is_next: bool) -> tuple[Item, ...]:
    face = button(rect, None, "", _STYLE, look.palette, look.measure, filled=is_next)
    colour = ink_on(look.palette.ink) if is_next else look.palette.ink
    cap_width = key_cap(action.cap, 0, 0, _CAP, look.palette, look.measure)[1]
    words = Rect(rect.x + 22, rect.y, rect.w - 22 - cap_width - 20, rect.h)
    inside = icon_and_words(words, action.icon, action.words, _STYLE, colour, look.measure, align="left")
    return (*face, *inside, *cap_on(action.cap, rect, cap_width, look))


def cap_on(cap: str, rect: Rect, width: float, look: Look) -> tuple[Item, ...]:
    """Return a key cap at the right end of a button."""
    top = rect.centre[1] - look.measure.line_height(TextStyle("regular", _CAP)) / 2
    return key_cap(cap, rect.right - 20 - width, top, _CAP, look.palette, look.measure)[0]

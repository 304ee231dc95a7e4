"""The facilitator's window, told to the screen reader of the system (Orca, Narrator, VoiceOver) through AccessKit.

The window is a tree: its texts, its places to click as buttons, and a line where what happens is told as it does. The
reader asks for the tree and gives its orders from a thread of its own; both go through values that are never changed.
Only this file knows AccessKit, which is an extra: ``[lecteur-ecran]``.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count, repeat
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

import accesskit

from game.drawing.drawlist import Spot
from game.language import current
from game.screens.announcer import TITLE, moment_of
from game.screens.focus import Focus
from game.screens.reading_order import Part, details, parts, written

if TYPE_CHECKING:
    from game.screens.stage import Stage

_WINDOW, _LIVE, _FIRST = 0, 1, 2
"""The numbers of the window, of what happens, and of the first of the other parts."""


class ReaderError(Exception):
    """The system has no way to tell a window to a screen reader."""


@dataclass(frozen=True)
class _Page:
    """All that the window tells at an instant: its parts with their numbers, where the keyboard is, what happens."""

    parts: tuple[tuple[int, Part, str], ...]
    """Number, part, and what is written on it beside its name."""
    focus: int
    live: str
    scale: float
    language: str


class ScreenReader:
    """Keeps the tree of the window up to date, and does what the reader asks for."""

    def __init__(self, title: str, window: int, has_focus: Callable[[], bool], wake: Callable[[], None]) -> None:
        """Tell the system's window of this handle, before it is first shown; ``wake`` ends a wait, from any thread.

        Raises:
            ReaderError: the system refuses.
        """
        self._title = title
        self._has_focus, self._wake = has_focus, wake
        self._page = _Page((), _WINDOW, "", 1.0, current())
        self._numbers: dict[str, int] = {}
        self._drawn: object = None
        self._asked: SimpleQueue[tuple[accesskit.Action, int]] = SimpleQueue()
        self._was_active: bool | None = None
        self._is_wanted = False
        self._adapter: Any = _adapter(window, self._begin, self._ask, self._end)

    def follow(self, stage: "Stage") -> None:
        """Do what was asked for, and tell the window as it was drawn last."""
        self._answer(stage)
        is_active = self._has_focus()
        if is_active != self._was_active:
            self._was_active = is_active
            _say_active(self._adapter, is_active=is_active)
        page = self._seen(stage) if self._is_wanted else self._page
        if page != self._page:
            self._page = page
            tree = self._tree()  # made here: an error of ours, inside the library, would end the program
            _raise(self._adapter.update_if_active(lambda: tree))

    def interrupt(self) -> None:
        """Leave the reader to its own habits: it falls silent by itself at a key."""

    def close(self) -> None:
        """Let the system's reader go, before the program ends: it asks from a thread of its own."""
        self._is_wanted = False
        self._adapter = None

    def _seen(self, stage: "Stage") -> _Page:
        focus, moment = stage.main.focus, moment_of(stage)
        live = self._page.live if moment.happens is None else moment.live
        number = _WINDOW if moment.spot is None else self._number(moment.spot)
        scale = stage.main.painter.scale
        return _Page(self._parts(focus), number, live, scale, current())

    def _parts(self, focus: Focus) -> tuple[tuple[int, Part, str], ...]:
        """Return what stands on the page; found again when the page has changed."""
        picture, look = focus.picture, focus.look
        if picture is None or look is None:
            return ()
        drawn = (picture.base, picture.spots, look.width, look.height)
        if drawn == self._drawn:
            return self._page.parts
        self._drawn = drawn
        words = tuple(written(picture, look.measure))
        found: dict[int, tuple[Part, str]] = {}
        for part in parts(picture, look.measure, look.canvas):
            said = details(part, words) if isinstance(part, Spot) else ""
            number = next(number for number in map(self._number, repeat(part), count()) if number not in found)
            found[number] = part, said
        return tuple((number, *told) for number, told in found.items())

    def _number(self, part: Part, time: int = 0) -> int:
        """Return the number of a part: the same all along for a place to click, or for words (their first ``time``)."""
        name = f"spot {part.action}" if isinstance(part, Spot) else f"words {time} {part.text}"
        return self._numbers.setdefault(name, _FIRST + len(self._numbers))

    def _begin(self) -> accesskit.TreeUpdate:
        """Return the tree as it is known: a reader has come. The rest follows as the window is drawn."""
        self._is_wanted = True
        self._wake()
        return self._tree()

    def _end(self) -> None:
        self._is_wanted = False

    def _ask(self, request: accesskit.ActionRequest) -> None:
        self._asked.put((request.action, request.target))
        self._wake()

    def _answer(self, stage: "Stage") -> None:
        while True:
            try:
                action, target = self._asked.get_nowait()
            except Empty:
                return
            spot = next((part for number, part, _ in self._page.parts if number == target), None)
            if not isinstance(spot, Spot):
                continue
            stage.main.focus.stand(spot.action)
            click = stage.main.click_on(spot.action)
            if action == accesskit.Action.CLICK and click is not None:
                stage.give(click)
                stage.main.focus.stand(spot.action)
            stage.draw()

    def _tree(self) -> accesskit.TreeUpdate:
        """Return the whole tree; the reader is told only of what has changed."""
        page = self._page
        update = accesskit.TreeUpdate(page.focus)
        update.tree = accesskit.Tree(_WINDOW)
        window = accesskit.Node(accesskit.Role.WINDOW)
        window.set_label(self._title)
        window.set_language(page.language)
        window.set_children([_LIVE, *(number for number, _, _ in page.parts)])
        update.nodes.append((_WINDOW, window))
        update.nodes.append((_LIVE, _live(page.live)))
        for number, part, detail in page.parts:
            update.nodes.append((number, _node(part, detail, page.scale)))
        return update


def _node(part: Part, detail: str, scale: float) -> accesskit.Node:
    if isinstance(part, Spot):
        node = accesskit.Node(accesskit.Role.BUTTON)
        node.set_label(part.label)
        if detail:
            node.set_description(detail)
        node.add_action(accesskit.Action.FOCUS)
        node.add_action(accesskit.Action.CLICK)
    elif part.size >= TITLE:
        node = accesskit.Node(accesskit.Role.HEADING)
        node.set_label(part.text)
    else:
        node = accesskit.Node(accesskit.Role.LABEL)
        node.set_value(part.text)
    rect = part.rect
    node.set_bounds(accesskit.Rect(rect.x * scale, rect.y * scale, rect.right * scale, rect.bottom * scale))
    return node


def _live(sentence: str) -> accesskit.Node:
    node = accesskit.Node(accesskit.Role.STATUS)
    node.set_live(accesskit.Live.POLITE)
    node.set_label(sentence)
    node.set_value(sentence)
    return node


def _adapter(
    window: int,
    begin: Callable[[], accesskit.TreeUpdate],
    ask: Callable[[accesskit.ActionRequest], None],
    end: Callable[[], None],
) -> Any:  # noqa: ANN401 - one class for each system, and no type that they share
    try:
        if sys.platform == "win32":
            return accesskit.windows.SubclassingAdapter(window, begin, ask)
        if sys.platform == "darwin":
            accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return accesskit.macos.SubclassingAdapter.for_window(window, begin, ask)
        return accesskit.unix.Adapter(begin, ask, end)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        raise ReaderError(str(error)) from error


def _say_active(adapter: Any, *, is_active: bool) -> None:  # noqa: ANN401 - as above
    if sys.platform == "darwin":
        _raise(adapter.update_view_focus_state(is_active))
    elif sys.platform != "win32":
        adapter.update_window_focus_state(is_active)


def _raise(events: Any) -> None:  # noqa: ANN401 - of the system too; there are none on Linux
    if events is not None:
        events.raise_events()

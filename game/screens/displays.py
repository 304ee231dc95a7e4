"""Which window is on which display: the facilitator's where it stands, the room's on the other one.

Displays come and go while people play. `Projector` follows them: it opens, moves and closes the room's window, and
says on the facilitator's what to do.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from game.language import mark
from game.screens.display import Display, RefusedError, distinct
from game.screens.outlet import Canvas

if TYPE_CHECKING:
    from game.screens.desk import Settings
    from game.screens.painter import Painter
    from game.screens.stage import Stage

LOST = mark("Le projecteur n’est plus branché. Rebranchez-le : l’image revient toute seule.")
CLOSED = mark("La fenêtre de la salle est fermée. Touche X pour la rouvrir.")
ALONE = mark("Un seul écran est branché : la salle voit cette fenêtre.")
CLONED = mark("Tous les écrans montrent la même image. Pour deux fenêtres : « Étendre » dans les réglages d’affichage.")
ONE_CHOSEN = mark("Les réglages demandent la même image sur tous les écrans : la salle voit cette fenêtre.")
SWAPPED = mark("Les deux écrans sont échangés. Touche X pour revenir.")
REFUSED = mark("L’écran de la salle ne s’ouvre pas. La séance continue ici. Touche X pour essayer encore.")
_LOOK_SECONDS = 1.0
"""Displays are looked at no more often. A window that has just moved is where it should be by then."""


class PlacedCanvas(Canvas, Protocol):
    """A window that can go from a display to another."""

    @property
    def centre(self) -> tuple[int, int]:
        """The point of the desktop in the middle of the window."""
        ...

    def place(self, display: Display) -> None:
        """Go to a display, unseen until the next picture is shown."""
        ...

    def close(self) -> None:
        """Close the window."""
        ...


class Projector:
    """Keeps the room's window on the display where the facilitator's is not."""

    def __init__(
        self,
        main: PlacedCanvas,
        open_window: Callable[[Display], PlacedCanvas],
        painter: "Painter",
        displays: Callable[[], Iterable[Display]],
        *,
        settings: Callable[[], "Settings"],
        change_settings: Callable[["Settings"], None],
    ) -> None:
        """Follow ``displays``, the main one first; ``open_window`` opens the room's, and may raise `RefusedError`."""
        self._main = main
        self._room: PlacedCanvas | None = None
        self._open_window = open_window
        self._painter = painter
        self._displays = displays
        self._settings = settings
        self._change_settings = change_settings
        self._found: list[Display] = []
        self._is_cloned = False
        """Whether a display is plugged in that only repeats another."""
        self._room_display: Display | None = None
        self._is_closed = False
        """Whether the room's window stays closed until someone asks for it, or another display comes."""
        self._looked = 0.0
        self._has_looked = False

    def follow(self, stage: "Stage") -> None:
        """Look at the displays, no more than once a second, and put each window where it belongs."""
        if self._has_looked and abs(stage.now - self._looked) < _LOOK_SECONDS:
            return
        plugged = list(self._displays())
        before, self._found = self._found, distinct(plugged)
        self._is_cloned = len(plugged) > len(self._found)
        self._looked = stage.now
        if not self._has_looked:
            self._has_looked = True
            self._begin()
        if before != self._found:
            self._is_closed = False
        had_room = self._room is not None
        self._arrange(stage)
        if had_room and self._room is None and len(self._found) < len(before):
            stage.tell(CLONED if self._is_cloned else LOST, stays=True)

    def swap(self, stage: "Stage") -> None:
        """Let the two windows exchange their displays; open the room's again if it was closed; else say why not."""
        if self._room is None or self._room_display is None:
            self._is_closed = False
            self._arrange(stage)
            if self._room is None and not self._is_closed:
                stage.tell(ONE_CHOSEN if len(self._found) > 1 else CLONED if self._is_cloned else ALONE)
            return
        self._move_main(stage, self._room_display)
        self._arrange(stage)
        self._remember()

    def close_room(self, stage: "Stage") -> None:
        """Take the room's window away because someone closed it, and say how to have it back."""
        self._close(stage)
        self._is_closed = True
        stage.tell(CLOSED, stays=True)

    def close(self) -> None:
        """Close the room's window, when the program ends."""
        if self._room is not None:
            self._room.close()
            self._room = None

    def _begin(self) -> None:
        """Go where the facilitator's window was left last time."""
        if self._settings().swapped_screens and self._has_two():
            self._main.place(self._found[1])

    def _arrange(self, stage: "Stage") -> None:
        own = next((display for display in self._found if display.contains(self._main.centre)), None)
        if own is None and self._found:
            own = self._found[0]
            self._move_main(stage, own)
        target = next((display for display in self._found if display != own), None)
        if not self._has_two() or self._is_closed or target is None:
            self._close(stage)
        elif self._room is None:
            self._open(stage, target)
        elif target != self._room_display or not target.contains(self._room.centre):
            self._move_room(stage, self._room, target)

    def _open(self, stage: "Stage", display: Display) -> None:
        try:
            self._room = self._open_window(display)
        except RefusedError:
            self._is_closed = True
            stage.tell(REFUSED, stays=True)
            return
        self._room_display = display
        stage.open_room(self._room, self._painter)

    def _close(self, stage: "Stage") -> None:
        if self._room is not None:
            stage.close_room()
            self.close()
            self._room_display = None

    def _move_main(self, stage: "Stage", display: Display) -> None:
        self._main.place(display)
        stage.main.expose()

    def _move_room(self, stage: "Stage", room: PlacedCanvas, display: Display) -> None:
        has_changed_display = self._room_display in self._found and display != self._room_display
        self._room_display = display
        room.place(display)
        if stage.room is not None:
            stage.room.expose()
        if has_changed_display:
            stage.tell(SWAPPED)

    def _has_two(self) -> bool:
        return len(self._found) > 1 and not self._settings().one_window

    def _remember(self) -> None:
        is_swapped = self._found.index(self._room_display) == 0 if self._room_display in self._found else False
        self._change_settings(replace(self._settings(), swapped_screens=is_swapped))

"""The stage: a pile of scenes, one or two windows, and the loop between what people do and what they see.

With one window, everybody sees the scene on top. With two, the facilitator sees it, and the room sees the topmost
scene that has something for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from game.drawing import keycaps
from game.drawing.drawlist import Picture
from game.screens.bounce import Bounce
from game.screens.desk import Settings
from game.screens.inputs import BACK, BLACK, HELP, NEXT, Click, Input, Plug, Press, Typed
from game.screens.keymap import USUAL_KEYS, Keymap
from game.screens.mirror import Mirror
from game.screens.news import FREEZE, LIGHT, NO_ROOM, PLUGGED, SWAP, UNDERSTOOD, UNPLUGGED, USUAL_DISPLAY, News
from game.screens.outlet import CANVAS_HEIGHT, LEAST_CANVAS_WIDTH, Canvas, Outlet
from game.screens.painter import Painter
from game.screens.pile import room_picture, shows_room, stepped
from game.screens.scene import Black, HearsKeys, Push, Quit, Scene, ShowsRoom, Step, banner_of
from game.screens.scenes.help import HelpScene
from game.screens.window import Closed, Exposed
from game.session.clock import Clock

if TYPE_CHECKING:
    from game.screens.announcer import Assistant

__all__ = ["CANVAS_HEIGHT", "LEAST_CANVAS_WIDTH", "Canvas", "Stage"]

_BEAT_SECONDS = 2.0
_BLACK = Picture("#000000", ())
_FILL = "press:f11"
_USUAL = "press:f12"
_ALWAYS = {"f11": _FILL, "f12": _USUAL, "escape": UNDERSTOOD}
_LETTERS = _ALWAYS | {"x": SWAP, "f": FREEZE}


class Screens(Protocol):
    """What knows the displays, and where the windows are on them."""

    def follow(self, stage: "Stage") -> None:
        """Put each window where it belongs, now that displays may have come or gone."""
        ...

    def swap(self, stage: "Stage") -> None:
        """Let the two windows exchange their displays."""
        ...

    def close_room(self, stage: "Stage") -> None:
        """Take the room's window away: someone closed it."""
        ...


class Stage:
    """Shows the scene on top of the pile, and gives it what people do."""

    def __init__(
        self,
        canvas: Canvas,
        painter: Painter,
        clock: Clock,
        scene: Scene,
        *,
        settings: Callable[[], Settings],
        keys: Callable[[], Keymap] = lambda: USUAL_KEYS,
        beat: Callable[[], None] = lambda: None,
        put_back: Callable[[], None] = lambda: None,
        screens: Screens | None = None,
    ) -> None:
        """Show a scene on a canvas; without ``screens`` there is that one only."""
        self.main = Outlet(canvas, painter)
        """The window that is always there: the facilitator's when the room has its own."""
        self.room: Outlet | None = None
        """The room's own window, if any."""
        self.clock = clock
        self.scenes = [scene]
        self.is_black = False
        """Whether the room sees nothing: everywhere with one window, in the room's alone with two."""
        self.is_over = False
        self.assistants: list[Assistant] = []
        """Those who tell this window to somebody who does not see it."""
        self._screens = screens
        self._frozen: Picture | None = None
        self._is_room_dark = False
        self._news = News()
        self._settings = settings
        self._keys = keys
        self._beat = beat
        self._put_back = put_back
        self._full_screen = self._last_wanted = settings().full_screen
        self._bounce = Bounce()
        self._is_key_spent = False
        self._mirror = Mirror()

    @property
    def scene(self) -> Scene:
        """The scene on top."""
        return self.scenes[-1]

    @property
    def now(self) -> float:
        """The present instant, in seconds since 1970."""
        return self.clock.now().timestamp()

    @property
    def is_frozen(self) -> bool:
        """Whether the room's own window keeps its picture, whatever the facilitator does."""
        return self.room is not None and self._frozen is not None

    def open_room(self, canvas: Canvas, painter: Painter) -> None:
        """Give the room a window of its own, as dark or frozen as it was left; the main one is the facilitator's."""
        self.room = Outlet(canvas, painter)
        self.main.is_private = True
        self.is_black = self.is_black or self._is_room_dark
        self._news.is_understood()

    def close_room(self) -> None:
        """Take the room's own window away: everybody sees the main one, which does not turn black with the other."""
        self.room = None
        self.main.is_private = False
        self._is_room_dark, self.is_black = self.is_black, False

    def freeze(self) -> None:
        """Let the room's window keep the picture it has, or let it go on."""
        if self.room is None:
            self.tell(NO_ROOM)
        elif self._frozen is None:
            self._frozen = room_picture(self.scenes, self.room.look(self._settings()), self.now)
        else:
            self._frozen = None

    def tell(self, sentence: str, *, stays: bool = False) -> None:
        """Say something under the facilitator's picture: for a few seconds, or until it is understood."""
        self._news.tell(sentence, self.now, stays=stays)

    def push(self, scene: Scene) -> None:
        """Show a scene over the one on top."""
        self.scenes.append(scene)

    def run(self) -> None:
        """Show and listen until someone leaves."""
        while not self.is_over:
            self.step()

    def step(self, seconds: float | None = None) -> None:
        """Draw what has changed, then wait for something to happen, ``seconds`` at most, and answer it."""
        self.draw()
        for assistant in self.assistants:
            assistant.follow(self)
        wakes = [scene.wakes_in(self.now) for scene in (self.scene, shows_room(self.scenes)) if scene is not None]
        wakes += [seconds, self._news.left(self.now), self._mirror.due_in(self.now)]
        waits = [wait for wait in (*wakes, _BEAT_SECONDS) if wait is not None]
        for given in self.main.canvas.poll(min(waits)):
            self.take(given)
        if self._screens is not None:
            self._screens.follow(self)
        self._beat()

    def take(self, given: Input | Closed | Exposed | Plug) -> None:
        """Answer one thing that happened."""
        if isinstance(given, Closed):
            if given.in_room and self._screens is not None:
                self._screens.close_room(self)
            else:
                self.is_over = True
        elif isinstance(given, Exposed):
            self._outlet(in_room=given.in_room).expose()
        elif isinstance(given, Plug):
            self.tell(PLUGGED if given.is_in else UNPLUGGED, stays=not given.is_in)
        else:
            self.give(_mapped(given, self.scene, self._keys()))

    def give(self, given: Input) -> None:
        """Give the scene what a person did, after the ring of the keyboard and the keys that count everywhere."""
        if isinstance(given, Press) and self._bounce.is_hasty(given.key, self.now):
            return
        if isinstance(given, Click) and self._bounce.is_hasty_click(self._action_at(given), self.now):
            return
        for assistant in self.assistants:
            assistant.interrupt()
        meant = given if _asks_for_key(self.scene) else self.main.meant(given)
        if meant is not None:
            self._answer(meant)

    def _answer(self, given: Input) -> None:
        if isinstance(given, Typed) and self._is_key_spent:
            return  # the key of this letter has changed the scene: it is no text for the next one
        if self.is_black and self._lights(given):
            self._is_key_spent = True
            return
        was_typing = self.scene.is_typing
        is_done, step = self._everywhere(given)
        if not is_done:
            step = self._handled(given)
        self._take_step(step)
        is_for_text_now = self.scene.is_typing and not was_typing
        self._is_key_spent = isinstance(given, Press) and (step is not None or is_for_text_now)

    def draw(self) -> bool:
        """Draw the windows where they changed. Return whether anything did."""
        self._follow_settings()
        keycaps.use(self._keys().caps())
        self.main.banner = banner_of(self.scenes)
        is_dark, is_frozen = self.is_black and self.room is not None, self.is_frozen
        self.main.notice = self._news.notice(self.now, is_dark=is_dark, is_frozen=is_frozen)
        room_changed = self._draw_room()
        self.main.focus.on(self.scene)
        look = self.main.look(self._settings())
        hides = self.is_black and self.room is None
        changed = self.main.draw(_BLACK if hides else self.scene.picture(look, self.now), look)
        changed = [*changed, *self._mirror.follow(self.main, self.room, changed, self.now, has_news=room_changed)]
        if changed:
            self.main.canvas.show()
        return bool(changed) or room_changed

    def _draw_room(self) -> bool:
        if self.room is None:
            return False
        self.room.banner = self.main.banner
        look = self.room.look(self._settings())
        shown = self._frozen or room_picture(self.scenes, look, self.now)
        changed = self.room.draw(_BLACK if self.is_black else shown, look)
        if changed:
            self.room.canvas.show()
        return bool(changed)

    def _outlet(self, *, in_room: bool) -> Outlet:
        return self.room if in_room and self.room is not None else self.main

    def _action_at(self, click: Click) -> str | None:
        return self._outlet(in_room=click.in_room).action_at(click)

    def _handled(self, given: Input) -> Step | None:
        if not isinstance(given, Click):
            return self.scene.handle(given, self.now)
        if given.in_room and not isinstance(self.scene, ShowsRoom):
            return None  # a list is open on the facilitator's window: the room's is not the one that answers
        return self.scene.handle(self._outlet(in_room=given.in_room).placed(given), self.now)

    def _lights(self, given: Input) -> bool:
        """Tell whether something done while the room is black only brings its picture back.

        With one window anything does. With two, the facilitator sees and goes on; the keys that go on and back, and
        the black screen's own, bring it back.
        """
        is_key = isinstance(given, Press | Click)
        if self.room is None:
            self.is_black = not is_key
            return True
        if isinstance(given, Press) and (given.key in NEXT | BACK or _is_black_key(given, self.scene)):
            self.is_black = False
            return True
        return False

    def _everywhere(self, given: Input) -> tuple[bool, Step | None]:
        """Answer what counts on every scene: black and full screen, the two screens, all keys. Tell whether it was."""
        is_typing = self.scene.is_typing
        step: Step | None = None
        if isinstance(given, Click):
            return self._on_screens(self._action_at(given)), None
        if isinstance(given, Press):
            if self._on_screens(_LETTERS.get(given.key) if not is_typing else _ALWAYS.get(given.key)):
                return True, None
            if given.key in BLACK and not is_typing:
                step = Black()
            elif given.key == "f1":
                step = _help(self.scene)
        elif isinstance(given, Typed) and given.text in HELP and not is_typing:
            step = _help(self.scene)
        return step is not None, step

    def _on_screens(self, action: str | None) -> bool:
        """Do what changes the windows. Tell whether there was something to do."""
        if action == _FILL:
            self._full_screen = not self._full_screen
            self.main.canvas.set_full_screen(on=self._full_screen)
            self.main.expose()
        elif action == _USUAL:
            self._put_back()
            self.tell(USUAL_DISPLAY)
        elif action == UNDERSTOOD:
            return self._news.is_understood()
        elif action == LIGHT:
            self.is_black = False
        elif action == SWAP and self._screens is not None:
            self._screens.swap(self)
        elif action == FREEZE and self._screens is not None:
            self.freeze()
        else:
            return False
        return True

    def _take_step(self, step: Step | None) -> None:
        self.scenes = stepped(self.scenes, step)
        self.is_black = self.is_black or isinstance(step, Black)
        self.is_over = self.is_over or isinstance(step, Quit)

    def _follow_settings(self) -> None:
        wanted = self._settings().full_screen
        if wanted != self._last_wanted:
            self._last_wanted = self._full_screen = wanted
            self.main.canvas.set_full_screen(on=wanted)


def _is_black_key(press: Press, scene: Scene) -> bool:
    return not scene.is_typing and (press.key in BLACK or press.key == "b")


def _asks_for_key(scene: Scene) -> bool:
    return isinstance(scene, HearsKeys) and scene.hears_keys


def _mapped(given: Input, scene: Scene, keys: Keymap) -> Input:
    """Return what a physical key means; a scene that asks for a key gets it as it is."""
    if not isinstance(given, Press) or _asks_for_key(scene):
        return given
    return keys.meant(given, is_typing=scene.is_typing)


def _help(scene: Scene) -> Step | None:
    return None if isinstance(scene, HelpScene) else Push(HelpScene(scene.bindings()))

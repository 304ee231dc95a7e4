"""The stage: one window, a pile of scenes, and the loop between what people do and what they see."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

import pygame

from game.drawing.drawlist import Box, Picture
from game.drawing.geometry import Rect
from game.drawing.parts import words
from game.drawing.theme import DARK, INK, LIGHT, WHITE, TextStyle
from game.screens.desk import Settings
from game.screens.inputs import BLACK, CONFIRM, HELP, NEXT, Click, Input, Press, Typed
from game.screens.painter import Painter
from game.screens.scene import Black, Home, Look, Pop, Push, Quit, Replace, Scene, Step, clicked
from game.screens.scenes.help import HelpScene
from game.screens.window import Closed, Exposed
from game.session.clock import Clock

CANVAS_HEIGHT = 1080.0
LEAST_CANVAS_WIDTH = 1440.0
CAPTION_HEIGHT = 84.0
CAPTION_SIZE = 36.0
DEBOUNCE_SECONDS = 0.25
"""A clicker's button pressed twice by a nervous thumb does not skip a card."""
_HASTY = NEXT | CONFIRM | {"click"}
_BEAT_SECONDS = 5.0
_BLACK = Picture("#000000", ())


class Canvas(Protocol):
    """Where the stage draws, and where it hears what people do: a window, or a surface in memory."""

    @property
    def surface(self) -> pygame.Surface:
        """Where to draw, as large as the window in real pixels."""
        ...

    def show(self) -> None:
        """Put what was drawn on the screen."""
        ...

    def poll(self, seconds: float | None) -> Iterable[Input | Closed | Exposed]:
        """Wait for something to happen, and give it."""
        ...

    def set_full_screen(self, *, on: bool) -> None:
        """Fill the display, or go back to a window."""
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
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self.canvas = canvas
        self.painter = painter
        self.clock = clock
        self.scenes = [scene]
        self.caption = ""
        """A sentence under every scene: the demonstration says what it does."""
        self.is_black = False
        self.is_over = False
        self._settings = settings
        self._beat = beat
        self._full_screen = self._last_wanted = settings().full_screen
        self._last_press: tuple[str, float] = ("", 0.0)
        self._is_key_spent = False
        self._shown: Picture | None = None
        self._shown_size = (0, 0)

    @property
    def scene(self) -> Scene:
        """The scene on top."""
        return self.scenes[-1]

    @property
    def now(self) -> float:
        """The present instant, in seconds since 1970."""
        return self.clock.now().timestamp()

    def run(self) -> None:
        """Show and listen until someone leaves."""
        while not self.is_over:
            self.step()

    def step(self, seconds: float | None = None) -> None:
        """Draw what has changed, then wait for something to happen, ``seconds`` at most, and answer it."""
        self.draw()
        wakes = self.scene.wakes_in(self.now)
        waits = [wait for wait in (seconds, wakes, _BEAT_SECONDS) if wait is not None]
        for given in self.canvas.poll(min(waits)):
            self.take(given)
        self._beat()

    def take(self, given: Input | Closed | Exposed) -> None:
        """Answer one thing that happened."""
        if isinstance(given, Closed):
            self.is_over = True
        elif isinstance(given, Exposed):
            self._shown = None
        else:
            self.give(given)

    def give(self, given: Input) -> None:
        """Give the scene what a person did, after the keys that count everywhere."""
        if isinstance(given, Press | Click) and self._is_bounce(given):
            return
        if isinstance(given, Typed) and self._is_key_spent:
            return  # the key of this letter has changed the scene: it is no text for the next one
        if self.is_black:
            self.is_black = not isinstance(given, Press | Click)
            self._is_key_spent = True
            return
        was_typing = self.scene.is_typing
        step = self._everywhere(given)
        if step is None and not (isinstance(given, Press) and given.key == "f11"):
            step = self.scene.handle(self._placed(given) if isinstance(given, Click) else given, self.now)
        self._take_step(step)
        is_for_text_now = self.scene.is_typing and not was_typing
        self._is_key_spent = isinstance(given, Press) and (step is not None or is_for_text_now)

    def draw(self) -> bool:
        """Draw the scene where it changed. Return whether anything did."""
        self._follow_settings()
        surface = self.canvas.surface
        width, height = surface.get_size()
        strip = CAPTION_HEIGHT if self.caption else 0.0
        scale = min(height / (CANVAS_HEIGHT + strip), width / LEAST_CANVAS_WIDTH)
        self.painter.scale = scale
        settings = self._settings()
        palette = DARK if settings.is_dark else LIGHT
        look = Look(palette, self.painter, width / scale, height / scale - strip, settings.reduced_motion)
        picture = self._captioned(_BLACK if self.is_black else self.scene.picture(look, self.now), look)
        if picture == self._shown and self._shown_size == (width, height):
            return False
        if self._shown is None:
            self.painter.forget()
        changed = self.painter.paint(surface, picture, scale)
        self._shown, self._shown_size = picture, (width, height)
        if changed:
            self.canvas.show()
        return bool(changed)

    def _captioned(self, picture: Picture, look: Look) -> Picture:
        if not self.caption:
            return picture
        strip = Rect(0, look.height, look.width, CAPTION_HEIGHT)
        style = TextStyle("semibold", CAPTION_SIZE)
        line = words(self.caption, strip.centre[0], strip.centre[1], style, WHITE, look.measure, "centre")
        ground = Box(Rect(0, strip.y, strip.w, strip.h + 8), INK)  # past the edge: no row of pixels is left out
        return replace(picture, moving=(*picture.moving, ground, line))

    def _placed(self, click: Click) -> Click:
        return Click(click.x / self.painter.scale, click.y / self.painter.scale)

    def _is_bounce(self, given: Press | Click) -> bool:
        """Tell whether a click, or a key that goes on, came twice too fast. Typing is never too fast."""
        key = given.key if isinstance(given, Press) else self._clicked(given)
        last, at = self._last_press
        self._last_press = (key, self.now)
        return key in _HASTY and key == last and 0 <= self.now - at < DEBOUNCE_SECONDS

    def _clicked(self, click: Click) -> str:
        """Return ``click``, but for a place where hands are counted: nobody counts too fast."""
        action = clicked(self._shown, self._placed(click)) if self._shown else None
        return "count" if action and action.endswith(("+", "-")) else "click"

    def _everywhere(self, given: Input) -> Step | None:
        """Return what a key does on every scene: black screen, full screen, all keys."""
        if isinstance(given, Press):
            if given.key == "f11":
                self._full_screen = not self._full_screen
                self.canvas.set_full_screen(on=self._full_screen)
                self._shown = None
            elif given.key in BLACK and not self.scene.is_typing:
                return Black()
            elif given.key == "f1":
                return self._help()
        elif isinstance(given, Typed) and given.text in HELP and not self.scene.is_typing:
            return self._help()
        return None

    def _help(self) -> Step | None:
        return None if isinstance(self.scene, HelpScene) else Push(HelpScene(self.scene.bindings()))

    def _take_step(self, step: Step | None) -> None:
        match step:
            case Push(scene):
                self.scenes.append(scene)
            case Replace(scene):
                self.scenes[-1] = scene
            case Home(scene):
                self.scenes = [scene]
            case Pop() if len(self.scenes) > 1:
                self.scenes.pop()
            case Black():
                self.is_black = True
            case Quit():
                self.is_over = True

    def _follow_settings(self) -> None:
        wanted = self._settings().full_screen
        if wanted != self._last_wanted:
            self._last_wanted = self._full_screen = wanted
            self.canvas.set_full_screen(on=wanted)

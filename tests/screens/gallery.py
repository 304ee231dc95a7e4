"""All the pictures of a demonstration and a few `visits`, before they are painted, at one size, with some settings."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pygame
import visits
from pilot import shipped

from game.app import make_stage
from game.demo.offscreen import Offscreen
from game.demo.script import Beat
from game.desk.faces import LibraryFaces
from game.desk.laptop import LaptopDesk
from game.drawing.drawlist import Box, Disc, Item, Picture, Text
from game.drawing.geometry import Rect
from game.drawing.legibility import least_size
from game.drawing.theme import PALETTES
from game.language import SOURCE, use
from game.places import assets_folder, locale_folder
from game.screens.desk import Settings
from game.screens.inputs import Press, Typed
from game.screens.painter import Painter
from game.screens.play import PlayScene
from game.screens.play_picture import Drafts, pages_of, still_picture
from game.screens.scene import Look
from game.screens.scenes.check import CheckScene
from game.screens.stage import Stage
from game.session.clock import ManualClock
from game.session.following import KIND_WITH_ANSWER
from game.session.views import CardView, RoomView, ThemeView

SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768))
IN_TROUBLE = ", disque en panne"
"""At the end of the kind of a picture that also says that the disk refuses to write."""
PRIVATE = ", à l’animation"
"""At the end of the kind of a picture that only the facilitator sees, in a window of their own."""
ROOM = ", dans la salle"
"""At the end of the kind of a picture that the room has in a window of its own, where it is another one."""
USUAL = Settings()
_START = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
_MOTION_SECONDS = 4.0


@dataclass(frozen=True)
class Shot:
    """One picture, what it is of, and the canvas it is on; ``view`` is what the room sees, in a session."""

    kind: str
    picture: Picture
    canvas: Rect
    view: RoomView | None = None
    is_moving: bool = False
    lines: list[tuple[Text, Rect]] = field(default_factory=list, compare=False, repr=False)
    """What `Gallery.visible` found, kept: several tests look at the same pictures."""

    @property
    def texts(self) -> tuple[Text, ...]:
        """All that is written on it."""
        return tuple(item for item in (*self.picture.base, *self.picture.moving) if isinstance(item, Text))


class KeepingPainter(Painter):
    """Measures as the painter does, and keeps the pictures instead of painting them."""

    kept: Picture = Picture("#000000", ())

    def paint(
        self,
        surface: pygame.Surface,  # noqa: ARG002 - nothing is painted
        picture: Picture,
        scale: float,
        origin: tuple[float, float] = (0.0, 0.0),  # noqa: ARG002 - nothing is painted
    ) -> list[pygame.Rect]:
        """Keep the picture."""
        self.scale, self.kept = scale, picture
        return []


@dataclass(frozen=True)
class Gallery:
    """The pictures of a demonstration, and the painter that measured them."""

    painter: Painter
    shots: tuple[Shot, ...]

    def of(self, *kinds: str) -> Iterator[Shot]:
        """Yield the pictures of these kinds, at rest."""
        return (shot for shot in self.shots if shot.kind in kinds and not shot.is_moving)

    @property
    def session(self) -> Iterator[Shot]:
        """Yield the pictures of a session, at rest."""
        return (shot for shot in self.shots if shot.view is not None and not shot.is_moving)

    def letters(self, item: Text) -> Rect:
        """Return where the letters of a line are, without the air over and under them, in logical px."""
        width, height = self.painter.width(item.text, item.style), self.painter.line_height(item.style)
        left = item.x - {"left": 0.0, "centre": width / 2, "right": width}[item.anchor]
        letters = 0.95 * item.style.size
        return Rect(left, item.y + (height - letters) / 2, width, letters)

    def visible(self, shot: Shot) -> Iterator[tuple[Text, Rect]]:
        """Yield the lines that no box drawn later covers whole."""
        if not shot.lines:
            covers: list[Rect] = []
            for item in reversed((*shot.picture.base, *shot.picture.moving)):
                if isinstance(item, Box) and item.fill:
                    covers.append(item.rect)
                elif isinstance(item, Text) and item.text.strip():
                    rect = self.letters(item)
                    if not any(_holds(cover, rect) for cover in covers):
                        shot.lines.insert(0, (item, rect))
        yield from shot.lines

    def box_under(self, shot: Shot, item: Text) -> Rect | None:
        """Return the filled or outlined box in which the middle of a line is, if any."""
        middle = self.letters(item).centre
        boxes = [under.rect for under in _under(shot, item) if isinstance(under, Box) and under.rect.contains(*middle)]
        return boxes[-1] if boxes else None

    def grounds(self, shot: Shot, item: Text) -> set[str]:
        """Return the colours that are really under a line: at its two ends and in its middle."""
        rect, under = self.letters(item), _under(shot, item)
        return {_ground(shot.picture, under, (rect.x + share * rect.w, rect.centre[1])) for share in (0.02, 0.5, 0.98)}


@cache
def gallery(size: tuple[int, int], settings: Settings = USUAL) -> Gallery:
    """Return what the demonstration shows in a window of this size (px), with these settings."""
    clock = ManualClock(_START)
    found: dict[Picture, Shot] = {}
    with tempfile.TemporaryDirectory() as data:
        desk = LaptopDesk(shipped(), Path(data), clock, seed=visits.SEED, demonstration=True)
        desk.settings = settings
        use(settings.language, locale_folder())
        stage = make_stage(Offscreen(size), desk, clock)
        stage.main.painter = painter = _keeping()
        for beat in visits.beats(stage, desk):
            clock.advance(beat.seconds)
            _keep(stage, painter, found, is_moving=False)
            clock.advance(beat.talk)
            _do(stage, beat)
            clock.advance(0.45)
            _keep(stage, painter, found, is_moving=True)
            clock.advance(_MOTION_SECONDS)
        desk.close()
        use(SOURCE, locale_folder())
    return Gallery(painter, tuple(found.values()))


def _keeping() -> KeepingPainter:
    return KeepingPainter(assets_folder() / "fonts", assets_folder() / "icons")


def _do(stage: Stage, beat: Beat) -> None:
    if isinstance(beat.given, Typed):
        for letter in beat.given.text:
            stage.give(Press("space" if letter == " " else letter))
            stage.give(Typed(letter))
    elif beat.given is not None:
        stage.give(beat.given)


def _keep(stage: Stage, painter: KeepingPainter, found: dict[Picture, Shot], *, is_moving: bool) -> None:
    stage.draw()
    scene = stage.scene
    if stage.is_black or not isinstance(scene, PlayScene):
        _hang(stage, painter, found, "noir" if stage.is_black else type(scene).__name__)
        if isinstance(scene, CheckScene):
            look = stage.main.look(scene._desk.settings)  # noqa: SLF001 - the settings that it is shown with
            painter.kept = scene.room_picture(look, stage.now)
            _hang(stage, painter, found, f"{type(scene).__name__}{ROOM}")
        return
    view = scene.view(stage.now)
    is_moving = is_moving and scene._moving is not None  # noqa: SLF001 - is it at rest?
    _hang(stage, painter, found, type(view).__name__, view, is_moving=is_moving)
    if not is_moving:
        look = replace(stage.main.look(USUAL), palette=PALETTES[scene.desk.settings.theme], is_private=True)
        painter.kept = scene.windows.private.picture(look, stage.now)
        _hang(stage, painter, found, f"{type(view).__name__}{PRIVATE}")
    in_trouble = f"{type(view).__name__}{IN_TROUBLE}"
    if not is_moving and not scene.state.is_closed and all(shot.kind != in_trouble for shot in found.values()):
        journal = scene.opened.session.journal
        journal._durable -= 2  # noqa: SLF001 - as after two writes that the disk refused
        stage.draw()
        journal._durable += 2  # noqa: SLF001
        _hang(stage, painter, found, in_trouble, view)


def _hang(
    stage: Stage,
    painter: KeepingPainter,
    found: dict[Picture, Shot],
    kind: str,
    view: RoomView | None = None,
    *,
    is_moving: bool = False,
) -> None:
    width, height = stage.main.canvas.surface.get_size()
    canvas = Rect(0, 0, width / painter.scale, height / painter.scale)
    found.setdefault(painter.kept, Shot(kind, painter.kept, canvas, view, is_moving))


def _under(shot: Shot, item: Text) -> tuple[Item, ...]:
    """Return what is drawn before a line, the first at the bottom."""
    items = (*shot.picture.base, *shot.picture.moving)
    return items[: next(index for index, other in enumerate(items) if other is item)]


def _holds(outer: Rect, inner: Rect) -> bool:
    return outer.x <= inner.x and outer.y <= inner.y and outer.right >= inner.right and outer.bottom >= inner.bottom


def _ground(picture: Picture, under: tuple[Item, ...], point: tuple[float, float]) -> str:
    for item in reversed(under):
        if isinstance(item, Box) and item.fill and item.rect.contains(*point):
            return item.fill
        if isinstance(item, Disc) and (item.x - point[0]) ** 2 + (item.y - point[1]) ** 2 <= item.radius**2:
            return item.fill
    return picture.background


def deck_pages(shown: Gallery, settings: Settings = USUAL) -> Iterator[tuple[str, Shot]]:
    """Yield every page of every card of the deck, its answer too, as a session shows them: (card, picture)."""
    canvas = next(shown.of("CardView")).canvas
    sample = next(shot.view for shot in shown.of("CardView") if isinstance(shot.view, CardView))
    least = least_size(settings.row_metres, settings.image_metres, canvas.w)
    look = Look(PALETTES[settings.theme], shown.painter, canvas.w, canvas.h)
    look = replace(look, text_size=settings.text_size, spacing=settings.spacing, least=least)
    for card in shipped().library.cards:
        view = _card_view(card, sample)
        answer = _answer(card, view)
        for state in (view, answer) if answer else (view,):
            for page in range(pages_of(state, look)):
                yield card, Shot("CardView", still_picture(state, look, Drafts(page)), canvas, state)


def _card_view(card: str, sample: CardView) -> CardView:
    library = shipped().library
    face = library.cards[card]
    theme = library.themes[face.theme]
    return replace(
        sample,
        id=card,
        theme=ThemeView(theme.id, theme.title, theme.icon, theme.colour, theme.words),
        kind=face.kind,
        title=face.title,
        text=face.text,
        question=face.question,
        choices=tuple(choice.text for choice in face.choices),
        is_fiction=face.origin == "fiction",
        has_answer=face.kind == KIND_WITH_ANSWER,
        right=None,
        explanation="",
        sources=(),
    )


def _answer(card: str, view: CardView) -> CardView | None:
    face = shipped().library.cards[card]
    if not view.has_answer:
        return None
    right = next((index for index, choice in enumerate(face.choices) if choice.right), None)
    sources = LibraryFaces(shipped().library).sources(card)
    return replace(view, right=right, explanation=face.explanation, sources=sources)

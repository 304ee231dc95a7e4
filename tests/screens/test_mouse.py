"""A click does what its key does, on every kind of screen; two clicks in a hurry are one."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from pilot import Pilot, piloted, shipped

from game.content.load import Loaded, load
from game.drawing.drawlist import Spot
from game.places import assets_folder, content_folder
from game.rules import Phase
from game.screens.scenes.settings_rows import CHECK, choices

SOON = 0.1
FULL_PAGE = 24
"""Cards: more than the list of the browser shows at once."""


def board(pilot: Pilot) -> None:
    pilot.begin()
    pilot.to_board()


def card(pilot: Pilot) -> None:
    board(pilot)
    pilot.press("2", "space")


def word(pilot: Pilot) -> None:
    board(pilot)
    pilot.to_phase(Phase.WORD, 2)


def act(number: int, *keys: str) -> Callable[[Pilot], None]:
    def go(pilot: Pilot) -> None:
        pilot.begin()
        pilot.press("g", str(number), *keys)

    return go


def wall(pilot: Pilot) -> None:
    word(pilot)
    pilot.press("enter", "g", "5")


def keys(*names: str) -> Callable[[Pilot], None]:
    return lambda pilot: pilot.press(*names)


def over_board(*names: str) -> Callable[[Pilot], None]:
    def go(pilot: Pilot) -> None:
        board(pilot)
        pilot.press(*names)

    return go


SCREENS: dict[str, Callable[[Pilot], None]] = {
    "home": keys(),
    "which session": keys("n"),
    "what may come up": keys("n", "enter"),
    "who plays": keys("n", "enter", "enter"),
    "all is ready": keys("n", "enter", "enter", "enter"),
    "cards": keys("c"),
    "settings": keys("g"),
    "welcome": act(1, "space"),
    "weather": act(2, "2"),
    "board": board,
    "card": card,
    "word": word,
    "wall": wall,
    "next step": act(5, "space"),
    "pause": act(1, "s"),
    "real help": over_board("u"),
    "the cadre again": over_board("k", "space"),
    "the calm screen": over_board("a"),
    "acts": over_board("g"),
    "teams": over_board("e", *("up",) * 5),
}
SAME = {
    "search": ("r",),
    "kind": ("t",),
    "audience": ("p",),
    "sensitivity": ("s",),
    "erase": ("e",),
    "open": ("enter",),
    "new": ("n",),
    "cards": ("c",),
    "sessions": ("b",),
    "settings": ("g",),
    "quit": ("q",),
    "help": ("?",),
    "next": ("enter",),
    "choose": ("enter",),
    "change": ("enter",),
    "back": ("escape",),
    "close": ("escape",),
    "show": ("space",),
    "up": ("up",),
    "down": ("down",),
    "right": ("right",),
    "add": ("maj+=",),
    "remove": ("delete",),
    "rename": ("m",),
    "rehearse": ("r",),
}
SETTINGS = (*(choice.name for choice in choices([])), CHECK)
"""The rows of the settings, in order."""
BELOW_FORMATS = ("place", "toggle:cooperative", "toggle:physical_dice")
"""What stands under the formats on the first page of set-up, in order."""
NOT_COMPARED = {"folder", "print", "use"}
"""The first two open a window of the system; the key of the last also goes on, where there is nothing to choose."""


def same_keys(pilot: Pilot, spot: Spot) -> tuple[str, ...] | None:
    """Return the keys that do what a click on this place does; ``None`` where nobody would use a key."""
    kind, _, detail = spot.action.partition(":")
    if spot.action in SAME:
        return SAME[spot.action]
    if spot.action in BELOW_FORMATS:
        steps = pilot.formats + BELOW_FORMATS.index(spot.action)
        return ("down",) * steps + (() if spot.action == "place" else ("space",))
    if kind in SETTINGS and (not detail or detail in "+-"):
        return ("down",) * SETTINGS.index(kind) + ({"": "enter", "+": "right", "-": "left"}[detail],)
    if kind == "press":
        return ({"minus": "num minus"}.get(detail, detail),)
    if kind == "mood":
        weather, _, sign = detail.partition(":")
        return (("" if sign == "+" else "maj+") + str(int(weather) + 1),)
    return keys_of_choice(pilot, kind, detail)


def keys_of_choice(pilot: Pilot, kind: str, detail: str) -> tuple[str, ...] | None:
    """Return the keys that go to one of several things beside each other, and choose it."""
    if kind == "word":
        theme = pilot.desk.faces.theme("liens")
        assert theme is not None
        return ("down",) * (theme.words.index(detail) + 1)
    if kind == "level":  # the keyboard stands on the level that is chosen, the one in the middle
        return (("up", "space"), (), ("down", "space"))[int(detail)]
    if kind == "theme" and detail and not detail.isdigit():
        return ("down",) * (2 + list(shipped().library.themes).index(detail)) + ("space",)
    if kind == "theme":
        return ("down",) * (int(detail) + 1) if pilot.scene.is_typing else ("right",) * int(detail)
    if kind in {"format", "team", "card"}:
        chosen = ("space",) if kind == "format" and detail != "0" else ()
        return ("down",) * int(detail) + chosen
    if kind in {"fewer", "more"}:
        return ("down",) * int(detail or 0) + ("2" if kind == "fewer" else "4",)
    if kind == "choose":
        return (str(int(detail) + 1),)
    return None


def without_clocks(text: str) -> str:
    """Return what is written without the times, and without the folder of this very test."""
    text = re.sub(r"calcul en cours…|environ .* durées usuelles\.", "", text)  # the forecast comes in its own time
    return re.sub(r"\d+:\d\d|Encore \d+ min|\S*(mouse|keys)-\d\d\S*", "", text)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Return the shipped content with few of its cards: the browser reads all of them each time it is opened."""
    root = tmp_path_factory.mktemp("small") / "content"
    shutil.copytree(content_folder(), root)
    cards = sorted((root / "cards").glob("*/*.yaml"), key=lambda file: file.name)
    for file in cards[FULL_PAGE:]:
        file.unlink()
    return load(root, assets=assets_folder())


@pytest.mark.parametrize("screen", SCREENS)
def test_a_click_does_what_its_key_does(tmp_path: Path, screen: str, small: Loaded) -> None:
    loaded = small if screen == "cards" else None
    with piloted(tmp_path / "spots", loaded=loaded) as pilot:
        SCREENS[screen](pilot)
        spots = [spot for spot in pilot.picture.spots if spot.action not in NOT_COMPARED and spot.action[-2:] != ":-"]
        shortcuts = [same_keys(pilot, spot) for spot in spots]
    assert spots
    for index, (spot, shortcut) in enumerate(zip(spots, shortcuts, strict=True)):
        assert shortcut is not None, spot
        with piloted(tmp_path / f"mouse-{index:02}", loaded=loaded) as mouse:
            SCREENS[screen](mouse)
            before = without_clocks(mouse.text_on_screen())
            x, y = spot.rect.centre if spot.action != "mood:1:+" else (spot.rect.x + 9, spot.rect.y + 9)
            mouse.click_at(x * mouse.painter.scale, y * mouse.painter.scale)
            mouse.wait(4)
            clicked, is_over = without_clocks(mouse.text_on_screen()), mouse.stage.is_over
        assert not spot.action.startswith("press:") or clicked != before, spot
        with piloted(tmp_path / f"keys-{index:02}", loaded=loaded) as hands:
            SCREENS[screen](hands)
            hands.press(*shortcut)
            assert without_clocks(hands.text_on_screen()) == clicked, spot
            assert hands.stage.is_over == is_over


def test_two_clicks_in_a_hurry_do_not_skip_a_page(pilot: Pilot) -> None:
    pilot.begin()
    pilot.click("continuer", then=SOON)
    middle = [side * pilot.painter.scale for side in pilot.spot("continuer").rect.centre]
    pilot.click_at(*middle)
    assert pilot.state.page == 1
    pilot.wait(0.5)
    pilot.click_at(*middle)
    assert pilot.state.page == 2


@pytest.mark.parametrize("button", ["right", "middle"])
def test_only_the_left_button_counts(pilot: Pilot, button: str) -> None:
    x, y = pilot.spot("Nouvelle séance").rect.centre
    number = {"middle": pygame.BUTTON_MIDDLE, "right": pygame.BUTTON_RIGHT}[button]
    position = (round(x * pilot.painter.scale), round(y * pilot.painter.scale))
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, button=number, pos=position))
    pilot.step()
    assert pilot.sees("Nouvelle séance")


def test_a_click_beside_everything_does_nothing(pilot: Pilot) -> None:
    board(pilot)
    before, shown = pilot.state, pilot.text_on_screen()
    pilot.click_at(2, 2)
    assert pilot.state == before
    assert pilot.text_on_screen() == shown


def test_the_wheel_goes_through_a_list(pilot: Pilot) -> None:
    pilot.press("c")
    before = pilot.text_on_screen()
    pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-2))
    pilot.step()
    assert pilot.text_on_screen() != before

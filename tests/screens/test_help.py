import pytest
from desk import look, press, said

from game.screens.inputs import Click, Scroll
from game.screens.scene import Binding, Black, Pop
from game.screens.scenes.help import HelpScene

MANY = tuple(Binding((letter,), f"faire la chose {letter}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def test_every_key_stands_there_with_what_it_does() -> None:
    told = said(HelpScene([*MANY, Binding(("Espace", "Entrée"), "continuer")]))
    assert "Toutes les touches" in told
    assert "Espace Entrée continuer" in told
    for binding in MANY:
        assert f"{binding.keys[0]} {binding.label}" in told


@pytest.mark.parametrize("key", ["x", "escape", "pagedown", "pageup", "?", "enter"])
def test_any_key_closes_the_help(key: str) -> None:
    assert press(HelpScene(MANY), key) == Pop()


@pytest.mark.parametrize("key", ["b", "period"])
def test_the_black_screen_does_not_close_it(key: str) -> None:
    assert press(HelpScene(MANY), key) == Black()


def test_a_click_closes_it_and_the_wheel_does_not() -> None:
    scene = HelpScene(MANY)
    scene.picture(look(), 0)
    assert scene.handle(Scroll(1), 0) is None
    assert scene.handle(Click(3, 3), 0) == Pop()


def test_a_screen_without_keys_has_an_empty_panel() -> None:
    assert "Toutes les touches" in said(HelpScene([]))

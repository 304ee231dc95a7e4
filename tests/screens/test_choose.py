import pytest
from desk import click, look, press, said

from game.screens.inputs import Scroll
from game.screens.scene import Pop, Quit
from game.screens.scenes.choose import ChoiceScene, Entry


class Choices:
    """A list of entries that remembers which one was chosen."""

    def __init__(self, count: int, answer: object = None) -> None:
        self.made: list[int] = []
        self._answer = answer
        self.scene = ChoiceScene("Aller à", [Entry(f"Ligne {n}", "détail") for n in range(count)], self._choose)

    def _choose(self, index: int) -> object:
        self.made.append(index)
        return self._answer


@pytest.mark.parametrize("key", ["enter", "space", "pagedown", "right"])
def test_any_key_that_goes_on_chooses_the_ringed_line(key: str) -> None:
    choices = Choices(4)
    press(choices.scene, "down", "down", "up", key)
    assert choices.made == [1]


def test_a_digit_chooses_directly() -> None:
    choices = Choices(4)
    assert press(choices.scene, "3") == Pop()
    assert press(choices.scene, "9") is None
    assert choices.made == [2]


def test_a_choice_closes_the_list_unless_it_leads_elsewhere() -> None:
    assert press(Choices(2).scene, "enter") == Pop()
    assert press(Choices(2, Quit()).scene, "enter") == Quit()


@pytest.mark.parametrize("key", ["escape", "pageup", "left", "backspace"])
def test_back_closes_without_choosing(key: str) -> None:
    choices = Choices(2)
    assert press(choices.scene, key) == Pop()
    assert choices.made == []


def test_a_long_list_scrolls_with_the_keys_and_the_wheel() -> None:
    choices = Choices(30)
    assert "Ligne 9" not in said(choices.scene)
    press(choices.scene, *["down"] * 9)
    assert "Ligne 9" in said(choices.scene)
    choices.scene.handle(Scroll(100), 0)
    assert "Ligne 29" in said(choices.scene)
    press(choices.scene, "enter")
    assert choices.made == [29]


def test_every_spot_does_what_its_key_does() -> None:
    choices = Choices(3)
    actions = {spot.action for spot in choices.scene.picture(look(), 0).spots}
    assert actions == {"choose:0", "choose:1", "choose:2", "down", "choose", "close"}
    assert click(choices.scene, "choose:2") == Pop()
    click(choices.scene, "down")
    click(choices.scene, "choose")
    assert choices.made == [2, 1]
    assert click(choices.scene, "close") == Pop()


def test_an_empty_list_says_so_and_can_be_closed() -> None:
    choices = Choices(0)
    assert "Rien à choisir ici." in said(choices.scene)
    assert press(choices.scene, "down", "enter") is None
    assert press(choices.scene, "escape") == Pop()

import pytest
from desk import BULLETIN, CV, THEMES, FakeDesk, click, look, press, said, texts

from game.screens.inputs import Scroll
from game.screens.scene import Pop
from game.screens.scenes.cards import CardsScene


def cards(*keys: str, **parts: object) -> CardsScene:
    scene = CardsScene(FakeDesk(**parts))
    press(scene, *keys)
    return scene


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\n", " ")


def test_the_first_card_is_read_at_once_with_its_question() -> None:
    told = said(cards())
    assert "17 cartes" in told
    assert plain(CV.text) in told
    assert plain(CV.question) in told
    assert "Témoignage · fiction" in told


def test_a_question_shows_its_choices_but_not_its_answer() -> None:
    told = said(cards("down"))
    for choice in BULLETIN.choices:
        assert choice.text in told
    assert BULLETIN.explanation not in told


def test_down_and_up_read_other_cards() -> None:
    scene = cards("down")
    assert said(scene).count(BULLETIN.title) == 2
    press(scene, "up")
    assert plain(CV.question) in said(scene)


def test_the_list_scrolls_to_the_last_card() -> None:
    scene = cards()
    assert "Justice, mot n° 3" not in said(scene)
    press(scene, "end")
    assert said(scene).count("Justice, mot n° 3") == 2
    scene.handle(Scroll(-100), 0)
    assert plain(CV.question) in said(scene)


def test_right_keeps_only_one_theme_and_comes_round() -> None:
    scene = cards("right", "right")
    told = said(scene)
    assert "3 cartes" in told
    assert "Logement, mot n° 1" in told
    assert CV.title not in told
    press(scene, *["right"] * 5)
    assert "17 cartes" in said(scene)


def test_a_theme_alone_has_its_word() -> None:
    for turns, face in enumerate(THEMES.values(), start=1):
        assert face.title in texts(cards(*["right"] * turns).picture(look(1440), 0))


@pytest.mark.parametrize("key", ["escape", "pageup", "left"])
def test_back_leaves_from_the_first_card(key: str) -> None:
    assert press(cards(), key) == Pop()


def test_a_clicker_reads_all_the_cards_and_comes_back() -> None:
    scene = cards("pagedown", "pagedown")
    assert press(scene, "pageup", "pageup") is None
    assert press(scene, "pageup") == Pop()


def test_every_spot_does_what_a_key_does() -> None:
    for action, keys in {
        "card:1": ["down"],
        "theme:2": ["right", "right"],
        "down": ["down"],
        "right": ["right"],
    }.items():
        scene = cards()
        assert click(scene, action) is None
        assert said(scene) == said(cards(*keys))
    assert click(cards(), "back") == Pop()


def test_an_empty_deck_says_what_to_do() -> None:
    scene = cards("down", "right", "right", deck=())
    assert "Aucune carte ne peut être lue." in said(scene)
    assert press(scene, "escape") == Pop()

from desk import NOW, FakeDesk, Played, click, look, press, said, summary, texts

from game.drawing.drawlist import Icon
from game.screens.scene import Push, Quit
from game.screens.scenes.cards import CardsScene
from game.screens.scenes.help import HelpScene
from game.screens.scenes.home import HomeScene
from game.screens.scenes.sessions import SessionsScene
from game.screens.scenes.settings import SettingsScene
from game.screens.scenes.setup import SetupScene


def home(**parts: object) -> HomeScene:
    return HomeScene(FakeDesk(**parts), Played)


def reached(step: object) -> type:
    assert isinstance(step, Push)
    return type(step.scene)


def test_the_name_of_the_game_stands_in_two_lines() -> None:
    assert texts(home().picture(look(), 0))[:3] == [
        "Permis de",
        "se reconstruire",
        "Le jeu de l’oie du parcours d’après.",
    ]


def test_without_an_interrupted_session_there_is_nothing_to_resume() -> None:
    scene = home(sessions=(summary(is_closed=True),))
    assert "Reprendre" not in said(scene)
    assert press(scene, "r") is None


def test_the_latest_interrupted_session_says_where_it_was_left() -> None:
    older = summary("Le Local", NOW.replace(day=20))
    scene = home(sessions=(summary(is_closed=True), summary("Café"), older))
    assert "Café, aujourd’hui 14:05 — interrompue au tour 12" in said(scene)
    assert "Le Local" not in said(scene)


def test_a_session_interrupted_outside_the_game_names_its_act() -> None:
    scene = home(sessions=(summary("Gare", NOW.replace(day=1), act=3),))
    assert "Gare, 1er novembre — interrompue : Débrief" in said(scene)


def test_of_a_long_line_the_place_is_cut_and_not_the_turn() -> None:
    told = said(home(sessions=(summary("La maison des associations du centre"),)))
    assert "La maison" not in told
    assert "…, aujourd’hui 14:05 — interrompue au tour 12" in told


def test_next_alone_resumes_what_was_interrupted() -> None:
    desk = FakeDesk(sessions=(summary(),))
    step = press(HomeScene(desk, Played), "pagedown")
    assert reached(step) is Played
    assert desk.reopened == [summary().folder]


def test_next_alone_begins_a_session_when_none_was_interrupted() -> None:
    assert reached(press(home(), "pagedown")) is SetupScene


def test_back_on_a_clicker_goes_round_all_the_buttons() -> None:
    scene = home(sessions=(summary(),))
    places = [reached(press(scene, *["pageup"] * turns, "pagedown")) for turns in (1, 1, 1, 1, 1)]
    assert places == [CardsScene, SessionsScene, SettingsScene, SetupScene, Played]


def test_arrows_go_from_button_to_button() -> None:
    assert reached(press(home(), "down", "right", "enter")) is SessionsScene
    assert reached(press(home(), "down", "right", "right", "enter")) is SettingsScene
    assert reached(press(home(), "down", "right", "left", "enter")) is CardsScene
    assert reached(press(home(), "down", "right", "up", "space")) is SetupScene


def test_each_button_has_a_letter_and_answers_a_click() -> None:
    wanted = {
        "new": ("n", SetupScene),
        "resume": ("r", Played),
        "cards": ("c", CardsScene),
        "sessions": ("b", SessionsScene),
        "settings": ("g", SettingsScene),
    }
    spots = {spot.action for spot in home(sessions=(summary(),)).picture(look(), 0).spots}
    assert spots == {*wanted, "help", "quit"}
    for action, (letter, scene) in wanted.items():
        assert reached(press(home(sessions=(summary(),)), letter)) is scene
        assert reached(click(home(sessions=(summary(),)), action)) is scene


def test_help_and_quit_answer_too() -> None:
    assert reached(click(home(), "help")) is HelpScene
    assert click(home(), "quit") == press(home(), "q") == Quit()


def test_escape_does_not_leave() -> None:
    assert press(home(), "escape") is None


def test_the_ring_is_around_one_button_only() -> None:
    def ringed(scene: HomeScene) -> list[str]:
        picture = scene.picture(look(), 0)
        return [spot.label for spot in picture.spots if spot.rect == picture.focus]

    scene = home()
    before = ringed(scene)
    press(scene, "down")
    assert len(before) == len(ringed(scene)) == 1
    assert before != ringed(scene)


def test_problems_of_the_cards_are_told_calmly() -> None:
    assert "2 problèmes dans les cartes : permis verifier" in said(home(wrong=("a", "b")))
    assert "problème" not in said(home())


def test_a_session_that_cannot_be_opened_says_why() -> None:
    scene = home(sessions=(summary(),), refusal="Cette séance est ouverte ailleurs.")
    assert press(scene, "r") is None
    assert "Cette séance est ouverte ailleurs." in said(scene)


def test_home_sees_the_session_that_has_just_been_left() -> None:
    desk = FakeDesk()
    scene = HomeScene(desk, Played)
    press(scene, "n")
    desk.sessions = (summary(),)
    assert "Reprendre la séance" in said(scene)


def test_the_wall_shows_every_theme_by_its_icon() -> None:
    icons = {item.name for item in home().picture(look(), 0).base if isinstance(item, Icon)}
    assert icons >= {"briefcase", "house-line", "heartbeat", "shopping-cart", "users-three", "scales"}


def test_an_empty_deck_still_has_a_home() -> None:
    assert "Nouvelle séance" in said(home(deck=()))

from datetime import timedelta

import pytest
from desk import NOW, FakeDesk, Played, click, look, press, said, summary, texts

from game.drawing.drawlist import Box
from game.screens.inputs import Scroll
from game.screens.replay import ReplayScene
from game.screens.scene import Pop, Push
from game.screens.scenes.sessions import SessionsScene
from game.session.folder import Summary

WORDS = ("oser", "toit", "CV", "115", "équipe")
OPEN = summary(words=WORDS)
CLOSED = summary("Le Local", NOW - timedelta(days=1), words=("droits",), is_closed=True)


def sessions(*given: object, **parts: object) -> SessionsScene:
    return SessionsScene(FakeDesk(sessions=given, **parts), Played)


def test_each_session_tells_its_place_day_state_and_exchanges() -> None:
    lines = texts(sessions(OPEN, CLOSED).picture(look(), 0))
    assert lines.index("Ripaillon") < lines.index("Le Local")
    for words in ("Aujourd’hui 14:05 · en cours", "5 échanges", "Hier 14:30 · clôturée", "1 échange"):
        assert words in lines


def test_the_chosen_session_shows_its_themes_its_words_and_how_many_people() -> None:
    scene = sessions(OPEN, CLOSED)
    told = said(scene)
    assert "4 équipes, 12 personnes, 5 échanges" in told
    assert "oser · toit · CV · 115 · équipe" in told
    press(scene, "down")
    assert "droits" in texts(scene.picture(look(), 0))
    assert "oser" not in said(scene)


def test_the_theme_most_talked_about_has_the_longest_bar() -> None:
    bars = [item for item in sessions(OPEN).picture(look(), 0).base if isinstance(item, Box) and item.radius == 8]
    widths = [bar.rect.w for bar in bars]
    assert widths == sorted(widths, reverse=True)
    assert bars[0].fill == "#0F2A66"


def test_enter_goes_on_with_a_session_that_was_interrupted() -> None:
    scene = sessions(OPEN, CLOSED)
    step = press(scene, "enter")
    assert isinstance(step, Push)
    assert step.scene.opened.path == OPEN.folder


def test_a_closed_session_cannot_go_on() -> None:
    scene = sessions(CLOSED)
    assert press(scene, "enter") is None
    assert "reprendre" not in texts(scene.picture(look(), 0))


def test_o_opens_the_folder_of_the_chosen_session() -> None:
    desk = FakeDesk(sessions=(OPEN, CLOSED))
    press(SessionsScene(desk, Played), "down", "o")
    assert desk.shown == [CLOSED.folder]


@pytest.mark.parametrize("session", [OPEN, CLOSED], ids=["going on", "closed"])
def test_v_shows_the_chosen_session_again_and_leaves_it_as_it_is(session: Summary) -> None:
    desk = FakeDesk(sessions=(session,))
    step = press(SessionsScene(desk, Played), "v")
    assert isinstance(step, Push)
    assert isinstance(step.scene, ReplayScene)
    assert desk.seen_again == [session.folder]
    assert desk.reopened == []
    assert press(step.scene, "escape") == Pop()


def test_a_session_that_cannot_be_seen_again_says_why() -> None:
    scene = sessions(CLOSED, refusal="Le disque ne donne pas le journal.")
    assert press(scene, "v") is None
    assert "Le disque ne donne pas le journal." in said(scene)


def test_what_cannot_be_opened_says_why() -> None:
    scene = sessions(OPEN, refusal="Cette séance est ouverte ailleurs.")
    assert press(scene, "enter") is None
    assert "Cette séance est ouverte ailleurs." in said(scene)


def test_a_long_list_scrolls() -> None:
    many = [summary(f"Lieu {n}", NOW - timedelta(days=n)) for n in range(20)]
    scene = sessions(*many)
    assert "Lieu 19" not in said(scene)
    press(scene, *["down"] * 30)
    assert "Lieu 19" in said(scene)
    scene.handle(Scroll(-50), 0)
    assert "Lieu 0" in said(scene)


@pytest.mark.parametrize("key", ["escape", "pageup", "left"])
def test_back_leaves_from_the_top_of_the_list(key: str) -> None:
    assert press(sessions(OPEN, CLOSED), key) == Pop()


def test_every_spot_does_what_a_key_does() -> None:
    scene = sessions(OPEN, CLOSED)
    actions = {spot.action for spot in scene.picture(look(), 0).spots}
    assert actions == {"session:0", "session:1", "down", "resume", "sheet", "years", "replay", "open", "back"}
    click(scene, "session:1")
    moved = said(scene)
    other = sessions(OPEN, CLOSED)
    click(other, "down")
    assert moved == said(other)
    assert isinstance(click(sessions(OPEN), "resume"), Push)
    assert click(scene, "back") == Pop()


def test_before_the_first_session_a_sentence_stands_there() -> None:
    scene = sessions()
    assert "Aucune séance sur cet ordinateur pour l’instant." in said(scene)
    assert press(scene, "down", "enter") is None
    assert press(scene, "o") is None


def test_the_list_is_read_again_after_a_session_went_on() -> None:
    desk = FakeDesk(sessions=(OPEN,))
    scene = SessionsScene(desk, Played)
    press(scene, "enter")
    desk.sessions = (summary(words=WORDS, is_closed=True),)
    assert "clôturée" in said(scene)


def test_a_session_without_exchange_says_so() -> None:
    assert "Pas encore d’échange." in said(sessions(summary()))


def test_a_session_that_cannot_be_read_is_said_beside_the_others() -> None:
    scene = sessions(OPEN, lost=("Le journal de la séance 2026-11-01_10h00_Local est vide.",))
    assert "2026-11-01_10h00_Local est vide." in said(scene)
    assert "Ripaillon" in said(scene)

"""For who does not see the screen: what happens is said as it happens, and the name of what the keyboard stands on."""

from dataclasses import dataclass, field, replace

import pytest
from gallery import gallery
from pilot import Pilot, plain

from game.screens.announcer import Announcer, moment_of
from game.screens.telling import telling
from game.session.views import CardView


@dataclass
class KeptVoice:
    """A voice that keeps what it is told to read, and speaks until it is stopped."""

    said: list[str] = field(default_factory=list)
    is_speaking: bool = False
    position: int | None = None
    stopped: int = 0

    def read(self, text: str, language: str, card: str = "") -> None:
        assert language == "fr"
        assert not card
        self.said.append(plain(text))
        self.is_speaking = True

    def stop(self) -> None:
        self.is_speaking = False
        self.stopped += 1

    def take_trouble(self) -> str:
        return ""


@pytest.fixture
def voice(pilot: Pilot) -> KeptVoice:
    """Listen to the game, with the setting on."""
    kept = KeptVoice()
    pilot.desk.change_settings(replace(pilot.desk.settings, speak_focus=True))
    pilot.stage.assistants[:] = [Announcer(kept, lambda: pilot.desk.settings)]
    pilot.step()
    return kept


def happens(pilot: Pilot) -> str:
    """Return what is told of the window as it stands."""
    pilot.stage.draw()
    return plain(moment_of(pilot.stage).live)


def test_the_first_screen_says_its_title_and_where_the_keyboard_is(voice: KeptVoice) -> None:
    assert voice.said == ["Permis de se reconstruire. Nouvelle séance."]


def test_the_name_of_each_place_is_said_as_the_ring_comes_to_it(pilot: Pilot, voice: KeptVoice) -> None:
    pilot.press("tab", "tab", "up")
    pilot.step()
    assert voice.said[1:] == ["Cartes.", "Bilans.", "Nouvelle séance."]


def test_any_key_makes_the_voice_silent_at_once(pilot: Pilot, voice: KeptVoice) -> None:
    pilot.press("f5")
    assert voice.stopped == 1
    assert len(voice.said) == 1, "nothing is new"


def test_nothing_is_said_when_nobody_asked_for_it(pilot: Pilot, voice: KeptVoice) -> None:
    pilot.desk.change_settings(replace(pilot.desk.settings, speak_focus=False))
    pilot.press("tab")
    pilot.step()
    assert len(voice.said) == 1


def test_nobody_is_spoken_to_until_the_setting_says_so(pilot: Pilot) -> None:
    assert not pilot.desk.settings.speak_focus


def test_a_list_says_its_title_and_the_line_of_the_keyboard(pilot: Pilot, voice: KeptVoice) -> None:
    pilot.begin()
    pilot.press("m")
    pilot.step()
    assert voice.said[-1] == "Menu. Revenir d’un pas."


def test_what_happens_in_a_turn_is_said_step_by_step(pilot: Pilot) -> None:
    pilot.begin()
    pilot.to_board()
    assert happens(pilot) == "Les Hérons : c’est votre tour."
    pilot.press("2")
    assert happens(pilot).startswith("Les Hérons : dé 2. Le pion est là : case 2.")
    while not pilot.play.is_typing:
        pilot.press("space")
        said = happens(pilot)
        begins = ("Les Hérons : une carte arrive.", "Carte", "Réponse", "Les Hérons : un mot pour le mur.")
        assert said.startswith(begins)
    assert happens(pilot) == "Les Hérons : un mot pour le mur."


def test_a_card_says_its_title_only_once_the_room_sees_it(pilot: Pilot) -> None:
    pilot.begin()
    pilot.to_board()
    pilot.press("2")
    pilot.press("space")
    face = pilot.desk.faces.card(pilot.state.game.card)
    assert face is not None
    title = plain(face.title or face.text)
    while title not in happens(pilot):
        assert not pilot.sees(title), "the room reads a title that is not told"
        pilot.press("space")
    assert pilot.sees(title.split()[0])


def test_the_sentences_of_a_moment_are_told_too(pilot: Pilot) -> None:
    pilot.begin()
    pilot.to_board()
    pilot.press("h", "r", then=0.1)
    assert "Il n’y a pas de lancer à refaire" in happens(pilot)


def test_the_answer_is_told_once_the_room_sees_it_and_never_before() -> None:
    shots = gallery((1280, 720)).shots
    views = [shot.view for shot in shots if isinstance(shot.view, CardView) and shot.view.choices]
    hidden, shown = ([view for view in views if (view.right is None) == is_hidden] for is_hidden in (True, False))
    assert hidden
    assert shown
    assert all(not telling(view).startswith("Réponse") for view in hidden)
    assert all(telling(view) == f"Réponse\u00a0: {view.choices[view.right or 0]}." for view in shown)


def test_every_page_of_a_session_says_something() -> None:
    silent = {type(shot.view).__name__ for shot in gallery((1280, 720)).session if shot.view and not telling(shot.view)}
    assert not silent


@pytest.mark.parametrize(("key", "said"), [("a", "Respiration."), ("s", "Pause.")])
def test_what_comes_over_the_page_is_said(pilot: Pilot, key: str, said: str) -> None:
    pilot.begin()
    pilot.press(key)
    assert happens(pilot).startswith(said)


def test_what_is_read_aloud_is_not_cut_by_what_happens(pilot: Pilot, voice: KeptVoice) -> None:
    pilot.begin()
    pilot.play.windows._aloud._voice = voice  # noqa: SLF001 - the same loudspeaker
    pilot.press("l")
    pilot.step()
    count = len(voice.said)
    pilot.wait(20)
    pilot.step()
    assert len(voice.said) == count
    assert voice.is_speaking

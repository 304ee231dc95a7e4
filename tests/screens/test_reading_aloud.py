"""Key L: what the room sees is read aloud, the word that is heard lights up, and nothing hidden is said."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pilot import Pilot, piloted
from reading import FakeVoice, deck_of, pick

from game.desk.reader import Reader
from game.drawing.drawlist import Box, Text
from game.rules import Phase
from game.screens.desk import Settings
from game.voice.speaker import Reading

QUESTION = "des-lunettes-sans-payer"
CHALLENGE = "trois-respirations"


def listen(pilot: Pilot) -> FakeVoice:
    """Put a voice that remembers in the place of the laptop's."""
    voice = FakeVoice()
    pilot.desk.voice = voice  # type: ignore[assignment]  # what the scenes ask of a voice
    return voice


@pytest.fixture
def on_card(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pilot]:
    """Begin a session and draw a card; the parameter says which one."""
    with piloted(tmp_path, loaded=deck_of(getattr(request, "param", CHALLENGE))) as pilot:
        listen(pilot)
        pilot.begin()
        pilot.to_board()
        pilot.to_phase(Phase.CARD)
        yield pilot


def voice_of(pilot: Pilot) -> FakeVoice:
    voice = pilot.desk.voice
    assert isinstance(voice, FakeVoice)
    return voice


def lit(pilot: Pilot) -> list[Text]:
    """Return the words that are marked on the screen: what is written right after a box, over the page."""
    moving = pilot.picture.moving
    return [
        text
        for box, text in zip(moving, moving[2:], strict=False)
        if isinstance(box, Box) and isinstance(text, Text) and box.rect.x <= text.x <= box.rect.right
    ]


def test_the_present_sentence_of_the_welcome_is_read(pilot: Pilot) -> None:
    voice = listen(pilot)
    pilot.begin()
    pilot.press("space", "l")
    text, language, card = voice.read_texts[-1]
    first, second = pilot.state.current_act.lines[:2]
    assert text.split()[:3] == second.split()[:3]
    assert first.split()[:3] != text.split()[:3], "what was read before is not read again"
    assert (language, card) == ("fr", "")


def test_a_card_is_read_from_its_title_to_its_question(on_card: Pilot) -> None:
    on_card.press("l")
    (text, language, card) = voice_of(on_card).read_texts[-1]
    assert text.startswith("Trois respirations. Restez assis, les pieds posés au sol.")
    assert text.endswith("Qu’est-ce qui vous apaise, dans une journée?")
    assert (language, card) == ("fr", on_card.state.game.card), "its recording may be played"


@pytest.mark.parametrize("on_card", [QUESTION], indirect=True)
def test_the_answer_is_read_only_once_the_room_sees_it(on_card: Pilot) -> None:
    voice = voice_of(on_card)
    on_card.press("l")
    before = voice.read_texts[-1][0]
    assert "A. Non, jamais. B. Oui, mais seulement pour les enfants. C. Oui" in before
    assert "Complémentaire" not in before
    on_card.press("space")
    assert not voice.is_speaking, "to reveal the answer stops the reading"
    on_card.press("l")
    after, _, card = voice.read_texts[-1]
    assert "Complémentaire" in after
    assert "Non, jamais" not in after
    assert card == "", "a recording does not say the answer"


def test_the_same_key_stops_it_and_starts_again(on_card: Pilot) -> None:
    voice = voice_of(on_card)
    on_card.press("l", "l")
    assert not voice.is_speaking
    on_card.press("l")
    assert voice.is_speaking
    assert len(voice.read_texts) == 2


@pytest.mark.parametrize("key", ["space", "p", "c", "s", "pageup"])
def test_to_go_on_stops_the_reading(on_card: Pilot, key: str) -> None:
    on_card.press("l")
    on_card.press(key)
    if key == "c":  # every card of this deck says the same: the words that are read are still there
        assert voice_of(on_card).is_speaking
    else:
        assert not voice_of(on_card).is_speaking


def test_to_go_home_stops_the_reading(on_card: Pilot) -> None:
    on_card.press("l")
    on_card.play.leave()
    assert not voice_of(on_card).is_speaking


@pytest.mark.parametrize("word", ["respirations", "Restez", "pieds", "longtemps", "apaise"])
def test_the_word_that_is_heard_lights_up_where_it_stands(on_card: Pilot, word: str) -> None:
    on_card.press("l")
    voice_of(on_card).hear(word)
    on_card.step()
    (marked,) = lit(on_card)
    assert marked.text.strip(".,?") == word or word in marked.text
    (line,) = [item for item in on_card.picture.base if isinstance(item, Text) and marked.text in item.text.split()]
    start = line.text.index(marked.text)
    assert marked.x == pytest.approx(line.x + on_card.painter.width(line.text[:start], line.style), abs=2)
    assert marked.y == line.y


def test_the_page_itself_is_not_drawn_again_while_words_light_up(on_card: Pilot) -> None:
    on_card.press("l")
    base = on_card.picture.base
    voice_of(on_card).hear("Soufflez")
    on_card.step()
    assert on_card.picture.base is base
    assert lit(on_card)


def test_nothing_lights_up_where_the_voice_does_not_tell(on_card: Pilot) -> None:
    on_card.press("l")
    assert not lit(on_card)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("no_voice", "Pas de voix sur cet ordinateur."),
        ("no_language", "Pas de voix dans cette langue"),
        ("no_audio", "Pas de son sur cet ordinateur"),
        ("broken_recording", "L’enregistrement de cette carte ne se lit pas"),
        ("hangs", "La voix ne répond pas."),
        ("failed", "La voix s’est arrêtée."),
    ],
)
def test_what_is_wrong_with_the_voice_is_said_and_the_game_goes_on(on_card: Pilot, code: str, sentence: str) -> None:
    on_card.press("l", then=0)
    voice_of(on_card).trouble = code
    voice_of(on_card).is_speaking = False
    on_card.step()
    assert on_card.sees(sentence)
    on_card.press("space")
    assert on_card.state.game.phase is not Phase.CARD


def test_a_page_without_a_sentence_says_so(on_board: Pilot) -> None:
    on_board.press("l", then=0)
    assert on_board.sees("Il n’y a rien à lire sur cette page.")


def test_the_menu_reads_too(on_card: Pilot) -> None:
    on_card.press("m")
    pick(on_card, "Lire à voix haute")
    assert voice_of(on_card).is_speaking


def test_the_recording_of_a_card_and_the_settings_of_the_voice_reach_the_speaker(tmp_path: Path) -> None:
    said: list[Reading] = []

    class Speaker:
        def say(self, reading: Reading) -> None:
            said.append(reading)

    library = deck_of(CHALLENGE).library
    assert library is not None
    card = next(iter(library.cards.values()))
    spoken_card = card.model_copy(update={"audio": "voix/un.ogg"})
    library = replace(library, root=tmp_path, cards={**library.cards, card.id: spoken_card})
    reader = Reader(library, lambda: Settings(voice="roa/fr", voice_rate=120), Speaker())  # type: ignore[arg-type]
    reader.read("Bonjour", "fr", card.id)
    reader.read("Bonjour", "fr")
    assert said == [
        Reading("Bonjour", "fr", "roa/fr", 120, tmp_path / "voix" / "un.ogg"),
        Reading("Bonjour", "fr", "roa/fr", 120, None),
    ]

"""The process that speaks, with the real eSpeak NG where it is installed, and with the silent driver of pyttsx3."""

import json
import subprocess
from pathlib import Path

import pytest
from speech import real_voice

from game.voice.espeak import Espeak, NoEngineError
from game.voice.sound import forward, mark_at
from game.voice.speaker import CHILD, Reading
from game.voice.voices import VoiceName, chosen

TEXT = "L’école à côté : où êtes-vous ? Un été, numéro trois."
LONG = 60
END = {"end": True}


def _has_espeak() -> bool:
    try:
        Espeak()
    except NoEngineError:
        return False
    return True


real = pytest.mark.skipif(not _has_espeak(), reason="eSpeak NG is not installed (package espeak-ng)")


def ask(**request: object) -> list[dict[str, object]]:
    """Return what the process that speaks answers to a request."""
    asked = json.dumps(request) + "\n"
    answered = subprocess.run(CHILD, input=asked, capture_output=True, text=True, timeout=LONG, check=True)
    return [json.loads(line) for line in answered.stdout.splitlines()]


@real
def test_french_is_really_said_and_each_word_has_its_moment() -> None:
    speech = Espeak().speech(TEXT, "roa/fr", 160)
    assert len(speech.samples) > 2 * speech.hertz, "more than a second is heard"
    marks = forward(speech.marks)
    words = [TEXT[position:].split(maxsplit=1)[0] for _, position in marks]
    assert words == ["L’école", "à", "côté", "où", "êtes-vous", "Un", "été,", "numéro", "trois."]
    moments = [moment for moment, _ in marks]
    assert moments == sorted(moments)


@real
def test_a_quicker_voice_is_shorter() -> None:
    slow, quick = (Espeak().speech(TEXT, "roa/fr", rate) for rate in (100, 300))
    assert len(quick.samples) < 0.6 * len(slow.samples)


@real
def test_arabic_is_said_and_a_language_that_no_voice_reads_is_told() -> None:
    assert len(forward(Espeak().speech("أين تجد الهدوء؟", "sem/ar", 160).marks)) == 3
    assert ask(do="say", text="x", language="zz", voice="", rate=160) == [{"trouble": "no_language"}, END]


@real
def test_a_whole_sentence_is_heard_through_the_mixer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    voice, listener = real_voice()
    voice.say(Reading("Oui, vous aussi.", rate=400))
    assert listener.wait_for_the_end()
    assert voice.take_trouble() == ""
    assert [position for position in dict.fromkeys(listener.heard) if position is not None] == [0, 5, 10]


@pytest.mark.parametrize("content", [b"OggS and nothing more", None], ids=["broken", "missing"])
def test_a_broken_recording_is_told_and_the_system_voice_is_asked_instead(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    recording = tmp_path / "voix.ogg"
    if content is not None:
        recording.write_bytes(content)
    broken, asked, end = ask(do="say", text="x", language="zz", voice="", rate=160, recording=str(recording))
    assert broken == {"trouble": "broken_recording"}
    assert asked["trouble"] in ("no_language", "no_voice"), "nothing here reads the language zz"
    assert end == END


def test_pyttsx3_tells_its_words_to_the_game() -> None:
    pytest.importorskip("pyttsx3", reason="it comes with the extra « tests »")
    answers = ask(do="say", text="one two three", language="en", voice="", rate=160, driver="dummy")
    assert [answer["word"] for answer in answers if "word" in answer] == [0, 4, 8]
    assert answers[-1] == END


def test_without_any_engine_the_child_says_that_there_is_no_voice() -> None:
    assert ask(do="say", text="x", language="fr", voice="", rate=160, driver="no-such-driver") == [
        {"trouble": "no_voice"},
        END,
    ]


VOICES = (VoiceName("be", "Belge", "fr-be"), VoiceName("fr", "France", "fr_FR"), VoiceName("gb", "English", "en-gb"))


def test_the_voice_of_the_country_comes_first_and_a_wanted_one_before_it() -> None:
    assert chosen(VOICES, "", "fr") == VOICES[1]
    assert chosen(VOICES, "be", "fr") == VOICES[0]
    assert chosen(VOICES, "be", "en") == VOICES[2], "a wanted voice reads only its own language"
    assert chosen(VOICES, "", "ar") is None


def test_marks_never_go_back() -> None:
    marks = forward([(0, 0), (300, 5), (500, 2), (600, 5)])
    assert marks == ((0, 0), (300, 5))
    assert [mark_at(marks, moment) for moment in (0, 299, 300, 9000)] == [0, 0, 5, 5]
    assert mark_at((), 10) is None

"""A voice that the window never waits for, whatever its driver does."""

import os
from pathlib import Path

import pygame
import pytest
from speech import real_voice, voice_of, voice_that_runs

from game.voice.speaker import Reading
from game.voice.voices import VoiceName

BEGAN, END = {"began": True}, {"end": True}
A_RECORDING = Path(pygame.__file__).parent / "examples" / "data" / "punch.wav"


def test_the_word_that_is_heard_is_told_as_it_comes() -> None:
    voice, listener = voice_of(BEGAN, {"word": 0}, {"word": 5}, END)
    voice.say(Reading("Mots à dire"))
    assert voice.is_speaking, "from the moment it is asked"
    assert listener.wait_for_the_end()
    told = [position for position in listener.heard if position is not None]
    assert told == [0, 5]
    assert voice.has_begun
    assert voice.position is None, "once it is silent, no word is lit"
    assert voice.take_trouble() == ""


@pytest.mark.parametrize("trouble", ["no_voice", "no_language", "no_audio"])
def test_what_the_child_lacks_is_told_once(trouble: str) -> None:
    voice, listener = voice_of({"trouble": trouble}, END)
    voice.say(Reading("Bonjour"))
    assert listener.wait_for_the_end()
    assert voice.take_trouble() == trouble
    assert voice.take_trouble() == ""


def test_a_driver_that_hangs_is_killed_and_told() -> None:
    voice, listener = voice_that_runs("import time; time.sleep(600)", patience=0.2)
    voice.say(Reading("Bonjour"))
    assert listener.wait_for_the_end()
    assert voice.take_trouble() == "hangs"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a device that hangs is made with a named pipe")
def test_an_audio_device_that_hangs_is_killed_and_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "device")  # SDL opens it, and waits for somebody at the other end
    monkeypatch.setenv("SDL_AUDIODRIVER", "disk")
    monkeypatch.setenv("SDL_DISKAUDIOFILE", str(tmp_path / "device"))
    voice, listener = real_voice(patience=2.0)
    voice.say(Reading("Bonjour", recording=A_RECORDING))
    assert listener.wait_for_the_end()
    assert voice.take_trouble() == "hangs"


@pytest.mark.parametrize("program", ["raise SystemExit(3)", "print('a driver talks', flush=True)", "print('[1]')"])
def test_a_child_that_ends_too_soon_is_told(program: str) -> None:
    voice, listener = voice_that_runs(program)
    voice.say(Reading("Bonjour"))
    assert listener.wait_for_the_end()
    assert voice.take_trouble() == "failed"


def test_a_reading_is_stopped_at_once_and_is_no_trouble() -> None:
    voice, listener = voice_of(BEGAN, {"word": 0}, ends=False)
    voice.say(Reading("Mots à dire ici."))
    assert listener.wait(lambda: voice.position == 0)
    voice.stop()
    assert not voice.is_speaking
    assert voice.position is None
    assert voice.take_trouble() == ""


def test_a_new_reading_takes_the_place_of_the_one_before() -> None:
    voice, listener = voice_of(BEGAN, {"word": 3}, ends=False)
    voice.say(Reading("Un"))
    assert listener.wait(lambda: voice.position == 3)
    voice.say(Reading("Deux"))
    assert voice.position is None, "nothing of the first one is lit any more"
    assert listener.wait(lambda: voice.position == 3)
    voice.stop()
    assert voice.take_trouble() == ""


def test_the_voices_are_listed_without_waiting() -> None:
    voice, listener = voice_of({"voices": [["roa/fr", "French (France)", "fr-fr"]]}, END)
    assert voice.voices() == ()
    assert listener.wait(lambda: bool(voice.voices()))
    assert voice.voices() == (VoiceName("roa/fr", "French (France)", "fr-fr"),)


def test_a_recording_is_really_played(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    voice, listener = real_voice()
    voice.say(Reading("Bonjour", recording=A_RECORDING))
    assert listener.wait_for_the_end()
    assert voice.has_begun
    assert voice.take_trouble() == ""


def test_without_an_audio_device_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "none-of-this-name")
    voice, listener = real_voice()
    voice.say(Reading("Bonjour", recording=A_RECORDING))
    assert listener.wait_for_the_end()
    assert voice.take_trouble() == "no_audio"

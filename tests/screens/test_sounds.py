"""The sounds of the game: few, soft, in time with what is seen, and missed by nobody when they are off."""

import json
import math
import os
import shutil
import subprocess
import sys
import time
import wave
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pilot import START, Pilot, piloted, shipped
from screens import two_screens

from game.content.formats import Format
from game.content.library import Library
from game.content.load import Loaded, load
from game.desk.opening import opening_of
from game.places import assets_folder
from game.rules import Phase
from game.screens.desk import SessionChoice
from game.screens.motion import HOP_SECONDS, TUMBLE_SECONDS, Hop, Motion, Tumble
from game.screens.sounds import CHILD, Sounds
from game.screens.soundtrack import (
    ACT,
    BRICK,
    DIE,
    RATE,
    SOUNDS,
    STEP,
    BrokenSoundError,
    Cue,
    as_wav,
    cues_of,
    mixed,
    samples_of,
    still_due,
)

ROOT = Path(__file__).resolve().parents[2]
FOLDER = assets_folder() / "sounds"
SOFT = 10 ** (-12 / 20)
"""-12 dBFS, as a part of full scale."""
PATIENCE = 60.0
"""Seconds that a busy machine may need for what takes half a one."""


class Listener:
    """A loudspeaker that remembers what it was asked to play."""

    def __init__(self) -> None:
        self.heard: list[tuple[Cue, ...]] = []
        self.stops = 0
        self.trouble = ""

    def prepare(self) -> None: ...

    def play(self, cues: Sequence[Cue]) -> None:
        self.heard.append(tuple(cues))

    def stop(self) -> None:
        self.stops += 1

    def take_trouble(self) -> str:
        return self.trouble

    def close(self) -> None: ...

    @property
    def names(self) -> list[str]:
        return [cue.sound for cues in self.heard for cue in cues]


def listened(pilot: Pilot) -> Listener:
    """Put a listener in the place of the loudspeaker."""
    listener = Listener()
    pilot.desk.sounds = listener
    return listener


def level(samples: "array[int]") -> float:
    """Return the loudest sample, as a part of full scale."""
    return max(map(abs, samples)) / 32767


@pytest.fixture
def listener(on_board: Pilot) -> Listener:
    return listened(on_board)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the script that makes the sounds, as one does to change them."""
    folder = tmp_path_factory.mktemp("sounds")
    subprocess.run([sys.executable, str(ROOT / "tools" / "make_sounds.py"), str(folder)], check=True, timeout=120)
    return folder


@pytest.mark.parametrize("name", SOUNDS)
def test_the_sounds_of_the_repository_are_those_that_the_script_makes(name: str, made: Path) -> None:
    ours, again = samples_of(FOLDER / f"{name}.wav"), samples_of(made / f"{name}.wav")
    assert len(ours) == len(again)
    assert max(abs(one - other) for one, other in zip(ours, again, strict=True)) <= 1, "but for the last bit of a sine"


def test_there_is_no_other_sound_and_the_licence_is_beside_them(made: Path) -> None:
    names = {f"{name}.wav" for name in SOUNDS}
    assert {path.name for path in made.iterdir()} == names
    assert {path.name for path in FOLDER.iterdir()} == names | {"LICENCE"}
    assert "CC0" in (FOLDER / "LICENCE").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 200_000


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_soft_short_and_comes_from_silence_and_goes_back_to_it(name: str) -> None:
    samples = samples_of(FOLDER / f"{name}.wav")
    assert 0.02 < level(samples) <= SOFT
    assert len(samples) <= 2 * RATE
    ends = samples[: RATE // 500] + samples[-RATE // 500 :]
    assert samples[0] == samples[-1] == 0, "an end that is not silent clicks"
    assert level(ends) < 0.7 * level(samples), "it comes and goes gradually"


def test_all_the_sounds_of_a_long_move_together_are_as_soft() -> None:
    samples = {name: samples_of(FOLDER / f"{name}.wav") for name in SOUNDS}
    hops = tuple(Hop("a", at, at + 1) for at in range(12))
    track = mixed(cues_of((), Motion((Tumble((6, 6)), *hops), 0.0)), samples)
    assert 0.02 < level(track) <= SOFT
    both = mixed((Cue(DIE), Cue(STEP, 0.01)), samples)
    assert list(both[:200]) == list(samples[DIE][:200])
    at = round(0.01 * RATE) + 90
    assert both[at] == samples[DIE][at] + samples[STEP][90], "heard together, they are added"


def test_each_step_is_heard_as_the_pawn_lands() -> None:
    cues = cues_of((), Motion((Tumble((2,)), Hop("a", 0, 1), Hop("a", 1, 2)), 0.0))
    assert [cue.sound for cue in cues] == [DIE, STEP, STEP]
    landings = (0.0, TUMBLE_SECONDS + HOP_SECONDS, TUMBLE_SECONDS + 2 * HOP_SECONDS)
    assert [cue.at for cue in cues] == pytest.approx(landings)


def test_what_comes_late_keeps_in_time_and_what_has_been_seen_is_left_out() -> None:
    cues = (Cue(DIE), Cue(STEP, 1.0), Cue(STEP, 1.2))
    assert still_due(cues, 0.1) == (Cue(DIE), Cue(STEP, 0.9), Cue(STEP, pytest.approx(1.1)))
    assert [cue.sound for cue in still_due(cues, 0.9)] == [STEP, STEP]
    assert still_due(cues, 5.0) == ()


def test_a_throw_a_brick_and_the_end_of_an_act_are_heard_and_seen(on_board: Pilot, listener: Listener) -> None:
    seen = [on_board.text_on_screen()]
    on_board.to_phase(Phase.LANDED, 3)
    assert listener.names == [DIE, STEP, STEP, STEP]
    seen.append(on_board.text_on_screen())
    on_board.press("left")
    on_board.to_phase(Phase.WORD, 3)
    for keys, sound in ((("enter",), BRICK), (("g", "4"), ACT)):
        listener.heard.clear()
        on_board.press(*keys)
        assert listener.names == [sound]
        seen.append(on_board.text_on_screen())
    assert len(set(seen)) == len(seen), "what is heard has changed the screen too"


def test_a_throw_is_heard_with_as_many_steps_as_the_pawn_takes(on_board: Pilot, listener: Listener) -> None:
    on_board.press("4")
    assert listener.names == [DIE, STEP, STEP, STEP, STEP]


def test_the_screen_is_the_same_with_the_sounds_off(tmp_path: Path) -> None:
    pages: list[list[str]] = []
    for has_sounds in (True, False):
        with piloted(tmp_path / str(has_sounds)) as pilot:
            pilot.desk.change_settings(replace(pilot.desk.settings, sounds=has_sounds))
            pilot.begin()
            pilot.to_board()
            listener = listened(pilot)
            pages.append([])
            for key in ("3", "space", "space", "enter", "2"):
                pilot.press(key, then=0.5)
                pages[-1].append(pilot.text_on_screen())
                pilot.wait(3)
            assert bool(listener.heard) is has_sounds
    assert pages[0] == pages[1]


def test_a_key_that_finishes_a_motion_cuts_its_sounds(on_board: Pilot, listener: Listener) -> None:
    on_board.press("4", then=0.3)
    assert not listener.stops
    on_board.press("space", then=0.3)
    assert listener.stops == 1
    assert on_board.state.game.phase is not Phase.CARD, "and does nothing else"


def test_with_reduced_motion_one_sound_goes_with_what_shows_at_once(on_board: Pilot, listener: Listener) -> None:
    on_board.desk.change_settings(replace(on_board.desk.settings, reduced_motion=True))
    on_board.press("4")
    assert listener.heard == [(Cue(DIE),)]


def test_moving_through_pages_and_taking_a_step_back_are_silent(on_board: Pilot, listener: Listener) -> None:
    on_board.press("3", "left", "s", "s")
    assert listener.names.count(DIE) == 1
    assert len(listener.heard) == 1


def test_a_menu_entry_puts_the_sounds_of_this_session_off_and_on(on_board: Pilot, listener: Listener) -> None:
    def switch() -> None:
        on_board.press("m", then=0.1)
        while not on_board.sees("Sons du jeu"):
            on_board.press("down", then=0.1)
        on_board.click("Sons du jeu", then=0.1)

    switch()
    assert on_board.sees("Les sons sont coupés.")
    on_board.press("3")
    assert not listener.heard
    switch()
    assert on_board.sees("Les sons sont allumés.")
    on_board.desk.change_settings(replace(on_board.desk.settings, sounds=False))
    switch()
    assert on_board.sees("Les sons sont coupés dans les réglages.")


def quiet() -> Loaded:
    """Return the shipped content, its formats made for places where sounds are not welcome."""
    loaded = shipped()
    formats = {name: item.model_copy(update={"sounds": False}) for name, item in loaded.library.formats.items()}
    return replace(loaded, library=replace(loaded.library, formats=formats))


def test_a_format_may_begin_without_sounds(tmp_path: Path) -> None:
    with piloted(tmp_path, loaded=quiet()) as pilot:
        listener = listened(pilot)
        pilot.begin()
        pilot.to_board()
        pilot.press("3")
        assert not listener.heard


def test_without_a_loudspeaker_it_is_said_once_to_the_facilitator_and_the_game_goes_on(tmp_path: Path) -> None:
    with two_screens(tmp_path) as screens:
        screens.begin()
        screens.to_board()
        listener = listened(screens)
        screens.press("3", then=0.2)
        listener.trouble = "no_audio"
        screens.wait(0.2)
        assert screens.sees("Aucun haut-parleur ne répond")
        assert "haut-parleur" not in screens.room_text()
        screens.press("space", "space")
        assert not screens.sees("Aucun haut-parleur ne répond"), "once is enough"
        assert screens.state.game.phase is not Phase.READY


def child(folder: Path, driver: str, *requests: list[tuple[str, float]]) -> list[str]:
    """Give requests to the real process that plays, on an audio driver, and return its answers."""
    lines = "".join(json.dumps({"asked": time.time(), "cues": cues}) + "\n" for cues in requests)
    environment = {**os.environ, "SDL_AUDIODRIVER": driver}
    done = subprocess.run(
        [*CHILD, str(folder)],
        input=lines,
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.split()


def test_the_process_that_plays_answers_each_request() -> None:
    assert child(FOLDER, "dummy", [(DIE, 0.0), (STEP, 0.5)], [], [(ACT, 0.0)]) == ["ok", "ok", "ok"]


def test_no_audio_device_is_an_answer() -> None:
    assert child(FOLDER, "no-such-driver", [(DIE, 0.0)], [(DIE, 0.0)]) == ["no_audio", "no_audio"]


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not a sound at all", None])
def test_a_broken_file_is_an_answer_too(tmp_path: Path, content: bytes | None) -> None:
    for name in SOUNDS:
        (tmp_path / f"{name}.wav").write_bytes((FOLDER / f"{name}.wav").read_bytes())
    (tmp_path / "die.wav").unlink()
    if content is not None:
        (tmp_path / "die.wav").write_bytes(content)
    with pytest.raises(BrokenSoundError):
        samples_of(tmp_path / "die.wav")
    assert child(tmp_path, "dummy", [(DIE, 0.0)]) == ["broken_sound"]


def test_a_sound_at_another_rate_is_refused(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "die.wav"), "wb") as file:
        file.setparams((2, 2, 48_000, 0, "NONE", ""))
        file.writeframes(bytes(400))
    with pytest.raises(BrokenSoundError):
        samples_of(tmp_path / "die.wav")


def test_a_track_is_written_as_it_was_read(tmp_path: Path) -> None:
    tone = array("h", (round(3000 * math.sin(index / 9)) for index in range(500)))
    (tmp_path / "tone.wav").write_bytes(as_wav(tone))
    assert samples_of(tmp_path / "tone.wav") == tone


@pytest.fixture
def speaker() -> Iterator[Sounds]:
    sounds = Sounds(FOLDER, patience=PATIENCE)
    yield sounds
    sounds.close()


def test_the_loudspeaker_of_this_computer_plays_without_a_word(speaker: Sounds) -> None:
    speaker.play((Cue(DIE), Cue(STEP, 0.5)))
    speaker.stop()
    speaker.close(PATIENCE)
    assert speaker.take_trouble() == ""


@pytest.mark.parametrize(
    "code", ["import time; time.sleep(600)", "raise SystemExit(1)", "print('no_audio', flush=True)"]
)
def test_a_device_that_hangs_or_is_not_there_is_given_up_and_said(code: str) -> None:
    sounds = Sounds(FOLDER, child=(sys.executable, "-c", code), patience=3.0)
    sounds.play((Cue(DIE),))
    sounds.close(PATIENCE)
    assert sounds.take_trouble() == "no_audio"
    assert sounds.take_trouble() == ""


def test_a_program_that_cannot_be_started_is_said_too(tmp_path: Path) -> None:
    sounds = Sounds(FOLDER, child=(str(tmp_path / "nothing"),))
    sounds.play((Cue(DIE),))
    sounds.close(PATIENCE)
    assert sounds.take_trouble() == "no_audio"


@pytest.mark.parametrize(("written", "is_on"), [("", True), ("sons: oui\n", True), ("sons: non\n", False)])
def test_the_file_of_a_format_says_whether_it_begins_with_sounds(
    tmp_path: Path,
    written: str,
    is_on: bool,  # noqa: FBT001 - what is expected
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    script = content / "formats" / "entre-pilotes-90.yaml"
    script.write_text(script.read_text(encoding="utf-8") + written, encoding="utf-8")
    found = load(content, assets=assets_folder()).library.formats["entre-pilotes-90"]
    choice = SessionChoice(found.id, "Ripaillon", ())
    assert opening_of(shipped_with(found), choice, START.date(), name="s", seed=1).sounds is is_on


def test_a_word_that_is_neither_yes_nor_no_is_a_problem_with_its_place(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    script = content / "formats" / "entre-pilotes-90.yaml"
    lines = script.read_text(encoding="utf-8").count("\n")
    script.write_text(script.read_text(encoding="utf-8") + "sons: parfois\n", encoding="utf-8")
    told = [str(problem) for problem in load(content, assets=assets_folder()).problems]
    assert any(f"entre-pilotes-90.yaml:{lines + 1}:7" in line and "parfois" in line for line in told), told


def shipped_with(script: Format) -> Library:
    """Return the shipped content with a format in the place of its own."""
    library = shipped().library
    return replace(library, formats={**library.formats, script.id: script})

"""A session seen again: step by step, back and forth, at any speed, without a word written."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from desk import look, texts
from lived import lived
from pilot import Pilot, piloted, shipped
from reading import pick

from game.desk.faces import LibraryFaces
from game.drawing.drawlist import Box, Disc, Icon, Line, Text
from game.drawing.geometry import Rect
from game.drawing.scaling import scaled
from game.drawing.theme import TextStyle
from game.screens.inputs import Click, Press, Scroll
from game.screens.replay import SPEEDS, ReplayScene
from game.screens.replay_page import progress_line
from game.screens.replay_tape import USUAL_SPEED, Tape, tape
from game.screens.scene import Black, Pop
from game.session.history import replay
from game.session.journal import read
from game.session.records import Record

GOLDEN = sorted((Path(__file__).parents[1] / "session" / "golden").glob("*.jsonl"))
NOW = 1000.0


@pytest.fixture
def records(tmp_path: Path) -> tuple[Record, ...]:
    return lived(tmp_path)


@pytest.fixture
def scene(records: tuple[Record, ...]) -> ReplayScene:
    """Open a replay and draw it once; it plays."""
    opened = ReplayScene(records, LibraryFaces(shipped().library), Pop())
    opened.picture(look(), NOW)
    return opened


def press(scene: ReplayScene, *keys: str, at: float = NOW) -> object:
    step = None
    for key in keys:
        step = scene.handle(Press(key), at)
    return step


def shown(scene: ReplayScene, at: float = NOW) -> str:
    return " ".join(texts(scene.picture(look(), at)))


def knob(scene: ReplayScene, at: float) -> float:
    """Return where the knob is, in px."""
    disc = scene.picture(look(), at).moving[-1]
    assert isinstance(disc, Disc)
    return disc.x


def test_every_record_is_a_step_in_the_order_it_was_lived(records: tuple[Record, ...]) -> None:
    moments = tape(records).moments
    assert [moment.record for moment in moments] == list(records)
    assert all(before.at <= after.at for before, after in pairwise(moments))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_each_state_is_the_one_that_the_room_saw(path: Path) -> None:
    saved = read(path.read_bytes()).records
    moments = tape(saved).moments
    for count in range(1, len(saved) + 1, 7):
        assert moments[count - 1].state == replay(saved[:count]).state
    assert moments[-1].state == replay(saved).state


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_whole_session_is_shown_on_and_back(path: Path) -> None:
    saved = read(path.read_bytes()).records
    scene = ReplayScene(saved, LibraryFaces(shipped().library), Pop())
    pages = [shown(scene)]
    for count in range(1, len(saved)):
        while scene.index < count:
            press(scene, "right")
        pages.append(shown(scene, NOW + 60))
    for count in reversed(range(len(saved))):
        while scene.index > count:
            press(scene, "left")
        assert f"pas {count + 1} sur {len(saved)}" in shown(scene, NOW + 60)
    assert len(set(pages)) == len(pages)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_no_clock_is_shown_again_as_none_was_in_the_room(path: Path) -> None:
    scene = ReplayScene(read(path.read_bytes()).records, LibraryFaces(shipped().library), Pop())
    seen = {shown(scene)}
    while scene.index < scene._tape.last:  # noqa: SLF001
        press(scene, "right")
        seen.add(shown(scene, NOW + 60))
        assert not any(isinstance(item, Text) for item in scene.picture(look(), NOW + 60).moving), "no stopwatch runs"
    clocks = [page for page in seen if re.search(r"Encore \d|Temps prévu|Il reste", page)]
    assert len(seen) > 10
    assert not clocks


def test_a_step_that_was_taken_back_is_seen_and_then_taken_back(scene: ReplayScene) -> None:
    press(scene, "right", "right")
    assert scene.moment.state.game.dice == (1,)
    assert "Équipe A : dé tapé 1" in shown(scene)
    press(scene, "right")
    assert "On revient en arrière" in shown(scene)
    assert scene.moment.state.game.dice == ()
    press(scene, "right")
    assert "Équipe A : dé tapé 2" in shown(scene)


def test_each_step_tells_what_happened_and_when(scene: ReplayScene) -> None:
    assert "14:05 · La séance commence" in shown(scene)
    told = []
    for _ in range(12):
        press(scene, "right")
        told.append(shown(scene))
    for words in ("Acte : Jeu", "une brique, « tenir »", "· Pause", "La séance reprend", "relance, dé tapé 4"):
        assert any(words in one for one in told), words
    assert "La séance est clôturée" in shown(ended(scene))


def ended(scene: ReplayScene) -> ReplayScene:
    press(scene, "end")
    return scene


def test_it_plays_by_itself_at_sixty_times_and_a_pause_takes_no_time(scene: ReplayScene) -> None:
    assert scene.speed == USUAL_SPEED == 60
    assert scene.is_playing
    # 17 minutes were lived, the ten hours of the pause left out: 17 seconds, a few motions more
    shown(scene, NOW + 10)
    assert 0 < scene.index < len(scene._tape.moments) - 1  # noqa: SLF001
    shown(scene, NOW + 25)
    assert scene.moment.state.is_closed
    assert not scene.is_playing


def test_twice_the_speed_takes_half_the_time(records: tuple[Record, ...]) -> None:
    def time_to_the_end(speed: float) -> float:
        scene = ReplayScene(records, LibraryFaces(shipped().library), Pop(), speed)
        seconds = 0.0
        scene.picture(look(), NOW)
        while scene.is_playing:
            seconds += 0.05
            scene.picture(look(), NOW + seconds)
        return seconds

    slow, quick = time_to_the_end(60), time_to_the_end(120)
    assert slow == pytest.approx(2 * quick, rel=0.1)
    assert time_to_the_end(100_000) < 1


def test_the_space_bar_stops_and_goes_on_from_there(scene: ReplayScene) -> None:
    shown(scene, NOW + 5.5)
    press(scene, "space", at=NOW + 5.5)
    assert not scene.is_playing
    index, place = scene.index, knob(scene, NOW + 5.5)
    assert knob(scene, NOW + 500) == place
    assert scene.wakes_in(NOW + 500) is None
    press(scene, "space", at=NOW + 500)
    assert knob(scene, NOW + 500) == place
    assert scene.index == index
    shown(scene, NOW + 510)
    assert scene.index > index


def test_at_the_end_the_space_bar_begins_again(scene: ReplayScene) -> None:
    press(scene, "space", "end", "space")
    assert (scene.index, scene.is_playing) == (0, True)


def test_a_step_stops_and_goes_no_further_than_the_ends(scene: ReplayScene) -> None:
    press(scene, "left")
    assert (scene.index, scene.is_playing) == (0, False)
    press(scene, "end", "right", "right")
    assert scene.moment.state.is_closed
    press(scene, "home")
    assert scene.index == 0
    scene.handle(Scroll(3), NOW)
    assert scene.index == 3
    scene.handle(Scroll(-2), NOW)
    assert scene.index == 1


def test_digits_go_to_a_tenth_of_the_time(scene: ReplayScene) -> None:
    press(scene, "end")
    whole = scene.moment.at
    for digit in "9510":
        press(scene, digit)
        assert scene.moment.at <= whole * int(digit) / 10
    assert scene.moment.at == 0
    press(scene, "5")
    assert scene.moment.at > whole * 0.2


def test_the_speed_goes_up_and_down_its_ladder(scene: ReplayScene) -> None:
    press(scene, "plus")
    assert scene.speed == 120
    assert "vitesse × 120" in shown(scene)
    press(scene, *["up"] * 20)
    assert scene.speed == SPEEDS[-1]
    press(scene, *["minus", "down"] * 10)
    assert scene.speed == SPEEDS[0]


def test_a_change_of_speed_does_not_jump(scene: ReplayScene) -> None:
    shown(scene, NOW + 3.3)
    before = knob(scene, NOW + 3.3)
    press(scene, "up", at=NOW + 3.3)
    assert knob(scene, NOW + 3.3) == pytest.approx(before)


def test_a_click_on_the_line_goes_there(scene: ReplayScene) -> None:
    line = progress_line(look())
    shown(scene)
    scene.handle(Click(line.right - 1, line.centre[1]), NOW)
    assert scene.moment.state.current_act.kind == "debrief"
    scene.handle(Click(line.x + 1, line.centre[1]), NOW)
    assert scene.moment.at == 0
    scene.handle(Click(line.x + 1, line.y - 300), NOW)
    assert scene.moment.at == 0


def test_every_hint_does_what_its_key_does(scene: ReplayScene) -> None:
    spots = {spot.action: spot for spot in scene.picture(look(), NOW).spots}
    keys = {f"press:{key}" for key in ("space", "left", "right", "up", "down", "t", "escape")}
    assert set(spots) == keys | {"seek"}
    scene.handle(Click(*spots["press:right"].rect.centre), NOW)
    assert scene.index == 1
    assert scene.handle(Click(*spots["press:escape"].rect.centre), NOW) == Pop()


def test_the_keys_of_the_past_page_answer_nobody(scene: ReplayScene) -> None:
    press(scene, "right")
    assert {spot.action for spot in scene.picture(look(), NOW).spots if "press:n" in spot.action} == set()
    before = scene.index
    assert press(scene, "m") is None
    assert press(scene, "p") is None
    assert scene.index == before


def test_a_throw_moves_again_and_a_step_back_does_not(scene: ReplayScene) -> None:
    press(scene, "right", "right")
    assert "Départ case 1" not in shown(scene, NOW + 0.1)
    assert scene.wakes_in(NOW + 0.1) is not None
    assert "Départ case 1" in shown(scene, NOW + 10)
    press(scene, "right", "right", at=NOW + 10)
    shown(scene, NOW + 20)
    press(scene, "left", "left", at=NOW + 20)
    assert "Départ case 1" in shown(scene, NOW + 20)


def test_the_clocks_run_with_the_replay_once_they_are_asked_for(scene: ReplayScene) -> None:
    while scene.moment.state.game.card == "":
        press(scene, "right")
    assert "0:00" not in shown(scene)
    press(scene, "t")
    assert "0:00" in shown(scene)
    assert "Encore" in shown(scene)
    press(scene, "space")
    assert "2:00" in shown(scene, NOW + 2)
    press(scene, "t")
    assert "2:00" not in shown(scene, NOW + 2)


def test_the_black_screen_and_the_way_out(scene: ReplayScene) -> None:
    assert press(scene, "b") == Black()
    assert press(scene, "escape") == Pop()


def test_what_is_made_smaller_keeps_its_shape() -> None:
    assert scaled(Box(Rect(10, 20, 30, 40), "#000000", 8, None, 4, shadow=2), 0.5, 100) == Box(
        Rect(105, 10, 15, 20), "#000000", 4, None, 2, shadow=1
    )
    style = TextStyle("bold", 40)
    assert scaled(Text(10, 20, "mot", style, "#000000"), 0.5, 0) == Text(5, 10, "mot", TextStyle("bold", 20), "#000000")
    assert scaled(Icon(Rect(0, 0, 8, 8), "sun", "#000000"), 0.5, 1) == Icon(Rect(1, 0, 4, 4), "sun", "#000000")
    assert scaled(Disc(2, 4, 6, "#000000", None, 2), 0.5, 1) == Disc(2, 2, 3, "#000000", None, 1)
    assert scaled(Line(0, 2, 4, 6, 8, "#000000"), 0.5, 1) == Line(1, 1, 3, 3, 4, "#000000")


def test_a_session_just_opened_is_one_step() -> None:
    first = read(GOLDEN[0].read_bytes()).records[:1]
    scene = ReplayScene(first, LibraryFaces(shipped().library), Pop())
    assert "pas 1 sur 1" in shown(scene)
    shown(scene, NOW + 1)
    assert not scene.is_playing
    for key in ("right", "left", "5", "end", "home", "space"):
        press(scene, key)
        assert scene.index == 0


def test_an_empty_journal_cannot_be_shown() -> None:
    with pytest.raises(ValueError, match="at least one record"):
        tape(())


def test_parts_of_a_session_without_any_time_are_its_ends() -> None:
    first = tape(read(GOLDEN[0].read_bytes()).records[:1])
    assert isinstance(first, Tape)
    assert first.part_of(0) == 1
    assert first.index_at(0) == first.index_at(1) == 0


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[Pilot]:
    """Play a turn at the real window, leave, and see the session again from the list."""
    with piloted(tmp_path) as pilot:
        pilot.begin()
        pilot.to_board()
        pilot.turn(1)
        pilot.press("m")
        pick(pilot, "Revenir à l’accueil")
        pilot.press("b", then=1)
        yield pilot


def test_a_session_is_seen_again_from_the_list_and_its_journal_stays_as_it_was(seen: Pilot) -> None:
    journal = next(seen.desk.sessions_folder.glob("*/journal.jsonl"))
    before = journal.read_bytes()
    seen.press("v")
    assert isinstance(seen.scene, ReplayScene)
    assert seen.sees("vitesse × 60")
    seen.press("end", "left", "right", "home", "escape")
    assert seen.sees("Bilans")
    assert journal.read_bytes() == before
    seen.press("enter")
    assert seen.state.game.turns == 2, "the session goes on afterwards"

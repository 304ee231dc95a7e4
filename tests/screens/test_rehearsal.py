"""A rehearsal: somebody practises alone, both screens say so, and nothing of it stays."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pilot import Pilot, piloted
from screens import TwoScreens, two_screens

from game import app
from game.desk import rehearsal
from game.records.durations import past_sessions
from game.screens.scenes.home import HomeScene
from game.screens.scenes.setup import SetupScene
from game.screens.window import NoDisplayError

BANNER = "Répétition : rien n’est enregistré"
PLACE = "Ripaillon"
WORD = "persevere"


@pytest.fixture(autouse=True)
def aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have a folder of temporary files of one's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def screens(data: Path) -> Iterator[TwoScreens]:
    with two_screens(data) as opened:
        yield opened


def to_summary(pilot: Pilot) -> None:
    """Go to the last step of the set-up, with a place."""
    pilot.press("n", *["down"] * pilot.formats, then=0.1)
    pilot.type(PLACE)
    pilot.press("enter", "enter", "enter", then=0.1)
    assert pilot.sees("Tout est prêt")


def rehearse(pilot: Pilot) -> None:
    to_summary(pilot)
    pilot.press("r", "enter", then=1)
    assert pilot.state.opening.rehearsal


def play_to_the_end(pilot: Pilot) -> None:
    """Go through a turn with a word, then to the end of the session."""
    pilot.to_board()
    pilot.press("3")
    for _ in range(20):
        if pilot.play.is_typing:
            break
        pilot.press("space")
    pilot.type(WORD)
    pilot.press("enter", "g", "5")
    for _ in range(40):
        if pilot.state.is_closed:
            return
        pilot.press("enter" if pilot.play.is_typing else "space")
    raise AssertionError("the session does not end")


def bytes_under(folder: Path) -> bytes:
    """Return all that a folder holds, the names of its files included."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(str(path.relative_to(folder)).encode() + path.read_bytes() for path in files)


def test_the_summary_offers_to_practise_and_says_what_it_means(screens: TwoScreens) -> None:
    to_summary(screens)
    assert screens.sees("répéter seul·e, rien n’est gardé")
    screens.press("r")
    assert screens.sees("Commencer la répétition")
    assert screens.sees("n’a pas de bilan")
    screens.click("une vraie séance")
    assert not screens.sees("Commencer la répétition")
    screens.click("répéter seul·e, rien n’est gardé")
    screens.click("Commencer la répétition")
    assert screens.state.opening.rehearsal


def test_nothing_of_a_rehearsal_is_in_the_data_folder_while_it_lasts_nor_after(
    screens: TwoScreens, data: Path, aside: Path
) -> None:
    rehearse(screens)
    play_to_the_end(screens)
    assert WORD.encode() in bytes_under(aside), "the journal lives in the temporary folder"
    for trace in (WORD, PLACE, "journal"):
        assert trace.encode() not in bytes_under(data)
    assert not screens.sees("bilan"), screens.text_on_screen()
    screens.press("space")
    assert isinstance(screens.scene, HomeScene)
    assert list(aside.iterdir()) == []
    assert WORD.encode() not in bytes_under(data)


def test_a_rehearsal_that_is_left_is_not_in_the_list_and_cannot_be_gone_on_with(
    screens: TwoScreens, data: Path, aside: Path
) -> None:
    rehearse(screens)
    screens.press("m", "down", then=0.1)
    screens.press(*["down"] * 20, then=0.1)
    assert screens.sees("la répétition s’efface")
    screens.press("enter")
    assert isinstance(screens.scene, HomeScene)
    assert not screens.sees("Reprendre")
    assert screens.desk.shelf().sessions == ()
    assert list(aside.iterdir()) == []
    assert list(past_sessions(data / "seances")) == [], "no duration is learned from it"


def test_the_window_that_is_closed_in_the_middle_leaves_nothing(data: Path, aside: Path) -> None:
    with piloted(data) as pilot:
        rehearse(pilot)
        pilot.close_window()
    assert list(aside.iterdir()) == []


def test_every_screen_of_both_windows_says_that_it_is_a_rehearsal(screens: TwoScreens) -> None:
    rehearse(screens)

    def is_said() -> bool:
        return screens.sees(BANNER) and BANNER in screens.room_text()

    assert is_said()
    screens.to_board()
    for key in ("m", "escape", "g", "escape", "z", "escape", "f1", "escape", "s", "space", "f", "f", "3", "space"):
        screens.press(key, then=1)
        assert is_said(), key
    screens.press("b")
    assert is_said(), "black"
    screens.press("b")
    play_to_the_end(screens)
    assert is_said()


def test_with_one_window_too_on_every_screen(data: Path) -> None:
    with piloted(data) as pilot:
        rehearse(pilot)
        for key in ("space", "m", "escape", "v", "escape", "z", "escape"):
            pilot.press(key, then=1)
            assert pilot.sees(BANNER), key


def test_the_banner_covers_nothing_of_the_page(screens: TwoScreens) -> None:
    rehearse(screens)
    for picture in (screens.picture, screens.room_picture):
        lines = [item for item in (*picture.base, *picture.moving) if hasattr(item, "text")]
        banner = next(item for item in lines if "Répétition" in item.text)
        assert all(item.y < banner.y - 20 for item in lines if item is not banner)


def test_a_real_session_has_no_banner(screens: TwoScreens) -> None:
    to_summary(screens)
    screens.press("enter")
    assert not screens.state.opening.rehearsal
    assert not screens.sees("Répétition")
    assert "Répétition" not in screens.room_text()


def test_what_a_crash_left_is_erased_at_the_next_start(
    data: Path, aside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with piloted(data) as pilot:
        rehearse(pilot)
        pilot.opened.session.journal.close()
        pilot.opened.lock.release()  # the system does, when a program dies
        pilot.desk._open = None  # noqa: SLF001 - and nothing else is done
    assert b"OpenSession" in bytes_under(aside)

    def no_window(*_: object, **__: object) -> None:
        raise NoDisplayError

    monkeypatch.setattr(app, "MainWindow", no_window)
    with pytest.raises(NoDisplayError):
        app.run(data)
    assert list(aside.iterdir()) == []


def test_a_rehearsal_that_is_open_in_another_window_is_left_alone(data: Path, aside: Path) -> None:
    (aside / "other-files").mkdir()
    with piloted(data) as pilot:
        rehearse(pilot)
        rehearsal.erase_leftovers()
        assert pilot.opened.path.is_dir()
        pilot.press("space")
        assert not pilot.play.trouble()
    assert [path.name for path in aside.iterdir()] == ["other-files"]


def test_only_the_folder_of_a_rehearsal_is_ever_erased(tmp_path: Path) -> None:
    kept = tmp_path / "seances" / "2026-11-23_14h05_Ripaillon"
    kept.mkdir(parents=True)
    rehearsal.erase(kept)
    assert kept.is_dir()


def test_a_temporary_folder_that_cannot_be_written_is_said(
    screens: TwoScreens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_summary(screens)
    screens.press("r")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not-there"))
    screens.press("enter")
    assert isinstance(screens.scene, SetupScene)
    assert screens.sees("ne peut pas être écrit")

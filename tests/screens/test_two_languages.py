"""The language of the screens changes in the settings, at once, on both windows; in English too all can be read."""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from gallery import IN_TROUBLE, SIZES, Gallery, gallery
from pilot import Pilot, piloted
from screens import TwoScreens, two_screens

from game.drawing.geometry import Rect
from game.language import SOURCE, current, use
from game.places import locale_folder
from game.screens.desk import Settings
from game.screens.scenes.settings_rows import choices

IN_ENGLISH = (SIZES[1], SIZES[3])
"""A wide window and a narrow one: a sentence is not as long in the other language."""


@pytest.fixture(autouse=True)
def french_again() -> Iterator[None]:
    """Leave the other tests in French, whatever happens here."""
    yield
    use(SOURCE, locale_folder())


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[TwoScreens]:
    with two_screens(tmp_path) as opened:
        yield opened


def to_language(pilot: Pilot) -> None:
    """Open the settings from home, and go to the row of the language."""
    row = [choice.name for choice in choices(pilot.desk.voices())].index("language")
    pilot.press("g", *["down"] * row, then=0)


def test_the_language_changes_at_once_by_one_key_and_back(pilot: Pilot) -> None:
    to_language(pilot)
    assert pilot.sees("Réglages")
    assert pilot.sees("Français")
    pilot.press("right")
    assert pilot.sees("Settings")
    assert pilot.sees("English")
    assert not pilot.sees("Réglages")
    pilot.press("left")
    assert pilot.sees("Réglages")


def test_the_row_of_the_language_is_found_by_who_reads_only_one_of_them(pilot: Pilot) -> None:
    to_language(pilot)
    assert pilot.sees("Langue (language)")
    pilot.press("right")
    assert pilot.sees("Language (langue)")


def test_the_language_is_kept_for_the_next_time(tmp_path: Path) -> None:
    with piloted(tmp_path) as first:
        to_language(first)
        first.press("right")
        assert json.loads((tmp_path / "reglages.json").read_text(encoding="utf-8"))["language"] == "en"
    use(SOURCE, locale_folder())
    with piloted(tmp_path) as later:
        assert current() == "en"
        assert later.sees("New session")


def test_a_language_that_the_screens_do_not_speak_is_french_and_said(tmp_path: Path) -> None:
    (tmp_path / "reglages.json").write_text('{"language": "de"}', encoding="utf-8")
    with piloted(tmp_path) as opened:
        assert opened.sees("Nouvelle séance")
        assert opened.sees("Un réglage du fichier n’est pas possible")


def test_both_windows_change_in_the_middle_of_a_session(screens: TwoScreens) -> None:
    screens.begin()
    screens.to_board()
    french_page, french_room = screens.text_on_screen(), screens.room_text()
    assert "Ce que voit la salle" in french_page
    assert "Au tour de" in french_room
    screens.desk.change_settings(Settings(language="en"))
    screens.step()
    assert "What the room sees" in screens.text_on_screen()
    assert "Playing now" in screens.room_text()
    assert "Ce que voit la salle" not in screens.text_on_screen()
    assert "Au tour de" not in screens.room_text()
    screens.desk.change_settings(Settings())
    screens.step()
    assert (screens.text_on_screen(), screens.room_text()) == (french_page, french_room)


def test_keys_and_what_can_be_clicked_are_named_in_the_language(pilot: Pilot) -> None:
    pilot.desk.change_settings(Settings(language="en"))
    pilot.begin()
    pilot.press("m")
    assert pilot.sees("Enter")
    assert pilot.sees("Esc")
    assert not pilot.sees("Échap")
    assert pilot.spot("Pause")
    pilot.click("close")
    pilot.click("continue")
    assert pilot.sees("Space")


def test_cards_and_formats_stay_as_staff_wrote_them(pilot: Pilot) -> None:
    pilot.desk.change_settings(Settings(language="en"))
    pilot.press("c")
    card = next(iter(pilot.desk.cards()))
    assert pilot.sees(card.face.title)
    assert pilot.sees("Cards")


def test_a_report_is_french_whatever_the_screens_speak(pilot: Pilot) -> None:
    pilot.desk.change_settings(Settings(language="en"))
    pilot.begin()
    pilot.press("g", "5", then=1)
    folder = pilot.opened.path
    while not pilot.state.is_closed:
        pilot.press("enter" if pilot.play.is_typing else "space", then=1)
    report = (folder / "bilan.md").read_text(encoding="utf-8")
    assert "23 novembre 2026" in report
    assert "November" not in report


@pytest.fixture(scope="module", params=IN_ENGLISH, ids=lambda size: f"{size[0]}x{size[1]}")
def shown(request: pytest.FixtureRequest) -> Gallery:
    return gallery(request.param, Settings(language="en"))


def test_the_gallery_speaks_english(shown: Gallery) -> None:
    words = {item.text for shot in shown.shots for item in shot.texts}
    assert {"Settings", "Reports", "Our next step", "Space", "Playing now"} <= words
    assert {"Réglages", "Bilans", "Espace", "Échap", "Au tour de", "continuer"} & words == set()


def test_in_english_no_text_leaves_the_canvas_or_its_box(shown: Gallery) -> None:
    wrong = {
        f"{shot.kind} {item.text!r}"
        for shot in shown.shots
        for item, rect in shown.visible(shot)
        if not is_inside(rect, shot.canvas)
        or ((box := shown.box_under(shot, item)) is not None and not is_inside(rect, box))
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_in_english_no_two_texts_overlap(shown: Gallery) -> None:
    wrong = {
        f"{shot.kind} {first.text!r} | {second.text!r}"
        for shot in shown.shots
        if not shot.is_moving and IN_TROUBLE not in shot.kind
        for (first, a), (second, b) in combinations(shown.visible(shot), 2)
        if overlap(a, b)
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_in_english_the_screen_of_keys_says_what_each_key_does_in_full() -> None:
    shown = gallery(IN_ENGLISH[0], Settings(language="en"))
    cut = {item.text for shot in shown.shots if shot.kind == "HelpScene" for item in shot.texts if "…" in item.text}
    assert cut == set()


def is_inside(rect: Rect, box: Rect) -> bool:
    return box.x - 1 <= rect.x and rect.right <= box.right + 1 and box.y - 1 <= rect.y and rect.bottom <= box.bottom + 1


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right - 1 and b.x < a.right - 1 and a.y < b.bottom - 1 and b.y < a.bottom - 1

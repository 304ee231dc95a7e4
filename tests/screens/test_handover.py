"""Two facilitators share a session: one hands it over, the other knows where it stands."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pilot import Pilot, piloted
from screens import TwoScreens, two_screens

from game.session.commands import ChangeFacilitator
from game.session.events import FacilitatorChanged
from game.session.folder import read_records
from game.session.history import replay

TITLE = "Passer la main"


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[TwoScreens]:
    with two_screens(tmp_path) as opened:
        opened.begin()
        opened.to_board()
        yield opened


def without_last_theme(pilot: Pilot) -> str:
    """Begin a session from which the first theme of the list is left out; return its title."""
    pilot.press("n", "enter", then=0.1)
    theme = next(spot for spot in pilot.picture.spots if spot.action.startswith("theme:"))
    pilot.click(theme.label)
    pilot.press("enter", "enter", "enter", then=0.5)
    (left_out,) = pilot.state.opening.left_out
    face = pilot.desk.faces.theme(left_out)
    assert face is not None
    return face.title


def changes(pilot: Pilot) -> int:
    """Return how many times the journal says that the facilitator changed."""
    records = read_records(pilot.opened.path).records
    return sum(isinstance(event, FacilitatorChanged) for record in records for event in record.events)


def test_the_one_who_takes_over_reads_where_the_session_stands(screens: TwoScreens) -> None:
    screens.turn(3)
    screens.press("n")
    screens.press("z")
    assert screens.sees(TITLE)
    for words in (
        "Acte : Jeu",
        "Au tour de : Les Marins",
        "Actes finis : Accueil, Météo",
        "1 échange, 1 thème",
        "Lancer le dé.",
        "Ensuite : Débrief (25 min), Clôture (5 min)",
        "Fin prévue : 15:3",
        "pour cet acte",
        "Les Hérons (case 3)",
        "4 équipes en jeu.",
        "Dernier tour : encore 3 équipes.",
        "aucun thème n’est laissé de côté",
    ):
        assert screens.sees(words), words


def test_the_room_sees_nothing_of_it(screens: TwoScreens) -> None:
    before = screens.room_text()
    screens.press("z")
    assert screens.room_text() == before
    screens.press("space")
    assert screens.room_text() == before


def test_taking_over_is_written_once_and_names_nobody(screens: TwoScreens) -> None:
    screens.press("z", "escape", "z", "left")
    assert changes(screens) == 0, "looking at the page changes nothing"
    screens.press("z")
    screens.click("Je prends la suite")
    assert changes(screens) == 1
    record = read_records(screens.opened.path).records[-1]
    assert record.command == ChangeFacilitator()
    assert record.events == (FacilitatorChanged(),)
    assert screens.sees("La séance continue en d’autres mains.")


def test_the_session_goes_on_as_it_was_and_a_step_back_leaves_the_change(screens: TwoScreens) -> None:
    screens.press("3")
    game = screens.state.game
    screens.press("z", "space")
    assert screens.state.game == game
    screens.press("left")
    assert screens.state.game != game, "the throw is taken back"
    assert changes(screens) == 1
    assert replay(read_records(screens.opened.path).records).state.game == screens.state.game


def test_the_list_of_what_happened_tells_it_or_not_but_never_offers_to_undo_it(screens: TwoScreens) -> None:
    screens.press("z", "space", "j")
    assert not screens.sees("change de mains")


def test_no_record_tells_it(screens: TwoScreens) -> None:
    screens.press("z", "space", "g", "5")
    for _ in range(40):
        if screens.state.is_closed:
            break
        screens.press("enter" if screens.play.is_typing else "space")
    written = "".join(path.read_text(encoding="utf-8") for path in screens.opened.path.glob("bilan.*"))
    assert written
    assert "acilit" not in written
    assert "main" not in written.replace("maintenant", "").replace("humain", "").replace("demain", "")


def test_the_menu_opens_it_too(screens: TwoScreens) -> None:
    screens.press("m")
    for _ in range(20):
        if any(spot.label == TITLE for spot in screens.picture.spots):
            break
        screens.press("down", then=0)
    screens.click(TITLE)
    assert screens.sees("Je prends la suite")


def test_while_a_word_is_typed_the_letter_is_a_letter(screens: TwoScreens) -> None:
    screens.press("3", "space", "space", "space")
    while not screens.play.is_typing:
        screens.press("space")
    screens.type("zoo")
    assert screens.play.drafted_words == "zoo"
    assert not screens.sees(TITLE)


def test_with_one_display_the_page_may_be_seen_by_the_room(tmp_path: Path) -> None:
    with piloted(tmp_path) as pilot:
        title = without_last_theme(pilot)
        pilot.to_board()
        pilot.press("z")
        assert pilot.sees(TITLE)
        assert pilot.sees("Fin prévue")
        assert not pilot.sees("pour cet acte"), "nobody asked for a countdown"
        assert not pilot.sees(title), "what is left out today is not for the room"


def test_with_two_windows_the_facilitator_reads_what_is_left_out_today(tmp_path: Path) -> None:
    with two_screens(tmp_path) as screens:
        title = without_last_theme(screens)
        screens.press("z")
        assert screens.sees(f"on laisse de côté {title}.")
        assert title not in screens.room_text()


def test_a_card_that_the_room_has_not_seen_is_not_told_to_it(tmp_path: Path) -> None:
    for has_room in (True, False):
        folder = tmp_path / str(has_room)
        with two_screens(folder) if has_room else piloted(folder) as pilot:
            pilot.begin()
            pilot.to_board()
            pilot.press("3")
            while not pilot.state.game.card:
                pilot.press("space")
            card = pilot.state.game.card
            state = pilot.state
            object.__setattr__(state.opening, "warned", (*state.opening.warned, card))
            face = pilot.desk.faces.card(card)
            assert face is not None
            name = face.title or face.question
            pilot.press("z", then=0.5)
            assert state.is_card_hidden
            assert pilot.sees(f"Carte pas encore montrée : {name}"[:40]) is has_room


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("opening", [piloted, two_screens], ids=["one display", "two windows"])
def test_nothing_is_cut_with_eight_teams_in_the_last_round_of_a_paused_session(
    tmp_path: Path,
    opening: Callable[..., AbstractContextManager[Pilot]],
    size: tuple[int, int],
) -> None:
    with opening(tmp_path, size=size) as pilot:
        pilot.press("n", "enter", "enter", *["maj+="] * 4, "enter", "enter", then=0.3)
        pilot.to_board()
        assert len(pilot.state.teams) == 8
        for die in (3, 2, 5, 4):
            pilot.turn(die)
        pilot.press("n", "6", "space", "s", "z", then=2)
        assert pilot.sees(TITLE)
        assert not pilot.sees("…"), pilot.text_on_screen()

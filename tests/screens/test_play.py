"""The game on the projector: what a facilitator does, and what the room sees of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pilot import Pilot, piloted

from game.content.load import load
from game.places import assets_folder, content_folder
from game.rules import Phase
from game.session.agenda import ActKind

MIDDLE = 0.4
"""In the middle of any motion."""
GAME_SECONDS = 45 * 60
FIRST, SECOND = "equipe-1", "equipe-2"


def place_of(pilot: Pilot, team: str = FIRST) -> int:
    return pilot.state.game.position_of(team)


def test_a_foam_die_is_typed_and_the_pawn_goes_where_it_says(on_board: Pilot) -> None:
    on_board.press("4")
    assert place_of(on_board) == 4
    assert on_board.sees("Départ case 4")
    assert on_board.sees("découvrir la carte")
    assert b'"physical"' in on_board.journal


def test_a_wrong_die_is_put_right_by_typing_it_again(on_board: Pilot) -> None:
    on_board.press("4", "2")
    assert place_of(on_board) == 2
    assert on_board.state.game.turn == FIRST
    assert on_board.sees("Départ case 2")


def test_a_disputed_die_is_thrown_again_from_where_the_pawn_stood(on_board: Pilot) -> None:
    on_board.press("3", "r")
    assert place_of(on_board) == sum(on_board.state.game.dice)
    assert on_board.state.game.turn == FIRST
    on_board.press("j")
    assert on_board.sees("relance, dé")


def test_a_die_is_chosen_in_a_list(on_board: Pilot) -> None:
    on_board.press("d")
    assert on_board.sees("Le dé lancé")
    on_board.press("down", "down", "enter")
    assert on_board.state.game.dice == (3,)


def test_passing_leaves_no_trace_on_the_screen_or_in_the_record(on_board: Pilot) -> None:
    on_board.press("2", "space", "p")
    assert on_board.state.game.turn == SECOND
    assert not on_board.state.exchanges
    on_board.press("j")
    assert on_board.sees("Au tour suivant")
    assert "pass" not in on_board.text_on_screen().lower()
    on_board.press("escape")
    _finish(on_board)
    for name in ("bilan.json", "bilan.md"):
        assert "pass" not in (on_board.opened.path / name).read_text(encoding="utf-8").lower()


def _finish(pilot: Pilot) -> None:
    """Go to the last act and close the session."""
    pilot.press("g", "5")
    while not pilot.state.is_closed:
        pilot.press("pagedown")


def test_another_card_of_the_same_theme_can_come_and_the_first_one_is_not_kept(on_board: Pilot) -> None:
    on_board.press("2", "space")
    game = on_board.state.game
    on_board.press("c")
    swapped = on_board.state.game
    assert swapped.card != game.card
    assert swapped.table.by_id[swapped.card].theme == game.table.by_id[game.card].theme
    assert not swapped.bricks


def test_a_pause_stops_the_clocks_and_shows_nothing_of_the_card(on_board: Pilot) -> None:
    on_board.press("2", "space", then=1)
    on_board.wait(65)
    card, spent = on_board.text_on_screen(), on_board.state.on_card(on_board.stage.now)
    on_board.press("s")
    assert on_board.text_on_screen() == "Pause Séance Espace reprendre"
    on_board.wait(3000)
    assert on_board.text_on_screen() == "Pause Séance Espace reprendre"
    on_board.press("c", "4", "p", "h")
    on_board.press("space", then=0)
    assert on_board.sees(card.split()[3])
    assert on_board.state.on_card(on_board.stage.now) == pytest.approx(spent, abs=2)
    assert on_board.state.game.phase is Phase.CARD


def test_teams_come_and_go_and_the_wall_stays(on_board: Pilot) -> None:
    on_board.turn(2)
    on_board.press("e")
    _choose(on_board, "La Boussole")
    assert on_board.sees("La Boussole : combien de personnes")
    on_board.press("4")
    arrived = on_board.state.teams[on_board.state.game.teams[-1]]
    assert (arrived.name, arrived.heads) == ("La Boussole", 4)
    assert on_board.sees("La Boussole")
    on_board.press("e")
    _choose(on_board, "Les Hérons")
    assert len(on_board.state.game.teams) == 4
    assert not on_board.sees("Les Hérons")
    assert on_board.sees("1 échange")


def _choose(pilot: Pilot, label: str) -> None:
    """Go up and down a list with the arrows, to the line that begins so, and validate it."""
    pilot.press(*("up",) * 12, then=0)
    for _ in range(30):
        ringed = pilot.scene._entries[pilot.scene._index].label  # type: ignore[attr-defined]  # noqa: SLF001
        if ringed.startswith(label):
            break
        pilot.press("down", then=0)
    pilot.press("enter")


def _to_relay(pilot: Pilot) -> None:
    """Bring the first of two teams to the relay of the shipped board, which is on square 26; the other passes."""
    pilot.press("n", "enter", "enter", "delete", "delete", "enter", "enter")
    pilot.to_board()
    for die in (4, 5, 5, 4, 3):
        pilot.turn(die)
        pilot.press("p")
    pilot.turn(5)
    assert place_of(pilot) == 26
    assert pilot.state.game.turn == SECOND


def test_a_team_that_waits_for_a_relay_is_helped(pilot: Pilot) -> None:
    _to_relay(pilot)
    assert pilot.sees("attend un relais (H pour aider)")
    assert pilot.state.game.turn == SECOND
    pilot.press("h")
    assert not pilot.sees("attend un relais")
    assert pilot.state.game.turn == SECOND
    assert pilot.state.game.can_move(FIRST)


def test_a_team_that_waits_is_freed_by_the_facilitator(pilot: Pilot) -> None:
    _to_relay(pilot)
    pilot.press("e")
    assert pilot.sees("repartir sans attendre")
    pilot.press("1")
    assert not pilot.sees("attend un relais")
    assert pilot.state.game.can_move(FIRST)


def test_one_goes_back_to_just_before_any_step(on_board: Pilot) -> None:
    on_board.turn(2)
    on_board.press("3")
    on_board.press("j")
    assert on_board.sees("Revenir juste avant…")
    lines = [spot.label for spot in on_board.picture.spots if spot.action.startswith("choose:")]
    throw = next(index for index, line in enumerate(lines) if "dé tapé 2" in line)
    on_board.press(str(throw + 1))
    assert place_of(on_board) == 0
    assert on_board.sees("Au tour de Les Hérons")
    on_board.press("ctrl+y")
    assert place_of(on_board, SECOND) == 3


def test_one_goes_to_any_act_and_comes_back_to_the_game_as_it_was(on_board: Pilot) -> None:
    on_board.turn(2)
    game = on_board.state.game
    for act, words in ((1, "Bienvenue"), (4, "sentez-vous"), (5, "Le mur de notre séance"), (2, "Quel temps fait-il")):
        on_board.press("g", str(act), then=0.1)
        assert on_board.sees(words)
    on_board.press("g", "3")
    assert on_board.state.game == game
    assert on_board.sees("Notre mur")
    assert on_board.sees("Au tour de")


@pytest.fixture
def two_dice(tmp_path: Path) -> Iterator[Pilot]:
    """Open the game on a content whose board has two dice."""
    content = tmp_path / "contenu"
    shutil.copytree(content_folder(), content)
    board = content / "boards" / "permis.yaml"
    board.write_text(board.read_text(encoding="utf-8").replace("\nde: 1\n", "\nde: 2\n"), encoding="utf-8")
    with piloted(tmp_path / "donnees", loaded=load(content, assets=assets_folder())) as pilot:
        yield pilot


def test_two_dice_are_typed_one_after_the_other(two_dice: Pilot) -> None:
    two_dice.begin()
    two_dice.to_board()
    assert two_dice.sees("lancer les dés")
    two_dice.press("2", then=0.5)
    assert two_dice.sees("Tapez l’autre dé.")
    assert place_of(two_dice) == 0
    two_dice.press("5")
    assert two_dice.state.game.dice == (2, 5)
    assert place_of(two_dice) == 7
    two_dice.press("1", "2")
    assert place_of(two_dice) == 3
    two_dice.press("ctrl+z", "ctrl+z")
    two_dice.press("space")
    assert len(two_dice.state.game.dice) == 2


def test_one_pawn_for_all_goes_on_from_team_to_team(pilot: Pilot) -> None:
    pilot.press("n", *("down",) * pilot.formats, "down", "space", "enter", "enter", "enter", "enter")
    pilot.to_board()
    pilot.turn(2)
    assert pilot.state.game.turn == SECOND
    pilot.press("3")
    assert place_of(pilot, FIRST) == place_of(pilot, SECOND) == 5
    assert pilot.sees("Case 2 case 5")


def test_the_clock_ends_the_game_between_two_turns_and_one_may_play_on(on_board: Pilot) -> None:
    on_board.to_phase(Phase.CARD, die=2)
    if on_board.state.is_card_hidden:
        on_board.press("space")
    on_board.wait(GAME_SECONDS)
    assert on_board.sees("autre carte")
    while on_board.state.game.phase is not Phase.READY:
        on_board.press("space")
    assert on_board.sees("Le temps du jeu est passé")
    on_board.press("enter")
    assert on_board.state.game.dice
    assert on_board.sees("Notre mur")
    while on_board.state.game.phase is not Phase.READY:
        on_board.press("space")
    on_board.press("space")
    assert on_board.state.current_act.kind is ActKind.DEBRIEF


@pytest.mark.parametrize("key", ["space", "5", "p", "ctrl+z", "f5", "down", ","])
def test_any_key_finishes_a_motion_and_does_nothing_else(on_board: Pilot, key: str) -> None:
    on_board.press("3", then=MIDDLE)
    after = on_board.state
    assert on_board.scene.wakes_in(on_board.stage.now) == pytest.approx(1 / 60)
    on_board.press(key, then=0)
    assert on_board.state == after
    assert on_board.sees("Départ case 3")
    assert (on_board.scene.wakes_in(on_board.stage.now) or 1) > 0.5


def test_a_motion_ends_by_itself(on_board: Pilot) -> None:
    on_board.press("5", then=MIDDLE)
    assert not on_board.sees("Départ case 5")
    on_board.wait(3)
    assert on_board.sees("Départ case 5")


def test_reduced_motion_shows_where_things_are_at_once(pilot: Pilot) -> None:
    pilot.press("g", *["down"] * 5, "enter", "escape")
    assert pilot.desk.settings.reduced_motion
    pilot.begin()
    pilot.to_board()
    pilot.press("3", then=0)
    assert pilot.sees("Départ case 3")
    pilot.press("space")
    assert pilot.state.game.phase is Phase.CARD

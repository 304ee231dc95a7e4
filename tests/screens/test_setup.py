from pathlib import Path

import pytest
from desk import PRESETS, FakeDesk, Played, click, look, press, said, texts

from game.screens.inputs import Scroll
from game.screens.scene import Pop, Replace
from game.screens.scenes.setup import SetupScene


def setup(*keys: str, **parts: object) -> SetupScene:
    scene = SetupScene(FakeDesk(**parts), Played)
    press(scene, *keys)
    return scene


def started(scene: SetupScene) -> object:
    """Go on to the end and return what the desk was asked."""
    desk = scene._desk  # noqa: SLF001 - the desk is the test's own
    step = press(scene, "enter")
    while step is None:
        step = press(scene, "enter")
    assert isinstance(step, Replace)
    return desk.started[-1]


@pytest.mark.parametrize("key", ["pagedown", "right", "space"])
def test_a_clicker_alone_begins_the_usual_session(key: str) -> None:
    desk = FakeDesk()
    step = press(SetupScene(desk, Played), key, key, key, key)
    assert isinstance(step, Replace)
    assert step.scene.opened.path == Path("Séance")
    choice = desk.started[0]
    assert (choice.format, choice.cooperative, choice.physical_dice) == ("entre-90", False, False)
    assert [(team.name, team.icon) for team in choice.teams] == list(PRESETS[:4])
    assert [team.heads for team in choice.teams] == [3, 3, 3, 3]
    assert len({team.id for team in choice.teams}) == 4


def test_clicks_alone_begin_it_too() -> None:
    scene = setup()
    click(scene, "format:1")
    click(scene, "toggle:physical_dice")
    click(scene, "next")
    click(scene, "next")
    click(scene, "next")
    step = click(scene, "next")
    assert isinstance(step, Replace)


def test_the_steps_are_counted() -> None:
    scene = setup()
    seen = [said(scene)]
    for _ in range(3):
        press(scene, "enter")
        seen.append(said(scene))
    for number, (title, told) in enumerate(
        zip(("Quelle séance ?", "De quoi parle-t-on ?", "Qui joue ?", "Tout est prêt ?"), seen, strict=True), 1
    ):
        assert f"Nouvelle séance · {number} sur 4" in told
        assert title in told


@pytest.mark.parametrize("key", ["escape", "pageup", "left"])
def test_back_goes_back_one_step_then_leaves(key: str) -> None:
    scene = setup("enter", "enter", "enter")
    assert press(scene, key) is None
    assert "Qui joue ?" in said(scene)
    assert press(scene, key) is None
    assert "De quoi parle-t-on ?" in said(scene)
    assert press(scene, key) is None
    assert "Quelle séance ?" in said(scene)
    assert press(scene, key) == Pop()


def test_enter_goes_on_with_the_format_under_the_ring() -> None:
    assert started(setup("down")).format == "sensibilisation-60"
    assert started(setup("down", "up")).format == "entre-90"


def test_space_chooses_a_format_and_other_rows_keep_it() -> None:
    assert started(setup("down", "space", "down", "down", "down")).format == "sensibilisation-60"


def test_going_down_to_the_place_keeps_the_first_format() -> None:
    assert started(setup("down", "down", *"Gare")).format == "entre-90"


def test_a_place_is_typed_letter_by_letter_spaces_and_b_included() -> None:
    scene = setup("down", "down")
    assert scene.is_typing
    press(scene, *"Le Bon coinn", "backspace")
    assert "Le Bon coin" in said(scene)
    assert started(scene).place == "Le Bon coin"


def test_a_place_has_room_for_forty_letters() -> None:
    assert started(setup("down", "down", *"x" * 60)).place == "x" * 40


def test_letters_are_no_text_outside_the_field() -> None:
    scene = setup(*"abc")
    assert not scene.is_typing
    assert started(scene).place == "Séance"


def test_space_turns_the_switches() -> None:
    choice = started(setup("down", "down", "down", "space", "down", "space"))
    assert (choice.cooperative, choice.physical_dice) == (True, True)
    choice = started(setup("down", "down", "down", "space", "space"))
    assert (choice.cooperative, choice.physical_dice) == (False, False)


def test_plus_adds_teams_up_to_eight_with_names_of_their_own() -> None:
    choice = started(setup("enter", "enter", *["plus"] * 9, "escape"))
    names = [team.name for team in choice.teams]
    assert len(names) == len(set(names)) == 8
    assert names[:6] == [name for name, _ in PRESETS]


def test_delete_removes_the_chosen_team_but_two_remain() -> None:
    scene = setup("enter", "enter", "down", "delete")
    assert "Les Marins" not in said(scene)
    press(scene, "delete", "delete", "delete", "escape")
    assert [team.name for team in started(scene).teams] == ["Les Hérons", "Le Phare"]


def test_a_removed_name_comes_back_first() -> None:
    teams = started(setup("enter", "enter", "delete", "plus", "escape")).teams
    assert teams[-1].name == "Les Hérons"


def test_digits_count_the_people_of_the_chosen_team() -> None:
    assert [team.heads for team in started(setup("enter", "enter", "down", "5", "escape")).teams] == [3, 5, 3, 3]


def test_two_digits_make_one_number_only_when_they_come_together() -> None:
    scene = setup("enter", "enter")
    press(scene, "1", "2", at=100.0)
    assert "12 personnes" in said(scene)
    press(scene, "4", at=110.0)
    assert "4 personnes" in said(scene)


def test_a_team_has_at_least_one_person() -> None:
    scene = setup("enter", "enter", "0")
    assert "1 personne" in texts(scene.picture(look(), 0))
    click(scene, "fewer:0")
    assert "1 personne" in texts(scene.picture(look(), 0))
    click(scene, "more:0")
    assert "2 personnes" in said(scene)


def test_a_team_takes_the_name_that_is_typed() -> None:
    scene = setup("enter", "enter", "m")
    assert scene.is_typing
    press(scene, *"Les Mouettes", "enter")
    assert not scene.is_typing
    press(scene, "escape")
    assert started(scene).teams[0].name == "Les Mouettes"


@pytest.mark.parametrize("keys", [["enter"], [*"Oups", "escape"]])
def test_a_name_left_empty_or_given_up_stays_as_it_was(keys: list[str]) -> None:
    assert started(setup("enter", "enter", "m", *keys, "escape")).teams[0].name == "Les Hérons"


def test_clicking_elsewhere_keeps_the_name_being_typed() -> None:
    scene = setup("enter", "enter", "m", *"Les Mouettes")
    click(scene, "team:2")
    assert "Les Mouettes" in said(scene)
    click(scene, "rename")
    press(scene, "x")
    click(scene, "drop")
    assert "Les Bâtisseurs" in said(scene)


def test_the_last_step_tells_the_acts_and_when_it_would_end() -> None:
    told = said(setup("enter", "enter", "enter"))
    for words in ("Déroulé", "Accueil", "Météo", "Débrief", "Clôture", "45 min", "1 h 30", "Fin vers 16:00"):
        assert words in told


def test_the_last_step_sums_up_and_says_what_is_written() -> None:
    told = said(setup("enter", "enter", "enter"))
    for words in ("Entre pilotes, 1 h 30", "4 équipes, 12 personnes", "Le Phare", "Un pion par équipe, dé à l’écran"):
        assert words in told
    assert "Aucun nom de personne n’est écrit nulle part." in told
    assert "Commencer" in told


def test_a_disk_that_refuses_is_told_and_nothing_is_lost() -> None:
    scene = setup("enter", "enter", "plus", "enter", refusal="Le disque est plein.")
    assert press(scene, "enter") is None
    assert "Le disque est plein." in said(scene)
    scene._desk.refusal = ""  # noqa: SLF001 - the desk is the test's own
    assert isinstance(press(scene, "enter"), Replace)


def test_without_any_format_one_cannot_go_on_and_reads_why() -> None:
    scene = setup("enter", choices=())
    assert "Aucun format" in said(scene)
    assert press(scene, "escape") == Pop()


def test_the_wheel_chooses_a_team() -> None:
    scene = setup("enter", "enter")
    scene.handle(Scroll(1), 0)
    press(scene, "9", "escape")
    assert [team.heads for team in started(scene).teams] == [3, 9, 3, 3]


def actions(scene: SetupScene) -> set[str]:
    return {spot.action for spot in scene.picture(look(), 0).spots}


def alike(action: str, before: list[str], *keys: str) -> None:
    by_click, by_key = setup(*before), setup(*before, *keys)
    click(by_click, action)
    assert by_click.picture(look(), 0) == by_key.picture(look(), 0), action


def test_every_place_to_click_of_the_first_step_does_what_a_key_does() -> None:
    switches = {"toggle:cooperative", "toggle:physical_dice"}
    assert actions(setup()) == {"format:0", "format:1", "place", *switches, "use", "next", "back"}
    alike("format:1", [], "down", "space")
    alike("format:0", ["down", "space"], "up", "space")
    alike("place", [], "down", "down")
    alike("toggle:cooperative", [], "down", "down", "down", "space")
    alike("toggle:physical_dice", [], "down", "down", "down", "down", "space")
    alike("use", ["down"], "space")
    alike("next", ["down"], "enter")


def test_every_place_to_click_of_the_third_step_does_what_a_key_does() -> None:
    rows = {f"{name}:{index}" for name in ("team", "fewer", "more") for index in range(4)}
    assert actions(setup("enter", "enter")) == {*rows, "add", "more", "rename", "remove", "next", "back"}
    alike("team:2", ["enter", "enter"], "down", "down")
    alike("more:1", ["enter", "enter"], "down", "4")
    alike("fewer:1", ["enter", "enter"], "down", "2")
    alike("more", ["enter", "enter"], "4")
    alike("add", ["enter", "enter"], "plus")
    alike("remove", ["enter", "enter"], "delete")
    alike("rename", ["enter", "enter"], "m")
    alike("back", ["enter", "enter"], "escape")
    alike("keep", ["enter", "enter", "m", "x"], "enter")
    alike("drop", ["enter", "enter", "m", "x"], "escape")


def test_the_last_step_has_three_places_to_click() -> None:
    assert actions(setup("enter", "enter", "enter")) == {"next", "back", "rehearse"}

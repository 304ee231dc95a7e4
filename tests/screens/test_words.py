"""What a team decides: the word of its brick, its hands for the weather, its next step."""

from pilot import Pilot

from game.rules import Phase

FIRST = "equipe-1"


def test_a_word_is_typed_and_goes_on_the_wall(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    on_board.type("oserr")
    on_board.press("backspace", then=0)
    assert on_board.sees("oser")
    on_board.press("enter")
    assert on_board.state.game.bricks[0].word == "oser"
    assert on_board.sees("1 échange")
    assert on_board.sees("oser")


def test_a_word_is_taken_from_those_of_the_theme(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD, 2)
    theme = on_board.desk.faces.theme("liens")
    assert theme is not None
    on_board.press("down", "down")
    assert on_board.play.drafted_words == theme.words[1]
    on_board.press("up", "enter")
    assert on_board.state.game.bricks[0].word == theme.words[0]


def test_a_word_may_be_left_empty_and_is_never_longer_than_its_brick(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    on_board.press("enter")
    assert on_board.state.game.bricks[0].word == ""
    on_board.to_phase(Phase.WORD, 2)
    on_board.type("a" * 60)
    on_board.press("enter")
    assert on_board.state.game.bricks[1].word == "a" * 24


def test_a_word_of_the_wall_is_written_again_or_taken_away(on_board: Pilot) -> None:
    for die, word in ((2, "mur"), (3, "toit")):
        on_board.to_phase(Phase.WORD, die)
        on_board.type(word)
        on_board.press("enter")
    on_board.press("g", "5", "c", "2")
    assert on_board.play.drafted_words == "toit"
    on_board.press(*("backspace",) * 4, then=0)
    on_board.type("porte")
    on_board.press("enter")
    assert [brick.word for brick in on_board.state.game.bricks] == ["mur", "porte"]
    on_board.press("c", "1", *("backspace",) * 3, "enter")
    assert [brick.word for brick in on_board.state.game.bricks] == ["", "porte"]
    assert on_board.sees("Le mur de notre séance")
    assert not on_board.sees("toit")
    on_board.press("c", "2")
    on_board.type("s")
    on_board.press("escape")
    assert on_board.sees("Le mur de notre séance")
    assert on_board.state.game.bricks[1].word == "porte"


def test_leaving_the_word_for_the_card_and_coming_back_loses_no_brick(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    on_board.press("pageup")
    assert on_board.state.game.phase is Phase.CARD
    on_board.press("space", "enter")
    assert len(on_board.state.game.bricks) == 1


def test_hands_go_up_and_down_in_the_weather_of_the_room(pilot: Pilot) -> None:
    pilot.begin()
    pilot.press("g", "2", then=0.5)
    pilot.press("1", "1", "5", "maj+1", "maj+5", "maj+5", then=0.5)
    assert pilot.state.moods["in"] == (1, 0, 0, 0, 0)
    assert pilot.sees("1 main levée")
    pilot.click("Nuages")
    pilot.click("Nuages")
    pilot.click("Nuages, une de moins")
    assert pilot.state.moods["in"] == (1, 0, 1, 0, 0)


def test_each_team_says_its_next_step_or_not(on_board: Pilot) -> None:
    on_board.press("g", "5", "space")
    on_board.press("down", "down", "down", "up", then=0)
    on_board.type("visiter un foyer")
    on_board.press("enter")
    themes = list(on_board.state.opening.themes)
    step = on_board.state.steps[FIRST]
    assert (step.theme, step.text) == (themes[1], "visiter un foyer")
    on_board.press("enter", "enter", "enter")
    assert list(on_board.state.steps) == [FIRST]


def test_escape_empties_a_word_and_leaves_the_exchange_as_it_is(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    on_board.type("oser")
    on_board.press("escape", "escape")
    assert on_board.state.game.phase is Phase.WORD
    on_board.press("enter")
    assert [brick.word for brick in on_board.state.game.bricks] == [""]


def test_a_question_mark_is_text_wherever_words_are_written_and_opens_no_list_of_keys(on_board: Pilot) -> None:
    on_board.to_phase(Phase.WORD)
    on_board.type("qui?")
    assert on_board.play.drafted_words == "qui?"
    on_board.press("enter")
    on_board.press("g", "5", "c", "1")
    on_board.type("?")
    assert on_board.play.drafted_words == "qui??", "also when a word of the wall is written again"
    on_board.press("enter", "space", "down")
    on_board.type("quand?")
    assert on_board.play.drafted_words == "quand?"
    assert on_board.scene is on_board.play


def test_where_no_words_are_written_a_question_mark_shows_the_keys(on_board: Pilot) -> None:
    on_board.press("g", "5")
    assert on_board.sees("Le mur de notre séance")
    on_board.type("?")
    assert on_board.scene is not on_board.play

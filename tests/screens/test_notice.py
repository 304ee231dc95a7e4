"""The information notice: the room is told the two sentences that its papers carry."""

from pilot import Pilot, plain

from game.printing.words import NOTICE
from game.session.agenda import ActKind


def test_the_welcome_ends_with_the_sentences_of_the_papers(pilot: Pilot) -> None:
    pilot.begin()
    while not pilot.sees("Ce qui est noté"):
        assert pilot.state.current_act.kind is ActKind.WELCOME
        pilot.press("space", then=20)
    assert len(NOTICE) == 2
    assert plain(" ".join(NOTICE)) in pilot.text_on_screen()

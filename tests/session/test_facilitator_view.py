"""What the facilitator is told is true: the next card, the next step, the answer, the clocks."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from builders import GAME_ACT, START, begun, give

from game.rules import Phase, commands as g
from game.session import commands as c
from game.session.dispatch import Session
from game.session.facilitator import FacilitatorView, facilitator_view

SECRET = ("Une relance", "Un avertissement", "Pourquoi", "Service public, 2026")


@dataclass(frozen=True)
class Choice:
    text: str
    right: bool = False


@dataclass(frozen=True)
class Term:
    term: str = "SPIP"
    full: str = "le service"
    definition: str = "Il suit."


@dataclass(frozen=True)
class Face:
    kind: str = "question"
    theme: str = "emploi"
    title: str = "Un titre"
    text: str = "Un texte"
    question: str = "Et ici ?"
    choices: tuple[Choice, ...] = (Choice("Non"), Choice("Oui", right=True))
    explanation: str = "Pourquoi"
    origin: str = "fiction"
    resource: str = ""
    prompts: tuple[str, ...] = ("Une relance",)
    warning: str = "Un avertissement"
    image: str = ""
    image_description: str = ""


@dataclass
class Words:
    """Faces that know every card but those that left the content."""

    gone: set[str] = field(default_factory=set)

    def card(self, card: str, *_: Any) -> Face | None:  # noqa: ANN401 - whatever the session passes
        return None if card in self.gone else Face()

    def image(self, _: str) -> str:
        return ""

    def sources(self, _: str) -> tuple[str, ...]:
        return ("Service public, 2026",)

    def terms(self, _: str) -> tuple[Term, ...]:
        return (Term(),)

    def theme(self, _: str) -> None:
        return None

    def square(self, *_: str) -> None:
        return None

    def translation(self, *_: str) -> None:
        return None

    def languages(self) -> tuple[str, ...]:
        return ()


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Stand on the board of a small session."""
    session = begun(tmp_path).session
    give(session, c.GoToAct(GAME_ACT))
    return session


def seen(session: Session, faces: Words | None = None) -> FacilitatorView:
    words: Any = faces or Words()
    return facilitator_view(session.state, words, session.now, "2026-11-23", session.chance, START.tzinfo)


def test_the_next_card_is_the_one_that_comes(session: Session) -> None:
    for _ in range(12):
        give(session, g.RollDice((1,)))
        while session.state.game.phase is Phase.EFFECT:
            give(session, g.FollowEffect())
        if session.state.game.phase is Phase.LANDED:
            foreseen = seen(session).coming
            assert foreseen is not None
            state = give(session, g.DrawCard())
            assert state.game.card == foreseen.id, "the card that was told is the card that is drawn"
            other = seen(session).coming
            assert other is not None
            state = give(session, g.SwapCard())
            assert state.game.card == other.id, "so is the one that takes its place"
            give(session, g.Pass())


def test_no_card_is_told_before_a_throw(session: Session) -> None:
    assert seen(session).coming is None


def test_the_answer_is_there_before_the_room_has_it(session: Session) -> None:
    give(session, g.RollDice((1,)), g.DrawCard())
    view = seen(session)
    assert view.card is not None
    assert (view.card.right, view.card.explanation, view.card.sources) == (1, "Pourquoi", ("Service public, 2026",))
    assert not view.is_revealed
    assert view.card.terms[0].term == "SPIP"


def test_what_the_room_sees_holds_nothing_of_it(session: Session) -> None:
    give(session, g.RollDice((1,)), g.DrawCard())
    room = repr(seen(session).room)
    assert "Un texte" in room
    assert not [secret for secret in SECRET if secret in room]


def test_a_card_that_left_the_content_keeps_its_theme_and_no_word(session: Session) -> None:
    state = give(session, g.RollDice((1,)), g.DrawCard())
    card = seen(session, Words({state.game.card})).card
    assert card is not None
    assert (card.is_known, card.text, card.prompts) == (False, "", ())


def test_the_next_step_has_a_code_in_every_state(session: Session) -> None:
    codes = [seen(session).step]
    for command in (g.RollDice((1,)), g.DrawCard(), g.FinishExchange(), g.LayBrick()):
        give(session, command)
        codes.append(seen(session).step)
    give(session, c.PauseSession())
    codes.append(seen(session).step)
    give(session, c.ResumeSession(), c.GoToAct(0))
    codes.append(seen(session).step)
    assert codes == ["roll-die", "draw", "finish", "lay", "roll-die", "resume", "page"]


def test_both_clocks_and_the_hour_of_the_end(session: Session) -> None:
    session.clock.advance(10 * 60)  # type: ignore[attr-defined]  # a clock moved by hand
    clocks = seen(session).clocks
    assert (clocks.act_left, clocks.session_left, clocks.session_minutes) == (35, 80, 90)
    assert f"{clocks.end:%H:%M}" == "15:35"


def test_a_pause_puts_the_end_off(session: Session) -> None:
    give(session, c.PauseSession())
    session.clock.advance(20 * 60)  # type: ignore[attr-defined]
    clocks = seen(session).clocks
    assert (clocks.session_left, f"{clocks.end:%H:%M}") == (90, "15:55")

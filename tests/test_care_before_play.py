"""What is chosen before play holds: how sensitive, which themes, who is there, and whom a consent covers."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from builders import give

from game.content.care import board_today, cards_today
from game.content.load import Loaded, load
from game.desk.laptop import LaptopDesk
from game.places import content_folder
from game.records.computing import outcome
from game.records.report import markdown
from game.rules import Phase, commands as g
from game.screens.desk import SessionChoice
from game.screens.story import told
from game.session import commands as c
from game.session.clock import ManualClock
from game.session.events import TeamEntry
from game.session.facilitator import facilitator_view
from game.session.folder import OpenFolder, read_records
from game.session.room import room_view

START = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
TODAY = START.date()
TEAMS = (TeamEntry("a", "Les Hérons", "bird", 3), TeamEntry("b", "Les Marins", "boat", 3))
AWARE = ("entreprises", "etudiants", "public")
WORDS = "Je me souviens de la grille bleue"
TESTIMONY = f"""id: parole
type: temoignage
theme: emploi
texte: {WORDS}.
question: Et vous ?
relances: [Parlez de la grille bleue.]
origine: temoignage
consentement:
  auteur: T-012
  date: 2026-03-14
  publics: [pilotes, entreprises]
  jusqu-au: 2027-03-14
"""


@cache
def shipped() -> Loaded:
    return load(content_folder())


def chosen(**changes: object) -> SessionChoice:
    return replace(SessionChoice("sensibilisation-60", "Ripaillon", TEAMS), **changes)  # type: ignore[arg-type]  # of its fields


class OneCard:
    """The shipped content with one card alone, a real testimony; the file can change between two openings."""

    def __init__(self, root: Path) -> None:
        self.content, self.data = root / "content", root / "data"
        shutil.copytree(content_folder(), self.content)
        shutil.rmtree(self.content / "cards")
        self.write(TESTIMONY)

    def write(self, card: str) -> None:
        (self.content / "cards").mkdir(exist_ok=True)
        (self.content / "cards" / "parole.yaml").write_text(card, encoding="utf-8")

    def desk(self, at: datetime = START) -> LaptopDesk:
        return LaptopDesk(load(self.content), self.data, ManualClock(at), seed=7)


@pytest.fixture
def one_card(tmp_path: Path) -> OneCard:
    return OneCard(tmp_path)


def to_card(opened: OpenFolder) -> None:
    """Bring the first team to a square on work, the seventh of the board, and take a card there."""
    session = opened.session
    give(session, c.GoToAct(2))
    give(session, c.TurnPage(session.state.pages - 1))
    for die in (5, 5, 2):
        give(session, g.RollDice((die,)))
        if die == 5 and session.state.game.phase is Phase.LANDED:
            give(session, g.Pass())
    give(session, g.DrawCard())


def all_words(desk: LaptopDesk, opened: OpenFolder) -> str:
    """Return all that anybody could read of the session now: both pages, what happened, the record."""
    state, now = opened.session.state, desk.clock.now().timestamp()
    records = read_records(opened.path).records
    pages = (
        room_view(state, desk.faces, now, "2026-11-23"),
        facilitator_view(state, desk.faces, now, "2026-11-23", opened.session.chance),
    )
    found = outcome(records)
    return f"{pages} {[told(record, state, desk.faces) for record in records]} {markdown(found)} {found.as_json()}"


@pytest.mark.parametrize(
    ("there", "on", "comes"),
    [
        (("pilotes",), TODAY, True),
        (("entreprises",), TODAY, True),
        (("pilotes", "entreprises"), TODAY, True),
        (("etudiants",), TODAY, False),
        (("entreprises", "public"), TODAY, False),
        (("entreprises",), date(2027, 3, 14), True),
        (("entreprises",), date(2027, 3, 15), False),
        (("entreprises",), date(2026, 3, 13), False),
    ],
)
def test_a_testimony_comes_only_for_those_its_author_agreed_to_while_they_agree(
    one_card: OneCard, there: tuple[str, ...], on: date, *, comes: bool
) -> None:
    assert bool(cards_today(load(one_card.content).library, there, on)) is comes


def test_a_withdrawn_testimony_never_comes(one_card: OneCard) -> None:
    one_card.write(f"{TESTIMONY}  retire: oui\n")
    assert cards_today(load(one_card.content).library, ("pilotes",), TODAY) == ()
    assert one_card.desk().cards() == [], "nor does its text show in the list of cards"


def test_consent_has_to_cover_everybody_who_may_be_there_and_to_say_who_is_there_brings_it_back(
    one_card: OneCard,
) -> None:
    desk = one_card.desk()
    everybody = desk.start(chosen())
    assert everybody.session.state.opening.cards == ()
    desk.leave(everybody)
    companies = desk.start(chosen(audiences=("entreprises",)))
    assert [card.id for card in companies.session.state.opening.cards] == ["parole"]
    assert companies.session.state.opening.audiences == ("entreprises",)
    desk.close()


CHANGES_SINCE = {
    "withdrawn": (f"{TESTIMONY}  retire: oui\n", START),
    "no more for companies": (TESTIMONY.replace("[pilotes, entreprises]", "[pilotes]"), START),
    "expired": (TESTIMONY, START + timedelta(days=200)),
    "gone": (TESTIMONY.replace("id: parole", "id: autre").replace(WORDS, "Autre"), START),
}


@pytest.mark.parametrize("change", CHANGES_SINCE)
def test_a_session_that_is_resumed_shows_no_word_of_a_testimony_that_may_not_be_shown_any_more(
    one_card: OneCard, change: str
) -> None:
    desk = one_card.desk()
    opened = desk.start(chosen(audiences=("entreprises",)))
    to_card(opened)
    assert WORDS in all_words(desk, opened), "it shows while its author agrees"
    desk.close()
    text, at = CHANGES_SINCE[change]
    one_card.write(text)
    later = one_card.desk(at)
    again = later.reopen(opened.path)
    assert again.session.state.game.card == "parole"
    assert "grille bleue" not in all_words(later, again)
    later.close()


def test_no_card_above_the_chosen_sensitivity_comes() -> None:
    library = shipped().library
    for level in (0, 1, 2):
        found = {library.cards[card.id].sensitivity for card in cards_today(library, ("pilotes",), TODAY, level)}
        assert found == set(range(level + 1)), "each level brings its own cards, and none above"


def test_a_theme_left_out_has_no_card_no_square_and_no_next_step(tmp_path: Path) -> None:
    desk = LaptopDesk(shipped(), tmp_path, ManualClock(START), seed=7)
    opened = desk.start(chosen(format="entre-pilotes-90", left_out=("justice", "liens")))
    opening = opened.session.state.opening
    assert {card.theme for card in opening.cards} == {"emploi", "logement", "sante", "vie-quotidienne"}
    assert {square.theme for square in opening.board.squares if square.theme} == {card.theme for card in opening.cards}
    assert not {"justice", "liens"} & set(opening.themes)
    whole = shipped().library.boards["permis"].rules()
    assert [bool(square.theme) for square in opening.board.squares] == [bool(square.theme) for square in whole.squares]
    assert [square.effect for square in opening.board.squares] == [square.effect for square in whole.squares]
    desk.close()


def test_with_every_theme_of_a_board_left_out_its_squares_are_plain() -> None:
    whole = shipped().library.boards["permis"].rules()
    plain = board_today(whole, {square.theme for square in whole.squares if square.theme})
    assert {square.theme for square in plain.squares} == {None}
    assert board_today(whole, ()) == whole


def test_what_is_forecast_is_what_is_played(tmp_path: Path) -> None:
    desk = LaptopDesk(shipped(), tmp_path, ManualClock(START), seed=7)
    choice = chosen(audiences=("public",), sensitivity=0, left_out=("sante",))
    opening = desk.start(choice).session.state.opening
    table = desk.foresight.plan(choice).table
    assert (table.board, table.cards) == (opening.board, opening.cards)
    counts = {theme.id: theme.cards for theme in desk.themes(choice) if theme.id != "sante"}
    assert sum(counts.values()) == len(opening.cards), "as the set-up said"
    desk.close()


@pytest.mark.parametrize("there", [*((name,) for name in AWARE), AWARE])
def test_in_sensibilisation_words_of_the_field_come_whoever_is_there(there: tuple[str, ...]) -> None:
    kinds = [card.kind for card in cards_today(shipped().library, there, TODAY)]
    assert kinds.count("mot") >= 6


def test_the_questions_to_the_pilotes_come_one_by_one_in_sensibilisation_alone(tmp_path: Path) -> None:
    desk = LaptopDesk(shipped(), tmp_path, ManualClock(START), seed=7)
    opened = desk.start(chosen())
    acts = opened.session.state.acts
    index = next(index for index, act in enumerate(acts) if act.kind == "questions-aux-pilotes")
    give(opened.session, c.GoToAct(index))
    assert opened.session.state.pages == len(acts[index].lines) >= 3
    for script in shipped().library.formats.values():
        has_questions = any(act.kind == "questions-aux-pilotes" for act in script.acts)
        assert has_questions == bool(script.poll) == (script.mode == "sensibilisation"), script.id
    desk.close()


def test_no_trace_of_how_often_anybody_passed_is_in_what_a_session_leaves(tmp_path: Path) -> None:
    passes = 37
    desk = LaptopDesk(shipped(), tmp_path, ManualClock(START), seed=7)
    opened = desk.start(chosen(format="entre-pilotes-90"))
    to_card(opened)
    give(opened.session, *[g.Pass()] * passes, c.GoToAct(4), c.CloseSession())
    desk.keep_record(opened)
    left = "".join((opened.path / name).read_text(encoding="utf-8") for name in ("bilan.json", "bilan.md"))
    left += all_words(desk, opened)
    desk.close()
    for trace in (
        rf"\b{passes}\b",
        rf"\b{passes + 1}\b",
        r'"[^"]*(?:passe[rs]?|passage|passé)[^"]*":',
        r"\bpass(?:es|ed)\b",
    ):
        assert re.search(trace, re.sub(r"\d{4}-\d\d-\d\d\S*", "", left)) is None, trace

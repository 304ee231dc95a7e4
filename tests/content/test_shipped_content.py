"""The shipped deck keeps what was promised: an hour of talk worth having, and a checker with nothing to say of it."""

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from game.checks.verifying import verify
from game.content.cards import Audience, Card, Fact, Kind, Origin, Theme, Tone
from game.content.load import load_written
from game.content.reading.texts import of_everybody
from game.content.reading.typed import mended
from game.content.shelves import content_files

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
FEWEST_CARDS = 150
DAY = date(2026, 11, 23)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@cache
def cards() -> tuple[Card, ...]:
    return tuple(entry.model for entry in load_written(CONTENT).cards)


def of_kind(kind: Kind) -> list[Card]:
    return [card for card in cards() if card.kind is kind]


def facts() -> dict[str, Fact]:
    return dict(load_written(CONTENT).loaded.library.facts)


def test_the_checker_has_no_error_no_warning_and_no_advice_left() -> None:
    assert [str(problem) for problem in verify(CONTENT, ROOT / "assets", DAY)] == []


def test_there_are_enough_cards_of_every_kind_in_each_of_the_six_themes() -> None:
    themes = Counter(card.theme for card in cards())
    assert len(cards()) >= FEWEST_CARDS
    assert len(themes) == 6
    assert min(themes.values()) >= 20
    for kind in Kind:
        assert len(of_kind(kind)) >= 10, kind
    assert {(card.theme, card.kind) for card in cards()} >= {
        (theme, kind)
        for theme in themes
        for kind in (Kind.TESTIMONY, Kind.SITUATION, Kind.QUESTION, Kind.CHALLENGE, Kind.BOOST, Kind.OBSTACLE)
    }


def test_half_of_the_deck_tells_strengths_and_successes() -> None:
    tones = Counter(card.told_tone for card in cards())
    assert tones[Tone.SUCCESS] >= len(cards()) / 2
    assert tones[Tone.OBSTACLE] >= len(cards()) / 10, "and what stands in the way is told too"


@pytest.mark.parametrize("audience", Audience)
def test_each_audience_has_a_deck_of_its_own_with_every_kind_and_theme(audience: Audience) -> None:
    found = [card for card in cards() if card.allows([audience], DAY)]
    assert len(found) >= FEWEST_CARDS
    assert {card.theme for card in found} == {card.theme for card in cards()}
    assert {card.kind for card in found} >= set(Kind) - {Kind.TERM, Kind.FIGURE}


def test_what_is_hard_to_hear_is_announced_and_every_card_opens_a_talk() -> None:
    for card in cards():
        assert not card.sensitivity or card.warning, card.id
        assert card.question or card.kind in {Kind.QUESTION, Kind.CHALLENGE}, card.id
        assert card.prompts, f"{card.id} leaves the facilitator without a word to go on with"


def test_testimonies_are_fictions_and_say_so() -> None:
    assert {card.origin for card in of_kind(Kind.TESTIMONY)} == {Origin.FICTION}


def test_an_obstacle_names_a_place_that_helps() -> None:
    assert [card.id for card in of_kind(Kind.OBSTACLE) if not card.resource] == []


def test_a_figure_comes_from_a_fact_whose_source_and_year_are_said() -> None:
    known = facts()
    for card in of_kind(Kind.FIGURE):
        assert card.facts, card.id
        for fact in card.facts:
            assert _YEAR.search(known[fact].source), f"{card.id}: {known[fact].source}"


def test_a_year_that_a_note_doubts_is_never_told_as_sure() -> None:
    """Neither beside the source, nor in the words of a figure."""
    doubted = {name: fact for name, fact in facts().items() if re.search(r"approximati|visible", fact.note)}
    assert doubted
    for fact in doubted.values():
        assert fact.source.endswith(f", vers {fact.as_of}"), fact.note
    for card in of_kind(Kind.FIGURE):
        years = {str(doubted[name].as_of) for name in card.facts if name in doubted}
        for _, text in of_everybody(card):
            sure = re.sub(r"[Vv]ers\s\d{4}", "", text)
            assert not years & set(_YEAR.findall(sure)), card.id


def test_a_fact_without_a_doubt_keeps_its_year_as_it_is() -> None:
    known = Fact(
        id="f",
        theme="emploi",
        fact="Un.",
        as_of=2024,
        source_title="Code pénal",
        source_url="https://x.fr",
        confidence="high",
        scope="france",
        note="Le nombre a augmenté depuis cette année. La loi visible ici est celle de 2024.",
    )
    assert known.source == "Code pénal, 2024"


def test_every_word_of_the_lexicon_is_one_of_the_glossary() -> None:
    terms = {term.term for term in load_written(CONTENT).loaded.library.terms}
    assert all(set(card.lexicon) <= terms for card in cards())
    assert all(card.lexicon for card in of_kind(Kind.TERM))


def test_mending_the_shipped_files_leaves_every_byte() -> None:
    for file in content_files(CONTENT):
        data = (CONTENT / file).read_bytes()
        if file.split("/", 1)[0] in {"boards", "cards", "formats"}:
            assert mended(data) == data, file


def test_the_themes_are_those_of_the_board() -> None:
    found: list[Theme] = [entry.model for entry in load_written(CONTENT).themes]
    assert {theme.id for theme in found} == {card.theme for card in cards()}

"""The colleague reads the deck: what repeats, what leans, what is old."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from typed_cards import card, entry

from game.content.cards import Card, Fact, Kind, Theme
from game.content.data_inclusion import TOPICS
from game.content.problems import Severity
from game.content.reading.balance import imbalances
from game.content.reading.memory import Memory
from game.content.reading.sources import stale, unknown_topics, unsourced
from game.content.reading.twins import FEWEST_WORDS, NEAR, twins

STORY = (
    "Vous arrivez au guichet avec votre dossier complet. La personne derrière la vitre cherche votre nom dans une"
    " longue liste et ne le trouve pas."
)


def repeated(*texts: str) -> list[str]:
    entries = [entry(f"texte: {text}\n", id=f"carte-{number}") for number, text in enumerate(texts)]
    return [found.message.replace("\u00a0", " ") for found in twins(entries)]


def test_a_card_that_says_the_same_words_is_told_beside_the_first_one() -> None:
    assert repeated(STORY, "Autre chose.", STORY.upper()) == [
        "cette carte dit mot pour mot la même chose que « carte-0 »."
    ]


def test_a_card_with_a_word_or_two_changed_is_told() -> None:
    assert repeated(STORY, STORY.replace("longue", "courte")) == ["cette carte ressemble beaucoup à « carte-0 »."]


def test_cards_on_the_same_subject_in_other_words_are_not_alike() -> None:
    other = "Au guichet, on cherche votre nom dans une liste. Il manque un papier, et la file s’allonge derrière vous."
    assert repeated(STORY, other) == []


def test_two_short_cards_with_one_other_word_are_not_alike() -> None:
    assert repeated("Dites une qualité.", "Dites une envie.") == []


def test_each_card_is_told_once_however_many_it_repeats() -> None:
    assert len(repeated(*[STORY] * 5)) == 4


def themes(*names: str) -> dict[str, Theme]:
    return {name: Theme(id=name, titre=name, icone="x", couleur="#000000", pilier="vie") for name in names}


def deck(**changes: Sequence[str]) -> list[Card]:
    """Return 48 balanced cards: two themes, every kind, a quarter of them sensitive; with what a test changes."""
    kinds = list(Kind)
    found = []
    for number in range(48):
        keys = {"theme": ("emploi", "sante")[number % 2], "type": kinds[number % 8]}
        keys["sensibilite"] = "1" if number % 4 == 0 else "0"
        keys |= {key: values[number % len(values)] for key, values in changes.items()}
        typed = {"id": f"c-{number}", "texte": "Un.", "avertissement": "Un mot.", "explication": "Oui."}
        found.append(Card.model_validate({**typed, "origine": "fiction", **keys}))
    return found


def leanings(cards: list[Card]) -> list[str]:
    found = list(imbalances(cards, themes("emploi", "sante"), "content/cards"))
    assert all(one.severity is Severity.ADVICE for one in found), "the balance of a deck is never more than advice"
    return [one.message.replace("\u00a0", " ") for one in found]


def test_a_balanced_deck_is_left_alone() -> None:
    assert leanings(deck()) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"theme": ["emploi"] * 9 + ["sante"]}, "thème « sante » : 4 cartes, et 24 en moyenne."),
        ({"type": ["defi", "coup-de-pouce", "obstacle"]}, "aucune carte de type temoignage, mise-en-situation"),
        ({"type": ["defi", "defi", "defi", "coup-de-pouce", "obstacle"]}, "sont de type « defi »."),
        ({"sensibilite": ["1", "1", "0"]}, "32 cartes sur 48 demandent un avertissement."),
        ({"sensibilite": ["2", "0", "0", "0"]}, "12 cartes sur 48 sont de sensibilité 2."),
        ({"ton": ["obstacle", "neutre", "neutre"]}, "plus d’obstacles (16) que de réussites (0)."),
        ({"ton": ["reussite"]}, "aucun obstacle parmi les cartes."),
    ],
)
def test_a_deck_that_leans_is_told_how(changes: dict[str, list[str]], told: str) -> None:
    assert any(told in message for message in leanings(deck(**changes))), leanings(deck(**changes))


def test_a_handful_of_cards_is_not_weighed() -> None:
    assert leanings(deck(ton=["obstacle"])[:20]) == []


def test_the_kind_says_the_tone_and_the_author_has_the_last_word() -> None:
    assert card("texte: Un\n", type="coup-de-pouce").told_tone == "reussite"
    assert card("texte: Un\n", type="obstacle").told_tone == "obstacle"
    assert card("texte: Un\n", type="temoignage").told_tone == "neutre"
    assert card("texte: Un\nton: reussite\n", type="obstacle").told_tone == "reussite"


FACTS = {
    "vieux": Fact(
        id="vieux",
        theme="emploi",
        fact="Un.",
        as_of=2019,
        source_title="T",
        source_url="https://x.fr",
        confidence="high",
        scope="france",
    )
}


def test_a_fact_older_than_the_years_asked_for_is_told_at_its_place_on_the_card() -> None:
    lent = card("texte: Un\nfaits: [autre, vieux]\n")
    ((steps, said),) = stale(lent, FACTS, 2026, 6)
    assert (steps, said.severity) == (("faits", 1), Severity.WARNING)
    assert "il a 7\u00a0ans" in said.message
    assert not list(stale(lent, FACTS, 2025, 6)), "six years is not more than six years"
    assert not list(stale(lent, FACTS, 2026, 7))


def test_a_value_that_data_inclusion_does_not_have_is_told_with_the_nearest_one() -> None:
    ((steps, said),) = unknown_topics(["sante--addictions", "mobilite--preparer-le-permis"], "thematiques")
    assert steps == ("thematiques", 1)
    assert "vouliez-vous dire « mobilite--preparer-un-permis »" in said.message
    assert len(TOPICS) == len(set(TOPICS))
    assert all(topic.count("--") == 1 for topic in TOPICS)


SHORT = "Dites à votre voisin une chose que vous savez faire."


def test_ten_words_of_which_one_changed_are_advised_and_twenty_are_a_warning() -> None:
    for text, word, severity in ((SHORT, "savez", Severity.ADVICE), (STORY, "longue", Severity.WARNING)):
        entries = [entry(f"texte: {one}\n", id=f"c-{len(one)}") for one in (text, text.replace(word, "aimez"))]
        (found,) = twins(entries)
        assert found.severity is severity
        assert (found.path, found.line, found.column) == ("content/cards/x.yaml", 1, 5)


@pytest.mark.parametrize(("second", "told"), [("Les archives", 0), ("Le greffe", 1)], ids=["another", "the same"])
def test_two_words_of_the_lexicon_may_be_explained_alike_but_not_one_word_twice(second: str, told: int) -> None:
    explained = "Un bureau où l’on garde les papiers, en ville."
    entries = [
        entry(f"titre: Le greffe\ntexte: {explained}\n", id="a", type="mot"),
        entry(f"titre: {second}\ntexte: {explained.replace('ville', 'mairie')}\n", id="b", type="mot"),
    ]
    assert len(list(twins(entries))) == told


def pairs(text: str) -> set[tuple[str, str]]:
    words = text.split()
    return set(pairwise(words))


def alike(one: str, other: str) -> bool:
    return len(pairs(one) & pairs(other)) >= NEAR * len(pairs(one) | pairs(other))


TEXTS = st.lists(st.lists(st.sampled_from("abcd"), min_size=6, max_size=14).map(" ".join), min_size=2, max_size=8)


@given(texts=TEXTS)
def test_the_quick_search_finds_every_near_pair_that_a_slow_one_finds(texts: list[str]) -> None:
    firsts = list(dict.fromkeys(texts))
    expected = len(texts) - len(firsts)
    firsts = [text for text in firsts if len(text.split()) >= FEWEST_WORDS]
    expected += sum(any(alike(text, other) for other in firsts[:place]) for place, text in enumerate(firsts))
    assert len(repeated(*texts)) == expected


@given(before=TEXTS, after=TEXTS)
def test_what_is_remembered_of_other_texts_never_changes_what_is_told(before: list[str], after: list[str]) -> None:
    memory = Memory()
    for texts in (before, before + after, after):
        entries = [entry(f"texte: {text}\n", id=f"carte-{number}") for number, text in enumerate(texts)]
        assert list(twins(entries, memory)) == list(twins(entries))


def test_a_figure_without_a_fact_is_asked_for_its_source_and_nothing_else_is() -> None:
    ((steps, said),) = unsourced(card("texte: 3 personnes sur 4.\n", type="chiffre"))
    assert (steps, said.severity) == (("type",), Severity.WARNING)
    assert not list(unsourced(card("texte: 3 personnes sur 4.\nfaits: [f]\n", type="chiffre")))
    assert not list(unsourced(card("texte: 3 personnes sur 4.\n", type="defi")))

"""The colleague reads for plain words: what is hard to hear is told, and what is plain is left alone."""

import pytest
from typed_cards import card

from game.content.cards import Term
from game.content.problems import Severity
from game.content.reading.acronyms import Lexicon, acronyms
from game.content.reading.plain import as_people, hard_words, labels, long_sentences, percentages, signs

TWENTY = "mot " * 19 + "mot"
TERMS = [
    Term(term=name, definition="Un mot.", source_url="https://x.fr")
    for name in ("SPIP", "PASS IAE", "PASS (hôpital)", "B1, B2, B3", "Casier judiciaire")
]


def test_a_sentence_of_more_than_twenty_words_is_told_with_its_length() -> None:
    (found,) = long_sentences(card(f"texte: |\n  {TWENTY} mot.\n  Court.\n"))
    assert found[0] == ("texte",)
    assert found[1].severity is Severity.ADVICE
    assert found[1].message.startswith("une phrase de 21\u00a0mots")


def test_two_sentences_or_two_lines_of_twenty_words_are_not_one_long_sentence() -> None:
    assert not list(long_sentences(card(f"texte: |\n  {TWENTY}. {TWENTY}\n  {TWENTY}\n")))


def test_a_word_of_an_office_is_told_with_the_plain_one() -> None:
    ((steps, said),) = hard_words(card("texte: Il sollicite son avis afin de payer.\n"))
    assert steps == ("texte",)
    assert (said.message, said.remedy) == ("« afin de » se dit rarement.", "Plus simple : pour.")


def test_a_very_long_word_is_told_and_a_long_everyday_one_is_not() -> None:
    ((_, said),) = hard_words(card("texte: Un accompagnement vers la professionnalisation.\n"))
    assert "« professionnalisation »" in said.message


@pytest.mark.parametrize(
    "label", ["Un ex-détenu", "les détenus", "la criminelle", "chaque bénéficiaire", "un délinquant"]
)
def test_a_word_that_makes_a_person_into_a_label_is_a_warning(label: str) -> None:
    ((_, said),) = labels(card(f"texte: On parle de vous. {label} entre.\n"))
    assert said.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text", ["Une personne détenue écrit.", "Les personnes encore détenues votent.", "Le bénéfice est pour tous."]
)
def test_a_person_who_is_said_to_be_a_person_first_is_left_alone(text: str) -> None:
    assert not list(labels(card(f"texte: {text}\n")))


@pytest.mark.parametrize(
    ("percent", "people"),
    [
        ("25", "« 1\u00a0personne sur 4 »"),
        ("50", "« 1\u00a0personne sur 2 »"),
        ("64", "« environ 2\u00a0personnes sur 3 »"),
        ("12,5", "« 1\u00a0personne sur 8 »"),
        ("100", "« tout », ou « tout le monde »"),
        ("0,3", "combien de personnes sur 100, ou sur 1 000"),
    ],
)
def test_a_percentage_is_offered_as_people(percent: str, people: str) -> None:
    assert as_people(percent) == people


@pytest.mark.parametrize("written", ["25 %", "25%", "25 pour cent", "12,5 %"])
def test_a_percentage_is_told_however_it_is_written(written: str) -> None:
    assert len(list(percentages(card(f"texte: On compte {written} de sorties.\n")))) == 1


def test_a_name_with_a_percentage_in_it_is_left_alone() -> None:
    assert not list(percentages(card("texte: Demandez le 100 % Santé à l’opticien.\n")))


def test_people_out_of_people_are_no_percentage() -> None:
    assert not list(percentages(card("texte: 25 personnes sur 100, un rabais de 3 euros.\n")))


def told(typed: str) -> list[tuple[str, Severity]]:
    return [(said.message, said.severity) for _, said in acronyms(card(typed), Lexicon(TERMS))]


def test_an_acronym_without_an_entry_is_a_warning_once_a_card() -> None:
    assert told("texte: La CAF écrit. La CAF paie.\n") == [("« CAF » n’est pas dans le lexique.", Severity.WARNING)]


def test_an_acronym_of_the_lexicon_that_the_card_does_not_give_is_advice() -> None:
    assert told("texte: Le SPIP vous reçoit.\n") == [
        ("« SPIP » est expliqué dans le lexique, et la carte n’y renvoie pas.", Severity.ADVICE)
    ]
    assert told("texte: Le SPIP vous reçoit.\nlexique: [SPIP]\n") == []


def test_an_acronym_with_two_entries_is_explained_by_either() -> None:
    assert told("texte: La PASS vous soigne.\nlexique: [PASS (hôpital)]\n") == []
    assert told("texte: Le PASS aide.\nlexique: [PASS IAE]\n") == []


@pytest.mark.parametrize(
    "text", ["Mon CV est prêt.", "Au XXI e siècle, Louis XIV.", "À 14 h, OK.", "STOP, ON SE CALME", "L’Été. Il a B."]
)
def test_what_everybody_knows_numbers_and_raised_voices_are_no_acronyms(text: str) -> None:
    assert told(f"texte: {text}\n") == []


def test_a_sign_that_no_typeface_has_is_a_warning_and_usual_signs_are_not() -> None:
    ((steps, said),) = signs(card("texte: Bravo \U0001f600\n"))
    assert (steps, said.severity) == (("texte",), Severity.WARNING)
    assert not list(signs(card("texte: À 20 °C, 3 × 2 € – « oui » … n° 3\n")))

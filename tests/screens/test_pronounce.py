"""What a voice is given to say, and which written word each of its words comes from."""

import pytest

from game.screens.pronounce import closed, spoken, tokens


def said(text: str, language: str = "fr") -> str:
    return spoken([token.text for token in tokens(text)], language).text


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("«\u00a0Le trou dans mon CV\u00a0»", "Le trou dans mon CV"),
        ("Que faire\u202f?", "Que faire?"),
        ("Deux choses\u00a0: lire", "Deux choses: lire"),
        ("votre bulletin n°\u00a03", "votre bulletin numéro 3"),
        ("1/4 des loyers", "1 sur 4 des loyers"),
        ("13\u202f000 personnes", "13000 personnes"),
        ("à 14\u00a0h\u00a005", "à 14 heures 05"),
        ("20\u00a0min à pied, 3\u00a0€.", "20 minutes à pied, 3 euros."),
        ("100\u00a0% Santé", "100 pour cent Santé"),
        ("seul·e et/ou accompagné·es", "seul et ou accompagné"),
        ("Le 1er mai — férié…", "Le premier mai, férié."),
        ("→ suite", "suite"),
        ("3114, numéro gratuit", "3114, numéro gratuit"),
    ],
)
def test_signs_are_said_as_words(written: str, heard: str) -> None:
    assert said(written) == heard


def test_another_language_keeps_its_own_words() -> None:
    assert said("Say “thank you”, n° 3", "en") == "Say thank you, n° 3"
    assert said("ما الذي يهدّئكم؟", "ar") == "ما الذي يهدّئكم؟"


def test_each_written_word_knows_where_it_is_said() -> None:
    words = [token.text for token in tokens("«\u00a0Un n°\u00a03\u00a0» ici\u202f?")]
    found = spoken(words, "fr")
    assert words == ["«", "Un", "n°", "3", "»", "ici", "?"]
    assert found.text == "Un numéro 3 ici?"
    heard = {word: found.text[start:].split()[0] for word, start in zip(words, found.starts, strict=True) if start < 16}
    assert (heard["Un"], heard["n°"], heard["3"]) == ("Un", "numéro", "3")


def test_a_title_ends_as_a_sentence_for_the_voice() -> None:
    assert closed("Trois respirations") == "Trois respirations."
    assert closed("Et vous\u202f?") == "Et vous\u202f?"
    assert closed("«\u00a0Oui.\u00a0»") == "«\u00a0Oui.\u00a0»"

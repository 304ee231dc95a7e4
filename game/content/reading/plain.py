"""Plain French: short sentences, known words, people instead of percentages.

A text of this game is read aloud once, to people of whom some read with difficulty. « L’information pour tous »
(Inclusion Europe, the rules of easy-to-read French) asks for short sentences, easy words, and no percentages.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from game.content.cards import Card
from game.content.findings import Finding
from game.content.messages import Sentence
from game.content.problems import Severity
from game.content.reading.texts import of_everybody, of_the_room, sentences, words
from game.french import counted

LONGEST_SENTENCE = 20
"""Words. Above it, a sentence heard once is heard in part."""
LONGEST_WORD = 15
"""Letters. « Accompagnement » is said every day in this trade; « professionnalisation » is not said at all."""
_SMALL_CROWD, _LARGEST_CROWD = 5, 10
_NEAR_ENOUGH = Fraction(3, 100)

_EASIER = {
    "à l’issue de": "après",
    "afin de": "pour",
    "au sein de": "dans",
    "bénéficier de": "avoir",
    "ci-après": "ensuite",
    "dans le cadre de": "pendant, ou pour",
    "en amont": "avant",
    "en vue de": "pour",
    "mettre en œuvre": "faire",
    "mise en œuvre": "le fait de faire",
    "nonobstant": "malgré",
    "préalablement": "avant",
    "problématique": "problème",
    "s’avérer": "être",
    "solliciter": "demander",
    "susmentionné": "ce même",
    "ultérieurement": "plus tard",
}
"""Words of letters from an office, and what one says instead."""
_EASIER_PATTERN = re.compile(r"\b(?:" + "|".join(map(re.escape, _EASIER)) + r")\b", re.IGNORECASE)

_LABELS = re.compile(
    r"\b(?:ex-)?(?:détenue?s|taulards?|délinquante?s?|criminel(?:le)?s|bénéficiaires)\b"
    r"|\b(?:un|une|le|la|l’|cet|cette|chaque|ex-)[ \u00a0]?(?:ex-)?"
    r"(?:détenue?|taularde?|criminel(?:le)?|bénéficiaire)\b",
    re.IGNORECASE,
)
_PERSON_BEFORE = re.compile(r"(?:personnes?|hommes?|femmes?|mères?|pères?|parents?)\s(?:\w+\s)?$", re.IGNORECASE)
_NOT_DRAWN = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s?(?:%|pour\scent\b)(?![ \u00a0](?-i:[A-ZÀ-Ý]))", re.IGNORECASE)
"""A capital after it makes it a name: « 100 % Santé » is what one asks an optician for."""


def long_sentences(card: Card) -> Iterator[Finding]:
    """Find sentences of more than `LONGEST_SENTENCE` words, in every text that is read."""
    for steps, text in of_everybody(card):
        longest = max((len(words(sentence)) for sentence in sentences(text)), default=0)
        if longest > LONGEST_SENTENCE:
            message = f"une phrase de {counted(longest, 'mot')} : au-delà de {LONGEST_SENTENCE}, on perd le fil."
            yield steps, Sentence(message, "Faites-en deux phrases, une idée dans chacune.", Severity.ADVICE)


def hard_words(card: Card) -> Iterator[Finding]:
    """Find words that are long, or come from a letter of an office."""
    for steps, text in of_the_room(card):
        for found in dict.fromkeys(match[0].lower() for match in _EASIER_PATTERN.finditer(text)):
            yield (
                steps,
                Sentence(f"« {found} » se dit rarement.", f"Plus simple : {_EASIER[found]}.", Severity.ADVICE),
            )
        long = next((word for word in re.findall(r"[^\W\d_]+", text) if len(word) > LONGEST_WORD), "")
        if long:
            message = f"« {long} » est un mot long : {counted(len(long), 'lettre')}."
            yield steps, Sentence(message, "Cherchez un mot plus court, ou dites-le en deux mots.", Severity.ADVICE)


def labels(card: Card) -> Iterator[Finding]:
    """Find words that make a person into a label (`domain.md` 1.2: one says « pilote »)."""
    for steps, text in of_everybody(card):
        for match in _LABELS.finditer(text):
            if _PERSON_BEFORE.search(text[: match.start()]):
                continue
            message = f"« {match[0]} » réduit une personne à ce mot."
            remedy = "Écrivez « un pilote », « une personne », ou « une personne en prison »."
            yield steps, Sentence(message, remedy, Severity.WARNING)
            break


def signs(card: Card) -> Iterator[Finding]:
    """Find signs that the typefaces lack: arrows, stars, small pictures."""
    for steps, text in of_everybody(card):
        match = _NOT_DRAWN.search(text)
        if match:
            message = f"le programme n’a pas de quoi dessiner « {match[0]} »."
            yield steps, Sentence(message, "Écrivez-le en mots.", Severity.WARNING)


def percentages(card: Card) -> Iterator[Finding]:
    """Find percentages, and offer people instead: « 1 personne sur 4 »."""
    for steps, text in of_everybody(card):
        match = _PERCENT.search(text)
        if match:
            message = f"« {match[0]} » : un pourcentage se comprend mal quand on l’entend."
            yield steps, Sentence(message, f"Écrivez {as_people(match[1])}.", Severity.ADVICE)


def as_people(percent: str) -> str:
    """Return a percentage, as it was typed, in people: « 1 personne sur 4 », « environ 2 personnes sur 3 »."""
    exact = Fraction(percent.replace(",", ".")) / 100
    if exact == 1:
        return "« tout », ou « tout le monde »"
    near = exact.limit_denominator(_SMALL_CROWD)
    if abs(near - exact) > _NEAR_ENOUGH or not near:
        near = exact.limit_denominator(_LARGEST_CROWD)
    if not 0 < near < 1:
        return "combien de personnes sur 100, ou sur 1 000"
    about = "" if near == exact else "environ "
    return f"« {about}{counted(near.numerator, 'personne')} sur {near.denominator} »"

"""Nobody is asked for what is theirs, and nobody can be recognised.

The offence is never disclosed (`domain.md` 2.2), and « a content check refuses cards with words such as "ton délit",
"pourquoi étais-tu" » (2.3, point 6). What a character of a card asks between « » is a story, and is left alone; so is
what a third person might ask: « Que répondre si on vous demande votre peine ? ».
"""

import re
from collections.abc import Iterator

from game.content.cards import Card, Kind, Origin
from game.content.findings import Finding
from game.content.messages import Sentence
from game.content.problems import Severity
from game.content.reading.names import full_names, given_names
from game.content.reading.texts import of_everybody, sentences

_YOUR = r"(?:ton|ta|tes|votre|vos)"
_OFFENCE = r"(?:délits?|crimes?|infractions?|condamnations?|peines?|incarcérations?|mise en examen|affaire judiciaire)"
_BE = r"(?:as-tu|avez-vous|étais-tu|étiez-vous|es-tu|êtes-vous|tu as|vous avez|tu étais|vous étiez|tu es|vous êtes)"
_INSIDE = r"(?:en prison|en détention|incarcéré|emprisonné|écroué|condamné|détenu|arrêté par|enfermé|jugé|derrière les)"
_THERE = r"(?:prison|condamn|incarcér|en arriver|finir|là)"
_TELL = (
    r"(?:raconte[zr]?|décri(?:s|vez|re)|parle[zr]?|dis|dites|dire|explique[zr]?|révéle[zr]|nomme[zr]?|donne[zr]?"
    r"|avoue[zr]?)"
)
_ASKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"pourquoi\s(?:est-ce que\s)?{_BE}\b[^.!?]{{0,20}}\b{_INSIDE}",
        rf"pourquoi\s{_BE}\sdedans\b",
        rf"\bpour\s(?:quoi|quel(?:le)?s?)\b[^.!?]{{0,25}}{_BE}\b[^.!?]{{0,20}}\b{_INSIDE}",
        rf"\bquel(?:le)?s?\s(?:est|était|sont|étaient|a été|fut)\s{_YOUR}\s(?:\w+\s)?{_OFFENCE}\b",
        rf"\bquel(?:le)?s?\s{_OFFENCE}\b[^.!?]{{0,15}}{_BE}\b",
        rf"\b{_TELL}\b[^.!?,]{{0,20}}\b{_YOUR}\s{_OFFENCE}\b(?!\s+à\s)",
        rf"\b(?:qu’|que\s|qu’est-ce que\s){_BE}\s(?:bien\s)?fait\b[^.!?]{{0,20}}\bpour\b[^.!?]{{0,25}}\b{_THERE}",
        rf"\bde quoi\s{_BE}\b[^.!?]{{0,12}}\b(?:accusé|coupable|condamné|soupçonné)",
        rf"\bcombien\b[^.!?]{{0,15}}{_BE}\b[^.!?]{{0,20}}\b(?:pris\s*\?|{_INSIDE})",
        rf"\bcombien\s(?:de temps|de mois|d’années)\b[^.!?]{{0,20}}\b{_INSIDE}",
        rf"\b(?:avez-vous|as-tu)\s(?:déjà\s)?(?:été|fait de la|fait)\b[^.!?]{{0,12}}\b(?:{_INSIDE}|prison\b)",
        rf"\bce qui\s(?:vous\s|t’)(?:a|avait)\s(?:amené|conduit|envoyé|mené)e?s?\b[^.!?]{{0,15}}\b{_INSIDE}",
        rf"\b(?:avez-vous|as-tu|est-ce que (?:vous avez|tu as))\s(?:\w+\s)?commis\s(?:\w+\s){{0,2}}{_OFFENCE}\b",
        r"\b(?:êtes-vous|étiez-vous|es-tu|étais-tu)\s(?:\w+\s)?coupable",
        rf"\b(?:{_BE}|t’es|t’étais)\s(?:\w+\s)?tombée?s?\s[^.!?]{{0,10}}\bpour\s(?:quoi|quel(?:le)?s?\s)",
        rf"\b(?:{_BE}|t’as)\spris\scombien\b",
        rf"\b(?:{_BE}|t’as)\sfait quoi\b[^.!?]{{0,10}}\bpour\b[^.!?]{{0,25}}\b{_THERE}",
        r"\bde quoi\s(?:on\s)?(?:vous\s|t’|te\s)(?:a-t-on\s|a\s)?(?:accus|reproch|soupçonn)",
        rf"\b(?:raison|motif|cause)s?\sde\s{_YOUR}\s{_OFFENCE}\b",
        r"\bc’(?:est|était)\squoi,?\s(?:déjà,?\s)?(?:ton|ta|votre)\s(?:délit|crime|peine|condamnation|affaire)\b",
    )
)
_SPOKEN_OF = (
    *("prison", "détention", "détenu", "incarcér", "emprisonn", "écrou", "enferm", "derrière les", "arrêté", "jugé"),
    *("délit", "crime", "infraction", "condamn", "peine", "mise en examen", "affaire", "accus", "coupable", "soupçon"),
    *("pris", "en arriver", "finir", "là", "dedans", "tombé", "reproch"),
)
"""Without one of these words, no text asks for the offence: most are not read any further."""
_QUOTED = re.compile(r"«[^«»]*»")
_SOMEBODY_ELSE = re.compile(
    r"\b(?:si|quand|lorsque|qui|que répondre|comment répondre|répondre)\b.*\bdemand|\brépond", re.IGNORECASE
)

_TELLING = frozenset({Kind.TESTIMONY, Kind.SITUATION, Kind.BOOST, Kind.OBSTACLE})
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_CLUES = {
    "un lieu": re.compile(
        r"\b(?:[àÀ]|[dD]e|[dD]’|[vV]ers|[pP]rès de|quartier|prison de|rue)\s?(?!(?:Pôle|France|Noël|Pâques|Internet)\b)"
        r"[A-ZÉÈ][a-zéèêëàâîïôûç]{2,}"
    ),
    "une date": re.compile(
        rf"\b(?:\d{{1,2}}(?:er)?\s(?:{_MONTHS})|(?:{_MONTHS})\s\d{{4}}|[eE]n\s(?:19|20)\d\d|\d+/\d+/\d+)\b"
    ),
    "un employeur": re.compile(
        r"\b(?:[Cc]hez|entreprise|société|usine|garage|restaurant|boulangerie|magasin|chantiers?)\s(?:de\s|d’)?"
        r"[A-ZÉÈ]\w{2,}"
    ),
    "une peine": re.compile(
        r"\b(?:condamnée?s?\s[àa]|purgé|pris\s\w+\s(?:an|mois)|\w+\s(?:ans?|mois)\s"
        r"(?:de prison|de détention|fermes?|avec sursis|de sursis|d’emprisonnement|de réclusion))",
        re.IGNORECASE,
    ),
}
MOST_CLUES = 2
"""Of place, date, employer and sentence: a third one is enough to recognise somebody in a town."""


def asks_for_the_offence(card: Card) -> Iterator[Finding]:
    """Find what asks somebody for the offence, the sentence, or why they were in prison."""
    choices = [choice.text for choice in card.choices]
    single = (card.title, card.text, card.question, card.explanation, card.warning, card.resource)
    told = "\n".join((*single, *card.prompts, *choices)).lower()
    words = [word for word in _SPOKEN_OF if word in told]
    if not words:
        return
    for steps, text in of_everybody(card):
        lowered = text.lower()
        if not any(word in lowered for word in words):
            continue
        for sentence in sentences(_QUOTED.sub("«»", text)):
            if _SOMEBODY_ELSE.search(sentence):
                continue
            match = next(filter(None, (pattern.search(sentence) for pattern in _ASKS)), None)
            if match:
                asked = match[0].strip()
                message = f"« {asked} » : on ne demande à personne son délit, sa peine, ni pourquoi la prison."
                yield steps, Sentence(message, "Demandez plutôt ce qui a aidé, ou ce que la personne sait faire.")
                break


def may_identify(card: Card) -> Iterator[Finding]:
    """Find stories whose place, date, employer and sentence together would tell who lived them."""
    if card.kind not in _TELLING:
        return
    told = f"{card.title}\n{card.text}\n{card.question}"
    clues = [name for name, pattern in _CLUES.items() if pattern.search(told)]
    if len(clues) > MOST_CLUES:
        message = f"{', '.join(clues[:-1])} et {clues[-1]} dans la même histoire : on peut reconnaître quelqu’un."
        steps = ("texte",) if card.text else ("question",)
        yield steps, Sentence(message, "Retirez-en, ou restez vague : « une ville », « un hiver ».", Severity.WARNING)


def names_somebody(card: Card) -> Iterator[Finding]:
    """Find names of persons. A fiction may give its character a first name; nothing else names anybody."""
    is_fiction = card.origin is Origin.FICTION
    for steps, text in of_everybody(card):
        found = full_names(text) or (() if is_fiction else given_names(text))
        if not found:
            continue
        message = f"« {found[0]} » est un nom de personne."
        remedy = "Écrivez « un ami », « ma voisine », « une conseillère » ; dans une fiction, un prénom seul suffit."
        yield steps, Sentence(message, remedy, Severity.WARNING)

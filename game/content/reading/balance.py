"""A deck that holds together: no theme forgotten, every kind, care in doses, successes as well as obstacles."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from game.content.cards import Card, Kind, Theme, Tone
from game.content.problems import Problem, Severity
from game.french import counted

FEWEST_CARDS = 24
"""In a smaller deck, a share says nothing."""
_SCARCE = 0.5
"""Of the average of the themes."""
_MOST_OF_A_KIND = 0.4
_MOST_SENSITIVE = 1 / 3
_TOP_SENSITIVITY = 2
_MOST_AT_THE_TOP = 0.1


def imbalances(cards: Sequence[Card], themes: Mapping[str, Theme], path: str) -> Iterator[Problem]:
    """Find what a deck has too much or too little of; all of it is advice, told at the folder of the cards."""
    if len(cards) < FEWEST_CARDS:
        return
    for message, remedy in (
        *_themes(cards, themes),
        *_kinds(cards),
        *_sensitivity(cards),
        *_tone(cards),
    ):
        yield Problem(path, 1, 1, Severity.ADVICE, message, remedy)


def _themes(cards: Sequence[Card], themes: Mapping[str, Theme]) -> Iterator[tuple[str, str]]:
    counts = Counter(card.theme for card in cards)
    average = len(cards) / len(themes) if themes else 0.0
    for name, theme in themes.items():
        if counts[name] < _SCARCE * average:
            message = f"thème « {theme.title} » : {counted(counts[name], 'carte')}, et {average:.0f} en moyenne."
            yield message, "Écrivez-en d’autres, ou retirez ce thème des plateaux."


def _kinds(cards: Sequence[Card]) -> Iterator[tuple[str, str]]:
    counts = Counter(card.kind for card in cards)
    missing = [str(kind) for kind in Kind if not counts[kind]]
    if missing:
        yield f"aucune carte de type {', '.join(missing)}.", "Un paquet varié garde l’attention de tous."
    kind, most = counts.most_common(1)[0]
    if most > _MOST_OF_A_KIND * len(cards):
        yield f"{most} cartes sur {len(cards)} sont de type « {kind} ».", "Variez : une partie en tire une quinzaine."


def _sensitivity(cards: Sequence[Card]) -> Iterator[tuple[str, str]]:
    sensitive = sum(card.sensitivity > 0 for card in cards)
    top = sum(card.sensitivity == _TOP_SENSITIVITY for card in cards)
    if sensitive > _MOST_SENSITIVE * len(cards):
        yield f"{sensitive} cartes sur {len(cards)} demandent un avertissement.", "Ajoutez des cartes plus légères."
    if top > _MOST_AT_THE_TOP * len(cards):
        yield f"{top} cartes sur {len(cards)} sont de sensibilité 2.", "Une séance ordinaire ne les montre pas."


def _tone(cards: Sequence[Card]) -> Iterator[tuple[str, str]]:
    counts = Counter(card.told_tone for card in cards)
    successes, obstacles = counts[Tone.SUCCESS], counts[Tone.OBSTACLE]
    if obstacles > successes:
        message = f"plus d’obstacles ({obstacles}) que de réussites ({successes})."
        yield message, "Écrivez ce qui a marché ; « ton: reussite » le dit, quand le type de la carte ne le dit pas."
    elif not obstacles and successes:
        yield "aucun obstacle parmi les cartes.", "Dites aussi ce qui coince, avec le lieu qui aide."

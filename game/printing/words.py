"""What printed pages have in common: the notice, the look of a theme, the words for who is there."""

from collections.abc import Iterable
from typing import Any

from game.content.cards import Audience, Theme
from game.content.formats import Act
from game.drawing.theme import ink_on
from game.french import NO_BREAK
from game.screens.phrases import ACTS, NOTICE as WELCOME_NOTICE
from game.session.agenda import ActKind

GAME = "Permis de se reconstruire"
NOTICE = tuple(WELCOME_NOTICE.split("\n"))
"""The two sentences of the welcome: what the room was told is what its papers say."""
_RULER = f"Ce trait mesure 10{NO_BREAK}cm{NO_BREAK}: imprimez à 100{NO_BREAK}%, sans ajuster à la page."
AUDIENCES = {
    Audience.PILOTES: "pilotes",
    Audience.COMPANIES: "entreprises",
    Audience.STUDENTS: "étudiants",
    Audience.PUBLIC: "grand public",
}


def common(title: str) -> dict[str, Any]:
    """Return what every page reads: its title, the name of the game, the notice, the words of the 10 cm line."""
    return {"title": title, "game": GAME, "notice": list(NOTICE), "ruler": _RULER}


def theme_look(theme: Theme) -> dict[str, str]:
    """Return a theme as it is printed: its word, its icon, its colour, and the ink that reads on it."""
    return {"title": theme.title, "icon": theme.icon, "colour": theme.colour, "writing": ink_on(theme.colour)}


def longest_word(*texts: str) -> str:
    """Return the word with most letters; words that a no-break space holds together are one."""
    return max((word for text in texts for word in text.replace("\n", " ").split(" ")), key=len, default="")


def audiences_said(audiences: Iterable[str]) -> str:
    """Return « pilotes, entreprises »; « tous les publics » when all are there."""
    there = set(audiences)
    if there >= set(AUDIENCES):
        return "tous les publics"
    return ", ".join(said for audience, said in AUDIENCES.items() if audience in there)


def labelled(label: str) -> str:
    """Return a label with its colon, as French writes it."""
    return f"{label}{NO_BREAK}:"


def act_title(act: Act) -> str:
    """Return the title of an act: its own, else that of its kind."""
    return act.title or ACTS[ActKind(act.kind)]

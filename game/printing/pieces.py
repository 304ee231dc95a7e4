"""What is cut out, and what is filled in by hand: pawns, bricks of the wall, the sheet to note a session."""

from pathlib import Path
from typing import Any

from game.content.formats import Format
from game.content.library import Library
from game.french import duration, unbroken
from game.printing.pages import make_pdf
from game.printing.words import act_title, common, labelled, theme_look
from game.screens.phrases import WEATHERS

BRICKS_A_SHEET = 24
BRICK_SHEETS = 2
MOST_CARDS = 24
"""Lines for cards on the sheet to note a session; more than a session of an hour and a half has."""
_MOST_TEAMS = 8


def print_pieces(assets: Path, library: Library) -> bytes:
    """Return the PDF of a pawn for each team that is ready made, and of bricks of each theme in turn.

    Raises:
        PrintError: the template cannot be read.
    """
    themes = [theme_look(theme) for theme in library.themes.values()]
    words = {"glue": unbroken("Coller ici"), "base": unbroken("Pied : plier, puis coller")}
    data = {
        **common("Pions et briques"),
        "pawns": [{"name": team.name, "icon": team.icon} for team in library.teams],
        "bricks": [themes[at % len(themes)] for at in range(BRICKS_A_SHEET * BRICK_SHEETS)] if themes else [],
        "words": words,
    }
    return make_pdf(assets, "pions", data)[0]


def print_record_sheet(assets: Path, script: Format) -> bytes:
    """Return the PDF of the sheet to note a session by hand, in the order in which `permis saisir` asks for it.

    Raises:
        PrintError: the template cannot be read.
    """
    polls = [{"question": asked.question, "answers": asked.answers} for asked in script.poll]
    data = {
        **common("Relevé de séance"),
        "head": [labelled(words) for words in ("Lieu", "Date", "Format", "Heure du début")],
        "acts": [{"title": act_title(act), "planned": duration(act.minutes)} for act in script.acts],
        "weathers": [{"icon": icon, "word": word} for icon, word in WEATHERS],
        "moods": ["Météo à l’arrivée (mains levées)", "Météo au départ (mains levées)"],
        "polls": polls,
        "cards": MOST_CARDS,
        "steps": _MOST_TEAMS,
        "words": _words(script),
    }
    return make_pdf(assets, "releve", data)[0]


def _words(script: Format) -> dict[str, Any]:
    how = (
        f"{script.title}. Écrivez des nombres et des mots, jamais un nom. Ensuite, la commande « permis saisir » "
        "demande la même chose dans le même ordre ; puis cette feuille peut être jetée."
    )
    return {
        "how": unbroken(how),
        "acts": "Les actes",
        "act-heads": ["Acte", "Prévu", "Réel (min)"],
        "teams": "Les équipes",
        "team-heads": ["Nom choisi", "Combien"],
        "poll-heads": ["Sondage", "Avant", "À la fin"],
        "cards": "Les cartes vues, et le mot de chaque brique",
        "card-heads": ["Carte (son titre)", "Mot (ou rien)"],
        "steps": "Les prochains pas",
        "step-heads": ["Équipe", "Thème", "Prochain pas, sans nom"],
    }

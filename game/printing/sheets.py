"""Sheets to read: for who facilitates, for the security officer of a prison, for a file of tools, for the wall."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content.aids import Aid
from game.content.boards import BoardFile
from game.content.cards import Card
from game.content.formats import Act, ActKind, Format
from game.content.library import Library
from game.french import counted, duration, unbroken
from game.printing.boards import special_squares
from game.printing.pages import make_pdf
from game.printing.pieces import BRICK_SHEETS, BRICKS_A_SHEET
from game.printing.words import GAME, act_title, audiences_said, common, labelled, theme_look


@dataclass(frozen=True)
class Play:
    """What is played: a format, a board, and the cards that were chosen."""

    library: Library
    script: Format
    board: BoardFile
    cards: Sequence[Card]

    @property
    def delicate(self) -> list[Card]:
        """The cards that have a warning."""
        return [card for card in self.cards if card.warning]


def print_facilitation(assets: Path, play: Play) -> bytes:
    """Return the PDF of the facilitator's sheet: what to do and to say, act by act.

    Raises:
        PrintError: the template cannot be read.
    """
    sections = [
        _list("En bref", _in_short(play)),
        _list("Avant", _BEFORE),
        *(_act(act) for act in play.script.acts),
        _list("Pendant le jeu", _DURING),
        _table("Les cases à part", (1, 2), ("Case", "Ce qu’elle dit"), _squares(play.board)),
        _warned(play.delicate),
        _aids(play.library.aids),
        _terms(play),
    ]
    return _sheet(assets, "Fiche d’animation", play.script.title, sections, play.library)


def print_security(assets: Path, play: Play) -> bytes:
    """Return the PDF of the sheet for a prison's security officer: what is brought in, and what it is for.

    Raises:
        PrintError: the template cannot be read.
    """
    sections = [
        _fill("", ("Établissement", "Date et heure", "Salle", "Structure qui anime", "Personnes qui entrent (nombre)")),
        _text("À quoi cela sert", (_PURPOSE, f"Durée prévue : {duration(play.script.minutes)}.")),
        _table("Ce qui entre", (2, 1, 3), ("Objet", "Nombre", "À quoi il sert"), _brought_in(play)),
        _list("Ce qui n’entre pas", _NOT_BROUGHT_IN),
        _list("Ce qui est écrit sur place", _WRITTEN),
        _list("Ce que disent les cartes", _content(play)),
        _fill("Après la séance", ("Matériel compté à la sortie", "Vu par (nom, date, signature)")),
    ]
    return _sheet(assets, "Fiche pour la sûreté", f"Jeu « {GAME} », sur papier", sections)


def print_tool_sheet(assets: Path, play: Play) -> bytes:
    """Return the PDF of the « fiche-outil »: aim, audience, time, material, steps, risks.

    Raises:
        PrintError: the template cannot be read.
    """
    script = play.script
    steps = [(act_title(act), duration(act.minutes), "\n".join(act.questions or act.say)) for act in script.acts]
    sections = [
        _list("But", script.aims or ("Parler du parcours d’après, de ses obstacles et de ses réussites",)),
        _list("Ce qui se travaille", script.skills),
        _list("Public", (audiences_said(script.audiences), "De 2 à 8 équipes, de 6 à 30 personnes")),
        _list("Durée", (f"{duration(script.minutes)}, dont {duration(_game_minutes(script))} de jeu",)),
        _table("Matériel", (2, 1, 3), ("Objet", "Nombre", "À quoi il sert"), _brought_in(play)),
        _table("Étapes", (2, 1, 4), ("Acte", "Durée", "Ce qu’on dit, ce qu’on demande"), steps),
        _list("Points de vigilance", _risks(play)),
    ]
    return _sheet(assets, "Fiche-outil", f"{GAME}. {script.title}.", sections, play.library)


def print_notice(assets: Path) -> bytes:
    """Return the PDF of the information notice, two sentences to pin on the wall.

    Raises:
        PrintError: the template cannot be read.
    """
    return make_pdf(assets, "notice", common("Ce qui est noté, et ce qui ne l’est pas"))[0]


def _sheet(
    assets: Path, title: str, subtitle: str, sections: Iterable[dict[str, Any]], library: Library | None = None
) -> bytes:
    themes = [theme_look(theme) for theme in library.themes.values()] if library else []
    kept = [section for section in sections if section["rows"]]
    data = {**common(title), "subtitle": unbroken(subtitle), "sections": kept, "themes": themes}
    return make_pdf(assets, "fiche", data)[0]


def _section(kind: str, title: str, rows: Iterable[Any]) -> dict[str, Any]:
    return {"kind": kind, "title": title, "rows": list(rows)}


def _text(title: str, rows: Iterable[str]) -> dict[str, Any]:
    return _section("text", title, map(unbroken, rows))


def _list(title: str, rows: Iterable[str]) -> dict[str, Any]:
    return _section("list", title, map(unbroken, rows))


def _fill(title: str, rows: Iterable[str]) -> dict[str, Any]:
    return _section("fill", title, map(labelled, rows))


def _table(title: str, columns: Sequence[int], heads: Sequence[str], rows: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Return a table; ``columns`` are the shares of the width."""
    said = [tuple(map(unbroken, row)) for row in rows]
    return {**_section("table", title, said), "columns": columns, "heads": heads}


def _in_short(play: Play) -> list[str]:
    script = play.script
    return [
        f"Public : {audiences_said(script.audiences)}.",
        f"{counted(len(play.cards), 'carte')}, plateau « {play.board.title} ».",
        *(f"But : {aim}." for aim in script.aims),
    ]


def _act(act: Act) -> dict[str, Any]:
    said = [f"À dire : {line}" for line in act.say]
    asked = [f"À demander : {line}" for line in act.questions]
    return _list(f"{act_title(act)}, {duration(act.minutes)}", [*said, *asked])


def _squares(board: BoardFile) -> list[tuple[str, str]]:
    return [(name, text) for name, _, text in special_squares(board)]


def _warned(cards: Sequence[Card]) -> dict[str, Any]:
    rows = [(card.title or card.id, card.warning) for card in cards]
    return _table("Cartes à lire avant la salle", (2, 3), ("Carte", "Mise en garde"), rows)


def _terms(play: Play) -> dict[str, Any]:
    used = {term for card in play.cards for term in card.lexicon}
    rows = [(term.term, term.definition) for term in play.library.terms if term.term in used]
    return _table("Les mots des cartes", (2, 5), ("Mot", "En clair"), rows)


def _aids(aids: Sequence[Aid]) -> dict[str, Any]:
    rows = [(aid.phone, f"{aid.name}. {aid.purpose}", aid.when) for aid in aids]
    return _table("À qui demander de l’aide", (2, 3, 2), ("Numéro, lieu", "Pour quoi", "Quand"), rows)


def _game_minutes(script: Format) -> int:
    return sum(act.minutes for act in script.acts if act.kind is ActKind.GAME)


def _brought_in(play: Play) -> list[tuple[str, str, str]]:
    return [
        ("Cartes de papier, coupées", str(len(play.cards)), "Faire parler le groupe"),
        ("Plateau de papier", "1", "Une feuille A3, ou quatre feuilles A4 collées"),
        ("Pions de papier", str(len(play.library.teams)), "Un par équipe, pour suivre le chemin"),
        ("Briques de papier", str(BRICKS_A_SHEET * BRICK_SHEETS), "Un mot par échange, posé sur le mur"),
        ("Dé", counted(play.board.dice, "dé"), "Avancer ; en mousse ou en carton"),
        ("Fiches de papier", "6", "Animation, notice, aide, relevé, fiche-outil, cette fiche"),
        ("Feutres", "2", "Écrire les mots du mur"),
        ("Ruban adhésif de papier", "1", "Tenir le mur ; posé par qui anime"),
    ]


def _content(play: Play) -> list[str]:
    themes = ", ".join(theme.title.lower() for theme in play.library.themes.values())
    delicate = len(play.delicate)
    return [
        f"Thèmes : {themes}.",
        "Aucune carte ne demande les faits, ni la peine. Aucun nom, aucune photo.",
        f"{counted(delicate, 'carte porte', 'cartes portent')} une mise en garde, écrite au dos."
        if delicate
        else "Aucune carte ne porte de mise en garde.",
        "Toutes les cartes se lisent avant la séance : le fichier PDF peut être envoyé à l’établissement.",
    ]


def _risks(play: Play) -> list[str]:
    return [
        "Une carte peut toucher : chacun peut passer ou sortir, sans dire pourquoi, et un copilote reste disponible.",
        f"{counted(len(play.delicate), 'carte')} avec une mise en garde : lues au dos avant d’être montrées.",
        "Personne ne demande les faits ni la peine. On parle en « je ».",
        "Ce qui se dit reste dans la salle, sauf si quelqu’un est en danger.",
        "Aucun nom n’est écrit, ni sur le mur, ni sur le relevé.",
        "Personne ne gagne et personne ne perd : l’horloge arrête le jeu.",
    ]


_PURPOSE = (
    "Un jeu de plateau pour parler de la vie d’après : emploi, logement, santé, démarches, liens, droits. "
    "Des équipes avancent, lisent une carte, échangent, et gardent un mot. Il n’y a ni gagnant, ni argent, ni lot."
)
_BEFORE = (
    "Compter le matériel, et mélanger les cartes par thème, dos vers le haut.",
    "Lire le dos des cartes qui portent une mise en garde, et retirer celles qui ne conviennent pas.",
    "Accrocher la notice et la liste d’aide. Poser le plateau, les pions, le dé.",
    "Prévoir une montre : c’est elle qui arrête le jeu.",
)
_DURING = (
    "Une équipe lance le dé, avance son pion, lit sa case.",
    "Case d’un thème : prendre une carte de ce thème, la lire à voix haute, ne pas montrer le dos.",
    "L’équipe parle d’abord, la salle ensuite. Les relances sont au dos.",
    "L’échange fini, l’équipe écrit un mot sur une brique, ou la laisse blanche. Noter la carte sur le relevé.",
    "On passe quand on veut. On ne compte pas qui passe, et on ne note pas qui parle.",
)
_NOT_BROUGHT_IN = (
    "Ni téléphone, ni ordinateur, ni clé USB, ni appareil photo.",
    "Ni ciseaux, ni cutter, ni colle : tout est coupé et plié avant.",
    "Rien ne reste dans l’établissement sans son accord. Le mur repart avec qui anime.",
)
_WRITTEN = (
    "Le nombre de personnes, les thèmes, les cartes vues, un mot par échange, le prochain pas de chaque équipe.",
    "Aucun nom, aucune initiale, aucun numéro d’écrou.",
)

"""The certificate of who facilitated: hours, tasks, skills. The name is on the paper, and nowhere else.

It is made to be shown, to an employer for instance: it says nothing of justice, and names no place unless asked to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from game.french import NO_BREAK, counted, duration, long_date, unbroken
from game.printing.pages import make_pdf
from game.printing.words import common, labelled
from game.records.outcome import Outcome
from game.session.agenda import ActKind

LONGEST_NAME = 80
_TASKS = {
    ActKind.WELCOME: "Accueillir le groupe, dire le cadre et le faire tenir",
    ActKind.MOOD: "Prendre la météo du groupe, au début et à la fin",
    ActKind.GAME: "Animer un jeu en équipes : {exchanges} autour de cartes, lues et discutées",
    ActKind.DEBRIEF: "Conduire le temps de retour du groupe",
    ActKind.QUESTIONS: "Répondre aux questions du public",
    ActKind.CLOSING: "Conclure : relire le mur de mots, recueillir les prochains pas",
}
"""What somebody does who facilitates an act."""
_SKILLS = {
    ActKind.WELCOME: ("Prendre la parole devant un groupe", "Poser un cadre commun et le rappeler"),
    ActKind.MOOD: ("Mettre chacun à l’aise",),
    ActKind.GAME: ("Expliquer une règle", "Faire circuler la parole", "Tenir le temps"),
    ActKind.DEBRIEF: ("Écouter sans juger", "Reformuler et relancer"),
    ActKind.QUESTIONS: ("Parler de façon claire à un public",),
    ActKind.CLOSING: ("Faire la synthèse de ce qui a été dit",),
}
"""What it takes, in words that a curriculum vitae can use."""


@dataclass(frozen=True)
class Facilitated:
    """What somebody facilitated, and the name that was typed for the paper."""

    name: str
    sessions: Sequence[Outcome]
    has_places: bool = False
    """Whether places are named: some of them tell more about a person than the certificate should."""


def may_be_certified(outcome: Outcome, code: str = "") -> bool:
    """Tell whether a pilote can have facilitated a session: it is over, a group played it, under that code if any."""
    if outcome.demonstration or outcome.status == "en cours" or outcome.facilitation.pilots == 0:
        return False
    return not code or code.casefold() in (one.casefold() for one in outcome.facilitation.codes)


def print_certificate(assets: Path, done: Facilitated) -> bytes:
    """Return the PDF of a certificate; the hours of several sessions add up.

    Raises:
        ValueError: there is no session.
        PrintError: the template cannot be read.
    """
    sessions = sorted(done.sessions, key=lambda one: one.start)
    days = [one.day for one in sessions]
    kinds = [kind for kind in ActKind if any(act.kind == kind for one in sessions for act in one.acts)]
    exchanges = sum(one.exchanges for one in sessions)
    data = {
        **common("Attestation d’animation"),
        "name": done.name,
        "said": _said(min(days), max(days), sessions),
        "figures": [
            {"number": duration(sum(one.minutes for one in sessions)), "words": "d’animation"},
            {"number": str(len(sessions)), "words": "séance" if len(sessions) == 1 else "séances"},
            {"number": str(sum(one.people for one in sessions)), "words": "participations"},
            {"number": str(exchanges), "words": "échanges animés"},
        ],
        "lists": [
            _list("Tâches", (_TASKS[kind].format(exchanges=counted(exchanges, "échange")) for kind in kinds)),
            _list("Compétences mises en œuvre", chain.from_iterable(_SKILLS[kind] for kind in kinds)),
        ],
        "heads": ["Date", "Atelier", *(["Lieu"] if done.has_places else []), "Participants", "Durée"],
        "rows": [_row(one, has_place=done.has_places) for one in sessions],
        "words": _WORDS,
    }
    return make_pdf(assets, "attestation", data)[0]


def _said(first: date, last: date, sessions: Sequence[Outcome]) -> str:
    when = f"le {long_date(first)}" if first == last else f"entre le {long_date(first)} et le {long_date(last)}"
    many = counted(len(sessions), "atelier collectif", "ateliers collectifs")
    what = "un atelier collectif" if len(sessions) == 1 else many
    return unbroken(f"a animé {what} d’expression, {when}, pour une durée totale de {_total(sessions)}.")


def _total(sessions: Iterable[Outcome]) -> str:
    return duration(sum(one.minutes for one in sessions))


def _list(title: str, rows: Iterable[str]) -> dict[str, object]:
    return {"title": title, "rows": [unbroken(row) for row in dict.fromkeys(rows)]}


def _row(one: Outcome, *, has_place: bool) -> list[str]:
    place = [one.place] if has_place else []
    # The title of a format may tell too much (« Entre pilotes »): only one that somebody wrote for the action is shown.
    title = one.title if one.title != one.format_title else "Atelier collectif"
    return [long_date(one.day), title, *place, str(one.people), duration(one.minutes)]


_WORDS = {
    "we": unbroken("L’association soussignée atteste que"),
    "association": labelled("Association"),
    "sessions": "Les séances",
    "done": f"Fait à …………………………………………, le{NO_BREAK}…… / …… / …………",
    "signs": "Pour l’association : nom, qualité, signature et cachet".replace(" :", f"{NO_BREAK}:"),
    "receives": "Signature de la personne",
    "kept": unbroken("Le nom est écrit sur ce papier seulement ; le programme qui l’a imprimé ne le garde pas."),
}

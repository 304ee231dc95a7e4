"""Sentences for people, made from codes in this one place. French, with its typography."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from game.french import NO_BREAK, counted, duration, long_date, unbroken
from game.rules import Refusal
from game.rules.board import Back, Bird, Effect, Forward, GoTo, LeaveOn, Relay, RollAgain, Wait
from game.session.agenda import Act, ActKind
from game.session.folder import Summary
from game.session.pace import Pace

ACTS = {
    ActKind.WELCOME: "Accueil",
    ActKind.MOOD: "Météo",
    ActKind.GAME: "Jeu",
    ActKind.DEBRIEF: "Débrief",
    ActKind.QUESTIONS: "Questions aux pilotes",
    ActKind.CLOSING: "Clôture",
}
KINDS = {
    "temoignage": "Témoignage",
    "mise-en-situation": "Mise en situation",
    "question": "Question",
    "defi": "Défi",
    "mot": "Mot du milieu",
    "chiffre": "Chiffre",
    "coup-de-pouce": "Coup de pouce",
    "obstacle": "Obstacle",
}
WEATHERS = (
    ("sun", "Grand soleil"),
    ("cloud-sun", "Éclaircies"),
    ("cloud", "Nuages"),
    ("cloud-rain", "Pluie"),
    ("cloud-lightning", "Orage"),
)


def stopwatch(seconds: float) -> str:
    """Return « 3:40 »."""
    minutes, rest = divmod(int(max(0.0, seconds)), 60)
    return f"{minutes}:{rest:02}"


def time_left(minutes: int) -> str:
    """Return « Encore 38 min », and once the time is over a sentence that hurries nobody."""
    if minutes <= 0:
        return "Temps prévu écoulé"
    return f"Encore {minutes}{NO_BREAK}min" if minutes < 60 else f"Encore {duration(minutes)}"  # noqa: PLR2004


def pace(foreseen: Pace) -> str:
    """Return « À ce rythme : 14 échanges en tout, il reste 2 tours par équipe. »."""
    turns = f"{counted(foreseen.rounds, 'tour')} par équipe" if foreseen.rounds else "moins d’un tour par équipe"
    return f"À ce rythme{NO_BREAK}: {counted(foreseen.exchanges, 'échange')} en tout, il reste {turns}."


def last_round(left: Sequence[str]) -> str:
    """Return how many teams still play in the last round."""
    if not left:
        return "Le dernier tour est joué."
    teams = f"encore {counted(len(left), 'équipe')}" if len(left) > 1 else "c’est la dernière équipe"
    return f"Dernier tour{NO_BREAK}: {teams}."


def effect(value: Effect | None, goes_to: int = 0) -> str:
    """Return what a special square does, in words; ``goes_to`` is the number of the square that it names."""
    if isinstance(value, Forward):
        return f"Avancez de {counted(value.by, 'case')}."
    if isinstance(value, Back):
        return f"Reculez de {counted(value.by, 'case')}."
    if isinstance(value, GoTo):
        return f"Allez à la case{NO_BREAK}{goes_to}." if goes_to else "Retournez au départ."
    if isinstance(value, RollAgain):
        return "Relancez le dé."
    if isinstance(value, Wait):
        return f"Attendez {counted(value.turns, 'tour')}."
    if isinstance(value, LeaveOn):
        totals = " ou ".join(map(str, value.totals))
        return f"Faites {totals} pour repartir, {counted(value.turns, 'tour')} au plus."
    if isinstance(value, Bird):
        return "L’oie vous fait repartir."
    if isinstance(value, Relay) and value.takes_place:
        return f"Attendez qu’une équipe prenne votre place, {counted(value.turns, 'tour')} au plus."
    if isinstance(value, Relay):
        return f"Attendez un relais, {counted(value.turns, 'tour')} au plus."
    return "Tirez une carte." if value else ""


def refused(refusal: Refusal, names: dict[str, str]) -> str:
    """Return why something cannot be done now; ``names`` gives team names by id."""
    params: dict[str, Any] = dict(refusal.params)
    if "team" in params:
        params["team"] = names.get(params["team"], params["team"])
    return _REFUSALS.get(refusal.code, "Ce n’est pas possible maintenant.").format(**params)


_REFUSALS = {
    "no_team": f"Aucune équipe n’est là{NO_BREAK}: touche E pour en ajouter une.",
    "arrived": unbroken("{team} : c’est arrivé. Une carte pour tout le monde ?"),
    "waiting": "{team} attend encore.",
    "wrong_dice": "Le dé va de 1 à {faces}.",
    "nothing_to_reroll": "Il n’y a pas de lancer à refaire. Revenez d’abord en arrière.",
    "no_card": "Il n’y a pas d’autre carte.",
    "already_revealed": "La réponse est déjà affichée.",
    "cannot_help_oneself": "Une autre équipe peut aider.",
    "no_relay": "{team} n’attend pas de relais.",
    "not_waiting": "{team} n’attend pas.",
    "unknown_team": "Cette équipe n’est pas là.",
    "team_exists": "Cette équipe joue déjà.",
    "too_many_teams": "Il y a déjà {most} équipes.",
    "last_team": "Il faut au moins une équipe.",
    "closed": "La séance est clôturée.",
    "paused": f"La séance est en pause{NO_BREAK}: Espace pour reprendre.",
    "not_paused": "La séance n’est pas en pause.",
    "not_in_game": "Ce n’est pas l’acte du jeu.",
    "last_round_called": f"Le dernier tour est déjà annoncé{NO_BREAK}: touche Page précédente pour revenir.",
    "nothing_to_undo": "Il n’y a rien à annuler.",
    "nothing_to_redo": "Il n’y a rien à refaire.",
    "no_name": "Donnez un nom à l’équipe.",
    "wrong_count": "Un nombre de 0 à {most}.",
}


def listed(words: Sequence[str]) -> str:
    """Return « A, B et C »."""
    return " et ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


MODES = {"pilotes": "Un groupe de pilotes", "sensibilisation": "Entreprises, étudiants, public"}
"""Who a format is for, by its mode."""


def hour(when: datetime) -> str:
    """Return « 14:05 »."""
    return when.strftime("%H:%M")


def moment(when: datetime, now: datetime) -> str:
    """Return « aujourd’hui 14:05 », « hier 14:05 », else « 23 novembre 2026, 14:05 »."""
    days = (now.date() - when.date()).days
    near = {0: "aujourd’hui", 1: "hier"}.get(days)
    return f"{near} {hour(when)}" if near else f"{long_date(when)}, {hour(when)}"


def began(summary: Summary) -> datetime:
    """Return when a session began, as the name of its folder says; else the instant of its last record."""
    with suppress(ValueError):
        return datetime.strptime(summary.state.opening.id[:16], "%Y-%m-%d_%Hh%M").replace(tzinfo=summary.last.tzinfo)
    return summary.last


def interrupted(summary: Summary, now: datetime) -> tuple[str, str]:
    """Return « Ripaillon » and « , aujourd’hui 14:05 — interrompue au tour 12 »; an older session has no hour."""
    at, act = began(summary), summary.state.current_act
    is_old = (now.date() - at.date()).days > 1
    when = long_date(at).removesuffix(f" {now.year}") if is_old else moment(at, now)
    turn = max(1, summary.state.game.turns)
    where = f" au tour {turn}" if act.kind is ActKind.GAME else f"{NO_BREAK}: {act_title(act)}"
    return summary.state.opening.place, f", {when} — interrompue{where}"


def act_title(act: Act) -> str:
    """Return the title of an act: its own, else that of its kind."""
    return act.title or ACTS[act.kind]

"""Sentences for people, made from codes in this one place. French, with its typography."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from game.french import NO_BREAK, counted, duration, long_date, unbroken
from game.language import mark, tr
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


def square(position: int, last: int) -> str:
    """Return where a pawn stands: « départ », « case 14 », « arrivée »; ``last`` is the position of the arrival."""
    if position == 0:
        return tr("départ")
    return tr("arrivée") if position >= last else tr("case\u00a0{}").format(position)


def disk_trouble(held: int) -> str:
    """Return what is wrong when the disk refuses to write, ``held`` records waiting; empty while none does."""
    if not held:
        return ""
    waiting = counted(held, "action attend", "actions attendent")
    return (
        f"Le disque ne répond plus{NO_BREAK}: {waiting} en mémoire. "
        "La séance continue. Ne fermez pas le programme, libérez de la place ou rebranchez le disque."
    )


PEEKING = mark("La salle voit aussi cet écran s’il est projeté. V\u00a0: page de la salle.")
"""As the facilitator's page shows in the only window."""
SENSITIVE = mark("Sujet sensible\u00a0:")
"""Before the words of a warning."""
REASONS = (("die", mark("Mauvais dé")), ("pawn", mark("Pion mal placé")), ("other", mark("Autre chose")))
"""What was wrong when a pawn is put right: codes, and words."""
STEPS = {
    "closed": ("house-line", mark("Accueil"), mark("La séance est clôturée, son bilan est gardé.")),
    "closed-rehearsal": ("house-line", mark("Accueil"), mark("La répétition est finie. Rien n’en est gardé.")),
    "resume": ("play", mark("Reprendre"), mark("La séance est en pause. Les horloges sont arrêtées.")),
    "breath": ("play", mark("Reprendre"), mark("On reprend quand le groupe est prêt.")),
    "act": ("arrow-right", mark("Aller à\u00a0: {}"), mark("Cet acte est fini quand vous le décidez.")),
    "show": ("eye", mark("Montrer"), mark("La salle n’a pas encore vu la carte. Montrer, passer, ou une autre\u202f?")),
    "reveal": ("eye", mark("Montrer la réponse"), mark("La salle cherche. La réponse se montre quand vous voulez.")),
    "finish": ("check", mark("Échange terminé"), mark("Quand on en a parlé, l’équipe choisit un mot.")),
    "lay": ("check", mark("Poser la brique"), mark("L’équipe dit un mot, vous l’écrivez.")),
    "type-die": ("dice-five", mark("Taper le dé"), mark("L’équipe lance le dé. Tapez ce qu’il montre.")),
    "roll-die": ("dice-five", mark("Lancer le dé"), mark("Tapez le dé que l’équipe a lancé, ou Espace le lance.")),
    "card": ("cards", mark("Une carte pour tout le monde"), mark("Le pion ne bouge pas. On tire une carte.")),
    "draw": ("cards", mark("Découvrir la carte"), mark("Le pion est arrivé. Sa case donne une carte.")),
    "pass": ("arrow-right", mark("Au tour suivant"), mark("Le pion ne bouge pas ce tour-ci.")),
    "effect": ("arrow-right", mark("Continuer"), mark("Lisez la case à voix haute, puis continuez.")),
    "page": ("arrow-right", mark("Continuer"), mark("Lisez à voix haute, laissez parler, puis continuez.")),
    "return": ("arrow-right", mark("Revenir où vous étiez"), mark("La salle retrouve la page d’avant.")),
    "close-rehearsal": (
        "check",
        mark("Finir la répétition"),
        mark("Remerciez le groupe. Puis la répétition s’efface\u202f: rien n’en est gardé."),
    ),
    "close": ("check", mark("Clôturer et garder le bilan"), mark("Remerciez le groupe. Puis la séance se clôture.")),
}
"""Icon, label and sentence of what comes next, by the codes of `game.session.facilitator.step_of`."""


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
    return tr(_REFUSALS.get(refusal.code, mark("Ce n’est pas possible maintenant."))).format(**params)


OVER = {
    "breath": mark("La salle voit un écran calme. Vous gardez votre page. Espace\u00a0: reprendre."),
    "cadre": mark("La salle relit le cadre, une phrase à la fois."),
    "help": mark("La salle voit à qui demander de l’aide."),
}
"""What the facilitator is told while the room sees something over its page."""
_REFUSALS = {
    "interlude": mark("La salle voit autre chose\u00a0: Espace pour revenir où vous étiez."),
    "no_interlude": mark("La salle est déjà où elle était."),
    "no_cadre": mark("Ce format n’a pas de cadre à relire."),
    "no_poll_asked": mark("Aucune question du sondage n’est posée."),
    "card_hidden": "La salle n’a pas encore vu la carte.",
    "no_card_to_show": "Il n’y a pas de carte à montrer.",
    "card_on_table": "Une carte est sur la table. Finissez l’échange, ou passez, puis corrigez.",
    "no_such_square": f"Le plateau va du départ à l’arrivée{NO_BREAK}: {{last}} pas.",
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


def voice_trouble(code: str) -> str:
    """Return why nothing is heard."""
    return _VOICE_TROUBLES.get(code, _VOICE_TROUBLES["failed"])


def sound_trouble(code: str) -> str:
    """Return why the sounds of the game are not heard, and that nothing else is missing."""
    return tr(_SOUND_TROUBLES[code])


def nothing_to_read() -> str:
    """Return what is said where a page has no sentence to read aloud."""
    return "Il n’y a rien à lire sur cette page."


def language(code: str) -> str:
    """Return the name of a language: « arabe »; its code, for one that has no name here."""
    return _LANGUAGES.get(code, code)


_SOUND_TROUBLES = {
    "no_audio": mark("Aucun haut-parleur ne répond\u00a0: le jeu continue sans ses sons, tout se voit à l’écran."),
    "broken_sound": mark("Les sons du jeu ne se lisent pas\u00a0: le jeu continue sans eux, tout se voit à l’écran."),
}
_VOICE_TROUBLES = {
    "no_voice": "Pas de voix sur cet ordinateur.",
    "no_language": "Pas de voix dans cette langue sur cet ordinateur.",
    "no_audio": f"Pas de son sur cet ordinateur{NO_BREAK}: aucun haut-parleur ne répond.",
    "broken_recording": f"L’enregistrement de cette carte ne se lit pas{NO_BREAK}: la voix de l’ordinateur le remplace.",
    "hangs": "La voix ne répond pas. Touche L pour essayer encore.",
    "failed": "La voix s’est arrêtée. Touche L pour essayer encore.",
}
_LANGUAGES = {
    "ar": "arabe",
    "bg": "bulgare",
    "de": "allemand",
    "el": "grec",
    "en": "anglais",
    "es": "espagnol",
    "fr": "français",
    "fa": "persan",
    "it": "italien",
    "nl": "néerlandais",
    "pl": "polonais",
    "pt": "portugais",
    "ro": "roumain",
    "ru": "russe",
    "sq": "albanais",
    "sr": "serbe",
    "tr": "turc",
    "uk": "ukrainien",
    "ur": "ourdou",
    "vi": "vietnamien",
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

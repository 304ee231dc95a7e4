"""Sentences for people, made from codes in this one place, in the language that the screens speak."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from game.language import mark, tr
from game.rules import Refusal
from game.rules.board import Back, Bird, Effect, Forward, GoTo, LeaveOn, Relay, RollAgain, Wait
from game.session.agenda import Act, ActKind
from game.session.folder import Summary
from game.session.pace import Pace
from game.wording import counted, duration, long_date

ACTS = {
    ActKind.WELCOME: mark("Accueil"),
    ActKind.MOOD: mark("Météo"),
    ActKind.GAME: mark("Jeu"),
    ActKind.DEBRIEF: mark("Débrief"),
    ActKind.QUESTIONS: mark("Questions aux pilotes"),
    ActKind.CLOSING: mark("Clôture"),
}
KINDS = {
    "temoignage": mark("Témoignage"),
    "mise-en-situation": mark("Mise en situation"),
    "question": mark("Question"),
    "defi": mark("Défi"),
    "mot": mark("Mot du milieu"),
    "chiffre": mark("Chiffre"),
    "coup-de-pouce": mark("Coup de pouce"),
    "obstacle": mark("Obstacle"),
}
WEATHERS = (
    ("sun", mark("Grand soleil")),
    ("cloud-sun", mark("Éclaircies")),
    ("cloud", mark("Nuages")),
    ("cloud-rain", mark("Pluie")),
    ("cloud-lightning", mark("Orage")),
)

NOTICE = mark(
    "L’association qui anime garde le nombre de personnes, les thèmes et les mots du mur, deux ans au plus\u202f; "
    "elle n’écrit le nom de personne.\n"
    "Chacun peut se taire, passer, sortir, ou faire effacer un mot du mur, sans dire pourquoi."
)
"""Two lines for those who play, at the welcome and on paper: who keeps what and how long, and how to say no.

Two years: the time that the CNIL recommends after the last contact (référentiel of 11 March 2021).
"""


def stopwatch(seconds: float) -> str:
    """Return « 3:40 »."""
    minutes, rest = divmod(int(max(0.0, seconds)), 60)
    return f"{minutes}:{rest:02}"


def time_left(minutes: int) -> str:
    """Return « Encore 38 min », and once the time is over a sentence that hurries nobody."""
    if minutes <= 0:
        return tr("Temps prévu écoulé")
    return tr("Encore {duration}").format(duration=duration(minutes))


def pace(foreseen: Pace) -> str:
    """Return « À ce rythme : 14 échanges en tout, il reste 2 tours par équipe. »."""
    turns = tr("moins d’un tour par équipe")
    if foreseen.rounds:
        turns = tr("{turns} par équipe").format(turns=counted(foreseen.rounds, "tour"))
    said = tr("À ce rythme\u00a0: {exchanges} en tout, il reste {turns}.")
    return said.format(exchanges=counted(foreseen.exchanges, "échange"), turns=turns)


def last_round(left: Sequence[str]) -> str:
    """Return how many teams still play in the last round."""
    if not left:
        return tr("Le dernier tour est joué.")
    if len(left) == 1:
        return tr("Dernier tour\u00a0: c’est la dernière équipe.")
    return tr("Dernier tour\u00a0: encore {teams}.").format(teams=counted(len(left), "équipe"))


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
    return tr(
        "Le disque ne répond plus\u00a0: {waiting} en mémoire. "
        "La séance continue. Ne fermez pas le programme, libérez de la place ou rebranchez le disque."
    ).format(waiting=waiting)


PEEKING = mark("La salle voit aussi cet écran s’il est projeté. V\u00a0: page de la salle.")
"""As the facilitator's page shows in the only window."""
SENSITIVE = mark("Sujet sensible\u00a0:")
"""Before the words of a warning."""
REASONS = (("die", mark("Mauvais dé")), ("pawn", mark("Pion mal placé")), ("other", mark("Autre chose")))
"""What was wrong when a pawn is put right: codes, and words."""
STEPS = {
    "closed": ("house-line", mark("Revenir à l’accueil"), mark("La séance est clôturée, son bilan est gardé.")),
    "closed-rehearsal": (
        "house-line",
        mark("Revenir à l’accueil"),
        mark("La répétition est finie. Rien n’en est gardé."),
    ),
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
        return tr("Avancez de {squares}.").format(squares=counted(value.by, "case"))
    if isinstance(value, Back):
        return tr("Reculez de {squares}.").format(squares=counted(value.by, "case"))
    if isinstance(value, GoTo):
        where = tr("Allez à la case\u00a0{number}.") if goes_to else tr("Retournez au départ.")
        return where.format(number=goes_to)
    if isinstance(value, RollAgain):
        return tr("Relancez le dé.")
    if isinstance(value, Wait):
        return tr("Attendez {turns}.").format(turns=counted(value.turns, "tour"))
    if isinstance(value, LeaveOn):
        totals = tr(" ou ").join(map(str, value.totals))
        leave = tr("Faites {totals} pour repartir, {turns} au plus.")
        return leave.format(totals=totals, turns=counted(value.turns, "tour"))
    if isinstance(value, Bird):
        return tr("L’oie vous fait repartir.")
    if isinstance(value, Relay):
        place = tr("Attendez qu’une équipe prenne votre place, {turns} au plus.")
        relay = tr("Attendez un relais, {turns} au plus.")
        return (place if value.takes_place else relay).format(turns=counted(value.turns, "tour"))
    return tr("Tirez une carte.") if value else ""


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
    "card_hidden": mark("La salle n’a pas encore vu la carte."),
    "no_card_to_show": mark("Il n’y a pas de carte à montrer."),
    "card_on_table": mark("Une carte est sur la table. Finissez l’échange, ou passez, puis corrigez."),
    "no_such_square": mark("Le plateau va du départ à l’arrivée\u00a0: {last} pas."),
    "no_team": mark("Aucune équipe n’est là\u00a0: touche E pour en ajouter une."),
    "arrived": mark("{team}\u00a0: c’est arrivé. Une carte pour tout le monde\u202f?"),
    "waiting": mark("{team} attend encore."),
    "wrong_dice": mark("Le dé va de 1 à {faces}."),
    "nothing_to_reroll": mark("Il n’y a pas de lancer à refaire. Revenez d’abord en arrière."),
    "no_card": mark("Il n’y a pas d’autre carte."),
    "already_revealed": mark("La réponse est déjà affichée."),
    "cannot_help_oneself": mark("Une autre équipe peut aider."),
    "no_relay": mark("{team} n’attend pas de relais."),
    "not_waiting": mark("{team} n’attend pas."),
    "unknown_team": mark("Cette équipe n’est pas là."),
    "team_exists": mark("Cette équipe joue déjà."),
    "too_many_teams": mark("Il y a déjà {most} équipes."),
    "last_team": mark("Il faut au moins une équipe."),
    "closed": mark("La séance est clôturée."),
    "paused": mark("La séance est en pause\u00a0: Espace pour reprendre."),
    "not_paused": mark("La séance n’est pas en pause."),
    "not_in_game": mark("Ce n’est pas l’acte du jeu."),
    "last_round_called": mark("Le dernier tour est déjà annoncé\u00a0: touche Page précédente pour revenir."),
    "nothing_to_undo": mark("Il n’y a rien à annuler."),
    "nothing_to_redo": mark("Il n’y a rien à refaire."),
    "no_name": mark("Donnez un nom à l’équipe."),
    "wrong_count": mark("Un nombre de 0 à {most}."),
    "note_too_long": mark("La note a {length} caractères\u00a0: {most} au plus."),
    "not_a_code": mark(
        "«\u00a0{code}\u00a0» n’est pas un code\u00a0: des lettres et au moins un chiffre, jamais un nom."
    ),
    "not_closed": mark("La séance n’est pas clôturée."),
    "already_sent": mark("Ce bilan est déjà transmis. Pour le corriger, changez sa fiche."),
}


def voice_trouble(code: str) -> str:
    """Return why nothing is heard."""
    return tr(_VOICE_TROUBLES.get(code, _VOICE_TROUBLES["failed"]))


def sound_trouble(code: str) -> str:
    """Return why the sounds of the game are not heard, and that nothing else is missing."""
    return tr(_SOUND_TROUBLES[code])


def nothing_to_read() -> str:
    """Return what is said where a page has no sentence to read aloud."""
    return tr("Il n’y a rien à lire sur cette page.")


def language(code: str) -> str:
    """Return the name of a language: « arabe »; its code, for one that has no name here."""
    return tr(_LANGUAGES.get(code, code))


_SOUND_TROUBLES = {
    "no_audio": mark("Aucun haut-parleur ne répond\u00a0: le jeu continue sans ses sons, tout se voit à l’écran."),
    "broken_sound": mark("Les sons du jeu ne se lisent pas\u00a0: le jeu continue sans eux, tout se voit à l’écran."),
}
_VOICE_TROUBLES = {
    "no_voice": mark("Pas de voix sur cet ordinateur."),
    "no_language": mark("Pas de voix dans cette langue sur cet ordinateur."),
    "no_audio": mark("Pas de son sur cet ordinateur\u00a0: aucun haut-parleur ne répond."),
    "broken_recording": mark(
        "L’enregistrement de cette carte ne se lit pas\u00a0: la voix de l’ordinateur le remplace."
    ),
    "hangs": mark("La voix ne répond pas. Touche L pour essayer encore."),
    "failed": mark("La voix s’est arrêtée. Touche L pour essayer encore."),
}
_LANGUAGES = {
    "ar": mark("arabe"),
    "bg": mark("bulgare"),
    "de": mark("allemand"),
    "el": mark("grec"),
    "en": mark("anglais"),
    "es": mark("espagnol"),
    "fr": mark("français"),
    "fa": mark("persan"),
    "it": mark("italien"),
    "nl": mark("néerlandais"),
    "pl": mark("polonais"),
    "pt": mark("portugais"),
    "ro": mark("roumain"),
    "ru": mark("russe"),
    "sq": mark("albanais"),
    "sr": mark("serbe"),
    "tr": mark("turc"),
    "uk": mark("ukrainien"),
    "ur": mark("ourdou"),
    "vi": mark("vietnamien"),
}


MODES = {"pilotes": mark("Un groupe de pilotes"), "sensibilisation": mark("Entreprises, étudiants, public")}
"""Who a format is for, by its mode."""


def hour(when: datetime) -> str:
    """Return « 14:05 »."""
    return when.strftime("%H:%M")


def moment(when: datetime, now: datetime) -> str:
    """Return « aujourd’hui 14:05 », « hier 14:05 », else « 23 novembre 2026, 14:05 »."""
    days = (now.date() - when.date()).days
    near = {0: tr("aujourd’hui"), 1: tr("hier")}.get(days)
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
    if act.kind is ActKind.GAME:
        turn = max(1, summary.state.game.turns)
        told = tr(", {when} — interrompue au tour {turn}").format(when=when, turn=turn)
    else:
        told = tr(", {when} — interrompue\u00a0: {act}").format(when=when, act=act_title(act))
    return summary.state.opening.place, told


def act_title(act: Act) -> str:
    """Return the title of an act: its own, else that of its kind."""
    return act.title or tr(ACTS[act.kind])

"""The views that Metabase, Superset or Excel read: French names, one subject each, in SQL that both databases know.

A changed view needs a new revision, even an empty one: views are made again when the tables are brought up to date.
The closing note is in none of them: few people need it, and free text is the weak point of every file about people.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """A view: its columns are (name, SQL, what it holds)."""

    name: str
    told: str
    columns: tuple[tuple[str, str, str], ...]
    source: str

    @property
    def sql(self) -> str:
        """The command that makes it."""
        columns = ", ".join(f"{sql} AS {name}" for name, sql, _ in self.columns)
        return f"CREATE VIEW {self.name} AS SELECT {columns} FROM {self.source}"  # noqa: S608 - all of it is written in this file


def _with_session(table: str) -> str:
    return f"{table} x JOIN sessions s ON s.id = x.session_id"


def _yes_no(column: str) -> str:
    return f"CASE WHEN {column} THEN 'oui' WHEN NOT {column} THEN 'non' END"


def _tenths(sql: str) -> str:
    return f"round(CAST({sql} AS NUMERIC), 1)"


_MONTH = ("mois", "s.month", "Le mois : 2026-11.")
_MODE = ("mode", "s.mode", "pilotes, ou sensibilisation.")
_SESSION = (
    ("seance_id", "s.id", "La séance, la même dans toutes les vues."),
    ("seance", "s.name", "Son nom, celui de son dossier."),
    ("jour", "s.day", "Le jour."),
    _MONTH,
    ("lieu", "s.place", "Le lieu."),
    _MODE,
)
_COUNT = ("seances", "count(DISTINCT s.id)", "Combien de séances.")

VIEWS = (
    View(
        "v_seances",
        "Une ligne par séance clôturée.",
        (
            *_SESSION,
            ("intitule", "s.title", "L’intitulé de l’action."),
            ("format", "s.format_title", "Le format de séance."),
            ("demi_journees", "s.half_days", "Les demi-journées occupées."),
            ("debut", "s.started_at", "L’heure du début."),
            ("fin", "s.ended_at", "L’heure de la clôture."),
            ("heures", f"{_tenths('s.minutes / 60')}", "La durée en heures, sans les pauses."),
            ("personnes", "s.people", "Combien de personnes."),
            ("dont_nouvelles", "s.newcomers", "Dont pour la première fois ; vide si ce n’est pas dit."),
            ("pilotes_animateurs", "s.pilots", "Combien de pilotes ont animé ; vide si ce n’est pas dit."),
            ("copilotes", "s.staff", "Combien de copilotes ont animé ; vide si ce n’est pas dit."),
            ("relais", "s.relays", "Combien de fois l’animation a changé de main."),
            ("echanges", "s.exchanges", "Combien de cartes ont fait parler."),
            ("incident", _yes_no("s.incident"), "oui, non ; vide si ce n’est pas dit."),
            ("sur_papier", _yes_no("s.on_paper"), "oui si elle a été jouée sur papier."),
            ("etat", "s.status", "clôturée, ou transmise."),
            ("version_bilan", "s.record_version", "La version du bilan."),
        ),
        "sessions s",
    ),
    View(
        "v_activite_par_mois",
        "L’activité de chaque mois.",
        (
            _MONTH,
            _MODE,
            _COUNT,
            ("heures", _tenths("sum(s.minutes) / 60"), "Heures de séance."),
            ("presences", "sum(s.people)", "Personnes présentes, comptées à chaque séance."),
            ("dont_nouvelles", "sum(s.newcomers)", "Dont pour la première fois, là où c’est dit."),
            ("pilotes_animateurs", "sum(s.pilots)", "Animations par des pilotes, là où c’est dit."),
            ("copilotes", "sum(s.staff)", "Animations par des copilotes, là où c’est dit."),
            ("echanges", "sum(s.exchanges)", "Cartes qui ont fait parler."),
        ),
        "sessions s GROUP BY s.month, s.mode",
    ),
    View(
        "v_themes",
        "Les thèmes de chaque séance.",
        (
            *_SESSION,
            ("theme", "x.theme", "L’identifiant du thème."),
            ("titre", "x.title", "Son nom."),
            ("echanges", "x.exchanges", "Combien de cartes ont fait parler."),
            ("minutes", "x.minutes", "Minutes d’échange."),
        ),
        _with_session("themes"),
    ),
    View(
        "v_themes_par_mois",
        "Les thèmes de chaque mois.",
        (
            _MONTH,
            ("theme", "x.theme", "L’identifiant du thème."),
            ("titre", "max(x.title)", "Son nom."),
            _COUNT,
            ("echanges", "sum(x.exchanges)", "Combien de cartes ont fait parler."),
            ("minutes", _tenths("sum(x.minutes)"), "Minutes d’échange."),
        ),
        f"{_with_session('themes')} GROUP BY s.month, x.theme",
    ),
    View(
        "v_mots_des_partenaires",
        "Les séances par thématique de data.inclusion et par libellé de France Travail.",
        (
            *_SESSION,
            ("source", "x.source", "data.inclusion, ou France Travail."),
            ("libelle", "x.label", "La thématique, ou le libellé."),
            ("theme", "x.theme", "Le thème du jeu."),
        ),
        _with_session("labels"),
    ),
    View(
        "v_cartes",
        "Les cartes de chaque séance.",
        (
            *_SESSION,
            ("carte", "x.card", "L’identifiant de la carte."),
            ("theme", "x.theme", "Son thème."),
            ("type", "x.kind", "Son type : témoignage, question…"),
            ("minutes", "x.minutes", "Minutes d’échange."),
        ),
        _with_session("cards"),
    ),
    View(
        "v_meteo",
        "La météo du groupe, en nombre de mains.",
        (
            *_SESSION,
            ("moment", "x.moment", "arrivée, ou départ."),
            ("rang", "x.rank", "1 pour le soleil, jusqu’à 5 pour l’orage : pour trier."),
            ("temps", "x.weather", "soleil, éclaircies, nuages, pluie, orage."),
            ("mains", "x.hands", "Combien de mains."),
        ),
        _with_session("moods"),
    ),
    View(
        "v_sondage",
        "Le sondage à main levée.",
        (
            *_SESSION,
            ("question", "x.question", "La question."),
            ("rang", "x.answer_rank", "L’ordre de la réponse : pour trier."),
            ("reponse", "x.answer", "La réponse."),
            ("avant", "x.before", "Les mains avant le jeu."),
            ("apres", "x.after", "Les mains à la fin."),
        ),
        _with_session("poll"),
    ),
    View(
        "v_mots",
        "Les mots du mur.",
        (*_SESSION, ("rang", "x.position", "L’ordre du mot : pour trier."), ("mot", "x.word", "Le mot.")),
        _with_session("words"),
    ),
    View(
        "v_prochains_pas",
        "Les prochains pas des équipes.",
        (
            *_SESSION,
            ("theme", "x.theme", "L’identifiant du thème."),
            ("titre", "x.theme_title", "Son nom."),
            ("texte", "x.text", "Quelques mots, sans nom de personne."),
        ),
        _with_session("next_steps"),
    ),
    View(
        "v_objectifs",
        "Les objectifs et les compétences travaillés.",
        (
            *_SESSION,
            ("genre", "x.kind", "objectif, ou compétence."),
            ("texte", "x.text", "L’objectif, ou la compétence."),
        ),
        _with_session("learnings"),
    ),
    View(
        "v_actes",
        "Les actes de chaque séance, prévus et tenus.",
        (
            *_SESSION,
            ("rang", "x.position", "L’ordre de l’acte : pour trier."),
            ("acte", "x.title", "Son titre."),
            ("minutes_prevues", "x.planned", "Minutes prévues."),
            ("minutes", "x.minutes", "Minutes passées, sans les pauses."),
        ),
        _with_session("acts"),
    ),
)

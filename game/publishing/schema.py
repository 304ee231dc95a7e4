"""The tables of the database, each column with what it holds: PostgreSQL keeps these words, and tools show them.

A change here is a new revision in ``migrations/versions``; ``docs/publier.md`` tells all of it in French.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.sql.type_api import TypeEngine

from game.french import unbroken

metadata = MetaData()
SEAL_LENGTH = 32
"""Letters of the seal of a journal's line."""


def _column(name: str, kind: TypeEngine[Any], told: str) -> "Column[Any]":
    return Column(name, kind, nullable=False, comment=unbroken(told))


def _maybe(name: str, kind: TypeEngine[Any], told: str) -> "Column[Any]":
    return Column(name, kind, nullable=True, comment=unbroken(told))


def _part(name: str, told: str, *columns: "Column[Any]", keyed: tuple[str, ...] = ("position",)) -> Table:
    """Return a table of parts of a session; with the session they go, and ``keyed`` tells them apart in it."""
    link = ForeignKey("sessions.id", ondelete="CASCADE")
    session = Column("session_id", String(SEAL_LENGTH), link, primary_key=True, comment="La séance.")
    for column in columns:
        column.primary_key = column.name in keyed
    return Table(name, metadata, session, *columns, comment=unbroken(told))


sessions = Table(
    "sessions",
    metadata,
    Column(
        "id",
        String(SEAL_LENGTH),
        primary_key=True,
        comment=unbroken("L’empreinte de la première ligne du journal : la même sur toutes les copies de la séance."),
    ),
    _column("name", Text(), "Le nom de la séance, celui de son dossier."),
    _column("form", Integer(), "La version de ces lignes, pour le programme."),
    _column("record_format", Integer(), "La version du format du bilan."),
    _column("record_version", Integer(), "La version du bilan : une de plus à chaque correction."),
    _column("journal_lines", Integer(), "Combien de lignes du journal sont publiées."),
    _column("journal_seal", String(SEAL_LENGTH), "L’empreinte de la dernière d’entre elles."),
    _column("type", Text(), "Le type de service, au sens de data.inclusion : atelier."),
    _column("title", Text(), "L’intitulé de l’action."),
    _column("day", Date(), "Le jour."),
    _column("month", String(7), "Son mois : 2026-11."),
    _column("half_days", Text(), "Les demi-journées occupées, séparées par une virgule."),
    _column("started_at", DateTime(), "L’heure du début, au lieu de la séance."),
    _maybe("ended_at", DateTime(), "L’heure de la clôture, au lieu de la séance."),
    _column("place", Text(), "Le lieu."),
    _column("mode", Text(), "pilotes : entre pilotes ; sensibilisation : devant un autre public."),
    _column("format", Text(), "L’identifiant du format de séance."),
    _column("format_title", Text(), "Son titre."),
    _column("status", Text(), "clôturée ou transmise."),
    _column("minutes", Float(), "La durée, sans les pauses."),
    _column("people", Integer(), "Combien de personnes étaient là."),
    _maybe("newcomers", Integer(), "Dont combien pour la première fois ; vide si ce n’est pas dit."),
    _maybe("pilots", Integer(), "Combien de pilotes ont animé ; vide si ce n’est pas dit."),
    _maybe("staff", Integer(), "Combien de copilotes ont animé ; vide si ce n’est pas dit."),
    _column("exchanges", Integer(), "Combien de cartes ont fait parler."),
    _maybe("incident", Boolean(), "Un incident a-t-il eu lieu ; vide si ce n’est pas dit."),
    _column("note", Text(), "Quelques mots de clôture, sans nom de personne."),
    _column("cooperative", Boolean(), "Un seul pion pour toutes les équipes."),
    _column("on_paper", Boolean(), "Jouée sur papier et saisie ensuite."),
    _column("record", JSON(), "Tout le bilan, comme dans bilan.json."),
    _maybe("relays", Integer(), "Combien de fois l’animation a changé de main ; vide pour d’anciennes lignes."),
    comment=unbroken("Une séance clôturée : une ligne. Ni démonstration ni répétition."),
)
session_versions = _part(
    "session_versions",
    "Chaque version du bilan d’une séance ; la dernière est aussi dans sessions.",
    _column("version", Integer(), "La version du bilan."),
    _column("status", Text(), "clôturée, ou transmise si cette version l’a été."),
    _column("record", JSON(), "Tout le bilan de cette version."),
    keyed=("version",),
)
sendings = _part(
    "sendings",
    "Quand le bilan a été transmis.",
    _column("version", Integer(), "La version transmise."),
    _column("sent_at", DateTime(), "Quand, à l’heure de la séance."),
    keyed=("version",),
)
facilitators = _part(
    "facilitators",
    "Les codes internes de qui a animé et l’a accepté ; jamais de nom.",
    _column("code", Text(), "Le code."),
    keyed=("code",),
)
teams = _part(
    "teams",
    "Les équipes d’une séance.",
    _column("position", Integer(), "Leur ordre, à partir de 1."),
    _column("name", Text(), "Le nom choisi par l’équipe."),
    _column("people", Integer(), "Combien de personnes."),
)
acts = _part(
    "acts",
    "Les actes d’une séance.",
    _column("position", Integer(), "Leur ordre, à partir de 1."),
    _column("kind", Text(), "Le genre : accueil, meteo, jeu…"),
    _column("title", Text(), "Le titre affiché."),
    _column("planned", Integer(), "Minutes prévues."),
    _column("minutes", Float(), "Minutes passées, sans les pauses."),
)
themes = _part(
    "themes",
    "Les thèmes dont le groupe a parlé.",
    _column("theme", Text(), "L’identifiant du thème."),
    _column("title", Text(), "Son nom."),
    _column("exchanges", Integer(), "Combien de cartes ont fait parler."),
    _column("minutes", Float(), "Minutes d’échange."),
    keyed=("theme",),
)
labels = _part(
    "labels",
    "Les mots des autres outils pour les thèmes dont on a parlé.",
    _column("theme", Text(), "L’identifiant du thème."),
    _column("source", Text(), "data.inclusion, ou France Travail."),
    _column("label", Text(), "La valeur de data.inclusion, ou le libellé de France Travail."),
    keyed=("theme", "source", "label"),
)
cards = _part(
    "cards",
    "Les cartes dont le groupe a parlé.",
    _column("card", Text(), "L’identifiant de la carte."),
    _column("theme", Text(), "Son thème."),
    _column("kind", Text(), "Son type : témoignage, question…"),
    _column("minutes", Float(), "Minutes d’échange."),
    keyed=("card",),
)
moods = _part(
    "moods",
    "La météo du groupe, en nombre de mains.",
    _column("moment", Text(), "arrivée ou départ."),
    _column("rank", Integer(), "1 pour le soleil, jusqu’à 5 pour l’orage."),
    _column("weather", Text(), "Le temps : soleil, éclaircies, nuages, pluie, orage."),
    _column("hands", Integer(), "Combien de mains."),
    keyed=("moment", "rank"),
)
poll = _part(
    "poll",
    "Le sondage à main levée.",
    _column("question_rank", Integer(), "L’ordre de la question, à partir de 1."),
    _column("answer_rank", Integer(), "L’ordre de la réponse, à partir de 1."),
    _column("question", Text(), "La question."),
    _column("answer", Text(), "La réponse proposée."),
    _maybe("before", Integer(), "Les mains avant le jeu ; vide si on n’a pas demandé."),
    _maybe("after", Integer(), "Les mains à la fin ; vide si on n’a pas demandé."),
    keyed=("question_rank", "answer_rank"),
)
words = _part(
    "words",
    "Les mots du mur.",
    _column("position", Integer(), "Leur ordre, à partir de 1."),
    _column("word", Text(), "Le mot."),
)
next_steps = _part(
    "next_steps",
    "Les prochains pas des équipes.",
    _column("position", Integer(), "Leur ordre, à partir de 1."),
    _column("team", Text(), "Le nom de l’équipe."),
    _column("theme", Text(), "L’identifiant du thème."),
    _column("theme_title", Text(), "Le nom du thème."),
    _column("text", Text(), "Quelques mots, sans nom de personne."),
)
learnings = _part(
    "learnings",
    "Les objectifs et les compétences travaillés.",
    _column("kind", Text(), "objectif ou compétence."),
    _column("position", Integer(), "Leur ordre, à partir de 1."),
    _column("text", Text(), "L’objectif, ou la compétence."),
    keyed=("kind", "position"),
)
events = _part(
    "events",
    "Ce qui s’est passé, dans l’ordre, sans aucun texte tapé ni aucun coup ; ce qui a été annulé n’y est pas.",
    _column("seq", Integer(), "Le numéro de la ligne du journal."),
    _column("rank", Integer(), "L’ordre dans cette ligne, à partir de 1."),
    _column("at", DateTime(), "Quand, à l’heure de la séance."),
    _column("kind", Text(), "Ce qui s’est passé : acte commencé, échange fini…"),
    _maybe("act", Text(), "Le genre de l’acte qui commence."),
    _maybe("team", Integer(), "L’équipe : son ordre dans teams."),
    _maybe("card", Text(), "La carte."),
    _maybe("theme", Text(), "Le thème."),
    keyed=("seq", "rank"),
)
envelopes = _part(
    "envelopes",
    "Les enveloppes scellées d’une séance, telles quelles : seule la clé de l’association les ouvre.",
    _column("id", Text(), "L’identifiant de l’enveloppe."),
    _column("sealed", LargeBinary(), "Son contenu chiffré (format age)."),
    keyed=("id",),
)
KEPT = (sessions, session_versions, envelopes)
"""Their rows are added or put in place of others, and never taken out; those of the other tables are made anew."""
REMADE = tuple(table for table in metadata.sorted_tables if table not in KEPT)

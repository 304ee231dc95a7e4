"""What many sessions say together, between two days: the model of ``permis bilans``, of its page and of its screen.

Only sessions that are closed are counted. Demonstrations, sessions that were never closed and journals that cannot be
read are left out of every sum, and named beside it. Nothing here is about one person: presences are sums of people,
and nothing is put in an order that would rank a group, a team or somebody.
"""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from game.records.outcome import Part, Status

Trouble = Literal["damaged", "empty", "newer", "unlisted", "unreadable"]


class Group(Part):
    """Les séances qui ont quelque chose en commun : un mode, un format, un mois."""

    key: str = Field(
        alias="cle", description="Ce qu’elles ont en commun : « pilotes », « entre-pilotes-90 », « 2026-11 »."
    )
    title: str = Field(alias="titre", description="Son nom, tel qu’il se lit.")
    sessions: int = Field(alias="seances", description="Combien de séances.")
    minutes: float = Field(description="Leur durée, sans les pauses, en minutes.")
    people: int = Field(alias="presences", description="Les personnes présentes, séance après séance.")
    exchanges: int = Field(alias="echanges", description="Combien de cartes ont fait parler.")


class ThemeTotal(Part):
    """Un thème, dans toutes les séances où il a fait parler."""

    id: str = Field(description="L’identifiant du thème.")
    title: str = Field(alias="titre", description="Son nom.")
    pillar: str = Field(
        "", alias="pilier", description="Son pilier, d’après les thèmes du programme ; vide s’il n’y est plus."
    )
    sessions: int = Field(alias="seances", description="Dans combien de séances.")
    exchanges: int = Field(alias="echanges", description="Combien de cartes ont fait parler.")
    minutes: float = Field(description="Minutes d’échange.")
    data_inclusion: tuple[str, ...] = Field((), description="Thématiques de data.inclusion.")
    france_travail: tuple[str, ...] = Field((), description="Libellés du diagnostic de France Travail.")


class LabelTotal(Part):
    """Un mot d’un autre outil : une thématique, un libellé, un pilier.

    Un échange compte pour chacun des mots de son thème : leur somme peut dépasser le nombre des échanges.
    """

    label: str = Field(alias="libelle", description="Le mot, tel que l’outil l’écrit.")
    sessions: int = Field(alias="seances", description="Dans combien de séances.")
    exchanges: int = Field(alias="echanges", description="Combien d’échanges de ces thèmes.")
    minutes: float = Field(description="Minutes d’échange de ces thèmes.")


class Count(Part):
    """Quelque chose, et combien de fois."""

    name: str = Field(alias="nom", description="De quoi il s’agit.")
    count: int = Field(alias="nombre", description="Combien de fois.")


class CodeTotal(Part):
    """Ce qu’une personne qui l’a accepté a animé, sous son code interne."""

    code: str = Field(description="Le code interne, jamais un nom.")
    sessions: int = Field(alias="seances", description="Combien de séances.")
    minutes: float = Field(description="La durée de ces séances, en minutes.")


class FacilitationTotal(Part):
    """Qui a animé : des rôles tenus, séance après séance."""

    pilots: int = Field(0, alias="pilotes_animateurs", description="Rôles d’animation tenus par des pilotes.")
    staff: int = Field(0, alias="copilotes", description="Rôles d’animation tenus par des copilotes.")
    relays: int = Field(0, alias="relais", description="Combien de fois l’animation a changé de main en séance.")
    by_pilots: int = Field(0, alias="seances_avec_pilote", description="Séances qu’un pilote au moins a animées.")
    unsaid: int = Field(0, alias="seances_non_renseignees", description="Séances dont la fiche ne dit pas qui animait.")
    codes: tuple[CodeTotal, ...] = Field(
        (),
        description="Les codes distincts de qui a animé et l’a accepté, dans l’ordre des codes. Ceux des participants "
        "sont sous enveloppe scellée : ils ne sont pas ici.",
    )


class MoodTotal(Part):
    """Les météos additionnées : combien de mains, du plus beau temps à l’orage, et dans combien de séances."""

    at_start: tuple[int, ...] = Field(alias="arrivee", description="Mains levées à l’arrivée.")
    at_end: tuple[int, ...] = Field(alias="depart", description="Mains levées au départ.")
    asked_at_start: int = Field(alias="seances_arrivee", description="Séances où elle a été demandée à l’arrivée.")
    asked_at_end: int = Field(alias="seances_depart", description="Séances où elle a été demandée au départ.")


class PollTotal(Part):
    """Une question du sondage, les mains de toutes les séances qui l’ont posée avec les mêmes réponses."""

    question: str = Field(description="La question.")
    answers: tuple[str, ...] = Field(alias="reponses", description="Les réponses proposées.")
    before: tuple[int, ...] = Field(alias="avant", description="Les mains, avant le jeu.")
    after: tuple[int, ...] = Field(alias="apres", description="Les mains, à la fin.")
    sessions: int = Field(alias="seances", description="Combien de séances l’ont posée.")


class SessionLine(Part):
    """Une séance de la période, en une ligne."""

    session: str = Field(alias="seance", description="Le nom de la séance, celui de son dossier.")
    day: date = Field(alias="date", description="Le jour.")
    title: str = Field(alias="titre", description="L’intitulé de l’action.")
    place: str = Field(alias="lieu", description="Le lieu.")
    mode: str = Field(description="pilotes, ou sensibilisation.")
    minutes: float = Field(description="La durée, sans les pauses, en minutes.")
    people: int = Field(alias="personnes", description="Combien de personnes étaient là.")
    exchanges: int = Field(alias="echanges", description="Combien de cartes ont fait parler.")
    status: Status = Field(alias="etat", description="Clôturée, ou transmise.")
    record_version: int = Field(alias="version_bilan", description="La version de son bilan.")
    mood_at_start: tuple[int, ...] | None = Field(None, alias="meteo_arrivee", description="Mains levées à l’arrivée.")
    mood_at_end: tuple[int, ...] | None = Field(None, alias="meteo_depart", description="Mains levées au départ.")


class Apart(Part):
    """Une séance dont quelque chose n’a pas pu être lu : ce qui a pu l’être est compté, ou rien."""

    session: str = Field(alias="seance", description="Le nom de son dossier.")
    reason: Trouble = Field(
        alias="raison", description="damaged : journal abîmé, compté jusque-là ; les autres : rien n’est compté."
    )


class Report(Part):
    """Ce que disent ensemble les séances clôturées d’une période : le bilan annuel d’activités, par exemple."""

    version: int = Field(1, description="La version de ce format de fichier.")
    since: date = Field(alias="du", description="Le premier jour compté.")
    until: date = Field(alias="au", description="Le dernier jour compté.")
    sessions: int = Field(alias="seances", description="Combien de séances clôturées.")
    minutes: float = Field(description="Leur durée, sans les pauses, en minutes.")
    hours: float = Field(alias="heures", description="La même durée, en heures, au dixième.")
    people: int = Field(
        alias="presences",
        description="Les personnes présentes, séance après séance : qui vient trois fois compte trois fois.",
    )
    newcomers: int = Field(alias="dont_nouvelles", description="Dont les premières fois, là où la fiche le dit.")
    newcomers_unsaid: int = Field(
        alias="nouvelles_non_renseignees", description="Séances dont la fiche ne dit pas les premières fois."
    )
    by_mode: tuple[Group, ...] = Field((), alias="par_mode", description="Par mode.")
    by_format: tuple[Group, ...] = Field((), alias="par_format", description="Par format de séance.")
    by_month: tuple[Group, ...] = Field(
        (), alias="par_mois", description="Par mois, dans l’ordre ; les mois sans séance y sont à zéro."
    )
    by_place: tuple[Group, ...] = Field((), alias="par_lieu", description="Par lieu, dans l’ordre alphabétique.")
    exchanges: int = Field(alias="echanges", description="Combien de cartes ont fait parler.")
    themes: tuple[ThemeTotal, ...] = Field((), description="Les thèmes dont on a parlé, dans l’ordre du contenu.")
    by_pillar: tuple[LabelTotal, ...] = Field((), alias="par_pilier", description="Par pilier.")
    by_data_inclusion: tuple[LabelTotal, ...] = Field(
        (), alias="par_data_inclusion", description="Par thématique de data.inclusion."
    )
    by_france_travail: tuple[LabelTotal, ...] = Field(
        (), alias="par_france_travail", description="Par libellé de France Travail."
    )
    cards_by_kind: tuple[Count, ...] = Field(
        (), alias="cartes_par_type", description="Cartes dont on a parlé, par type."
    )
    facilitation: FacilitationTotal = Field(
        default_factory=FacilitationTotal, alias="animation", description="Qui a animé."
    )
    mood: MoodTotal = Field(alias="meteo", description="La météo du groupe, additionnée.")
    polls: tuple[PollTotal, ...] = Field((), alias="sondages", description="Les sondages à main levée, additionnés.")
    next_steps: int = Field(alias="prochains_pas", description="Combien de prochains pas choisis par des équipes.")
    steps_by_theme: tuple[Count, ...] = Field((), alias="prochains_pas_par_theme", description="Les mêmes, par thème.")
    words: tuple[Count, ...] = Field(
        (), alias="mots", description="Les mots du mur posés deux fois ou plus, les plus fréquents d’abord."
    )
    words_laid: int = Field(alias="mots_poses", description="Combien de mots posés en tout.")
    aims: tuple[Count, ...] = Field(
        (), alias="objectifs", description="Les objectifs travaillés, et dans combien de séances."
    )
    skills: tuple[Count, ...] = Field(
        (), alias="competences", description="Les compétences exercées, et dans combien de séances."
    )
    incidents: int = Field(alias="incidents", description="Séances où un incident a eu lieu.")
    incidents_unsaid: int = Field(alias="incidents_non_renseignes", description="Séances dont la fiche ne le dit pas.")
    lines: tuple[SessionLine, ...] = Field(
        (), alias="liste", description="Les séances comptées, de la première à la dernière."
    )
    not_sent: tuple[str, ...] = Field(
        (), alias="a_transmettre", description="Séances comptées dont le bilan n’est pas transmis tel qu’il est."
    )
    not_closed: tuple[str, ...] = Field(
        (), alias="a_cloturer", description="Séances jamais clôturées : elles ne sont pas comptées."
    )
    demonstrations: tuple[str, ...] = Field((), description="Démonstrations : elles ne sont pas comptées.")
    apart: tuple[Apart, ...] = Field(
        (), alias="mal_lues", description="Séances dont le journal n’a pas pu être lu, ou pas jusqu’au bout."
    )

    def as_json(self) -> str:
        """Return the text of a JSON file."""
        return self.model_dump_json(by_alias=True, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a report, with descriptions in French."""
    return Report.model_json_schema(by_alias=True, mode="serialization")

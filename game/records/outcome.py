"""The record of one session: what ``bilan.json`` holds. Teams have names, people are counted, passing never is."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from game.session.state import WEATHERS

WEATHER_NAMES = ("soleil", "éclaircies", "nuages", "pluie", "orage")
"""In the order of the counts of a mood, from the sunniest."""
VERSION = 2
"""Of the format of ``bilan.json``. One more whenever a field, or how it is computed, changes."""
Status = Literal["en cours", "clôturée", "transmise"]
HalfDay = Literal["matin", "après-midi", "soir"]


class Part(BaseModel):
    """Une partie d’un bilan : des noms français dans les fichiers, et rien qui change une fois calculé."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class ActOutcome(Part):
    """Un acte : les minutes prévues, et celles qu’il a prises."""

    kind: str = Field(alias="acte", description="Le genre de l’acte : accueil, meteo, jeu…")
    title: str = Field(alias="titre", description="Son titre, tel qu’il est affiché.")
    planned: int = Field(alias="minutes_prevues", description="Minutes prévues par le format.")
    minutes: float = Field(description="Minutes passées, sans les pauses.")


class TeamOutcome(Part):
    """Une équipe : le nom qu’elle s’est choisi, et combien de personnes y étaient."""

    name: str = Field(alias="nom", description="Le nom choisi par l’équipe.")
    people: int = Field(alias="personnes", description="Combien de personnes.")


class ThemeOutcome(Part):
    """Un thème dont le groupe a parlé, avec les mots des autres outils."""

    id: str = Field(description="L’identifiant du thème.")
    title: str = Field(alias="titre", description="Son nom.")
    exchanges: int = Field(alias="echanges", description="Combien de cartes ont fait parler.")
    minutes: float = Field(description="Minutes d’échange.")
    data_inclusion: tuple[str, ...] = Field((), description="Thématiques de data.inclusion.")
    france_travail: tuple[str, ...] = Field((), description="Libellés du diagnostic de France Travail.")


class CardOutcome(Part):
    """Une carte dont le groupe a parlé, avec les minutes de tous ses échanges."""

    id: str = Field(description="L’identifiant de la carte.")
    theme: str = Field(description="Son thème.")
    kind: str = Field(alias="type", description="Son type : témoignage, question…")
    minutes: float = Field(description="Minutes d’échange.")


class MoodOutcome(Part):
    """Combien de mains pour chaque météo, du plus beau temps à l’orage ; vide quand elle n’a pas été demandée."""

    at_start: tuple[int, ...] | None = Field(
        alias="arrivee", min_length=WEATHERS, max_length=WEATHERS, description="À l’arrivée."
    )
    at_end: tuple[int, ...] | None = Field(
        alias="depart", min_length=WEATHERS, max_length=WEATHERS, description="Au départ."
    )


class PollOutcome(Part):
    """Une question du sondage à main levée : les mains de chaque réponse, dans le même ordre."""

    question: str = Field(description="La question.")
    answers: tuple[str, ...] = Field(alias="reponses", description="Les réponses proposées.")
    before: tuple[int, ...] | None = Field(alias="avant", description="Les mains, avant le jeu.")
    after: tuple[int, ...] | None = Field(alias="apres", description="Les mains, à la fin.")


class StepOutcome(Part):
    """Le prochain pas d’une équipe."""

    team: str = Field(alias="equipe", description="Le nom de l’équipe.")
    theme: str = Field(description="L’identifiant du thème.")
    theme_title: str = Field(alias="theme_titre", description="Le nom du thème.")
    text: str = Field(alias="texte", description="Quelques mots, sans nom de personne.")


class Facilitation(Part):
    """Qui a animé, en nombres ; des codes seulement pour qui a dit oui, jamais de nom."""

    pilots: int | None = Field(None, alias="pilotes_animateurs", description="Combien de pilotes ont animé.")
    staff: int | None = Field(None, alias="copilotes", description="Combien de copilotes ont animé.")
    codes: tuple[str, ...] = Field((), description="Les codes internes de qui a animé et l’a accepté.")
    relays: int = Field(0, alias="relais", description="Combien de fois l’animation a changé de main en séance.")


class Sending(Part):
    """Une version du bilan qui a été transmise."""

    version: int = Field(description="La version transmise.")
    at: datetime = Field(alias="le", description="Quand.")


class Totals(Part):
    """Ce qu’un bilan dit qui s’additionne avec ceux des autres séances."""

    version: int = Field(VERSION, description="La version de ce format de fichier.")
    record_version: int = Field(
        1, alias="version_bilan", description="La version de ce bilan : une de plus à chaque correction."
    )
    session: str = Field(alias="seance", description="Le nom de la séance, celui de son dossier.")
    title: str = Field("", alias="titre", description="L’intitulé de l’action, le même sur tous ses papiers.")
    day: date = Field(alias="date", description="Le jour.")
    start: datetime = Field(alias="debut", description="L’heure du début.")
    place: str = Field(alias="lieu", description="Le lieu.")
    mode: str = Field(description="pilotes : entre pilotes ; sensibilisation : devant un autre public.")
    format: str = Field(description="L’identifiant du format de séance.")
    format_title: str = Field(alias="format_titre", description="Son titre.")
    status: Status = Field(alias="etat", description="En cours, puis clôturée, puis transmise : jamais en arrière.")
    minutes: float = Field(alias="duree_minutes", description="La durée, sans les pauses.")
    people: int = Field(alias="personnes", description="Combien de personnes étaient là.")
    newcomers: int | None = Field(
        None, alias="dont_nouvelles", description="Dont combien pour la première fois ; vide si ce n’est pas dit."
    )
    facilitation: Facilitation = Field(default_factory=Facilitation, alias="animation", description="Qui a animé.")
    exchanges: int = Field(alias="echanges", description="Combien de cartes ont fait parler.")
    themes: tuple[ThemeOutcome, ...] = Field(description="Les thèmes dont on a parlé.")
    cards_by_kind: dict[str, int] = Field(
        default_factory=dict, alias="cartes_par_type", description="Combien de cartes de chaque type."
    )
    words: tuple[str, ...] = Field(alias="mots", description="Les mots du mur, dans l’ordre.")
    mood: MoodOutcome = Field(alias="meteo", description="La météo du groupe.")
    poll: tuple[PollOutcome, ...] = Field(
        (), alias="sondage", description="Le sondage ; vide quand le format n’en a pas."
    )
    next_steps: tuple[StepOutcome, ...] = Field(alias="prochains_pas", description="Les prochains pas des équipes.")
    aims: tuple[str, ...] = Field(
        alias="objectifs", description="Les objectifs travaillés : ceux du format, puis des thèmes vus."
    )
    skills: tuple[str, ...] = Field(
        alias="competences", description="Les compétences exercées : celles du format, puis des thèmes vus."
    )
    incident: bool | None = Field(None, description="Un incident a-t-il eu lieu ; vide si ce n’est pas dit.")
    demonstration: bool = Field(description="Une démonstration, sans groupe.")


class Seal(Part):
    """De quel journal un fichier de bilan vient : si le journal change, ou le fichier, il est recalculé."""

    size: int = Field(alias="journal_octets", description="La taille du journal.")
    last_hash: str = Field(alias="journal_empreinte", description="L’empreinte de sa dernière ligne.")
    digest: str = Field(alias="empreinte", description="L’empreinte de ce fichier, jusqu’à son sceau.")


class Outcome(Totals):
    """Le bilan d’une séance, action collective : calculé à partir de son journal, et de lui seul.

    Les minutes sont des minutes de séance, au dixième : ni pause ni interruption n’y est comptée.
    """

    type: Literal["atelier"] = Field("atelier", description="Le type de service, au sens de data.inclusion.")
    half_days: tuple[HalfDay, ...] = Field(
        (), alias="demi_journees", description="Les demi-journées qu’elle a occupées."
    )
    end: datetime | None = Field(
        alias="fin", description="L’heure de la clôture ; vide tant qu’elle n’est pas clôturée."
    )
    sent: tuple[Sending, ...] = Field((), alias="transmissions", description="Les versions déjà transmises.")
    acts: tuple[ActOutcome, ...] = Field(alias="actes", description="Les actes, dans l’ordre.")
    teams: tuple[TeamOutcome, ...] = Field(alias="equipes", description="Les équipes.")
    cards: tuple[CardOutcome, ...] = Field(alias="cartes", description="Les cartes dont on a parlé.")
    steps_by_theme: dict[str, int] = Field(
        default_factory=dict, alias="prochains_pas_par_theme", description="Combien de prochains pas pour chaque thème."
    )
    note: str = Field("", description="Quelques mots de clôture, 280 caractères au plus, sans nom de personne.")
    versions: dict[str, str] = Field(description="Les versions du programme, des règles et du contenu.")
    cooperative: bool = Field(alias="mode_cooperatif", description="Un seul pion pour toutes les équipes.")
    on_paper: bool = Field(
        default=False,
        alias="sur_papier",
        description="Jouée sur papier et saisie ensuite : les échanges n’ont pas de minutes.",
    )
    seal: Seal | None = Field(
        None, alias="sceau", description="Dans le fichier d’une séance : de quel journal il vient."
    )

    def as_json(self) -> str:
        """Return the text of ``bilan.json``."""
        return self.model_dump_json(by_alias=True, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of ``bilan.json``, with descriptions in French."""
    return Outcome.model_json_schema(by_alias=True, mode="serialization")

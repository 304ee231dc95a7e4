"""The outcome of one session: what ``bilan.json`` holds. Teams have names, people are counted, passing never is."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from game.session.agenda import Act, ActKind
from game.session.events import SessionClosed
from game.session.history import History, replay
from game.session.records import Record
from game.session.state import WEATHERS, SessionState

WEATHER_NAMES = ("soleil", "éclaircies", "nuages", "pluie", "orage")
"""In the order of the counts of a mood, from the sunniest."""
ACT_TITLES = {
    ActKind.WELCOME: "Accueil",
    ActKind.MOOD: "Météo",
    ActKind.GAME: "Jeu",
    ActKind.DEBRIEF: "Débrief",
    ActKind.QUESTIONS: "Questions aux pilotes",
    ActKind.CLOSING: "Clôture",
}
"""The titles of acts whose format gives none."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True)


class ActOutcome(_Part):
    """One act: how many minutes were planned, and how many it took."""

    kind: ActKind = Field(alias="acte")
    title: str = Field(alias="titre")
    planned: int = Field(alias="minutes_prevues")
    minutes: float


class TeamOutcome(_Part):
    """One team: the name it chose and how many people were in it."""

    name: str = Field(alias="nom")
    people: int = Field(alias="personnes")


class ThemeOutcome(_Part):
    """One theme that the group talked about."""

    id: str
    title: str = Field(alias="titre")
    exchanges: int = Field(alias="echanges")
    minutes: float


class CardOutcome(_Part):
    """One card that the group talked through, with the minutes of all its exchanges."""

    id: str
    theme: str
    kind: str = Field(alias="type")
    minutes: float


class MoodOutcome(_Part):
    """How many hands went up for each weather, in the order of `WEATHER_NAMES`; ``None`` when it was not asked."""

    at_start: tuple[int, ...] | None = Field(alias="arrivee", min_length=WEATHERS, max_length=WEATHERS)
    at_end: tuple[int, ...] | None = Field(alias="depart", min_length=WEATHERS, max_length=WEATHERS)


class PollOutcome(_Part):
    """A question of the poll: hands counted for each answer, in the same order; ``None`` when they were not counted."""

    question: str
    answers: tuple[str, ...] = Field(alias="reponses")
    before: tuple[int, ...] | None = Field(alias="avant")
    after: tuple[int, ...] | None = Field(alias="apres")


class StepOutcome(_Part):
    """The next step of a team."""

    team: str = Field(alias="equipe")
    theme: str
    theme_title: str = Field(alias="theme_titre")
    text: str = Field(alias="texte")


class Outcome(_Part):
    """One session. Python names are English, the keys of the JSON are the French aliases.

    Minutes are minutes of session, rounded to a tenth: pauses and interruptions are not in them.
    """

    version: int = 1
    """Of this format."""
    session: str = Field(alias="seance")
    day: date = Field(alias="date")
    start: datetime = Field(alias="debut")
    end: datetime | None = Field(alias="fin")
    """When the session was closed; ``None`` as long as it is not."""
    place: str = Field(alias="lieu")
    mode: str
    format: str
    format_title: str = Field(alias="format_titre")
    status: Literal["en cours", "clôturée"] = Field(alias="etat")
    minutes: float = Field(alias="duree_minutes")
    acts: tuple[ActOutcome, ...] = Field(alias="actes")
    teams: tuple[TeamOutcome, ...] = Field(alias="equipes")
    people: int = Field(alias="personnes")
    exchanges: int = Field(alias="echanges")
    themes: tuple[ThemeOutcome, ...]
    cards: tuple[CardOutcome, ...] = Field(alias="cartes")
    words: tuple[str, ...] = Field(alias="mots")
    mood: MoodOutcome = Field(alias="meteo")
    poll: tuple[PollOutcome, ...] = Field((), alias="sondage")
    """Empty when the format has no poll."""
    next_steps: tuple[StepOutcome, ...] = Field(alias="prochains_pas")
    aims: tuple[str, ...] = Field(alias="objectifs")
    skills: tuple[str, ...] = Field(alias="competences")
    versions: dict[str, str]
    cooperative: bool = Field(alias="mode_cooperatif")
    demonstration: bool
    on_paper: bool = Field(default=False, alias="sur_papier")
    """Whether it was played on paper, and typed in afterwards: exchanges have no minutes."""

    def as_json(self) -> str:
        """Return the text of ``bilan.json``."""
        return self.model_dump_json(by_alias=True, indent=2) + "\n"


def outcome(records: Iterable[Record]) -> Outcome:
    """Return the outcome of a session, from the records of its journal.

    Raises:
        ValueError: there is no record.
    """
    history = replay(records)
    if not history.effective:
        raise ValueError("a session has at least one record")
    state, opening = history.state, history.state.opening
    start = history.effective[0].at
    return Outcome(
        session=opening.id,
        day=start.date(),
        start=start,
        end=_closed_at(history),
        place=opening.place,
        mode=str(opening.mode),
        format=opening.format,
        format_title=opening.format_title,
        status="clôturée" if state.is_closed else "en cours",
        minutes=_minutes(state.ran),
        acts=tuple(_act(state, index, act) for index, act in enumerate(state.acts)),
        teams=tuple(TeamOutcome(name=team.name, people=team.heads) for team in state.teams.values()),
        people=sum(team.heads for team in state.teams.values()),
        exchanges=len(state.exchanges),
        themes=_themes(state),
        cards=_cards(state),
        words=tuple(exchange.word for exchange in state.exchanges if exchange.word),
        mood=MoodOutcome(at_start=state.moods.get("in"), at_end=state.moods.get("out")),
        poll=_poll(state),
        next_steps=_next_steps(state),
        aims=opening.aims,
        skills=opening.skills,
        versions=opening.versions,
        cooperative=opening.cooperative,
        demonstration=opening.demonstration,
        on_paper=opening.on_paper,
    )


def _minutes(seconds: float) -> float:
    return round(max(0.0, seconds) / 60, 1)


def _closed_at(history: History) -> datetime | None:
    closing = (record.at for record in history.effective if isinstance(record.events[0], SessionClosed))
    return next(closing, None)


def _act(state: SessionState, index: int, act: Act) -> ActOutcome:
    seconds = state.in_act(state.since) if index == state.act else state.act_seconds[index]
    title = act.title or ACT_TITLES[act.kind]
    return ActOutcome(kind=act.kind, title=title, planned=act.minutes, minutes=_minutes(seconds))


def _themes(state: SessionState) -> tuple[ThemeOutcome, ...]:
    """Return the themes talked about, in the order of the content."""
    seconds: dict[str, list[float]] = {}
    for exchange in state.exchanges:
        seconds.setdefault(exchange.theme, []).append(exchange.seconds)
    titles = state.opening.themes
    ordered = [theme for theme in (*titles, *(theme for theme in seconds if theme not in titles)) if theme in seconds]
    return tuple(
        ThemeOutcome(
            id=theme,
            title=titles.get(theme, theme),
            exchanges=len(seconds[theme]),
            minutes=_minutes(sum(seconds[theme])),
        )
        for theme in ordered
    )


def _cards(state: SessionState) -> tuple[CardOutcome, ...]:
    """Return the cards talked through, in the order of their first exchange."""
    kinds = {card.id: card.kind for card in state.opening.cards}
    themes: dict[str, str] = {}
    seconds: dict[str, float] = {}
    for exchange in state.exchanges:
        themes[exchange.card] = exchange.theme
        seconds[exchange.card] = seconds.get(exchange.card, 0.0) + exchange.seconds
    return tuple(
        CardOutcome(id=card, theme=themes[card], kind=kinds.get(card, ""), minutes=_minutes(total))
        for card, total in seconds.items()
    )


def _poll(state: SessionState) -> tuple[PollOutcome, ...]:
    before, after = (state.polls.get(moment) for moment in ("before", "after"))
    return tuple(
        PollOutcome(
            question=asked.question,
            answers=asked.answers,
            before=before[index] if before else None,
            after=after[index] if after else None,
        )
        for index, asked in enumerate(state.opening.poll)
    )


def _next_steps(state: SessionState) -> tuple[StepOutcome, ...]:
    return tuple(
        StepOutcome(
            team=state.teams[team].name,
            theme=step.theme,
            theme_title=state.opening.themes.get(step.theme, step.theme),
            text=step.text,
        )
        for team, step in state.steps.items()
    )

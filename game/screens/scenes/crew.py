"""The teams of a session to be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.language import tr
from game.session.events import TeamEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST, MOST = 2, 8
LONGEST_NAME = 24
_USUAL_TEAMS, _USUAL_HEADS, _MOST_HEADS = 4, 3, 30
_EXTRA_ICON = "users"


@dataclass(frozen=True, slots=True)
class TeamDraft:
    """A team to be."""

    name: str
    icon: str
    heads: int = _USUAL_HEADS


@dataclass(frozen=True, slots=True)
class Crew:
    """The teams, and the (name, icon) that a new one may take; each change returns another crew."""

    presets: tuple[tuple[str, str], ...]
    teams: tuple[TeamDraft, ...] = ()

    @property
    def heads(self) -> int:
        """How many people there are."""
        return sum(team.heads for team in self.teams)

    def grown(self) -> Crew:
        """Return the crew with one more team, of a name that nobody has yet, as long as there is room."""
        if len(self.teams) >= MOST:
            return self
        taken = {team.name for team in self.teams}
        numbered = ((tr("Équipe\u00a0{}").format(number), _EXTRA_ICON) for number in range(1, MOST + 1))
        name, icon = next(preset for preset in (*self.presets, *numbered) if preset[0] not in taken)
        return replace(self, teams=(*self.teams, TeamDraft(name, icon)))

    def without(self, index: int) -> Crew:
        """Return the crew without a team, as long as two remain."""
        if len(self.teams) <= FEWEST:
            return self
        return replace(self, teams=self.teams[:index] + self.teams[index + 1 :])

    def counted(self, index: int, heads: int) -> Crew:
        """Return the crew with another number of people in a team, at least one."""
        return self._changed(index, replace(self.teams[index], heads=max(1, min(heads, _MOST_HEADS))))

    def renamed(self, index: int, name: str) -> Crew:
        """Return the crew with another name for a team; a blank one changes nothing."""
        plain = " ".join(name.split())
        return self._changed(index, replace(self.teams[index], name=plain)) if plain else self

    def entries(self) -> tuple[TeamEntry, ...]:
        """Return the teams as they enter a session."""
        return tuple(
            TeamEntry(f"equipe-{number}", team.name, team.icon, team.heads)
            for number, team in enumerate(self.teams, start=1)
        )

    def _changed(self, index: int, team: TeamDraft) -> Crew:
        return replace(self, teams=(*self.teams[:index], team, *self.teams[index + 1 :]))


def usual_crew(presets: Sequence[tuple[str, str]]) -> Crew:
    """Return four teams of three people."""
    crew = Crew(tuple(presets))
    for _ in range(_USUAL_TEAMS):
        crew = crew.grown()
    return crew

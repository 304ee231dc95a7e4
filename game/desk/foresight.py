"""What a session that is being set up should give, computed while people choose."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.library import Library
from game.desk.learning import durations_from
from game.desk.opening import acts_of, board_and_cards
from game.forecast.simulation_background import Background
from game.records.durations import Learned, learned_durations, past_sessions
from game.rules import Table
from game.screens.desk import Forecast, SessionChoice
from game.session.agenda import ActKind

if TYPE_CHECKING:
    from game.forecast.simulation import Plan


class Foresight:
    """Simulates sessions beside the program, and answers when they are done. Never waits."""

    def __init__(self, library: Callable[[Iterable[str]], Library], sessions: Path, today: Callable[[], date]) -> None:
        """Take what returns the content for some packs, and the folder of the past sessions, to learn from."""
        self._library, self._sessions, self._today = library, sessions, today
        self._background = Background()

    def of(self, choice: SessionChoice) -> Forecast | None:
        """Return what a session should give; ``None`` while it is being computed."""
        minutes = self._library(choice.packs).formats[choice.format].minutes
        care = (choice.audiences, choice.sensitivity, choice.left_out, choice.packs)
        key = (choice.format, len(choice.teams), choice.cooperative, *care)
        try:
            found = self._background.ask(key, lambda: self.plan(choice))
        except Exception:  # noqa: BLE001 - a session can be played without its forecast
            return Forecast(minutes, exchanges=0, arrival_chance=0.0, games=0)
        if found is None:
            return None
        taught = self._learned
        return Forecast(
            minutes,
            found.quantiles(0.5)[0],
            found.arrival_chance,
            found.games,
            learned_sessions=taught.sessions if taught else 0,
            learned_exchanges=taught.exchanges if taught else 0,
        )

    def plan(self, choice: SessionChoice) -> "Plan":
        """Return what is simulated for a session: the board and the cards that it would be played with."""
        from game.forecast.simulation import Plan  # noqa: PLC0415 - loads numpy: in the thread, not as the game opens

        library = self._library(choice.packs)
        script = library.formats[choice.format]
        seconds = next(act.minutes * 60.0 for act in acts_of(script) if act.kind is ActKind.GAME)
        table = Table(*board_and_cards(library, choice, self._today()), choice.cooperative)
        return Plan(table, len(choice.teams), seconds, durations_from(self._learned))

    def close(self) -> None:
        """Let go of what is being computed."""
        self._background.close()

    @cached_property
    def _learned(self) -> Learned | None:
        """What the past sessions of this laptop teach about durations; read once, in the forecast's thread."""
        return learned_durations(past_sessions(self._sessions))

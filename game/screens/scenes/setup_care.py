"""Second step of the set-up: what may come up today, and who is there to hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import mark, tr
from game.screens.inputs import BACK, CONFIRM, NEXT, Click, Input, Press, Scroll
from game.screens.scene import Binding, clicked
from game.screens.scenes.setup_care_page import CareView, care_page
from game.screens.widgets import UP_DOWN
from game.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Forecast, FormatChoice, ThemeChoice
    from game.screens.scene import Look

_USUAL_LEVEL = 1
_LEVELS = 3
_BINDINGS = (
    Binding(UP_DOWN, mark("aller d’une ligne à l’autre")),
    Binding(("Espace",), mark("choisir, garder ou laisser de côté")),
    Binding(("Entrée",), mark("continuer")),
    Binding(("Échap",), mark("retour")),
)


class CareStep:
    """The highest sensitivity of a card, the themes of the day, and who is there when a format has several audiences.

    Space chooses where the keyboard stands; on the level that is chosen already it goes on, as a clicker's next does.
    """

    is_typing = False

    def __init__(self) -> None:
        """Begin with the usual level, every theme and every audience."""
        self.sensitivity = _USUAL_LEVEL
        self._left_out: frozenset[str] = frozenset()
        self._absent: frozenset[str] = frozenset()
        self._focus = f"level:{_USUAL_LEVEL}"
        self._themes: tuple[ThemeChoice, ...] = ()
        self._audiences: tuple[str, ...] = ()
        self._picture: Picture | None = None

    @property
    def left_out(self) -> tuple[str, ...]:
        """The themes that nobody talks about today, always in the same order."""
        return tuple(sorted(self._left_out))

    def audiences_of(self, chosen: FormatChoice) -> tuple[str, ...]:
        """Return who is there, among the audiences of a format: all of them as long as nobody says otherwise."""
        return tuple(audience for audience in chosen.audiences if audience not in self._absent) or chosen.audiences

    def warning(self, themes: Sequence[ThemeChoice], forecast: Forecast | None) -> str:
        """Return what to know before play when few cards are left; empty when there are enough."""
        count = sum(theme.cards for theme in themes if theme.id not in self._left_out)
        if not count:
            return tr("Il ne reste aucune carte. Gardez un thème de plus, ou montez la sensibilité.")
        if forecast is not None and forecast.games and forecast.exchanges > count:
            told = tr("{cards} pour environ {talks}\u00a0: certaines cartes reviendront.")
            return told.format(cards=counted(count, "carte"), talks=counted(forecast.exchanges, "échange"))
        return ""

    def picture(
        self, look: Look, chosen: FormatChoice, themes: Sequence[ThemeChoice], forecast: Forecast | None
    ) -> Picture:
        """Return the step as it stands, for the chosen format and the cards that it leaves."""
        self._themes = tuple(themes)
        self._audiences = chosen.audiences if len(chosen.audiences) > 1 else ()
        if self._focus not in self._stops:
            self._focus = f"level:{self.sensitivity}"
        view = CareView(
            self.sensitivity,
            self._themes,
            self._left_out,
            self._audiences,
            self.audiences_of(chosen),
            self._focus,
            self.warning(themes, forecast),
        )
        self._picture = care_page(look, view)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this step."""
        return tuple(Binding(binding.keys, tr(binding.label)) for binding in _BINDINGS)

    def handle(self, given: Input, now: float) -> str | None:  # noqa: ARG002 - as the other steps
        """Answer what a person does: ``next`` or ``back`` to leave the step."""
        match given:
            case Press(key):
                return self._press(key)
            case Scroll(steps):
                self._move(1 if steps > 0 else -1)
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given) or "")
        return None

    @property
    def _stops(self) -> tuple[str, ...]:
        return (
            *(f"level:{level}" for level in range(_LEVELS)),
            *(f"audience:{audience}" for audience in self._audiences),
            *(f"theme:{theme.id}" for theme in self._themes),
        )

    def _press(self, key: str) -> str | None:
        if key in {"up", "down"}:
            self._move(-1 if key == "up" else 1)
        elif key == "space" and self._focus != f"level:{self.sensitivity}":
            self._act(self._focus)
        elif key in CONFIRM | NEXT:
            return self._leave()
        elif key in BACK | {"escape"}:
            return "back"
        return None

    def _act(self, action: str) -> str | None:
        kind, _, name = action.partition(":")
        if kind == "use":
            return self._act(self._focus)
        if action in self._stops:
            self._focus = action
        if kind == "level":
            self.sensitivity = int(name)
        elif kind == "theme":
            self._left_out = self._turned(self._left_out, name, len(self._themes))
        elif kind == "audience":
            self._absent = self._turned(self._absent, name, len(self._audiences))
        elif kind == "next":
            return self._leave()
        return "back" if kind == "back" else None

    @staticmethod
    def _turned(off: frozenset[str], name: str, count: int) -> frozenset[str]:
        """Return what is turned off with one more or one less; one always stays on."""
        turned = off ^ {name}
        return turned if len(turned) < count else off

    def _leave(self) -> str:
        """Go on; a level where the keyboard stands is chosen with it."""
        kind, _, level = self._focus.partition(":")
        if kind == "level":
            self.sensitivity = int(level)
        self._focus = f"level:{self.sensitivity}"
        return "next"

    def _move(self, by: int) -> None:
        stops = self._stops
        self._focus = stops[max(0, min(stops.index(self._focus) + by, len(stops) - 1))]

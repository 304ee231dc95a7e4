"""A card that the group proposes, typed by the facilitator: kept outside the deck until staff have read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import mark, tr
from game.screens.desk import CardProposal, DeskError
from game.screens.inputs import Click, Input, Press, Typed
from game.screens.phrases import KINDS
from game.screens.scene import Binding, Pop, Replace, clicked
from game.screens.scenes.choose import ChoiceScene, Entry
from game.screens.scenes.form import FORM_KEYS, KEEP
from game.screens.scenes.propose_page import STOPS, ProposeView, propose_page
from game.screens.widgets import UP_DOWN, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk
    from game.screens.play import PlayScene
    from game.screens.scene import Look, Step

_LONGEST_TITLE, _LONGEST_TEXT = 60, 320
"""In letters: the text of a card has about 45 words."""
_BINDINGS = (
    Binding(UP_DOWN, mark("titre, texte, garder")),
    Binding(("Entrée",), mark("ligne suivante, puis garder")),
    Binding(("Échap",), mark("fermer sans garder")),
)


def propose(desk: Desk, themes: Sequence[tuple[str, str]], say: Callable[[str], None]) -> ChoiceScene:
    """Return the list of kinds; then come the themes, and the page where one types.

    Args:
        desk: Keeps the card.
        themes: The ids and the titles of the themes.
        say: Tells the facilitator that it is kept.
    """
    kinds = list(KINDS)

    def choose_theme(kind: str) -> ChoiceScene:
        titles = [Entry(title) for _, title in themes]
        return ChoiceScene(
            tr("Quel thème\u202f?"), titles, lambda index: Replace(ProposeScene(desk, kind, themes[index], say))
        )

    entries = [Entry(tr(KINDS[kind])) for kind in kinds]
    title = tr("Proposer une carte\u00a0: quel type\u202f?")
    return ChoiceScene(title, entries, lambda index: Replace(choose_theme(kinds[index])))


def proposing(play: PlayScene) -> ChoiceScene | None:
    """Return where the group of a session proposes a card; ``None`` in a rehearsal, of which nothing is kept."""
    if play.state.opening.rehearsal:
        return None
    session = play.opened.session
    return propose(play.desk, tuple(session.state.opening.themes.items()), lambda told: play.say(told, session.now))


class ProposeScene:
    """Type a title and a few sentences; Enter goes down, and keeps the card at the end."""

    def __init__(self, desk: Desk, kind: str, theme: tuple[str, str], say: Callable[[str], None]) -> None:
        """Begin with an empty page, for a kind and for the id and the title of a theme."""
        self._desk, self._kind, self._theme, self._say = desk, kind, theme, say
        self._fields = {"title": TextField(longest=_LONGEST_TITLE), "text": TextField(longest=_LONGEST_TEXT)}
        self._stop = 0
        self._error = ""
        self._picture: Picture | None = None

    @property
    def is_typing(self) -> bool:
        """Whether letters are text: not on the button."""
        return self._focus in self._fields

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the page as it stands."""
        title, text = (self._fields[name].text for name in ("title", "text"))
        view = ProposeView(self._kind, self._theme[1], title, text, self._focus, self._error)
        self._picture = propose_page(look, view)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this page."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Type, go from line to line, keep or leave."""
        match given:
            case Typed(text) if self.is_typing:
                self._fields[self._focus] = self._fields[self._focus].typed(text)
            case Press("backspace") if self.is_typing:
                self._fields[self._focus] = self._fields[self._focus].erased()
            case Press(key):
                return self._press(key)
            case Click() if self._picture is not None:
                return self._act(clicked(self._picture, given) or "")
        return None

    def _press(self, key: str) -> Step | None:
        """Do what a key or a clicker asks: its last button keeps at the end, its first one leaves an empty page."""
        if key == "pageup" and self._stop == 0 and not any(field.text for field in self._fields.values()):
            return Pop()
        if key == "space" and self.is_typing:
            return None
        return self._act(FORM_KEYS.get(key, ""))

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    @property
    def _focus(self) -> str:
        return STOPS[self._stop]

    def _go_down(self) -> None:
        self._stop = min(self._stop + 1, len(STOPS) - 1)

    def _act(self, action: str) -> Step | None:
        if action == "back":
            return Pop()
        if action == KEEP or (action == "next" and self._focus == KEEP):
            return self._keep()
        if action == "up":
            self._stop = max(0, self._stop - 1)
        elif action in self._fields:
            self._stop = STOPS.index(action)
        elif action in {"down", "next"}:
            self._go_down()
        return None

    def _keep(self) -> Step | None:
        title, text = (" ".join(self._fields[name].text.split()) for name in ("title", "text"))
        if not text:
            self._error, self._stop = tr("Écrivez d’abord ce que dit la carte."), STOPS.index("text")
            return None
        try:
            self._desk.keep_proposal(CardProposal(self._kind, self._theme[0], title, text))
        except DeskError as error:
            self._error = str(error)
            return None
        self._say(tr("La proposition est gardée, à relire après la séance."))
        return Pop()

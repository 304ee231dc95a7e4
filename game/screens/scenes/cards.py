"""The deck: all its cards by theme, as the room would see them, and as their files are now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.language import mark, tr
from game.screens.inputs import Click, Input, Press, Scroll, Typed
from game.screens.phrases import KINDS
from game.screens.scene import Binding, Pop, Push, clicked
from game.screens.scenes.cards_page import CardsView, cards_picture
from game.screens.scenes.cards_search import SENSITIVITIES, Filters
from game.screens.scenes.choose import ChoiceScene, Entry
from game.screens.scenes.preview import PreviewScene
from game.screens.scenes.setup_care_page import AUDIENCES
from game.screens.widgets import UP_DOWN, TextField
from game.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk
    from game.screens.proofs import Proof
    from game.screens.scene import Look, Step

_STEPS = {"up": -1, "pageup": -1, "home": -1000, "down": 1, "pagedown": 1, "space": 1, "end": 1000}
_WHILE_TYPING = ("up", "down", "pageup", "pagedown")
_LETTERS = {"r": "search", "t": "kind", "p": "audience", "s": "sensitivity", "e": "erase", "enter": "open"}
_BINDINGS = (
    Binding(("←", "→"), mark("changer de thème")),
    Binding(UP_DOWN, mark("choisir une carte")),
    Binding(("R",), mark("rechercher des mots")),
    Binding(("T",), mark("choisir un type de carte")),
    Binding(("P",), mark("choisir un public")),
    Binding(("S",), mark("choisir une sensibilité")),
    Binding(("E",), mark("tout montrer à nouveau")),
    Binding(("Entrée",), mark("voir la carte en grand, et les remarques")),
    Binding(("Échap",), mark("retour")),
)


class CardsScene:
    """Look through the deck; back from its first card, or its first theme, leaves.

    The answer of a question is not shown: the room may be looking.
    """

    def __init__(self, desk: Desk) -> None:
        """Show all cards, the first one read."""
        self._desk = desk
        self._proofs = desk.proofs()
        self._filters = Filters()
        self._field = TextField(longest=60)
        self._themes: tuple[str, ...] = ("",)
        self._theme = self._index = 0
        self._is_searching = False
        self._seen: Sequence[Proof] | None = None
        self._drawn: tuple[Look, Picture] | None = None
        self._follow(desk.clock.now().timestamp())

    @property
    def is_typing(self) -> bool:
        """Whether letters are words to find."""
        return self._is_searching

    def picture(self, look: Look, now: float) -> Picture:
        """Return the list of the chosen theme, and the chosen card beside it."""
        if self._follow(now) or self._drawn is None or self._drawn[0] != look:
            self._drawn = (look, cards_picture(look, self._view()))
        return self._drawn[1]

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of the browser."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - nothing here depends on the hour
        """Change the theme or the card, search, or go back."""
        shown, self._drawn = self._drawn, None
        match given:
            case Typed(text) if self._is_searching:
                self._search(self._field.typed(text))
            case Press(key) if self._is_searching:
                self._press_typing(key)
            case Press(key):
                return self._press(key)
            case Scroll(steps):
                self._stand(self._index + steps)
            case Click() if shown is not None:
                return self._act(clicked(shown[1], given) or "")
        return None

    def wakes_in(self, now: float) -> float | None:
        """Return when to look at the files again."""
        return self._proofs.left(now)

    def _press(self, key: str) -> Step | None:
        if key in {"escape", "backspace"}:
            return Pop()
        if (key == "pageup" and self._index == 0) or (key == "left" and self._theme == 0):
            return Pop()
        if key in {"left", "right"}:
            self._turn(self._theme + (1 if key == "right" else -1))
        elif key in _STEPS:
            self._stand(self._index + _STEPS[key])
        return self._act(_LETTERS.get(key, ""))

    def _press_typing(self, key: str) -> None:
        if key == "backspace":
            self._search(self._field.erased())
        elif key in _WHILE_TYPING:
            self._stand(self._index + _STEPS[key])
        elif key in {"enter", "escape", "tab"}:
            self._is_searching = False
            if key == "escape":
                self._search(TextField(longest=60))

    def _act(self, action: str) -> Step | None:
        name, _, index = action.partition(":")
        menus = {"kind": self._kinds, "audience": self._audiences, "sensitivity": self._sensitivities}
        if name == "back":
            return Pop()
        if name in menus:
            return Push(menus[name]())
        if name == "open":
            return self._open()
        if name in {"theme", "right"}:
            self._turn(int(index) if index else self._theme + 1)
        elif name in {"card", "down"}:
            self._stand(int(index) if index else self._index + 1)
        elif name == "search":
            self._is_searching = not self._is_searching
            self._theme = 0 if self._is_searching else self._theme
        elif name == "erase":
            self._field = TextField(longest=60)
            self._keep(Filters())
        return None

    def _open(self) -> Step | None:
        shown = self._shown()
        if not shown:
            return None
        chosen = shown[self._index]
        return Push(PreviewScene(self._proofs, chosen=chosen.id, file=chosen.file, has_notes=False))

    def _kinds(self) -> ChoiceScene:
        kinds = ("", *KINDS)
        names = [tr("Tous les types"), *map(tr, KINDS.values())]
        return self._menu(tr("Quel type de carte\u202f?"), names, [replace(self._filters, kind=kind) for kind in kinds])

    def _audiences(self) -> ChoiceScene:
        names = [tr("Tous les publics"), *map(tr, AUDIENCES.values())]
        filters = [replace(self._filters, audience=audience) for audience in ("", *AUDIENCES)]
        return self._menu(tr("Pour quel public\u202f?"), names, filters)

    def _sensitivities(self) -> ChoiceScene:
        names = [tr("Toutes"), *map(tr, SENSITIVITIES)]
        filters = [replace(self._filters, sensitivity=level) for level in (None, *range(len(SENSITIVITIES)))]
        return self._menu(tr("Quelle sensibilité\u202f?"), names, filters)

    def _menu(self, title: str, names: Sequence[str], filters: Sequence[Filters]) -> ChoiceScene:
        counts = [sum(map(kept.keeps, self._proofs.all())) for kept in filters]
        entries = [Entry(name, aside=counted(count, "carte")) for name, count in zip(names, counts, strict=True)]
        chosen = filters.index(self._filters) if self._filters in filters else 0
        return ChoiceScene(title, entries, lambda index: self._keep(filters[index]), chosen=chosen)

    def _search(self, field: TextField) -> None:
        self._field = field
        self._keep(replace(self._filters, words=field.text))

    def _keep(self, filters: Filters) -> None:
        self._filters, self._index, self._drawn = filters, 0, None

    def _follow(self, now: float) -> bool:
        """See what was saved since; stay on the same card when others come and go. Tell whether something changed."""
        before = self._shown()
        self._proofs.follow(now)  # the card in large follows them too: what counts is what was seen here
        if self._seen is self._proofs.all():
            return False
        self._seen = self._proofs.all()
        theme = self._themes[self._theme]
        found = (proof.face.theme for proof in self._proofs.all() if proof.face)
        self._themes = ("", *dict.fromkeys(found))
        self._theme = self._themes.index(theme) if theme in self._themes else 0
        chosen = before[self._index] if self._index < len(before) else None
        names = [(proof.file, proof.id) for proof in self._shown()]
        same = chosen is not None and (chosen.file, chosen.id) in names
        self._stand(names.index((chosen.file, chosen.id)) if same and chosen else self._index)
        return True

    def _shown(self) -> tuple[Proof, ...]:
        theme = self._themes[self._theme]
        every = self._proofs.all()
        in_theme = (proof for proof in every if not theme or (proof.face and proof.face.theme == theme))
        return tuple(proof for proof in in_theme if self._filters.keeps(proof))

    def _view(self) -> CardsView:
        shown = self._shown()
        faults = tuple(self._proofs.faults(shown[self._index])) if shown else ()
        faces = {theme: self._desk.faces.theme(theme) for theme in self._themes if theme}
        return CardsView(
            shown, self._index, self._themes, self._theme, faces, self._filters, faults, is_searching=self._is_searching
        )

    def _turn(self, theme: int) -> None:
        self._theme, self._index = theme % len(self._themes), 0

    def _stand(self, index: int) -> None:
        self._index = max(0, min(index, len(self._shown()) - 1))

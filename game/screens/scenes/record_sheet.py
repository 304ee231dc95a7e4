"""The sheet of a session, filled in by hand once it is over: counts, an incident or not, a short note. No name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.language import mark, tr
from game.rules import Refusal
from game.screens import phrases
from game.screens.desk import DeskError
from game.screens.inputs import DIGITS, Click, Input, Press, Typed
from game.screens.scene import Binding, Pop, clicked
from game.screens.scenes.form import FORM_KEYS, KEEP, LESS_OR_MORE
from game.screens.scenes.record_sheet_page import COUNTS, INCIDENT, STOPS, WRITTEN, RecordSheetView, sheet_page
from game.screens.widgets import UP_DOWN, TextField
from game.session import commands as c
from game.session.sheet import LONGEST_CODE, LONGEST_NOTE, LONGEST_TITLE, MOST_FACILITATORS, MOST_PEOPLE, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.drawing.drawlist import Picture
    from game.screens.desk import Desk
    from game.screens.play import PlayScene
    from game.screens.scene import Look, Step
    from game.session.folder import Summary
    from game.session.state import SessionState

_MOST = {"people": MOST_PEOPLE, "newcomers": MOST_PEOPLE, "pilots": MOST_FACILITATORS, "staff": MOST_FACILITATORS}
_LONGEST = {"title": LONGEST_TITLE, "codes": 5 * LONGEST_CODE, "note": LONGEST_NOTE}
_ANSWERS = (None, False, True)
_BINDINGS = (
    Binding(UP_DOWN, mark("ligne")),
    Binding(("←", "→"), mark("moins, plus")),
    Binding(("Entrée",), mark("ligne suivante, puis garder la fiche")),
    Binding(("Échap",), mark("fermer sans garder")),
)


def sheet_of_play(play: PlayScene) -> RecordSheetScene:
    """Return the sheet of the session that has just been closed, and is still open here."""

    def keep(sheet: Sheet) -> None:
        answer = play.opened.session.dispatch(c.FillSheet(sheet))
        if isinstance(answer, Refusal):
            raise DeskError(phrases.refused(answer, {}))
        play.desk.keep_record(play.opened)
        play.say(tr("La fiche est gardée avec le bilan."), play.opened.session.now)

    return RecordSheetScene(play.desk, play.state, keep)


def sheet_of_kept(desk: Desk, session: Summary) -> RecordSheetScene:
    """Return the sheet of a session of the list: to fill it in later, or to correct it."""
    return RecordSheetScene(desk, session.state, lambda sheet: desk.keep_sheet(session.folder, sheet))


class RecordSheetScene:
    """Go through the rows, count or type, and keep. What nobody knows stays « à préciser »."""

    def __init__(self, desk: Desk, state: SessionState, keep: Callable[[Sheet], None]) -> None:
        """Begin with the sheet as it was last filled in; ``keep`` raises `DeskError` with a sentence."""
        self._desk, self._keep_sheet = desk, keep
        self._place = state.opening.place
        self._usual_title = state.opening.format_title
        self._is_correction = state.is_closed and (state.sheet is not None or bool(state.sent))
        self._heads = sum(team.heads for team in state.teams.values())
        self._sheet = state.sheet or Sheet()
        written = {"title": self._sheet.title, "codes": " ".join(self._sheet.codes), "note": self._sheet.note}
        self._fields = {name: TextField(written[name], _LONGEST[name]) for name in WRITTEN}
        self._stop = 0
        self._error = ""
        self._picture: Picture | None = None

    @property
    def is_typing(self) -> bool:
        """Whether letters are text: in a field."""
        return self._focus in self._fields

    def picture(self, look: Look, now: float) -> Picture:  # noqa: ARG002 - nothing moves here
        """Return the page as it stands."""
        texts = {name: field.text for name, field in self._fields.items()}
        names = tuple(self._desk.names_in(" ".join(texts.values())))
        view = RecordSheetView(
            self._place,
            self._usual_title,
            self._heads,
            self._sheet,
            texts,
            self._focus,
            names,
            self._error,
            is_correction=self._is_correction,
        )
        self._picture = sheet_page(look, view)
        return self._picture

    def bindings(self) -> Sequence[Binding]:
        """Return the keys of this page."""
        return _BINDINGS

    def handle(self, given: Input, now: float) -> Step | None:  # noqa: ARG002 - as above
        """Count, type, go from row to row, keep or leave."""
        if self.is_typing and isinstance(given, Typed):
            self._fields[self._focus] = self._fields[self._focus].typed(given.text)
        elif isinstance(given, Press):
            return self._press(given.key)
        elif isinstance(given, Click) and self._picture is not None:
            return self._act(clicked(self._picture, given) or "")
        return None

    def _press(self, key: str) -> Step | None:
        if self.is_typing and key == "backspace":
            self._fields[self._focus] = self._fields[self._focus].erased()
        elif key in DIGITS | {"0"} and self._focus in COUNTS:
            self._type_digit(int(key))
        elif key in LESS_OR_MORE:
            self._change(self._focus, LESS_OR_MORE[key])
        elif key == "space" and self.is_typing:
            return None
        elif key == "pageup" and self._stop == 0:
            return Pop()
        else:
            return self._act(FORM_KEYS.get(key, ""))
        return None

    def wakes_in(self, now: float) -> float | None:  # noqa: ARG002 - as above
        """Return ``None``: nothing moves."""
        return None

    @property
    def _focus(self) -> str:
        return STOPS[self._stop]

    def _go_down(self) -> None:
        self._stop = min(self._stop + 1, len(STOPS) - 1)

    def _change(self, name: str, by: int) -> None:
        """Count one more or one less; one less than none is what nobody knows."""
        if name == INCIDENT:
            place = _ANSWERS.index(self._sheet.incident) + by
            self._sheet = replace(self._sheet, incident=_ANSWERS[place % len(_ANSWERS)])
        elif name in COUNTS:
            value = getattr(self._sheet, name)
            usual = self._heads - by if name == "people" else -1
            counted = (usual if value is None else value) + by
            self._set(name, None if counted < 0 else counted)

    def _type_digit(self, digit: int) -> None:
        typed = 10 * (getattr(self._sheet, self._focus) or 0) + digit
        self._set(self._focus, typed if typed <= _MOST[self._focus] else digit)

    def _set(self, name: str, value: int | None) -> None:
        counted: dict[str, Any] = {name: value if value is None else min(value, _MOST[name])}
        self._sheet = replace(self._sheet, **counted)

    def _act(self, action: str) -> Step | None:
        name, _, sign = action.partition(":")
        if action == "back":
            return Pop()
        if action == KEEP or (action == "next" and self._focus == KEEP):
            return self._keep()
        if action == "up":
            self._stop = max(0, self._stop - 1)
        elif name in STOPS:
            self._stop = STOPS.index(name)
            if sign:
                self._change(name, 1 if sign == "+" else -1)
        elif action in {"down", "next"}:
            self._go_down()
        return None

    def _keep(self) -> Step | None:
        texts = {name: field.text.strip() for name, field in self._fields.items()}
        codes = tuple(dict.fromkeys(texts["codes"].upper().replace(",", " ").replace(";", " ").split()))
        try:
            self._keep_sheet(replace(self._sheet, title=texts["title"], codes=codes, note=texts["note"]))
        except DeskError as error:
            self._error = str(error)
            return None
        return Pop()

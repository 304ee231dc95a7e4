"""Writing a word for a brick, or a next step: what each key does to the draft, and what comes of it."""

from dataclasses import dataclass, replace

from game.language import tr
from game.rules import commands as g
from game.screens.inputs import Input, Press, Typed
from game.screens.play_picture import Drafts
from game.screens.scene import Black
from game.session import commands as c
from game.session.decide import LONGEST_STEP, LONGEST_WORD
from game.session.views import StepView, WordView

_DONE = frozenset({"enter", "pagedown", "right"})
_AWAY = frozenset({"pageup", "undo"})
KEYS_OF_WRITING = _DONE | _AWAY | {"space", "left", "escape", "backspace", "up", "down", "period"}
"""What a click on the page of a word stands for; every other key that is clicked there is the session's."""
_TYPED_BY_CLICKERS = frozenset(".:;")
"""The black-screen button of a clicker types one of these, by the layout of the keyboard."""


@dataclass(frozen=True)
class Written:
    """The draft is done with: these commands come of it, and then what comes next, or not."""

    commands: tuple[c.Command, ...] = ()
    goes_on: bool = False


def write(view: WordView | StepView, drafts: Drafts, given: Input) -> Drafts | Written | Black | str:
    """Return the draft after what a person did, what comes of it, or a sentence that says what is missing.

    An empty draft leaves a clicker its keys: next, back, black screen. Escape empties a draft and undoes nothing: on
    common clickers it is half of one button.
    """
    is_empty = not drafts.words
    if isinstance(given, Typed):
        longest = LONGEST_STEP if isinstance(view, StepView) else LONGEST_WORD
        return replace(drafts, words=edited(drafts.words, given.text, longest))
    if not isinstance(given, Press):
        return drafts
    if given.key == "period" and is_empty:
        return Black()
    if given.key in _DONE or (given.key == "space" and is_empty):
        return _done(view, drafts)
    if given.key in _AWAY or (given.key == "left" and is_empty):
        return Written() if drafts.brick is not None else Written((c.Undo(),))
    if given.key == "escape":
        return Written() if drafts.brick is not None else Drafts()
    if given.key == "backspace":
        return replace(drafts, words=drafts.words[:-1])
    if given.key in ("up", "down"):
        return _chosen(view, drafts, 1 if given.key == "down" else -1)
    return drafts


def _done(view: WordView | StepView, drafts: Drafts) -> Written | str:
    words = drafts.words.strip()
    if isinstance(view, WordView):
        command = g.LayBrick(words) if drafts.brick is None else c.ChangeWord(drafts.brick, words)
        return Written((command,))
    if drafts.theme is None and not words:
        return Written(goes_on=True)
    if drafts.theme is None and view.chosen is None:
        return tr("Choisissez le thème de ce pas, avec les flèches.")
    theme = view.themes[drafts.theme].id if drafts.theme is not None else _theme_of(view)
    return Written((c.SetNextStep(view.team.id, theme, words),), goes_on=True)


def _theme_of(view: StepView) -> str:
    return view.chosen.theme if view.chosen else ""


def _chosen(view: WordView | StepView, drafts: Drafts, step: int) -> Drafts:
    """Move to the next theme, or to the next word that is offered."""
    if isinstance(view, StepView):
        first = 0 if step > 0 else len(view.themes) - 1
        theme = first if drafts.theme is None else (drafts.theme + step) % len(view.themes)
        return replace(drafts, theme=theme)
    words = view.theme.words
    if not words:
        return drafts
    at = words.index(drafts.words) + step if drafts.words in words else min(step, 0)
    return replace(drafts, words=words[at % len(words)])


def edited(draft: str, typed: str, longest: int) -> str:
    """Return a draft with what was typed at its end: one line, no leading space, no more than ``longest`` letters."""
    clean = "".join(letter for letter in typed if letter.isprintable())
    if not draft and clean in _TYPED_BY_CLICKERS:
        return draft
    return (draft + clean).lstrip()[:longest]

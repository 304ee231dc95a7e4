"""Which key does what: the usual keys, those that a person has chosen instead, and the names they have.

A physical key goes through the map once, between the windows and the scenes; scenes know the house's keys only
(see `Press`). Buttons of a game controller are physical keys whose names begin with ``pad``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from game.language import mark, tr
from game.screens.inputs import Press

PAD = "pad "
"""How the names of a controller's buttons begin."""
EXTRA_KEYS = (
    *(f"f{number}" for number in (2, 3, 4, 6, 7, 8, 9, 10, *range(13, 25))),
    *("insert", "scroll lock", "keypad times", "keypad divide"),
)


@dataclass(frozen=True)
class KeyAction:
    """Something that keys do: the house's key for it, its words, its usual keys, and those that always do it."""

    id: str
    press: str
    label: str
    usual: tuple[str, ...]
    always: tuple[str, ...] = ()
    """Keys that nobody can take away: those of clickers."""
    on_pad: str = ""
    """The house's key for a controller's button, where the usual one is a letter that means nothing everywhere."""

    def means(self, key: str) -> str:
        """Return the house's key that a physical key stands for, when it does this."""
        if key.startswith(PAD):
            return self.on_pad or self.press
        return key if key in self.usual else self.press


ACTIONS = (
    KeyAction("next", "pagedown", mark("continuer"), ("space", "pad a"), ("right", "pagedown")),
    KeyAction("back", "pageup", mark("revenir d’un pas"), ("pad b",), ("left", "pageup")),
    KeyAction("pass", "p", mark("passer, sans se justifier"), ("p", "pad x")),
    KeyAction("card", "c", mark("changer de carte"), ("c", "pad y")),
    KeyAction("dice", "d", mark("choisir le dé dans une liste"), ("d", "pad rightstick")),
    KeyAction("reroll", "r", mark("relancer un dé contesté"), ("r",)),
    KeyAction("help", "h", mark("aider une équipe en relais"), ("h",)),
    KeyAction("read", "l", mark("lire à voix haute, ou se taire"), ("l",)),
    KeyAction("pause", "s", mark("pause"), ("s",)),
    KeyAction("breathe", "a", mark("respiration\u00a0: un écran calme"), ("a", "pad lefttrigger")),
    KeyAction("cadre", "k", mark("relire le cadre"), ("k",)),
    KeyAction("aids", "u", mark("à qui demander de l’aide"), ("u",)),
    KeyAction("black", "b", mark("écran noir"), ("b", "pad back"), ("period",), on_pad="period"),
    KeyAction("floor", "o", mark("le plateau au sol, ou à l’écran"), ("o",)),
    KeyAction("last", "n", mark("dernier tour"), ("n",)),
    KeyAction("acts", "g", mark("aller à un acte"), ("g",)),
    KeyAction("teams", "e", mark("équipes\u00a0: arriver, partir"), ("e",)),
    KeyAction("correct", "i", mark("corriger un pion ou un dé"), ("i",)),
    KeyAction("clock", "t", mark("horloge pour la salle, ou pas"), ("t",)),
    KeyAction("peek", "v", mark("vos notes, avec un seul écran"), ("v",)),
    KeyAction("freeze", "f", mark("figer l’image de la salle"), ("f",)),
    KeyAction("swap", "x", mark("échanger les deux écrans"), ("x",)),
    KeyAction("handover", "z", mark("passer la main à quelqu’un"), ("z",)),
    KeyAction("propose", "w", mark("proposer une carte"), ("w",)),
    KeyAction("history", "j", mark("ce qui s’est passé, revenir là"), ("j",)),
    KeyAction("menu", "m", mark("menu, quitter"), ("m", "pad start")),
    KeyAction("quit", "q", mark("quitter, à l’accueil"), ("q",)),
)
_BY_ID = {action.id: action for action in ACTIONS}
_FIXED_PAD = {
    "pad up": Press("up"),
    "pad down": Press("down"),
    "pad left": Press("left"),
    "pad right": Press("right"),
    "pad leftshoulder": Press("tab", with_shift=True),
    "pad rightshoulder": Press("tab"),
    "pad righttrigger": Press("enter"),
    "pad leftstick": Press("escape"),
}
_PADS = ("a", "b", "x", "y", "back", "start", "guide", "rightstick", "lefttrigger", "misc")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
_HOUSE = frozenset(
    [
        *("escape", "backspace", "delete", "enter", "tab", "up", "down", "left", "right"),
        *("pageup", "pagedown", "home", "end", "f1", "f5", "f11", "f12", "plus", "minus", "period"),
        *("undo", "redo", "save", "pause", "other"),
        *"0123456789",
    ]
)
"""The house's own keys, which mean what they say whatever the map: the way out, the rescue, the arrows, the dice."""
CHOOSABLE = frozenset({*_LETTERS, "space", *EXTRA_KEYS, *(PAD + name for name in _PADS)})
"""The physical keys that can be given to an action."""
_CAPS = {
    "space": mark("Espace"),
    "pageup": mark("Pg préc."),
    "pagedown": mark("Pg suiv."),
    "insert": mark("Inser"),
    "scroll lock": mark("Arrêt défil"),
    "keypad times": "×",
    "keypad divide": "÷",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "enter": mark("Entrée"),
    "escape": mark("Échap"),
    "delete": mark("Suppr"),
    "period": ".",
    "pad back": "Select",
    "pad start": "Start",
    "pad guide": "Guide",
    "pad rightstick": mark("stick droit"),
    "pad lefttrigger": mark("gâchette G"),
    "pad misc": mark("bouton en plus"),
}
_NAMED = (
    *(mark("Entrée"), mark("Échap"), mark("Maj"), mark("Suppr"), mark("Début"), mark("Fin"), mark("Tab"), mark("Ctrl")),
    mark("à"),
)
"""Caps of other keys, as hints write them, and what stands between the first of a row and the last."""


def cap_of(key: str) -> str:
    """Return what stands on a physical key, in the language spoken now."""
    if key in _CAPS:
        return tr(_CAPS[key])
    return key.removeprefix(PAD).upper()


class KeyChoiceError(Exception):
    """A key that cannot be given to an action; the message is a sentence for a person."""


def _safe(key: str) -> KeyChoiceError:
    if key in _CAPS or key.isdigit() or key in ("f1", "f11", "f12"):
        return KeyChoiceError(tr("La touche {key} ne peut pas changer de rôle.").format(key=cap_of(key)))
    return KeyChoiceError(tr("Cette touche ne peut pas changer de rôle."))


def _taken(key: str, held: KeyAction) -> KeyChoiceError:
    return KeyChoiceError(tr("La touche {key} sert déjà\u00a0: {does}.").format(key=cap_of(key), does=tr(held.label)))


class Keymap:
    """The keys of the actions: the usual ones, but for those that a person has chosen."""

    def __init__(self, chosen: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Give actions (by id) these physical keys instead of the usual ones.

        Raises:
            KeyChoiceError: an action or a key is not known, or a key would do two things.
        """
        self.chosen = {name: tuple(keys) for name, keys in (chosen or {}).items()}
        self._holders: dict[str, KeyAction] = {}
        for name in self.chosen:
            if name not in _BY_ID:
                raise KeyChoiceError(tr("L’action {name} n’existe pas.").format(name=name))
        for action in ACTIONS:
            self._give(action)

    def keys_of(self, action: KeyAction) -> tuple[str, ...]:
        """Return the physical keys of an action, without those that always do it."""
        return self.chosen.get(action.id, action.usual)

    def with_key(self, action: KeyAction, key: str) -> "Keymap":
        """Return the map where a key does an action, instead of its other keys of the same kind.

        Raises:
            KeyChoiceError: the key already does something else, or cannot be chosen.
        """
        held = self._holders.get(key, action)
        if held is not action:
            raise _taken(key, held)
        is_pad = key.startswith(PAD)
        others = tuple(old for old in self.keys_of(action) if old.startswith(PAD) != is_pad)
        keys = (*others, key) if is_pad else (key, *others)
        chosen = self.chosen | {action.id: keys}
        if set(keys) == set(action.usual):
            del chosen[action.id]
        return Keymap(chosen)

    def with_usual(self, action: KeyAction) -> "Keymap":
        """Return the map where an action has its usual keys again.

        Raises:
            KeyChoiceError: one of them does something else now.
        """
        return Keymap({name: keys for name, keys in self.chosen.items() if name != action.id})

    def meant(self, press: Press, *, is_typing: bool) -> Press:
        """Return the house's key that a physical key stands for. While one types, letters and Space are text."""
        if press.is_meant or (is_typing and (len(press.key) == 1 or press.key == "space")):
            return press
        if press.key in _FIXED_PAD:
            return _FIXED_PAD[press.key]
        if press.key in _HOUSE:
            return press
        action = self._holders.get(press.key)
        return replace(press, key="other" if action is None else action.means(press.key))

    def caps(self) -> Mapping[str, str]:
        """Return the caps to draw instead of the usual ones, in the language spoken now and in the source's."""
        named = (*_NAMED, *_CAPS.values())
        return {cap: tr(cap) for cap in named if tr(cap) != cap} | dict(self._caps())

    def _caps(self) -> Iterator[tuple[str, str]]:
        for name in self.chosen:
            action = _BY_ID[name]
            usual, keys = action.usual[0], [key for key in self.chosen[name] if not key.startswith(PAD)]
            if keys and keys[0] != usual and not usual.startswith(PAD):
                yield from ((cap, cap_of(keys[0])) for cap in {cap_of(usual), _CAPS.get(usual, usual.upper())})

    def _give(self, action: KeyAction) -> None:
        for key in self.keys_of(action):
            if key not in CHOOSABLE:
                raise _safe(key)
            held = self._holders.setdefault(key, action)
            if held is not action:
                raise _taken(key, held)


USUAL_KEYS = Keymap()
"""Nobody has chosen anything."""

"""A French keyboard: what SDL sends for a key, by its name, and for a letter that one types."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

_ROW = "&é\"'(-è_çà"
"""What the row of digits types on AZERTY, from 1 to 0."""
_MOVED = {"a": "q", "q": "a", "z": "w", "w": "z", "m": "SEMICOLON"}
"""Where letters are that are not at their QWERTY place."""
_NAMED = {
    "space": "SPACE",
    "enter": "RETURN",
    "escape": "ESCAPE",
    "backspace": "BACKSPACE",
    "delete": "DELETE",
    "tab": "TAB",
    "up": "UP",
    "down": "DOWN",
    "left": "LEFT",
    "right": "RIGHT",
    "pageup": "PAGEUP",
    "pagedown": "PAGEDOWN",
    "home": "HOME",
    "end": "END",
    "pause": "PAUSE",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}


@dataclass(frozen=True)
class Key:
    """A key as SDL tells it: what it means, where it is, what is held with it, and what it types."""

    key: int
    scancode: int
    mod: int = 0
    text: str = ""

    def events(self, *, repeat: bool = False) -> Iterator[pygame.Event]:
        """Yield what comes when the key goes down and up, or what comes again while it is held."""
        fields = {"key": self.key, "scancode": self.scancode, "mod": self.mod, "unicode": self.text}
        yield pygame.Event(pygame.KEYDOWN, fields | {"repeat": repeat})
        if self.text and self.text.isprintable():
            yield pygame.Event(pygame.TEXTINPUT, text=self.text)
        if not repeat:
            yield pygame.Event(pygame.KEYUP, fields)


def key(name: str) -> Key:
    """Return a key by its name: ``space``, ``f5``, ``a``, ``4`` (of the row, without Shift), ``period`` (the place).

    ``maj+`` and ``ctrl+`` may stand before it; ``num 4`` is the key of the number pad.
    """
    if name.startswith("ctrl+"):
        plain = key(name.removeprefix("ctrl+"))
        return Key(plain.key, plain.scancode, pygame.KMOD_LCTRL)
    if name.startswith("maj+"):
        plain = key(name.removeprefix("maj+"))
        digit = (_ROW.index(plain.text) + 1) % 10 if plain.text and plain.text in _ROW else None
        return Key(plain.key, plain.scancode, pygame.KMOD_LSHIFT, plain.text.upper() if digit is None else str(digit))
    if name.startswith("num "):
        pad = name.removeprefix("num ")
        text = pad if pad.isdigit() else ""
        return Key(_constant(f"K_KP_{pad}"), _constant(f"KSCAN_KP_{pad}"), pygame.KMOD_NUM, text)
    if name in _NAMED:
        text = " " if name == "space" else ""
        return Key(_constant(f"K_{_NAMED[name]}"), _constant(f"KSCAN_{_NAMED[name]}"), text=text)
    return letter(":" if name == "period" else _ROW[(int(name) - 1) % 10] if name.isdigit() else name)


def letter(text: str) -> Key:
    """Return the key that types a letter, with Shift where it needs it."""
    low = text.lower()
    if "a" <= low <= "z":
        shift = pygame.KMOD_LSHIFT if text != low else 0
        return Key(ord(low), _constant(f"KSCAN_{_MOVED.get(low, low)}"), shift, text)
    if text in _ROW:
        return Key(ord(text), _constant(f"KSCAN_{(_ROW.index(text) + 1) % 10}"), 0, text)
    if text.isdigit():
        return Key(ord(_ROW[(int(text) - 1) % 10]), _constant(f"KSCAN_{text}"), pygame.KMOD_LSHIFT, text)
    place, shown, shift = {
        " ": ("SPACE", " ", False),
        ",": ("M", ",", False),
        "?": ("M", ",", True),
        ";": ("COMMA", ";", False),
        ".": ("COMMA", ";", True),
        ":": ("PERIOD", ":", False),
        "+": ("EQUALS", "=", True),
    }.get(text, ("UNKNOWN", text, False))
    return Key(ord(shown), _constant(f"KSCAN_{place}"), pygame.KMOD_LSHIFT if shift else 0, text)


def qwerty_digit(digit: int) -> Key:
    """Return a key of the row of digits on an English keyboard."""
    return Key(ord(str(digit)), _constant(f"KSCAN_{digit}"), 0, str(digit))


def _constant(name: str) -> int:
    found = getattr(pygame, name, None) or getattr(pygame, name.upper())
    return int(found)

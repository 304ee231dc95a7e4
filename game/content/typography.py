"""French typography, applied to every text that a person will read.

Authors type what their keyboard has: straight quotes, plain spaces. The screen and the paper need ’ and « », and
no-break spaces so that a question mark is never alone on a line.
"""

import re

from game.french import NO_BREAK, THIN

_SPACES = " \t\u00a0\u202f\u2007\u2009"
_SPACE = f"[{_SPACES}]*"
_URL = re.compile(r"(?:https?://|www\.)[^\s\"»«<>)]+")
_URL_MARK = "\ue000"  # private use: no author types it, and it is neither a space nor a letter
_QUOTED = re.compile(rf'(?<!\w)"{_SPACE}([^"\n]*[^"\s]){_SPACE}"(?!\w)')
_BEFORE = {";": THIN, "!": THIN, "?": THIN, ":": NO_BREAK}

_RULES = (
    # (what must be present for the rule to be worth trying, pattern, replacement)
    ("...", re.compile(r"\.{3,}"), "…"),
    ("'", re.compile(r"'(?<=[^\W\d_]')(?=[\w«\"])"), "’"),
    ("°", re.compile(rf"°(?<=\b[nN]°){_SPACE}(?=\d)"), f"°{NO_BREAK}"),
    ("%", re.compile(rf"(?<=\d){_SPACE}%(?<=[{_SPACES}]%)"), f"{NO_BREAK}%"),
    ("€", re.compile(rf"(?<=\d){_SPACE}€(?<=[{_SPACES}]€)"), f"{NO_BREAK}€"),
    ("«", re.compile(rf"«{_SPACE}(?=\S)"), f"«{NO_BREAK}"),
)


_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphens and spaces of no width: they come with what is pasted, and cut words on a screen."""


def french(text: str) -> str:
    """Return the text with French spaces, quotes, apostrophes and ellipses.

    Doing it twice changes nothing more. Addresses of pages and times such as 14:30 stay as they are.
    """
    text = text.strip()
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    if "\n" in text:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    if "://" not in text and "www." not in text:
        return _set(text)
    prose = text.replace(_URL_MARK, "")
    urls = iter(_URL.findall(prose))
    return re.sub(_URL_MARK, lambda _: next(urls), _set(_URL.sub(_URL_MARK, prose)))


def _set(text: str) -> str:
    if '"' in text:
        text = _with_guillemets(text)
    for sign, pattern, replacement in _RULES:
        if sign in text:
            text = pattern.sub(replacement, text)
    for sign, space in _BEFORE.items():
        if sign in text:
            text = _spaced_before(text, sign, space)
    return _closed(text) if "»" in text else text


def _spaced_before(text: str, sign: str, space: str) -> str:
    """Put this space before a sign, unless it starts a line or stands inside a word or an hour."""
    parts = text.split(sign)
    for index, left in enumerate(parts[:-1]):
        words = left.rstrip(_SPACES)
        if words != left:
            spaced = bool(words or index) and not words.endswith("\n")
        else:
            ends_word = left[-1:].isalnum() or left[-1:] in ("»", ")", "’", "…", _URL_MARK)
            after = parts[index + 1][:1]
            spaced = ends_word and (not after or after.isspace() or after in '!?»)…"')
        if spaced:
            parts[index] = words + space
    return sign.join(parts)


def _closed(text: str) -> str:
    """Put a no-break space before every closing guillemet that does not start a line."""
    parts = text.split("»")
    for index, left in enumerate(parts[:-1]):
        words = left.rstrip(_SPACES)
        if (words or index) and not words.endswith("\n"):
            parts[index] = words + NO_BREAK
    return "»".join(parts)


def _with_guillemets(text: str) -> str:
    """Turn pairs of straight quotes into « », until there is none left: pairs can be inside one another."""
    found = 1
    while found:
        text, found = _QUOTED.subn(f"«{NO_BREAK}\\1{NO_BREAK}»", text)
    return text

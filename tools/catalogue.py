"""Keep the English of the screens up to date: ``python tools/catalogue.py``.

The sentences of the code are collected (`tr`, `mark`, the nouns of `counted`, keys and labels of `Hint` and `Binding`)
and put in the catalogue: what is translated stays, what the code no longer says goes. Then the catalogue is compiled.
The sentences that still have to be translated are printed; the exit code is then 1.
"""

import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "game"
ENGLISH = ROOT / "assets" / "locale" / "en" / "LC_MESSAGES" / "permis.po"
_HEADER = "# English of the screens. French is the source text: see game/language.py and tools/catalogue.py."
_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Dates in the header never change, so that a new catalogue differs by its sentences alone."""
_SENTENCES = ("tr", "mark")
_SPOKEN = {"counted": (1, 2), "Hint": (0, 1), "Binding": (0, 1), "Action": (1,)}
"""Other calls that translate what they are given, and which of their arguments."""

Message = str | tuple[str, str]
"""A sentence, or a noun and its plural."""


def spoken_in(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the strings (nodes) of a module that are translated where they are used. Pieces of an f-string are not."""
    for node in ast.walk(tree):
        name = _called(node)
        if isinstance(node, ast.Call) and name in _SENTENCES:
            yield from _strings(node.args[0])
        elif isinstance(node, ast.Call) and name in _SPOKEN:
            for place in _SPOKEN[name]:
                yield from _strings(node.args[place]) if place < len(node.args) else ()


def messages_in(tree: ast.AST) -> Iterator[Message]:
    """Yield what the catalogue has to hold for a module."""
    counts = _counts(tree)
    nouns = {found for node in ast.walk(tree) if _called(node) == "counted" for found in _strings(node)}
    spoken = (str(node.value) for node in spoken_in(tree) if node not in nouns)
    yield from filter(has_words, spoken)
    for node in counts:
        words = [str(found.value) for argument in node.args[1:] for found in _strings(argument)]
        if words:
            yield words[0], words[1] if len(words) > 1 else f"{words[0]}s"


def has_words(text: str) -> bool:
    """Tell whether a string has something to translate: « Espace » and « , », but not « F11 » nor « ↑ »."""
    return text == "," or any(letter.islower() for letter in text)


def collected() -> dict[str, Message]:
    """Return all that the program says on its screens, by the French sentence or noun, in the order of the files."""
    found: dict[str, Message] = {}
    for path in sorted(CODE.rglob("*.py")):
        for message in messages_in(ast.parse(path.read_text(encoding="utf-8"))):
            key = message if isinstance(message, str) else message[0]
            found[key] = message if isinstance(message, tuple) else found.get(key, message)
    return found


def main() -> int:
    """Write the catalogue and its compiled form; return 1 when something has to be translated."""
    known = Catalog()
    if ENGLISH.is_file():
        with ENGLISH.open("rb") as file:
            known = read_po(file, locale="en")
    catalogue = _empty()
    missing = []
    for key, message in collected().items():
        before = known.get(key)
        is_same_shape = before is not None and isinstance(before.id, str) == isinstance(message, str)
        words = before.string if before is not None and is_same_shape else ""
        catalogue.add(message, words)
        if not words or not all(words if isinstance(words, (tuple, list)) else (words,)):
            missing.append(key)
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, catalogue, width=120, no_location=True)
    with ENGLISH.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    sys.stdout.writelines(f"{sentence!r}\n" for sentence in missing)
    return 1 if missing else 0


def _empty() -> Catalog:
    return Catalog(
        "en",
        header_comment=_HEADER,
        project="permis-de-se-reconstruire",
        version="1",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        creation_date=_DAY,
        revision_date=_DAY,
        fuzzy=False,
    )


def _counts(tree: ast.AST) -> list[ast.Call]:
    """Return the calls of `counted` that follow the language: those of a terminal or a report are French."""
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    if "game.wording" not in modules:
        return []
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node) == "counted"]


def _called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def _strings(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.JoinedStr):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    for child in [node.value] if isinstance(node, ast.Subscript) else ast.iter_child_nodes(node):
        yield from _strings(child)


if __name__ == "__main__":
    sys.exit(main())

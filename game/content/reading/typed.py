"""French typography as it is typed in a file: what is not quite right, and the file mended.

The loader sets every text right in memory, so the screen and the paper never show a straight quote. The file itself is
mended on demand (``permis verifier --corriger``): each value is replaced where it stands, and every other byte stays
(comments, order, layout). A round trip through a YAML writer would lay the rest of the file out in its own way.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from game.content.entries import Entry
from game.content.findings import Finding
from game.content.messages import Sentence
from game.content.problems import Severity
from game.content.typography import french
from game.content.yamlnodes import Document, read
from game.french import counted

_READ_BY_PEOPLE = frozenset(
    {
        "titre",
        "texte",
        "question",
        "relances",
        "avertissement",
        "ressource",
        "description",
        "choix",
        "juste",
        "explication",
        "dire",
        "questions",
        "objectifs",
        "competences",
        "reponses",
    }
)
_FOREIGN = "traductions"
_INDENT = re.compile(r"\s*")


def badly_set(entry: Entry[Any]) -> Iterator[Finding]:
    """Find the texts of an entry whose typography is not French; told once, at the first of them."""
    found = [node for node in _texts(entry.node) if _is_badly_set(node.value)]
    if not found:
        return
    at = _steps_to(entry.node, found[0])
    texts = counted(len(found), "texte")
    message = f"{texts} à la typographie approximative : espaces, guillemets ou apostrophes."
    yield at, Sentence(message, "« permis verifier --corriger » met cela au propre.", Severity.ADVICE)


def mended(data: bytes) -> bytes:
    """Return the bytes of a file with its texts in French typography; the same bytes when there is nothing to mend.

    A file that has an error in its YAML is left alone, and so is any value that could not be replaced without changing
    what the file says.
    """
    document = read("", data)
    if document.root is None or document.problems or document.text.encode() != data.removeprefix(b"\xef\xbb\xbf"):
        return _mended_breaks(data, document)
    nodes = [node for node in _texts(document.root) if _is_badly_set(node.value)]
    text = _with_reset(document.text, nodes)
    if not _says_the_same(text, document):
        text = _one_by_one(document, nodes)
    return data if text == document.text else data[: len(data) - len(document.text.encode())] + text.encode()


def _with_reset(text: str, nodes: list[yaml.ScalarNode]) -> str:
    parts, end = [], 0
    for node in nodes:
        start = node.start_mark.index
        parts += [text[end:start], _reset(text[start : node.end_mark.index], node)]
        end = node.end_mark.index
    return "".join(parts) + text[end:]


def _one_by_one(document: Document, nodes: list[yaml.ScalarNode]) -> str:
    """Mend the values that can be, one at a time: among them is one that cannot."""
    good: list[yaml.ScalarNode] = []
    for node in nodes:
        if _says_the_same(_with_reset(document.text, [*good, node]), document):
            good.append(node)
    return _with_reset(document.text, good)


def _mended_breaks(data: bytes, document: Document) -> bytes:
    """Mend a file with Windows line breaks through its plain form, and give it its breaks back."""
    if document.problems or b"\r\n" not in data or b"\r" in (plain := data.replace(b"\r\n", b"\n")):
        return data
    return mended(plain).replace(b"\n", b"\r\n") if plain.count(b"\n") == data.count(b"\n") else data


def _texts(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the values that a person reads in French, in the order of the file."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in _READ_BY_PEOPLE:
                yield from _scalars(value)
            elif key.value != _FOREIGN:
                yield from _texts(value)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    else:
        yield from _texts(node)


def _is_badly_set(typed: str) -> bool:
    return "\n".join(line.rstrip() for line in typed.strip().split("\n")) != french(typed)


def _steps_to(node: yaml.Node, target: yaml.Node) -> tuple[int | str, ...]:
    if isinstance(node, yaml.SequenceNode):
        pairs: list[tuple[int | str, yaml.Node]] = list(enumerate(node.value))
    elif isinstance(node, yaml.MappingNode):
        pairs = [(key.value, value) for key, value in node.value]
    else:
        return ()
    for step, value in pairs:
        if value is target:
            return (step,)
        if below := _steps_to(value, target):
            return (step, *below)
    return ()


def _reset(source: str, node: yaml.ScalarNode) -> str:
    """Return what stands for a value in the file, set in French, in the same style of YAML."""
    if node.style == '"' and "\n" not in source:
        inner = french(node.value).replace("\\", "\\\\").replace('"', '\\"')
        return f'"{inner}"'
    if node.style == "'" and "\n" not in source:
        return "'" + french(node.value).replace("'", "''") + "'"
    return "\n".join(_reset_line(line) for line in source.split("\n"))


def _reset_line(line: str) -> str:
    indent = _INDENT.match(line)
    start = indent.end() if indent else 0
    end = len(line.rstrip())
    return line[:start] + french(line[start:end]) + line[end:] if start < end else line


def _says_the_same(text: str, before: Document) -> bool:
    """Say whether a file that was mended still holds the same tree, each value being the old one, set in French."""
    after = read("", text.encode())
    return not after.problems and _set(after.value) == _set(before.value)


def _set(value: object) -> object:
    if isinstance(value, dict):
        return {key: _set(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_set(below) for below in value]
    return french(value) if isinstance(value, str) else value

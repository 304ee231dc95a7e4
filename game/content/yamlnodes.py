"""Bytes to a tree of plain values whose every node knows its place.

YAML gives us its grammar, not its types: every scalar stays the text that was typed, so that ``on``, ``14:30`` and
``01000`` are what they look like. Anchors, aliases and tags are no part of the format and are refused.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from game.content import traps
from game.content.problems import MOST_IN_A_FILE, Problem, Severity

MAX_BYTES = 2_000_000
MAX_DEPTH = 20

_KINDS_OF_FILE = (
    (b"PK\x03\x04", "un document Word, LibreOffice ou Excel, ou un zip"),
    (b"\xd0\xcf\x11\xe0", "un ancien document Word ou Excel"),
    (b"%PDF", "un PDF"),
    (b"{\\rtf", "un document RTF"),
    (b"\x89PNG", "une image PNG"),
    (b"\xff\xd8\xff", "une image JPEG"),
    (b"<", "une page web (HTML ou XML)"),
)

# Only a file with one of these can hold an anchor, an alias, or a nesting deep enough to exhaust the C stack.
_MAY_HOLD_ANCHOR = re.compile(r"(?:^|[\s\[\]{},:?-])[&*]\S", re.MULTILINE)
_MAY_BE_DEEP = re.compile(r"\n[ \t?:-]{100}")
_MAX_BRACKETS = 300

_Base: Any = getattr(yaml, "CLoader", yaml.Loader)


class _TextLoader(_Base):  # type: ignore[misc]
    """A loader that leaves the type of every value to the models: a tag is there only if the author typed one."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> None:
        """Give no type to a node."""

    def descend_resolver(self, *_: object) -> None:
        """Do nothing: there is no path to follow."""

    def ascend_resolver(self) -> None:
        """Do nothing: there is no path to follow."""


@dataclass(slots=True)
class Document:
    """One file that could be read.

    Attributes:
        path: As in ``Problem.path``.
        text: What was typed, with repairs, so that positions are right.
        root: The tree, with positions; ``None`` when the file is empty.
        value: The same tree as plain dictionaries, lists and texts; a value left empty is ``None``.
        problems: What is wrong in the YAML itself.
        error_lines: The lines of the errors among them, in order.
    """

    path: str
    text: str
    root: yaml.Node | None = None
    value: Any = None
    problems: list[Problem] = field(default_factory=list)
    error_lines: list[int] = field(default_factory=list)

    @property
    def entries(self) -> list[tuple[yaml.Node, Any]]:
        """The things in the file: one mapping, or each item of a list."""
        if self.root is None:
            return []
        if isinstance(self.root, yaml.SequenceNode):
            return list(zip(self.root.value, self.value, strict=True))
        return [(self.root, self.value)]

    def is_broken(self, node: yaml.Node) -> bool:
        """Say whether an error of the YAML itself stands inside this node."""
        if not self.error_lines:
            return False
        # The end of a block is where the next one starts: only what was typed counts.
        typed = self.text[node.start_mark.index : node.end_mark.index].rstrip()
        first = node.start_mark.line + 1
        last = first + typed.count("\n")
        next_error = bisect_left(self.error_lines, first)
        return next_error < len(self.error_lines) and self.error_lines[next_error] <= last


def read(path: str, data: bytes) -> Document:
    """Read the bytes of a file; what is wrong is in ``problems`` of the result, nothing is raised."""
    if len(data) > MAX_BYTES:
        return _refused(path, "fichier trop gros (plus de 2 Mo).", "Découpez-le, ou retirez ce qui n’est pas du texte.")
    for signature, name in _KINDS_OF_FILE:
        if data.startswith(signature):
            return _refused(path, f"ce fichier n’est pas du YAML : c’est {name}.", "Enregistrez-le en texte, en UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error.start)
    return _compose(path, _with_plain_breaks(text))


def _with_plain_breaks(text: str) -> str:
    """Return the text with one sort of line break, as every count of lines here expects."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pasted in ("\x85", "\u2028", "\u2029"):
        text = text.replace(pasted, " ")
    return text


def _refused(path: str, message: str, remedy: str, line: int = 1, column: int = 1) -> Document:
    return Document(path, "", problems=[Problem(path, line, column, Severity.ERROR, message, remedy)])


def _not_utf8(path: str, data: bytes, start: int) -> Document:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        remedy = "Dans l’éditeur : « Enregistrer sous », encodage « UTF-8 »."
        return _refused(path, "ce fichier est en UTF-16 (l’« Unicode » du Bloc-notes), pas en UTF-8.", remedy)
    before = data[:start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    message = f"octet 0x{data[start]:02X} : ce fichier n’est pas en UTF-8."
    remedy = "Dans l’éditeur : « Enregistrer sous », encodage « UTF-8 »."
    return _refused(path, message, remedy, before.count(b"\n") + 1, column)


def _compose(path: str, text: str) -> Document:
    """Compose the tree. A trap that has one reading is repaired, so that the next problems are found as well."""
    document = Document(path, text)
    repairs = max(1, min(20, 1_000_000 // (len(text) + 1)))
    while True:
        try:
            refusal = _refusal(document.text)
            if refusal is None:
                document.root = yaml.compose(document.text, Loader=_TextLoader)
        except (yaml.YAMLError, RecursionError) as error:
            refusal = traps.diagnose(document.text, error)
        if refusal is None:
            break
        document.problems.append(refusal.problem(path))
        if refusal.repaired is None or refusal.repaired == document.text or repairs == 0:
            return document
        document.text = refusal.repaired
        repairs -= 1
    if document.root is not None:
        document.value = _plain(document.root, _reporter(document))
    document.problems.extend(fault.problem(path) for fault in traps.cut_by_comments(document.text, document.root))
    document.error_lines = sorted(found.line for found in document.problems if found.severity is Severity.ERROR)
    return document


def _refusal(text: str) -> traps.Fault | None:
    """Return why a file cannot be composed safely: it has anchors, aliases, or is nested too deep."""
    anchored = ("&" in text or "*" in text) and _MAY_HOLD_ANCHOR.search(text)
    if not anchored and text.count("[") + text.count("{") < _MAX_BRACKETS and not _MAY_BE_DEEP.search("\n" + text):
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_TextLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        mark: Any = event.start_mark
        if getattr(event, "anchor", None) is not None:
            return traps.anchored(text, mark)
        if depth > MAX_DEPTH:
            return traps.too_deep(mark)
    return None


Report = Callable[[yaml.Node, str, str], None]


def _reporter(document: Document) -> Report:
    def report(node: yaml.Node, message: str, remedy: str) -> None:
        mark = node.start_mark
        if len(document.problems) < MOST_IN_A_FILE:
            place = (document.path, mark.line + 1, mark.column + 1)
            document.problems.append(Problem(*place, Severity.ERROR, message, remedy))

    return report


def _plain(node: yaml.Node, report: Report) -> Any:  # noqa: ANN401 - YAML holds anything
    if node.tag is not None:
        typed = node.tag.replace("tag:yaml.org,2002:", "!!")
        report(node, f"« {typed} » : un point d’exclamation en début de valeur est lu comme une consigne.", traps.QUOTE)
    if isinstance(node, yaml.ScalarNode):
        return node.value or node.tag or ("" if node.style else None)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, report) for item in node.value]
    values: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            report(key, "une clé doit être un mot.", "Écrivez « clé: valeur ».")
        elif key.value in values:
            report(key, f"clé « {key.value} » donnée deux fois.", "Gardez-en une seule.")
        else:
            if key.value != key.value.strip():
                report(key, traps.PASTED_SPACE, traps.PLAIN_SPACES)
            values[key.value.strip()] = _plain(value, report)
    return values

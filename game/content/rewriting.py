"""Change some keys of an entry in its file, and leave every other character as its author typed it.

Comments, order, quotes and blank lines stay, because only the lines of the keys that change are replaced.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from game.content.writing import Values, as_yaml
from game.content.yamlnodes import Document

_BOM = b"\xef\xbb\xbf"


def changes(before: Values, after: Values) -> Values:
    """Return the keys whose values differ; ``None`` for those that are no longer there."""
    gone = dict.fromkeys(key for key in before if key not in after)
    return {**gone, **{key: value for key, value in after.items() if before.get(key) != value}}


def rewritten(data: bytes, document: Document, entries: Sequence[tuple[yaml.Node, Values, Values]]) -> bytes:
    """Return the bytes of a file in which entries have changed.

    Args:
        data: The file as it is.
        document: What was read from these bytes.
        entries: For each entry, its node, the values of `changes`, and all its values with them, keys in order.
    """
    lines = document.text.split("\n")
    for node, changed, whole in sorted(entries, key=lambda entry: entry[0].start_mark.line, reverse=True):
        if changed:
            _rewrite(lines, node, changed, whole)
    text = "\n".join(lines)
    ends = "\r\n" if b"\r\n" in data else "\n"
    return (_BOM if data.startswith(_BOM) else b"") + text.replace("\n", ends).encode()


def _rewrite(lines: list[str], node: yaml.Node, changed: Values, whole: Values) -> None:
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
    first = str(pairs[0][0].value)
    if getattr(node, "flow_style", False) or changed.get(first, "") is None:
        _replace_whole(lines, node, whole)
        return
    indent = node.start_mark.column
    spans = {str(key.value).strip(): (key.start_mark.line, _last_line(lines, key, value)) for key, value in pairs}
    for start, end, key in reversed(_places(changed, spans, list(whole))):
        value = changed[key]
        new = [] if value is None else as_yaml({key: value}, indent).split("\n")[:-1]
        if new and key in spans:
            new[0] = lines[start][:indent] + new[0][indent:] + _comment(lines[start:end], dict(_named(pairs))[key])
        lines[start:end] = new


def _named(pairs: list[tuple[yaml.Node, yaml.Node]]) -> list[tuple[str, yaml.Node]]:
    return [(str(key.value).strip(), value) for key, value in pairs]


def _places(changed: Values, spans: Mapping[str, tuple[int, int]], order: list[str]) -> list[tuple[int, int, str]]:
    """Return the lines to replace, from the top: (first, after the last, key); nothing to replace for a new key."""
    found = []
    for rank, key in enumerate([*order, *(key for key in changed if key not in order)]):
        if key not in changed:
            continue
        if key in spans:
            start, last = spans[key]
            found.append((start, last + 1, rank, key))
        else:
            before = next((spans[other] for other in reversed(order[:rank]) if other in spans), None)
            after = before[1] + 1 if before else min(start for start, _ in spans.values())
            found.append((after, after, rank, key))
    return [(start, end, key) for start, end, _, key in sorted(found, key=lambda place: (place[0], place[1], place[2]))]


def _last_line(lines: list[str], key: yaml.Node, value: yaml.Node) -> int:
    """Return the last line of a value; comments and blank lines after it are not its own."""
    if isinstance(value, yaml.CollectionNode) and not value.flow_style and value.value:
        last: Any = value.value[-1]
        return _last_line(lines, *(last if isinstance(last, tuple) else (key, last)))
    mark = value.end_mark
    end = int(mark.line) - (mark.column == 0 and mark.line > value.start_mark.line)
    is_block = isinstance(value, yaml.ScalarNode) and value.style in ("|", ">")
    while is_block and end > value.start_mark.line and not _in_block(lines, end, key.start_mark.column):
        end -= 1
    return min(end, len(lines) - 1)


def _in_block(lines: list[str], number: int, column: int) -> bool:
    """Say whether a line is text of a block whose key stands at a column: further in, and not blank."""
    line = lines[number] if number < len(lines) else ""
    return bool(line.strip()) and len(line) - len(line.lstrip(" ")) > column


def _comment(lines: list[str], value: yaml.Node) -> str:
    """Return the comment that stands after a value on its last line, with the spaces before it."""
    if isinstance(value, yaml.ScalarNode) and value.style not in ("|", ">"):
        rest = lines[-1][value.end_mark.column :]
        return rest.rstrip() if rest.lstrip().startswith("#") else ""
    return ""


def _replace_whole(lines: list[str], node: yaml.Node, whole: Values) -> None:
    """Write an entry again from its first key: what stands between braces, or begins with a key that goes."""
    start, column = node.start_mark.line, node.start_mark.column
    if getattr(node, "flow_style", False):
        end, rest = node.end_mark.line, lines[node.end_mark.line][node.end_mark.column :].strip()
    else:
        key, value = node.value[-1]
        end, rest = _last_line(lines, key, value), ""
    new = as_yaml(whole, column).split("\n")[:-1]
    new[0] = lines[start][:column] + new[0][column:]
    if rest.startswith("#"):
        new.insert(0, " " * (column - 2 if column else 0) + rest)
    lines[start : end + 1] = new

"""Where a value stands in its file, found again only when there is something to say about it."""

from dataclasses import dataclass

import yaml

from game.content.yamlnodes import Document


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column counted from 1, and the node that stands there."""

    line: int
    column: int
    node: yaml.Node


def value_at(document: Document, node: yaml.Node, steps: tuple[int | str, ...]) -> Place:
    """Return the place of a value, from an entry's node and the keys and indices that lead to it."""
    found = _descend(node, steps)
    if isinstance(found, yaml.ScalarNode) and found.style in ("|", ">"):
        return _first_line_of_block(document, found)
    return Place(found.start_mark.line + 1, found.start_mark.column + 1, found)


def key_at(node: yaml.Node, steps: tuple[int | str, ...]) -> Place:
    """Return the place of the key which is the last step."""
    parent = _descend(node, steps[:-1])
    found = next((key for key, _ in _pairs(parent) if key.value == steps[-1]), parent)
    return Place(found.start_mark.line + 1, found.start_mark.column + 1, found)


def _descend(node: yaml.Node, steps: tuple[int | str, ...]) -> yaml.Node:
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif step == "minutes" and _pairs(node) and "minutes" not in {key.value for key, _ in _pairs(node)}:
            node = _pairs(node)[0][1]  # the minutes of an act are the value of its first key
        else:
            node = next((value for key, value in _pairs(node) if key.value == step), node)
    return node


def _pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _first_line_of_block(document: Document, node: yaml.Node) -> Place:
    """Return where the text of a ``|`` block starts, rather than its sign."""
    lines = document.text.split("\n")
    for number in range(node.start_mark.line + 1, len(lines)):
        if lines[number].strip():
            return Place(number + 1, len(lines[number]) - len(lines[number].lstrip()) + 1, node)
    return Place(node.start_mark.line + 1, node.start_mark.column + 1, node)

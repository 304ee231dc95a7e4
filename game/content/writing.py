"""Content as YAML that a person could have typed: block style, one idea a line, nothing that a default says already."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

import yaml

from game.content.cards import Card, Choice, Consent, Kind, Translation

Values = dict[str, Any]
"""French keys, and what is written after them: texts, whole numbers, lists, mappings."""

SLUG_WORDS = 6
"""How many words of a title make its id."""
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Windows writes no file of these names, whatever follows their dot."""
_WIDE = 100_000
"""Lines are broken by their author, never by the machine."""
_SHORT_LIST = 96
_SLUG_LISTS = ("publics", "thematiques", "faits", "lexique")
_TEXT_TAG = "tag:yaml.org,2002:str"
_DAY_TAG = "tag:yaml.org,2002:timestamp"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ODD_BREAKS = set("\x85\u2028\u2029")
"""Written escaped: as they are, a reader takes them for the end of a line."""


def slug(title: str) -> str:
    """Return an id made from the first words of a title: « L’erreur du lundi » gives « l-erreur-du-lundi ».

    Empty when there is no letter nor digit that an id can hold. It can always be the name of a file.
    """
    spelled = title.lower().replace("œ", "oe").replace("æ", "ae").replace("’", " ")
    plain = unicodedata.normalize("NFD", spelled).encode("ascii", "ignore").decode()
    found = "-".join(re.findall(r"[a-z0-9]+", plain)[:SLUG_WORDS])
    return f"{found}-1" if _RESERVED.fullmatch(found) else found


def card_values(card: Card) -> Values:
    """Return a card as its author would write it: keys in the order of the model, those that a default says left out.

    ``Card.model_validate`` of what is read from it gives an equal card.
    """
    values: Values = {}
    for name, field in Card.model_fields.items():
        value = getattr(card, name)
        said_anyway = name == "origin" and card.kind is Kind.TESTIMONY
        if value != field.get_default(call_default_factory=True) or said_anyway:
            values[field.alias or name] = _written(value)
    return values


def _written(value: Any) -> Any:  # noqa: ANN401 - a field of a card may hold anything
    if isinstance(value, Choice):
        return {"juste": value.text} if value.right else value.text
    if isinstance(value, Consent | Translation):
        fields = type(value).model_fields
        pairs = ((name, getattr(value, name)) for name in fields)
        kept = ((name, held) for name, held in pairs if held != fields[name].get_default())
        return {fields[name].alias or name: _written(held) for name, held in kept}
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _written(held) for key, held in value.items()}
    return value


def as_yaml(values: Mapping[str, Any], indent: int = 0, comments: Mapping[str, str] | None = None) -> str:
    """Return keys and values as the lines of a YAML mapping, ending with a line break.

    Args:
        values: As ``card_values`` returns them.
        indent: How many spaces stand before every line.
        comments: For some keys, a sentence to write on the line above.
    """
    lines: list[str] = []
    for key, value in values.items():
        if comments and key in comments:
            lines.append(f"# {comments[key]}")
        shown = _laid_out(key, value)
        text = yaml.dump({key: shown}, Dumper=_Author, allow_unicode=True, width=_WIDE, sort_keys=False)
        lines.extend(text.removesuffix("\n").split("\n"))
    return "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in lines)


def _laid_out(key: str, value: Any) -> Any:  # noqa: ANN401 - YAML holds anything
    """Choose how a value is laid out: text of several lines as a block, a short list of ids on its line."""
    if isinstance(value, str):
        return _Block(value + "\n") if "\n" in value else value
    if isinstance(value, Mapping):
        return {name: _laid_out(name, held) for name, held in value.items()}
    if isinstance(value, list):
        is_short = key in _SLUG_LISTS and sum(len(str(item)) + 2 for item in value) < _SHORT_LIST
        return (_OnOneLine if is_short else list)(_laid_out("", item) for item in value)
    return value


class _Block(str):
    """A text of several lines, written after ``|``."""

    __slots__ = ()


class _OnOneLine(list[Any]):
    """A list written between brackets."""


class _Author(yaml.SafeDumper):
    """Writes as people do: items two spaces in, and no anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Put the items of a list two spaces after their key."""
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - the signature is PyYAML's
        """Write the same list twice rather than an anchor, which the format refuses."""
        return True


def _block(dumper: yaml.SafeDumper, text: _Block) -> yaml.Node:
    style = '"' if _ODD_BREAKS & set(text) else "|"
    return dumper.represent_scalar(_TEXT_TAG, str(text), style=style)


def _on_one_line(dumper: yaml.SafeDumper, items: _OnOneLine) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    tag = _DAY_TAG if _DAY.fullmatch(text) else _TEXT_TAG  # with the tag of days, no quotes are put around it
    return dumper.represent_scalar(tag, text, style='"' if _ODD_BREAKS & set(text) else None)


_Author.add_representer(str, _text)
_Author.add_representer(_Block, _block)
_Author.add_representer(_OnOneLine, _on_one_line)

"""JSON Schemas of the files that staff write, for editors that complete and underline while one types.

Made from the models, so that they never say something else; the words come from `game.content.keys`. JSON Schema
draft 7, which editors know best (https://json-schema.org/draft-07). What a schema cannot tell (ids that are nowhere,
two right answers) stays with ``permis verifier``.
"""

import json
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from game.content.aids import Aid
from game.content.boards import BoardFile
from game.content.cards import Card, Fact, TeamPreset, Term, Theme
from game.content.formats import POLL_QUESTIONS, ActKind, Format
from game.content.keys import WORDS
from game.content.record_columns import RecordColumn
from game.content.typography import french

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_OPEN_TEXT = ["string", "number"]
"""``titre: 115`` is a text for the game: what looks like a number is one only where a number is expected."""


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A schema: what its entries are, its title, and the files of the content that it is for."""

    model: type[BaseModel]
    title: str
    places: tuple[str, ...]


SCHEMAS = {
    "carte.schema.json": SchemaFile(Card, "Une carte, ou une liste de cartes", ("cards/**/*.yaml", "cards/**/*.yml")),
    "plateau.schema.json": SchemaFile(BoardFile, "Un plateau", ("boards/**/*.yaml", "boards/**/*.yml")),
    "format.schema.json": SchemaFile(Format, "Un format de séance", ("formats/**/*.yaml", "formats/**/*.yml")),
    "themes.schema.json": SchemaFile(Theme, "Les thèmes", ("themes.yaml",)),
    "equipes.schema.json": SchemaFile(TeamPreset, "Les équipes toutes prêtes", ("equipes.yaml",)),
    "aide.schema.json": SchemaFile(Aid, "À qui demander de l’aide", ("aide.yaml",)),
    "colonnes.schema.json": SchemaFile(RecordColumn, "Les colonnes des bilans", ("bilans.yaml",)),
    "faits.schema.json": SchemaFile(Fact, "Les faits et leurs sources", ("facts.yaml",)),
    "glossaire.schema.json": SchemaFile(Term, "Le glossaire", ("glossary.yaml",)),
}


def schema_of(name: str) -> Schema:
    """Return one of the schemas, by the name of its file; a file holds one entry, or a list of them."""
    file = SCHEMAS[name]
    whole = file.model.model_json_schema(by_alias=True)
    definitions = whole.pop("$defs", {})
    enums = {key: found for key, found in definitions.items() if "enum" in found}
    kept = {key: found for key, found in definitions.items() if key not in enums}
    entry = file.model.__name__
    kept[entry] = whole
    words = {model.__name__: model for model in WORDS}
    for key, found in kept.items():
        _REWRITTEN.get(key, _as_it_is)(found)
        _in_french(found, words[key])
    return {
        "$schema": _DRAFT,
        "title": french(file.title),
        "if": {"type": "array"},
        "then": {"type": "array", "items": {"$ref": f"#/$defs/{entry}"}},
        "else": {"$ref": f"#/$defs/{entry}"},
        "$defs": {key: _cleaned(found, enums) for key, found in sorted(kept.items())},
    }


def as_file(name: str) -> bytes:
    """Return the bytes of the file of a schema."""
    return (json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n").encode()


def _in_french(entry: Schema, model: type[BaseModel]) -> None:
    """Put the words of its keys in the schema of an entry, in place of those of the code."""
    entry.pop("description", None)
    for key, value in entry["properties"].items():
        words = WORDS[model][key]
        value["description"] = words.text
        value["examples"] = list(words.examples)


def _cleaned(schema: Any, enums: dict[str, Schema]) -> Any:  # noqa: ANN401 - any part of a schema
    """Return a part of a schema as YAML is written: nothing is null, texts may look like numbers, enums in place."""
    if isinstance(schema, list):
        return [_cleaned(item, enums) for item in schema]
    if not isinstance(schema, dict):
        return schema
    reference = str(schema.get("$ref", "")).rpartition("/")[2]
    if reference in enums:
        rest = {key: value for key, value in schema.items() if key != "$ref"}
        return _cleaned({"type": "string", "enum": enums[reference]["enum"], **rest}, enums)
    if {"type": "null"} in schema.get("anyOf", ()):
        [only] = [option for option in schema["anyOf"] if option != {"type": "null"}]
        return _cleaned({**only, **{key: value for key, value in schema.items() if key != "anyOf"}}, enums)
    return _plain({key: _part(key, value, enums) for key, value in schema.items()})


def _part(key: str, value: Any, enums: dict[str, Schema]) -> Any:  # noqa: ANN401 - any part of a schema
    if key in ("properties", "patternProperties"):
        return {name: _cleaned(part, enums) for name, part in value.items()}
    return value if key in ("examples", "default", "enum", "const", "required") else _cleaned(value, enums)


def _plain(schema: Schema) -> Schema:
    """Return one level of a schema with the types of YAML, without the names of the code nor empty defaults."""
    if isinstance(schema.get("title"), str):
        del schema["title"]
    if schema.get("type") == "boolean":
        schema.update(type="string", enum=["oui", "non"])
        if "default" in schema:
            schema["default"] = "oui" if schema["default"] else "non"
    elif schema.pop("format", "") == "date":
        schema.update(type="string", pattern=r"^\d{4}-\d{2}-\d{2}$")
    elif schema.get("type") == "string" and not {"enum", "const"} & set(schema):
        schema["type"] = _OPEN_TEXT
    if "patternProperties" in schema:
        schema["additionalProperties"] = False
    if schema.get("default") in ("", [], None, {}) or isinstance(schema.get("default"), dict):
        schema.pop("default", None)
    return schema


def _as_it_is(_schema: Schema) -> None:
    """Leave a schema as the model makes it."""


def _card(schema: Schema) -> None:
    """Say what a card demands of itself, as ``Card`` checks it."""
    schema["allOf"] = [
        {"anyOf": [{"required": ["texte"]}, {"required": ["question"]}]},
        _when("type", {"const": "temoignage"}, "origine"),
        _when("type", {"const": "question"}, "explication"),
        _when("origine", {"const": "temoignage"}, "consentement"),
        _when("sensibilite", {"minimum": 1}, "avertissement"),
        _when("image", {}, "description"),
    ]
    schema["properties"]["choix"]["contains"] = {"type": "object"}


def _when(key: str, value: Schema, needed: str) -> Schema:
    """Return the rule « when a key is there with such a value, another one is needed »."""
    return {"if": {"required": [key], "properties": {key: value}}, "then": {"required": [needed]}}


def _choice(schema: Schema) -> None:
    """A choice is a sentence, or ``juste:`` and a sentence."""
    right = {
        "type": "object",
        "properties": {"juste": schema["properties"]["juste"]},
        "required": ["juste"],
        "additionalProperties": False,
    }
    properties = right["properties"]
    schema.clear()
    schema["anyOf"] = [{"type": "string", "minLength": 1}, right]
    schema["properties"] = properties  # where an editor looks for keys to propose, and where words are put


def _act(schema: Schema) -> None:
    """An act begins with its name, whose value is its minutes."""
    minutes = schema["properties"].pop("minutes")
    del schema["properties"]["kind"]
    schema["properties"] = {**{str(kind): dict(minutes) for kind in ActKind}, **schema["properties"]}
    schema["required"] = []
    schema["oneOf"] = [{"required": [str(kind)]} for kind in ActKind]


def _format(schema: Schema) -> None:
    """There is one game, and a closing; a poll has its number of questions."""
    acts = schema["properties"]["actes"]
    acts["allOf"] = [{"contains": {"required": [str(kind)]}} for kind in (ActKind.GAME, ActKind.CLOSING)]
    schema["properties"]["sondage"].update(minItems=POLL_QUESTIONS, maxItems=POLL_QUESTIONS)


def _square(schema: Schema) -> None:
    """A square has a theme, or a name, or is free; its id has a default."""
    schema["required"] = []
    free = {"required": ["libre"], "properties": {"libre": {"const": "oui"}}}
    schema["oneOf"] = [{"required": ["theme"]}, {"required": ["nom", "icone", "texte"]}, free]


def _effect(schema: Schema) -> None:
    """An effect is one key; ``non`` would do nothing."""
    schema.update(minProperties=1, maxProperties=1)
    for key in ("relancer", "oie"):
        schema["properties"][key] = {"const": "oui"}


def _aid(schema: Schema) -> None:
    """Somebody who helps has a number, or a place."""
    schema["anyOf"] = [{"required": ["telephone"]}, {"required": ["lieu"]}]


_REWRITTEN = {
    "Card": _card,
    "Choice": _choice,
    "Act": _act,
    "Format": _format,
    "BoardSquare": _square,
    "Effect": _effect,
    "Aid": _aid,
}

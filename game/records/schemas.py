"""The JSON Schemas of what the records are written as: for whoever reads them with a program."""

import json
from collections.abc import Callable
from typing import Any

from game.records import outcome, rollup

RECORD_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "bilan.schema.json": outcome.schema,
    "bilans.schema.json": rollup.schema,
}
"""By the name of the file: the record of one session, and what many say together."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_file(name: str) -> bytes:
    """Return the bytes of a schema."""
    schema = {"$schema": _DIALECT, **RECORD_SCHEMAS[name]()}
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()

"""The schemas of the records beside those of the content are the ones that the program makes."""

from pathlib import Path

import jsonschema
import pytest

from game.records.schemas import RECORD_SCHEMAS, schema_file

SCHEMAS = Path(__file__).resolve().parents[2] / "content" / "schemas"


@pytest.mark.parametrize("name", RECORD_SCHEMAS)
def test_the_schema_that_is_shipped_is_that_of_the_program(name: str) -> None:
    assert (SCHEMAS / name).read_bytes() == schema_file(name), "run: permis schemas"


@pytest.mark.parametrize("name", RECORD_SCHEMAS)
def test_every_key_is_explained_in_french(name: str) -> None:
    schema = RECORD_SCHEMAS[name]()
    jsonschema.Draft202012Validator.check_schema(schema)
    for entry in (schema, *schema["$defs"].values()):
        assert entry["description"].strip(), entry["title"]
        for key, value in entry["properties"].items():
            assert value.get("description", "").endswith((".", "…")), f"{entry['title']}.{key}"

"""`docs/donnees.md` says what is: the schema of envelopes, the commands, the times."""

import json
import re
from pathlib import Path

import pytest
import typer

from game.cli.main import app
from game.retention.inventory import MOST_MONTHS, USUAL_MONTHS
from game.sealed.keys import FEWEST_SIGNS, PRIVATE_NAME, PUBLIC_NAME, SHORTEST_PHRASE
from game.sealed.payload import BLOCK, schema

GUIDE = (Path(__file__).parents[2] / "docs" / "donnees.md").read_text(encoding="utf-8")

COMMANDS = {"cle", "creer", "installer", "montrer", "retirer", "presences", "dossiers", "donnees"} | {
    "exporter",
    "effacer",
    "purger",
}


def test_the_schema_of_the_guide_is_that_of_the_program() -> None:
    [written] = re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)

    assert json.loads(written) == schema()


def test_the_guide_names_the_files_and_the_numbers_of_the_program() -> None:
    for word in (PUBLIC_NAME, PRIVATE_NAME, f"{USUAL_MONTHS} mois", f"{MOST_MONTHS} au plus"):
        assert word in GUIDE
    assert f"au moins {SHORTEST_PHRASE} signes, dont {FEWEST_SIGNS} différents" in GUIDE
    assert f"{BLOCK:,}".replace(",", " ") in GUIDE.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    "line", sorted(set(re.findall(r"permis ((?:cle|presences|dossiers|donnees)\b[^`#\n]*)", GUIDE)))
)
def test_every_command_and_option_of_the_guide_exists(line: str) -> None:
    command = typer.main.get_command(app)
    words = line.split()
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    options = {name for param in command.params for name in param.opts}

    assert command.name in COMMANDS
    assert {word for word in words if word.startswith("--")} <= options

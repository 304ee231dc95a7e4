"""The schemas say what the game accepts, in French: editors complete and underline with them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest
import yaml

from game.content.entries import entries_of
from game.content.keys import WORDS
from game.content.schema import SCHEMAS, as_file, schema_of
from game.content.yamlnodes import read

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do (YAML 1.2, core schema): days and « oui » are texts."""


EditorLoader.yaml_implicit_resolvers = {}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])


def faults(name: str, text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(schema_of(name))
    return [fault.message for fault in validator.iter_errors(yaml.load(text, EditorLoader))]  # noqa: S506 - see above


def files_of(name: str) -> list[Path]:
    return sorted(path for place in SCHEMAS[name].places for path in CONTENT.glob(place))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_beside_the_content_is_the_one_that_the_program_makes(name: str) -> None:
    assert (CONTENT / "schemas" / name).read_bytes() == as_file(name), "run: permis schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_shipped_file_is_right_for_its_schema(name: str) -> None:
    files = files_of(name)
    assert files
    wrong = {str(path): found for path in files if (found := faults(name, path.read_text(encoding="utf-8")))}
    assert wrong == {}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_has_its_words_and_examples_in_french(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema_of(name))
    for entry, definition in schema_of(name)["$defs"].items():
        for key, value in definition["properties"].items():
            assert value.get("description", "").endswith((".", "?")), f"{entry}.{key}"
            assert value.get("examples"), f"{entry}.{key}"


def examples() -> Iterator[tuple[str, str, str, object]]:
    for name in SCHEMAS:
        for entry, definition in schema_of(name)["$defs"].items():
            for key, value in definition["properties"].items():
                yield from ((name, entry, key, example) for example in value["examples"])


@pytest.mark.parametrize(("name", "entry", "key", "example"), list(examples()))
def test_every_example_is_a_good_one(name: str, entry: str, key: str, example: object) -> None:
    schema = schema_of(name)
    one = {"$defs": schema["$defs"], **schema["$defs"][entry]["properties"][key]}
    if key != "cases":  # cut short: a board has twelve squares
        jsonschema.Draft7Validator(one).validate(example)


def test_the_themes_proposed_are_those_of_the_content() -> None:
    themes = yaml.safe_load((CONTENT / "themes.yaml").read_text(encoding="utf-8"))
    proposed = schema_of("carte.schema.json")["$defs"]["Card"]["properties"]["theme"]["examples"]
    assert set(proposed) == {theme["id"] for theme in themes}


def test_no_key_is_explained_that_does_not_exist() -> None:
    known = {entry: set(found["properties"]) for name in SCHEMAS for entry, found in schema_of(name)["$defs"].items()}
    assert {model.__name__: set(words) for model, words in WORDS.items()} == known


CARD = "id: une\ntype: defi\ntheme: emploi\ntexte: Dites bonjour.\n"
CONSENT = "consentement: {auteur: T-1, date: 2026-03-14, publics: [pilotes], jusqu-au: 2028-03-14}\n"
GOOD_CARDS = {
    "ten lines": CARD,
    "a number for a text": CARD + "ressource: 115\n",
    "a day": CARD + "origine: temoignage\n" + CONSENT,
    "a list of cards": f"- {CARD}".replace("\n", "\n  ").rstrip()
    + "\n- {id: deux, type: mot, theme: sante, texte: Un}\n",
    "choices": CARD + "choix: [Oui, {juste: Non}]\n",
}
BAD_CARDS = {
    "an unknown key": CARD + "tittre: Un\n",
    "an unknown kind": CARD.replace("defi", "conte"),
    "no theme": CARD.replace("theme: emploi\n", ""),
    "an id with capitals": CARD.replace("une", "Une Carte"),
    "an empty value": CARD + "titre:\n",
    "a list for a text": CARD + "titre: [Un]\n",
    "a text for a list": CARD + "relances: Qui aide ?\n",
    "minutes in words": CARD + "duree: cinq\n",
    "no minute": CARD + "duree: 0\n",
    "an unknown audience": CARD + "publics: [pilote]\n",
    "no audience": CARD + "publics: []\n",
    "neither text nor question": CARD.replace("texte: Dites bonjour.\n", ""),
    "a sensitivity too high": CARD + "sensibilite: 3\navertissement: Un.\n",
    "a sensitive card without its warning": CARD + "sensibilite: 1\n",
    "a testimony that does not say where it comes from": CARD.replace("defi", "temoignage"),
    "a testimony without consent": CARD + "origine: temoignage\n",
    "a name for a code": CARD + CONSENT.replace("T-1", "Farid"),
    "a day in words": CARD + CONSENT.replace("2026-03-14", "14 mars"),
    "a consent without end": CARD + CONSENT.replace(", jusqu-au: 2028-03-14", ""),
    "yes in English": CARD + CONSENT.replace("}", ", retire: true}"),
    "a question without explanation": CARD.replace("defi", "question"),
    "a picture without description": CARD + "image: images/quai.png\n",
    "choices without a right one": CARD + "choix: [Oui, Non]\n",
    "a choice with another key": CARD + "choix: [Oui, {faux: Non}]\n",
    "too many choices": CARD + "choix: [A, B, C, D, E, F, {juste: G}]\n",
    "a language with a long name": CARD + "traductions: {anglais: {texte: One}}\n",
    "a sentence for a translation": CARD + "traductions: {en: One}\n",
}
GOOD_BOARD = "id: b\ntitre: B\ncases:\n" + "  - theme: emploi\n" * 12
GOOD_FORMAT = (
    "id: f\ntitre: F\nmode: pilotes\nplateau: b\npublics: [pilotes]\nactes: [{accueil: 5}, {jeu: 9}, {cloture: 5}]\n"
)
GOOD_AID = "nom: Un lieu\nlieu: Ici\npour: Parler\nquand: Toujours\nsource: La maison\nannee: 2026\n"
BAD_OTHERS = {
    "a board of one square": ("plateau", "id: b\ntitre: B\ncases: [{theme: emploi}]\n"),
    "a square with two sorts": ("plateau", GOOD_BOARD.replace("theme: emploi", "{theme: emploi, libre: oui}", 1)),
    "a special square without icon": ("plateau", GOOD_BOARD.replace("theme: emploi", "{nom: Un, texte: Deux}", 1)),
    "two effects": ("plateau", GOOD_BOARD + "    effet: {avancer: 1, reculer: 1}\n"),
    "an effect that does nothing": ("plateau", GOOD_BOARD + "    effet: {relancer: non}\n"),
    "four dice": ("plateau", GOOD_BOARD + "de: 4\n"),
    "an unknown rule": ("plateau", GOOD_BOARD + "regles: {rencontres: partager}\n"),
    "a session without game": ("format", GOOD_FORMAT.replace("{jeu: 9}, ", "")),
    "a session without closing": ("format", GOOD_FORMAT.replace(", {cloture: 5}", "")),
    "an act with two names": ("format", GOOD_FORMAT.replace("{accueil: 5}", "{accueil: 5, meteo: 5}")),
    "a poll of one question": ("format", GOOD_FORMAT + "sondage: [{question: Q, reponses: [A, B, C]}]\n"),
    "a colour in words": ("themes", "{id: a, titre: A, icone: i, couleur: bleu, pilier: job}"),
    "a team without icon": ("equipes", "- {nom: Les Hérons}\n"),
    "an aid that cannot be reached": ("aide", GOOD_AID.replace("lieu: Ici\n", "")),
    "a fact without source": ("faits", "{id: a, theme: b, fact: C, as_of: 2024, confidence: high, scope: france}"),
    "a term without definition": ("glossaire", "{term: SPIP, source_url: https://justice.fr}"),
}


@pytest.mark.parametrize("case", GOOD_CARDS)
def test_a_good_card_is_good_for_the_schema_and_for_the_game(case: str) -> None:
    assert faults("carte.schema.json", GOOD_CARDS[case]) == []
    found = entries_of(read("x.yaml", GOOD_CARDS[case].encode()), SCHEMAS["carte.schema.json"].model)
    assert found.problems == []


@pytest.mark.parametrize("case", BAD_CARDS)
def test_a_bad_card_is_bad_for_the_schema_and_for_the_game(case: str) -> None:
    assert faults("carte.schema.json", BAD_CARDS[case])
    found = entries_of(read("x.yaml", BAD_CARDS[case].encode()), SCHEMAS["carte.schema.json"].model)
    assert found.problems


@pytest.mark.parametrize(("name", "text"), [("plateau", GOOD_BOARD), ("format", GOOD_FORMAT), ("aide", GOOD_AID)])
def test_what_the_bad_examples_are_made_from_is_good(name: str, text: str) -> None:
    assert faults(f"{name}.schema.json", text) == []


@pytest.mark.parametrize("case", BAD_OTHERS)
def test_a_bad_file_is_bad_for_its_schema_and_for_the_game(case: str) -> None:
    name, text = BAD_OTHERS[case]
    file = f"{name}.schema.json"
    assert faults(file, text)
    found = entries_of(read("x.yaml", text.encode()), SCHEMAS[file].model)
    assert found.problems


def test_the_editor_knows_which_schema_is_for_which_file() -> None:
    settings: dict[str, Any] = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    told = settings["yaml.schemas"]
    for name, file in SCHEMAS.items():
        assert told[f"./content/schemas/{name}"] == [f"content/{place}" for place in file.places]
    for path in CONTENT.rglob("*.yaml"):
        inside = PurePosixPath(path.relative_to(ROOT).as_posix())
        matching = [one for one, places in told.items() if any(matches(inside, place) for place in places)]
        assert len(matching) == 1, f"{inside}: {matching}"


def matches(path: PurePosixPath, pattern: str) -> bool:
    """Tell whether a path is one of those of a pattern, where ``**`` is any folders, or none."""
    return re.fullmatch(re.escape(pattern).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*"), str(path)) is not None


def test_the_card_of_the_guide_is_a_good_one() -> None:
    guide = (ROOT / "docs/ecrire-des-cartes.md").read_text(encoding="utf-8")
    [card] = [block for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if block.startswith("id:")]
    assert faults("carte.schema.json", card) == []
    assert entries_of(read("x.yaml", card.encode()), SCHEMAS["carte.schema.json"].model).problems == []


def test_the_editor_proposes_the_extension_that_reads_schemas() -> None:
    told = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in told["recommendations"]

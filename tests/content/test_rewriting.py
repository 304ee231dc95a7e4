"""Some keys of a card change in its file, and every other character stays as its author typed it."""

from pathlib import Path

import pytest

from game.content.cards import Card
from game.content.entries import entries_of
from game.content.rewriting import changes, rewritten
from game.content.writing import card_values, slug
from game.content.yamlnodes import read

SHIPPED = Path(__file__).resolve().parents[2] / "content" / "cards"
HEAD = "id: une\ntype: defi\ntheme: emploi\n"
LAYOUTS = {
    "a block before a comment": HEAD + "texte: |\n  Un.\n\n  # deux\n\n# fin\nduree: 4\n",
    "a folded text": HEAD + "texte: >\n  Un\n  deux.\nduree: 4 # minutes\n",
    "a text on several lines": HEAD + "texte: Un\n  deux\n  trois.\nduree: 4\n",
    "a quoted text on several lines": HEAD + 'texte: "Un\n  deux."  # dit par Farid\nduree: 4\n',
    "items under their key": HEAD + "texte: Un.\nrelances:\n- Qui ?\n# entre les deux\n- Quoi ?\n\nduree: 4\n",
    "a list on several lines": HEAD + "texte: Un.\nrelances: [Qui ?,\n  Quoi ?]\nduree: 4\n",
    "no line break at the end": HEAD + "texte: |\n  Un.\n  Deux.",
    "a block that keeps its blank lines": HEAD + "texte: |+\n  Un.\n\n\nduree: 4\n",
    "quoted keys": '"id": une\n"type": defi\ntheme : emploi\ntexte: Un.\n"duree": 4\n',
    "a card in a list": "- type: defi\n  id: une\n  theme: emploi\n  texte: |\n    Un.\n  duree: 4\n\n- {id: deux}\n",
    "a card between braces": "- {id: une, type: defi, theme: emploi,\n   texte: Un.} # ici\n- {id: deux}\n",
    "a key that goes first": "- titre: Un titre\n  id: une\n  type: defi\n  theme: emploi\n  texte: Un.\n",
}
CHANGES: dict[str, dict[str, object]] = {
    "text": {"texte": "Trois.\nQuatre : cinq."},
    "prompts": {"relances": ["Où ?", "Quand ?"]},
    "no prompts nor minutes": {"relances": None, "duree": None, "titre": None},
    "new keys": {"ressource": "115", "publics": ["pilotes"], "titre": "Un autre"},
    "everything": {"titre": "T", "texte": "Un #2", "relances": ["- Un"], "duree": 9, "lexique": ["SPIP"]},
}


def change(data: bytes, wanted: dict[str, object], name: str = "une") -> tuple[str, Card, Card]:
    """Change a card in a file: the file afterwards, the card that is wanted, the card that is read from the file."""
    document = read("x.yaml", data)
    entry = next(entry for entry in entries_of(document, Card).good if entry.model.id == name)
    before = card_values(entry.model)
    said = {key: value for key, value in {**before, **wanted}.items() if value is not None}
    expected = Card.model_validate(said)
    after = card_values(expected)
    text = rewritten(data, document, [(entry.node, changes(before, after), after)])
    again = next(one.model for one in entries_of(read("x.yaml", text), Card).good if one.model.id == name)
    return text.decode(), expected, again


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("wanted", CHANGES)
def test_a_card_is_changed_whatever_its_layout(layout: str, wanted: str) -> None:
    text, expected, again = change(LAYOUTS[layout].encode(), CHANGES[wanted])
    assert again == expected, text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_to_change_leaves_every_byte(layout: str) -> None:
    text, _, _ = change(LAYOUTS[layout].encode(), {})
    assert text == LAYOUTS[layout]


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if "braces" not in name])
def test_the_lines_of_other_keys_stay_with_their_comments(layout: str) -> None:
    text, _, _ = change(LAYOUTS[layout].encode(), {"texte": "Autre chose."})
    kept = [line for line in LAYOUTS[layout].splitlines() if "#" in line and "deux" not in line]
    kept += [
        line for line in LAYOUTS[layout].splitlines() if line.lstrip('- "').startswith(("id", "type", "theme", "duree"))
    ]
    assert [line for line in kept if line not in text] == []


def test_a_comment_after_a_value_stays_when_the_value_changes() -> None:
    text, _, _ = change((HEAD + "texte: Un.   # dit par une pilote\n").encode(), {"texte": "Deux."})
    assert text == HEAD + "texte: Deux.   # dit par une pilote\n"


def test_every_key_of_the_shipped_cards_can_be_changed_alone() -> None:
    other: dict[str, object] = {
        "titre": "Un autre",
        "texte": "Un.\nDeux.",
        "relances": ["Un ?"],
        "duree": 9,
        "question": "Où ?",
    }
    for file in sorted(SHIPPED.rglob("*.yaml"))[::5]:
        data = file.read_bytes()
        [entry] = entries_of(read("x.yaml", data), Card).good
        for key, value in other.items():
            text, expected, again = change(data, {key: value}, entry.model.id)
            assert again == expected, text
            lines = data.decode().splitlines()
            lost = [line for line in lines if line not in text.splitlines()]
            found = {line.split(":")[0] for line in lost if not line.startswith(" ")}
            assert found <= {key}, f"{file.name}: {found} changed with {key}"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("L’erreur du lundi", "l-erreur-du-lundi"),
        ("Un cœur à l'œuvre !", "un-coeur-a-l-oeuvre"),
        ("Con", "con-1"),
        ("?!", ""),
        ("Un deux trois quatre cinq six sept", "un-deux-trois-quatre-cinq-six"),
    ],
)
def test_an_id_is_made_from_a_title(title: str, name: str) -> None:
    assert slug(title) == name

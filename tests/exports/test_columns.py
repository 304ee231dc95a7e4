"""Staff choose the columns in one file; what is wrong in it is told where it stands."""

from pathlib import Path
from typing import get_args

import pytest
from held import COLUMNS, CONTENT, golden, tables

from game.content.load import load
from game.content.packs import read_packs
from game.content.record_columns import FILE, Key, read_columns
from game.exports.tables import CELLS, KINDS

GOOD = "- cle: seance-date\n  titre: Jour\n  explication: Le jour.\n"


def told(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    return [str(problem).splitlines()[0].replace("\u00a0", " ") for problem in read_columns(tmp_path)[1]]


def test_the_shipped_file_has_each_thing_that_can_be_told_once() -> None:
    assert sorted(column.key for column in COLUMNS) == sorted(get_args(Key))
    assert read_columns(CONTENT)[1] == ()


def test_each_column_has_something_to_say() -> None:
    assert set(CELLS) == {key for key in get_args(Key) if not key.startswith("groupe-")}


def test_the_file_says_the_title_the_order_and_what_is_left_out(tmp_path: Path) -> None:
    lieu = "- cle: seance-lieu\n  titre: Site\n  explication: Où.\n"
    note = "- cle: seance-note\n  titre: Note\n  explication: Non.\n  garder: non\n"
    assert told(tmp_path, lieu + note + GOOD) == []
    table = tables(golden("sent"), columns=read_columns(tmp_path)[0])["seances"]
    assert [column.title for column in table.columns] == ["Site", "Jour"]
    assert table.rows[0][0] == "Ripaillon"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD.replace("seance-date", "seance-dat"), ":1:8  erreur  valeur inconnue « seance-dat »"),
        (GOOD.replace("titre", "titer"), ":2:3  erreur  clé inconnue « titer »"),
        (GOOD + GOOD, ":4:8  erreur  « seance-date » est déjà plus haut."),
        (GOOD + GOOD.replace("-date", "-lieu"), ":5:10  erreur  « Jour » est déjà le titre d’une colonne"),
        (GOOD + "  garder: peut-être\n", ":4:11  erreur  « peut-être » n’est pas « oui » ou « non »."),
        (GOOD + "- [", "erreur"),
    ],
    ids=["unknown", "typo", "twice", "same title", "maybe", "not YAML"],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, text: str, expected: str) -> None:
    found = told(tmp_path, text)
    assert any(expected in line for line in found), found


def test_the_checker_of_the_content_reads_it_too(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(GOOD.replace("seance-date", "seance-dat"), encoding="utf-8")
    problems = [str(problem) for problem in load(tmp_path).problems]
    assert any(f"{FILE}:1:8" in line for line in problems), problems


def test_kinds_are_told_in_words() -> None:
    rows = tables(golden("sent"))["cartes"].rows
    assert {row[2] for row in rows} <= {str(title) for title in KINDS.values()}


def test_a_next_step_is_of_a_team_and_cards_of_all_sessions_together() -> None:
    both = tables(golden("sent"), golden("corrected"))
    assert [row[2:] for row in both["prochains-pas"].rows] == [
        ("Équipe A", "Sante", "appeler le centre de santé"),
    ] * 2
    ids = [row[0] for row in both["cartes"].rows]
    assert len(ids) == len(set(ids))
    assert {row[3] for row in both["cartes"].rows} == {2}


def test_a_pack_may_have_its_own_file_and_what_is_wrong_in_it_is_told(tmp_path: Path) -> None:
    pack = tmp_path / "mes-cartes"
    pack.mkdir()
    (pack / "paquet.yaml").write_text("titre: À nous\nauteurs: [Nous]\nlicence: CC0\nversion: 1\n", encoding="utf-8")
    (pack / FILE).write_bytes((CONTENT / FILE).read_bytes())
    [good] = read_packs(CONTENT, [pack])
    (pack / FILE).write_text(GOOD.replace("seance-date", "seance-dat"), encoding="utf-8")
    [wrong] = read_packs(CONTENT, [pack])
    assert good.problems == ()
    assert any(f"{FILE}:1:8" in str(problem) for problem in wrong.problems)

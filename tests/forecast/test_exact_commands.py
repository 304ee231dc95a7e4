"""The commands about boards: what they print, what another program reads, what they say about a bad board."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from game.cli import main as cli

Permis = Callable[..., tuple[int, str, str]]
HEAD = "id: essai\ntitre: Essai\n"
PLAIN = "cases:\n" + "  - libre: oui\n" * 12


@pytest.fixture
def permis(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Permis:
    """Run the command on a data folder of the test: its exit code, what it prints, what it complains about."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["--donnees", str(tmp_path), *arguments])
        out, err = capsys.readouterr()
        return code, out.replace("\u00a0", " ").replace("\u202f", " "), err.replace("\u00a0", " ")

    return run


def written(folder: Path, text: str) -> str:
    """Write a board, and return the path of its file."""
    file = folder / "essai.yaml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_an_exact_analysis_has_the_keys_that_the_help_documents(permis: Permis) -> None:
    code, out, err = permis("simuler", "permis", "--exact", "--json", "--equipes", "3")
    report = json.loads(out)

    assert (code, err) == (0, "")
    assert report["equipes"] == 3
    assert sum(report["tours"]["repartition"]) == pytest.approx(1, abs=1e-9)
    assert report["tours"]["quantiles"]["0.5"] > 5
    assert report["lancers"]["moyenne"] < report["tours"]["moyenne"]
    assert report["manches"]["premiere"] < report["tours"]["moyenne"] < report["manches"]["derniere"]
    assert report["cases"][-1] == {"case": 31, "id": "arrivee", "visites": pytest.approx(1)}
    assert set(report["themes"]) == {"emploi", "justice", "liens", "logement", "sante", "vie-quotidienne"}
    assert report["infini"] is None
    _, page, _ = permis("simuler", "--aide")
    for first, keys in report.items():
        assert first in page or first == "plateau"
        if first in {"tours", "lancers", "manches"}:
            assert [key for key in keys if f"{first}.{key}" not in page] == []


def test_fractions_are_written_as_such_and_are_the_floating_results(permis: Permis) -> None:
    floating = json.loads(permis("simuler", "oie-63", "--exact", "--json")[1])
    exact = json.loads(permis("simuler", "oie-63", "--exact", "--json", "--fractions")[1])
    assert "/" in exact["tours"]["moyenne"]
    for name in ("tours", "lancers"):
        assert float(Fraction(exact[name]["moyenne"])) == pytest.approx(floating[name]["moyenne"], abs=1e-9)
    for one, other in zip(exact["cases"], floating["cases"], strict=True):
        assert float(Fraction(one["visites"])) == pytest.approx(other["visites"], abs=1e-9)


def test_an_analysis_is_told_in_french(permis: Permis) -> None:
    code, out, _ = permis("simuler", "permis", "--exact")
    assert code == 0
    assert "Tours : 9,23 en moyenne, écart type 2,13." in out
    assert "première arrivée à la manche 7,14" in out
    assert "agissent les unes sur les autres" in out


def test_an_infinite_mean_is_told_and_why(permis: Permis, tmp_path: Path) -> None:
    file = written(tmp_path, f"{HEAD}de: 2\nfin: rester\n{PLAIN}")
    _, out, _ = permis("simuler", file, "--exact")
    assert "la moyenne est infinie" in out
    assert "la case 12" in out
    report = json.loads(permis("simuler", file, "--exact", "--json")[1])
    assert report["tours"]["moyenne"] is None
    assert report["infini"]["cases"] == [12]
    assert 0 < report["tours"]["reste"] < 1


def test_each_throw_from_each_square_is_told_with_where_it_rests(permis: Permis) -> None:
    throws = json.loads(permis("plateau", "permis", "--arrivees", "--json")[1])["lancers"]
    assert len(throws) == 31 * 6
    at_start = {tuple(throw["des"]): throw for throw in throws if throw["case"] == 0}
    assert at_start[6,] == {
        "case": 0,
        "des": [6],
        "chances": "1/6",
        "arrivee": 12,
        "arrets": [6, 12],
        "tours": 1,
        "cartes": ["logement"],
    }
    again = [throw for throw in throws if not throw["tours"]]
    assert {throw["arrivee"] for throw in again} == {22}


def test_the_first_throws_of_the_classic_game_are_in_the_table(permis: Permis) -> None:
    code, out, _ = permis("plateau", "oie-63", "--arrivees")
    start = next(line for line in out.splitlines() if line.split()[:1] == ["D"])
    assert code == 0
    assert "26/53" in start


def test_what_is_wrong_with_a_board_is_told_at_its_square_with_an_example(permis: Permis, tmp_path: Path) -> None:
    squares = PLAIN.split("\n")
    squares[3] = "  - {nom: A, icone: path, texte: Oh., effet: {aller: b}}"
    squares[7] = "  - {id: b, nom: B, icone: path, texte: Oh., effet: {reculer: 4}}"
    file = written(tmp_path, HEAD + "\n".join(squares))
    code, out, _ = permis("plateau", file)
    assert code == 1
    assert f"{file}:6:46  erreur  les effets s’enchaînent sans fin" in out
    assert "Exemple : depuis le départ, lancer 3." in out


def test_a_jump_to_a_square_that_is_not_there_stops_the_commands_with_its_place(permis: Permis, tmp_path: Path) -> None:
    squares = PLAIN.split("\n")
    squares[3] = "  - {nom: A, icone: path, texte: Oh., effet: {aller: zut}}"
    file = written(tmp_path, HEAD + "\n".join(squares))
    for command in (["simuler", file, "--exact"], ["plateau", file, "--arrivees"]):
        code, _, err = permis(*command)
        assert code == 1
        assert f"{file}:6:46  erreur" in err
        assert "zut" in err


def test_a_board_of_three_squares_and_an_unknown_board_are_told(permis: Permis, tmp_path: Path) -> None:
    file = written(tmp_path, f"{HEAD}cases:\n" + "  - libre: oui\n" * 3)
    code, _, err = permis("simuler", file, "--exact")
    assert code == 1
    assert "il en faut au moins 12" in err
    code, _, err = permis("plateau", "permi")
    assert code == 1
    assert "vouliez-vous dire « permis »" in err


def test_the_shipped_boards_are_proved_good(permis: Permis) -> None:
    for name in ("permis", "court", "oie-63", "exemple"):
        code, out, _ = permis("plateau", name)
        assert (code, "on atteint l’arrivée" in out) == (0, True)


def test_the_verification_of_the_content_includes_the_boards(permis: Permis, tmp_path: Path) -> None:
    root = tmp_path / "content"
    (root / "boards").mkdir(parents=True)
    (root / "boards" / "essai.yaml").write_text(f"{HEAD}de: 2\nfin: rester\n{PLAIN}", encoding="utf-8")
    code, out, _ = permis("verifier", str(root))
    assert code == 1
    assert "content/boards/essai.yaml:17:5  erreur  impasse : de la case 12" in out

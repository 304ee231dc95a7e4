"""Whoever names no folder writes in a pack of their own, outside the program, and plays, prints and checks it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from game.cli import main as cli
from game.content.drafts import Proposal, write_draft
from game.content.packs import read_packs
from game.places import content_folder

Permis = Callable[..., tuple[int, str]]
ANSWERS = ("defi", "emploi", "Le voisin", "", "Dites bonjour.", "", "", "", "", "", "", "")
OWN = "paquets/mes-cartes"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "donnees"


@pytest.fixture
def permis(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Permis:
    """Run the command in a folder that has nothing to do with cards."""
    (tmp_path / "ailleurs").mkdir()
    monkeypatch.chdir(tmp_path / "ailleurs")

    def run(*arguments: str, typed: tuple[str, ...] = ()) -> tuple[int, str]:
        answers = iter(typed)
        monkeypatch.setattr("builtins.input", lambda *_: next(answers))
        code = cli.main(["--donnees", str(data), *arguments])
        out, err = capsys.readouterr()
        return code, (out + err).replace("\u00a0", " ").replace("\u202f", " ")

    return run


@pytest.fixture
def written(permis: Permis) -> str:
    """What is said once a first card is written."""
    code, told = permis("carte", "nouvelle", typed=ANSWERS)
    assert code == 0, told
    return told


def test_a_first_card_makes_a_pack_that_can_be_played(data: Path, written: str) -> None:
    assert str(data / OWN / "cards/emploi/le-voisin.yaml") in written
    assert "« Cartes en jeu »" in written
    [pack] = read_packs(content_folder(), [data / OWN])
    assert pack.problems == ()
    assert pack.about is not None
    assert pack.about.title == "Mes cartes"
    assert set(pack.written.loaded.library.cards) == {"le-voisin"}


@pytest.mark.usefixtures("written")
def test_the_checker_looks_at_the_cards_of_their_author(permis: Permis, data: Path) -> None:
    file = data / OWN / "cards/emploi/le-voisin.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("theme: emploi", "theme: emplois"), encoding="utf-8")
    code, told = permis("verifier")
    assert code == 1
    assert "mes-cartes/cards/emploi/le-voisin.yaml:3:8" in told


@pytest.mark.usefixtures("written")
def test_a_card_of_the_game_keeps_its_name_for_itself(permis: Permis) -> None:
    taken = next((content_folder() / "cards").rglob("*.yaml")).stem.replace("-", " ")
    answers = ("defi", "emploi", taken, "", "un-autre", *ANSWERS[4:])
    _, told = permis("carte", "nouvelle", typed=answers)
    assert "existe déjà" in told


@pytest.mark.usefixtures("written")
def test_the_spreadsheet_goes_out_and_comes_back_to_the_same_pack(permis: Permis) -> None:
    assert "1 carte dans" in permis("cartes", "exporter", "--xlsx", "x.xlsx")[1]
    assert "1 sans changement" in permis("cartes", "importer", "x.xlsx")[1]


def test_without_a_card_the_spreadsheet_says_where_those_of_the_game_are(permis: Permis) -> None:
    code, told = permis("cartes", "exporter", "--xlsx", "x.xlsx")
    assert code == 1
    assert str(content_folder()) in told


def test_a_draft_that_is_accepted_is_a_card_of_the_pack(permis: Permis, data: Path) -> None:
    proposal = Proposal("defi", "emploi", "Dire merci", "Dites merci à quelqu’un.", date(2026, 11, 23))
    write_draft(data / "brouillons", proposal)
    code, told = permis("brouillons", "merci", "--accepter")
    assert code == 0, told
    assert (data / OWN / "cards/emploi/dire-merci.yaml").is_file()
    assert "« Mes cartes », version 1, 1 carte" in permis("paquet", "liste")[1]


def test_a_refused_draft_begins_no_pack(permis: Permis, data: Path) -> None:
    write_draft(data / "brouillons", Proposal("temoignage", "emploi", "Vu", "J’ai vu.", date(2026, 11, 23)))
    assert permis("brouillons", "vu", "--accepter")[0] == 1
    assert not (data / OWN).exists()


def test_a_folder_that_is_no_content_is_refused_before_any_question(permis: Permis, tmp_path: Path) -> None:
    code, told = permis("carte", "nouvelle", "--dossier", str(tmp_path))
    assert code == 1
    assert "ni un dossier de contenu (themes.yaml), ni un paquet (paquet.yaml)" in told


@pytest.mark.usefixtures("written")
def test_the_cards_of_the_pack_are_printed_by_its_name(permis: Permis) -> None:
    code, told = permis("imprimer", "cartes", "--contenu", "mes-cartes")
    assert code == 0, told
    assert Path("cartes.pdf").read_bytes().startswith(b"%PDF")

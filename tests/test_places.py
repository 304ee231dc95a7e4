import sys
from pathlib import Path

import pytest

from game import places


@pytest.fixture(autouse=True)
def _nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PERMIS_DONNEES", raising=False)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as an installed package; its launcher is in ``bin``."""
    package = tmp_path / "site-packages" / "game"
    monkeypatch.setattr(places, "_PACKAGE", package)
    (tmp_path / "bin").mkdir()
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "bin" / "permis")])
    return tmp_path


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program in a repository."""
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "game")
    return tmp_path


def test_a_checkout_reads_its_content_and_assets_in_place(checkout: Path) -> None:
    assert places.content_folder() == checkout / "content"
    assert places.assets_folder() == checkout / "assets"


def test_an_installed_program_reads_those_that_came_with_it(installed: Path) -> None:
    shipped = installed / "site-packages" / "game" / "_shipped"
    assert places.content_folder() == shipped / "content"
    assert places.assets_folder() == shipped / "assets"


def test_here_the_content_and_the_assets_are_really_there() -> None:
    assert (places.content_folder() / "themes.yaml").is_file()
    assert (places.assets_folder() / "icons").is_dir()


def test_the_option_comes_before_all(checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (checkout / "donnees").mkdir()
    monkeypatch.setenv("PERMIS_DONNEES", str(tmp_path / "env"))

    assert places.data_folder(tmp_path / "option") == tmp_path / "option"


def test_the_environment_comes_before_what_is_beside_the_program(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (checkout / "donnees").mkdir()
    monkeypatch.setenv("PERMIS_DONNEES", str(tmp_path / "env"))

    assert places.data_folder(None) == tmp_path / "env"


def test_a_relative_folder_is_that_of_the_present_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)

    assert places.data_folder(Path("ici")) == tmp_path / "ici"


def test_a_data_folder_beside_the_checkout_is_used(checkout: Path) -> None:
    (checkout / "donnees").mkdir()

    assert places.data_folder(None) == checkout / "donnees"


def test_a_data_folder_beside_the_launcher_is_used(installed: Path) -> None:
    (installed / "bin" / "donnees").mkdir()

    assert places.data_folder(None) == installed / "bin" / "donnees"


def test_a_data_folder_beside_a_packed_program_is_used(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (installed / "donnees").mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(installed / "permis.exe"))

    assert places.data_folder(None) == installed / "donnees"


def test_the_present_folder_is_not_taken_for_that_of_the_program(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (installed / "donnees").mkdir()
    monkeypatch.chdir(installed)
    monkeypatch.setattr(sys, "argv", ["-c"])

    assert places.data_folder(None) != installed / "donnees"


@pytest.mark.usefixtures("installed")
def test_otherwise_it_is_the_folder_that_the_system_gives_to_the_user() -> None:
    assert places.data_folder(None).name == "Permis de se reconstruire"


def test_sessions_are_in_a_folder_of_their_own(tmp_path: Path) -> None:
    assert places.sessions_folder(tmp_path) == tmp_path / "seances"


def test_an_author_who_names_no_folder_writes_among_the_packs_of_the_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    assert places.author_folder(tmp_path / "data") == tmp_path / "data" / "paquets" / "mes-cartes"


@pytest.mark.parametrize(("there", "found"), [("cards", "."), ("content/cards", "content")])
def test_an_author_who_stands_where_cards_are_writes_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: str, found: str
) -> None:
    (tmp_path / there).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    assert places.author_folder(tmp_path / "data") == tmp_path / found

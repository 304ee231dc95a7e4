from functools import cache
from pathlib import Path

import pytest
from pyrage import passphrase
from sealing import AT, PHRASE, Office, Permis, office, play

from game.cli import main as cli
from game.sealed.keys import make_pair
from game.session.clock import ManualClock

_decrypted = cache(passphrase.decrypt)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder, and a temporary folder of the system that the test can search."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    return tmp_path / "portable"


@pytest.fixture
def team(data: Path) -> Office:
    return office(data)


@pytest.fixture
def session(data: Path) -> Path:
    return play(data)


@pytest.fixture(autouse=True)
def opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work out a key of a phrase once for all tests: age makes it slow, on purpose. A wrong phrase stays slow."""
    monkeypatch.setattr(passphrase, "decrypt", _decrypted)


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pair that the program made: slow on purpose, so once for all tests."""
    folder = tmp_path_factory.mktemp("cles")
    make_pair(folder, PHRASE)
    return folder


@pytest.fixture
def permis(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Permis:
    """Run the command on the data folder on a day, with a passphrase typed where one is asked for."""
    for command in ("attendance", "dossiers", "stored"):
        monkeypatch.setattr(f"game.cli.{command}.SystemClock", lambda: ManualClock(AT))

    def run(*arguments: str, phrases: tuple[str, ...] = (PHRASE, PHRASE)) -> tuple[int, str, str]:
        typed = list(phrases)
        monkeypatch.setattr("getpass.getpass", lambda _: typed.pop(0))
        code = cli.main(["--donnees", str(data), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out.replace("\u00a0", " ").replace("\u202f", " "), err.replace("\u00a0", " ")

    return run

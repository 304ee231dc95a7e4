"""A whole session, and every name of a person typed on the way: none is in any file, and no sealed step is readable."""

from pathlib import Path

import pytest
from offline_driver import play as play_whole
from sealing import Permis, found_in, office

NAME, FACILITATOR, IN_THE_PLACE_OF_A_CODE = "Zwrkline Vqxmart", "Hqzbert Wxkopf", "Kxwvadim"
STEP = ("logement", "Changer de logement")


@pytest.fixture
def everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer whose every folder is in one place: home, cache, temporary files, the present folder."""
    for variable in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
        (tmp_path / variable.lower()).mkdir()
    (tmp_path / "ici").mkdir()
    monkeypatch.chdir(tmp_path / "ici")
    return tmp_path


def test_no_name_typed_and_no_sealed_word_is_left_in_any_file(permis: Permis, everything: Path, data: Path) -> None:
    session = next((play_whole(data.parent) / "seances").iterdir())
    session.parents[1].rename(data)
    team = office(data)
    session = data / "seances" / session.name
    paper = everything / "papiers"
    paper.mkdir()
    typed = [
        ("imprimer", "attestation", session.name, "--nom", NAME, "--vers", paper / "attestation.pdf"),
        ("imprimer", "emargement", session.name, "--animateur", FACILITATOR, "--vers", paper / "emargement.pdf"),
        ("presences", session.name, "--code", "ZQ-7731", "--statut", "excusé", "--pas", *_step(), "--accord"),
        ("bilan", session.name),
        ("donnees",),
    ]
    for command in typed:
        code, _, err = permis(*command)
        assert (code, err) == (0, ""), command
    assert permis("presences", session.name, "--code", IN_THE_PLACE_OF_A_CODE, "--statut", "present")[0] == 1

    for path in paper.iterdir():
        path.unlink()  # what the name was typed for: the paper itself, given to the person
    assert len(list((session / "enveloppes").iterdir())) == 2
    assert len(team.opened()) == 2
    words = [word for name in (NAME, FACILITATOR) for word in name.split()]
    hidden = (*words, IN_THE_PLACE_OF_A_CODE, "ZQ-7731", STEP[1])
    assert {word: found_in(word, everything) for word in hidden} == {word: [] for word in hidden}


def _step() -> tuple[str, str, str]:
    theme, label = STEP
    return theme, "--objectif", label

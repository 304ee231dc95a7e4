"""`permis cle`, `presences`, `dossiers`: what a facilitator and a copilote type, and what they are told."""

import getpass
import json
import os
import warnings
from pathlib import Path

import pytest
from sealing import PHRASE, Permis, found_in, play

from game.cli import main as cli
from game.sealed.keys import PRIVATE_NAME, PUBLIC_NAME


@pytest.fixture
def office(pair: Path, permis: Permis, session: Path) -> Path:
    """A laptop with the association’s key and one session; return the private key, which is elsewhere."""
    assert session.is_dir()
    assert permis("cle", "installer", str(pair / PUBLIC_NAME))[0] == 0
    return pair / PRIVATE_NAME


def test_a_pair_is_made_with_a_phrase_asked_twice_and_never_shown(permis: Permis, tmp_path: Path) -> None:
    folder = tmp_path / "cles"
    code, out, err = permis("cle", "creer", "--sortie", folder)

    assert (code, err) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == [PRIVATE_NAME, PUBLIC_NAME]
    assert "Il n’existe pas de secours" in out
    assert "Au moins 16 signes" in out
    assert PHRASE not in out
    assert found_in(PHRASE, tmp_path) == []


def test_two_different_phrases_or_a_weak_one_make_no_pair(permis: Permis, tmp_path: Path) -> None:
    make = ("cle", "creer", "--sortie", tmp_path / "cles")

    assert "ne sont pas les mêmes" in permis(*make, phrases=(PHRASE, "héron phare brouette cidre"))[2]
    assert "trop faible" in permis(*make, phrases=("court",))[2]
    assert "n’y va jamais" in permis("cle", "creer", "--sortie", tmp_path / "portable" / "x", phrases=())[2]
    assert not (tmp_path / "cles").exists()


def test_a_terminal_that_would_show_the_phrase_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def showing(_: str) -> str:
        warnings.warn("Can not control echo", getpass.GetPassWarning, stacklevel=1)
        return PHRASE

    monkeypatch.setattr("getpass.getpass", showing)

    assert cli.main(["--donnees", str(data), "cle", "creer", "--sortie", str(tmp_path / "cles")]) == 1
    assert "ne sait pas cacher une phrase" in capsys.readouterr().err
    assert not (tmp_path / "cles").exists()


def test_the_key_of_a_laptop_is_shown_and_taken_out(permis: Permis, office: Path) -> None:
    assert office.exists()
    assert "Empreinte : " in permis("cle", "montrer")[1]
    assert "retirée" in permis("cle", "retirer")[1]
    assert "Aucune clé n’est installée" in permis("cle", "montrer")[1]


def test_without_a_key_or_in_sensibilisation_nothing_is_noted_of_persons(
    permis: Permis, data: Path, pair: Path
) -> None:
    play(data)
    without = permis("presences", "2026", "--code", "A12", "--statut", "present")
    permis("cle", "installer", str(pair / PUBLIC_NAME))
    play(data, "2027-01-05_VINCI", mode="sensibilisation")
    elsewhere = permis("presences", "2027", "--code", "A12", "--statut", "present")

    assert (without[0], elsewhere[0]) == (1, 1)
    assert "ne note rien sur des personnes" in without[2]
    assert "ne note rien sur des personnes" in elsewhere[2]
    assert list(data.rglob("*.age")) == []


def test_attendance_and_a_step_typed_with_options_come_back_with_the_key(
    permis: Permis, office: Path, tmp_path: Path
) -> None:
    step = ("--pas", "logement", "--objectif", "accéder", "--accord")
    code, out, _ = permis("presences", "2026", "--code", "a12", "--statut", "excuse", "--demi-journee", "mat", *step)
    assert (code, "Ce portable ne peut pas le relire" in out) == (0, True)
    assert found_in("A12", tmp_path) + found_in("a12", tmp_path) + found_in("Accéder à un logement", tmp_path) == []

    _, told, err = permis("dossiers", "A12", "--cle", office)

    assert err == ""
    assert "matin : excusé" in told
    assert "Accéder à un logement (thème logement) : à faire" in told


def test_attendance_is_asked_for_one_person_after_another(
    permis: Permis, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter(["Karim", "A12", "", "", "oui", "logement", "changer", "B7", "abs", "soir", "", ""])
    monkeypatch.setattr("builtins.input", lambda _: next(lines))

    code, out, _ = permis("presences", "2026")
    listed = permis("dossiers", "--cle", office)[1]

    assert (code, "3 enveloppes fermées" in out) == (0, True)
    assert "jamais un nom" in out
    assert "2 codes" in listed
    assert "A12 : 1 présence, 1 prochain pas" in listed
    assert "B7 : 0 présence, 0 prochain pas" in listed


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--code", "Karim", "--statut", "present"], "jamais un nom"),
        (["--code", "A12"], "Dites ce qui est à noter"),
        (["--code", "A12", "--statut", "malade"], "« malade » n’est pas connu"),
        (["--code", "A12", "--statut", "present", "--pas", "logement", "--objectif", "accéder"], "--accord"),
        (["--code", "A12", "--pas", "logement", "--accord"], "Il manque --objectif"),
    ],
)
def test_what_cannot_be_noted_is_explained_and_nothing_is(
    permis: Permis, office: Path, data: Path, options: list[str], said: str
) -> None:
    assert office.exists()
    code, _, err = permis("presences", "2026", *options)

    assert (code, said in err) == (1, True), err
    assert list(data.rglob("*.age")) == []


def test_a_follow_up_is_noted_with_consent_and_shows(permis: Permis, office: Path) -> None:
    permis("presences", "2026", "--code", "A12", "--pas", "logement", "--objectif", "accéder", "--accord")
    told = permis("dossiers", "A12", "--cle", office)[1]
    step = told.split("Pas ")[1][:8]
    follow = ("dossiers", "--cle", office, "--suivi", step, "--mois", "1", "--statut", "tenu")

    assert "Sans l’accord" in permis(*follow)[2]
    assert permis(*follow, "--accord")[0] == 0
    assert ": tenu" in permis("dossiers", "A12", "--cle", office)[1]


def test_a_code_is_exported_in_three_forms_whole_or_not_at_all(permis: Permis, office: Path, tmp_path: Path) -> None:
    permis("presences", "2026", "--code", "-7", "--statut", "present")

    for ending in ("json", "csv", "txt"):
        assert permis("dossiers", "--cle", office, "--exporter", tmp_path / f"x.{ending}", "--", "-7")[0] == 0
    sheet = (tmp_path / "x.csv").read_bytes()

    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["code"] == "-7"
    assert sheet.startswith(b"\xef\xbb\xbfcode;")
    assert b"'-7;presence;2026-11-23;" in sheet
    assert "présent" in (tmp_path / "x.txt").read_text(encoding="utf-8")
    assert "n’est pas écrit" in permis("dossiers", "--cle", office, "--exporter", "/non/x.csv", "--", "-7")[2]
    assert ".json, .csv ou .txt" in permis("dossiers", "--cle", office, "--exporter", "x.doc", "--", "-7")[2]


def test_a_wrong_phrase_no_key_and_a_missing_folder_are_explained(permis: Permis, office: Path, tmp_path: Path) -> None:
    assert "pas la bonne phrase" in permis("dossiers", "--cle", office, phrases=("autre",))[2]
    assert "Il faut la clé privée" in permis("dossiers")[2]
    missing = permis("dossiers", "--cle", office, "--enveloppes", tmp_path / "non", phrases=())
    assert (missing[0], "n’est pas un dossier" in missing[2]) == (1, True)


def test_envelopes_that_stay_closed_are_listed_beside_the_others(permis: Permis, office: Path, data: Path) -> None:
    for code in ("A12", "B7"):
        permis("presences", "2026", "--code", code, "--statut", "present")
    torn = min(data.rglob("*.age"))
    torn.write_bytes(torn.read_bytes()[:-9])

    code, out, err = permis("dossiers", "--cle", office)

    assert (code, "1 code" in out) == (0, True)
    assert "1 enveloppe reste fermée" in err
    assert torn.name in err
    assert "abîmée ou incomplète" in err


def test_a_private_key_kept_among_the_sessions_is_warned_about(permis: Permis, office: Path, data: Path) -> None:
    (data / "cle.age").write_bytes(office.read_bytes())
    permis("presences", "2026", "--code", "A12", "--statut", "present")

    assert "qui a l’ordinateur aurait les deux" in permis("dossiers", "--cle", data / "cle.age")[2]


def test_the_phrase_can_come_from_another_program(permis: Permis, office: Path) -> None:
    permis("presences", "2026", "--code", "A12", "--statut", "present")
    read, write = os.pipe()
    os.write(write, f"{PHRASE}\n".encode())
    os.close(write)

    assert "A12" in permis("dossiers", "--cle", office, "--phrase-fd", str(read), phrases=())[1]


def test_erasing_a_code_leaves_none_of_its_envelopes_on_any_medium_and_all_of_the_others(
    permis: Permis, office: Path, data: Path, tmp_path: Path
) -> None:
    for code in ("A12", "B7"):
        permis("presences", "2026", "--code", code, "--statut", "present")
    stick, kept = tmp_path / "usb", tmp_path / "liste.txt"
    _copy(data / "seances", stick)

    code, out, _ = permis(
        *("donnees", "effacer", "A12", "--cle", office, "--ecrire-liste", kept),
        *("--enveloppes", data / "seances", "--enveloppes", stick),
    )

    assert (code, "Enveloppes effacées : 2." in out) == (0, True)
    assert "Refaites l’effacement sur chaque support" in out
    assert "A12" not in kept.read_text(encoding="utf-8")
    assert len(list(data.rglob("*.age"))) == len(list(stick.rglob("*.age"))) == 1
    listed = permis("dossiers", "--cle", office, "--enveloppes", data, "--enveloppes", stick)[1]
    assert ("B7" in listed, "A12" in listed) == (True, False)


def test_a_copilote_gives_a_dossier_and_erases_it_in_one_go(permis: Permis, office: Path, tmp_path: Path) -> None:
    for code in ("A12", "B7"):
        permis("presences", "2026", "--code", code, "--statut", "present")

    assert "Dites quel code" in permis("dossiers", "--cle", office, "--effacer")[2]
    given = tmp_path / "x.txt"
    code, out, _ = permis("dossiers", "A12", "--cle", office, "--exporter", given, "--effacer")

    assert (code, "Enveloppes effacées : 1." in out) == (0, True)
    assert "présent" in given.read_text(encoding="utf-8")
    assert "A12" not in permis("dossiers", "--cle", office)[1]


def test_a_laptop_without_the_key_erases_what_the_list_names_and_nothing_else(
    permis: Permis, office: Path, data: Path, tmp_path: Path
) -> None:
    for code in ("A12", "B7"):
        permis("presences", "2026", "--code", code, "--statut", "present")
    copilote, kept = tmp_path / "copilote", tmp_path / "liste.txt"
    _copy(data / "seances", copilote)
    permis("donnees", "effacer", "A12", "--cle", office, "--enveloppes", copilote, "--ecrire-liste", kept)

    assert "ne disent pas qui elles concernent" in permis("donnees", "effacer", "A12")[1]
    assert len(list(data.rglob("*.age"))) == 2
    kept.write_bytes(b"\xef\xbb\xbf" + kept.read_bytes().replace(b"\n", b"\r\n"))  # as Windows’ Notepad keeps it
    assert "Enveloppes effacées : 1." in permis("donnees", "effacer", "--liste", kept)[1]
    assert "A12" not in permis("dossiers", "--cle", office)[1]

    kept.write_text("../../journal\n", encoding="utf-8")
    code, _, err = permis("donnees", "effacer", "--liste", kept)
    assert (code, f"{kept}:1:1" in err) == (1, True)
    assert len(list(data.rglob("*.age"))) == 1


def _copy(source: Path, target: Path) -> None:
    for file in source.rglob("*.age"):
        (target / file.parent.relative_to(source)).mkdir(parents=True, exist_ok=True)
        (target / file.relative_to(source)).write_bytes(file.read_bytes())

import os
from pathlib import Path

import pytest
from brought import ABOUT, CARD, GOOD, folder_of, marked_encrypted, with_link, zipped

from game.packs import members
from game.packs.members import PackError, members_of
from game.packs.shelf import add_pack, pack_folders


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ").replace("\u202f", " ")


def refusal(source: Path) -> str:
    """Return why a pack is refused, and check that nothing of it was written anywhere."""
    shelf = source.parent / "paquets"
    before = sorted(source.parent.rglob("*"))
    with pytest.raises(PackError) as caught:
        add_pack(source, shelf)
    after = sorted(path for path in source.parent.rglob("*") if path != shelf)
    assert after == before, "something was written although the pack was refused"
    assert pack_folders(shelf) == ()
    return plain(caught.value)


def test_a_zip_is_taken_into_a_folder_of_its_own(tmp_path: Path) -> None:
    folder = add_pack(zipped(tmp_path / "Les Hérons.zip"), tmp_path / "paquets")
    assert folder == tmp_path / "paquets" / "les-herons"
    assert (folder / "cards/a-nous.yaml").read_text(encoding="utf-8") == CARD
    assert pack_folders(tmp_path / "paquets") == (folder,)


def test_a_folder_is_taken_like_a_zip(tmp_path: Path) -> None:
    folder = add_pack(folder_of(tmp_path / "mien"), tmp_path / "paquets")
    assert (folder / "paquet.yaml").read_text(encoding="utf-8") == ABOUT


def test_a_zip_with_one_folder_at_its_top_is_the_same_pack(tmp_path: Path) -> None:
    inside = {f"mien/{name}": data for name, data in GOOD.items()}
    assert set(members_of(zipped(tmp_path / "x.zip", inside))) == set(GOOD)


@pytest.mark.parametrize(
    "name",
    ["../dehors.yaml", "cards/../../dehors.yaml", "/etc/dehors.yaml", "C:/dehors.yaml", "cards\\..\\dehors.yaml"],
)
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    told = refusal(zipped(tmp_path / "piege.zip", {**GOOD, name: "x"}))
    assert "piege.zip" in told
    assert "sort du dossier du paquet" in told
    assert not (tmp_path.parent / "dehors.yaml").exists()


def test_a_link_is_refused_in_a_zip_and_in_a_folder(tmp_path: Path) -> None:
    told = refusal(with_link(tmp_path / "lien.zip", "cards/secret.yaml", "/etc/passwd"))
    assert "« cards/secret.yaml » : c’est un lien" in told
    source = folder_of(tmp_path / "avec-lien")
    try:
        (source / "cards" / "secret.yaml").symlink_to("/etc/passwd")
    except OSError:
        pytest.skip("this disk has no symbolic links")
    assert "c’est un lien" in refusal(source)


def test_what_unpacks_to_fill_a_disk_is_stopped_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MOST_BYTES", 6 * 1024 * 1024)
    bomb = zipped(tmp_path / "bombe.zip", {**GOOD, "cards/vide.yaml": b"\0" * 20_000_000})
    assert bomb.stat().st_size < 100_000
    assert "« cards/vide.yaml » : ce fichier gonfle sans fin" in refusal(bomb)
    heavy = zipped(tmp_path / "lourd.zip", {**GOOD, "images/a.png": os.urandom(7 * 1024 * 1024)})
    assert "« images/a.png » : plus de 6 Mo une fois ouvert" in refusal(heavy)


def test_a_zip_in_a_zip_is_never_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "dedans.zip", {"../../dehors.yaml": "x" * 10_000}).read_bytes()
    source = zipped(tmp_path / "dehors.zip", {**GOOD, "cards/dedans.zip": inner, "cards/bombe.yaml.zip": inner})
    assert set(members_of(source)) == set(GOOD)


def test_a_zip_that_was_copied_half_way_is_refused(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "x.zip", {**GOOD, "images/a.png": os.urandom(5000)}).read_bytes()
    (tmp_path / "moitie.zip").write_bytes(whole[: len(whole) // 2])
    assert "ce n’est pas un zip, ou il est abîmé" in refusal(tmp_path / "moitie.zip")


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MOST_FILES", 20)
    crowd = zipped(tmp_path / "foule.zip", {**GOOD, **{f"cards/{number}.yaml": "" for number in range(30)}})
    assert "plus de 20 fichiers" in refusal(crowd)


def test_a_zip_with_a_password_a_file_that_is_no_zip_and_a_damaged_one_are_told_apart(tmp_path: Path) -> None:
    assert "a un mot de passe" in refusal(marked_encrypted(tmp_path / "ferme.zip"))
    (tmp_path / "rien.zip").write_text("bonjour")
    assert "ce n’est pas un zip, ou il est abîmé" in refusal(tmp_path / "rien.zip")
    good = zipped(tmp_path / "bon.zip", {**GOOD, "cards/longue.yaml": os.urandom(5000)})
    data = bytearray(good.read_bytes())
    data[data.find(b"longue.yaml") + 200] ^= 0xFF
    (tmp_path / "abime.zip").write_bytes(bytes(data))
    assert "abîmé" in refusal(tmp_path / "abime.zip")


def test_a_zip_without_its_page_is_no_pack(tmp_path: Path) -> None:
    assert "il n’y a pas de paquet.yaml" in refusal(zipped(tmp_path / "x.zip", {"cards/a.yaml": CARD}))


def test_names_that_windows_refuses_or_that_differ_by_their_case_alone_are_said(tmp_path: Path) -> None:
    assert "Windows garde ce nom" in refusal(zipped(tmp_path / "a.zip", {**GOOD, "cards/con.yaml": "x"}))
    assert "y est deux fois" in refusal(zipped(tmp_path / "b.zip", {**GOOD, "cards/A-nous.yaml": CARD}))
    assert "un signe qu’un disque refuse" in refusal(zipped(tmp_path / "c.zip", {**GOOD, "cards/a?.yaml": CARD}))


def test_programs_and_hidden_files_stay_where_they_are(tmp_path: Path) -> None:
    more = {"setup.exe": b"MZ", "cards/run.py": "import os", "__MACOSX/cards/x.yaml": "x", ".git/config.yaml": "x"}
    assert set(members_of(zipped(tmp_path / "x.zip", {**GOOD, **more}))) == set(GOOD)


def test_a_second_pack_of_the_same_name_does_not_replace_the_first(tmp_path: Path) -> None:
    shelf = tmp_path / "paquets"
    add_pack(zipped(tmp_path / "x.zip"), shelf)
    with pytest.raises(PackError, match="déjà là"):
        add_pack(zipped(tmp_path / "x.zip", {**GOOD, "cards/a-nous.yaml": "autre"}), shelf)
    assert (shelf / "x/cards/a-nous.yaml").read_text(encoding="utf-8") == CARD


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    source = tmp_path / "x.zip"
    monkeypatch.undo()
    zipped(source)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(PackError, match="plus de place"):
        add_pack(source, tmp_path / "paquets")
    assert list((tmp_path / "paquets").iterdir()) == []

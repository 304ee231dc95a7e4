"""The pair of keys: made once, guarded by a phrase, never where sessions are, and never lost in silence."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest
from pyrage import x25519
from sealing import PHRASE, Office

from game.sealed import keys
from game.sealed.errors import SealedError
from game.sealed.keys import (
    PRIVATE_NAME,
    PUBLIC_NAME,
    install,
    installed,
    make_pair,
    open_private,
    phrase_fault,
    read_public,
    remove,
)

NO_RESCUE = "personne ne peut ouvrir les enveloppes"


def test_the_pair_opens_with_its_phrase_and_says_so_when_it_does_not(pair: Path) -> None:
    assert open_private(pair / PRIVATE_NAME, PHRASE).public == read_public(pair / PUBLIC_NAME)
    with pytest.raises(SealedError, match=f"pas la bonne phrase.*{NO_RESCUE}"):
        open_private(pair / PRIVATE_NAME, PHRASE + "s")


def test_the_secret_is_in_no_file_in_the_clear(pair: Path) -> None:
    written = [path.read_bytes() for path in pair.iterdir()]

    assert len(written) == 2
    assert not [content for content in written if b"AGE-SECRET-KEY" in content or PHRASE.encode() in content]


@pytest.mark.parametrize("cut", [30, 100, -1])
def test_a_damaged_private_key_is_said_to_be_and_that_nothing_replaces_it(pair: Path, tmp_path: Path, cut: int) -> None:
    torn = tmp_path / PRIVATE_NAME
    torn.write_bytes((pair / PRIVATE_NAME).read_bytes()[:cut])

    with pytest.raises(SealedError, match=r"abîmé|n’est pas une clé privée"):
        open_private(torn, PHRASE)


def test_a_key_that_is_lost_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(SealedError, match="n’existe pas"):
        open_private(tmp_path / PRIVATE_NAME, PHRASE)


@pytest.mark.parametrize("weak", ["", "motdepasse", "aaaaaaaaaaaaaaaaaaaaaaaa", "abababababababababab"])
def test_a_weak_phrase_is_refused_with_the_rule(weak: str, tmp_path: Path) -> None:
    assert "Au moins 16 signes" in phrase_fault(weak)
    with pytest.raises(SealedError, match="trop faible"):
        make_pair(tmp_path / "cles", weak)
    assert not (tmp_path / "cles").exists()


def test_the_private_key_never_goes_in_a_data_folder(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "seances" / "x", tmp_path / "autre" / ".."):
        with pytest.raises(SealedError, match="La clé privée n’y va jamais"):
            make_pair(folder, PHRASE, [tmp_path])
    assert list(tmp_path.iterdir()) == []


def test_a_pair_never_takes_the_place_of_another(pair: Path) -> None:
    before = (pair / PRIVATE_NAME).read_bytes()

    with pytest.raises(SealedError, match="pour ne pas perdre cette clé"):
        make_pair(pair, PHRASE)
    assert (pair / PRIVATE_NAME).read_bytes() == before


def test_a_full_disk_leaves_no_half_pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def full_at_the_second(file: int) -> None:
        calls.append(file)
        if len(calls) == 2:
            _refuse()

    def _refuse() -> NoReturn:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full_at_the_second)
    monkeypatch.setattr(keys.passphrase, "encrypt", lambda *_: b"x")  # the real one takes a second

    with pytest.raises(SealedError, match=r"Aucune clé n’est écrite.*plus de place"):
        make_pair(tmp_path / "cles", PHRASE)
    assert list((tmp_path / "cles").iterdir()) == []


def test_only_a_public_key_can_be_installed(pair: Path, data: Path, tmp_path: Path) -> None:
    plain = tmp_path / "identite.txt"
    plain.write_text(str(x25519.Identity.generate()), encoding="ascii")
    noise = tmp_path / "photo.jpg"
    noise.write_bytes(bytes(range(256)))

    for private in (pair / PRIVATE_NAME, plain):
        with pytest.raises(SealedError, match="est une clé privée"):
            install(private, data)
    with pytest.raises(SealedError, match="n’est pas une clé publique age"):
        install(noise, data)
    assert not data.exists()


def test_a_key_is_installed_shown_kept_from_another_and_taken_out(pair: Path, team: Office, data: Path) -> None:
    with pytest.raises(SealedError, match="Une autre clé est installée"):
        install(pair / PUBLIC_NAME, data)

    assert remove(data)
    assert installed(data) is None
    assert install(pair / PUBLIC_NAME, data) == installed(data)
    assert installed(data) != team.key.public
    assert remove(data)
    assert not remove(data)


def test_the_fingerprint_is_short_enough_to_be_read_aloud(team: Office) -> None:
    groups = team.key.public.fingerprint.split(" ")

    assert [len(group) for group in groups] == [4, 4, 4, 4]

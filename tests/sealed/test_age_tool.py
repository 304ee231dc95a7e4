"""The age format is age’s own: Debian’s tool opens our envelopes and keys, and we open what it seals."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sealing import AT, PHRASE, Office

from game.sealed.envelopes import open_envelope, read
from game.sealed.keys import PRIVATE_NAME, PUBLIC_NAME, PrivateKey, open_private, read_public
from game.sealed.payload import BLOCK, Attendance, to_bytes

pytestmark = pytest.mark.skipif(not shutil.which("age"), reason="age is not installed (Debian: age)")


def run(*command: object, given: bytes = b"") -> bytes:
    return subprocess.run(list(map(str, command)), input=given, capture_output=True, check=True).stdout


@pytest.fixture
def identity(team: Office, tmp_path: Path) -> Path:
    file = tmp_path / "identite.txt"
    file.write_text(f"{team.key.identity}\n", encoding="ascii")
    return file


def test_age_opens_our_envelopes(team: Office, session: Path, identity: Path) -> None:
    path = team.attend(session, "A12", "excusé")

    plain = run("age", "-d", "-i", identity, path)

    assert len(plain) == BLOCK
    assert '"statut":"excusé"' in plain.decode()


def test_we_open_what_age_seals_with_our_public_key_file(team: Office, session: Path, tmp_path: Path) -> None:
    path = team.attend(session, "A12", "absent")
    plain = to_bytes(open_envelope(path, team.key))
    for name, options in (("a", ()), ("b", ("--armor",))):
        run("age", "-R", team.data / PUBLIC_NAME, *options, "-o", tmp_path / f"{name}.age", given=plain)
        fact = open_envelope(tmp_path / f"{name}.age", team.key)
        assert isinstance(fact, Attendance)
        assert (fact.status, fact.at) == ("absent", AT)


def test_a_pair_made_by_age_keygen_seals_and_opens(tmp_path: Path) -> None:
    run("age-keygen", "-o", tmp_path / "cle.txt")
    (tmp_path / "cle.pub").write_bytes(run("age-keygen", "-y", tmp_path / "cle.txt"))

    assert read_public(tmp_path / "cle.pub").text.startswith("age1")


def test_age_opens_our_private_key_file_with_its_passphrase(pair: Path) -> None:
    answer = _with_terminal("age", "-d", str(pair / PRIVATE_NAME))

    key: PrivateKey = open_private(pair / PRIVATE_NAME, PHRASE)
    assert str(key.identity) in answer
    assert read_public(pair / PUBLIC_NAME) == key.public


def test_the_private_key_is_not_an_envelope(pair: Path, team: Office) -> None:
    assert read([pair], team.key).closed == ()


def _with_terminal(*command: str) -> str:
    """Run a command that asks for the passphrase on a terminal, give it, and return all that it shows."""
    fcntl, pty, termios = map(pytest.importorskip, ("fcntl", "pty", "termios"))
    terminal, inner = pty.openpty()
    child = subprocess.Popen(
        command,
        stdin=inner,
        stdout=inner,
        stderr=inner,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(inner, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - age asks its own terminal
    )
    os.close(inner)
    shown = b""
    while b":" not in shown:  # the prompt
        shown += os.read(terminal, 1024)
    os.write(terminal, PHRASE.encode() + b"\n")
    try:
        while piece := os.read(terminal, 1024):
            shown += piece
    except OSError:
        pass  # how Linux says that nobody is at the other end any more
    child.wait()
    os.close(terminal)
    return shown.decode()

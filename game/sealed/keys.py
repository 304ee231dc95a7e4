"""The pair of keys of the association, in the age format: any age tool reads them.

The public key (``association.pub``) is on every laptop and can only seal. The private key is a file sealed by a
passphrase (age, scrypt): it opens the envelopes, on a copilote’s machine.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pyrage import DecryptError, IdentityError, RecipientError, passphrase, x25519

from game.french import unbroken, why_refused
from game.records.files import write_whole
from game.sealed.errors import LOST, SealedError

PUBLIC_NAME = "association.pub"
PRIVATE_NAME = "association-privee.age"
SHORTEST_PHRASE = 16
FEWEST_SIGNS = 8
PHRASE_RULE = unbroken(
    f"Au moins {SHORTEST_PHRASE} signes, dont {FEWEST_SIGNS} différents : quatre ou cinq mots tirés au hasard "
    "conviennent."
)
AGE_HEADER = b"age-encryption.org/v1\n"
PHRASE_HEADER = AGE_HEADER + b"-> scrypt "
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how age begins a secret key: not one
_LARGEST = 16_384


@dataclass(frozen=True)
class PublicKey:
    """What seals, and opens nothing. ``text`` is an age recipient, ``age1…``."""

    text: str

    @property
    def fingerprint(self) -> str:
        """What two people compare aloud: four groups of four signs."""
        digest = sha256(self.text.encode()).hexdigest()[:16]
        return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


@dataclass(frozen=True, repr=False)
class PrivateKey:
    """What opens envelopes. It lives in memory only, and its secret is never shown."""

    identity: x25519.Identity

    @property
    def public(self) -> PublicKey:
        """The other half of the pair."""
        return PublicKey(str(self.identity.to_public()))


def phrase_fault(phrase: str) -> str:
    """Return what makes a passphrase too weak, in a sentence; empty when it is strong enough."""
    if len(phrase) < SHORTEST_PHRASE or len(set(phrase)) < FEWEST_SIGNS:
        return unbroken(f"Cette phrase est trop faible. {PHRASE_RULE}")
    return ""


def make_pair(folder: Path, phrase: str, forbidden: Iterable[Path] = ()) -> PublicKey:
    """Write a new pair in a folder: both files, or none. Return the public key.

    Args:
        folder: Where to write ``association.pub`` and the private key.
        phrase: What protects the private key.
        forbidden: Data folders of this computer: a laptop that keeps sessions must not hold what opens them.

    Raises:
        SealedError: the folder is in a forbidden one, has a pair, cannot be written, or the phrase is too weak.
    """
    refuse_folder(folder, forbidden)
    if fault := phrase_fault(phrase):
        raise SealedError(fault)
    identity = x25519.Identity.generate()
    public = PublicKey(str(identity.to_public()))
    secret = f"# public key: {public.text}\n{identity}\n".encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_private(folder / PRIVATE_NAME, passphrase.encrypt(secret, phrase))
        _write_public(folder, public)
    except OSError as error:
        raise SealedError(unbroken(f"Aucune clé n’est écrite dans « {folder} » : {why_refused(error)}.")) from error
    return public


def refuse_folder(folder: Path, forbidden: Iterable[Path]) -> None:
    """Raise when a private key must not be written in a folder; to be asked before the passphrase is.

    Raises:
        SealedError: it is in a data folder, or has a key already.
    """
    place = folder.resolve()
    for data in forbidden:
        if place.is_relative_to(data.resolve()):
            said = f"« {folder} » est dans le dossier des séances de cet ordinateur. La clé privée n’y va jamais"
            raise SealedError(unbroken(f"{said} : choisissez une clé USB, ou l’ordinateur d’un copilote."))
    for name in (PRIVATE_NAME, PUBLIC_NAME):
        if (folder / name).exists():
            said = f"Il y a déjà « {folder / name} » : rien n’est écrit, pour ne pas perdre cette clé."
            raise SealedError(unbroken(said))


def read_public(file: Path) -> PublicKey:
    """Read a public key file: one age recipient, among empty lines and comments.

    Raises:
        SealedError: it cannot be read, or is something else; a private key is said to be one.
    """
    content = _content(file)
    text = content.decode("ascii", errors="replace")
    if content.startswith(AGE_HEADER) or _SECRET in text:
        said = f"« {file} » est une clé privée : elle ne doit jamais être sur le portable des séances. Il faut"
        raise SealedError(unbroken(f"{said} {PUBLIC_NAME}."))
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    try:
        (line,) = lines
        return PublicKey(str(x25519.Recipient.from_str(line)))
    except (ValueError, RecipientError):
        said = f"« {file} » n’est pas une clé publique age, ou il est abîmé. Demandez à nouveau {PUBLIC_NAME}"
        raise SealedError(unbroken(f"{said} à votre copilote.")) from None


def open_private(file: Path, phrase: str) -> PrivateKey:
    """Open a private key file with its passphrase.

    Raises:
        SealedError: it cannot be read, is something else or is damaged, or the phrase is wrong.
    """
    content = _content(file)
    if not content.startswith(PHRASE_HEADER):
        said = f"« {file} » n’est pas une clé privée protégée par une phrase. Son nom est en principe {PRIVATE_NAME}."
        raise SealedError(unbroken(said))
    try:
        text = passphrase.decrypt(content, phrase).decode("ascii")
        (line,) = [line for line in text.splitlines() if line.startswith(_SECRET)]
        return PrivateKey(x25519.Identity.from_str(line))
    except DecryptError as error:
        raise SealedError(_not_opened(file, error)) from None
    except (ValueError, IdentityError):
        raise SealedError(unbroken(f"« {file} » s’ouvre, mais ne contient pas de clé. {LOST}")) from None


def installed(data: Path) -> PublicKey | None:
    """Return the public key of a data folder; ``None`` without one: the personal layer is not offered.

    Raises:
        SealedError: there is a key, and it cannot be read.
    """
    file = data / PUBLIC_NAME
    return read_public(file) if file.exists() else None


def install(file: Path, data: Path) -> PublicKey:
    """Copy a public key into a data folder, checked.

    Raises:
        SealedError: it is not a public key, another one is there, or the folder cannot be written.
    """
    key = read_public(file)
    known = installed(data)
    if known is not None and known != key:
        said = (
            f"Une autre clé est installée ({known.fingerprint}). Pour en changer : permis cle retirer, puis installer"
        )
        raise SealedError(unbroken(f"{said}. Les enveloppes déjà fermées demandent toujours l’ancienne clé privée."))
    try:
        data.mkdir(parents=True, exist_ok=True)
        _write_public(data, key)
    except OSError as error:
        raise SealedError(unbroken(f"La clé n’est pas installée : {why_refused(error)}.")) from error
    return key


def remove(data: Path) -> bool:
    """Take the public key out of a data folder. Return whether there was one.

    Raises:
        SealedError: it cannot be erased.
    """
    try:
        (data / PUBLIC_NAME).unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise SealedError(unbroken(f"La clé n’est pas retirée : {why_refused(error)}.")) from error
    return True


def _write_private(file: Path, content: bytes) -> None:
    write_whole(file, content)
    with suppress(OSError):  # some sticks know no rights; the file is sealed by the phrase
        file.chmod(0o600)


def _write_public(folder: Path, key: PublicKey) -> None:
    text = f"# Permis de se reconstruire : clé publique. Empreinte : {key.fingerprint}\n{key.text}\n"
    try:
        write_whole(folder / PUBLIC_NAME, text.encode())
    except OSError:
        with suppress(OSError):
            (folder / PRIVATE_NAME).unlink(missing_ok=True)
        raise


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as source:
            return source.read(_LARGEST)
    except OSError as error:
        raise SealedError(unbroken(f"« {file} » ne s’ouvre pas : {why_refused(error)}.")) from error


def _not_opened(file: Path, error: DecryptError) -> str:
    # The library has one sentence for a wrong phrase; every other one is about the file.
    if str(error) == "Decryption failed":
        return unbroken(f"Ce n’est pas la bonne phrase pour « {file} ». {LOST}")
    return unbroken(f"« {file} » est abîmé ou incomplet : prenez une copie de cette clé. {LOST}")

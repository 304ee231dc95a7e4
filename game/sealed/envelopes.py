"""Envelopes: files that the laptop of a session writes, and cannot read.

One envelope is one fact, under an opaque name, in ``<session>/enveloppes/``. What is sealed goes from memory to the
disk already sealed: no draft, no journal and no log holds it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from pyrage import DecryptError, decrypt, encrypt, x25519

from game.french import unbroken, why_refused
from game.records.files import write_whole
from game.records.outcome import HalfDay
from game.sealed.errors import SealedError, Unopened
from game.sealed.keys import PHRASE_HEADER, PrivateKey, PublicKey, installed
from game.sealed.payload import (
    Attendance,
    Fact,
    FollowStatus,
    FollowUp,
    Months,
    PayloadError,
    Presence,
    Step,
    StepStatus,
    from_bytes,
    to_bytes,
    usual_code,
)
from game.session.state import SessionState

FOLDER = "enveloppes"
SUFFIX = ".age"
_LARGEST = 65_536
_PILOTS = "pilotes"


@dataclass(frozen=True)
class Layer:
    """The personal layer of one session: it exists only with a public key, and never in sensibilisation.

    Attributes:
        folder: Where the envelopes go.
        session: The name of the session.
        day: Its day.
        key: What seals.
    """

    folder: Path
    session: str
    day: date
    key: PublicKey


@dataclass(frozen=True)
class Opened:
    """An envelope that the key opened; ``paths`` are its copies."""

    paths: tuple[Path, ...]
    fact: Fact


@dataclass(frozen=True)
class Closed:
    """An envelope that stays closed, and why."""

    path: Path
    why: Unopened


@dataclass(frozen=True)
class Reading:
    """What a private key makes of the envelopes of some folders."""

    opened: tuple[Opened, ...]
    closed: tuple[Closed, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts, the earliest written first; a fact that is copied on several media counts once."""
        return tuple(sorted((one.fact for one in self.opened), key=lambda fact: fact.at))


def layer_of(data: Path, folder: Path, state: SessionState, day: date) -> Layer | None:
    """Return the personal layer of a session of pilotes; ``None`` where it does not exist.

    It needs the key of the association in the data folder, a session between pilotes, and one that is kept: a
    demonstration and a rehearsal have nobody in them.

    Raises:
        SealedError: the key that is installed cannot be read.
    """
    opening = state.opening
    if opening.mode != _PILOTS or opening.rehearsal or opening.demonstration:
        return None
    key = installed(data)
    return Layer(folder / FOLDER, opening.id, day, key) if key else None


def seal_attendance(layer: Layer, code: str, status: Presence, half_day: HalfDay, at: datetime) -> Path:
    """Seal the attendance of a person at a half-day, and return the envelope. A correction is one more envelope.

    Raises:
        SealedError: it is not a code, or the envelope cannot be written; nothing is, then.
    """
    fact = Attendance(
        id=uuid4(),
        at=at,
        code=usual_code(code),
        session=layer.session,
        day=layer.day,
        half_day=half_day,
        status=status,
    )
    return put(layer.folder, layer.key, fact)


def seal_step(
    layer: Layer,
    code: str,
    aim: tuple[str, str],
    at: datetime,
    *,
    agreed: bool,
    known: Mapping[str, Sequence[str]],
    status: StepStatus = "à faire",
) -> Path:
    """Seal the next step of a person, and return the envelope.

    Args:
        layer: That of the session.
        code: The internal code of the person.
        aim: The theme and the label of France Travail; no free text.
        at: Now.
        agreed: Whether the person agrees to have it noted.
        known: The labels of each theme (``objectifs-france-travail`` of themes.yaml).
        status: Where the step is.

    Raises:
        SealedError: without consent, or with a code, a theme or a label that is none; or it cannot be written.
    """
    theme, label = aim
    if not agreed:
        raise SealedError("Sans l’accord de la personne, rien n’est noté.")
    if label not in known.get(theme, ()):
        raise SealedError(unbroken(f"« {label} » n’est pas un objectif du thème « {theme} »."))
    fact = Step(
        id=uuid4(),
        at=at,
        code=usual_code(code),
        session=layer.session,
        day=layer.day,
        theme=theme,
        aim=label,
        status=status,
        agreed=True,
    )
    return put(layer.folder, layer.key, fact)


def seal_follow_up(
    step: Opened, key: PublicKey, months: Months, status: FollowStatus, at: datetime, *, agreed: bool
) -> Path:
    """Seal what became of a step beside its first copy, and return the envelope.

    Raises:
        SealedError: without consent, of what is not a step, or it cannot be written.
    """
    if not agreed:
        raise SealedError("Sans l’accord de la personne, rien n’est noté.")
    known = step.fact
    if not isinstance(known, Step):
        raise SealedError("Un suivi se note sur un prochain pas.")
    fact = FollowUp(
        id=uuid4(),
        at=at,
        code=known.code,
        session=known.session,
        day=at.date(),
        step=known.id,
        months=months,
        status=status,
        agreed=True,
    )
    return put(step.paths[0].parent, key, fact)


def put(folder: Path, key: PublicKey, fact: Fact) -> Path:
    """Write a fact as an envelope, whole or not at all.

    Raises:
        SealedError: the disk refuses.
    """
    path = folder / f"{fact.id}{SUFFIX}"
    sealed = encrypt(to_bytes(fact), [x25519.Recipient.from_str(key.text)])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, sealed)
    except OSError as error:
        raise SealedError(unbroken(f"Rien n’est noté : « {folder} », {why_refused(error)}.")) from error
    return path


def find(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the envelopes under some folders, each once; private keys, which are age files too, are left out.

    Raises:
        SealedError: a folder is not there, or cannot be listed.
    """
    found: set[Path] = set()
    for folder in folders:
        if not folder.is_dir():
            raise SealedError(unbroken(f"« {folder} » n’est pas un dossier."))
        # A link is not followed: what it shows is elsewhere, and an erasure must not reach it.
        files = (path for path in folder.rglob(f"*{SUFFIX}") if path.is_file() and not path.is_symlink())
        found.update(path.resolve() for path in files)
    return tuple(sorted(path for path in found if not _is_key(path)))


def read(folders: Iterable[Path], key: PrivateKey) -> Reading:
    """Open all the envelopes of some folders. Those that stay closed say why, and stop nothing.

    Raises:
        SealedError: a folder is not there, or not one envelope is for this key.
    """
    opened: dict[UUID, Opened] = {}
    closed = []
    for path in find(folders):
        try:
            fact = open_envelope(path, key)
        except PayloadError as error:
            closed.append(Closed(path, error.why))
            continue
        before = opened.get(fact.id)
        opened[fact.id] = Opened((*before.paths, path) if before else (path,), fact)
    if closed and not opened and all(one.why is Unopened.FOREIGN for one in closed):
        raise SealedError(
            unbroken(
                f"Aucune de ces enveloppes n’est fermée pour cette clé (empreinte {key.public.fingerprint}) : "
                "elle est d’une autre paire. Comparez avec « permis cle montrer » sur le portable des séances."
            )
        )
    return Reading(tuple(opened.values()), tuple(closed))


def open_envelope(path: Path, key: PrivateKey) -> Fact:
    """Open one envelope.

    Raises:
        PayloadError: it stays closed, or holds nothing that this program knows.
    """
    try:
        with path.open("rb") as source:
            content = source.read(_LARGEST + 1)
    except OSError:
        raise PayloadError(Unopened.UNREAD) from None
    try:
        return from_bytes(decrypt(content, [key.identity]))
    except DecryptError as error:
        foreign = str(error) == "No matching keys found"
        raise PayloadError(Unopened.FOREIGN if foreign else Unopened.DAMAGED) from None


def _is_key(path: Path) -> bool:
    try:
        with path.open("rb") as source:
            return source.read(len(PHRASE_HEADER)) == PHRASE_HEADER
    except OSError:
        return False

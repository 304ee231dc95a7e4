"""Packs that somebody brings: good ones, and the traps of zips."""

import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

ABOUT = 'titre: Nos cartes\nauteurs: [Le groupe du jeudi]\nlicence: CC BY-SA 4.0\nversion: "2"\n'
CARD = "id: a-nous\ntype: defi\ntheme: emploi\ntexte: Dites bonjour.\n"
GOOD = {"paquet.yaml": ABOUT, "cards/a-nous.yaml": CARD}


def zipped(file: Path, members: Mapping[str, str | bytes] = GOOD) -> Path:
    """Write a zip of these files, names as they are: they may be hostile."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file


def with_link(file: Path, name: str, target: str) -> Path:
    """Write a good zip in which one file is a symbolic link."""
    zipped(file)
    with zipfile.ZipFile(file, "a") as archive:
        link = zipfile.ZipInfo(name)
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, target)
    return file


def marked_encrypted(file: Path) -> Path:
    """Write a zip whose entries say that they have a password."""
    data = bytearray(zipped(file).read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 1)
    file.write_bytes(bytes(data))
    return file


def folder_of(root: Path, members: Mapping[str, str | bytes] = GOOD) -> Path:
    """Write a pack as a folder."""
    for name, data in members.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root

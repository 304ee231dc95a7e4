"""The size of a picture, from the first bytes of its file: a picture of 100 megapixels is never opened.

PNG (W3C, 11.2.2), JPEG (ITU T.81, B.2.2), GIF (89a, section 18) and WebP (RFC 9649) say their size at the start.
"""

import struct
from pathlib import Path
from typing import BinaryIO

from game.content.assets import asset_fault
from game.content.messages import Sentence
from game.content.problems import Severity
from game.french import why_refused

LARGEST_PICTURE = 25_000_000
"""Pixels: 100 MB once opened, five times what a wide screen shows."""
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes."""
_START = 32
_WEBP_HEADER = 30
_MIB = 1024 * 1024
_NO_SIZE = frozenset({0x01, *range(0xD0, 0xDA)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def image_fault(root: Path, name: str) -> Sentence | None:
    """Return what to say of a picture that cannot be shown.

    A missing or broken one is a warning: the card is good without it, and its description stands in its place.

    The arguments are those of `asset_fault`.
    """
    fault = asset_fault(root, name)
    if fault is not None:
        return fault._replace(severity=Severity.WARNING) if "introuvable" in fault.message else fault
    return _file_fault(root / name, name)


def shown_image(root: Path, name: str) -> str:
    """Return the file of a picture that can be shown; empty for none, or one that is missing, broken or too large.

    ``name`` is a path from the content folder, or a whole one for a picture of a pack, which was judged with its pack.
    """
    file = root / name
    is_good = bool(name) and file.is_file() and _file_fault(file, name) is None
    return str(file) if is_good else ""


def _file_fault(file: Path, name: str) -> Sentence | None:
    try:
        bytes_ = file.stat().st_size
        with file.open("rb") as stream:
            size = picture_size(stream)
    except OSError as error:
        return Sentence(f"« {name} » ne s’ouvre pas : {why_refused(error)}.", "Copiez le fichier à nouveau.")
    if size is None or not all(size):
        remedy = "Enregistrez-la à nouveau en PNG, JPEG ou WebP : un autre format renommé ne se lit pas."
        return Sentence(f"« {name} » n’est pas une image, ou elle est abîmée.", remedy, Severity.WARNING)
    return _too_large(name, size, bytes_)


def _too_large(name: str, size: tuple[int, int], bytes_: int) -> Sentence | None:
    width, height = size
    if width * height > LARGEST_PICTURE:
        message = f"« {name} » mesure {width} × {height} pixels : c’est plus que {LARGEST_PICTURE // 10**6} millions."
    elif bytes_ > LARGEST_FILE:
        message = f"« {name} » pèse {bytes_ // _MIB} Mio, et une image {LARGEST_FILE // _MIB} au plus."
    else:
        return None
    return Sentence(message, "Réduisez-la : 1 920 pixels de large suffisent à un écran.")


def picture_size(stream: BinaryIO) -> tuple[int, int] | None:
    """Return (width, height) in pixels, or ``None`` for what is no picture or is cut before its size."""
    start = stream.read(_START)
    try:
        if start.startswith(b"\x89PNG\r\n\x1a\n") and start[12:16] == b"IHDR":
            return struct.unpack(">II", start[16:24])
        if start.startswith((b"GIF87a", b"GIF89a")):
            return struct.unpack("<HH", start[6:10])
        if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
            return _webp_size(start)
        if start.startswith(b"\xff\xd8"):
            stream.seek(2)
            return _jpeg_size(stream)
    except struct.error:
        pass
    return None


def _webp_size(start: bytes) -> tuple[int, int] | None:
    if len(start) < _WEBP_HEADER:
        return None
    kind = start[12:16]
    if kind == b"VP8X":
        return int.from_bytes(start[24:27], "little") + 1, int.from_bytes(start[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", start[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg_size(stream: BinaryIO) -> tuple[int, int] | None:
    """Go from one segment to the next until the frame, which says the size."""
    while len(found := stream.read(2)) == 2 and found[0] == 0xFF:  # noqa: PLR2004 - a marker of JPEG is FF and a byte
        marker = found[1]
        if marker in _NO_SIZE:
            continue
        if marker == 0xFF:  # noqa: PLR2004 - a byte of filling
            stream.seek(-1, 1)
            continue
        (length,) = struct.unpack(">H", stream.read(2))
        if marker in _FRAMES:
            _, height, width = struct.unpack(">BHH", stream.read(5))
            return width, height
        stream.seek(max(length - 2, 0), 1)
    return None

"""Pictures are judged by the first bytes of their file: a huge one is never opened, a missing one costs no card."""

import io
import struct
import zlib

import pygame
import pytest
from shop import Shop

from game.content.images import picture_size

CARD = "id: x\ntype: defi\ntheme: emploi\ntexte: Un\nimage: images/{name}\ndescription: Une porte.\n"


def png(width: int, height: int) -> bytes:
    """Return a PNG whose header says its size, and whose pixels are not there."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


def jpeg(width: int, height: int) -> bytes:
    """Return the start of a JPEG with a thumbnail before its frame."""
    thumbnail = b"\xff\xe1" + struct.pack(">H", 60_002) + bytes(60_000)
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xff" + thumbnail[1:] + frame


WEBP = b"RIFF" + struct.pack("<I", 22) + b"WEBP"
HEADERS = {
    "png": png(640, 480),
    "jpeg": jpeg(640, 480),
    "gif": b"GIF89a" + struct.pack("<HH", 640, 480),
    "webp": WEBP + b"VP8X" + bytes(8) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"),
    "webp lossless": WEBP + b"VP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 639 | 479 << 14) + bytes(5),
    "webp lossy": WEBP + b"VP8 " + bytes(7) + b"\x9d\x01\x2a" + struct.pack("<HH", 640, 480),
}


@pytest.mark.parametrize("kind", HEADERS)
def test_the_size_is_read_at_the_start_of_the_file(kind: str) -> None:
    assert picture_size(io.BytesIO(HEADERS[kind])) == (640, 480)


@pytest.mark.parametrize("name", ["x.png", "x.jpg"])
def test_the_size_of_a_picture_saved_by_a_program_is_right(name: str) -> None:
    saved = io.BytesIO()
    pygame.image.save(pygame.Surface((31, 17)), saved, name)
    assert picture_size(io.BytesIO(saved.getvalue())) == (31, 17)


@pytest.mark.parametrize("kind", HEADERS)
def test_a_file_cut_anywhere_in_its_header_is_no_picture_and_never_an_error(kind: str) -> None:
    data = HEADERS[kind]
    for end in [*range(min(len(data), 40)), len(data) - 8]:
        assert picture_size(io.BytesIO(data[:end])) in (None, (640, 480))


def said(shop: Shop, name: str, data: bytes | None) -> str:
    if data is not None:
        shop.write(f"images/{name}", data)
    shop.write("cards/x.yaml", CARD.format(name=name))
    return "\n".join(shop.first_lines())


def test_a_picture_of_a_hundred_megapixels_is_refused(shop: Shop) -> None:
    assert said(shop, "x.png", png(12_000, 9_000)) == (
        "content/cards/x.yaml:5:8  erreur  « images/x.png » mesure 12000 × 9000 pixels : c’est plus que 25 millions."
    )
    assert "x" not in shop.load().library.cards


def test_a_picture_of_usual_size_is_welcome(shop: Shop) -> None:
    assert said(shop, "x.png", png(1920, 1080)) == ""


def test_a_file_that_is_too_heavy_is_refused(shop: Shop) -> None:
    assert said(shop, "x.png", png(640, 480) + bytes(21 * 1024 * 1024)).endswith(
        "pèse 21 Mio, et une image 20 au plus."
    )


@pytest.mark.parametrize("data", [b"", b"ID3 a song", png(640, 480)[:12], png(0, 480), b"<svg/>"])
def test_a_file_that_is_no_picture_is_a_warning_and_the_card_stays(shop: Shop, data: bytes) -> None:
    told = "content/cards/x.yaml:5:8  avertissement  « images/x.png » n’est pas une image, ou elle est abîmée."
    assert said(shop, "x.png", data) == told
    assert "x" in shop.load().library.cards


def test_a_missing_picture_is_a_warning_and_the_card_stays(shop: Shop) -> None:
    assert said(shop, "x.png", None) == "content/cards/x.yaml:5:8  avertissement  « images/x.png » est introuvable."
    assert "x" in shop.load().library.cards

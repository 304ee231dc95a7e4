"""How tests look at a printed page: its size, its words and where they are, its ink."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from pypdf import PdfReader

MM = 25.4 / 72
"""Millimetres in a point."""
DARK = 100
"""Of 255: ink that is not a pale line."""

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftoppm") is None, reason="pdftoppm (poppler-utils) is not installed: pages are not looked at"
)


class Word(NamedTuple):
    """A word of a page, and where its box begins, mm from the top left."""

    text: str
    x: float
    y: float


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Return the width and height of each page, in whole mm."""
    boxes = [page.mediabox for page in PdfReader(BytesIO(pdf)).pages]
    return [(round(float(box.width) * MM), round(float(box.height) * MM)) for box in boxes]


def texts(pdf: bytes) -> list[str]:
    """Return the words of each page, their lines joined."""
    return [re.sub(r"[ \n]+", " ", page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def tight(text: str) -> str:
    """Return a text without its spaces and line ends: a reader of PDFs may add some where a line turns."""
    return re.sub(r"\s", "", text)


def fonts(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Yield the name of each font of a PDF, and whether its file is inside."""
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            kind = font.get_object()
            descendants = kind.get("/DescendantFonts", [kind])
            descriptor = descendants[0].get_object()["/FontDescriptor"].get_object()
            inside = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            yield str(kind["/BaseFont"]).partition("+")[2], inside


def pictures(pdf: bytes, folder: Path, dpi: int, first: int = 1, last: int = 0) -> list[np.ndarray]:
    """Return pages as grey pictures: arrays of (rows, columns), 0 is black."""
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    pages = ["-f", str(first), *(["-l", str(last)] if last else [])]
    subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), *pages, file, folder / "page"], check=True)  # noqa: S607
    found = sorted(folder.glob("page-*.pgm"))
    made = [_grey(image.read_bytes()) for image in found]
    for image in found:
        image.unlink()
    return made


def _grey(content: bytes) -> np.ndarray:
    """Return the picture of a PGM file, whose pixels are all that follows its header."""
    columns, rows = map(int, content.split(maxsplit=3)[1:3])
    return np.frombuffer(content[len(content) - columns * rows :], dtype=np.uint8).reshape(rows, columns)


def words_of(pdf: bytes, folder: Path, page: int) -> list[Word]:
    """Return the words of a page (from 1 on) with their places."""
    file = folder / "words.pdf"
    file.write_bytes(pdf)
    arguments = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(file), "-"]
    told = subprocess.run(arguments, check=True, capture_output=True).stdout.decode()
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', told)
    return [Word(text, float(x) * MM, float(y) * MM) for x, y, text in found]


def longest_run(row: np.ndarray) -> int:
    """Return how many dark pixels follow each other, at most, on a row of a picture."""
    best = run = 0
    for is_dark in row < DARK:
        run = run + 1 if is_dark else 0
        best = max(best, run)
    return best

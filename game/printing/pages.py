"""Make a PDF from a Typst template of ``assets/print`` and plain values."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from game.records.files import write_whole


class PrintError(Exception):
    """A page could not be made: the PDF cannot be written, or the template has a mistake.

    What the disk answered, if it did, is its ``__cause__``.

    Attributes:
        cut: The titles of the cards whose text does not fit, when that is why.
    """

    def __init__(self, message: str, cut: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.cut = tuple(cut)


class Printed(NamedTuple):
    """A PDF, the titles of the cards whose text had to be small, and of those whose picture cannot be shown."""

    pdf: bytes
    small: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def make_pdf(
    assets: Path, template: str, data: Mapping[str, Any], label: str = ""
) -> tuple[bytes, Sequence[Mapping[str, Any]]]:
    """Return a PDF, and the values that the template left under a label.

    Args:
        assets: The folder with ``print/NAME.typ``, ``icons`` and ``fonts``; no other typeface is used.
        template: The name of the template, without its suffix.
        data: What the template reads, as JSON values; their text prints as it is, whatever signs are in it.
        label: The label of metadata to return, ``<side>``; empty for none.

    Raises:
        PrintError: the template or a file that it reads cannot be read, or has a mistake.
    """
    import typst  # noqa: PLC0415 - large, and few sessions print

    icons = frozenset(path.stem for path in (assets / "icons").glob("*.svg"))
    try:
        compiler = typst.Compiler(
            assets / "print" / f"{template}.typ",
            root=assets,
            font_paths=[assets / "fonts"],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(_with_known(icons, data), ensure_ascii=False)},
        )
        made = compiler.compile(format="pdf")
        told = json.loads(compiler.query(label, field="value")) if label else []
    except (OSError, RuntimeError, ValueError) as error:
        raise PrintError(str(error)) from error
    if not isinstance(made, bytes):
        raise PrintError(f"{template} gave no PDF")
    return made, told


def keep_pdf(output: Path, made: bytes) -> None:
    """Write a PDF whole, in place of the one that was there, or leave that one as it was.

    Raises:
        PrintError: the file or its folder cannot be written.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_whole(output, made)
    except OSError as error:
        raise PrintError(str(error)) from error


def _with_known(icons: frozenset[str], value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what a template reads without the icons that are not there: a word is still a word without its drawing."""
    if isinstance(value, Mapping):
        kept = {key: _with_known(icons, each) for key, each in value.items()}
        return kept | {"icon": ""} if kept.get("icon", "") not in {"", *icons} else kept
    if isinstance(value, list | tuple):
        return [_with_known(icons, each) for each in value]
    return value

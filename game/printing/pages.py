"""Make a PDF from a Typst template of ``assets/print`` and plain values."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class PrintError(Exception):
    """A page could not be made: the PDF cannot be written, or the template has a mistake."""


def write_pdf(assets: Path, template: str, data: Mapping[str, Any], output: Path) -> None:
    """Write a PDF, in place of the one that was there.

    Args:
        assets: The folder with ``print/NAME.typ`` and ``fonts``; no other typeface is used.
        template: The name of the template, without its suffix.
        data: What the template reads, as JSON values.
        output: The file to write; its folder is made when it is not there.

    Raises:
        PrintError: the file cannot be written, or the template cannot be read.
    """
    import typst  # noqa: PLC0415 - large, and few sessions print

    try:
        made = typst.compile(
            assets / "print" / f"{template}.typ",
            root=assets / "print",
            font_paths=[assets / "fonts"],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(made)
    except (OSError, RuntimeError, ValueError) as error:
        raise PrintError(str(error)) from error

"""Pages that a command writes as pictures."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.errors import CommandError
from game.french import unbroken, why_refused
from game.records.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.drawing.drawlist import Picture
    from game.drawing.text import Measure

_EXTENSION = ".png"


def png_file(path: Path | None) -> Path | None:
    """Return the file that a picture is asked in, before anything long is done for it.

    Raises:
        CommandError: its name is not that of a PNG.
    """
    if path is not None and path.suffix.lower() != _EXTENSION:
        raise CommandError(unbroken(f"« {path} » : le nom d’une image finit par {_EXTENSION}, et rien d’autre."))
    return path


def write_picture(path: Path, page: "Callable[[Measure], Picture]") -> None:
    """Paint a page of 1920 x 1080 px and write it as a PNG, in place of the one that was there.

    Folders that are not there are made.

    Raises:
        CommandError: it cannot be written; the file that was there is as it was.
    """
    from game.app import make_painter  # noqa: PLC0415 - the painter is loaded only to paint
    from game.demo.offscreen import Offscreen  # noqa: PLC0415 - as above

    canvas, painter = Offscreen(), make_painter()
    painter.paint(canvas.surface, page(painter), 1.0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, canvas.png())
    except OSError as error:
        raise CommandError(unbroken(f"Impossible d’écrire « {path} » : {why_refused(error)}.")) from error

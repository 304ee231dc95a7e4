"""What is printed of the content: the list of real help."""

from collections.abc import Sequence
from pathlib import Path

from game.content.aids import Aid
from game.language import tr
from game.places import assets_folder
from game.printing.pages import keep_pdf, make_pdf
from game.printing.words import common

AIDS_NAME = "aide.pdf"


def print_aids(aids: Sequence[Aid], output: Path) -> None:
    """Write the list of real help as a PDF, on A4.

    Raises:
        PrintError: the file cannot be written.
    """
    keep_pdf(output, make_aids(aids))


def make_aids(aids: Sequence[Aid]) -> bytes:
    """Return the list of real help as a PDF, on A4.

    Raises:
        PrintError: the template cannot be read.
    """
    rows = [
        {
            "name": aid.name,
            "phone": aid.phone,
            "is_number": bool(aid.telephone),
            "purpose": aid.purpose,
            "when": aid.when,
            "source": f"{aid.source}, {aid.year}",
        }
        for aid in aids
    ]
    data = {
        **common(tr("De l’aide, vraiment")),
        "subtitle": tr("Appeler ne vous engage à rien. On peut y aller à deux."),
        "source": tr("Source\u00a0:"),
        "footer": tr("Permis de se reconstruire. À vérifier chaque année."),
        "aids": rows,
    }
    return make_pdf(assets_folder(), "aide", data)[0]

"""``permis aide``: the list of real help, on the terminal or on paper."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.errors import CommandError
from game.cli.paper import cannot_print
from game.cli.usage import FrenchCommand
from game.french import unbroken
from game.places import content_folder


def register(app: typer.Typer) -> None:
    """Add the commands to the others."""
    app.command("aide", cls=FrenchCommand)(show_aids)


def show_aids(
    *,
    pdf: Annotated[
        Path | None, typer.Option("--pdf", metavar="FICHIER", help="Écrire la liste dans un PDF, à imprimer en A4.")
    ] = None,
) -> None:
    """Montre à qui demander de l’aide, ou l’imprime."""
    from game.content.load import load  # noqa: PLC0415 - reading YAML is slow to set up, and few commands do it
    from game.printing.help_sheet import print_aids  # noqa: PLC0415 - likewise
    from game.printing.pages import PrintError  # noqa: PLC0415 - likewise

    aids = load(content_folder()).library.aids
    if not aids:
        raise CommandError(unbroken("La liste est vide : écrivez-la dans aide.yaml, dans le dossier du contenu."))
    if pdf is None:
        for aid in aids:
            typer.echo(f"{aid.phone}\n  {aid.name}. {aid.purpose}. {aid.when}. ({aid.source}, {aid.year})")
        return
    try:
        print_aids(aids, pdf)
    except PrintError as error:
        raise CommandError(cannot_print(error, pdf)) from error
    typer.echo(unbroken(f"C’est écrit : « {pdf} »."))

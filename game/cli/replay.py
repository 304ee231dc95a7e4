"""``permis rejouer``: see a session again, from its journal."""

from typing import Annotated

import typer

from game.cli.errors import display_needed, session_needed
from game.cli.usage import FrenchCommand
from game.places import sessions_folder
from game.records.shelf import find
from game.screens.replay_tape import USUAL_SPEED
from game.session.folder import read_records

_SLOWEST, _FASTEST = 0.1, 100_000.0


def register(app: typer.Typer) -> None:
    """Add the command to the others."""
    app.command("rejouer", cls=FrenchCommand)(replay_session)


def replay_session(
    ctx: typer.Context,
    seance: Annotated[
        str, typer.Argument(metavar="SÉANCE", help="Le nom de la séance, le début de ce nom, ou son dossier.")
    ],
    *,
    vitesse: Annotated[
        float,
        typer.Option(
            metavar="NOMBRE",
            min=_SLOWEST,
            max=_FASTEST,
            help="Combien de fois plus vite que la séance\u00a0; 60 sinon, une minute par seconde.",
        ),
    ] = USUAL_SPEED,
) -> None:
    """Montre à nouveau une séance, pas à pas, sans rien y changer."""
    with session_needed():
        reading = read_records(find(sessions_folder(ctx.obj.data), seance))
    if reading.is_damaged:
        typer.echo("Le journal de cette séance est abîmé\u00a0: on s’arrête avant la ligne abîmée.", err=True)
    from game.app import show_again  # noqa: PLC0415 - the windows are loaded only to show them

    with display_needed():
        show_again(ctx.obj.data, reading.records, vitesse)

"""The ``permis`` command: one short function for each subcommand. Without one, it opens the game."""

import gc
import io
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli import (
    attendance,
    boards,
    cards,
    check,
    dossiers,
    drafts,
    help_sheet,
    keys,
    noting,
    packs,
    preview,
    publish,
    record_sheets,
    records,
    replay,
    session_sheet,
    stored,
    testimonies,
)
from game.cli.errors import CommandError, display_needed
from game.cli.usage import HELP_NAMES, PARSER_ERROR, FrenchCommand, FrenchGroup, UsageError, explained
from game.french import why_refused
from game.places import data_folder
from game.session.clock import SystemClock

_CRASHED = "Le programme s’est arrêté sur une erreur imprévue"


@dataclass
class Run:
    """What one run of the command works on."""

    data: Path


app = typer.Typer(
    cls=FrenchGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": HELP_NAMES},
)


@app.callback(invoke_without_command=True)
def start(
    ctx: typer.Context,
    donnees: Annotated[
        Path | None, typer.Option(metavar="DOSSIER", help="Le dossier des séances et des réglages.")
    ] = None,
) -> None:
    """Ouvre le jeu « Permis de se reconstruire ». Avec une commande, fait ce qu’elle dit sans ouvrir le jeu."""
    run: Run = ctx.obj
    run.data = data_folder(donnees)
    if ctx.invoked_subcommand is None:
        gc.disable()  # what is loaded stays to the end: looking for cycles in it is lost time, now and during play
        from game.app import run as open_game  # noqa: PLC0415 - the windows are loaded only to open them

        gc.freeze()
        gc.enable()
        with display_needed():
            raise typer.Exit(open_game(run.data))


@app.command("demo", cls=FrenchCommand)
def demonstrate(
    *,
    sans_ecran: Annotated[bool, typer.Option("--sans-ecran", help="Jouer en mémoire, sans ouvrir de fenêtre.")] = False,
    rapide: Annotated[bool, typer.Option("--rapide", help="Ne pas laisser le temps de regarder.")] = False,
    graine: Annotated[
        int | None, typer.Option(metavar="NOMBRE", help="Un nombre\u00a0: le même donne la même séance.")
    ] = None,
    sortie: Annotated[
        Path | None, typer.Option(metavar="DOSSIER", help="Où garder le journal, le bilan et les images.")
    ] = None,
) -> None:
    """Joue toute une séance, seule, pour montrer le jeu."""
    from game.demo import show  # noqa: PLC0415 - the windows are loaded only to show them

    try:
        if sans_ecran:
            found = show.in_memory(sortie or Path("demonstration"), graine or 0, quick=rapide)
            typer.echo("\n".join(str(path) for path in found))
        else:
            with display_needed():
                show.in_window(sortie, graine, pace=10 if rapide else 1)
    except OSError as error:
        raise CommandError(f"Impossible d’écrire dans «\u00a0{sortie}\u00a0»\u00a0: {why_refused(error)}.") from error


for group in (
    check,
    testimonies,
    help_sheet,
    records,
    session_sheet,
    record_sheets,
    publish,
    noting,
    preview,
    packs,
    drafts,
    replay,
    boards,
    cards,
    keys,
    attendance,
    dossiers,
    stored,
):
    group.register(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Return its exit code: 0 when all went well, 1 for a trouble, 2 for a command not understood."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    run = Run(data_folder(None))
    command: Any = typer.main.get_command(app)
    try:
        # Not standalone: its errors come here, where they are said in French.
        code = command.main(args=arguments, prog_name="permis", standalone_mode=False, obj=run)
    except UsageError as error:
        return _explain(error)
    except PARSER_ERROR as error:
        return _explain(explained(error))
    except CommandError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception:  # noqa: BLE001 - nobody in the room can read a traceback
        return _fail(_crash(run.data, traceback.format_exc()))
    return code if isinstance(code, int) else 0


def _explain(error: UsageError) -> int:
    typer.echo(f"{error}\nPour l’aide\u00a0: {error.where} {HELP_NAMES[0]}", err=True)
    return 2


def _fail(sentence: str) -> int:
    typer.echo(sentence, err=True)
    return 1


def _crash(data: Path, trace: str) -> str:
    """Write a traceback where it can be found again, and return the sentence about it."""
    name = SystemClock().now().strftime("erreur_%Y-%m-%d_%Hh%Mm%S.txt")
    for folder in (data, Path(tempfile.gettempdir())):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(trace, encoding="utf-8")
            return f"{_CRASHED}. Le détail est dans «\u00a0{folder / name}\u00a0»."
    return f"{_CRASHED}, et le disque n’a pas pu en garder le détail."

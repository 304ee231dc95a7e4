"""``permis seances``, ``permis bilan`` and ``permis bilans``: what sessions leave, on the terminal and in files."""

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from game.cli.errors import READ_ERRORS, session_needed
from game.cli.usage import FrenchCommand, FromTyper
from game.french import duration, long_date
from game.places import sessions_folder
from game.records.report import markdown
from game.records.shelf import Kept, Unreadable, browse, find, take

PIPE_WIDTH = 200
"""Columns of a table that no terminal shows: names must stay whole for the program that reads them."""
_COLUMNS: Mapping[str, Literal["left", "right"]] = {
    **dict.fromkeys(("Séance", "Date", "Format", "État"), "left"),
    **dict.fromkeys(("Durée", "Personnes", "Échanges"), "right"),
}
_JSON, _JSON_FILE = "--json", "--json-vers"
AsJson = Annotated[bool, typer.Option(_JSON, help="Écrire du JSON, pour un autre programme.")]
SessionName = Annotated[
    str, typer.Argument(metavar="SÉANCE", help="Le nom de la séance, le début de ce nom, ou son dossier.")
]
Csv = Annotated[Path | None, typer.Option("--csv", metavar="FICHIER", help="Écrire le tableau des séances en CSV.")]
Xlsx = Annotated[Path | None, typer.Option("--xlsx", metavar="FICHIER", help="Écrire un classeur Excel (.xlsx).")]


class JsonFileCommand(FrenchCommand):
    """A command whose ``--json`` may be followed by the file to write; alone, it writes on the terminal."""

    def parse_args(self, ctx: FromTyper, args: list[str]) -> list[str]:
        """Understand ``--json FICHIER.json``, which the parser has no word for."""
        told = list(args)
        for at, (option, value) in enumerate(pairwise(args)):
            if option == _JSON and value.lower().endswith(".json"):
                told[at] = _JSON_FILE
        return super().parse_args(ctx, told)


def register(app: typer.Typer) -> None:
    """Add the commands to the others."""
    app.command("seances", cls=FrenchCommand)(list_sessions)
    app.command("bilan", cls=JsonFileCommand)(show_outcome)
    app.command("bilans", cls=FrenchCommand)(show_report)


def list_sessions(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """Liste les séances, la plus récente d’abord."""
    found = list(browse(sessions_folder(ctx.obj.data)))
    if as_json:
        typer.echo(json.dumps([_entry(item) for item in found], ensure_ascii=False, indent=2))
    elif found:
        _show_table(found)
    else:
        typer.echo(f"Aucune séance dans «\u00a0{sessions_folder(ctx.obj.data)}\u00a0».")


def show_outcome(
    ctx: typer.Context,
    seance: SessionName,
    *,
    as_json: Annotated[
        bool, typer.Option(_JSON, help="Écrire du JSON\u00a0; suivi de FICHIER.json, dans ce fichier.")
    ] = False,
    json_file: Annotated[Path | None, typer.Option(_JSON_FILE, hidden=True)] = None,
    csv: Csv = None,
    xlsx: Xlsx = None,
) -> None:
    """Affiche le bilan d’une séance, ou l’écrit dans des fichiers."""
    with session_needed():
        kept = take(find(sessions_folder(ctx.obj.data), seance))
    if kept.is_damaged:
        typer.echo("Le journal de cette séance est abîmé\u00a0: le bilan s’arrête avant la ligne abîmée.\n", err=True)
    if not (json_file or csv or xlsx):
        typer.echo(kept.outcome.as_json() if as_json else markdown(kept.outcome), nl=False)
        return
    from game.cli.record_files import Told, write_files  # noqa: PLC0415 - libraries of spreadsheets are loaded to write
    from game.records.adding import report  # noqa: PLC0415 - as above

    one = kept.outcome
    told = Told((one,), report((one,), one.day, one.day), one.as_json())
    write_files(ctx.obj.data, told, csv=csv, xlsx=xlsx, json_file=json_file)


def show_report(
    ctx: typer.Context,
    *,
    du: Annotated[
        str | None, typer.Option("--du", metavar="DATE", help="Le premier jour (2026-01-01 ou 01/01/2026).")
    ] = None,
    au: Annotated[str | None, typer.Option("--au", metavar="DATE", help="Le dernier jour, compris.")] = None,
    csv: Csv = None,
    xlsx: Xlsx = None,
    json_file: Annotated[
        Path | None, typer.Option(_JSON, metavar="FICHIER", help="Écrire le bilan de la période en JSON.")
    ] = None,
    sortie: Annotated[
        Path | None, typer.Option("--sortie", metavar="DOSSIER", help="Écrire tous les fichiers dans ce dossier.")
    ] = None,
) -> None:
    """Dit ce que les séances d’une période font ensemble\u00a0: heures, présences, thèmes, rôles, météo.

    Seules les séances clôturées sont comptées\u00a0; les autres sont dites à part. Le guide\u00a0: docs/bilans.md.
    """
    from game.cli.record_choices import gathered, period  # noqa: PLC0415 - as above
    from game.cli.record_files import Told, chosen_pillars, write_files  # noqa: PLC0415 - as above
    from game.cli.report_text import report_text, troubles_text  # noqa: PLC0415 - as above
    from game.records.adding import counted_ones, report  # noqa: PLC0415 - as above
    from game.records.outcome import Outcome  # noqa: PLC0415 - as above

    first, last = period(du, au)
    found = gathered(ctx.obj.data, Outcome)
    pillars = chosen_pillars()
    said = report(found.outcomes, first, last, apart=found.apart, pillars=pillars)
    typer.echo(report_text(said))
    troubles = troubles_text(said, READ_ERRORS)
    if troubles:
        typer.echo("\n" + "\n".join(troubles), err=True)
    told = Told(tuple(counted_ones(found.outcomes, first, last)), said, said.as_json(), tuple(troubles))
    write_files(ctx.obj.data, told, csv=csv, xlsx=xlsx, json_file=json_file, folder=sortie)


def _entry(item: Kept | Unreadable) -> dict[str, Any]:
    if isinstance(item, Unreadable):
        return {"seance": item.folder.name, "erreur": READ_ERRORS[item.error.code]}
    kept = {"day", "place", "mode", "format_title", "status", "minutes", "people", "exchanges", "demonstration"}
    return {"seance": item.folder.name, **item.outcome.model_dump(mode="json", by_alias=True, include=kept)}


def _show_table(found: list[Kept | Unreadable]) -> None:
    from game.cli.tables import print_table  # noqa: PLC0415 - few commands print a table

    print_table(_COLUMNS, map(_row, found), PIPE_WIDTH)


def _row(item: Kept | Unreadable) -> tuple[str, ...]:
    if isinstance(item, Unreadable):
        return (item.folder.name, "", READ_ERRORS[item.error.code])
    one = item.outcome
    status = f"{one.status}, démonstration" if one.demonstration else one.status
    name, when, length = item.folder.name, long_date(one.day), duration(one.minutes)
    return (name, when, one.format_title, status, length, str(one.people), str(one.exchanges))

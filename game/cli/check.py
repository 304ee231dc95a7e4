"""``permis verifier``: all that is wrong in a content folder, for a person, for a program, or for a forge."""

import json
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.errors import CommandError
from game.cli.usage import FrenchCommand
from game.cli.workshop import READ_HELP, folder_to_read
from game.french import counted, unbroken, why_refused
from game.places import assets_folder, cache_folder
from game.session.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.content.problems import Problem

_LEVELS = {"erreur": "error", "avertissement": "warning", "conseil": "notice"}


class Output(StrEnum):
    """How the problems are written."""

    TEXT = "texte"
    JSON = "json"
    GITHUB = "github"


def register(app: typer.Typer) -> None:
    """Add the command that checks the content to the ``permis`` command."""
    app.command("verifier", cls=FrenchCommand)(check_content)


def check_content(
    ctx: typer.Context,
    dossier: Annotated[Path | None, typer.Argument(metavar="DOSSIER", help=READ_HELP)] = None,
    *,
    corriger: Annotated[
        bool, typer.Option("--corriger", help="Mettre d’abord au propre espaces, guillemets et apostrophes.")
    ] = False,
    annees: Annotated[
        int, typer.Option(metavar="N", min=1, max=100, help="Au bout de combien d’années un fait est à revoir.")
    ] = 6,
    format_: Annotated[
        Output, typer.Option("--format", metavar="FORMAT", help="texte, json, ou github.", case_sensitive=False)
    ] = Output.TEXT,
) -> None:
    """Vérifie les cartes, les plateaux et les formats, et dit tout ce qui ne va pas.

    Une erreur laisse quelque chose de côté. Un avertissement dit ce qui n’est sans doute pas voulu. Un conseil dit ce
    qui pourrait être mieux. La commande finit par 1 s’il y a une erreur, sinon par 0.

    Clés du JSON (--format json) :
      version     1 ; change si une clé change de sens
      problemes   la liste, dans l’ordre des fichiers ; pour chacun :
        fichier     le chemin, depuis le dossier qui contient le dossier vérifié
        ligne       à partir de 1
        colonne     à partir de 1, en caractères
        gravite     erreur, avertissement ou conseil
        message     ce qui ne va pas
        remede      quoi faire ; peut être vide
      total       combien d’erreurs, d’avertissements et de conseils
    """
    from game.checks.verifying import verify  # noqa: PLC0415 - reading YAML is slow to set up, and few commands do it

    root = folder_to_read(ctx.obj.data, dossier)
    if corriger:
        _correct(root)
    cache = cache_folder(ctx.obj.data)
    found = verify(root, assets_folder(), SystemClock().now().date(), years=annees, cache_folder=cache)
    typer.echo(_WRITERS[format_](found, root))
    raise typer.Exit(1 if any(problem.severity == "erreur" for problem in found) else 0)


def _correct(root: Path) -> None:
    from game.checks.verifying import correct  # noqa: PLC0415 - as above

    try:
        files = correct(root)
    except OSError as error:
        raise CommandError(unbroken(f"Rien n’a été corrigé : {why_refused(error)}.")) from error
    many = counted(len(files), "fichier mis au propre", "fichiers mis au propre")
    told = f"{many} : {', '.join(files)}." if files else "Rien à mettre au propre."
    typer.echo(unbroken(told), err=True)


def _as_text(problems: "Sequence[Problem]", _root: Path) -> str:
    return "\n".join([*map(str, problems), _count(problems)])


def _as_json(problems: "Sequence[Problem]", _root: Path) -> str:
    from game.checks.verifying import told  # noqa: PLC0415 - as above

    total = {f"{level}s": sum(problem.severity == level for problem in problems) for level in _LEVELS}
    written = {"version": 1, "problemes": [told(problem) for problem in problems], "total": total}
    return json.dumps(written, ensure_ascii=False, indent=2)


def _as_commands(problems: "Sequence[Problem]", root: Path) -> str:
    """Return the commands by which GitHub shows a problem beside its line (docs.github.com, workflow commands)."""
    return "\n".join(_command(problem, root) for problem in problems)


def _command(problem: "Problem", root: Path) -> str:
    file = root.resolve().parent / problem.path
    shown = file.relative_to(Path.cwd()).as_posix() if file.is_relative_to(Path.cwd()) else file.as_posix()
    place = f"file={_property(shown)},line={problem.line},col={problem.column}"
    words = f"{problem.message}\n{problem.remedy}" if problem.remedy else problem.message
    return f"::{_LEVELS[problem.severity]} {place}::{_escaped(words)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _count(problems: "Sequence[Problem]") -> str:
    if not problems:
        return "Aucun problème."
    counts = Counter(str(found.severity) for found in problems)
    parts = [counted(counts[level], level) for level in _LEVELS if counts[level]]
    return f"{counted(len(problems), 'problème')}\u00a0: {', '.join(parts)}."


_WRITERS = {Output.TEXT: _as_text, Output.JSON: _as_json, Output.GITHUB: _as_commands}

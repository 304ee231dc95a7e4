"""``permis dossiers``: what a copilote reads of the envelopes, with the private key, and the follow-up of steps."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from game.cli.answers import NotUnderstoodError, one_of
from game.cli.erasing import ELSEWHERE, erase_known
from game.cli.errors import CommandError
from game.cli.phrases import PhraseFrom
from game.cli.unsealing import Folders, Key, unseal, write_dossier
from game.cli.usage import FrenchCommand
from game.french import counted, long_date, unbroken
from game.session.clock import SystemClock

if TYPE_CHECKING:
    from game.sealed.dossiers import Dossier
    from game.sealed.envelopes import Reading
    from game.sealed.keys import PrivateKey
    from game.sealed.payload import FollowStatus


def register(app: typer.Typer) -> None:
    """Add the command to the others."""
    app.command("dossiers", cls=FrenchCommand)(show_dossiers)


def show_dossiers(
    ctx: typer.Context,
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="Le code d’une personne\u00a0; sinon, tous les codes.")
    ] = None,
    *,
    cle: Key = None,
    enveloppes: Folders = None,
    exporter: Annotated[
        Path | None, typer.Option(metavar="FICHIER", help="Écrire le dossier de ce code\u00a0: .json, .csv ou .txt.")
    ] = None,
    effacer: Annotated[bool, typer.Option("--effacer", help="Effacer tout ce qui concerne ce code.")] = False,
    suivi: Annotated[
        str | None, typer.Option(metavar="PAS", help="Noter un point sur ce pas\u00a0: le début de son identifiant.")
    ] = None,
    mois: Annotated[int | None, typer.Option(metavar="N", help="L’échéance de ce point\u00a0: 1, 3 ou 6 mois.")] = None,
    statut: Annotated[str | None, typer.Option(metavar="STATUT", help="tenu, en cours ou abandonné.")] = None,
    accord: Annotated[bool, typer.Option("--accord", help="La personne est d’accord pour que ce soit noté.")] = False,
    phrase_fd: PhraseFrom = None,
) -> None:
    """Ouvre les enveloppes, sur l’ordinateur d’un copilote : les présences et les pas d’un code, les points à faire."""
    if cle is None:
        raise CommandError(unbroken("Il faut la clé privée : --cle FICHIER. Sans elle, rien ne s’ouvre."))
    if (exporter is not None or effacer) and code is None:
        raise CommandError(unbroken("Dites quel code : permis dossiers CODE --exporter FICHIER, ou --effacer …"))
    reading, key = unseal(ctx.obj.data, cle, enveloppes, phrase_fd)
    today = SystemClock().now().date()
    if suivi is not None:
        _follow(reading, key, suivi, (mois, statut), agreed=accord)
    elif code is None:
        typer.echo(_listed(reading, today))
    else:
        dossier = dossier_asked(reading, code)
        if exporter is not None:
            write_dossier(dossier, exporter)
        if effacer:
            _erase(ctx.obj.data, dossier.code, reading)
        elif exporter is None:
            typer.echo(_told(dossier, today), nl=False)


def dossier_asked(reading: "Reading", code: str) -> "Dossier":
    """Return the dossier of a code as it was typed.

    Raises:
        CommandError: it is no code, or no envelope is about it.
    """
    from game.sealed.dossiers import dossier_of  # noqa: PLC0415 - sealing is loaded by the few who need it
    from game.sealed.errors import SealedError  # noqa: PLC0415 - likewise
    from game.sealed.payload import usual_code  # noqa: PLC0415 - likewise

    try:
        return dossier_of(reading, usual_code(code))
    except SealedError as error:
        raise CommandError(str(error)) from error


def _erase(data: Path, code: str, reading: "Reading") -> None:
    from game.sealed.erasing import envelopes_of  # noqa: PLC0415 - as above

    is_left = erase_known(data, code, envelopes_of(reading.opened, code))
    typer.echo(unbroken(ELSEWHERE))
    if is_left:
        raise typer.Exit(1)


def _listed(reading: "Reading", today: date) -> str:
    """Return all codes with what is known of each, and the follow-ups that are due."""
    from game.sealed.dossiers import dossiers  # noqa: PLC0415 - as above

    found = dossiers(reading.facts)
    if not found:
        return "Aucune enveloppe."
    lines = [counted(len(found), "code")]
    for code, dossier in found.items():
        present = sum(fact.status == "présent" for fact in dossier.attendances)
        seen = counted(present, "présence")
        lines.append(f"  {code} : {seen}, {counted(len(dossier.paths), 'prochain pas', 'prochains pas')}")
    due = [line for dossier in found.values() for line in _due(dossier, today)]
    lines += ["", "Points à faire, avec l’accord de la personne" if due else "Aucun point à faire aujourd’hui.", *due]
    return unbroken("\n".join(lines))


def _told(dossier: "Dossier", today: date) -> str:
    from game.sealed.dossiers import as_text  # noqa: PLC0415 - as above

    due = list(_due(dossier, today))
    more = "\n".join(["", "Points à faire, avec son accord", *due, ""]) if due else ""
    return as_text(dossier) + unbroken(more)


def _due(dossier: "Dossier", today: date) -> list[str]:
    from game.sealed.dossiers import after  # noqa: PLC0415 - as above

    return [
        f"  {dossier.code}, à {months} mois (depuis le {long_date(after(path.step.day, months))}) : {path.step.aim}"
        f" – pas {str(path.step.id)[:8]}"
        for path in dossier.paths
        if (months := path.due(today)) is not None
    ]


def _follow(
    reading: "Reading", key: "PrivateKey", step: str, said: tuple[int | None, str | None], *, agreed: bool
) -> None:
    """Seal what became of a step, beside the step itself."""
    from game.sealed.dossiers import MONTHS, step_envelope  # noqa: PLC0415 - as above
    from game.sealed.envelopes import seal_follow_up  # noqa: PLC0415 - as above
    from game.sealed.errors import SealedError  # noqa: PLC0415 - as above
    from game.sealed.payload import FollowStatus as Statuses  # noqa: PLC0415 - as above

    months, typed = said
    if months not in MONTHS or typed is None:
        raise CommandError(unbroken("Dites l’échéance et le statut : --mois 1, 3 ou 6, --statut tenu."))
    try:
        status = one_of({name: (name,) for name in get_args(Statuses)})(typed)
        envelope = step_envelope(reading, step)
        at = SystemClock().now()
        kept = seal_follow_up(envelope, key.public, months, cast("FollowStatus", status), at, agreed=agreed)
    except (SealedError, NotUnderstoodError) as error:
        raise CommandError(unbroken(str(error))) from error
    typer.echo(unbroken(f"C’est noté et fermé : « {kept} »."))

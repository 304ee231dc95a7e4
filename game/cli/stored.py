"""``permis donnees``: what is stored on this computer, the rights of a person over it, and its time."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.dossiers import dossier_asked
from game.cli.erasing import ELSEWHERE, erase_known, erase_listed, tell_kept, usual, write_list
from game.cli.errors import CommandError
from game.cli.phrases import PhraseFrom
from game.cli.unsealing import Folders, Key, unseal, write_dossier
from game.cli.usage import FrenchCommand, FrenchGroup
from game.desk.rehearsal import leftovers
from game.french import counted, long_date, unbroken, why_refused
from game.places import sessions_folder
from game.session.clock import SystemClock

if TYPE_CHECKING:
    from game.retention.purging import Old
    from game.sealed.dossiers import Dossier
    from game.sealed.envelopes import Opened

_NO_KEY = (
    "Les enveloppes de ce portable ne disent pas qui elles concernent : sans la clé privée, on ne peut ni les lire ni "
    "choisir lesquelles effacer."
)

_ELSEWHERE_KEY = "Sur l’ordinateur d’un copilote : --cle FICHIER --enveloppes DOSSIER."


def register(app: typer.Typer) -> None:
    """Add the commands about stored data to the ``permis`` command."""
    told = unbroken("Dit ce qui est gardé sur cet ordinateur ; exporter, effacer, purger.")
    stored = typer.Typer(cls=FrenchGroup, help=told, rich_markup_mode=None, invoke_without_command=True)
    stored.callback()(_tell_all)
    stored.command("exporter", cls=FrenchCommand)(export)
    stored.command("effacer", cls=FrenchCommand)(erase_code)
    stored.command("purger", cls=FrenchCommand)(purge_old)
    app.add_typer(stored, name="donnees")


def _tell_all(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is not None:
        return
    from game.retention.inventory import inventory  # noqa: PLC0415 - few commands need it

    typer.echo(unbroken(f"Données : « {ctx.obj.data} ». Aucun nom de personne, aucun compte, aucun envoi.\n"))
    for kind in inventory(ctx.obj.data, leftovers()):
        size = f"{counted(len(kind.files), 'fichier')}, {_size(kind.size)}" if kind.files else "rien"
        typer.echo(unbroken(f"{kind.what} : {size}\n    où : {kind.where}\n    pourquoi : {kind.why}"))
        typer.echo(unbroken(f"    combien de temps : {kind.keep}"))
    more = (
        "\nPurger : permis donnees purger --mois 24 --essai. Une personne : permis donnees exporter CODE, effacer CODE."
    )
    typer.echo(unbroken(more))


def export(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="Le code interne de la personne.")],
    *,
    cle: Key = None,
    enveloppes: Folders = None,
    sortie: Annotated[
        Path | None, typer.Option("--sortie", metavar="FICHIER", help="Le fichier à écrire\u00a0: .json, .csv, .txt.")
    ] = None,
    phrase_fd: PhraseFrom = None,
) -> None:
    """Donne tout ce qui concerne un code : les séances animées et, avec la clé privée, les enveloppes."""
    from game.retention.facilitators import facilitated  # noqa: PLC0415 - as above

    known = usual(code)
    sessions = facilitated(sessions_folder(ctx.obj.data), known)
    typer.echo(unbroken(f"Séances animées par {known} : {len(sessions) or 'aucune'}"))
    for one in sessions:
        typer.echo(unbroken(f"  {long_date(one.day)}, {one.place} : {one.session}"))
    dossier = _dossier(ctx.obj.data, known, (cle, enveloppes, phrase_fd), may_be_empty=bool(sessions))
    dossier = replace(dossier, facilitated=tuple(one.session for one in sessions))
    if cle is None:
        typer.echo(unbroken(f"{_NO_KEY} {_ELSEWHERE_KEY}"), err=True)
    if sortie is not None:
        write_dossier(dossier, sortie)
    elif cle is not None:
        from game.sealed.dossiers import as_text  # noqa: PLC0415 - as above

        typer.echo(as_text(dossier), nl=False)


def _dossier(
    data: Path, code: str, asked: tuple[Path | None, list[Path] | None, int | None], *, may_be_empty: bool
) -> "Dossier":
    """Return what the envelopes say of a code; nothing without the key, or of one that is known otherwise.

    Args:
        data: The data folder.
        code: As codes are compared.
        asked: The private key file, the folders of envelopes, where the passphrase comes from.
        may_be_empty: Whether the code is known from the journals.
    """
    from game.sealed.dossiers import Dossier, dossiers  # noqa: PLC0415 - as above

    key, folders, descriptor = asked
    if key is None:
        return Dossier(code, (), ())
    reading, _ = unseal(data, key, folders, descriptor)
    if may_be_empty and code not in dossiers(reading.facts):
        return Dossier(code, (), ())
    return dossier_asked(reading, code)


def erase_code(
    ctx: typer.Context,
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="Le code interne de la personne.")] = None,
    *,
    cle: Key = None,
    enveloppes: Folders = None,
    liste: Annotated[
        Path | None, typer.Option(metavar="FICHIER", help="Effacer les enveloppes que cette liste nomme, sans clé.")
    ] = None,
    ecrire_liste: Annotated[
        Path | None,
        typer.Option("--ecrire-liste", metavar="FICHIER", help="Écrire la liste, pour les portables sans clé."),
    ] = None,
    phrase_fd: PhraseFrom = None,
) -> None:
    """Efface ce qui concerne un code : dans les journaux de cet ordinateur et, avec la clé privée, les enveloppes.

    Un portable sans clé ne sait pas quelles enveloppes effacer. Le copilote écrit la liste de leurs noms, qui ne
    disent rien (--ecrire-liste), et le portable efface celles de la liste (--liste).
    """
    if (code is None) == (liste is None):
        raise CommandError(unbroken("Dites un code, ou une liste : permis donnees effacer CODE, ou --liste FICHIER."))
    left = False
    if liste is not None:
        left = erase_listed(ctx.obj.data, liste, enveloppes)
    elif code is not None:
        known = usual(code)
        envelopes = _envelopes(ctx.obj.data, known, cle, enveloppes, phrase_fd)
        if ecrire_liste is not None:
            write_list(ecrire_liste, envelopes)
        left = erase_known(ctx.obj.data, known, envelopes)
        if cle is None:
            typer.echo(unbroken(f"{_NO_KEY} {_ELSEWHERE_KEY}"))
    typer.echo(unbroken(ELSEWHERE))
    if left:
        raise typer.Exit(1)


def purge_old(
    ctx: typer.Context,
    *,
    mois: Annotated[
        int, typer.Option(metavar="N", help="Combien de mois garder après la fin d’une séance, de 1 à 36.")
    ] = 24,
    essai: Annotated[bool, typer.Option("--essai", help="Montrer seulement ce qui serait effacé.")] = False,
    pour_de_vrai: Annotated[bool, typer.Option("--pour-de-vrai", help="Effacer.")] = False,
    cle: Key = None,
    enveloppes: Folders = None,
    phrase_fd: PhraseFrom = None,
) -> None:
    """Efface ce qui est trop vieux : séances entières, brouillons, restes. Sans --pour-de-vrai, montre seulement.

    Avec la clé privée, efface aussi les enveloppes trop vieilles des dossiers d’un copilote (--enveloppes).
    """
    from game.retention.purging import MonthsError, plan, plan_envelopes, purge  # noqa: PLC0415 - as above

    if essai and pour_de_vrai:
        raise CommandError("Choisissez --essai ou --pour-de-vrai.")
    if enveloppes and cle is None:
        raise CommandError(unbroken("Le jour d’une enveloppe est écrit dedans : il faut aussi --cle FICHIER."))
    today = SystemClock().now().date()
    try:
        planned = plan(ctx.obj.data, mois, today, leftovers())
        if cle is not None:
            reading, _ = unseal(ctx.obj.data, cle, enveloppes, phrase_fd)
            planned += plan_envelopes(reading, mois, today)
    except MonthsError as error:
        raise CommandError(unbroken(f"--mois {mois} : il faut un nombre de 1 à 36 (24 d’ordinaire).")) from error
    except OSError as error:
        raise CommandError(unbroken(f"« {ctx.obj.data} » ne se lit pas : {why_refused(error)}.")) from error
    typer.echo("\n".join(map(_old, planned)) or "Rien n’est assez vieux pour être effacé.")
    if not pour_de_vrai:
        typer.echo(unbroken("C’est un essai : rien n’est effacé. Pour effacer : --pour-de-vrai."))
        return
    done = purge(planned)
    typer.echo(unbroken(f"Effacé : {len(done.gone)}. {ELSEWHERE}"))
    if tell_kept(done.kept):
        raise typer.Exit(1)


def _envelopes(
    data: Path, code: str, key: Path | None, folders: list[Path] | None, descriptor: int | None
) -> "tuple[Opened, ...]":
    """Return the envelopes of a code; none without the key, that alone tells whose they are."""
    if key is None:
        return ()
    from game.sealed.erasing import envelopes_of  # noqa: PLC0415 - as above

    reading, _ = unseal(data, key, folders, descriptor)
    return envelopes_of(reading.opened, code)


def _old(one: "Old") -> str:
    since = f", du {long_date(one.since)}" if one.since else ""
    return f"  {one.what}{since}\u00a0: {one.path}"


def _size(size: int) -> str:
    kilo = 1024
    if size < kilo:
        return f"{size} octets"
    return f"{size / kilo:.0f} Ko" if size < kilo * kilo else f"{size / kilo / kilo:.1f} Mo".replace(".", ",")

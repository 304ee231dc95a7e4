"""``permis imprimer``: the papers that are made of sessions, beside those of the kit (see `game.cli.paper`)."""

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.errors import CommandError
from game.cli.paper import cannot_print, print_things
from game.cli.record_choices import (
    gathered,
    period,
    sessions_between,
    sessions_named,
    taken,
    typed_codes,
    typed_day,
    typed_line,
    typed_logos,
    typed_name,
)
from game.cli.usage import FrenchCommand, FrenchGroup, FromTyper, UsageError, help_page
from game.french import counted, unbroken
from game.places import assets_folder, content_folder
from game.records.outcome import Totals

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.content.cards import Theme
    from game.printing.records.signing import Signing
    from game.records.outcome import Outcome

_KIT = "papier"
"""The command of the paper kit, which is typed without its name: ``permis imprimer cartes``."""
_WHICH = "Le nom de la séance, le début de ce nom, ou son dossier."
Output = Annotated[Path | None, typer.Option("--vers", metavar="FICHIER", help="Le PDF à écrire\u202f; sinon, ici.")]
SessionName = Annotated[str, typer.Argument(metavar="SÉANCE", help=_WHICH)]
From = Annotated[str | None, typer.Option("--du", metavar="DATE", help="Le premier jour (2026-01-01 ou 01/01/2026).")]
To = Annotated[str | None, typer.Option("--au", metavar="DATE", help="Le dernier jour, compris.")]


class PrintGroup(FrenchGroup):
    """``permis imprimer``: a paper of a session is a command of its own; any other name is one of the paper kit."""

    def resolve_command(self, ctx: FromTyper, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command of the paper that is named, else that of the kit with all that was typed.

        Raises:
            UsageError: what is typed is close to the name of a paper of a session.
        """
        papers = [name for name in self.commands if name != _KIT]
        if get_close_matches(args[0].lower(), papers, n=1, cutoff=0.7):
            return super().resolve_command(ctx, args)
        return args[0], self.commands[_KIT], args

    def get_help(self, ctx: FromTyper) -> str:
        """Return the help page of the kit, then the papers of sessions."""
        kit: FromTyper = self.commands[_KIT]
        papers = {name: entry.help or "" for name, entry in self.commands.items() if name != _KIT}
        rows = [f"  {name:<24}  {told.splitlines()[0]}" for name, told in papers.items()]
        more = f"Pour les options de l’un d’eux : {ctx.command_path} bilan --aide"
        told = ["Papiers des séances, sous le même nom de commande :", *rows, unbroken(more)]
        return f"{help_page(kit, ctx)}\n\n{unbroken(chr(10).join(told))}"


def register(app: typer.Typer) -> None:
    """Add ``permis imprimer`` to the others."""
    papers = typer.Typer(cls=PrintGroup, rich_markup_mode=None, invoke_without_command=True)
    told = "Imprime le kit papier, et les papiers des séances : bilan, mur, émargement, attestation, année."
    papers.callback(help=unbroken(told), context_settings={"ignore_unknown_options": True})(_need_a_name)
    papers.command(_KIT, cls=FrenchCommand, hidden=True)(print_things)
    papers.command("bilan", cls=FrenchCommand)(print_record)
    papers.command("mur", cls=FrenchCommand)(print_poster)
    papers.command("emargement", cls=FrenchCommand)(print_attendance)
    papers.command("attestation", cls=FrenchCommand)(print_attestation)
    papers.command("annee", cls=FrenchCommand)(print_report)
    app.add_typer(papers, name="imprimer")


def _need_a_name(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise UsageError("Il manque QUOI.", ctx.command_path)


def print_record(ctx: typer.Context, seance: SessionName, *, vers: Output = None) -> None:
    """Le bilan d’une séance, en images, sur une page A4."""
    from game.printing.records.session import print_session  # noqa: PLC0415 - few commands print

    record, laid = taken(ctx.obj.data, seance)
    _write(vers or Path("bilan.pdf"), lambda: print_session(assets_folder(), record, laid, _themes()))


def print_poster(ctx: typer.Context, seance: SessionName, *, vers: Output = None) -> None:
    """Le mur d’une séance, en affiche A3."""
    from game.printing.records.wall import print_wall  # noqa: PLC0415 - as above

    record, laid = taken(ctx.obj.data, seance)
    if not laid:
        raise CommandError("Le mur de cette séance n’a pas encore de brique\u00a0: rien n’est imprimé.")
    _write(vers or Path("mur.pdf"), lambda: print_wall(assets_folder(), record, laid, _themes()))


def print_attendance(
    ctx: typer.Context,
    seance: Annotated[
        str | None,
        typer.Argument(metavar="SÉANCE", help="Une séance de cet ordinateur\u202f; sinon, une feuille vide."),
    ] = None,
    *,
    codes: Annotated[str | None, typer.Option(metavar="A12,B07", help="Une ligne par code interne.")] = None,
    lignes: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=500, help="Combien de lignes vides\u202f; sinon, 15.")
    ] = None,
    titre: Annotated[str | None, typer.Option(metavar="TITRE", help="L’intitulé de l’action.")] = None,
    jour: Annotated[str | None, typer.Option("--date", metavar="DATE", help="Le jour (2026-11-23).")] = None,
    lieu: Annotated[str | None, typer.Option(metavar="LIEU", help="Le lieu.")] = None,
    horaires: Annotated[str | None, typer.Option(metavar="HEURES", help="« de 9 h à 12 h ».")] = None,
    animateur: Annotated[
        str | None, typer.Option(metavar="NOM", help="Qui anime\u00a0: écrit sur le papier, gardé nulle part.")
    ] = None,
    logos: Annotated[
        Path | None, typer.Option(metavar="DOSSIER", help="Les logos des financeurs\u00a0: PNG ou JPEG.")
    ] = None,
    sans_nom: Annotated[bool, typer.Option("--sans-nom", help="Sans colonne de noms, pour la prison.")] = False,
    vers: Output = None,
) -> None:
    """La feuille d’émargement, vide ou avec des codes, à signer sur papier."""
    from game.printing.records.signing import USUAL_LINES, Signing, print_signing  # noqa: PLC0415 - as above

    if codes and lignes:
        raise CommandError("Choisissez\u00a0: des codes, ou un nombre de lignes vides.")
    record = taken(ctx.obj.data, seance)[0] if seance else None
    if record and codes and record.mode == "sensibilisation":
        raise CommandError("Cette séance est de sensibilisation\u00a0: on y compte des personnes, sans code.")
    sheet = Signing(
        title=typed_line(titre),
        day=typed_day(jour, "--date"),
        hours=unbroken(typed_line(horaires)),
        place=typed_line(lieu),
        facilitator=typed_line(animateur),
        codes=typed_codes(codes),
        lines=lignes or (record and record.people) or USUAL_LINES,
        is_nameless=sans_nom,
    )
    filled = _of_session(sheet, record) if record else sheet
    pictures = typed_logos(logos) if logos else ()
    _write(vers or Path("emargement.pdf"), lambda: print_signing(assets_folder(), filled, pictures))


def print_attestation(
    ctx: typer.Context,
    seances: Annotated[list[str] | None, typer.Argument(metavar="SÉANCE…", help=_WHICH)] = None,
    *,
    nom: Annotated[
        str | None,
        typer.Option(
            metavar="NOM",
            help="Le nom à écrire, gardé nulle part. Sinon, il est demandé\u00a0: c’est plus sûr.",
        ),
    ] = None,
    du: From = None,
    au: To = None,
    code: Annotated[
        str | None, typer.Option(metavar="CODE", help="Dans la période, les séances animées sous ce code interne.")
    ] = None,
    avec_lieux: Annotated[
        bool, typer.Option("--avec-lieux", help="Écrire aussi les lieux\u00a0: certains en disent trop.")
    ] = False,
    vers: Output = None,
) -> None:
    """L’attestation d’animation d’un pilote\u00a0: heures, tâches, compétences."""
    from game.printing.records.certificate import Facilitated, print_certificate  # noqa: PLC0415 - as above

    found = (
        sessions_named(ctx.obj.data, seances) if seances else sessions_between(ctx.obj.data, du, au, typed_line(code))
    )
    name = typed_name(_asked_name() if nom is None else nom)
    done = Facilitated(name, found, has_places=avec_lieux)
    _write(vers or Path("attestation.pdf"), lambda: print_certificate(assets_folder(), done))
    if not seances and not code:
        said = f"{counted(len(found), 'séance comptée', 'séances comptées')} : toutes celles de la période. "
        more = "Si cette personne ne les a pas toutes animées, nommez les siennes, ou ajoutez --code."
        typer.echo(unbroken(said + more))


def print_report(ctx: typer.Context, *, du: From = None, au: To = None, vers: Output = None) -> None:
    """La fiche du bilan annuel, en images, sur deux pages A4."""
    from game.printing.records.year import print_year  # noqa: PLC0415 - as above
    from game.records.adding import report  # noqa: PLC0415 - as above

    first, last = period(du, au)
    found = gathered(ctx.obj.data, Totals)
    themes = _themes()
    pillars = {theme.id: theme.pillar for theme in themes.values()}
    said = report(found.outcomes, first, last, apart=found.apart, pillars=pillars)
    if not said.sessions:
        left = f" ({counted(len(said.not_closed), 'séance jamais clôturée', 'séances jamais clôturées')})"
        told = f"Aucune séance clôturée entre le {first:%d/%m/%Y} et le {last:%d/%m/%Y}"
        raise CommandError(unbroken(f"{told}{left if said.not_closed else ''} : rien n’est imprimé."))
    _write(vers or Path("annee.pdf"), lambda: print_year(assets_folder(), said, themes))


def _themes() -> "Mapping[str, Theme]":
    from game.content.load import load  # noqa: PLC0415 - reading YAML is slow to set up, and few commands do it

    return load(content_folder()).library.themes


def _asked_name() -> str:
    try:
        return str(typer.prompt("Le nom à écrire sur l’attestation, gardé nulle part"))
    except typer.Abort as error:
        raise CommandError("Aucun nom n’a été tapé\u00a0: rien n’est imprimé.") from error


def _write(output: Path, make: "Callable[[], bytes]") -> None:
    """Make a PDF and write it whole.

    Raises:
        CommandError: it cannot be made or written; what was there is as it was.
    """
    from game.printing.pages import PrintError, keep_pdf  # noqa: PLC0415 - as above

    try:
        keep_pdf(output, make())
    except PrintError as error:
        raise CommandError(cannot_print(error, output)) from error
    typer.echo(unbroken(f"C’est écrit : « {output} »."))


def _of_session(sheet: "Signing", record: "Outcome") -> "Signing":
    """Return a sheet with what the session knows where nothing was typed."""
    from game.printing.records.shared import day_said, hours_said  # noqa: PLC0415 - as above
    from game.printing.records.signing import half_days_of  # noqa: PLC0415 - as above

    return replace(
        sheet,
        title=sheet.title or record.title or record.format_title,
        day=sheet.day or day_said(record.day),
        hours=sheet.hours or hours_said(record.start, record.end),
        place=sheet.place or record.place,
        half_days=half_days_of(record),
    )

"""``permis presences``: note who was there and next steps of persons, by code, in envelopes that stay sealed here."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from game.cli.answers import NotUnderstoodError, ask, one_of, yes
from game.cli.errors import CommandError, session_needed
from game.cli.usage import FrenchCommand
from game.french import counted, unbroken
from game.places import assets_folder, content_folder, sessions_folder
from game.records.outcome import HalfDay
from game.records.shelf import find, take
from game.session.clock import SystemClock
from game.session.folder import summary

if TYPE_CHECKING:
    from game.sealed.envelopes import Layer
    from game.sealed.payload import Presence

_HALF_DAYS: tuple[str, ...] = get_args(HalfDay)
_NO_LAYER = (
    "Cette séance ne note rien sur des personnes. Il faut une séance entre pilotes, qui n’est pas une démonstration, "
    "et la clé publique de l’association (permis cle installer). En sensibilisation, cela n’existe pas."
)


def register(app: typer.Typer) -> None:
    """Add the command to the others."""
    app.command("presences", cls=FrenchCommand)(note_attendance)


def note_attendance(
    ctx: typer.Context,
    seance: Annotated[
        str, typer.Argument(metavar="SÉANCE", help="Le nom de la séance, le début de ce nom, ou son dossier.")
    ],
    *,
    code: Annotated[str | None, typer.Option(metavar="CODE", help="Le code interne d’une personne (A12).")] = None,
    statut: Annotated[
        str | None, typer.Option(metavar="STATUT", help="présent, excusé, absent, annulé, à préciser.")
    ] = None,
    demi_journee: Annotated[
        str | None, typer.Option("--demi-journee", metavar="MOMENT", help="matin, après-midi, soir.")
    ] = None,
    pas: Annotated[
        str | None, typer.Option(metavar="THÈME", help="Le thème du prochain pas de cette personne.")
    ] = None,
    objectif: Annotated[str | None, typer.Option(metavar="LIBELLÉ", help="L’objectif de France Travail.")] = None,
    accord: Annotated[
        bool, typer.Option("--accord", help="La personne est d’accord pour que ce pas soit noté.")
    ] = False,
) -> None:
    """Note des présences et des prochains pas, par code, dans des enveloppes que ce portable ne peut pas relire.

    Sans options, la commande demande. Une correction est une enveloppe de plus : la dernière compte.
    """
    from game.sealed.errors import SealedError  # noqa: PLC0415 - sealing is loaded by the few who need it

    with session_needed():
        folder = find(sessions_folder(ctx.obj.data), seance)
        layer, usual = _layer(ctx.obj.data, folder)
    try:
        if code is None:
            _asked(layer, usual)
            return
        if statut is None and pas is None:
            raise CommandError("Dites ce qui est à noter\u00a0: --statut, --pas, ou les deux.")
        if pas is not None and not accord:
            raise CommandError("Un pas se note avec l’accord de la personne\u00a0: --accord. Rien n’est noté.")
        aim = _aim(pas, objectif) if pas is not None else None
        if statut is not None:
            _seal(layer, code, statut, demi_journee or usual)
        if aim is not None:
            _seal_step(layer, code, aim, agreed=accord)
    except (SealedError, NotUnderstoodError) as error:
        raise CommandError(unbroken(str(error))) from error
    typer.echo("C’est noté et fermé. Ce portable ne peut pas le relire.")


def _layer(data: Path, folder: Path) -> "tuple[Layer, str]":
    """Return the personal layer of a session, and the half-day when it began."""
    from game.sealed.envelopes import layer_of  # noqa: PLC0415 - as above
    from game.sealed.errors import SealedError  # noqa: PLC0415 - as above

    record = take(folder).outcome
    try:
        layer = layer_of(data, folder, summary(folder).state, record.day)
    except SealedError as error:
        raise CommandError(str(error)) from error
    if layer is None:
        raise CommandError(unbroken(_NO_LAYER))
    return layer, (record.half_days or _HALF_DAYS)[0]


def _asked(layer: "Layer", usual: str) -> None:
    """Ask for one person after another, until an empty code; each envelope is written at once."""
    from game.sealed.payload import Presence  # noqa: PLC0415 - as above

    typer.echo(unbroken("Un code par personne, jamais un nom. Entrée sans rien : finir."))
    noted = 0
    try:
        while code := ask("Code", _code):
            names = {status: (status,) for status in get_args(Presence)}
            status = ask(f"Statut ({', '.join(names)})", one_of(names), "présent")
            half_day = ask("Demi-journée", one_of({name: (name,) for name in _HALF_DAYS}), usual)
            _seal(layer, code, status, half_day)
            noted += 1
            if ask("Noter un prochain pas, avec son accord ? (oui, non)", yes, "non"):
                known = _aims()
                theme = ask(f"Thème ({', '.join(known)})", one_of({name: (name,) for name in known}))
                labels = {label: (label,) for label in known[theme]}
                typer.echo("\n".join(f"  {label}" for label in labels))
                _seal_step(layer, code, (theme, ask("Objectif", one_of(labels))), agreed=True)
                noted += 1
    except EOFError:
        typer.echo()
    typer.echo(
        unbroken(f"{counted(noted, 'enveloppe fermée', 'enveloppes fermées')} : ce portable ne peut pas relire.")
    )


def _code(typed: str) -> str:
    from game.sealed.errors import SealedError  # noqa: PLC0415 - as above
    from game.sealed.payload import usual_code  # noqa: PLC0415 - as above

    try:
        return usual_code(typed) if typed else ""
    except SealedError as error:
        raise NotUnderstoodError(str(error)) from error


def _seal(layer: "Layer", code: str, status: str, half_day: str) -> None:
    from game.sealed.envelopes import seal_attendance  # noqa: PLC0415 - as above
    from game.sealed.payload import Presence as Statuses  # noqa: PLC0415 - as above

    known = one_of({name: (name,) for name in get_args(Statuses)})(status)
    moment = one_of({name: (name,) for name in _HALF_DAYS})(half_day)
    seal_attendance(layer, code, cast("Presence", known), cast("HalfDay", moment), SystemClock().now())


def _seal_step(layer: "Layer", code: str, aim: tuple[str, str], *, agreed: bool) -> None:
    from game.sealed.envelopes import seal_step  # noqa: PLC0415 - as above

    seal_step(layer, code, aim, SystemClock().now(), agreed=agreed, known=_aims())


def _aim(theme: str, label: str | None) -> tuple[str, str]:
    """Return a theme and one of its labels, from how they begin."""
    known = _aims()
    found = one_of({name: (name,) for name in known})(theme)
    labels = {name: (name,) for name in known[found]}
    if label is None:
        raise NotUnderstoodError(f"Il manque --objectif : {', '.join(f'« {name} »' for name in labels)}.")
    return found, one_of(labels)(label)


def _aims() -> Mapping[str, Sequence[str]]:
    """Return the labels of France Travail that a step may carry, by theme."""
    from game.content.load import load  # noqa: PLC0415 - reading YAML is slow to set up, and few commands do it

    themes = load(content_folder(), assets=assets_folder()).library.themes
    return {theme.id: theme.france_travail_aims for theme in themes.values() if theme.france_travail_aims}

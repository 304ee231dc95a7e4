"""``permis temoignages``: who has lent their story, to whom it may be shown, and until when."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.usage import FrenchCommand
from game.cli.workshop import READ_HELP, folder_to_read
from game.french import counted, long_date
from game.places import assets_folder, content_folder
from game.session.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.content.cards import Card, Consent

_SOON, _VALID, _NOT_YET, _EXPIRED, _WITHDRAWN = "finit bientôt", "valable", "pas encore valable", "expiré", "retiré"
_ORDER = (_SOON, _VALID, _NOT_YET, _EXPIRED, _WITHDRAWN)


@dataclass(frozen=True)
class Lent:
    """A testimony, and what its author agreed to."""

    card: "Card"
    consent: "Consent"
    state: str
    days: int
    """Until the last day of the agreement; negative once it is over."""


def register(app: typer.Typer) -> None:
    """Add the command that lists the testimonies to the ``permis`` command."""
    app.command("temoignages", cls=FrenchCommand)(list_testimonies)


def list_testimonies(
    ctx: typer.Context,
    dossier: Annotated[Path | None, typer.Argument(metavar="DOSSIER", help=READ_HELP)] = None,
    *,
    jours: Annotated[
        int, typer.Option(metavar="N", min=0, max=3650, help="Ce qui finit dans ce nombre de jours vient en premier.")
    ] = 90,
    as_json: Annotated[bool, typer.Option("--json", help="Écrire du JSON, pour un autre programme.")] = False,
) -> None:
    """Liste les vrais témoignages et l’accord de leurs auteurs : d’abord ceux dont l’accord finit bientôt.

    Un témoignage retiré, expiré, ou donné pour d’autres publics ne sort pas du paquet : le jeu l’écarte de lui-même.
    Les témoignages inventés (« origine: fiction ») ne demandent pas d’accord et ne sont pas dans la liste.

    Clés du JSON, pour chaque témoignage : carte, titre, auteur (un code), date, jusqu-au, publics, retire, etat, jours
    (jusqu’au dernier jour de l’accord ; négatif quand il est passé).
    """
    from game.content.authoring import Workshop  # noqa: PLC0415 - reading YAML is slow to set up

    root = folder_to_read(ctx.obj.data, dossier)
    library = Workshop(root, content_folder(), assets_folder()).read().played
    found = lent(library.cards.values(), SystemClock().now().date(), jours)
    if as_json:
        typer.echo(json.dumps([_entry(item) for item in found], ensure_ascii=False, indent=2))
        return
    for item in found:
        typer.echo(_line(item))
    typer.echo(_total(found))


def lent(cards: "Iterable[Card]", on: date, soon: int) -> list[Lent]:
    """Return the testimonies of real people: what ends within ``soon`` days first, then by their last day."""
    found = [_lent(card, card.consent, on, soon) for card in cards if card.origin == "temoignage" and card.consent]
    return sorted(found, key=lambda item: (_ORDER.index(item.state), item.consent.until, item.card.id))


def _lent(card: "Card", consent: "Consent", on: date, soon: int) -> Lent:
    days = (consent.until - on).days
    if consent.withdrawn:
        state = _WITHDRAWN
    elif days < 0:
        state = _EXPIRED
    elif on < consent.on:
        state = _NOT_YET
    else:
        state = _SOON if days <= soon else _VALID
    return Lent(card, consent, state, days)


def _line(item: Lent) -> str:
    consent = item.consent
    end = f"jusqu’au {long_date(consent.until)}"
    if item.state == _SOON:
        left = "c’est le dernier jour" if not item.days else f"encore {counted(item.days, 'jour')}"
        end = f"{end} ({left})"
    title = f" «\u00a0{item.card.title}\u00a0»" if item.card.title else ""
    given = f"accord du {long_date(consent.on)}, {end}"
    return f"{item.card.id}{title}\n    {item.state}, {consent.author}, {given}, pour {', '.join(consent.audiences)}"


def _total(found: list[Lent]) -> str:
    if not found:
        return "Aucun vrai témoignage dans ce dossier\u00a0: ceux du paquet sont des fictions, et le disent."
    soon = sum(item.state == _SOON for item in found)
    ending = f", dont {soon} à renouveler bientôt" if soon else ""
    return f"{counted(len(found), 'témoignage')}{ending}."


def _entry(item: Lent) -> dict[str, Any]:
    consent = item.consent
    return {
        "carte": item.card.id,
        "titre": item.card.title,
        "auteur": consent.author,
        "date": consent.on.isoformat(),
        "jusqu-au": consent.until.isoformat(),
        "publics": list(consent.audiences),
        "retire": consent.withdrawn,
        "etat": item.state,
        "jours": item.days,
    }

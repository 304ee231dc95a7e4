"""``permis imprimer``: the paper kit, thing by thing or all in a folder."""

import errno
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.errors import CommandError
from game.content.care import USUAL_SENSITIVITY
from game.french import unbroken, why_refused
from game.places import assets_folder, content_folder, packs_folder
from game.session.clock import SystemClock

if TYPE_CHECKING:
    from game.content.library import Library
    from game.printing.cards import Wanted
    from game.printing.kit import Kit
    from game.printing.pages import PrintError

_THINGS = (
    "cartes, plateau, cases, pions, fiche-animation, fiche-surete, fiche-outil, notice, releve\u202f; "
    "ou kit\u00a0: tout, dans un dossier."
)
_PAPERS = {"cartes": ("a4", "a5"), "kit": ("a4", "a5"), "cases": ("a4", "a3")}
"""What `--format` chooses from, the usual one first."""
_USUAL_FORMAT = "entre-pilotes-90"
_SCRIPTS = (
    "Les lettres latines, grecques, cyrilliques et arabes s’impriment ; une traduction dans une autre écriture est "
    "refusée à la lecture, et permis verifier dit où."
)
_MOST_TITLES = 12
"""How many titles a sentence lists."""

Output = Annotated[
    Path | None,
    typer.Option("--vers", metavar="FICHIER", help="Le PDF à écrire\u202f; pour le kit, un dossier. Sinon, ici."),
]
Themes = Annotated[
    list[str] | None, typer.Option("--theme", metavar="THÈME", help="Les cartes de ce thème. Peut être répété.")
]
Audiences = Annotated[
    list[str] | None,
    typer.Option(
        "--public", metavar="PUBLIC", help="Pour qui\u00a0: pilotes, entreprises, etudiants, public. Peut être répété."
    ),
]
Sensitivity = Annotated[
    int | None, typer.Option("--sensibilite", metavar="N", min=0, max=2, help="La plus haute sensibilité, de 0 à 2.")
]
Ids = Annotated[list[str] | None, typer.Option("--carte", metavar="ID", help="Cette carte. Peut être répété.")]
Language = Annotated[
    str | None,
    typer.Option(
        "--langue", metavar="LANGUE", help="Le recto des cartes dans cette langue (ar)\u202f; le dos reste en français."
    ),
]
Paper = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="PAPIER", help="Cartes\u00a0: a4 (neuf) ou a5 (deux grandes). Cases\u00a0: a4 ou a3."
    ),
]
Edge = Annotated[
    str,
    typer.Option(
        "--retournement",
        metavar="BORD",
        help="Le bord sur lequel l’imprimante retourne la feuille\u00a0: long ou court.",
    ),
]
OnA4 = Annotated[bool, typer.Option("--a4", help="Le plateau sur des feuilles A4 à coller, au lieu d’une A3.")]
BoardName = Annotated[
    str | None, typer.Option("--plateau", metavar="PLATEAU", help="Sinon, celui du format de séance.")
]
Script = Annotated[
    str | None,
    typer.Option("--seance", metavar="FORMAT", help="Le format de séance que les fiches et le relevé suivent."),
]
Content = Annotated[
    Path | None,
    typer.Option(
        "--contenu",
        metavar="DOSSIER",
        help="Un dossier de contenu, ou un paquet (mes-cartes)\u202f; sinon, les cartes du jeu.",
    ),
]


def print_things(
    ctx: typer.Context,
    quoi: Annotated[str, typer.Argument(metavar="QUOI", help=_THINGS)],
    *,
    vers: Output = None,
    theme: Themes = None,
    public: Audiences = None,
    sensibilite: Sensitivity = None,
    carte: Ids = None,
    langue: Language = None,
    format_: Paper = None,
    retournement: Edge = "long",
    a4: OnA4 = False,
    plateau: BoardName = None,
    seance: Script = None,
    contenu: Content = None,
) -> None:
    """Écrit des PDF à imprimer : les cartes, le plateau, les fiches, ou tout le kit papier."""
    from game.printing.kit import KIT, PRINTERS, WITHOUT_FORMAT  # noqa: PLC0415 - reading YAML is slow to set up, and few commands do it

    what = known(quoi, (*PRINTERS, KIT), "à imprimer")
    papers = _PAPERS.get(what, ("",))
    paper = known(format_ or papers[0], papers, f"comme papier pour « {what} »")
    library = _library(ctx.obj.data, contenu)
    wanted = _wanted(library, theme or [], public or [], sensibilite, carte or [])
    wanted = replace(wanted, language=_language(library, langue, what))
    kit = _kit(library, seance, plateau, paper, retournement, on_a4=a4)
    if what not in WITHOUT_FORMAT:
        if kit.script is None:
            raise CommandError(unbroken("Aucun format de séance : permis verifier dit ce qui ne va pas."))
        most = USUAL_SENSITIVITY if sensibilite is None and not carte else wanted.sensitivity
        wanted = replace(wanted, audiences=wanted.audiences or kit.script.audiences, sensitivity=most)
    _print(replace(kit, wanted=wanted), what, vers)


def known(name: str, names: Sequence[str], role: str) -> str:
    """Return a name among those there are, capitals or not.

    Raises:
        CommandError: there is none of this name; the sentence suggests one, and lists them.
    """
    typed = name.strip().lower()
    if typed in names:
        return typed
    if not any(names):
        raise CommandError(unbroken(f"« {name} » n’existe pas {role}."))
    near = get_close_matches(typed, names, n=1)
    hint = f"Vouliez-vous dire « {near[0]} » ? " if near else ""
    raise CommandError(unbroken(f"« {name} » n’existe pas {role}. {hint}Il y a : {', '.join(names)}."))


def cannot_print(error: "PrintError", output: Path) -> str:
    """Return why something was not printed, in a sentence."""
    if error.cut:
        titles = _titles(error.cut)
        return unbroken(f"Rien n’est imprimé : ce texte ne tient pas à sa place : {titles}. Raccourcissez-le.")
    cause = error.__cause__
    if not isinstance(cause, OSError):
        return unbroken(f"La page n’a pas pu être faite : {error}")
    said = f"Le PDF ne peut pas être écrit : « {output} » ({why_refused(cause)})."
    if cause.errno in (errno.EACCES, errno.EPERM):
        said += " S’il est ouvert dans un autre programme, fermez-le."
    return unbroken(said)


def _library(data: Path, folder: Path | None) -> "Library":
    """Return what to print from: the folder, or the pack of that name among those that were added."""
    from game.content.authoring import Workshop  # noqa: PLC0415 - as above

    where = folder or content_folder()
    added = packs_folder(data) / where
    shop = Workshop(where if where.is_dir() or not added.is_dir() else added, content_folder(), assets_folder())
    library = shop.read().loaded.library
    if not (library.themes and shop.is_begun):
        raise CommandError(unbroken(f"Rien à imprimer dans « {where} » : permis verifier dit ce qui ne va pas."))
    return library


def _language(library: "Library", language: str | None, what: str) -> str:
    """Return the language that cards are printed in; empty for French.

    Raises:
        CommandError: no card is translated into it, or what is printed is always in French.
    """
    if language is None or language.strip().lower() == "fr":
        return ""
    if what != "cartes":
        raise CommandError(unbroken("Seules les cartes s’impriment dans une autre langue : permis imprimer cartes."))
    typed = language.strip().lower()
    there = sorted({code for card in library.cards.values() for code in card.translations})
    if typed not in there:
        known_ones = ", ".join(there) or "aucune"
        said = f"Aucune carte n’est traduite en « {typed} ». Langues du paquet : {known_ones}. {_SCRIPTS}"
        raise CommandError(unbroken(said))
    return typed


def _wanted(
    library: "Library", themes: list[str], audiences: list[str], sensitivity: int | None, ids: list[str]
) -> "Wanted":
    from game.content.cards import Audience  # noqa: PLC0415 - as above
    from game.printing.cards import MOST_SENSITIVE, Wanted  # noqa: PLC0415

    return Wanted(
        themes=tuple(known(theme, tuple(library.themes), "comme thème") for theme in themes),
        audiences=tuple(Audience(known(audience, tuple(Audience), "comme public")) for audience in audiences),
        sensitivity=MOST_SENSITIVE if sensitivity is None else sensitivity,
        ids=tuple(known_card(card, library) for card in ids),
    )


def known_card(name: str, library: "Library") -> str:
    """Return the id of a card.

    Raises:
        CommandError: there is none of this id; the sentence suggests one, and does not list the whole deck.
    """
    if name in library.cards:
        return name
    near = get_close_matches(name, library.cards, n=1)
    raise CommandError(
        unbroken(f"Aucune carte « {name} »" + (f" : vouliez-vous dire « {near[0]} » ?" if near else "."))
    )


def _kit(library: "Library", script: str | None, board: str | None, paper: str, edge: str, *, on_a4: bool) -> "Kit":
    from game.printing.boards import FloorSize  # noqa: PLC0415
    from game.printing.cards import Flip  # noqa: PLC0415
    from game.printing.kit import Kit  # noqa: PLC0415 - as above

    usual = _USUAL_FORMAT if _USUAL_FORMAT in library.formats else next(iter(library.formats), None)
    name = known(script, tuple(library.formats), "comme format de séance") if script else usual
    format_ = library.formats[name] if name else None
    wanted = board or (format_.board if format_ else "")
    return Kit(
        assets=assets_folder(),
        library=library,
        on=SystemClock().now().date(),
        script=format_,
        board=library.boards[known(wanted, tuple(library.boards), "comme plateau")] if wanted else None,
        large=paper == "a5",
        flip=Flip(known(edge, tuple(Flip), "comme bord de retournement")),
        on_a4=on_a4,
        floor=FloorSize.A3 if paper == "a3" else FloorSize.A4,
    )


def _print(kit: "Kit", what: str, output: Path | None) -> None:
    from game.printing.kit import KIT, WITH_CARDS, print_kit, print_one  # noqa: PLC0415 - as above
    from game.printing.pages import PrintError  # noqa: PLC0415

    if what in WITH_CARDS:
        _say_refused(kit, has_to_print=what in ("cartes", KIT))
    where = output or Path("kit-papier" if what == KIT else f"{what}.pdf")
    try:
        files, made = print_kit(kit, where) if what == KIT else ([where], print_one(kit, what, where))
    except PrintError as error:
        raise CommandError(cannot_print(error, where)) from error
    if made.lacking:
        said = f"Sans leur image, introuvable ou abîmée : {_titles(made.lacking)}. Sa description est à sa place."
        typer.echo(unbroken(said), err=True)
    if made.small:
        said = f"En petits caractères, faute de place : {_titles(made.small)}. Le papier a5 les écrit en grand."
        typer.echo(unbroken(said))
    for file in files:
        typer.echo(unbroken(f"C’est écrit : « {file} »."))


def _say_refused(kit: "Kit", *, has_to_print: bool) -> None:
    """Say which testimonies are not printed and why.

    Raises:
        CommandError: there is nothing left to print, or a card that was asked for by its id is not for this.
    """
    from game.printing.cards import why_refused as why_not  # noqa: PLC0415 - as above

    chosen = kit.chosen
    told = [f"  {card.title or card.id} ({card.id}) : {why_not(card, kit.wanted, kit.on)}." for card in chosen.refused]
    if told:
        typer.echo(unbroken("\n".join(["Témoignages qui ne s’impriment pas :", *told])), err=True)
    found = {card.id for card in chosen.cards}
    lacking = [card for card in kit.wanted.ids if card not in found]
    if lacking:
        raise CommandError(unbroken(f"Rien n’est imprimé : {', '.join(lacking)} ne convient pas à ce choix de cartes."))
    if has_to_print and not chosen.cards:
        raise CommandError(unbroken("Aucune carte ne convient à ce choix : rien n’est imprimé."))


def _titles(titles: Sequence[str]) -> str:
    more = f", et {len(titles) - _MOST_TITLES} autres" if len(titles) > _MOST_TITLES else ""
    return ", ".join(f"« {title} »" for title in titles[:_MOST_TITLES]) + more

"""``permis publier``: copy the records of this computer into a database."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.errors import READ_ERRORS, CommandError, session_needed
from game.cli.usage import FrenchCommand
from game.french import counted, unbroken, why_refused
from game.places import published_file, sessions_folder
from game.records.shelf import find
from game.session.folder import SessionFolderError, session_folders

if TYPE_CHECKING:
    from game.publishing.publishing import Told
    from game.publishing.writing import Fate

_NEEDED = ("sqlalchemy", "alembic", "psycopg")
_MISSING = 'Pour publier, il manque de quoi parler à une base de données. Installez-le : pip install ".[publier]"'
_LEFT_OUT = {
    "open": ("pas encore clôturée", "pas encore clôturées"),
    "demonstration": ("démonstration", "démonstrations"),
    "rehearsal": ("répétition", "répétitions"),
    "damaged": ("au journal abîmé", "au journal abîmé"),
}


def register(app: typer.Typer) -> None:
    """Add the command to the others."""
    app.command("publier", cls=FrenchCommand)(publish_records)


def publish_records(
    ctx: typer.Context,
    vers: Annotated[
        str | None,
        typer.Option(
            metavar="ADRESSE",
            help="La base\u00a0: sqlite:///FICHIER, ou postgresql+psycopg://UTILISATEUR@SERVEUR/BASE\u00a0; sinon, "
            f"{published_file(Path()).name} dans le dossier des données.",
        ),
    ] = None,
    seance: Annotated[
        list[str] | None,
        typer.Option(metavar="SÉANCE", help="Cette séance seulement\u00a0; l’option peut être répétée."),
    ] = None,
    *,
    roles: Annotated[
        bool, typer.Option("--roles", help="Afficher le SQL qui crée les rôles de PostgreSQL, et ne rien publier.")
    ] = False,
) -> None:
    """Copie les bilans des séances clôturées dans une base de données, enveloppes scellées comprises."""
    _check_installed()
    if roles:
        from game.publishing.describing import roles_sql  # noqa: PLC0415 - needs what few install

        typer.echo(roles_sql(), nl=False)
        return
    from game.publishing.addresses import file_address  # noqa: PLC0415 - likewise
    from game.publishing.publishing import publish_all  # noqa: PLC0415 - likewise

    told: list[Told] = []
    remarked = False
    with _publishing_possible(told):
        folders = _folders(sessions_folder(ctx.obj.data), seance or [])
        if vers is None:
            _make_room(ctx.obj.data)
        for one in publish_all(vers or file_address(published_file(ctx.obj.data)), folders):
            told.append(one)
            for said in _remarks(one):
                remarked = True
                typer.echo(unbroken(f"{one.name} : {said}"), err=True)
    typer.echo(_summary(told))
    if remarked:
        raise typer.Exit(1)


def _check_installed() -> None:
    if not all(map(find_spec, _NEEDED)):
        raise CommandError(unbroken(_MISSING))


@contextmanager
def _publishing_possible(told: "list[Told]") -> Iterator[None]:
    """Say in a sentence why it stops, and what is published all the same."""
    from game.publishing.troubles import PublishingError  # noqa: PLC0415 - needs what few install

    try:
        yield
    except PublishingError as error:
        going_on = "Ce qui est publié l’est en entier ; relancez la même commande pour continuer."
        said = f"{error}\n{_summary(told)} {unbroken(going_on)}" if told else str(error)
        raise CommandError(said) from None  # what it comes from may show the address


def _folders(sessions: Path, names: list[str]) -> list[Path]:
    """Return the folders of the sessions that are meant, the oldest first; all of them without a name."""
    if names:
        with session_needed():
            return list(dict.fromkeys(find(sessions, name) for name in names))
    try:
        return session_folders(sessions)[::-1]
    except SessionFolderError as error:
        raise CommandError(f"{sessions}\u00a0: {READ_ERRORS[error.code]}") from error


def _make_room(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(unbroken(f"Impossible d’écrire dans « {data} » : {why_refused(error)}.")) from error


def _remarks(one: "Told") -> Iterator[str]:
    """Yield what somebody has to look at."""
    from game.publishing.publishing import Unread  # noqa: PLC0415 - needs what few install
    from game.publishing.sources import LeftOut  # noqa: PLC0415 - likewise
    from game.publishing.writing import Fate  # noqa: PLC0415 - likewise

    if isinstance(one, Unread):
        error = one.error
        yield READ_ERRORS[error.code] if isinstance(error, SessionFolderError) else _unread_envelope(error)
    elif isinstance(one, LeftOut):
        if one.why == "damaged":
            yield "le journal est abîmé, rien n’en est publié ; reprenez une copie de ce dossier."
    else:
        if one.fate is Fate.APART:
            yield "une autre copie est publiée, qui continue autrement ; la base la garde. Corrigez cette copie-là."
        for name in one.unsealed:
            yield f"« {name} » n’est pas une enveloppe scellée ; ce fichier n’est pas publié."


def _unread_envelope(error: OSError) -> str:
    return f"une enveloppe ne se lit pas : {why_refused(error)}."


def _summary(told: "list[Told]") -> str:
    """Return what was done, in one line; what nobody has to look at is only counted."""
    from game.publishing.publishing import Published, Unread  # noqa: PLC0415 - needs what few install
    from game.publishing.sources import LeftOut  # noqa: PLC0415 - likewise

    if not told:
        return "Aucune séance à publier."
    published = [one for one in told if isinstance(one, Published)]
    parts = list(_fates(Counter(one.fate for one in published)))
    envelopes = sum(one.envelopes for one in published)
    if envelopes:
        parts.append(f"{counted(envelopes, 'enveloppe scellée ajoutée', 'enveloppes scellées ajoutées')}")
    why = Counter(one.why for one in told if isinstance(one, LeftOut))
    parts += [counted(why[code], *words) for code, words in _LEFT_OUT.items() if why[code]]
    unread = sum(isinstance(one, Unread) for one in told)
    if unread:
        parts.append(counted(unread, "illisible"))
    return unbroken(f"Séances : {', '.join(parts)}.")


def _fates(fates: "Counter[Fate]") -> Iterator[str]:
    from game.publishing.writing import Fate  # noqa: PLC0415 - needs what few install

    words = {
        Fate.NEW: ("publiée", "publiées"),
        Fate.REPLACED: ("mise à jour", "mises à jour"),
        Fate.SAME: ("déjà publiée", "déjà publiées"),
        Fate.OLDER: ("déjà publiée en plus récent", "déjà publiées en plus récent"),
        Fate.APART: ("publiée par une autre copie", "publiées par une autre copie"),
    }
    for fate, (one, many) in words.items():
        if fates[fate]:
            yield counted(fates[fate], one, many)

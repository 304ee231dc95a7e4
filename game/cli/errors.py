"""What a command cannot do, in French: no such session, a journal that cannot be read, no display."""

from collections.abc import Iterator
from contextlib import contextmanager

from game.records.shelf import NoSuchSessionError
from game.session.folder import SessionFolderError

READ_ERRORS = {
    "unreadable": "le disque ne donne pas le journal de cette séance.",
    "newer": "cette séance vient d’une version plus récente du programme.",
    "unlisted": "ce dossier de séances ne s’ouvre pas.",
    "empty": "le journal de cette séance est vide ou abîmé dès sa première ligne.",
}
_NO_DISPLAY = (
    "Cet ordinateur n’a pas d’écran où ouvrir le jeu\u00a0; "
    "pour le voir quand même\u00a0: permis demo --sans-ecran --rapide --sortie DOSSIER"
)


class CommandError(Exception):
    """Something that a command cannot do; the message is French."""


@contextmanager
def session_needed() -> Iterator[None]:
    """Say in a sentence why a session cannot be found or read."""
    try:
        yield
    except NoSuchSessionError as error:
        raise CommandError(_not_found(error)) from error
    except SessionFolderError as error:
        raise CommandError(f"{error.folder.name}\u00a0: {READ_ERRORS[error.code]}") from error


@contextmanager
def display_needed() -> Iterator[None]:
    """Say in one sentence that there is no display."""
    from game.screens.window import NoDisplayError  # noqa: PLC0415 - the windows are loaded only to show them

    try:
        yield
    except NoDisplayError as error:
        raise CommandError(_NO_DISPLAY) from error


def _not_found(error: NoSuchSessionError) -> str:
    if not error.candidates:
        return f"Aucune séance «\u00a0{error.name}\u00a0». La commande «\u00a0permis seances\u00a0» montre la liste."
    names = "\n".join(f"  {name}" for name in error.candidates)
    return f"Plusieurs séances commencent par «\u00a0{error.name}\u00a0»\u00a0:\n{names}\nÉcrivez-en un peu plus."

"""What the disk refuses, said to the person at the laptop; and the file of a card that a group proposed."""

from datetime import date
from pathlib import Path

from game.content.drafts import Proposal, write_draft
from game.french import why_refused
from game.language import mark, tr
from game.screens.desk import CardProposal, DeskError

ERRORS = {
    "busy": mark("La séance {} est déjà ouverte dans une autre fenêtre du programme. Fermez-la d’abord."),
    "empty": mark("Le journal de la séance {} est vide ou abîmé dès sa première ligne. Le dossier est gardé tel quel."),
    "unreadable": mark("Le disque ne donne pas le journal de la séance {}."),
    "unlisted": mark("Le dossier {} ne s’ouvre pas\u00a0: ses séances ne sont pas dans la liste."),
    "newer": mark("La séance {} vient d’une version plus récente du programme."),
}
"""By the code of what went wrong with a session; `{}` is its folder."""


def keep_draft(folder: Path, proposal: CardProposal, on: date) -> None:
    """Write a proposal among the drafts.

    Raises:
        DeskError: the folder cannot be written.
    """
    try:
        write_draft(folder, Proposal(proposal.kind, proposal.theme, proposal.title, proposal.text, on))
    except OSError as error:
        said = tr("La proposition n’a pas pu être gardée\u00a0: {folder} ({why}).")
        raise DeskError(said.format(folder=folder, why=tr(why_refused(error)))) from error


def cannot_write(folder: Path, error: OSError) -> str:
    """Return why a session cannot be begun."""
    said = tr("Le dossier des séances ne peut pas être écrit\u00a0: {folder} ({why}).")
    return said.format(folder=folder, why=tr(why_refused(error)))

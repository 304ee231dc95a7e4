"""Cards that a group proposed: kept outside the deck, as YAML, until staff have read them."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from game.content.authoring import Workshop
from game.content.cards import Card, Kind
from game.content.entries import entries_of
from game.content.messages import Sentence
from game.content.problems import Problem, Severity
from game.content.saving import write_together
from game.content.typography import french
from game.content.writing import Values, as_yaml, slug
from game.content.yamlnodes import MAX_BYTES, read
from game.french import long_date, unbroken, why_refused

_SET_ASIDE = "ecartes"
_CONSENT = """# Un témoignage appartient à la personne qui l’a vécu.
# Avec elle, remplissez ceci, puis retirez les dièses :
# consentement:
#   auteur: T-000            # un code, jamais un nom
#   date: {today}
#   publics: [pilotes]
#   jusqu-au: {until}
"""
_TO_WRITE = {
    Kind.QUESTION: "# À écrire : « choix: », avec une seule réponse juste, et « explication: ».\n",
    Kind.OBSTACLE: "# À écrire : « ressource: », où trouver de l’aide.\n",
    Kind.FIGURE: "# À écrire : « faits: », d’où vient le chiffre.\n",
}


class DraftError(Exception):
    """A draft cannot be found, kept or accepted; the message is French."""


@dataclass(frozen=True)
class Proposal:
    """What a group proposed: no name, and nothing of the session it came from but its day."""

    kind: str
    theme: str
    title: str
    text: str
    on: date


def write_draft(folder: Path, proposal: Proposal) -> Path:
    """Keep a proposal in a file of its own, whole or not at all, and return the file.

    Raises:
        OSError: the folder cannot be written.
    """
    title = proposal.title or " ".join(proposal.text.split()[:6])
    name = slug(title) or "carte"
    data = _yaml(name, title, proposal).encode()
    for number in range(1, 1000):
        file = f"{proposal.on.isoformat()}_{name}{'' if number == 1 else f'-{number}'}.yaml"
        if not os.path.lexists(folder / file):
            write_together(folder, {file: data})
            return folder / file
    raise FileExistsError(name)


def draft_files(folder: Path) -> tuple[Path, ...]:
    """Return the drafts to read, the oldest first; none where there is no folder."""
    return tuple(sorted(path for path in folder.glob("*.yaml") if path.is_file() and not path.name.startswith(".")))


def find_draft(folder: Path, name: str) -> Path:
    """Return the draft with a name, or the only one whose name holds these letters.

    Raises:
        DraftError: there is none, or there are several.
    """
    files = draft_files(folder)
    exact = [path for path in files if name in (path.name, path.stem)]
    found = exact or [path for path in files if name in path.stem]
    if len(found) == 1:
        return found[0]
    listed = "\n".join(f"  {path.stem}" for path in found)
    why = f"Plusieurs brouillons ont ce nom :\n{listed}" if found else f"Aucun brouillon « {name} »."
    raise DraftError(unbroken(why))


def accept(file: Path, shop: Workshop) -> Path:
    """Move a draft into the cards of a folder, as ``cards/THEME/ID.yaml``, and return its file there.

    Raises:
        DraftError: the checker finds an error in it (a real testimony without its consent is one), it holds more than
            one card, a card has its name already, or the disk refuses it. The draft stays where it is.
    """
    try:
        data = file.read_bytes()[: MAX_BYTES + 1]
        card = _only_card(file, data)
        if card.id in shop.taken():
            raise DraftError(unbroken(f"La carte « {card.id} » est déjà dans le jeu. Changez « id: »."))
        place = f"cards/{card.theme}/{card.id}.yaml"
        _refuse_errors(shop, place, data)
        write_together(shop.root, {**shop.beginning, place: data})
        file.unlink()
    except OSError as error:
        raise DraftError(unbroken(f"Le brouillon n’a pas bougé ({why_refused(error)}).")) from error
    return shop.root / place


def set_aside(file: Path) -> Path:
    """Put a draft with those that are not wanted, and return its file there.

    Raises:
        DraftError: the disk refuses it.
    """
    target = file.parent / _SET_ASIDE / file.name
    try:
        target.parent.mkdir(exist_ok=True)
        file.replace(target)
    except OSError as error:
        raise DraftError(unbroken(f"Le brouillon n’a pas bougé ({why_refused(error)}).")) from error
    return target


def _yaml(name: str, title: str, proposal: Proposal) -> str:
    kind = Kind(proposal.kind)
    is_testimony = kind is Kind.TESTIMONY
    lines = french("\n".join(_sentences(proposal.text)))
    values: Values = {"id": name, "type": str(kind), "theme": proposal.theme, "titre": french(title), "texte": lines}
    values["origine"] = "temoignage" if is_testimony else "collectif"
    head = unbroken(f"# Proposée par un groupe le {long_date(proposal.on)}. À relire avant de l’accepter :\n")
    reminder = "# aucun nom, rien qui fasse reconnaître quelqu’un, des phrases courtes.\n"
    until = proposal.on.replace(year=proposal.on.year + 2, day=min(proposal.on.day, 28))
    more = _CONSENT.format(today=proposal.on.isoformat(), until=until.isoformat()) if is_testimony else ""
    return head + reminder + as_yaml(values) + unbroken(more or _TO_WRITE.get(kind, ""))


def _sentences(text: str) -> list[str]:
    """Return one sentence a line, as cards have them."""
    for sign in (".", "!", "?", "…"):
        text = text.replace(f"{sign} ", f"{sign}\n")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _only_card(file: Path, data: bytes) -> Card:
    document = read(file.name, data)
    found = entries_of(document, Card)
    if len(found.good) == 1 and not found.rejected:
        card: Card = found.good[0].model
        return card
    problems = [*document.problems, *found.problems]
    if not problems:
        said = Sentence("un brouillon a une seule carte.", "Faites un fichier de chacune.")
        problems.append(Problem(file.name, 1, 1, Severity.ERROR, said.message, said.remedy))
    raise DraftError(_listed(problems))


def _refuse_errors(shop: Workshop, place: str, data: bytes) -> None:
    shown = f"{shop.root.name}/{place}"
    problems = shop.read({place: data}).loaded.problems
    errors = [found for found in problems if found.path == shown and found.severity is Severity.ERROR]
    if errors:
        raise DraftError(_listed(errors))


def _listed(problems: list[Problem]) -> str:
    return unbroken("Le brouillon reste à corriger :\n") + "\n".join(map(str, problems))

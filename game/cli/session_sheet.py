"""``permis fiche`` and ``permis transmettre``: what play does not say of a session, and its record handed over."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from game.cli.answers import NotUnderstoodError, ask, number, words, yes
from game.cli.errors import CommandError, session_needed
from game.cli.records import SessionName
from game.cli.usage import FrenchCommand
from game.french import counted, long_date, unbroken
from game.places import sessions_folder
from game.records.outcome import Outcome
from game.records.shelf import find, take
from game.session import commands as c
from game.session.clock import SystemClock
from game.session.folder import summary
from game.session.sheet import LONGEST_NOTE, LONGEST_TITLE, MOST_FACILITATORS, MOST_PEOPLE, Sheet, is_code

T = TypeVar("T")
_UNKNOWN = "?"
_CHANGED_NOTHING = "Rien n’est changé."


def register(app: typer.Typer) -> None:
    """Add the commands to the others."""
    app.command("fiche", cls=FrenchCommand)(fill_sheet)
    app.command("transmettre", cls=FrenchCommand)(send_record)


def fill_sheet(
    ctx: typer.Context,
    seance: SessionName,
    *,
    titre: Annotated[str | None, typer.Option(metavar="TITRE", help="L’intitulé de l’action.")] = None,
    personnes: Annotated[
        int | None, typer.Option(metavar="N", min=0, max=MOST_PEOPLE, help="Combien de personnes étaient là.")
    ] = None,
    nouvelles: Annotated[
        int | None, typer.Option(metavar="N", min=0, max=MOST_PEOPLE, help="Dont combien pour la première fois.")
    ] = None,
    pilotes: Annotated[
        int | None, typer.Option(metavar="N", min=0, max=MOST_FACILITATORS, help="Combien de pilotes ont animé.")
    ] = None,
    copilotes: Annotated[
        int | None, typer.Option(metavar="N", min=0, max=MOST_FACILITATORS, help="Combien de copilotes ont animé.")
    ] = None,
    code: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Le code interne de qui a animé et l’accepte\u202f; à répéter."),
    ] = None,
    incident: Annotated[
        bool | None,
        typer.Option("--incident/--sans-incident", help="Un incident a eu lieu\u202f; sinon, --sans-incident."),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXTE", help=f"{LONGEST_NOTE} caractères au plus, sans nom de personne.")
    ] = None,
) -> None:
    """Remplit la fiche d’une séance\u00a0: premières fois, qui a animé, incident, note. Sans option, elle est demandée.

    La fiche se remplit aussi quand la séance est clôturée. La corriger ensuite fait une nouvelle version du bilan.
    """
    folder, before = _session(ctx.obj.data, seance)
    given = {
        "title": titre,
        "people": personnes,
        "newcomers": nouvelles,
        "pilots": pilotes,
        "staff": copilotes,
        "codes": None if code is None else tuple(dict.fromkeys(each.strip() for each in code if each.strip())),
        "incident": incident,
        "note": None if note is None else " ".join(note.split()),
    }
    changes = {name: value for name, value in given.items() if value is not None}
    try:
        sheet = replace(before, **changes) if changes else _asked(before)  # type: ignore[arg-type]  # by name
        _confirm(sheet, before)
    except EOFError as error:
        raise CommandError(unbroken(f"Il n’y a plus rien à lire. {_CHANGED_NOTHING}")) from error
    _tell(folder, c.FillSheet(sheet))
    _show(folder)


def send_record(ctx: typer.Context, seance: SessionName) -> None:
    """Note que le bilan d’une séance clôturée est transmis. L’état va toujours en avant.

    Après une correction, la nouvelle version se transmet à son tour.
    """
    folder, _ = _session(ctx.obj.data, seance)
    _tell(folder, c.SendRecord())
    _show(folder)


def _session(data: Path, name: str) -> tuple[Path, Sheet]:
    """Return the folder of a session and its sheet as it stands."""
    with session_needed():
        folder = find(sessions_folder(data), name)
        return folder, summary(folder).state.sheet or Sheet()


def _tell(folder: Path, command: c.FillSheet | c.SendRecord) -> None:
    """Give a command to a session, and write its record again.

    Raises:
        CommandError: it is open elsewhere, cannot be read, refuses the command, or the disk refuses.
    """
    from game.desk.record_sheets import tell  # noqa: PLC0415 - few commands need it
    from game.screens.desk import DeskError  # noqa: PLC0415 - as above

    try:
        tell(folder, command, SystemClock())
    except DeskError as error:
        raise CommandError(unbroken(f"{folder.name} : {error} {_CHANGED_NOTHING}")) from error


def _show(folder: Path) -> None:
    with session_needed():
        one = take(folder).outcome
    typer.echo(unbroken(f"{folder.name} : {one.status}, bilan version {one.record_version}."))
    if one.status == "clôturée" and one.sent:
        sent = one.sent[-1]
        said = f"La version {sent.version} a été transmise le {long_date(sent.at)} : celle-ci reste à transmettre."
        typer.echo(unbroken(said))
    typer.echo("\n".join(f"  {unbroken(line)}" for line in _told(one)))


def _told(one: Outcome) -> list[str]:
    done = one.facilitation
    incident = {None: "non dit", True: "oui", False: "non"}[one.incident]
    return [
        f"Intitulé : {one.title}",
        f"Présence : {counted(one.people, 'personne')}, dont {_said(one.newcomers)} pour la première fois",
        f"Animation : pilotes {_said(done.pilots)}, copilotes {_said(done.staff)}"
        + (f", codes {', '.join(done.codes)}" if done.codes else ""),
        f"Incident : {incident}",
        *([f"Note : {one.note}"] if one.note else []),
    ]


def _said(count: int | None) -> str:
    return "non dit" if count is None else str(count)


def _asked(before: Sheet) -> Sheet:
    """Return the sheet from questions, each with what is noted already."""
    typer.echo(
        unbroken("Des nombres, jamais le nom d’une personne. Entrée garde ce qui est entre crochets ; ? : non dit.")
    )
    return Sheet(
        title=ask(
            "Intitulé de l’action (vide : celui du format)", words(LONGEST_TITLE, may_be_empty=True), before.title
        ),
        people=_count("Personnes présentes, si ce n’est pas la somme des équipes", before.people, MOST_PEOPLE),
        newcomers=_count("Dont combien pour la première fois", before.newcomers, MOST_PEOPLE),
        pilots=_count("Pilotes qui ont animé", before.pilots, MOST_FACILITATORS),
        staff=_count("Copilotes qui ont animé", before.staff, MOST_FACILITATORS),
        codes=ask("Codes internes de qui a animé et l’accepte (jamais un nom)", _codes, ", ".join(before.codes)),
        incident=ask("Un incident a-t-il eu lieu ? (oui, non)", _maybe(yes), _usual(before.incident)),
        note=ask(f"Note de clôture, {LONGEST_NOTE} caractères au plus, sans nom", _note, before.note),
    )


def _count(question: str, before: int | None, most: int) -> int | None:
    return ask(question, _maybe(number(0, most)), "" if before is None else str(before))


def _maybe(understand: Callable[[str], T]) -> Callable[[str], T | None]:
    return lambda typed: None if typed in ("", _UNKNOWN) else understand(typed)


def _usual(told: bool | None) -> str:  # noqa: FBT001 - it is the value that is told
    return "" if told is None else "oui" if told else "non"


def _codes(typed: str) -> tuple[str, ...]:
    if typed == _UNKNOWN:
        return ()
    codes = tuple(dict.fromkeys(part.strip() for part in typed.replace(";", ",").split(",") if part.strip()))
    wrong = next((each for each in codes if not is_code(each)), None)
    if wrong is not None:
        raise NotUnderstoodError(f"« {wrong} » n’est pas un code : des lettres et au moins un chiffre, comme P-12.")
    return codes


def _note(typed: str) -> str:
    return "" if typed == _UNKNOWN else words(LONGEST_NOTE, may_be_empty=True)(typed)


def _confirm(sheet: Sheet, before: Sheet) -> None:
    """Ask about what the rules allow and a person may regret: a name in the texts, a code nobody agreed to.

    Raises:
        CommandError: the answer is no, or the texts are too long.
        EOFError: there is nothing left to read.
    """
    from game.desk.record_sheets import names_in  # noqa: PLC0415 - few commands need it

    if len(sheet.note) > LONGEST_NOTE:
        said = f"La note a {len(sheet.note)} caractères, {LONGEST_NOTE} au plus : raccourcissez-la. {_CHANGED_NOTHING}"
        raise CommandError(unbroken(said))
    if sheet.newcomers is not None and sheet.people is not None and sheet.newcomers > sheet.people:
        said = (
            f"{sheet.newcomers} premières fois pour {counted(sheet.people, 'personne')} : vérifiez. {_CHANGED_NOTHING}"
        )
        raise CommandError(unbroken(said))
    named = names_in(f"{sheet.title}\n{sheet.note}")
    if named and (sheet.title, sheet.note) != (before.title, before.note):
        typer.echo(unbroken(f"Cela ressemble à un nom de personne : {', '.join(named)}. Le bilan n’en garde aucun."))
        _or_stop("L’écrire quand même ? (oui, non)")
    new = [each for each in sheet.codes if each not in before.codes]
    if new:
        _or_stop(f"Ces personnes sont-elles d’accord pour que leur code soit noté : {', '.join(new)} ? (oui, non)")


def _or_stop(question: str) -> None:
    if not ask(question, yes, "non"):
        raise CommandError(_CHANGED_NOTHING)

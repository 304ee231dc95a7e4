"""What is typed after ``permis imprimer`` and made into values: a session, a period, a name, codes, logos."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli.errors import READ_ERRORS, CommandError, session_needed
from game.french import unbroken, why_refused
from game.places import sessions_folder
from game.records.computing import outcome
from game.records.files import Kind
from game.records.outcome import Outcome
from game.records.shelf import find
from game.session.folder import read_records
from game.session.history import replay
from game.session.sheet import LONGEST_TITLE, is_code

if TYPE_CHECKING:
    from game.records.gathering import Gathered
    from game.session.state import Exchange

_DAYS = ("%Y-%m-%d", "%d/%m/%Y")


def read_day(text: str, option: str) -> date:
    """Return a day that was typed: ``2026-11-23`` or ``23/11/2026``.

    Raises:
        CommandError: it is no day.
    """
    for form in _DAYS:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise CommandError(unbroken(f"« {text} » n’est pas une date pour {option} : écrivez 2026-11-23 ou 23/11/2026."))


def period(du: str | None, au: str | None) -> tuple[date, date]:
    """Return the two days of a period.

    Raises:
        CommandError: one is lacking, is no day, or they are in the wrong order.
    """
    if not du or not au:
        raise CommandError(unbroken("Dites la période : --du 2026-01-01 --au 2026-12-31."))
    first, last = read_day(du, "--du"), read_day(au, "--au")
    if first > last:
        raise CommandError(unbroken(f"La période finit avant de commencer : --du {first} --au {last}."))
    return first, last


def taken(data: Path, name: str) -> "tuple[Outcome, tuple[Exchange, ...]]":
    """Return the record of a session and its exchanges, each with its word."""
    with session_needed():
        reading = read_records(find(sessions_folder(data), name))
    if reading.is_damaged:
        said = "Le journal de cette séance est abîmé : le papier s’arrête avant la ligne abîmée."
        typer.echo(unbroken(said), err=True)
    return outcome(reading.records), replay(reading.records).state.exchanges


def gathered(data: Path, kind: type[Kind]) -> "Gathered[Kind]":
    """Return the records of all sessions; those that cannot be read are told.

    Raises:
        CommandError: the folder of the sessions cannot be listed.
    """
    from game.records.gathering import gather  # noqa: PLC0415 - other processes are set up, and few commands read all

    found = gather(sessions_folder(data), kind)
    for item in found.apart:
        if item.reason == "unlisted":
            raise CommandError(unbroken(f"{item.session} : {READ_ERRORS[item.reason]}"))
        if item.reason != "damaged":
            typer.echo(unbroken(f"Pas comptée : {item.session} : {READ_ERRORS[item.reason]}"), err=True)
    return found


def typed_day(text: str | None, option: str) -> str:
    """Return a day in words, « lundi 23 novembre 2026 »; nothing when none was typed.

    Raises:
        CommandError: it is no day.
    """
    from game.printing.records.shared import day_said  # noqa: PLC0415 - few commands print

    return day_said(read_day(text, option)) if text else ""


def typed_line(text: str | None) -> str:
    """Return what was typed on one line, as long as a title may be.

    Raises:
        CommandError: it is longer.
    """
    said = " ".join((text or "").split())
    if len(said) > LONGEST_TITLE:
        raise CommandError(unbroken(f"Trop long pour la feuille ({LONGEST_TITLE} signes au plus) : « {said} »."))
    return said


def typed_name(text: str) -> str:
    """Return the name to write on a certificate.

    Raises:
        CommandError: there is none. The sentence does not repeat what was typed.
    """
    said = " ".join(text.split())
    if not said or len(said) > LONGEST_TITLE or not said.isprintable():
        raise CommandError(f"Le nom est vide, trop long ({LONGEST_TITLE} signes au plus), ou ne s’imprime pas.")
    return said


def typed_codes(text: str | None) -> tuple[str, ...]:
    """Return internal codes, each once.

    Raises:
        CommandError: one of them looks like a name.
    """
    codes = tuple(dict.fromkeys(filter(None, re.split(r"[,;\s]+", text or ""))))
    for code in codes:
        if not is_code(code):
            raise CommandError(
                unbroken(f"« {code} » n’est pas un code : des lettres et au moins un chiffre, jamais un nom.")
            )
    return codes


def typed_logos(folder: Path) -> tuple[str, ...]:
    """Return the logos of a folder; what is no picture there is told.

    Raises:
        CommandError: the folder cannot be read.
    """
    from game.printing.records.signing import read_logos  # noqa: PLC0415 - as above

    try:
        found = read_logos(folder)
    except OSError as error:
        raise CommandError(unbroken(f"Le dossier « {folder} » ne s’ouvre pas : {why_refused(error)}.")) from error
    if found.refused or not found.pictures:
        said = ", ".join(f"« {name} »" for name in found.refused) or f"aucune image dans « {folder} »"
        typer.echo(unbroken(f"Logos laissés de côté (PNG ou JPEG, six au plus) : {said}."), err=True)
    return found.pictures


def sessions_named(data: Path, names: list[str]) -> list[Outcome]:
    """Return the sessions that were named, each once.

    Raises:
        CommandError: one cannot be found or read, or nobody can have facilitated it.
    """
    from game.printing.records.certificate import may_be_certified  # noqa: PLC0415 - as above

    found = {record.session: record for record, _ in (taken(data, name) for name in names)}
    for record in found.values():
        if not may_be_certified(record):
            said = "elle n’est pas clôturée, elle est une démonstration, ou sa fiche dit qu’aucun pilote n’a animé"
            raise CommandError(unbroken(f"Rien n’est attesté pour « {record.session} » : {said}."))
    return list(found.values())


def sessions_between(data: Path, du: str | None, au: str | None, code: str) -> list[Outcome]:
    """Return the sessions of a period that a pilote can have facilitated.

    Raises:
        CommandError: the period is not one, or there is no such session.
    """
    from game.printing.records.certificate import may_be_certified  # noqa: PLC0415 - as above

    if not du and not au:
        raise CommandError(unbroken("Dites quelles séances : leurs noms, ou une période avec --du et --au."))
    first, last = period(du, au)
    kept = gathered(data, Outcome).outcomes
    found = [one for one in kept if first <= one.day <= last and may_be_certified(one, code)]
    if not found:
        under = f" sous le code {code}" if code else ""
        raise CommandError(unbroken(f"Aucune séance animée{under} entre le {first:%d/%m/%Y} et le {last:%d/%m/%Y}."))
    return found

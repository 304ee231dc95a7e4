"""What a copilote reads of the envelopes: one person’s attendance and steps over time, under a code."""

import json
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from game.french import long_date, unbroken
from game.sealed.envelopes import Opened, Reading
from game.sealed.errors import SealedError
from game.sealed.payload import Attendance, Fact, FollowUp, Months, Step, StepStatus

MONTHS: tuple[Months, ...] = get_args(Months)
"""When a step is looked at again, after the day it was noted."""
_OVER = ("tenu", "abandonné")
_CSV_HEAD = ("code", "genre", "date", "demi_journee", "seance", "theme", "objectif", "statut", "echeance_mois", "pas")


@dataclass(frozen=True)
class Pursued:
    """A step and what became of it."""

    step: Step
    follow_ups: tuple[FollowUp, ...]
    """The earliest due first; for one due date, the last that was written."""

    @property
    def status(self) -> StepStatus:
        """Where it is: as the last follow-up says, else as it was noted."""
        return self.follow_ups[-1].status if self.follow_ups else self.step.status

    def due(self, on: date) -> Months | None:
        """Return the follow-up to make on a day: the latest of those due, when none as late was made."""
        if self.status in _OVER:
            return None
        made = self.follow_ups[-1].months if self.follow_ups else 0
        late = [months for months in MONTHS if months > made and after(self.step.day, months) <= on]
        return late[-1] if late else None


@dataclass(frozen=True)
class Dossier:
    """All that the envelopes say of one code."""

    code: str
    attendances: tuple[Attendance, ...]
    """In the order of days; the last written for a session and a half-day."""
    paths: tuple[Pursued, ...]
    orphans: tuple[FollowUp, ...] = ()
    """Follow-ups whose step is in no envelope that was opened."""
    facilitated: tuple[str, ...] = ()
    """The sessions of this computer that the person facilitated, when the journals tell: not from envelopes."""


def after(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month: 31 January and 1 month, 28 February."""
    year, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))


def dossiers(facts: Iterable[Fact]) -> dict[str, Dossier]:
    """Return the dossiers, by code; ``facts`` are in the order in which they were written."""
    by_code: dict[str, list[Fact]] = {}
    for fact in facts:
        by_code.setdefault(fact.code, []).append(fact)
    return {code: _dossier(code, found) for code, found in sorted(by_code.items())}


def dossier_of(reading: Reading, code: str) -> Dossier:
    """Return the dossier of one code.

    Raises:
        SealedError: no envelope that was opened is about it.
    """
    found = dossiers(reading.facts).get(code)
    if found is None:
        said = f"Aucune enveloppe ouverte ne concerne le code {code}."
        if reading.closed:
            said += f" Mais {len(reading.closed)} sont restées fermées."
        raise SealedError(unbroken(said))
    return found


def step_envelope(reading: Reading, start: str) -> Opened:
    """Return the envelope of the step whose identifier begins so, as the list of steps shows it.

    Raises:
        SealedError: no step begins so, or several do.
    """
    found = [one for one in reading.opened if isinstance(one.fact, Step) and str(one.fact.id).startswith(start.lower())]
    if len(found) != 1 or not start:
        count = "Plusieurs pas commencent" if found and start else "Aucun pas ne commence"
        raise SealedError(unbroken(f"{count} par « {start} » : la liste est dans « permis dossiers CODE »."))
    return found[0]


def as_json(dossier: Dossier) -> str:
    """Return a dossier as JSON, with the names of the payloads."""
    values = {
        "code": dossier.code,
        "seances_animees": list(dossier.facilitated),
        "presences": [fact.model_dump(mode="json", by_alias=True) for fact in dossier.attendances],
        "prochains_pas": [
            {
                **path.step.model_dump(mode="json", by_alias=True),
                "statut_actuel": path.status,
                "echeances": {str(months): after(path.step.day, months).isoformat() for months in MONTHS},
                "suivis": [fact.model_dump(mode="json", by_alias=True) for fact in path.follow_ups],
            }
            for path in dossier.paths
        ],
        "suivis_sans_pas": [fact.model_dump(mode="json", by_alias=True) for fact in dossier.orphans],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def as_rows(dossier: Dossier) -> list[tuple[str, ...]]:
    """Return a dossier as the rows of a table, headers first."""
    rows: list[tuple[str, ...]] = [
        (fact.code, fact.kind, fact.day.isoformat(), fact.half_day, fact.session, "", "", fact.status, "", "")
        for fact in dossier.attendances
    ]
    rows += [(dossier.code, "animation", "", "", name, "", "", "", "", "") for name in dossier.facilitated]
    for path in dossier.paths:
        step = path.step
        known = (step.session, step.theme, step.aim)
        rows.append((step.code, step.kind, step.day.isoformat(), "", *known, step.status, "", str(step.id)))
        rows += [
            (fact.code, fact.kind, fact.day.isoformat(), "", *known, fact.status, str(fact.months), str(step.id))
            for fact in path.follow_ups
        ]
    rows += [
        (fact.code, fact.kind, fact.day.isoformat(), "", fact.session, "", "", fact.status, str(fact.months), "")
        for fact in dossier.orphans
    ]
    return [_CSV_HEAD, *rows]


def as_text(dossier: Dossier) -> str:
    """Return a dossier as a person reads it: what is given to the person who asks for it."""
    lines = [f"Dossier {dossier.code}", ""]
    lines += [f"Séance animée : {name}" for name in dossier.facilitated]
    lines += ["Présences"]
    lines += [
        f"  {long_date(fact.day)}, {fact.half_day} : {fact.status} (séance {fact.session})"
        for fact in dossier.attendances
    ] or ["  Aucune."]
    lines += ["", "Prochains pas"]
    for path in dossier.paths:
        step = path.step
        lines.append(f"  {long_date(step.day)} : {step.aim} (thème {step.theme}) : {path.status}")
        lines.append(f"    Pas {str(step.id)[:8]}, noté avec son accord comme « {step.status} ».")
        lines += [f"    À {fact.months} mois, le {long_date(fact.day)} : {fact.status}" for fact in path.follow_ups]
    if not dossier.paths:
        lines.append("  Aucun.")
    lines += [
        f"  À {fact.months} mois, le {long_date(fact.day)} : {fact.status} (le pas lui-même n’est pas là)"
        for fact in dossier.orphans
    ]
    return unbroken("\n".join(lines) + "\n")


def _dossier(code: str, facts: list[Fact]) -> Dossier:
    days = {(fact.session, fact.half_day): fact for fact in facts if isinstance(fact, Attendance)}
    steps = [fact for fact in facts if isinstance(fact, Step)]
    known = {step.id for step in steps}
    return Dossier(
        code,
        tuple(sorted(days.values(), key=lambda fact: (fact.day, _HALF_DAYS.index(fact.half_day)))),
        tuple(Pursued(step, _follow_ups(step, facts)) for step in sorted(steps, key=lambda fact: fact.day)),
        tuple(fact for fact in facts if isinstance(fact, FollowUp) and fact.step not in known),
    )


_HALF_DAYS = ("matin", "après-midi", "soir")


def _follow_ups(step: Step, facts: list[Fact]) -> tuple[FollowUp, ...]:
    found = {fact.months: fact for fact in facts if isinstance(fact, FollowUp) and fact.step == step.id}
    return tuple(found[months] for months in sorted(found))

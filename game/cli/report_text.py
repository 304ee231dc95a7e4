"""A report on the terminal, and what it could not count."""

from collections.abc import Iterator, Mapping

from game.french import counted, duration, long_date, unbroken
from game.records.outcome import WEATHER_NAMES
from game.records.rollup import Report

_MOST_WORDS = 12


def report_text(report: Report) -> str:
    """Return what sessions say together, in a few lines."""
    head = f"Du {long_date(report.since)} au {long_date(report.until)}"
    if not report.sessions:
        return unbroken(f"{head} : aucune séance clôturée.")
    return "\n".join([unbroken(f"{head} :"), *(f"  {unbroken(line)}" for line in _lines(report))])


def _lines(report: Report) -> Iterator[str]:
    yield f"{counted(report.sessions, 'séance')}, {duration(report.minutes)}, {counted(report.people, 'présence')}"
    if report.newcomers or report.newcomers_unsaid < report.sessions:
        unsaid = f" (non dit pour {counted(report.newcomers_unsaid, 'séance')})" if report.newcomers_unsaid else ""
        yield f"Premières fois : {report.newcomers}{unsaid}"
    for groups in (report.by_mode, report.by_format):
        yield " ; ".join(f"{group.title} : {counted(group.sessions, 'séance')}" for group in groups)
    themes = ", ".join(f"{theme.title} ({theme.exchanges})" for theme in report.themes)
    yield f"Échanges : {report.exchanges}{' — ' + themes if themes else ''}"
    yield from _roles(report)
    for moment, counts, asked in (
        ("à l’arrivée", report.mood.at_start, report.mood.asked_at_start),
        ("au départ", report.mood.at_end, report.mood.asked_at_end),
    ):
        if asked:
            told = ", ".join(f"{name} {count}" for name, count in zip(WEATHER_NAMES, counts, strict=True))
            yield f"Météo {moment} : {told}"
    steps = ", ".join(f"{step.name} ({step.count})" for step in report.steps_by_theme)
    yield f"Prochains pas choisis : {report.next_steps}{' — ' + steps if steps else ''}"
    if report.words:
        yield f"Mots du mur : {', '.join(f'{word.name} ({word.count})' for word in report.words[:_MOST_WORDS])}"
    yield f"Incidents : {report.incidents} (non dit pour {counted(report.incidents_unsaid, 'séance')})"


def _roles(report: Report) -> Iterator[str]:
    done = report.facilitation
    roles = f"pilotes {done.pilots}, copilotes {done.staff}, relais {done.relays}"
    unsaid = f" (non dit pour {counted(done.unsaid, 'séance')})" if done.unsaid else ""
    yield f"Animation, rôles tenus : {roles}{unsaid}"
    codes = ", ".join(each.code for each in done.codes) or "aucun"
    yield f"Codes d’animation distincts : {len(done.codes)} ({codes}) ; ceux des participants sont scellés"


def troubles_text(report: Report, reasons: Mapping[str, str]) -> list[str]:
    """Return a sentence for each kind of session that is not counted, not to its end, or not handed over.

    Args:
        report: What was found.
        reasons: Why a session cannot be read, by the code of the trouble.
    """
    lists = (
        ("Jamais clôturées, pas comptées", report.not_closed),
        ("Démonstrations, pas comptées", report.demonstrations),
        ("Comptées, à transmettre", report.not_sent),
    )
    said = [unbroken(f"{what} ({len(names)}) : {', '.join(names)}.") for what, names in lists if names]
    told = {**reasons, "damaged": "le journal est abîmé, la séance est comptée jusqu’à la ligne abîmée."}
    return said + [unbroken(f"{each.session} : {told[each.reason]}") for each in report.apart]

"""What the sessions of a period say together, on two pages of A4: a part of the yearly report, with charts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from game.content.cards import Theme
from game.french import counted, duration, long_date, unbroken
from game.printing.pages import PrintError, make_pdf
from game.printing.records.shared import figure, look_of, more_said, weathers, whole
from game.printing.words import common, labelled
from game.records.rollup import Count, FacilitationTotal, Group, LabelTotal, MoodTotal, Report
from game.screens.phrases import KINDS

_MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
_MOST_MONTHS, _MOST_QUARTERS = 18, 72
"""Months that are a bar each; above, a bar is a quarter, then a year."""
_QUARTER = 3


def print_year(assets: Path, report: Report, themes: Mapping[str, Theme]) -> bytes:
    """Return the PDF of a report: two pages, the second with the details.

    Raises:
        PrintError: a page does not fit, even small; or the template cannot be read.
    """
    data = {
        **common(_title(report)),
        "period": f"du {long_date(report.since)} au {long_date(report.until)}",
        "figures": _figures(report),
        "months": _months(report.by_month),
        "themes": _themes(report, themes),
        "weathers": weathers(),
        "moods": _moods(report.mood),
        "roles": _roles(report.facilitation),
        "steps": _steps(report, themes),
        "groups": _groups(report),
        "wall": [{"word": each.name, "count": each.count} for each in report.words],
        "kinds": _rows(Count(name=KINDS.get(each.name, each.name), count=each.count) for each in report.cards_by_kind),
        "poll": _poll(report),
        "worked": _worked(report),
        "terms": _terms(report),
        "remarks": [unbroken(remark) for remark in _remarks(report)],
        "words": _WORDS,
    }
    pdf, told = make_pdf(assets, "annee", data, "<fit>")
    if not all(page["fits"] for page in told):
        raise PrintError("the report does not fit on its pages", (_title(report),))
    return pdf


def _title(report: Report) -> str:
    year = report.since.year
    is_year = (report.since, report.until) == (date(year, 1, 1), date(year, 12, 31))
    return f"Bilan de l’année {year}" if is_year else "Bilan d’activités"


def _figures(report: Report) -> list[dict[str, str]]:
    said = report.sessions - report.newcomers_unsaid
    new = counted(report.newcomers, "nouvelle", "nouvelles")
    return [
        _figure(report.sessions, "séance"),
        figure(duration(report.minutes), "ensemble", "sans les pauses"),
        _figure(report.people, "présence", f"dont {new}" if said else ""),
        _figure(report.exchanges, "échange"),
        _figure(report.words_laid, "mot", "sur les murs", nouns="mots"),
        _figure(report.next_steps, "prochain pas", nouns="prochains pas"),
    ]


def _figure(count: int, noun: str, more: str = "", nouns: str = "") -> dict[str, str]:
    return figure(whole(count), noun if count <= 1 else nouns or f"{noun}s", more)


def _months(months: Sequence[Group]) -> list[dict[str, Any]]:
    """Return a bar a month, or a quarter, or a year, as many as can be read beside each other."""
    bars = [
        (label, sum(month.sessions for month in group), sum(month.people for month in group))
        for label, group in _spans(months)
    ]
    most = max((sessions for _, sessions, _ in bars), default=0) or 1
    return [
        {
            "label": label,
            "sessions": whole(sessions) if sessions else "",
            "people": whole(people) if people else "",
            "share": sessions / most,
        }
        for label, sessions, people in bars
    ]


def _spans(months: Sequence[Group]) -> Iterator[tuple[str, list[Group]]]:
    if len(months) <= _MOST_MONTHS:
        several = len({month.key[:4] for month in months}) > 1
        for month in months:
            year, number = month.key.split("-")
            yield f"{_MONTHS[int(number) - 1]} {year}" if several else _MONTHS[int(number) - 1], [month]
        return
    by = _quarter if len(months) <= _MOST_QUARTERS else _year
    for label, group in groupby(months, lambda month: by(month.key)):
        yield label, list(group)


def _quarter(key: str) -> str:
    year, number = key.split("-")
    return f"T{(int(number) - 1) // _QUARTER + 1} {year}"


def _year(key: str) -> str:
    return key[:4]


def _themes(report: Report, themes: Mapping[str, Theme]) -> list[dict[str, Any]]:
    most = max((theme.exchanges for theme in report.themes), default=0) or 1
    return [
        {
            **look_of(themes, theme.id, theme.title),
            "share": theme.exchanges / most,
            "said": ", ".join(filter(None, (counted(theme.exchanges, "échange"), _time(theme.minutes)))),
        }
        for theme in report.themes
    ]


def _time(minutes: float) -> str:
    return duration(minutes) if minutes > 0 else ""


def _moods(mood: MoodTotal) -> list[dict[str, Any]]:
    """Return the hands of all the sessions where they were counted; a moment that was never asked is not there."""
    asked = (("Arrivée", mood.at_start, mood.asked_at_start), ("Départ", mood.at_end, mood.asked_at_end))
    return [
        {"moment": f"{moment} ({counted(sessions, 'séance')})", "counts": counts, "full": moment == "Départ"}
        for moment, counts, sessions in asked
        if sessions
    ]


def _roles(who: FacilitationTotal) -> list[dict[str, Any]]:
    rows = [
        ("compass", "Rôles tenus par des pilotes", who.pilots),
        ("flag", "Séances qu’un pilote a animées", who.by_pilots),
        ("handshake", "Rôles tenus par des copilotes", who.staff),
        ("shuffle", "Relais en séance", who.relays),
        ("key", "Codes distincts, avec leur accord", len(who.codes)),
    ]
    return [{"icon": icon, "label": labelled(label), "texts": [whole(count)]} for icon, label, count in rows]


def _steps(report: Report, themes: Mapping[str, Theme]) -> list[dict[str, Any]]:
    most = max((each.count for each in report.steps_by_theme), default=0) or 1
    by_title = {theme.title: theme.id for theme in themes.values()}
    return [
        look_of(themes, by_title.get(each.name, each.name), each.name)
        | {"share": each.count / most, "said": counted(each.count, "pas", "pas")}
        for each in report.steps_by_theme
    ]


def _groups(report: Report) -> list[dict[str, Any]]:
    named = (("Par mode", report.by_mode), ("Par format", report.by_format), ("Par lieu", report.by_place))
    return [{"title": title, "rows": [_group(group) for group in groups]} for title, groups in named if groups]


def _group(group: Group) -> list[str]:
    return [
        group.title or group.key,
        whole(group.sessions),
        duration(group.minutes),
        whole(group.people),
        whole(group.exchanges),
    ]


def _rows(counts: Iterable[Count]) -> list[dict[str, str]]:
    return [{"name": each.name, "count": whole(each.count)} for each in counts]


def _poll(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "question": f"{poll.question} ({counted(poll.sessions, 'séance')})",
            "answers": [
                {"text": answer, "before": whole(poll.before[at]), "after": whole(poll.after[at])}
                for at, answer in enumerate(poll.answers)
            ],
        }
        for poll in report.polls
    ]


def _worked(report: Report) -> list[dict[str, Any]]:
    named = (("Objectifs (séances)", report.aims), ("Compétences (séances)", report.skills))
    return [{"label": label, "rows": _rows(counts)} for label, counts in named if counts]


def _terms(report: Report) -> list[dict[str, Any]]:
    named = (
        ("Thématiques data.inclusion (échanges)", report.by_data_inclusion),
        ("Contraintes France Travail (échanges)", report.by_france_travail),
    )
    return [{"label": labelled(label), "values": _labels(totals)} for label, totals in named if totals]


def _labels(totals: Sequence[LabelTotal]) -> list[str]:
    return [f"{total.label} ({whole(total.exchanges)})" for total in totals]


def _remarks(report: Report) -> list[str]:
    """Return what one has to know to read the sums: what was not said, what is not counted."""
    apart = len([item for item in report.apart if item.reason != "damaged"])
    found = (
        (
            True,
            "Les présences s’additionnent : qui vient trois fois compte trois fois. Personne n’est nommé ni classé.",
        ),
        (True, f"Incidents : {_unsaid(report.incidents, report.incidents_unsaid)}"),
        (report.newcomers_unsaid, f"Premières fois non renseignées dans {_in(report.newcomers_unsaid)}."),
        (report.facilitation.unsaid, f"Animation non renseignée dans {_in(report.facilitation.unsaid)}."),
        (report.not_sent, f"Bilan pas encore transmis pour {_in(len(report.not_sent))}."),
        (report.not_closed, f"Pas comptées, car jamais clôturées : {_in(len(report.not_closed))}."),
        (report.demonstrations, f"Pas comptées, car des démonstrations : {_in(len(report.demonstrations))}."),
        (apart, f"Pas comptées, car leur journal ne se lit pas : {_in(apart)}."),
        (len(report.apart) - apart, f"Journal abîmé, compté jusque-là : {_in(len(report.apart) - apart)}."),
    )
    return [remark for is_said, remark in found if is_said]


def _unsaid(count: int, unsaid: int) -> str:
    return f"{count}." if not unsaid else f"{count} ; non renseigné dans {_in(unsaid)}."


def _in(sessions: int) -> str:
    return counted(sessions, "séance")


_WORDS = {
    "months": "Les séances, au fil du temps",
    "sessions": "séances",
    "people": "présences",
    "themes": "Ce dont on a parlé",
    "mood": "La météo des groupes",
    "roles": "Qui a animé",
    "steps": "Les prochains pas",
    "groups": "Où, et comment",
    "group-heads": ["Séances", "Durée", "Présences", "Échanges"],
    "wall": "Les mots revenus le plus souvent",
    "kinds": "Les cartes, par type",
    "poll": "Le sondage, à main levée",
    "before": "avant",
    "after": "à la fin",
    "worked": "Ce que les séances ont travaillé",
    "remarks": "Pour bien lire ces nombres",
    "more": more_said(),
    "none": "Aucune séance clôturée dans cette période.",
    "no-theme": "Aucun échange noté.",
    "no-mood": "La météo n’a pas été demandée.",
    "no-steps": "Aucun prochain pas noté.",
}

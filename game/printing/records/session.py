"""The record of one session on one page of A4, with pictures: what is handed to those who pay for it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from game.content.cards import Theme
from game.french import counted, duration, unbroken
from game.printing.pages import PrintError, make_pdf
from game.printing.records.shared import (
    day_said,
    figure,
    hours_said,
    look_of,
    more_said,
    people_figure,
    weathers,
)
from game.printing.words import common, labelled
from game.records.adding import MODE_TITLES
from game.records.outcome import Facilitation, Outcome
from game.session.state import Exchange


def print_session(assets: Path, outcome: Outcome, laid: Sequence[Exchange], themes: Mapping[str, Theme]) -> bytes:
    """Return the PDF of a session's record: one page, whatever the session was.

    Text gets smaller, then lists end with « et N autres », so that nothing is cut without being told.

    Args:
        assets: The folder of the templates.
        outcome: The record.
        laid: The exchanges of the session, each with its theme and its word.
        themes: How themes look, by id.

    Raises:
        PrintError: it does not fit on a page, even small; or the template cannot be read.
    """
    data = {
        **common("Bilan de séance"),
        **_head(outcome),
        "figures": _figures(outcome, len([one for one in laid if one.word])),
        "themes": _themes(outcome, themes),
        "weathers": weathers(),
        "moods": _moods(outcome),
        "wall": [look_of(themes, one.theme) | {"word": one.word} for one in laid if one.word],
        "acts": _acts(outcome),
        "poll": _poll(outcome),
        "roles": _roles(outcome.facilitation),
        "steps": [
            look_of(themes, step.theme, step.theme_title) | {"team": labelled(step.team), "text": step.text}
            for step in outcome.next_steps
        ],
        "step-themes": _step_themes(outcome, themes),
        "worked": _worked(outcome),
        "terms": _terms(outcome),
        "incident": _incident(outcome),
        "note": outcome.note,
        "versions": ", ".join(f"{name} {version}" for name, version in outcome.versions.items()),
        "words": _WORDS,
    }
    pdf, told = make_pdf(assets, "bilan", data, "<fit>")
    if not all(one["fits"] for one in told):
        raise PrintError("the record does not fit on a page", (outcome.session,))
    return pdf


def _head(outcome: Outcome) -> dict[str, Any]:
    status: str = outcome.status
    if outcome.sent:
        status += f", version {outcome.record_version}"
    elif outcome.record_version > 1:
        status += f", version {outcome.record_version} (corrigée)"
    tags = [status.capitalize()]
    tags += ["Démonstration, sans groupe"] if outcome.demonstration else []
    tags += ["Jouée sur papier"] if outcome.on_paper else []
    mode = MODE_TITLES.get(outcome.mode, outcome.mode).lower()
    where = f"{outcome.place}, {day_said(outcome.day)}, {hours_said(outcome.start, outcome.end)}"
    return {
        "action": outcome.title or outcome.format_title,
        "where": where,
        "kind": unbroken(f"Atelier collectif, {mode}. Format : {outcome.format_title}."),
        "tags": tags,
        "reference": f"{outcome.session}, version {outcome.record_version} du bilan",
    }


def _figures(outcome: Outcome, words: int) -> list[dict[str, str]]:
    return [
        people_figure(outcome),
        figure(str(len(outcome.teams)), "équipe" if len(outcome.teams) <= 1 else "équipes"),
        figure(duration(outcome.minutes), "ensemble", "sans les pauses"),
        figure(str(outcome.exchanges), "échange" if outcome.exchanges <= 1 else "échanges"),
        figure(str(words), "mot sur le mur" if words <= 1 else "mots sur le mur"),
        figure(str(len(outcome.next_steps)), "prochain pas" if len(outcome.next_steps) <= 1 else "prochains pas"),
    ]


def _themes(outcome: Outcome, themes: Mapping[str, Theme]) -> list[dict[str, Any]]:
    most = max((theme.exchanges for theme in outcome.themes), default=1)
    return [
        {
            **look_of(themes, theme.id, theme.title),
            "share": theme.exchanges / most,
            "said": counted(theme.exchanges, "échange") + ("" if outcome.on_paper else f", {duration(theme.minutes)}"),
        }
        for theme in outcome.themes
    ]


def _moods(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the hands for each weather, on arriving and on leaving; a mood that was not asked is not there."""
    asked = (("Arrivée", outcome.mood.at_start), ("Départ", outcome.mood.at_end))
    return [
        {"moment": moment, "counts": counts, "full": moment == "Départ"}
        for moment, counts in asked
        if counts is not None
    ]


def _acts(outcome: Outcome) -> list[dict[str, Any]]:
    longest = max((max(act.minutes, act.planned) for act in outcome.acts), default=0) or 1
    return [
        {
            "title": act.title,
            "share": act.minutes / longest,
            "planned-share": act.planned / longest,
            "said": duration(act.minutes),
            "planned": unbroken(f"prévu : {duration(act.planned)}"),
        }
        for act in outcome.acts
    ]


def _poll(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the questions with the hands before and after: hands, never percentages of a small group."""
    return [
        {
            "question": asked.question,
            "answers": [
                {"text": answer, "before": _hands(asked.before, at), "after": _hands(asked.after, at)}
                for at, answer in enumerate(asked.answers)
            ],
        }
        for asked in outcome.poll
    ]


def _hands(counts: Sequence[int] | None, answer: int) -> str:
    return "–" if counts is None else str(counts[answer])


def _roles(who: Facilitation) -> list[dict[str, Any]]:
    """Return who facilitated, in numbers; codes are there only for those who agreed to be noted."""
    rows: list[dict[str, Any]] = [
        {"icon": "compass", "label": labelled("Pilotes"), "texts": [_said(who.pilots)]},
        {"icon": "handshake", "label": labelled("Copilotes"), "texts": [_said(who.staff)]},
    ]
    if who.relays:
        rows.append({"icon": "shuffle", "label": labelled("Relais en séance"), "texts": [str(who.relays)]})
    if who.codes:
        rows.append({"icon": "key", "label": labelled("Codes"), "texts": who.codes})
    return rows


def _said(count: int | None) -> str:
    return "non renseigné" if count is None else str(count)


def _step_themes(outcome: Outcome, themes: Mapping[str, Theme]) -> list[dict[str, Any]]:
    titles = {step.theme: step.theme_title for step in outcome.next_steps}
    counts = outcome.steps_by_theme.items()
    return [look_of(themes, theme, titles.get(theme, "")) | {"count": count} for theme, count in counts]


def _worked(outcome: Outcome) -> list[dict[str, Any]]:
    named = (("Objectifs", outcome.aims), ("Compétences exercées", outcome.skills))
    return [{"label": label, "values": values} for label, values in named if values]


def _terms(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the words that other tools use for what was talked about, each once."""
    named = (
        ("Thématiques data.inclusion", [value for theme in outcome.themes for value in theme.data_inclusion]),
        ("Contraintes France Travail", [value for theme in outcome.themes for value in theme.france_travail]),
    )
    return [{"label": labelled(label), "values": list(dict.fromkeys(values))} for label, values in named if values]


def _incident(outcome: Outcome) -> str:
    return {True: "oui", False: "non", None: "non renseigné"}[outcome.incident]


_WORDS = {
    "themes": "Ce dont on a parlé",
    "mood": "La météo du groupe",
    "wall": "Les mots du mur",
    "acts": "Le déroulé",
    "poll": "Le sondage, à main levée",
    "before": "avant",
    "after": "à la fin",
    "roles": "Qui a animé",
    "steps": "Les prochains pas",
    "worked": "Ce que la séance a travaillé",
    "incident": labelled("Incident"),
    "note": labelled("Note de clôture"),
    "versions": labelled("Versions"),
    "more": more_said(),
    "no-theme": "Aucun échange noté.",
    "no-mood": "La météo n’a pas été demandée.",
    "no-steps": "Aucun prochain pas noté.",
}

"""One page that anyone can read: ``bilan.md``."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from game.french import NO_BREAK, counted, duration, hour, long_date
from game.records.outcome import WEATHER_NAMES, Outcome

_COLON = f"{NO_BREAK}:"
_MODES = {"pilotes": "entre pilotes", "sensibilisation": "sensibilisation"}
_SIGNS = re.compile(r"([\\`*_\[\]<>|#~])")
_NOTICE = (
    f"Aucun nom de personne n’est demandé ni gardé{_COLON} les équipes ont un nom, les personnes sont comptées. "
    "Ce bilan est calculé à partir du journal de la séance, et de lui seul."
)


def markdown(outcome: Outcome) -> str:
    """Return the record of a session as a page of Markdown, in French."""
    blocks = [_head(outcome)]
    for title, section in _SECTIONS.items():
        body = section(outcome)
        if body:
            blocks += [f"## {title}", body]
    return "\n\n".join([*blocks, "---", _foot(outcome)]) + "\n"


def _plain(text: str) -> str:
    """Return what somebody typed, on one line, with the signs that Markdown would read set aside."""
    return _SIGNS.sub(r"\\\1", re.sub(r"[\r\n\t]+", " ", text))


def _head(outcome: Outcome) -> str:
    mode = _MODES.get(outcome.mode, outcome.mode)
    heads = f"{counted(outcome.people, 'personne')}, en {counted(len(outcome.teams), 'équipe')}"
    lines = [
        f"- Format{_COLON} {_plain(outcome.format_title)} ({mode})",
        f"- État{_COLON} {_state(outcome)}",
        f"- Durée{_COLON} {duration(outcome.minutes)}, sans les pauses",
        f"- Présence{_COLON} {heads}{_newcomers(outcome)}",
    ]
    if outcome.cooperative:
        lines.append("- Un seul pion pour toutes les équipes")
    if outcome.on_paper:
        lines.append("- Jouée sur papier, saisie après la séance")
    if outcome.demonstration:
        lines.append(f"- **Démonstration**{_COLON} cette séance n’a pas réuni de groupe")
    title = (
        f"# Bilan de séance{_COLON} {_plain(outcome.title)}"
        if outcome.title not in ("", outcome.format_title)
        else "# Bilan de séance"
    )
    return "\n\n".join([title, f"**{_plain(outcome.place)}**, {_when(outcome)}", "\n".join(lines)])


def _state(outcome: Outcome) -> str:
    version = f", version {outcome.record_version}" if outcome.record_version > 1 or outcome.sent else ""
    sent = [f"version {sending.version} le {long_date(sending.at)}" for sending in outcome.sent]
    return f"{outcome.status}{version}" + (f" (transmise{_COLON} {', '.join(sent)})" if sent else "")


def _newcomers(outcome: Outcome) -> str:
    return "" if outcome.newcomers is None else f", dont {outcome.newcomers} pour la première fois"


def _facilitation(outcome: Outcome) -> str:
    done = outcome.facilitation
    roles = [
        *([] if done.pilots is None else [counted(done.pilots, "pilote animateur", "pilotes animateurs")]),
        *([] if done.staff is None else [counted(done.staff, "copilote")]),
        *([counted(done.relays, "relais", "relais")] if done.relays else []),
        *([f"codes, avec leur accord{_COLON} {', '.join(done.codes)}"] if done.codes else []),
    ]
    return ", ".join(roles)


def _closing(outcome: Outcome) -> str:
    incident = [] if outcome.incident is None else [f"Incident{_COLON} {'oui' if outcome.incident else 'non'}"]
    note = [f"Note{_COLON} {_plain(outcome.note)}"] if outcome.note else []
    return "\n".join(f"- {line}" for line in [*incident, *note])


def _when(outcome: Outcome) -> str:
    start, end = outcome.start, outcome.end
    if end is None:
        return f"le {long_date(outcome.day)}, à partir de {hour(start)}"
    if end.date() == start.date():
        return f"le {long_date(outcome.day)}, de {hour(start)} à {hour(end)}"
    return f"du {long_date(start)} à {hour(start)} au {long_date(end)} à {hour(end)}"


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heads, ("---", *("---:" for _ in heads[1:])), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _teams(outcome: Outcome) -> str:
    return ", ".join(f"{_plain(team.name)} ({counted(team.people, 'personne')})" for team in outcome.teams)


def _acts(outcome: Outcome) -> str:
    rows = [(_plain(act.title), duration(act.planned), duration(act.minutes)) for act in outcome.acts]
    return _table(("Acte", "Prévu", "Réel"), rows)


def _themes(outcome: Outcome) -> str:
    if not outcome.themes:
        return "Aucun échange."
    rows = [(_plain(theme.title), str(theme.exchanges), duration(theme.minutes)) for theme in outcome.themes]
    services = dict.fromkeys(value for theme in outcome.themes for value in theme.data_inclusion)
    labels = dict.fromkeys(value for theme in outcome.themes for value in theme.france_travail)
    named = (("data.inclusion", services), ("France Travail", labels))
    terms = "".join(f"\n\n{name}{_COLON} {_plain(', '.join(values))}." for name, values in named if values)
    timed = "" if outcome.on_paper else " ({})"
    cards = ", ".join(_plain(card.id) + timed.format(duration(card.minutes)) for card in outcome.cards)
    return f"{_table(('Thème', 'Échanges', 'Temps'), rows)}\n\nCartes vues{_COLON} {cards}.{terms}"


def _words(outcome: Outcome) -> str:
    counts = Counter(outcome.words)
    return ", ".join(
        _plain(word) if count == 1 else f"{_plain(word)} (×{NO_BREAK}{count})" for word, count in counts.items()
    )


def _mood(outcome: Outcome) -> str:
    moments = (("Arrivée", outcome.mood.at_start), ("Départ", outcome.mood.at_end))
    rows = [(name, *map(str, counts)) for name, counts in moments if counts is not None]
    return _table(("", *(name.capitalize() for name in WEATHER_NAMES)), rows) if rows else ""


def _poll(outcome: Outcome) -> str:
    """Return a table for each question: hands, never percentages of a small group."""
    tables = []
    for asked in outcome.poll:
        columns = [counts or ("–",) * len(asked.answers) for counts in (asked.before, asked.after)]
        rows = [
            (_plain(answer), *(str(counts[index]) for counts in columns)) for index, answer in enumerate(asked.answers)
        ]
        tables.append(f"{_plain(asked.question)}\n\n{_table(('Réponse', 'Avant', 'À la fin'), rows)}")
    return "\n\n".join(tables)


def _steps(outcome: Outcome) -> str:
    lines = []
    for step in outcome.next_steps:
        text = f"{_COLON} {_plain(step.text)}" if step.text else ""
        lines.append(f"- **{_plain(step.team)}** ({_plain(step.theme_title)}){text}")
    return "\n".join(lines)


def _aims(outcome: Outcome) -> str:
    named = (("Objectifs", outcome.aims), ("Compétences", outcome.skills))
    return "\n".join(f"- {name}{_COLON} {_plain(', '.join(values))}" for name, values in named if values)


def _foot(outcome: Outcome) -> str:
    versions = ", ".join(f"{_plain(name)} {_plain(version)}" for name, version in outcome.versions.items())
    return f"{_NOTICE}\n\nVersions{_COLON} {versions}." if versions else _NOTICE


_SECTIONS: dict[str, Callable[[Outcome], str]] = {
    "Équipes": _teams,
    "Animation": _facilitation,
    "Déroulé": _acts,
    "Thèmes et cartes": _themes,
    "Les mots du mur": _words,
    "Météo": _mood,
    "Sondage, à main levée": _poll,
    "Prochains pas": _steps,
    "Ce que la séance a travaillé": _aims,
    "Pour finir": _closing,
}

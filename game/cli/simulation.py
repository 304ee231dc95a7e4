"""Simulate whole sessions from the command line, and show what they gave: sentences, a histogram, JSON, a PNG."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from game.cli.errors import CommandError
from game.cli.images import write_picture
from game.content.load import load
from game.desk.learning import durations_from
from game.french import NO_BREAK, counted, duration, unbroken
from game.places import assets_folder, content_folder
from game.records.durations import LEAST_EXCHANGES, LEAST_SESSIONS, Learned, learned_durations, past_sessions
from game.rules import Card, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.content.boards import BoardFile
    from game.content.formats import Format
    from game.content.library import Library
    from game.forecast.simulation import Simulated

_GAME = "jeu"
_BAR = 40
_MOST_BARS = 24
_MOST_SQUARES = 8
_MOST_NAMES = 8


def simulate_command(
    board: "BoardFile | None",
    format_id: str,
    teams: int,
    games: int,
    seed: int,
    as_json: bool,  # noqa: FBT001 - given by the command line
    image: Path | None,
    sessions: Path | None = None,
) -> None:
    """Simulate sessions and print what they gave.

    Args:
        board: the board to play on; that of the format when there is none.
        format_id: the format of the sessions.
        teams: how many teams play.
        games: how many sessions to simulate.
        seed: the same one gives the same sessions.
        as_json: print JSON and nothing else.
        image: where to write the histogram as a PNG.
        sessions: the folder of the past sessions whose durations are learned; without it, the usual ones are taken.

    Raises:
        CommandError: there is no such format, or the image cannot be written.
    """
    from game.forecast.simulation import Plan, simulate  # noqa: PLC0415 - loads numpy, and only this command does

    library = load(content_folder(), assets=assets_folder()).library
    script = _format(library, format_id)
    played = board or library.boards[script.board]
    seconds = next(act.minutes * 60.0 for act in script.acts if act.kind == _GAME)
    taught = learned_durations(past_sessions(sessions)) if sessions else None
    plan = Plan(Table(played.rules(), _cards(library, script)), teams, seconds, durations_from(taught))
    with _progress() as progress:
        task = progress.add_task("Séances simulées", total=games)
        found = simulate(plan, games, seed, lambda count: progress.advance(task, count))
        progress.update(task, completed=found.games, total=found.games)
    heads = _headline(found, script, taught)
    if image is not None:
        _write(image, found, played.title, heads)
    if as_json:
        typer.echo(json.dumps(as_data(found, script.id, seed, taught), ensure_ascii=False, indent=2))
        return
    names = {theme.id: theme.title for theme in library.themes.values()}
    details = [*_details(found, names), *_sources(taught, asked=sessions is not None)]
    typer.echo("\n".join([f"{played.title}, {script.title}", *heads, *details, "", *_bars(found)]))


def as_data(found: "Simulated", format_id: str, seed: int, taught: Learned | None = None) -> dict[str, Any]:
    """Return what was found, under the stable keys of the JSON."""
    few, usual, many = found.quantiles(0.1, 0.5, 0.9)
    return {
        "plateau": found.plan.table.board.id,
        "format": format_id,
        "equipes": found.plan.teams,
        "parties": found.games,
        "graine": seed,
        "pas_a_pas": found.is_stepwise,
        "jeu": {"secondes": found.plan.seconds},
        "durees": {
            "origine": "seances" if taught else "usuelles",
            "seances": list(taught.names) if taught else [],
            "echanges": taught.exchanges if taught else 0,
        },
        "echanges": {
            "moyenne": float(found.exchanges.mean()),
            "ecart_type": float(found.exchanges.std()),
            "quantiles": {"0.1": few, "0.5": usual, "0.9": many},
            "repartition": [share for _, share in _shares(found, first=0)],
        },
        "tours": {"moyenne": float(found.played.turns.mean())},
        "arrivee": {"chance": found.arrival_chance},
        "themes": {"abordes": found.themes_covered, "echanges": found.themes},
        "cases": {"jamais_visitees": found.never_visited},
    }


def _format(library: "Library", format_id: str) -> "Format":
    script = library.formats.get(format_id)
    if script is None:
        known = ", ".join(sorted(library.formats))
        raise CommandError(unbroken(f"Aucun format « {format_id} ». Il y a : {known}."))
    return script


def _cards(library: "Library", script: "Format") -> tuple[Card, ...]:
    from game.content.care import cards_today  # noqa: PLC0415 - reading YAML is slow to set up
    from game.session.clock import SystemClock  # noqa: PLC0415 - only to know which testimonies still hold

    return cards_today(library, script.audiences, SystemClock().now().date())


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    return Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True)


def _headline(found: "Simulated", script: "Format", taught: Learned | None) -> list[str]:
    few, usual, many = found.quantiles(0.1, 0.5, 0.9)
    who, game = counted(found.plan.teams, "équipe"), duration(found.plan.seconds / 60)
    how = "jouées pas à pas (ce plateau ne tient pas en tables)" if found.is_stepwise else "simulées"
    return [
        unbroken(f"{duration(script.minutes)} pour {who}, dont {game} de jeu : environ {counted(usual, 'échange')}"),
        f"(entre {few} et {many} dans 8{NO_BREAK}séances sur{NO_BREAK}10).",
        f"Une équipe arrive dans {_percent(found.arrival_chance)} des séances.",
        f"Calculé sur {_number(found.games)} séances {how}, avec {_durations(taught)}.",
    ]


def _durations(taught: Learned | None) -> str:
    if taught is None:
        return "les durées usuelles"
    sessions = counted(taught.sessions, "séance passée", "séances passées")
    return f"vos durées{NO_BREAK}: {sessions}, {counted(taught.exchanges, 'échange')}"


def _sources(taught: Learned | None, *, asked: bool) -> list[str]:
    """Return which past sessions taught the durations, or what is missing for them to teach."""
    if taught is None:
        least = f"au moins {LEAST_SESSIONS} séances passées et {LEAST_EXCHANGES} échanges"
        return [f"Pour apprendre vos durées, il faut {least}."] if asked else []
    more = len(taught.names) - _MOST_NAMES
    others = f" et {counted(more, 'autre')}" if more > 0 else ""
    return [unbroken(f"Durées apprises de : {', '.join(taught.names[:_MOST_NAMES])}{others}.")]


def _details(found: "Simulated", names: "dict[str, str]") -> list[str]:
    themes = (f"{names.get(theme, theme)} {_decimal(mean)}" for theme, mean in found.themes.items())
    rare = sorted(found.never_visited.items(), key=lambda item: -item[1])[:_MOST_SQUARES]
    missed = ", ".join(f"{square} {_percent(share)}" for square, share in rare)
    return [
        unbroken(f"Thèmes abordés : {_decimal(found.themes_covered)} sur {len(found.themes)} en moyenne."),
        unbroken(f"Échanges par thème, en moyenne : {', '.join(themes)}."),
        unbroken(f"Cases où aucun pion ne s’arrête, en part des séances : {missed}."),
    ]


def _bars(found: "Simulated") -> list[str]:
    """Return the histogram of the exchanges for a terminal."""
    shares = grouped(_shares(found))
    top = max(share for _, share in shares)
    wide = max(len(label) for label, _ in shares)
    return [
        unbroken("Échanges dans la séance :"),
        *(f"{label:>{wide}}  {'█' * round(_BAR * share / top):<{_BAR}}  {_percent(share)}" for label, share in shares),
    ]


def _shares(found: "Simulated", *, first: int | None = None) -> list[tuple[int, float]]:
    """Return (exchanges, share of the sessions), from the fewest seen, or from ``first``, to the most."""
    low = int(found.exchanges.min()) if first is None else first
    counts = [(found.exchanges == number).mean() for number in range(low, int(found.exchanges.max()) + 1)]
    return [(low + index, float(share)) for index, share in enumerate(counts)]


def grouped(shares: "Sequence[tuple[int, float]]") -> list[tuple[str, float]]:
    """Return at most `_MOST_BARS` bars: numbers side by side are put together when there are more."""
    size = -(-len(shares) // _MOST_BARS)
    groups = [shares[start : start + size] for start in range(0, len(shares), size)]
    return [
        (str(group[0][0]) if len(group) == 1 else f"{group[0][0]}–{group[-1][0]}", sum(share for _, share in group))
        for group in groups
    ]


def _write(path: Path, found: "Simulated", title: str, lines: list[str]) -> None:
    from game.drawing.histogram import Labels, histogram  # noqa: PLC0415 - loaded only to draw

    labels = Labels(title, " ".join(lines), "échanges dans la séance")
    write_picture(path, lambda measure: histogram(grouped(_shares(found)), labels, measure))


def _percent(share: float) -> str:
    percent = 100 * share
    if 0 < percent < 1:
        return f"moins de 1{NO_BREAK}%"
    if 99 < percent < 100:  # noqa: PLR2004 - « 100 % » would promise
        return f"plus de 99{NO_BREAK}%"
    return f"{percent:.0f}{NO_BREAK}%"


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _number(value: int) -> str:
    return f"{value:,}".replace(",", NO_BREAK)

"""An exact analysis of a board, as data for another program and as lines for a reader."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from game.checking import place_name
from game.content.boards import BoardFile
from game.forecast.exact import Analysis
from game.french import NO_BREAK, unbroken

_BARS = 40
_SMALLEST_BAR = 0.001


def as_data(board: BoardFile, found: Analysis, teams: int, *, is_alone: bool) -> dict[str, Any]:
    """Return an analysis under the keys that the help documents."""
    turns, throws = found.turns, found.throws
    ids = {0: "depart", len(board.squares) + 1: "arrivee"}
    ids |= {position: square.id for position, square in enumerate(board.squares, start=1)}
    return {
        "plateau": board.id,
        "equipes": teams,
        "tours": {
            "moyenne": _number(turns.mean) if turns else None,
            "ecart_type": turns.deviation if turns else None,
            "variance": _number(turns.variance) if turns else None,
            "repartition": found.spread.chances,
            "reste": found.spread.left,
            "quantiles": {str(share): turn for share, turn in found.quantiles.items()},
        },
        "lancers": {
            "moyenne": _number(throws.mean) if throws else None,
            "ecart_type": throws.deviation if throws else None,
        },
        "manches": {
            "premiere": found.rounds.first_of(teams),
            "derniere": found.rounds.last_of(teams),
            "independantes": is_alone,
        },
        "cases": [
            {"case": position, "id": ids[position], "visites": _number(found.visits.get(position, 0))}
            for position in range(1, len(board.squares) + 2)
        ]
        if turns
        else [],
        "themes": {name: _number(mean) for name, mean in found.cards.items()},
        "infini": {"raison": _why(board, found), "cases": found.stuck} if found.stuck else None,
    }


def _why(board: BoardFile, found: Analysis) -> str:
    names = ", ".join(place_name(board, position) for position in found.stuck)
    share = sum(found.spread.chances)
    return unbroken(
        f"la moyenne est infinie : l’équipe n’arrive que dans {_percent(share)} des parties ; "
        f"l’arrivée ne peut plus être atteinte depuis {names}."
    )


def _number(value: float | Fraction) -> float | str:
    return str(value) if isinstance(value, Fraction) else float(value)


def as_text(board: BoardFile, report: Mapping[str, Any], found: Analysis) -> Iterator[str]:
    """Yield the lines of an analysis; ``report`` is what `as_data` made of it."""
    yield f"{board.title}\u00a0: {len(board.squares)} cases, une équipe seule."
    if report["infini"]:
        yield report["infini"]["raison"]
    else:
        for name, title in (("tours", "Tours"), ("lancers", "Lancers")):
            mean, deviation = report[name]["moyenne"], report[name]["ecart_type"]
            yield f"{title}\u00a0: {_shown(mean)} en moyenne, écart type {_shown(deviation)}."
    reached = [(share, turn) for share, turn in found.quantiles.items() if turn is not None]
    if reached:
        parts = [f"{turn} tours dans {_percent(share)}" for share, turn in reached]
        yield f"Arrivée en au plus\u00a0: {', '.join(parts)} des parties."
    rounds = report["manches"]
    if rounds["premiere"] is not None:
        several = f"À {report['equipes']} équipes qui ne se gênent pas"
        first, last = _shown(rounds["premiere"]), _shown(rounds["derniere"])
        yield f"{several}\u00a0: première arrivée à la manche {first}, dernière à la manche {last}, en moyenne."
        if not rounds["independantes"]:
            yield "Sur ce plateau elles agissent les unes sur les autres\u00a0: simulez pour le mesurer."
    if report["themes"]:
        parts = [f"{name} {_shown(mean)}" for name, mean in report["themes"].items()]
        yield f"Cartes par équipe, en moyenne\u00a0: {', '.join(parts)}."
    yield ""
    yield from _bars(found.spread.chances)


def _bars(chances: tuple[float, ...]) -> Iterator[str]:
    """Yield the chance of each number of turns, as a bar; the turns of the tail are left out."""
    shown = [(turn, chance) for turn, chance in enumerate(chances, start=1) if chance >= _SMALLEST_BAR]
    most = max((chance for _, chance in shown), default=1.0)
    for turn, chance in shown:
        yield f"{turn:>4}  {'█' * round(chance / most * _BARS)} {_percent(chance)}"


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".replace(".0", "").replace(".", ",") + f"{NO_BREAK}%"


def _shown(value: float | str | None) -> str:
    if isinstance(value, str):
        return f"{value} ({_shown(float(Fraction(value)))})"
    return "—" if value is None else f"{value:.2f}".replace(".", ",")

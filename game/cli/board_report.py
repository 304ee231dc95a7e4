"""An exact analysis of a board, as data for another program and as lines for a reader."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from game.checks.boards import place_name
from game.content.boards import BoardFile
from game.forecast.exact import Amount, Analysis
from game.forecast.spread_exact import MOST_BITS
from game.french import NO_BREAK, unbroken

_BARS = 40
_SMALLEST_BAR = 0.001
_LONG = 0.01
"""The share of the games that go on after the list from which the board itself is too long."""


def as_data(board: BoardFile, found: Analysis, teams: int, *, is_alone: bool) -> dict[str, Any]:
    """Return an analysis under the keys that the help documents."""
    none = found.arrival * 0  # a fraction among fractions
    ids = {0: "depart", len(board.squares) + 1: "arrivee"}
    ids |= {position: square.id for position, square in enumerate(board.squares, start=1)}
    return {
        "plateau": board.id,
        "equipes": teams,
        "tours": {
            **_amount(found.turns),
            "repartition": [_number(chance) for chance in found.spread.chances],
            "reste": _number(found.spread.left),
            "quantiles": {str(share): turn for share, turn in found.quantiles.items()},
        },
        "lancers": _amount(found.throws),
        "manches": {
            "premiere": _known(found.rounds.first_of(teams)),
            "derniere": _known(found.rounds.last_of(teams)),
            "independantes": is_alone,
        },
        "cases": [
            {"case": position, "id": ids[position], "visites": _number(found.visits.get(position, none))}
            for position in range(1, len(board.squares) + 2)
        ]
        if found.turns
        else [],
        "themes": {name: _number(mean) for name, mean in found.cards.items()},
        "infini": {"raison": _why(board, found), "chance": _number(found.arrival), "cases": found.stuck}
        if found.stuck
        else None,
        "trop_long": {"raison": _too_long(board, found), "tours": len(found.spread.chances)}
        if found.playing_on
        else None,
    }


def _amount(amount: Amount | None) -> dict[str, float | str | None]:
    if amount is None:
        return {"moyenne": None, "ecart_type": None, "variance": None}
    mean, variance = _number(amount.mean), _number(amount.variance)
    return {"moyenne": mean, "ecart_type": amount.deviation, "variance": variance}


def _why(board: BoardFile, found: Analysis) -> str:
    names = ", ".join(place_name(board, position) for position in found.stuck)
    arrives = f"n’arrive que dans {_games(found.arrival)}" if found.arrival else "n’arrive jamais"
    return unbroken(
        f"la moyenne est infinie : l’équipe {arrives} ; l’arrivée ne peut plus être atteinte depuis {names}."
    )


def _too_long(board: BoardFile, found: Analysis) -> str:
    listed = f"La liste s’arrête au tour {_whole(len(found.spread.chances))}"
    reason = f"{listed} : après lui, le jeu continue dans {_games(found.playing_on)}."
    if not found.visits or found.playing_on < _LONG:
        return unbroken(reason)
    where, visits = max(found.visits.items(), key=lambda visit: visit[1])
    times = f"{_whole(round(visits))} fois en moyenne"
    advice = "Pour raccourcir, ôtez des effets qui ramènent en arrière, ou laissez dépasser l’arrivée"
    return unbroken(f"{reason} L’équipe s’arrête {times} sur {place_name(board, where)}. {advice}.")


def _games(share: float | Fraction) -> str:
    """Return a share of the games in words; neither « 0 % » for what can happen, nor « 100 % » for what may not."""
    if share < _SMALLEST_BAR:
        return f"moins de {_percent(_SMALLEST_BAR)} des parties"
    if share > 1 - _SMALLEST_BAR:
        return f"plus de {_percent(1 - _SMALLEST_BAR)} des parties"
    return f"{_percent(share)} des parties"


def _known(value: float | Fraction | None) -> float | str | None:
    return None if value is None else _number(value)


def _number(value: float | Fraction) -> float | str:
    """Return a number as JSON holds it: a fraction is a text, unless it is so long that nobody could read it back."""
    is_written = isinstance(value, Fraction) and value.denominator.bit_length() <= MOST_BITS
    return str(value) if is_written else float(value)


def as_text(board: BoardFile, report: Mapping[str, Any], found: Analysis) -> Iterator[str]:
    """Yield the lines of an analysis; ``report`` is what `as_data` made of it."""
    yield f"{board.title}\u00a0: {len(board.squares)} cases, une équipe seule."
    if report["infini"]:
        yield report["infini"]["raison"]
    else:
        for name, title in (("tours", "Tours"), ("lancers", "Lancers")):
            mean, deviation = report[name]["moyenne"], report[name]["ecart_type"]
            yield f"{title}\u00a0: {_shown(mean)} en moyenne, écart type {_shown(deviation)}."
    if report["trop_long"]:
        yield report["trop_long"]["raison"]
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


def _bars(chances: Sequence[float | Fraction]) -> Iterator[str]:
    """Yield the chance of each number of turns, as a bar; the turns of the tail are left out."""
    shown = [(turn, chance) for turn, chance in enumerate(chances, start=1) if chance >= _SMALLEST_BAR]
    most = max((chance for _, chance in shown), default=1)
    for turn, chance in shown:
        yield f"{turn:>4}  {'█' * round(chance / most * _BARS)} {_percent(chance)}"


def _whole(number: int) -> str:
    return f"{number:,}".replace(",", NO_BREAK)


def _percent(share: float | Fraction) -> str:
    return f"{float(share) * 100:.1f}".replace(".0", "").replace(".", ",") + f"{NO_BREAK}%"


def _shown(value: float | str | None) -> str:
    if isinstance(value, str):
        return f"{value} ({_shown(float(Fraction(value)))})"
    return "—" if value is None else f"{value:.2f}".replace(".", ",")

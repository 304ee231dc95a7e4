"""The same goose game on the local client of boardgame.io, in the same run: first proved to be the same, then timed."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.rules import STEPS, TEAMS, TURNS, begin, ready_chance, ready_outcomes, turns_a_second  # noqa: E402
from game.content.load import load  # noqa: E402 - as above
from game.places import assets_folder, content_folder  # noqa: E402 - as above
from game.rules import Card, Finish, GameState, Refusal, Table, commands as g, decide, evolve  # noqa: E402 - as above
from game.rules.board import Options  # noqa: E402 - as above
from game.rules.movement import MOST_EFFECTS_A_TURN  # noqa: E402 - as above

JAVASCRIPT = Path(__file__).resolve().parent / "boardgame"
INSTALL = (
    "ci",
    "--ignore-scripts",
    "--omit=dev",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--prefer-offline",
    "--fetch-retries=1",
)
SECONDS = 120
"""How long the installation, and each of the two plays, may take."""
CHECKED, BURSTS = 5_000, 40
"""Throws compared step by step; bursts of `TURNS` throws that are timed."""
WORD = next(step.word for step in STEPS.values() if isinstance(step, g.LayBrick))
_SAYS_WHY = re.compile(r"npm (error|ERR!)|\w*Error\b")
"""The lines of npm and Node that say why they failed, apart from the code that they show around them."""


class NotMeasuredError(Exception):
    """Something that the comparison needs is not on this machine; the message says what, in one line."""


class AnotherGameError(Exception):
    """The two programs do not play the same game: a speed would compare nothing."""


def default_table(*, with_cards: bool) -> Table:
    """Return the default board as the rules read it, with the whole deck or without cards."""
    library = load(content_folder(), assets=assets_folder()).library
    cards = tuple(Card(card.id, card.theme, card.kind) for card in library.cards.values()) if with_cards else ()
    return Table(library.boards["permis"].rules(), cards)


def described(table: Table) -> dict[str, Any]:
    """Return a table as the JavaScript reads it: squares in order with the kind and numbers of their effects, cards.

    Raises:
        AnotherGameError: the board has an option that the game for boardgame.io does not play.
    """
    board = table.board
    if (board.dice, board.finish, board.options) != (1, Finish.PASS, Options()):
        raise AnotherGameError("the default board has an option that the game for boardgame.io does not play")
    squares = [
        {
            "id": square.id,
            "theme": square.theme,
            "effect": {"kind": type(square.effect).__name__, **asdict(square.effect)} if square.effect else None,
        }
        for square in board.squares
    ]
    cards = [{"id": card.id, "theme": card.theme} for card in table.cards]
    return {"squares": squares, "cards": cards, "faces": board.faces, "mostEffects": MOST_EFFECTS_A_TURN}


def told(state: GameState) -> list[Any]:
    """Return what is compared after each step: whose turn, its phase, pawns, waits, the card, the bricks laid."""
    waits = [state.waits.get(team) for team in state.teams]
    return [
        state.teams.index(state.turn),
        state.phase.value,
        [state.positions[team] for team in state.teams],
        [[wait.turns, wait.relay] if wait else None for wait in waits],
        state.card,
        len(state.bricks),
    ]


def steps_by_our_rules(table: Table) -> Iterator[list[Any]]:
    """Yield what each step of `CHECKED` throws leaves, games one after the other as `rules.turns_a_second` does."""
    state = beginning = begin(table)
    chance, throws = ready_chance(), 0
    while throws < CHECKED:
        command = STEPS[state.phase]
        events = decide(state, command, chance)
        if isinstance(events, Refusal):
            state = beginning
            continue
        state = evolve(state, events)
        throws += type(command) is g.RollDice
        yield told(state)


def check_same_game(table: Table, theirs: list[list[Any]]) -> None:
    """Compare the steps that boardgame.io played with ours.

    Raises:
        AnotherGameError: a step differs, or one game is longer; the message shows the first one.
    """
    for number, (our, their) in enumerate(zip_longest(steps_by_our_rules(table), theirs), start=1):
        if our != their:
            raise AnotherGameError(f"boardgame.io plays another game from step {number} on: {their}, ours {our}")


def told_by_command(command: list[str], folder: Path) -> str:
    """Run a command in a folder, and return what it prints.

    Raises:
        NotMeasuredError: it failed, or took more than `SECONDS`.
    """
    name = Path(command[0]).stem
    # In production boardgame.io does not check at each move that the state can be written as JSON.
    environment = {**os.environ, "NODE_ENV": "production"}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise NotMeasuredError(f"{name} took more than {SECONDS} s") from error
    if done.returncode != 0:
        said = next(filter(_SAYS_WHY.match, done.stderr.splitlines()), f"code {done.returncode}")
        raise NotMeasuredError(f"{name} failed: {said}")
    return done.stdout


def needed(program: str) -> str:
    """Return where a program is.

    Raises:
        NotMeasuredError: it is not installed.
    """
    found = shutil.which(program)
    if found is None:
        raise NotMeasuredError(f"{program} is not installed")
    return found


def install(folder: Path) -> None:
    """Put the JavaScript and the packages of its lock file in a folder; nothing of theirs runs while they come."""
    npm = needed("npm")
    shutil.copytree(JAVASCRIPT, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
    told_by_command([npm, *INSTALL], folder)


def played(folder: Path, table: Table) -> dict[str, Any]:
    """Play a table on boardgame.io in a folder where it is installed; return what it told, once it is checked."""
    order = {
        "table": described(table),
        "teams": TEAMS,
        "outcomes": ready_outcomes(),
        "word": WORD,
        "checked": CHECKED,
        "bursts": BURSTS,
        "turns": TURNS,
    }
    (folder / "order.json").write_text(json.dumps(order), encoding="utf-8")
    answer: dict[str, Any] = json.loads(told_by_command([needed("node"), "play.js", "order.json"], folder))
    check_same_game(table, answer.pop("steps"))
    return answer


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to); one row that says why where it cannot be measured."""
    rows = []
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            needed("node")
            install(folder)
            for with_cards, what in ((False, "throw, move, effects"), (True, "with card, exchange and brick")):
                table = default_table(with_cards=with_cards)
                theirs, ours = played(folder, table), turns_a_second(table)
                title = f"turns a second on boardgame.io {theirs['boardgame']}, Node {theirs['node']}: {what}"
                ratio = ours / theirs["turns"]
                rows.append((title, f"{theirs['turns']:,.0f}", f"{ours:,.0f} by our rules, same games: {ratio:.1f} x"))
    except NotMeasuredError as error:
        return [("turns a second on boardgame.io", "not measured", str(error))]
    return rows


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")

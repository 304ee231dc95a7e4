"""The house keeps its walls: who may import what, and how long a file, a class and a function may be."""

import ast
import graphlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GAME = ROOT / "game"
LONGEST_FILE, LONGEST_CLASS, LONG_FUNCTION = 400, 250, 30

MAY_IMPORT: dict[str, set[str]] = {
    # rooms: what they may import beside themselves and the standard library
    "rules": set(),
    "content": {"rules", "french", "pydantic", "pydantic_core", "yaml"},
    "spreadsheet": {"content", "french", "openpyxl", "pydantic", "yaml"},
    "session": {"rules", "filelock"},
    "records": {"session", "french", "pydantic"},
    "forecast": {"rules", "numpy"},
    "drawing": set(),
    "screens": {"accesskit", "drawing", "session", "remote", "rules", "french", "language", "mss", "pygame", "wording"},
    "french": {"language"},
    "language": set(),
    "wording": {"french", "language"},
    "remote": {"ifaddr", "segno", "starlette", "uvicorn"},
    # the top of the house, where the rooms meet
    "phone": {"remote", "screens"},
    "places": {"platformdirs"},
    "usage": {"typer"},
    "care": {"content", "rules"},
    "opening": {"care", "content", "rules", "screens", "session"},
    "printing": {"content", "drawing", "french", "records", "rules", "screens", "session", "typst"},
    "checking": {"care", "content", "forecast", "french", "rules"},
    "boardreport": {"checking", "content", "forecast", "french"},
    "faces": {"content", "session"},
    "voice": {"pygame", "pyttsx3"},
    "reader": {"content", "screens", "voice"},
    "learning": {"forecast", "records"},
    "keyboard": {"language", "screens"},
    "rehearsal": {"session"},
    "desk": {
        "desk_words",
        "foresight",
        "stock",
        "content",
        "faces",
        "forecast",
        "french",
        "keyboard",
        "language",
        "learning",
        "opening",
        "paper",
        "phone",
        "places",
        "preferences",
        "printing",
        "reader",
        "records",
        "rehearsal",
        "rules",
        "screens",
        "session",
        "voice",
        "typer",
    },
    "preferences": {"language", "screens", "pydantic"},
    "app": {
        "cardfit",
        "preferences",
        "proofs",
        "content",
        "desk",
        "language",
        "places",
        "rehearsal",
        "screens",
        "session",
    },
    "demo": {"app", "desk", "french", "rules", "screens", "session", "pygame"},
    "paper": {"content", "language", "places", "printing"},
    "paperkit": {"content", "paper", "printing"},
    "paper_session": {"content", "opening", "records", "rules", "screens", "session"},
    "answers": {"cli_asking", "french", "typer"},
    "cli_print": {"cli_errors", "cli_paper", "content", "french", "paper", "places", "printing", "usage", "typer"},
    "cli_paper": {"care", "cli_errors", "content", "french", "paperkit", "places", "printing", "session", "typer"},
    "cli_noting": {
        "answers",
        "cli_errors",
        "content",
        "french",
        "paper_session",
        "places",
        "printing",
        "records",
        "rules",
        "session",
        "usage",
        "typer",
    },
    "cli_asking": {"content", "french", "pydantic", "typer"},
    "cli_newcard": {"cli_asking", "cli_errors", "content", "french", "places", "session", "typer"},
    "cli_cards": {"cli_errors", "cli_newcard", "content", "french", "places", "spreadsheet", "usage", "typer"},
    "boardpicture": {"content", "drawing", "faces", "opening", "rules", "screens", "session"},
    "cli_errors": {"records", "screens", "session"},
    "cli_images": {"app", "cli_errors", "demo", "drawing", "french", "records"},
    "cli_replay": {"app", "cli_errors", "places", "records", "screens", "session", "usage", "typer"},
    "cli_simulation": {
        "care",
        "cli_errors",
        "cli_images",
        "content",
        "drawing",
        "forecast",
        "french",
        "learning",
        "places",
        "records",
        "rules",
        "session",
        "rich",
        "typer",
    },
    "cli_boards": {
        "boardpicture",
        "boardreport",
        "checking",
        "cli_errors",
        "cli_images",
        "cli_simulation",
        "content",
        "forecast",
        "french",
        "places",
        "rules",
        "usage",
        "rich",
        "typer",
    },
    "cli": {
        "cli_check",
        "cli_drafts",
        "cli_packs",
        "cli_preview",
        "cli_testimonies",
        "checking",
        "cli_boards",
        "cli_cards",
        "cli_errors",
        "cli_noting",
        "cli_print",
        "cli_replay",
        "app",
        "content",
        "demo",
        "french",
        "places",
        "records",
        "screens",
        "session",
        "usage",
        "rich",
        "typer",
    },
    "cardfit": {"content", "drawing", "faces", "screens", "session"},
    "cli_check": {"cli_errors", "content", "french", "places", "session", "typer", "usage", "verifying"},
    "cli_drafts": {"cli_errors", "content", "french", "places", "typer", "usage"},
    "cli_packs": {"cli_errors", "content", "french", "packs", "places", "typer", "usage"},
    "cli_preview": {"app", "cli_errors", "french", "places", "typer", "usage"},
    "cli_testimonies": {"content", "french", "places", "session", "typer", "usage"},
    "desk_words": {"content", "french", "language", "screens"},
    "foresight": {"content", "forecast", "learning", "opening", "records", "rules", "screens", "session"},
    "packs": {"french"},
    "proofs": {"content", "screens"},
    "stock": {"content", "language", "opening", "packs", "places", "proofs", "screens"},
    "verifying": {"cardfit", "care", "checking", "content", "places", "screens"},
    "__main__": {"cli"},
}
EXTRAS = ("lecteur-ecran", "telecommande")
"""What is installed by those who ask for it: the game imports it where it is needed, and says what is missing."""
KEEPS_PYGAME = {
    "voice/player.py",
    "screens/sounds_child.py",
    "screens/lettering.py",
    "screens/painter.py",
    "screens/outlet.py",
    "screens/window.py",
    "screens/controllers.py",
    "screens/display_list.py",
    "demo/offscreen.py",
    "screens/mirror.py",
}
WRITTEN_BY_A_SESSION = {"agenda", "events", "folder", "history", "records", "state"}
VALUES_OF_THE_REMOTE = {"interfaces", "page"}
JUDGES_OF_THE_GAME = {"decide", "evolve", "legal", "movement"}

MODULES = sorted(GAME.rglob("*.py"))
TREES = {path.relative_to(GAME).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def room_of(module: str) -> str:
    """Return the room of ``screens/pages/band.py``, or the name of a file that stands alone."""
    return module.partition("/")[0].removesuffix(".py")


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield all that a module imports, wherever it does, in full: ``game.rules.board.Board``, ``yaml``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def neighbour(name: str) -> str:
    """Return the room or the library of what is imported; empty for the standard library."""
    top, _, rest = name.partition(".")
    if top == "game":
        return rest.partition(".")[0]
    return "" if top in sys.stdlib_module_names else top or name


def imports_of(room: str) -> Iterator[tuple[str, str]]:
    """Yield (module, what it imports) for each module of a room."""
    for module, tree in TREES.items():
        if room_of(module) == room:
            yield from ((module, name) for name in imported(tree))


def parts(kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> list[tuple[int, str]]:
    """Return (lines, where) for each class or function of the game."""
    return [
        (node.end_lineno - node.lineno + 1, f"game/{module}:{node.lineno} {getattr(node, 'name', '')}")
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, kind) and isinstance(node, ast.stmt) and node.end_lineno is not None
    ]


def test_every_room_is_known() -> None:
    assert {room_of(module) for module in TREES} - {"__init__"} == set(MAY_IMPORT)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_its_neighbours(room: str) -> None:
    welcome = MAY_IMPORT[room] | {room, ""}
    found = list(imports_of(room))
    assert found
    assert [f"{module} imports {name}" for module, name in found if neighbour(name) not in welcome] == []


def test_the_game_imports_nothing_that_it_does_not_declare() -> None:
    needed = {neighbour(name) for room in MAY_IMPORT for _, name in imports_of(room)} - set(MAY_IMPORT) - {""}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for name in EXTRAS for line in project["optional-dependencies"][name]]
    declared = "".join(f'"{line}"' for line in [*project["dependencies"], *extras])
    distributions = {"yaml": "PyYAML", "pygame": "pygame-ce", "pydantic_core": "pydantic"}
    assert [library for library in needed if f'"{distributions.get(library, library)}>=' not in declared] == []


def test_pygame_stays_in_the_painter_the_windows_and_the_surface_in_memory() -> None:
    assert {module for module, tree in TREES.items() if "pygame" in map(neighbour, imported(tree))} == KEEPS_PYGAME


def test_records_know_what_a_session_wrote_and_not_how_it_is_played() -> None:
    names = [name.split(".") for _, name in imports_of("records") if name.startswith("game.session.")]
    assert [".".join(name) for name in names if name[2] not in WRITTEN_BY_A_SESSION] == []


def test_screens_leave_judging_and_folding_to_the_session() -> None:
    names = [(module, name) for module, name in imports_of("screens") if name.startswith("game.rules.")]
    assert [f"{module} imports {name}" for module, name in names if set(name.split(".")) & JUDGES_OF_THE_GAME] == []


def test_screens_show_the_remote_and_leave_serving_it_to_others() -> None:
    names = [(module, name) for module, name in imports_of("screens") if name.startswith("game.remote.")]
    assert names
    beyond = [(module, name) for module, name in names if name.split(".")[2] not in VALUES_OF_THE_REMOTE]
    assert beyond == []


def test_no_room_needs_one_that_needs_it() -> None:
    doors = {room: {neighbour(name) for _, name in imports_of(room)} - {room} for room in MAY_IMPORT}
    graphlib.TopologicalSorter(doors).prepare()  # raises CycleError, with the rooms of the cycle


def test_a_file_can_be_held_in_the_head() -> None:
    files = [path for folder in ("game", "tests", "benchmarks", "tools") for path in (ROOT / folder).rglob("*.py")]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {str(path): length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_class_does_one_thing() -> None:
    assert [(lines, where) for lines, where in parts(ast.ClassDef) if lines > LONGEST_CLASS] == []


def test_nine_functions_in_ten_can_be_seen_whole() -> None:
    functions = parts((ast.FunctionDef, ast.AsyncFunctionDef))
    long = sorted(((lines, where) for lines, where in functions if lines > LONG_FUNCTION), reverse=True)
    assert len(long) <= len(functions) / 10, long

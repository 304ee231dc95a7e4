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
    "content": {"collector", "rules", "french", "pydantic", "pydantic_core", "yaml"},
    "spreadsheet": {"content", "french", "openpyxl", "pydantic", "yaml"},
    "session": {"collector", "rules", "filelock"},
    "records": {"collector", "session", "french", "pydantic"},
    "forecast": {"rules", "numpy"},
    "sealed": {"records", "session", "french", "pydantic", "pyrage"},
    "retention": {"records", "sealed", "session", "french", "places"},
    "exports": {"content", "french", "records", "screens", "xlsxwriter"},
    "drawing": set(),
    "screens": {"accesskit", "drawing", "session", "remote", "rules", "french", "language", "mss", "pygame", "wording"},
    "collector": set(),
    "french": {"language"},
    "language": set(),
    "wording": {"french", "language"},
    "remote": {"ifaddr", "segno", "starlette", "uvicorn"},
    "places": {"platformdirs"},
    "packs": {"french"},
    "printing": {
        "content",
        "drawing",
        "french",
        "language",
        "places",
        "records",
        "rules",
        "screens",
        "session",
        "typst",
    },
    "publishing": {"collector", "records", "rules", "session", "french", "alembic", "sqlalchemy"},
    "voice": {"pygame", "pyttsx3"},
    # where the rooms meet
    "desk": {
        "content",
        "forecast",
        "french",
        "language",
        "packs",
        "places",
        "printing",
        "records",
        "remote",
        "rules",
        "screens",
        "sealed",
        "session",
        "voice",
        "pydantic",
        "typer",
    },
    "checks": {
        "collector",
        "content",
        "desk",
        "drawing",
        "forecast",
        "french",
        "places",
        "rules",
        "screens",
        "session",
    },
    "app": {"checks", "content", "desk", "language", "places", "screens", "session"},
    "demo": {"app", "desk", "french", "rules", "screens", "session", "pygame"},
    "cli": {
        "app",
        "checks",
        "content",
        "demo",
        "desk",
        "drawing",
        "exports",
        "forecast",
        "french",
        "packs",
        "places",
        "printing",
        "publishing",
        "records",
        "retention",
        "rules",
        "screens",
        "sealed",
        "session",
        "spreadsheet",
        "pydantic",
        "rich",
        "typer",
    },
    "__main__": {"cli"},
}
EXTRAS = ("lecteur-ecran", "publier", "telecommande")
"""What is installed by those who ask for it: the game imports it where it is needed, and says what is missing."""
KEEPS_PYGAME = {
    "voice/player.py",
    "screens/sounds_child.py",
    "screens/lettering.py",
    "screens/painter.py",
    "screens/photos.py",
    "screens/outlet.py",
    "screens/window.py",
    "screens/controllers.py",
    "screens/display_list.py",
    "demo/offscreen.py",
    "screens/mirror.py",
}
WRITTEN_BY_A_SESSION = {"agenda", "codec", "events", "folder", "history", "records", "sheet", "skim", "state"}
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
    distributions = {
        "yaml": "PyYAML",
        "pygame": "pygame-ce",
        "pydantic_core": "pydantic",
        "sqlalchemy": "SQLAlchemy",
        "xlsxwriter": "XlsxWriter",
        "psycopg": "psycopg[binary]",
    }
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

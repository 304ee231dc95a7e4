"""The program speaks French and English: every sentence of a screen has both, and none is left out."""

import ast
import gettext
import re
import runpy
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from game import french
from game.language import SOURCE, current, mark, tr, use
from game.places import locale_folder
from game.wording import counted, duration, grouped, hour, listed, long_date

ROOT = Path(__file__).resolve().parents[1]
SCREENS = ROOT / "game" / "screens"
ENGLISH = locale_folder() / "en" / "LC_MESSAGES" / "permis.po"
TOOL = runpy.run_path(str(ROOT / "tools" / "catalogue.py"))
NEVER_SAID = re.compile(r"(?i)\b(inmate|offender|convict|ex-con|detainee|criminal|felon|crime|offence|prisoner)")
PLACES = re.compile(r"\{\w*\}")
KEYS = re.compile(r"(pad|keypad|scroll) [a-z]+")
"""The house's names of physical keys."""
NOT_FOR_PEOPLE = {
    ("keymap.py", "Select"),  # what stands on the buttons of a controller
    ("keymap.py", "Start"),
    ("keymap.py", "Guide"),
    ("lettering.py", "Arab"),  # the code of a script
    ("remote_control.py", 'pip install ".[telecommande]"'),
    ("settings_rows.py", "Français"),  # each language in its own words
    ("settings_rows.py", "English"),
    ("replay_tape.py", "a session has at least one record"),  # for who writes code
}


@pytest.fixture
def in_english() -> Iterator[None]:
    use("en", locale_folder())
    yield
    use(SOURCE, locale_folder())


def messages() -> list[Message]:
    with ENGLISH.open("rb") as file:
        return [message for message in read_po(file, locale="en") if message.id]


def french_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def words_of(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_every_sentence_of_the_code_is_in_the_catalogue_and_the_catalogue_has_no_other() -> None:
    said, held = set(TOOL["collected"]()), {french_of(message) for message in messages()}
    assert said - held == set(), "new sentences: run python tools/catalogue.py, then translate what it prints"
    assert held - said == set(), "the code no longer says these: run python tools/catalogue.py"


def test_every_sentence_has_its_english_with_the_same_places_to_fill() -> None:
    for message in messages():
        assert all(words_of(message)), f"no English for {french_of(message)!r}"
        if isinstance(message.id, str):
            places = sorted(PLACES.findall(message.id))
            assert sorted(PLACES.findall(words_of(message)[0])) == places, message.id


def test_what_is_shipped_is_the_catalogue_compiled() -> None:
    with ENGLISH.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in messages():
        if isinstance(message.id, str):
            assert compiled.gettext(message.id) == message.string, "run python tools/catalogue.py"
        else:
            assert tuple(compiled.ngettext(*message.id, count) for count in (1, 2)) == message.string


def test_in_english_too_a_pilote_is_a_pilote_and_signs_have_no_space_before_them() -> None:
    for message in messages():
        for words in words_of(message):
            assert not NEVER_SAID.search(words), words
            assert not re.search(r"\w[ \u00a0\u202f][;:!?]", words), words
            assert "«" not in words, words


def docstrings(tree: ast.AST) -> set[ast.AST]:
    bodies = (body for node in ast.walk(tree) if isinstance(body := getattr(node, "body", None), list))
    return {line.value for body in bodies for line in body if isinstance(line, ast.Expr)}


def not_drawn(tree: ast.AST) -> set[ast.AST]:
    """Return what no screen shows: docstrings, annotations, keys of a table, and what is translated at its use."""
    found = docstrings(tree) | set(TOOL["spoken_in"](tree))
    for node in ast.walk(tree):
        hints = [getattr(node, name, None) for name in ("annotation", "returns")]
        keys = [node.slice] if isinstance(node, ast.Subscript) else []
        for part in filter(None, (*hints, *keys)):
            found |= set(ast.walk(part))
    return found


def names_in(tree: ast.AST) -> set[str]:
    classes = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    aliases = (alias for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names)
    return classes | {alias.asname or alias.name for alias in aliases}


def reads_as_words(text: str) -> bool:
    bare = text.strip()
    if len(bare) < 2 or not any(letter.islower() for letter in bare) or KEYS.fullmatch(bare):
        return False
    is_french = re.search(r"[À-ÖØ-öø-ÿœ’«»]", bare)
    return bool(re.search(r"\w[ \u00a0\u202f]", bare) or is_french or re.match(r"[A-Z][a-z]+$", bare))


def escaped(path: Path, code: str) -> list[str]:
    """Return where a sentence of a module would be shown in French whatever the language, with what it says."""
    tree = ast.parse(code)
    hidden, names = not_drawn(tree), names_in(tree)
    return [
        f"{path.name}:{node.lineno} {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in hidden
        if reads_as_words(node.value) and node.value not in names and (path.name, node.value) not in NOT_FOR_PEOPLE
    ]


def test_no_sentence_of_a_screen_escapes_translation() -> None:
    modules = [path for path in SCREENS.rglob("*.py") if path.name != "pronounce.py"]  # French said by a French voice
    found = [where for path in modules for where in escaped(path, path.read_text(encoding="utf-8"))]
    assert found == [], "put these in tr(…), with places by name and no f-string"


@pytest.mark.parametrize(
    "line",
    ['sheet.line("Bonjour à tous")', 'say(f"Dé lancé : {face}")', 'Row("Menu")', "TITLE = 'la séance est finie'"],
)
def test_a_sentence_that_escapes_is_found(line: str) -> None:
    assert escaped(Path("page.py"), line) != []


@pytest.mark.parametrize(
    "line", ['sheet.line(tr("Bonjour à tous"))', 'Hint(("Échap",), "revenir d’un pas", "back")', 'press("space")']
)
def test_what_is_translated_or_shown_to_nobody_is_left_alone(line: str) -> None:
    assert escaped(Path("page.py"), line) == []


def test_a_sentence_is_french_by_itself_and_english_when_asked() -> None:
    assert (current(), tr("Réglages"), mark("Réglages")) == ("fr", "Réglages", "Réglages")
    use("en", locale_folder())
    assert (current(), tr("Réglages"), mark("Réglages")) == ("en", "Settings", "Réglages")
    assert tr("jamais écrit nulle part") == "jamais écrit nulle part"
    assert tr("") == ""
    use("fr", locale_folder())
    assert tr("Réglages") == "Réglages"


def test_a_language_without_a_catalogue_is_french(tmp_path: Path) -> None:
    use("en", tmp_path)
    assert (current(), tr("Réglages")) == ("fr", "Réglages")


@pytest.mark.usefixtures("in_english")
def test_numbers_and_nouns_dates_and_durations_are_those_of_english() -> None:
    told = [counted(number, "échange") for number in (0, 1, 14)]
    assert told == ["0\u00a0exchanges", "1\u00a0exchange", "14\u00a0exchanges"]
    assert counted(2, "main levée", "mains levées") == "2\u00a0hands up"
    assert long_date(date(2026, 11, 23)) == "23 November 2026"
    assert long_date(date(2026, 5, 1)) == "1 May 2026"
    assert hour(datetime(2026, 11, 23, 14, 5, tzinfo=UTC)) == "14:05"
    assert (duration(0.3), duration(72), duration(0)) == ("less than a minute", "1\u00a0h\u00a012", "—")
    assert grouped(20_000) == "20,000"
    assert [listed(words) for words in ([], ["A"], ["A", "B", "C"])] == ["", "A", "A, B and C"]


def test_numbers_and_nouns_dates_and_durations_are_those_of_french() -> None:
    assert [counted(number, "échange") for number in (0, 1, 2)] == [
        french.counted(number, "échange") for number in (0, 1, 2)
    ]
    assert long_date(date(2026, 5, 1)) == "1er mai 2026"
    assert (duration(0.3), duration(72)) == ("moins d’une minute", "1\u00a0h\u00a012")
    assert grouped(20_000) == "20\u00a0000"
    assert listed(["A", "B", "C"]) == "A, B et C"


@pytest.mark.usefixtures("in_english")
def test_what_is_kept_or_printed_in_a_terminal_stays_french_while_screens_speak_english() -> None:
    assert french.counted(2, "échange") == "2\u00a0échanges"
    assert french.long_date(date(2026, 11, 23)) == "23 novembre 2026"

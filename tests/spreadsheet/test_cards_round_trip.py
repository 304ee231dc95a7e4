"""Cards go to a spreadsheet and come back as they were."""

from pathlib import Path

import pytest
from deck import FIRST, LIST, Deck, put
from hypothesis import HealthCheck, given, settings, strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from game.content.cards import Audience, Card, Kind, Origin
from game.content.entries import entries_of
from game.content.load import load
from game.content.writing import as_yaml, card_values
from game.content.yamlnodes import read
from game.spreadsheet.bringing import plan_import
from game.spreadsheet.columns import columns
from game.spreadsheet.export import HELP_SHEET, workbook_of
from game.spreadsheet.reading import read_sheet

SHIPPED = Path(__file__).resolve().parents[2] / "content"


def test_the_shipped_deck_goes_out_and_comes_back_with_nothing_to_write(tmp_path: Path) -> None:
    library = load(SHIPPED).library
    file = tmp_path / "cartes.xlsx"
    file.write_bytes(workbook_of(list(library.cards.values()), library.themes)[0])
    plan = plan_import(SHIPPED, read_sheet(file))
    assert (plan.added, plan.changed, plan.files) == ([], [], {})
    assert plan.unchanged == len(library.cards) > 0


def test_the_shipped_deck_can_be_made_again_from_the_spreadsheet_alone(tmp_path: Path) -> None:
    library = load(SHIPPED).library
    file, again = tmp_path / "cartes.xlsx", tmp_path / "content"
    file.write_bytes(workbook_of(list(library.cards.values()), library.themes)[0])
    again.mkdir()
    for name in ("themes.yaml", "facts.yaml", "glossary.yaml"):
        (again / name).write_bytes((SHIPPED / name).read_bytes())
    plan = plan_import(again, read_sheet(file))
    assert [str(problem) for problem in plan.problems if problem.severity == "erreur"] == []
    plan.carry_out(again)
    assert dict(load(again).library.cards) == dict(library.cards)


LETTERS = st.characters(
    max_codepoint=0x17F, categories=("L", "N", "P", "S", "Zs"), include_characters="\n\t’…🙂\u2028 "
)
SENTENCES = st.text(LETTERS, min_size=1, max_size=30).map(str.strip).filter(bool)
FOREIGN = st.text("abéñ \n'\"#:-=[{«!?مر", min_size=1, max_size=20).map(str.strip).filter(bool)
SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
AUDIENCES = st.lists(st.sampled_from([str(one) for one in Audience]), min_size=1, max_size=4)
DAYS = st.dates().map(lambda day: day.isoformat())


def some(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), values)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """A card with whatever its author may have typed in it."""
    wrong = draw(st.lists(SENTENCES, max_size=4))
    right: list[object] = [{"juste": draw(SENTENCES)}] if wrong else []
    begun, ended = sorted((draw(DAYS), draw(DAYS)))
    consent = {"auteur": "T-012", "date": begun, "publics": draw(AUDIENCES), "jusqu-au": ended}
    own = {"titre": SENTENCES, "texte": SENTENCES, "question": SENTENCES, "explication": SENTENCES}
    foreign = st.fixed_dictionaries({"texte": FOREIGN}, optional={"titre": FOREIGN})
    values = {
        "id": draw(SLUGS),
        "type": draw(st.sampled_from([str(kind) for kind in Kind])),
        "theme": "emploi",
        "texte": draw(SENTENCES),
        "explication": draw(SENTENCES),
        "origine": draw(st.sampled_from([str(origin) for origin in Origin])),
        "consentement": {**consent, "retire": draw(st.sampled_from(["oui", "non"]))},
        "avertissement": draw(SENTENCES),
        "sensibilite": draw(st.integers(0, 2)),
        "duree": draw(st.integers(1, 240)),
        "choix": [*wrong, *right],
        "titre": draw(some(own["titre"])),
        "relances": draw(some(st.lists(SENTENCES, max_size=3))),
        "publics": draw(some(AUDIENCES)),
        "thematiques": draw(some(st.lists(SENTENCES, max_size=3))),
        "traductions": draw(st.dictionaries(st.sampled_from(["en", "es", "ar"]), foreign, max_size=2)),
    }
    return Card.model_validate({key: value for key, value in values.items() if value is not None})


TRIED = settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)


@TRIED
@given(card=cards())
def test_any_card_written_as_yaml_reads_back_as_it_was(card: Card) -> None:
    text = as_yaml(card_values(card))
    found = entries_of(read("x.yaml", text.encode()), Card)
    assert [str(problem) for problem in found.problems] == []
    assert [entry.model for entry in found.good] == [card]


@TRIED
@given(card=cards())
def test_any_card_carried_by_a_spreadsheet_comes_back_as_it_was(
    card: Card, tmp_path_factory: pytest.TempPathFactory
) -> None:
    deck = Deck(tmp_path_factory.mktemp("deck"))
    data, mended = workbook_of([card], ["emploi"])
    assert mended == []
    deck.workbook.write_bytes(data)
    deck.bring()
    assert deck.cards()[card.id] == card


def test_every_key_of_a_card_has_a_column() -> None:
    titles = [column.title for column in columns(["en"])]
    assert len(set(titles)) == len(titles), "two columns have the same title"
    carried = {column.steps[0] for column in columns(["en"])}
    assert carried == {field.alias or name for name, field in Card.model_fields.items()}


def test_the_workbook_explains_each_of_its_columns(deck: Deck) -> None:
    deck.export()
    book = load_workbook(deck.workbook)
    explained = {row[0].value: row for row in book[HELP_SHEET].iter_rows(min_row=1)}
    for cell in book["Cartes"][1]:
        _, _, words, example = explained[cell.value]
        assert words.value
        assert example.value, f"no example for {cell.value}"


def test_the_workbook_offers_lists_and_keeps_its_titles_in_sight(deck: Deck) -> None:
    deck.export()
    book = load_workbook(deck.workbook)
    sheet = book["Cartes"]
    assert sheet.freeze_panes == "B2"
    offered = {str(rule.sqref).split("2:")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    for title in ("Type", "Thème", "Publics", "Sensibilité"):
        cell = next(cell for cell in sheet[1] if cell.value == title)
        name, place = offered[cell.column_letter].split("!")
        values = [one[0].value for one in book[name][place.replace("$", "")]]
        assert values, f"no list for {title}"


def test_a_text_that_looks_like_a_formula_stays_a_text(deck: Deck) -> None:
    deck.write("cards/calcul.yaml", "id: calcul\ntype: defi\ntheme: emploi\ntexte: '=1+1 ?'\n")
    deck.export()
    cell = next(
        cell
        for row in load_workbook(deck.workbook)["Cartes"].iter_rows()
        for cell in row
        if cell.value == "=1+1\u202f?"
    )
    assert cell.data_type == "s"
    assert deck.bring().files == {}


def test_a_change_in_a_cell_changes_its_lines_and_no_other(deck: Deck) -> None:
    deck.fill(lambda sheet: put(sheet, "premiere", "Titre", "Le second jour"))
    assert deck.bring().changed == ["premiere"]
    assert deck.read("cards/emploi/premiere.yaml") == FIRST.replace('  "Le premier jour"', "Le second jour")
    assert deck.read("cards/groupe.yaml") == LIST


def test_a_text_of_several_lines_is_changed_and_the_comments_around_it_stay(deck: Deck) -> None:
    deck.fill(lambda sheet: put(sheet, "premiere", "Texte", "Vous arrivez.\nQuelqu’un sourit.\nLui aussi est nouveau."))
    deck.bring()
    old, new = "  Personne n'attend.\n", "  Quelqu’un sourit.\n  Lui aussi est nouveau.\n"
    assert deck.read("cards/emploi/premiere.yaml") == FIRST.replace(old, new)


def test_a_key_that_was_not_there_takes_its_place_in_the_order(deck: Deck) -> None:
    deck.fill(lambda sheet: put(sheet, "premiere", "Question", "Que faites-vous ?"))
    deck.bring()
    after = FIRST.replace("attend.\n", "attend.\nquestion: Que faites-vous\u202f?\n")
    assert deck.read("cards/emploi/premiere.yaml") == after


def test_an_emptied_cell_takes_its_key_away(deck: Deck) -> None:
    deck.fill(lambda sheet: put(sheet, "premiere", "Relances", None))
    deck.bring()
    assert deck.read("cards/emploi/premiere.yaml") == FIRST.replace('relances: [Qui aide ?, "Que dire ?"]\n', "")


def test_a_card_of_a_list_is_changed_in_its_place(deck: Deck) -> None:
    deck.fill(lambda sheet: put(sheet, "seconde", "Texte", "Soufflez."))
    deck.bring()
    assert deck.read("cards/groupe.yaml") == LIST.replace("Respirez.", "Soufflez.")


def test_a_card_between_braces_is_changed_and_its_neighbours_stay(deck: Deck) -> None:
    deck.fill(lambda sheet: put(sheet, "troisieme", "Titre", "En route"))
    deck.bring()
    assert deck.read("cards/groupe.yaml").startswith(LIST[: LIST.index("- {id: troisieme")])
    assert deck.cards()["troisieme"].title == "En route"


def test_line_ends_and_the_mark_of_windows_stay(deck: Deck) -> None:
    windows = b"\xef\xbb\xbf" + FIRST.replace("\n", "\r\n").encode()
    deck.write("cards/emploi/premiere.yaml", windows)
    deck.fill(lambda sheet: put(sheet, "premiere", "Durée (minutes)", 5))
    deck.bring()
    after = (deck.root / "cards/emploi/premiere.yaml").read_bytes()
    assert after == windows.replace(b"duree: 4", b"duree: 5")


def test_a_consent_is_withdrawn_from_the_spreadsheet(deck: Deck) -> None:
    deck.fill(lambda sheet: put(sheet, "recit", "Consentement, retiré", "oui"))
    deck.bring()
    consent = deck.cards()["recit"].consent
    assert consent
    assert consent.withdrawn
    assert "date: 2026-03-14\n" in deck.read("cards/emploi/recit.yaml"), "a day needs no quotes"


def test_a_new_row_makes_a_card_in_the_folder_of_its_theme(deck: Deck) -> None:
    def add(sheet: Worksheet) -> None:
        row = sheet.max_row + 1
        said = {"Type": "question", "Thème": "sante", "Titre": "L’eau", "Texte": "Combien de verres ?"}
        said |= {"Choix": "Deux\njuste : Huit\nZéro", "Explication": "Environ huit.", "Publics": "tous"}
        for title, value in said.items():
            put(sheet, row, title, value)

    deck.fill(add)
    assert deck.bring().added == ["l-eau"]
    card = deck.cards()["l-eau"]
    assert [choice.text for choice in card.choices if choice.right] == ["Huit"]
    assert deck.read("cards/sante/l-eau.yaml").startswith("id: l-eau\ntype: question\ntheme: sante\n")


def test_another_language_is_added_by_its_columns(deck: Deck) -> None:
    def translate(sheet: Worksheet) -> None:
        sheet.cell(1, sheet.max_column + 1).value = "Texte (es)"
        put(sheet, "seconde", "Texte (es)", "Respira.")

    deck.fill(translate)
    deck.bring()
    assert deck.cards()["seconde"].translations["es"].text == "Respira."


def test_a_column_that_was_deleted_changes_no_card(deck: Deck) -> None:
    deck.fill(lambda sheet: sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == "Relances")))
    assert deck.bring().files == {}


def test_a_row_that_was_deleted_deletes_no_card(deck: Deck) -> None:
    deck.fill(lambda sheet: sheet.delete_rows(2))
    assert deck.bring().files == {}
    assert set(deck.cards()) == {"premiere", "seconde", "troisieme", "recit"}

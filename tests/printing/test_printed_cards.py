"""Cards on paper: their size, fronts and backs that fall on each other, all their words, nothing cut off."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from paper import DARK, Word, fonts, longest_run, needs_poppler, pictures, sizes, texts, tight, words_of
from printable import Deck, shipped

from game.content.cards import Audience
from game.places import assets_folder
from game.printing.cards import LARGE, SMALL, CardSheet, Flip, Making, Wanted, choose, print_cards
from game.printing.pages import PrintError
from game.printing.words import NOTICE

TODAY = date(2026, 11, 23)
ODD = "Écrivez #let x = [1], *gras*, _doux_, $x^2$, @nom, <b>, // et \\\\, `code`, ~, --, 10 € : « Sûr ? »"


def printed(deck: Deck, sheet: CardSheet = SMALL, flip: Flip = Flip.LONG, wanted: Wanted | None = None) -> bytes:
    library = deck.library()
    chosen = choose(library, wanted or Wanted(), TODAY)
    return print_cards(assets_folder(), library, chosen.cards, Making(sheet, flip)).pdf


def cell(word: Word, sheet: CardSheet) -> tuple[int, int]:
    """Return the column and row of the card on which a word is."""
    left = (210 - sheet.columns * sheet.width) / 2
    top = (297 - sheet.rows * sheet.height) / 2
    return int((word.x - left) // sheet.width), int((word.y - top) // sheet.height)


@pytest.mark.parametrize(("sheet", "cards", "pages"), [(SMALL, 9, 2), (SMALL, 10, 4), (LARGE, 2, 2), (LARGE, 3, 4)])
def test_each_sheet_of_a4_has_a_front_and_a_back(deck: Deck, sheet: CardSheet, cards: int, pages: int) -> None:
    deck.cards(cards)
    assert sizes(printed(deck, sheet)) == [(210, 297)] * pages


@needs_poppler
@pytest.mark.parametrize("sheet", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("flip", Flip)
def test_the_back_of_a_card_falls_behind_its_front(deck: Deck, tmp_path: Path, sheet: CardSheet, flip: Flip) -> None:
    names = deck.cards(sheet.columns * sheet.rows)
    pdf = printed(deck, sheet, flip)
    front = {word.text: cell(word, sheet) for word in words_of(pdf, tmp_path, 1)}
    backs = {word.text.strip("()"): cell(word, sheet) for word in words_of(pdf, tmp_path, 2)}
    for name in names:
        column, row = front[f"Titre{name}"]
        behind = (sheet.columns - 1 - column, row) if flip is Flip.LONG else (column, sheet.rows - 1 - row)
        assert backs[name] == behind, f"{name} is not behind its own front"


@needs_poppler
@pytest.mark.parametrize("sheet", [SMALL, LARGE], ids=["small", "large"])
def test_cut_marks_of_both_sides_are_at_the_same_place_of_the_sheet(
    deck: Deck, tmp_path: Path, sheet: CardSheet
) -> None:
    deck.cards(sheet.columns * sheet.rows)
    front, back = pictures(printed(deck, sheet), tmp_path, 300)
    dots = 300 / 25.4
    top = (297 - sheet.rows * sheet.height) / 2
    line = round((top - 3) * dots)
    marks = [np.flatnonzero(side[line] < DARK) / dots for side in (front, back)]
    left = (210 - sheet.columns * sheet.width) / 2
    expected = [left + column * sheet.width for column in range(sheet.columns + 1)]
    for place in expected:
        assert np.abs(marks[0] - place).min() < 0.2, f"no mark at {place} mm on the front"
        assert np.abs((210 - marks[1]) - place).min() < 0.2, f"no mark at {place} mm on the back, seen through"


@needs_poppler
def test_the_line_of_ten_centimetres_measures_ten_centimetres(deck: Deck, tmp_path: Path) -> None:
    deck.cards(1)
    front = pictures(printed(deck), tmp_path, 300, 1, 1)[0]
    foot = front[round(285 * 300 / 25.4) :]
    longest = max(longest_run(row) for row in foot)
    assert longest * 25.4 / 300 == pytest.approx(100, abs=0.3), "mm"


def test_signs_of_typst_print_as_they_were_typed(deck: Deck) -> None:
    deck.card("signes", ODD, titre='"Le #1 [des] *titres*"', question='"#panic() ?"')
    front = tight(texts(printed(deck))[0])
    for words in (
        "#letx=[1],*gras*,_doux_,$x^2$,@nom,<b>,//et\\,`code`,~,--,10€:«Sûr?»",
        "Le#1[des]*titres*",
        "#panic()?",
    ):
        assert words in front


def test_accents_and_signs_can_be_searched_as_people_type_them(deck: Deck) -> None:
    deck.card("accents", "Où déjà, cœur naïf ? Ça va !")
    assert "Où déjà, cœur naïf ? Ça va !" in texts(printed(deck))[0].replace("\u202f", " ")


def test_the_typefaces_are_inside_and_are_those_of_the_screens(deck: Deck) -> None:
    deck.card("accents", "Où déjà ?", titre="Un titre")
    found = set(fonts(printed(deck)))
    assert found
    assert all(inside for _, inside in found), "a printer without the typeface would take another"
    families = {name.partition("-")[0] for name, _ in found}
    assert families <= {"AtkinsonHyperlegibleNext", "BricolageGrotesque", "NotoSans"}, families


def test_the_back_says_what_only_the_facilitator_reads(deck: Deck) -> None:
    deck.write("facts.yaml", FACT)
    deck.card(
        "question",
        type="question",
        titre="Le casier",
        choix="[Oui, juste: Non]",
        explication="La loi le dit.",
        relances="[Et vous ?]",
        sensibilite="1",
        avertissement="On parle de police.",
        ressource="Point-justice",
        faits="[loi]",
    )
    front, back = texts(printed(deck))
    for words in ("Emploi", "Question", "Le casier", "A", "Oui", "B", "Non"):
        assert words in front
    for words in ("La loi le dit", "police", "Et vous", "Code pénal"):
        assert words not in front
    for words in ("Réponse\u00a0: B. Non", "La loi le dit.", "Sujet sensible\u00a0: On parle de police.", "Et vous"):
        assert words in back
    assert "Source\u00a0: Code pénal, 2024." in back
    assert "Point-justice" in back


def test_a_fiction_says_so_on_both_sides(deck: Deck) -> None:
    deck.card("histoire", type="temoignage", origine="fiction", titre="Une histoire")
    front, back = texts(printed(deck))
    assert "Fiction" in front
    assert "Fiction. Cette histoire est inventée." in back


def test_each_side_has_the_word_of_its_theme_where_colours_are_lost(deck: Deck) -> None:
    deck.card("lien", theme="liens")
    assert ["Liens" in side for side in texts(printed(deck))] == [True, True]


def test_the_notice_is_on_each_sheet(deck: Deck) -> None:
    deck.cards(10)
    fronts = texts(printed(deck))[::2]
    assert [tight(" ".join(NOTICE)) in tight(front) for front in fronts] == [True, True]


def test_a_text_that_does_not_fit_is_refused_by_its_title(deck: Deck) -> None:
    deck.card("longue", "Des responsabilités administratives inconditionnelles. " * 29, titre="Trop longue")
    with pytest.raises(PrintError) as caught:
        printed(deck)
    assert caught.value.cut == ("Trop longue",)


def test_a_word_wider_than_the_card_is_refused(deck: Deck) -> None:
    deck.card("large", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2, titre="Trop large")
    with pytest.raises(PrintError) as caught:
        printed(deck)
    assert caught.value.cut == ("Trop large",)


def test_a_long_text_that_fits_small_is_told(deck: Deck) -> None:
    deck.card("longue", "Quelques conversations tranquilles. " * 22, titre="Longue")
    library = deck.library()
    assert print_cards(assets_folder(), library, tuple(library.cards.values())).small == ("Longue",)


@needs_poppler
@pytest.mark.parametrize("sheet", [SMALL, LARGE], ids=["small", "large"])
def test_nothing_of_the_shipped_deck_reaches_the_edge_of_a_card(tmp_path: Path, sheet: CardSheet) -> None:
    library = shipped()
    found = print_cards(assets_folder(), library, choose(library, Wanted(), TODAY).cards, Making(sheet))
    assert found.small == (), "cards whose text is too small to be read with ease"
    dots = 60 / 25.4
    left, top = (210 - sheet.columns * sheet.width) / 2, (297 - sheet.rows * sheet.height) / 2
    for number, page in enumerate(pictures(found.pdf, tmp_path, 60), start=1):
        for column in range(sheet.columns):
            for row in range(sheet.rows):
                x, y = left + column * sheet.width, top + row * sheet.height
                sides = ((x + 1, y + 1, 2, sheet.height - 2), (x + sheet.width - 3, y + 1, 2, sheet.height - 2))
                ends = ((x + 1, y + 1, sheet.width - 2, 2), (x + 1, y + sheet.height - 3, sheet.width - 2, 2))
                for a, b, width, height in (*sides, *ends):
                    box = page[
                        round(b * dots) : round((b + height) * dots), round(a * dots) : round((a + width) * dots)
                    ]
                    assert box.min() > DARK, f"ink at the edge: page {number}, column {column}, row {row}"


def test_the_cards_are_chosen_by_theme_audience_sensitivity_and_id(deck: Deck) -> None:
    deck.card("une")
    deck.card("deux", theme="liens", publics="[entreprises]")
    deck.card("trois", sensibilite="2", avertissement="On parle de deuil.")

    def ids(**wanted: object) -> set[str]:
        return {card.id for card in choose(deck.library(), Wanted(**wanted), TODAY).cards}  # type: ignore[arg-type]

    assert ids() == {"une", "deux", "trois"}
    assert ids(themes=("liens",)) == {"deux"}
    assert ids(audiences=(Audience.PILOTES,)) == {"une", "trois"}
    assert ids(sensitivity=1) == {"une", "deux"}
    assert ids(ids=("une", "deux")) == {"une", "deux"}


@pytest.mark.parametrize(
    ("consent", "audiences"),
    [
        ("{auteur: T-1, date: 2026-01-01, publics: [pilotes], jusqu-au: 2027-01-01, retire: oui}", ()),
        ("{auteur: T-1, date: 2025-01-01, publics: [pilotes], jusqu-au: 2026-01-01}", ()),
        ("{auteur: T-1, date: 2026-12-01, publics: [pilotes], jusqu-au: 2027-01-01}", ()),
        ("{auteur: T-1, date: 2026-01-01, publics: [pilotes], jusqu-au: 2027-01-01}", (Audience.COMPANIES,)),
        ("{auteur: T-1, date: 2026-01-01, publics: [pilotes], jusqu-au: 2027-01-01}", ()),
    ],
    ids=["withdrawn", "expired", "not begun", "out of scope", "for some people, and printed for anyone"],
)
def test_a_testimony_that_is_not_given_is_refused(deck: Deck, consent: str, audiences: tuple[Audience, ...]) -> None:
    deck.testimony("recit", consent)
    chosen = choose(deck.library(), Wanted(audiences=audiences), TODAY)
    assert [card.id for card in chosen.refused] == ["recit"]
    assert chosen.cards == ()


FACT = (
    "- id: loi\n  theme: emploi\n  fact: La loi le dit.\n  as_of: 2024\n  source_title: Code pénal\n"
    "  source_url: https://www.legifrance.gouv.fr/\n  confidence: high\n  scope: france\n"
)

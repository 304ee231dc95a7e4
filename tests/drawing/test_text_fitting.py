from hypothesis import given, strategies as st

from game.drawing.geometry import Rect
from game.drawing.text import Measure, block, fit, fit_heading, inline, paginate, place, shorten, wrap
from game.drawing.theme import TextStyle

BODY = TextStyle("regular", 10)  # the ruler makes a letter 5 px wide and a line 12.5 px high
LARGE, SMALL = TextStyle("regular", 20), TextStyle("regular", 10)

words = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)


def test_lines_break_at_plain_spaces(ruler: Measure) -> None:
    assert wrap("Il a posé la question", BODY, 50, ruler) == ("Il a posé", "la", "question")


def test_no_break_spaces_keep_a_question_mark_and_a_guillemet_with_their_word(ruler: Measure) -> None:
    text = "Il dit : « Que faire\u202f? »".replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    assert wrap(text, BODY, 60, ruler) == ("Il dit\u00a0:", "«\u00a0Que", "faire\u202f?\u00a0»")


def test_the_line_breaks_of_the_author_are_kept_even_an_empty_line(ruler: Measure) -> None:
    assert wrap("un\n\ndeux trois", BODY, 500, ruler) == ("un", "", "deux trois")
    assert wrap("", BODY, 500, ruler) == ("",)


def test_a_word_longer_than_the_line_is_cut_with_a_hyphen_and_never_leaves_one_letter(ruler: Measure) -> None:
    assert wrap("un anticonstitutionnellement", BODY, 60, ruler) == ("un", "anticonstit-", "utionnellem-", "ent")
    assert wrap("abcdefghijklm", BODY, 60, ruler) == ("abcdefghijk-", "lm")


def test_an_address_is_cut_after_a_slash_and_gets_no_hyphen(ruler: Measure) -> None:
    assert wrap("service-public.fr/logement", BODY, 90, ruler) == ("service-public.fr/", "logement")


@given(st.lists(words, min_size=1, max_size=30), st.integers(min_value=40, max_value=200))
def test_wrapping_loses_no_word_and_no_line_is_too_wide(ruler: Measure, text: list[str], width: int) -> None:
    lines = wrap(" ".join(text), BODY, width, ruler)
    assert " ".join(lines).split() == text
    assert all(ruler.width(line, BODY) <= width for line in lines)


def test_fitting_takes_the_largest_style_that_fits(ruler: Measure) -> None:
    roomy, tight = Rect(0, 0, 100, 60), Rect(0, 0, 100, 30)
    assert fit("deux lignes ici", (LARGE, SMALL), roomy, ruler).style == LARGE
    assert fit("deux lignes ici", (LARGE, SMALL), tight, ruler).style == SMALL
    assert fit("deux lignes ici " * 9, (LARGE, SMALL), tight, ruler) is None


def test_fitting_writes_smaller_rather_than_cut_a_word(ruler: Measure) -> None:
    fitted = fit("réinsertion", (LARGE, SMALL), Rect(0, 0, 100, 200), ruler)
    assert (fitted.style, fitted.lines) == (SMALL, ("réinsertion",))


def test_a_heading_leaves_no_word_alone_under_a_full_line(ruler: Measure) -> None:
    thanks = "Merci à toutes et à tous"
    assert fit(thanks, (BODY,), Rect(0, 0, 100, 60), ruler).lines == ("Merci à toutes et à", "tous")
    fitted = fit_heading(thanks, (20, 10), Rect(0, 0, 100, 40), ruler)
    assert (fitted.lines, fitted.style.size) == (("Merci à toutes", "et à tous"), 10)


@given(st.lists(words, min_size=1, max_size=12), st.integers(min_value=40, max_value=200))
def test_a_heading_takes_as_many_lines_as_other_text_of_its_size_and_loses_no_word(
    ruler: Measure, text: list[str], width: int
) -> None:
    room = Rect(0, 0, width, 1000)
    plain = fit(" ".join(text), (TextStyle("title", 10),), room, ruler, 1.05)
    even = fit_heading(" ".join(text), (10,), room, ruler)
    assert " ".join(even.lines).split() == text
    assert (len(even.lines), even.height) == (len(plain.lines), plain.height)
    assert even.width <= plain.width


def test_a_heading_that_fits_in_no_size_is_told(ruler: Measure) -> None:
    assert fit_heading("deux lignes ici", (20, 10), Rect(0, 0, 40, 20), ruler) is None


def test_a_block_is_as_large_as_its_lines_and_is_placed_line_under_line(ruler: Measure) -> None:
    made = block("Que\n\nsavez-vous faire", BODY, 100, ruler, leading=2.0)
    assert (made.width, made.height) == (80, 2 * 20 + 12.5)
    first, last = place(made, 30, 100, "#161A26", "centre")
    assert (first.text, first.x, first.y, first.anchor) == ("Que", 30, 100, "centre")
    assert (last.text, last.y) == ("savez-vous faire", 140)


def test_pages_hold_all_lines_in_order_and_none_is_left_with_a_lonely_line(ruler: Measure) -> None:
    text = "\n".join("abcdefg")
    pages = paginate(text, BODY, Rect(0, 0, 100, 13 * 2 + 12.5), ruler)
    assert pages == (("a", "b", "c"), ("d", "e"), ("f", "g"))


def test_a_text_that_fits_is_one_page(ruler: Measure) -> None:
    assert paginate("un\ndeux", BODY, Rect(0, 0, 100, 100), ruler) == (("un", "deux"),)


@given(st.text(st.characters(categories=["L", "P"]), max_size=40), st.integers(min_value=5, max_value=150))
def test_a_shortened_text_is_never_too_wide_and_says_that_it_was_cut(ruler: Measure, text: str, width: int) -> None:
    short = shorten(text, BODY, width, ruler)
    assert ruler.width(short, BODY) <= width
    assert short == text or short.endswith("…")


def test_shortening_keeps_what_fits_and_drops_punctuation_before_the_ellipsis(ruler: Measure) -> None:
    assert shorten("Toute la nuit, j’avais", BODY, 500, ruler) == "Toute la nuit, j’avais"
    assert shorten("Toute la nuit, j’avais", BODY, 80, ruler) == "Toute la nuit…"


def test_pieces_in_several_weights_follow_each_other_on_one_line(ruler: Measure) -> None:
    bold = TextStyle("bold", 10)
    (first, second), width = inline((("Notre mur", bold), (" · 9", BODY)), 100, 20, "#161A26", ruler)
    assert (first.x, second.x) == (100, 145)
    assert (first.y, second.y) == (20, 20)
    assert width == 65

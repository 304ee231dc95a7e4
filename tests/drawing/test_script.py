"""Lines in several scripts: which typeface, which way, in which order from the left."""

from game.drawing.script import Run, is_rtl, runs


def test_french_is_one_run_in_the_typeface_of_the_house() -> None:
    for line in ("L’été, à Nantes\u202f?", "«\u00a0Œuvre\u00a0» — n° 3", "", "Țară, știu, mañana"):
        assert [(run.script, run.is_rtl) for run in runs(line)] in ([("house", False)], [])
        assert not is_rtl(line)


def test_letters_that_the_house_lacks_come_from_noto() -> None:
    for line in ("Добрий день", "Καλημέρα", "Xin chào các bạn ạ"):
        assert [(run.script, run.is_rtl) for run in runs(line)] == [("noto", False)]


def test_an_arabic_line_is_one_run_from_right_to_left_with_its_signs() -> None:
    line = "ما الذي يهدّئكم؟"
    assert runs(line) == (Run(line, "arabic", is_rtl=True),)
    assert is_rtl(line)


def test_a_number_in_an_arabic_line_keeps_its_way_and_stands_where_it_is_read() -> None:
    leftmost, number, rightmost = runs("اتصلوا بالرقم 115 ليلًا.")
    assert (number.text, number.is_rtl) == ("115", False)
    assert rightmost.text.startswith("اتصلوا"), "the line begins at the right"
    assert leftmost.text.endswith("."), "its full stop is at the left"


def test_a_name_in_latin_letters_keeps_its_spaces_inside_an_arabic_line() -> None:
    parts = runs("اسألوا France Travail اليوم")
    assert [part.text for part in parts if not part.is_rtl] == ["France Travail"]


def test_an_arabic_word_in_a_french_line_turns_alone() -> None:
    assert [(run.text, run.is_rtl) for run in runs("Dire شكرًا, c’est merci")] == [
        ("Dire ", False),
        ("شكرًا", True),
        (", c’est merci", False),
    ]

import os
from datetime import date
from pathlib import Path

import pytest
from shop import CARD, THEMES, Shop

from game.content.live import LiveCards, LiveFile

SECOND = CARD.replace("bonne", "seconde")


class Writer:
    """Somebody who saves files, and a preview that looks at them; each save is seen at the next look."""

    def __init__(self, shop: Shop, place: Path | None = None) -> None:
        self.shop, self.now = shop, 0.0
        self.live = LiveCards(shop.root, {place or shop.root / "cards": shop.root}, lambda: date(2026, 11, 23))
        self.look()

    def save(self, path: str, text: str | bytes) -> LiveFile:
        self.shop.write(path, text)
        state = (self.shop.root / path).stat()
        os.utime(self.shop.root / path, ns=(state.st_atime_ns, state.st_mtime_ns + round(self.now + 1) * 10_000_000))
        self.look()
        return self.of(path)

    def look(self, seconds: float = 1.0) -> bool:
        self.now += seconds
        return self.live.follow(self.now)

    def of(self, path: str) -> LiveFile:
        return next(file for file in self.live.files if file.path == self.shop.root / path)


@pytest.fixture
def writer(shop: Shop) -> Writer:
    return Writer(shop)


def test_a_card_that_is_saved_again_shows_its_new_words(writer: Writer) -> None:
    assert writer.of("cards/bonne.yaml").cards[0].text == "Dites bonjour."
    file = writer.save("cards/bonne.yaml", CARD.replace("bonjour", "bonsoir"))
    assert file.cards[0].text == "Dites bonsoir."
    assert file.problems == ()


def test_nothing_is_read_again_as_long_as_nothing_is_saved(writer: Writer) -> None:
    before = writer.live.files
    assert not writer.look()
    assert writer.live.files is before


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (b"", 1),
        (b"id: bonne\ntype: de", 2),
        (CARD.replace("theme: emploi", "theme: emplois").encode(), 3),
        (CARD.replace("texte", "textes").encode(), 4),
        (b"id: bonne\n\ttype: defi\n", 2),
        (CARD.encode("utf-16"), 1),
    ],
    ids=["just emptied", "half saved", "wrong theme", "unknown key", "a tab", "another alphabet"],
)
def test_the_last_good_version_stays_while_what_is_wrong_is_said(writer: Writer, broken: bytes, line: int) -> None:
    file = writer.save("cards/bonne.yaml", broken)
    assert [card.text for card in file.cards] == ["Dites bonjour."], "the card left the screen"
    assert file.is_stale
    assert file.problems
    assert min(problem.line for problem in file.problems) <= line <= max(problem.line for problem in file.problems)
    mended = writer.save("cards/bonne.yaml", CARD.replace("bonjour", "merci"))
    assert ([card.text for card in mended.cards], mended.is_stale, mended.problems) == (["Dites merci."], False, ())


def test_in_a_file_of_several_cards_the_good_ones_are_new_and_the_broken_one_old(writer: Writer) -> None:
    both = "- {id: un, type: defi, theme: emploi, texte: Un.}\n- {id: deux, type: defi, theme: emploi, texte: Deux.}\n"
    writer.save("cards/liste.yaml", both)
    half_right = both.replace("Un.", "Premier.").replace("deux, type: defi", "deux, type: defo")
    file = writer.save("cards/liste.yaml", half_right)
    assert [card.text for card in file.cards] == ["Premier.", "Deux."]


def test_a_card_with_the_name_of_another_one_is_said_where_it_is(writer: Writer) -> None:
    file = writer.save("cards/copie.yaml", CARD)
    [problem] = file.problems
    assert "existe déjà" in problem.message
    assert "content/cards/bonne.yaml, ligne 1" in problem.message
    assert writer.save("cards/copie.yaml", SECOND).problems == ()


def test_a_file_that_is_taken_away_and_put_back_at_once_never_leaves(writer: Writer) -> None:
    path = writer.shop.root / "cards/bonne.yaml"
    path.unlink()
    writer.look(0.5)
    assert [card.id for card in writer.of("cards/bonne.yaml").cards] == ["bonne"]
    assert writer.save("cards/bonne.yaml", CARD).cards


def test_a_file_that_is_gone_for_good_leaves_the_folder(writer: Writer) -> None:
    writer.save("cards/seconde.yaml", SECOND)
    (writer.shop.root / "cards/bonne.yaml").unlink()
    writer.look()
    writer.look(3)
    assert [file.path.name for file in writer.live.files] == ["seconde.yaml"]


def test_the_only_file_stays_on_the_screen_when_it_is_gone_and_says_so(shop: Shop) -> None:
    writer = Writer(shop, shop.root / "cards/bonne.yaml")
    (shop.root / "cards/bonne.yaml").unlink()
    writer.look()
    writer.look(3)
    [file] = writer.live.files
    assert [card.id for card in file.cards] == ["bonne"]
    assert "n’est plus là" in file.problems[0].message
    assert writer.save("cards/bonne.yaml", CARD).problems == ()


def test_a_theme_that_is_added_puts_right_the_cards_that_wait_for_it(writer: Writer) -> None:
    file = writer.save("cards/autre.yaml", SECOND.replace("emploi", "logement"))
    assert "thème inconnu" in file.problems[0].message
    home = THEMES.replace("id: emploi, titre: Emploi", "id: logement, titre: Logement")
    writer.shop.write("themes.yaml", THEMES + home)
    writer.look()
    assert writer.of("cards/autre.yaml").problems == ()


def test_the_colleague_speaks_of_the_card_and_not_of_the_whole_deck(writer: Writer) -> None:
    text = "id: pct\ntype: defi\ntheme: emploi\ntexte: 75 % des gens disent bonjour.\n"
    file = writer.save("cards/pct.yaml", text)
    told = writer.live.problems_of(file)
    assert told
    assert {problem.path for problem in told} == {"content/cards/pct.yaml"}
    assert any("%" in problem.message for problem in told), told


def test_looking_never_takes_more_than_a_twentieth_of_the_time(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(0, 100, 2))
    monkeypatch.setattr("game.content.live.time.perf_counter", lambda: float(next(ticks)))
    writer.look()
    assert writer.live.left(writer.now) == pytest.approx(40), "a disk that takes 2 seconds is looked at every 40"

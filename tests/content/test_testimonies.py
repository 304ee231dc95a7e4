"""A testimony belongs to someone: it is listed with its end, and never shown beyond what its author agreed to."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from shop import Shop
from typed_cards import entry

from game.cli import main as cli
from game.cli.testimonies import lent
from game.content.cards import Card
from game.content.care import cards_today
from game.desk.faces import LibraryFaces

DAY = date(2026, 11, 23)
REAL = (
    "id: {id}\ntype: temoignage\ntheme: emploi\ntexte: Un.\norigine: temoignage\n"
    "consentement: {{auteur: T-7, date: {start}, publics: [{audiences}], jusqu-au: {end}, retire: {withdrawn}}}\n"
)


def real(name: str, end: date, *, start: str = "2026-01-01", withdrawn: str = "non", audiences: str = "pilotes") -> str:
    return REAL.format(id=name, start=start, end=end.isoformat(), withdrawn=withdrawn, audiences=audiences)


def in_days(days: int) -> date:
    return DAY + timedelta(days)


def shown(shop: Shop, *audiences: str) -> bool:
    """Tell whether the testimony « lent » may come up and be read by these audiences on the day."""
    library = shop.load().library
    assert "lent" in library.cards, "it is known, so that it can be listed and asked for again"
    dealt = {card.id for card in cards_today(library, audiences, DAY)}
    face = LibraryFaces(library, today=lambda: DAY).card("lent", audiences)
    assert (face is not None) is ("lent" in dealt), "what is dealt can be read, and nothing else"
    return "lent" in dealt


def test_a_testimony_is_shown_to_those_it_was_given_for_up_to_its_last_day(shop: Shop) -> None:
    shop.write("cards/lent.yaml", real("lent", DAY))
    assert shown(shop, "pilotes")


@pytest.mark.parametrize(
    ("written", "audiences"),
    [
        (real("lent", in_days(-1)), ["pilotes"]),
        (real("lent", in_days(900), withdrawn="oui"), ["pilotes"]),
        (real("lent", in_days(900), start="2027-01-01"), ["pilotes"]),
        (real("lent", in_days(900)), ["entreprises"]),
        (real("lent", in_days(900)), ["pilotes", "public"]),
    ],
    ids=["expired", "withdrawn", "not yet given", "another audience", "one of the audiences too many"],
)
def test_a_testimony_that_is_no_longer_or_not_given_is_not_shown(
    shop: Shop, written: str, audiences: list[str]
) -> None:
    shop.write("cards/lent.yaml", written)
    assert not shown(shop, *audiences)


def test_a_testimony_without_consent_is_not_even_loaded(shop: Shop) -> None:
    shop.write("cards/x.yaml", "id: x\ntype: temoignage\ntheme: emploi\ntexte: Un.\norigine: temoignage\n")
    assert "x" not in shop.load().library.cards


def listed(*written: str) -> list[Card]:
    return [
        entry(
            text.split("theme: emploi\n")[1].replace("origine: temoignage\n", ""),
            id=text.split()[1],
            origine="temoignage",
        ).model
        for text in written
    ]


def test_what_ends_soon_comes_first_and_what_is_over_comes_last() -> None:
    cards = listed(
        real("retire", in_days(30), withdrawn="oui"),
        real("expire", in_days(-1)),
        real("loin", in_days(400)),
        real("bientot", in_days(90)),
        real("demain", in_days(1)),
        real("apres", in_days(91)),
        real("futur", in_days(50), start="2026-12-24"),
    )
    found = [(one.card.id, one.state, one.days) for one in lent(cards, DAY, 90)]
    assert found == [
        ("demain", "finit bientôt", 1),
        ("bientot", "finit bientôt", 90),
        ("apres", "valable", 91),
        ("loin", "valable", 400),
        ("futur", "pas encore valable", 50),
        ("expire", "expiré", -1),
        ("retire", "retiré", 30),
    ]


Permis = Callable[..., str]


@pytest.fixture
def temoignages(tmp_path: Path, shop: Shop, capsys: pytest.CaptureFixture[str]) -> Permis:
    def run(*options: str) -> str:
        assert cli.main(["--donnees", str(tmp_path), "temoignages", str(shop.root), *options]) == 0
        return capsys.readouterr().out

    return run


def test_the_command_tells_the_code_the_dates_and_the_audiences_and_no_fiction(shop: Shop, temoignages: Permis) -> None:
    assert (
        temoignages()
        == "Aucun vrai témoignage dans ce dossier\u00a0: ceux du paquet sont des fictions, et le disent.\n"
    )
    shop.write("cards/a.yaml", real("a", date(2999, 1, 2), audiences="pilotes, public"))
    shop.write("cards/b.yaml", "id: b\ntype: temoignage\ntheme: emploi\ntexte: Un.\norigine: fiction\n")
    assert temoignages() == (
        "a\n    valable, T-7, accord du 1er janvier 2026, jusqu’au 2 janvier 2999, pour pilotes, public\n"
        "1\u00a0témoignage.\n"
    )


def test_the_number_of_days_and_the_json_are_asked_for(shop: Shop, temoignages: Permis) -> None:
    end = date.today() + timedelta(100)  # noqa: DTZ011 - the command reads the day of this computer too
    shop.write("cards/a.yaml", real("a", end))
    assert "à renouveler bientôt" in temoignages("--jours", "200")
    (told,) = json.loads(temoignages("--json"))
    assert (told["carte"], told["auteur"], told["jusqu-au"], told["etat"]) == ("a", "T-7", end.isoformat(), "valable")
    assert (told["publics"], told["retire"]) == (["pilotes"], False)

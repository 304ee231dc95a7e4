"""Every mistake is located and told in French; nothing is raised, and what was good stays."""

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings, strategies as st
from shop import Shop

from game.content.load import load
from game.content.problems import Problem, Severity

HERE = Path(__file__).parent
HEAD = "id: x\ntype: defi\ntheme: emploi\n"
Say = Callable[[str], list[str]]


def test_a_whole_broken_folder_gives_its_report(tmp_path: Path) -> None:
    icons = tmp_path / "icons"
    icons.mkdir()
    for name in ("briefcase", "scales", "heart", "bridge"):
        (icons / f"{name}.svg").touch()
    told = load(HERE / "broken" / "content", assets=tmp_path)
    expected = (HERE / "broken" / "report.txt").read_text(encoding="utf-8")
    assert "".join(f"{problem}\n" for problem in told.problems) == expected
    assert set(told.library.cards) == {"bonne", "tout-va-bien", "diese", "deux-pages"}
    assert set(told.library.themes) == {"emploi", "justice"}


MISTAKES = {
    "an unknown key": (
        "texte: Un\ntittre: T\n",
        ["5:1  erreur  clé inconnue « tittre » : vouliez-vous dire « titre » ?"],
    ),
    "an unknown key near nothing": ("texte: Un\nzzz: T\n", ["5:1  erreur  clé inconnue « zzz »."]),
    "a wrong type": ("texte: Un\nduree: long\n", ["5:8  erreur  « long » n’est pas un nombre entier."]),
    "a value left empty": ("texte:\n", ["4:7  erreur  valeur vide."]),
    "an unknown fact": ("texte: Un\nfaits: [b3]\n", ["5:9  erreur  fait inconnu « b3 »."]),
    "a path that climbs": (
        "texte: Un\naudio: sons/../../x.ogg\n",
        ["5:8  erreur  « sons/../../x.ogg » sort du dossier du contenu."],
    ),
    "a path of another disk": (
        "texte: Un\naudio: C:/x.ogg\n",
        ["5:8  erreur  « C:/x.ogg » sort du dossier du contenu."],
    ),
    "a missing sound": ("texte: Un\naudio: sons/x.ogg\n", ["5:8  erreur  « sons/x.ogg » est introuvable."]),
    "a translation with a choice too few": (
        "texte: Un\nchoix: [Oui, {juste: Non}]\ntraductions: {en: {texte: One, choix: [Yes]}}\n",
        ["1:1  erreur  une traduction a autant de choix que la carte : 2."],
    ),
    "a translation with nothing in it": (
        "texte: Un\ntraductions: {en: {}}\n",
        ["5:19  erreur  une traduction est vide."],
    ),
    "a translation in letters that cannot be drawn": (
        "texte: Un\ntraductions: {zh: {texte: 你好}}\n",
        ["5:19  erreur  le programme n’a pas de quoi dessiner « 你 »."],
    ),
    "a name that no disk accepts": (
        f"texte: Un\naudio: {'a' * 300}\n",
        [f"5:8  erreur  « {'a' * 300} » est introuvable."],
    ),
    "a tag": (
        "texte: !!str Un\n",
        ["4:8  erreur  « !!str » : un point d’exclamation en début de valeur est lu comme une consigne."],
    ),
    "two documents": (
        "texte: Un\n---\nid: y\n",
        ["5:1  erreur  « --- » commence un second document dans le même fichier."],
    ),
    "a control character": ("texte: Un\u0007\n", ["4:10  erreur  caractère invisible (U+0007) au milieu du texte."]),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_told_where_it_stands(name: str, say_of_card: Say) -> None:
    typed, told = MISTAKES[name]
    assert say_of_card(HEAD + typed) == told


def test_a_missing_key_is_told_at_the_first_line_of_the_card(say_of_card: Say) -> None:
    assert say_of_card("# une carte\nid: x\ntexte: Un\n") == [
        "2:1  erreur  il manque « theme ».",
        "2:1  erreur  il manque « type ».",
    ]


def test_an_unknown_theme_is_told_even_when_the_card_has_another_mistake(say_of_card: Say) -> None:
    told = say_of_card("id: x\ntype: defit\ntheme: emplois\ntexte: Un\n")
    assert told == [
        "2:7  erreur  valeur inconnue « defit » : vouliez-vous dire « defi » ?",
        "3:8  erreur  thème inconnu « emplois » : vouliez-vous dire « emploi » ?",
    ]


def test_the_second_of_two_cards_with_one_id_is_left_out(say_of_card: Say) -> None:
    told = say_of_card("id: bonne\ntype: defi\ntheme: emploi\ntexte: Autre.\n")
    assert told == ["1:5  erreur  « bonne » existe déjà : content/cards/bonne.yaml, ligne 1."]


def test_a_format_cannot_point_to_a_board_that_is_not_there(shop: Shop) -> None:
    text = (shop.root / "formats/court.yaml").read_text(encoding="utf-8").replace("plateau: permis", "plateau: permi")
    shop.write("formats/court.yaml", text)
    assert shop.first_lines() == [
        "content/formats/court.yaml:4:10  erreur  plateau inconnu « permi » : vouliez-vous dire « permis » ?"
    ]
    assert not shop.load().library.formats


def test_what_leans_on_a_theme_with_a_mistake_waits_without_a_message_each(shop: Shop) -> None:
    shop.write("themes.yaml", "id: emploi\ntitre: Emploi\n")
    waiting = "2 entrées s’appuient sur ce qui est en erreur ici, et restent de côté en attendant."
    assert shop.first_lines() == [
        f"content/themes.yaml:1:1  avertissement  {waiting}",
        "content/themes.yaml:1:1  erreur  il manque « couleur ».",
        "content/themes.yaml:1:1  erreur  il manque « icone ».",
        "content/themes.yaml:1:1  erreur  il manque « pilier ».",
    ]
    assert not shop.load().library.cards


def test_a_link_to_a_file_outside_of_the_folder_is_refused(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "secret.ogg").touch()
    (shop.root / "lien.ogg").symlink_to(tmp_path / "secret.ogg")
    shop.write("cards/x.yaml", HEAD + "texte: Un\naudio: lien.ogg\n")
    assert shop.first_lines() == ["content/cards/x.yaml:5:8  erreur  « lien.ogg » sort du dossier du contenu."]


@pytest.mark.parametrize(
    ("name", "sound", "said"),
    [
        ("voix.mp3", b"ID3", "« voix.mp3 » n’est pas un fichier .ogg."),
        ("voix.ogg", b"ID3 renamed", "« voix.ogg » n’est pas un son Ogg."),
        ("voix.ogg", b"OggS" + bytes(9 * 1024 * 1024), "« voix.ogg » pèse 9 Mio, et une voix 8 au plus."),
    ],
    ids=["another format", "another format renamed", "too large"],
)
def test_a_recorded_voice_that_cannot_be_played_is_told_with_its_place(
    shop: Shop, name: str, sound: bytes, said: str
) -> None:
    shop.write(name, sound)
    shop.write("cards/x.yaml", HEAD + f"texte: Un\naudio: {name}\n")
    assert shop.first_lines() == [f"content/cards/x.yaml:5:8  erreur  {said}"]


def test_a_card_that_is_read_for_too_long_is_refused(say_of_card: Say) -> None:
    assert say_of_card(HEAD + f"texte: |\n  {'mot ' * 120}\n") == []
    assert say_of_card(HEAD + f"texte: |\n  {'mot ' * 121}\n") == [
        "5:3  erreur  121 mots : la carte ne tient pas à l’écran (120 au plus)."
    ]


def test_bytes_that_are_not_utf_8_are_told_at_the_first_of_them(shop: Shop) -> None:
    shop.write("cards/x.yaml", (HEAD + "titre: Santé\ntexte: Café\n").encode("cp1252"))
    assert shop.first_lines() == ["content/cards/x.yaml:4:12  erreur  octet 0xE9 : ce fichier n’est pas en UTF-8."]


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"PK\x03\x04", "document Word"), (b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n", "image PNG"), (b"<html>", "page web")],
)
def test_a_file_that_is_not_yaml_is_called_by_its_name(shop: Shop, data: bytes, name: str) -> None:
    shop.write("cards/x.yaml", data)
    (told,) = shop.first_lines()
    assert told.startswith("content/cards/x.yaml:1:1  erreur  ce fichier n’est pas du YAML : c’est")
    assert name in told


def test_an_alias_bomb_is_refused_before_it_grows(shop: Shop) -> None:
    names = "abcdefghijklmnopqrst"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]" for before, one in pairwise(names)]
    shop.write("cards/x.yaml", "\n".join(lines))
    start = time.perf_counter()
    assert shop.first_lines() == [
        "content/cards/x.yaml:1:4  erreur  « & » en début de valeur est un renvoi : le format n’en a pas."
    ]
    assert time.perf_counter() - start < 2


def test_a_file_of_50_mb_is_refused_unread(shop: Shop) -> None:
    shop.write("cards/x.yaml", b"- texte: Un\n" * (50_000_000 // 12))
    start = time.perf_counter()
    assert shop.first_lines() == ["content/cards/x.yaml:1:1  erreur  fichier trop gros (plus de 2 Mo)."]
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("sign", ["[", "{", "- "])
def test_nesting_without_end_is_refused(shop: Shop, sign: str) -> None:
    shop.write("cards/x.yaml", sign * 100_000)
    (told,) = shop.first_lines()
    assert told.endswith("trop de niveaux les uns dans les autres.")


def test_a_flood_of_mistakes_stops_being_listed(shop: Shop) -> None:
    shop.write("cards/x.yaml", "- a\n" * 5_000)
    assert shop.first_lines()[-1].endswith("plus de 1000 problèmes dans ce fichier : la suite n’est pas lue.")


def test_an_empty_folder_and_a_missing_one_each_give_one_problem(tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    remedy = "Il doit contenir themes.yaml, et les dossiers boards, cards et formats."
    for name, message in (("vide", "ce dossier est vide."), ("absent", "ce dossier n’existe pas.")):
        told = load(tmp_path / name)
        assert told.problems == (Problem(name, 1, 1, Severity.ERROR, message, remedy),)
        assert not told.library.cards


def test_a_folder_with_only_cards_says_what_else_it_needs(tmp_path: Path) -> None:
    (tmp_path / "content" / "cards").mkdir(parents=True)
    (tmp_path / "content" / "cards" / "x.yaml").write_text(HEAD + "texte: Un\n", encoding="utf-8")
    told = [str(problem).splitlines()[0] for problem in load(tmp_path / "content").problems]
    assert "content/themes.yaml:1:1  erreur  il n’y a pas de thèmes." in told
    assert "content/boards:1:1  avertissement  il n’y a aucun plateau." in told


def test_a_file_put_in_the_wrong_place_is_noticed(shop: Shop) -> None:
    shop.write("carte/x.yaml", HEAD)
    assert shop.first_lines() == [
        "content/carte/x.yaml:1:1  avertissement  fichier ignoré : vouliez-vous dire « cards » ?"
    ]


_VALUES = st.recursive(
    st.text(max_size=8) | st.sampled_from(["emploi", "oui", "3", "", "2026-01-01", "case-1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "type",
                    "theme",
                    "texte",
                    "choix",
                    "juste",
                    "effet",
                    "aller",
                    "cases",
                    "actes",
                    "jeu",
                    "consentement",
                    "publics",
                    "traductions",
                    "en",
                    "image",
                    "description",
                    "duree",
                    "faits",
                    "titre",
                    "nom",
                    "icone",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=_VALUES, folder=st.sampled_from(["cards", "boards", "formats"]))
def test_whatever_is_written_is_told_in_french(shop: Shop, value: object, folder: str) -> None:
    shop.write(f"{folder}/x.yaml", yaml.safe_dump(value, allow_unicode=True))
    for problem in shop.load().problems:
        assert "nput should" not in problem.message
        assert "{" not in problem.message.split("«")[0]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=80) | st.text("ab:-#'\"[]{}&*!|>? \n\t\u00a0é%@,", max_size=60).map(str.encode))
def test_no_bytes_at_all_raise(shop: Shop, data: bytes) -> None:
    shop.write("cards/x.yaml", data)
    told = shop.load()
    assert "bonne" in told.library.cards
    assert set(told.library.cards) == {"bonne"}
    assert told.problems

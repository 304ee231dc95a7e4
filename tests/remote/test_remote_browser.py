"""The page of the phone in a real browser: who comes in, what is tapped, what is lost and found again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import browser
import pytest
from browser import Tab
from served import PAGE, Laptop

from game.remote.page import Action, Button, State

pytestmark = pytest.mark.skipif(browser.chromium() is None, reason="Chromium is not installed on this computer")
BIG, PASS, PAUSE, UNDO = "#big", "[data-action=pass]", "[data-action=pause]", "[data-action=undo]"


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    with browser.phone(tmp_path / "browser") as opened:
        opened.size(390, 844)
        yield opened


@pytest.fixture
def paired(tab: Tab, laptop: Laptop) -> Tab:
    tab.go(laptop.remote.status.link)
    tab.sees(PAGE.title)
    assert laptop.becomes(State.CONNECTED)
    return tab


def enter(tab: Tab, code: str) -> None:
    tab.until("document.activeElement.id === 'code'")
    tab.type(code)
    tab.tap("#form button")


def wrong_code(laptop: Laptop) -> str:
    return "111111" if laptop.remote.status.code == "000000" else "000000"


def test_the_link_of_the_qr_code_opens_the_remote_and_leaves_no_code_behind(paired: Tab, laptop: Laptop) -> None:
    for words in (PAGE.where, PAGE.text, PAGE.warning, *PAGE.prompts, "Échange terminé", "Passer", "Pause", "Annuler"):
        paired.sees(words)
    assert laptop.remote.status.state is State.CONNECTED
    assert paired.run("location.href") == f"http://{laptop.address}/", "the code is not left in the address"
    assert paired.run("document.cookie") == "", "no script reads the pass"
    assert paired.run("localStorage.length + sessionStorage.length") == 0
    assert paired.complaints == []


def test_the_six_digits_open_it_too(tab: Tab, laptop: Laptop) -> None:
    tab.go(f"http://{laptop.address}/")
    code = laptop.remote.status.code
    enter(tab, f"{code[:3]} {code[3:]}")
    tab.sees(PAGE.title)


def test_wrong_codes_are_said_then_locked_then_a_new_code_opens(tab: Tab, laptop: Laptop) -> None:
    tab.go(f"http://{laptop.address}/")
    for _ in range(4):
        enter(tab, wrong_code(laptop))
        tab.sees("Ce n’est pas le bon code")
        tab.until("document.getElementById('code').value === ''")
    enter(tab, wrong_code(laptop))
    tab.sees("Trop d’essais")
    assert laptop.remote.status.state is State.LOCKED
    laptop.remote.new_code()
    enter(tab, laptop.remote.status.code)
    tab.sees(PAGE.title)


def test_a_second_phone_is_refused_until_a_new_code_then_takes_over(
    paired: Tab, laptop: Laptop, tmp_path: Path
) -> None:
    with browser.phone(tmp_path / "second") as second:
        second.size(390, 844)
        second.go(f"http://{laptop.address}/")
        enter(second, "123456")
        second.sees("Un autre téléphone est déjà connecté")
        assert laptop.remote.status.is_refused
        paired.sees(PAGE.title)
        laptop.remote.new_code()
        enter(second, laptop.remote.status.code)
        second.sees(PAGE.title)
        paired.sees("Une autre page a pris la main")


@pytest.mark.parametrize(("where", "action"), [(BIG, "next"), (PASS, "pass"), (PAUSE, "pause"), (UNDO, "undo")])
def test_each_button_is_heard_once(paired: Tab, laptop: Laptop, where: str, action: str) -> None:
    paired.tap(where)
    assert laptop.hears(1)
    assert laptop.taps == [Action(action)]


def test_what_cannot_be_done_now_cannot_be_tapped(paired: Tab, laptop: Laptop) -> None:
    laptop.remote.show(replace(PAGE, moment="13", buttons=(Button(Action.UNDO, "Annuler"),), idle="Tapez le dé"))
    paired.sees("Tapez le dé")
    disabled = "[...document.querySelectorAll('footer button')].filter((b) => b.disabled).length"
    paired.until(f"{disabled} === 3")


def test_a_cut_line_comes_back_by_itself_with_what_happened_meanwhile(paired: Tab, laptop: Laptop) -> None:
    laptop.cut()
    assert laptop.becomes(State.ASLEEP)
    laptop.remote.show(replace(PAGE, moment="14", title="Pendant ce temps"))
    paired.sees("Pendant ce temps")
    assert laptop.becomes(State.CONNECTED)
    paired.tap(BIG)
    assert laptop.hears(1)


def test_a_page_that_is_loaded_again_goes_on_without_a_code(paired: Tab, laptop: Laptop) -> None:
    paired.ask("Page.reload")
    assert laptop.becomes(State.ASLEEP)
    assert laptop.becomes(State.CONNECTED)
    paired.sees(PAGE.title)


def test_a_phone_without_network_says_so_and_comes_back(paired: Tab, laptop: Laptop) -> None:
    paired.ask("Network.enable")
    still = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    paired.ask("Network.emulateNetworkConditions", offline=True, **still)
    laptop.cut()
    paired.sees("Connexion perdue")
    paired.until("document.getElementById('big').disabled")
    paired.ask("Network.emulateNetworkConditions", offline=False, **still)
    paired.until("document.getElementById('line').textContent === ''")
    paired.tap(BIG)
    assert laptop.hears(1)


def test_the_end_of_the_remote_is_said_on_the_phone(paired: Tab, laptop: Laptop) -> None:
    laptop.remote.stop()
    paired.sees("La télécommande est arrêtée")


def test_what_is_written_on_cards_is_never_run(paired: Tab, laptop: Laptop) -> None:
    laptop.remote.show(replace(PAGE, moment="15", title="<img src=x onerror=alert(1)>", prompts=("<b>gras</b>",)))
    paired.sees("<img src=x onerror=alert(1)>")
    paired.sees("<b>gras</b>")


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (844, 390), (820, 1180)])
def test_it_fits_the_phone(paired: Tab, tmp_path: Path, width: int, height: int, is_dark: bool) -> None:  # noqa: FBT001
    paired.size(width, height, is_dark=is_dark)
    paired.until(f"innerWidth === {width}")
    assert paired.run("document.documentElement.scrollWidth") <= width, "nothing hides at the side"
    for button in (BIG, PASS, PAUSE, UNDO):
        x, y, right, bottom, tall = paired.run(
            f"(() => {{ const r = document.querySelector('{button}').getBoundingClientRect();"
            " return [r.x, r.y, r.right, r.bottom, r.height]; })()"
        )
        assert paired.run(f"document.querySelector('{button}').scrollWidth") <= right - x, f"{button}: words are cut"
        assert min(x, y) >= 0, f"{button} is cut"
        assert right <= width, f"{button} is cut"
        assert bottom <= height, f"{button} is cut"
        assert tall >= 44, f"{button} is too small for a thumb"
    big, others = (f"document.querySelector('{part}').getBoundingClientRect()" for part in ("#big", ".others"))
    assert paired.run(f"{big}.top >= {others}.bottom"), "what goes on is at the bottom, under the thumb"
    paired.picture(tmp_path / f"phone-{width}x{height}-{'dark' if is_dark else 'light'}.png")


def test_a_screen_reader_has_a_name_for_everything(paired: Tab) -> None:
    tree = paired.ask("Accessibility.getFullAXTree")["nodes"]
    roles = {"button", "heading", "list", "status", "main", "region", "textbox"}
    nodes = [node for node in tree if not node.get("ignored") and node["role"]["value"] in roles]
    named = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes}
    assert {("button", "Échange terminé"), ("button", "Passer"), ("button", "Pause"), ("button", "Annuler")} <= named
    assert ("heading", PAGE.title) in named
    assert ("region", "Sujet sensible") in named
    assert ("region", "Pour relancer") in named
    assert not [node for node in named if node == ("button", "")]

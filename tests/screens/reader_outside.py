"""What a screen reader hears of the game, asked over the accessibility bus of Linux (AT-SPI), as Orca does.

Run by `test_screen_reader` inside a bus of its own: ``dbus-run-session -- python reader_outside.py FOLDER``.
Prints what it heard as JSON.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from threading import Event

sys.path.insert(0, str(Path(__file__).parent))

from pilot import Pilot, piloted

from game.screens.screen_reader import ScreenReader

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_LONG = 60.0
_ROOT = "/org/a11y/atspi/accessible/root"
_ROLES = {23: "window", 29: "text", 43: "button", 54: "status", 83: "heading"}
"""Of `AtspiRole`."""
_REFERENCE = re.compile(r"\('([^']+)', (?:objectpath )?'([^']+)'\)")
_TEXT = re.compile(r"""(['"])(.*)\1""", re.DOTALL)
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


def gdbus(*words: str) -> str:
    """Run `gdbus`, and return what it answers."""
    done = subprocess.run(["gdbus", *words], capture_output=True, text=True, check=False, timeout=_LONG)  # noqa: S607
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout.strip()


def text(answer: str) -> str:
    """Return the text in an answer."""
    found = _TEXT.search(answer)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), found[2]) if found else ""


class Outside:
    """Asks the bus of accessibility; an object is (owner, path)."""

    def __init__(self) -> None:
        gdbus("wait", "--session", "--timeout", "30", "org.a11y.Bus")
        on = ("org.a11y.Status", "ScreenReaderEnabled", "<true>")
        self._session("org.freedesktop.DBus.Properties.Set", *on)
        self.address = text(self._session("org.a11y.Bus.GetAddress"))

    def _session(self, method: str, *given: str) -> str:
        place = ("--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus")
        return gdbus("call", "--session", *place, "--method", method, *given)

    def call(self, thing: tuple[str, str], method: str, *given: str) -> str:
        """Call a method of AT-SPI on an object."""
        place = ("--dest", thing[0], "--object-path", thing[1])
        return gdbus("call", "--address", self.address, *place, "--method", method, *given)

    def children(self, thing: tuple[str, str]) -> list[tuple[str, str]]:
        return _REFERENCE.findall(self.call(thing, "org.a11y.atspi.Accessible.GetChildren"))

    def name(self, thing: tuple[str, str]) -> str:
        asked = ("org.a11y.atspi.Accessible", "Name")
        return text(self.call(thing, "org.freedesktop.DBus.Properties.Get", *asked))

    def role(self, thing: tuple[str, str]) -> str:
        number = self.call(thing, "org.a11y.atspi.Accessible.GetRole").strip("(),").split()[-1]
        return _ROLES.get(int(number), number)

    def window(self) -> tuple[str, str]:
        """Return the only window of the only program that tells anything."""
        (program,) = self.children(("org.a11y.atspi.Registry", _ROOT))
        (window,) = self.children(program)
        return window

    def heard(self) -> list[tuple[str, str]]:
        """Return (role, name) of all that the window holds."""
        return [(self.role(part), self.name(part)) for part in self.children(self.window())]

    def find(self, label: str) -> tuple[str, str]:
        return next(part for part in self.children(self.window()) if self.name(part) == label)


def listen(pilot: Pilot) -> dict[str, object]:
    """Go to a session as somebody does who hears the screen, and return what was heard on the way."""
    woken = Event()
    pilot.stage.assistants.append(ScreenReader("Permis", 0, lambda: True, woken.set))
    outside = Outside()
    found: dict[str, object] = {"came": woken.wait(_LONG)}
    pilot.step()
    found["home"] = outside.heard()
    found["title"] = outside.name(outside.window())
    woken.clear()
    outside.call(outside.find("Cartes"), "org.a11y.atspi.Component.GrabFocus")
    woken.wait(_LONG)
    pilot.step()
    spot = pilot.stage.main.focus.spot
    found["focus"] = spot.label if spot is not None else ""
    woken.clear()
    outside.call(outside.find("Nouvelle séance"), "org.a11y.atspi.Action.DoAction", "0")
    woken.wait(_LONG)
    pilot.step()
    pilot.step()
    found["scene"] = type(pilot.scene).__name__
    found["then"] = outside.heard()
    return found


def main() -> None:
    """Start the bus of accessibility, play, and print what was heard."""
    with subprocess.Popen([LAUNCHER, "--launch-immediately", "--a11y=1"], stderr=subprocess.DEVNULL) as bus:
        try:
            with piloted(Path(sys.argv[1])) as pilot:
                print(json.dumps(listen(pilot)))  # noqa: T201 - what the test reads
        finally:
            bus.terminate()


if __name__ == "__main__":
    main()

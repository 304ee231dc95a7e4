"""Write the golden journals of the second version and all golden records: only when what a record says is changed.

From the root: ``PYTHONPATH=.:tests:tests/session:tests/records python tests/records/make_golden_records.py``.
Journals that are there are never written again: they are what a program of their day wrote.
"""

import shutil
import tempfile
from pathlib import Path

from builders import START, begun, deck, give, step

from game.records.computing import outcome
from game.session import commands as c
from game.session.agenda import PollQuestion
from game.session.clock import ManualClock
from game.session.dispatch import Session
from game.session.folder import JOURNAL
from game.session.journal import read
from game.session.sheet import CardTerms, Sheet, ThemeTerms

HERE = Path(__file__).parent / "golden"
FIRST_VERSION = Path(__file__).parents[1] / "session" / "golden"
_SHEET = Sheet(title="Atelier du lundi", newcomers=2, pilots=1, staff=1, codes=("P-12",), incident=False)
_THEMES = (
    ThemeTerms("emploi", ("trouver-un-emploi--maintien-dans-lemploi",), ("Trouver un emploi",), ("Oser",), ("Dire",)),
    ThemeTerms("sante", ("sante--acces-aux-soins",), ("Prendre en compte son état de santé",)),
)


def _played(session: Session, clock: ManualClock) -> None:
    give(session, c.GoToAct(1), c.CountMood(0, 4), c.GoToAct(2))
    for _ in range(40):
        clock.advance(20)
        give(session, step(session.state.game))
    give(session, c.ChangeFacilitator(), c.GoToAct(4), c.SetNextStep("a", "sante", "appeler le centre de santé"))
    give(session, c.FillSheet(_SHEET), c.CloseSession())


def _sent(session: Session, clock: ManualClock) -> None:
    _played(session, clock)
    clock.advance(600)
    give(session, c.SendRecord())


def _corrected(session: Session, clock: ManualClock) -> None:
    _sent(session, clock)
    clock.advance(86_400)
    corrected = Sheet(
        title="Atelier du lundi", people=11, newcomers=3, pilots=2, staff=1, incident=True, note="Malaise."
    )
    give(session, c.FillSheet(corrected), c.SendRecord())


SCRIPTS = {"sheet": _played, "sent": _sent, "corrected": _corrected}


def journals() -> list[Path]:
    """Return the golden journals of every version."""
    return sorted([*FIRST_VERSION.glob("*.jsonl"), *HERE.glob("*.jsonl")])


def record_of(journal: Path) -> Path:
    """Return where the golden record of a journal is."""
    return HERE / f"{journal.stem}.bilan.json"


def main() -> None:
    """Write the journals that are not there yet, and all records."""
    for name, script in SCRIPTS.items():
        if (HERE / f"{name}.jsonl").exists():
            continue
        clock = ManualClock(START)
        asked = (PollQuestion("Savez-vous qui appeler ?", ("Oui", "Non")),)
        cards = deck("emploi", "logement", "sante", each=4)
        terms = {"theme_terms": _THEMES, "card_terms": (CardTerms("sante-1", ("sante--addictions",)),)}
        with tempfile.TemporaryDirectory() as place:
            opened = begun(Path(place), clock, poll=asked, cards=cards, aims=("Reprendre confiance",), **terms)
            script(opened.session, clock)
            opened.close()
            shutil.copyfile(opened.path / JOURNAL, HERE / f"{name}.jsonl")
    for journal in journals():
        record_of(journal).write_text(outcome(read(journal.read_bytes()).records).as_json(), encoding="utf-8")


if __name__ == "__main__":
    main()

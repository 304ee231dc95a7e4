import errno
from datetime import UTC, date, datetime

import pytest

from game.french import counted, duration, hour, long_date, why_refused


def test_a_day_is_written_in_words_and_the_first_is_an_ordinal() -> None:
    assert long_date(date(2026, 11, 23)) == "23 novembre 2026"
    assert long_date(date(2027, 8, 1)) == "1er août 2027"


def test_a_time_of_day_has_two_digits_of_minutes_or_none() -> None:
    assert hour(datetime(2026, 11, 23, 14, 5, tzinfo=UTC)) == "14\u00a0h\u00a005"
    assert hour(datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) == "9\u00a0h"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "—"),
        (-3, "—"),
        (0.3, "moins d’une minute"),
        (0.5, "1\u00a0min"),
        (45.4, "45\u00a0min"),
        (59.6, "1\u00a0h"),
        (72.3, "1\u00a0h\u00a012"),
        (125, "2\u00a0h\u00a005"),
    ],
)
def test_a_duration_is_said_in_hours_and_minutes(minutes: float, words: str) -> None:
    assert duration(minutes) == words


def test_zero_and_one_are_singular() -> None:
    assert [counted(number, "échange") for number in (0, 1, 2)] == [
        "0\u00a0échange",
        "1\u00a0échange",
        "2\u00a0échanges",
    ]


def test_what_a_disk_refuses_is_said_in_french_whatever_the_system_speaks() -> None:
    assert why_refused(OSError(errno.ENOSPC, "No space left on device")) == "il n’y a plus de place sur le disque"
    assert why_refused(PermissionError(errno.EACCES, "Permission denied")) == "l’accès est refusé"
    assert why_refused(OSError("of another kind")) == "le disque ne répond pas"

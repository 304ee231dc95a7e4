"""What the tests of the remote share."""

from collections.abc import Iterator

import pytest
from served import PAGE, Laptop


@pytest.fixture
def laptop() -> Iterator[Laptop]:
    served = Laptop()
    served.remote.show(PAGE)
    yield served
    served.remote.stop()

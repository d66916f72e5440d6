"""What holds for every test of the workspace: no session outlives its test."""

from collections.abc import Iterator

import pytest

from tests.helpers.sessions import closing_sessions


@pytest.fixture(autouse=True)
def sessions_end_with_the_test() -> Iterator[None]:
    with closing_sessions():
        yield

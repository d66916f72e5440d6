"""A person at the program for every journey."""

import pytest

from tests.helpers.hands import Hands
from tests.helpers.program import Program


@pytest.fixture
def hands(app: Program) -> Hands:
    """Somebody who just started the program."""
    return Hands(app, app.window)


@pytest.fixture
def at_example(hands: Hands) -> Hands:
    """The same person, who opened the example."""
    hands.choose_button("Voorbeeld openen")
    return hands

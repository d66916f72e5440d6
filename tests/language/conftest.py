"""The real dictionary, loaded once: it is only asked."""

import pytest

from riec_desktop.language.dictionary import Dictionary, dictionary_folder


@pytest.fixture(scope="session")
def dutch() -> Dictionary:
    return Dictionary(dictionary_folder())

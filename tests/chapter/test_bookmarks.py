"""Names of bookmarks, within the limits of Word."""

import re

from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.chapter.bookmarks import bookmark


def test_an_ordinary_id_can_be_read_in_the_name() -> None:
    assert bookmark("p", "verslag-2023") == "p_verslag_2023"
    assert bookmark("tr12", "00000000-0000-4000-8000-000000000001") == bookmark(
        "tr12", "00000000-0000-4000-8000-000000000001"
    )


@given(st.text(max_size=80))
def test_any_id_gives_a_name_that_word_accepts(record_id: str) -> None:
    assert re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", bookmark("tr12", record_id))


@given(st.text("aA-_é", max_size=4), st.text("aA-_é", max_size=4))
def test_different_ids_have_names_that_differ_in_more_than_capitals(one: str, other: str) -> None:
    same = bookmark("p", one).casefold() == bookmark("p", other).casefold()
    assert same == (one == other)

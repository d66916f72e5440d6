"""Two texts with the words that differ marked."""

from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.workspace.marked import Mark, Stretch, marked

TEXTS = st.text(st.sampled_from("ab é.\n "), max_size=30)


@given(TEXTS, TEXTS)
def test_the_marks_spell_both_texts(old: str, new: str) -> None:
    found = marked(old, new)
    assert "".join(one.text for one in found if one.mark is not Mark.ADDED) == old
    assert "".join(one.text for one in found if one.mark is not Mark.GONE) == new


def test_whole_words_are_marked() -> None:
    assert marked("Drie trainingen gegeven.", "Vier trainingen gegeven.") == (
        Stretch("Drie", Mark.GONE),
        Stretch("Vier", Mark.ADDED),
        Stretch(" trainingen gegeven.", Mark.SAME),
    )


def test_the_same_text_has_no_marks() -> None:
    assert marked("gelijk", "gelijk") == (Stretch("gelijk", Mark.SAME),)
    assert marked("", "") == ()


def test_a_very_long_text_is_compared_by_line() -> None:
    old = "\n".join(f"regel {number}" for number in range(5_000))
    new = old.replace("regel 2500\n", "regel 2500 en meer\n")
    changed = [one.text for one in marked(old, new) if one.mark is not Mark.SAME]
    assert changed == ["regel 2500\n", "regel 2500 en meer\n"]

"""The canonical spelling of rich text: what is written is read back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.markdown import canonical, from_plain, parse, write
from riec_desktop.dossier.richtext import (
    BlockKind,
    LinkedNumber,
    Measure,
    RichBlock,
    Run,
    normal_blocks,
    plain_text,
    word_count,
)

NASTY = st.text(alphabet="ab *_[](){}&#;\\-+1.)>`!<cijfer:=\u00a0\u2003e\u0301\u20ac\n\t\U0001f600\u200f/x2", max_size=12)
NUMBERS = st.builds(
    LinkedNumber,
    st.sampled_from(["signalen", "0b2c1d3e-aaaa-4bbb-8ccc-123456789abc"]),
    st.none() | st.integers(1000, 9999),
    st.none() | st.just("riec-limburg"),
    st.sampled_from(Measure),
)
HREFS = st.sampled_from(["", "", "", "https://www.riec.nl", "http://a.nl/x_y*z?q=1&copy;2(3)[4]", "javascript:x", "mailto:a"])
RUNS = st.builds(Run, NASTY | st.text(max_size=8), st.booleans(), st.booleans(), HREFS, st.none() | NUMBERS)
BLOCKS = st.lists(
    st.builds(RichBlock, st.sampled_from(BlockKind), st.lists(RUNS, max_size=6).map(tuple), st.integers(-1, 4)), max_size=6
)


@given(BLOCKS)
def test_every_text_is_read_back_as_it_was_written(blocks: list[RichBlock]) -> None:
    assert parse(write(blocks)) == normal_blocks(blocks)


@given(NASTY | st.text())
def test_the_canonical_spelling_of_any_text_stays_the_same(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(BLOCKS)
def test_the_normal_form_of_a_normal_form_is_itself(blocks: list[RichBlock]) -> None:
    assert normal_blocks(normal_blocks(blocks)) == normal_blocks(blocks)

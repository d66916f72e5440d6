"""The canonical spelling of rich text: what is written is read back as it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.linked import LinkedNumber, Measure
from riec_desktop.dossier.markdown import canonical, from_plain, parse, write
from riec_desktop.dossier.richtext import (
    BlockKind,
    CrossReference,
    Part,
    RichBlock,
    Run,
    cross_references,
    linked_numbers,
    normal_blocks,
    numbered,
    plain_text,
    word_count,
)
from riec_desktop.dossier.text import clean

NASTY = st.text(
    alphabet="ab *_[](){}&#;\\-+1.)>`!<cijfer:=\u00a0\u2003e\u0301\u20ac\n\t\U0001f600\u200f/x2", max_size=12
)
NUMBERS = st.builds(
    CrossReference, st.sampled_from(Part), st.sampled_from(["a", "0b2c1d3e"]), st.booleans()
) | st.builds(
    LinkedNumber,
    st.sampled_from(["signalen", "0b2c1d3e-aaaa-4bbb-8ccc-123456789abc"]),
    st.none() | st.integers(1000, 9999),
    st.none() | st.just("riec-limburg"),
    st.sampled_from(Measure),
)
HREFS = st.sampled_from(
    ["", "", "", "https://www.riec.nl", "http://a.nl/x_y*z?q=1&copy;2(3)[4]", "javascript:x", "mailto:a"]
)
RUNS = st.builds(Run, NASTY | st.text(max_size=8), st.booleans(), st.booleans(), HREFS, st.none() | NUMBERS)
BLOCKS = st.lists(
    st.builds(RichBlock, st.sampled_from(BlockKind), st.lists(RUNS, max_size=6).map(tuple), st.integers(-1, 4)),
    max_size=6,
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


@given(NASTY | st.text())
def test_bare_text_stays_the_text_it_is(text: str) -> None:
    shown = plain_text(parse(from_plain(text)), lambda _: "")
    assert all(block.kind is BlockKind.PARAGRAPH for block in parse(from_plain(text)))
    assert "".join(shown.split()) == "".join(clean(text).split())


def test_bold_italic_links_and_linked_numbers_are_read() -> None:
    text = "Gewoon **vet** en _schuin_, zie [de site](https://www.riec.nl): {cijfer:scans;jaar=2022;waarde=doel}."
    (block,) = parse(text)
    assert block.runs == (
        Run("Gewoon "),
        Run("vet", bold=True),
        Run(" en "),
        Run("schuin", italic=True),
        Run(", zie "),
        Run("de site", href="https://www.riec.nl"),
        Run(": "),
        Run(linked=LinkedNumber("scans", 2022, None, Measure.TARGET)),
        Run("."),
    )
    assert write((block,)) == text


def test_lists_nest_three_deep_and_count_per_level() -> None:
    text = "Vooraf\n\n- een\n    1. a\n    2. b\n        - diep\n- twee\n\nNa"
    assert canonical(text) == text
    assert [(block.kind.value, block.level, count) for block, count in numbered(parse(text))] == [
        ("paragraph", 0, 0),
        ("bullet", 0, 0),
        ("number", 1, 1),
        ("number", 1, 2),
        ("bullet", 2, 0),
        ("bullet", 0, 0),
        ("paragraph", 0, 0),
    ]


def test_deeper_lists_are_lifted_to_the_third_level() -> None:
    assert canonical("- a\n  - b\n    - c\n      - d") == "- a\n    - b\n        - c\n        - d"


def test_a_list_begins_again_after_a_paragraph() -> None:
    assert canonical("1. a\n2. b\n\ntussen\n\n3. c") == "1. a\n2. b\n\ntussen\n\n1. c"


def test_a_year_at_the_start_of_a_wrapped_line_is_no_list() -> None:
    assert canonical("Dat was in\n2022. Daarna niet.") == "Dat was in 2022. Daarna niet."


def test_the_same_look_opened_twice_ends_with_the_outer_one() -> None:
    assert parse("**a **b** c**") == parse("**a b c**")


def test_markup_that_is_not_ours_is_text() -> None:
    for text in ("# kop", "> citaat", "`code`", "<b>x</b>", "~~weg~~", "| a | b |", "***", "---"):
        assert plain_text(parse(text), lambda _: "") == text


def test_only_web_addresses_become_links() -> None:
    assert parse("[x](javascript:alert)") == parse("\\[x\\](javascript:alert)")
    assert parse("[x](mailto:a@b.nl)") == (RichBlock(BlockKind.PARAGRAPH, (Run("x"),)),)
    assert write((RichBlock(BlockKind.PARAGRAPH, (Run("x", href="https://a.nl/een twee;(3)"),)),)) == (
        "[x](https://a.nl/een%20twee%3B%283%29)"
    )


def test_a_linked_number_counts_as_one_word() -> None:
    assert word_count(parse("Er waren {cijfer:scans} scans.\n\n- nog **een**")) == 6


def test_linked_numbers_are_found_in_reading_order() -> None:
    text = "{cijfer:b} en {cijfer:a;organisatie=riec-limburg}\n\n- {cijfer:c}"
    assert [one.token() for one in linked_numbers(parse(text))] == [
        "{cijfer:b}",
        "{cijfer:a;organisatie=riec-limburg}",
        "{cijfer:c}",
    ]


def test_a_broken_token_is_text() -> None:
    for text in ("{cijfer:}", "{cijfer:a b}", "{cijfer:a;jaar=22}", "{cijfer:a", "{cijfer:a;waarde=x}"):
        assert plain_text(parse(text), lambda _: "?") == text


def test_hostile_lengths_are_read_in_bounded_time() -> None:
    for text in ("[" * 20_000, "*a_" * 10_000, "- " * 20_000, "[a](http://x " * 3_000, "{cijfer:" * 5_000):
        assert canonical(canonical(text)) == canonical(text)


def test_a_reference_is_a_run_and_keeps_its_spelling() -> None:
    source = "Zie {zie:cijfers;verslag-1} op {zie:cijfers;verslag-1;bladzijde} en **{zie:doel;d2}**."
    table = CrossReference(Part.FIGURES, "verslag-1")
    assert [run.linked for run in parse(source)[0].runs if run.linked] == [
        table,
        replace(table, page=True),
        CrossReference(Part.GOAL, "d2"),
    ]
    assert canonical(source) == source


@pytest.mark.parametrize("source", ["{zie:}", "{zie:tabel;x}", "{zie:doel}", "{zie:doel;x;blad}", "{zie:doel;x y}"])
def test_what_is_no_reference_is_text(source: str) -> None:
    (block,) = parse(source)
    assert [run.linked for run in block.runs] == [None]
    assert block.runs[0].text == source


def test_references_and_linked_numbers_are_told_apart() -> None:
    blocks = parse("{cijfer:a} en {zie:doel;b}")
    assert [one.token() for one in linked_numbers(blocks)] == ["{cijfer:a}"]
    assert [one.record_id for one in cross_references(blocks)] == ["b"]

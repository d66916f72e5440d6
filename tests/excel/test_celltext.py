"""Text in a cell: clean, never too long, and written in pieces where the library would read markup."""

import pytest
from hypothesis import given

from riec_desktop.dossier.text import clean
from riec_desktop.excel.celltext import cell_pieces, cell_text, units
from riec_desktop.sheets import MOST_CHARACTERS
from tests.helpers.strategies import raw_texts


@given(raw_texts())
def test_short_text_is_only_cleaned_and_its_pieces_make_it_whole(text: str) -> None:
    assert cell_text(text) == clean(text).strip()
    assert "".join(cell_pieces(text)) == clean(text).strip()


def test_text_that_just_fits_is_kept() -> None:
    assert cell_text("a" * MOST_CHARACTERS) == "a" * MOST_CHARACTERS


def test_text_that_is_too_long_is_cut_with_a_visible_mark() -> None:
    cut = cell_text("a" * 40_000)
    assert cut.endswith("aaa … [ingekort: 40.000 tekens]")
    assert units(cut) == MOST_CHARACTERS


@pytest.mark.parametrize("before", ["", "a"])
def test_a_character_beyond_the_basic_plane_counts_for_two_and_is_never_halved(before: str) -> None:
    cut = cell_text(before + "👩" * 20_000)
    assert units(cut) in (MOST_CHARACTERS, MOST_CHARACTERS - 1)
    assert cut.encode()
    assert "👩 … [ingekort: 20.00" in cut


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", ()),
        ("<r>", ("<r>",)),
        ("a _x0041_", ("a _x0041_",)),
        ("<r><t>a</t></r>", ("<", "r", "><t>a</t></r>")),
        ("_x0041_x0042_", ("_", "x0041_", "x0042_")),
        ("<r>_x0041_x0042_</r>", ("<", "r", ">_", "x0041_", "x0042_</r>")),
    ],
)
def test_only_what_the_library_would_misread_is_split(text: str, pieces: tuple[str, ...]) -> None:
    assert cell_pieces(text) == pieces

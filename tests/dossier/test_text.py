"""How text is kept: composed, without control characters, in the form of its kind."""

import unicodedata
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.fields import Kind, Value
from riec_desktop.dossier.normal import normalise
from riec_desktop.dossier.text import clean, clean_line, clean_text
from tests.helpers.strategies import raw_texts


@given(raw_texts())
def test_kept_text_is_composed_and_fits_in_xml(text: str) -> None:
    kept = clean(text)
    assert unicodedata.is_normalized("NFC", kept)
    assert clean(kept) == kept
    element = ET.Element("x")
    element.text = kept
    assert ET.fromstring(ET.tostring(element)).text == (kept or None)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))))
def test_ordinary_text_is_only_composed(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_line_ends_of_every_kind_become_one() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\vf\fg") == "a\nb\nc\nd\ne\nf\ng"
    assert clean_line("  a\r\n b\tc ") == "a  b c"
    assert clean_text(" a  \n\n b \n") == "a\n\n b"


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (Kind.RICH, "* a\n* b", "- a\n- b"),
        (Kind.TEXT, "a\r\nb ", "a\nb"),
        (Kind.LINE, " a\nb ", "a b"),
        (Kind.LINES, (" a ", "", "b"), ("a", "b")),
        (Kind.DECIMAL, Decimal("1.50"), Decimal("1.5")),
        (Kind.DECIMAL, Decimal("-0"), Decimal(0)),
        (Kind.INTEGER, 3, 3),
        (Kind.DATE, None, None),
    ],
)
def test_each_kind_has_its_kept_form(kind: Kind, value: Value, kept: Value) -> None:
    found = normalise(kind, value)
    assert found == kept
    assert str(found) == str(kept)


def test_a_round_number_is_kept_in_full() -> None:
    assert str(normalise(Kind.DECIMAL, Decimal(1000))) == "1000"


def test_a_long_decimal_keeps_every_digit() -> None:
    assert str(normalise(Kind.DECIMAL, Decimal("1." + "1" * 40 + "00"))) == "1." + "1" * 40

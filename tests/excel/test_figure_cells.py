"""Cells of foreign tables: numbers in every notation, reasons, and never an accidental 0."""

from datetime import date
from decimal import Decimal

import pytest

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.excel.celltext import Look
from riec_desktop.excel.figure_cells import CellValue, read_number, read_other
from riec_desktop.excel.reading.cells import ReadCell


def typed(text: str) -> ReadCell:
    return ReadCell((Look(text),))


def number(cell: ReadCell | str, *, in_percents: bool = False, decimals: int = 0) -> CellValue:
    found = typed(cell) if isinstance(cell, str) else cell
    return read_number(found, "actual", in_percents=in_percents, decimals=decimals)


@pytest.mark.parametrize(
    ("text", "value", "sure"),
    [
        ("12,5", "12.5", True),
        ("0", "0", True),
        ("-3", "-3", True),
        ("1.234,5", "1234.5", True),
        ("12.5", "12.5", False),
        ("1.234", "1234", False),
        ("±40", "40", False),
        ("ca. 40", "40", False),
        ("40%", "40", False),
        ("40 trainingen", "40", False),
    ],
)
def test_a_number_as_people_type_it(text: str, value: str, sure: bool) -> None:
    found = number(text)
    assert (found.field, found.value, found.understood) == ("actual", Decimal(value), True)
    assert (found.doubts == ()) is sure


@pytest.mark.parametrize("text", ["n.v.t.", "nvt", "-", "–", "—", "x", "...", "n/a", "niet van toepassing", "geen"])
def test_what_stands_where_there_is_no_number_is_no_zero(text: str) -> None:
    found = number(text)
    assert (found.value, found.understood, found.nothing) == (None, False, True)
    assert text in found.doubts[0]


@pytest.mark.parametrize(
    ("text", "reason", "sure"),
    [
        ("onbekend", MissingReason.UNKNOWN, True),
        ("vertrouwelijk", MissingReason.CONFIDENTIAL, True),
        ("niet geleverd", MissingReason.NOT_DELIVERED, True),
        ("n.b.", MissingReason.UNKNOWN, False),
        ("?", MissingReason.UNKNOWN, False),
        ("Niet aangeleverd", MissingReason.NOT_DELIVERED, False),
        ("<5", MissingReason.CONFIDENTIAL, False),
        ("minder dan 5", MissingReason.CONFIDENTIAL, False),
    ],
)
def test_a_reason_where_a_number_could_be(text: str, reason: MissingReason, sure: bool) -> None:
    found = number(text)
    assert (found.field, found.value) == ("missing", reason)
    assert (found.doubts == ()) is sure


@pytest.mark.parametrize("text", ["10-15", "tien", "zie blad 2", "3 tot 5", "1,2,3"])
def test_what_is_no_number_is_not_understood(text: str) -> None:
    found = number(text)
    assert (found.value, found.understood, found.nothing) == (None, False, False)
    assert "geen getal" in found.doubts[0]


def test_a_day_an_error_and_a_yes_are_no_numbers() -> None:
    for cell in (ReadCell(date(2024, 4, 3)), ReadCell((Look("#DEEL/0!"),), error=True), ReadCell(value=True)):
        assert not number(cell).understood
        assert number(cell).value is None


def test_a_percentage_is_no_doubt_where_the_unit_is_one() -> None:
    cell = ReadCell(Decimal("0.4"), percent=True)
    assert number(cell).value == Decimal(40)
    assert number(cell).doubts
    assert number(cell, in_percents=True).doubts == ()
    assert number("40%", in_percents=True).doubts == ()


def test_a_formula_gives_its_outcome_without_a_doubt() -> None:
    assert number(ReadCell(Decimal(12), formula=True)).doubts == ()


def test_the_noise_of_arithmetic_goes_and_endless_decimals_are_rounded_aloud() -> None:
    noise = number(ReadCell(Decimal("0.30000000000000004")))
    assert (noise.value, noise.doubts) == (Decimal("0.3"), ())
    endless = number(ReadCell(Decimal("12.333333333333334")))
    assert endless.value == Decimal("12.33")
    assert "afgerond op 12,33" in endless.doubts[0]


def other(text: str, field: str, head: str = "") -> CellValue:
    return read_other(typed(text), field, head, Dossier())


@pytest.mark.parametrize(
    ("text", "head", "provisional"),
    [
        ("voorlopig", "Status", True),
        ("Definitief", "Status", False),
        ("vastgesteld in mei", "Status", False),
        ("ja", "Voorlopig", True),
        ("ja", "Definitief", False),
        ("nee", "Definitief?", True),
        ("ja", "Voorlopig of definitief", True),
    ],
)
def test_provisional_or_final_in_words_or_as_yes_and_no(text: str, head: str, provisional: bool) -> None:
    assert other(text, "provisional", head).value is provisional


def test_a_day_as_typed_and_as_the_number_that_excel_keeps() -> None:
    assert other("31-12-2023", "reference_date").value == date(2023, 12, 31)
    counted = read_other(ReadCell(Decimal(45291)), "reference_date", "", Dossier())
    assert counted.value == date(2023, 12, 31)
    assert "45291" in counted.doubts[0]
    assert not other("ooit", "reference_date").understood


def test_a_reason_and_a_note() -> None:
    assert other("niet geleverd", "missing").value is MissingReason.NOT_DELIVERED
    assert other("Zie <bijlage>\nen meer", "note").value == "Zie <bijlage>\nen meer"

"""Tables as text: encodings and separators as Excel saves them."""

import pytest

from riec_desktop.excel.reading.cells import Refusal, shown
from riec_desktop.excel.reading.tables import read_table


def rows(data: bytes) -> list[list[str]]:
    (sheet,) = read_table(data, "blad").sheets
    return [[shown(cell) for cell in row.values()] for row in sheet.rows.values()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_table_is_read_in_each_spelling(encoding: str, separator: str) -> None:
    text = f'Café{separator}Doel{separator}x\r\n"één{separator}\ntwee"{separator}1.234{separator}y\r\n'
    assert rows(text.encode(encoding)) == [
        ["Café", "Doel", "x"],
        [f"één{' ' if separator == chr(9) else separator}\ntwee", "1.234", "y"],
    ]


def test_the_line_of_excel_itself_names_the_separator() -> None:
    assert rows(b"sep=,\na,b;c;d\n")[-1] == ["a", "b;c;d"]


def test_what_looks_like_a_formula_is_text_and_told() -> None:
    read = read_table(b"a;b\n=1+1;2\n", "blad")
    assert [one.code for one in read.oddities] == ["like_formula"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "workbook.empty"),
        (b"a;\0", "workbook.other_file"),
        (b"a" * 1_000_001, "workbook.too_large"),
        (b";" * 200_001, "workbook.too_large"),
    ],
    ids=["empty", "nul", "long", "wide"],
)
def test_what_is_no_table_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_table(data, "blad")
    assert caught.value.code == code

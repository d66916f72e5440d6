"""What goes to the clipboard, and what a spreadsheet makes of it."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData

from riec_desktop.dossier.fields import Value
from riec_desktop.ui.widgets.mime import qt_mime
from riec_desktop.ui.widgets.table_clipboard import CopiedCell, cells_of, mime_of, safe_text, table_html

DANGEROUS = ("=1+1", "+31 6", "-een punt", "@som", " =1+1", "\uff1d1+1", "- een punt")
TEXT_CELL = re.compile(r"""<td style='mso-number-format:"\\@"' sdnum="1033;0;@">([^<]*)</td>""")


def plain(text: str) -> QMimeData:
    mime = qt_mime()
    mime.setText(text)
    return mime


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_a_spreadsheet_would_compute_stays_text(text: str) -> None:
    mime = mime_of([[CopiedCell(text=text, value=text)]])
    assert mime.text() == f"'{text}"
    assert TEXT_CELL.search(mime.html())


@pytest.mark.parametrize("text", ["", "gewoon", "-3", "-1.234,5", "+12", "3-3-2023"])
def test_other_text_and_negative_numbers_are_copied_as_they_are(text: str) -> None:
    assert safe_text(CopiedCell(text=text)) == text


@pytest.mark.parametrize(
    ("value", "text", "said"),
    [
        (Decimal("-1234.5"), "-1.234,5", '<td x:num="-1234.5" sdval="-1234.5" sdnum="1033;">-1.234,5</td>'),
        (2023, "2023", '<td x:num="2023" sdval="2023" sdnum="1033;">2023</td>'),
        (date(2023, 3, 31), "31-3-2023", '<td x:num="45016" sdval="45016" style='),
        (datetime(2023, 3, 31, tzinfo=UTC), "31-3-2023 0:00", "<td style='mso-number-format:\"\\@\"'"),
        (True, "ja", "<td style='mso-number-format:\"\\@\"'"),
        ("a < b\nc", "a < b\nc", '>a &lt; b<br style="mso-data-placement:same-cell">c</td>'),
    ],
)
def test_a_cell_says_what_it_is_in_any_language(value: Value, text: str, said: str) -> None:
    assert said in table_html([[CopiedCell(text=text, value=value)]])


def test_our_own_tables_get_every_cell_as_it_was() -> None:
    cells = [
        [CopiedCell(text=text) for text in DANGEROUS],
        [CopiedCell(text=text) for text in ("'=x", 'zegt "ja"\nen\tnee')],
    ]
    assert cells_of(mime_of(cells)) == [[cell.text for cell in row] for row in cells]


def test_an_apostrophe_that_keeps_a_cell_text_is_not_pasted() -> None:
    assert cells_of(plain("'=1+1\t'- een punt\t's avonds\t'quote'\n")) == [
        ["=1+1", "- een punt", "'s avonds", "'quote'"]
    ]


def test_lines_and_quotes_in_cells_of_a_spreadsheet_stay_in_their_cell() -> None:
    assert cells_of(plain('"twee\nregels"\t"zegt ""ja"""\r\nb\tc\r\n')) == [["twee\nregels", 'zegt "ja"'], ["b", "c"]]

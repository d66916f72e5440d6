"""How long eighty forms take to be read and compared, beside openpyxl that only reads their values.

Our time is that of the use case: a child process that starts, scans and reads every file, and the comparison with what
was sent and what stands in the dossier now. Not part of the tests: run with `python -m pytest tests/benchmarks`.
"""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any, cast

import pytest

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.views import reports, year_of
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.forms import read_forms
from tests.helpers.forms import DOSSIER_ID, Filled, edited, made, order
from tests.helpers.scaled import scaled

FORMS = 80
MOST = 1.5
"""Times openpyxl."""


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, list[Path]]:
    """A dossier of eighty portfolios and the form of each, with an answer changed."""
    folder = tmp_path_factory.mktemp("terug")
    dossier = scaled(example_dossier(), 10)
    year = year_of(dossier, 2023)
    assert year is not None
    assert len(reports(dossier, year)) == FORMS
    paths: list[Path] = []
    known = dossier
    for place in range(FORMS):
        form = made(dossier, order(dossier, 2023, place), f"formulier-{place}")
        known = applied(known, form.changes)
        paths.append(folder / f"{place}.xlsx")
        paths[-1].write_bytes(edited(form.workbook, _answered))
    return known, paths


def _answered(filled: Filled) -> None:
    filled.put(filled.book.sheetnames[1], "Context", text="Anders.")


def openpyxl_values(paths: Sequence[Path]) -> int:
    """Every value of every cell, as plain openpyxl reads them."""
    library = cast("Any", import_module("openpyxl"))
    count = 0
    for path in paths:
        book = library.load_workbook(path, data_only=True)
        count += sum(1 for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for _ in row)
    return count


def test_eighty_forms_are_read_and_compared(returned: tuple[Dossier, list[Path]]) -> None:
    dossier, paths = returned
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(3):
        begin = perf_counter()
        received = read_forms(dossier, paths, DOSSIER_ID)
        middle = perf_counter()
        assert openpyxl_values(paths) > 0
        ours.append(middle - begin)
        theirs.append(perf_counter() - middle)
        assert len(received.incoming) == FORMS
        assert all(any(one.theirs == "Anders." for one in form.proposals) for form in received.incoming)
    assert min(ours) <= MOST * min(theirs)

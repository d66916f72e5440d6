"""How far the estimate of pages is off on the example; with `-s` it shows each entry. Needs an office program."""

import sys

import pytest

from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier.choices import Layout
from riec_desktop.workspace.content import example_dossier
from tests.helpers.offices import real_office
from tests.helpers.page_errors import all_parts, page_errors

CHOICES = {
    "as it comes, portrait": ChapterOptions(layout=Layout.PORTRAIT),
    "as it comes, landscape": ChapterOptions(layout=Layout.LANDSCAPE),
    "everything, portrait": all_parts(Layout.PORTRAIT),
    "everything, landscape": all_parts(Layout.LANDSCAPE),
}


@pytest.mark.parametrize("year", [2021, 2022, 2023])
@pytest.mark.parametrize("name", CHOICES)
def test_the_estimate_is_off_by_a_few_pages_at_most(year: int, name: str) -> None:
    found = page_errors(example_dossier(), year, CHOICES[name], real_office())
    told = f"{found.right} of {len(found.errors)} right, mean {found.mean:.2f}, worst {found.worst}"
    sys.stdout.write(f"\n{year} {name}: {found.pages} pages, {told}: {[*found.errors.values()]}\n")
    assert found.worst <= 3

"""Documents as jobs: what they tell while they run, how they stop, and that they are the same each time."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import PortfolioReport, ReportYear
from riec_desktop.errors import Cancelled, RiecError
from riec_desktop.files import REAL, replace_file
from riec_desktop.messages import sentence
from riec_desktop.office import Office, bookmark_pages, page_count
from riec_desktop.workspace import documents
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.documents import (
    ExcelRequest,
    Made,
    WordRequest,
    default_name,
    findings,
    make_excel,
    make_word,
    newest_year,
    preview,
    version_text,
)
from riec_desktop.workspace.progress import Cancel, Progress, never, no_progress
from tests.helpers.offices import CONVERTS, NEEDS_SHEBANG, real_office, stand_in
from tests.helpers.word import part_names, part_text

TODAY = date(2026, 11, 24)
Make = Callable[[Path, Progress, Cancel], Path]


def word(target: Path, progress: Progress, cancel: Cancel) -> Path:
    request = WordRequest(year=2023, options=ChapterOptions(), target=target)
    return make_word(example_dossier(), request, TODAY, progress, cancel).path


def excel(target: Path, progress: Progress, cancel: Cancel) -> Path:
    return make_excel(example_dossier(), ExcelRequest(year=2023, target=target), TODAY, progress, cancel)


BOTH = pytest.mark.parametrize("make", [word, excel])


@BOTH
def test_progress_goes_up_to_the_end_and_says_what_is_done(make: Make, tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    make(tmp_path / "document", lambda done, what: told.append((done, what)), never)
    parts = [done for done, _ in told]
    assert (parts[0], parts[-1]) == (0.0, 1.0)
    assert parts == sorted(parts)
    assert all(what for _, what in told)


@BOTH
@pytest.mark.parametrize("steps", range(3))
def test_a_job_that_is_stopped_leaves_the_file_as_it_was(make: Make, tmp_path: Path, steps: int) -> None:
    target = tmp_path / "document"
    target.write_text("oud", encoding="utf-8")
    asked = iter([False] * steps)
    with pytest.raises(Cancelled):
        make(target, no_progress, lambda: next(asked, True))
    assert target.read_text(encoding="utf-8") == "oud"


@BOTH
def test_the_same_dossier_gives_the_same_bytes(make: Make, tmp_path: Path) -> None:
    first, second = (make(tmp_path / name, no_progress, never).read_bytes() for name in ("een", "twee"))
    assert first == second


def test_a_year_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(RiecError) as caught:
        findings(example_dossier(), 1999)
    assert caught.value.values == {"year": 1999, "known": "2023, 2022, 2021"}


def test_a_dossier_without_a_year_with_a_number_has_no_newest() -> None:
    with pytest.raises(RiecError) as caught:
        newest_year(dossier_of([ReportYear(id="jaar")]))
    assert caught.value.code == "year.none"


def test_the_preview_is_the_chapter_as_html() -> None:
    html = preview(example_dossier(), 2023, ChapterOptions(), TODAY)
    assert "Versterking RIEC-LIEC-bestel" in html


def unplaced() -> Dossier:
    dossier = example_dossier()
    report = dossier.all(PortfolioReport)[0]
    return dossier_of([*dossier.records(), replace(report, goal_id=None)])


def test_open_findings_stand_in_a_draft_when_that_is_asked() -> None:
    dossier = unplaced()
    year = dossier.get(ReportYear, dossier.all(PortfolioReport)[0].year_id)
    assert year is not None
    assert year.year is not None
    told = findings(dossier, year.year)[0].sentence
    shown = preview(dossier, year.year, ChapterOptions(findings_shown=True), TODAY)
    assert told in shown
    assert told not in preview(dossier, year.year, ChapterOptions(), TODAY)


def test_documents_have_names_that_say_what_they_are() -> None:
    dossier = example_dossier()
    assert default_name(dossier, 2023, "word") == "Jaarverslag 2023 hoofdstuk 3.4 concept.docx"
    assert default_name(dossier, 2023, "word", State.FINAL) == "Jaarverslag 2023 hoofdstuk 3.4 definitief.docx"
    assert default_name(dossier, 2023, "excel") == "Jaarverslag 2023 overzicht.xlsx"


def test_a_chapter_number_that_no_file_name_can_have_is_left_out_of_it() -> None:
    odd = dossier_of([ReportYear(id="jaar", year=2023, number='3/4: "<x>"')])
    assert default_name(odd, 2023, "word") == "Jaarverslag 2023 hoofdstuk 3 4 x concept.docx"
    bare = dossier_of([ReportYear(id="jaar", year=2023, number="")])
    assert default_name(bare, 2023, "word") == "Jaarverslag 2023 hoofdstuk concept.docx"


# --- An office program ------------------------------------------------------------------------------------------------


def counted_pages(document: Path) -> dict[str, int]:
    """The page of each bookmark in the contents of a document."""
    text = part_text(document.read_bytes())
    found = re.findall(r"PAGEREF (\S+) .*?<w:t[^>]*>(\d+)</w:t>", text)
    return {name: int(page) for name, page in found}


def test_the_contents_has_the_pages_of_the_pdf_that_comes_with_it(tmp_path: Path) -> None:
    request = WordRequest(year=2023, options=ChapterOptions(), target=tmp_path / "h.docx", pdf=True)
    made = make_word(example_dossier(), request, TODAY, no_progress, never, office=real_office())
    assert made == Made(path=tmp_path / "h.docx", pdf=tmp_path / "h.pdf")
    listed, data = counted_pages(made.path), (tmp_path / "h.pdf").read_bytes()
    found = bookmark_pages(data)
    assert len(listed) > 10
    assert listed == {name: found[name] for name in listed}
    footers = [part_text(made.path.read_bytes(), one) for one in part_names(made.path.read_bytes()) if "footer" in one]
    assert f">{page_count(data)}</w:t>" in footers[0]


# --- A file that another program holds --------------------------------------------------------------------------------


def held(monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    """Files with this suffix are open in another program, as on Windows: nothing can be put in their place."""

    def replace_unless_held(source: Path, target: Path) -> None:
        if target.suffix == suffix:
            raise PermissionError(13, "in use", str(target))
        source.replace(target)

    def wait_not(_seconds: float) -> None:
        """Nobody waits in a test."""

    system = replace(REAL, replace=replace_unless_held, wait=wait_not)
    monkeypatch.setattr(documents, "replace_file", partial(replace_file, fs=system))


@BOTH
def test_a_document_that_is_open_elsewhere_stays_as_it_was(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "document.doc"
    target.write_text("oud", encoding="utf-8")
    held(monkeypatch, ".doc")
    with pytest.raises(RiecError) as caught:
        make(target, no_progress, never)
    assert sentence(caught.value).startswith("Het bestand document.doc is geopend in een ander programma.")
    assert [one.read_text(encoding="utf-8") for one in tmp_path.iterdir() if one.is_file()] == ["oud"]


@NEEDS_SHEBANG
def test_a_pdf_that_is_open_elsewhere_stays_as_it_was_beside_the_new_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "h.pdf").write_text("oud", encoding="utf-8")
    held(monkeypatch, ".pdf")
    office = Office(programs=(stand_in(tmp_path, CONVERTS),))
    request = WordRequest(year=2023, options=ChapterOptions(), target=folder / "h.docx", exact_pages=False, pdf=True)
    with pytest.raises(RiecError) as caught:
        make_word(example_dossier(), request, TODAY, no_progress, never, office=office)
    assert sentence(caught.value).startswith("Het bestand h.pdf is geopend in een ander programma.")
    assert (folder / "h.pdf").read_text(encoding="utf-8") == "oud"
    assert sorted(one.name for one in folder.iterdir()) == ["h.docx", "h.pdf"]


def test_the_header_of_a_draft_names_the_version_of_the_dossier(tmp_path: Path) -> None:
    request = WordRequest(year=2023, options=ChapterOptions(), version=version_text(3), target=tmp_path / "h.docx")
    made = make_word(example_dossier(), request, TODAY, no_progress, never)
    assert "CONCEPT, 24\u00a0november 2026, versie\u00a03<" in part_text(made.path.read_bytes(), "word/header1.xml")


def test_a_version_says_that_more_was_changed_since_and_nothing_before_the_first() -> None:
    assert version_text(3, changed=True) == "versie\u00a03 met wijzigingen"
    assert version_text(0, changed=True) == ""


def test_a_document_that_cannot_be_checked_is_made_all_the_same_and_told(tmp_path: Path) -> None:
    example = example_dossier()
    swollen = dossier_of(
        replace(one, opening="a" * 12_000_000) if isinstance(one, ReportYear) else one for one in example.records()
    )
    request = WordRequest(year=2023, options=ChapterOptions(), target=tmp_path / "h.docx", inspected=True)
    made = make_word(swollen, request, TODAY, no_progress, never)
    assert (made.path.is_file(), made.inspection) == (True, None)
    assert made.notes[-1].startswith("Het document is gemaakt, maar niet gecontroleerd. Dit Word-document is te groot")

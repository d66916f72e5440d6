"""Final documents: nothing passes the gate unseen, nothing of this computer goes along, and it is all files or none."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import ReviewState, Scope, SmallChoice, WordRuleKind
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import (
    AcceptedFinding,
    Answer,
    Comment,
    Indicator,
    IndicatorValue,
    Picture,
    PortfolioReport,
    ReportYear,
    WordRule,
)
from riec_desktop.errors import Cancelled, RiecError
from riec_desktop.excel.inspection import POINTS, inspect_workbook
from riec_desktop.files import REAL, FileSystem, digest_of
from riec_desktop.messages import sentence
from riec_desktop.word.inspection import inspect_document
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.documents import WordRequest, make_word
from riec_desktop.workspace.final import FinalMade, FinalRequest, final_files, make_final
from riec_desktop.workspace.gate import accepting, by_kind, in_the_way, look, still_to_agree
from riec_desktop.workspace.progress import never, no_progress
from riec_desktop.workspace.public import public
from riec_desktop.workspace.together import replace_together
from riec_desktop.workspace.traces import Here, pictures_with_more, traces
from tests.helpers import hostile
from tests.helpers.templates import packed
from tests.helpers.word import audit, part_text

NOW = datetime(2024, 5, 1, 12, tzinfo=UTC)
NOBODY = Here(user=hostile.PERSON, machine=hostile.MACHINE, home=hostile.HOME)
REASON = "Dit nummer staat op de openbare website."


def request(folder: Path, template: Path | None = None) -> FinalRequest:
    return FinalRequest(
        year=2023,
        options=ChapterOptions(annexes=True),
        folder=folder,
        here=NOBODY,
        dossier_id="dossier",
        version="versie 3",
        template=template,
        exact_pages=False,
    )


def made(dossier: Dossier, folder: Path, template: Path | None = None, fs: FileSystem = REAL) -> FinalMade:
    return make_final(dossier, request(folder, template), NOW, no_progress, never, fs=fs)


def telling(text: str = "Bel 06-12345678 of vraag de heer Jansen.") -> Dossier:
    example = example_dossier()
    answer = example.all(Answer)[-1]
    return dossier_of([*example.records(), replace(answer, text=f"{answer.text}\n\n{text}")])


@pytest.fixture(scope="module", name="folder")
def final_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The final documents of a hostile dossier in a hostile template."""
    folder = tmp_path_factory.mktemp("definitief")
    template = folder / "huisstijl.docx"
    template.write_bytes(hostile.template())
    made(hostile.dossier(), folder / "uit", template)
    return folder / "uit"


def file_of(folder: Path, end: str) -> Path:
    (found,) = (one for one in folder.iterdir() if one.name.endswith(end))
    return found


# --- Nothing of anybody goes along -----------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["hoofdstuk 3.4 definitief.docx", "overzicht definitief.xlsx", "controleverslag.docx"])
@pytest.mark.parametrize("trace", hostile.TRACES)
def test_no_part_of_a_final_document_has_a_trace(folder: Path, end: str, trace: str) -> None:
    wide = trace.encode("utf-16-le")
    for name, content in hostile.parts_inside(file_of(folder, end).read_bytes()).items():
        small = content.lower()
        assert trace.encode() not in small, name
        assert wide not in small, name
        assert trace not in name.lower()


def test_the_traces_are_really_in_what_was_given() -> None:
    given = b"".join(hostile.parts_inside(hostile.template()).values()).lower()
    given += "".join(map(str, hostile.dossier().records())).lower().encode()
    given += b"".join(one.content for one in hostile.dossier().all(Picture)).lower().replace(b"\0", b"")
    given += given.replace(b"\0", b"")
    assert not [trace for trace in hostile.TRACES if trace.encode() not in given and trace != "laptop-4711"]


@pytest.mark.parametrize("end", ["hoofdstuk 3.4 definitief.docx", "controleverslag.docx"])
def test_the_word_files_hold_on_every_point_of_a_final_one(folder: Path, end: str, tmp_path: Path) -> None:
    data = file_of(folder, end).read_bytes()
    found = inspect_document(data, final=True)
    assert not [one for one in found.remarks if one.code.startswith("final.")]
    assert audit(data, tmp_path) == []


def test_the_workbook_holds_on_every_point(folder: Path) -> None:
    assert inspect_workbook(file_of(folder, ".xlsx").read_bytes()) == (len(POINTS), ())


# --- The report and the file for the archive -------------------------------------------------------------------------


def test_the_report_says_what_was_checked_and_never_that_it_meets_a_law(folder: Path) -> None:
    text = part_text(file_of(folder, "controleverslag.docx").read_bytes(), "word/document.xml")
    for told in ("gecontroleerd op 70 punten", "gecontroleerd op 13 punten", "Wat een mens nog moet beoordelen"):
        assert told in text
    for never_said in ("WCAG", "voldoet"):
        assert never_said not in text


def test_what_was_accepted_stands_in_the_report_with_its_reason_and_not_in_clear(tmp_path: Path) -> None:
    dossier = telling()
    dossier = applied(dossier, accepting(look(dossier, 2023).asked, REASON, "Jan", NOW, iter("abcdef").__next__))
    made(dossier, tmp_path)
    text = part_text(file_of(tmp_path, "controleverslag.docx").read_bytes(), "word/document.xml")
    assert REASON in text
    assert "12345678" not in text
    assert "Jansen" not in text


def test_a_reason_that_tells_what_it_is_about_is_masked_in_the_report(tmp_path: Path) -> None:
    dossier = telling("Bel 06-12345678. Operatie Zilverreiger liep goed.")
    dossier = dossier_of([*dossier.records(), WordRule(id="w", kind=WordRuleKind.NAME, text="operatie Zilverreiger")])
    reason = "06-12345678 is van de heer Jansen van Operatie Zilverreiger."
    dossier = applied(dossier, accepting(look(dossier, 2023).asked, reason, "Jan", NOW, iter("abcdef").__next__))
    made(dossier, tmp_path)
    for one in ("controleverslag.docx", "metagegevens.json"):
        data = file_of(tmp_path, one).read_bytes()
        text = part_text(data, "word/document.xml") if one.endswith("docx") else data.decode()
        assert not [told for told in ("12345678", "Jansen", "Zilverreiger") if told in text]


def test_what_the_team_does_not_check_is_told_in_the_report(tmp_path: Path) -> None:
    example = example_dossier()
    off = replace(views.settings(example), checks_off=("language.passive",))
    made(dossier_of([*example.records(), off]), tmp_path)
    text = part_text(file_of(tmp_path, "controleverslag.docx").read_bytes(), "word/document.xml")
    assert "Niet gecontroleerd, want uw team kiest daar niet voor: ‘Veel zinnen met ‘worden’’ en ‘Spelling’" in text


def test_the_file_for_the_archive_has_the_checksum_of_every_document(folder: Path) -> None:
    told = json.loads(file_of(folder, "metagegevens.json").read_text(encoding="utf-8"))
    sums = {one["naam"]: one["checksum"][0]["checksumWaarde"] for one in told["bestand"]}
    assert sums == {
        one.name: digest_of(one.read_bytes()) for one in folder.iterdir() if one.suffix in (".docx", ".xlsx")
    }
    about = told["informatieobject"]
    assert about["naam"] == "Jaarverslag 2023, hoofdstuk 3.4 Versterking RIEC-LIEC-bestel"
    assert (about["taal"], about["event"][0]["eventTijd"]) == (["nl"], "2024-05-01")
    assert "versie 3" in about["omschrijving"][0]
    assert about["archiefvormer"][0]["verwijzingNaam"] == "LIEC"


def test_the_same_dossier_gives_the_same_files(tmp_path: Path) -> None:
    first, second = (
        {one.name: one.read_bytes() for one in made(example_dossier(), tmp_path / name).files} for name in "ab"
    )
    assert first == second


# --- The gate --------------------------------------------------------------------------------------------------------


def test_errors_block_privacy_asks_and_the_rest_is_advice() -> None:
    gate = look(telling("Bel 06-12345678. XXX"), 2023)
    assert [one.code for one in gate.blocking] == ["text.leftover"]
    assert [one.code for one in gate.asked] == ["privacy.phone"]
    assert in_the_way(gate) == "1 fout, en 1 punt dat een reden vraagt"
    assert [kind.title for kind, _ in by_kind(gate.asked)] == ["Telefoonnummers"]


WAITING = "Twee portefeuilles zijn nog niet akkoord: jonge aanwas en vernieuwing informatievoorziening."


def with_reviews(review: ReviewState) -> Dossier:
    """The example with another state for its portfolios of 2023."""
    example = example_dossier()
    reports = views.reports(example, next(one for one in example.all(ReportYear) if one.year == 2023))
    return dossier_of([*example.records(), *(replace(one, review=review) for one in reports)])


def test_who_did_not_agree_yet_is_advice_with_names_and_stands_in_the_report(tmp_path: Path) -> None:
    gate = look(example_dossier(), 2023)
    assert [one.field for one in gate.advice if one.code == "report.not_agreed"] == ["review", "review"]
    assert still_to_agree(example_dossier(), gate) == made(example_dossier(), tmp_path).to_agree == WAITING
    assert WAITING in part_text(file_of(tmp_path, "controleverslag.docx").read_bytes(), "word/document.xml")


def test_when_everybody_agreed_nothing_is_said_and_of_many_a_few_are_named() -> None:
    agreed, waiting = with_reviews(ReviewState.AGREED), with_reviews(ReviewState.DRAFT)
    assert still_to_agree(agreed, look(agreed, 2023)) == ""
    told = still_to_agree(waiting, look(waiting, 2023))
    assert told.startswith("Acht portefeuilles zijn nog niet akkoord: integrale informatiepositie, mensenhandel, ")


def test_what_stands_in_the_way_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(RiecError) as caught:
        made(telling(), tmp_path / "uit")
    assert "2 punten die een reden vragen" in sentence(caught.value)
    assert "12345678" not in sentence(caught.value)
    assert not (tmp_path / "uit").exists()


def test_no_other_way_to_a_final_chapter_passes_the_gate(tmp_path: Path) -> None:
    wanted = WordRequest(year=2023, options=ChapterOptions(state=State.FINAL), target=tmp_path / "a.docx")
    with pytest.raises(RiecError) as caught:
        make_word(telling(), wanted, NOW.date(), no_progress, never)
    assert caught.value.code == "final.blocked"
    assert not list(tmp_path.iterdir())


def test_a_reason_of_nothing_is_refused() -> None:
    with pytest.raises(RiecError) as caught:
        accepting(look(telling(), 2023).asked, "  ", "Jan", NOW, str)
    assert caught.value.code == "final.no_reason"


def test_a_choice_to_show_small_counts_needs_no_reason_and_stands_in_the_report(tmp_path: Path) -> None:
    example = example_dossier()
    one = next(each for each in example.all(Indicator) if each.scope is Scope.NATIONAL)
    shown = replace(one, small_numbers=True, small_choice=SmallChoice.SHOW)
    values = [each for each in example.where(IndicatorValue, "indicator_id", one.id) if each.year == 2023]
    dossier = dossier_of([*example.records(), shown, *(replace(each, actual=Decimal(3)) for each in values)])
    assert "figure.small_shown" in [each.code for each in look(dossier, 2023).advice]
    assert not look(dossier, 2023).asked
    made(dossier, tmp_path)
    text = part_text(file_of(tmp_path, "controleverslag.docx").read_bytes(), "word/document.xml")
    assert "Bij de indicator is gekozen om kleine aantallen te tonen." in text


def test_a_small_count_that_nobody_decided_about_asks_for_a_reason() -> None:
    example = example_dossier()
    one = next(each for each in example.all(Indicator) if each.scope is Scope.NATIONAL)
    values = [each for each in example.where(IndicatorValue, "indicator_id", one.id) if each.year == 2023]
    open_one = replace(one, small_numbers=True, small_choice=SmallChoice.UNDECIDED)
    dossier = dossier_of([*example.records(), open_one, *(replace(each, actual=Decimal(3)) for each in values)])
    assert [each.code for each in look(dossier, 2023).asked] == ["figure.small"]


def test_a_comment_with_a_number_stops_nothing() -> None:
    report = example_dossier().all(PortfolioReport)[-1]
    note = Comment(id="c", kind="PortfolioReport", record_id=report.id, field="client", text="Bel 06-12345678")
    assert look(dossier_of([*example_dossier().records(), note]), 2023).is_clear


def test_the_public_dossier_knows_nobody() -> None:
    shown = public(hostile.dossier())
    assert not shown.all(Comment)
    assert not shown.all(AcceptedFinding)
    assert {(one.holder, one.reviewed_by, one.reviewed_on) for one in shown.all(PortfolioReport)} == {("", "", None)}
    assert shown.all(Answer) == hostile.dossier().all(Answer)


# --- Writing ---------------------------------------------------------------------------------------------------------


def test_a_name_of_this_computer_in_a_document_stops_it(tmp_path: Path) -> None:
    words = replace(request(tmp_path / "uit"), here=Here(user="", machine="Versterking", home=""))
    with pytest.raises(RiecError) as caught:
        make_final(example_dossier(), words, NOW, no_progress, never)
    assert caught.value.code == "final.not_clean"
    assert "de naam van deze computer" in sentence(caught.value)
    assert not (tmp_path / "uit").exists()


def test_names_are_looked_for_in_other_parts_than_text() -> None:
    data = packed({"docProps/core.xml": "<a>jan</a>", "word/document.xml": "<a>jan</a>", "word/x.bin": "C:\\JAN"})
    here = Here(user="Jan", machine="", home="ja")
    assert list(traces(data, here)) == [
        "In het onderdeel docProps/core.xml staat de naam van de gebruiker.",
        "In het onderdeel word/x.bin staat de naam van de gebruiker.",
    ]


def test_a_picture_that_a_template_brings_may_carry_nothing_either() -> None:
    parts = {"word/theme/media/a.jpg": hostile.photo_of_somebody(), "word/media/b.png": b"anders", "word/a.xml": "<a/>"}
    assert [one.split(" draagt")[0] for one in pictures_with_more(packed(parts))] == [
        "De afbeelding word/theme/media/a.jpg",
        "De afbeelding word/media/b.png",
    ]


@pytest.mark.parametrize("step", range(4))
def test_who_stops_gets_no_files(tmp_path: Path, step: int) -> None:
    asked = iter([False] * (step * 2))

    def stop() -> bool:
        return next(asked, True)

    with pytest.raises(Cancelled):
        make_final(example_dossier(), request(tmp_path / "uit"), NOW, no_progress, stop)
    assert not (tmp_path / "uit").exists()


def held(name: str) -> FileSystem:
    """A file system in which another program holds the file with this name."""

    def move(source: Path, target: Path) -> None:
        if target.name == name:
            raise PermissionError
        REAL.replace(source, target)

    return replace(REAL, replace=move, wait=no_wait)


def no_wait(_: float) -> None:
    """Nobody waits in a test."""


def test_a_file_that_is_not_what_was_checked_is_told(tmp_path: Path) -> None:
    def spoil(source: Path, target: Path) -> None:
        REAL.replace(source, target)
        if target.suffix == ".xlsx":
            target.write_bytes(b"anders")

    with pytest.raises(RiecError) as caught:
        made(example_dossier(), tmp_path, fs=replace(REAL, replace=spoil))
    assert caught.value.code == "file.differs"
    assert not list(tmp_path.iterdir())
    assert "overzicht definitief.xlsx is niet goed opgeslagen" in sentence(caught.value)


def old_and_new(folder: Path) -> dict[Path, bytes]:
    (folder / "oud").write_bytes(b"oud")
    return {folder / "oud": b"een", folder / "nieuw": b"twee", folder / "laatste": b"drie"}


def contents(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def test_all_files_are_written(tmp_path: Path) -> None:
    replace_together(old_and_new(tmp_path))
    assert contents(tmp_path) == {"oud": b"een", "nieuw": b"twee", "laatste": b"drie"}


@pytest.mark.parametrize("name", ["oud", "nieuw", "laatste"])
def test_when_one_cannot_be_written_the_others_are_as_they_were(tmp_path: Path, name: str) -> None:
    with pytest.raises(RiecError) as caught:
        replace_together(old_and_new(tmp_path), held(name))
    assert caught.value.code == "file.held"
    assert contents(tmp_path) == {"oud": b"oud"}


def test_a_file_that_cannot_be_put_back_does_not_hide_the_first_trouble(tmp_path: Path) -> None:
    files = {tmp_path / "nieuw": b"een", tmp_path / "laatste": b"twee"}

    def refuse(_: Path) -> None:
        raise PermissionError

    with pytest.raises(RiecError) as caught:
        replace_together(files, replace(held("laatste"), remove=refuse))
    assert caught.value.code == "file.held"


def test_the_files_are_told_beforehand(tmp_path: Path) -> None:
    told = final_files(example_dossier(), request(tmp_path))
    assert told == made(example_dossier(), tmp_path).files


# --- The check of a workbook -----------------------------------------------------------------------------------------

WRONG: dict[str, tuple[str, str]] = {
    "final.persons": ("docProps/core.xml", "<dc:title>a</dc:title><dc:creator>Jan</dc:creator><dc:language>nl"),
    "final.comments": ("xl/comments1.xml", "<a/>"),
    "final.properties": ("docProps/custom.xml", "<a/>"),
    "final.hidden": ("xl/workbook.xml", '<sheet name="a" state="veryHidden"/>'),
    "final.paths": ("xl/a.xml", "C:\\Users\\jan"),
    "final.outside": ("xl/_rels/a.rels", '<Relationship Target="file.xlsx" TargetMode="External"/>'),
    "final.programs": ("xl/vbaProject.bin", "x"),
    "final.changes": ("xl/revisions/a.xml", "<a/>"),
    "final.printer": ("xl/printerSettings/a.bin", "x"),
    "properties.title": ("docProps/core.xml", "<a/>"),
    "drawings.described": ("xl/drawings/drawing1.xml", '<xdr:cNvPr id="1" name="Grafiek"/>'),
    "tables.header": ("xl/tables/table1.xml", '<table headerRowCount="0"/>'),
    "tables.merged": ("xl/worksheets/sheet1.xml", '<mergeCell ref="A1:B1"/>'),
}
GOOD_CORE = "<dc:title>a</dc:title><dc:language>nl-NL</dc:language>"


def wrong_workbooks() -> Iterator[tuple[str, bytes]]:
    for code, (name, text) in WRONG.items():
        yield code, packed({"docProps/core.xml": GOOD_CORE, name: text})


@pytest.mark.parametrize(("code", "data"), list(wrong_workbooks()), ids=list(WRONG))
def test_every_point_of_a_workbook_notices_what_is_wrong(code: str, data: bytes) -> None:
    _, noticed = inspect_workbook(data)
    assert code in {one.code for one in noticed}
    assert set(WRONG) == {one.code for one in POINTS}


def test_a_hidden_row_and_other_external_parts_are_noticed() -> None:
    parts = {
        "docProps/core.xml": GOOD_CORE,
        "xl/worksheets/sheet1.xml": '<row r="1" hidden="1"/>',
        "xl/externalLinks/a.xml": "<a/>",
    }
    assert {one.code for one in inspect_workbook(packed(parts))[1]} == {"final.hidden", "final.outside"}


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(RiecError) as caught:
        inspect_workbook(b"geen")
    assert caught.value.code == "workbook.damaged"

"""Everything out to open formats and back without loss; what is no export gets a sentence and nothing is read."""

import csv
import errno
import io
import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.json_schema import json_schema
from riec_desktop.dossier.records import RECORD_TYPES, Activity, IndicatorValue, Picture
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.storage.content import FileContent
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.open_export import (
    DOSSIER,
    HISTORY,
    MANIFEST,
    README,
    SCHEMA,
    export_files,
    write_export,
    zipped,
)
from riec_desktop.workspace.open_import import is_export, read_export
from tests.helpers.faults import WRITING_STEPS, failing
from tests.helpers.images import drawing, file_of
from tests.helpers.sample import GOOR, SIGNALS, TRAFFICKING, figure, sample
from tests.helpers.stored import FILE_ID, file_contents
from tests.helpers.stored import sample as sample_content


def content_of(dossier: Dossier) -> FileContent:
    return FileContent(id=FILE_ID, version=3, dossier=dossier)


# --- There and back --------------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(content=file_contents())
def test_what_goes_out_comes_back_the_same(tmp_path_factory: pytest.TempPathFactory, content: FileContent) -> None:
    path = tmp_path_factory.getbasetemp() / "willekeurig.zip"
    write_export(path, content)
    assert read_export(path) == content


def test_a_folder_comes_back_too_by_its_name_or_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "export"
    write_export(path, sample_content())
    assert read_export(path) == sample_content()
    assert read_export(path / MANIFEST) == sample_content()
    assert [one.name for one in tmp_path.iterdir()] == ["export"]


def test_an_empty_folder_may_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "leeg"
    path.mkdir()
    write_export(path, sample_content())
    assert read_export(path) == sample_content()


def test_a_zip_made_again_from_the_unpacked_folder_is_read(tmp_path: Path) -> None:
    write_export(tmp_path / "mijn export", sample_content())
    shutil.make_archive(str(tmp_path / "opnieuw"), "zip", tmp_path, "mijn export")
    assert read_export(tmp_path / "opnieuw.zip") == sample_content()


def test_the_same_dossier_gives_the_same_bytes() -> None:
    files = export_files(content_of(example_dossier()))
    assert zipped(files) == zipped(export_files(content_of(example_dossier())))


# --- For other programs ----------------------------------------------------------------------------------------------


def rows(files: Mapping[str, bytes], name: str) -> list[list[str]]:
    data = files[f"tabellen/{name}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_the_example_has_a_table_for_every_type_it_holds_and_a_schema() -> None:
    dossier = example_dossier()
    files = export_files(content_of(dossier))
    tables = [name for name in files if name.startswith("tabellen/")]
    assert len(tables) == sum(1 for kind in RECORD_TYPES if dossier.rows(kind))
    assert json.loads(files[SCHEMA]) == json_schema()
    assert "riec-desktop import" in files[README].decode("utf-8-sig")
    assert b"\r\n" in files[README]


def test_a_table_reads_as_excel_shows_it_on_a_dutch_computer() -> None:
    activity = Activity(id="a", report_id=TRAFFICKING.id, title='Les; met "aanhaling"', organisation_ids=(GOOR.id,))
    number = figure("1234.5", id="cijfer", organisation=GOOR, target=Decimal(-3))
    files = export_files(content_of(sample(activity, SIGNALS, number)))
    heads, row = rows(files, "activiteit")
    told = dict(zip(heads, row, strict=True))
    assert (told["activiteit"], told["gezamenlijk"]) == ('Les; met "aanhaling"', "ja")
    assert (told["organisaties"], told["organisaties (id)"]) == ("RIEC Goor", "goor")
    heads, row = rows(files, "cijfer")
    told = dict(zip(heads, row, strict=True))
    assert (told["werkelijk"], told["doel"], told["organisatie"]) == ("1234,5", "-3", "RIEC Goor")


@pytest.mark.parametrize("text", ["=1+1", "+31 6", "-een", "@SUM(A1)"])
def test_text_that_a_spreadsheet_would_compute_stays_text(text: str) -> None:
    files = export_files(content_of(dossier_of([Activity(id="a", title=text)])))
    heads, row = rows(files, "activiteit")
    assert row[heads.index("activiteit")] == f"'{text}"


def test_pictures_are_files_under_their_titles() -> None:
    picture = Picture(id="p", report_id=TRAFFICKING.id, title='Kaart: "Goor"?', content=file_of(drawing(4, 4)))
    files = export_files(content_of(sample(picture)))
    assert files["afbeeldingen/001 Kaart Goor.png"] == picture.content


# --- What is no export -----------------------------------------------------------------------------------------------


def damaged(tmp_path: Path, name: str, old: bytes, new: bytes | None) -> Path:
    """An export of which one file is gone (None), other altogether (nothing old), or changed."""
    files = dict(export_files(sample_content()))
    data = files.pop(name)
    if new is not None:
        assert old in data
        files[name] = data.replace(old, new) if old else new
    path = tmp_path / "kapot.zip"
    path.write_bytes(zipped(files))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(RiecError) as caught:
        read_export(path)
    assert "Er is niets ingelezen" in sentence(caught.value)
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (MANIFEST, b"", None, "export.none"),
        (MANIFEST, b"", b"{}", "export.none"),
        (MANIFEST, b'"version": 1', b'"version": 99', "export.newer"),
        (MANIFEST, b'"saved": 1', b'"saved": "x"', "export.damaged"),
        (MANIFEST, b"bijlagen/001", b"../geheim", "export.damaged"),
        (DOSSIER, b"", None, "export.damaged"),
        (DOSSIER, b"", b'{"format"', "json.broken"),
        (DOSSIER, b"", b"\xff\xfe", "json.no_text"),
        (DOSSIER, b'"actual"', b'"anders"', "json.unknown_field"),
        (HISTORY, b"", b"[1]", "export.damaged"),
        (HISTORY, b'"source": "input"', b'"source": "mars"', "export.damaged"),
    ],
)
def test_what_is_damaged_gets_a_sentence(tmp_path: Path, name: str, old: bytes, new: bytes | None, code: str) -> None:
    assert refusal(damaged(tmp_path, name, old, new)) == code


def test_a_folder_without_an_export_and_a_file_that_is_no_zip_get_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "geen.zip"
    path.write_bytes(b"PK geen zip")
    assert refusal(path) == "export.damaged"
    assert refusal(tmp_path) == "export.none"
    assert not is_export(tmp_path / "gegevens.json")


def test_damage_in_the_middle_of_a_zip_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "kapot.zip"
    write_export(path, sample_content())
    data = bytearray(path.read_bytes())
    at = data.find(DOSSIER.encode()) + len(DOSSIER) + 10
    data[at : at + 20] = bytes(20)
    path.write_bytes(data)
    assert refusal(path) == "export.damaged"


@pytest.mark.parametrize("step", WRITING_STEPS)
@pytest.mark.parametrize("name", ["export.zip", "export"])
def test_whatever_fails_while_writing_nothing_half_is_left(tmp_path: Path, step: str, name: str) -> None:
    with pytest.raises(RiecError):
        write_export(tmp_path / name, sample_content(), failing(step, OSError(errno.ENOSPC, "vol")))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"van mij")
    with pytest.raises(RiecError, match=r"export\.folder_exists"):
        write_export(tmp_path, sample_content())
    assert [one.name for one in tmp_path.iterdir()] == ["brief.docx"]


def test_an_export_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RiecError, match="file"):
        write_export(tmp_path / "weg" / "export", sample_content())
    assert not (tmp_path / "weg").exists()


def test_history_that_is_no_json_comes_back_as_it_was(tmp_path: Path) -> None:
    content = sample_content()
    odd = replace(content, history=(replace(content.history[0], changes="[ kapot"),))
    write_export(tmp_path / "export.zip", odd)
    assert read_export(tmp_path / "export.zip") == odd


def test_a_number_keeps_every_digit(tmp_path: Path) -> None:
    exact = IndicatorValue(id="c", actual=Decimal("0.1234567890123456789012345678901234567890"))
    write_export(tmp_path / "export.zip", content_of(dossier_of([exact])))
    assert read_export(tmp_path / "export.zip").dossier.get(IndicatorValue, "c") == exact

"""Every command on real files: what it makes, what it says, and which exit code it gives."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from riec_desktop.cli import trials
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import apply_changes, set_field
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import PortfolioReport, ReportYear, StrategicAgenda
from riec_desktop.paths import data_file
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import read_dossier, write_dossier
from riec_desktop.workspace.content import EXAMPLE_FILES, example_dossier
from tests.helpers.offices import CONVERTS, NEEDS_SHEBANG, stand_in
from tests.helpers.terminal import Terminal

ROOT = Path(__file__).parents[2]


def text_of(document: Path) -> str:
    with ZipFile(document) as package:
        return package.read("word/document.xml").decode()


def kept(dossier: Dossier, path: Path) -> Path:
    write_dossier(path, FileContent(id="dossier", version=1, dossier=dossier))
    return path


# --- Dossiers --------------------------------------------------------------------------------------------------------


def test_new_makes_a_dossier_to_start_from(riec: Terminal, tmp_path: Path) -> None:
    answer = riec("new", tmp_path / "nieuw.riec", "--jaar", "2025")
    dossier = read_dossier(tmp_path / "nieuw.riec").dossier
    assert answer.code == 0
    assert f"Het dossier staat in {tmp_path / 'nieuw.riec'}" in answer.out
    assert [one.year for one in views.years(dossier)] == [2025]
    assert "2025" in views.years(dossier)[0].footer


def test_a_dossier_gets_its_suffix(riec: Terminal, tmp_path: Path) -> None:
    assert riec("new", tmp_path / "nieuw").code == 0
    assert (tmp_path / "nieuw.riec").exists()


def test_example_makes_the_example(riec: Terminal, tmp_path: Path) -> None:
    answer = riec("example", tmp_path / "v.riec", "--json")
    assert read_dossier(tmp_path / "v.riec").dossier == example_dossier()
    assert answer.data["file"] == str(tmp_path / "v.riec")
    assert answer.data["records"] == sum(1 for _ in example_dossier().records())


def test_import_builds_a_dossier_from_several_files(riec: Terminal, tmp_path: Path) -> None:
    files = [data_file("resources", name) for name in EXAMPLE_FILES]
    assert riec("import", *files, "-o", tmp_path / "v.riec").code == 0
    assert read_dossier(tmp_path / "v.riec").dossier == example_dossier()


def test_what_show_prints_as_json_can_be_imported(riec: Terminal, example: Path, tmp_path: Path) -> None:
    (tmp_path / "alles.json").write_text(riec("show", example, "--json").out, encoding="utf-8")
    assert riec("import", tmp_path / "alles.json", "-o", tmp_path / "terug.riec").code == 0
    assert read_dossier(tmp_path / "terug.riec").dossier == read_dossier(example).dossier


def test_show_tells_a_person_what_is_there(riec: Terminal, example: Path) -> None:
    out = riec("show", example).out
    assert "Voorbeeld Jaarverslag" in out
    assert "Verslagjaar 2023, open: 3.4 Versterking RIEC-LIEC-bestel" in out
    assert "    mensenhandel: lopend, akkoord, 7 van 7 vragen beantwoord" in out


def test_show_forgets_no_portfolio_and_no_empty_dossier(riec: Terminal, tmp_path: Path) -> None:
    homeless = dossier_of([ReportYear(id="jaar", year=2023), PortfolioReport(id="verslag", year_id="jaar")])
    out = riec("show", kept(homeless, tmp_path / "klein.riec")).out
    assert "zonder doel" in out
    assert "(zonder naam): lopend, leeg, 0 van geen vragen beantwoord, geen woorden" in out
    assert riec("show", kept(Dossier(), tmp_path / "leeg.riec")).out.startswith("Dossier zonder naam")


@pytest.mark.parametrize("command", [["new"], ["example"], ["import", data_file("resources", "start.json"), "-o"]])
def test_an_existing_dossier_is_only_replaced_when_asked(
    riec: Terminal, example: Path, command: list[str | Path]
) -> None:
    before = example.read_bytes()
    refused = riec(*command, example)
    assert (refused.code, "bestaat al" in refused.err) == (3, True)
    assert example.read_bytes() == before
    assert riec(*command, example, "--overschrijf").code == 0
    assert example.read_bytes() != before


# --- Documents -------------------------------------------------------------------------------------------------------


def test_word_makes_the_chapter_of_the_newest_year_beside_the_dossier(riec: Terminal, example: Path) -> None:
    before = example.read_bytes()
    answer = riec("word", example)
    document = example.with_name("Jaarverslag 2023 hoofdstuk 3.4 concept.docx")
    assert answer.out.startswith(f"Het Word-document over 2023 staat in {document}.\n")
    assert "Versterking RIEC-LIEC-bestel" in text_of(document)
    assert example.read_bytes() == before


def test_word_obeys_every_choice(riec: Terminal, example: Path, tmp_path: Path) -> None:
    target, template = tmp_path / "h.docx", data_file("templates", "riec.docx")
    choices = ["--state", "definitief", "--layout", "liggend", "--jaar", "2022", "--geen-inhoud", "--geen-regios"]
    answer = riec("word", example, "-o", target, "--template", template, *choices, "--vragen", "--json")
    assert answer.data == {"ok": True, "file": str(target), "year": 2022, "notes": []}
    text = text_of(target)
    assert 'w:orient="landscape"' in text
    assert "Noodzaak" in text
    assert "TOC" not in text


def test_word_can_make_a_few_portfolios(riec: Terminal, example: Path, tmp_path: Path) -> None:
    target = tmp_path / "h.docx"
    assert riec("word", example, "-o", target, "--portefeuille", "Mensenhandel", "--geen-inhoud").code == 0
    text = text_of(target)
    assert "ensenhandel" in text
    assert "Bestuurlijke weerbaarheid" not in text


def test_word_says_when_the_pages_are_an_estimate(riec: Terminal, example: Path) -> None:
    assert "De bladzijden in de inhoudsopgave zijn geschat." in riec("word", example).out
    assert "in de inhoudsopgave zijn geschat" not in riec("word", example, "--geen-inhoud").out


def test_a_pdf_needs_an_office_program(riec: Terminal, example: Path) -> None:
    answer = riec("word", example, "--pdf", "--json")
    assert answer.code == 0
    assert "De PDF is niet gemaakt: daarvoor is Word of LibreOffice nodig" in answer.data["notes"][0]
    assert "pdf" not in answer.data


@NEEDS_SHEBANG
def test_the_pdf_comes_beside_the_document(
    riec: Terminal, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIEC_OFFICE", str(stand_in(tmp_path, CONVERTS).path))
    answer = riec("word", example, "-o", tmp_path / "h.docx", "--pdf", "--geschatte-bladzijden")
    assert f"De PDF staat in {tmp_path / 'h.pdf'}.\n" in answer.out
    assert (tmp_path / "h.pdf").read_bytes().startswith(b"%PDF-")


def test_excel_makes_the_overview(riec: Terminal, example: Path) -> None:
    answer = riec("excel", example, "--jaar", "2022")
    workbook = example.with_name("Jaarverslag 2022 overzicht.xlsx")
    assert answer.out == f"De Excel-werkmap over 2022 staat in {workbook}.\n"
    with ZipFile(workbook) as package:
        assert "xl/workbook.xml" in package.namelist()


def test_a_document_replaces_the_one_before(riec: Terminal, example: Path, tmp_path: Path) -> None:
    target = tmp_path / "h.docx"
    target.write_text("oud", encoding="utf-8")
    assert riec("word", example, "-o", target).code == 0
    assert target.read_bytes().startswith(b"PK")


# --- Findings --------------------------------------------------------------------------------------------------------


def flawed(path: Path) -> Path:
    """A dossier in which a portfolio that was agreed lacks nearly everything."""
    dossier = example_dossier()
    report = next(one for one in dossier.all(PortfolioReport) if one.year_id == views.years(dossier)[0].id)
    changes = set_field(report, "goal_id", None)
    return kept(apply_changes(dossier, changes).dossier, path)


def test_check_is_content_with_the_example(riec: Terminal, example: Path) -> None:
    answer = riec("check", example, "--json")
    assert (answer.code, answer.data) == (0, {"ok": True, "year": 2023, "spelling": "off", "findings": []})


def test_check_names_what_is_wrong_and_its_exit_code_says_so(riec: Terminal, tmp_path: Path) -> None:
    answer = riec("check", flawed(tmp_path / "fout.riec"))
    assert answer.code == 1
    assert answer.out.startswith("Verslagjaar 2023: 1 fout, ")
    assert "  fout          " in answer.out


def test_check_gives_a_program_the_place_of_every_finding(riec: Terminal, tmp_path: Path) -> None:
    answer = riec("check", flawed(tmp_path / "fout.riec"), "--json")
    worst = answer.data["findings"][0]
    assert (answer.code, answer.data["ok"]) == (1, False)
    assert (worst["severity"], worst["kind"]) == ("fout", "PortfolioReport")
    assert worst["id"]
    assert worst["sentence"]


def test_warnings_and_tips_are_no_reason_to_fail(riec: Terminal, tmp_path: Path) -> None:
    riec("new", tmp_path / "nieuw.riec", "--jaar", "2022")
    answer = riec("check", tmp_path / "nieuw.riec")
    assert (answer.code, answer.out.startswith("Verslagjaar 2022: geen fouten, ")) == (0, True)


# --- Self-test and demo ----------------------------------------------------------------------------------------------


def test_selftest_tells_that_all_is_well(riec: Terminal) -> None:
    answer = riec("selftest")
    assert answer.code == 0
    assert answer.out.endswith("Alles werkt.\n")
    assert answer.out.count("  gelukt ") == 9


def test_selftest_as_json(riec: Terminal) -> None:
    answer = riec("selftest", "--json")
    assert answer.data["ok"]
    assert all(one["ok"] for one in answer.data["checks"])


@pytest.mark.expects_log("self-test failed")
def test_selftest_tells_what_does_not_work(riec: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = tmp_path / "programma zonder sjabloon"
    shutil.copytree(data_file("resources"), bundle / "resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    answer = riec("selftest")
    assert answer.code == 4
    assert "  mislukt  hoofdstuk in Word maken" in answer.out
    assert "1 onderdeel werkt niet." in answer.out


HOLDING = """
import pathlib, subprocess, sys
holder = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path(sys.argv[1]).write_text(str(holder.pid), encoding="ascii")
print("Annuleren 0")
"""


def test_the_selftest_does_not_wait_for_what_the_window_left_running(
    riec: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = tmp_path / "nummer"

    def holding(_: str) -> Sequence[str]:
        return sys.executable, "-c", HOLDING, str(number)

    monkeypatch.setattr(trials, "own_command", holding)
    monkeypatch.setattr("riec_desktop.cli.selftest.TRIALS", {"venster": trials.TRIALS["venster openen en sluiten"]})
    begun = time.monotonic()
    answer = riec("selftest")
    waited = time.monotonic() - begun
    os.kill(int(number.read_text(encoding="ascii")), signal.SIGTERM)
    assert answer.code == 0
    assert waited < 60


def test_demo_makes_everything_and_says_where(riec: Terminal, tmp_path: Path) -> None:
    answer = riec("demo", "--geen-venster", tmp_path / "voorbeeld")
    made = {one.name for one in (tmp_path / "voorbeeld").iterdir()}
    assert answer.code == 0
    assert made == {
        "Voorbeeld Jaarverslag.riec",
        "Jaarverslag 2023 hoofdstuk 3.4 concept.docx",
        "Jaarverslag 2023 overzicht.xlsx",
    }
    assert f"Het voorbeeld staat klaar in de map {tmp_path / 'voorbeeld'}:" in answer.out
    assert all(name in answer.out for name in made)
    assert "De bladzijden in de inhoudsopgave zijn geschat." in answer.out


def test_demo_works_in_the_current_folder_by_itself(
    riec: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = riec("demo", "--geen-venster", "--json")
    assert answer.data["dossier"] == str(tmp_path / "voorbeeld" / "Voorbeeld Jaarverslag.riec")


def test_demo_leaves_a_dossier_alone_in_which_somebody_worked(riec: Terminal, tmp_path: Path) -> None:
    dossier = tmp_path / "Voorbeeld Jaarverslag.riec"
    year = ReportYear(id="jaar", year=2030, agenda_id="agenda", opening="Een zin van mij.")
    before = kept(dossier_of([year, StrategicAgenda(id="agenda")]), dossier).read_bytes()
    answer = riec("demo", "--geen-venster", tmp_path)
    assert dossier.read_bytes() == before
    assert "stond er al en is niet veranderd" in answer.out
    assert "Een zin van mij." in text_of(tmp_path / "Jaarverslag 2030 hoofdstuk 3.4 concept.docx")


def test_the_installed_command_works_in_a_process_of_its_own(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "riec_desktop", "example", str(tmp_path / "v.riec"), "--json"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["ok"] is True
    assert done.stderr == b""
    assert read_dossier(tmp_path / "v.riec").dossier == example_dossier()

"""What people do wrong, what computers do wrong: a Dutch sentence, an exit code, no stack trace, nothing half."""

import errno
import io
import json
import os
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from typing_extensions import Buffer

from riec_desktop.cli import main
from riec_desktop.cli.parser import dutch_error
from riec_desktop.messages import SENTENCES
from riec_desktop.paths import data_file
from riec_desktop.sentences import ABOUT_COMMANDS
from riec_desktop.workspace import documents
from tests.helpers.terminal import Answer, Terminal


def refused(answer: Answer, *words: str) -> None:
    """Exit code 3, and one sentence with these words, on standard error alone."""
    assert (answer.code, answer.out) == (3, "")
    assert all(word in answer.err for word in words), answer.err
    assert answer.err.count("\n") == 1


# --- The command itself ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["word"], "Er ontbreekt: DOSSIER."),
        (["import", "a.json"], "Er ontbreekt: -o/--uit."),
        (["raar"], "De opdracht ‘raar’ bestaat niet."),
        (["show", "a.riec", "b.riec"], "Dit hoort niet bij deze opdracht: b.riec."),
        (["check", "a.riec", "--jaar"], "Achter --jaar hoort nog iets te staan."),
        (["check", "a.riec", "--jaar", "dit jaar"], "--jaar: ‘dit jaar’ is geen jaar; typ vier cijfers, zoals 2025."),
        (["word", "a.riec", "--state", "klaar"], "past ‘klaar’ niet. Kies uit: concept, reviewversie, definitief."),
        (["word", "a.riec", "--inhoud", "--geen-inhoud"], "--geen-inhoud en --inhoud kunnen niet samen."),
        (["word", "a.riec", "--inhoud=ja"], "Achter --inhoud mag geen ‘ja’ staan."),
        (["import", "-o", "a.riec"], "Er ontbreekt: BESTAND."),
    ],
)
def test_a_wrong_command_is_explained_in_dutch(riec: Terminal, words: list[str], told: str) -> None:
    answer = riec(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("Gebruik: riec-desktop")
    assert told in answer.err
    assert "--help" in answer.err


def test_an_error_that_argparse_invents_later_is_still_told() -> None:
    assert dutch_error("something new") == "something new"


@pytest.mark.parametrize("command", ["new", "example", "word", "excel", "check", "show", "import", "selftest", "demo"])
def test_every_command_has_help_without_a_word_of_english(riec: Terminal, command: str) -> None:
    answer = riec(command, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"Gebruik: riec-desktop {command}")
    assert not {"usage", "optional", "options:", "positional", "show", "exit"} & set(
        answer.out.replace(f"riec-desktop {command}", "").lower().split()
    )


def test_the_help_names_every_command_and_every_exit_code(riec: Terminal) -> None:
    out = riec("--help").out
    assert "selftest  nagaan of het programma hier goed werkt" in out
    assert all(f"\n  {code}  " in out for code in range(5))


def test_the_version_is_told(riec: Terminal) -> None:
    assert riec("--versie").out.startswith("RIEC Jaarverslag 0.")


BUTTONS = ("Opslaan als.", "Opslaan als een", "kies Opnieuw", "kies Meewerken", "Kies Samenvoegen", "de knop ")
OF_THE_WINDOW = {"session.read_only", "dossier.no_path"}
"""What no command comes to: it works in a file, and never only looks."""


@pytest.mark.parametrize("code", sorted(SENTENCES.keys() - OF_THE_WINDOW))
def test_no_sentence_of_a_command_sends_somebody_to_a_button(code: str) -> None:
    found = ABOUT_COMMANDS.get(code, SENTENCES[code])
    assert not [one for one in BUTTONS if one in found]


def test_what_was_read_from_no_file_is_not_said_to_be_left(riec: Terminal, example: Path) -> None:
    answer = riec("read", example, example.parent / "weg.xlsx", "--toepassen")
    assert answer.code == 3
    assert answer.out.strip() == "Het bestand weg.xlsx is niet gevonden. Kies een ander bestand."


# --- Dossiers that are none ------------------------------------------------------------------------------------------


READERS = (["show"], ["check"], ["word"], ["excel"])


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_a_dossier_that_is_not_there(riec: Terminal, tmp_path: Path, command: Sequence[str]) -> None:
    refused(riec(*command, tmp_path / "weg.riec"), "weg.riec is niet gevonden")


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_a_file_that_is_no_dossier(riec: Terminal, tmp_path: Path, command: Sequence[str]) -> None:
    (tmp_path / "brief.riec").write_text("Geachte heer,", encoding="utf-8")
    refused(riec(*command, tmp_path / "brief.riec"), "brief.riec", "geen dossier")


def test_a_folder_is_no_dossier(riec: Terminal, tmp_path: Path) -> None:
    refused(riec("show", tmp_path), tmp_path.name)


def test_an_empty_file_is_no_dossier(riec: Terminal, tmp_path: Path) -> None:
    (tmp_path / "leeg.riec").touch()
    refused(riec("show", tmp_path / "leeg.riec"), "leeg.riec", "leeg")


def test_a_dossier_of_a_newer_program(riec: Terminal, example: Path) -> None:
    with closing(sqlite3.connect(example)) as connection:
        connection.execute("PRAGMA user_version = 99")
    refused(riec("show", example), "nieuwere versie")


def test_a_damaged_dossier(riec: Terminal, example: Path) -> None:
    data = bytearray(example.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    example.write_bytes(data)
    refused(riec("show", example), "beschadigd")


# --- JSON that is wrong ----------------------------------------------------------------------------------------------


def imported(riec: Terminal, folder: Path, text: str | bytes) -> Answer:
    file = folder / "in.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    answer = riec("import", file, "-o", folder / "uit.riec")
    assert not (folder / "uit.riec").exists()
    return answer


def with_records(**records: object) -> str:
    return json.dumps({"format": "riec-dossier", "version": 1, "records": records})


def test_json_with_a_wrong_field_names_the_place(riec: Terminal, tmp_path: Path) -> None:
    wrong = with_records(Portfolio=[{"id": "a", "name": "A"}, {"id": "b", "naam": "B"}])
    refused(imported(riec, tmp_path, wrong), "records › Portfolio › 2", "naam", "Kies uit: id, name")


def test_json_with_a_wrong_value_names_the_place(riec: Terminal, tmp_path: Path) -> None:
    wrong = with_records(ReportYear=[{"id": "a", "year": "dit jaar"}])
    refused(imported(riec, tmp_path, wrong), "records › ReportYear › 1 › year", '"dit jaar"')


def test_json_that_is_something_else(riec: Terminal, tmp_path: Path) -> None:
    refused(imported(riec, tmp_path, "[1, 2]"), "geen dossier in JSON")


def test_json_that_is_broken_names_the_line(riec: Terminal, tmp_path: Path) -> None:
    refused(imported(riec, tmp_path, '{\n  "format": oeps'), "in.json", "regel 2", "teken 13")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"[" * 100_000], ids=["encoding", "depth"])
def test_json_that_is_no_text_or_has_no_end(riec: Terminal, tmp_path: Path, data: bytes) -> None:
    refused(imported(riec, tmp_path, data), "in.json")


# --- Years and portfolios --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["word", "excel", "check"])
def test_a_year_that_is_not_in_the_dossier(riec: Terminal, example: Path, command: str) -> None:
    refused(riec(command, example, "--jaar", "1999"), "1999", "Kies uit: 2023, 2022, 2021")


@pytest.mark.parametrize("words", [(), ("--jaar", "2023")], ids=["newest", "named"])
def test_a_dossier_without_years(riec: Terminal, tmp_path: Path, words: Sequence[str]) -> None:
    (tmp_path / "leeg.json").write_text(with_records(), encoding="utf-8")
    riec("import", tmp_path / "leeg.json", "-o", tmp_path / "leeg.riec")
    refused(riec("word", tmp_path / "leeg.riec", *words), "nog geen verslagjaar")


def test_a_portfolio_that_is_not_in_the_year(riec: Terminal, example: Path) -> None:
    refused(riec("word", example, "--portefeuille", "Vissen"), "Vissen", "2023", "mensenhandel")


# --- Where it should go ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["word", "excel", "export"])
def test_a_folder_that_is_not_there(riec: Terminal, example: Path, tmp_path: Path, command: str) -> None:
    suffix = {"word": "docx", "excel": "xlsx", "export": "zip"}[command]
    answer = riec(command, example, "-o", tmp_path / "weg" / f"x.{suffix}")
    refused(answer, f"{tmp_path / 'weg'} bestaat niet", "Er is niets geschreven", "geef een andere map op")


@pytest.fixture
def closed_folder(tmp_path: Path) -> Path:
    """A folder in which this user may write nothing; for the administrator, who may nearly everything, one of Linux."""
    if os.geteuid() == 0:
        if not os.path.ismount("/sys"):
            pytest.skip("no folder here is closed to the administrator")
        return Path("/sys")
    folder = tmp_path / "dicht"
    folder.mkdir(mode=0o500)
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="Windows keeps nobody out of a folder of his own")
def test_a_folder_in_which_nothing_may_be_written(riec: Terminal, example: Path, closed_folder: Path) -> None:
    refused(riec("word", example, "-o", closed_folder / "x.docx"), str(closed_folder))
    refused(riec("example", closed_folder / "x.riec"), str(closed_folder))
    refused(riec("demo", closed_folder / "voorbeeld"), str(closed_folder), "geen rechten")


def test_a_folder_of_which_the_name_is_a_file(riec: Terminal, example: Path) -> None:
    refused(riec("demo", example), str(example), "er staat een bestand met die naam")


def test_a_document_never_takes_the_place_of_a_dossier(riec: Terminal, example: Path) -> None:
    before = example.read_bytes()
    refused(riec("word", example, "-o", example), "voorbeeld.riec", ".docx")
    refused(riec("excel", example, "-o", example), "voorbeeld.riec", ".xlsx")
    assert example.read_bytes() == before


def test_a_dossier_never_takes_the_place_of_a_document(riec: Terminal, tmp_path: Path) -> None:
    refused(riec("new", tmp_path / "brief.docx", "--overschrijf"), "brief.docx", ".riec")


def test_a_template_that_is_no_word_document(riec: Terminal, example: Path, tmp_path: Path) -> None:
    (tmp_path / "sjabloon.docx").write_text("geen Word", encoding="utf-8")
    target = tmp_path / "h.docx"
    refused(riec("word", example, "-o", target, "--template", tmp_path / "sjabloon.docx"), "geen Word-document")
    assert not target.exists()


def test_a_template_that_is_not_there(riec: Terminal, example: Path, tmp_path: Path) -> None:
    refused(riec("word", example, "--template", tmp_path / "weg.docx"), "weg.docx")


# --- What a program gets ---------------------------------------------------------------------------------------------


def test_a_program_gets_code_and_sentence_of_a_failure(riec: Terminal, tmp_path: Path) -> None:
    answer = riec("show", tmp_path / "weg.riec", "--json")
    assert answer.code == 3
    assert answer.data == {"ok": False, "code": "file.not_found", "sentence": answer.err.strip()}


@pytest.mark.expects_log("unexpected error in word")
def test_the_unexpected_goes_to_the_log_and_stays_a_sentence(
    riec: Terminal, example: Path, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oeps")

    monkeypatch.setattr(documents, "replace_file", broken)
    answer = riec("word", example)
    log = own_data_folder / "riec.log"
    assert (answer.code, answer.out) == (4, "")
    assert answer.err == (
        "Er ging iets mis dat het programma niet verwachtte. Bestanden die er stonden, zijn niet veranderd. "
        f"De details staan in {log}.\n"
    )
    assert "ZeroDivisionError: oeps" in log.read_text(encoding="utf-8")


def test_ctrl_c_stops_without_a_stack_trace(riec: Terminal, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(documents, "replace_file", stopped)
    answer = riec("excel", example)
    assert (answer.code, answer.err) == (130, "Gestopt.\n")


def test_a_reader_that_stops_reading_is_no_error(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as nobody:
        monkeypatch.setattr(sys, "stdout", nobody)
        assert main(["show", str(example), "--json"]) == 0


class GoneOnWindows(io.FileIO):
    """A pipe without a reader as Windows tells of it; after that its number leads elsewhere."""

    told = False

    def write(self, data: Buffer, /) -> int:
        if self.told:
            return super().write(data)
        self.told = True
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


@pytest.mark.parametrize(("name", "code"), [("voorbeeld.riec", 0), ("weg.riec", 3)])
def test_a_reader_that_stops_reading_on_windows_is_no_error_either(
    name: str, code: int, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)
    with io.TextIOWrapper(io.BufferedWriter(GoneOnWindows(os.devnull, "w"))) as nobody:
        monkeypatch.setattr(sys, "stdout", nobody)
        assert main(["show", name, "--json"]) == code


def test_a_terminal_with_an_old_code_page_gets_our_letters(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(screen, encoding="cp1252"))
    assert main(["show", str(example)]) == 0
    assert "3 Eén sterke overheid" in screen.getvalue().decode("utf-8")


def test_without_a_console_nothing_breaks(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a Windows program without a console."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["show", str(example)]) == 0
    assert main(["show", str(example.with_name("weg.riec"))]) == 3


def test_a_template_can_stand_anywhere(riec: Terminal, example: Path, tmp_path: Path) -> None:
    template = tmp_path / "huisstijl.dotx"
    template.write_bytes(data_file("templates", "riec.docx").read_bytes())
    assert riec("word", example, "--template", template).code == 0

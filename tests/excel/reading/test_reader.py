"""The child process: many files in one go, and a file that hangs or eats memory takes only itself."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from riec_desktop.excel.reading import child, reader
from riec_desktop.excel.reading.reader import read_files
from tests.helpers.books import book, inline, packed, parts, row, sheet


def _program(code: str) -> Callable[[str], tuple[str, ...]]:
    """In the place of `own_command`: a child that runs this."""

    def command(_: str) -> tuple[str, ...]:
        return (sys.executable, "-c", code)

    return command


def files(folder: Path, **content: bytes) -> list[Path]:
    found = [folder / f"{name}.xlsx" for name in content]
    for path, data in zip(found, content.values(), strict=True):
        path.write_bytes(data)
    return found


def test_files_are_read_in_turn_and_a_bad_one_stops_nothing(tmp_path: Path) -> None:
    good = book(row(inline("a")))
    paths = [*files(tmp_path, een=good, leeg=b"", twee=good), tmp_path / "weg.xlsx"]
    found = list(read_files(paths))
    assert [one.refused for one in found] == ["", "workbook.empty", "", "file.not_found"]
    assert [one.path for one in found] == paths


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    heavy = packed(parts(sheet("".join(row(inline("tekst " * 20), number=at) for at in range(1, 150_000)))))
    paths = files(tmp_path, zwaar=heavy, licht=book(row(inline("a"))))
    # The heavy one takes seconds; the light one a few milliseconds.
    found = list(read_files(paths, seconds=0.5))
    assert found[0].refused in ("workbook.slow", "workbook.too_large")
    assert found[1].book is not None


def test_stopping_stops(tmp_path: Path) -> None:
    assert list(read_files(files(tmp_path, een=b""), cancel=lambda: True)) == []


def test_the_child_has_little_memory() -> None:
    code = (
        "from riec_desktop.excel.reading.child import limit_memory\nlimit_memory(300_000_000)\n"
        "try:\n    bytearray(400_000_000)\nexcept MemoryError:\n    print('genoeg')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=Path(__file__).parents[3]
    )
    assert done.stdout.strip() == "genoeg"


def test_a_child_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "own_command", _program(""))
    assert [one.refused for one in read_files(files(tmp_path, een=b"", twee=b""))] == ["workbook.no_reader"] * 2


def test_a_child_that_dies_over_a_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "own_command", _program("print('klaar', flush=True); input()"))
    assert [one.refused for one in read_files(files(tmp_path, een=b""))] == ["workbook.too_large"]


def test_the_child_answers_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_limit(_: int) -> None:
        """The process of the tests goes on."""

    monkeypatch.setattr(child, "limit_memory", no_limit)
    (path,) = files(tmp_path, een=book(row(inline("a"))))
    table = tmp_path / "blad.csv"
    table.write_text("a;b\n", encoding="utf-8")
    answers = io.StringIO()
    child.serve(io.StringIO("".join(f"{json.dumps(str(one))}\n" for one in (path, table, tmp_path))), answers)
    ready, first, second, third = map(json.loads, answers.getvalue().splitlines())
    assert ready == "ready"
    assert first["sheets"][0][0] == "Blad"
    assert second["sheets"][0][0] == "blad"
    assert third["refused"] == "file.not_readable"


def test_a_file_that_needs_more_memory_than_there_is_is_too_large(tmp_path: Path) -> None:
    rows = "".join(row(inline(f"tekst {at} " * 60), number=at) for at in range(1, 190_000))
    (found,) = read_files(files(tmp_path, zwaar=packed(parts(sheet(rows)))), seconds=60)
    assert found.refused == "workbook.too_large"

"""The suite under the Windows Python: every test gets its turn, and one that fails cannot hide."""

import subprocess
from pathlib import Path

import pytest
import windows_tests
from bootstrap import SetupError

ROOT = Path(__file__).parents[2]


def test_every_folder_with_tests_has_its_turn() -> None:
    found = {windows_tests.name_of(part): part for part in windows_tests.parts(ROOT / "tests")}
    assert {"tests", "tests/dossier", "tests/ui", "tests/ui/comments"} <= set(found)
    assert not {"tests/benchmarks", "tests/xvfb"} & set(found)
    assert {"--ignore=tests/benchmarks", "--ignore=tests/xvfb"} <= set(found["tests"])
    assert "--ignore=tests/ui" in found["tests"]
    assert "--ignore=tests/ui/comments" in found["tests/ui"]


def test_a_folder_is_run_without_the_folders_inside_it(tests: Path) -> None:
    (tests / "test_nul.py").write_text("", encoding="ascii")
    assert [*windows_tests.parts(tests)] == [
        ("tests", "--ignore=tests/een", "--ignore=tests/twee"),
        ("tests/een",),
        ("tests/twee",),
    ]


@pytest.fixture
def tests(tmp_path: Path) -> Path:
    """A folder of tests with two parts."""
    for name in ("een/test_een.py", "twee/test_twee.py"):
        (tmp_path / "tests" / name).parent.mkdir(parents=True)
        (tmp_path / "tests" / name).write_text("", encoding="ascii")
    return tmp_path / "tests"


def test_a_part_that_fails_is_named_and_the_others_still_run(tests: Path, tmp_path: Path) -> None:
    def run(arguments: tuple[str, ...]) -> "subprocess.CompletedProcess[str]":
        code = int("tests/een" in arguments)
        return subprocess.CompletedProcess(arguments, code, stdout=f"gedraaid: {arguments[-1]}\n1 passed in 0.1s")

    report = tmp_path / "verslag.txt"
    with pytest.raises(SetupError, match="tests/een"):
        windows_tests.run_all(run, report, tests)
    said = report.read_text(encoding="utf-8")
    assert "--- tests/een: MISLUKT (1), 1 passed in 0.1s\ngedraaid: tests/een" in said
    assert "--- tests/twee: goed" in said


def test_every_part_is_counted() -> None:
    said = "..s\nSKIPPED [1] twee: nergens voor nodig\n2 passed, 1 skipped in 3.20s\n"
    done = subprocess.CompletedProcess(("pytest",), 0, stdout=said)
    assert windows_tests.verdict(done) == "goed, 2 passed, 1 skipped in 3.20s"


def test_a_suite_that_passes_ends_quietly(tests: Path, tmp_path: Path) -> None:
    said = "3 passed in 0.10s\n"
    windows_tests.run_all(lambda words: subprocess.CompletedProcess(words, 0, stdout=said), tmp_path / "uit.txt", tests)


def test_a_part_that_crashes_without_a_code_has_failed(tests: Path, tmp_path: Path) -> None:
    said = "...Windows fatal exception: access violation\n"
    with pytest.raises(SetupError, match="tests/een, tests/twee"):
        windows_tests.run_all(
            lambda words: subprocess.CompletedProcess(words, 0, stdout=said), tmp_path / "uit.txt", tests
        )

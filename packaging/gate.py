"""The quality gate: format, lint, types, direction of imports, tests with coverage. All run, even when one fails.

Run by `packaging/bootstrap.py test`, or by hand in the environment: `.venv/bin/python packaging/gate.py`. The tests
stream to the terminal while the four others run beside them; what a failed one said is printed afterwards, and the last
lines tell how each gate went.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One check: its name and what the Python of this environment gets as arguments."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a gate went: exit code, duration in seconds, and what it said when that was not shown yet."""

    name: str
    exit_code: int
    seconds: float
    output: str


CHECKS = (
    Gate(name="ruff format", arguments=("-m", "ruff", "format", "--check", ".")),
    Gate(name="ruff check", arguments=("-m", "ruff", "check", ".")),
    Gate(name="pyright", arguments=("-m", "pyright", "--pythonpath", sys.executable)),
    Gate(name="lint-imports", arguments=("-c", "from importlinter.cli import import_linter as main; main(['lint'])")),
)

# The files of tests are shared out over the processor cores; benchmarks do not go together with that. When a worker
# crashes, the run ends and names the test: with a new worker it would wait for ever (pytest-xdist issues 784 and 1378).
TESTS = Gate(
    name="pytest",
    arguments=(
        *("-m", "pytest", "--cov", "-p", "no:benchmark"),
        *("-n", "auto", "--dist", "loadfile", "--max-worker-restart", "0"),
    ),
)


def main(checks: Sequence[Gate] = CHECKS, tests: Gate = TESTS) -> int:
    """Run every check, and the tests beside them. Gives 0 when all passed, else 1."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        waiting = [beside.submit(run, check, subprocess.PIPE) for check in checks]
        tested = run(tests, None)
        results = [*(check.result() for check in waiting), tested]
    print(report(results), flush=True)
    return 0 if all(result.exit_code == 0 for result in results) else 1


def run(gate: Gate, output: int | None) -> Result:
    """Run one gate in the project folder. `output` is `subprocess.PIPE` to keep what it says, or None to show it."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, *gate.arguments],
        cwd=ROOT,
        env=gate_environment(),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    return Result(
        name=gate.name, exit_code=done.returncode, seconds=time.monotonic() - start, output=(done.stdout or "").strip()
    )


def gate_environment() -> dict[str, str]:
    """The environment of every gate, in which pyright does not ask the network whether there is a newer one."""
    return {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}


def report(results: Sequence[Result]) -> str:
    """What the failed gates said, then one line per gate."""
    return "\n".join(["", *complaints(results), *map(summary_line, results)])


def complaints(results: Iterable[Result]) -> list[str]:
    """What the failed gates said, each under its name."""
    return [f"--- {result.name}\n{result.output}\n" for result in results if result.exit_code and result.output]


def summary_line(result: Result) -> str:
    """One gate in one line, such as 'ruff check     passed    0.1 s'."""
    verdict = "passed" if result.exit_code == 0 else "FAILED"
    return f"{result.name:<14} {verdict} {result.seconds:>7.1f} s"


if __name__ == "__main__":
    sys.exit(main())

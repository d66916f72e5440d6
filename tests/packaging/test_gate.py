"""The gate runs everything, shows what went wrong, and passes only when all passed."""

import subprocess

import gate
import pytest
from gate import Gate, Result

PASSING = Gate(name="fine", arguments=("-c", "print('nothing to see')"))
FAILING = Gate(name="broken", arguments=("-c", "import sys; print('line 3: nee'); sys.exit(2)"))


def test_all_gates_passing_is_a_pass(capfd: pytest.CaptureFixture[str]) -> None:
    assert gate.main([PASSING], PASSING) == 0
    assert capfd.readouterr().out.count("passed") == 2


@pytest.mark.parametrize(("checks", "tests"), [([FAILING, PASSING], PASSING), ([PASSING], FAILING)])
def test_one_failing_gate_fails_all_after_the_others_ran(
    checks: list[Gate], tests: Gate, capfd: pytest.CaptureFixture[str]
) -> None:
    assert gate.main(checks, tests) == 1
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[-len(checks) - 1 :]] == [
        [each.name, "FAILED" if each is FAILING else "passed"] for each in [*checks, tests]
    ]


def test_what_a_failed_check_said_is_shown_and_what_a_passed_one_said_is_not() -> None:
    results = [gate.run(FAILING, subprocess.PIPE), gate.run(PASSING, subprocess.PIPE)]
    assert "--- broken\nline 3: nee\n" in gate.report(results)
    assert "nothing to see" not in gate.report(results)


def test_a_gate_is_told_in_one_line() -> None:
    line = gate.summary_line(Result(name="ruff check", exit_code=0, seconds=0.14, output=""))
    assert line == "ruff check     passed     0.1 s"


def test_the_gates_of_the_project_are_these() -> None:
    names = [check.name for check in [*gate.CHECKS, gate.TESTS]]
    assert names == ["ruff format", "ruff check", "pyright", "lint-imports", "pytest"]

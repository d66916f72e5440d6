"""What the project promises on paper: the README's commands are those of CI, licence and changelog are complete."""

import re
from pathlib import Path

import riec_desktop

ROOT = Path(__file__).parents[2]


def read(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def commands(text: str) -> list[str]:
    """The lines that do something in a shell script."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_readme_gives_two_commands() -> None:
    blocks = re.findall(r"^```\n(.*?)\n```$", read("README.md"), re.MULTILINE | re.DOTALL)
    assert blocks == ["python3 packaging/bootstrap.py", "python3 packaging/bootstrap.py test"]


def test_ci_runs_the_second_command_of_the_readme_and_nothing_else() -> None:
    second = re.findall(r"^```\n(.*?)\n```$", read("README.md"), re.MULTILINE | re.DOTALL)[1]
    strict, into_the_project, *rest = commands(read(".ci", "run"))
    assert strict == "set -euo pipefail"
    assert into_the_project == 'cd "$(dirname "${BASH_SOURCE[0]}")/.."'
    assert rest == [second]


def test_the_licence_is_the_whole_eupl() -> None:
    text = read("LICENSE")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert [int(number) for number in re.findall(r"^(\d+)\. [A-Z]", text, re.MULTILINE)] == list(range(1, 16))
    assert text.rstrip().endswith("require the production of a new EUPL version.")


def test_the_changelog_starts_with_this_version() -> None:
    newest = re.search(r"^## (\S+)", read("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == riec_desktop.__version__


def test_every_lint_rule_that_is_off_says_why() -> None:
    lint = read("pyproject.toml").partition("[tool.ruff.lint]")[2].partition("[tool.ruff.lint.flake8")[0]
    rules = re.findall(r'^    ("[A-Z]+\d*",.*)$', lint, re.MULTILINE)
    assert len(rules) > 10
    assert [rule for rule in rules if " # " not in rule] == []

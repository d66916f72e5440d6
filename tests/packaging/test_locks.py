"""The locks hold what pyproject.toml asks for, with hashes, and nothing about where it was downloaded from."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-test.txt")
PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lock_text(name: str) -> str:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def pins(name: str) -> set[tuple[str, str]]:
    """The (package, version) pairs of a lock; a package can have two versions, each for its own Pythons."""
    return set(PINNED.findall(lock_text(name)))


def asked(*groups: str) -> list[Requirement]:
    """What the project needs to run, and what these dependency groups add."""
    lines: list[str] = [*PROJECT["project"]["dependencies"]]
    for group in groups:
        lines += PROJECT["dependency-groups"][group]
    return [Requirement(line) for line in lines]


def unmet(requirements: list[Requirement], lock: str) -> list[str]:
    """The requirements that no pin of the lock fulfils."""
    return [
        str(wanted)
        for wanted in requirements
        if not any(
            name == canonicalize_name(wanted.name) and version in wanted.specifier for name, version in pins(lock)
        )
    ]


def test_the_lock_to_run_holds_all_that_the_project_needs() -> None:
    assert unmet(asked("build"), "requirements.txt") == []


def test_the_test_lock_holds_all_groups_as_well() -> None:
    assert unmet(asked("build", "test", "benchmark"), "requirements-test.txt") == []


def test_the_test_lock_holds_the_other_in_the_same_versions() -> None:
    assert pins("requirements.txt") <= pins("requirements-test.txt")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z])", lock_text(lock))[1:]
    assert len(entries) == len(pins(lock))
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_server_and_no_folder(lock: str) -> None:
    assert re.findall(r"://|--find-links|index-url|--trusted-host| @ ", lock_text(lock)) == []

"""The bill of materials: everything that is shipped, nothing that only builds it, each with its licence."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import bill
import build_results
import pytest

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "packaging" / "licences"


@pytest.fixture(scope="module")
def inside() -> Mapping[str, object]:
    """What the libraries inside the packages of this environment say."""
    script = ROOT / "packaging" / "bundled.py"
    said = subprocess.run([sys.executable, script], check=True, capture_output=True, encoding="utf-8").stdout
    return cast("Mapping[str, object]", json.loads(said))


@pytest.fixture(scope="module")
def parts(inside: Mapping[str, object]) -> dict[str, bill.Part]:
    packages = build_results.shipped_packages(Path(sys.prefix))
    rows = cast("list[list[str]]", inside["bundled"])
    return {part.reference: part for part in bill.parts_of(packages, str(inside["python"]), rows)}


def test_the_parts_are_what_is_shipped_and_no_tool_that_builds(parts: Mapping[str, bill.Part]) -> None:
    assert {"lxml", "pyside6-essentials", "chunspell", "python", "woordenlijst", "python/SQLite"} <= set(parts)
    assert not {"hatchling", "numpy", "pandas", "pytest", "pathspec"} & set(parts)


def test_every_part_has_a_version_or_is_inside_one_that_has(parts: Mapping[str, bill.Part]) -> None:
    assert [one.name for one in parts.values() if not one.version and "/" not in one.reference] == []
    assert parts["pyside6-essentials/Qt"].version == parts["pyside6-essentials"].version


def test_every_licence_has_its_name_in_the_list_of_licences(parts: Mapping[str, bill.Part]) -> None:
    with_exception = {"pyinstaller"}
    assert {one.name for one in parts.values() if not one.known or not one.licences} <= with_exception


def test_everything_inside_a_package_is_named_in_the_texts_that_we_ship(parts: Mapping[str, bill.Part]) -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in TEXTS.iterdir())
    assert [one.name for one in parts.values() if "/" in one.reference and one.name not in told] == []


def test_the_bill_tells_what_is_in_what(parts: Mapping[str, bill.Part]) -> None:
    made = bill.bill_of("1.2.3", tuple(parts.values()))
    rows = cast("list[Mapping[str, object]]", made["dependencies"])
    depends = {str(row["ref"]): cast("list[str]", row["dependsOn"]) for row in rows}
    assert "chunspell/Hunspell" in depends["chunspell"]
    assert {"python", "lxml"} <= set(depends["programma"])
    assert set(depends) == {"programma", *parts}

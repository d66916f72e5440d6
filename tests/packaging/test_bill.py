"""The bill of materials: everything that is shipped, nothing that only builds it, each with its licence."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path
from typing import cast

import bill
import build_results
import bundled
import locked_for
import pytest
from bootstrap import SetupError

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


def test_every_part_has_a_version_also_what_is_inside_another(parts: Mapping[str, bill.Part]) -> None:
    assert [one.reference for one in parts.values() if not one.version] == []
    assert parts["pyside6-essentials/Qt"].version == parts["pyside6-essentials"].version


def test_a_bill_with_a_part_of_no_version_is_not_written(parts: Mapping[str, bill.Part], tmp_path: Path) -> None:
    newer = replace(parts["pillow/xz"], version="")
    with pytest.raises(SetupError, match="pillow/xz"):
        bill.write_bill(tmp_path / "lijst.json", "1.2.3", (newer,))
    assert not (tmp_path / "lijst.json").exists()


def test_what_is_stated_of_a_library_is_what_its_file_is_named_after(parts: Mapping[str, bill.Part]) -> None:
    """Only on Linux the libraries of Pillow are files; there the number that is stated must be in their names."""
    files = [one.name for one in distribution("pillow").files or () if one.name.startswith("liblzma")]
    assert [name.endswith(f".so.{parts['pillow/xz'].version}") for name in files] == [True] * len(files)


def test_what_is_stated_holds_for_the_python_and_the_packages_that_are_shipped() -> None:
    locked = (ROOT / "packaging" / "requirements-freeze.txt").read_text(encoding="utf-8")
    shipped = {
        ("python", locked_for.WINDOWS["python_full_version"]),
        *re.findall(r"^(\S+)==(\S+)", locked, re.MULTILINE),
    }
    assert {(name, version) for name, version, _ in bundled.STATED} <= shipped


def test_every_licence_has_its_name_in_the_list_of_licences(parts: Mapping[str, bill.Part]) -> None:
    with_exception = {"pyinstaller"}
    assert {one.name for one in parts.values() if not one.known or not one.licences} <= with_exception


def test_everything_inside_a_package_is_named_in_the_texts_that_we_ship(parts: Mapping[str, bill.Part]) -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in TEXTS.iterdir())
    assert [one.name for one in parts.values() if "/" in one.reference and one.name not in told] == []


def test_the_source_of_what_is_under_the_lgpl_is_offered_in_the_version_that_is_shipped(
    parts: Mapping[str, bill.Part],
) -> None:
    offered = (TEXTS / "Broncode.txt").read_text(encoding="utf-8")
    lgpl = {one.name: one.version for one in parts.values() if any("LGPL" in licence for licence in one.licences)}
    assert {"Qt", "Hunspell", "shiboken6"} <= set(lgpl)
    assert [name for name, version in lgpl.items() if version not in offered] == []
    assert all(f"{name} {parts[name].version}" in offered for name in ("chunspell", "lxml"))


def test_the_bill_tells_what_is_in_what(parts: Mapping[str, bill.Part]) -> None:
    made = bill.bill_of("1.2.3", tuple(parts.values()))
    rows = cast("list[Mapping[str, object]]", made["dependencies"])
    depends = {str(row["ref"]): cast("list[str]", row["dependsOn"]) for row in rows}
    assert "chunspell/Hunspell" in depends["chunspell"]
    assert {"python", "lxml"} <= set(depends["programma"])
    assert set(depends) == {"programma", *parts}

"""The house rules that no tool of the gate knows: how long things are, and that no rule is switched off in a line."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = [*sorted((ROOT / "riec_desktop").rglob("*.py")), *sorted((ROOT / "packaging").glob("*.py"))]
EVERYTHING = [*PROGRAM, *sorted((ROOT / "tests").rglob("*.py"))]

SWITCHED_OFF = re.compile(r"# *(noqa|type: *ignore|pyright: *(ignore|basic)|ruff: *noqa|pragma: *no|fmt: *(off|skip))")


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """The place of each function of a module, and its length in lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.name}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_no_function_is_longer_than_fifty_lines() -> None:
    assert [place for path in PROGRAM for place, length in functions(path) if length > 50] == []


def test_nine_of_ten_functions_are_shorter_than_fifteen_lines() -> None:
    lengths = sorted(length for path in PROGRAM for _, length in functions(path))
    assert lengths[len(lengths) * 9 // 10] < 15


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    assert [(path.name, len(lines(path))) for path in PROGRAM if len(lines(path)) > 400] == []


def test_no_rule_is_switched_off_in_a_line() -> None:
    places = [f"{path.name}:{number}" for path in EVERYTHING for number in switched_off(path)]
    assert places == []


def switched_off(path: Path) -> list[int]:
    return [number for number, line in enumerate(lines(path), 1) if SWITCHED_OFF.search(line)]


def test_a_line_that_switches_a_rule_off_is_found(tmp_path: Path) -> None:
    path = tmp_path / "bad.py"
    path.write_text("import os  #" + " noqa: F401\nx = 1  #" + "type:ignore\n", encoding="utf-8")
    assert switched_off(path) == [1, 2]


def test_what_goes_to_the_clipboard_is_made_by_qt() -> None:
    made = re.compile(r"\bQMimeData" + r"\(")
    assert [path.name for path in EVERYTHING if made.search(path.read_text(encoding="utf-8"))] == []

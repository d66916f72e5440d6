"""Whatever file operation fails in a save, a backup, an export or a merge: files are whole and the work is all there.

Here every operation fails in one way, each in another than the one before; tests/benchmarks/test_every_trouble.py lets
each of them fail in every way.
"""

import re
from pathlib import Path

import pytest

from tests.helpers.trouble import KINDS
from tests.helpers.troubled import DO, prepared, trouble_everywhere

DOCS = Path(__file__).parents[2] / "docs" / "betrouwbaarheid.md"


@pytest.mark.parametrize("task", DO)
def test_trouble_at_any_operation_loses_nothing(task: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(tmp_path / "begin")
    count = trouble_everywhere(task, tuple(KINDS), tmp_path / "plaatsen", tmp_path / "begin", monkeypatch)
    told = dict(re.findall(r"^\| `(\w+)` \| (\d+) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    assert int(told[task]) == count, "docs/betrouwbaarheid.md counts them"

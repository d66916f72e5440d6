"""Every file operation of everything that writes files, failing in every way. Takes minutes: run it by hand.

`pytest tests/benchmarks/test_every_trouble.py -o addopts="--import-mode=importlib"`
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.sessions import closing_sessions
from tests.helpers.trouble import KINDS
from tests.helpers.troubled import DO, prepared, trouble_everywhere


@pytest.fixture(autouse=True)
def sessions_end() -> Iterator[None]:
    with closing_sessions():
        yield


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("task", DO)
def test_trouble_of_any_kind_at_any_operation(
    task: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(tmp_path / "begin")
    assert trouble_everywhere(task, (kind,), tmp_path / "plaatsen", tmp_path / "begin", monkeypatch) > 0

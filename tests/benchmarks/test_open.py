"""How long opening a dossier takes, at the size of the example and 50 times it."""

from pathlib import Path
from typing import Any

import pytest

from riec_desktop.dossier.record import new_id
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import read_dossier, write_dossier
from riec_desktop.workspace.content import example_dossier
from tests.helpers.scaled import scaled


@pytest.mark.parametrize("times", [1, 50])
def test_opening_a_dossier(benchmark: Any, tmp_path: Path, times: int) -> None:
    dossier, path = scaled(example_dossier(), times), tmp_path / "groot.riec"
    write_dossier(path, FileContent(id=new_id(), version=1, dossier=dossier))
    benchmark.group = f"openen × {times}"
    assert benchmark.pedantic(read_dossier, (path,), rounds=3, warmup_rounds=1).dossier == dossier

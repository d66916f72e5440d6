"""Feeds damaged files and odd texts to what reads them, for as long as somebody likes; run by hand, not by the suite.

    pip install atheris
    python tests/fuzz/fuzz.py dossier -max_total_time=200 -len_control=0 -max_len=600 -timeout=20

Atheris (libFuzzer) watches which lines each input reaches and goes on from those that reach new ones. A damaged file
must give one of our errors with a sentence, never another exception, a hang or a crash. What it finds becomes a test
beside the other tests of that reader.
"""

import importlib
import io
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
atheris: Any = importlib.import_module("atheris")

with atheris.instrument_imports(include=["riec_desktop"]):
    from riec_desktop.dossier import views
    from riec_desktop.dossier.markdown import canonical, parse, write
    from riec_desktop.dossier.records import PortfolioReport
    from riec_desktop.errors import RiecError
    from riec_desktop.excel.form_answer import form_answer
    from riec_desktop.excel.reading.cells import Refusal
    from riec_desktop.excel.reading.workbook import read_workbook
    from riec_desktop.messages import sentence
    from riec_desktop.storage.content import FileContent, changeset_of
    from riec_desktop.storage.dossier_file import Limits, image_of, read_dossier
    from riec_desktop.workspace.content import example_dossier
    from riec_desktop.workspace.environment import real_environment
    from riec_desktop.workspace.form_review import proposals
    from riec_desktop.workspace.forms import FormOrder, make_form

FOLDER = Path(tempfile.mkdtemp(prefix="riec-fuzz-"))
_STEPS = Limits(steps=20_000_000)


def _damaged(data: bytes, choose: Any) -> bytes:
    """The bytes with a few stretches written over, cut out or put in."""
    found = bytearray(data)
    for _ in range(choose.ConsumeIntInRange(1, 6)):
        at = choose.ConsumeIntInRange(0, max(0, len(found) - 1))
        length = choose.ConsumeIntInRange(0, 64)
        new = choose.ConsumeBytes(choose.ConsumeIntInRange(0, 64))
        found[at : at + length] = new
    return bytes(found)


# --- Dossier files ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _dossier_image() -> bytes:
    return image_of(FileContent(id="5d5f2c52-3f3c-4d5e-9a34-d06b8d0d1c11", version=1, dossier=example_dossier()))


def fuzz_dossier(data: bytes) -> None:
    """A dossier file with damage anywhere."""
    choose = atheris.FuzzedDataProvider(data)
    path = FOLDER / "dossier.riec"
    path.write_bytes(_damaged(_dossier_image(), choose))
    try:
        for row in read_dossier(path, limits=_STEPS).history:
            changeset_of(row)
    except RiecError as error:
        sentence(error)


# --- Forms -----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _form_parts() -> Mapping[str, bytes]:
    dossier, env = example_dossier(), real_environment()
    year = views.years(dossier)[0]
    report = dossier.where(PortfolioReport, "year_id", year.id)[0]
    order = FormOrder(year=year, report_ids=(report.id,), recipient="Anna")
    made = make_form(dossier, order, dossier_id="d", version="1", form_id=env.new_id(), now=env.now())
    with zipfile.ZipFile(io.BytesIO(made.workbook)) as package:
        return {name: package.read(name) for name in package.namelist()}


def fuzz_form(data: bytes) -> None:
    """A form of which a part of the workbook, or the workbook itself, is damaged."""
    choose = atheris.FuzzedDataProvider(data)
    parts = dict(_form_parts())
    whole = choose.ConsumeBool()
    at: int = choose.ConsumeIntInRange(0, len(parts) - 1)
    name = sorted(parts)[at]
    if not whole:
        parts[name] = _damaged(parts[name], choose)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)
    book = _damaged(made.getvalue(), choose) if whole else made.getvalue()
    try:
        answer = form_answer(read_workbook(book), "formulier.xlsx")
        if answer is not None:
            proposals(example_dossier(), answer, "d")
    except Refusal as refused:
        sentence(RiecError(refused.code, file="formulier.xlsx", place=refused.sheet, limit=30))
    except RiecError as error:
        sentence(error)


# --- Rich text -------------------------------------------------------------------------------------------------------


def fuzz_text(data: bytes) -> None:
    """Any text at all; its canonical spelling is the same when it is read again."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicode(2_000)
    kept = canonical(text)
    assert canonical(kept) == kept
    assert write(parse(kept)) == kept


TARGETS: Mapping[str, Callable[[bytes], None]] = {"dossier": fuzz_dossier, "form": fuzz_form, "text": fuzz_text}

if __name__ == "__main__":
    target = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()

"""Any text that somebody brings in: through the dossier file into Word, and the same when it is read there."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.markdown import from_plain, parse
from riec_desktop.dossier.records import (
    Answer,
    Portfolio,
    PortfolioReport,
    Question,
    ReportYear,
    StrategicAgenda,
    StrategicGoal,
)
from riec_desktop.dossier.richtext import plain_text
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import read_dossier, write_dossier
from riec_desktop.workspace.documents import WordRequest, make_word
from tests.helpers.strategies import raw_texts
from tests.helpers.word import texts_of

FRAME = (
    StrategicAgenda(id="a", first_year=2021, last_year=2023),
    StrategicGoal(id="d", agenda_id="a", short_name="Doel"),
    ReportYear(id="j", year=2023, agenda_id="a"),
    Question(id="q", year_id="j", topic="context"),
    Portfolio(id="p", name="naam"),
    PortfolioReport(id="v", year_id="j", portfolio_id="p", goal_id="d"),
)


def kept(text: str) -> list[str]:
    """The paragraphs that the model keeps of a text."""
    shown = plain_text(parse(from_plain(text)), lambda _: "")
    return shown.split("\n") if shown else []


def read_in_word(folder: Path, text: str) -> list[str]:
    """The paragraphs of the chapter after the text went through a dossier file."""
    dossier = dossier_of([*FRAME, Answer(id="w", report_id="v", question_id="q", text=from_plain(text))])
    file = folder / "tekst.riec"
    write_dossier(file, FileContent(id="x", version=1, dossier=dossier))
    request = WordRequest(year=2023, options=ChapterOptions(), template=None, target=folder / "tekst.docx")
    made = make_word(read_dossier(file).dossier, request, date(2024, 1, 1), lambda _part, _text: None, lambda: False)
    return texts_of(made.path.read_bytes())


def stands_in(wanted: list[str], found: list[str]) -> bool:
    """Whether these paragraphs stand in a row among those."""
    places = range(len(found) - len(wanted) + 1)
    return any(found[place : place + len(wanted)] == wanted for place in places)


@settings(max_examples=60)
@given(raw_texts(max_size=80))
def test_any_text_is_read_in_word_as_it_was_kept(text: str) -> None:
    with TemporaryDirectory() as folder:
        assert stands_in(kept(text), read_in_word(Path(folder), text))


UNITS = (
    "Gewone tekst & <w:p> ]]> {cijfer:x} **niet vet** _é_ 👩‍👧. ",
    "\x00=1+1\u202e",
    "x",
)


@pytest.mark.parametrize("unit", UNITS, ids=["markup", "control characters", "one word"])
def test_a_megabyte_of_text_is_read_in_word_whole(unit: str, tmp_path: Path) -> None:
    text = unit * (1_000_000 // len(unit))
    assert stands_in(kept(text), read_in_word(tmp_path, text))
    assert sum(map(len, kept(text))) > 500_000

"""Contents of dossier files for tests: one that a person can follow, and random ones with history and assets."""

from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import strategies as st

from riec_desktop.dossier.changes import AddRecord, Change, ChangeSet, SetField, Source
from riec_desktop.dossier.choices import OrganisationKind
from riec_desktop.dossier.compare import diff
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import Answer, IndicatorValue, Organisation, Settings
from riec_desktop.storage.content import FileContent, history_row
from tests.helpers.strategies import dossiers, raw_texts

FILE_ID = "5d5f2c52-3f3c-4d5e-9a34-d06b8d0d1c11"
LIMBURG = Organisation(
    id="0a1b2c3d-0000-4000-8000-000000000001", name="RIEC Limburg", kind=OrganisationKind.RIEC, aliases=("Limburg",)
)
ANSWER = Answer(id="0a1b2c3d-0000-4000-8000-000000000002", text="Er is **veel** gedaan.")
VALUE = IndicatorValue(id="0a1b2c3d-0000-4000-8000-000000000003", year=2022, actual=Decimal("12.5"))
MOMENT = datetime(2023, 2, 1, 9, 30, tzinfo=UTC)


def changeset(number: int, *changes: Change, label: str = "Antwoord gewijzigd") -> ChangeSet:
    """A step with an id that follows from its number."""
    step_id = f"00000000-0000-4000-8000-{number:012d}"
    return ChangeSet(id=step_id, label=label, source=Source.INPUT, author="Tester", time=MOMENT, changes=changes)


def new_text(number: int, old: str, new: str) -> ChangeSet:
    """The step that changes the text of `ANSWER`."""
    change = SetField(kind=Answer, record_id=ANSWER.id, field="text", old=old, new=new)
    return changeset(number, change)


def sample(version: int = 1) -> FileContent:
    """A small dossier with one step of history and one asset."""
    return FileContent(
        id=FILE_ID,
        version=version,
        dossier=dossier_of([Settings(id="settings", name="Voorbeeld"), LIMBURG, ANSWER, VALUE]),
        history=(history_row(changeset(0, AddRecord(ANSWER), label="Antwoord toegevoegd")),),
        assets={"verstuurd/formulier.xlsx": b"PK\x03\x04"},
    )


@st.composite
def changesets(draw: st.DrawFn, number: int = 1) -> ChangeSet:
    """A step between two random dossiers: every kind of change, of every field."""
    before, after = draw(dossiers(sound=False, max_records=5)), draw(dossiers(sound=False, max_records=5))
    return changeset(number, *diff(before, after), label=draw(raw_texts()).strip() or "Stap")


@st.composite
def file_contents(draw: st.DrawFn) -> FileContent:
    """Everything a dossier file can hold."""
    dossier: Dossier = draw(dossiers(sound=False))
    return FileContent(
        id=FILE_ID,
        version=draw(st.integers(0, 2**31)),
        dossier=dossier,
        history=tuple(history_row(draw(changesets(number))) for number in range(draw(st.integers(0, 2)))),
        assets=draw(st.dictionaries(st.text("abc/.", max_size=8), st.binary(max_size=40), max_size=2)),
    )

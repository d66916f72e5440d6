"""A Change is the only way to alter a dossier: applying, undoing, comparing."""

from datetime import UTC, datetime
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.changes import (
    AddRecord,
    Applied,
    Change,
    ChangeSet,
    RemoveRecord,
    SetField,
    Source,
    apply,
    apply_changes,
    merged_steps,
    set_field,
    set_fields,
)
from riec_desktop.dossier.compare import diff, owned, remove
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import Value, specs
from riec_desktop.dossier.records import Activity, Answer, Organisation, Portfolio, PortfolioReport
from tests.helpers.strategies import dossiers

GOOR = Organisation(id="goor", name="RIEC Goor")


def changeset(*changes: Change) -> ChangeSet:
    return ChangeSet(
        id="1",
        label="wijziging",
        source=Source.INPUT,
        author="test",
        time=datetime(2026, 1, 1, tzinfo=UTC),
        changes=changes,
    )


@given(dossiers(), dossiers())
def test_applying_the_difference_gives_the_other_dossier(old: Dossier, new: Dossier) -> None:
    applied = apply_changes(old, diff(old, new))
    assert applied.dossier == new
    assert applied.conflicts == ()


@given(dossiers(), dossiers())
def test_applying_the_inverse_gives_the_dossier_before(old: Dossier, new: Dossier) -> None:
    step = changeset(*diff(old, new))
    assert apply(apply(old, step).dossier, step.inverse()).dossier == old


@given(dossiers(), dossiers(), dossiers())
def test_what_did_not_fit_is_told_and_the_rest_can_be_undone(start: Dossier, old: Dossier, new: Dossier) -> None:
    step = changeset(*diff(old, new))
    applied = apply(start, step)
    assert len(applied.done) + len(applied.conflicts) == len(step.changes)
    back = apply_changes(applied.dossier, changeset(*applied.done).inverse().changes)
    assert back == Applied(dossier=start, done=back.done, conflicts=())


@given(dossiers(), st.data())
def test_removing_a_record_leaves_no_reference_to_it(dossier: Dossier, data: st.DataObject) -> None:
    records = list(dossier.records())
    if not records:
        return
    record = data.draw(st.sampled_from(records))
    gone = {record.id, *(part.id for part in owned(dossier, record))}
    left = apply_changes(dossier, remove(dossier, record))
    assert left.conflicts == ()
    assert gone.isdisjoint(one.id for one in left.dossier.records())
    assert gone.isdisjoint(reference for one in left.dossier.records() for reference in references(one))


def references(record: object) -> list[str]:
    found: list[str] = []
    for spec in specs(type(record)).values():
        value = cast("Value", getattr(record, spec.name))
        if spec.to and isinstance(value, tuple):
            found.extend(cast("tuple[str, ...]", value))
        elif spec.to and value is not None:
            found.append(str(value))
    return found


def test_a_value_that_changed_meanwhile_is_a_conflict_and_stays() -> None:
    change = SetField(kind=Organisation, record_id="goor", field="name", old="iets anders", new="RIEC Delden")
    applied = apply_changes(dossier_of([GOOR]), [change])
    assert applied.dossier == dossier_of([GOOR])
    assert [(one.change, one.found) for one in applied.conflicts] == [(change, "RIEC Goor")]


def test_a_change_of_a_record_that_is_gone_is_a_conflict() -> None:
    changes = [*set_field(GOOR, "name", "RIEC Delden"), RemoveRecord(GOOR)]
    applied = apply_changes(Dossier(), changes)
    assert [one.found for one in applied.conflicts] == [None, None]


def test_a_record_is_not_added_over_another_with_its_id() -> None:
    other = Organisation(id="goor", name="RIEC Delden")
    applied = apply_changes(dossier_of([GOOR]), [AddRecord(other)])
    assert applied.dossier.get(Organisation, "goor") == GOOR
    assert applied.conflicts[0].found == GOOR


def test_giving_a_field_the_value_it_has_changes_nothing() -> None:
    assert set_fields(GOOR, name="RIEC Goor", first_year=2021) == set_field(GOOR, "first_year", 2021)


def test_typing_on_in_one_field_is_one_step() -> None:
    first = set_field(GOOR, "name", "RIEC G")
    second = (SetField(kind=Organisation, record_id="goor", field="name", old="RIEC G", new="RIEC Ge"),)
    assert merged_steps(first, second) == set_field(GOOR, "name", "RIEC Ge")


def test_edits_of_different_fields_are_different_steps() -> None:
    name, year = set_field(GOOR, "name", "RIEC G"), set_field(GOOR, "first_year", 2021)
    assert merged_steps(name, year) is None
    assert merged_steps(name, (AddRecord(GOOR),)) is None
    assert merged_steps((*name, *year), name) is None


def test_a_portfolio_takes_its_reports_answers_and_activities_along() -> None:
    report = PortfolioReport(id="r", portfolio_id="p")
    parts = [report, Answer(id="a", report_id="r"), Activity(id="c", report_id="r", organisation_ids=("goor",))]
    dossier = dossier_of([GOOR, Portfolio(id="p"), *parts])
    left = apply_changes(dossier, remove(dossier, Portfolio(id="p"))).dossier
    assert left == dossier_of([GOOR])


def test_an_organisation_that_goes_is_taken_out_of_lists() -> None:
    activity = Activity(id="c", organisation_ids=("goor", "delden"), partner_ids=("goor",))
    dossier = dossier_of([GOOR, activity])
    left = apply_changes(dossier, remove(dossier, GOOR)).dossier
    assert left.get(Activity, "c") == Activity(id="c", organisation_ids=("delden",))


def test_steps_that_build_on_each_other_are_undone_from_the_last_one_back() -> None:
    first = set_field(GOOR, "name", "RIEC Delden")
    second = (SetField(kind=Organisation, record_id="goor", field="name", old="RIEC Delden", new="RIEC Borne"),)
    step = changeset(AddRecord(GOOR), *first, *second)
    done = apply(Dossier(), step)
    assert done.dossier == dossier_of([Organisation(id="goor", name="RIEC Borne")])
    assert apply(done.dossier, step.inverse()) == Applied(dossier=Dossier(), done=step.inverse().changes, conflicts=())

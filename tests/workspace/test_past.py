"""The past of a dossier: which steps there were, how to go back to one, and how to get one thing back."""

from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.dossier import edits
from riec_desktop.dossier.changes import AddRecord, Change, ChangeSet, RemoveRecord, SetField, Source, set_field
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Activity, Answer, Organisation, PortfolioReport, ReportYear
from riec_desktop.errors import RiecError
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.past import FieldValue, PastStep, after, back_to, field_past, past, restored
from riec_desktop.workspace.session import Session
from tests.helpers.sample import GOOR, TRAFFICKING, answer, sample
from tests.helpers.sessions import new_session, open_session
from tests.helpers.surroundings import START, Clock, environment

YEAR = ReportYear(id="jaar", year=2022)
REPORT = PortfolioReport(id="verslag", year_id="jaar")
ANSWER = Answer(id="antwoord", report_id="verslag")
DOSSIER = dossier_of([YEAR, REPORT, ANSWER])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def env(tmp_path: Path, clock: Clock) -> Environment:
    return environment(tmp_path / "gegevens", clock)


@pytest.fixture
def session(env: Environment, tmp_path: Path) -> Session:
    return new_session(env, DOSSIER, tmp_path / "dossier.riec")


def write(session: Session, *texts: str) -> None:
    """A step for each text."""
    for text in texts:
        session.edit(f"tekst {text}", edits.set_value(session.dossier, ANSWER, "text", text))


def text_in(session: Session) -> str:
    found = session.dossier.get(Answer, "antwoord")
    return found.text if found else "(weg)"


def steps(session: Session) -> tuple[PastStep, ...]:
    return past(session.history, session.steps)


def labelled(session: Session, label: str) -> PastStep:
    return next(one for one in steps(session) if one.changeset.label == label)


# --- Steps -----------------------------------------------------------------------------------------------------------


def test_the_newest_step_comes_first_and_is_how_things_are(session: Session) -> None:
    write(session, "een", "twee", "drie")
    assert [(one.changeset.label, one.count, one.current) for one in steps(session)] == [
        ("tekst drie", 3, True),
        ("tekst twee", 2, False),
        ("tekst een", 1, False),
    ]


def test_a_dossier_without_steps_has_no_past(session: Session) -> None:
    assert steps(session) == ()


def test_going_back_and_forth_a_hundred_steps(session: Session) -> None:
    write(session, *(str(number) for number in range(100)))
    back_to(session, labelled(session, "tekst 3"))
    assert text_in(session) == "3"
    assert session.redo_label == "tekst 4"
    assert sum(one.undone for one in steps(session)) == 96
    back_to(session, labelled(session, "tekst 99"))
    assert text_in(session) == "99"
    assert session.redo_label == ""


def test_going_back_is_one_row_of_history_by_whoever_does_it(session: Session) -> None:
    write(session, "een", "twee", "drie")
    back_to(session, labelled(session, "tekst een"))
    newest = session.history[-1]
    assert (newest.label, newest.source, newest.author) == ("Terug tot: tekst een", Source.RESTORE, "anja")
    assert len(session.history) == 4


def test_what_was_undone_is_told_and_the_step_before_it_is_current(session: Session) -> None:
    write(session, "een", "twee")
    session.undo()
    found = {one.changeset.label: one for one in steps(session)}
    assert found["tekst twee"].undone
    assert found["tekst een"].current
    assert found["Ongedaan maken: tekst twee"].count is None


def test_undoing_every_step_and_doing_them_again(session: Session) -> None:
    write(session, "een", "twee")
    session.go_to(-5)
    assert text_in(session) == ""
    assert session.history[-1].label == "Terug tot het begin"
    session.go_to(9)
    assert text_in(session) == "twee"


def test_going_where_one_is_does_nothing(session: Session) -> None:
    write(session, "een")
    session.go_to(1)
    assert len(session.history) == 1


def test_who_listens_hears_of_it_once(session: Session) -> None:
    write(session, "een", "twee", "drie")
    heard: list[int] = []
    session.subscribe(lambda applied: heard.append(len(applied.done)))
    session.go_to(0)
    assert heard == [3]


def test_steps_of_before_the_dossier_was_opened_can_be_gone_back_to_and_that_is_undone(
    env: Environment, session: Session, tmp_path: Path
) -> None:
    write(session, "een", "twee", "drie")
    session.save()
    session.close()
    opened = open_session(env, tmp_path / "dossier.riec")
    assert labelled(opened, "tekst een").count is None
    back_to(opened, labelled(opened, "tekst een"))
    assert text_in(opened) == "een"
    assert opened.undo_label == "Terug tot: tekst een"
    opened.undo()
    assert text_in(opened) == "drie"


def test_a_year_that_was_closed_since_is_not_taken_back(env: Environment, session: Session, tmp_path: Path) -> None:
    write(session, "een", "twee")
    session.edit("afsluiten", set_field(YEAR, "state", YearState.CLOSED))
    session.save()
    session.close()
    opened = open_session(env, tmp_path / "dossier.riec")
    with pytest.raises(RiecError, match=r"year\.closed"):
        back_to(opened, labelled(opened, "tekst een"))
    assert text_in(opened) == "twee"


def test_after_a_step_that_is_unknown_there_is_nothing_to_take_back(session: Session) -> None:
    write(session, "een")
    assert after(session.history, "weg") == ()


# --- One change ------------------------------------------------------------------------------------------------------


def step(*changes: Change, author: str = "anja", number: int = 1) -> ChangeSet:
    return ChangeSet(id=f"stap-{number}", label="stap", source=Source.INPUT, author=author, time=START, changes=changes)


def back(dossier: Dossier, *changes: Change, which: int = 0) -> Dossier:
    """The dossier after these changes, with one of them taken back."""
    changed = applied(dossier, changes)
    return applied(changed, restored(changed, step(*changes), changes[which]))


def test_an_old_value_comes_back_over_what_was_written_since() -> None:
    first = set_field(answer("een"), "text", "twee")
    changed = applied(sample(answer("een")), first)
    later = applied(changed, set_field(changed.all(Answer)[0], "text", "drie"))
    assert applied(later, restored(later, step(*first), first[0])).all(Answer)[0].text == "een"


def test_a_value_that_stands_there_already_needs_no_change() -> None:
    change = set_field(answer("een"), "text", "twee")
    assert restored(sample(answer("een")), step(*change), change[0]) == ()


def test_a_field_of_a_record_that_is_gone_cannot_come_back() -> None:
    change = set_field(answer("een"), "text", "twee")
    assert restored(sample(), step(*change), change[0]) == ()


def test_a_record_that_was_added_is_taken_away_with_its_parts() -> None:
    activity = Activity(id="a", report_id=TRAFFICKING.id)
    added = AddRecord(TRAFFICKING)
    dossier = sample(activity)
    left = applied(dossier, restored(dossier, step(added), added))
    assert left.get(PortfolioReport, TRAFFICKING.id) is None
    assert left.all(Activity) == ()
    assert restored(left, step(added), added) == ()


def test_a_removed_record_comes_back_with_its_parts_and_the_references_to_it() -> None:
    activity = Activity(id="a", report_id=TRAFFICKING.id, organisation_ids=("goor", "delden"))
    dossier = sample(answer("tekst"), activity)
    gone = remove(dossier, TRAFFICKING)
    at = next(at for at, one in enumerate(gone) if isinstance(one, RemoveRecord) and one.record == TRAFFICKING)
    assert back(dossier, *gone, which=at) == dossier
    away = remove(dossier, GOOR)
    at = next(at for at, one in enumerate(away) if isinstance(one, RemoveRecord))
    assert back(dossier, *away, which=at) == dossier


def test_a_reference_that_was_set_anew_since_stays() -> None:
    activity = Activity(id="a", report_id=TRAFFICKING.id, organisation_ids=("goor",))
    dossier = sample(activity)
    away = remove(dossier, GOOR)
    gone = applied(dossier, away)
    other = applied(gone, set_field(replace(activity, organisation_ids=()), "organisation_ids", ("delden",)))
    back_again = applied(other, restored(other, step(*away), away[-1]))
    assert back_again.get(Organisation, "goor") == GOOR
    assert back_again.all(Activity)[0].organisation_ids == ("delden",)


def test_of_several_removed_records_one_can_come_back() -> None:
    first, second = (Activity(id=one, report_id=TRAFFICKING.id) for one in ("a", "b"))
    dossier = sample(first, second)
    left = back(dossier, RemoveRecord(first), RemoveRecord(second), which=1)
    assert left.all(Activity) == (second,)


def test_a_part_comes_back_with_what_it_is_part_of() -> None:
    dossier = sample(answer("tekst"))
    gone = remove(dossier, TRAFFICKING)
    at = next(at for at, one in enumerate(gone) if isinstance(one, RemoveRecord) and isinstance(one.record, Answer))
    assert back(dossier, *gone, which=at).get(PortfolioReport, TRAFFICKING.id) == TRAFFICKING


def test_a_record_that_is_there_again_needs_nothing() -> None:
    removed = RemoveRecord(answer("tekst"))
    assert restored(sample(answer("tekst")), step(removed), removed) == ()


# --- One field -------------------------------------------------------------------------------------------------------


def test_the_values_of_a_field_with_who_gave_them() -> None:
    written = answer("een")
    made = step(AddRecord(written), author="anja", number=1)
    second = step(*set_field(written, "text", "twee"), author="bram", number=2)
    other = step(*set_field(TRAFFICKING, "client", "x"), number=3)
    values = field_past((made, second, other), Answer, written.id, "text")
    assert values == (FieldValue("twee", second), FieldValue("een", made))


def test_what_stood_there_before_the_first_step_is_the_oldest_value() -> None:
    change = step(SetField(kind=PortfolioReport, record_id="verslag-a", field="client", old="oud", new="nieuw"))
    values = field_past((change,), PortfolioReport, "verslag-a", "client")
    assert values == (FieldValue("nieuw", change), FieldValue("oud", None))


def test_a_field_that_nobody_changed_has_no_past() -> None:
    assert field_past((), Answer, "x", "text") == ()


def test_undoing_brings_an_old_value_back_as_a_new_one() -> None:
    there = SetField(kind=PortfolioReport, record_id="verslag-a", field="client", old="oud", new="nieuw")
    steps_made = step(there, number=1), step(there.inverse(), number=2)
    values = field_past(steps_made, PortfolioReport, "verslag-a", "client")
    assert [one.value for one in values] == ["oud", "nieuw", "oud"]


def test_a_record_that_was_removed_and_came_back_keeps_one_value() -> None:
    written = answer("een")
    there_again = step(AddRecord(written), number=1), step(RemoveRecord(written), number=2), step(AddRecord(written))
    assert len(field_past(there_again, Answer, written.id, "text")) == 1


def test_when_every_step_of_today_is_undone_the_newest_row_is_current(session: Session) -> None:
    write(session, "een", "twee")
    session.go_to(0)
    assert [one.current for one in steps(session)] == [True, False, False]

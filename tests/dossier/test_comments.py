"""Comments belong to a field: they go and come back with its record, and are of the year of what they are about."""

from dataclasses import replace
from datetime import UTC, datetime

from riec_desktop.dossier.changes import AddRecord, RemoveRecord, apply_changes
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.comments import (
    GONE,
    comments_at,
    comments_of_report,
    comments_of_year,
    place_in_words,
    threads_of,
)
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.keys import answer_id
from riec_desktop.dossier.records import Activity, Comment, Record, ReportYear
from tests.helpers.sample import CONTEXT, GOOR, PORTFOLIOS, RESULTS, SIGNALS, TRAFFICKING, YEAR, answer, figure, sample

WRITTEN = answer("Er speelde veel.")
UNWRITTEN = answer_id(TRAFFICKING.id, RESULTS.id)
NEXT_YEAR = ReportYear(id="jaar-2023", year=2023, agenda_id="agenda")


def on(record: Record, field: str = "text", *, name: str = "opm", minute: int = 0, resolved: bool = False) -> Comment:
    return Comment(
        id=name,
        kind=type(record).__name__,
        record_id=record.id,
        field=field,
        text="Klopt dit?",
        author="Jan",
        written_at=datetime(2023, 3, 1, 9, minute, tzinfo=UTC),
        resolved=resolved,
    )


def test_a_removed_record_takes_its_comments_along_and_undo_brings_them_back() -> None:
    before = sample(WRITTEN, on(WRITTEN), on(GOOR, "name", name="elders"))
    changes = remove(before, WRITTEN)
    after = apply_changes(before, changes).dossier
    assert [one.id for one in after.all(Comment)] == ["elders"]
    back = apply_changes(after, [one.inverse() for one in reversed(changes)])
    assert back.dossier == before
    assert not back.conflicts


def test_a_removed_portfolio_takes_the_comments_on_everything_in_it_along() -> None:
    activity = Activity(id="activiteit", report_id=TRAFFICKING.id, title="Training")
    on_unwritten = Comment(id="leeg", kind="Answer", record_id=UNWRITTEN, field="text", text="Hier nog iets.")
    before = sample(WRITTEN, activity, on(WRITTEN, name="a"), on(activity, "title", name="b"), on_unwritten)
    after = apply_changes(before, remove(before, PORTFOLIOS[0])).dossier
    assert after.all(Comment) == ()


def test_a_comment_is_removed_like_any_record() -> None:
    comment = on(WRITTEN)
    assert remove(sample(WRITTEN, comment), comment) == (RemoveRecord(comment),)


def test_comments_on_one_field_are_one_conversation() -> None:
    question, reply = on(WRITTEN, minute=1, resolved=True), on(WRITTEN, name="antwoord", minute=2)
    other = on(GOOR, "name", name="anders")
    first, second = threads_of(iter((reply, question, other)))
    assert first.comments == (other,)
    assert second.comments == (question, reply)
    assert second.open_count == 1
    assert second.key == ("Answer", WRITTEN.id, "text")
    assert comments_at(sample(WRITTEN, reply, question), WRITTEN, "text") == (question, reply)


def test_a_comment_is_of_the_year_of_its_record_or_of_all_years() -> None:
    value = figure("3")
    comments = (on(WRITTEN), on(GOOR, "name", name="organisatie"), on(value, "actual", name="cijfer"))
    dossier = sample(WRITTEN, SIGNALS, value, NEXT_YEAR, *comments)
    assert {one.id for one in comments_of_year(dossier, YEAR)} == {"opm", "organisatie", "cijfer"}
    assert [one.id for one in comments_of_year(dossier, NEXT_YEAR)] == ["organisatie"]


def test_the_comments_of_a_portfolio_are_those_on_its_texts_and_figures() -> None:
    value = figure("3")
    elsewhere = on(GOOR, "name", name="organisatie")
    comments = (on(WRITTEN), on(value, "actual", name="cijfer"), on(TRAFFICKING, "client", name="rol"), elsewhere)
    found = comments_of_report(sample(WRITTEN, SIGNALS, value, *comments), TRAFFICKING)
    assert {one.id for one in found} == {"opm", "cijfer", "rol"}


def test_in_a_closed_year_no_comment_is_written_resolved_or_removed() -> None:
    closed = replace(YEAR, state=YearState.CLOSED)
    comment = on(WRITTEN)
    dossier = sample(closed, WRITTEN, comment)
    assert closed_year(dossier, [AddRecord(replace(comment, id="nieuw"))]) == closed
    assert closed_year(dossier, remove(dossier, comment)) == closed
    assert closed_year(dossier, [AddRecord(on(GOOR, "name", name="nieuw"))]) is None


def test_a_comment_tells_in_words_where_it_stands() -> None:
    dossier = sample(WRITTEN, SIGNALS)
    assert place_in_words(dossier, on(WRITTEN)) == ("mensenhandel", "vraag ‘Context’: antwoord")
    assert place_in_words(dossier, replace(on(WRITTEN), record_id=UNWRITTEN)) == (
        "mensenhandel",
        "vraag ‘Resultaten van 2022’: antwoord",
    )
    assert place_in_words(dossier, on(CONTEXT, "prompt"))[1] == "vraag ‘Context’: vraag"
    assert place_in_words(dossier, replace(on(WRITTEN), record_id="weg")) == (GONE, "")

"""Comments as changes: written with what they are about, resolved, opened again and removed."""

from pathlib import Path

from riec_desktop.dossier.changes import AddRecord, RemoveRecord
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Answer, Comment
from riec_desktop.workspace.comments import delete_comment, field_counts, new_comment, resolve, write_comment
from tests.helpers.sample import GOOR, TRAFFICKING, answer, sample
from tests.helpers.surroundings import START, environment

UNWRITTEN = Answer(id="leeg", report_id=TRAFFICKING.id, question_id="context")


def test_a_comment_knows_its_field_its_writer_and_its_time(tmp_path: Path) -> None:
    made = new_comment(environment(tmp_path, author="anja"), GOOR, "name")
    assert (made.kind, made.record_id, made.field) == ("Organisation", GOOR.id, "name")
    assert (made.author, made.written_at, made.text, made.resolved) == ("anja", START, "", False)


def test_its_first_words_add_it_and_the_next_change_it(tmp_path: Path) -> None:
    made = new_comment(environment(tmp_path), GOOR, "name")
    assert write_comment(sample(), GOOR, made, "") == ()
    (first,) = write_comment(sample(), GOOR, made, "Klopt dit?")
    assert isinstance(first, AddRecord)
    dossier = applied(sample(), (first,))
    changed = applied(dossier, write_comment(dossier, GOOR, made, "Klopt dit nog?"))
    assert [one.text for one in changed.all(Comment)] == ["Klopt dit nog?"]


def test_what_nobody_wrote_yet_is_added_with_its_first_comment(tmp_path: Path) -> None:
    made = new_comment(environment(tmp_path), UNWRITTEN, "text")
    assert write_comment(sample(), UNWRITTEN, made, "") == ()
    first, second = write_comment(sample(), UNWRITTEN, made, "Wie schrijft dit?")
    assert first == AddRecord(UNWRITTEN)
    assert isinstance(second, AddRecord)


def test_resolving_changes_only_what_is_open_and_can_be_taken_back() -> None:
    done = Comment(id="a", kind="Answer", record_id="x", field="text", resolved=True)
    waiting = Comment(id="b", kind="Answer", record_id="x", field="text")
    (change,) = resolve((done, waiting), done=True)
    assert (change.inverse(),) == resolve((applied(sample(waiting), (change,)).all(Comment)), done=False)


def test_a_comment_that_is_gone_is_not_removed_twice() -> None:
    one = Comment(id="a", kind="Organisation", record_id=GOOR.id, field="name", text="x")
    assert delete_comment(sample(one), one) == (RemoveRecord(one),)
    assert delete_comment(sample(), one) == ()


def test_fields_are_counted_open_and_all_together() -> None:
    written = answer("Tekst.")
    comments = [
        Comment(id=name, kind="Answer", record_id=written.id, field="text", text="x", resolved=done)
        for name, done in (("a", True), ("b", False), ("c", False))
    ]
    dossier = sample(written, *comments)
    assert field_counts(dossier, written, ("text", "question_id")) == {"text": (2, 3)}
    assert field_counts(dossier, GOOR, ("name",)) == {}

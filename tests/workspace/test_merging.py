"""Merging real files of several people on several computers: what is the base, what comes in, what is asked."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from riec_desktop.dossier.changes import AddRecord, Source
from riec_desktop.dossier.choices import ReviewState, YearState
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.fields import Value
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Comment,
    Organisation,
    Picture,
    Portfolio,
    PortfolioReport,
    Record,
)
from riec_desktop.storage.dossier_file import write_dossier
from riec_desktop.workspace.merge_review import NO_BASE, OTHER_DOSSIER
from riec_desktop.workspace.merging import Merge, merge_order, read_merge, take_merge, take_what_is_sure
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.past import field_past
from riec_desktop.workspace.review import CLOSED, Proposal, Standing, accepted
from tests.helpers.colleagues import Colleague, begins, colleague, sets, with_copy
from tests.helpers.sample import DELDEN, RESILIENCE, SIGNALS, TRAFFICKING, YEAR, answer, figure, sample
from tests.helpers.sessions import open_session

Work = Callable[[Session], object]

FIRST = answer("een\n\ntwee\n\ndrie")
OTHER = answer("Alles over weerbaarheid.", RESILIENCE)
DAY = Activity(id="themadag", report_id=TRAFFICKING.id, title="Themadag", position=Decimal(10))
DOSSIER = sample(FIRST, OTHER, SIGNALS, figure("12", id="cijfer"), DAY)


@pytest.fixture
def anja(tmp_path: Path) -> Colleague:
    return begins(colleague(tmp_path, "anja"), DOSSIER)


@pytest.fixture
def bert(tmp_path: Path, anja: Colleague) -> Colleague:
    """A colleague with a copy, whose clock is a month behind."""
    return with_copy(colleague(tmp_path, "bert", days=-30), anja)


@pytest.fixture
def carla(tmp_path: Path, anja: Colleague) -> Colleague:
    """A colleague with a copy, whose clock is a year ahead."""
    return with_copy(colleague(tmp_path, "carla", days=365), anja)


def told(merge: Merge) -> list[tuple[str, str, str]]:
    return [(one.standing.value, one.place, one.label) for one in merge.incoming.proposals]


def value(who: Colleague, record: Record, field: str) -> Value:
    return getattr(who.dossier.get(type(record), record.id), field)


def takes_away(record: Record) -> Work:
    def work(session: Session) -> None:
        held = session.dossier.get(type(record), record.id)
        assert held is not None
        session.edit("weg", remove(session.dossier, held))

    return work


def adds(*records: Record) -> Work:
    return lambda session: session.edit("erbij", tuple(map(AddRecord, records)))


# --- The base --------------------------------------------------------------------------------------------------------


def test_clocks_that_differ_do_not_matter(anja: Colleague, bert: Colleague, carla: Colleague) -> None:
    anja.does(sets(TRAFFICKING, "client", "de staf"))
    bert.does(sets(FIRST, "text", "een\n\ntwee\n\nDRIE"))
    carla.does(sets(FIRST, "text", "EEN\n\ntwee\n\ndrie"))
    assert not anja.merges(bert).asks
    assert not anja.merges(carla).asks
    assert value(anja, FIRST, "text") == "EEN\n\ntwee\n\nDRIE"
    assert value(anja, TRAFFICKING, "client") == "de staf"


def test_the_same_work_is_brought_once(anja: Colleague, bert: Colleague) -> None:
    bert.does(sets(FIRST, "text", "Van bert."))
    anja.merges(bert)
    anja.does(sets(FIRST, "text", "Van bert, en van anja."))
    assert told(anja.would_merge(bert)) == []
    bert.does(sets(TRAFFICKING, "client", "de staf"))
    assert told(anja.merges(bert)) == [("gewijzigd", "Mensenhandel 2022", "opdrachtgever")]
    assert value(anja, FIRST, "text") == "Van bert, en van anja."


def test_both_may_merge_the_other_in_turn(anja: Colleague, bert: Colleague) -> None:
    bert.does(sets(FIRST, "text", "Van bert."))
    anja.does(sets(TRAFFICKING, "client", "de staf"))
    anja.merges(bert)
    assert told(bert.merges(anja)) == [("gewijzigd", "Mensenhandel 2022", "opdrachtgever")]
    assert anja.dossier == bert.dossier
    bert.does(sets(FIRST, "text", "Van bert, later."))
    assert told(anja.merges(bert)) == [("gewijzigd", "Mensenhandel 2022 › Context", "antwoord")]
    assert anja.dossier == bert.dossier


def test_when_both_merged_at_once_a_conflict_stays_a_conflict(anja: Colleague, bert: Colleague) -> None:
    anja.does(sets(FIRST, "text", "Van anja."))
    bert.does(sets(FIRST, "text", "Van bert."), sets(TRAFFICKING, "client", "de staf"))
    copy = replace(anja, path=anja.path.with_name("kopie.riec"))
    copy.path.write_bytes(anja.path.read_bytes())
    anja.merges(bert)
    bert.merges(copy)
    assert told(anja.would_merge(bert)) == [("botsing", "Mensenhandel 2022 › Context", "antwoord")]
    assert told(bert.would_merge(anja)) == [("botsing", "Mensenhandel 2022 › Context", "antwoord")]


def test_what_was_undone_can_be_brought_again(anja: Colleague, bert: Colleague) -> None:
    bert.does(sets(FIRST, "text", "Van bert."))
    session = open_session(anja.env, anja.path)
    take_what_is_sure(session, read_merge(merge_order(session, bert.path)))
    session.undo()
    assert told(read_merge(merge_order(session, bert.path))) == [
        ("gewijzigd", "Mensenhandel 2022 › Context", "antwoord")
    ]
    session.redo()
    assert told(read_merge(merge_order(session, bert.path))) == []
    session.go_to(0)
    assert len(told(read_merge(merge_order(session, bert.path)))) == 1


def test_what_was_left_is_not_asked_again(anja: Colleague, bert: Colleague) -> None:
    bert.does(sets(FIRST, "text", "Van bert."))
    session = open_session(anja.env, anja.path)
    take_merge(session, read_merge(merge_order(session, bert.path)), ())
    assert session.dirty
    session.save()
    session.close()
    assert told(anja.would_merge(bert)) == []
    assert value(anja, FIRST, "text") == FIRST.text


def test_an_older_copy_takes_nothing_back(anja: Colleague, bert: Colleague) -> None:
    anja.does(sets(FIRST, "text", "Nieuw."))
    assert told(anja.would_merge(bert)) == []
    anja.path.write_bytes(bert.path.read_bytes())
    assert told(anja.would_merge(bert)) == []


def test_another_dossier_is_compared_as_it_is_and_all_of_it_is_shown(tmp_path: Path, anja: Colleague) -> None:
    changed = sample(
        answer("Heel anders."), OTHER, SIGNALS, figure("12", id="cijfer"), replace(DAY, id="elders"), without=(DELDEN,)
    )
    dora = begins(colleague(tmp_path, "dora"), changed)
    found = anja.would_merge(dora)
    assert found.incoming.notes == (OTHER_DOSSIER, NO_BASE)
    assert ("botsing", "Mensenhandel 2022 › Context", "antwoord") in told(found)
    assert ("nieuw", "Mensenhandel 2022", "Activiteit Themadag") in told(found)
    assert ("ontbreekt", "Organisatie", "Organisatie RIEC Delden") in told(found)
    assert ("ontbreekt", "Mensenhandel 2022", "Activiteit Themadag") in told(found)
    assert DELDEN.id in anja.dossier.rows(Organisation)
    anja.merges(dora)
    assert {DELDEN.id} <= set(anja.dossier.rows(Organisation))
    assert value(anja, FIRST, "text") == FIRST.text


def test_a_history_that_cannot_be_read_gives_no_base(anja: Colleague, bert: Colleague) -> None:
    bert.does(sets(FIRST, "text", "Van bert."))
    content = bert.content
    broken = tuple(replace(row, changes='[{"brought":') for row in content.history)
    write_dossier(bert.path, replace(content, history=broken))
    found = anja.would_merge(bert)
    assert found.incoming.notes == (NO_BASE,)
    assert told(found) == [("botsing", "Mensenhandel 2022 › Context", "antwoord")]


def test_a_row_that_does_not_fit_leaves_its_record_out_of_the_base(anja: Colleague, bert: Colleague) -> None:
    bert.does(sets(FIRST, "text", "Van bert."), sets(TRAFFICKING, "client", "de staf"))
    content = bert.content
    odd = replace(content.history[0], changes=content.history[0].changes.replace("Van bert.", "Iets anders."))
    write_dossier(bert.path, replace(content, history=(odd, *content.history[1:])))
    assert told(anja.would_merge(bert)) == [
        ("gewijzigd", "Mensenhandel 2022", "opdrachtgever"),
        ("botsing", "Mensenhandel 2022 › Context", "antwoord"),
    ]


# --- What comes in ---------------------------------------------------------------------------------------------------


def only(merge: Merge) -> Proposal:
    (found,) = merge.incoming.proposals
    return found


def take(who: Colleague, merge: Merge, *, merged: bool = False) -> None:
    """Take in everything that can be."""
    ids = [one.id for one in merge.incoming.proposals]
    session = open_session(who.env, who.path)
    take_merge(session, merge, accepted(merge.incoming, ids, session.dossier, ids if merged else ()))
    session.save()
    session.close()


def test_both_sides_of_a_text_are_shown_and_taken_as_one(anja: Colleague, bert: Colleague) -> None:
    anja.does(sets(FIRST, "text", "EEN\n\ntwee\n\ndrie"))
    bert.does(sets(FIRST, "text", "een\n\ntwee\n\nDRIE"))
    found = only(anja.would_merge(bert))
    assert (found.standing, found.merged) == (Standing.CHANGED, "EEN\ntwee\nDRIE")
    anja.merges(bert)
    assert value(anja, FIRST, "text") == "EEN\n\ntwee\n\nDRIE"


def test_a_new_portfolio_comes_with_all_that_is_part_of_it(anja: Colleague, bert: Colleague) -> None:
    portfolio = Portfolio(id="nieuw", name="ondermijning op zee")
    report = PortfolioReport(id="nieuw-verslag", portfolio_id="nieuw", year_id=YEAR.id, goal_id="samenleving")
    written = answer("Over de zee.", report)
    bert.does(adds(portfolio, report, written))
    found = only(anja.would_merge(bert))
    assert (found.standing, found.label) == (Standing.NEW, "Portefeuille ondermijning op zee")
    assert "Over de zee." in found.theirs
    anja.merges(bert)
    assert anja.dossier.get(Answer, written.id) == written


def test_two_portfolios_with_one_name_are_a_question(anja: Colleague, bert: Colleague) -> None:
    anja.does(adds(Portfolio(id="zee-a", name="ondermijning op zee")))
    bert.does(adds(Portfolio(id="zee-b", name="ondermijning op zee")))
    found = only(anja.would_merge(bert))
    assert "staat al een portefeuille met de naam ‘ondermijning op zee’" in found.doubt
    anja.merges(bert)
    assert anja.dossier.get(Portfolio, "zee-b") is None


def test_what_they_removed_goes_with_its_parts(anja: Colleague, bert: Colleague) -> None:
    bert.does(takes_away(Portfolio(id="portefeuille-a")))
    assert ("gewijzigd", "Portefeuille", "Portefeuille mensenhandel") in told(anja.merges(bert))
    assert anja.dossier == bert.dossier
    assert anja.dossier.get(Activity, DAY.id) is None


def test_removing_what_somebody_works_on_is_asked_with_all_its_parts(anja: Colleague, bert: Colleague) -> None:
    anja.does(sets(FIRST, "text", "Ik werk hier nog aan."))
    bert.does(takes_away(Portfolio(id="portefeuille-a")))
    found = only(anja.merges(bert))
    assert (found.standing, found.is_gone) == (Standing.CONFLICT, True)
    assert "Ik werk hier nog aan." in found.mine
    assert anja.dossier.get(Activity, DAY.id) == DAY
    again = begins(colleague(anja.path.parent, "elders"), anja.dossier)
    assert again.dossier == anja.dossier


def test_a_removal_that_is_taken_takes_the_parts_along(anja: Colleague, bert: Colleague) -> None:
    anja.does(sets(FIRST, "text", "Ik werk hier nog aan."))
    bert.does(takes_away(Portfolio(id="portefeuille-a")))
    take(anja, anja.would_merge(bert))
    assert anja.dossier == bert.dossier


def test_what_we_removed_and_they_worked_on_can_come_back_whole(anja: Colleague, bert: Colleague) -> None:
    anja.does(takes_away(Portfolio(id="portefeuille-a")))
    bert.does(sets(FIRST, "text", "Bert werkt hier nog aan."))
    found = anja.would_merge(bert)
    assert (only(found).mine, only(found).standing) == ("", Standing.CONFLICT)
    assert "Bert werkt hier nog aan." in only(found).theirs
    take(anja, found)
    assert value(anja, FIRST, "text") == "Bert werkt hier nog aan."
    assert anja.dossier.get(Activity, DAY.id) == DAY


def test_an_organisation_that_was_removed_while_another_began_to_use_it_is_asked(
    anja: Colleague, bert: Colleague
) -> None:
    anja.does(sets(DAY, "organisation_ids", (DELDEN.id,)))
    bert.does(takes_away(DELDEN))
    assert told(anja.merges(bert)) == [("botsing", "Organisatie", "Organisatie RIEC Delden")]
    assert value(anja, DAY, "organisation_ids") == (DELDEN.id,)


def test_a_remark_on_what_was_removed_is_not_lost(anja: Colleague, bert: Colleague) -> None:
    remark = Comment(id="opmerking", kind="Activity", record_id=DAY.id, field="title", text="Mooi!")
    anja.does(adds(remark))
    bert.does(takes_away(DAY))
    assert told(anja.merges(bert)) == [("botsing", "Mensenhandel 2022", "Activiteit Themadag")]
    assert anja.dossier.get(Comment, remark.id) == remark


def test_renamed_and_moved_at_once_come_together(anja: Colleague, bert: Colleague) -> None:
    other = Activity(id="les", report_id=TRAFFICKING.id, title="Les", position=Decimal(20))
    anja.does(adds(other))
    bert.does(sets(DAY, "position", Decimal(30)), sets(DAY, "title", "Landelijke themadag"))
    anja.merges(bert)
    rows = anja.dossier.where(Activity, "report_id", TRAFFICKING.id)
    assert [one.title for one in rows] == ["Les", "Landelijke themadag"]


def test_two_who_moved_the_same_are_told_where_it_went(anja: Colleague, bert: Colleague) -> None:
    other = Activity(id="les", report_id=TRAFFICKING.id, title="Les", position=Decimal(20))
    anja.does(adds(other))
    bert.path.write_bytes(anja.path.read_bytes())
    anja.does(sets(DAY, "position", Decimal(30)))
    bert.does(sets(DAY, "position", Decimal(5)))
    found = only(anja.would_merge(bert))
    assert (found.standing, found.mine, found.theirs) == (Standing.CONFLICT, "na ‘Les’", "als eerste")


def test_looks_alone_are_shown_as_they_are_written(anja: Colleague, bert: Colleague) -> None:
    bert.does(sets(FIRST, "text", "een\n\n**twee**\n\ndrie"))
    assert only(anja.would_merge(bert)).theirs == "een\n\n**twee**\n\ndrie"


def test_a_text_that_changed_while_somebody_found_it_good_is_told(anja: Colleague, bert: Colleague) -> None:
    anja.does(sets(TRAFFICKING, "review", ReviewState.AGREED))
    bert.does(sets(FIRST, "text", "Nog iets."))
    (note,) = anja.would_merge(bert).incoming.notes
    assert note.startswith("Mensenhandel 2022 is aan de ene kant akkoord bevonden")
    assert bert.would_merge(anja).incoming.notes == (note,)


def test_another_picture_is_told_by_its_size(anja: Colleague, bert: Colleague) -> None:
    picture = Picture(id="beeld", report_id=TRAFFICKING.id, content=b"oud")
    anja.does(adds(picture))
    bert.path.write_bytes(anja.path.read_bytes())
    bert.does(sets(picture, "content", b"nieuwer"))
    found = only(anja.would_merge(bert))
    assert (found.mine, found.theirs) == ("(een bestand van 3 bytes)", "(een bestand van 7 bytes)")


def test_a_value_that_was_never_taken_is_no_past_of_a_field(anja: Colleague, bert: Colleague) -> None:
    anja.does(sets(FIRST, "text", "Van anja."))
    bert.does(sets(FIRST, "text", "Van bert."))
    anja.merges(bert)
    session = open_session(anja.env, anja.path)
    told = [one.value for one in field_past(session.history, Answer, FIRST.id, "text")]
    assert told == ["Van anja.", FIRST.text]


def test_a_year_that_we_closed_stays_as_it_is(anja: Colleague, bert: Colleague) -> None:
    anja.does(sets(YEAR, "state", YearState.CLOSED))
    bert.does(sets(FIRST, "text", "Nog iets."))
    found = only(anja.merges(bert))
    assert (found.changes, found.doubt) == ((), CLOSED.format(year=2022))
    assert value(anja, FIRST, "text") == FIRST.text


def test_a_year_that_they_opened_again_brings_their_work(anja: Colleague, bert: Colleague) -> None:
    anja.does(sets(YEAR, "state", YearState.CLOSED))
    bert.path.write_bytes(anja.path.read_bytes())
    bert.does(sets(YEAR, "state", YearState.OPEN), sets(FIRST, "text", "Nog iets."))
    assert not anja.merges(bert).asks
    assert value(anja, FIRST, "text") == "Nog iets."


def test_a_merge_is_one_step_that_can_be_undone_and_names_who(anja: Colleague, bert: Colleague) -> None:
    bert.does(sets(FIRST, "text", "Van bert."), sets(TRAFFICKING, "client", "de staf"))
    session = open_session(anja.env, anja.path)
    before = session.dossier
    take_what_is_sure(session, read_merge(merge_order(session, bert.path)))
    assert (session.undo_label, session.history[-1].source) == ("Samenvoegen: Dossier van bert", Source.MERGE)
    assert [one.author for one in session.history] == ["bert", "bert", "anja"]
    session.undo()
    assert session.dossier == before


def test_merged_work_is_there_after_a_crash(anja: Colleague, bert: Colleague) -> None:
    bert.does(sets(FIRST, "text", "Van bert."))
    session = open_session(anja.env, anja.path)
    take_what_is_sure(session, read_merge(merge_order(session, bert.path)))
    history = session.history
    session.close(keep=True)
    again = open_session(anja.env, anja.path)
    assert again.history == history
    again.undo()
    assert again.dossier.get(Answer, FIRST.id) == FIRST
    assert not again.undo_label

"""Versions with a name, and two moments or years side by side: found again, compared, and put back."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from riec_desktop.dossier.changes import AddRecord, Change, Source, apply_changes, set_field, set_fields
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    NamedVersion,
    Organisation,
    Portfolio,
    PortfolioReport,
    Question,
    RegionalSection,
    ReportYear,
)
from riec_desktop.errors import RiecError
from riec_desktop.workspace.comparing import Difference, Way, all_back, differences, field_back, record_back
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.merging import merge_order, read_merge, take_what_is_sure
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.versions import (
    Moment,
    dossier_at,
    forget_version,
    go_back,
    moment_of,
    moments,
    name_version,
    named_versions,
    rename_version,
)
from riec_desktop.workspace.years_compared import years_compared
from tests.helpers.colleagues import Colleague, begins, colleague, sets, with_copy
from tests.helpers.incoming import answers_of
from tests.helpers.sample import GOOR, SIGNALS, TRAFFICKING, YEAR, answer, figure, sample
from tests.helpers.scaled import scaled
from tests.helpers.sessions import new_session, open_session
from tests.helpers.surroundings import environment
from tests.helpers.two_people import worked_on_by

FIRST = answer("Zo was het.")
DAY = Activity(id="themadag", report_id=TRAFFICKING.id, title="Themadag")
DOSSIER = sample(FIRST, DAY)


@pytest.fixture
def anja(tmp_path: Path) -> Colleague:
    return begins(colleague(tmp_path, "anja"), DOSSIER)


@pytest.fixture
def session(anja: Colleague) -> Session:
    return open_session(anja.env, anja.path)


def moment(session: Session, title: str) -> Moment:
    return next(one for one in moments(session.content) if one.title == title)


def text_in(dossier: Dossier) -> str:
    found = dossier.get(Answer, FIRST.id)
    return found.text if found else ""


def test_a_version_finds_the_dossier_as_it_was(session: Session, anja: Colleague) -> None:
    sets(FIRST, "text", "Naar het overleg.")(session)
    name_version(anja.env, session, "  naar hoofdenoverleg 12 maart ")
    sets(FIRST, "text", "Daarna.")(session)
    (named,) = named_versions(session.dossier)
    assert (named.name, named.author, named.made_at) == ("naar hoofdenoverleg 12 maart", "anja", anja.env.now())
    found = moment_of(session.content, named)
    assert found is not None
    assert text_in(dossier_at(session.content, found)) == "Naar het overleg."
    go_back(session, found)
    assert text_in(session.dossier) == "Naar het overleg."
    assert named_versions(session.dossier) == (named,)
    assert session.history[-1].source is Source.RESTORE
    session.undo()
    assert text_in(session.dossier) == "Daarna."


def test_a_version_of_the_beginning_is_the_beginning(session: Session, anja: Colleague) -> None:
    name_version(anja.env, session, "begin")
    sets(FIRST, "text", "Daarna.")(session)
    assert text_in(dossier_at(session.content, moment(session, "begin"))) == "Zo was het."
    assert [one.title for one in moments(session.content)] == [
        "Nu",
        "begin",
        "text van antwoord",
        "Versie: begin",
        "Het begin",
    ]


def test_names_can_be_changed_and_taken_away(session: Session, anja: Colleague) -> None:
    name_version(anja.env, session, "eerste")
    rename_version(session, named_versions(session.dossier)[0], " tweede ")
    assert [one.name for one in named_versions(session.dossier)] == ["tweede"]
    forget_version(session, named_versions(session.dossier)[0])
    assert named_versions(session.dossier) == ()


def test_a_version_without_a_name_is_none(session: Session, anja: Colleague) -> None:
    with pytest.raises(RiecError, match=r"version\.no_name"):
        name_version(anja.env, session, "  ")
    with pytest.raises(RiecError, match=r"version\.no_name"):
        rename_version(session, NamedVersion(id="v", name="oud"), " ")


def test_a_version_of_a_colleague_is_the_moment_at_which_it_came(tmp_path: Path, anja: Colleague) -> None:
    bert = with_copy(colleague(tmp_path, "bert"), anja)
    bert.does(sets(FIRST, "text", "Van bert."), lambda each: name_version(bert.env, each, "af"))
    session = open_session(anja.env, anja.path)
    take_what_is_sure(session, read_merge(merge_order(session, bert.path)))
    sets(FIRST, "text", "Van anja.")(session)
    assert text_in(dossier_at(session.content, moment(session, "af"))) == "Van bert."


def test_a_version_whose_steps_are_elsewhere_has_no_moment(session: Session) -> None:
    stray = NamedVersion(id="v", name="elders", changeset_id="00000000-0000-4000-8000-000000000009")
    assert moment_of(session.content, stray) is None
    session.edit("erbij", (AddRecord(stray),))
    assert "elders" not in [one.title for one in moments(session.content)]


def test_going_back_before_a_merge_lets_it_be_brought_again(tmp_path: Path, anja: Colleague) -> None:
    bert = with_copy(colleague(tmp_path, "bert"), anja)
    bert.does(sets(FIRST, "text", "Van bert."))
    session = open_session(anja.env, anja.path)
    sets(DAY, "title", "Studiedag")(session)
    take_what_is_sure(session, read_merge(merge_order(session, bert.path)))
    go_back(session, moment(session, "title van activiteit"))
    assert text_in(session.dossier) == "Zo was het."
    assert len(read_merge(merge_order(session, bert.path)).incoming.proposals) == 1


# --- Comparing -------------------------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(worked_on_by(1))
def test_everything_can_be_put_back(people: tuple[Dossier, Dossier]) -> None:
    then, now = people
    back = apply_changes(now, all_back(now, then)).dossier
    assert differences(then, back) == ()


def changed(dossier: Dossier, *changes: Change) -> Dossier:
    applied = apply_changes(dossier, changes)
    assert applied.conflicts == ()
    return applied.dossier


def later() -> Dossier:
    """A portfolio went, an activity came, an answer changed."""
    now = changed(DOSSIER, *remove(DOSSIER, Portfolio(id="portefeuille-a", name="mensenhandel")))
    now = changed(now, AddRecord(Activity(id="nieuw", report_id="verslag-b", title="Les")))
    return changed(now, *set_field(GOOR, "name", "RIEC Groot-Goor"))


def test_what_differs_is_told_with_both_texts() -> None:
    found = differences(DOSSIER, later())
    assert [(one.way, one.place) for one in found] == [
        (Way.CHANGED, "Organisatie › naam"),
        (Way.ADDED, "Jonge aanwas 2022 › Activiteit Les"),
        (Way.REMOVED, "Portefeuille mensenhandel"),
    ]
    assert (found[0].old, found[0].new) == ("RIEC Goor", "RIEC Groot-Goor")
    assert "Zo was het." in found[2].old


def test_one_field_or_one_record_comes_back_while_the_rest_stays() -> None:
    now = later()
    name, added, removed = differences(DOSSIER, now)
    back = changed(now, *field_back(now, DOSSIER, name))
    assert back.get(Organisation, GOOR.id) == GOOR
    back = changed(back, *field_back(back, DOSSIER, added))
    assert back.get(Activity, "nieuw") is None
    back = changed(back, *record_back(back, DOSSIER, removed))
    assert back == DOSSIER


def test_a_part_comes_back_with_the_whole_that_is_gone_too() -> None:
    now = changed(DOSSIER, *remove(DOSSIER, TRAFFICKING))
    lost = Difference(way=Way.REMOVED, place="", old="", new="", kind=Activity, record_id=DAY.id)
    back = changed(now, *record_back(now, DOSSIER, lost))
    assert back.get(PortfolioReport, TRAFFICKING.id) is not None
    assert back.get(Activity, DAY.id) == DAY


def test_a_record_of_which_more_fields_changed_comes_back_whole() -> None:
    now = changed(DOSSIER, *set_fields(DAY, title="Les", joint=False))
    title = differences(DOSSIER, now)[0]
    assert title.field == "title"
    assert changed(now, *record_back(now, DOSSIER, title)) == DOSSIER


def test_looks_alone_are_told_as_they_are_written() -> None:
    (found,) = differences(DOSSIER, changed(DOSSIER, *set_field(FIRST, "text", "Zo **was** het.")))
    assert found.new == "Zo **was** het."


def test_two_years_are_compared_by_portfolio_topic_and_indicator() -> None:
    next_year = ReportYear(id="later", year=2023, agenda_id="agenda")
    asked = Question(id="context-later", year_id="later", topic="Context")
    report = replace(TRAFFICKING, id="later-a", year_id="later", client="de staf")
    dossier = sample(
        *(FIRST, DAY, next_year, asked, report, SIGNALS),
        answer("Zo is het nu.", report, asked),
        Activity(id="themadag-later", report_id="later-a", title="Themadag", joint=False),
        Callout(id="kader", report_id="later-a", title="Een boot"),
        RegionalSection(id="regio", year_id="later", organisation_id=GOOR.id, text="Over Goor."),
        figure("12", id="toen"),
        figure("15", id="nu", year=2023, target=Decimal(20)),
    )
    found = {one.place: (one.old, one.new) for one in years_compared(dossier, YEAR, next_year)}
    assert found["Mensenhandel › Context"] == ("Zo was het.", "Zo is het nu.")
    assert found["Mensenhandel › opdrachtgever"] == ("hoofdenoverleg RIEC-LIEC", "de staf")
    assert found["Mensenhandel › signalen"] == ("12", "15, doel 20")
    assert found["Mensenhandel › Activiteit Themadag › gezamenlijk"] == ("ja", "nee")
    assert found["Mensenhandel › Kadertekst Een boot"][0] == ""
    assert "tekst: Over Goor." in found["Regionale bijdrage › RIEC Goor"][1]
    assert "status: in voorbereiding" in found["Jonge aanwas"][0]


# --- Size ------------------------------------------------------------------------------------------------------------


def test_the_history_grows_with_what_changed_and_not_with_the_dossier(tmp_path: Path) -> None:
    """An edit of one field in a dossier fifty times the example adds less than a kilobyte to its history."""
    small, large = example_dossier(), scaled(example_dossier(), 50)
    sizes = row_sizes(large, tmp_path / "groot")
    assert sizes == row_sizes(small, tmp_path / "klein")
    assert max(sizes) < 1000


def row_sizes(dossier: Dossier, folder: Path) -> list[int]:
    """The bytes of each row after a sentence was typed in some answers."""
    folder.mkdir()
    session = new_session(environment(folder), dossier)
    for name in ("mensenhandel", "jonge aanwas", "integrale informatiepositie"):
        for one in answers_of(example_dossier(), name):
            sets(one, "text", f"{one.text} Nog een zin erbij.")(session)
    rows = session.content.history
    session.close()
    return [sum(len(part.encode()) for part in (row.id, row.label, row.author, row.changes)) for row in rows]

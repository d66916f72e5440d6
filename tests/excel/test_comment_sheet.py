"""The sheet of comments: where each belongs in words, open ones first, and no names unless the team shows them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.keys import answer_id
from riec_desktop.dossier.records import Activity, Callout, Comment, GoalSection, Record, ReportYear, Settings
from riec_desktop.excel.comment_sheet import comments
from tests.helpers.sample import CONTEXT, GOOR, SIGNALS, TRAFFICKING, YEAR, answer, figure, sample

ANSWER = answer("Tekst.")
OLD = ReportYear(id="oud", year=2021)


def remark(record: Record, field: str = "", **rest: Any) -> Comment:
    values: dict[str, Any] = {
        "id": f"o-{record.id}",
        "kind": type(record).__name__,
        "record_id": record.id,
        "field": field,
    }
    return Comment(**{**values, **rest})


def places(dossier: Dossier) -> list[tuple[object, object]]:
    return [(row[0], row[1]) for row in comments(dossier, YEAR).rows]


def test_a_comment_is_a_row_with_its_place_its_day_and_whether_it_is_done() -> None:
    written = datetime(2023, 3, 1, 10, 15, tzinfo=UTC)
    dossier = sample(ANSWER, remark(ANSWER, "text", text="Klopt dit?", author="Jan", written_at=written))
    assert comments(dossier, YEAR).rows == (
        ("mensenhandel", "vraag ‘Context’: antwoord", "Klopt dit?", date(2023, 3, 1), "open"),
    )


def test_who_made_a_comment_is_told_only_when_names_are_shown() -> None:
    found = remark(TRAFFICKING, author="Jan")
    assert "Jan" not in comments(sample(found), YEAR).rows[0]
    shown = comments(sample(found, Settings(id="settings", persons_shown=True)), YEAR)
    assert (shown.columns[3].name, shown.rows[0][3]) == ("Van wie", "Jan")


def test_open_comments_come_first_and_then_the_newest() -> None:
    found = [
        remark(TRAFFICKING, id=name, text=name, resolved=name == "klaar", written_at=moment)
        for name, moment in (
            ("klaar", datetime(2023, 5, 1, tzinfo=UTC)),
            ("oud", datetime(2023, 1, 1, tzinfo=UTC)),
            ("nieuw", datetime(2023, 4, 1, tzinfo=UTC)),
            ("ooit", None),
        )
    ]
    assert [row[2] for row in comments(sample(*found), YEAR).rows] == ["nieuw", "oud", "ooit", "klaar"]


@pytest.mark.parametrize(
    ("record", "field", "place"),
    [
        (TRAFFICKING, "client", ("mensenhandel", "opdrachtgever")),
        (
            Activity(id="a", report_id="verslag-a", title="Scan"),
            "title",
            ("mensenhandel", "activiteit ‘Scan’: activiteit"),
        ),
        (Callout(id="k", report_id="verslag-a"), "text", ("mensenhandel", "kadertekst: tekst")),
        (SIGNALS, "unit", ("mensenhandel", "indicator ‘signalen’: eenheid")),
        (figure("3", organisation=GOOR), "actual", ("mensenhandel", "indicator ‘signalen’, RIEC Goor: werkelijk")),
        (GoalSection(id="g", year_id="jaar", goal_id="overheid"), "introduction", ("Overheid", "inleiding")),
        (CONTEXT, "prompt", ("vraag", "vraag ‘Context’: vraag")),
        (GOOR, "name", ("RIEC Goor", "naam")),
        (YEAR, "opening", ("verslagjaar", "inleiding")),
        (YEAR, "weg", ("verslagjaar", "")),
    ],
)
def test_a_place_is_told_in_words(record: Record, field: str, place: tuple[str, str]) -> None:
    assert places(sample(SIGNALS, record, remark(record, field))) == [place]


def test_an_answer_that_nobody_wrote_yet_has_its_place_too() -> None:
    found = Comment(id="o", kind="Answer", record_id=answer_id(TRAFFICKING.id, CONTEXT.id), field="text")
    assert places(sample(found)) == [("mensenhandel", "vraag ‘Context’: antwoord")]


def test_a_comment_on_something_that_is_gone_is_kept() -> None:
    gone = [Comment(id="o", kind="Activity", record_id="weg"), Comment(id="p", kind="Onbekend", record_id="weg")]
    assert places(sample(*gone)) == [("(niet meer in het dossier)", "")] * 2


def test_comments_of_another_year_are_left_out() -> None:
    old = figure("3", year=2021)
    section = GoalSection(id="g", year_id="oud", goal_id="overheid")
    assert places(sample(SIGNALS, OLD, old, section, remark(OLD), remark(old), remark(section))) == []

"""Promises: cut from last year's texts, taken over once, and answered by the portfolio where the work goes on."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.markdown import canonical
from riec_desktop.dossier.promises import in_year, inherited, promised, promises_of, split_promises, take_over, waiting
from riec_desktop.dossier.records import Answer, Portfolio, PortfolioReport, Promise, Question, Record, ReportYear
from tests.helpers.strategies import raw_texts

OLD, NEW = ReportYear(id="j22", year=2022), ReportYear(id="j23", year=2023)
ASKED = Question(id="vervolg", year_id="j22", promise=True)
BEFORE = PortfolioReport(id="v22", year_id="j22", portfolio_id="p")
NOW = PortfolioReport(id="v23", year_id="j23", portfolio_id="p")


def said(text: str, report: PortfolioReport = BEFORE) -> Answer:
    return Answer(id=f"antwoord-{report.id}", report_id=report.id, question_id="vervolg", text=text)


def dossier(*records: Record) -> Dossier:
    return dossier_of([OLD, NEW, ASKED, Portfolio(id="p"), BEFORE, NOW, *records])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("In 2023 gaan we verder. En dan nog iets.", ["In 2023 gaan we verder. En dan nog iets."]),
        ("Eerste alinea.\n\nTweede alinea.", ["Eerste alinea.\n\nTweede alinea."]),
        ("- een scan\n- een **training**", ["een scan", "een **training**"]),
        ("1. eerst\n2. daarna", ["eerst", "daarna"]),
        ("In 2023 gaan we:\n\n- scannen\n- trainen", ["scannen", "trainen"]),
        ("We gaan door.\n\nVerder:\n\n- scannen\n\nEn dan zien we.", ["We gaan door.", "scannen", "En dan zien we."]),
        ("We gaan door.\n\n- scannen", ["We gaan door.", "scannen"]),
        ("- scannen\n    - in Goor\n    - in Delden\n- trainen", ["scannen\n\n- in Goor\n- in Delden", "trainen"]),
        ("We beloven:", ["We beloven:"]),
    ],
)
def test_each_item_of_a_list_is_a_promise_and_so_is_the_text_around_it(text: str, parts: list[str]) -> None:
    assert list(split_promises(text)) == parts


@given(raw_texts(max_size=120))
def test_any_text_gives_promises_in_their_one_spelling(text: str) -> None:
    parts = split_promises(canonical(text))
    assert [canonical(one) for one in parts] == list(parts)


def test_a_number_in_a_promise_stays_that_of_the_year_that_promised() -> None:
    text = "Van {cijfer:scans} naar meer, zie {cijfer:scans;jaar=2020}."
    assert in_year(text, 2022) == "Van {cijfer:scans;jaar=2022} naar meer, zie {cijfer:scans;jaar=2020}."


def test_what_was_promised_waits_until_it_is_taken_over() -> None:
    found = dossier(said("- een scan\n- een training"))
    assert [(one.text, one.position) for one in waiting(found, NOW)] == [
        ("een scan", Decimal(10)),
        ("een training", Decimal(20)),
    ]
    after = applied(found, take_over(found, NOW))
    assert [one.text for one in promises_of(after, NOW)] == ["een scan", "een training"]
    assert take_over(after, NOW) == ()


def test_two_people_who_take_over_have_the_same_records() -> None:
    found = dossier(said("- een scan\n- een training"))
    assert take_over(found, NOW) == take_over(dossier(said("- een scan\n- een training")), NOW)


def test_a_promise_that_was_removed_stays_away_while_others_stand() -> None:
    found = dossier(said("- een scan\n- een training"))
    kept = inherited(found, NOW)[1]
    assert waiting(dossier(said("- een scan\n- een training"), kept), NOW) == ()


def test_what_another_portfolio_promised_comes_along_when_it_ended_here() -> None:
    other = replace(BEFORE, id="ander-22", portfolio_id="ander")
    found = dossier(Portfolio(id="ander", merged_into_id="p"), other, said("een scan"), said("een training", other))
    assert [(one.text, one.from_report_id) for one in inherited(found, NOW)] == [
        ("een scan", "v22"),
        ("een training", "ander-22"),
    ]
    taken = Promise(id="al", report_id="v23", from_report_id="v22", text="een scan", position=Decimal(10))
    later = [(one.text, one.position) for one in waiting(dossier_of([*found.records(), taken]), NOW)]
    assert later == [("een training", Decimal(20))]


def test_of_a_portfolio_that_was_split_only_the_first_part_answers() -> None:
    halves = [Portfolio(id=one, follows_id="p") for one in ("a", "b")]
    reports = [
        PortfolioReport(id=f"{one}-23", year_id="j23", portfolio_id=one, position=Decimal(at))
        for at, one in enumerate(("b", "a"))
    ]
    records = [OLD, NEW, ASKED, Portfolio(id="p"), BEFORE, said("een scan"), *halves, *reports]
    found = dossier_of(records)
    assert [len(inherited(found, one)) for one in reports] == [1, 0]


def test_only_answers_to_a_question_that_promises_count() -> None:
    found = dossier(said("een scan"), replace(ASKED, promise=False))
    assert promised(found, BEFORE) == ()
